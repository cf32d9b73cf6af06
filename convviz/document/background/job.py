"""One computation on its way: when it may be overtaken and when it is left to finish."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from convviz.core.images.image import Image
from convviz.core.sizes.settings import Settings

PATIENCE = 0.4
"""Seconds that outdated work may go on for the sake of something new on the screen."""

PROGRESS_INTERVAL = 0.05
"""Seconds between two reports of progress; more often nobody sees."""


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
