"""Compare A and B: two outputs pinned side by side, and the difference of their sums."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from convviz.views.base.boxes import in_column, in_row
from convviz.views.base.elided import ElidedLabel
from convviz.views.base.icons import IconButton
from convviz.views.base.stylesheet import hairline
from convviz.views.explain.why.content import Scales
from convviz.views.step.compare.view import (
    CompareView,
    PinShow,
    Trace,
    difference,
    difference_words,
    kept_back,
    pin_show,
)
from convviz.views.step.step_card import StepCard


class CompareCard(StepCard):
    """Shows the pins; its buttons ask to pin the output on show, or to unpin all."""

    pin_requested = Signal(str)
    """"A" or "B": pin the output on show."""

    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pin_button = IconButton("pin", self, size=18, side=28)
        self.pin_button.setCheckable(True)
        self.clear_button = IconButton("trash", self, size=18, side=28)
        self.pin_button.clicked.connect(self._on_pin)
        self.clear_button.clicked.connect(self.clear_requested)
        for button in (self.pin_button, self.clear_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.add_tool(button)
        self.view = CompareView(self)
        self.equation = QLabel(self)
        self.equation.setProperty("role", "headline")
        self.sentence = ElidedLabel("label", self)
        self._reach: tuple[float, float] | None = None
        self._current: tuple[int, int] | None = None
        self._places: dict[str, tuple[int, int]] = {}
        self._shows: dict[str, PinShow] = {}
        self._hidden: frozenset[str] = frozenset()
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self.line = hairline(self)
        bottom = in_row(self.equation, (self.sentence, 1), margins=(2, 0, 0, 0), spacing=16)
        body = in_column((self.view, 1), self.line, bottom, margins=(12, 8, 12, 8), spacing=8)
        self.column.addLayout(body, 1)

    # What to show

    def set_pins(
        self, a: Trace | None, b: Trace | None, scales: Scales, reach: tuple[float, float] | None = None
    ) -> None:
        """Show pins A and B (None where not set); ``reach`` is (lowest, highest) of all sums."""
        self._reach = reach
        self._places = {k: (t.row, t.column) for k, t in (("A", a), ("B", b)) if t is not None}
        self._shows = {k: pin_show(k, t, scales) for k, t in (("A", a), ("B", b)) if t is not None}
        self._show_pins()
        self._refresh()

    def set_hidden(self, letters: frozenset[str]) -> None:
        """Keep the sums of these pins back: they are still to be guessed."""
        if letters != self._hidden:
            self._hidden = letters
            self._show_pins()
            self._refresh()

    def _show_pins(self) -> None:
        shows = {k: kept_back(pin) if k in self._hidden else pin for k, pin in self._shows.items()}
        self.view.set_pins(shows.get("A"), shows.get("B"))

    def set_current(self, cell: tuple[int, int] | None) -> None:
        """The output cell on show: the pin button is down where it is pinned already."""
        self._current = cell
        self._refresh()

    def text(self) -> str:
        """Equation and sentence; "" unless both pins are set."""
        return f"{self.equation.text()}  {self.sentence.text()}".strip()

    def _next(self) -> str:
        """Which letter the pin button sets: the one of the cell, the first free one, else B."""
        for letter, place in self._places.items():
            if place == self._current:
                return letter
        return next((k for k in "AB" if k not in self._places), "B")

    def _refresh(self) -> None:
        a, b = self.view.pins()
        both = a is not None and b is not None and not self._hidden
        self._write(*((a, b) if both else (None, None)))
        self.line.setVisible(both)
        self.clear_button.setEnabled(bool(self._places))
        pinned = self._current is not None and self._current in self._places.values()
        self.pin_button.setChecked(pinned)
        self.pin_button.set_help(self.tr("Pin the output on show as {letter}").format(letter=self._next()))

    def _write(self, a: PinShow | None, b: PinShow | None) -> None:
        if a is None or b is None:
            self.equation.clear()
            self.sentence.set_texts("")
            return
        self.equation.setText(difference(a, b))
        self.sentence.set_texts(difference_words(a, b, self._reach), difference_words(a, b, None))

    def _on_pin(self) -> None:
        letter = self._next()
        self._refresh()  # the button shows what is pinned, not that it was pressed
        self.pin_requested.emit(letter)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Compare A and B"))
        self.view.setAccessibleName(self.tr("Windows, products and sums of pins A and B"))
        self.clear_button.set_help(self.tr("Take both pins away"))
        self._refresh()
