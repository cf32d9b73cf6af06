"""The title of "Why this number?" and of "Output size": a name, or a switch where one covers the other."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from convviz.views.base.boxes import in_row
from convviz.views.base.painted import Adaptive
from convviz.views.base.scale import px
from convviz.views.controls.choices import Segmented
from convviz.views.controls.pieces import role_label

Explanation: TypeAlias = Literal["why", "size"]
EXPLANATIONS: tuple[Explanation, ...] = ("why", "size")
PAD = 12


class SwitchTitle(Adaptive, QWidget):
    """Names its card; as a switch it names both cards, and `chosen` says which one a person wants."""

    chosen = Signal(str)

    def __init__(self, own: Explanation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self.label = role_label("title", self)
        self.switch = Segmented(EXPLANATIONS, self, small=True)
        self.switch.show_key(own)
        self.switch.hide()
        in_row(self.label, self.switch, on=self, margins=(0, 0, 0, 0), spacing=0)
        self.switch.chosen.connect(self._on_chosen)
        self.retranslate()

    def set_switch(self, on: bool) -> None:
        """Show the switch in place of the name."""
        self.switch.setVisible(on)
        self.label.setVisible(not on)

    def text(self) -> str:
        """The name of the card."""
        return self.label.text()

    def retranslate(self) -> None:
        names = {"why": self.tr("Why this number?"), "size": self.tr("Output size")}
        self.label.setText(names[self._own])
        self.switch.set_texts([names[key] for key in EXPLANATIONS])
        self.switch.setAccessibleName(self.tr("What is explained"))
        for key in EXPLANATIONS:
            button = self.switch.button(key)
            button.setFixedWidth(button.fontMetrics().horizontalAdvance(names[key]) + 2 * px(PAD))

    def _on_chosen(self, key: str) -> None:
        self.switch.show_key(self._own)  # this card is covered now; when it is seen again it is its own
        self.chosen.emit(key)
