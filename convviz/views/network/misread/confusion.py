"""What a network misreads: the table of what was read as what, and the digits themselves."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.core.base.spacing import filled
from convviz.views.base import theme
from convviz.views.base.boxes import in_column, in_row
from convviz.views.base.colours import ColourScale, colour_of, ink_on
from convviz.views.base.numbers import figure
from convviz.views.base.painted import CENTRE, ENTER_OR_SPACE, RIGHT, Adaptive, PaintedParts, nearest_cell
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.controls.choices import Choice, Segmented
from convviz.views.controls.pieces import (
    ElidedLabel,
    ShareBar,
    outlined_button,
    role_label,
    scrolled,
    write_button,
)
from convviz.views.network.misread.gallery_view import Exhibit, GalleryView

Pair = tuple[int | None, int | None]
"""What it is and what it was read as; None for any."""

LABEL_WIDTH, HEAD = 56, 16
LEAST, LEAST_WIDE, WIDEST = 12, 34, 46


class ConfusionView(PaintedParts[Pair]):
    """Counts of shape (n, n): rows are what it is, columns what it was read as.

    ``chosen((row, column))`` follows a click on a cell, with None for the column at a row's name (all
    that it was read as) and for the row at a column's name. Arrows and Enter do the same; Escape
    chooses nothing.
    """

    chosen = Signal(object)
    choosing_keys = ENTER_OR_SPACE

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = tuple("0123456789")
        self._counts: NDArray[np.int64] | None = None
        self._pair: Pair = (None, None)
        self._focus = (0, 0)
        self.setMouseTracking(False)  # cells have tooltips, but do not light up
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def set_counts(self, counts: NDArray[np.int64] | None, names: Sequence[str]) -> None:
        """Show a table; None for an empty one."""
        self._counts, self._names = counts, tuple(names)
        self._focus = (0, 0)
        self.update()

    def counts(self) -> NDArray[np.int64] | None:
        """The table that is shown."""
        return self._counts

    def set_pair(self, pair: Pair) -> None:
        """Frame what was chosen."""
        self._pair = pair
        self.update()

    def cell(self) -> tuple[float, float]:
        """Width and height of a cell."""
        count = len(self._names)
        wide = min(px(WIDEST), (self.width() - px(LABEL_WIDTH) - 2) / count)
        return max(px(LEAST_WIDE), wide), max(px(LEAST), min(px(30), (self.height() - px(HEAD) - 2) / count))

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Where a cell lies."""
        wide, high = self.cell()
        return QRectF(px(LABEL_WIDTH) + column * wide, px(HEAD) + row * high, wide, high)

    def part_at(self, place: QPointF) -> Pair | None:
        wide, high = self.cell()
        row, column = int((place.y() - px(HEAD)) // high), int((place.x() - px(LABEL_WIDTH)) // wide)
        count = len(self._names)
        outside = not (-1 <= row < count and -1 <= column < count) or row == column == -1
        if outside or self._counts is None:
            return None
        return (row if row >= 0 else None, column if column >= 0 else None)

    def sizeHint(self) -> QSize:
        return QSize(px(LABEL_WIDTH) + 38 * len(self._names) + 2, px(HEAD) + 17 * len(self._names) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(
            px(LABEL_WIDTH) + px(LEAST_WIDE) * len(self._names) + 2,
            px(HEAD) + px(LEAST) * len(self._names) + 2,
        )

    def keyed_part(self) -> Pair | None:
        return self._focus if self._counts is not None else None

    def step(self, down: int, right: int) -> bool:
        count = len(self._names)
        self._focus = nearest_cell((self._focus[0] + down, self._focus[1] + right), (count, count))
        self.update()
        self.speak(self.keyed_part())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pair != (None, None):
            self.choose((None, None))
        else:
            super().keyPressEvent(event)

    def choose(self, part: Pair) -> None:
        """Choose a pair, or nothing where it was chosen already."""
        if None not in part:
            self._focus = part  # type: ignore[assignment]
        self.chosen.emit((None, None) if part == self._pair else part)

    def tip(self, part: Pair) -> str:
        assert self._counts is not None
        row, column = part
        if row is not None and column is not None:
            return filled(
                self.tr("{true} read as {answer}: {count}"),
                true=self._names[row],
                answer=self._names[column],
                count=f"{self._counts[row, column]:,}",
            )
        if row is not None:
            missed = int(self._counts[row].sum() - self._counts[row, row])
            return filled(
                self.tr("{true}: {missed} of {count} misread"),
                true=self._names[row],
                missed=missed,
                count=f"{self._counts[row].sum():,}",
            )
        assert column is not None
        wrong = int(self._counts[:, column].sum() - self._counts[column, column])
        return filled(self.tr("{count} others read as {answer}"), count=wrong, answer=self._names[column])

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        self._paint_names(painter)
        self._paint_axes(painter)
        self._paint_cells(painter, scheme)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._pair != (None, None):
            painter.setPen(QPen(scheme.color("accent"), 2))
            painter.drawRect(self._pair_rect(self._pair).adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(scheme.color("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.cell_rect(*self._focus).adjusted(2, 2, -3, -3))

    def _pair_rect(self, pair: Pair) -> QRectF:
        last = len(self._names) - 1
        row, column = pair
        first = self.cell_rect(row or 0, column or 0)
        return first.united(self.cell_rect(last if row is None else row, last if column is None else column))

    def _paint_names(self, painter: QPainter) -> None:
        for at, name in enumerate(self._names):
            cell = self.cell_rect(at, at)
            beside, above = self._pair[0] == at, self._pair[1] == at
            self.write_in(painter, "ruler-strong", "accent" if beside else "text2")
            painter.drawText(
                QRectF(px(LABEL_WIDTH) - px(20), cell.top(), px(16), cell.height()), CENTRE, name
            )
            self.write_in(painter, "ruler-strong" if above else "ruler", "accent" if above else "text2")
            painter.drawText(QRectF(cell.left(), 0, cell.width(), px(HEAD)), CENTRE, name)

    def _paint_axes(self, painter: QPainter) -> None:
        """Say which way is which."""
        self.write_in(painter, "ruler", "text3")
        painter.drawText(QRectF(0, 0, px(LABEL_WIDTH) - 4, px(HEAD)), RIGHT, self.tr("read as"))
        high = self.cell()[1] * len(self._names)
        painter.save()
        painter.translate(QPointF(px(8), px(HEAD) + high / 2))
        painter.rotate(-90)
        painter.drawText(QRectF(-high / 2, -px(8), high, px(16)), CENTRE, self.tr("what it is"))
        painter.restore()

    def _paint_cells(self, painter: QPainter, scheme: theme.Tokens) -> None:
        """A count in every cell, on the more colour the more mistakes it counts; empty without a table."""
        counts, places = self._counts, np.ndindex(len(self._names), len(self._names))
        if counts is None:
            for row, column in places:
                painter.fillRect(self.cell_rect(row, column).adjusted(0, 0, -1, -1), scheme.color("panel"))
            return
        scale = ColourScale("amount", 0, max(1, int((counts - np.diag(np.diag(counts))).max())))
        painter.setFont(theme.font("ruler", self.font(), pixels=min(px(11.5), self.cell()[1] - 2)))
        for row, column in places:
            area, count = self.cell_rect(row, column).adjusted(0, 0, -1, -1), int(counts[row, column])
            right = row == column
            ground = scheme.color("sunken") if right else colour_of(count, scale, scheme)
            painter.fillRect(area, ground)
            if count:
                painter.setPen(scheme.color("text2") if right else ink_on(ground))
                painter.drawText(area, CENTRE, figure(count))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("What was read as what: rows are the digits, columns the answers"))


WHICH = ("misread", "all")
ANY = "any"
LABELS = (ANY, *"0123456789")


class GalleryHead(Adaptive, QWidget):
    """Requests: ``which_chosen("misread" or "all")`` and ``label_chosen(digit)``, None for any."""

    which_chosen = Signal(str)
    label_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = ElidedLabel("caption", self)
        self.which = Segmented(WHICH, self, small=True, width=72)
        self.which.show_key("misread")
        self.which.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.labels = Choice(LABELS, self, width=84)
        self.labels.setMaxVisibleItems(len(LABELS))
        self.labels.setFixedHeight(px(theme.HEADER_CONTROL))
        in_row((self.sentence, 1), self.which, self.labels, on=self)
        self.which.chosen.connect(self.which_chosen)
        self.labels.chosen.connect(self._on_label)
        self.retranslate()

    def set_sentence(self, text: str, *shorter: str) -> None:
        """Say which digits are shown."""
        self.sentence.set_texts(text, *shorter)

    def set_label(self, digit: int | None) -> None:
        """Mark the digit that is looked for; None for any."""
        self.labels.show_key(ANY if digit is None else str(digit))

    def _on_label(self, key: str) -> None:
        self.label_chosen.emit(None if key == ANY else int(key))

    def retranslate(self) -> None:
        self.which.set_texts(
            (self.tr("Misread"), self.tr("All")),
            (self.tr("Show the misread ones"), self.tr("Show those read correctly as well")),
        )
        self.which.setAccessibleName(self.tr("Which test digits are shown"))
        one = self.tr("{digit} only")
        self.labels.set_texts((self.tr("every label"), *(one.format(digit=digit) for digit in LABELS[1:])))
        set_tip(self.labels, self.tr("Show the test digits of one label"))
        self.labels.setAccessibleName(self.tr("The label of the digits that are shown"))


class ConfusionTools(Adaptive, QWidget):
    """Facts at the left; progress and buttons at the right.

    Requests: ``file_wanted()``, ``download_wanted()``, ``examine_wanted()`` and ``cancel_wanted()``.
    """

    file_wanted, download_wanted = Signal(), Signal()
    examine_wanted, cancel_wanted = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ("",)
        self._busy: tuple[str, ...] = ()
        self.facts = ElidedLabel("caption", self)
        self.progress = ShareBar(self)
        self.progress.setFixedWidth(px(72))
        buttons = [outlined_button(self) for _ in range(4)]
        self.cancel, self.examine, self.download, self.file = buttons
        in_row((self.facts, 1), self.progress, *buttons, on=self)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.examine.clicked.connect(self.examine_wanted)
        self.download.clicked.connect(self.download_wanted)
        self.file.clicked.connect(self.file_wanted)
        self._offers = {self.examine: False, self.download: False, self.file: False}
        self.retranslate()
        self.set_progress(None)

    def set_facts(self, text: str, *shorter: str) -> None:
        """How many are misread."""
        self._texts = (text, *shorter)
        self._arrange()

    def set_file(self, *, known: bool) -> None:
        """Whether the digits themselves are at hand."""
        self._offers[self.file] = self._offers[self.download] = not known
        self._arrange()

    def offer_examination(self, offered: bool) -> None:
        """Whether the network can be examined with the digits at hand."""
        self._offers[self.examine] = offered
        self._arrange()

    def set_progress(self, share: float | None, *busy: str) -> None:
        """How much is done, 0 to 1, and of what, then shorter; None while nothing is going on."""
        self._busy = busy
        self.progress.set_share(share)
        self._arrange()

    def running(self) -> bool:
        """Whether something is going on that can be cancelled."""
        return not self.progress.isHidden()

    def _arrange(self) -> None:
        """While something is going on nothing else can be started."""
        running = self.running()
        self.cancel.setVisible(running)
        for button, offered in self._offers.items():
            button.setVisible(offered and not running)
        self.facts.set_texts(*(self._busy if running and self._busy else self._texts))

    def retranslate(self) -> None:
        self.cancel.setText(self.tr("Cancel"))
        tip = self.tr("Let this network read the 10,000 test digits")
        write_button(self.examine, self.tr("Read all test digits"), tip)
        tip = self.tr("Let Keras fetch MNIST\u2019s digits, after telling you from where")
        write_button(self.download, self.tr("Download\u2026"), tip)
        tip = self.tr("Choose MNIST\u2019s file mnist.npz, as Keras has it")
        write_button(self.file, self.tr("Choose file\u2026"), tip)


class ConfusionPanel(QWidget):
    """Table at the left, gallery at the right; ``tools`` stands in the card's header.

    Requests: ``pair_chosen((digit, answer))`` with None for any, ``which_chosen("misread" or
    "all")``, ``label_chosen(digit)`` with None for any, ``digit_chosen(number)`` and those of
    `ConfusionTools`. ``appeared()`` when the panel comes to be seen.
    """

    pair_chosen = Signal(object)
    which_chosen = Signal(str)
    label_chosen = Signal(object)
    digit_chosen = Signal(int)
    appeared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = ConfusionView(self)
        self.gallery = GalleryView()
        self.area = scrolled(self.gallery, self, upright=True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = GalleryHead(self)
        self.hint = role_label("caption", self, wraps=True)
        self.tools = ConfusionTools(self)
        side = in_column(self.head, (self.area, 1), self.hint)
        in_row((self.table, 2), (side, 5), on=self, margins=(0, 6, 0, 0), spacing=20)
        self.table.chosen.connect(self.pair_chosen)
        self.gallery.chosen.connect(self.digit_chosen)
        self.gallery.moved.connect(self._follow)
        self.head.which_chosen.connect(self.which_chosen)
        self.head.label_chosen.connect(self.label_chosen)

    def set_exhibits(self, exhibits: Sequence[Exhibit], sentences: Sequence[str], hint: str) -> None:
        """Show digits; ``sentences`` say which, then shorter; ``hint`` what is missing or can be done."""
        self.gallery.set_exhibits(exhibits)
        self.head.set_sentence(*sentences)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.area.verticalScrollBar().setValue(0)

    def set_pair(self, pair: Pair) -> None:
        """Frame what is chosen in the table, and mark the digit that is looked for."""
        self.table.set_pair(pair)
        self.head.set_label(pair[0])

    def offer_all(self, offered: bool, *, every: bool) -> None:
        """Whether digits that were read correctly can be shown as well, and whether they are."""
        self.head.which.setVisible(offered)
        self.head.which.show_key("all" if every else "misread")

    def offer_labels(self, offered: bool) -> None:
        """Whether there are digits of which those of one label can be picked."""
        self.head.labels.setVisible(offered)

    def _follow(self, tile: QRect) -> None:
        """Keep the digit that the arrow keys have reached in sight."""
        self.area.ensureVisible(tile.center().x(), tile.center().y(), 0, tile.height() // 2 + 4)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit()
