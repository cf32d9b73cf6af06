"""A convolution as one matrix product: output = W x input, both written row by row as columns.

W has a row for every output cell and a column for every input value. Every row holds the kernel's
weights, at the places its window covers, and zeros elsewhere: the same few weights again and again.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.sizes.padding import CONSTANT, FILLS, check_fill, source_index
from convviz.core.sizes.settings import Settings
from convviz.core.sizes.shapes import AxisSize, ShapeSize
from convviz.core.stages.pipeline import Chain, weights_for

Ints: TypeAlias = NDArray[np.intp]

LIMIT = 4096
"""W is not built with more rows or columns: it could no longer be read."""


def as_matrix(size: ShapeSize, weights: ArrayLike, fill: str | float = "zero") -> Any:
    """Write the sliding of ``weights`` over an input as a sparse matrix W with ``W @ x == sums``.

    ``size`` holds the terms of both axes. ``weights`` (kh, kw), or (kh, kw, C) for an input of C
    channels, are as applied: turned already for a true convolution. ``x`` is the input row by row
    (``image.ravel()``), the answer the output row by row, before divisor and bias. Returns a
    `scipy.sparse.csr_array` without stored zeros. ValueError for more than `LIMIT` rows or columns,
    and for a padding whose constant is not 0: it is no part of x, so no W can bring it in.

    V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep learning"
    (arXiv:1603.07285), section 4.1.

    >>> from convviz.core.sizes.shapes import output_size
    >>> as_matrix(output_size((1, 4), (1, 3)), [[1, 0, -1]]).toarray().tolist()
    [[1.0, 0.0, -1.0, 0.0], [0.0, 1.0, 0.0, -1.0]]
    """
    taps = np.asarray(weights, dtype=np.float64)
    taps = taps[:, :, None] if taps.ndim == 2 else taps
    channels = taps.shape[2]
    shape = matrix_shape(size, channels)
    if max(shape) > LIMIT:
        raise ValueError(f"W would have {shape[0]} x {shape[1]} entries; at most {LIMIT} x {LIMIT} are drawn")
    fill = check_fill(fill)
    copies = isinstance(fill, str) and fill in FILLS and fill not in ("zero", "mean")
    if size.padding != ((0, 0), (0, 0)) and not copies and fill not in ("zero", 0.0):
        raise ValueError(f"padding with {fill} adds a constant, which is no part of the input")
    rows, columns = _sources(size.rows, fill), _sources(size.columns, fill)
    return _assembled(shape, rows, columns, taps, size.columns.input)


def matrix_of(chain: Chain, settings: Settings) -> Any:
    """W of a chain's convolution, for the input as the kernel sees it; see `as_matrix`.

    Where each channel is convolved on its own, W is the one that every channel shares, or the
    first channel's.

    >>> from convviz.core import Kernel, chain
    >>> settings = Settings(Kernel([[1.0] * 3] * 3))
    >>> matrix_of(chain((9, 9), settings), settings).shape
    (49, 81)
    """
    weights = weights_for(settings, chain.input)
    if len(chain.input) == 3:
        channels = chain.input[2]
        if settings.channels == "each":
            weights = weights[:, :, 0] if weights.ndim == 3 else weights
        elif weights.ndim == 2:
            weights = np.repeat(weights[:, :, None], channels, axis=2)
    return as_matrix(chain.convolution_size, weights, settings.fill)


def matrix_shape(size: ShapeSize, channels: int = 1) -> tuple[int, int]:
    """(rows, columns) of W: output cells, and input values.

    >>> from convviz.core.sizes.shapes import output_size
    >>> matrix_shape(output_size((9, 9), (3, 3)))
    (49, 81)
    """
    rows, columns = size.rows, size.columns
    return rows.output * columns.output, rows.input * columns.input * channels


def distinct_weights(matrix: Any) -> int:
    """How many different numbers other than 0 stand in W: those that the windows share.

    >>> from convviz.core.sizes.shapes import output_size
    >>> distinct_weights(as_matrix(output_size((9, 9), (3, 3)), [[1, 0, -1]] * 3))
    2
    """
    return int(np.unique(matrix.data).size)


def _sources(axis: AxisSize, fill: str | float) -> Ints:
    """For every window (down) and tap (across) of one axis the input cell it reads, or `CONSTANT`."""
    where = np.array([axis.positions(i) for i in range(axis.output)], dtype=np.intp)
    return source_index(where, axis.input, fill)


def _assembled(
    shape: tuple[int, int], rows: Ints, columns: Ints, taps: NDArray[np.float64], width: int
) -> Any:
    """Every weight at (output cell, input value); weights that meet there add up."""
    from scipy import sparse  # imported late: the window opens without it

    channels = taps.shape[2]
    row = rows[:, None, :, None, None]
    column = columns[None, :, None, :, None]
    cell = np.arange(shape[0], dtype=np.intp).reshape(rows.shape[0], columns.shape[0], 1, 1, 1)
    value = (row * width + column) * channels + np.arange(channels, dtype=np.intp)
    weight = taps[None, None]
    inside = (row != CONSTANT) & (column != CONSTANT) & (weight != 0)
    cell, value, weight, inside = np.broadcast_arrays(cell, value, weight, inside)
    made = sparse.coo_array((weight[inside], (cell[inside], value[inside])), shape=shape).tocsr()
    made.eliminate_zeros()
    return made
