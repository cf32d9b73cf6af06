"""A result whose maps are computed on demand: only the cells that are read.

Its values are those of `pipeline.run`, to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.exact import all_whole
from convviz.core.images.image import Image
from convviz.core.operations import activations
from convviz.core.operations.convolution import for_channels, places
from convviz.core.operations.pooling import NOTHING, pool_chosen
from convviz.core.sizes.padding import check_fill, constants
from convviz.core.sizes.settings import Settings
from convviz.core.sizes.shapes import AxisSize
from convviz.core.stages.pipeline import Chain, Map, Result, chain, divide_and_add, input_key, weights_for
from convviz.core.sums.job import Job, sum_type
from convviz.core.sums.maps import sums_at

Indices: TypeAlias = NDArray[np.intp]
Read: TypeAlias = Callable[[Indices, Indices, int | None], Map]
"""Rows, columns and a channel (None for all of them) -> the values at all their crossings."""

ANSWERS = 24
"""How many answers one map remembers: painters ask for the same cells many times."""


class OnDemand:
    """Makes results on demand for one picture; usable from any thread.

    ``kernel_input`` is `pipeline.kernel_input` of ``image`` under ``settings``.
    """

    def __init__(self, image: Image, settings: Settings, kernel_input: Map) -> None:
        self.image, self._kernel_input = image, kernel_input
        self._deep = kernel_input if kernel_input.ndim == 3 else kernel_input[:, :, None]
        self._key = input_key(settings)
        self._means = constants(self._deep, "mean") if settings.fill == "mean" else None
        self._like = _stand_in(self._deep)

    def suits(self, image: Image, settings: Settings) -> bool:
        """Whether the kernel input is the same under these settings, and its mean, if needed, is known."""
        known = settings.fill != "mean" or self._means is not None
        return known and image is self.image and input_key(settings) == self._key

    def result(self, settings: Settings) -> Result:
        """The result for these settings, nothing of it computed yet; ValueError, with the numbers."""
        links = chain(self.image.shape, settings)
        weights = for_channels(weights_for(settings, self._kernel_input.shape), self._deep.shape[2])
        each = settings.channels == "each" and self._kernel_input.ndim == 3
        padded = any(sum(links.convolution_size.padding, ()))
        fills = self._constants(settings.fill) if padded else np.zeros(weights.shape[2])
        kind = sum_type(self._like, weights, fills, each, bias=settings.bias, divisor=settings.kernel.divisor)
        size, rows, columns = places(links.convolution_size, check_fill(settings.fill))
        mode: Any = "each" if each else "sum"
        job = Job(self._deep, weights, mode, size, rows, columns, fills, kind)
        return _result(
            self.image,
            self._kernel_input,
            _Stages(settings, links, job),
            tuple(fills.tolist()) if padded else (),
        )

    def _constants(self, fill: str | float) -> NDArray[np.float64]:
        if fill == "mean":
            assert self._means is not None, "these are not the settings it suits"
            return self._means
        return constants(self._deep[:1, :1], fill)


def _stand_in(kernel_input: Map) -> Map:
    """A tiny picture for which `sum_type` decides as for this one; every pixel is read, once."""
    ends = np.empty((2, 1, kernel_input.shape[2]), kernel_input.dtype)
    ends[0], ends[1] = kernel_input.min(), kernel_input.max()
    if kernel_input.dtype.kind == "f" and not (np.isfinite(ends).all() and all_whole(kernel_input)):
        return np.full((1, 1, kernel_input.shape[2]), 0.5, kernel_input.dtype)
    return ends


@dataclass(frozen=True, eq=False)
class _Stages:
    """Reads chosen cells of every stage, (rows, columns) or (rows, columns, channels)."""

    settings: Settings
    chain: Chain
    job: Job
    pooled: list[_Pooled] = field(default_factory=list)

    def sums(
        self, rows: Indices, columns: Indices, more: tuple[int, int] = (1, 1), channel: int | None = None
    ) -> Map:
        """Finished sums (maps, a, b, rows, columns): divided and with the bias; see `sums_at`."""
        sums = sums_at(self.job, rows, columns, more, channel if self.job.mode == "each" else None)
        with np.errstate(all="ignore"):
            divide_and_add(sums, self.settings)
        return sums

    def convolution(self, rows: Indices, columns: Indices, channel: int | None) -> Map:
        known = (one.at(rows, columns) for one in self.pooled if one.channel == channel)
        found = next((one for one in known if one is not None), None)
        if found is None:
            found = self.sums(rows, columns, channel=channel)[:, 0, 0]
        return self._maps(found, channel)

    def activated(self, sums: Map) -> Map:
        return activations.apply(self.settings.activation, sums, self.settings.slope)

    def pooling(self, rows: Indices, columns: Indices, channel: int | None) -> Map:
        size, pool = self.chain.pooling_size, self.settings.pool
        assert size is not None
        (down, missing_rows), (across, missing_columns) = (
            _first_cells(axis, chosen) for axis, chosen in ((size.rows, rows), (size.columns, columns))
        )
        sums = self.sums(down, across, (size.rows.kernel, size.columns.kernel), channel)
        self.pooled[:] = [*self.pooled[-1:], _Pooled(down, across, channel, sums)]
        cells = sums.copy() if self.settings.activation == "none" else self.activated(sums)
        for a, b in zip(*np.nonzero(missing_rows), strict=True):
            cells[:, a, :, b] = NOTHING[pool.kind]
        for a, b in zip(*np.nonzero(missing_columns), strict=True):
            cells[:, :, a, :, b] = NOTHING[pool.kind]
        return self._maps(pool_chosen(cells, size, rows, columns, pool.kind, pool.count_padding), channel)

    def _maps(self, maps: Map, channel: int | None) -> Map:
        """(maps, rows, columns) as a picture has them: (rows, columns), or with the maps behind."""
        return maps.transpose(1, 2, 0) if self.job.mode == "each" and channel is None else maps[0]


@dataclass(frozen=True, eq=False)
class _Pooled:
    """The sums that a pooling needed: the map before it is usually read at the same cells."""

    down: Indices
    across: Indices
    channel: int | None
    sums: Map

    def at(self, rows: Indices, columns: Indices) -> Map | None:
        """The sums (maps, rows, columns) of these cells; None where some are not among them."""
        (a, row), (b, column) = (
            _among(self.down, self.sums.shape[1], rows),
            _among(self.across, self.sums.shape[2], columns),
        )
        if row is None or column is None:
            return None
        return self.sums[:, a[:, None], b, row[:, None], column]


def _among(first: Indices, count: int, wanted: Indices) -> tuple[Indices, Indices | None]:
    """Where each wanted cell is in windows of ``count`` cells that begin at ``first``: cell, window."""
    window = np.searchsorted(first, wanted, side="right") - 1
    place = wanted - first[window]
    return place, window if window.min() >= 0 and place.max() < count else None


def _first_cells(axis: AxisSize, chosen: Indices) -> tuple[Indices, NDArray[np.bool_]]:
    """The first cell of each chosen window, and which of its cells (kernel, chosen) lie beyond the map."""
    first = chosen * axis.stride - axis.before
    cells = first + np.arange(axis.kernel)[:, None]
    return first, (cells < 0) | (cells >= axis.input)


def _result(image: Image, kernel_input: Map, stages: _Stages, fills: tuple[float, ...]) -> Result:
    links, dtype = stages.chain, stages.job.dtype
    read = _remembering(stages.convolution)
    convolution = activation = MapOnDemand(read, links.convolution, dtype)
    if stages.settings.activation != "none":
        activation = MapOnDemand(lambda *cells: stages.activated(read(*cells)), links.activation, dtype)
    pooling = None
    if links.pooling is not None:
        pooling = MapOnDemand(_remembering(stages.pooling), links.pooling, dtype)
    maps = [cast(Map, m) for m in (convolution, activation, pooling)]
    return Result(image, stages.settings, links, kernel_input, maps[0], maps[1], maps[2], 0.0, fills)


def _remembering(read: Read) -> Read:
    """The same reader with a cache of its last answers."""
    answers: dict[Any, Map] = {}

    def remembered(rows: Indices, columns: Indices, channel: int | None) -> Map:
        key = (rows.tobytes(), columns.tobytes())
        whole = answers.get((*key, None))
        if whole is not None:
            return whole if channel is None else whole[..., channel]
        found = answers.get((*key, channel))
        if found is None:
            found = answers[*key, channel] = read(rows, columns, channel)
            found.setflags(write=False)
            for oldest in list(answers)[:-ANSWERS]:
                answers.pop(oldest, None)
        return found

    return remembered


class MapOnDemand:
    """Stands in for an array of shape (H, W) or (H, W, C): indexing it computes those values.

    Supported are a number, a slice or an array for the rows and another for the columns (arrays
    combine as with `numpy.ix_`), then nothing, ``:``, a channel's number, or None for one more axis.
    ``[:, :, 1]`` and ``[:, :, None]`` compute nothing yet. Everything else is a TypeError, so that the
    whole map is never computed by accident.

    >>> squares = MapOnDemand(lambda rows, columns, _: np.multiply.outer(rows, columns), (4, 4), np.float32)
    >>> squares[1:3, ::3].tolist()
    [[0, 3], [0, 6]]
    """

    def __init__(
        self,
        read: Read,
        shape: tuple[int, ...],
        dtype: Any,
        channel: int | None = None,
        *,
        deep: bool = False,
    ) -> None:
        self._read, self._channel, self._deep = read, channel, deep
        self._planes = shape[2:] if channel is None else ()
        self._size = shape[:2]
        self.dtype = np.dtype(dtype)

    @property
    def shape(self) -> tuple[int, ...]:
        return (*self._size, *self._planes, *((1,) if self._deep else ()))

    @property
    def ndim(self) -> int:
        return len(self.shape)

    @property
    def size(self) -> int:
        return int(np.prod(self.shape))

    def __len__(self) -> int:
        return self.shape[0]

    def __array__(self, *_: Any, **__: Any) -> Map:
        raise TypeError("a map on demand is looked at cell by cell, never as a whole")

    def read(self, rows: Any, columns: Any) -> Map:
        """The values at every crossing of these rows and columns: (rows, columns) or (rows, columns, C)."""
        down, across = np.asarray(rows, np.intp), np.asarray(columns, np.intp)
        if not (down.size and across.size):
            return np.empty((down.size, across.size, *self.shape[2:]), self.dtype)
        found = self._read(down, across, self._channel)
        return found[..., None] if self._deep else found

    def __getitem__(self, key: Any) -> Any:
        if not isinstance(key, tuple) or not 2 <= len(key) <= 3:
            raise TypeError(f"a map on demand has rows and columns, not {key!r}")
        down, across, *rest = key
        last = rest[0] if rest else slice(None)
        view = self._view(last)
        if _whole(down) and _whole(across) and last != slice(None):
            return view
        rows, columns = _places(down, self._size[0]), _places(across, self._size[1])
        found = view.read(rows, columns)
        if isinstance(across, int | np.integer):
            found = found[:, 0]
        return found[0] if isinstance(down, int | np.integer) else found

    def _view(self, last: Any) -> MapOnDemand:
        """The same map with another third axis."""
        if isinstance(last, slice) and last == slice(None):
            return self
        shape = (*self._size, *self._planes)
        if last is None and not self._planes and not self._deep:
            return MapOnDemand(self._read, shape, self.dtype, self._channel, deep=True)
        if isinstance(last, int | np.integer) and self._planes:
            return MapOnDemand(self._read, shape, self.dtype, range(self._planes[0])[last])
        raise TypeError(f"a map on demand of shape {self.shape} has no {last!r} behind rows and columns")


def _whole(key: Any) -> bool:
    return isinstance(key, slice) and key == slice(None)


def _places(key: Any, count: int) -> Indices:
    if isinstance(key, slice):
        return np.arange(*key.indices(count))
    places = np.atleast_1d(np.asarray(key)).ravel()
    if places.dtype.kind not in "iu":
        raise TypeError(f"a map on demand is indexed with whole numbers, not {places.dtype}")
    if places.size and not (-count <= places.min() and places.max() < count):
        raise IndexError(f"cells {places.min()} to {places.max()} reach outside 0..{count - 1}")
    return np.where(places < 0, places + count, places)
