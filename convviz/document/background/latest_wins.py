"""Work beside the window where only the newest request counts: one running, one waiting."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Signal

from convviz.document.background.worker import Report, Worker, leaving, wait_for


@dataclass(eq=False)
class Run:
    """A request on its way. Its task asks `cancelled` now and then, and may `report` its share."""

    request: Any
    task: Task
    report: Report = lambda share: None
    _stopped: threading.Event = field(default_factory=threading.Event)

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
