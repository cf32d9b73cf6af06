"""Sums of products from planes of values that lie side by side: matrix products."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.preview_windows import Windows
from convviz.core.sums.job import Map
from convviz.core.sums.kinds import sum_type

PRODUCT = 250_000
"""Multiplications in one call of BLAS. Beyond that OpenBLAS shares the call among threads and waits for
all of them, which takes a hundred times longer when the computer is busy."""


class Pixels:
    """A picture and what must be known of it for choosing the type of its sums; looked at once."""

    def __init__(self, seen: Map) -> None:
        self.seen = seen if seen.ndim == 3 else seen[:, :, None]
        self.finite = True
        self._stand_in = self._looked_at()

    def _looked_at(self) -> Map:
        """A tiny picture for which `sum_type` decides as for this one."""
        seen = self.seen
        if seen.dtype.kind == "f":
            low, high = seen.min(), seen.max()
            self.finite = bool(np.isfinite(low) and np.isfinite(high))
            if not self.finite or not _whole(seen):
                return np.full((1, 1, seen.shape[2]), 0.5, seen.dtype)
        else:
            low, high = seen.min(), seen.max()
        ends = np.empty((2, 1, seen.shape[2]), seen.dtype)
        ends[0], ends[1] = low, high
        return ends

    def sum_dtype(
        self, weights: NDArray[np.float64], fills: NDArray[np.float64], each: bool
    ) -> np.dtype[Any]:
        """The type that `convolution.prepare` would choose for the sums."""
        return sum_type(self._stand_in, weights, fills, each).dtype


def _whole(seen: Map) -> bool:
    """Whether all values are whole numbers; most pictures of floats say no after a few rows."""
    step = max(1, 65536 // max(1, seen[0].size))
    parts = (seen[first : first + step] for first in range(0, len(seen), step))
    return all(bool((part == np.rint(part)).all()) for part in parts)


@dataclass(frozen=True, eq=False)
class Matrices:
    """A kernel for planes of T distances: ``values`` (C, M, T), one row for each cell pooled into one.

    ``own`` (M, k) are the distances at which such a row has the kernel's weights, zeros included.
    """

    values: Map
    own: NDArray[np.intp]

    def joined(self) -> Matrices:
        """The channels one behind the other, (1, M, C T), for sums over all of them."""
        channels, cells, taps = self.values.shape
        values = self.values.transpose(1, 0, 2).reshape(1, cells, channels * taps)
        own = self.own[:, None, :] + taps * np.arange(channels)[None, :, None]
        return Matrices(values, own.reshape(cells, -1))


def matrices(weights: NDArray[np.float64], windows: Windows, dtype: np.dtype[Any]) -> Matrices:
    """Lay out a kernel (kh, kw, C) for some planes, in the type of the sums."""
    down, across = windows.down.places, windows.across.places
    width = len(windows.across.sources)
    own = (down[:, None, :, None] * width + across[None, :, None, :]).reshape(-1, weights[..., 0].size)
    values = np.zeros((weights.shape[2], len(own), windows.taps), dtype)
    for channel in range(weights.shape[2]):
        line = weights[:, :, channel].ravel().astype(dtype)
        np.put_along_axis(values[channel], own, np.broadcast_to(line, own.shape), axis=1)
    return Matrices(values, own)


def add_up(planes: Map, kernel: Matrices, *, finite: bool) -> Map:
    """All sums from planes (C, T, n): (C, M, n), one map a channel, for a kernel (C, M, T).

    Where the picture is not ``finite``, the zeros that fill a row beside its own weights must not
    meet its values: 0 times infinity is not a number.
    """
    channels, cells, _ = kernel.values.shape
    planes = planes.reshape(channels, -1, planes.shape[2])
    out = np.empty((channels, cells, planes.shape[2]), kernel.values.dtype)
    with np.errstate(all="ignore"):
        for weights, plane, target in zip(kernel.values, planes, out, strict=True):
            if finite:
                _multiply(weights, plane, target)
                continue
            for cell, own in enumerate(kernel.own):
                _multiply(weights[cell : cell + 1, own], plane[own], target[cell : cell + 1])
    return out


def _multiply(weights: Map, plane: Map, out: Map) -> None:
    """``weights @ plane``, short runs at a time."""
    if len(weights) == 1:  # a matrix of two rows is quicker than one of one row
        weights = np.repeat(weights, 2, axis=0)
    step = max(64, PRODUCT // weights.size)
    for first in range(0, plane.shape[1], step):
        part = plane[:, first : first + step].astype(weights.dtype, copy=False)
        if len(out) == 1:
            out[0, first : first + step] = np.matmul(weights, part)[0]
        else:
            np.matmul(weights, part, out=out[:, first : first + step])
