"""The whole network side by side: the input, every layer's maps, the answers; parted by hairlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from convviz.views.base.scale import px
from convviz.views.controls.pieces import ElidedLabel, Placed, scrolled
from convviz.views.network.answers.probability_view import ProbabilityView
from convviz.views.network.maps.maps_column import (
    FOLDED,
    FOOT,
    HEADER,
    MARGIN,
    SCROLL_BAR,
    Column,
    ColumnTexts,
    MapsColumn,
)
from convviz.views.network.maps.tiling import Tiling, fit, loosened
from convviz.views.network.paper.input_column import InputColumn

INPUT_SHARE, INPUT_LEAST, INPUT_MOST = 0.18, 240, 300
ANSWERS = 161
COMFORT = 220
"""Columns that scroll sideways are at least so wide."""
WIDER = (260, 300)
"""Or so wide, where a person has opened one and its neighbours would be too small."""
FOLDABLE_SHARE = 0.5
"""Maps of a layer that may fold away (pooling) get so much of the area that others get."""

ABOVE = 12  # the captions of the figures stand beside the header's third line
NOTE = 20


@dataclass(frozen=True)
class LayerShow:
    """A layer that gets a column: its index, (rows, columns, maps), and whether it may fold away."""

    layer: int
    shape: tuple[int, int, int]
    foldable: bool = False


class NetworkPanel(Placed, QFrame):
    """Holds the columns and gives each as much room as its maps need.

    ``pointed(layer, place or None)`` and ``chosen(layer, place)`` come from the maps.
    """

    pointed, chosen = Signal(int, object), Signal(int, object)
    opened = Signal(int, object)
    """A map is to be enlarged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.input = InputColumn(self)
        self.answers = AnswerColumn(self)
        self.columns: list[MapsColumn] = []
        self._shows: list[LayerShow] = []
        self._opened: set[int] = set()
        self.inside = QWidget()
        self.middle = scrolled(self.inside, self)
        self.middle.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("The network from the digit to its answer"))

    def set_layers(self, shows: Sequence[LayerShow], texts: Sequence[ColumnTexts]) -> None:
        """Make a column for each of these layers."""
        if list(shows) != self._shows:
            for column in self.columns:
                column.setParent(None)
                column.deleteLater()
            self._shows, self._opened = list(shows), set()
            self.columns = [self._column(show) for show in shows]
            self._order_focus()
        before = [column.least_width() for column in self.columns]
        for column, text in zip(self.columns, texts, strict=True):
            column.set_texts(text)
        if before != [column.least_width() for column in self.columns]:
            self.arrange()

    def column(self, layer: int) -> MapsColumn | None:
        """The column of a layer; None for one that has none."""
        return next((one for one in self.columns if one.layer == layer), None)

    def _column(self, show: LayerShow) -> MapsColumn:
        column = MapsColumn(show.layer, show.shape, self.inside)
        column.pointed.connect(self.pointed)
        column.chosen.connect(self.chosen)
        column.opened.connect(self.opened)
        column.unfold_wanted.connect(self._open)
        column.fold_wanted.connect(self._close)
        column.show()
        return column

    def _order_focus(self) -> None:
        last: QWidget = self.input.steps
        for column in self.columns:
            QWidget.setTabOrder(last, column.view)
            last = column.view
        QWidget.setTabOrder(last, self.answers.view)

    def _open(self, layer: int) -> None:
        self._opened.add(layer)
        self.arrange()
        column = self.column(layer)
        if column is not None:
            self.middle.ensureVisible(column.geometry().center().x(), 0, column.width() // 2, 0)

    def bring_into_view(self, index: int) -> None:
        """Scroll to the column ``index``, counted from 0, and unfold it."""
        column = self.columns[index]
        if column.is_folded():
            self._open(column.layer)
        else:
            self.middle.ensureVisible(column.geometry().center().x(), 0, column.width() // 2, 0)

    def _close(self, layer: int) -> None:
        self._opened.discard(layer)
        self.arrange()

    def arrange(self) -> None:
        width, height = self.width() - 2, self.height() - 2
        first = round(min(px(INPUT_MOST), max(px(INPUT_LEAST), width * INPUT_SHARE)))
        middle = max(0, width - first - px(ANSWERS))
        self.input.setGeometry(1, 1, first, height)
        self.middle.setGeometry(1 + first, 1, middle, height)
        self.answers.setGeometry(1 + first + middle, 1, px(ANSWERS), height)
        self._place(middle, height)
        self.update()

    def _place(self, middle: int, height: int) -> None:
        """Place the columns; those of a long network scroll sideways."""
        folded = self._folding(middle, height)
        span = self._span(folded, middle, height)
        tall = height - (SCROLL_BAR if span > middle else 0)
        room = tall - px(HEADER) - px(FOOT)
        tilings = self._layout(folded, span, room)
        x = 0
        for column, wide, tiling in zip(
            self.columns, self._widths(span, tilings, room), tilings, strict=True
        ):
            column.set_folded(tiling is None, may_fold=column.layer in self._opened)
            if tiling is not None:
                column.view.set_tiling(loosened(tiling, wide - 2 * px(MARGIN) + 2, room))
            column.setGeometry(x, 0, wide, tall)
            x += wide
        self.inside.resize(max(x, middle), tall)

    def _folding(self, middle: int, height: int) -> set[int]:
        """The layers that fold away: none where all maps can be made out without that."""
        foldable = {show.layer for show in self._shows if show.foldable}
        if self._least(foldable) > middle:
            return set()
        if self._is_good(set(), middle, height):
            self._opened = set()
            return set()
        return foldable - self._opened

    def _span(self, folded: set[int], middle: int, height: int) -> int:
        """How wide all columns are together: as wide as the room, or wider where they would be too small."""
        if self._least(folded) <= middle and (
            not self._opened or not self._shows or self._is_good(folded, middle, height)
        ):
            return middle
        spans = [max(middle, self._least(folded, comfort)) for comfort in (px(COMFORT), *px(WIDER))]
        return next(
            (span for span in spans if self._opened and self._is_good(folded, span, height - SCROLL_BAR)),
            spans[0],
        )

    def _least(self, folded: set[int], comfort: int = 0) -> int:
        """How wide all columns are at least: their headers, or ``comfort`` for each."""
        return sum(
            px(FOLDED) if column.layer in folded else max(comfort, column.least_width())
            for column in self.columns
        )

    def _layout(self, folded: set[int], width: int, height: int) -> list[Tiling | None]:
        shown = [
            (column, show)
            for column, show in zip(self.columns, self._shows, strict=True)
            if column.layer not in folded
        ]
        least = [column.least_width() - 2 * px(MARGIN) for column, _ in shown]
        shares = [FOLDABLE_SHARE if show.foldable else 1.0 for _, show in shown]
        room = width - px(FOLDED) * len(folded) - 2 * px(MARGIN) * len(shown)
        tilings = iter(fit([column.shape for column, _ in shown], least, room, max(40, height), shares))
        return [None if column.layer in folded else next(tilings) for column in self.columns]

    def _is_good(self, folded: set[int], width: int, height: int) -> bool:
        """Whether all maps can be made out: none scrolls, and large ones have two pixels a value."""
        height -= px(HEADER) + px(FOOT)
        tilings = self._layout(folded, width, height)
        return sum(self._needed(tilings, height)) <= width and all(
            one.size[1] <= height and (one.factor > 1 or one.rows * one.columns == 1)
            for one in tilings
            if one is not None
        )

    def _needed(self, tilings: Sequence[Tiling | None], height: int) -> list[int]:
        """The widths that maps and headers need."""

        def needed(column: MapsColumn, tiling: Tiling | None) -> int:
            if tiling is None:
                return px(FOLDED)
            scrolls = SCROLL_BAR if tiling.size[1] > height else 0
            return max(tiling.size[0] + 2 * px(MARGIN) + scrolls, column.least_width())

        return [needed(*pair) for pair in zip(self.columns, tilings, strict=True)]

    def _widths(self, width: int, tilings: Sequence[Tiling | None], height: int) -> list[int]:
        """The columns' widths; what is left over goes to all that show maps, in equal parts."""
        widths = self._needed(tilings, height)
        shown = [at for at, tiling in enumerate(tilings) if tiling is not None]
        spare = width - sum(widths)
        for place, at in enumerate(shown):
            if spare > 0:
                widths[at] += spare * (place + 1) // len(shown) - spare * place // len(shown)
        return widths


class AnswerColumn(Column):
    """Header over a `ProbabilityView`; ``note`` says what the grey bars are, or why there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ProbabilityView()
        self.area = scrolled(self.view, self, upright=True)
        self.note = ElidedLabel("caption", self)

    def set_note(self, text: str, details: str = "") -> None:
        """One line under the probabilities; empty for none."""
        self.note.set_texts(text)
        self.note.set_details(details)
        self.arrange()

    def arrange(self) -> None:
        super().arrange()
        foot, top = px(NOTE) if self.note.text() else 0, px(HEADER) - px(ABOVE)
        self.area.setGeometry(
            px(5), top, max(0, self.width() - px(10)), max(0, self.height() - top - px(8) - foot)
        )
        self.note.setGeometry(px(MARGIN), self.height() - 6 - foot, self.header.width(), foot)
