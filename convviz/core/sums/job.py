"""One convolution to be computed, checked and with every choice made; how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
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
