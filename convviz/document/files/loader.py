"""Opening files beside the window's thread: the latest wish wins, and it can be given up."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from convviz.document.background.worker import Report, Worker, wait_for

Cancelled: TypeAlias = Callable[[], bool]
"""Tells whether nobody waits for the answer any more."""


@dataclass(eq=False)
class _Request:
    name: str
    open: Callable[[Cancelled], object]
    stopped: threading.Event = field(default_factory=threading.Event)


class Loader(QObject):
    """Loads one thing at a time; a new wish stops the one before.

    Every wish that is not overtaken or cancelled ends in ``loaded(value)`` or
    ``failed(name, error)``. ``busy_changed(busy)`` says when loading begins and ends.
    """

    loaded = Signal(object)
    failed = Signal(str, object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: _Request | None = None
        self._waiting: _Request | None = None
        self._announced_busy = False
        self._worker = Worker(self)
        self._worker.finished.connect(self._on_done)
        self._outcome: tuple[object, BaseException | None] = (None, None)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._on_finished)

    @property
    def busy(self) -> bool:
        """Whether something is being loaded."""
        return self._running is not None

    def start(self, name: str, function: Callable[[Cancelled], object]) -> None:
        """Load what ``function`` returns; it runs on the thread and must touch no Qt object.

        ``name`` is what it is called in a message. The function is given another one to ask, now and
        then, whether to give up (by any exception).
        """
        if self._worker.closed:
            return
        self.cancel()
        request = _Request(name, function)
        if self._running is None:
            self._begin(request)
        else:
            self._waiting = request
        self._announce_busy()

    def cancel(self) -> None:
        """Give up loading; what is on the screen stays."""
        self._waiting = None
        if self._running is not None:
            self._running.stopped.set()

    def close(self) -> None:
        """Give up loading and end the thread (before the window goes away)."""
        self.cancel()
        self._soon.stop()
        self._worker.close()
        self._running = None
        self._announce_busy()

    def wait_idle(self, timeout: float = 10.0) -> bool:
        """Let events pass until nothing is being loaded, at most ``timeout`` seconds."""
        return wait_for(lambda: not self.busy, self.busy_changed, timeout)

    def _begin(self, request: _Request) -> None:
        self._running = request

        def task(_: Report) -> object:
            return request.open(request.stopped.is_set)

        self._worker.start(task)

    def _on_done(self, value: object, error: BaseException | None) -> None:
        """Tell of it in a turn of the event loop that ends before the one that paints it."""
        self._outcome = value, error
        self._soon.start()

    def _on_finished(self) -> None:
        (value, error), self._outcome = self._outcome, (None, None)
        request, self._running = self._running, None
        if request is None:
            return
        following, self._waiting = self._waiting, None
        if following is not None:
            self._begin(following)
        if not request.stopped.is_set():
            if error is None:
                self.loaded.emit(value)
            else:
                self.failed.emit(request.name, self._explained(error, request))
        self._announce_busy()

    def _announce_busy(self) -> None:
        if self._announced_busy != self.busy:
            self._announced_busy = self.busy
            self.busy_changed.emit(self._announced_busy)

    def _explained(self, error: BaseException, request: _Request) -> BaseException:
        """The error as it is, but for the one that comes without words."""
        if not isinstance(error, MemoryError):
            return error
        return MemoryError(self.tr("There is not enough memory to open {name}.").format(name=request.name))
