"""Weights as text: what spreadsheets, CSV files, Matlab, Python lists and people write.

Both directions work on plain arrays of shape (rows, columns) or (rows, columns, channels);
`convviz.core.kernels.kernel.Kernel` wraps them.
"""

from __future__ import annotations

import csv
import math
import re

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.limits import FARTHEST as FARTHEST
from convviz.core.base.limits import LIMITS
from convviz.core.base.translatable import TranslatableError

LIMIT = LIMITS["kernel side"].ends[1]
"""The most rows or columns a kernel may have."""

LONGEST_TEXT = 1_000_000
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u00a0": " ", "\u202f": " "})
_NUMBER = re.compile(r"[+-]?(\d+[.,]?\d*|[.,]\d+)([eE][+-]?\d+)?", re.ASCII)
_HEADER = re.compile(r"#\s*(divisor|channel)\b[ :=]*(.*)")
_Rows = list[list[str]]


def format_weight(value: float) -> str:
    """Write one weight as briefly as reads back exactly, whole numbers without a point.

    >>> format_weight(-2.0), format_weight(0.1)
    ('-2', '0.1')
    """
    text = repr(float(value) + 0.0)
    return text.removesuffix(".0")


def format_weights(weights: NDArray[np.float64], separator: str = "\t") -> str:
    """Write weights one row a line, as a spreadsheet pastes them; channels are separated by a blank line.

    >>> format_weights(np.array([[1.0, 0.0, -1.0]]), " ")
    '1 0 -1'
    """
    planes = weights[..., np.newaxis] if weights.ndim == 2 else weights
    blocks = (
        "\n".join(separator.join(map(format_weight, row)) for row in planes[..., channel])
        for channel in range(planes.shape[2])
    )
    return "\n\n".join(blocks)


def parse_number(text: str, farthest: float = FARTHEST) -> float:
    """Read one number as it is typed: ``-1.5``, ``−1,5`` (real minus, decimal comma), ``1/9``.

    Raises ValueError with the text in it if it is not a number up to ``farthest``.

    >>> parse_number("\u22121,5"), parse_number("1/4")
    (-1.5, 0.25)
    """
    top, slash, bottom = text.translate(_MINUS).strip().partition("/")
    parts = [top.strip(), bottom.strip()] if slash else [top.strip()]
    if not all(_NUMBER.fullmatch(part) for part in parts):
        raise TranslatableError("{text!r} is not a number", text=text.strip())
    numbers = [float(part.replace(",", ".")) for part in parts]
    if len(numbers) == 2 and numbers[1] == 0:
        raise TranslatableError("{text!r} divides by zero", text=text.strip())
    value = numbers[0] / numbers[1] if len(numbers) == 2 else numbers[0]
    if not math.isfinite(value) or abs(value) > farthest:
        raise TranslatableError(
            "{text!r} is too large; the limit is {most:g}", text=text.strip(), most=farthest
        )
    return value


def parse_weights(text: str) -> tuple[NDArray[np.float64], float | None]:
    """Read weights from text; return them and the divisor, if a line ``# divisor 16`` names one.

    Cells are parted by tabs, semicolons, commas or spaces, rows by lines, or by semicolons where
    everything stands on one line (``1 0 -1; 1 0 -1``). Brackets of Python and Matlab are fine.
    A decimal comma is understood wherever commas do not part the cells. Blocks of two or more
    rows with a blank line between them, or headed ``# channel 1``, are the planes of a kernel with
    channels. Raises ValueError naming row, column and text.

    >>> parse_weights("1 0 -1; 2 0 -2")[0].tolist()
    [[1.0, 0.0, -1.0], [2.0, 0.0, -2.0]]
    >>> parse_weights("1 0 -1; 1 0 abc")
    Traceback (most recent call last):
        ...
    convviz.core.base.translatable.TranslatableError: row 2, column 3: 'abc' is not a number
    """
    if len(text) > LONGEST_TEXT:
        raise TranslatableError("a text of {count} characters is too long for a kernel", count=len(text))
    blocks, divisor, headed = _blocks(text.lstrip("\ufeff").translate(_MINUS))
    if not blocks:
        raise TranslatableError("the text has no weights")
    if len(blocks) > 1 and not headed and any(len(block) == 1 for block in blocks):
        blocks = [[line for block in blocks for line in block]]  # rows with air between them
    planes = [_plane(_cells(block)) for block in blocks]
    shapes = [plane.shape for plane in planes]
    for number, shape in enumerate(shapes[1:], start=2):
        if shape != shapes[0]:
            raise TranslatableError(
                "channel {number} has {size} weights, channel 1 has {first}",
                number=number,
                size=f"{shape[0]}x{shape[1]}",
                first=f"{shapes[0][0]}x{shapes[0][1]}",
            )
    return (planes[0] if len(planes) == 1 else np.stack(planes, axis=2)), divisor


def _blocks(text: str) -> tuple[list[list[str]], float | None, bool]:
    """Split into blocks of lines; take out the ``#`` lines."""
    bracketed = "[" in text
    if bracketed:
        text = re.sub(r"\]\s*,?", "\n", text.replace("[", " "))
    blocks: list[list[str]] = [[]]
    divisor: float | None = None
    headed = False
    for line in text.splitlines():
        header = _HEADER.match(line.strip())
        if header and header[1] == "divisor":
            divisor = parse_number(header[2])
        elif (header and header[1] == "channel") or (not line.strip() and not bracketed):
            headed = headed or header is not None
            blocks.append([])
        elif line.strip() and not line.lstrip().startswith("#"):
            blocks[-1].append(line.strip(" "))
    return [block for block in blocks if block], divisor, headed


def _cells(lines: list[str]) -> _Rows:
    """Split lines into cells, after finding what separates them."""
    lines = [line.rstrip("; ") for line in lines]
    pieces = [piece for line in lines for piece in line.split(";")]
    if any(";" in line for line in lines):
        wide = any(len(piece.split()) > 1 for piece in pieces)
        if len(lines) == 1 or wide:
            lines = [piece.strip() for piece in pieces]
        else:
            return _quoted(lines, ";")
    if any("\t" in line for line in lines):
        return _quoted(lines, "\t")
    if any("," in line for line in lines) and not _decimal_commas(lines):
        return _quoted(lines, ",")
    return [line.split() for line in lines]


def _decimal_commas(lines: list[str]) -> bool:
    """Whether the commas in lines without tabs are decimal ones: ``0,5 1,5``, not ``0, 5`` or ``0,5``."""
    rows = [line.split() for line in lines]
    if all(len(row) == 1 for row in rows):
        return False
    return all(_NUMBER.fullmatch(cell) and cell[-1] != "," for row in rows for cell in row)


def _quoted(lines: list[str], separator: str) -> _Rows:
    try:
        rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=separator)]
    except csv.Error as error:  # a quotation mark that is never closed swallows all lines after it
        raise TranslatableError("this is no table of numbers ({cause})", cause=error) from None
    while rows and all(len(row) > 1 and not row[-1] for row in rows):
        rows = [row[:-1] for row in rows]  # a separator at the end of every line
    return rows


def _plane(rows: _Rows) -> NDArray[np.float64]:
    """Turn cells into numbers, or say which cell, row or count is wrong."""
    if len(rows) > LIMIT or len(rows[0]) > LIMIT:
        size = f"{len(rows)}x{len(rows[0])}"
        raise TranslatableError(
            "a kernel of {size} is too large: 1 to {most} rows and columns", size=size, most=LIMIT
        )
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            raise TranslatableError(
                "row {row} has {count} weights, row 1 has {first}",
                row=number,
                count=len(row),
                first=len(rows[0]),
            )
    return np.array([[_weight(rows, r, c) for c in range(len(rows[0]))] for r in range(len(rows))])


def _weight(rows: _Rows, row: int, column: int) -> float:
    try:
        return parse_number(rows[row][column])
    except ValueError as error:
        cause = error if rows[row][column] else TranslatableError("the cell is empty")
        place = {"row": row + 1, "column": column + 1}
        raise TranslatableError("row {row}, column {column}: {cause}", **place, cause=cause) from None
