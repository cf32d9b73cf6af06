"""From an edit to its picture, beside the window's thread: one running, one waiting, latest wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from convviz.core.images.image import Image
from convviz.core.sizes.settings import Settings
from convviz.core.stages import pipeline
from convviz.core.stages.pipeline import Cancelled, Result
from convviz.document.background.job import Job
from convviz.document.background.worker import Report, Worker, wait_for


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
    """

    result_ready = Signal(int, object)
    failed = Signal(int, object)
    busy_changed = Signal(bool)
    progress = Signal(int, float)

    def __init__(self, parent: QObject | None = None, *, run: Run = pipeline.run) -> None:
        super().__init__(parent)
        self._run = run
        self._revision = 0
        self._running: Job | None = None
        self._waiting: Job | None = None
        self._previous: Result | None = None
        self._announced_busy = False
        self._worker = Worker(self)
        self._worker.finished.connect(self._on_finished)
        self._worker.progress.connect(self._on_progress)

    @property
    def busy(self) -> bool:
        """Whether something is being computed."""
        return self._running is not None

    def submit(self, image: Image, settings: Settings) -> int:
        """Ask for the result of ``image`` under ``settings``; the revision it will come with."""
        self._revision += 1
        if self._worker.closed:
            return self._revision
        job = Job(self._revision, image, settings)
        if self._running is None:
            self._begin(job)
        else:
            self._waiting = job
            if self._running.image.shape == image.shape:
                self._running.overtake()
            else:
                self._running.stop()  # the picture of another size would only flash up
        self._announce_busy()
        return job.revision

    def cancel(self) -> None:
        """Give up all work; what is on the screen stays."""
        self._waiting = None
        if self._running is not None:
            self._running.stop()

    def close(self) -> None:
        """Give up all work and end the thread (before the window goes away)."""
        self.cancel()
        self._worker.close()
        self._running = self._previous = None
        self._announce_busy()

    def wait_idle(self, timeout: float = 10.0) -> bool:
        """Let events pass until nothing is computed any more, at most ``timeout`` seconds."""
        return wait_for(lambda: not self.busy, self.busy_changed, timeout)

    def _begin(self, job: Job) -> None:
        self._running = job
        previous = self._previous if self._previous and self._previous.image is job.image else None
        self._previous = previous  # a picture that is gone frees its memory before the new one takes it
        run = self._run

        def task(report: Report) -> Result:
            job.begin()
            return run(
                job.image,
                job.settings,
                previous,
                cancelled=job.cancelled,
                progress=lambda share: report(share) if job.advance(share) else None,
            )

        self._worker.start(task)

    def _on_finished(self, result: Result | None, error: BaseException | None) -> None:
        job, self._running = self._running, None
        if job is None:
            return
        if result is not None:
            self._previous = result
        following, self._waiting = self._waiting, None
        if following is not None:
            following.protected = isinstance(error, Cancelled) and not job.is_stopped
            self._begin(following)
        if result is not None and not job.is_stopped:
            self.result_ready.emit(job.revision, result)
        elif error is not None and not (isinstance(error, Cancelled) or job.is_stopped):
            self.failed.emit(job.revision, self._explained(error, job))
        self._announce_busy()

    def _on_progress(self, share: float) -> None:
        if self._running is not None and not self._running.is_stopped:
            self.progress.emit(self._running.revision, share)

    def _announce_busy(self) -> None:
        if self._announced_busy != self.busy:
            self._announced_busy = self.busy
            self.busy_changed.emit(self._announced_busy)

    def _explained(self, error: BaseException, job: Job) -> BaseException:
        """The error as it is, but for the one that comes without words."""
        if not isinstance(error, MemoryError):
            return error
        text = self.tr("There is not enough memory to compute these settings on {width} × {height} pixels.")
        return MemoryError(text.format(width=job.image.shape[1], height=job.image.shape[0]))
