"""Which cells are connected: from an output cell to its window, from an input cell to its outputs.

Also the common coordinates: every stage is drawn in input pixels, so that a cell of any stage lies
at the centre of the window it was computed from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convviz.core.sizes.settings import StageName
from convviz.core.sizes.shapes import AxisSize, ShapeSize

if TYPE_CHECKING:
    from convviz.core.stages.pipeline import Chain


@dataclass(frozen=True)
class AxisGrid:
    """Cells of one axis in input pixels: cell i spans origin + i*pitch to origin + (i+1)*pitch."""

    origin: float
    pitch: float
    count: int

    def edge(self, index: float) -> float:
        """Start of cell ``index``, in input pixels.

        >>> AxisGrid(0.0, 2.0, 4).edge(3)
        6.0
        """
        return self.origin + self.pitch * index

    def index(self, position: float) -> int | None:
        """The cell that covers ``position``; None outside the grid.

        >>> AxisGrid(1.0, 1.0, 7).index(0.5) is None
        True
        """
        cell = int((position - self.origin) // self.pitch)
        return cell if 0 <= cell < self.count else None


@dataclass(frozen=True)
class StageGrid:
    """The cells of one stage in input pixels."""

    rows: AxisGrid
    columns: AxisGrid


@dataclass(frozen=True)
class Cells:
    """Some rows crossed with some columns of one stage. Positions outside it are padding."""

    rows: Sequence[int]
    columns: Sequence[int]

    @property
    def empty(self) -> bool:
        return not self.rows or not self.columns


def _placed(before: AxisGrid, size: AxisSize) -> AxisGrid:
    """The grid made by sliding windows of ``size`` over ``before``: centred on those windows."""
    shift = -size.before + size.effective_kernel / 2 - size.stride / 2
    return AxisGrid(before.origin + before.pitch * shift, before.pitch * size.stride, size.output)


def _both(before: StageGrid, size: ShapeSize) -> StageGrid:
    return StageGrid(_placed(before.rows, size.rows), _placed(before.columns, size.columns))


def grids(chain: Chain) -> dict[StageName, StageGrid]:
    """Where every stage of ``chain`` lies in input pixels; pooling only where it is on.

    A convolution cell of stride s is s input pixels wide and centred on its window; a pooled
    cell likewise on the cells it gathers.
    """
    height, width = chain.input[:2]
    start = StageGrid(AxisGrid(0.0, 1.0, height), AxisGrid(0.0, 1.0, width))
    convolution = _both(start, chain.convolution_size)
    result: dict[StageName, StageGrid] = {
        "input": start,
        "convolution": convolution,
        "activation": convolution,
    }
    if chain.pooling_size is not None:
        result["pooling"] = _both(convolution, chain.pooling_size)
    return result


def window(size: ShapeSize, row: int, column: int) -> Cells:
    """The positions that one output cell reads; those below 0 or past the end are padding.

    >>> from convviz.core.sizes.shapes import output_size
    >>> list(window(output_size((9, 9), (3, 3), padding=1), 0, 6).rows)
    [-1, 0, 1]
    """
    return Cells(size.rows.positions(row), size.columns.positions(column))


def centred(axis: AxisSize, position: int) -> int:
    """The output cell whose window's centre lies nearest to ``position`` of the stage before.

    >>> from convviz.core.sizes.shapes import output_size
    >>> axis = output_size((9, 9), (3, 3)).rows
    >>> centred(axis, 4), centred(axis, 0), centred(axis, 8)
    (3, 0, 6)
    """
    index = round((position + axis.before - (axis.effective_kernel - 1) / 2) / axis.stride)
    return min(max(index, 0), axis.output - 1)


def fed(size: ShapeSize, row: int, column: int) -> Cells:
    """The output cells whose windows read position (row, column) of the stage before.

    >>> from convviz.core.sizes.shapes import output_size
    >>> fed(output_size((9, 9), (3, 3)), 4, 0)
    Cells(rows=(2, 3, 4), columns=(0,))
    """
    return Cells(_feeds(size.rows, row), _feeds(size.columns, column))


def _feeds(axis: AxisSize, position: int) -> tuple[int, ...]:
    starts = (position + axis.before - tap * axis.dilation for tap in reversed(range(axis.kernel)))
    cells = (start // axis.stride for start in starts if start % axis.stride == 0)
    return tuple(cell for cell in cells if 0 <= cell < axis.output)


def touched(size: ShapeSize, tap_row: int, tap_column: int) -> Cells:
    """Every position of the input that one kernel weight is multiplied with, over the whole map.

    ``tap_row`` and ``tap_column`` count in the kernel as applied (already turned for a true convolution).

    >>> from convviz.core.sizes.shapes import output_size
    >>> list(touched(output_size((9, 9), (3, 3), stride=2), 0, 1).rows)
    [0, 2, 4, 6]
    """
    return Cells(_touches(size.rows, tap_row), _touches(size.columns, tap_column))


def _touches(axis: AxisSize, tap: int) -> range:
    start = tap * axis.dilation - axis.before
    return range(start, start + axis.output * axis.stride, axis.stride)


def span(cells: Cells, size: ShapeSize) -> Cells:
    """The stretch of the stage before that all of ``cells`` read together, gaps included.

    >>> from convviz.core.sizes.shapes import output_size
    >>> span(Cells((6, 7), (6, 7)), output_size((9, 9), (3, 3), padding=1)).rows
    range(5, 9)
    """
    return Cells(_span(cells.rows, size.rows), _span(cells.columns, size.columns))


def _span(indices: Sequence[int], axis: AxisSize) -> range:
    first, last = axis.positions(min(indices)), axis.positions(max(indices))
    return range(first[0], last[-1] + 1)


def inside(cells: Cells, shape: tuple[int, ...]) -> Cells:
    """Only those of ``cells`` that exist in a stage of ``shape``.

    >>> inside(Cells(range(-1, 2), range(7, 10)), (9, 9))
    Cells(rows=(0, 1), columns=(7, 8))
    """
    return Cells(
        tuple(i for i in cells.rows if 0 <= i < shape[0]),
        tuple(i for i in cells.columns if 0 <= i < shape[1]),
    )
