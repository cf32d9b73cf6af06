"""The "Copy as" button: the sizes as text or LaTeX, the whole operation as a runnable snippet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from convviz.views.base import icons, theme

KINDS = ("text", "latex", "scipy", "keras", "pytorch")
CHEVRON = 14


class CopyMenu(QToolButton):
    """Offers the kinds of copies; ``chosen`` says which one is wished for (one of `KINDS`)."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("outlined", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(16, 16))
        menu = QMenu(self)
        self._actions = {kind: QAction(menu) for kind in KINDS}
        for kind, action in self._actions.items():
            action.setData(kind)
            menu.addAction(action)
        menu.insertSeparator(self._actions["scipy"])
        menu.triggered.connect(self._announce)
        self.setMenu(menu)
        self._tint()
        self.retranslate()

    def action(self, kind: str) -> QAction:
        """The menu entry of one kind."""
        return self._actions[kind]

    def retranslate(self) -> None:
        self.setText(self.tr("Copy as"))
        self.setToolTip(self.tr("Copy the formulas, or code that computes the same map"))
        self._actions["text"].setText(self.tr("Plain text"))
        self._actions["latex"].setText(self.tr("LaTeX"))
        self._actions["scipy"].setText(self.tr("Python with SciPy"))
        self._actions["keras"].setText(self.tr("Python with Keras"))
        self._actions["pytorch"].setText(self.tr("Python with PyTorch"))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + CHEVRON + 4, max(24, hint.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._tint()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colour = theme.tokens(self).color("text2")
        picture = icons.pixmap(
            "chevron-down",
            colour,
            CHEVRON,
            self.devicePixelRatioF(),
            1.0 if self.isEnabled() else icons.OFF_OPACITY,
        )
        painter = QPainter(self)
        painter.drawPixmap(self.width() - CHEVRON - 7, (self.height() - CHEVRON) // 2, picture)

    def _announce(self, action: QAction) -> None:
        self.chosen.emit(action.data())

    def _tint(self) -> None:
        self.setIcon(icons.icon("copy", theme.tokens(self).color("text2"), 16))
