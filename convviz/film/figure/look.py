"""How a figure looks: its colours and its ground, and text that is made to fit its room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from convviz.views.base import theme
from convviz.views.base.theme import Tokens

Background: TypeAlias = Literal["light", "dark", "none"]
BACKGROUNDS: tuple[Background, ...] = ("light", "dark", "none")

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
ELLIPSIS = "\u2026"


@dataclass(frozen=True)
class Look:
    """The colours of a figure; without a ground what lies behind it shows through."""

    scheme: Tokens
    filled: bool = True

    def paint_ground(self, painter: QPainter, area: QRectF) -> None:
        """Fill what lies behind everything."""
        if self.filled:
            painter.fillRect(area, self.scheme.color("window"))

    def paint_card(self, painter: QPainter, area: QRectF) -> None:
        """The rounded frame of a card."""
        path = QPainterPath()
        path.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_CARD, theme.RADIUS_CARD)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.strokePath(path, QPen(self.scheme.color("line"), 1))


def look(background: Background) -> Look:
    """The look on a background: paper is white, all surfaces alike, so that nothing prints grey.

    >>> look("light").scheme.window == look("none").scheme.card, look("none").filled
    (True, False)
    """
    scheme = theme.DARK if background == "dark" else theme.LIGHT
    ground = scheme.card if background == "dark" else "#FFFFFF"
    return Look(replace(scheme, window=ground, panel=ground, card=ground), background != "none")


def look_of(background: str) -> Look:
    """The look for a background by its name; an unknown one is light.

    >>> look_of("dark").scheme.card == theme.DARK.card, look_of("").filled
    (True, True)
    """
    return look("dark" if background == "dark" else "none" if background == "none" else "light")


def write(
    painter: QPainter,
    area: QRectF,
    texts: str | Sequence[str],
    style: tuple[str, str, float],
    scheme: Tokens,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Write the first of ``texts`` that fits ``area``, the last one cut off if none does; its width.

    ``style`` is a role of `theme.font`, a colour of the theme and a size in units of the figure.
    """
    role, colour, pixels = style
    font = theme.font(role, QFont(), pixels=pixels)
    metrics = QFontMetricsF(font)
    wishes = [texts] if isinstance(texts, str) else list(texts)
    fitting = [text for text in wishes if metrics.horizontalAdvance(text) <= area.width()]
    text = fitting[0] if fitting else _cut(wishes[-1], metrics, area.width())
    painter.setFont(font)
    painter.setPen(scheme.color(colour))
    if text:
        painter.drawText(area, align, text)
    return metrics.horizontalAdvance(text)


def _cut(text: str, metrics: QFontMetricsF, room: float) -> str:
    """As much of a text as fits, in whole characters of what a person sees."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) if room > 0 else ""
