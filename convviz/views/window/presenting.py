"""What presenter mode puts around a page: a caption, the place in the talk, a ring, black."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_column, in_row
from convviz.views.base.painted import Adaptive, Painted, fill_rounded
from convviz.views.base.scale import px
from convviz.views.controls.pieces import ElidedLabel, outlined_button
from convviz.views.window.facts_label import FactsLabel

PROGRESS = 6
RING, LINE = 84, 4


class PresenterHeader(QFrame):
    """What is on the page, large; below it in one line what is pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("headline", self)
        self.facts = FactsLabel(self)
        in_column(self.title, self.facts, on=self, margins=(theme.GAP, 8, theme.GAP, 8), spacing=2)


class Progress(Painted):
    """How far the talk has come, as a bar over the whole width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(px(PROGRESS))
        self._share = 0.0

    def set_share(self, share: float) -> None:
        """From 0 to 1."""
        self._share = share
        self.update()

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        fill_rounded(painter, area, area.height() / 2, scheme.color("line"))
        area.setWidth(area.width() * self._share)
        fill_rounded(painter, area, area.height() / 2, scheme.color("accent"))


class PresenterFooter(Adaptive, QFrame):
    """Which cards are shown, the place, and the keys. ``cards_chosen(keys)`` asks for other cards."""

    cards_chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QToolButton] = {}
        self._most = 2
        self._place = (0, 0)
        self._cards = in_row(spacing=6)
        self.keys = ElidedLabel("caption", self)
        self.keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.progress = Progress(self)
        line = in_row(self._cards, (self.keys, 1))
        in_column(line, self.progress, on=self, margins=(theme.GAP, 4, theme.GAP, 10))
        self.retranslate()

    def set_cards(self, cards: Sequence[tuple[str, str]], shown: Sequence[str], most: int) -> None:
        """Offer these cards (key, title), of which so many at once can be shown."""
        for button in self._buttons.values():
            self._cards.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons, self._most = {}, most
        for key, title in cards:
            button = outlined_button(self)
            button.setText(title)
            button.setCheckable(True)
            button.setChecked(key in shown)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self._on_card, key))
            self._cards.addWidget(button)
            button.show()
            self._buttons[key] = button

    def shown(self) -> tuple[str, ...]:
        """The keys of the cards on show, from the left."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    def button(self, key: str) -> QToolButton:
        """The button that shows and hides a card."""
        return self._buttons[key]

    def set_place(self, number: int, count: int) -> None:
        """Which step of how many, counted from 1; 0 before the first."""
        self._place = (number, count)
        self.progress.set_share(number / count if count else 0.0)
        self.retranslate()

    def retranslate(self) -> None:
        number, count = self._place
        keys = self.tr("PgDn next \u2002 PgUp back \u2002 B black \u2002 Esc end")
        place = self.tr("step {number} of {count}").format(number=f"{number:,}", count=f"{count:,}")
        self.keys.set_texts(f"{place} \u2002 {keys}" if number else keys, place if number else "")

    def _on_card(self, key: str, _checked: bool = False) -> None:
        """One more card takes the place of the one that is farthest from it; the last one stays."""
        shown = self.shown()
        if not shown:
            self._buttons[key].setChecked(True)
            return
        if len(shown) > self._most:
            keys = list(self._buttons)
            at = keys.index(key)
            away = max(shown, key=lambda one: abs(keys.index(one) - at))
            self._buttons[away].setChecked(False)
        self.cards_chosen.emit(self.shown())


class PointerRing(Painted):
    """A ring around the pointer, so that the back rows see what is pointed at; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.resize(RING, RING)
        self.hide()

    def follow(self, place: QPoint) -> None:
        """Lie around ``place``, in pixels of the parent."""
        self.move(place - self.rect().center())
        if not self.isVisible():
            self.show()
        self.raise_()

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(LINE, LINE, -LINE, -LINE)
        for colour, width in (("halo", LINE + 3), ("accent", LINE)):
            painter.setPen(QPen(scheme.color(colour), width))
            painter.drawEllipse(inside)


class BlackScreen(Painted):
    """Black over everything: look at the person who speaks."""

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
