"""The samples as buttons with pictures, on the start page and in the sheet below the Samples button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, SignalInstance
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from convviz.views.base import theme
from convviz.views.base.painted import AnyWidget
from convviz.views.base.scale import px
from convviz.views.base.texts import listed

SIDE = 92
TEXT_HEIGHT = 40
COLUMNS = 5


class SampleTile(QToolButton):
    """A button that shows a square cut-out of a picture, with a title and a line of facts below."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._picture = QImage()
        self._facts = ""
        self.setFixedSize(px(SIDE), px(SIDE) + px(TEXT_HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_texts(self, title: str, facts: str) -> None:
        """Name the sample; ``facts`` is its size."""
        self.setText(title)
        self._facts = facts
        self.setAccessibleName(listed((title, facts)) if facts else title)
        self.update()

    def set_picture(self, picture: QImage) -> None:
        """Show ``picture``; a small one is drawn with sharp cells."""
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRect(0, 0, px(SIDE), px(SIDE))
            outline = QPainterPath()
            outline.addRoundedRect(
                QRectF(box).adjusted(1, 1, -1, -1), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL
            )
            painter.fillPath(outline, tokens.color("sunken"))
            self._paint_picture(painter, box, outline)
            lit = self.underMouse() or self.hasFocus()
            painter.setPen(QPen(tokens.color("accent" if lit else "line"), 2 if lit else 1))
            painter.drawPath(outline)
            self._paint_line(
                painter, QRect(1, px(SIDE) + px(5), px(SIDE), px(18)), "body", "text1", self.text()
            )
            self._paint_line(
                painter, QRect(1, px(SIDE) + px(22), px(SIDE), px(16)), "caption", "text3", self._facts
            )

    def _paint_picture(self, painter: QPainter, box: QRect, outline: QPainterPath) -> None:
        if self._picture.isNull():
            return
        side = min(self._picture.width(), self._picture.height())
        cut = QRect(0, 0, side, side)
        cut.moveCenter(self._picture.rect().center())
        painter.save()
        painter.setClipPath(outline)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, side > px(SIDE))
        painter.drawImage(box, self._picture, cut)
        painter.restore()

    def _paint_line(self, painter: QPainter, place: QRect, role: str, colour: str, text: str) -> None:
        painter.setFont(theme.font(role))
        painter.setPen(theme.tokens(self).color(colour))
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)


@dataclass(frozen=True)
class SampleEntry:
    """What the start page shows of a sample: the ``facts`` are its size, written for people."""

    key: str
    title: str
    facts: str = ""


class ShowsSamples(AnyWidget):
    """What has a button for each sample; it lays them out in ``_add_tile`` and has ``_tiles`` of its own."""

    sample_chosen: SignalInstance
    _tiles: dict[str, SampleTile]

    def set_samples(self, samples: Sequence[SampleEntry]) -> None:
        """Show the samples, in this order; known ones keep their pictures."""
        for place, sample in enumerate(samples):
            tile = self._tiles.get(sample.key)
            if tile is None:
                tile = self._tiles[sample.key] = SampleTile(sample.key, self)
                tile.clicked.connect(self._on_sample)
                self._add_tile(tile, place)
            tile.set_texts(sample.title, sample.facts)

    def set_sample_picture(self, key: str, picture: QImage) -> None:
        """Show the small picture of the sample ``key`` (drawn in the colours of the theme)."""
        self._tiles[key].set_picture(picture)

    def tile(self, key: str) -> SampleTile:
        """The button of the sample ``key``."""
        return self._tiles[key]

    def _add_tile(self, tile: SampleTile, place: int) -> None:
        """Lay out a new tile, the ``place``-th."""
        raise NotImplementedError

    def _on_sample(self) -> None:
        tile = self.sender()
        if isinstance(tile, SampleTile):
            self.sample_chosen.emit(tile.key)
