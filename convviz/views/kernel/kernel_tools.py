"""The row of tools under the weights: turn, mirror, negate ..., copy, paste, files."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from convviz.views.base.icons import IconButton
from convviz.views.base.painted import Adaptive

CHANGES = ("rotate", "mirror", "flip", "transpose", "negate", "normalise", "random")
FILES = ("copy", "paste", "folder")
ICON, SIDE, NARROW = 18, 28, 24  # in a narrow column the buttons move together


class KernelTools(Adaptive, QWidget):
    """Buttons for everything that changes a kernel as a whole, or carries it elsewhere."""

    chosen = Signal(str)
    """One of `CHANGES`, "copy" or "paste"."""
    open_requested = Signal()
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, IconButton] = {}
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for name in CHANGES:
            row.addWidget(self._button(name))
        row.addStretch(1)
        for name in FILES:
            row.addWidget(self._button(name))
        self._menu = QMenu(self)
        self._open = QAction(self._menu)
        self._save = QAction(self._menu)
        self._menu.addActions([self._open, self._save])
        self._open.triggered.connect(self.open_requested)
        self._save.triggered.connect(self.save_requested)
        folder = self._buttons["folder"]
        folder.setMenu(self._menu)
        folder.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFixedHeight(SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def button(self, name: str) -> IconButton:
        """The button of one of `CHANGES` or `FILES`."""
        return self._buttons[name]

    def retranslate(self) -> None:
        """Set every text anew in the language of the moment."""
        self.setAccessibleName(self.tr("Kernel tools"))
        for name, text in self._texts().items():
            self._buttons[name].set_help(text)
        self._open.setText(self.tr("Open kernel\u2026"))
        self._save.setText(self.tr("Save kernel\u2026"))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROW * len(self._buttons), SIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        each = max(NARROW, min(SIDE, self.width() // len(self._buttons)))
        for button in self._buttons.values():
            button.setFixedWidth(each)

    def _button(self, name: str) -> IconButton:
        button = IconButton(name, self, size=ICON, side=SIDE)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if name != "folder":
            button.clicked.connect(self._clicked)
        self._buttons[name] = button
        return button

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, IconButton):
            self.chosen.emit(button.icon_name())

    def _texts(self) -> dict[str, str]:
        return {
            "rotate": self.tr("Turn by 90\u00b0 clockwise"),
            "mirror": self.tr("Mirror: swap left and right"),
            "flip": self.tr("Flip: swap top and bottom"),
            "transpose": self.tr("Transpose: rows become columns"),
            "negate": self.tr("Negate every weight"),
            "normalise": self.tr(
                "Normalise: divide by the sum, or by the number of weights where that is not positive"
            ),
            "random": self.tr("Random weights"),
            "copy": self.tr("Copy the weights as text for a spreadsheet"),
            "paste": self.tr("Paste weights from a spreadsheet"),
            "folder": self.tr("Open or save a kernel file"),
        }
