"""What a stage loses of the one before it, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from convviz.core.sizes.shapes import AxisSize, ShapeSize


def lost_words(size: ShapeSize, *, pooling: bool) -> str:
    """A short note under a number grid: which rows and columns are dropped, or why the rim is missing."""
    rows, columns = _dropped(size.rows), _dropped(size.columns)
    if rows and columns:
        text = QCoreApplication.translate("Lab", "{rows} and {columns} are dropped")
        return text.format(rows=_row_words(rows), columns=_column_words(columns))
    if rows:
        return QCoreApplication.translate("Lab", "{rows} dropped").format(rows=_row_words(rows))
    if columns:
        return QCoreApplication.translate("Lab", "{columns} dropped").format(columns=_column_words(columns))
    ring = size.rows.effective_kernel > 1 and size.columns.effective_kernel > 1
    if pooling or size.padding != ((0, 0), (0, 0)) or not ring:
        return ""
    return QCoreApplication.translate("Lab", "without padding the outer ring has no output")


def _dropped(axis: AxisSize) -> range:
    end = (axis.output - 1) * axis.stride + axis.effective_kernel - axis.before
    return range(min(end, axis.input), axis.input)


def _row_words(rows: range) -> str:
    if len(rows) == 1:
        return QCoreApplication.translate("Lab", "row {first}").format(first=rows[0])
    return QCoreApplication.translate("Lab", "rows {first} to {last}").format(first=rows[0], last=rows[-1])


def _column_words(columns: range) -> str:
    if len(columns) == 1:
        return QCoreApplication.translate("Lab", "column {first}").format(first=columns[0])
    return QCoreApplication.translate("Lab", "columns {first} to {last}").format(
        first=columns[0], last=columns[-1]
    )
