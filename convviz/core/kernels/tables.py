"""Numbers in rows and columns: spreadsheets, CSV, Markdown, LaTeX, and what people type."""

from __future__ import annotations

import csv
import re
from typing import TypeAlias

from convviz.core.base.translatable import TranslatableError

Rows: TypeAlias = list[list[str]]
NUMBER = re.compile(r"[+-]?(\d+(?:[.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?", re.ASCII)

NEAR = 120
"""So many characters before or behind the numbers may say what they are divided by."""

_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
"""The line below the head of a Markdown table."""

_MATRIX = re.compile(
    r"\\begin\{(\w*matrix|array|tabular)\*?\}(?:\[[^\]]*\])?(?:\{[^}]*\})?((?:(?!\\begin\{).)*?)\\end\{\1\*?\}",
    re.DOTALL,
)
_FRACTION = re.compile(r"\\[dt]?frac\s{0,9}\{([^{}]{1,60})\}\s{0,9}\{([^{}]{1,60})\}")
_COMMAND = re.compile(r"\\(hline|toprule|midrule|bottomrule|left|right|displaystyle|,|;|!|quad)(?![a-z])")
_WRAPPED = re.compile(r"\\(?:text|mathrm|mathbf|textbf|num)\s*\{([^{}]*)\}")


def latex_tables(text: str) -> tuple[list[Rows], float] | None:
    r"""The matrices or tables of LaTeX and what they are divided by; None if the text has none.

    >>> latex_tables(r"\frac{1}{4}\begin{bmatrix} 1 & 0 \\ \frac{1}{9} & 2 \end{bmatrix}")
    ([[['1', '0'], ['1/9', '2']]], 4.0)
    """
    text = _FRACTION.sub(lambda one: f"{one[1].strip()}/{one[2].strip()}", text)
    found = list(_MATRIX.finditer(text))
    if not found:
        return None
    before = re.search(
        r"(?:1\s*/\s*(\d+(?:\.\d*)?)|(\d+(?:\.\d*)?))\s*(?:\\cdot|\\times)?\s*$",
        text[max(0, found[0].start() - NEAR) : found[0].start()],
    )
    divisor = 1.0
    if before is not None:
        divisor = float(before[1]) if before[1] else 1 / (float(before[2]) or 1.0)
    return [_latex_rows(one[2]) for one in found], divisor


def _latex_rows(text: str) -> Rows:
    plain = _WRAPPED.sub(r"\1", _COMMAND.sub(" ", re.sub(r"\\cline\{[^}]*\}", " ", text)))
    lines = re.split(r"\\\\(?:\[[^\]]*\])?", plain)
    return [[cell.strip(" \n\t${}") for cell in line.split("&")] for line in lines if line.strip()]


def markdown_rows(lines: list[str]) -> Rows | None:
    """The rows of a Markdown table, without a head of words; None if the lines are none.

    >>> markdown_rows(["| a | b |", "|---|---|", "| 1 | **2** |"])
    [['1', '2']]
    """
    filled = [line for line in lines if line.strip()]
    if len(filled) < 2 or not all("|" in line for line in filled):
        return None
    rows = [[cell.strip(" \t*`_$") for cell in line.strip().strip("|").split("|")] for line in filled]
    rules = [number for number, line in enumerate(filled) if _RULE.fullmatch(line.strip())]
    if rules:
        head = rows[: rules[0]]
        if any(not NUMBER.match(cell) for row in head for cell in row):
            head = []
        rows = head + rows[rules[0] + 1 :]
    return rows


def cells(lines: list[str]) -> Rows:
    """Split lines into cells, after finding what separates them."""
    marked = markdown_rows(lines)
    if marked is not None:
        return marked
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
    return [[cell.strip("\"'") for cell in line.split()] for line in lines]


def _decimal_commas(lines: list[str]) -> bool:
    """Whether the commas in lines without tabs are decimal ones: ``0,5 1,5``, not ``0, 5`` or ``0,5``."""
    rows = [line.split() for line in lines]
    if all(len(row) == 1 for row in rows):
        return False
    return all(NUMBER.fullmatch(cell.strip("\"'")) and cell[-1] != "," for row in rows for cell in row)


def _quoted(lines: list[str], separator: str) -> Rows:
    try:
        reader = csv.reader(lines, delimiter=separator, skipinitialspace=True)
        rows = [[cell.strip().strip("'").strip() for cell in row] for row in reader]
    except csv.Error:  # a quotation mark that is never closed swallows all lines after it
        raise TranslatableError("this is no table of numbers: a quotation mark is never closed") from None
    while rows and all(len(row) > 1 and not row[-1] for row in rows):
        rows = [row[:-1] for row in rows]  # a separator at the end of every line
    return rows
