"""Sharing blocks of rows among threads."""

from __future__ import annotations

import threading
from collections.abc import Callable
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
    its own. Whoever is free takes the next block. The first exception ends everything and is raised
    here; so does `Cancelled`.
    """
    if total <= step:
        control.check()
        with np.errstate(all="ignore"):
            make()(0, total)
        control.report(1.0)
        return
    starts, lock, stopped, done = iter(range(0, total, step)), threading.Lock(), threading.Event(), [0]

    def take() -> int | None:
        with lock:
            return None if stopped.is_set() else next(starts, None)

    def work(leading: bool) -> None:
        # Nothing is looked at while adding: infinity minus infinity is an answer here, not a mistake.
        with np.errstate(all="ignore"):
            try:
                do = make()
                while (first := take()) is not None:
                    control.check()
                    last = min(first + step, total)
                    do(first, last)
                    done[0] += last - first
                    if leading:
                        control.report(min(done[0] / total, 1.0))
            except BaseException:
                stopped.set()
                raise

    try:
        helpers = [_helpers.submit(work, False) for _ in range(threads - 1)]
    except RuntimeError:  # no thread is to be had (any more, when the program ends): this one does it all
        helpers = []
    try:
        work(True)
    finally:
        stopped.set()
        begun = [helper for helper in helpers if not helper.cancel()]
        wait(begun)  # nothing is written any more when this function ends
    for helper in begun:
        helper.result()
    control.report(1.0)
