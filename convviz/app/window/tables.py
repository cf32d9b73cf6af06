"""Tables of numbers, which may be meant as a picture or as a kernel."""

from __future__ import annotations

from pathlib import Path

from convviz.core.images.formats.kinds import HEAD
from convviz.core.images.formats.table import looks_like_numbers
from convviz.core.kernels.files import read_kernel
from convviz.core.kernels.kernel import Kernel

_MOST = 100_000
"""Bytes; the largest kernel, written out with all its digits, stays below."""


def kernel_in(text: str) -> Kernel | None:
    """The kernel that a text holds; None if it is none, above all where it is too large.

    >>> kernel_in("1 0 -1").size, kernel_in("words")
    ((1, 3), None)
    """
    try:
        return Kernel.from_text(text) if len(text) <= _MOST else None
    except ValueError:
        return None


def kernel_in_file(path: Path) -> Kernel | None:
    """The same for a file."""
    try:
        return read_kernel(path) if path.stat().st_size <= _MOST else None
    except (OSError, ValueError):
        return None


def is_written_table(text: str) -> bool:
    r"""Whether a text is two numbers or more in cells, as spreadsheets write them beside a picture of them.

    >>> is_written_table("1\t2\n3\t4\n"), is_written_table("7"), is_written_table("3 little pigs")
    (True, False, False)
    """
    try:
        return Kernel.from_text(text).taps > 1
    except ValueError as error:
        return "\t" in text and looks_like_numbers(text.encode()) and "not a number" not in str(error)


def is_table(path: Path) -> bool:
    """Whether a file is there and begins like a table of numbers."""
    try:
        with path.open("rb") as file:
            return looks_like_numbers(file.read(HEAD))
    except OSError:
        return False
