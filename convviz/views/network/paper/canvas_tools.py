"""The row under the paper: pen, eraser, undo, a new sheet, and the next sample."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from convviz.views.base.icons import IconButton
from convviz.views.network.paper.drawing_canvas import ERASER, PEN, DrawingCanvas


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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
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
