"""The picture of an experiment in JSON: a sample by its key, a file by its path, or every pixel."""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import os
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.files import system_reason
from convviz.core.base.translatable import translatable
from convviz.core.images import image as images
from convviz.core.images.image import MAX_MEGAPIXELS, Image
from convviz.core.samples import pictures as examples
from convviz.document.files import read
from convviz.document.files.read import ExperimentError, Json, Value

MOST_BYTES = 1_600_000_000
"""What an embedded picture may unpack to: 100 megapixels of four float32 channels."""

NUMBER_KINDS = "uif"


def image_to_json(image: Image | None, folder: Path, *, embed: bool) -> Json | None:
    """How to get the picture back: from the samples, from its file, or from these very numbers.

    A picture that has no file (pasted, made) is embedded in any case. ``folder`` is where the
    experiment will lie; the path is given from there and from the root.
    """
    if image is None:
        return None
    if image.sample:
        return {"kind": "sample", "sample": image.sample}
    if embed or image.source is None:
        return _embedded(image)
    source = image.source.absolute()
    return {
        "kind": "file",
        "path": relative(source, folder),
        "absolute": str(source),
        "sha256": _sha256(source),
    }


def image_from_json(
    value: Value, folder: Path, cancelled: Callable[[], bool] | None = None
) -> tuple[Image | None, bool]:
    """The picture, and whether its file is no longer the one that the experiment was saved with."""
    if value.data is None:
        return None, False
    kind = read.choice(("sample", "file", "embedded"))(value["kind"])
    if kind == "sample":
        return _sample(value["sample"]), False
    if kind == "embedded":
        return _unpacked(value), False
    source = _find(value, folder)
    return images.read(source, cancelled=cancelled), _sha256(source) != read.text()(value["sha256"])


def _embedded(image: Image) -> Json:
    stream = io.BytesIO()
    np.save(stream, np.ascontiguousarray(image.values), allow_pickle=False)
    packed = base64.b64encode(zlib.compress(stream.getbuffer(), level=1)).decode("ascii")
    return {
        "kind": "embedded",
        "name": image.name,
        "low": float(image.low),
        "high": float(image.high),
        "encoding": "npy+zlib+base64",
        "data": packed,
    }


def _unpacked(value: Value) -> Image:
    read.choice(("npy+zlib+base64",))(value["encoding"])
    low, high = read.number(value["low"]), read.number(value["high"])
    if low >= high:
        empty = translatable("the embedded picture has no value range: {low:g} to {high:g}")
        raise ExperimentError(empty, low=low, high=high)
    try:
        packed = base64.b64decode(read.text(MOST_BYTES)(value["data"]), validate=True)
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(packed, MOST_BYTES)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise ExperimentError("the embedded picture is damaged ({cause})", cause=error) from None
    if not unpacker.eof:
        raise ExperimentError("the embedded picture is cut off, or too large")
    return Image(_checked(_array(data)), low, high, read.text()(value["name"]))


def _checked(values: NDArray[Any]) -> NDArray[Any]:
    """Numbers that are a picture: grey or colour, finite, of a size that any picture may have."""
    is_picture = values.ndim == 2 or (values.ndim == 3 and values.shape[2] == 3)
    if not is_picture or values.size == 0 or values.dtype.kind not in NUMBER_KINDS:
        no_picture = translatable("the embedded picture is no picture: {type} of shape {shape}")
        raise ExperimentError(no_picture, type=values.dtype, shape=values.shape)
    if values.shape[0] * values.shape[1] > MAX_MEGAPIXELS * 1_000_000:
        raise ExperimentError("the embedded picture has more than {most} megapixels", most=MAX_MEGAPIXELS)
    if not np.isfinite(values).all():
        raise ExperimentError("the embedded picture holds values that are no finite numbers")
    return values.astype(values.dtype.newbyteorder("="), copy=False)


def _array(data: bytes) -> NDArray[Any]:
    """The array in the bytes of a .npy file. Its header is believed only if it fits the bytes that follow."""
    stream = io.BytesIO(data)
    try:
        if np.lib.format.read_magic(stream) != (1, 0):
            raise ValueError("unknown version")
        shape, by_columns, dtype = np.lib.format.read_array_header_1_0(stream)
        if min(shape, default=0) < 0:
            raise ValueError("negative size")
        values = np.frombuffer(data, dtype, offset=stream.tell())
        return values.reshape(shape, order="F" if by_columns else "C")
    except Exception as error:  # a damaged header is taken for Python: TokenError, SyntaxError ...
        raise ExperimentError("the embedded picture is damaged ({cause})", cause=error) from None


def _sample(value: Value) -> Image:
    key = read.text(200)(value)
    try:
        return examples.load_sample(key)
    except (KeyError, ValueError):
        raise ExperimentError("there is no sample picture {key!r}", key=key) from None


def _find(value: Value, folder: Path) -> Path:
    """The picture's file: beside the experiment, or where it was."""
    near, far = both_paths(value, translatable("the picture {path} is on another computer"))
    source = first_file((folder / near, Path(far)))
    if source is None:
        raise ExperimentError("the picture {path} is not there any more", path=far)
    return source


def both_paths(value: Value, remote: str) -> tuple[str, str]:
    """The path from the experiment's folder and the whole one.

    Those that name a server are refused: opening one would greet that server with the user's name.
    """
    paths = read.text()(value["path"]), read.text()(value["absolute"])
    for path in paths:
        if path[:2].replace("\\", "/") == "//":
            raise ExperimentError(remote, path=path)
    return paths


def first_file(candidates: Iterable[Path]) -> Path | None:
    """The first of these that is a file, as a whole path."""
    for candidate in candidates:
        try:
            if candidate.is_file():
                return Path(os.path.abspath(candidate))
        except (OSError, ValueError):  # a name that the system refuses
            continue
    return None


def relative(source: Path, folder: Path) -> str:
    """The way from ``folder`` to the file with forward slashes, or the whole path from another drive."""
    try:
        return Path(os.path.relpath(source, folder)).as_posix()
    except ValueError:
        return source.as_posix()


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ExperimentError(
            "the picture {path} cannot be read ({reason})", path=path, reason=system_reason(error)
        ) from None
