"""Kernels in files: text and CSV for spreadsheets, JSON with the divisor, NPY for NumPy."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.files import atomic_write, read_file, system_reason
from convviz.core.base.translatable import TranslatableError
from convviz.core.kernels.kernel import Kernel

ENDINGS = (".txt", ".csv", ".json", ".npy")
_LARGEST = 4_000_000  # bytes; 31x31 weights of many channels stay far below


def read_kernel(path: str | os.PathLike[str]) -> Kernel:
    """Open a kernel file: .json and .npy are what they say, everything else is read as text.

    Raises ValueError, one sentence with the file's name and the cause, also where the file cannot be opened.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "edge.csv")
    ...     _ = file.write_text("1;0;-1\\n1;0;-1")
    ...     read_kernel(file).size
    (2, 3)
    """
    path = Path(path)
    try:
        return _from_bytes(read_file(path, _LARGEST), path.suffix.lower())
    except OSError as error:
        raise TranslatableError("{name}: {cause}", name=path.name, cause=system_reason(error)) from None
    except (ValueError, RecursionError, EOFError) as error:
        raise TranslatableError("{name}: {cause}", name=path.name, cause=error) from None


def write_kernel(path: str | os.PathLike[str], kernel: Kernel) -> None:
    """Save a kernel in the format its ending names: .txt, .csv, .json or .npy.

    Text and CSV begin with a line ``# divisor 16`` where there is one, and head each plane of a
    kernel with channels by ``# channel 1``. NPY has no place for a divisor: the weights are
    written divided by it. Raises ValueError for another ending, OSError if writing fails.

    >>> write_kernel("edge.doc", Kernel([[1, -1]]))
    Traceback (most recent call last):
        ...
    convviz.core.base.translatable.TranslatableError: edge.doc: a kernel file ends in .txt, .csv, .json, .npy
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise TranslatableError(
            "{name}: a kernel file ends in {endings}", name=path.name, endings=tuple(ENDINGS)
        )
    data = _to_bytes(kernel, ending)
    with atomic_write(path) as file:
        file.write(data)


def _to_bytes(kernel: Kernel, ending: str) -> bytes:
    if ending == ".json":
        return (json.dumps(kernel.to_json()) + "\n").encode()
    if ending == ".npy":
        buffer = io.BytesIO()
        np.save(buffer, kernel.weights / kernel.divisor, allow_pickle=False)
        return buffer.getvalue()
    lines = [f"# divisor {kernel.divisor!r}".removesuffix(".0")] if kernel.divisor != 1 else []
    for channel in range(kernel.channels):
        if kernel.has_channels:
            lines.append(f"# channel {channel + 1}")
        lines.append(Kernel(kernel.plane(channel)).to_text("," if ending == ".csv" else " "))
    return ("\n".join(lines) + "\n").encode()


def _from_bytes(data: bytes, ending: str) -> Kernel:
    if ending == ".json":
        return Kernel.from_json(_json(data))
    if ending == ".npy" or data.startswith(b"\x93NUMPY"):
        return Kernel(_array(data))
    return Kernel.from_text(_text(data))


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except UnicodeDecodeError:
        raise TranslatableError("this is not a text file") from None
    except json.JSONDecodeError as error:
        raise TranslatableError(
            "this is no JSON, or it is damaged, at line {line}, character {place}",
            line=error.lineno,
            place=error.colno,
        ) from None
    except (ValueError, RecursionError):  # more digits, or more brackets in each other, than Python reads
        raise TranslatableError("this is no JSON that describes a kernel") from None


def _array(data: bytes) -> NDArray[Any]:
    """The array in the bytes of a .npy file."""
    try:
        return np.asarray(np.load(io.BytesIO(data), allow_pickle=False))
    except Exception as error:  # a damaged header is taken for Python: TokenError, MemoryError ...
        raise TranslatableError("this is no array, or it is damaged") from error


def _text(data: bytes) -> str:
    """Spreadsheets save UTF-8 with or without a mark, or UTF-16 with one."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise TranslatableError("this is not a text file") from None
