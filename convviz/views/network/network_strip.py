"""The lines over the network: which one, what is known of it, its colour range; what an opened one needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from convviz.core.base.spacing import filled
from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.painted import Adaptive
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import restyle
from convviz.views.controls.choices import Segmented
from convviz.views.controls.pieces import ElidedLabel, outlined_button, role_label, write_button

RANGES = ("map", "layer", "network")
NARROW = 960
"""Where a strip is narrower, the words before the colour range make room; its tooltips say the same."""

SCALES = ("unit", "signed", "bytes")
SOURCES = ("digit", "picture")
HEIGHT = 34

WIDEST = 360
"""A network may have a name of any length; what stands beside its name needs room, too."""


class NetworkStrip(Adaptive, QWidget):
    """Requests: ``network_chosen(key)``, ``range_chosen(one of RANGES)``, ``open_wanted()`` and
    ``train_wanted()``.
    """

    network_chosen, range_chosen = Signal(str), Signal(str)
    open_wanted, train_wanted = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(px(theme.STRIP))
        self.label = role_label("label", self)
        self.networks = QComboBox(self)
        self.networks.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.networks.setMaximumWidth(px(WIDEST))
        self.open, self.train = outlined_button(self), outlined_button(self)
        self._training: float | None = None
        self.facts = ElidedLabel("label", self)
        self.tensorflow_check = ElidedLabel("ok", self)
        self.range_label = role_label("label", self)
        self.ranges = Segmented(RANGES, self, small=True, width=72)
        self.ranges.show_key("layer")
        left = (self.label, self.networks, self.open, self.train)
        right = ((self.facts, 3), (self.tensorflow_check, 1), self.range_label, self.ranges)
        in_row(*left, 8, *right, on=self, margins=(0, 0, 0, 2))
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
        """What TensorFlow says; empty for nothing. Only what it ``agrees`` with stands in green."""
        role = "ok" if agrees else "caption"
        if self.tensorflow_check.property("role") != role:  # asked for at every move of the pen
            self.tensorflow_check.setProperty("role", role)
            restyle(self.tensorflow_check)
        self.tensorflow_check.set_texts(text)
        self.tensorflow_check.set_details(details)
        self.tensorflow_check.setFixedWidth(self.tensorflow_check.sizeHint().width() + 4 if text else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.range_label.setVisible(event.size().width() >= px(NARROW))
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
            wide = self.width() >= px(NARROW)
            text = self.tr("Training: {percent} %") if wide else self.tr("{percent} %")
            text = filled(text, percent=int(100 * self._training))
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


class OpenBar(Adaptive, QWidget):
    """A line under the choice of the network; hidden while one of ConvViz' own is shown.

    Requests: ``scale_chosen(one of SCALES)``, ``source_chosen(one of SOURCES)``, ``names_wanted()`` and,
    while a file is being opened, ``cancel_wanted()``.
    """

    scale_chosen, source_chosen = Signal(str), Signal(str)
    names_wanted, cancel_wanted = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(px(HEIGHT))
        self._better = self._opening = ""
        self._foreign = self._photo = False
        self.label = role_label("label", self)
        self.scales = Segmented(SCALES, self, small=True, width=72)
        self.sources = Segmented(SOURCES, self, small=True, width=120)
        self.sentence, self.hint = ElidedLabel("caption", self), ElidedLabel("stale", self)
        self.use, self.names, self.cancel = (outlined_button(self) for _ in range(3))
        self.hint.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        left = (self.label, self.scales, self.sources, self.hint, self.use)
        right = ((self.sentence, 1), self.names, self.cancel)
        in_row(*left, *right, on=self, margins=(0, 0, 0, 6))
        self.scales.chosen.connect(self.scale_chosen)
        self.sources.chosen.connect(self.source_chosen)
        self.use.clicked.connect(self._on_use)
        self.names.clicked.connect(self.names_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.retranslate()

    def show_own(self) -> None:
        """One of ConvViz' own networks is shown: there is nothing to say."""
        self._foreign = False
        self._arrange()

    def show_foreign(self, scale: str, sentence: str, short: str = "") -> None:
        """An opened network is shown; ``sentence``, or ``short``, says how the digit fits it."""
        self._foreign = True
        self.scales.show_key(scale)
        self.sentence.set_texts(sentence, short)
        self._arrange()

    def offer_source(self, offered: bool, source: str) -> None:
        """Where a photo lies on the paper: give the network the digit in it, or all of it."""
        self.sources.show_key(source)
        if offered != self._photo:
            self._photo = offered
            self._arrange()

    def set_hint(self, text: str, better: str = "") -> None:
        """Say that the scale looks wrong; ``better`` is the one to offer, if any."""
        self.hint.set_texts(text)
        self._better = better
        self.retranslate()

    def set_opening(self, text: str) -> None:
        """Say which file is being opened; empty when that is over."""
        self._opening = text
        self._arrange()

    def _arrange(self) -> None:
        opening = bool(self._opening)
        self.label.setText(self._opening or self.tr("Black to white"))
        self.cancel.setVisible(opening)
        for widget in (self.scales, self.names, self.sentence):
            widget.setVisible(self._foreign and not opening)
        self.sources.setVisible(self._foreign and not opening and self._photo)
        self.hint.setVisible(self._foreign and not opening and bool(self.hint.text()))
        self.use.setVisible(self._foreign and not opening and bool(self._better))
        self.setVisible(opening or self._foreign)

    def _on_use(self) -> None:
        self.scale_chosen.emit(self._better)

    def scale_text(self, scale: str) -> str:
        """A scale as it stands on its button."""
        texts = self.tr("0 to 1"), self.tr("\u22121 to 1"), self.tr("0 to 255")
        return texts[SCALES.index(scale)]

    def retranslate(self) -> None:
        tip = self.tr("The values of black and white pixels when this network was trained")
        self.scales.set_texts([self.scale_text(key) for key in SCALES], [tip] * len(SCALES))
        self.scales.setAccessibleName(tip)
        tips = (
            self.tr("The network gets the digit, prepared as MNIST's are"),
            self.tr("The network gets the photo as it is"),
        )
        self.sources.set_texts((self.tr("Prepared digit"), self.tr("Whole picture")), tips)
        self.sources.setAccessibleName(self.tr("What the network gets of the photo"))
        tip = self.tr("Say what the answers of this network are called")
        write_button(self.names, self.tr("Class names\u2026"), tip)
        self.cancel.setText(self.tr("Cancel"))
        if self._better:
            self.use.setText(filled(self.tr("Use {scale}"), scale=self.scale_text(self._better)))
        self._arrange()
