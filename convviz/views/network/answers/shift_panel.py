"""The digit moved about: sliders, and beside them the networks with what each still reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSignalBlocker, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QSlider, QWidget

from convviz.core.base.limits import LIMITS
from convviz.views.base import theme
from convviz.views.base.boxes import STRETCH, in_column, in_row
from convviz.views.base.numbers import MINUS
from convviz.views.base.painted import LEFT, RIGHT, Adaptive, Painted, fill_rounded
from convviz.views.base.scale import px
from convviz.views.base.texts import labelled, listed
from convviz.views.base.theme import Tokens
from convviz.views.controls.pieces import role_label
from convviz.views.network.answers.probability_view import percent

CURVE, CAPTION = 150.0, 18.0
AIR, KNOWN, SHARE = 16.0, 56.0, 70.0
"""Room between two columns, for a measured accuracy, and for a probability."""
LEAST_BAR = 60.0
WAITING = "\u2026"


@dataclass(frozen=True)
class Control:
    """A slider: its key, what one of its steps is worth, and how many steps it begins at."""

    key: str
    step: float
    start: int = 0

    @property
    def low(self) -> int:
        """The least of its steps."""
        return round(LIMITS[self.key].low / self.step)

    @property
    def high(self) -> int:
        """The most of its steps."""
        return round(LIMITS[self.key].high / self.step)


CONTROLS = (
    Control("right", 1.0),
    Control("down", 1.0),
    Control("turn", 1.0),
    Control("scale", 0.05, 20),
    Control("noise", 0.025),
)


class ShiftPanel(Adaptive, QWidget):
    """Sliders at the left, the networks side by side at the right.

    ``changed()`` follows every move of a slider; `values` tells them. `set_values` is silent.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sliders: dict[str, QSlider] = {}
        self._names: dict[str, QLabel] = {}
        self._figures: dict[str, QLabel] = {}
        self.reset = QPushButton(self)
        self.sentence = role_label("caption", self, wraps=True)
        self.comparison = ComparisonView(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(2))
        for row, control in enumerate(CONTROLS):
            self._add_slider(grid, row, control)
        left = in_column(grid, STRETCH, (self.reset, 0, Qt.AlignmentFlag.AlignLeft), spacing=4)
        right = in_column((self.comparison, 1), self.sentence, spacing=4)
        in_row((left, 2), (right, 5), on=self, margins=(4, 2, 4, 2), spacing=28)
        self.reset.clicked.connect(self._on_reset)
        self.retranslate()

    def _add_slider(self, grid: QGridLayout, row: int, control: Control) -> None:
        key, slider = control.key, QSlider(Qt.Orientation.Horizontal, self)
        name, figure = role_label("label", self), role_label("caption", self)
        figure.setMinimumWidth(px(48))
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        slider.setRange(control.low, control.high)
        slider.setValue(control.start)
        slider.setProperty("signed", control.start > control.low)  # no bar up to a place between two ends
        slider.setPageStep(max(1, (control.high - control.low) // 6))
        for column, widget in enumerate((name, slider, figure)):
            grid.addWidget(widget, row, column)
        self.sliders[key], self._names[key], self._figures[key] = slider, name, figure
        slider.valueChanged.connect(self._on_moved)

    def values(self) -> dict[str, float]:
        """What the sliders stand for: pixels, degrees, a factor, a share."""
        return {control.key: self.sliders[control.key].value() * control.step for control in CONTROLS}

    def middle(self) -> dict[str, float]:
        """What the sliders stand for while nothing is moved."""
        return {control.key: control.start * control.step for control in CONTROLS}

    def set_values(self, values: Mapping[str, float]) -> None:
        """Put the sliders where they stand for these values; announces nothing."""
        for control in CONTROLS:
            with QSignalBlocker(self.sliders[control.key]):
                self.sliders[control.key].setValue(round(values[control.key] / control.step))
        self._write_figures()

    def set_comparison(self, comparison: Sequence[ComparedNetwork], sentence: str) -> None:
        """Show what each network answers, and one sentence about it."""
        self.comparison.set_comparison(comparison)
        self.sentence.setText(sentence)

    def _on_moved(self) -> None:
        self._write_figures()
        self.changed.emit()

    def _on_reset(self) -> None:
        for control in CONTROLS:
            self.sliders[control.key].setValue(control.start)

    def _write_figures(self) -> None:
        values = self.values()
        texts = {
            "right": self.tr("{count} px").format(count=f"{values['right']:.0f}"),
            "down": self.tr("{count} px").format(count=f"{values['down']:.0f}"),
            "turn": f"{values['turn']:.0f}°",
            "scale": f"{100 * values['scale']:.0f} %",
            "noise": f"{values['noise']:.2f}",
        }
        for key, text in texts.items():
            self._figures[key].setText(text.replace("-", MINUS))

    def retranslate(self) -> None:
        names = {
            "right": self.tr("Right"),
            "down": self.tr("Down"),
            "turn": self.tr("Turn"),
            "scale": self.tr("Size"),
            "noise": self.tr("Noise"),
        }
        for key, text in names.items():
            self._names[key].setText(text)
            self.sliders[key].setAccessibleName(text)
        self.reset.setText(self.tr("As it was"))
        self._write_figures()


@dataclass(frozen=True)
class ComparedNetwork:
    """A network's answer: its title, the class ("" while it is awaited), its probability, what is right.

    ``right`` is whether it reads what the unmoved digit was read as. ``by_shift`` is its accuracy on
    test digits shifted by 0, 1, 2 ... pixels, ``shift`` the present shift; empty where not known.
    """

    title: str
    answer: str
    share: float
    right: bool
    by_shift: tuple[float, ...] = ()
    shift: int = 0


@dataclass(frozen=True)
class _Columns:
    """How wide titles and answers are; where the probabilities begin."""

    title: float
    answer: float
    right: float


class ComparisonView(Painted):
    """One line for each `ComparedNetwork`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: tuple[ComparedNetwork, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(px(96))

    def set_comparison(self, comparison: Sequence[ComparedNetwork]) -> None:
        """Show these networks."""
        self._comparison = tuple(comparison)
        self.setAccessibleDescription(listed(labelled(one.title, one.answer) for one in comparison))
        self.update()

    def comparison(self) -> tuple[ComparedNetwork, ...]:
        """What is shown."""
        return self._comparison

    def sizeHint(self) -> QSize:
        return QSize(px(700), px(130))

    def draw(self, painter: QPainter, scheme: Tokens) -> None:
        if not self._comparison:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        curves = any(one.by_shift for one in self._comparison)
        self.write_in(painter, "ruler", "text3")
        if curves:
            area = QRectF(self.width() - px(320), 0, px(320), px(CAPTION))
            painter.drawText(area, RIGHT, self.tr("test digits read, shifted by 0 to 7 px"))
        pitch = min(px(34.0), (self.height() - px(CAPTION)) / len(self._comparison))
        columns = self._columns(pitch, px(CURVE) if curves else 0.0)
        for at, compared in enumerate(self._comparison):
            area = QRectF(0, px(CAPTION) + at * pitch, self.width(), pitch)
            self._paint(painter, area, compared, scheme, columns)

    def _paint(
        self, painter: QPainter, area: QRectF, compared: ComparedNetwork, scheme: Tokens, columns: _Columns
    ) -> None:
        self.write_in(painter, "label", "text1")
        self._write(painter, area.left(), area, columns.title, compared.title)
        painter.setPen(scheme.color("text2"))
        ends = QRectF(columns.right, area.top(), px(SHARE), area.height())
        painter.drawText(ends, RIGHT, percent(compared.share) if compared.answer else WAITING)
        self._paint_share(painter, area, compared, scheme, columns)
        name = "accent" if compared.right else "error"
        self.write_in(painter, "result", name, pixels=_large(area.height()))
        self._write(painter, columns.title + px(AIR), area, columns.answer, compared.answer)
        if compared.by_shift:
            place = QRectF(area.right() - px(CURVE) - px(KNOWN), area.top() + 3, px(CURVE), area.height() - 6)
            self._paint_curve(painter, place, compared, scheme)
            if abs(compared.shift) < len(compared.by_shift):
                self.write_in(painter, "label", "text2")
                painter.drawText(area, RIGHT, f"{100 * compared.by_shift[abs(compared.shift)]:.1f} %")

    def _columns(self, height: float, curve: float) -> _Columns:
        """How wide titles and answers are, and where the bar ends: long names give way to the bar."""
        titles = QFontMetricsF(theme.font("label", self.font()))
        answers = QFontMetricsF(theme.font("result", self.font(), pixels=_large(height)))
        right = self.width() - (curve + px(KNOWN) if curve else 0.0) - px(SHARE)
        room = max(px(120.0), right - px(LEAST_BAR) - 2 * px(AIR))
        answer = max(14.0, *(answers.horizontalAdvance(one.answer) for one in self._comparison))
        answer = min(answer, room / 2)
        title = max(titles.horizontalAdvance(one.title) for one in self._comparison)
        return _Columns(min(title, room - answer), answer, right)

    def _write(self, painter: QPainter, left: float, area: QRectF, width: float, text: str) -> None:
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width + 1)
        painter.drawText(QRectF(left, area.top(), width + 2, area.height()), LEFT, shown)

    def _paint_share(
        self, painter: QPainter, area: QRectF, compared: ComparedNetwork, scheme: Tokens, columns: _Columns
    ) -> None:
        groove = QRectF(columns.title + columns.answer + 2 * px(AIR), area.center().y() - 2.5, 0, 5)
        groove.setRight(max(groove.left(), columns.right - 4))
        for name, share in (("line", 1.0), ("accent" if compared.right else "error", compared.share)):
            filled = QRectF(groove.topLeft(), QSizeF(groove.width() * share, groove.height()))
            fill_rounded(painter, filled, 2.5, scheme.color(name))

    def _paint_curve(
        self, painter: QPainter, area: QRectF, compared: ComparedNetwork, scheme: Tokens
    ) -> None:
        count = len(compared.by_shift)
        pitch = (area.width() - 24) / (count - 1)
        points = [
            QPointF(area.left() + 8 + pitch * at, area.bottom() - area.height() * share)
            for at, share in enumerate(compared.by_shift)
        ]
        painter.setPen(QPen(scheme.color("line"), 1))
        painter.drawLine(QLineF(points[0].x(), area.bottom(), points[-1].x(), area.bottom()))
        painter.setPen(QPen(scheme.color("linestrong"), 1.5))
        painter.drawPolyline(points)
        if abs(compared.shift) < count:
            painter.setPen(QPen(scheme.color("halo"), 2))
            painter.setBrush(scheme.color("accent"))
            painter.drawEllipse(points[abs(compared.shift)], 4, 4)


def _large(height: float) -> float:
    """The answer's height in pixels, in a line of so many."""
    return min(px(17), height - px(4))
