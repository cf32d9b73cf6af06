"""What is to be trained: which network, by which recipe, how long, and on which digits."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSpinBox, QWidget

from convviz.network.model.recipes import ARCHITECTURES, RECIPES, Architecture
from convviz.network.training.run import Request
from convviz.views.base.elided import ElidedLabel
from convviz.views.base.painted import Adaptive
from convviz.views.base.texts import say
from convviz.views.controls.choice import Choice
from convviz.views.controls.pieces import role_label, row_of, write_button
from convviz.views.controls.segmented import Segmented

OPTIMIZERS = {"sgd": "SGD", "adam": "Adam", "rmsprop": "RMSprop"}

MOST_EPOCHS, MOST_SEED = 1000, 2**31 - 1
CONTROL, NUMBER = 220, 90


def about_network(plan: Architecture) -> str:
    """What a network is made of, in one sentence."""
    texts = {
        "mlp": say("Network", "Dense layers only, no convolution: {parameters} parameters."),
        "lenet": say(
            "Network", "Two convolutions with pooling and two dense layers: {parameters} parameters."
        ),
        "convnet": say(
            "Network", "Three convolutions, two poolings and one dense layer: {parameters} parameters."
        ),
    }
    return texts[plan.key].format(parameters=f"{plan.parameters:,}")


def about_recipe(request: Request) -> str:
    """What a recipe does, in one sentence."""
    recipe = request.settings
    texts = {
        "tutorial": say(
            "Network",
            "As its tutorial trains it: {optimizer}, batches of {batch}, the digits as they are; "
            "the last epoch is kept.",
        ),
        "best": say(
            "Network",
            "As well as ConvViz can: {optimizer}, batches of {batch}, digits turned, moved and stretched; "
            "{held_out} digits held out choose the epoch.",
        ),
    }
    optimizer, held_out = OPTIMIZERS[recipe.optimizer], f"{recipe.held_out:,}"
    return texts[request.recipe].format(optimizer=optimizer, batch=recipe.batch, held_out=held_out)


class TrainingForm(Adaptive, QWidget):
    """``changed()``: something else is chosen now; ``file_wanted()``: the digits are to be chosen."""

    changed = Signal()
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.network = Choice(tuple(ARCHITECTURES), self, width=CONTROL)
        self.recipe = Segmented(RECIPES, self)
        self.recipe.setFixedWidth(CONTROL)
        self.recipe.show_key("tutorial")
        self.epochs, self.seed = QSpinBox(self), QSpinBox(self)
        self.epochs.setRange(1, MOST_EPOCHS)
        self.seed.setRange(0, MOST_SEED)
        self.seed.setValue(1)
        self.file = ElidedLabel("body", self)
        self.choose = QPushButton(self)
        self.about_network, self.about_recipe = (role_label("caption", self, wraps=True) for _ in range(2))
        self.labels = {name: QLabel(self) for name in ("network", "recipe", "epochs", "seed", "file")}
        self._build()
        self.network.chosen.connect(self._on_plan)
        self.recipe.chosen.connect(self._on_plan)
        self.choose.clicked.connect(self.file_wanted)
        self._on_plan()
        self.retranslate()

    def request(self) -> Request:
        """What is chosen at the moment."""
        return Request(self.network.key(), self.recipe.key(), self.epochs.value(), self.seed.value())

    def file_path(self) -> Path | None:
        """The file with the digits; None where none is known."""
        return self._path

    def set_request(self, request: Request) -> None:
        """Show choices."""
        self.network.show_key(request.network)
        self.recipe.show_key(request.recipe)
        self.epochs.setValue(request.settings.epochs)
        self.seed.setValue(request.seed)
        self._explain()

    def set_file(self, path: Path | None) -> None:
        """Show which file has the digits; None where none is known."""
        self._path = path
        self._write_file()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        numbers = row_of(self.epochs, self.labels["seed"], self.seed, None)
        numbers.insertSpacing(1, 12)
        place = row_of(self.file, self.choose, grow=0)
        for box in (self.epochs, self.seed):
            box.setFixedWidth(NUMBER)
        grid.addWidget(self.network, 0, 1)
        grid.addWidget(self.about_network, 0, 2)
        grid.addWidget(self.recipe, 1, 1)
        grid.addWidget(self.about_recipe, 1, 2)
        grid.addLayout(numbers, 2, 1, 1, 2)
        grid.addLayout(place, 3, 1, 1, 2)
        for at, name in enumerate(("network", "recipe", "epochs", "file")):
            grid.addWidget(self.labels[name], at, 0)
        buddies = {"network": self.network, "epochs": self.epochs, "seed": self.seed, "file": self.choose}
        for name, buddy in buddies.items():
            self.labels[name].setBuddy(buddy)

    def _on_plan(self) -> None:
        """Another network or recipe: it has its own number of epochs."""
        self.epochs.setValue(Request(self.network.key(), self.recipe.key()).settings.epochs)
        self._explain()
        self.changed.emit()

    def _explain(self) -> None:
        request = self.request()
        self.about_network.setText(about_network(request.plan))
        self.about_recipe.setText(about_recipe(request))

    def _write_file(self) -> None:
        if self._path is None:
            self.file.set_texts(
                self.tr(
                    "MNIST\u2019s digits are needed: choose mnist.npz, or download it under "
                    "\u201cWhat it misreads\u201d."
                ),
                self.tr("MNIST\u2019s file (mnist.npz) is needed."),
            )
        else:
            self.file.set_texts(str(self._path), self._path.name)

    def retranslate(self) -> None:
        names = {
            "network": self.tr("Network"),
            "recipe": self.tr("Recipe"),
            "epochs": self.tr("Epochs"),
            "seed": self.tr("Seed"),
            "file": self.tr("Digits"),
        }
        for name, text in names.items():
            self.labels[name].setText(text)
        self.network.set_texts([one.title for one in ARCHITECTURES.values()])
        self.recipe.set_texts((self.tr("Tutorial"), self.tr("Best")))
        self.recipe.setAccessibleName(names["recipe"])
        self.epochs.setToolTip(self.tr("How often the network sees all training digits"))
        self.seed.setToolTip(self.tr("The start of the random numbers: another one gives another network"))
        tip = self.tr("mnist.npz, as Keras has it; the digits are not part of ConvViz")
        write_button(self.choose, self.tr("Choose\u2026"), tip)
        self._explain()
        self._write_file()
