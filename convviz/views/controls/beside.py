"""A sentence beside a field, over whatever else is there: why what was typed is not taken."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QWidget

from convviz.views.base.plain import PlainLabel
from convviz.views.base.scale import px

GAP, WIDEST = 6, 320
LONG_ENOUGH, OFTEN = 12_000, 50
"""Milliseconds that a sentence stays beside a field that was left, and between two looks at its place."""


class Beside(QObject):
    """Shows a sentence in the window of ``field``: right of it where there is room, else under or above it.

    The label is there only while it is seen, and goes away when the field moves.
    """

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._label: PlainLabel | None = None
        self._text = ""
        self._seen = QPoint()
        self._watch, self._rest = QTimer(self), QTimer(self)
        self._watch.setInterval(OFTEN)
        self._watch.timeout.connect(self._look)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.hush)

    def text(self) -> str:
        """What was said last."""
        return self._text

    def isVisible(self) -> bool:
        """Whether it stands there."""
        return self._label is not None

    def geometry(self) -> QRect:
        """Where it stands in the window."""
        return QRect() if self._label is None else self._label.geometry()

    def say(self, text: str, *, for_a_while: bool = False) -> None:
        """Show a sentence until `hush`, or only ``for_a_while``."""
        self._rest.stop()
        if for_a_while:
            self._rest.start(LONG_ENOUGH)
        if self._label is not None and text == self._text:
            return
        self._take_away()
        self._text = text
        self._field.setAccessibleDescription(text)
        window = self._field.window()
        self._label = label = PlainLabel(window, text)
        label.setProperty("role", "error")
        label.setProperty("card", True)
        label.setMargin(px(5))
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        _fit(label, window.width())
        label.move(self._place(window, label))
        label.show()
        label.raise_()
        self._field.destroyed.connect(label.deleteLater)
        self._seen = self._where()
        self._watch.start()

    def hush(self) -> None:
        """Take the sentence back."""
        if self._label is not None:
            self._take_away()
            self._field.setAccessibleDescription("")

    def _take_away(self) -> None:
        label, self._label = self._label, None
        self._rest.stop()
        self._watch.stop()
        if label is not None:
            label.hide()
            label.deleteLater()

    def _look(self) -> None:
        """Where the field is scrolled, moved or hidden, the place is no longer right."""
        if not self._field.isVisible() or self._where() != self._seen:
            self.hush()

    def _where(self) -> QPoint:
        return self._field.mapTo(self._field.window(), QPoint())

    def _place(self, window: QWidget, label: QWidget) -> QPoint:
        field, width, height = self._field, label.width(), label.height()
        right = field.mapTo(window, QPoint(field.width() + px(GAP), (field.height() - height) // 2))
        if right.x() + width <= window.width() and 0 <= right.y() <= window.height() - height:
            return right
        under = field.mapTo(window, QPoint(0, field.height() + px(GAP)))
        if under.y() + height > window.height():
            under.setY(field.mapTo(window, QPoint(0, -px(GAP) - height)).y())
        return QPoint(max(0, min(under.x(), window.width() - width)), under.y())


def _fit(label: PlainLabel, room: int) -> None:
    """As wide as the sentence, in several lines where that is too wide."""
    label.adjustSize()
    most = min(px(WIDEST), room)
    if label.width() > most:
        label.setWordWrap(True)
        label.resize(most, label.heightForWidth(most))
