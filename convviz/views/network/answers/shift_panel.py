"""Move the digit about and see which networks still read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from convviz.views.base.numbers import MINUS
from convviz.views.base.painted import Adaptive
from convviz.views.controls.pieces import role_label, row_of
from convviz.views.network.answers.comparison_view import ComparedNetwork, ComparisonView


@dataclass(frozen=True)
class Control:
    """A slider: its key, the range in its own steps, and what one step is worth."""

    key: str
    low: int
    high: int
    step: float
    start: int = 0


CONTROLS = (
    Control("right", -12, 12, 1.0),
    Control("down", -12, 12, 1.0),
    Control("turn", -45, 45, 1.0),
    Control("scale", 10, 30, 0.05, 20),
    Control("noise", 0, 20, 0.025),
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
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        for row, control in enumerate(CONTROLS):
            self._add_slider(grid, row, control)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(grid)
        left.addStretch(1)
        left.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.comparison, 1)
        right.addWidget(self.sentence)
        halves = row_of(parent=self, spacing=28)
        halves.setContentsMargins(4, 2, 4, 2)
        halves.addLayout(left, 2)
        halves.addLayout(right, 5)
        self.reset.clicked.connect(self._on_reset)
        self.retranslate()

    def _add_slider(self, grid: QGridLayout, row: int, control: Control) -> None:
        key, slider = control.key, QSlider(Qt.Orientation.Horizontal, self)
        name, figure = role_label("label", self), role_label("caption", self)
        figure.setMinimumWidth(48)
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
