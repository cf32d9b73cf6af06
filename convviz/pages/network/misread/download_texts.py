"""What is said before MNIST is downloaded, meanwhile, and when it does not come."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from convviz.network.digits.mnist import BYTES, FILE, SOURCE, keras_folders
from convviz.network.model.errors import NetworkError
from convviz.pages.network.misread.fetch import MOST_SECONDS


def title() -> str:
    """The question's title."""
    return QCoreApplication.translate("Network", "Download MNIST")


def question() -> str:
    """What is asked."""
    return QCoreApplication.translate("Network", "Download the 70,000 digits of MNIST?")


def conditions() -> str:
    """What is fetched, from whom, how large it is and where it is kept."""
    text = QCoreApplication.translate(
        "Network",
        "Keras fetches the file {name} ({size} MB) from {host}, where Google keeps it, checks its checksum "
        "and keeps it as {path}. MNIST is by Yann LeCun, Corinna Cortes and Christopher J.C. Burges, "
        "CC BY-SA 3.0.",
    )
    path = keras_folders()[0] / FILE
    return text.format(name=FILE, size=round(BYTES / 1e6), host=SOURCE, path=path)


def download() -> str:
    """The button that begins."""
    return QCoreApplication.translate("Network", "Download")


def cancel() -> str:
    """The button that does not."""
    return QCoreApplication.translate("Network", "Cancel")


def running() -> tuple[str, str]:
    """What is said meanwhile, then a shorter form."""
    text = QCoreApplication.translate("Network", "Fetching {name} from {host}\u2026")
    return text.format(name=FILE, host=SOURCE), QCoreApplication.translate("Network", "Fetching\u2026")


def failure(error: BaseException) -> str:
    """Why the digits did not come."""
    kind = error.kind if isinstance(error, NetworkError) else ""
    numbers = error.numbers if isinstance(error, NetworkError) else {}
    text = _sentences().get(kind) or QCoreApplication.translate(
        "Network", "MNIST could not be fetched: the process that did it ended. Try again, or choose a file."
    )
    gaps = {"code": "?", "reason": "?", "minutes": MOST_SECONDS / 60, **numbers}
    return text.format(host=SOURCE, **gaps)


def _sentences() -> dict[str, str]:
    return {
        "digits_offline": QCoreApplication.translate(
            "Network",
            "MNIST could not be fetched: there is no connection to {host}. Try again when the computer is "
            "online, or choose the file if you have it.",
        ),
        "digits_refused": QCoreApplication.translate(
            "Network", "MNIST could not be fetched: {host} answered with error {code}."
        ),
        "digits_damaged": QCoreApplication.translate(
            "Network",
            "What came from {host} has another checksum than MNIST, so it was thrown away. Try again.",
        ),
        "digits_disk": QCoreApplication.translate(
            "Network", "MNIST could not be kept on this computer: the system says \u201c{reason}\u201d."
        ),
        "worker_missing": QCoreApplication.translate(
            "Network",
            "MNIST could not be fetched: Keras and TensorFlow do not run here. Choose the file instead.",
        ),
        "worker_slow": QCoreApplication.translate(
            "Network", "MNIST did not come from {host} within {minutes:g} minutes; the attempt was ended."
        ),
    }
