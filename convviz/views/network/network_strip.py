"""The line over the network: which one, what is known of it, and the range of its colours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QWidget

from convviz.views.base import theme
from convviz.views.base.elided import ElidedLabel
from convviz.views.base.painted import Adaptive
from convviz.views.base.stylesheet import restyle
from convviz.views.controls.pieces import outlined_button, role_label, row_of, write_button
from convviz.views.controls.segmented import Segmented

RANGES = ("map", "layer", "network")
NARROW = 960
"""Where a strip is narrower, the words before the colour range make room; its tooltips say the same."""


class NetworkStrip(Adaptive, QWidget):
    """Requests: ``network_chosen(key)``, ``range_chosen(one of RANGES)``, ``open_wanted()`` and
    ``train_wanted()``.
    """

    network_chosen = Signal(str)
    range_chosen = Signal(str)
    open_wanted = Signal()
    train_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.STRIP)
        self.label = role_label("label", self)
        self.networks = QComboBox(self)
        self.networks.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.open, self.train = outlined_button(self), outlined_button(self)
        self._training: float | None = None
        self.facts = ElidedLabel("label", self)
        self.tensorflow_check = ElidedLabel("ok", self)
        self.range_label = role_label("label", self)
        self.ranges = Segmented(RANGES, self, small=True, width=72)
        self.ranges.show_key("layer")
        row = row_of(self.label, self.networks, self.open, self.train, parent=self)
        row.setContentsMargins(0, 0, 0, 2)
        row.addSpacing(8)
        row.addWidget(self.facts, 3)
        row.addWidget(self.tensorflow_check, 1)
        row.addWidget(self.range_label)
        row.addWidget(self.ranges)
        self.networks.activated.connect(self._announce)
        self.ranges.chosen.connect(self.range_chosen)
        self.open.clicked.connect(self.open_wanted)
        self.train.clicked.connect(self.train_wanted)
        self.retranslate()

    def set_networks(self, networks: Sequence[tuple[str, str]], current: str) -> None:
        """Offer (key, title) pairs."""
        self.networks.clear()
        for key, title in networks:
            self.networks.addItem(title, key)
        self.networks.setCurrentIndex(max(0, self.networks.findData(current)))

    def set_current(self, key: str) -> None:
        """Show which network it is."""
        self.networks.setCurrentIndex(max(0, self.networks.findData(key)))

    def set_facts(self, *texts: str) -> None:
        """What is known of the network; shorter forms follow the first."""
        self.facts.set_texts(*texts)

    def set_tensorflow_check(self, text: str, details: str = "", *, agrees: bool = True) -> None:
        """What TensorFlow says; empty for nothing. Only what it ``agrees`` with is told in green."""
        role = "ok" if agrees else "caption"
        if self.tensorflow_check.property("role") != role:  # asked for at every move of the pen
            self.tensorflow_check.setProperty("role", role)
            restyle(self.tensorflow_check)
        self.tensorflow_check.set_texts(text)
        self.tensorflow_check.set_details(details)
        self.tensorflow_check.setFixedWidth(self.tensorflow_check.sizeHint().width() + 4 if text else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.range_label.setVisible(event.size().width() >= NARROW)
        self._name_train()

    def set_training(self, share: float | None) -> None:
        """How much of a training is done, 0 to 1; None while none is going on."""
        self._training = share
        self._name_train()

    def _name_train(self) -> None:
        if self._training is None:
            tip = self.tr("Train a network of your own on MNIST\u2019s digits")
            write_button(self.train, self.tr("Train\u2026"), tip)
        else:
            wide = self.width() >= NARROW
            text = self.tr("Training: {percent} %") if wide else self.tr("{percent} %")
            text = text.format(percent=int(100 * self._training))
            write_button(self.train, text, self.tr("See how the training goes, or stop it"))

    def _announce(self, index: int) -> None:
        self.network_chosen.emit(self.networks.itemData(index))

    def retranslate(self) -> None:
        self.label.setText(self.tr("Network"))
        self.networks.setAccessibleName(self.tr("Network"))
        tip = self.tr("Look inside a network of your own: a Keras file (.keras, .h5)")
        write_button(self.open, self.tr("Open network\u2026"), tip)
        self._name_train()
        self.range_label.setText(self.tr("Colour range"))
        self.ranges.setAccessibleName(self.tr("Colour range"))
        self.ranges.set_texts(
            (self.tr("Map"), self.tr("Layer"), self.tr("Network")),
            (
                self.tr("The strongest value of each map takes the full colour"),
                self.tr("The strongest value of each layer takes the full colour: weak maps look weak"),
                self.tr("The strongest value of all layers takes the full colour"),
            ),
        )
