"""The small pieces that panels are built of: labels, outlined buttons, scroll areas, cards with a header."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from convviz.views.base import theme
from convviz.views.base.boxes import in_column, in_row
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import PlainLabel, set_tip
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import hairline


class ElidedLabel(PlainLabel):
    """A one-line label that may be given less room than its text needs.

    ``shorter`` texts are tried before any is cut; the tooltip holds the full text whenever it is
    not shown whole, or ``set_details``' longer one always.
    """

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
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
        with QPainter(self) as painter:
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
        set_tip(self, self._details or (self.text() if cut else ""))
        self.update()


def role_label(role: str, parent: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """A label in the type and colour that the stylesheet has for ``role``; ``wraps`` for sentences."""
    label = PlainLabel(parent)
    label.setProperty("role", role)
    if wraps:
        label.setWordWrap(True)
    return label


def outlined_button(parent: QWidget | None = None) -> QToolButton:
    """A tool button with a line around it."""
    button = QToolButton(parent)
    button.setProperty("outlined", True)
    return button


def write_button(button: QAbstractButton, text: str, tip: str = "") -> None:
    """Set a button's text and tooltip."""
    button.setText(text)
    set_tip(button, tip)


def scrolled(widget: QWidget, parent: QWidget, *, upright: bool = False) -> QScrollArea:
    """A frameless scroll area around ``widget``; an ``upright`` one gives it its own width."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if upright:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
    area.setWidget(widget)
    area.viewport().setAutoFillBackground(False)
    widget.setAutoFillBackground(False)
    return area


class Placed(Adaptive):
    """Stands before a Qt class: calls `arrange`, which places the children by hand, at every new size."""

    def arrange(self) -> None:
        """Give every child its place."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class ShareBar(QProgressBar):
    """How much of something is done; hidden while nothing is going on."""

    STEPS = 1000

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, self.STEPS)
        self.setTextVisible(False)

    def set_share(self, share: float | None) -> None:
        """Show a share from 0 to 1; None hides the bar."""
        self.setVisible(share is not None)
        if share is not None:
            self.setValue(round(self.STEPS * share))


class CardTitle(PlainLabel):
    """The title of a card; screen readers call the card what it says."""

    def __init__(self, card: QWidget) -> None:
        self._card = card
        super().__init__(card)
        self.setProperty("role", "title")

    def setText(self, text: str) -> None:
        super().setText(text)
        self._card.setAccessibleName(text)


class StepCard(Adaptive, QFrame):
    """A card with a header of 36 pixels. Subclasses add tools to ``header_row`` and fill ``column``.

    ``retranslate`` is called once the subclass is built, and whenever the language changes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.title = CardTitle(self)
        self.caption = ElidedLabel("caption", self)
        header = QWidget(self)
        header.setFixedHeight(px(theme.CARD_HEADER) - 1)
        self.header_row = in_row(self.title, (self.caption, 1), on=header, margins=(12, 0, 8, 0))
        line = hairline(self)
        self.column = in_column(header, line, on=self, margins=(1, 1, 1, 1), spacing=0)

    def add_tool(self, widget: QWidget) -> None:
        """Put a button or choice at the right end of the header."""
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header_row.addWidget(widget)

    def set_caption(self, text: str, *shorter: str) -> None:
        """What stands behind the title; ``shorter`` texts are tried before it is cut."""
        self.caption.set_texts(text, *shorter)
