"""Training a network on the Network page: the dialog's requests, what happens, and the sentences on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from convviz.core.base.spacing import filled
from convviz.document.document import Document
from convviz.document.files.loader import Cancelled, Loader, find_mnist, remember_mnist
from convviz.document.state.state import DocumentState
from convviz.network.model.errors import NetworkError
from convviz.network.training.process import Batch, Examining, Failed, Finished, Message, Started
from convviz.network.training.run import save_copy
from convviz.network.training.trainer import Epoch
from convviz.pages.network.texts import ask_for_mnist
from convviz.pages.network.training.session import TrainingSession
from convviz.views.base.numbers import figure
from convviz.views.base.plain import answered, message_box
from convviz.views.base.texts import reason_text, say, system_text
from convviz.views.network.network_strip import NetworkStrip
from convviz.views.network.training.axes import from_card
from convviz.views.network.training.dialog import TrainingDialog


def learning(batch: Batch, epochs: int) -> str:
    """Where the training is."""
    text = say("Network", "Epoch {epoch} of {epochs}, batch {batch} of {batches}")
    return filled(text, epoch=batch.epoch, epochs=epochs, batch=batch.done, batches=batch.steps)


def time_left(seconds: float) -> str:
    """How long it will still take, rounded to what can be known.

    >>> time_left(200)
    'about 3 min left'
    >>> time_left(38)
    'about 40 s left'
    """
    if seconds >= 90:
        return say("Network", "about {minutes} min left", minutes=round(seconds / 60))
    return say("Network", "about {seconds} s left", seconds=max(10, round(seconds, -1)))


def result_text(accuracy: float, digits: int, kept: int, *, stopped: bool) -> str:
    """How well the trained network reads digits that it has never seen."""
    if stopped:
        text = say(
            "Network", "Stopped; epoch {epoch} is kept. It reads {percent} % of the {digits} test digits."
        )
    else:
        text = say("Network", "It reads {percent} % of the {digits} test digits; epoch {epoch} is kept.")
    return filled(text, percent=figure(100 * accuracy, 2), digits=f"{digits:,}", epoch=kept)


def error_text(error: BaseException, name: str) -> str:
    """Why nothing came of it; ``name`` is the file it is about where the error does not name one."""
    if isinstance(error, NetworkError) and error.kind in _sentences():
        return filled(_sentences()[error.kind], **{"reason": reason_text(error), **error.numbers})
    if isinstance(error, OSError) and error.strerror:
        return system_text(Path(error.filename).name if isinstance(error.filename, str) else name, error)
    return reason_text(error)


def _sentences() -> dict[str, str]:
    return {
        "training_missing": say(
            "Network", "TensorFlow is needed for training, and it does not run on this computer."
        ),
        "training_memory": say(
            "Network", "The training needs more memory than TensorFlow\u2019s process is given."
        ),
        "training_ended": say(
            "Network",
            "TensorFlow\u2019s process ended unexpectedly, perhaps for want of memory. You may start again.",
        ),
        "training_failed": say(
            "Network", "TensorFlow failed while it trained. It says \u201c{reason}\u201d."
        ),
        "training_nothing": say(
            "Network", "The training was stopped before its first epoch was over; nothing was kept."
        ),
        "training_few": say(
            "Network",
            "{digits} training digits are too few for this recipe: it holds out {held_out} of them to choose "
            "the epoch.",
        ),
        "training_beside": say(
            "Network",
            "Not saved: the report card would take the place of {other}, which is another file. "
            "Choose another name.",
        ),
    }


ENDING = ".keras"
OFTEN = 100
"""Curves of more epochs than this are drawn again only when they have grown by a hundredth."""

Text = Callable[[], str]


class NetworkTraining(QObject):
    """Lets a person train one network at a time, while the page stays as usable as it was.

    ``open_wanted(path)``: the trained network is to be shown; ``moved(old, new)``: it was saved under
    another path; ``message(kind, text)`` is for the window. Nothing is built before it is wanted; the
    dialog belongs to ``parent``.
    """

    open_wanted = Signal(object)
    moved = Signal(object, object)
    message = Signal(str, str)

    def __init__(self, strip: NetworkStrip, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._strip, self._document, self._parent = strip, document, parent
        self.session = TrainingSession(self)
        self.dialog: TrainingDialog | None = None
        self._saved: Path | None = None
        self._folder: Path | None = None
        self._drawn = 0
        self._status: Text = str
        self._left: Text = str
        self._note: Text = str
        self._note_is_error = False
        self.session.heard.connect(self._on_heard)
        self.saver = Loader(self)
        self.saver.loaded.connect(self._on_saved)
        self.saver.failed.connect(self._on_not_saved)
        strip.train_wanted.connect(self.show)
        document.saved.connect(self._on_experiment_saved)

    def show(self) -> None:
        """Show the dialog, with whatever is going on."""
        dialog = self._dialog()
        if dialog.form.file_path() is None:
            dialog.set_file(find_mnist())
        dialog.show()
        dialog.plot.load()
        dialog.raise_()
        dialog.activateWindow()

    def work_to_lose(self) -> str:
        """What would be lost if the window were closed now, in one sentence; empty for nothing."""
        if self.session.is_running:
            return say("Network", "A network is being trained. Closing the window throws the training away.")
        if not self._is_unsaved():
            return ""
        return say("Network", "The trained network is in no file yet. Closing the window throws it away.")

    def _is_unsaved(self) -> bool:
        """Whether a trained network is there, and in no file of the person's."""
        return self.session.path is not None and self._saved is None

    def shut_down(self) -> None:
        """End the process and the thread; what was not saved is gone."""
        self.saver.close()
        self.session.clean_up()
        if self.dialog is not None:
            self.dialog.hide()

    def keep_in(self, room: Callable[[], Path]) -> None:
        """Train in the folder that ``room()`` returns, which outlives a window that is killed."""
        self.session.room = room

    def go_on(self, room: Path) -> None:
        """Have the network again that a killed window trained last, or say that nothing is left of it."""
        if not self.session.take_up(room):
            text = say("Network", "The training ended with the window; nothing of it was kept.")
            self.message.emit("info", text)
        elif self.session.path is not None:
            self._dialog().set_history(from_card(self.session.card))
            self._on_finished(Finished(self.session.card))

    def _dialog(self) -> TrainingDialog:
        if self.dialog is not None:
            return self.dialog
        dialog = self.dialog = TrainingDialog(self._parent)
        dialog.form.file_wanted.connect(self.choose_file)
        dialog.start_wanted.connect(self.begin)
        dialog.stop_wanted.connect(self.stop)
        dialog.discard_wanted.connect(self.discard)
        dialog.save_wanted.connect(self.ask_and_save)
        dialog.open_wanted.connect(self.open_trained)
        dialog.language_changed.connect(self._write)
        return dialog

    # Requests

    def choose_file(self) -> None:
        """Let the person choose MNIST's file."""
        dialog = self._dialog()
        path = ask_for_mnist(dialog, dialog.form.file_path())
        if path is not None:
            dialog.set_file(path)

    def begin(self) -> None:
        """Train what is chosen in the dialog; asks first where the last network is in no file."""
        dialog = self._dialog()
        data = dialog.form.file_path()
        if data is None or (self._is_unsaved() and not may_train_again(dialog)):
            return
        self._saved = None
        self._say(str)
        self._drawn = 0
        dialog.set_history(None)
        self._document.at_risk.emit()
        try:
            self.session.begin(dialog.form.request(), data)
        except OSError as error:
            self._end(partial(error_text, error, data.name), is_error=True)
            return
        self._show_share()
        self._tell(lambda: say("Network", "Starting TensorFlow\u2026"))
        dialog.set_state("running")
        QTimer.singleShot(0, dialog.plot.prepare)  # TensorFlow takes longer

    def stop(self) -> None:
        """Learn no more, and keep the best epoch."""
        self._tell(lambda: say("Network", "Stopping\u2026"))
        self._dialog().set_state("stopping")
        self.session.stop()

    def discard(self) -> None:
        """End the training, and keep nothing."""
        self.session.discard()
        self._dialog().set_history(None)
        self._end(lambda: say("Network", "The training was ended; nothing of it was kept."))

    def ask_and_save(self) -> None:
        """Ask where to keep the trained network."""
        path = self.session.path
        if path is None:
            return
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._folder or Path(QStandardPaths.writableLocation(documents))
        chosen, _ = QFileDialog.getSaveFileName(
            self._dialog(),
            say("Network", "Save the network"),
            str(folder / path.name),
            say("Network", "Keras networks ({patterns})", patterns=f"*{ENDING}"),
        )
        if chosen:
            self.save(Path(chosen))

    def save(self, target: Path) -> None:
        """Keep the trained network as ``target``, and its report card beside it."""
        source = self.session.path
        if source is None:
            return
        if target.suffix != ENDING:
            target = target.with_name(target.name + ENDING)
            if target.exists():  # it was another name that the system's dialog has asked about
                name = target.name
                self._say(
                    lambda: say(
                        "Network", "{name} exists already; choose it itself to write over it.", name=name
                    ),
                    is_error=True,
                )
                return
        self._folder = target.parent

        def task(_: Cancelled) -> tuple[Path, Path]:
            return source, save_copy(source, target)

        self.saver.start(target.name, task)

    def open_trained(self) -> None:
        """Show the trained network on the page, which the dialog makes room for."""
        path = self._saved or self.session.path
        if path is not None:
            self._dialog().hide()
            self.open_wanted.emit(path)

    # News

    def _on_heard(self, message: Message) -> None:
        dialog, session = self._dialog(), self.session
        data = dialog.form.file_path()
        if isinstance(message, Started) and data is not None:
            remember_mnist(data)  # it holds what it should
        elif isinstance(message, Batch):
            self._show_share()
            if dialog.state() == "running":
                seconds = session.seconds_left()
                left = str if seconds is None else partial(time_left, seconds)
                self._tell(partial(learning, message, session.request.settings.epochs), left)
        elif isinstance(message, Epoch):
            self._draw(len(session.epochs) // OFTEN)
        elif isinstance(message, Examining):
            self._draw(0)
            dialog.set_state("stopping")
            dialog.set_share(1.0)
            kept = message.kept
            self._tell(
                lambda: say(
                    "Network", "Epoch {epoch} is kept; it reads the test digits now\u2026", epoch=kept
                )
            )
        elif isinstance(message, Finished):
            self._on_finished(message)
        elif isinstance(message, Failed):
            self._end(partial(error_text, message.error, data.name if data else ""), is_error=True)

    def _on_finished(self, message: Finished) -> None:
        dialog, card = self._dialog(), message.card
        title, test = str(card["title"]), card["test"]
        note = partial(
            result_text, test["accuracy"], test["digits"], card["best_epoch"], stopped=card["interrupted"]
        )
        self._tell(lambda: say("Network", "{title}: trained", title=title))
        self._say(note)
        self._strip.set_training(None)
        dialog.set_state("done")
        if not dialog.isVisible():
            news = say("Network", "{title} is trained. {result}", title=title, result=note())
            self.message.emit("info", news)

    def _end(self, note: Text, *, is_error: bool = False) -> None:
        """Nothing has come of it; the next one may begin."""
        dialog = self._dialog()
        self._tell(str)
        self._say(note, is_error=is_error)
        self._strip.set_training(None)
        dialog.set_state("choosing")
        if is_error and not dialog.isVisible():
            self.message.emit("error", note())

    def _on_saved(self, saved: tuple[Path, Path]) -> None:
        source, target = saved
        self.session.note_saved(source)
        if source != self.session.path:  # the next training has begun meanwhile
            self.moved.emit(source, target)
            return
        before, self._saved = self._saved or source, target
        self.moved.emit(before, target)
        name = target.name
        self._say(lambda: say("Network", "Saved as {name}, with its report card beside it.", name=name))

    def _on_not_saved(self, name: str, error: BaseException) -> None:
        self._say(partial(error_text, error, name), is_error=True)

    def _on_experiment_saved(self, state: DocumentState) -> None:
        """Say so where the experiment refers to a file that is gone when the window is."""
        path, name = state.network.path, state.network.title
        if self.session.holds(path):
            if Path(path) == self.session.path:
                text = say(
                    "Network",
                    "The experiment is saved, but its network {name} is in no file yet: save that with "
                    "\u201cSave as\u2026\u201d under \u201cTrain\u2026\u201d, and then the experiment again.",
                    name=name,
                )
            else:  # another training has taken its place
                text = say(
                    "Network",
                    "The experiment is saved, but its network {name} is in no file "
                    "and is gone when the window is closed.",
                    name=name,
                )
            self.message.emit("info", text)

    # Texts

    def _draw(self, most: int) -> None:
        """Draw the curves if more than ``most`` epochs are missing in them."""
        count = len(self.session.epochs)
        if count - self._drawn > most:
            self._drawn = count
            self._dialog().set_history(self.session.history())

    def _show_share(self) -> None:
        self._dialog().set_share(self.session.share)
        self._strip.set_training(self.session.share)

    def _tell(self, status: Text, left: Text = str) -> None:
        self._status, self._left = status, left
        self._write()

    def _say(self, note: Text, *, is_error: bool = False) -> None:
        self._note, self._note_is_error = note, is_error
        self._write()

    def _write(self) -> None:
        """Set the sentences, in the language of the moment."""
        dialog = self._dialog()
        dialog.set_status(self._status(), self._left())
        dialog.say(self._note(), error=self._note_is_error)


def may_train_again(parent: QWidget) -> bool:
    """Ask whether the next training may begin although the network of the last one is then lost."""
    box = message_box(parent)
    box.setText(
        say(
            "Network",
            "The trained network is in no file yet, and after another training it can no longer be saved.",
        )
    )
    box.setInformativeText(say("Network", "Train again all the same?"))
    again = box.addButton(say("Network", "Train again"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    answered(box)
    return box.clickedButton() is again
