"""The values under the kernel at a few chosen output cells, put side by side.

Each of T distances from a window's start has a plane of its own with one value for each chosen
cell. The sums of all windows are then one matrix product, whatever the picture's size: with
the planes at hand, the cost of a new kernel follows the screen and not the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.activations import float_type
from convviz.core.preview_taps import AxisTaps
from convviz.core.sums.job import Map

if TYPE_CHECKING:
    from convviz.core.preview_rest import Rest

BLOCK = 1 << 20
"""Values in one block of planes: what is gathered before it is written stays in the cache."""

FLOATS = 6 << 20
"""Up to so many values are kept as floats; more are kept in the type they came in, to save memory."""

KEPT = 96 << 20
"""Planes of more bytes are not kept but made anew for every kernel."""


@dataclass(frozen=True, eq=False)
class Block:
    """Planes (C, T, n) of the chosen cells in the rows ``first`` to ``last`` - 1."""

    first: int
    last: int
    planes: Map


class Windows:
    """The planes of some chosen cells.

    ``seen`` is (H, W, C), ``constants`` the padding's of each channel. ``cells`` are pooled into
    one (1 without pooling). ``rest`` is what is kept while one weight is dragged.
    """

    def __init__(self, seen: Map, down: AxisTaps, across: AxisTaps, constants: NDArray[np.float64]) -> None:
        self._seen, self.down, self.across, self._constants = seen, down, across, constants
        self.shape = down.sources.shape[1], across.sources.shape[1]
        self.taps = len(down.sources) * len(across.sources)
        self.size: int = seen.shape[2] * self.taps * self.shape[0] * self.shape[1]
        self.dtype: np.dtype[Any] = self._kind()
        self.nbytes: int = self.size * self.dtype.itemsize
        self.cells = len(down.places) * len(across.places)
        self.rest: Rest | None = None
        self._blocks: list[Block] | None = None

    @property
    def kept(self) -> bool:
        """Whether the planes are few enough to be kept."""
        return self.nbytes <= KEPT

    @property
    def made(self) -> bool:
        """Whether the planes are there already."""
        return self._blocks is not None

    @property
    def held(self) -> int:
        """How many bytes are (or will be) kept."""
        values = 0 if self.rest is None else 2 * self.cells * self.size // self.taps
        return (self.nbytes if self.kept else 0) + 4 * values

    def _kind(self) -> np.dtype[Any]:
        raw = self._seen.dtype
        if raw.kind in "biu" and self.size > FLOATS:
            with np.errstate(invalid="ignore"):
                if np.array_equal(self._constants.astype(raw).astype(float), self._constants):
                    return raw
        return float_type(raw)

    def blocks(self) -> Iterator[Block]:
        """The planes, some rows of cells at a time."""
        if self._blocks is not None:
            yield from self._blocks
        elif self.kept:
            self._blocks = list(self._make())
            yield from self._blocks
        else:
            yield from self._make()

    def make(self) -> None:
        """Make the planes now, so that the next kernel is quick."""
        if self.kept and self._blocks is None:
            self._blocks = list(self._make())

    def _make(self) -> Iterator[Block]:
        rows = max(1, BLOCK // (self.size // self.shape[0]))
        for first in range(0, self.shape[0], rows):
            last = min(first + rows, self.shape[0])
            planes = np.empty((self._seen.shape[2], *self._taps(), last - first, self.shape[1]), self.dtype)
            self._gather(planes, self.down.part(first, last))
            self._fill(planes, self.down.part(first, last))
            yield Block(first, last, planes.reshape(planes.shape[0], self.taps, -1))

    def _taps(self) -> tuple[int, int]:
        return len(self.down.sources), len(self.across.sources)

    def _gather(self, planes: Map, rows: NDArray[np.intp]) -> None:
        channels = self._seen.shape[2]
        sources = np.maximum(self.across.sources, 0)
        low, high = int(sources.min()), int(sources.max()) + 1
        places = (sources - low).ravel()
        pixel = self._seen.dtype if channels == 1 else np.dtype((np.void, channels * self._seen.itemsize))
        for tap, lines in enumerate(np.maximum(rows, 0)):
            part = np.ascontiguousarray(self._seen[lines, low:high])  # whole lines: a run through memory each
            found = part.view(pixel).reshape(len(lines), -1).take(places, axis=1)
            found = found.view(self._seen.dtype).reshape(len(lines), *sources.shape, channels)
            for channel in range(channels):
                planes[channel, tap] = found[..., channel].transpose(1, 0, 2)

    def _fill(self, planes: Map, rows: NDArray[np.intp]) -> None:
        """The padding's constants, where cells look beyond the picture."""
        missing = rows < 0
        for tap in np.flatnonzero(missing.any(axis=1)):
            planes[:, tap, :, missing[tap], :] = self._constants[None, :, None, None]
        missing = self.across.sources < 0
        for tap in np.flatnonzero(missing.any(axis=1)):
            planes[:, :, tap, :, missing[tap]] = self._constants[None, :, None, None]
