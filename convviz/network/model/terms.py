"""What one value of a network is made of: a frozen answer for every kind of layer.

Sums are added up in float64, so that they can be held against the float32 value the network has.
A `Cell` names a value; cells inside an answer are the way one layer down.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.network.model.layers import INPUT, Shape

Floats = NDArray[np.float64]


@dataclass(frozen=True, order=True)
class Cell:
    """One value: a layer (`INPUT`, -1, is the picture), row and column, and map or neuron."""

    layer: int
    row: int = 0
    column: int = 0
    channel: int = 0

    def position(self, shape: Shape) -> tuple[int, ...]:
        """Where the value stands in an array of this shape, (rows, columns, channels) or (cells,)."""
        return (self.row, self.column, self.channel)[3 - len(shape) :]

    @property
    def is_pixel(self) -> bool:
        """Whether this is a pixel of the picture: the end of the way down."""
        return self.layer == INPUT


def cell_at(layer: int, flat: int, shape: Shape) -> Cell:
    """The cell at a position in a layer of this shape, counted along the last axis first.

    >>> cell_at(3, 7, (2, 2, 3))
    Cell(layer=3, row=1, column=0, channel=1)
    """
    place = tuple(int(one) for one in np.unravel_index(flat, shape))
    return Cell(layer, *((0, 0, 0)[: 3 - len(place)] + place))


@dataclass(frozen=True, eq=False)
class Terms:
    """What all answers have: the value computed here, and the one that the network has."""

    cell: Cell
    value: float
    shown: float

    @property
    def difference(self) -> float:
        """How far the two are apart."""
        return abs(self.value - self.shown)


@dataclass(frozen=True, eq=False)
class SoftmaxTerms:
    """The fraction behind a probability: exp of one logit over the sum of exp of all."""

    logits: Floats
    index: int

    @property
    def powers(self) -> Floats:
        """exp of each logit; infinite from a logit of about 709 on."""
        with np.errstate(over="ignore"):
            return np.asarray(np.exp(self.logits))

    @property
    def total(self) -> float:
        """The sum of `powers`."""
        return float(self.powers.sum())

    @property
    def probability(self) -> float:
        """The fraction, computed without large numbers."""
        powers = np.exp(self.logits - self.logits.max())
        return float(powers[self.index] / powers.sum())


@dataclass(frozen=True, eq=False)
class SumTerms(Terms):
    """A sum of products, plus the bias, through the activation function."""

    inputs: Floats
    weights: Floats
    total: float
    bias: float
    before: float
    activation: str
    slope: float
    softmax: SoftmaxTerms | None

    @property
    def products(self) -> Floats:
        """Every input times its weight."""
        return np.asarray(self.inputs * self.weights)


@dataclass(frozen=True, eq=False)
class ConvolutionTerms(SumTerms):
    """``inputs`` (the windows) and ``weights`` are (kernel rows, kernel columns, channels read).

    ``rows`` and ``columns`` are where the window lies in the layer ``source``, outside of it in the
    padding; ``channels`` are the maps it reads.
    """

    source: int
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    channels: tuple[int, ...]
    is_padding: NDArray[np.bool_]

    @property
    def partial_sums(self) -> Floats:
        """What each map that is read contributes."""
        return np.asarray(self.products.sum(axis=(0, 1)))

    @property
    def ranked(self) -> tuple[int, ...]:
        """Positions in ``channels``, the largest contributions (of either sign) first."""
        return _ranked(self.partial_sums)

    def operand(self, row: int, column: int, at: int) -> Cell | None:
        """The cell behind a number of the window; None in the padding."""
        if self.is_padding[row, column]:
            return None
        return Cell(self.source, self.rows[row], self.columns[column], self.channels[at])


@dataclass(frozen=True, eq=False)
class DenseTerms(SumTerms):
    """``inputs`` and ``weights`` are one number for each cell that is read."""

    sources: tuple[Cell, ...]

    @property
    def ranked(self) -> tuple[int, ...]:
        """Positions in ``inputs``, the largest contributions (of either sign) first."""
        return _ranked(self.products)


@dataclass(frozen=True, eq=False)
class PoolingTerms(Terms):
    """A window of one map: its largest value won, or its mean was taken.

    ``winner`` is the cell that won (the first of equals); None for a mean, of ``count`` cells.
    """

    source: int
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    window: Floats
    is_padding: NDArray[np.bool_]
    winner: Cell | None
    count: int
    total: float


@dataclass(frozen=True, eq=False)
class PassTerms(Terms):
    """The value of another cell, unchanged: flatten, reshape, dropout, concatenate, padding.

    ``source`` is None where zero padding put the value.
    """

    source: Cell | None


@dataclass(frozen=True, eq=False)
class FunctionTerms(Terms):
    """A function of one cell's value: an activation, a normalisation, a scaling.

    ``numbers`` are those of the function by name (mean, deviation, gamma, beta; factor, offset).
    """

    source: Cell
    before: float
    function: str
    numbers: dict[str, float]
    softmax: SoftmaxTerms | None = None


@dataclass(frozen=True, eq=False)
class AddTerms(Terms):
    """Cells of several layers added up, or put together in another way: ``how``, as in `layers.Merge`."""

    sources: tuple[Cell, ...]
    summands: Floats
    how: str = "add"


@dataclass(frozen=True, eq=False)
class PixelTerms(Terms):
    """A pixel of the picture: the network computes nothing here."""


@dataclass(frozen=True, eq=False)
class OpaqueTerms(Terms):
    """A value of a layer that only Keras computes."""

    class_name: str


def _ranked(contributions: NDArray[Any]) -> tuple[int, ...]:
    return tuple(np.argsort(-np.abs(contributions), kind="stable").tolist())
