"""The first column: the paper to draw on, and what the network sees of it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QHelpEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QToolTip, QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.elided import ElidedLabel
from convviz.views.base.icons import IconButton
from convviz.views.base.numbers import figure
from convviz.views.network.maps.maps_column import HEADER, MARGIN, ColumnHeader
from convviz.views.network.maps.paint_maps import paint_frame
from convviz.views.network.paper.drawing_canvas import ERASER, PEN, DrawingCanvas
from convviz.views.network.paper.steps_view import StepsView

TOOLS, CAPTION, DIGIT, FOOT = 32, 30, 112, 10
SMALL, SMALLEST = 84, 56
LEAST_PAPER = 84

Window = tuple[int, int, int, int]
"""(top, left, bottom, right), the last ones included."""


class InputColumn(QWidget):
    """Header, paper, tools, the prepared digit and the steps that led to it.

    ``lab_wanted()``: the picture in the Lab is to be laid on the paper; see `offer_lab`.
    """

    lab_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = ColumnHeader(self)
        self.canvas = DrawingCanvas(self)
        self.tools = CanvasTools(self.canvas, self)
        self.lab = QToolButton(self)
        self.lab.setProperty("outlined", True)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        left, width = MARGIN, max(0, self.width() - 2 * MARGIN)
        self.header.setGeometry(left, 9, width, HEADER - 14)
        spare = self.height() - HEADER - TOOLS - CAPTION - FOOT
        sides = (DIGIT, SMALL, SMALLEST)
        digit = next((side for side in sides if spare - side >= LEAST_PAPER), SMALLEST)
        digit = 140 if spare - 140 >= width and width >= 260 else digit
        paper = max(LEAST_PAPER, min(width, spare - digit))
        self.canvas.setGeometry(left, HEADER, paper, paper)
        y = HEADER + paper + 3
        self.tools.setGeometry(left, y, width, TOOLS)
        lab = min(width, self.lab.sizeHint().width())
        self.caption.setGeometry(left, y + TOOLS + 4, max(0, width - lab - 6), CAPTION - 4)
        self.lab.setGeometry(left + width - lab, y + TOOLS + 2, lab, CAPTION - 4)
        y += TOOLS + CAPTION
        self.digit.setGeometry(left, y, digit, digit)
        steps = left + digit + 14
        room = max(digit, self.height() - y - FOOT // 2)
        self.steps.setGeometry(steps, y, max(0, left + width - steps), room)

    def retranslate(self) -> None:
        self.caption.set_texts(self.tr("what the network sees"), self.tr("what it sees"))
        self.lab.setText(self.tr("From the Lab"))
        self._tell_lab()
        self._arrange()

    def _tell_lab(self) -> None:
        there = self.tr("Read the picture that is open in the Lab, prepared as any photo")
        missing = self.tr("No picture is open in the Lab")
        self.lab.setToolTip(there if self.lab.isEnabled() else missing)


class CanvasTools(QWidget):
    """Works on one `DrawingCanvas`. The pen and the eraser, held or clicked right, offer their sizes."""

    next_wanted = Signal()

    def __init__(self, canvas: DrawingCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.pen = self._tool_button("pen", PEN)
        self.eraser = self._tool_button("eraser", ERASER)
        self.undo = IconButton("undo", self, size=18)
        self.clear = IconButton("trash", self, size=18)
        self.next = QToolButton(self)
        self.next.setProperty("outlined", True)
        self.pen.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in (self.pen, self.eraser, self.undo, self.clear):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.next)
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
        self.next.setText(self.tr("Next sample"))
        self.next.setToolTip(self.tr("A handwritten digit of our own"))
        for menu in (self.pen.menu(), self.eraser.menu()):
            for action, text in zip(
                menu.actions(), (self.tr("Fine"), self.tr("Medium"), self.tr("Thick")), strict=True
            ):
                action.setText(text)


class DigitView(QWidget):
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
        self._pixel: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.retranslate()

    def set_digit(self, values: NDArray[Any]) -> None:
        """Show a digit of shape (rows, columns), 0 black to 1 white."""
        self._values = values
        self._picture = None
        self.update()

    def digit(self) -> NDArray[Any]:
        """What is shown."""
        return self._values

    def set_field(self, field: Window | None) -> None:
        """Box the pixels that the chosen value sees."""
        self._field = field
        self.update()

    def field(self) -> Window | None:
        """The boxed pixels."""
        return self._field

    def set_hint(self, field: Window | None) -> None:
        """Box, thinly, the pixels that the pointed value sees."""
        if field != self._hint:
            self._hint = field
            self.update()

    def set_pixel(self, pixel: tuple[int, int] | None) -> None:
        """Mark a chosen pixel."""
        self._pixel = pixel
        self.update()

    def factor(self) -> float:
        """Screen pixels a value: a whole number, but for pictures larger than the room."""
        rows, columns = self._values.shape[:2]
        share = min(self.width() / columns, self.height() / rows)
        return float(int(share)) if share >= 1 else max(0.05, share)

    def sizeHint(self) -> QSize:
        return QSize(112, 112)

    def area(self) -> QRectF:
        """Where the digit lies in the widget."""
        rows, columns = self._values.shape[:2]
        return QRectF(0, 0, columns * self.factor(), rows * self.factor())

    def pixel_at(self, place: QPointF) -> tuple[int, int] | None:
        """The pixel under a point, (row, column)."""
        if not self.area().contains(place):
            return None
        return int(place.y() // self.factor()), int(place.x() // self.factor())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pixel = self.pixel_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and pixel is not None:
            self.pixel_chosen.emit(*pixel)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            pixel = self.pixel_at(QPointF(event.pos()))
            text = ""
            if pixel is not None:
                value = figure(float(np.max(self._values[pixel])), 4)
                text = self.tr("Pixel ({row}, {column}): {value}").format(
                    row=pixel[0], column=pixel[1], value=value
                )
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.tokens(self)
        if self._picture is None:
            self._picture = image(words(self._values, ColourScale("grey", 0.0, 1.0), colours))
        area = self.area()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(area, self._picture)
        painter.setPen(colours.color("line"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        for window, width in ((self._hint, 1.0), (self._field, 2.0)):
            if window is not None:
                paint_frame(painter, self._rect(window).adjusted(1, 1, -1, -1), colours, "win", width)
        if self._pixel is not None:
            row, column = self._pixel
            paint_frame(painter, self._rect((row, column, row, column)), colours, "out", 2.0)

    def _rect(self, window: Window) -> QRectF:
        top, left, bottom, right = window
        factor = self.factor()
        area = QRectF(left * factor, top * factor, (right - left + 1) * factor, (bottom - top + 1) * factor)
        return area.intersected(self.area())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        self._picture = None
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("The digit as the network sees it"))
