"""What a person does with a kept result: keep it, show it in another way, go back to it, let it go."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from PySide6.QtCore import QObject

from convviz.core.sizes.settings import Settings, StageName
from convviz.document.document import Document
from convviz.document.state.state import KeptLook, KeptResult, KeptStage
from convviz.views.base.texts import edit_name
from convviz.views.stages.compare_bar import CompareBar


class Keeping(QObject):
    """Turns the controls of the line above the stages into edits of the document."""

    def __init__(self, document: Document, bar: CompareBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        bar.look_chosen.connect(self._on_look)
        bar.restore_wanted.connect(self._on_restore)
        bar.forget_wanted.connect(self._on_forget)

    def keep(self, settings: Settings, stage: StageName) -> None:
        """Keep the result of these settings; it is shown as the one before it was."""
        if stage not in get_args(KeptStage):
            return
        before = self._document.state.kept
        kept = KeptResult(settings, stage, "beside" if before is None else before.look)  # type: ignore[arg-type]
        self._document.edit(edit_name("keep"), kept=kept)

    def _on_look(self, look: KeptLook) -> None:
        kept = self._document.state.kept
        if kept is not None:
            self._document.edit(edit_name("compare"), "kept-look", kept=replace(kept, look=look))

    def _on_restore(self) -> None:
        kept = self._document.state.kept
        if kept is not None:
            self._document.edit(edit_name("restore kept"), settings=kept.settings)

    def _on_forget(self) -> None:
        self._document.edit(edit_name("forget kept"), kept=None)
