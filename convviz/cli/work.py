"""Long work of a command: how far it is, on standard error, and how Ctrl+C ends it."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

PATIENCE = 10.0
"""Seconds of work after which a command says how far it is, and between two such lines."""


class Work:
    """What long work of core and film asks and tells: ``cancelled`` and ``progress`` are handed to it.

    While it is entered, Ctrl+C does not interrupt the work anywhere, in the middle of a picture, say, but
    is noted; the work ends itself at the next place where it may. Then KeyboardInterrupt is raised.
    """

    def __init__(self, name: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._name, self._clock = name, clock
        self._begun = self._said = clock()
        self._wanted = True
        self._before: Any = None

    def __enter__(self) -> Work:
        self._before = signal.signal(signal.SIGINT, self._on_interrupt)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)
        if not self._wanted:
            raise KeyboardInterrupt

    def cancelled(self) -> bool:
        """Whether Ctrl+C was pressed."""
        return not self._wanted

    def progress(self, share: float) -> None:
        """Say how much of the work is done, 0 to 1, if it takes long."""
        now = self._clock()
        if now - self._said < PATIENCE or not 0 < share < 1:
            return
        self._said = now
        left = (now - self._begun) * (1 - share) / share
        text = f"convviz {self._name}: {share:.0%}, about {left:.0f} s to go; Ctrl+C ends it"
        print(text, file=sys.stderr, flush=True)

    def _on_interrupt(self, number: int, frame: FrameType | None) -> None:
        self._wanted = False
