"""One map enlarged, with its numbers, in a window of its own."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, QSizeF, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QDialog, QSpinBox, QVBoxLayout, QWidget

from convviz.core.explain.links import AxisGrid, Cells, StageGrid
from convviz.views.base.colours import ColourScale
from convviz.views.base.painted import Adaptive
from convviz.views.controls.pieces import role_label, row_of
from convviz.views.picture.content import Content, Highlight
from convviz.views.picture.stage_picture import StagePicture
from convviz.views.picture.viewport import Viewport

CELL, AROUND = 48, QSize(74, 94)
SMALLEST, LARGEST = QSize(360, 300), QSize(880, 900)


class MapWindow(Adaptive, QDialog):
    """Shows one of a layer's maps; zoom, pan and arrow keys as in the Lab.

    ``chosen(row, column)`` follows a click on a value, ``channel_wanted(map)`` another number in the box.
    """

    chosen = Signal(int, int)
    channel_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = Viewport(self)
        self._shape = (0, 0)
        self.picture = StagePicture(self._viewport, self)
        self.title, self.label = role_label("title", self), role_label("label", self)
        self.number = QSpinBox(self)
        self.number.setMinimumWidth(72)
        row = row_of(self.title, self.label, self.number, spacing=-1, grow=0)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.picture, 1)
        self.picture.clicked.connect(self.chosen)
        self.number.valueChanged.connect(self.channel_wanted)
        self.retranslate()

    def set_map(self, title: str, values: NDArray[Any], reach: float, channel: int, count: int) -> None:
        """Show map ``channel`` of ``count``, (rows, columns); ``reach`` takes the full colour. Silent."""
        rows, columns = values.shape
        self._fit(rows, columns)
        self.setWindowTitle(title)
        self.title.setText(title)
        with QSignalBlocker(self.number):
            self.number.setRange(0, count - 1)
            self.number.setValue(channel)
        grid = StageGrid(AxisGrid(0.0, 1.0, rows), AxisGrid(0.0, 1.0, columns))
        self.picture.set_content(Content(values, grid, ColourScale.signed(reach)))
        self._viewport.set_content(QRectF(0, 0, columns, rows))

    def _fit(self, rows: int, columns: int) -> None:
        """Make room for all numbers of a map of another size."""
        if (rows, columns) == self._shape:
            return
        self._shape = (rows, columns)
        room = self.screen().availableSize() - QSize(80, 80)
        wanted = QSize(CELL * columns, CELL * rows) + AROUND
        self.resize(wanted.expandedTo(SMALLEST).boundedTo(LARGEST).boundedTo(room))

    def set_chosen(self, cell: tuple[int, int] | None) -> None:
        """Frame the chosen value."""
        highlights = [] if cell is None else [Highlight("out", Cells([cell[0]], [cell[1]]))]
        self.picture.set_highlights(highlights)

    def snapshot(self) -> QImage:
        """The map as shown, without the frame around the chosen value."""
        return self.picture.snapshot().toImage()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._viewport.set_size(QSizeF(self.picture.size()))

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._viewport.set_size(QSizeF(self.picture.size()))

    def retranslate(self) -> None:
        self.label.setText(self.tr("Map"))
        self.number.setAccessibleName(self.tr("Map"))
