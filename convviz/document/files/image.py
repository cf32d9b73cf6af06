"""The picture of an experiment in JSON: a sample by its key, a file by its path, or every pixel."""

from __future__ import annotations

import base64
import hashlib
import io
import math
import os
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.files import open_file, system_reason
from convviz.core.base.limits import LIMITS
from convviz.core.base.translatable import TranslatableError, translatable
from convviz.core.images import image as images
from convviz.core.images.image import MAX_MEGAPIXELS, Image, Part
from convviz.core.images.reshaping import again
from convviz.core.samples import pictures as examples
from convviz.document.files import read
from convviz.document.files.reach import Reach
from convviz.document.files.read import ExperimentError, Json, Value
from convviz.document.files.recipe import recipe_from_json, recipe_to_json

MOST_BYTES = 1_600_000_000
"""What an embedded picture may unpack to: 100 megapixels of four float32 channels."""

LONGEST_HEADER = 1 << 17
"""What is unpacked before the shape is known; the header of an array has at most 65,546 bytes."""

MOST_CHANNELS = 100_000
"""Frames and channels beyond this number are refused."""

NUMBER_KINDS = "uif"

PictureReader: TypeAlias = Callable[[Value, Reach, Callable[[], bool] | None], tuple[Image | None, bool]]
"""Gives the picture that a value speaks of, and whether its file has changed, as `image_from_json` does."""


def image_to_json(image: Image | None, folder: Path, *, embed: bool) -> Json | None:
    """How to get the picture back: from the samples, from its file, or from these very numbers.

    A picture that has no file (pasted, made) is embedded in any case. ``folder`` is where the
    experiment will lie; the path is given from there and from the root.
    """
    if image is None:
        return None
    if image.sample:
        return {"kind": "sample", "sample": image.sample, **recipe_to_json(image.recipe)}
    if embed or image.source is None:
        return embedded(image)
    source = image.source.absolute()
    return {
        "kind": "file",
        "path": relative(source, folder),
        "absolute": str(source),
        "sha256": _sha256(source),
        **part_to_json(image.part),
        **recipe_to_json(image.recipe),
    }


def part_to_json(part: Part) -> Json:
    """Which frame, channels and array of its file a picture is, as far as it is not the usual part."""
    frame = {"frame": part.frame} if part.frame else {}
    channels = {"channels": list(part.channels)} if part.channels else {}
    return frame | channels | ({"array": part.array} if part.array else {})


def part_from_json(value: Value) -> Part:
    """What `part_to_json` wrote among other things."""
    whole = read.whole(0, MOST_CHANNELS)
    frame = whole(value["frame"]) if "frame" in value.object() else 0
    channels = read.items(whole, 3)(value["channels"]) if "channels" in value.object() else ()
    array = read.text(1000)(value["array"]) if "array" in value.object() else ""
    try:
        return Part(frame, tuple(channels), array)
    except ValueError as error:
        raise ExperimentError("the part of the picture is none: {cause}", cause=error) from None


def image_from_json(
    value: Value, reach: Reach, cancelled: Callable[[], bool] | None = None
) -> tuple[Image | None, bool]:
    """The picture, and whether its file is no longer the one that the experiment was saved with.

    None for a file that is out of ``reach``.
    """
    if value.data is None:
        return None, False
    kind = read.choice(("sample", "file", "embedded"))(value["kind"])
    if kind == "sample":
        return again(_sample(value["sample"]), recipe_from_json(value), cancelled), False
    if kind == "embedded":
        return _unpacked(value), False
    source = _find(value, reach.folder)
    if not reach.allows(source):
        return None, False
    part, recipe = part_from_json(value), recipe_from_json(value)
    image = images.read(source, part, cancelled=cancelled)
    changed = _sha256(source) != read.text()(value["sha256"])
    try:
        return again(image, recipe, cancelled), changed
    except TranslatableError:
        if not changed:
            raise
        return image, True  # another picture by now, which it does not fit


def embedded(image: Image) -> Json:
    """The picture pixel by pixel."""
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
        **recipe_to_json(image.recipe),
    }


def _unpacked(value: Value) -> Image:
    read.choice(("npy+zlib+base64",))(value["encoding"])
    low, high = read.within("pixel")(value["low"]), read.within("pixel")(value["high"])
    if low >= high or 1 / (high - low) == math.inf:
        empty = translatable("the embedded picture has no value range: {low:g} to {high:g}")
        raise ExperimentError(empty, low=low, high=high)
    packed = read.text(MOST_BYTES)(value["data"])
    try:
        values = _array(base64.b64decode(packed, validate=True))
    except ExperimentError:
        raise
    except MemoryError:
        raise
    except Exception as error:  # a damaged header is taken for Python: TokenError, SyntaxError ...
        raise ExperimentError("the embedded picture is damaged ({cause})", cause=error) from None
    name, recipe = read.name()(value["name"]), recipe_from_json(value)
    return Image(_checked(values), low, high, name, recipe=recipe)


def _array(packed: bytes) -> NDArray[Any]:
    """The array in the packed bytes of a .npy file: no more is unpacked than its header speaks of.

    So a header that is no picture is refused at once, however much there is behind it.
    """
    unpacker = zlib.decompressobj()
    head = unpacker.decompress(packed, LONGEST_HEADER)
    stream = io.BytesIO(head)
    if np.lib.format.read_magic(stream) != (1, 0):
        raise ValueError("unknown version")
    shape, by_columns, dtype = np.lib.format.read_array_header_1_0(stream)
    _check_shape(shape, dtype)
    size = stream.tell() + math.prod(shape) * dtype.itemsize
    data = head + unpacker.decompress(unpacker.unconsumed_tail, max(1, size + 1 - len(head)))
    if len(data) > size:
        raise ExperimentError("the embedded picture has more values than its shape {shape}", shape=shape)
    if len(data) < size or not unpacker.eof:
        raise ExperimentError("the embedded picture is cut off")
    values = np.frombuffer(data, dtype, offset=stream.tell())
    return values.reshape(shape, order="F" if by_columns else "C")


def _check_shape(shape: tuple[int, ...], dtype: np.dtype[Any]) -> None:
    """Refuse what is neither grey nor colour, or larger than any picture may be."""
    is_picture = len(shape) == 2 or (len(shape) == 3 and shape[2] == 3)
    if not is_picture or min(shape) < 1 or dtype.kind not in NUMBER_KINDS:
        no_picture = translatable("the embedded picture is no picture: {type} of shape {shape}")
        raise ExperimentError(no_picture, type=dtype, shape=shape)
    if shape[0] * shape[1] > MAX_MEGAPIXELS * 1_000_000:
        raise ExperimentError(
            "the embedded picture has more than {most:,} pixels", most=MAX_MEGAPIXELS * 1_000_000
        )
    if math.prod(shape) * dtype.itemsize > MOST_BYTES:
        too_much = translatable("the embedded picture unpacks to {size:,} bytes; the limit is {most:,}")
        raise ExperimentError(too_much, size=math.prod(shape) * dtype.itemsize, most=MOST_BYTES)


def _checked(values: NDArray[Any]) -> NDArray[Any]:
    """Finite numbers that pixels may have, in the byte order of this computer."""
    if np.isinf(values).any() or np.isnan(values).all():
        raise ExperimentError("the embedded picture holds values that are no finite numbers")
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    limit = LIMITS["pixel"]
    for value in (low, high):
        if not limit.fits(value):
            beyond = translatable("the embedded picture has values up to {value:g}; the limit is {most:g}")
            raise ExperimentError(beyond, value=value, most=math.copysign(limit.high, value))
    return values.astype(values.dtype.newbyteorder("="), copy=False)


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
        with open_file(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ExperimentError(
            "the picture {path} cannot be read ({reason})", path=path, reason=system_reason(error)
        ) from None
