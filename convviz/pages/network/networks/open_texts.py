"""What is said about somebody else's network: how the digit fits, and whether the scale looks right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from convviz.network.digits.scale_trial import Trial, better
from convviz.network.model.layers import Opaque
from convviz.network.model.network import Network
from convviz.views.base.numbers import TIMES


def fit_sentences(network: Network, shape: tuple[int, ...] = (28, 28)) -> tuple[str, str]:
    """How a picture of ``shape`` was made to fit, and what is not taken apart; then a shorter form."""
    parts, short = [], []
    size, wanted = (f" {TIMES} ".join(f"{n:,}" for n in one[:2]) for one in (shape, network.input_shape))
    colours, channels = len(shape) == 3, network.input_shape[2]
    if shape[:2] != network.input_shape[:2]:
        if shape == (28, 28):
            text = QCoreApplication.translate("Network", "Digits are resized from {from_size} to {size}.")
        else:
            text = QCoreApplication.translate("Network", "The picture is resized from {from_size} to {size}.")
        parts.append(text.format(from_size=size, size=wanted))
        short.append(f"{size} \u2192 {wanted}")
    if channels == 1 and colours:
        parts.append(QCoreApplication.translate("Network", "Its colours become grey."))
        short.append(QCoreApplication.translate("Network", "colour as grey"))
    if channels == 3 and not colours:
        parts.append(QCoreApplication.translate("Network", "Grey is given as equal red, green and blue."))
        short.append(QCoreApplication.translate("Network", "grey as colour"))
    opaque = [layer.name for layer in network.layers if isinstance(layer, Opaque)]
    if opaque:
        text = QCoreApplication.translate(
            "Network", "TensorFlow computes {layers}: its values are shown, not taken apart."
        )
        parts.append(text.format(layers=", ".join(opaque)))
        short.append(QCoreApplication.translate("Network", "TensorFlow at work"))
    return " ".join(parts), ", ".join(short)


def scale_hint(trials: Sequence[Trial], scale: str, names: dict[str, str]) -> tuple[str, str]:
    """What looks wrong with a scale, and the scale to offer; both empty where nothing does.

    ``names`` are the scales as a person reads them.
    """
    used = next((one for one in trials if one.scale == scale), None)
    if used is None or not used.is_poor:
        return "", ""
    other = better(trials, scale)
    numbers = {
        "scale": names[scale],
        "right": used.right,
        "count": used.count,
        "other": names[other.scale] if other is not None else "",
        "more": other.right if other is not None else "",
    }
    if used.right is not None and other is not None and used.verdict == "chance":
        text = QCoreApplication.translate(
            "Network",
            "At {scale} its answers are near chance; at {other} it is sure, and reads {more} of {count} "
            "samples.",
        )
    elif used.right is not None and other is not None:
        text = QCoreApplication.translate(
            "Network",
            "At {scale} it reads {right} of {count} handwritten samples, at {other} it reads {more}.",
        )
    elif used.right is not None:
        text = QCoreApplication.translate(
            "Network", "It reads {right} of {count} handwritten samples, at any scale hardly more."
        )
    elif used.verdict == "chance":
        text = QCoreApplication.translate(
            "Network", "Its answers are no better than chance: perhaps it was trained at another scale."
        )
    else:
        text = QCoreApplication.translate(
            "Network", "It is completely sure of everything: perhaps it was trained at another scale."
        )
    return text.format(**numbers), other.scale if other is not None else ""


def opening(name: str) -> str:
    """What is going on."""
    return QCoreApplication.translate("Network", "Opening {name}\u2026").format(name=name)


def too_many_names(given: int, wanted: int) -> str:
    """Why class names were not taken."""
    return QCoreApplication.translate(
        "Network", "{given} names were given, and the network has {wanted} answers."
    ).format(given=given, wanted=wanted)
