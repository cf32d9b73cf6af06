"""Compare A and B: two outputs pinned side by side with their windows and products, and the difference."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace
from convviz.views.base import theme
from convviz.views.base.boxes import in_column, in_row
from convviz.views.base.colours import ColourScale
from convviz.views.base.icons import IconButton
from convviz.views.base.numbers import MINUS, decimals_for, figure, magnitude
from convviz.views.base.painted import Painted
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import hairline
from convviz.views.base.texts import clauses, labelled, say
from convviz.views.base.theme import Tokens
from convviz.views.controls.pieces import ElidedLabel, StepCard, role_label
from convviz.views.explain.why.content import Scales, grid_title
from convviz.views.picture.paint_highlights import tab_letter
from convviz.views.step.operation.small_grid import SmallGrid, leader, paint_grid

Trace = ConvolutionTrace | PoolingTrace
HEAD, TITLES, GAP, EDGE = 24.0, 15.0, 11.0, 3.0
LARGEST, LEAST = 48.0, 14.0
LEAST_GRID_HEIGHT = 40.0


@dataclass(frozen=True, eq=False)
class PinShow:
    """One pin: its letter, what it is called, its grids with their words, its sum."""

    letter: str
    name: str
    grids: list[SmallGrid]
    titles: tuple[str, ...]
    value: float
    text: str


def pin_show(letter: str, trace: Trace, scales: Scales) -> PinShow:
    """What a pin shows; of a colour picture the first channel's grids with the sum of all."""
    text = say("Step", "output ({row}, {column})")
    name = text.format(row=trace.row, column=trace.column)
    frame = f"pin{letter}"
    if isinstance(trace, PoolingTrace):
        places = decimals_for(trace.window[~trace.is_padding])
        best = leader(trace, trace.window.size) if trace.kind == "max" else None
        window = SmallGrid(trace.window, scales.values, places, trace.is_padding, ring=best, frame=frame,
                           blank_padding=True)  # fmt: skip
        text = figure(trace.value, decimals_for(trace.value))
        return PinShow(letter, name, [window], ("window",), trace.value, text)
    planes = [a if a.ndim == 2 else a[:, :, 0] for a in (trace.window, trace.products)]
    reach = max(abs(scales.image.low), abs(scales.image.high)) or 1.0
    scale = ColourScale.signed(reach * magnitude(trace.weights))
    places = decimals_for(trace.products, trace.total) if trace.total else 0
    grids = [
        SmallGrid(planes[0], scales.image, decimals_for(planes[0], least=1), trace.is_padding, frame=frame),
        SmallGrid(planes[1], scale, decimals_for(planes[1])),
    ]
    return PinShow(letter, name, grids, ("window", "products"), trace.total, figure(trace.total, places))


def kept_back(pin: PinShow) -> PinShow:
    """The same pin while its sum is still to be guessed: its window, and no more."""
    first, *others = pin.grids
    grids = [replace(first, ring=None), *(replace(grid, shown=0) for grid in others)]
    return replace(pin, grids=grids, text="?")


def difference(a: PinShow, b: PinShow) -> str:
    """ "9 − (−1) = 10"."""
    second = f"({b.text})" if b.text.startswith(MINUS) else b.text
    return f"{a.text} {MINUS} {second} = {_apart(a, b)}"


def difference_words(a: PinShow, b: PinShow, reach: tuple[float, float] | None) -> str:
    """What the difference means. Where one could take it for a factor, that it is none is said."""
    apart = _apart(a, b).removeprefix(MINUS)
    if a.value == b.value:
        return say("Step", "Both sums are {value}.").format(value=a.text)
    folds = a.value == 0 or b.value == 0 or np.sign(a.value) == np.sign(b.value)
    if reach is None:
        return say("Step", "The sums differ by {difference}.").format(difference=apart)
    if folds:
        text = say("Step", "The sums differ by {difference}; they run from {low} to {high}.")
    else:
        text = say(
            "Step", "The sums differ by {difference}, not {difference}-fold: they run from {low} to {high}."
        )
    return text.format(difference=apart, low=_short(reach[0]), high=_short(reach[1]))


def _apart(a: PinShow, b: PinShow) -> str:
    value = a.value - b.value
    return figure(value, decimals_for(a.value, b.value, value))


def _short(value: float) -> str:
    return figure(value, decimals_for(value))


class CompareView(Painted):
    """Two halves, each with letter, name, grids and sum; a half without a pin says how to pin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pins: tuple[PinShow | None, PinShow | None] = (None, None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(px(200), px(44))

    def sizeHint(self) -> QSize:
        return QSize(px(520), px(140))

    def set_pins(self, a: PinShow | None, b: PinShow | None) -> None:
        """Show pins A and B; None for one that is not set."""
        self._pins = (a, b)
        texts = [labelled(p.letter, f"{p.name} = {p.text}") for p in self._pins if p is not None]
        self.setAccessibleDescription(clauses(texts))
        self.update()

    def pins(self) -> tuple[PinShow | None, PinShow | None]:
        return self._pins

    def draw(self, painter: QPainter, colours: Tokens) -> None:
        half = (self.width() - 2 * px(GAP)) / 2
        size = self._value_size(half)
        for index, pin in enumerate(self._pins):
            area = QRectF(index * (half + 2 * px(GAP)), 0, half, self.height())
            if pin is None:
                self._paint_missing(painter, area, "AB"[index], colours)
            else:
                self._paint_pin(painter, area, pin, size, colours)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(colours.color("line"), 1))
        middle = round(half + px(GAP)) - 0.5
        painter.drawLine(QLineF(middle, 0, middle, self.height()))

    def _value_size(self, half: float) -> float:
        """The size of the sums: the largest in which the longer of both leaves room for the grids."""
        texts = [pin.text for pin in self._pins if pin is not None]
        for pixels in (px(26.0), px(20.0), px(16.0), px(13.0)):
            metrics = QFontMetricsF(theme.font("comparison", self.font(), pixels=pixels))
            if max(map(metrics.horizontalAdvance, texts), default=0.0) <= half * 0.24:
                return pixels
        return px(13.0)

    def _paint_head(self, painter: QPainter, area: QRectF, letter: str, name: str, colours: Tokens) -> None:
        tab = QRectF(area.left() + 2, px(3), px(14), px(14))
        tab_letter(painter, tab, letter, colours.color(f"pin{letter}"), colours)
        self.write_in(painter, "label", "text1")
        place = QRectF(tab.right() + px(9), 0, area.width() - px(26), px(20))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_missing(self, painter: QPainter, area: QRectF, letter: str, colours: Tokens) -> None:
        self._paint_head(painter, area, letter, self.tr("not pinned"), colours)
        self.write_in(painter, "label", "text3")
        place = area.adjusted(2, px(HEAD), -4, 0)
        text = self.tr("Press {key} to pin the output on show, or right-click any output cell.")
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(place, int(flags), text.format(key=letter))

    def _paint_pin(self, painter: QPainter, area: QRectF, pin: PinShow, size: float, colours: Tokens) -> None:
        self._paint_head(painter, area, pin.letter, pin.name, colours)
        font = theme.font("comparison", self.font(), pixels=size)
        texts = [p.text for p in self._pins if p is not None]
        value = max(map(QFontMetricsF(font).horizontalAdvance, texts))
        room = area.width() - value - px(24) - 2 * EDGE - px(GAP) * (len(pin.grids) - 1)
        height = area.height() - px(HEAD) - px(TITLES) - EDGE
        x = area.left() + EDGE
        middle = px(HEAD) + height / 2
        if height >= px(LEAST_GRID_HEIGHT):
            cell = min(room / sum(g.columns for g in pin.grids), height / pin.grids[0].rows, px(LARGEST))
            cell = float(int(cell)) if cell >= 4 else cell
            for title, grid in zip(pin.titles, pin.grids, strict=True):
                place = QRectF(x, px(HEAD), grid.columns * cell, grid.rows * cell)
                paint_grid(painter, place, grid, colours, self.font())
                self.write_in(painter, "ruler", "text2")
                below = QRectF(x, place.bottom() + px(3), px(160), px(TITLES))
                painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, grid_title(title))
                x = place.right() + px(GAP)
                middle = place.center().y()
            x -= px(GAP)
        self._paint_value(painter, x, middle, pin, font, colours)

    def _paint_value(
        self, painter: QPainter, x: float, middle: float, pin: PinShow, font: QFont, colours: Tokens
    ) -> None:
        painter.setFont(theme.font("body", self.font(), pixels=px(16)))
        painter.setPen(colours.color("text2"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(x + px(5), middle - px(20), px(14), px(40)), flags, "=")
        painter.setFont(font)
        painter.setPen(colours.color("text1"))
        painter.drawText(QRectF(x + px(21), middle - px(20), px(300), px(40)), flags, pin.text)


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
        self.equation = role_label("headline", self)
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
