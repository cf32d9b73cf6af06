"""One sample on the start page: a small picture, its name, its size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from convviz.views.base import theme

SIDE = 92
TEXT_HEIGHT = 40


class SampleTile(QToolButton):
    """A button that shows a square cut-out of a picture, with a title and a line of facts below."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._picture = QImage()
        self._facts = ""
        self.setFixedSize(SIDE, SIDE + TEXT_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_texts(self, title: str, facts: str) -> None:
        """Name the sample; ``facts`` is its size."""
        self.setText(title)
        self._facts = facts
        self.setAccessibleName(f"{title}, {facts}" if facts else title)
        self.update()

    def set_picture(self, picture: QImage) -> None:
        """Show ``picture``; a small one is drawn with sharp cells."""
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(0, 0, SIDE, SIDE)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        painter.fillPath(outline, tokens.color("sunken"))
        self._paint_picture(painter, box, outline)
        lit = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(tokens.color("accent" if lit else "line"), 2 if lit else 1))
        painter.drawPath(outline)
        self._paint_line(painter, QRect(1, SIDE + 5, SIDE, 18), "body", "text1", self.text())
        self._paint_line(painter, QRect(1, SIDE + 22, SIDE, 16), "caption", "text3", self._facts)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def _paint_picture(self, painter: QPainter, box: QRect, outline: QPainterPath) -> None:
        if self._picture.isNull():
            return
        side = min(self._picture.width(), self._picture.height())
        cut = QRect(0, 0, side, side)
        cut.moveCenter(self._picture.rect().center())
        painter.save()
        painter.setClipPath(outline)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, side > SIDE)
        painter.drawImage(box, self._picture, cut)
        painter.restore()

    def _paint_line(self, painter: QPainter, place: QRect, role: str, colour: str, text: str) -> None:
        painter.setFont(theme.font(role))
        painter.setPen(theme.tokens(self).color(colour))
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)
