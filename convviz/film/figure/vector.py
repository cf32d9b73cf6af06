"""Vector files that look the same elsewhere: text that stays text, in a width that another font keeps.

Qt writes the names of fonts into an SVG, not the fonts. Numbers and Latin text are in every font: they stay
text, and their width is written beside them, so that a font of other widths is squeezed into the same room.
Everything else (Chinese, brackets, arrows) becomes outlines, with its text as their label. A PDF holds its
fonts itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath
from PySide6.QtSvg import QSvgGenerator

EVERYWHERE = re.compile("[\x20-\x7e\u00a0-\u00ff\u2013\u2018\u2019\u201c\u201d\u2026\u2212]*")
"""What every font of every system has."""

FAMILIES = "Arial, Helvetica, sans-serif"
_MARK = "convviz-mark-"
_MARKED = re.compile(rf"<g [^>]*>\s*<text[^>]*>{_MARK}(\d+)</text>\s*</g>")
_TEXT = re.compile(r"<text ")
_FAMILY = re.compile(r'font-family="([^"]*)"')
_FAR = 1 << 14


class SvgPainter(QPainter):
    """A painter of SVG: keeps the width of every text, outlines what fonts may lack, and clips."""

    def __init__(self, size: QSize, title: str) -> None:
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._generator = QSvgGenerator()
        self._generator.setOutputDevice(self._buffer)
        self._generator.setResolution(96)
        self._generator.setSize(size)
        self._generator.setViewBox(QRect(0, 0, size.width(), size.height()))
        self._title = title
        self._widths: list[float] = []
        self._marks: list[str] = []
        super().__init__(self._generator)

    def drawText(self, *arguments: Any) -> None:  # type: ignore[override]
        """Write a text at a point, or aligned in an area."""
        text = str(arguments[-1])
        metrics = QFontMetricsF(self.font())
        width = metrics.horizontalAdvance(text)
        place = arguments[0]
        if isinstance(place, QRectF):
            place = _baseline(place, Qt.AlignmentFlag(arguments[1]), width, metrics)
        if EVERYWHERE.fullmatch(text):
            self._widths.append(width)
            super().drawText(QPointF(place), text)
        else:
            self._outline(QPointF(place), text)

    def _outline(self, place: QPointF, text: str) -> None:
        path = QPainterPath()
        path.addText(place, self.font(), text)
        self.mark(f'<g role="img" aria-label="{escape(text)}">')
        self.fillPath(path, self.pen().brush())
        self.mark("</g>")

    def mark(self, markup: str) -> None:
        """Put a piece of SVG between what is painted before it and after it.

        Qt opens a group whenever pen or brush change: a text in a pen of its own stands in one alone.
        """
        self.save()
        self.setPen(f"#01{len(self._marks) % 256:02x}fe")
        super().drawText(QPointF(-_FAR, -_FAR), f"{_MARK}{len(self._marks)}")
        self._marks.append(markup)
        self.restore()

    @property
    def marks(self) -> int:
        """How many pieces of SVG have been put in so far."""
        return len(self._marks)

    def finish(self) -> bytes:
        """End the painting; the whole file."""
        self.end()
        text = bytes(self._buffer.data().data()).decode("utf-8")
        text = _MARKED.sub(lambda found: self._marks[int(found[1])], text)
        widths = iter(self._widths)
        text = _TEXT.sub(lambda _: _sized(next(widths)), text)
        text = _FAMILY.sub(lambda found: f'font-family="{found[1]}, {FAMILIES}"', text)
        text = text.replace(' version="1.2" baseProfile="tiny"', "", 1)  # it knows no clipping
        title = f"<title>{escape(self._title)}</title>"
        text = re.sub(r"<title>.*?</title>", lambda _: title, text, count=1, flags=re.DOTALL)
        return text.encode("utf-8")


def _sized(width: float) -> str:
    return f'<text textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs" '


def _baseline(area: QRectF, align: Qt.AlignmentFlag, width: float, metrics: QFontMetricsF) -> QPointF:
    """Where a text of this width begins, half-way down an area."""
    left = area.left()
    if align & Qt.AlignmentFlag.AlignHCenter:
        left += (area.width() - width) / 2
    elif align & Qt.AlignmentFlag.AlignRight:
        left += area.width() - width
    return QPointF(left, area.center().y() + (metrics.ascent() - metrics.descent()) / 2)


@contextmanager
def clipped(painter: QPainter, area: QRectF) -> Iterator[None]:
    """Let nothing be painted outside of ``area``; also in an SVG, whose painter from Qt knows no clipping."""
    painter.save()
    if isinstance(painter, SvgPainter):
        number = f"clip{painter.marks}"
        place = f'x="{area.x():g}" y="{area.y():g}" width="{area.width():g}" height="{area.height():g}"'
        shape = f'<rect {place} fill="none" stroke="none"/>'
        painter.mark(f'<clipPath id="{number}">{shape}</clipPath><g clip-path="url(#{number})">')
    else:
        painter.setClipRect(area)
    try:
        yield
    finally:
        painter.restore()
        if isinstance(painter, SvgPainter):
            painter.mark("</g>")
