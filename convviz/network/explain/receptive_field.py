"""What part of the picture a value can see."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from convviz.core.sizes.shapes import AxisSize
from convviz.network.model import layers as kinds
from convviz.network.model.layers import INPUT, Array
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell, cell_at

Span = tuple[int, int]
"""First and last cell of an axis."""


@dataclass(frozen=True)
class Box:
    """Rows ``top`` to ``bottom`` and columns ``left`` to ``right``, the last ones included.

    It may reach beyond the picture, into what the padding stands for.
    """

    top: int
    left: int
    bottom: int
    right: int

    @property
    def size(self) -> tuple[int, int]:
        """(rows, columns)."""
        return self.bottom - self.top + 1, self.right - self.left + 1

    def clipped(self, rows: int, columns: int) -> Box:
        """The part that lies on a picture of this size."""
        return Box(
            max(self.top, 0), max(self.left, 0), min(self.bottom, rows - 1), min(self.right, columns - 1)
        )

    def joined(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.top, other.top), min(self.left, other.left),
            max(self.bottom, other.bottom), max(self.right, other.right),
        )  # fmt: skip


def receptive_box(network: Network, cell: Cell, onto: int = INPUT) -> Box:
    """The part of the picture (or of the layer ``onto``) that can change a value.

    Behind a dense layer this is everything. ValueError where the value does not depend on ``onto``.
    """
    shape = network.shape(cell.layer)
    start = Box(cell.row, cell.column, cell.row, cell.column)
    boxes: dict[int, Box] = {cell.layer: start}
    for at in range(cell.layer, onto, -1):
        if at not in boxes:
            continue
        layer = network.layers[at]
        for source in layer.inputs:
            box = below(layer, boxes[at], network.shape(source), cell if at == cell.layer else None)
            boxes[source] = box.joined(boxes[source]) if source in boxes else box
    if onto not in boxes:
        raise ValueError(f"layer {cell.layer} of {shape} does not read layer {onto}")
    return boxes[onto]


def field_size(network: Network, layer: int) -> tuple[int, int]:
    """(rows, columns) of the picture that one value of a layer sees; all of it behind a dense layer."""
    return receptive_box(network, Cell(layer)).size


def below(layer: kinds.Layer, box: Box, shape: tuple[int, ...], cell: Cell | None) -> Box:
    """What a layer reads of one of shape ``shape`` for the cells in a box, or for one cell alone."""
    if isinstance(layer, (kinds.Activation, kinds.Normalisation)):  # the most frequent ones
        return box
    if isinstance(layer, (kinds.Convolution, kinds.Pooling)):
        top, bottom = _span(layer.size.rows, (box.top, box.bottom))
        left, right = _span(layer.size.columns, (box.left, box.right))
        return Box(top, left, bottom, right)
    if isinstance(layer, kinds.TransposedConvolution):
        (top, bottom), (left, right) = (
            _spread(layer, axis, span)
            for axis, span in enumerate(((box.top, box.bottom), (box.left, box.right)))
        )
        return Box(top, left, bottom, right)
    if isinstance(layer, kinds.Resampling):
        top, bottom = _mixed(layer.rows, (box.top, box.bottom))
        left, right = _mixed(layer.columns, (box.left, box.right))
        return Box(top, left, bottom, right)
    if isinstance(layer, kinds.Moved):
        return _origin(layer, box, cell)
    if isinstance(layer, kinds.Merge):
        return _single(box, layer.shape, shape)
    if isinstance(layer, kinds.LiveNormalisation):
        return box if layer.axes == (len(shape) - 1,) and len(shape) > 1 else _all(shape)
    if isinstance(layer, kinds.ZeroPadding):
        rows, columns = layer.amounts[0][0], layer.amounts[1][0]
        return Box(box.top - rows, box.left - columns, box.bottom - rows, box.right - columns)
    if isinstance(layer, kinds.Reshape) and cell is not None and len(shape) == 3 and len(layer.shape) == 1:
        row, column = divmod(cell.channel // shape[2], shape[1])
        return Box(row, column, row, column)
    if isinstance(layer, (kinds.GlobalPooling, kinds.Reshape, kinds.Opaque)) or (
        isinstance(layer, kinds.Dense) and len(shape) == 1
    ):
        return _all(shape)
    return box


def _all(shape: tuple[int, ...]) -> Box:
    rows, columns = shape[:2] if len(shape) == 3 else (1, 1)
    return Box(0, 0, rows - 1, columns - 1)


def _span(axis: AxisSize, span: Span) -> Span:
    return axis.start(span[0]), axis.start(span[1]) + axis.effective_kernel - 1


def _spread(layer: kinds.TransposedConvolution, axis: int, span: Span) -> Span:
    """The first and last place below whose window reaches into a span."""
    reach = (layer.weights.shape[axis] - 1) * layer.dilation[axis]
    first, last = span[0] + layer.cut[axis] - reach, span[1] + layer.cut[axis]
    return -(-first // layer.stride[axis]), max(last // layer.stride[axis], -(-first // layer.stride[axis]))


def _mixed(shares: Array, span: Span) -> Span:
    """The first and last place below that has a share in a span."""
    used = np.flatnonzero(shares[max(span[0], 0) : span[1] + 1].any(axis=0))
    return (int(used[0]), int(used[-1])) if used.size else (0, 0)


def _origin(layer: kinds.Moved, box: Box, cell: Cell | None) -> Box:
    """The box around all places that values were taken from."""
    if cell is not None:
        place = cell_at(layer.inputs[0], int(layer.sources[cell.position(layer.shape)]), layer.below)
        return Box(place.row, place.column, place.row, place.column)
    inside = box.clipped(*layer.origins.shape[:2])
    cut = layer.origins[inside.top : inside.bottom + 1, inside.left : inside.right + 1]
    if not cut.size:  # a window in the padding sees nothing of this layer; any cell of it will do
        cut = layer.origins[:1, :1]
    (top, left), (bottom, right) = cut[..., :2].min(axis=(0, 1)), cut[..., 2:].max(axis=(0, 1))
    return Box(int(top), int(left), int(bottom), int(right))


def _single(box: Box, shape: tuple[int, ...], below: tuple[int, ...]) -> Box:
    """The same box; the only row or column of a layer that goes with all rows or columns of others."""
    if len(below) == 2 and len(shape) == 3:  # stacked: rows of a layer without channels are its columns
        return Box(0, box.top, 0, box.bottom)
    if len(below) != 3:
        return box
    rows = (0, 0) if below[0] == 1 != shape[0] else (box.top, box.bottom)
    columns = (0, 0) if below[1] == 1 != shape[1] else (box.left, box.right)
    return Box(rows[0], columns[0], rows[1], columns[1])
