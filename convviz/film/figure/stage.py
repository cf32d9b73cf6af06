"""A stage on a figure: its title and shape, its cells or pixels, and the bar of its colours."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QImage, QLinearGradient, QPaintEngine, QPainter

from convviz.film.contents import StageShow
from convviz.film.figure.look import CENTRE, LEFT, RIGHT, Look, write
from convviz.film.figure.vector import clipped
from convviz.views.base.colours import MOST_RECTANGLES, ColourScale, colours_of
from convviz.views.base.numbers import figure
from convviz.views.picture.paint_cells import (
    paint_padding,
    paint_remainder,
    paint_separators,
    paint_values,
    pale_dropped,
    strike_dropped,
)
from convviz.views.picture.paint_figures import paint_figures, paint_rulers
from convviz.views.picture.scene import Content, Scene, visible_cells
from convviz.views.picture.viewport import GRID_CELL, Viewport

HEADER, BAR, PAD = 34.0, 40.0, 12.0
FINE = 4
"""Pixels for a unit of the figure where a picture of a vector file is a bitmap."""

SHARP_CELL = 4.0
"""Cells of at least so many units are rectangles of their own in a vector file."""


def picture_area(card: QRectF) -> QRectF:
    """Where in a card the picture is."""
    return card.adjusted(1, HEADER, -1, -BAR)


def paint_stage(
    painter: QPainter, card: QRectF, show: StageShow, title: tuple[str, str], view: Viewport, look: Look
) -> None:
    """Paint the card of a stage; ``view`` has the size of `picture_area`, ``title`` is name and shape."""
    look.paint_card(painter, card)
    area = picture_area(card)
    with clipped(painter, area):
        painter.translate(area.topLeft())
        painter.setFont(QFont())
        _paint_picture(painter, view, show.content, look)
    _paint_title(painter, card, title, look)
    bar = QRectF(card.left() + PAD, card.bottom() - BAR + 8, card.width() - 2 * PAD, BAR - 12)
    paint_bar(painter, bar, show, view.scale >= GRID_CELL, look)


def _paint_title(painter: QPainter, card: QRectF, title: tuple[str, str], look: Look) -> None:
    line = QRectF(card.left() + PAD, card.top(), card.width() - 2 * PAD, HEADER)
    name, shape = title
    width = write(painter, line, name, ("title", "text1", 15), look.scheme)
    line.setLeft(line.left() + width + 8)
    shorter = shape.split(" \u00b7 ")[0]
    write(painter, line, (shape, shorter), ("caption", "text2", 13), look.scheme)


def _paint_picture(painter: QPainter, view: Viewport, content: Content, look: Look) -> None:
    scheme = look.scheme
    if content.scale.kind == "grey":
        scheme = replace(scheme, card=scheme.line)  # white cells on white paper have lines around them
    raster = painter.paintEngine().type() == QPaintEngine.Type.Raster
    if raster or _is_sharp(view, content):
        _paint_cells(Scene(painter, view, scheme, content))
        return
    size = view.size
    image = QImage(round(size.width() * FINE), round(size.height() * FINE), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(FINE)
    image.fill(0)
    with QPainter(image) as inner:
        _paint_cells(Scene(inner, view, scheme, content))
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.drawImage(QRectF(QPointF(0, 0), size), image)


def _is_sharp(view: Viewport, content: Content) -> bool:
    """Whether the cells are few and large enough to be rectangles."""
    rows, columns = visible_cells(view, content.grid)
    pitch = min(content.grid.rows.pitch, content.grid.columns.pitch)
    return pitch * view.scale >= SHARP_CELL and len(rows) * len(columns) <= MOST_RECTANGLES


def _paint_cells(scene: Scene) -> None:
    scene.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    paint_values(scene)
    paint_padding(scene)
    if scene.is_grid:
        paint_separators(scene)
        pale_dropped(scene)
        paint_figures(scene)
        strike_dropped(scene)
        paint_remainder(scene)
        paint_rulers(scene, None)


def paint_bar(painter: QPainter, area: QRectF, show: StageShow, cells: bool, look: Look) -> None:
    """The colours from the lowest value to the highest, with three of them written below."""
    scale, height = show.content.scale, 8.0
    bar = QRectF(area.left(), area.top(), area.width(), height)
    gradient = QLinearGradient(bar.topLeft(), bar.topRight())
    shares = np.arange(17) / 16
    values = scale.low + (scale.high - scale.low) * shares
    for share, colour in zip(
        shares.tolist(), colours_of(values, scale, look.scheme, cells=cells), strict=True
    ):
        gradient.setColorAt(share, colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(bar, gradient)
    line = QRectF(area.left(), bar.bottom() + 2, area.width(), area.height() - height - 2)
    low, middle, high = _ends(scale, show.beyond)
    style = ("ruler", "text2", 12.0)
    write(painter, line, low, style, look.scheme, LEFT)
    write(painter, line, high, style, look.scheme, RIGHT)
    if len(low + middle + high) * 8 < area.width():
        write(painter, line, middle, style, look.scheme, CENTRE)


def _ends(scale: ColourScale, beyond: tuple[bool, bool]) -> tuple[str, str, str]:
    low, high = scale.low, scale.high
    middle = round((low + high) / 2) if high - low > 8 else (low + high) / 2
    below, above = ("\u2264 " if beyond[0] else ""), ("\u2265 " if beyond[1] else "")
    return below + figure(low), figure(middle), above + figure(high)


def view_of(bounds: QRectF, size: QSizeF) -> Viewport:
    """A viewport that shows this stretch of the ruler, as large as ``size`` allows."""
    view = Viewport()
    view.set_size(size)
    view.set_content(bounds)
    return view
