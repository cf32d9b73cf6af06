"""From an edit to its picture, beside the window's thread; when a computation may be overtaken."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from convviz.core.images.image import Image
from convviz.core.sizes.settings import Settings
from convviz.core.stages import pipeline
from convviz.core.stages.pipeline import Cancelled, Result
from convviz.document.background import latest_wins
from convviz.document.background.latest_wins import LatestWins

PATIENCE = 0.4
"""Seconds that outdated work may go on for the sake of something new on the screen."""

PROGRESS_INTERVAL = 0.05
"""Seconds between two reports of progress; more often cannot be seen."""


@dataclass(eq=False)
class Job:
    """An image under settings, and when the work on it ends early.

    It ends at once when its result is not wanted any more. `overtake` says that newer work waits: the
    job ends only if it has been running for longer than `PATIENCE` and has longer than that to go,
    and never when ``protected``, which the queue sets when the job before was ended that
    way. So a drag always gets new pictures, however slow they are.
    """

    revision: int
    image: Image
    settings: Settings
    protected: bool = False
    clock: Callable[[], float] = time.monotonic
    _stopped: Callable[[], bool] = bool
    _overtaken: threading.Event = field(default_factory=threading.Event)
    _started: float = 0.0
    _share: float = 0.0
    _reported: float = 0.0

    def begin(self, stopped: Callable[[], bool]) -> None:
        """Start the clock, in the thread; ``stopped`` says that the result is not wanted any more."""
        self._stopped = stopped
        self._started = self._reported = self.clock()

    def overtake(self) -> None:
        """Say that newer work is waiting."""
        self._overtaken.set()

    def cancelled(self) -> bool:
        """What the arithmetic asks between its blocks: whether to end now."""
        if self._stopped():
            return True
        overtaken = self._overtaken.is_set() and not self.protected
        return overtaken and min(self._elapsed(), self._remaining()) > PATIENCE

    def advance(self, share: float) -> bool:
        """Note the finished share; whether it is time to report it."""
        self._share = share
        due = self.clock() - self._reported >= PROGRESS_INTERVAL
        if due:
            self._reported = self.clock()
        return due

    def _elapsed(self) -> float:
        return self.clock() - self._started

    def _remaining(self) -> float:
        """Seconds to go if the rest is like the part that is done."""
        if self._share <= 0:
            return float("inf")
        return self._elapsed() * (1 - self._share) / self._share


class Run(Protocol):
    """The shape of `pipeline.run`."""

    def __call__(
        self,
        image: Image,
        settings: Settings,
        previous: Result | None = None,
        *,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> Result: ...


class ComputeQueue(QObject):
    """Computes results one at a time and shows the newest; edits never wait for it.

    ``result_ready(revision, result)`` and ``failed(revision, error)`` come in the order of the
    revisions that `submit` gave out; revisions that were overtaken before they began stay silent.
    Outdated work that is nearly done is still finished and shown (see `Job`).
    ``busy_changed(busy)`` says when work begins and ends, ``progress(revision, share)`` how far it is.
    ``given_up()`` follows where a person has cancelled it: no result comes.
    """

    result_ready = Signal(int, object)
    failed = Signal(int, object)
    busy_changed = Signal(bool)
    progress = Signal(int, float)
    given_up = Signal()

    def __init__(self, parent: QObject | None = None, *, run: Run = pipeline.run) -> None:
        super().__init__(parent)
        self._run = run
        self._revision = 0
        self._previous: Result | None = None
        self._work = LatestWins(self, between=_protect)
        self._work.done.connect(lambda job, result: self.result_ready.emit(job.revision, result))
        self._work.failed.connect(self._on_failed)
        self._work.busy_changed.connect(self.busy_changed)
        self._work.progress.connect(lambda job, share: self.progress.emit(job.revision, share))

    @property
    def busy(self) -> bool:
        """Whether something is being computed."""
        return self._work.busy

    @property
    def job(self) -> Job | None:
        """What was asked for last, as long as it is wanted and not there yet."""
        newest: Job | None = self._work.newest
        return newest

    def submit(self, image: Image, settings: Settings) -> int:
        """Ask for the result of ``image`` under ``settings``; the revision it will come with.

        What is on its way already, and was not overtaken, is not begun again.
        """
        newest = self.job
        if newest is not None and newest.image is image and newest.settings == settings:
            return newest.revision
        self._revision += 1
        running = self._work.running
        if running is not None and running.request.image.shape == image.shape:
            running.request.overtake()
        elif running is not None:
            running.stop()  # the picture of another size would only flash up
        self._work.ask(Job(self._revision, image, settings), self._compute)
        return self._revision

    def cancel(self) -> None:
        """Give up all work; what is on the screen stays."""
        self._work.cancel()

    def give_up(self) -> None:
        """Give up all work because a person says so: whoever shows it hears that nothing comes."""
        self.cancel()
        self.given_up.emit()

    def close(self) -> None:
        """Give up all work and end the thread (before the window goes away)."""
        self._work.close()
        self._previous = None

    def wait_idle(self, timeout: float = 10.0) -> bool:
        """Let events pass until nothing is computed any more, at most ``timeout`` seconds."""
        return self._work.wait_idle(timeout)

    def _compute(self, work: latest_wins.Run) -> Result:
        """What the thread does; it alone remembers the last result, which helps the next one."""
        job: Job = work.request
        job.begin(work.cancelled)
        if self._previous is not None and self._previous.image is not job.image:
            self._previous = None  # a picture that is gone frees its memory before the new one takes it
        self._previous = self._run(
            job.image,
            job.settings,
            self._previous,
            cancelled=job.cancelled,
            progress=lambda share: work.report(share) if job.advance(share) else None,
        )
        return self._previous

    def _on_failed(self, job: Job, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(job.revision, self._explained(error, job))

    def _explained(self, error: BaseException, job: Job) -> BaseException:
        """The error as it is, but for the one that comes without words."""
        if not isinstance(error, MemoryError):
            return error
        text = self.tr(
            "There is not enough memory to compute these settings on {width} × {height} pixels; "
            "a smaller picture or less padding needs less."
        )
        return MemoryError(text.format(width=job.image.shape[1], height=job.image.shape[0]))


def _protect(finished: latest_wins.Run, error: BaseException | None, following: latest_wins.Run) -> None:
    """After work that was given up for newer work, the newer one is left to finish."""
    following.request.protected = isinstance(error, Cancelled) and not finished.cancelled()
