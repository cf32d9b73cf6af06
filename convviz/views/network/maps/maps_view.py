"""All maps of one layer, to look at, to point at and to choose from; one of them in a window of its own."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from convviz.core.explain.links import AxisGrid, Cells, StageGrid
from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.colours import ColourScale
from convviz.views.base.painted import ENTER_OR_SPACE, Adaptive, PaintedParts, nearest_cell
from convviz.views.base.scale import px
from convviz.views.base.spoken import cell_words
from convviz.views.controls.number_box import NumberBox
from convviz.views.controls.pieces import role_label
from convviz.views.network.maps import paint_maps
from convviz.views.network.maps.paint_maps import Highlights, as_maps, mosaic, reaches
from convviz.views.network.maps.tiling import Place, Tiling
from convviz.views.picture.scene import Content, Highlight
from convviz.views.picture.stage_picture import StagePicture
from convviz.views.picture.viewport import Viewport


class MapsView(PaintedParts[Place]):
    """Paints a layer and announces ``pointed(place or None)`` and ``chosen(place)``.

    A place is (map, row, column). One stop for the keyboard: arrows move between the maps, Enter
    chooses the strongest value of one, Enter again goes to its values, Escape back.
    """

    chosen = Signal(object)
    opened = Signal(object)
    """A map was double-clicked, or Shift and Enter pressed on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._maps: NDArray[Any] = np.zeros((1, 1, 1), np.float32)
        self._reach: NDArray[np.float64] | float = 1.0
        self._alive = np.zeros(1, bool)
        self._tiling = Tiling(1, 1, 1)
        self._highlights = Highlights()
        self._at: Place = (0, 0, 0)
        self._inside = self._by_keys = False
        self._picture: QImage | None = None
        self._shows_values = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing below has to be painted first
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_values(self, values: NDArray[Any], reach: NDArray[np.float64] | float) -> None:
        """Show values of shape (rows, columns, maps) or (cells,); ``reach`` takes the full colour."""
        self._maps, self._reach = as_maps(values), reach
        self._alive = reaches(self._maps) > 0
        self._shows_values = True
        self._repaint()

    def clear_values(self) -> None:
        """Show empty maps: nothing has been computed."""
        rows, columns, count = self._tiling.rows, self._tiling.columns, self._tiling.count
        self._maps, self._reach = np.zeros((rows, columns, count), np.float32), 1.0
        self._shows_values = False
        self._repaint()

    def values(self) -> NDArray[Any]:
        """What is shown, (rows, columns, maps)."""
        return self._maps

    def dead(self) -> list[int]:
        """The maps that are zero everywhere."""
        return np.flatnonzero(~self._alive).tolist() if self._shows_values else []

    def whole_picture(self) -> QImage:
        """All maps for a file: as laid out here, without highlights, in the light theme's colours.

        Those of a layer that is folded away stand in a square.
        """
        tiling = self._tiling
        rows, columns, count = self._maps.shape
        if (tiling.rows, tiling.columns, tiling.count) != (rows, columns, count):
            tiling = Tiling(rows, columns, count, 4, max(1, round((count * rows / columns) ** 0.5)))
        return mosaic(self._maps, tiling, self._reach, theme.LIGHT)

    def set_tiling(self, tiling: Tiling) -> None:
        """Lay the maps out in another way."""
        if tiling == self._tiling:
            return
        self._tiling = tiling
        if self._maps.shape != (tiling.rows, tiling.columns, tiling.count):
            self.clear_values()
        self.setFixedSize(*tiling.size)
        self._repaint()

    def set_highlights(self, highlights: Highlights) -> None:
        """Highlight other values."""
        if highlights != self._highlights:
            self._highlights = highlights
            self.update()

    def highlights(self) -> Highlights:
        """The highlighted values."""
        return self._highlights

    def sizeHint(self) -> QSize:
        return QSize(*self._tiling.size)

    def _repaint(self) -> None:
        self._picture = None
        self.update()

    def part_at(self, place: QPointF) -> Place | None:
        return self._tiling.find(place.x(), place.y()) if self._shows_values else None

    def centre_of(self, place: Place) -> QPointF:
        """The middle of a value, in the widget."""
        left, top = self._tiling.corner(place[0])
        factor = self._tiling.factor
        return QPointF(left + (place[2] + 0.5) * factor, top + (place[1] + 0.5) * factor)

    def choose(self, part: Place) -> None:
        self._at = part
        self.chosen.emit(part)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keys = False
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.part_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.opened.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        if event.key() in ENTER_OR_SPACE and self._shows_values:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.opened.emit(self._at)
            else:
                self._enter()
        elif event.key() == Qt.Key.Key_Escape and self._inside:
            self._inside = False
            self.update()
        else:
            super().keyPressEvent(event)

    def step(self, down: int, right: int) -> bool:
        channel, row, column = self._at
        if self._inside:
            shape = self._tiling.rows, self._tiling.columns
            self.choose((channel, *nearest_cell((row + down, column + right), shape)))
            self.speak(self._at)
        else:
            moved = channel + down * self._tiling.across + right
            if 0 <= moved < self._tiling.count:
                self._at = (moved, row, column)
            self.point(self._at if self._shows_values else None, by_keys=True)
        self.update()
        return True

    def _enter(self) -> None:
        if self._highlights.chosen is not None and self._highlights.chosen[0] == self._at[0]:
            self._inside = self._tiling.border > 0
        else:
            self.choose((self._at[0], *self.strongest(self._at[0])))
            self.speak(self._at)
        self.update()

    def strongest(self, channel: int) -> tuple[int, int]:
        """Row and column of a map's largest value."""
        place = int(self._maps[..., channel].argmax())
        return divmod(place, self._tiling.columns)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._inside = False
        super().focusOutEvent(event)
        self.update()

    def tip(self, part: Place) -> str:
        channel, row, column = part
        value = paint_maps.value_text(float(self._maps[row, column, channel]))
        if self._tiling.border == 0:
            return self.tr("Neuron {number}: {value}").format(number=channel, value=value)
        if not self._alive[channel]:
            return self.tr("Map {number}: zero everywhere").format(number=channel)
        text = self.tr("Map {number}, ({row}, {column}): {value}\nClick to see why, double-click to enlarge")
        return text.format(number=channel, row=row, column=column, value=value)

    def spoken(self, part: Place) -> str:
        channel, row, column = part
        if self._tiling.border == 0 or not self._alive[channel]:
            return self.tip(part)
        cell = cell_words(row, column, [float(self._maps[row, column, channel])])
        return self.tr("Map {number}. {cell}").format(number=channel, cell=cell)

    def restyle(self) -> None:
        self._picture = None

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        if self._picture is None:
            self._picture = mosaic(self._maps, self._tiling, self._reach, scheme)
        painter.drawImage(QRectF(0, 0, *self._tiling.size), self._picture)
        if self._shows_values and self._tiling.border:
            paint_maps.paint_dead(painter, self._tiling, self.dead(), scheme)
        paint_maps.paint_highlights(painter, self._tiling, self._highlights, scheme)
        if self.hasFocus() and self._by_keys:
            paint_maps.paint_focus(painter, self._tiling, self._at, self._inside, scheme)


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
        self.number = NumberBox(0, 0, self, width=72, value=0)
        row = in_row((self.title, 1), self.label, self.number, spacing=-1)
        column = QVBoxLayout(self)  # with a window's margins
        column.addLayout(row)
        column.addWidget(self.picture, 1)
        self.picture.clicked.connect(self.chosen)
        self.number.edited.connect(self.channel_wanted)
        self.retranslate()

    def set_map(self, title: str, values: NDArray[Any], reach: float, channel: int, count: int) -> None:
        """Show map ``channel`` of ``count``, (rows, columns); ``reach`` takes the full colour. Silent."""
        rows, columns = values.shape
        self._fit(rows, columns)
        self.setWindowTitle(title)
        self.title.setText(title)
        with QSignalBlocker(self.number):
            self.number.setRange(0, count - 1)
        self.number.show_value(channel)
        grid = StageGrid(AxisGrid(0.0, 1.0, rows), AxisGrid(0.0, 1.0, columns))
        self.picture.set_content(Content(values, grid, ColourScale.signed(reach)))
        self._viewport.set_content(QRectF(0, 0, columns, rows))

    def _fit(self, rows: int, columns: int) -> None:
        """Make room for all numbers of a map of another size."""
        if (rows, columns) == self._shape:
            return
        self._shape = (rows, columns)
        room = self.screen().availableSize() - QSize(px(80), px(80))
        wanted = QSize(px(CELL) * columns, px(CELL) * rows) + px(AROUND)
        self.resize(wanted.expandedTo(px(SMALLEST)).boundedTo(px(LARGEST)).boundedTo(room))

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
