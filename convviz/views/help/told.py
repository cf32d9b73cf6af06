"""An explanation: a sentence, a tiny drawing and a word of the glossary; how it is painted and written."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from convviz.views.base import theme
from convviz.views.base.scale import px
from convviz.views.base.texts import say
from convviz.views.help.drawings import DRAWINGS

KEY = "explained"
"""Name of the property that says which explanation a widget has."""

CELL = 10
"""Pixels of a drawing's cell."""

_CHANNELS = {"R": "#d64545", "G": "#3d9a50", "B": "#3a6fd8"}
_FILLS = {".": "sunken", "#": "text1", "w": "win", "o": "out", "g": "line", "a": "accent"}


@dataclass(frozen=True)
class Told:
    """What a control or a choice is for, in one sentence; ``drawing`` is a name of `DRAWINGS`.

    ``term`` is the word of the glossary that says more, "" for none.
    """

    sentence: str
    drawing: str
    term: str = ""


def same(*paths: str, told: Told) -> dict[str, Told]:
    """One explanation for several controls, e.g. a box and its label.

    >>> same("box", "label", told=Told("How many rows.", "rows")).keys()
    dict_keys(['box', 'label'])
    """
    return dict.fromkeys(paths, told)


def drawn(name: str, tokens: theme.Tokens, ratio: float = 1.0) -> QImage:
    """The drawing ``name`` in the colours of the theme, for a screen of ``ratio`` pixels a point.

    >>> drawn("rows", theme.LIGHT).width(), drawn("rows", theme.LIGHT, 2.0).width()
    (31, 62)
    """
    rows = DRAWINGS[name]
    cell = px(CELL)
    wide, high = cell * max(map(len, rows)) + 1, cell * len(rows) + 1
    picture = QImage(round(wide * ratio), round(high * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, line in enumerate(rows):
            for column, kind in enumerate(line):
                _paint(painter, QRectF(column * cell + 0.5, row * cell + 0.5, cell, cell), kind, tokens)
    return picture


def _paint(painter: QPainter, cell: QRectF, kind: str, tokens: theme.Tokens) -> None:
    if kind == " ":
        return
    if kind == ">":
        _paint_arrow(painter, cell, tokens.color("text2"))
        return
    painter.setPen(QPen(tokens.color("linestrong"), 1))
    painter.setBrush(_fill(kind, tokens))
    painter.drawRect(cell)
    if kind in "px":
        painter.setPen(QPen(tokens.color("drop" if kind == "x" else "hatch"), 1.2))
        painter.drawLine(QLineF(cell.bottomLeft(), cell.topRight()))
        if kind == "x":
            painter.drawLine(QLineF(cell.topLeft(), cell.bottomRight()))
    elif kind == "r":
        painter.setPen(QPen(tokens.color("ring"), 2))
        painter.drawRect(cell.adjusted(1, 1, -1, -1))
    elif kind not in "+-.#woga" and kind not in _CHANNELS:
        painter.setFont(theme.font("caption", pixels=CELL - 1))
        painter.setPen(tokens.color("text1"))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, kind)


def _fill(kind: str, tokens: theme.Tokens) -> QColor:
    if kind in _CHANNELS:
        return QColor(_CHANNELS[kind])
    if kind in "+-r":
        return QColor(tokens.signed[2 if kind == "-" else -3])
    return tokens.color(_FILLS.get(kind, "sunken"))


def _paint_arrow(painter: QPainter, cell: QRectF, colour: QColor) -> None:
    middle, tip = cell.center().y(), QPointF(cell.right(), cell.center().y())
    painter.setPen(QPen(colour, 1.2))
    painter.drawLine(QLineF(cell.left(), middle, cell.right(), middle))
    painter.drawLine(QLineF(tip, QPointF(cell.right() - 3, middle - 2.5)))
    painter.drawLine(QLineF(tip, QPointF(cell.right() - 3, middle + 2.5)))


def as_html(
    told: Told, tokens: theme.Tokens, *, name: str = "", link: bool = False, ratio: float = 1.0
) -> str:
    """The explanation as HTML of a tooltip: the drawing, then the name in bold and the sentence.

    With ``link`` the word of the glossary can be clicked, as "What's this?" texts can.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture = drawn(told.drawing, tokens, ratio)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    source = bytes(data.toBase64().data()).decode("ascii")
    wide, high = round(picture.width() / ratio), round(picture.height() / ratio)
    text = f"<b>{escape(name)}</b><br>" if name and name.strip(".") != told.sentence.strip(".") else ""
    text += escape(told.sentence)
    if link and told.term:
        more = say("Explained", "More in the glossary")
        text += f'<br><a href="{escape(told.term)}" style="color: {tokens.accent}">{escape(more)}</a>'
    image = f'<img src="data:image/png;base64,{source}" width="{wide}" height="{high}">'
    return (
        f'<table cellspacing="0" cellpadding="3"><tr><td valign="middle">{image}</td>'
        f'<td width="{px(TEXT_WIDTH)}">{text}</td></tr></table>'
    )


TEXT_WIDTH = 260
"""Pixels of the text beside a drawing."""
