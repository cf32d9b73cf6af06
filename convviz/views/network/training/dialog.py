"""Training a network from the window: what to train, how it goes, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QStackedLayout, QWidget

from convviz.views.base.elided import ElidedLabel
from convviz.views.base.painted import Adaptive
from convviz.views.base.stylesheet import inset_numbers, restyle
from convviz.views.controls.pieces import ShareBar, column_of, role_label, row_of, write_button
from convviz.views.network.training.curves import History
from convviz.views.network.training.form import TrainingForm
from convviz.views.network.training.panel import HistoryReadout
from convviz.views.network.training.plot import HistoryPlot

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

    start_wanted = Signal()
    stop_wanted = Signal()
    discard_wanted = Signal()
    save_wanted = Signal()
    open_wanted = Signal()
    language_changed = Signal()

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

    # What is shown

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

    # Building

    def _build(self) -> None:
        line = QFrame(self)
        line.setProperty("hairline", True)
        line.setFixedHeight(1)
        state = row_of(self.status, self.left, spacing=-1, grow=0)
        card = QFrame(self)
        card.setProperty("card", True)
        self.curves = QStackedLayout()
        self.curves.addWidget(self.empty)
        self.curves.addWidget(self._build_curves())
        column_of(self.curves, parent=card, margins=(14, 12, 12, 6))
        buttons = row_of(self.hint, *self.buttons.values(), grow=0)
        buttons.insertStretch(1, 0)
        parts = (self.form, line, state, self.progress, self.note, card, buttons)
        column_of(*parts, parent=self, spacing=12, margins=(20, 18, 20, 16), grow=parts.index(card))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _build_curves(self) -> QWidget:
        widget = QWidget(self)
        self.readout.setFixedWidth(READOUT)
        self.plot.setMinimumHeight(CURVES)
        row_of(self.readout, self.plot, parent=widget, spacing=18, grow=1)
        return widget

    def _connect(self) -> None:
        self.plot.pointed.connect(self._on_pointed)
        self.buttons["start"].clicked.connect(self.start_wanted)
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
