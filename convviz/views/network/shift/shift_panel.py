"""Move the digit about and see which networks still read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from convviz.views.base.numbers import MINUS
from convviz.views.network.shift.rivals_view import Rival, RivalsView


@dataclass(frozen=True)
class Lever:
    """A slider: its key, the range in its own steps, and what one step is worth."""

    key: str
    low: int
    high: int
    step: float
    start: int = 0


LEVERS = (
    Lever("right", -12, 12, 1.0),
    Lever("down", -12, 12, 1.0),
    Lever("turn", -45, 45, 1.0),
    Lever("scale", 10, 30, 0.05, 20),
    Lever("noise", 0, 20, 0.025),
)


class ShiftPanel(QWidget):
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
        self.sentence = QLabel(self)
        self.sentence.setProperty("role", "caption")
        self.sentence.setWordWrap(True)
        self.rivals = RivalsView(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        for row, lever in enumerate(LEVERS):
            self._add_lever(grid, row, lever)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(grid)
        left.addStretch(1)
        left.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.rivals, 1)
        right.addWidget(self.sentence)
        row_ = QHBoxLayout(self)
        row_.setContentsMargins(4, 2, 4, 2)
        row_.setSpacing(28)
        row_.addLayout(left, 2)
        row_.addLayout(right, 5)
        self.reset.clicked.connect(self._on_reset)
        self.retranslate()

    def _add_lever(self, grid: QGridLayout, row: int, lever: Lever) -> None:
        name, figure_, slider = QLabel(self), QLabel(self), QSlider(Qt.Orientation.Horizontal, self)
        name.setProperty("role", "label")
        figure_.setProperty("role", "caption")
        figure_.setMinimumWidth(48)
        figure_.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        slider.setRange(lever.low, lever.high)
        slider.setValue(lever.start)
        slider.setProperty("signed", lever.start > lever.low)  # no bar up to a place between two ends
        slider.setPageStep(max(1, (lever.high - lever.low) // 6))
        for column, widget in enumerate((name, slider, figure_)):
            grid.addWidget(widget, row, column)
        self.sliders[lever.key], self._names[lever.key], self._figures[lever.key] = slider, name, figure_
        slider.valueChanged.connect(self._on_moved)

    def values(self) -> dict[str, float]:
        """What the sliders stand for: pixels, degrees, a factor, a share."""
        return {lever.key: self.sliders[lever.key].value() * lever.step for lever in LEVERS}

    def middle(self) -> dict[str, float]:
        """What the sliders stand for while nothing is moved."""
        return {lever.key: lever.start * lever.step for lever in LEVERS}

    def set_values(self, values: Mapping[str, float]) -> None:
        """Put the sliders where they stand for these values; announces nothing."""
        for lever in LEVERS:
            blocker = QSignalBlocker(self.sliders[lever.key])
            self.sliders[lever.key].setValue(round(values[lever.key] / lever.step))
            blocker.unblock()
        self._write_figures()

    def set_rivals(self, rivals: Sequence[Rival], sentence: str) -> None:
        """Show what each network answers, and one sentence about it."""
        self.rivals.set_rivals(rivals)
        self.sentence.setText(sentence)

    def _on_moved(self) -> None:
        self._write_figures()
        self.changed.emit()

    def _on_reset(self) -> None:
        for lever in LEVERS:
            self.sliders[lever.key].setValue(lever.start)

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
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
