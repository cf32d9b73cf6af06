"""Keeps what a window has in hand, every few seconds and before anything risky, on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from convviz.core.base.leftovers import sweep
from convviz.document.background.latest_wins import LatestWins, Run, Worker
from convviz.document.sessions.content import FILE, Session, SessionWriter
from convviz.document.sessions.folder import SessionFolder, session_folders, sweep_sessions

SOON = 3000
"""Milliseconds from a change until it is written, with those that came meanwhile."""

AGAIN = 12_000
"""The same after writing has failed: the disk may have room again, and is not tried at every stroke."""


class Keeper(QObject):
    """Writes what ``look`` returns to a folder of its own in ``parent_folder``, when it has changed.

    ``look`` is asked in the window's thread; None where there is nothing to keep. ``kept(session)``
    follows each writing, ``failed(error)`` the first of several that fail, ``recovered()`` the first one
    after these that does not. A folder that somebody removes is made again: ``moved()`` says that whatever
    was put there is gone.
    """

    kept = Signal(object)
    failed = Signal(object)
    recovered = Signal()
    moved = Signal()

    def __init__(
        self, parent_folder: Path, look: Callable[[], Session | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.parent_folder = parent_folder
        self._look = look
        self._folders: list[SessionFolder] = []
        self._writer: SessionWriter | None = None
        self._last: Session | None = None
        self._in_trouble = False
        self._work = LatestWins(self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._sweeper = Worker(self)
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self.keep)
        self._watch = QTimer(self, interval=AGAIN)
        self._watch.timeout.connect(self._look_after)

    def touch(self) -> None:
        """Something has changed: look soon what it is."""
        if not self._timer.isActive() and not self._work.closed:
            self._timer.start()

    def sweep(self, temporary: Path, folders: list[Path]) -> None:
        """Remove what killed windows left behind: see `sweep_sessions` and `leftovers.sweep`."""

        def task(_: object) -> None:
            sweep_sessions(self.parent_folder)
            sweep(temporary, [*folders, *session_folders(self.parent_folder)], lambda: self._sweeper.closed)

        self._sweeper.start(task)

    @property
    def has_folder(self) -> bool:
        """Whether something was kept, or room was asked for."""
        return bool(self._folders)

    def keep(self) -> None:
        """Write what is in hand, if it has changed since it was last written."""
        session = self._look()
        if session is None or self._work.closed:
            return
        try:
            self._folder()
        except OSError as error:
            self._tell(error)
            return
        if not session.is_like(self._last):
            self._last = session
            self._work.ask(session, partial(_write, self._writer))

    def room(self) -> Path:
        """The folder itself, for what is too large to be written often. OSError."""
        self.touch()  # whatever is put there belongs to a session, and has none yet
        return self._folder().path

    def adopt(self, folder: SessionFolder) -> None:
        """Go on in the folder of a session that was taken up; what was kept before is removed in the end."""
        for before in self._folders:
            (before.path / FILE).unlink(missing_ok=True)
        self._folders.append(folder)
        self._writer = SessionWriter(folder.path)
        self._last = None
        self._watch.start()

    def finish(self, *, forget: bool) -> None:
        """End, with nothing left to go on with, or with everything written; harmless when repeated."""
        if self._work.closed:
            return
        self._timer.stop()
        self._watch.stop()
        self._work.close()
        self._sweeper.close()
        session = None if forget else self._look()
        if session is not None:
            try:
                self._folder()
                _write(self._writer, Run(session, lambda run: None))
            except (OSError, ValueError, MemoryError) as error:
                self._tell(error)
        for folder in self._folders[:-1]:
            folder.remove()
        for folder in self._folders[-1:]:
            folder.remove() if forget else folder.release()
        self._folders.clear()

    def _folder(self) -> SessionFolder:
        """The folder to write to, made if need be, and again where it was removed. OSError."""
        if not self._folders:
            self.adopt(SessionFolder.new(self.parent_folder))
        elif self._folders[-1].is_lost():
            self._folders[-1].again()
            self.adopt(self._folders.pop())
            self.moved.emit()
        return self._folders[-1]

    def _look_after(self) -> None:
        """A folder that was removed while nobody changed anything is made again, too."""
        if self._folders and self._folders[-1].is_lost():
            self.touch()

    def _on_done(self, session: Session, _: object) -> None:
        if self._in_trouble:
            self._in_trouble = False
            self._timer.setInterval(SOON)
            self.recovered.emit()
        self.kept.emit(session)

    def _on_failed(self, _: Session, error: BaseException) -> None:
        self._last = None  # to be tried again
        if self._folders and self._folders[-1].is_lost():
            self.touch()  # it was removed in this very moment; a new one may do
        else:
            self._tell(error)

    def _tell(self, error: BaseException) -> None:
        was_in_trouble, self._in_trouble = self._in_trouble, True
        self._timer.setInterval(AGAIN)
        self.touch()
        if not was_in_trouble:
            self.failed.emit(error)


def _write(writer: SessionWriter | None, run: Run) -> None:
    if writer is not None:
        writer.write(run.request)
