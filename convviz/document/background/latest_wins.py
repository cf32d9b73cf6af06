"""One thread beside the window's, and requests for it: one running, one waiting, only the newest counts."""

from __future__ import annotations

import atexit
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any, TypeAlias

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal, SignalInstance

Report: TypeAlias = Callable[[float], None]
WorkerTask: TypeAlias = Callable[[Report], object]
"""What the worker's thread calls: it is given a function that reports the finished share, 0 to 1."""

INTERVAL = 0.1
"""Seconds between two shares that `Run.tell` reports: more often cannot be read."""

leaving = threading.Event()
"""Set when the interpreter ends: no result is wanted any more."""

_THREADS: dict[threading.Thread, SimpleQueue[WorkerTask | None]] = {}
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
        self._tasks: SimpleQueue[WorkerTask | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._bridge = _Bridge()
        self._bridge.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._bridge.progress.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)

    @property
    def closed(self) -> bool:
        """Whether `close` was called: nothing runs any more."""
        return self._closed

    def start(self, task: WorkerTask) -> None:
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


def _work(tasks: SimpleQueue[WorkerTask | None], bridge: _Bridge) -> None:
    """What the thread runs. It knows the tasks and the bridge, never the worker that owns it."""
    while (task := tasks.get()) is not None:
        try:
            value, error = task(bridge.progress.emit), None
        except BaseException as raised:  # noqa: BLE001 - no error of the thread may be lost
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


@dataclass(eq=False)
class Run:
    """A request on its way. Its task asks `cancelled` now and then, and may `report` its share."""

    request: Any
    task: Task
    report: Report = lambda share: None
    _stopped: threading.Event = field(default_factory=threading.Event)
    _told: float = 0.0

    def stop(self) -> None:
        """End early; the result is not wanted any more."""
        self._stopped.set()

    def cancelled(self) -> bool:
        """Whether the result is not wanted any more; safe to ask in any thread."""
        return self._stopped.is_set() or leaving.is_set()

    def go_on(self, share: float) -> None:
        """Report the finished share; InterruptedError where the result is not wanted any more."""
        if self.cancelled():
            raise InterruptedError
        self.report(share)

    def tell(self, share: float) -> None:
        """Report the finished share, but not more often than a person can read."""
        now = time.monotonic()
        if now - self._told >= INTERVAL:
            self._told = now
            self.report(share)


Task: TypeAlias = Callable[[Run], object]
"""What the thread calls. It must not touch Qt objects; to end early it may return or raise anything."""


class LatestWins(QObject):
    """Carries out requests on a thread of its own, one at a time; of those that wait, only the last.

    ``done(request, value)`` and ``failed(request, error)`` come in the window's thread, in the order
    of the requests, also for one that another has overtaken; never for one that was cancelled.
    ``progress(request, share)`` is what its task reports, ``busy_changed(busy)`` when work begins and ends.
    The next request begins before the listeners hear of the last one: the thread does not wait for paint.

    ``between(finished, error, following)`` is called before a waiting request begins.
    """

    done = Signal(object, object)
    failed = Signal(object, object)
    progress = Signal(object, float)
    busy_changed = Signal(bool)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        between: Callable[[Run, BaseException | None, Run], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._between = between
        self._running: Run | None = None
        self._waiting: Run | None = None
        self._announced_busy = False
        self._worker = Worker(self)
        self._worker.finished.connect(self._on_finished)
        self._worker.progress.connect(self._on_progress)

    @property
    def busy(self) -> bool:
        """Whether something is being carried out."""
        return self._running is not None

    @property
    def closed(self) -> bool:
        """Whether `close` was called: requests are ignored from then on."""
        return self._worker.closed

    @property
    def running(self) -> Run | None:
        """What is being carried out."""
        return self._running

    @property
    def newest(self) -> Any:
        """The request asked for last, as long as it is running or waiting and wanted; else None."""
        newest = self._waiting or self._running
        return None if newest is None or newest.cancelled() else newest.request

    def ask(self, request: Any, task: Task, *, interrupt: bool = False) -> None:
        """Carry out ``task`` for ``request``, after what is running now and instead of what waits.

        With ``interrupt`` what is running is stopped, and nothing more is heard of it.
        """
        if self.closed:
            return
        run = Run(request, task)
        if self._running is None:
            self._begin(run)
        else:
            self._waiting = run
            if interrupt:
                self._running.stop()
        self._announce_busy()

    def cancel(self) -> None:
        """Give up what is running and what waits."""
        self._waiting = None
        if self._running is not None:
            self._running.stop()

    def close(self) -> None:
        """Give up all work and end the thread (before the window goes away)."""
        self.cancel()
        self._worker.close()
        self._running = None
        self._announce_busy()

    def wait_idle(self, timeout: float = 10.0) -> bool:
        """Let events pass until nothing is carried out any more, at most ``timeout`` seconds."""
        return wait_for(lambda: not self.busy, self.busy_changed, timeout)

    def _begin(self, run: Run) -> None:
        self._running = run

        def work(report: Report) -> object:
            run.report = report
            return run.task(run)

        self._worker.start(work)

    def _on_finished(self, value: object, error: BaseException | None) -> None:
        run, self._running = self._running, None
        if run is None:
            return
        following, self._waiting = self._waiting, None
        if following is not None:
            if self._between is not None:
                self._between(run, error, following)
            self._begin(following)
        if not run.cancelled():
            if error is None:
                self.done.emit(run.request, value)
            else:
                self.failed.emit(run.request, error)
        self._announce_busy()

    def _on_progress(self, share: float) -> None:
        if self._running is not None and not self._running.cancelled():
            self.progress.emit(self._running.request, share)

    def _announce_busy(self) -> None:
        if self._announced_busy != self.busy:
            self._announced_busy = self.busy
            self.busy_changed.emit(self._announced_busy)
