"""The first column: the paper to draw on, and what the network sees of it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QImage, QPainter
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from convviz.views.base.boxes import STRETCH, in_row
from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.icons import IconButton
from convviz.views.base.numbers import figure
from convviz.views.base.painted import Adaptive, Cell, PaintedParts, cell_at
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.base.theme import Tokens
from convviz.views.controls.pieces import ElidedLabel, Placed, outlined_button, write_button
from convviz.views.network.maps.maps_column import HEADER, MARGIN, ColumnHeader
from convviz.views.network.maps.paint_maps import Window, fitted, paint_frame, window_rect
from convviz.views.network.paper.drawing_canvas import ERASER, PEN, DrawingCanvas
from convviz.views.network.paper.steps_view import StepsView

TOOLS, CAPTION, DIGIT, FOOT = 32, 30, 112, 10
SMALL, SMALLEST = 84, 56
LEAST_PAPER = 84


class InputColumn(Placed, QWidget):
    """Header, paper, tools, the prepared digit and the steps that led to it.

    ``lab_wanted()``: the picture in the Lab is to be laid on the paper; see `offer_lab`.
    """

    lab_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = ColumnHeader(self)
        self.canvas = DrawingCanvas(self)
        self.tools = CanvasTools(self.canvas, self)
        self.lab = outlined_button(self)
        self.lab.clicked.connect(self.lab_wanted)
        self.caption = ElidedLabel("caption", self)
        self.digit = DigitView(self)
        self.steps = StepsView(self)
        self.offer_lab(False)
        self.retranslate()

    def offer_lab(self, there: bool) -> None:
        """Whether a picture is open in the Lab."""
        self.lab.setEnabled(there)
        self._tell_lab()

    def arrange(self) -> None:
        left, width = px(MARGIN), max(0, self.width() - 2 * px(MARGIN))
        self.header.setGeometry(left, px(9), width, px(HEADER) - px(14))
        spare = self.height() - px(HEADER) - px(TOOLS) - px(CAPTION) - px(FOOT)
        sides = (px(DIGIT), px(SMALL), px(SMALLEST))
        digit = next((side for side in sides if spare - side >= px(LEAST_PAPER)), px(SMALLEST))
        digit = px(140) if spare - px(140) >= width and width >= px(260) else digit
        paper = max(px(LEAST_PAPER), min(width, spare - digit))
        self.canvas.setGeometry(left, px(HEADER), paper, paper)
        y = px(HEADER) + paper + 3
        self.tools.setGeometry(left, y, width, px(TOOLS))
        lab = min(width, self.lab.sizeHint().width())
        self.caption.setGeometry(left, y + px(TOOLS) + 4, max(0, width - lab - 6), px(CAPTION) - 4)
        self.lab.setGeometry(left + width - lab, y + px(TOOLS) + 2, lab, px(CAPTION) - 4)
        y += px(TOOLS) + px(CAPTION)
        self.digit.setGeometry(left, y, digit, digit)
        steps = left + digit + px(14)
        room = max(digit, self.height() - y - px(FOOT) // 2)
        self.steps.setGeometry(steps, y, max(0, left + width - steps), room)

    def retranslate(self) -> None:
        self.caption.set_texts(self.tr("what the network sees"), self.tr("what it sees"))
        self.lab.setText(self.tr("From the Lab"))
        self._tell_lab()
        self.arrange()

    def _tell_lab(self) -> None:
        there = self.tr("Read the picture that is open in the Lab, prepared as any photo")
        missing = self.tr("No picture is open in the Lab")
        set_tip(self.lab, there if self.lab.isEnabled() else missing)


class CanvasTools(Adaptive, QWidget):
    """Works on one `DrawingCanvas`. The pen and the eraser, held or clicked right, offer their sizes."""

    next_wanted = Signal()

    def __init__(self, canvas: DrawingCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.pen = self._tool_button("pen", PEN)
        self.eraser = self._tool_button("eraser", ERASER)
        self.undo = IconButton("undo", self, size=18)
        self.clear = IconButton("trash", self, size=18)
        self.next = outlined_button(self)
        self.pen.setChecked(True)
        buttons = (self.pen, self.eraser, self.undo, self.clear)
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        in_row(*buttons, STRETCH, self.next, on=self, spacing=2)
        self.pen.clicked.connect(self._take_pen)
        self.eraser.clicked.connect(self._take_eraser)
        self.undo.clicked.connect(canvas.undo)
        self.clear.clicked.connect(canvas.clear)
        self.next.clicked.connect(self.next_wanted)
        canvas.size_wanted.connect(self._change_size)
        self.retranslate()

    def _tool_button(self, icon: str, tool: str) -> IconButton:
        button = IconButton(icon, self, size=18)
        button.setCheckable(True)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for size in range(3):
            action = QAction(menu)
            action.setCheckable(True)
            action.setData((tool, size))
            action.setChecked(size == self._canvas.size_of(tool))
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._choose_size)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(button.showMenu)
        return button

    def _take_pen(self) -> None:
        self._take(PEN)

    def _take_eraser(self) -> None:
        self._take(ERASER)

    def _take(self, tool: str) -> None:
        self._canvas.set_tool(tool)
        self.pen.setChecked(tool == PEN)
        self.eraser.setChecked(tool == ERASER)

    def _choose_size(self, action: QAction) -> None:
        tool, size = action.data()
        self._canvas.set_size_of(tool, size)
        self._take(tool)

    def _change_size(self, step: int) -> None:
        tool = self._canvas.tool()
        self._canvas.set_size_of(tool, self._canvas.size_of(tool) + step)
        self._menu_of(tool).actions()[self._canvas.size_of(tool)].setChecked(True)

    def _menu_of(self, tool: str) -> QMenu:
        return (self.pen if tool == PEN else self.eraser).menu()

    def retranslate(self) -> None:
        self.pen.set_help(self.tr("Pen. Hold for its thickness; the wheel over the paper changes it too"))
        self.eraser.set_help(self.tr("Eraser. Hold for its size; the right mouse button always rubs out"))
        self.undo.set_help(self.tr("Take the last stroke back"))
        self.clear.set_help(self.tr("New sheet (Delete)"))
        write_button(self.next, self.tr("Next sample"), self.tr("A handwritten digit of our own"))
        sizes = self.tr("Fine"), self.tr("Medium"), self.tr("Thick")
        for menu in (self.pen.menu(), self.eraser.menu()):
            for action, text in zip(menu.actions(), sizes, strict=True):
                action.setText(text)


class DigitView(PaintedParts[Cell]):
    """Shows pixels from 0 (black) to 1 (white) at a whole number of pixels each.

    ``pixel_chosen(row, column)`` follows a click.
    """

    pixel_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: NDArray[Any] = np.zeros((28, 28), np.float32)
        self._picture: QImage | None = None
        self._field: Window | None = None
        self._hint: Window | None = None
        self._pixel: Cell | None = None
        self.setMouseTracking(False)  # pixels have tooltips, but do not light up
        self.retranslate()

    def set_digit(self, values: NDArray[Any]) -> None:
        """Show a digit of shape (rows, columns), 0 black to 1 white."""
        self._values = values
        self._picture = None
        self.update()

    def set_field(self, field: Window | None) -> None:
        """Box the pixels that the chosen value sees."""
        self._field = field
        self.update()

    def set_hint(self, field: Window | None) -> None:
        """Box, thinly, the pixels that the pointed value sees."""
        if field != self._hint:
            self._hint = field
            self.update()

    def set_pixel(self, pixel: Cell | None) -> None:
        """Mark a chosen pixel."""
        self._pixel = pixel
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(112), px(112))

    def area(self) -> QRectF:
        """Where the digit lies in the widget."""
        return fitted(self._values.shape, self.width(), self.height())

    def part_at(self, place: QPointF) -> Cell | None:
        return cell_at(self.area(), self._values.shape, place)

    def choose(self, part: Cell) -> None:
        self.pixel_chosen.emit(*part)

    def tip(self, part: Cell) -> str:
        value = figure(float(np.max(self._values[part])), 4)
        return self.tr("Pixel ({row}, {column}): {value}").format(row=part[0], column=part[1], value=value)

    def draw(self, painter: QPainter, scheme: Tokens) -> None:
        if self._picture is None:
            self._picture = image(words(self._values, ColourScale("grey", 0.0, 1.0), scheme))
        area = self.area()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(area, self._picture)
        painter.setPen(scheme.color("line"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        for window, width in ((self._hint, 1.0), (self._field, 2.0)):
            if window is not None:
                frame = window_rect(area, self._values.shape, window).adjusted(1, 1, -1, -1)
                paint_frame(painter, frame, scheme, "win", width)
        if self._pixel is not None:
            frame = window_rect(area, self._values.shape, (*self._pixel, *self._pixel))
            paint_frame(painter, frame, scheme, "out", 2.0)

    def restyle(self) -> None:
        self._picture = None

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("The digit as the network sees it"))
