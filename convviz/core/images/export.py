"""Any stage's numbers as a file: a picture as shown, floats as TIFF, CSV or NPY."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

import numpy as np
import PIL.Image
from numpy.typing import ArrayLike, NDArray

from convviz.core.base.files import atomic_write

SOFTWARE = "ConvViz"
"""What a TIFF of ours says that it was written by."""

Map: TypeAlias = NDArray[Any]
GoOn: TypeAlias = Callable[[float], object]
"""Hears now and then what share is written, as far as it is known; what it raises ends the writing."""

_Writer: TypeAlias = Callable[[BinaryIO, Map], None]

_SECONDS = {".csv": 4e-7, ".png": 1e-7, ".tif": 2e-8, ".tiff": 2e-8, ".npy": 1e-8}
"""What a value takes on a slow computer."""


def seconds_to_save(values: int, path: str | os.PathLike[str]) -> float:
    """About how long `save_stage` takes for so many values, before it begins.

    >>> seconds_to_save(72_000_000, "a.csv") > 20 > 1 > seconds_to_save(72_000_000, "a.npy")
    True
    """
    return _SECONDS.get(Path(path).suffix.lower(), 0.0) * values


def save_stage(
    array: ArrayLike,
    path: str | os.PathLike[str],
    *,
    picture: NDArray[np.uint8] | None = None,
    go_on: GoOn | None = None,
) -> None:
    """Save a stage's numbers, shape (H, W) or (H, W, C), in the format the ending of ``path`` names.

    - ``.png``: ``picture``, uint8 (H, W), (H, W, 3) or (H, W, 4), just as shown on the screen.
      Without it see `as_bytes`; then an array has no, 1 or 3 channels.
    - ``.tif``, ``.tiff``: uncompressed, one page a channel; 8-bit or 16-bit where every value is a whole
      number from 0 to 255 or 65,535 (nothing is lost then), floating-point as wide as the numbers otherwise.
      Three pages of ours are opened as one picture in colour.
    - ``.csv``: one line a row, every number as short as reads back exactly; channels follow one
      another after a blank line.
    - ``.npy``: the array itself, bit for bit.

    The file is written whole or not at all. ``go_on`` hears now and then what share of it is done; what it
    raises ends the work, with nothing written. Raises ValueError for another ending or shape, OSError if
    writing fails.

    >>> save_stage([[1.0]], "map.xyz")
    Traceback (most recent call last):
        ...
    ValueError: map.xyz: the ending must be one of .png, .tif, .tiff, .csv, .npy
    """
    path = Path(path)
    values = np.asarray(array)
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise ValueError(f"{path.name}: the ending must be one of {', '.join(_WRITERS)}")
    if values.ndim not in (2, 3) or values.size == 0:
        raise ValueError(f"{path.name}: an array of shape {values.shape} is no picture")
    if path.suffix.lower() == ".png":
        values = as_bytes(values) if picture is None else picture
    with atomic_write(path, _shares(values, path, go_on)) as file:
        write(file, values)


def _shares(values: Map, path: Path, go_on: GoOn | None) -> Callable[[int], object] | None:
    """From bytes to shares: text is about as long as its first line in every line."""
    if go_on is None:
        return None
    size = values.nbytes
    if path.suffix.lower() == ".csv":
        first = values[0] if values.ndim == 2 else values[0, :, 0]
        size = len(",".join(_numbers(first))) * (values.size // first.size)
    return lambda count: go_on(min(1.0, count / size))


def as_bytes(values: Map) -> NDArray[np.uint8]:
    """Show numbers as brightness: 0..255 stays as it is, rounded; anything else is centred on grey.

    Where a value lies outside 0..255, zero becomes 128 and the largest absolute value 1 or 255,
    so that the sign can be seen. NaN counts as zero.

    >>> as_bytes(np.array([[0.0, 30.0, -30.0]])).tolist()
    [[128, 255, 1]]
    >>> as_bytes(np.array([[0.0, 30.4, 255.0]])).tolist()
    [[0, 30, 255]]
    """
    if values.dtype == np.uint8:
        return values
    finite = np.nan_to_num(values.astype(np.float32), nan=0.0, posinf=np.inf, neginf=-np.inf)
    if finite.min() < 0 or finite.max() > 255:
        largest = np.abs(finite[np.isfinite(finite)]).max(initial=0.0) or 1.0
        finite = 128 + 127 * np.clip(finite / largest, -1, 1)
    return np.rint(finite).astype(np.uint8)


def _png(file: BinaryIO, values: Map) -> None:
    picture = values[:, :, 0] if values.ndim == 3 and values.shape[2] == 1 else values
    if picture.dtype != np.uint8 or (picture.ndim == 3 and picture.shape[2] not in (3, 4)):
        raise ValueError(f"a PNG holds bytes in 1, 3 or 4 channels, not {picture.dtype} {picture.shape}")
    PIL.Image.fromarray(np.ascontiguousarray(picture)).save(file, format="PNG", compress_level=4)


def _tiff(file: BinaryIO, values: Map) -> None:
    import tifffile  # here, so that the window opens without waiting for it

    stored = np.ascontiguousarray(values, dtype=_tiff_type(values))
    planes = [stored] if stored.ndim == 2 else np.moveaxis(stored, 2, 0)
    with tifffile.TiffWriter(file) as pages:
        for plane in planes:
            pages.write(plane, photometric="minisblack", contiguous=False, metadata=None, software=SOFTWARE)


def _tiff_type(values: Map) -> type[np.generic]:
    if np.isfinite(values).all() and np.array_equal(values, np.rint(values)) and values.min() >= 0:
        if values.max() <= 255:
            return np.uint8
        if values.max() <= 65535:
            return np.uint16
    wide = values.dtype.itemsize > 4 and not np.array_equal(values, values.astype(np.float32), equal_nan=True)
    return np.float64 if wide else np.float32


def _csv(file: BinaryIO, values: Map) -> None:
    planes = values[:, :, np.newaxis] if values.ndim == 2 else values
    for channel in range(planes.shape[2]):
        if channel:
            file.write(b"\n")
        for row in planes[:, :, channel]:
            file.write((",".join(_numbers(row)) + "\n").encode("ascii"))


def _numbers(row: Map) -> list[str]:
    """Numbers as text, whole ones without a point; float32 as short as float32 allows."""
    if row.dtype.kind in "biu":
        return [str(int(value)) for value in row]
    with np.errstate(invalid="ignore"):
        whole = row.astype(np.int64)
    if np.array_equal(whole, row) and np.abs(row).max() < 2**53:
        return list(map(str, whole.tolist()))
    texts = row.astype(str).tolist() if row.dtype.itemsize < 8 else map(repr, row.tolist())
    return [text.removesuffix(".0") for text in texts]


def _npy(file: BinaryIO, values: Map) -> None:
    np.save(file, values, allow_pickle=False)


_WRITERS: dict[str, _Writer] = {".png": _png, ".tif": _tiff, ".tiff": _tiff, ".csv": _csv, ".npy": _npy}
ENDINGS = tuple(_WRITERS)
"""What `save_stage` can write."""
