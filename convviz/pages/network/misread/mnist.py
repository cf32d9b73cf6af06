"""MNIST's file: asked for, or fetched through Keras in a process of its own that can be ended at any time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import wait
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QMessageBox

from convviz.document.background.latest_wins import LatestWins, Run
from convviz.network.digits.mnist import BYTES, FILE, SOURCE, UNFINISHED, keras_folders
from convviz.network.model.errors import NetworkError
from convviz.network.tensorflow.tasks import download_digits
from convviz.network.tensorflow.worker import Worker as Process
from convviz.views.base.plain import message_box
from convviz.views.base.texts import reason_text, say
from convviz.views.network.misread.confusion import ConfusionPanel

MOST_SECONDS = 1800.0
"""After so long even a slow line has had its chance."""

GLANCE = 0.2
"""Seconds between two looks at how much has come."""


class NetworkDownload(QObject):
    """``fetched(Path)`` when the file is there; ``message(kind, text)`` for the window."""

    fetched = Signal(object)
    message = Signal(str, str)

    def __init__(self, panel: ConfusionPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self.task: Callable[[], str] = download_digits
        """Runs in the other process and returns the file's path."""
        self._share = 0.0
        self.box: QMessageBox | None = None
        self._work = LatestWins(self)
        self._work.done.connect(self._on_fetched)
        self._work.failed.connect(self._on_failed)
        self._work.progress.connect(lambda task, share: self._on_progress(share))
        panel.tools.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Whether the file is being fetched."""
        return self._work.newest is not None

    def ask(self) -> None:
        """Say what would be fetched, from whom, how large it is and where it is kept."""
        box = message_box(self._panel)
        box.setWindowTitle(say("Network", "Download MNIST"))
        box.setText(say("Network", "Download the 70,000 digits of MNIST?"))
        box.setInformativeText(conditions())
        box.addButton(say("Network", "Cancel"), QMessageBox.ButtonRole.RejectRole)
        text = say("Network", "Download")
        yes = box.addButton(text, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(yes)
        box.accepted.connect(self.begin)
        box.finished.connect(self._on_answered)
        self.box = box
        box.open()

    def begin(self) -> None:
        """Fetch the file, unless it is on its way."""
        if self.busy:
            return
        task = self.task
        self._work.ask(task, partial(_fetch, task))
        self._on_progress(0.0)

    def cancel(self) -> None:
        """Fetch it no longer; nothing of the file is kept."""
        if self.busy:
            self._work.cancel()
            self._panel.tools.set_progress(None)

    def shut_down(self) -> None:
        """End what runs beside the window."""
        self._work.close()

    def _on_answered(self) -> None:
        if self.box is not None:
            self.box.deleteLater()
            self.box = None

    def _on_progress(self, share: float) -> None:
        self._share = share
        self._panel.tools.set_progress(share, *running())

    def _on_fetched(self, task: object, path: object) -> None:
        self._panel.tools.set_progress(None)
        self.fetched.emit(path)

    def _on_failed(self, task: object, error: BaseException) -> None:
        self._panel.tools.set_progress(None)
        self.message.emit("error", failure(error))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange and self.busy:
            self._on_progress(self._share)
        return False


def _fetch(task: Callable[[], str], run: Run) -> Path:
    """Let another process fetch the file, and look at how much of it has come."""
    process = Process(seconds=MOST_SECONDS)
    try:
        answer = process.ask(task)
        while not wait([answer], timeout=GLANCE).done:
            run.go_on(min(1.0, _arrived() / BYTES))
        run.go_on(1.0)
        return Path(answer.result())
    finally:
        process.close()
        _tidy()


def _arrived() -> int:
    """Bytes of the file that are there."""
    for folder in keras_folders():
        with suppress(OSError):
            return (folder / UNFINISHED).stat().st_size
    return 0


def _tidy() -> None:
    """Remove what an attempt that came to nothing has left."""
    for folder in keras_folders():
        with suppress(OSError):
            (folder / UNFINISHED).unlink()


def conditions() -> str:
    """What is fetched, from whom, how large it is and where it is kept."""
    text = say(
        "Network",
        "Keras fetches the file {name} ({size} MB) from {host}, where Google keeps it, checks its checksum "
        "and keeps it as {path}. MNIST is by Yann LeCun, Corinna Cortes and Christopher J.C. Burges, "
        "CC BY-SA 3.0.",
    )
    path = keras_folders()[0] / FILE
    return text.format(name=FILE, size=round(BYTES / 1e6), host=SOURCE, path=path)


def running() -> tuple[str, str]:
    """What is said meanwhile, then a shorter form."""
    text = say("Network", "Fetching {name} from {host}\u2026")
    return text.format(name=FILE, host=SOURCE), say("Network", "Fetching\u2026")


def failure(error: BaseException) -> str:
    """Why the digits did not come."""
    kind = error.kind if isinstance(error, NetworkError) else ""
    numbers = error.numbers if isinstance(error, NetworkError) else {}
    text = _sentences().get(kind) or say(
        "Network", "MNIST could not be fetched: the process that did it ended. Try again, or choose a file."
    )
    gaps = {"code": "?", "minutes": MOST_SECONDS / 60, **numbers}
    gaps["reason"] = reason_text(gaps.get("reason", "?"))
    return text.format(host=SOURCE, **gaps)


def _sentences() -> dict[str, str]:
    return {
        "digits_offline": say(
            "Network",
            "MNIST could not be fetched: there is no connection to {host}. Try again when the computer is "
            "online, or choose the file if you have it.",
        ),
        "digits_refused": say("Network", "MNIST could not be fetched: {host} answered with error {code}."),
        "digits_damaged": say(
            "Network",
            "What came from {host} has another checksum than MNIST, so it was thrown away. Try again.",
        ),
        "digits_disk": say("Network", "MNIST could not be kept on this computer: {reason}."),
        "worker_missing": say(
            "Network",
            "MNIST could not be fetched: Keras and TensorFlow do not run here. Choose the file instead.",
        ),
        "worker_slow": say(
            "Network", "MNIST did not come from {host} within {minutes:g} minutes; the attempt was ended."
        ),
    }
