"""From values to colours: the one table, and the one rounding, of every picture that is drawn or written.

The screen hands in the stops of its theme; files always take those of the light one (`picture`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Picture: TypeAlias = NDArray[np.uint8]
"""Bytes of shape (H, W, 3): red, green, blue."""

Words: TypeAlias = NDArray[np.uint32]
"""Colours as 0xffRRGGBB."""

Stops: TypeAlias = tuple[str, ...]
"""Colours as ``#RRGGBB`` at equal steps of a scale, from its low end to its high one."""

ScaleKind: TypeAlias = Literal["grey", "signed", "amount"]

GREY_STOPS: Stops = ("#000000", "#FFFFFF")

SIGNED_STOPS: Stops = tuple(
    "#247FCF #438ED7 #5D9DDF #75ADE5 #8DBCEC #A6CAF1 #BED9F6 #D8E8F8 #F6F6F6 "
    "#F6E1D5 #F1CEB9 #EBBB9E #E3A885 #DB956B #D28351 #C87034 #BE5D07".split()
)
"""Blue over near white to orange; safe for colour-blind eyes."""

AMOUNT_STOPS: Stops = tuple("#F7F9D1 #C8E6B0 #8DD4A4 #4BBEA5 #0CA3A6 #0285A1 #206693 #334975 #33314F".split())
"""Pale yellow over green to dark blue, for what is never negative."""

LIGHT_STOPS: dict[ScaleKind, Stops] = {"grey": GREY_STOPS, "signed": SIGNED_STOPS, "amount": AMOUNT_STOPS}
LIGHT_CARD = "#FFFFFF"
"""What stands for "not a number" in the light theme, and in files."""

ENTRIES = 513
"""Colours in a table: an odd number, so that zero has an entry of its own in a signed scale."""

_BLOCK = 1 << 20
"""Values coloured at a time: memory that is used again and again needs no new pages."""

_FINEST, _WIDEST = 1e-30, 1e37
"""Ranges between these widths are rounded in 32 bits without underflow or overflow."""


@dataclass(frozen=True)
class ColourScale:
    """Which colour a value gets: ``low`` and ``high`` take the two ends, what lies beyond too.

    >>> ColourScale.spanning(-2, 1)
    ColourScale(kind='signed', low=-2, high=2)
    """

    kind: ScaleKind = "grey"
    low: float = 0.0
    high: float = 255.0

    @classmethod
    def signed(cls, magnitude: float) -> ColourScale:
        """From -``magnitude`` to ``magnitude``, with zero in the middle."""
        return cls("signed", -magnitude, magnitude)

    @classmethod
    def spanning(cls, low: float, high: float) -> ColourScale:
        """The scale of values from ``low`` to ``high``: signed if any is negative, else black to white."""
        return cls.signed(max(abs(low), abs(high))) if low < 0 else cls("grey", low, high)


@lru_cache(maxsize=16)
def table(stops: Stops) -> Words:
    """The `ENTRIES` colours between ``stops``, each rounded to the nearest byte; read-only.

    >>> [f"{word:x}" for word in table(GREY_STOPS)[[0, 256, 512]].tolist()]
    ['ff000000', 'ff808080', 'ffffffff']
    """
    known = np.array([[int(stop[i : i + 2], 16) for i in (1, 3, 5)] for stop in stops], np.float64)
    places, given = np.linspace(0, 1, ENTRIES), np.linspace(0, 1, len(stops))
    channels = [np.interp(places, given, known[:, channel]) for channel in range(3)]
    found: Words = _packed(np.rint(np.stack(channels, axis=1)).astype(np.uint8)[None])[0]
    found.setflags(write=False)
    return found


def coloured(values: NDArray[Any], low: float, high: float, stops: Stops, missing: str) -> Words:
    """Colour values of shape (H, W), or (H, W, 3) as a colour picture, into words of shape (H, W).

    Whatever becomes a colour goes through here. A value takes the nearest entry of the `table` of
    ``stops``, of which ``low`` and ``high`` take the first and the last, and what lies beyond too.
    Grey, and the three channels of a colour picture, take the nearest of 256 levels instead, so
    that equal channels make the very grey of a single one. Not-a-number, in any channel, shows as
    ``missing``, ``#RRGGBB``: it is no value.

    >>> words = coloured(np.array([[-9.0, 0.0, np.nan]]), -9, 9, SIGNED_STOPS, "#FFFFFF")
    >>> [f"{word:x}" for word in words[0].tolist()]
    ['ff247fcf', 'fff6f6f6', 'ffffffff']
    """
    if values.dtype == np.uint8:
        return _coloured_bytes(values, low, high, stops, missing)
    if values.size <= _BLOCK:
        return _coloured_block(values, low, high, stops, missing)
    result = np.empty(values.shape[:2], np.uint32)
    for rows in _bands(values.shape):
        result[rows] = _coloured_block(values[rows], low, high, stops, missing)
    return result


def _bands(shape: tuple[int, ...]) -> list[slice]:
    """The rows of an array in parts of about `_BLOCK` values."""
    step = max(1, _BLOCK * shape[0] // int(np.prod(shape)))
    return [slice(top, top + step) for top in range(0, shape[0], step)]


def _coloured_bytes(values: NDArray[Any], low: float, high: float, stops: Stops, missing: str) -> Words:
    """Colour bytes with a table of all 256 values."""
    every = np.arange(256, dtype=np.float32)
    if values.ndim == 3:
        levels = _places(every, low, high, 255).astype(np.uint8)
        return _packed(values if (low, high) == (0, 255) else levels.take(values))
    words: Words = _coloured_block(every[None], low, high, stops, missing)[0].take(values)
    return words


def _coloured_block(values: NDArray[Any], low: float, high: float, stops: Stops, missing: str) -> Words:
    levelled = values.ndim == 3 or stops == GREY_STOPS
    places = _places(values, low, high, 255 if levelled else ENTRIES - 1)
    holes = _holes(places)
    result: Words
    if values.ndim == 3:
        result = _packed(places.astype(np.uint8))
    elif levelled:
        result = places.astype(np.uint32)
        result *= np.uint32(0x010101)
        result |= np.uint32(0xFF000000)
    else:
        result = table(stops).take(places.astype(np.intp))
    if holes is not None:
        result[np.any(holes, axis=2) if holes.ndim == 3 else holes] = 0xFF000000 | int(missing[1:], 16)
    return result


def _places(values: NDArray[Any], low: float, high: float, last: int) -> NDArray[Any]:
    """Where values stand between the ends, as whole numbers 0 to ``last``; NaN stays NaN."""
    spread = (high - low) or 1.0
    short = values.dtype != np.float64 and _FINEST < abs(spread) < _WIDEST
    kind = np.float32 if short else np.float64
    with np.errstate(over="ignore", invalid="ignore"):
        place: NDArray[Any] = np.subtract(values, low, dtype=kind)
        place *= kind(last / spread)
        np.clip(place, 0, last, out=place)
    np.rint(place, out=place)
    return place


def _holes(places: NDArray[Any]) -> NDArray[np.bool_] | None:
    """Which places are not a number (they become place 0); None, found quickly, when none is."""
    if not np.isnan(places.sum()):
        return None
    holes: NDArray[np.bool_] = np.isnan(places)
    places[holes] = 0
    return holes


def _packed(levels: NDArray[np.uint8]) -> Words:
    """Red, green and blue bytes (H, W, 3) as words."""
    parts = np.full((*levels.shape[:2], 4), 255, dtype=np.uint8)
    for channel in range(3):
        parts[..., 2 - channel] = levels[..., channel]
    words: Words = parts.view("<u4")[..., 0].astype(np.uint32, copy=False)
    return words


def unpacked(words: Words) -> Picture:
    """Words of shape (H, W) as bytes (H, W, 3).

    >>> unpacked(np.array([[0xFF247FCF]], np.uint32)).tolist()
    [[[36, 127, 207]]]
    """
    parts = np.ascontiguousarray(words, "<u4").view(np.uint8).reshape(*words.shape, 4)
    result = np.empty((*words.shape, 3), np.uint8)
    for channel in range(3):
        result[..., channel] = parts[..., 2 - channel]
    return result


def picture(values: NDArray[Any], scale: ColourScale) -> Picture:
    """Values of shape (H, W) or (H, W, 3) as they are written to a file: in the light theme's colours.

    >>> picture(np.array([[-1.0, 0.0, np.nan]]), ColourScale("grey", -1, 1)).tolist()
    [[[0, 0, 0], [128, 128, 128], [255, 255, 255]]]
    """
    result = np.empty((*values.shape[:2], 3), np.uint8)
    for rows in _bands(values.shape):
        block = np.asarray(values[rows])
        result[rows] = unpacked(coloured(block, scale.low, scale.high, LIGHT_STOPS[scale.kind], LIGHT_CARD))
    return result


def written(pixels: Picture, values: NDArray[Any], scale: ColourScale) -> NDArray[np.uint8]:
    """The part of ``pixels``, the `picture` of ``values``, that a file needs: one channel of a grey map.

    A grey file is a third as large, and is a grey picture again when it is opened.
    """
    return pixels[:, :, 0] if scale.kind == "grey" and values.ndim == 2 else pixels


def signed_picture(values: NDArray[Any], reach: float) -> Picture:
    """Values from -``reach`` to ``reach`` as a `picture`: blue below zero, orange above.

    >>> signed_picture(np.array([[-9.0, 0.0, 9.0]]), 9.0).tolist()
    [[[36, 127, 207], [246, 246, 246], [190, 93, 7]]]
    """
    return picture(values, ColourScale.signed(reach))
