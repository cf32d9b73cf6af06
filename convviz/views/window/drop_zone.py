"""The place to drop a picture on, with the two other ways to bring one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from convviz.views.base import theme
from convviz.views.base.icons import icon, pixmap
from convviz.views.base.stylesheet import restyle


class DropZone(QFrame):
    """A dashed field that asks for a picture; ``open_wanted()`` and ``paste_wanted()`` are its buttons.

    Dropping itself is the window's business, since it works anywhere; `set_active` shows that
    something droppable is held over the window.
    """

    open_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._active = False
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setProperty("role", "headline")
        self.open_button = QPushButton(self)
        self.open_button.setProperty("primary", True)
        self.paste_button = QPushButton(self)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.paste_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, 24, theme.GAP, 24)
        column.setSpacing(8)
        for label in (self._icon, self._text):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(buttons)
        self.open_button.clicked.connect(self.open_wanted)
        self.paste_button.clicked.connect(self.paste_wanted)
        self._tint()
        self.retranslate()

    def set_active(self, active: bool) -> None:
        """Show whether a picture is held over the window right now."""
        if active != self._active:
            self._active = active
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(tokens.color("accentsoft" if self._active else "panel"))
        pen = QPen(tokens.color("accent" if self._active else "linestrong"), 2 if self._active else 1)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._tint()
            self.update()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self._text.setText(self.tr("Drop a picture here"))
        for button, text in ((self.open_button, self.tr("Open…")), (self.paste_button, self.tr("Paste"))):
            button.setText(f"\u2009{text}")  # a little air after the icon
            button.setAccessibleName(text)

    def _tint(self) -> None:
        tokens = theme.tokens(self)
        self._icon.setPixmap(pixmap("image", tokens.color("text2"), 28, self.devicePixelRatioF()))
        self.open_button.setIcon(icon("open", tokens.color("onaccent"), 16))
        self.paste_button.setIcon(icon("paste", tokens.color("text1"), 16))
        restyle(self._text)
