"""Networks of other people: opened beside the window's thread, fitted to, and computed without a wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog

from convviz.core.base.spacing import filled, spaced
from convviz.core.base.visible import visible
from convviz.document.files.loader import Cancelled, Loader
from convviz.network.compute.adapting import DIGITS, Trial, better, trials
from convviz.network.digits import samples as digits
from convviz.network.model.errors import NeedsKerasError
from convviz.network.model.layers import Opaque
from convviz.network.model.network import Network
from convviz.pages.network.errors import open_error
from convviz.pages.network.texts import field_of
from convviz.views.base.numbers import TIMES
from convviz.views.base.texts import listed, say
from convviz.views.network.network_strip import SCALES, OpenBar
from convviz.views.network.paper.ink import Ink, Stroke

if TYPE_CHECKING:
    from convviz.network.tensorflow.worker import Worker

ENDINGS = (".keras", ".h5", ".hdf5")
PATIENCE = 250
"""Milliseconds until opening a file is worth a sentence."""


@dataclass(frozen=True, eq=False)
class Opened:
    """A network from a file, and how it read our samples at each scale."""

    network: Network
    trials: tuple[Trial, ...]


class NetworkOpen(QObject):
    """Opens files, and keeps an `OpenBar` true to the network on the screen.

    ``opened(network)`` follows a file; ``changed(scale, classes)`` a person's choice for the network on
    the screen; ``message(kind, text)`` is for the window. What fails leaves everything as it is.
    """

    opened = Signal(object)
    changed = Signal(str, object)
    message = Signal(str, str)

    def __init__(self, bar: OpenBar, worker: Worker | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar, self._worker = bar, worker
        self._network: Network | None = None
        self._trials: dict[str, tuple[Trial, ...]] = {}
        self._path = Path()
        self.loader = Loader(self)
        self.loader.loaded.connect(self._on_loaded)
        self.loader.failed.connect(self._on_failed)
        self.loader.busy_changed.connect(self._on_busy)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._say_opening)
        bar.scale_chosen.connect(self._on_scale)
        bar.names_wanted.connect(self.ask_for_names)
        bar.cancel_wanted.connect(self._on_cancel)

    # Opening

    def ask_and_open(self) -> None:
        """Let the person choose a file."""
        patterns = " ".join(f"*{ending}" for ending in ENDINGS)
        path, _ = QFileDialog.getOpenFileName(
            self._bar.window(),
            say("Network", "Open a network"),
            str(self._path.parent),
            say("Network", "Keras networks ({patterns})", patterns=patterns),
        )
        if path:
            self.open_path(path)

    def open_path(self, path: Path | str) -> None:
        """Open a ``.keras`` or ``.h5`` file."""
        self._path = Path(path)
        self.loader.start(self._path.name, partial(opened_from, self._path, self._worker, samples()))

    def _on_busy(self, busy: bool) -> None:
        if busy:
            self._patience.start()
        else:
            self._patience.stop()
            self._bar.set_opening("")

    def _say_opening(self) -> None:
        self._bar.set_opening(say("Network", "Opening {name}\u2026", name=self._path.name))

    def _on_cancel(self) -> None:
        self.loader.cancel()
        self._bar.set_opening("")

    def know(self, found: Opened) -> None:
        """Remember how a network read our samples."""
        self._trials[found.network.path] = found.trials

    def _on_loaded(self, found: Opened) -> None:
        self.know(found)
        self.opened.emit(found.network)

    def _on_failed(self, name: str, error: BaseException) -> None:
        self.message.emit("error", open_error(name, error))

    # The network on the screen

    def show(self, network: Network) -> None:
        """This network is on the screen now."""
        self._network = network
        if network.card:
            self._bar.show_own()
            return
        names = {key: self._bar.scale_text(key) for key in SCALES}
        tried = self._trials.get(network.path, ())
        if network.classes != DIGITS:  # what is right is not known
            tried = tuple(replace(one, right=None) for one in tried)
        hint, other = scale_hint(tried, network.scale, names)
        self._bar.set_hint(hint, other)
        self.show_fit(network, (28, 28))

    def show_fit(self, network: Network, shape: tuple[int, ...]) -> None:
        """Say how a picture of ``shape`` is made to fit the network."""
        if not network.card:
            self._bar.show_foreign(network.scale, *fit_sentences(network, shape))

    def _on_scale(self, scale: str) -> None:
        if self._network is not None:
            self.changed.emit(scale, self._network.classes)

    def ask_for_names(self) -> None:
        """Ask what the answers are called, one name a line."""
        network = self._network
        if network is None:
            return
        text, given = QInputDialog.getMultiLineText(
            self._bar.window(),
            say("Network", "Class names"),
            say("Network", "One name a line, in the order of the answers:"),
            "\n".join(network.classes),
        )
        if given:
            self.set_names(text)

    def set_names(self, text: str) -> None:
        """Call the answers what the lines of ``text`` say; those without a line keep their names."""
        network = self._network
        if network is None:
            return
        names = [visible(line.strip()) for line in text.strip().splitlines()]
        if len(names) > len(network.classes):
            text = say("Network", "{given} names were given, and the network has {wanted} answers.")
            self.message.emit("error", filled(text, given=len(names), wanted=len(network.classes)))
            return
        names += [""] * (len(network.classes) - len(names))
        classes = tuple(new or old for new, old in zip(names, network.classes, strict=True))
        self.changed.emit(network.scale, classes)

    def shut_down(self) -> None:
        """End the thread."""
        self._patience.stop()
        self.loader.close()


def fit_sentences(network: Network, shape: tuple[int, ...] = (28, 28)) -> tuple[str, str]:
    """How a picture of ``shape`` was made to fit, and what is not taken apart; then a shorter form."""
    parts, short = [], []
    size, wanted = (f" {TIMES} ".join(f"{n:,}" for n in one[:2]) for one in (shape, network.input_shape))
    colours, channels = len(shape) == 3, network.input_shape[2]
    if shape[:2] != network.input_shape[:2]:
        if shape == (28, 28):
            text = say("Network", "Digits are resized from {from_size} to {size}.")
        else:
            text = say("Network", "The picture is resized from {from_size} to {size}.")
        parts.append(filled(text, from_size=size, size=wanted))
        short.append(f"{size} \u2192 {wanted}")
    if channels == 1 and colours:
        parts.append(say("Network", "Its colours become grey."))
        short.append(say("Network", "colour as grey"))
    if channels == 3 and not colours:
        parts.append(say("Network", "Grey is given as equal red, green and blue."))
        short.append(say("Network", "grey as colour"))
    opaque = [layer.name for layer in network.layers if isinstance(layer, Opaque)]
    if opaque:
        text = say("Network", "TensorFlow computes {layers}: its values are shown, not taken apart.")
        parts.append(filled(text, layers=listed(opaque)))
        short.append(say("Network", "TensorFlow at work"))
    return spaced(parts), listed(short)


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
        text = say(
            "Network",
            "At {scale} its answers are near chance; at {other} it is sure, and reads {more} of {count} "
            "samples.",
        )
    elif used.right is not None and other is not None:
        text = say(
            "Network",
            "At {scale} it reads {right} of {count} handwritten samples, at {other} it reads {more}.",
        )
    elif used.right is not None:
        text = say("Network", "It reads {right} of {count} handwritten samples, at any scale hardly more.")
    elif used.verdict == "chance":
        text = say(
            "Network", "Its answers are no better than chance: perhaps it was trained at another scale."
        )
    else:
        text = say("Network", "It is completely sure of everything: perhaps it was trained at another scale.")
    return filled(text, **numbers), other.scale if other is not None else ""


def opened_from(
    path: Path,
    worker: Worker | None,
    shown: tuple[Sequence[NDArray[np.float32]], Sequence[int]],
    cancelled: Cancelled,
) -> Opened:
    """Read a file; what our reader does not know is looked at by Keras, in its own process."""
    from convviz.network.files.bundled import read_card
    from convviz.network.files.first_reading import read_first
    from convviz.network.files.keras.file import read_network

    read_first(path, cancelled=cancelled)
    try:
        network = read_network(path)
    except NeedsKerasError:
        if worker is None:
            raise
        from convviz.network.tensorflow.worker import open_network

        network = open_network(worker, str(path))
    network = replace(network, title=path.stem, card=read_card(path, network.checksum))
    for at, layer in enumerate(network.layers):  # here, since with 900 layers it takes seconds
        if len(layer.shape) > 1:
            field_of(network, at)
    tried: tuple[Trial, ...] = ()
    if not network.opaque and network.multiply_adds * len(shown[0]) < MOST_TRIED:
        tried = tuple(trials(network, *shown))
    return Opened(network, tried)


MOST_TRIED = 4_000_000_000
"""Multiplications that trying the scales may take."""


@cache
def samples() -> tuple[list[NDArray[np.float32]], list[int]]:
    """Our handwritten digits, prepared, and what they are."""
    from convviz.network.digits.prepare import prepare_drawing

    pictures, labels = [], []
    for hand in digits.HANDS:
        for digit in range(10):
            ink = Ink()
            lines: Any = digits.pulls(digit, hand)
            ink.set_strokes([Stroke(hand.pen, places=[(x, y, 1.0) for x, y in line]) for line in lines])
            pictures.append(prepare_drawing(ink.pixels().astype(np.float32) / 255).digit)
            labels.append(digit)
    return pictures, labels
