"""Reading the MNIST digits from the file that Keras and others pass around."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from convviz.core.base.files import open_file
from convviz.core.base.translatable import TranslatableError, translatable

LICENCE = "MNIST by Yann LeCun, Corinna Cortes and Christopher J.C. Burges, CC BY-SA 3.0"
FILE, UNFINISHED = "mnist.npz", "mnist.npz.part"
"""What Keras calls the file, and what it is called while it is being fetched."""

SOURCE, BYTES = "storage.googleapis.com", 11_490_434
"""Where Keras fetches the file from, and how large it is."""

_NAMES = ("x_train", "y_train", "x_test", "y_test")
_MOST_DIGITS = 1_000_000
_MOST_BYTES = 1_000_000_000


@dataclass(frozen=True, eq=False)
class Mnist:
    """Training digits and test digits.

    Pictures are (number, 28, 28) bytes, 0 black to 255 white; labels are 0 to 9.
    """

    train: np.ndarray[Any, Any]
    train_labels: np.ndarray[Any, Any]
    test: np.ndarray[Any, Any]
    test_labels: np.ndarray[Any, Any]
    checksum: str


def keras_folders() -> tuple[Path, ...]:
    """Where Keras keeps data sets: in the person's folder, or where that is read-only, in a temporary one."""
    home = Path(os.environ.get("KERAS_HOME") or Path.home() / ".keras").expanduser()
    spare = Path("/tmp" if os.path.isdir("/tmp") else tempfile.gettempdir()) / ".keras"
    return home / "datasets", spare / "datasets"


def holds_digits(path: str | os.PathLike[str]) -> bool:
    """Whether an archive has pictures and labels, to train and to test with, by their names.

    >>> holds_digits("no such file.npz")
    False
    """
    try:
        with open_file(path) as source, zipfile.ZipFile(source) as archive:
            return {f"{name}.npy" for name in _NAMES} <= set(archive.namelist())
    except (OSError, ValueError, zipfile.BadZipFile):
        return False


def read_mnist(path: str | os.PathLike[str]) -> Mnist:
    """Read ``mnist.npz``, and say in one sentence what is wrong where it cannot be read.

    Nothing in the file is run: pickled objects are refused. Raises ValueError and OSError.
    """
    name = Path(path).name
    try:
        source = open_file(path, _MOST_BYTES)
    except TranslatableError as error:
        raise TranslatableError("{name}: {cause}", name=name, cause=error) from None
    with source:
        checksum = hashlib.file_digest(source, "sha256").hexdigest()
        source.seek(0)
        arrays = _arrays(source, name)
    for pictures, labels in (arrays[:2], arrays[2:]):
        _check(name, pictures, labels)
    train, train_labels, test, test_labels = arrays
    return Mnist(train, train_labels, test, test_labels, checksum)


def _arrays(source: BinaryIO, name: str) -> list[np.ndarray[Any, Any]]:
    """The arrays of the archive, unpacked only if they are not larger than any set of digits may be."""
    try:
        with zipfile.ZipFile(source) as archive:
            size = sum(info.file_size for info in archive.infolist())
        if size > _MOST_BYTES:
            text = translatable("{name} unpacks to {size:,} bytes; the limit is {most:,}")
            raise TranslatableError(text, name=name, size=size, most=_MOST_BYTES)
        source.seek(0)
        with np.load(source, allow_pickle=False) as file:
            missing = [key for key in _NAMES if key not in file]
            if missing:
                text = translatable("{name}: there is no {key} in it; MNIST as Keras has it is needed")
                raise TranslatableError(text, name=name, key=missing[0])
            return [np.asarray(file[key]) for key in _NAMES]  # bytes, where a member is no array
    except (TranslatableError, MemoryError):
        raise
    except Exception as error:  # of a damaged archive NumPy and zipfile raise nearly everything
        raise TranslatableError(
            "{name}: this is not the MNIST file of Keras (mnist.npz)", name=name
        ) from error


def _check(name: str, pictures: np.ndarray[Any, Any], labels: np.ndarray[Any, Any]) -> None:
    if pictures.ndim != 3 or pictures.shape[1:] != (28, 28) or pictures.dtype != np.uint8:
        found = f"{pictures.shape} {pictures.dtype}"
        raise TranslatableError(
            "{name}: digits of 28x28 bytes are needed, not {found}", name=name, found=found
        )
    if not 0 < len(pictures) == labels.size <= _MOST_DIGITS:
        text = translatable("{name}: {digits} digits and {labels} labels do not go together")
        raise TranslatableError(text, name=name, digits=len(pictures), labels=labels.size)
    if labels.dtype.kind not in "iu" or labels.min() < 0 or labels.max() > 9:
        raise TranslatableError("{name}: labels have to be whole numbers from 0 to 9", name=name)
