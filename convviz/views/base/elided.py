"""A label that shortens its text with "…" when there is no room, and then says it in a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """A one-line label that may be given less room than its text needs.

    ``shorter`` texts are tried before any is cut; the tooltip holds the full text whenever it is
    not shown whole, or ``set_details``' longer one always.
    """

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._shorter: tuple[str, ...] = ()
        self._details = ""

    def set_texts(self, text: str, *shorter: str) -> None:
        """Show ``text``, or the first of ``shorter`` that fits."""
        if (text, shorter) == (self.text(), self._shorter):
            return
        self._shorter = shorter
        self.setText(text)
        self.setAccessibleName(text)
        self._refresh()

    def set_details(self, text: str) -> None:
        """What the tooltip says in any case; empty for the full text when it is cut."""
        if text != self._details:
            self._details = text
            self._refresh()

    def shown_text(self) -> str:
        """The text as it stands on the screen, shortened if need be."""
        metrics = self.fontMetrics()
        room = self.contentsRect().width()
        for text in (self.text(), *self._shorter):
            if metrics.horizontalAdvance(text) <= room:
                return text
        last = self._shorter[-1] if self._shorter else self.text()
        return metrics.elidedText(last, Qt.TextElideMode.ElideRight, room)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._refresh()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """A double click copies the whole text."""
        QGuiApplication.clipboard().setText(self.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment() | Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            self.shown_text(),
            self.foregroundRole(),
        )

    def _refresh(self) -> None:
        cut = self.shown_text() != self.text()
        self.setToolTip(self._details or (self.text() if cut else ""))
        self.update()
