"""What is said about the digits that a network misreads."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from convviz.network.training.report_card import Examination
from convviz.views.base.numbers import figure
from convviz.views.network.misread.confusion import Pair


def facts(found: Examination | None, *, changed: bool) -> tuple[str, ...]:
    """How many are misread, then a shorter form; of a changed network, as such."""
    if found is None and changed:
        text = QCoreApplication.translate("Network", "Changed, and not examined since.")
        return (text,)
    if found is None:
        return (QCoreApplication.translate("Network", "Nobody has examined this network yet."),)
    numbers = {
        "count": f"{len(found.misread):,}",
        "digits": f"{found.digits:,}",
        "percent": figure(100 * found.accuracy, 2),
    }
    if changed:
        text = QCoreApplication.translate(
            "Network", "Changed: {count} of {digits} test digits misread, {percent} % correct"
        )
        short = QCoreApplication.translate("Network", "Changed: {count} of {digits} misread")
    else:
        text = QCoreApplication.translate(
            "Network", "{count} of {digits} test digits misread, {percent} % correct"
        )
        short = QCoreApplication.translate("Network", "{count} of {digits} misread")
    return text.format(**numbers), short.format(**numbers)


def shown(count: int, pair: Pair, *, every: bool) -> tuple[str, ...]:
    """Which digits stand in the gallery, then a shorter form."""
    true, answer = pair
    if every and answer is None:
        if true is None:
            text = QCoreApplication.translate("Network", "All {count} test digits.")
        else:
            text = QCoreApplication.translate("Network", "All {count} test digits that are a {true}.")
    elif true is None and answer is None:
        text = QCoreApplication.translate("Network", "All {count} misread ones. Click a count for one kind.")
    elif answer is None:
        text = QCoreApplication.translate("Network", "{count} digits that are a {true} and were misread.")
    elif true is None:
        text = QCoreApplication.translate("Network", "{count} digits wrongly read as {answer}.")
    elif true == answer:
        text = QCoreApplication.translate(
            "Network", "{count} digits that are a {true} and were read as such."
        )
    else:
        text = QCoreApplication.translate(
            "Network", "{count} digits that are a {true} and were read as {answer}."
        )
    short = QCoreApplication.translate("Network", "{count} digits")
    numbers = {"count": f"{count:,}", "true": true, "answer": answer}
    return text.format(**numbers), short.format(**numbers)


def no_pictures() -> str:
    """What is missing where there is no file with the digits."""
    return QCoreApplication.translate(
        "Network",
        "The digits themselves are not part of ConvViz: download MNIST or choose its file (mnist.npz).",
    )


def unexamined(*, known: bool, ten: bool) -> str:
    """What can be done about a network that nobody has examined."""
    if not ten:
        return QCoreApplication.translate(
            "Network", "This network does not tell ten digits apart, so MNIST cannot examine it."
        )
    if known:
        return QCoreApplication.translate("Network", "Let it read all test digits to see what it misreads.")
    return QCoreApplication.translate(
        "Network", "With MNIST\u2019s digits, downloaded or from a file (mnist.npz), it can be examined here."
    )


def digit_name(number: int, label: int) -> str:
    """What a test digit is called."""
    return QCoreApplication.translate("Network", "Test digit {number}, a {label}").format(
        number=f"{number:,}", label=label
    )
