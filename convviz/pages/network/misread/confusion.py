"""What a network misreads, from its report card or from the MNIST file that the person has."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from convviz.core.base.spacing import filled
from convviz.document.background.latest_wins import LatestWins, Run
from convviz.document.files.loader import MnistLoader, find_mnist, remember_mnist
from convviz.network.digits.mnist import Mnist
from convviz.network.model.network import Network
from convviz.network.tensorflow.worker import answers_of_keras, together
from convviz.network.training.report_card import Examination, examine, from_card
from convviz.pages.network.errors import open_error
from convviz.pages.network.misread.mnist import NetworkDownload
from convviz.pages.network.texts import ask_for_mnist
from convviz.views.base.numbers import figure
from convviz.views.base.texts import reason_text, say
from convviz.views.network.misread.confusion import ConfusionPanel, Pair
from convviz.views.network.misread.gallery_view import Exhibit

if TYPE_CHECKING:
    from convviz.network.tensorflow.worker import Worker as Process


def facts(found: Examination | None, *, changed: bool) -> tuple[str, ...]:
    """How many are misread, then a shorter form; of a changed network, as such."""
    if found is None and changed:
        text = say("Network", "Changed, and not examined since.")
        return (text,)
    if found is None:
        return (say("Network", "Nobody has examined this network yet."),)
    numbers = {
        "count": f"{len(found.misread):,}",
        "digits": f"{found.digits:,}",
        "percent": figure(100 * found.accuracy, 2),
    }
    if changed:
        text = say("Network", "Changed: {count} of {digits} test digits misread, {percent} % correct")
        short = say("Network", "Changed: {count} of {digits} misread")
    else:
        text = say("Network", "{count} of {digits} test digits misread, {percent} % correct")
        short = say("Network", "{count} of {digits} misread")
    return filled(text, **numbers), short.format(**numbers)


def shown(count: int, pair: Pair, *, every: bool) -> tuple[str, ...]:
    """Which digits stand in the gallery, then a shorter form."""
    true, answer = pair
    if every and answer is None:
        if true is None:
            text = say("Network", "All {count} test digits.")
        else:
            text = say("Network", "All {count} test digits that are a {true}.")
    elif true is None and answer is None:
        text = say("Network", "All {count} misread ones. Click a count for one kind.")
    elif answer is None:
        text = say("Network", "{count} digits that are a {true} and were misread.")
    elif true is None:
        text = say("Network", "{count} digits wrongly read as {answer}.")
    elif true == answer:
        text = say("Network", "{count} digits that are a {true} and were read as such.")
    else:
        text = say("Network", "{count} digits that are a {true} and were read as {answer}.")
    short = say("Network", "{count} digits")
    numbers = {"count": f"{count:,}", "true": true, "answer": answer}
    return filled(text, **numbers), short.format(**numbers)


def no_pictures() -> str:
    """What is missing where there is no file with the digits."""
    return say(
        "Network",
        "The digits themselves are not part of ConvViz: download MNIST or choose its file (mnist.npz).",
    )


def unexamined(*, known: bool, ten: bool) -> str:
    """What can be done about a network that has not been examined."""
    if not ten:
        return say("Network", "This network does not tell ten digits apart, so MNIST cannot examine it.")
    if known:
        return say("Network", "Let it read all test digits to see what it misreads.")
    return say(
        "Network", "With MNIST\u2019s digits, downloaded or from a file (mnist.npz), it can be examined here."
    )


def digit_name(number: int, label: int) -> str:
    """What a test digit is called."""
    return say("Network", "Test digit {number}, a {label}", number=f"{number:,}", label=label)


class NetworkConfusion(QObject):
    """Fills a `ConfusionPanel`. ``digit_wanted(picture, name)``: a digit is to be inspected, (28, 28) from 0
    to 1; ``message(kind, text)`` for the window. ``known(network)`` is what was found elsewhere of an
    edited network.
    """

    digit_wanted = Signal(object, str)
    message = Signal(str, str)

    def __init__(
        self,
        panel: ConfusionPanel,
        worker: Process | None,
        known: Callable[[Network], Examination | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self.worker, self._known = panel, worker, known
        self._network: Network | None = None
        self._own: tuple[Network, Examination] | None = None
        self._pair: Pair = (None, None)
        self._every = False
        self.data: Mnist | None = None
        self._has_looked = False
        self._path: Path | None = None
        self.loader = MnistLoader(self)
        self.download = NetworkDownload(panel, self)
        self.download.fetched.connect(self.open_file)
        self.download.message.connect(self.message)
        self._work = LatestWins(self)
        self._work.done.connect(self._on_examined)
        self._work.failed.connect(self._on_not_examined)
        self._work.progress.connect(lambda network, share: self._panel.tools.set_progress(share))
        self.loader.loaded.connect(self._on_data)
        self.loader.failed.connect(self._on_failed)
        panel.appeared.connect(self._on_appeared)
        panel.pair_chosen.connect(self.choose_pair)
        panel.which_chosen.connect(self._on_which)
        panel.label_chosen.connect(self.choose_label)
        panel.digit_chosen.connect(self.inspect)
        panel.tools.file_wanted.connect(self.ask_for_file)
        panel.tools.download_wanted.connect(self.download.ask)
        panel.tools.examine_wanted.connect(self.begin)
        panel.tools.cancel_wanted.connect(self._on_cancel)

    def show(self, network: Network) -> None:
        """Show what another network misreads."""
        if network is self._network:
            return
        self._network = network
        self._stop()
        self.refresh()

    def shut_down(self) -> None:
        """End the threads."""
        self._stop()
        self.download.shut_down()
        self.loader.close()
        self._work.close()

    # The file

    def ask_for_file(self) -> None:
        """Let the person choose MNIST's file."""
        path = ask_for_mnist(self._panel)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path | str) -> None:
        """Read the digits from ``path``, and there again at the next start.

        What is on the screen stays until they are there.
        """
        self._path = Path(path)
        self.loader.load(path)

    def _on_appeared(self) -> None:
        """Take the digits from where they usually are; ask only where they are not there."""
        self.refresh()
        place = None if self._has_looked or self.data is not None else find_mnist()
        self._has_looked = True
        if place is not None:
            self.loader.load(place)

    def _on_data(self, data: Mnist) -> None:
        self.data = data
        self._own = None  # it was of the digits that were there before
        if self._path is not None:
            remember_mnist(self._path)
        self.refresh()

    def _on_failed(self, name: str, error: BaseException) -> None:
        self.message.emit("error", reason_text(error, partial(open_error, name)))

    # What is shown

    def examination(self) -> Examination | None:
        """The examination that is shown."""
        if self._network is None:
            return None
        if self._own is not None and self._own[0] is self._network:
            return self._own[1]
        found = self._known(self._network) if self._network.edited else from_card(self._network.card)
        others = found is not None and self.data is not None and not found.is_of(self.data.test_labels)
        return None if others else found

    def choose_pair(self, pair: Pair) -> None:
        """Show only the digits that are ``pair[0]`` and were read as ``pair[1]``; None for whatever."""
        self._pair = pair
        if None not in pair and pair[0] == pair[1] and self.data is not None:
            self._every = True
        self.refresh()

    def choose_label(self, label: int | None) -> None:
        """Show only the digits that are ``label``, whatever they were read as; None for all ten."""
        self.choose_pair((label, None))

    def _on_which(self, key: str) -> None:
        self._every = key == "all"
        if not self._every and self._pair[0] == self._pair[1]:
            self._pair = (None, None)
        self.refresh()

    def refresh(self) -> None:
        """Show everything again, if the panel is seen."""
        network = self._network
        if network is None or not self._panel.isVisible():
            return
        found, ten, known = self.examination(), len(network.classes) == 10, self.data is not None
        tools = self._panel.tools
        tools.set_facts(*facts(found, changed=bool(network.edited)))
        tools.set_file(known=known)
        tools.offer_examination(known and ten and found is None)
        self._panel.table.set_counts(None if found is None else found.counts, tuple("0123456789"))
        every = known and (self._every or found is None)
        self._panel.offer_all(known and found is not None, every=every)
        self._panel.offer_labels(known or found is not None)
        if found is None:
            self._pair = (self._pair[0], None)
        self._panel.set_pair(self._pair)
        exhibits = self._exhibits(found, every)
        if found is None:
            hint = unexamined(known=known, ten=ten)
        else:
            hint = "" if known else no_pictures()
        said = shown(len(exhibits), self._pair, every=every) if known or found is not None else ("",)
        self._panel.set_exhibits(exhibits, said, hint)

    def _exhibits(self, found: Examination | None, every: bool) -> list[Exhibit]:
        true, answer = self._pair
        return [
            Exhibit(number, str(label), "" if read is None else str(read), self._picture(number))
            for number, label, read in self._rows(found, every)
            if true in (None, label) and answer in (None, read)
        ]

    def _rows(self, found: Examination | None, every: bool) -> list[tuple[int, int, int | None]]:
        """The number of each digit, what it is and what it was read as."""
        if not every or self.data is None:
            return [] if found is None else list(found.misread)
        answers = {} if found is None else found.answers()
        labels: list[int] = np.asarray(self.data.test_labels).reshape(-1).tolist()
        return [
            (number, label, None if found is None else answers.get(number, label))
            for number, label in enumerate(labels)
        ]

    def _picture(self, number: int) -> Any:
        if self.data is None or number >= len(self.data.test):
            return None
        return self.data.test[number]

    def inspect(self, number: int) -> None:
        """Put a test digit before the network."""
        picture = self._picture(number)
        if picture is None:
            self.message.emit("info", no_pictures())
            return
        assert self.data is not None
        self._panel.gallery.set_current(number)
        label = int(np.asarray(self.data.test_labels).reshape(-1)[number])
        self.digit_wanted.emit(picture / np.float32(255), digit_name(number, label))

    # An examination of our own

    def begin(self) -> None:
        """Let the network read all test digits, beside the window's thread."""
        if self._network is None or self.data is None:
            return
        self._panel.tools.set_progress(0.0)
        self._work.ask(self._network, partial(_examined, self.data, self.worker), interrupt=True)

    def _on_cancel(self) -> None:
        self.download.cancel()
        self._stop()

    def _stop(self) -> None:
        if self._work.busy:
            self._work.cancel()
            self._panel.tools.set_progress(None)

    def _on_examined(self, network: Network, found: Examination) -> None:
        self._panel.tools.set_progress(None)
        self._own = (network, found)
        self.refresh()

    def _on_not_examined(self, network: Network, error: BaseException) -> None:
        self._panel.tools.set_progress(None)
        self.message.emit("error", open_error(network.title, error))


def _examined(data: Mnist, worker: Process | None, run: Run) -> Examination:
    """Let a network read all test digits."""
    network: Network = run.request
    if not network.opaque:
        return examine(network, data, run.go_on)
    return examine(network, data, run.go_on, partial(answers_of_keras, worker, network), together(network))
