"""What is said while a network is trained, and of what became of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from convviz.network.model.errors import NetworkError
from convviz.network.training.process import Batch
from convviz.pages.network.errors import system_error
from convviz.views.base.numbers import figure
from convviz.views.base.texts import reason_text


def starting() -> str:
    """The process is there, and TensorFlow is not yet."""
    return QCoreApplication.translate("Network", "Starting TensorFlow\u2026")


def learning(batch: Batch, epochs: int) -> str:
    """Where the training is."""
    text = QCoreApplication.translate("Network", "Epoch {epoch} of {epochs}, batch {batch} of {batches}")
    return text.format(epoch=batch.epoch, epochs=epochs, batch=batch.done, batches=batch.steps)


def left(seconds: float) -> str:
    """How long it will still take, no more exactly than anybody can know.

    >>> left(200)
    'about 3 min left'
    >>> left(38)
    'about 40 s left'
    """
    if seconds >= 90:
        text = QCoreApplication.translate("Network", "about {minutes} min left")
        return text.format(minutes=round(seconds / 60))
    text = QCoreApplication.translate("Network", "about {seconds} s left")
    return text.format(seconds=max(10, round(seconds, -1)))


def stopping() -> str:
    """The person has said so, and the batch has to end."""
    return QCoreApplication.translate("Network", "Stopping\u2026")


def examining(kept: int) -> str:
    """The training is over."""
    text = QCoreApplication.translate("Network", "Epoch {epoch} is kept; it reads the test digits now\u2026")
    return text.format(epoch=kept)


def trained(title: str) -> str:
    """All is done."""
    return QCoreApplication.translate("Network", "{title}: trained").format(title=title)


def result(accuracy: float, digits: int, kept: int, *, stopped: bool) -> str:
    """How well the trained network reads digits that it has never seen."""
    if stopped:
        text = QCoreApplication.translate(
            "Network", "Stopped; epoch {epoch} is kept. It reads {percent} % of the {digits} test digits."
        )
    else:
        text = QCoreApplication.translate(
            "Network", "It reads {percent} % of the {digits} test digits; epoch {epoch} is kept."
        )
    return text.format(percent=figure(100 * accuracy, 2), digits=f"{digits:,}", epoch=kept)


def news(title: str, said: str) -> str:
    """The result for a person who is looking at something else."""
    return QCoreApplication.translate("Network", "{title} is trained. {result}").format(
        title=title, result=said
    )


def discarded() -> str:
    """The training was ended."""
    return QCoreApplication.translate("Network", "The training was ended; nothing of it was kept.")


def saved(name: str) -> str:
    """The network is in a file."""
    text = QCoreApplication.translate("Network", "Saved as {name}, with its report card beside it.")
    return text.format(name=name)


def taken(name: str) -> str:
    """An ending was added, and that file is there."""
    text = QCoreApplication.translate("Network", "{name} exists already; choose it itself to write over it.")
    return text.format(name=name)


def lost_training() -> str:
    """Why the window should perhaps not be closed."""
    return QCoreApplication.translate(
        "Network", "A network is being trained. Closing the window throws the training away."
    )


def lost_network() -> str:
    """Why the window should perhaps not be closed."""
    return QCoreApplication.translate(
        "Network", "The trained network is in no file yet. Closing the window throws it away."
    )


def lost_again() -> str:
    """Why the next training should perhaps not begin."""
    return QCoreApplication.translate(
        "Network",
        "The trained network is in no file yet, and after another training it can no longer be saved.",
    )


def experiment_alone(name: str) -> str:
    """An experiment was saved, and the trained network that it refers to was not."""
    return QCoreApplication.translate(
        "Network",
        "The experiment is saved, but its network {name} is in no file yet: save that with "
        "\u201cSave as\u2026\u201d under \u201cTrain\u2026\u201d, and then the experiment again.",
    ).format(name=name)


def experiment_lost(name: str) -> str:
    """An experiment was saved with a network that another training has taken the place of."""
    return QCoreApplication.translate(
        "Network",
        "The experiment is saved, but its network {name} is in no file "
        "and is gone when the window is closed.",
    ).format(name=name)


def error(error: BaseException, name: str) -> str:
    """Why nothing came of it; ``name`` is the file it is about where the error does not name one."""
    if isinstance(error, NetworkError) and error.kind in _sentences():
        return _sentences()[error.kind].format(**{"reason": str(error), **error.numbers})
    if isinstance(error, OSError) and error.strerror:
        return system_error(Path(error.filename).name if isinstance(error.filename, str) else name, error)
    return reason_text(error)


def _sentences() -> dict[str, str]:
    return {
        "training_missing": QCoreApplication.translate(
            "Network", "TensorFlow is needed for training, and it does not run on this computer."
        ),
        "training_memory": QCoreApplication.translate(
            "Network", "The training needs more memory than TensorFlow\u2019s process is given."
        ),
        "training_ended": QCoreApplication.translate(
            "Network",
            "TensorFlow\u2019s process ended unexpectedly, perhaps for want of memory. You may start again.",
        ),
        "training_failed": QCoreApplication.translate(
            "Network", "TensorFlow failed while it trained. It says \u201c{reason}\u201d."
        ),
        "training_nothing": QCoreApplication.translate(
            "Network", "The training was stopped before its first epoch was over; nothing was kept."
        ),
        "training_few": QCoreApplication.translate(
            "Network",
            "{digits} training digits are too few for this recipe: it holds out {held_out} of them to choose "
            "the epoch.",
        ),
        "training_beside": QCoreApplication.translate(
            "Network",
            "Not saved: the report card would take the place of {other}, which is another file. "
            "Choose another name.",
        ),
    }
