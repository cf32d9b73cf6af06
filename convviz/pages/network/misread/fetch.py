"""Fetching MNIST through Keras, in a process of its own that can be ended at any time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import wait
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from convviz.document.background.worker import Report, Worker
from convviz.network.digits.mnist import BYTES, UNFINISHED, keras_folders
from convviz.network.tensorflow.tasks import download_digits
from convviz.network.tensorflow.worker import Worker as Process

MOST_SECONDS = 1800.0
"""After so long even a slow line has had its chance."""

GLANCE = 0.2
"""Seconds between two looks at how much has come."""


@dataclass(eq=False)
class _Fetching:
    """One attempt; ``task`` runs in the other process and returns the file's path."""

    task: Callable[[], str]
    stopped: threading.Event = field(default_factory=threading.Event)

    def __call__(self, report: Report) -> Path:
        process = Process(seconds=MOST_SECONDS)
        try:
            answer = process.ask(self.task)
            while not wait([answer], timeout=GLANCE).done:
                self._look_up()
                report(min(1.0, _arrived() / BYTES))
            self._look_up()
            return Path(answer.result())
        finally:
            process.close()
            _tidy()

    def _look_up(self) -> None:
        if self.stopped.is_set():
            raise InterruptedError


class MnistDownload(QObject):
    """Fetches the file once: ``fetched(Path)`` or ``failed(error)``; a cancelled attempt ends in silence.

    ``progress(share)``: how much has come, 0 to 1.
    """

    fetched = Signal(object)
    failed = Signal(object)
    progress = Signal(float)

    def __init__(self, parent: QObject | None = None, task: Callable[[], str] = download_digits) -> None:
        super().__init__(parent)
        self.task = task
        self._running: _Fetching | None = None
        self._thread = Worker(self)
        self._thread.finished.connect(self._on_finished)
        self._thread.progress.connect(self._on_progress)

    @property
    def busy(self) -> bool:
        """Whether the file is being fetched."""
        return self._running is not None

    def start(self) -> None:
        """Begin, unless it has begun."""
        if self._running is None and not self._thread.closed:
            self._running = _Fetching(self.task)
            self._thread.start(self._running)

    def cancel(self) -> None:
        """End it; nothing of the file is kept."""
        if self._running is not None:
            self._running.stopped.set()
            self._running = None

    def close(self) -> None:
        """End it and the thread."""
        self.cancel()
        self._thread.close()

    def _on_progress(self, share: float) -> None:
        if self._running is not None:
            self.progress.emit(share)

    def _on_finished(self, path: object, error: BaseException | None) -> None:
        if isinstance(error, InterruptedError) or self._running is None:
            return
        self._running = None
        if error is None:
            self.fetched.emit(path)
        else:
            self.failed.emit(error)


def _arrived() -> int:
    """Bytes of the file that are there."""
    for folder in keras_folders():
        with suppress(OSError):
            return (folder / UNFINISHED).stat().st_size
    return 0


def _tidy() -> None:
    """Remove what an attempt that came to nothing has left."""
    for folder in keras_folders():
        with suppress(OSError):
            (folder / UNFINISHED).unlink()
