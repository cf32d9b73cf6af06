"""The painted formulas of the card: blocks side by side, parted by hairlines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.explain.formula import blocks as blocks_
from convviz.views.explain.formula.blocks import Block
from convviz.views.explain.formula.typeset import Box

MARGIN, GAP = 12, 24
SCALES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68)
NAME_SCALES = (1.0, 0.92, 0.84)
TITLE_LINE, NUMBER_LINE, REACH_LINE = 24, 50, 16


class FormulaView(QWidget):
    """Shows `Block`s; shrinks the type a little when the numbers are long. Ctrl+C copies the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: list[Block] = []
        self._layout: tuple[tuple[int, str], tuple[list[list[Box | None]], float]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def set_blocks(self, blocks: list[Block]) -> None:
        """Show these blocks; their plain text becomes the accessible description."""
        if blocks == self._blocks:
            return
        self._blocks = list(blocks)
        self._layout = None
        self.setAccessibleDescription(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Every formula as plain text, a line a block."""
        return "\n".join(blocks_.plain_line(block) for block in self._blocks)

    def sizeHint(self) -> QSize:
        height = TITLE_LINE + NUMBER_LINE + 4
        if any(block.axis.dilation != 1 for block in self._blocks):
            height += REACH_LINE
        return QSize(560, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.text())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._blocks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        columns, gap = self._fitted()
        squeeze = self.squeeze()
        painter.scale(squeeze, 1.0)
        slack = (self.width() - 2 * MARGIN) / squeeze - self._total(columns, gap)
        share = max(0.0, min(slack / len(columns), 24.0)) if len(columns) > 1 else 0.0
        colours = theme.tokens(self)
        x = float(MARGIN)
        for index, boxes in enumerate(columns):
            self._paint_column(painter, x, boxes, colours)
            x += self._width(boxes) + share + gap
            if index + 1 < len(columns):
                line = round(x - gap / 2) + 0.5
                painter.setPen(QPen(colours.color("line"), 1))
                painter.drawLine(QLineF(line, 10, line, self.height() - 10))

    def squeeze(self) -> float:
        """How much narrower everything is painted: 1, or less where even the smallest type is too wide."""
        columns, gap = self._fitted()
        return min(1.0, (self.width() - 2 * MARGIN) / max(1.0, self._total(columns, gap)))

    def _paint_column(
        self, painter: QPainter, x: float, boxes: list[Box | None], colours: theme.Tokens
    ) -> None:
        title, numbers, reach = boxes
        assert title is not None
        assert numbers is not None
        title.paint(painter, x, TITLE_LINE / 2 + 8, colours)
        middle = TITLE_LINE + NUMBER_LINE / 2 - 1
        numbers.paint(painter, x, middle + (numbers.ascent - numbers.descent) / 2, colours)
        if reach is not None:
            reach.paint(painter, x, TITLE_LINE + NUMBER_LINE + 11, colours)

    def _fitted(self) -> tuple[list[list[Box | None]], float]:
        """The boxes of every block in the largest type that fits the width, and the gap between them.

        The names give way before the numbers do, which matter more. Kept until something changes.
        """
        key = (self.width(), self.font().toString())
        if self._layout is None or self._layout[0] != key:
            self._layout = (key, self._fit(self.width() - 2 * MARGIN))
        return self._layout[1]

    def _fit(self, available: float) -> tuple[list[list[Box | None]], float]:
        columns, gap = self._columns(1.0, 1.0), float(GAP)
        if self._total(columns, gap) <= available:
            return columns, gap
        gap = GAP * 0.7
        for numbers in SCALES:
            for names in NAME_SCALES:
                columns = self._columns(names, numbers)
                if self._total(columns, gap) <= available:
                    return columns, gap
        return self._columns(SCALES[-1], SCALES[-1]), gap

    def _columns(self, names: float, numbers: float) -> list[list[Box | None]]:
        small, large = blocks_.fonts(self.font(), names), blocks_.fonts(self.font(), numbers)
        return [
            [blocks_.title_row(b, small), blocks_.number_row(b, large), blocks_.reach_row(b, small)]
            for b in self._blocks
        ]

    def _total(self, columns: list[list[Box | None]], gap: float) -> float:
        return sum(self._width(boxes) for boxes in columns) + gap * (len(columns) - 1)

    @staticmethod
    def _width(boxes: list[Box | None]) -> float:
        return max(box.width for box in boxes if box is not None)
