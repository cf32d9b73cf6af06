"""The kernel: the small array of weights that slides over an image."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.base.exact import exact_number
from convviz.core.base.limits import LIMITS
from convviz.core.base.translatable import TranslatableError, translatable
from convviz.core.kernels import text as kernel_text
from convviz.core.kernels.text import FARTHEST, LIMIT, format_weight

Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Kernel:
    """Weights that are multiplied with a window of the image, and the number they are divided by.

    ``weights`` has shape (rows, columns), or (rows, columns, channels) where every channel of
    the image has its own; it is float64 and read-only. ``name`` is the library key it came from
    ("" once a weight was edited). Methods return a new kernel, which keeps its name only where
    nothing changed. Raises ValueError for anything but 1 to 31 rows and columns of finite numbers
    (up to `FARTHEST`) and a divisor within the limits of `core.base.limits` that float64 does not change.

    >>> Kernel([[1, 0, -1]] * 3).size
    (3, 3)
    """

    weights: Array
    divisor: float = 1.0
    name: str = ""

    def __init__(self, weights: ArrayLike, divisor: float = 1.0, name: str = "") -> None:
        array = _checked(weights)
        array.setflags(write=False)
        if isinstance(divisor, int):
            divisor = exact_number(divisor, "divisor")
        if not math.isfinite(divisor) or divisor == 0:
            raise TranslatableError(
                "the divisor is {divisor}; it must be a finite number other than 0", divisor=f"{divisor:g}"
            )
        largest = float(np.abs(array).max())
        if largest > FARTHEST or largest > FARTHEST * 1e6 * abs(divisor):
            number = largest if largest > FARTHEST else largest / divisor
            if math.isinf(number):
                LIMITS["divisor"].check(divisor, "divisor")
            raise TranslatableError(
                "{text!r} is too large; the limit is {most:g}",
                text=format_weight(number),
                most=FARTHEST if largest > FARTHEST else FARTHEST * 1e6,
            )
        LIMITS["divisor"].check(divisor, "divisor")
        object.__setattr__(self, "weights", array)
        object.__setattr__(self, "divisor", float(divisor))
        object.__setattr__(self, "name", name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Kernel):
            return NotImplemented
        return (
            self.name == other.name
            and self.divisor == other.divisor
            and np.array_equal(self.weights, other.weights)
        )

    def __hash__(self) -> int:
        return hash((self.name, self.divisor, self.weights.shape, (self.weights + 0.0).tobytes()))

    # What it is

    @property
    def rows(self) -> int:
        return int(self.weights.shape[0])

    @property
    def columns(self) -> int:
        return int(self.weights.shape[1])

    @property
    def size(self) -> tuple[int, int]:
        """(rows, columns)."""
        return self.rows, self.columns

    @property
    def has_channels(self) -> bool:
        """Whether every channel has weights of its own."""
        return self.weights.ndim == 3

    @property
    def channels(self) -> int:
        """How many planes of weights there are: 1 if all channels share one."""
        return self.weights.shape[2] if self.has_channels else 1

    @property
    def taps(self) -> int:
        """How many weights there are: rows * columns * channels."""
        return self.weights.size

    @property
    def total(self) -> float:
        """The sum of all weights, before the divisor."""
        return math.fsum(self.weights.flat)

    @property
    def keeps_range(self) -> bool:
        """Whether results stay within the image's range: nothing negative, and weights that sum to 1."""
        scaled = self.weights / self.divisor
        return bool((scaled >= 0).all()) and math.isclose(self.total / self.divisor, 1.0, rel_tol=1e-9)

    @property
    def is_half_turn_symmetric(self) -> bool:
        """Whether turning by 180 degrees changes nothing, so that correlation equals convolution."""
        return np.array_equal(self.weights, self.weights[::-1, ::-1])

    def rank(self) -> int:
        """How many row-times-column products the weights are made of; over channels, the largest.

        >>> Kernel([[1, 2, 1], [2, 4, 2], [1, 2, 1]]).rank()
        1
        """
        return max(int(np.linalg.matrix_rank(self.plane(c))) for c in range(self.channels))

    @property
    def is_separable(self) -> bool:
        """Whether one column times one row makes it (in every channel): two passes do for one."""
        return self.rank() <= 1

    def plane(self, channel: int = 0) -> Array:
        """The weights for one channel, shape (rows, columns); the shared ones if there is one plane."""
        return self.weights[:, :, channel] if self.has_channels else self.weights

    # What can be made of it

    def _changed(self, weights: Array, divisor: float | None = None) -> Kernel:
        divisor = self.divisor if divisor is None else divisor
        same = divisor == self.divisor and np.array_equal(weights, self.weights)
        return self if same else Kernel(weights + 0.0, divisor)  # + 0.0 makes -0 a plain 0

    def for_channels(self, channels: int) -> Kernel:
        """Fit it to an image of so many channels: the planes repeat, the last one as often as needed.

        One channel gives a plain (rows, columns) kernel made of the first plane. The name stays.

        >>> Kernel([[1, 2]]).for_channels(3).weights.shape
        (1, 2, 3)
        """
        if channels < 1:
            raise ValueError(f"an image has at least 1 channel, not {channels}")
        if channels == 1:
            return Kernel(self.plane(0), self.divisor, self.name) if self.has_channels else self
        if self.has_channels and self.channels == channels:
            return self
        planes = [self.plane(min(c, self.channels - 1)) for c in range(channels)]
        return Kernel(np.stack(planes, axis=2), self.divisor, self.name)

    def with_weight(self, row: int, column: int, value: float, channel: int | None = None) -> Kernel:
        """Change one weight; without ``channel``, in every plane. IndexError if there is no such cell.

        >>> Kernel([[1, 0, -1]]).with_weight(0, 1, 5).weights.tolist()
        [[1.0, 5.0, -1.0]]
        """
        if not (0 <= row < self.rows and 0 <= column < self.columns):
            raise IndexError(f"no weight ({row}, {column}) in a {self.rows}x{self.columns} kernel")
        if channel is not None and not 0 <= channel < self.channels:
            raise IndexError(f"no channel {channel} in a kernel with {self.channels}")
        weights = self.weights.copy()
        if channel is None or not self.has_channels:
            weights[row, column] = value
        else:
            weights[row, column, channel] = value
        return self._changed(weights)

    def with_divisor(self, divisor: float) -> Kernel:
        """Divide by another number. ValueError for 0."""
        return self._changed(self.weights, exact_number(divisor, "divisor"))

    def resized(self, rows: int, columns: int) -> Kernel:
        """Give it another size around the same centre: zeros are added, or rims cut off.

        The centre of n cells is cell (n - 1) // 2, so an odd one more goes to the bottom and right.

        >>> Kernel([[1, 2, 3]]).resized(1, 5).weights.tolist()
        [[0.0, 1.0, 2.0, 3.0, 0.0]]
        """
        if not (1 <= rows <= LIMIT and 1 <= columns <= LIMIT):
            raise _no_such_size(rows, columns)
        weights = np.zeros((rows, columns, *self.weights.shape[2:]))
        new_rows, old_rows = _overlap(rows, self.rows)
        new_columns, old_columns = _overlap(columns, self.columns)
        weights[new_rows, new_columns] = self.weights[old_rows, old_columns]
        return self._changed(weights)

    def rotated(self) -> Kernel:
        """Turn by 90 degrees clockwise."""
        return self._changed(np.rot90(self.weights, -1, axes=(0, 1)))

    def turned(self) -> Kernel:
        """Turn by 180 degrees, as true convolution does."""
        return self._changed(self.weights[::-1, ::-1])

    def mirrored(self) -> Kernel:
        """Swap left and right."""
        return self._changed(self.weights[:, ::-1])

    def flipped(self) -> Kernel:
        """Turn upside down: swap top and bottom."""
        return self._changed(self.weights[::-1])

    def transposed(self) -> Kernel:
        """Make rows columns: mirror at the main diagonal."""
        return self._changed(self.weights.swapaxes(0, 1))

    def negated(self) -> Kernel:
        """Change the sign of every weight."""
        return self._changed(-self.weights)

    def normalised(self) -> Kernel:
        """Choose the divisor so that brightness stays: the sum of the weights, if it is above 0.

        Weights that sum to 0 or less (edges, the X's) cannot keep the brightness; they are divided
        by the number of taps instead, which makes the result the mean of the products.

        >>> Kernel([[1, 2, 1]]).normalised().divisor, Kernel([[1, 0, -1]]).normalised().divisor
        (4.0, 3.0)
        """
        spread = math.fsum(np.abs(self.weights.flat))
        return self.with_divisor(self.total if self.total > 1e-12 * spread else self.taps)

    def averaged(self) -> Kernel:
        """Divide by the number of taps: the result is the mean of the products, as in the X lesson."""
        return self.with_divisor(self.taps)

    @classmethod
    def random(cls, rows: int, columns: int, rng: np.random.Generator, channels: int | None = None) -> Kernel:
        """Draw whole weights from -3 to 3, never all zero; with ``channels``, so many planes.

        >>> Kernel.random(2, 3, np.random.default_rng(1)).size
        (2, 3)
        """
        if not (1 <= rows <= LIMIT and 1 <= columns <= LIMIT):
            raise _no_such_size(rows, columns)
        shape = (rows, columns) if channels is None else (rows, columns, channels)
        weights = rng.integers(-3, 4, size=shape)
        return cls(weights if weights.any() else np.ones(shape))

    # As text and JSON

    def to_text(self, separator: str = "\t") -> str:
        """Write the weights (without the divisor) one row a line, ready to paste into a spreadsheet.

        >>> Kernel([[1, 0.5], [-1, 0]]).to_text(" ")
        '1 0.5\\n-1 0'
        """
        return kernel_text.format_weights(self.weights, separator)

    @classmethod
    def from_text(cls, text: str) -> Kernel:
        """Read weights as `text.parse_weights` does; ValueError names row, column and text.

        >>> Kernel.from_text("1 0 -1; 2 0 -2").weights.tolist()
        [[1.0, 0.0, -1.0], [2.0, 0.0, -2.0]]
        """
        weights, divisor = kernel_text.parse_weights(text)
        return cls(weights, 1.0 if divisor is None else divisor)

    def to_json(self) -> dict[str, object]:
        """What JSON can hold of it: weights as nested lists, divisor, name.

        >>> Kernel([[1, 0, -1]], 3).to_json()
        {'weights': [[1.0, 0.0, -1.0]], 'divisor': 3.0, 'name': ''}
        """
        return {"weights": self.weights.tolist(), "divisor": self.divisor, "name": self.name}

    @classmethod
    def from_json(cls, data: object) -> Kernel:
        """Make a kernel of what `to_json` gave, or of bare nested lists. ValueError for anything else.

        >>> Kernel.from_json({"weights": [[1, 2]], "divisor": 3})
        Kernel(weights=array([[1., 2.]]), divisor=3.0, name='')
        """
        fields = data if isinstance(data, dict) else {"weights": data}
        weights, divisor, name = fields.get("weights"), fields.get("divisor", 1.0), fields.get("name", "")
        if not isinstance(weights, list):
            raise TranslatableError("the JSON has no list of weights")
        if isinstance(divisor, bool) or not isinstance(divisor, int | float):
            raise TranslatableError("the divisor {divisor!r} is not a number", divisor=divisor)
        return cls(weights, divisor, name if isinstance(name, str) else "")


def _no_such_size(rows: int, columns: int) -> TranslatableError:
    text = translatable("a kernel of {size} does not exist: 1 to {most} rows and columns")
    return TranslatableError(text, size=f"{rows}x{columns}", most=LIMIT)


def _overlap(new: int, old: int) -> tuple[slice, slice]:
    """The overlapping cells of a new and an old axis with the same centre."""
    shift = (new - 1) // 2 - (old - 1) // 2
    start, stop = max(shift, 0), min(shift + old, new)
    return slice(start, stop), slice(start - shift, stop - shift)


def _checked(weights: ArrayLike) -> Array:
    """A float64 copy of the weights, or ValueError saying what is wrong with their shape or values."""
    try:
        given = np.asarray(weights)
    except ValueError:
        raise TranslatableError("the rows of the kernel are not equally long") from None
    if given.dtype.kind not in "biuf":
        raise TranslatableError("weights of type {type} are not real numbers", type=given.dtype)
    if given.ndim not in (2, 3) or given.size == 0:
        raise TranslatableError(
            "a kernel is (rows, columns) or (rows, columns, channels), not {shape}", shape=given.shape
        )
    if given.shape[0] > LIMIT or given.shape[1] > LIMIT:
        raise _no_such_size(given.shape[0], given.shape[1])
    array = np.array(given, dtype=np.float64, order="C")
    bad = np.argwhere(~np.isfinite(array))
    if len(bad):
        row, column = (int(n) + 1 for n in bad[0][:2])
        raise TranslatableError(
            "the weight in row {row}, column {column} is not finite", row=row, column=column
        )
    return array
