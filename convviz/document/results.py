"""The results that belong to the document: to be asked for, and to be listened to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from convviz.core.images.image import Image
from convviz.core.stages.pipeline import Result
from convviz.document.state.state import DocumentState


class Results(QObject):
    """Keeps the newest whole result, whoever computed it. ``arrived(result)`` follows each one.

    A page that is built late, or was hidden meanwhile, asks with `of` and shows what is there.
    """

    arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest: Result | None = None

    def of(self, state: DocumentState) -> Result | None:
        """The result of exactly this picture under these settings; None where it is not there (yet)."""
        return self._latest if state.describes(self._latest) else None

    def keep(self, result: Result) -> None:
        """Take a result as the newest one."""
        self._latest = result
        self.arrived.emit(result)

    def forget_others(self, image: Image | None) -> None:
        """Let a result of another picture go: a large one frees its memory."""
        if self._latest is not None and self._latest.image is not image:
            self._latest = None
