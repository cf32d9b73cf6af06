"""What a page's own widgets draw, as a table: which calls, in which colours of the theme, and where."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from zlib import crc32

import numpy as np
from PySide6.QtCore import QLine, QLineF, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from convviz.views.base import theme

FILLS = ("fillRect", "fillPath")
CALLS = (
    *FILLS,
    *("drawRect", "drawRoundedRect", "drawEllipse", "drawLine", "drawLines", "drawPolyline"),
    *("drawPath", "drawImage", "drawPixmap", "drawPolygon", "drawText", "drawPoint", "drawPoints"),
)
COLOURS = {
    theme.LIGHT.color(name).rgb(): name
    for name, value in vars(theme.LIGHT).items()
    if isinstance(value, str) and value.startswith("#")
}

PLAIN = (1.0, Qt.PenStyle.SolidLine)

Drawn = dict[str, list[int]]
"""For each call and its colour: how often, and what its shapes cover together (left, top, right, bottom)."""


def colour_name(colour: Any) -> str:
    """The theme's name of a colour; "value" for one that stands for a number."""
    if isinstance(colour, QColor):
        return COLOURS.get(colour.rgb(), "value") if colour.alpha() else ""
    return ""


def corners(shape: Any) -> list[tuple[float, float]]:
    """The points that a shape lies between."""
    if isinstance(shape, (list, tuple)):
        return [place for one in shape for place in corners(one)]
    if isinstance(shape, (QRect, QRectF)):
        return [(shape.left(), shape.top()), (shape.left() + shape.width(), shape.top() + shape.height())]
    if isinstance(shape, (QLine, QLineF)):
        return [(shape.x1(), shape.y1()), (shape.x2(), shape.y2())]
    if isinstance(shape, (QPoint, QPointF)):
        return [(shape.x(), shape.y())]
    if isinstance(shape, QPainterPath):
        return corners(shape.boundingRect())
    if isinstance(shape, QPolygonF):
        return corners(shape.boundingRect())
    return []


class Notes:
    """Takes down what is drawn."""

    def __init__(self) -> None:
        self.drawn: dict[str, tuple[int, list[tuple[float, float]]]] = {}
        self.texts: dict[str, int] = {}

    def take(self, painter: QPainter, call: str, given: tuple[Any, ...]) -> None:
        """One call, in the colours of the moment."""
        names = [colour_name(one) for one in given]
        if call not in FILLS:
            pen, brush = painter.pen(), painter.brush()
            names.append(colour_name(pen.color()) if pen.style() != Qt.PenStyle.NoPen else "")
            if (
                call != "drawText"
                and pen.style() != Qt.PenStyle.NoPen
                and (pen.widthF(), pen.style()) != PLAIN
            ):
                names.append(f"{pen.widthF():g} {pen.style().name}")
            if call != "drawText" and brush.style() != Qt.BrushStyle.NoBrush:
                names.append(f"on {colour_name(brush.color())}")
        key = " ".join([call, *filter(None, names)])
        if call == "drawText":
            words = next(one for one in given if isinstance(one, str))
            self.texts[key] = crc32(words.encode(), self.texts.get(key, 0))
        count, places = self.drawn.get(key, (0, []))
        matrix = painter.transform()
        shapes = given[:1] if call in ("drawImage", "drawPixmap") else given
        found = [] if call == "drawText" else [place for one in shapes for place in corners(one)]
        if call != "drawText" and not found and all(isinstance(one, (int, float)) for one in given):
            found = [(float(given[0]), float(given[1])), (float(given[-2]), float(given[-1]))]
        moved = [matrix.map(QPointF(*place)) for place in found]
        self.drawn[key] = count + 1, [*places, *((one.x(), one.y()) for one in moved)]

    def table(self) -> Drawn:
        """All of it; texts without their places, which are the font's."""
        table: Drawn = {}
        for key, (count, places) in sorted(self.drawn.items()):
            ends = np.array(places).reshape(-1, 2)
            around = [*ends.min(axis=0), *ends.max(axis=0)] if len(ends) else []
            table[key] = [count, *(round(float(one)) for one in around)]
        return table | {f"words of {key}": [number] for key, number in self.texts.items()}


@contextmanager
def noted() -> Iterator[Notes]:
    """Everything that is drawn meanwhile."""
    notes = Notes()
    own = {call: getattr(QPainter, call) for call in CALLS}

    def noting(call: str) -> Any:
        def draw(painter: QPainter, *given: Any) -> Any:
            notes.take(painter, call, given)
            return own[call](painter, *given)

        return draw

    for call in CALLS:
        setattr(QPainter, call, noting(call))
    try:
        yield notes
    finally:
        for call, method in own.items():
            setattr(QPainter, call, method)


def own(page: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Every widget of a page, by its class and which of them it is."""
    seen: dict[str, int] = {}
    for widget in page.findChildren(QWidget):
        name = type(widget).__name__
        seen[name] = seen.get(name, 0) + 1
        if not name.startswith("QScroll"):
            yield f"{name} {seen[name]}", widget


def painted(page: QWidget) -> dict[str, Drawn]:
    """What every visible widget of ours draws of itself, and again with the focus where it takes it."""
    QApplication.processEvents()
    widgets = [
        (name, one)
        for name, one in own(page)
        if _is_ours(one) and one.isVisible() and not one.size().isEmpty()
    ]
    found = {name: _drawn(one) for name, one in widgets}
    for name, one in widgets:
        if found[name] and one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
            one.setFocus()
            QApplication.processEvents()
            focused = _drawn(one) if one.hasFocus() else {}
            found[f"{name} with the focus"] = {
                call: given for call, given in focused.items() if found[name].get(call) != given
            }
    return {name: drawn for name, drawn in found.items() if drawn}


def _drawn(widget: QWidget) -> Drawn:
    with noted() as notes:
        picture, flags = QPixmap(widget.size()), QWidget.RenderFlag.DrawWindowBackground
        if isinstance(widget, QAbstractItemView):  # what it shows is drawn by a child
            flags |= QWidget.RenderFlag.DrawChildren
        widget.render(picture, renderFlags=flags)
    return notes.table()


def placed(page: QWidget) -> dict[str, list[int]]:
    """Where every visible widget of ours stands in its parent."""
    return {
        name: list(one.geometry().getRect()) for name, one in own(page) if one.isVisible() and _is_ours(one)
    }


def _is_ours(widget: QWidget) -> bool:
    return type(widget).__module__.startswith("convviz.")


def said(page: QWidget) -> dict[str, str]:
    """What every widget says in its text, to the pointer and to screen readers."""
    found: dict[str, str] = {}
    for name, one in own(page):
        text = one.text() if isinstance(one, (QAbstractButton, QLabel, QLineEdit)) else ""
        holder = one.placeholderText() if isinstance(one, (QLineEdit, QComboBox)) else ""
        words = (text, holder, one.toolTip(), one.accessibleName(), one.accessibleDescription())
        if any(words):
            found[name] = " | ".join(word[:120] for word in words)
    return found


def behaves(page: QWidget) -> dict[str, str]:
    """How every widget takes part: grey or not, pressed or not, with which pointer, focus, sizes and role."""
    return {name: " ".join(_manners(one)) for name, one in own(page)}


def _manners(widget: QWidget) -> Iterator[str]:
    yield f"{widget.isEnabled():d}{widget.isHidden():d}{widget.hasMouseTracking():d}{widget.acceptDrops():d}"
    yield f"{widget.cursor().shape().name} {widget.focusPolicy().name}"
    yield f"{widget.minimumWidth()}x{widget.minimumHeight()} {widget.maximumWidth()}x{widget.maximumHeight()}"
    yield str(widget.property("role") or "")
    if isinstance(widget, QLabel):
        yield f"{widget.alignment().value} {widget.wordWrap():d} {widget.textFormat().name}"
    if isinstance(widget, QAbstractButton):
        yield f"{widget.isCheckable():d}{widget.isChecked():d} {widget.iconSize().width()}"
    if isinstance(widget, (QAbstractSlider, QSpinBox, QDoubleSpinBox)):
        yield f"{widget.minimum()} {widget.maximum()} {widget.singleStep()} {widget.value()}"
    if isinstance(widget, QComboBox):
        yield (
            " ".join(widget.itemText(at) for at in range(min(20, widget.count())))
            + f": {widget.currentIndex()}"
        )
