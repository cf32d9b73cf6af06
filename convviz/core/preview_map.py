"""A map that is worked out cell by cell, when somebody looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Map: TypeAlias = NDArray[Any]
Indices: TypeAlias = NDArray[np.intp]
Read: TypeAlias = Callable[[Indices, Indices, int | None], Map]
"""Rows, columns and a channel (None for all of them) -> the values at all their crossings."""


class MapOnDemand:
    """Stands in for an array of shape (H, W) or (H, W, C): indexing it computes those values.

    It knows the ways of indexing that pictures and traces use: a number, a slice or an array for
    the rows and another for the columns (arrays meet as with `numpy.ix_`), and behind them
    nothing, ``:``, a channel's number, or None for one more axis. ``[:, :, 1]`` and
    ``[:, :, None]`` compute nothing yet. Everything else is a TypeError: nobody shall get the
    whole map without knowing.

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
        found = self._read(np.asarray(rows, np.intp), np.asarray(columns, np.intp), self._channel)
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
