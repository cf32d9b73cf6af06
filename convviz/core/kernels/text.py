"""Weights as text: what spreadsheets, CSV files, programs and people write, and what "Copy as" wrote.

Both directions work on plain arrays of shape (rows, columns) or (rows, columns, channels);
`convviz.core.kernels.kernel.Kernel` wraps them. `brackets` reads what programs write, `tables` all the rest.
"""

from __future__ import annotations

import json
import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.base.limits import FARTHEST as FARTHEST
from convviz.core.base.limits import LIMITS
from convviz.core.base.translatable import TranslatableError
from convviz.core.base.typed import parse_number as parse_typed
from convviz.core.kernels.brackets import Nested, literal_in
from convviz.core.kernels.tables import Rows, cells, latex_tables

LIMIT = LIMITS["kernel side"].ends[1]
"""The most rows or columns a kernel may have."""

LONGEST_TEXT = 1_000_000
_ALIKE = {
    "\u2212\u2013\u2014\ufe63": "-",
    "\u00a0\u202f\u2007\u2009\u3000": " ",
    "\u3001\ufe50": ",",
    "\u201c\u201d\u201e\u00ab\u00bb": '"',
    "\u2018\u2019": "'",
    "\u2044\u2215": "/",
    "\u00d7": "*",
}
_FRACTIONS = dict(zip("½⅓⅔¼¾⅕⅙⅛⅑⅒", "1/2 1/3 2/3 1/4 3/4 1/5 1/6 1/8 1/9 1/10".split(), strict=True))
_SIGNS: dict[int, str] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},  # full-width: １，２；３
    **{ord(letter): sign for letters, sign in _ALIKE.items() for letter in letters},
    **{ord(letter): text for letter, text in _FRACTIONS.items()},
}
_HEADER = re.compile(r"#\s*(divisor|channel)\b[ :=]*(.*)")
_OURS = re.compile(r"^kernel [^\n:]*:[ \t]*\n", re.MULTILINE)
"""The line above the weights in what "Copy as plain text" writes."""
_SUFFIX = re.compile(r"(?<=[\d.])(?:[fFlL]\b|`\d*\.?)")
"""How C marks a float, and Mathematica the precision of a number."""


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
    return parse_typed(text.translate(_SIGNS), farthest)


def parse_weights(text: str) -> tuple[NDArray[np.float64], float | None]:
    """Read weights from text; return them and the divisor, if the text names one.

    Cells are parted by tabs, semicolons, commas or spaces, rows by lines, or by semicolons where
    everything stands on one line (``1 0 -1; 1 0 -1``). Tables of Markdown and LaTeX are fine, and so is what
    Python, NumPy, PyTorch, C, Mathematica and MATLAB write in brackets, with what stands around it. A line
    ``# divisor 16``, ``/ 16`` behind the brackets or ``1/16`` before them name the divisor.
    A decimal comma is understood wherever commas do not part the cells. Blocks of two or more
    rows with a blank line between them, or headed ``# channel 1``, are the planes of a kernel with
    channels. Raises ValueError naming row, column and text.

    >>> parse_weights("1 0 -1; 2 0 -2")[0].tolist()
    [[1.0, 0.0, -1.0], [2.0, 0.0, -2.0]]
    >>> parse_weights("np.array([[1, 2], [3, 4]]) / 9")[1]
    9.0
    >>> parse_weights("1 0 -1; 1 0 abc")
    Traceback (most recent call last):
        ...
    convviz.core.base.translatable.TranslatableError: row 2, column 3: 'abc' is not a number
    """
    if len(text) > LONGEST_TEXT:
        raise TranslatableError("a text of {count} characters is too long for a kernel", count=len(text))
    return parse_planes(text, LIMIT)


def parse_planes(text: str, most: int) -> tuple[NDArray[np.float64], float | None]:
    """The same for a table of up to ``most`` rows and columns."""
    text = _SUFFIX.sub("", text.lstrip("\ufeff").translate(_SIGNS))
    json_ = _from_json(text, most)
    if json_ is not None:
        return json_
    latex = latex_tables(text)
    if latex is not None:
        return _stacked([_plane(rows, most) for rows in latex[0]]), latex[1] if latex[1] != 1 else None
    text = text[_OURS.search(text).end() :] if _OURS.search(text) else text  # type: ignore[union-attr]
    blocks, divisor, headed = _blocks(text)
    literal = None if "|" in text else literal_in(text)
    if literal is not None:
        planes = _in_brackets(literal.groups, most, literal.is_torch)
        return planes, divisor or (literal.divisor if literal.divisor != 1 else None)
    if not blocks:
        raise TranslatableError("the text has no weights")
    if len(blocks) > 1 and not headed and any(len(block) == 1 for block in blocks):
        blocks = [[line for block in blocks for line in block]]  # rows with air between them
    return _stacked([_plane(cells(block), most) for block in blocks]), divisor


def _from_json(text: str, most: int) -> tuple[NDArray[np.float64], float | None] | None:
    """What a kernel file of ours holds; None for any other text."""
    if not text.lstrip().startswith("{") or '"weights"' not in text:
        return None
    try:
        data = json.loads(text)
        weights = np.array(data["weights"], dtype=np.float64)
        divisor = float(data.get("divisor", 1.0))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise TranslatableError("the text has no weights") from None
    rows = [
        [format_weight(value) for value in row] for row in np.atleast_2d(weights).reshape(len(weights), -1)
    ]
    _plane(rows, max(most, most * 8))  # checks every number
    return weights, divisor if divisor != 1 else None


def _stacked(planes: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    """One plane as it is, several of the same size as channels."""
    first = planes[0].shape
    for number, plane in enumerate(planes[1:], start=2):
        if plane.shape != first:
            raise TranslatableError(
                "channel {number} has {size} weights, channel 1 has {first}",
                number=number,
                size=f"{plane.shape[0]}x{plane.shape[1]}",
                first=f"{first[0]}x{first[1]}",
            )
    return planes[0] if len(planes) == 1 else np.stack(planes, axis=2)


def _in_brackets(groups: list[Nested], most: int, is_torch: bool) -> NDArray[np.float64]:
    """Lists in lists as (rows, columns) or (rows, columns, channels)."""
    nested: Any = groups[0] if len(groups) == 1 else groups
    while isinstance(nested, list) and len(nested) == 1:
        nested = nested[0]  # axes of length 1 in front
    if isinstance(nested, str):
        lines = [line for line in nested.splitlines() if line.strip()] or [""]
        return _plane(cells(lines), most)
    if all(isinstance(row, str) for row in nested):
        return _plane([_row(row) for row in nested], most)
    planes = [_in_brackets([plane], most, is_torch) if isinstance(plane, list) else None for plane in nested]
    if any(plane is None or plane.ndim != 2 for plane in planes):
        raise TranslatableError(
            "the numbers stand in too many brackets: rows, columns and channels can be read"
        )
    return _channels_last(_stacked(planes), is_torch)  # type: ignore[arg-type]


def _channels_last(planes: NDArray[np.float64], is_torch: bool) -> NDArray[np.float64]:
    """Of what was read as [first][row][column]: PyTorch has the channels first, NumPy and Keras last."""
    columns, first = planes.shape[1], planes.shape[2]
    is_last = not is_torch and (columns in (1, 3) or first not in (1, 3))
    if not is_last:
        return planes
    values = np.moveaxis(planes, 2, 0)  # as it was written: [row][column][channel]
    return values[:, :, 0] if columns == 1 else np.ascontiguousarray(values)


def _row(text: str) -> list[str]:
    """The cells of one row in brackets, however its lines are broken."""
    rows = cells([" ".join(text.split())])
    return rows[0] if len(rows) == 1 else [cell for row in rows for cell in row]


def _blocks(text: str) -> tuple[list[list[str]], float | None, bool]:
    """Split into blocks of lines; take out the ``#`` lines."""
    blocks: list[list[str]] = [[]]
    divisor: float | None = None
    headed = False
    for line in text.splitlines():
        header = _HEADER.match(line.strip())
        if header and header[1] == "divisor":
            divisor = parse_number(header[2])
        elif (header and header[1] == "channel") or not line.strip():
            headed = headed or header is not None
            blocks.append([])
        elif line.strip().endswith("="):
            continue  # "ans =", as MATLAB heads what it prints
        elif line.strip() and not line.lstrip().startswith("#"):
            blocks[-1].append(line.strip(" "))
    return [block for block in blocks if block], divisor, headed


def _plane(rows: Rows, most: int) -> NDArray[np.float64]:
    """Turn cells into numbers, or say which cell, row or count is wrong."""
    if not rows or not rows[0]:
        raise TranslatableError("the text has no weights")
    if len(rows) > most or len(rows[0]) > most:
        size = f"{len(rows)}x{len(rows[0])}"
        raise TranslatableError(
            "a kernel of {size} is too large: 1 to {most} rows and columns", size=size, most=most
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


def _weight(rows: Rows, row: int, column: int) -> float:
    try:
        return parse_number(rows[row][column])
    except ValueError as error:
        cause = error if rows[row][column] else TranslatableError("the cell is empty")
        place = {"row": row + 1, "column": column + 1}
        raise TranslatableError("row {row}, column {column}: {cause}", **place, cause=cause) from None
