"""Numbers in a text as a picture: CSV, tables of spreadsheets, what `export` writes, arrays as printed."""

from __future__ import annotations

import io
import re
import warnings

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.translatable import TranslatableError
from convviz.core.images.arrays import (
    WHOLE,
    ImageError,
    Part,
    Picture,
    check_frame,
    check_size,
    chosen,
    from_numbers,
)
from convviz.core.images.formats.polled import PolledFile
from convviz.core.kernels.text import parse_planes

MOST_BYTES = 300_000_000
"""Texts that are longer are refused; a picture of 12 megapixels takes a fifth of that."""

_MOST_BY_HAND = 4_000_000
"""Characters that are read cell by cell, if they are written in another way than NumPy knows."""

_SIDE = 20_000
_PLAIN = re.compile(r"(?:#[^\n]*\n|[\d\s,;.+\-eEnaN])*")
_BREAK = re.compile(r"^[ \t]*#[ \t]*channel\b[^\n]*\n|\n[ \t]*(?:\n[ \t]*)+", re.MULTILINE)
_LONG = re.compile(r"(?<![\d.])[0.]*[1-9](?:\.?\d){9}")
_EIGHT = re.compile(r"(?<![\d.])[0.]*[1-9](?:\.?\d){7}")


def looks_like_numbers(head: bytes) -> bool:
    """Whether a text begins like a table of numbers, in brackets or not.

    >>> looks_like_numbers(b"1,2\\n3,4\\n"), looks_like_numbers(b"just some words")
    (True, False)
    """
    try:
        text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "ignore")
    except UnicodeDecodeError:
        return False
    first = re.sub(r"#[^\n]*", "", text)[:200]
    return bool(re.match(r"[\s\[({|\"']*[-+\u2212]?[.,]?\d", first)) and "\0" not in text


def read_table(file: PolledFile, name: str, part: Part = WHOLE) -> Picture:
    """Read rows of numbers; three blocks of one size, parted by a blank line, are red, green and blue."""
    check_frame(part, 1, name)
    if file.size() > MOST_BYTES:
        reason = TranslatableError(
            "it has {size:,} bytes; the limit is {most:,}", size=file.size(), most=MOST_BYTES
        )
        raise _no_table(name, reason)
    data = file.part(0, file.size())
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise _no_table(name, TranslatableError("this is not a text file")) from None
    try:
        planes = _planes(text.replace("\r\n", "\n"))
    except TranslatableError as error:
        raise _no_table(name, error) from None
    check_size(planes.shape[1], planes.shape[0], name)
    values = chosen(planes, part, name) if planes.ndim == 3 else planes
    return from_numbers(_typed(values, text), name)


def _no_table(name: str, reason: TranslatableError) -> ImageError:
    return ImageError(name, "table", f"is no table of numbers ({reason})", reason=reason)


def _planes(text: str) -> NDArray[np.float64]:
    """The numbers, (rows, columns) or (rows, columns, blocks)."""
    if text.count("\n") > 1 and _PLAIN.fullmatch(text):
        fast = _by_numpy(text)
        if fast is not None:
            return fast
    if len(text) > _MOST_BY_HAND:
        raise TranslatableError("{size:,} characters are too many to be read cell by cell", size=len(text))
    values, divisor = parse_planes(text, _SIDE)
    return values if divisor is None else values / divisor


def _by_numpy(text: str) -> NDArray[np.float64] | None:
    """What NumPy reads, as long as every row has as many numbers; None for all else."""
    blocks = [block for block in _BREAK.split(text) if re.sub(r"#[^\n]*", "", block).strip()]
    if not blocks:
        return None
    single = [("\n" not in block.strip()) for block in blocks]
    ours = len(blocks) == 3 and all(single) and all("," in block and " " not in block for block in blocks)
    if len(blocks) > 1 and "# channel" not in text and any(single) and not ours:
        blocks = ["\n".join(blocks)]  # rows with air between them
    start = next(line for line in blocks[0].splitlines() if line.strip() and not line.startswith("#"))
    separator = next((sign for sign in "\t;," if sign in start), None)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            planes = [np.loadtxt(io.StringIO(block), delimiter=separator, ndmin=2) for block in blocks]
    except (ValueError, UserWarning):
        return None
    if any(plane.shape != planes[0].shape for plane in planes):
        return None
    return planes[0] if len(planes) == 1 else np.stack(planes, axis=2)


def _typed(values: NDArray[np.float64], text: str) -> NDArray[np.generic]:
    """Whole numbers as such; fractions in 32 bits, if they have as many digits as those need, and no more."""
    with np.errstate(invalid="ignore"):
        if np.array_equal(values, np.rint(values)) and np.abs(values).max() < 2**53:
            return values.astype(np.int64)
    if _LONG.search(text) is None and _EIGHT.search(text) is not None:
        return values.astype(np.float32)
    return values
