"""Files that pages write: small ones at once, large ones beside the window's thread, with a way out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from convviz.core.base.visible import visible
from convviz.document.background.latest_wins import LatestWins, Run
from convviz.views.base.texts import labelled, reason_text

AT_ONCE = 0.1
"""Seconds of writing for which the window may stand still."""


class Work(Protocol):
    """Writes a file; it calls ``go_on(share)`` now and then, and lets pass what that raises."""

    def __call__(self, *, go_on: Callable[[float], object]) -> object: ...


class Writing(QObject):
    """Writes one file at a time. ``message(kind, text)`` is for the window: "busy" while it takes long, with
    the share that is done, then what came of it. Files are whole or not there.
    """

    message = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._unwanted = threading.Event()
        self._work = LatestWins(self)
        self._work.progress.connect(self._on_progress)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)

    def write(self, path: Path, work: Work, *, seconds: float) -> None:
        """Let ``work`` write ``path``, which takes about so many ``seconds``."""
        if self._path is not None:
            text = self.tr("{name} is still being written.")
            self.message.emit("info", text.format(name=visible(self._path.name)))
        elif seconds < AT_ONCE:
            self._write_at_once(path, work)
        else:
            self._path = path
            self._unwanted.clear()
            self._on_progress(path, 0.0)
            self._work.ask(path, lambda run: work(go_on=_asking(run, self._unwanted)))

    def _write_at_once(self, path: Path, work: Work) -> None:
        try:
            work(go_on=lambda share: None)
        except (OSError, ValueError, MemoryError) as error:
            self._on_failed(path, error)
        else:
            self._on_done(path)

    def give_up(self) -> None:
        """The person does not want the file any more; `message` says whether it was there already."""
        self._unwanted.set()

    def work_to_lose(self) -> str:
        """What closing the window would lose, in one sentence, or ""."""
        if self._path is None:
            return ""
        return self.tr("{name} is still being written.").format(name=visible(self._path.name))

    def wait_idle(self, timeout: float = 10.0) -> bool:
        """Let events pass until nothing is written any more, at most ``timeout`` seconds."""
        return self._work.wait_idle(timeout)

    def close(self) -> None:
        """Give up writing, and end the thread."""
        self._path = None
        self._work.close()

    def _on_progress(self, path: Path, share: float) -> None:
        text = self.tr("Writing {name}: {percent} %")
        self.message.emit("busy", text.format(name=visible(path.name), percent=round(share * 100)))

    def _on_done(self, path: Path, _value: object = None) -> None:
        self._path = None
        self.message.emit("info", self.tr("Exported to {name}.").format(name=visible(path.name)))

    def _on_failed(self, path: Path, error: BaseException) -> None:
        self._path = None
        name, reason = visible(path.name), reason_text(error)
        if isinstance(error, InterruptedError):
            self.message.emit("info", self.tr("{name} was not written: cancelled.").format(name=name))
            return
        self.message.emit("error", reason if reason.startswith(name) else labelled(name, reason))


def _asking(run: Run, unwanted: threading.Event) -> Callable[[float], None]:
    def go_on(share: float) -> None:
        if unwanted.is_set() or run.cancelled():
            raise InterruptedError
        run.tell(share)

    return go_on
