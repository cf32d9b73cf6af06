"""One convolution to be computed, how its blocks of rows are shared among threads, and how it is stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.sizes.padding import Indices
from convviz.core.sizes.shapes import ShapeSize

Map: TypeAlias = NDArray[Any]
Mode: TypeAlias = Literal["sum", "each", "filters"]
Finish: TypeAlias = Callable[[int, int], None]
"""Told which rows (first, last + 1) of the result hold their sums, while they are still in cache."""


@dataclass(frozen=True)
class Job:
    """What the sums are made of.

    ``image`` is (H, W, C) in the type it came in. ``weights`` are as they are applied (turned
    already for true convolution): (kh, kw, C) for the modes "sum" (all channels into one map) and
    "each" (one map a channel), (kh, kw, C, K) for "filters". ``rows`` and ``columns`` say which
    input row and column stands at each place of the padded image, -1 for the constant of the
    channel in ``constants``. ``dtype`` is the type of the sums.
    """

    image: Map
    weights: Map
    mode: Mode
    size: ShapeSize
    rows: Indices
    columns: Indices
    constants: NDArray[np.float64]
    dtype: np.dtype[Any]

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the result: (oh, ow), (oh, ow, C) or (oh, ow, K)."""
        if self.mode == "sum":
            return self.size.shape
        return (*self.size.shape, self.weights.shape[-1])


class Cancelled(Exception):  # noqa: N818 - it ends the work, it is not an error
    """The work was overtaken by newer work and stopped half-way, on request."""


@dataclass
class Control:
    """Asks between blocks whether to go on, and tells how far the work is.

    ``cancelled`` is asked from any thread; ``progress`` hears shares from ``start`` to ``stop``
    (0 to 1), in the thread that called.
    """

    cancelled: Callable[[], bool] | None = None
    progress: Callable[[float], None] | None = None
    start: float = 0.0
    stop: float = 1.0

    def check(self) -> None:
        """Raise `Cancelled` when the work is no longer wanted."""
        if self.cancelled is not None and self.cancelled():
            raise Cancelled

    def report(self, share: float) -> None:
        """Tell that this share, 0 to 1, of the part between start and stop is done."""
        if self.progress is not None:
            self.progress(self.start + share * (self.stop - self.start))

    def part(self, start: float, stop: float) -> Control:
        """The same control for a part of the work."""
        return Control(self.cancelled, self.progress, start, stop)


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
