"""Output = W x input: the whole sliding as one matrix, its picture, and the present row lit."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.core.explain.matrix import distinct_weights
from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.numbers import figure, shape_text
from convviz.views.base.painted import Painted
from convviz.views.base.scale import px
from convviz.views.base.texts import clauses
from convviz.views.picture.paint_highlights import frame

COLUMN, COLUMN_GAP, LIST_GAP, LIST = 16.0, 6.0, 18.0, 172.0
LINE, LEAST_LINE = 24.0, 17.0
FOLDED = 60
"""Lower than this the matrix gives way to one line of counts."""

LEAST_MARK = 7.0
SEPARATOR = " · "


def matrix_cell(shape: tuple[int, int], width: float, height: float) -> float:
    """How many pixels a cell of W gets: a whole number where cells are large enough to lose some."""
    cell = min(width / shape[1], height / shape[0])
    return float(int(cell)) if cell >= 3 else cell


def matrix_image(matrix: Any, cell: float, scheme: theme.Tokens) -> QImage:
    """W with one pixel a cell, or, where cells are smaller than that, one pixel for several.

    Of several entries in a pixel the last is seen; no entry is lost to the background.
    """
    entries = matrix.tocoo()
    rows, columns = entries.coords
    height, width = matrix.shape
    if cell < 1:
        height, width = max(1, round(height * cell)), max(1, round(width * cell))
        rows, columns = _scaled(rows, cell, height), _scaled(columns, cell, width)
    picture = np.full((height, width), scheme.color("panel").rgb(), dtype=np.uint32)
    if entries.nnz:
        scale = ColourScale.signed(float(np.abs(entries.data).max()))
        picture[rows, columns] = words(entries.data[None], scale, scheme, cells=True)[0]
    return image(picture)


def _scaled(places: NDArray[Any], cell: float, count: int) -> NDArray[np.intp]:
    scaled: NDArray[np.intp] = np.minimum((places * cell).astype(np.intp), count - 1)
    return scaled


class MatrixView(Painted):
    """Shows W, its current row, the outputs so far, and how many entries are really different."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: Any = None
        self._reason, self._wanted = "", px(150)
        self._row: int | None = None
        self._distinct = 0
        self._outputs: NDArray[Any] = np.zeros(0)
        self._landed = 0
        self._scale = ColourScale()
        self._drawn: tuple[tuple[object, ...], QImage] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumSize(px(120), px(18))
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(px(460), self._wanted)

    def set_wanted_height(self, height: int, *, at_most: bool) -> None:
        """How high the view would like to be, and whether it may grow beyond that."""
        if height != self._wanted:
            self._wanted = height
            self.updateGeometry()
        self.setMaximumHeight(height if at_most else 16777215)

    def set_matrix(self, matrix: Any, reason: str = "") -> None:
        """Show the sparse matrix W; or, with None, the sentence ``reason`` why there is none."""
        self._matrix, self._reason, self._drawn = matrix, reason, None
        self._distinct = distinct_weights(matrix) if matrix is not None else 0
        self._describe()

    def set_row(self, row: int | None) -> None:
        """Light the row of W that makes output cell number ``row`` (counted row by row)."""
        self._row = row
        self._describe()

    def set_outputs(self, values: NDArray[Any], landed: int, scale: ColourScale) -> None:
        """The output as a column beside W, of which the first ``landed`` values stand."""
        self._outputs, self._landed, self._scale = np.asarray(values), landed, scale
        self.update()

    def counts(self) -> list[tuple[str, str]]:
        """What is counted, as words and figure."""
        matrix = self._matrix
        if matrix is None:
            return []
        rows, columns = matrix.shape
        lines = [
            ("W", shape_text(matrix.shape)),
            (self.tr("entries"), figure(rows * columns)),
            (self.tr("not zero"), figure(matrix.nnz)),
            (self.tr("distinct weights"), figure(self._distinct)),
        ]
        return lines if self._row is None else [*lines, (self.tr("row lit"), str(self._row))]

    def one_line(self) -> str:
        """As many of the counts as stand side by side in full."""
        metrics = QFontMetricsF(theme.font("caption", self.font()))
        parts = [f"{name} {value}" for name, value in self.counts()]
        while len(parts) > 1 and metrics.horizontalAdvance(SEPARATOR.join(parts)) > self.width():
            parts.pop()
        return SEPARATOR.join(parts)

    def reason_height(self, width: int) -> int:
        """How high the sentence why there is no matrix is; 0 where there is one."""
        if self._matrix is not None or not self._reason:
            return 0
        metrics = QFontMetricsF(theme.font("label", self.font()))
        room = QRectF(0, 0, width - 4, 1000)
        return math.ceil(metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._reason).height()) + 6

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("The convolution as a matrix"))
        self._describe()

    def _describe(self) -> None:
        text = clauses(f"{name} {value}" for name, value in self.counts())
        self.setAccessibleDescription(text or self._reason)
        self.update()

    def draw(self, painter: QPainter, colours: theme.Tokens) -> None:
        if self._matrix is None:
            self._paint_reason(painter, colours)
            return
        if self.height() < FOLDED:
            self._paint_one_line(painter, colours)
            return
        tall, picture = self._arranged()
        self._paint_picture(painter, picture, colours)
        if tall:
            top = picture.bottom() + px(LIST_GAP) - 4
            area = QRectF(2, top, min(self.width() - px(4), px(260.0)), self.height() - top)
            self._paint_list(painter, area, colours)
        else:
            left = picture.right() + px(COLUMN) + px(COLUMN_GAP) + px(LIST_GAP)
            area = QRectF(left, 0, min(px(LIST) + px(60), self.width() - left - 2), self.height())
            self._paint_list(painter, area, colours)

    def _arranged(self) -> tuple[bool, QRectF]:
        """Whether the counts stand under the picture of W, and where that lies: as large as it gets."""
        width, height = self.width() - px(COLUMN) - px(COLUMN_GAP) - 4, self.height() - 4
        listed = len(self.counts()) + 1
        beside = self._picture_rect(width - px(LIST) - px(LIST_GAP), height)
        below = self._picture_rect(width, height - px(LIST_GAP) - listed * px(LEAST_LINE))
        return (True, below) if below.width() > beside.width() else (False, beside)

    def _picture_rect(self, width: float, height: float) -> QRectF:
        rows, columns = self._matrix.shape
        cell = matrix_cell((rows, columns), max(width, 1.0), max(height, 1.0))
        return QRectF(2, 2, max(1.0, columns * cell), max(1.0, rows * cell))

    def _paint_picture(self, painter: QPainter, area: QRectF, colours: theme.Tokens) -> None:
        rows = self._matrix.shape[0]
        cell = area.height() / rows
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(area, self._image(cell, colours))
        column = QRectF(area.right() + px(COLUMN_GAP), area.top(), px(COLUMN), area.height())
        self._paint_outputs(painter, column, cell, colours)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.color("line"), 1))
        for box in (area, column):
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self._row is None or not 0 <= self._row < rows:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = max(LEAST_MARK, cell + 5)
        top = area.top() + (self._row + 0.5) * cell - height / 2
        for box, token in ((area, "win"), (column, "out")):
            mark = QRectF(box.left() - 1, top, box.width() + 2, height)
            frame(painter, mark, colours.color(token), colours, 2.0)

    def _image(self, cell: float, colours: theme.Tokens) -> QImage:
        """The picture of W, drawn again only when it changes."""
        key = (round(cell, 4), colours)
        if self._drawn is None or self._drawn[0] != key:
            self._drawn = (key, matrix_image(self._matrix, cell, colours))
        return self._drawn[1]

    def _paint_outputs(self, painter: QPainter, area: QRectF, cell: float, colours: theme.Tokens) -> None:
        painter.fillRect(area, colours.color("panel"))
        values = self._outputs.ravel()[: self._landed]
        if values.size:
            strip = image(words(values[:, None].astype(np.float64), self._scale, colours, cells=True))
            place = QRectF(area.left() + 2, area.top(), area.width() - 4, values.size * cell)
            painter.drawImage(place, strip)

    def _paint_list(self, painter: QPainter, area: QRectF, colours: theme.Tokens) -> None:
        lines = self.counts()
        pitch = max(px(LEAST_LINE), min(px(LINE), area.height() / (len(lines) + 1)))
        self.write_in(painter, "strong", "text1")
        left, right = (Qt.AlignmentFlag.AlignVCenter | a for a in (Qt.AlignmentFlag.AlignLeft,
                                                                   Qt.AlignmentFlag.AlignRight))  # fmt: skip
        place = QRectF(area.topLeft(), area.size())
        place.setHeight(pitch)
        painter.drawText(place, left, self.tr("output = W · input"))
        for name, value in lines:
            place.translate(QPointF(0, pitch))
            self.write_in(painter, "label", "text2")
            painter.drawText(place, left, name)
            self.write_in(painter, "strong", "text1")
            painter.drawText(place, right, value)

    def _paint_one_line(self, painter: QPainter, colours: theme.Tokens) -> None:
        self.write_in(painter, "caption", "text2")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.one_line())

    def _paint_reason(self, painter: QPainter, colours: theme.Tokens) -> None:
        self.write_in(painter, "label", "text3")
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(self.rect()).adjusted(2, 4, -2, 0), int(flags), self._reason)
