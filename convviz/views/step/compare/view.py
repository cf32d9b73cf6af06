"""The pinned windows and products of A and B side by side, each with its sum."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.explain.why.words import grid_title
from convviz.views.picture.paint_highlights import tab_letter
from convviz.views.step.compare.show import PinShow
from convviz.views.step.operation.small_grid import paint_grid

HEAD, TITLES, GAP, EDGE = 24.0, 15.0, 11.0, 3.0
LARGEST, LEAST = 48.0, 14.0
LEAST_GRID_HEIGHT = 40.0


class CompareView(QWidget):
    """Two halves, each with letter, name, grids and sum; a half without a pin says how to pin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pins: tuple[PinShow | None, PinShow | None] = (None, None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 44)

    def sizeHint(self) -> QSize:
        return QSize(520, 140)

    def set_pins(self, a: PinShow | None, b: PinShow | None) -> None:
        """Show pins A and B; None for one that is not set."""
        self._pins = (a, b)
        texts = [f"{p.letter}: {p.name} = {p.text}" for p in self._pins if p is not None]
        self.setAccessibleDescription("; ".join(texts))
        self.update()

    def pins(self) -> tuple[PinShow | None, PinShow | None]:
        return self._pins

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.tokens(self)
        half = (self.width() - 2 * GAP) / 2
        size = self._value_size(half)
        for index, pin in enumerate(self._pins):
            area = QRectF(index * (half + 2 * GAP), 0, half, self.height())
            if pin is None:
                self._paint_missing(painter, area, "AB"[index], colours)
            else:
                self._paint_pin(painter, area, pin, size, colours)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(colours.color("line"), 1))
        middle = round(half + GAP) - 0.5
        painter.drawLine(QLineF(middle, 0, middle, self.height()))

    def _value_size(self, half: float) -> float:
        """The size of the sums: the largest in which the longer of both leaves room for the grids."""
        texts = [pin.text for pin in self._pins if pin is not None]
        for pixels in (26.0, 20.0, 16.0, 13.0):
            metrics = QFontMetricsF(theme.font("comparison", self.font(), pixels=pixels))
            if max(map(metrics.horizontalAdvance, texts), default=0.0) <= half * 0.24:
                return pixels
        return 13.0

    def _paint_head(
        self, painter: QPainter, area: QRectF, letter: str, name: str, colours: theme.Tokens
    ) -> None:
        tab = QRectF(area.left() + 2, 3, 14, 14)
        tab_letter(painter, tab, letter, colours.color(f"pin{letter}"), colours)
        painter.setFont(theme.font("label", self.font()))
        painter.setPen(colours.color("text1"))
        place = QRectF(tab.right() + 9, 0, area.width() - 26, 20)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_missing(self, painter: QPainter, area: QRectF, letter: str, colours: theme.Tokens) -> None:
        self._paint_head(painter, area, letter, self.tr("not pinned"), colours)
        painter.setFont(theme.font("label", self.font()))
        painter.setPen(colours.color("text3"))
        place = area.adjusted(2, HEAD, -4, 0)
        text = self.tr("Press {key} to pin the output on show, or right-click any output cell.")
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(place, int(flags), text.format(key=letter))

    def _paint_pin(
        self, painter: QPainter, area: QRectF, pin: PinShow, size: float, colours: theme.Tokens
    ) -> None:
        self._paint_head(painter, area, pin.letter, pin.name, colours)
        font = theme.font("comparison", self.font(), pixels=size)
        texts = [p.text for p in self._pins if p is not None]
        value = max(map(QFontMetricsF(font).horizontalAdvance, texts))
        room = area.width() - value - 24 - 2 * EDGE - GAP * (len(pin.grids) - 1)
        height = area.height() - HEAD - TITLES - EDGE
        x = area.left() + EDGE
        middle = HEAD + height / 2
        if height >= LEAST_GRID_HEIGHT:
            cell = min(room / sum(g.columns for g in pin.grids), height / pin.grids[0].rows, LARGEST)
            cell = float(int(cell)) if cell >= 4 else cell
            for title, grid in zip(pin.titles, pin.grids, strict=True):
                place = QRectF(x, HEAD, grid.columns * cell, grid.rows * cell)
                paint_grid(painter, place, grid, colours, self.font())
                painter.setFont(theme.font("ruler", self.font()))
                painter.setPen(colours.color("text2"))
                below = QRectF(x, place.bottom() + 3, 160, TITLES)
                painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, grid_title(title))
                x = place.right() + GAP
                middle = place.center().y()
            x -= GAP
        self._paint_value(painter, x, middle, pin, font, colours)

    def _paint_value(
        self, painter: QPainter, x: float, middle: float, pin: PinShow, font: QFont, colours: theme.Tokens
    ) -> None:
        painter.setFont(theme.font("body", self.font(), pixels=16))
        painter.setPen(colours.color("text2"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(x + 5, middle - 20, 14, 40), flags, "=")
        painter.setFont(font)
        painter.setPen(colours.color("text1"))
        painter.drawText(QRectF(x + 21, middle - 20, 300, 40), flags, pin.text)
