"""Opening a ``.keras`` or ``.h5`` file without trusting it.

A network from somewhere else is data and stays data: sizes are looked at before anything is
unpacked, links and data outside of the file are refused, nothing is run.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from convviz.core.base.translatable import translatable
from convviz.network.model.errors import NetworkError

MOST_BYTES = 600_000_000
_MOST_JSON = 20_000_000
_MEMBERS = ("metadata.json", "config.json", "model.weights.h5")
_HDF5 = b"\x89HDF\r\n\x1a\n"
_OTHERS = {
    b"PK": translatable("{name} ends in {ending} but is a zip archive"),
    _HDF5[:2]: translatable("{name} ends in {ending} but is an HDF5 file"),
}


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
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, KeyError) as error:
        if isinstance(error, OSError) and error.filename is not None:
            raise
        raise _broken(name) from error


def _broken(name: str) -> NetworkError:
    return NetworkError("broken", "{name}: the file is damaged or was cut off", name=name)


def _kind(path: Path, name: str) -> str:
    """Tell by its content what a file is, and refuse one that its ending does not fit."""
    if path.is_dir():
        raise NetworkError("folder", "{name} is a folder; a .keras or .h5 file is needed", name=name)
    size = path.stat().st_size
    if size > MOST_BYTES:
        text = translatable("{name}: {size:,} bytes; at most {most:,} are opened")
        raise NetworkError("large", text, name=name, size=size, most=MOST_BYTES)
    with path.open("rb") as file:
        start = file.read(8)
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
        data = io.BytesIO(archive.read("model.weights.h5"))
    with h5py.File(data, "r") as file:
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

    with h5py.File(path, "r") as file:
        if "model_config" not in file.attrs:
            text = "{name} has weights only, and no description of the layers that they belong to"
            raise NetworkError("weights_only", text, name=name)
        text = file.attrs["model_config"]
        config = _json(text.encode() if isinstance(text, str) else bytes(text), name)
        yield Description(
            config, str(file.attrs.get("keras_version", "")), True, linked(file, "model_weights")
        )


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

    kind = dataset.dtype.kind
    if kind == "f" or (kind in "iu" and dataset.shape == ()):  # a count, in some layers
        return np.asarray(dataset[()]).astype(np.float32)
    if dataset.dtype == np.dtype("V2") and dataset.attrs.get("dtype") == "bfloat16":
        halves = dataset[()].view(np.uint16)
        return (halves.astype(np.uint32) << 16).view(np.float32)
    if kind in "iu":
        text = "the weights {name!r} are whole numbers ({type})"
        raise NetworkError("quantized", text, name=name, type=dataset.dtype.name)
    text = translatable("the weights {name!r} are {type} and no numbers")
    raise NetworkError("type", text, name=name, type=dataset.dtype.name)
