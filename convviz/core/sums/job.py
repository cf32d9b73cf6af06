"""One convolution to be computed, how its blocks of rows are shared among threads, and how it is stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.base.exact import float_type
from convviz.core.sizes.padding import Indices
from convviz.core.sizes.shapes import ShapeSize

Map: TypeAlias = NDArray[Any]
Mode: TypeAlias = Literal["sum", "each", "filters"]
Finish: TypeAlias = Callable[[int, int], None]
"""Called with the rows (first, last + 1) whose sums are complete, while they are still in the cache."""

THREADS = 2
"""The thread that calls, and helpers. More would only wait for the interpreter's lock."""

Work: TypeAlias = Callable[[int, int], None]
"""Computes the rows ``first`` to ``last`` - 1."""

LARGE, SMALL = 1e30, 1e-30
"""Weights beyond these would leave the range of float32 with the first product, or lose digits; so might a
bias that is large."""

FEW = 1 << 14
"""Above so many values a sample is checked first, and all values only if it is of whole numbers."""

NARROW, WIDE = np.dtype(np.float32), np.dtype(np.float64)
EXACT = 2.0**24
"""Below this size every whole number is a float32."""

RUN = {("f4", 1): 64, ("f4", 3): 32, ("f8", 1): 32, ("f8", 3): 16}
"""How many chosen cells machine code takes side by side, by the type of the sums and the channels."""


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
    """Cancellation and progress of a computation, checked between blocks.

    ``cancelled`` is called from any thread; ``progress`` gets shares from ``start`` to ``stop``
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
        """Report that this share, 0 to 1, of the part between start and stop is done."""
        if self.progress is not None:
            self.progress(self.start + share * (self.stop - self.start))

    def part(self, start: float, stop: float) -> Control:
        """The same control for a part of the work."""
        return Control(self.cancelled, self.progress, start, stop)


_helpers = ThreadPoolExecutor(THREADS, "convviz-sums")


def share(total: int, step: int, make: Callable[[], Work], control: Control, threads: int = THREADS) -> None:
    """Work through rows 0 to ``total``, ``step`` at a time: ``work(first, last)`` for every block.

    ``make`` is called once a thread and returns the function that does the work, with buffers of
    its own. A free thread takes the next block. The first exception, or `Cancelled`, ends everything
    and is raised here.
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
        # No checks while adding: infinity minus infinity is an answer here, not a mistake.
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


def sum_type(
    pixels: Map,
    weights: NDArray[np.float64],
    fills: NDArray[np.float64],
    each: bool = False,
    *,
    bias: ArrayLike = 0.0,
    divisor: float = 1.0,
) -> np.dtype[Any]:
    """Choose the type for the sums of a checked image (H, W, C) and its kernel.

    float32, or float64 for what float32 cannot hold: float64 images, wide whole numbers, weights
    and biases beyond its range, and sums of whole numbers that would not be exact, also after
    ``divisor`` and a whole-number ``bias`` (a number, or one a filter). A bias that is not whole
    decides nothing. ``fills`` are the constants of the padding.

    >>> sum_type(np.full((3, 3, 1), 255, np.uint8), np.full((3, 3, 1), 10000.0), np.zeros(1))
    dtype('float64')
    """
    if float_type(pixels.dtype) == WIDE:
        return WIDE
    sizes = np.abs(weights)
    biases = [abs(number) for number in np.asarray(bias, dtype=np.float64).ravel().tolist()]
    if max(biases, default=0.0) > LARGE or sizes.max() > LARGE:
        return WIDE
    if sizes.min() < SMALL and sizes[sizes < SMALL].any():
        return WIDE
    total = float(sizes.sum(axis=(0, 1) if each else (0, 1, 2)).max())
    offset = max(filter(float.is_integer, biases), default=0.0)
    room = min(EXACT, (EXACT - offset) * abs(divisor)) if offset else EXACT
    filled = max(map(abs, fills.tolist()), default=0.0)
    if max(_most(pixels), filled) * total < room:
        return NARROW  # whole or not, float32 does
    if not (weights == np.rint(weights)).all() or not all(map(float.is_integer, fills.tolist())):
        return NARROW
    largest = _largest(pixels)
    return NARROW if largest is None or max(largest, filled) * total < room else WIDE


def _most(pixels: Map) -> float:
    """A bound on the pixels' size if one is quickly known; infinity otherwise."""
    if pixels.dtype.kind == "b":
        return 1.0
    if pixels.dtype.kind in "iu":
        limits = np.iinfo(pixels.dtype)
        return float(max(-limits.min, limits.max))
    if pixels.size > FEW:
        return np.inf
    largest = max(-float(pixels.min()), float(pixels.max()))
    return largest if largest == largest else np.inf


def _largest(pixels: Map) -> float | None:
    """The largest size of whole-number pixels; None where they are not (known to be) whole."""
    if pixels.dtype.kind in "biu":
        return float(max(-int(pixels.min()), int(pixels.max())))
    if pixels.size > FEW:
        few = pixels[:: max(1, pixels.shape[0] // 32), :: max(1, pixels.shape[1] // 32)]
        if not (few == np.rint(few)).all():
            return None
    largest = max(-float(pixels.min()), float(pixels.max()))
    return largest if largest < np.inf and (pixels == np.rint(pixels)).all() else None
