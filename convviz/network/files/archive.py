"""Opening a ``.keras`` or ``.h5`` file without trusting it: its description, and its arrays of weights.

A network is data and stays data: sizes are checked before anything is unpacked, links and data
outside of the file are refused, nothing is run.
"""

from __future__ import annotations

import io
import json
import math
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from convviz.core.base.files import open_file
from convviz.core.base.translatable import TranslatableError, translatable
from convviz.network.files.plan import Node
from convviz.network.model.errors import NetworkError

MOST_BYTES = 600_000_000
_MOST_JSON = 20_000_000
_MEMBERS = ("metadata.json", "config.json", "model.weights.h5")
_HDF5 = b"\x89HDF\r\n\x1a\n"
_OTHERS = {
    b"PK": translatable("{name} ends in {ending} but is a zip archive"),
    _HDF5[:2]: translatable("{name} ends in {ending} but is an HDF5 file"),
}

MOST_PARAMETERS = 160_000_000
"""A file of the largest size that is opened has as many; a packed one could claim more."""

Shapes = list[tuple[int, ...]]


@dataclass(frozen=True)
class Description:
    """What a file says about its network: layers as Keras describes them, its format, its version."""

    config: dict[str, Any]
    version: str
    legacy: bool
    weights: Any
    """An open HDF5 file or group."""


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[Description]:
    """Open a network file and give its description; `NetworkError` says what is wrong with it."""
    name = Path(path).name
    kind = _kind(Path(path), name)
    try:
        with _keras(path, name) if kind == "keras" else _h5(path, name) as description:
            yield description
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, KeyError, zlib.error) as error:
        if isinstance(error, OSError) and error.filename is not None:
            raise
        raise _broken(name) from error


def _broken(name: str) -> NetworkError:
    return NetworkError("broken", "{name}: the file is damaged or was cut off", name=name)


def _kind(path: Path, name: str) -> str:
    """The format of a file by its content; a file with another ending is refused."""
    if path.is_dir():
        raise NetworkError("folder", "{name} is a folder; a .keras or .h5 file is needed", name=name)
    size = path.stat().st_size
    if size > MOST_BYTES:
        text = translatable("{name}: {size:,} bytes; at most {most:,} are opened")
        raise NetworkError("large", text, name=name, size=size, most=MOST_BYTES)
    try:
        with open_file(path) as file:
            start = file.read(8)
    except TranslatableError as error:
        raise NetworkError("file", "{name}: {cause}", name=name, cause=error) from None
    ending = path.suffix.lower()
    if ending == ".keras" and start.startswith(b"PK"):
        return "keras"
    if ending in (".h5", ".hdf5") and start == _HDF5:
        return "h5"
    if ending in (".keras", ".h5", ".hdf5"):
        text = _OTHERS.get(start[:2], translatable("{name} ends in {ending} but is something else"))
        raise NetworkError("ending", text, name=name, ending=ending)
    raise NetworkError("unknown", "{name}: networks are opened from .keras and .h5 files", name=name)


@contextmanager
def _keras(path: str | os.PathLike[str], name: str) -> Iterator[Description]:
    import h5py

    with zipfile.ZipFile(path) as archive:
        _check_members(archive, name)
        config = _json(archive.read("config.json"), name)
        metadata = _json(archive.read("metadata.json"), name)
        data = archive.read("model.weights.h5")
    _check_heaps(data, name)
    with h5py.File(io.BytesIO(data), "r") as file:
        yield Description(config, str(metadata.get("keras_version", "")), False, file)


def _check_members(archive: zipfile.ZipFile, name: str) -> None:
    infos = archive.infolist()
    names = [info.filename for info in infos if not info.filename.endswith("/")]
    if sorted(names) != sorted(_MEMBERS):
        missing = [member for member in _MEMBERS if member not in names]
        extra = [member for member in names if member not in _MEMBERS or names.count(member) > 1]
        if missing:
            text = translatable("{name}: this is an archive without {member}")
            raise NetworkError("members", text, name=name, member=missing[0])
        text = translatable("{name}: this is an archive with {member!r}, which no network needs")
        raise NetworkError("members", text, name=name, member=extra[0])
    for info in infos:
        limit = MOST_BYTES if info.filename.endswith(".h5") else _MOST_JSON
        if info.file_size > limit:
            text = translatable("{name}: {member} unpacks to {size:,} bytes; the limit is {most:,}")
            raise NetworkError(
                "large", text, name=name, member=info.filename, size=info.file_size, most=limit
            )


@contextmanager
def _h5(path: str | os.PathLike[str], name: str) -> Iterator[Description]:
    import h5py

    with open_file(path) as whole:
        _check_heaps(whole.read(), name)
    with h5py.File(path, "r") as file:
        if "model_config" not in file.attrs:
            text = "{name} has weights only, and no description of the layers that they belong to"
            raise NetworkError("weights_only", text, name=name)
        text = texts(file, "model_config")
        config = _json(text.encode() if isinstance(text, str) else bytes(text), name)
        yield Description(config, str(texts(file, "keras_version")), True, linked(file, "model_weights"))


def _check_heaps(data: bytes, name: str) -> None:
    """Refuse a file in which HDF5 would look for a text for ever, while nothing else of ConvViz runs.

    Texts of any length lie in heaps, one object after another. HDF5 goes from each to the next by its
    size, and does not notice when that leads nowhere: a size of 0, or one that overflows.
    """
    widths = data[13:15] if data[8:9] < b"\2" else data[9:11]
    if data.startswith(_HDF5) and widths != b"\x08\x08":  # bytes of an address, and of a size
        raise _broken(name)
    for found in re.finditer(rb"GCOL\x01", data):
        at = found.start() + 16
        end = found.start() + int.from_bytes(data[at - 8 : at], "little")
        if end > len(data):  # weights that look like a heap; HDF5 refuses to read beyond the end itself
            continue
        while at + 16 <= end:
            index, size = struct.unpack_from("<H6xQ", data, at)
            step = 16 + (size + 7) // 8 * 8 if index else size  # number 0 is the rest that is free
            if not 0 < step <= end - at:
                raise _broken(name)
            at += step


def texts(thing: Any, name: str) -> Any:
    """An attribute that is a text, or an array of texts; "" where there is none of this name.

    Of any other type it is not read: HDF5 ends the process over some that were damaged.
    """
    import h5py

    if name not in thing.attrs:
        return ""
    found = thing.attrs.get_id(name)
    if found.shape is not None and 0 in found.shape:  # an empty list, of whatever type
        return ""
    kind = _type(found)
    if h5py.check_string_dtype(kind) is None or found.shape is None:
        raise KeyError(name)
    if math.prod(found.shape) * kind.itemsize > _MOST_JSON:
        raise KeyError(name)
    return thing.attrs[name]


def _type(thing: Any) -> Any:
    """The type of a dataset's or an attribute's values; KeyError where NumPy has none like it."""
    try:
        return thing.dtype
    except TypeError as error:
        raise KeyError(str(error)) from error


def _json(text: bytes, name: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _broken(name) from error
    if not isinstance(value, dict):
        raise _broken(name)
    return value


def linked(group: Any, name: str) -> Any:
    """A member of an HDF5 group, provided it lies in this very file."""
    import h5py

    link = group.get(name, getlink=True)
    if link is None:
        raise NetworkError("missing", "the file has no weights {name!r}", name=name)
    if not isinstance(link, h5py.HardLink):
        raise NetworkError("link", "the weights {name!r} are a link to another place; refused", name=name)
    return group[name]


def array(group: Any, name: str, shape: tuple[int, ...]) -> Any:
    """Read an array of weights, provided it is numbers of the expected shape, in this very file."""
    import h5py
    import numpy as np

    dataset = linked(group, name)
    if not isinstance(dataset, h5py.Dataset):
        raise NetworkError("missing", "the file has no weights {name!r}", name=name)
    if dataset.external or dataset.is_virtual:
        raise NetworkError("link", "the weights {name!r} lie in another file; refused", name=name)
    if dataset.shape != shape:
        text = translatable("weights of {wanted} are described, and {found} are in the file")
        raise NetworkError("shape", text, wanted=shape, found=dataset.shape)
    values = _numbers(dataset, name)
    if not np.isfinite(values).all():
        count = int((~np.isfinite(values)).sum())
        raise NetworkError("nan", "{count} of the weights {name!r} are not numbers (NaN or infinite)",
                           name=name, count=count)  # fmt: skip
    return values


def _numbers(dataset: Any, name: str) -> Any:
    """The values as float32; bfloat16, which HDF5 does not know, is the upper half of one."""
    import numpy as np

    kind = _type(dataset).kind
    if kind == "f" or (kind in "iu" and dataset.shape == ()):  # a count, in some layers
        return np.asarray(dataset[()]).astype(np.float32)
    if dataset.dtype == np.dtype("V2") and texts(dataset, "dtype") == "bfloat16":
        halves = dataset[()].view(np.uint16)
        return (halves.astype(np.uint32) << 16).view(np.float32)
    if kind in "iu":
        text = "the weights {name!r} are whole numbers ({type})"
        raise NetworkError("quantized", text, name=name, type=dataset.dtype.name)
    text = translatable("the weights {name!r} are {type} and no numbers")
    raise NetworkError("type", text, name=name, type=dataset.dtype.name)


class WeightSource(Protocol):
    """Gives a layer's arrays one after another."""

    def begin(self) -> None:
        """Count parameters from 0 again."""

    def read(self, node: Node, shapes: Shapes) -> list[Any]:
        """The arrays of a layer, which have to have these shapes."""


def weight_source(description: Description) -> WeightSource:
    """The reader of a file's weights."""
    return _Legacy(description.weights) if description.legacy else _Numbered(description.weights)


class _Counted:
    """Refuses layers, and networks, of too many parameters before anything is read."""

    def __init__(self) -> None:
        self._read = 0

    def begin(self) -> None:
        self._read = 0

    def read(self, node: Node, shapes: Shapes) -> list[Any]:
        amount = sum(math.prod(shape) for shape in shapes)
        if amount > MOST_PARAMETERS:
            text = translatable("the layer {name!r} has {count:,} parameters; at most {most:,} are opened")
            raise NetworkError("large", text, name=node.name, count=amount, most=MOST_PARAMETERS)
        self._read += 0 if node.first else amount
        if self._read > MOST_PARAMETERS:
            text = translatable("the network has more than {most:,} parameters")
            raise NetworkError("large", text, name=node.name, count=self._read, most=MOST_PARAMETERS)
        return self._arrays(node, shapes) if shapes else []

    def _arrays(self, node: Node, shapes: Shapes) -> list[Any]:
        raise NotImplementedError


class _Numbered(_Counted):
    """Keras 3: ``layers/conv2d_1/vars/0``; in a nested model ``layers/functional/layers/conv2d/vars/0``."""

    def __init__(self, file: Any) -> None:
        super().__init__()
        self._layers = _members(file)

    def _arrays(self, node: Node, shapes: Shapes) -> list[Any]:
        group = linked(self._layers, node.groups[0])
        for name in node.groups[1:]:
            group = linked(_members(group), name)
        group = linked(group, "vars")
        return [array(group, str(number), shape) for number, shape in enumerate(shapes)]


def _members(group: Any) -> Any:
    """The layers of a model; the first files of Keras 3 had another name for them."""
    old = "_layer_checkpoint_dependencies"
    return linked(group, old if old in group and "layers" not in group else "layers")


class _Legacy(_Counted):
    """HDF5 files: every group, one for each layer of the outer model, names its arrays in an attribute.

    The arrays of a nested model all lie in the group of that model; their names end in those of the
    models around them, of the layer and of the array: ``base/conv1/kernel:0``.
    """

    def __init__(self, group: Any) -> None:
        super().__init__()
        self._group = group
        self._names: dict[str, list[list[str]]] = {}

    def _arrays(self, node: Node, shapes: Shapes) -> list[Any]:
        outer = node.home[1]
        group = linked(self._group, outer)
        if outer not in self._names:
            self._names[outer] = [name.split("/") for name in _weight_names(group)]
        names = self._names[outer]
        found = names if len(node.home) == 2 else _of_layer(names, node.home)
        if len(found) != len(shapes):
            text = translatable("the layer {name!r} needs {needed} arrays of weights and has {found}")
            raise NetworkError("missing", text, name=node.name, needed=len(shapes), found=len(found))
        return [self._array(group, name, shape) for name, shape in zip(found, shapes, strict=True)]

    def _array(self, group: Any, path: list[str], shape: tuple[int, ...]) -> Any:
        *folders, last = path
        for folder in folders:
            group = linked(group, folder)
        return array(group, last, shape)


def _of_layer(names: list[list[str]], home: tuple[str, ...]) -> list[list[str]]:
    """The arrays of a layer of a nested model: those that name most of the models around it.

    >>> _of_layer([["b", "conv", "kernel"], ["conv", "kernel"]], ("net", "a", "conv"))
    [['conv', 'kernel']]
    """
    longest: list[list[str]] = []
    for length in range(1, len(home) + 1):
        found = [name for name in names if tuple(name[:-1]) == home[-length:]]
        longest = found or longest
    # An outer model may have been renamed since: then the layer's own name has to be enough.
    return longest or [name for name in names if name[-2:-1] == [home[-1]]]


def _weight_names(group: Any) -> Iterator[str]:
    """The attribute ``weight_names``; long lists are cut into ``weight_names0`` and so on."""
    parts = ["weight_names"] if "weight_names" in group.attrs else []
    while "weight_names" not in parts and f"weight_names{len(parts)}" in group.attrs:
        parts.append(f"weight_names{len(parts)}")
    for part in parts:
        for name in texts(group, part):
            yield name.decode() if isinstance(name, bytes) else str(name)
