"""Sharing blocks of rows among threads."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeAlias

import numpy as np

from convviz.core.sums.job import Control

THREADS = 2
"""The thread that calls, and helpers. More would only wait for the interpreter's lock."""

_helpers = ThreadPoolExecutor(THREADS, "convviz-sums")

Work: TypeAlias = Callable[[int, int], None]


def share(total: int, step: int, make: Callable[[], Work], control: Control, threads: int = THREADS) -> None:
    """Work through rows 0 to ``total``, ``step`` at a time: ``work(first, last)`` for every block.

    ``make`` is called once a thread and gives the function that does the work, with buffers of
    its own. The first exception ends everything and is raised here; so does `Cancelled`.
    """
    blocks = Blocks(total, step, control)
    if threads < 2 or total <= 2 * step:
        blocks.work(make, True)
        return
    helpers = [_helpers.submit(blocks.work, make, False) for _ in range(threads - 1)]
    try:
        blocks.work(make, True)
    finally:
        blocks.stop()
        begun = [helper for helper in helpers if not helper.cancel()]
        wait(begun)  # nothing is written any more when this function ends
    for helper in begun:
        helper.result()
    control.report(1.0)


class Blocks:
    """The blocks that are still to be done; whoever is free takes the next."""

    def __init__(self, total: int, step: int, control: Control) -> None:
        self._total, self._step, self._control = total, step, control
        self._starts = iter(range(0, total, step))
        self._lock = threading.Lock()
        self._stopped = False
        self._done = 0

    def stop(self) -> None:
        """Hand out nothing more."""
        self._stopped = True

    def work(self, make: Callable[[], Work], leading: bool) -> None:
        """Take and do blocks until none is left; the leading thread tells how far all are."""
        # Nothing is looked at while adding: infinity minus infinity is an answer here, not a mistake.
        with np.errstate(all="ignore"):
            try:
                work = make()
                for first in self._taken():
                    self._control.check()
                    last = min(first + self._step, self._total)
                    work(first, last)
                    self._done += last - first
                    if leading:
                        self._control.report(min(self._done / self._total, 1.0))
            except BaseException:
                self.stop()
                raise

    def _taken(self) -> Iterator[int]:
        while not self._stopped:
            with self._lock:
                first = next(self._starts, None)
            if first is None:
                return
            yield first
