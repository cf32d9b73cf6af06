"""The one place through which every change of a student goes, and the newest result that belongs to it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import QObject, Signal

from convviz.core.images.image import Image
from convviz.core.sizes.settings import Settings
from convviz.core.stages.pipeline import Result
from convviz.document.state.history import EditName, History, Past
from convviz.document.state.state import DocumentState, FilmState


class Results(QObject):
    """Keeps the newest whole result, from whichever page. ``arrived(result)`` follows each one.

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


Why: TypeAlias = Literal["edit", "undo", "redo", "open"]
"""What changed the state: an edit, walking through the history, or another experiment."""


class Document(QObject):
    """Holds the present `DocumentState` and its history, and says when it changes.

    ``state_changed(old, new, why)`` follows every edit, undo, redo and opened experiment; ``why`` is
    one of `Why`. `results` keeps what was computed of the state. ``history_changed()`` says that what
    can be undone, the path or the modified mark may differ now; edits that go on within a step, such as
    those of a drag, do not send it. ``saved(state)`` follows a state into its experiment file. ``at_risk()``
    comes from whoever begins what may end badly: an export, a training, the opening of another file.
    ``touched()`` follows whatever changes in what is to be kept, the place of the film and the path included.
    """

    state_changed = Signal(object, object, str)
    history_changed = Signal()
    saved = Signal(object)
    at_risk = Signal()
    touched = Signal()

    def __init__(self, state: DocumentState | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History(state or DocumentState())
        self._path: Path | None = None
        self._news: list[tuple[DocumentState, DocumentState, Why, bool]] = []
        self.results = Results(self)
        self._announcing = False

    @property
    def state(self) -> DocumentState:
        """What is on the screen now."""
        return self._history.current

    @property
    def settings(self) -> Settings:
        """Short for ``state.settings``."""
        return self.state.settings

    @property
    def path(self) -> Path | None:
        """The experiment file this document was opened from or saved to."""
        return self._path

    def edit(self, text: EditName, merge_key: Hashable = None, **changes: Any) -> bool:
        """Change fields of the state, e.g. ``edit("Open image", image=image)``.

        ``text``, or what it returns, is shown beside Undo. Successive edits with the same ``merge_key``
        are one step until `seal`. False, and no signal, if nothing changes; TypeError for an unknown field.
        """
        old, was_modified = self.state, self.is_modified
        if not self._history.push(replace(old, **changes), text, merge_key):
            return False
        self._announce(old, "edit", goes_on=self._history.is_merged and was_modified == self.is_modified)
        return True

    def edit_settings(self, text: EditName, merge_key: Hashable = None, **changes: Any) -> bool:
        """Change fields of the settings, e.g. ``edit_settings("Stride", stride=(2, 2))``."""
        return self.edit(text, merge_key, settings=replace(self.settings, **changes))

    def amend(self, **changes: Any) -> None:
        """Change fields of the state as a consequence of the last edit: both are undone together."""
        old = self.state
        state = replace(old, **changes)
        if state != old:
            self._history.amend(state)
            self._announce(old, "edit")

    def take_back(self, text: EditName, **changes: Any) -> None:
        """What a page took back in its own way: the last edit is undone if it was that, else it is one."""
        if self._history.leads_back(replace(self.state, **changes)):
            self.undo()
        else:
            self.edit(text, **changes)

    def keep_film(self, film: FilmState) -> None:
        """Remember where the film of the Step page stands: saved with the experiment, never undone.

        Only `touched` follows; who plays the film knows where it is.
        """
        self._history.keep_film(film)
        self.touched.emit()

    def withdraw(self) -> None:
        """Take back the step being merged (what was typed so far does not fit, or Esc was pressed)."""
        old = self.state
        if self._history.withdraw():
            self._announce(old, "edit")

    def seal(self) -> None:
        """End the step being merged (the mouse was released, the field was left)."""
        self._history.seal()

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return self._history.can_redo

    @property
    def undo_text(self) -> str:
        """The text of the edit that `undo` would take back, or ""."""
        return self._history.undo_text

    @property
    def redo_text(self) -> str:
        """The text of the edit that `redo` would do again, or ""."""
        return self._history.redo_text

    def undo(self) -> None:
        """Show the state before the last edit."""
        old = self.state
        if self.can_undo:
            self._history.undo()
            self._announce(old, "undo")

    def redo(self) -> None:
        """Show the state that was undone last."""
        old = self.state
        if self.can_redo:
            self._history.redo()
            self._announce(old, "redo")

    def past(self) -> Past:
        """The steps that can be undone and done again."""
        return self._history.past()

    def open(
        self,
        state: DocumentState,
        path: Path | None = None,
        *,
        modified: bool = False,
        past: Past | None = None,
    ) -> None:
        """Start over with ``state`` and an empty history; ``modified``: something of it is in no file.

        ``past`` is the history to go on with, which says itself what is in the file.
        """
        old = self.state
        self._history = History(state, modified=modified) if past is None else History.of(past)
        self._path = path
        self._announce(old, "open")

    def leave_file(self) -> None:
        """Belong to no experiment file any more: what is there is another picture's, and stays as it is."""
        if self._path is not None:
            self._path = None
            self.touched.emit()

    def mark_saved(self, path: Path | None = None, state: DocumentState | None = None) -> None:
        """Remember that ``state``, or else the present one, is in the experiment file at ``path``.

        Pass the state where saving took a while and the person may have gone on meanwhile.
        """
        self._path = path or self._path
        self._history.mark_saved(state)
        self.history_changed.emit()
        self.touched.emit()
        self.saved.emit(state or self.state)

    @property
    def is_modified(self) -> bool:
        """Whether there is something that is not in the experiment file."""
        return self._history.is_modified

    def _announce(self, old: DocumentState, why: Why, *, goes_on: bool = False) -> None:
        """Tell the listeners, each change to all of them before the next one.

        ``goes_on``: the history is as it was, but for the state of its present step.
        A listener may edit in turn; without this line those after it would hear of the second
        change first, and then be shown the older state as the newest.
        """
        new = self.state
        self.results.forget_others(new.image)
        self.touched.emit()
        self._news.append((old, new, why, goes_on))
        if self._announcing:
            return
        self._announcing = True
        try:
            while self._news:
                *change, goes_on = self._news.pop(0)
                self.state_changed.emit(*change)
                if not goes_on:
                    self.history_changed.emit()
        finally:
            self._announcing = False
            self._news.clear()
