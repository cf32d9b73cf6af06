"""How a stage says that it is being computed, or that its picture is out of date."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.icons import pixmap
from convviz.views.base.painted import Painted
from convviz.views.base.plain import PlainLabel, markup_label
from convviz.views.base.scale import px

LINE_AFTER, TEXT_AFTER = 150, 600
"""Milliseconds of work after which the busy line and, later, the text with Cancel appear."""


class BusyLine(Painted):
    """A line under the header that grows with the work; it takes no room while nothing runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._active = 0.0, False
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(LINE_AFTER)
        self._delay.timeout.connect(self.update)
        self.setFixedHeight(px(2))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(100), px(2))

    def set_active(self, active: bool) -> None:
        """Say that work begins or has ended; the line shows only if it takes a while."""
        if active == self._active:
            return
        self._active, self._share = active, 0.0
        if active:
            self._delay.start()
        else:
            self._delay.stop()
            self.update()

    def set_share(self, share: float) -> None:
        """How much of the work is done, 0 to 1."""
        self._share = share
        if self.is_shown():
            self.update()

    def is_shown(self) -> bool:
        return self._active and not self._delay.isActive()

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        if self.is_shown():
            painter.fillRect(QRectF(0, 0, max(24.0, self.width() * self._share), 2), scheme.color("busy"))
        else:
            painter.fillRect(QRectF(0, 1, self.width(), 1), scheme.color("line"))


class StaleBand(Painted):
    """The yellow band over a picture that the settings no longer belong to.

    It lies on its parent, under ``above``, and moves nothing: pictures of a row keep one size.
    """

    def __init__(self, above: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._above, self._card = above, parent
        parent.installEventFilter(self)
        self._icon, self._text = PlainLabel(self), markup_label(self)
        self._text.setWordWrap(True)
        self._row = in_row(self._icon, (self._text, 1), on=self, margins=(12, 4, 12, 4))
        self.hide()

    def set_text(self, text: str) -> None:
        """Show ``text`` (simple HTML); an empty one hides the band."""
        if text == self._text.text():
            return
        self._text.setText(text)
        self.restyle()
        self._place()
        self.setVisible(bool(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        width = self._card.width() - 2
        self.setGeometry(1, self._above.geometry().bottom() + 1, width, self._row.heightForWidth(width))
        self.raise_()

    def restyle(self) -> None:
        scheme = theme.tokens(self)
        self._text.setStyleSheet(f"color: {scheme.stale}; font-size: {px(13)}px;")
        self._icon.setPixmap(pixmap("clock", scheme.color("stale"), px(18), self.devicePixelRatioF()))

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        painter.fillRect(self.rect(), scheme.color("stalebg"))
        painter.setPen(QPen(scheme.color("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class BusyNote(QFrame):
    """What long work is at, with a button that gives it up; floats over a picture."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = PlainLabel(self)
        self._button = QPushButton(self)
        self._button.clicked.connect(self.cancel_requested)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(TEXT_AFTER)
        self._delay.timeout.connect(self._appear)
        in_row(self._label, self._button, on=self, margins=(12, 6, 6, 6), spacing=10)
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setText("")
        self.hide()

    def setText(self, text: str) -> None:
        self._label.setText(text)
        self.retranslate()

    def retranslate(self) -> None:
        self._button.setText(self.tr("Cancel"))
        if self.isVisible():
            self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if not self.isVisible():  # work to come brings its own text
                self._label.clear()

    def set_active(self, active: bool) -> None:
        if active and not self._delay.isActive() and not self.isVisible():
            self._delay.start()
        elif not active:
            self._delay.stop()
            self.hide()

    def _appear(self) -> None:
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 12)
