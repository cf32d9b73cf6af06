"""Single frames of a film as pictures: pixels at any size, SVG and PDF for slides."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from convviz.core.base.files import atomic_write
from convviz.film.sheet import SHEET, Sheet

POINTS = 0.75
"""Points of a page for a unit of the sheet."""


def height_for(width: int) -> int:
    """The height of a picture of ``width`` pixels; always even, as video players want it."""
    return round(width * SHEET.height() / SHEET.width() / 2) * 2


def image(sheet: Sheet, index: int, width: int = 960) -> QImage:
    """Moment ``index`` in ``width`` x `height_for` (width) pixels."""
    size = QSize(width, height_for(width))
    picture = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.scale(size.width() / SHEET.width(), size.height() / SHEET.height())
    sheet.paint(painter, index)
    painter.end()
    return picture


def pixels(sheet: Sheet, index: int, width: int = 960) -> NDArray[np.uint8]:
    """The same as an array (height, width, 3) of bytes."""
    picture = image(sheet, index, width).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : 3 * picture.width()].reshape(picture.height(), picture.width(), 3).copy()


def save_png(sheet: Sheet, index: int, path: Path, width: int = 960) -> None:
    """Write a moment as PNG, whole or not at all."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image(sheet, index, width).save(buffer, "PNG"):  # type: ignore[call-overload]
        raise OSError(f"{path.name} cannot be written")
    _write(path, bytes(buffer.data().data()))


def save_svg(sheet: Sheet, index: int, path: Path) -> None:
    """Write a moment as SVG: cells are rectangles, figures are text."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(SHEET.toSize())
    generator.setViewBox(QRect(0, 0, int(SHEET.width()), int(SHEET.height())))
    generator.setTitle(sheet.title)
    painter = QPainter(generator)
    sheet.paint(painter, index)
    painter.end()
    _write(path, bytes(buffer.data().data()))


def save_pdf(sheet: Sheet, index: int, path: Path) -> None:
    """Write a moment as a PDF page of just its size."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    size = QSizeF(SHEET.width() * POINTS, SHEET.height() * POINTS)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(96)
    painter = QPainter(writer)
    painter.setWindow(QRectF(0, 0, SHEET.width(), SHEET.height()).toRect())
    sheet.paint(painter, index)
    painter.end()
    _write(path, bytes(buffer.data().data()))


def _write(path: Path, data: bytes) -> None:
    with atomic_write(path) as file:
        file.write(data)
