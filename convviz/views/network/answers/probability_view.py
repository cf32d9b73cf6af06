"""The ten answers: logit, probability and bar of each; what the winner's softmax divides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from convviz.views.base import theme
from convviz.views.base.numbers import figure
from convviz.views.base.painted import ENTER_OR_SPACE, LEFT, RIGHT, PaintedParts, fill_rounded
from convviz.views.base.scale import px
from convviz.views.base.texts import labelled, say
from convviz.views.explain.formula.view import Fraction, Row, Run

CAPTION, LEAST_ROW, MOST_ROW, BAR, LEAST_NAME = 22.0, 19.0, 34.0, 4.0, 12.0
EDGE, BETWEEN, SHORT = 6.0, 8.0, 2
"""Air at the sides and between the figures; names of so many letters never take the logit's place."""
MANY, ROW_OF_MANY = 12, 24.0
"""More classes than this are sorted by probability, and scroll."""

FRACTION_HEIGHT = 96.0
_WRITABLE = 1e9

_Row = tuple[int, QRectF]
"""A class, and where it stands."""


def percent(share: float) -> str:
    """A probability with as many figures as mean something.

    >>> percent(0.99997), percent(0.5), percent(0.0002)
    ('> 99.9 %', '50.0 %', '< 0.1 %')
    """
    if share > 0.9995:
        return "> 99.9 %"
    return "< 0.1 %" if share < 0.0005 else f"{figure(100 * share, 1)} %"


@dataclass(frozen=True, eq=False)
class Answers:
    """What comes out of a network: the classes' names, their logits and their probabilities."""

    names: tuple[str, ...]
    logits: NDArray[Any]
    shares: NDArray[Any]

    @property
    def winner(self) -> int:
        """The class with the largest probability."""
        return int(np.argmax(self.shares))


class ProbabilityView(PaintedParts[int]):
    """Shows `Answers`, or only the names while there is nothing to answer.

    More than `MANY` classes are sorted, the likeliest first. ``before`` are probabilities of an earlier
    network, in grey behind the bars and in the logits' place. ``chosen(index)`` follows a click on a row,
    or Enter; the arrow keys move.
    """

    chosen = Signal(int)
    choosing_keys = ENTER_OR_SPACE

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = tuple("0123456789")
        self._answers: Answers | None = None
        self._before: NDArray[Any] | None = None
        self._order: list[int] = list(range(10))
        self._focus = 0
        self._seen = QRect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def set_answers(self, answers: Answers) -> None:
        """Show logits and probabilities."""
        self._answers, self._names = answers, answers.names
        self._sort()
        winner = answers.winner
        self.describe(labelled(answers.names[winner], percent(float(answers.shares[winner]))))
        self.update()

    def clear_answers(self, names: Sequence[str]) -> None:
        """Show only the classes: there is nothing to read."""
        self._answers, self._names, self._before = None, tuple(names), None
        self._sort()
        self.describe("")
        self.update()

    def set_before(self, shares: NDArray[Any] | None) -> None:
        """Show the probabilities of an earlier network in grey; None for none."""
        self._before = shares
        self.update()

    def answers(self) -> Answers | None:
        """What is shown."""
        return self._answers

    def _sort(self) -> None:
        """Put the classes into the order of their rows."""
        self._order = list(range(len(self._names)))
        many = len(self._names) > MANY
        if many and self._answers is not None:
            self._order = np.argsort(-self._answers.shares, kind="stable").tolist()
        self.setMinimumHeight(round(px(CAPTION) + px(ROW_OF_MANY) * len(self._names)) if many else 0)

    def pitch(self) -> float:
        """From one row to the next."""
        count = max(1, len(self._names))
        if count > MANY:
            return px(ROW_OF_MANY)
        room = self.height() - px(CAPTION) - px(FRACTION_HEIGHT)
        if room / count < px(LEAST_ROW):
            room = self.height() - px(CAPTION)
        return max(px(LEAST_ROW), min(px(MOST_ROW), room / count))

    def row_rect(self, index: int) -> QRectF:
        """Where a class stands."""
        place = self._order.index(index) if index < len(self._order) else index
        return QRectF(0, px(CAPTION) + place * self.pitch(), self.width(), self.pitch())

    def part_at(self, place: QPointF) -> int | None:
        row = int((place.y() - px(CAPTION)) // self.pitch())
        return self._order[row] if 0 <= row < len(self._names) else None

    def tip(self, part: int) -> str:
        return self._names[part] if len(self._names[part]) > SHORT else ""

    def keyed_part(self) -> int:
        return self._focus

    def step(self, down: int, right: int) -> bool:
        if down:
            place = self._order.index(self._focus) if self._focus in self._order else 0
            self._focus = self._order[min(max(place + down, 0), len(self._names) - 1)]
            self.update()
        return bool(down)

    def choose(self, part: int) -> None:
        self._focus = part
        self.update()
        if self._answers is not None:
            self.chosen.emit(part)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._seen = event.rect()
        super().paintEvent(event)

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        answers, pitch, share = self._answers, self.pitch(), self.share_width()
        first = int(max(0.0, self._seen.top() - px(CAPTION)) // pitch)
        last = int(max(0.0, self._seen.bottom() + 1 - px(CAPTION)) // pitch)
        rows = [(index, self.row_rect(index)) for index in self._order[first : last + 1]]
        self._paint_grounds(painter, rows, scheme)
        self._paint_bars(painter, rows, scheme)
        if answers is None:
            self._paint_group(painter, rows, False, 0.0, 0)
            return
        self._paint_captions(painter, share)
        winner, decimals = answers.winner, self._decimals()
        for wins in (False, True):
            group = [row for row in rows if (row[0] == winner) == wins]
            self._paint_group(painter, group, wins, share, decimals)
        top = self.row_rect(len(self._names)).top()
        if top + px(FRACTION_HEIGHT) <= self.height() + px(8):
            softmax = Softmax(answers.names[winner], answers.logits, winner)
            self._paint_softmax(painter, top, softmax, scheme)

    def _paint_captions(self, painter: QPainter, share: float) -> None:
        self.write_in(painter, "ruler", "text3")
        area = QRectF(0, 0, self.width() - px(EDGE), px(CAPTION) - 4)
        changed = self._before is not None
        beside = area.adjusted(0, 0, -share - px(BETWEEN), 0)
        painter.drawText(area, RIGHT, self.tr("after") if changed else self.tr("probability"))
        painter.drawText(beside, RIGHT, self.tr("before") if changed else self.tr("logit"))

    def share_width(self) -> float:
        """Room for the probabilities: as much as the widest of them takes in the winner's bold type."""
        ruler = QFontMetricsF(theme.font("ruler", self.font())).horizontalAdvance(self.tr("probability"))
        bold = QFontMetricsF(theme.font("strong", self.font())).horizontalAdvance("> 99.9 %")
        return float(np.ceil(max(ruler, bold)))

    def logit_width(self) -> float:
        """Room for the logits of classes with short names, beside name and probability."""
        names = QFontMetricsF(theme.font("result", self.font(), pixels=self._most()))
        name = max([names.horizontalAdvance(one) for one in self._names if len(one) <= SHORT], default=0.0)
        return max(0.0, self.width() - 2 * px(EDGE) - self.share_width() - name - 2 * px(BETWEEN))

    def beside_text(self, index: int, decimals: int) -> str:
        """What stands beside a class's probability: the earlier one, or its logit."""
        if self._answers is None:
            return ""
        if self._before is not None:
            return percent(float(self._before[index]))
        return figure(float(self._answers.logits[index]), decimals)

    def _decimals(self) -> int:
        if self._answers is None:
            return 0
        ends = float(self._answers.logits.min()), float(self._answers.logits.max())
        metrics, room = QFontMetricsF(theme.font("label", self.font())), self.logit_width()
        for decimals in (2, 1):
            if max([metrics.horizontalAdvance(figure(end, decimals)) for end in ends]) <= room:
                return decimals
        return 0

    def _paint_grounds(self, painter: QPainter, rows: Sequence[_Row], scheme: theme.Tokens) -> None:
        """What stands out: the winner, the pointed row, and the one that the keyboard is at."""
        winner = -1 if self._answers is None else self._answers.winner
        focus = self._focus if self.hasFocus() else -1
        for index, area in rows:
            if index in (winner, self._part):
                ground = scheme.color("accentsoft" if index == winner else "hover")
                fill_rounded(painter, area.adjusted(0, 1, 0, -1), 4, ground)
            if index == focus:
                painter.setPen(scheme.color("accent"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area.adjusted(1, 2, -1, -2), 4, 4)

    def _paint_group(
        self, painter: QPainter, rows: Sequence[_Row], wins: bool, share: float, decimals: int
    ) -> None:
        """Names, logits and probabilities of rows in the same type: one column after the other."""
        answers, beside = self._answers, []
        pixels = max(px(LEAST_NAME), min(self._most(), self.pitch() - px(BAR) - px(8)))
        self.write_in(painter, *(("result", "accent") if wins else ("title", "text1")), pixels)
        metrics = painter.fontMetrics()
        for index, area in rows:
            line = area.adjusted(px(EDGE), 2, -px(EDGE), -px(BAR) - 4)
            left = line if answers is None else line.adjusted(0, 0, -share - px(BETWEEN), 0)
            name = metrics.elidedText(self._names[index], Qt.TextElideMode.ElideRight, round(left.width()))
            painter.drawText(line, LEFT, name)
            text = self.beside_text(index, decimals)
            # A long name takes the logit's place.
            taken = metrics.horizontalAdvance(name) + metrics.horizontalAdvance(text) + px(BETWEEN)
            if taken <= left.width() or len(self._names[index]) <= SHORT:
                beside.append((left, text))
        if answers is None:
            return
        middle = "text1" if wins else "text2"
        self.write_in(painter, "label", middle if self._before is None else "text3")
        for left, text in beside:
            painter.drawText(left, RIGHT, text)
        self.write_in(painter, *(("strong", "accent") if wins else ("label", "text2")))
        for index, area in rows:
            line = area.adjusted(px(EDGE), 2, -px(EDGE), -px(BAR) - 4)
            painter.drawText(line, RIGHT, percent(float(answers.shares[index])))

    def _most(self) -> float:
        """How large names may be, in pixels."""
        return px(16) if max(map(len, self._names[:50]), default=0) <= 2 else px(12)

    def _paint_bars(self, painter: QPainter, rows: Sequence[_Row], scheme: theme.Tokens) -> None:
        shares = None if self._answers is None else self._answers.shares
        whole = np.ones(len(self._names))
        painter.setPen(Qt.PenStyle.NoPen)
        bars = ("line", whole, 0.0), ("linestrong", self._before, 1.5), ("accent", shares, 0.0)
        for name, values, more in bars:
            painter.setBrush(scheme.color(name))
            for index, area in rows:
                groove = QRectF(
                    area.left() + px(6), area.bottom() - px(BAR) - px(3), area.width() - px(12), px(BAR)
                )
                if values is not None and (more or values[index] >= 0.0005):
                    groove.setWidth(max(0.0 if more else 2.0, groove.width() * float(values[index])))
                    painter.drawRoundedRect(groove.adjusted(0, -more, 0, more), 2, 2)

    def _paint_softmax(self, painter: QPainter, top: float, softmax: Softmax, scheme: theme.Tokens) -> None:
        """Write the fraction, its numbers and its value under a hairline."""
        left, width = px(4.0), self.width() - px(8.0)
        painter.setPen(QPen(scheme.color("line"), 1))
        painter.drawLine(QLineF(left, top + 5, left + width, top + 5))
        self.write_in(painter, "caption", "text2")
        title = say("Network", "softmax of {name}", name=softmax.name)
        painter.drawText(QRectF(left, top + px(9), width, px(16)), LEFT, title)
        for pixels in (px(12), px(11), px(10), px(9)):
            row = softmax.fraction(theme.font("caption", self.font(), pixels=pixels))
            if row.width <= width:
                break
        row.paint(painter, left, top + px(50), scheme)
        self.write_in(painter, "title", "text1")
        painter.drawText(QPointF(left, top + px(88)), f"= {figure(softmax.probability, 6)}")

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Probabilities"))


@dataclass(frozen=True, eq=False)
class Softmax:
    """The class's name, all logits, and which of them is meant."""

    name: str
    logits: NDArray[Any]
    index: int

    @property
    def numbers(self) -> tuple[str, str]:
        """exp of the logit and the sum of exp of all; where these are too long, divided by the first."""
        logits = self.logits.astype(np.float64)
        if logits.max() < np.log(_WRITABLE):
            powers = np.exp(logits)
            places = 1 if powers[self.index] >= 10 else 4
            return figure(float(powers[self.index]), places), figure(float(powers.sum()), places)
        powers = np.exp(logits - logits[self.index])
        return "1", figure(float(powers.sum()), 6)

    @property
    def probability(self) -> float:
        """What the fraction comes to."""
        powers = np.exp(self.logits.astype(np.float64) - float(self.logits.max()))
        return float(powers[self.index] / powers.sum())

    def fraction(self, font: QFont) -> Row:
        """exp of the logit over the sum of exp of all, in words and in numbers."""
        logit, (over, under) = figure(float(self.logits[self.index]), 2), self.numbers
        text = say("Network", "sum of exp")
        return Row(
            Fraction(Run(f"exp {logit}", font, "text2"), Run(text, font, "text2"), font),
            Run(" = ", font, "text2"),
            Fraction(Run(over, font, "text2"), Run(under, font, "text2"), font),
        )
