"""The convolution of a result, computed once more by SciPy and compared cell by cell.

SciPy's function works in float64 on the same input; its sums are divided and shifted by the bias
as ours are. It has neither our padding nor strides: it gets the padded input, and every s-th of
its cells is taken. `tolerance` is how far two correct maps may differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.exact import all_whole
from convviz.core.scipy_check.parts import Block, Part, Run, blocks, choose
from convviz.core.sizes.padding import CONSTANT, source_index
from convviz.core.stages.pipeline import Cancelled, Result

ROWS = 256
"""Rows of the input that are read at a time."""

Floats: TypeAlias = NDArray[np.float64]
Correlate: TypeAlias = Callable[..., Any]
BLOCK = 1 << 25
"""Multiply-adds between two checks for cancellation: 15 to 40 ms."""

LEAST = float(np.finfo(np.float64).eps)
"""SciPy leaves out weights of this size and below."""


@dataclass(frozen=True)
class Tolerance:
    """``value`` is the difference allowed; 0 where all values are whole numbers that ``dtype`` holds.

    Otherwise it is the error bound of sums in ``dtype``: every one of ``taps`` products is rounded,
    and so is the sum after each of them, by at most half of ``eps`` times what the products can
    amount to, which is ``weights`` (the sum of their sizes) times ``pixels`` (the largest size in
    the input and its padding). Two more roundings follow, by the divisor and the bias.
    ``roomy`` says that no sum can leave the range of ``dtype``.
    """

    value: float
    exact: bool
    taps: int
    eps: float
    weights: float
    pixels: float
    dtype: str
    roomy: bool


def tolerance(result: Result) -> Tolerance:
    """Compute the difference allowed between a result's convolution and SciPy's.

    >>> from convviz.core import Image, Kernel, Settings, run
    >>> tolerance(run(Image(np.eye(3)), Settings(Kernel([[1, 2]])))).value
    0.0
    >>> round(tolerance(run(Image(np.eye(3, dtype=np.float32)), Settings(Kernel([[0.1, 0.2]])))).value, 9)
    1.43e-07
    """
    settings, kernel = result.settings, result.settings.kernel
    planes = result.input.shape[2] if result.input.ndim == 3 else 1
    together = planes if settings.channels != "each" else 1
    used = kernel.for_channels(planes).weights if kernel.has_channels or planes > 1 else kernel.weights
    sizes = np.abs(used).reshape(kernel.rows, kernel.columns, planes)
    weights = float(sizes.sum(axis=(0, 1, 2) if together > 1 else (0, 1)).max())
    taps = kernel.rows * kernel.columns * together
    numbers = np.finfo(result.convolution.dtype)
    eps, tiny = float(numbers.eps), float(numbers.smallest_subnormal)
    largest, whole = _look(result.input)
    pixels = max(largest, *map(abs, result.fills or (0.0,)))
    divisor, bias = abs(kernel.divisor), abs(settings.bias)
    bound = weights * pixels
    exact = whole and all(map(all_whole, (used, np.asarray(result.fills), np.asarray(settings.bias))))
    exact = exact and kernel.divisor == 1 and bound + bias < 2 / eps
    rounding = ((taps + 2) * eps * bound + taps * tiny * (1 + pixels)) / divisor + eps * bias
    roomy = bound * max(1.0, 1 / divisor) + bias < float(numbers.max) / 4
    value = 0.0 if exact else rounding
    return Tolerance(value, exact, taps, eps, weights, pixels, result.convolution.dtype.name, roomy)


def _look(pixels: NDArray[Any]) -> tuple[float, bool]:
    """The largest finite size among the pixels, and whether all of them are (finite) whole numbers."""
    if pixels.dtype.kind not in "f":
        return max(-float(pixels.min()), float(pixels.max())), True
    largest, whole = 0.0, True
    for top in range(0, len(pixels), ROWS):
        part = pixels[top : top + ROWS]
        size = max(-float(part.min()), float(part.max()))
        if not np.isfinite(size):
            whole = False
            size = float(np.abs(part[np.isfinite(part)]).max(initial=0.0))
        largest = max(largest, size)
        whole = whole and all_whole(part)
    return largest, whole


@dataclass(frozen=True)
class Difference:
    """The cell at which two maps differ most, and both values there."""

    row: int
    column: int
    channel: int
    shown: float
    scipy: float
    size: float


@dataclass(frozen=True)
class Report:
    """What a comparison with SciPy found.

    ``parts`` are the rectangles of the map that were compared, in all channels; ``compared`` and
    ``left_out`` count their values, ``total`` those of the map. ``wrong`` values differ by more than
    the tolerance; ``largest`` is the largest difference of all, None where no value differs.
    ``function`` is SciPy's, ``scale`` what the weights were multiplied by for it.
    """

    parts: tuple[Part, ...]
    total: int
    compared: int
    left_out: int
    wrong: int
    largest: Difference | None
    tolerance: Tolerance
    function: str
    scale: float

    @property
    def equal(self) -> bool:
        """Whether every value compared is SciPy's."""
        return self.wrong == 0

    @property
    def difference(self) -> float:
        """The size of the largest difference."""
        return 0.0 if self.largest is None else self.largest.size


def check(
    result: Result,
    visible: tuple[range, range] | None = None,
    *,
    seed: int | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Report:
    """Compare the convolution of ``result`` with SciPy's.

    ``visible`` are the rows and columns of the map on the screen; they, and ``seed``, matter for
    large maps alone (see `parts.choose`). Values are left out whose windows touch NaN or
    infinity, or whose sums the map's type cannot hold. `Cancelled` once ``cancelled()`` says so,
    ValueError for a map on demand, ImportError without SciPy.

    >>> from convviz.core import Image, Kernel, Settings, run
    >>> report = check(run(Image(np.eye(5)), Settings(Kernel([[1, 2], [3, 4]]), padding="same")))
    >>> report.equal, report.compared, report.difference, report.function
    (True, 25, 0.0, 'scipy.ndimage.correlate')
    """
    if not isinstance(result.convolution, np.ndarray):
        raise ValueError("a map on demand has no values to compare")
    scipy = _SciPy(result)
    parts = choose(result.chain.convolution_size, scipy.taps, visible, seed)
    findings = []
    for block in chain.from_iterable(
        blocks(part, result.chain.convolution_size, scipy.taps, BLOCK) for part in parts
    ):
        if cancelled is not None and cancelled():
            raise Cancelled
        findings.append(scipy.compare(block))
    planes = scipy.shown.shape[2]
    left_out = sum(left for left, _, _ in findings)
    differing = [found for _, _, found in findings if found is not None]
    return Report(
        parts,
        scipy.shown.size,
        sum(part.cells for part in parts) * planes - left_out,
        left_out,
        sum(wrong for _, wrong, _ in findings),
        max(differing, key=lambda found: found.size, default=None),
        scipy.tolerance,
        f"scipy.ndimage.{scipy.name}",
        scipy.scale,
    )


class _SciPy:
    """One result, in the terms that SciPy's function works in."""

    def __init__(self, result: Result) -> None:
        from scipy import ndimage  # imported late: the window opens without it

        settings = result.settings
        self._size = result.chain.convolution_size
        self._pixels = result.input if result.input.ndim == 3 else result.input[:, :, None]
        self.shown = result.convolution if result.convolution.ndim == 3 else result.convolution[:, :, None]
        planes = self._pixels.shape[2]
        self._fills = np.asarray(result.fills or (0.0,) * planes)
        self._settings = settings
        self._together = settings.channels != "each" or result.input.ndim == 2
        self.taps = settings.kernel.rows * settings.kernel.columns * planes
        self.tolerance = tolerance(result)
        self.name = "correlate" if settings.operation == "correlate" else "convolve"
        self._function: Correlate = getattr(ndimage, self.name)
        weights = [settings.kernel.plane(c if settings.kernel.has_channels else 0) for c in range(planes)]
        self.scale = _scale(weights)
        self._kernels = [plane * self.scale for plane in weights]
        self._window = np.ones(settings.kernel.size)

    def compare(self, block: Block) -> tuple[int, int, Difference | None]:
        """How many values were left out, how many are wrong, and the largest difference."""
        with np.errstate(all="ignore"):
            padded = self._padded(block)
            shown = self.shown[block.rows.cells[:, None], block.columns.cells]
            left_out = self._left_out(padded, block, shown.shape)
            sums = self._sums(padded, self._kernels, block) / self.scale
            expected = sums / self._settings.kernel.divisor + self._settings.bias
            gaps = np.abs(shown - expected)
        gaps[np.isnan(gaps)] = np.inf  # a NaN where SciPy has a number
        gaps[left_out] = 0
        wrong = int(np.count_nonzero(gaps > self.tolerance.value))
        return int(np.count_nonzero(left_out)), wrong, _largest(gaps, shown, expected, block)

    def _padded(self, block: Block) -> Floats:
        """The padded input that the windows of a block read, in the order of its runs, (h, w, C)."""
        settings, size = self._settings, self._size
        height, width = self._pixels.shape[:2]
        rows = source_index(block.rows.positions(size.rows), height, settings.fill)
        columns = source_index(block.columns.positions(size.columns), width, settings.fill)
        padded = self._pixels[rows[:, None], columns].astype(np.float64)
        padded[rows == CONSTANT] = self._fills
        padded[:, columns == CONSTANT] = self._fills
        return padded

    def _left_out(self, padded: Floats, block: Block, shape: tuple[int, ...]) -> NDArray[np.bool_]:
        """Which values cannot be compared; the pixels that cause it become 0."""
        left_out = np.zeros(shape, np.bool_)
        bad = ~np.isfinite(padded)
        if bad.any():
            padded[bad] = 0
            left_out |= self._sums(bad.astype(np.float64), [self._window] * padded.shape[2], block) > 0.5
        if not self.tolerance.roomy:
            sizes = [np.abs(kernel) for kernel in self._kernels]
            amounts = self._sums(np.abs(padded), sizes, block) / self.scale
            divisor, bias = abs(self._settings.kernel.divisor), abs(self._settings.bias)
            amounts = np.maximum(amounts, amounts / divisor) + bias
            left_out |= ~(amounts < float(np.finfo(self.shown.dtype).max) / 4)
        return left_out

    def _sums(self, padded: Floats, kernels: list[Floats], block: Block) -> Floats:
        """SciPy's sums of products, (rows, columns, maps)."""
        maps = [self._valid(padded[:, :, c], kernel, block) for c, kernel in enumerate(kernels)]
        return sum(maps[1:], maps[0])[:, :, None] if self._together else np.stack(maps, axis=2)

    def _valid(self, plane: Floats, kernel: Floats, block: Block) -> Floats:
        """SciPy's answer for the cells of a block.

        A pixel meets only those that lie a whole number of dilations from it, so rows and columns are split
        into (which dilation, which neighbour) and SciPy is given the kernel as it is. With a kernel full of
        zeros between its weights SciPy lists, before it begins and with the interpreter's lock held, where
        each weight falls for each place near the border: for seconds, and minutes.
        """
        (height, width), (rows, columns) = plane.shape, (block.rows.side, block.columns.side)
        split = plane.reshape(height // rows, rows, width // columns, columns)
        answer = self._function(split, kernel[:, None, :, None], mode="constant")
        kept = answer[self._kept(split.shape[0], kernel.shape[0], block.rows), :]
        kept = kept[:, :, self._kept(split.shape[2], kernel.shape[1], block.columns)]
        return np.asarray(kept).reshape(block.rows.count * rows, block.columns.count * columns)

    def _kept(self, reached: int, kernel: int, run: Run) -> slice:
        first = kernel // 2 if self.name == "correlate" else (kernel - 1) // 2
        return slice(first, first + reached - kernel + 1, run.stride)


def _largest(gaps: Floats, shown: NDArray[Any], expected: Floats, block: Block) -> Difference | None:
    """The largest of the gaps, with its place in the map."""
    place = np.unravel_index(int(np.argmax(gaps)), gaps.shape)
    if gaps[place] == 0:
        return None
    row, column, channel = (int(i) for i in place)
    values = (float(values[place]) for values in (shown, expected, gaps))
    return Difference(int(block.rows.cells[row]), int(block.columns.cells[column]), channel, *values)


def _scale(weights: list[Floats]) -> float:
    """A power of two that lifts weights above `LEAST`, where there are others."""
    sizes = np.abs(np.asarray(weights))
    if not ((sizes > 0) & (sizes <= LEAST)).any():
        return 1.0
    return float(2.0 ** min(1000.0, -np.floor(np.log2(sizes.max()))))
