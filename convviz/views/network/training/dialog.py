"""Training a network from the window: what to train, how it goes, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QPushButton,
    QStackedLayout,
    QWidget,
)

from convviz.core.base.limits import LIMITS
from convviz.core.base.visible import visible
from convviz.network.model.recipes import ARCHITECTURES, RECIPES, Architecture
from convviz.network.training.run import Request
from convviz.views.base.boxes import STRETCH, in_column, in_row
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import PlainLabel, set_tip
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import hairline, inset_numbers, restyle
from convviz.views.base.texts import say
from convviz.views.controls.choices import Choice, Segmented
from convviz.views.controls.number_box import NumberBox
from convviz.views.controls.pieces import ElidedLabel, ShareBar, role_label, write_button
from convviz.views.controls.refusing import Gate
from convviz.views.network.training.axes import History
from convviz.views.network.training.panel import HistoryPlot, HistoryReadout

OPTIMIZERS = {"sgd": "SGD", "adam": "Adam", "rmsprop": "RMSprop"}

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

    changed, file_wanted = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.network = Choice(tuple(ARCHITECTURES), self, width=px(CONTROL))
        self.recipe = Segmented(RECIPES, self)
        self.recipe.setFixedWidth(px(CONTROL))
        self.recipe.show_key("tutorial")
        self.epochs = NumberBox(*LIMITS["epochs"].ends, self, width=NUMBER)
        self.seed = NumberBox(*LIMITS["seed"].ends, self, width=NUMBER)
        self.file = ElidedLabel("body", self)
        self.choose = QPushButton(self)
        self.about_network, self.about_recipe = (role_label("caption", self, wraps=True) for _ in range(2))
        self.labels = {name: PlainLabel(self) for name in ("network", "recipe", "epochs", "seed", "file")}
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
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(2, 1)
        numbers = in_row(self.epochs, 12, self.labels["seed"], self.seed, STRETCH)
        place = in_row((self.file, 1), self.choose)
        for box in (self.epochs, self.seed):
            box.setFixedWidth(px(NUMBER))
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
            self.file.set_texts(visible(str(self._path)), visible(self._path.name))

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
        self.epochs.setAccessibleName(names["epochs"])
        self.seed.setAccessibleName(names["seed"])
        set_tip(self.epochs, self.tr("How often the network sees all training digits"))
        set_tip(self.seed, self.tr("The start of the random numbers: another one gives another network"))
        tip = self.tr("mnist.npz, as Keras has it; the digits are not part of ConvViz")
        write_button(self.choose, self.tr("Choose\u2026"), tip)
        self._explain()
        self._write_file()


STATES = ("choosing", "running", "stopping", "done")
BUTTONS = ("close", "start", "discard", "stop", "save", "open")
READOUT, CURVES = 226, 210
SIZE = (820, 620)


class TrainingDialog(Adaptive, QDialog):
    """Asks and shows; it never stands in the way of the window. Closing it ends no training.

    Requests: ``start_wanted()``, ``stop_wanted()`` (keep the best epoch), ``discard_wanted()``,
    ``save_wanted()`` and ``open_wanted()`` of what was trained. ``language_changed()``: the sentences given
    to `set_status` and `say` are wanted in another language.
    """

    start_wanted, stop_wanted = Signal(), Signal()
    discard_wanted, save_wanted = Signal(), Signal()
    open_wanted, language_changed = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = "choosing"
        self._history: History | None = None
        self.form = TrainingForm(self)
        self.status, self.left = ElidedLabel("strong", self), role_label("caption", self)
        self.progress = ShareBar(self)
        self.readout, self.plot = HistoryReadout(self), HistoryPlot(self)
        self.empty, self.note = (role_label("caption", self, wraps=True) for _ in range(2))
        self.hint = ElidedLabel("caption", self)
        self.buttons = {key: QPushButton(self) for key in BUTTONS}
        for key in ("start", "stop", "open"):
            self.buttons[key].setProperty("primary", True)
        self._build()
        self._connect()
        self.retranslate()
        self.set_state("choosing")
        self.set_status("")
        self.say("")
        self.set_history(None)
        inset_numbers(self)
        self.resize(*SIZE)

    def state(self) -> str:
        """One of `STATES`."""
        return self._state

    def set_state(self, state: str) -> None:
        """Offer what can be done while choosing, running, stopping, or when it is done."""
        self._state = state
        working = state in ("running", "stopping")
        self.form.setEnabled(not working)
        offered = {"choosing": ("close", "start"), "done": ("close", "start", "save", "open")}
        for key, button in self.buttons.items():
            button.setVisible(key in offered.get(state, ("discard", "stop")))
        self.buttons["start"].setProperty("primary", state == "choosing")
        restyle(self.buttons["start"])
        self._name_start()
        default = self.buttons["open"] if state == "done" else self.buttons["start"]
        default.setDefault(True)
        # A button that is hidden hands the keyboard to its neighbour, which may be "Throw away".
        (self if working else default).setFocus()
        self.progress.setVisible(working)
        self.hint.setVisible(working)
        self._on_pointed(self.plot.position())
        self._enable()

    def set_share(self, share: float) -> None:
        """How much of the training is done, 0 to 1."""
        self.progress.setValue(round(self.progress.STEPS * share))

    def set_status(self, text: str, left: str = "") -> None:
        """What is going on, and how long it will still take."""
        self.status.set_texts(text)
        self.status.setVisible(bool(text))
        self.left.setText(left)
        self.left.setVisible(bool(left))

    def set_history(self, history: History | None) -> None:
        """Draw the epochs so far; None before the first one is over."""
        self._history = history
        at = self.plot.position()
        self.plot.set_history(history)
        self.curves.setCurrentIndex(0 if history is None else 1)
        if history is not None and at is not None:
            self.plot.point(at)
        self._on_pointed(at)
        self._enable()

    def say(self, text: str, *, error: bool = False) -> None:
        """A sentence about what came of it."""
        self.note.setProperty("role", "error" if error else "body")
        restyle(self.note)
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _enable(self) -> None:
        self.buttons["start"].setEnabled(self.form.file_path() is not None)
        self.buttons["stop"].setEnabled(self._state == "running" and self._history is not None)

    def set_file(self, path: Path | None) -> None:
        """Show which file has the digits; without one nothing can start."""
        self.form.set_file(path)
        self._enable()

    def _on_pointed(self, at: int | None) -> None:
        history = self._history
        if history is not None:
            usual = history.position(history.kept) if self._state == "done" else len(history.numbers) - 1
            self.readout.set_epoch(history, usual if at is None else at)

    def _build(self) -> None:
        line = hairline(self)
        state = in_row((self.status, 1), self.left, spacing=-1)
        card = QFrame(self)
        card.setProperty("card", True)
        self.curves = QStackedLayout()
        self.curves.addWidget(self.empty)
        self.curves.addWidget(self._build_curves())
        in_column(self.curves, on=card, margins=(14, 12, 12, 6))
        buttons = in_row((self.hint, 1), *self.buttons.values())
        buttons.insertStretch(1, 0)
        parts = (self.form, line, state, self.progress, self.note, (card, 1), buttons)
        in_column(*parts, on=self, margins=(20, 18, 20, 16), spacing=12)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _build_curves(self) -> QWidget:
        widget = QWidget(self)
        self.readout.setFixedWidth(px(READOUT))
        self.plot.setMinimumHeight(px(CURVES))
        in_row(self.readout, (self.plot, 1), on=widget, spacing=18)
        return widget

    def _connect(self) -> None:
        self.plot.pointed.connect(self._on_pointed)
        Gate(self.buttons["start"], self.form.epochs, self.form.seed).passed.connect(self.start_wanted)
        self.buttons["stop"].clicked.connect(self.stop_wanted)
        self.buttons["discard"].clicked.connect(self.discard_wanted)
        self.buttons["save"].clicked.connect(self.save_wanted)
        self.buttons["open"].clicked.connect(self.open_wanted)
        self.buttons["close"].clicked.connect(self.reject)

    def _name_start(self) -> None:
        again = self._state == "done"
        self.buttons["start"].setText(self.tr("Train again") if again else self.tr("Start"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.language_changed.emit()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Train a network"))
        self.progress.setAccessibleName(self.tr("How much of the training is done"))
        self.empty.setText(self.tr("Loss and accuracy are drawn here when the first epoch is over."))
        self.hint.set_texts(self.tr("You may close this window; the training goes on."))
        self._name_start()
        tip = self.tr("Possible as soon as the first epoch is over")
        write_button(self.buttons["stop"], self.tr("Stop and keep the best epoch"), tip)
        tip = self.tr("End the training; nothing of it is kept")
        write_button(self.buttons["discard"], self.tr("Throw away"), tip)
        self.buttons["save"].setText(self.tr("Save as\u2026"))
        self.buttons["open"].setText(self.tr("Open it on the page"))
        self.buttons["close"].setText(self.tr("Close"))
