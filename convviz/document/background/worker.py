"""One thread beside the window's, for work that takes longer than a frame."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TypeAlias

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal, SignalInstance

Report: TypeAlias = Callable[[float], None]
Task: TypeAlias = Callable[[Report], object]
"""What the thread calls: it is given a function that reports the finished share, 0 to 1."""

leaving = threading.Event()
"""Set when the interpreter ends: no result is wanted any more."""

_THREADS: dict[threading.Thread, SimpleQueue[Task | None]] = {}
"""The threads that have begun and were not ended, with their tasks."""


class _Bridge(QObject):
    """Carries news from the thread: its signals are queued, so that slots run in the window's thread."""

    finished = Signal(object, object)
    progress = Signal(float)


class Worker(QObject):
    """Runs one task after the other on a thread of its own, and reports in the window's thread.

    ``finished(value, error)``: what the task returned, or the exception it raised (the other is
    None). ``progress(share)``: what it reported. The thread starts with the first task and ends with
    `close`, or else before Qt does when the interpreter ends. A task must not touch Qt objects.
    """

    finished = Signal(object, object)
    progress = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._bridge = _Bridge()
        self._bridge.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._bridge.progress.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)

    @property
    def closed(self) -> bool:
        """Whether `close` was called: nothing runs any more."""
        return self._closed

    def start(self, task: Task) -> None:
        """Run ``task`` after those that were started before."""
        if self._closed:
            return
        if self._thread is None:
            arguments = (self._tasks, self._bridge)
            self._thread = threading.Thread(target=_work, args=arguments, name="convviz-worker", daemon=True)
            self._thread.start()
            _THREADS[self._thread] = self._tasks
        self._tasks.put(task)

    def close(self) -> None:
        """End the thread, after the running task has returned; nothing is reported any more."""
        self._closed = True
        if self._thread is not None:
            _end(self._thread)
            self._thread = None

    def _on_finished(self, value: object, error: object) -> None:
        if not self._closed:
            self.finished.emit(value, error)

    def _on_progress(self, share: float) -> None:
        if not self._closed:
            self.progress.emit(share)


def _work(tasks: SimpleQueue[Task | None], bridge: _Bridge) -> None:
    """The thread's life. It knows the tasks and the bridge, never the worker that owns it."""
    while (task := tasks.get()) is not None:
        try:
            value, error = task(bridge.progress.emit), None
        except BaseException as raised:  # noqa: BLE001 - nothing may be lost in a thread nobody watches
            value, error = None, raised.with_traceback(None)  # its frames would keep the arrays alive
        del task
        bridge.finished.emit(value, error)
        del value, error


def _end(thread: threading.Thread) -> None:
    """Wait for the running task of a thread; those that wait are not begun."""
    tasks = _THREADS.pop(thread, None)
    if tasks is None:
        return
    with suppress(Empty):
        while True:
            tasks.get_nowait()
    tasks.put(None)
    thread.join()


@atexit.register  # after Qt's own function, so it is called before: a signal of a thread must find Qt there
def _end_all() -> None:
    leaving.set()
    for thread in list(_THREADS):
        _end(thread)


def wait_for(idle: Callable[[], bool], changed: SignalInstance, timeout: float) -> bool:
    """Let events pass until ``idle()``, at most ``timeout`` seconds; whether it came to that.

    ``changed`` is emitted whenever ``idle()`` may have become true.
    """
    loop = QEventLoop()
    deadline = QTimer()
    deadline.setSingleShot(True)
    deadline.timeout.connect(loop.quit)
    deadline.start(round(timeout * 1000))
    changed.connect(loop.quit)
    while not idle() and deadline.isActive():
        loop.exec()
    changed.disconnect(loop.quit)
    return idle()
