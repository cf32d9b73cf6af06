"""A figure as PNG, SVG or PDF, or as pixels for the clipboard; files are whole or not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPoint, QRect, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from convviz.core.base.files import atomic_write
from convviz.core.base.limits import LIMITS
from convviz.core.base.translatable import TranslatableError, translatable
from convviz.film.figure.figures import Figure
from convviz.film.figure.vector import SvgPainter

FORMATS = ("png", "svg", "pdf")
POINTS = 0.75
"""Points of a PDF page for a unit: the whole chain is 13⅓ by 7½ inches, as a slide is."""

INCH = 96 / 0.0254
"""Pixels of a screen in a metre."""


def pixels_of(figure: Figure, scale: int) -> tuple[int, int]:
    """Width and height of the picture at ``scale`` times its size."""
    return round(figure.size.width()) * scale, round(figure.size.height()) * scale


def image_of(figure: Figure, scale: int = 1) -> QImage:
    """The figure as pixels, exactly ``scale`` times its size; ValueError beyond the limit of a scale."""
    LIMITS["figure scale"].check(scale, "scale")
    image = QImage(*pixels_of(figure, scale), QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise MemoryError
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(scale)
    with QPainter(image) as painter:
        figure.paint(painter)
    image.setDevicePixelRatio(1)
    for dots in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        dots(round(INCH * scale))
    return image


def svg_of(figure: Figure) -> bytes:
    """The figure as SVG: cells are rectangles, numbers are text."""
    painter = SvgPainter(figure.size.toSize(), figure.title)
    figure.paint(painter)
    return painter.finish()


def pdf_of(figure: Figure) -> bytes:
    """The figure as a page of just its size; numbers are text, and their fonts are inside."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(figure.title)
    writer.setCreator("ConvViz")
    writer.setPageSize(QPageSize(QSizeF(figure.size) * POINTS, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(96)
    with QPainter(writer) as painter:
        painter.setWindow(QRect(QPoint(0, 0), figure.size.toSize()))
        figure.paint(painter)
    return bytes(buffer.data().data())


def png_of(figure: Figure, scale: int = 1) -> bytes:
    """The figure as PNG, ``scale`` times its size."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image_of(figure, scale).save(buffer, "PNG"):  # type: ignore[call-overload]
        raise MemoryError
    return bytes(buffer.data().data())


def write_figure(
    figure: Figure, path: Path, scale: int = 1, *, go_on: Callable[[], None] | None = None
) -> None:
    """Write a figure in the format that the ending of ``path`` names; ``scale`` is for PNG.

    ``go_on`` is asked before it is written; what it raises leaves no file. ValueError for another ending,
    OSError where it cannot be written.
    """
    ending = path.suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        text = translatable("{name}: the ending must be one of {endings}")
        raise TranslatableError(text, name=path.name, endings=tuple(f".{one}" for one in FORMATS))
    data = png_of(figure, scale) if ending == "png" else svg_of(figure) if ending == "svg" else pdf_of(figure)
    with atomic_write(path, None if go_on is None else lambda _: go_on()) as file:
        file.write(data)
