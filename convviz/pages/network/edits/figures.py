"""How many test digits an edited network reads: counted beside the window, where MNIST is at hand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from convviz.document.background.latest_wins import LatestWins, Run
from convviz.document.files.loader import find_mnist
from convviz.network.compute.forward import outputs
from convviz.network.digits.mnist import read_mnist
from convviz.network.model.network import Network
from convviz.network.training.report_card import SHIFTS, Examination, examined, moved

REST = 600
"""Milliseconds without a change of the network after which its test begins."""
Digits = tuple[NDArray[np.uint8], NDArray[np.uint8]]


@dataclass(frozen=True)
class Figures:
    """What is known of a network: the share of test digits it reads, also shifted by 0, 1, 2 ... pixels.

    ``accuracy`` is None, and ``by_shift`` empty, where it is not known; ``is_coming`` while it is counted.
    """

    accuracy: float | None = None
    by_shift: tuple[float, ...] = ()
    is_coming: bool = False
    examination: Examination | None = field(default=None, compare=False)
    """Every digit that an edited network was asked about, as long as its accuracy is known."""


class EditedFigures(QObject):
    """Counts for the network that was asked about last. ``changed`` follows when more is known."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: WeakKeyDictionary[Network, Figures] = WeakKeyDictionary()
        self._wanted: tuple[Network, bool] | None = None
        self._place: Path | None = None
        self._work = LatestWins(self)
        self._work.done.connect(self._on_counted)
        self._work.failed.connect(self._on_failed)
        self._digits = partial(_digits, {})
        self._soon = QTimer(self, singleShot=True, interval=REST)
        self._soon.timeout.connect(self._begin)

    def of(self, network: Network) -> Figures:
        """What is known of a network. One that was not edited is known from its report card."""
        if network.edited:
            return self._known.get(network, Figures())
        test = network.card.get("test", {})
        return Figures(test.get("accuracy"), tuple(test.get("accuracy_by_shift", ())))

    def ask(self, network: Network, *, shifts: bool) -> None:
        """Have the figures of an edited network counted; with ``shifts`` those of shifted digits as well."""
        wanted = self._wanted
        if not network.edited or network.opaque or "test" not in network.card:
            if wanted is not None:
                self._wanted = None
                self._stop()
            return
        if wanted is not None and wanted[0] is network and (wanted[1] or not shifts):
            return
        self._wanted = network, shifts
        if wanted is None or wanted[0] is not network:
            self._stop()
        self._place = self._place or find_mnist()
        if self._place is not None and self._missing() is not None:
            self._known[network] = replace(self.of(network), is_coming=True)
            self._soon.start()

    def look_again(self) -> None:
        """MNIST's file may be at hand now."""
        wanted, self._wanted, self._place = self._wanted, None, None
        if wanted is not None:
            self.ask(wanted[0], shifts=wanted[1])
            self.changed.emit()

    def shut_down(self) -> None:
        """End the thread."""
        self._soon.stop()
        self._work.close()

    def _stop(self) -> None:
        self._soon.stop()
        self._work.cancel()

    def _missing(self) -> tuple[int, ...] | None:
        """The shifts to count next; None where all that is wanted is known."""
        assert self._wanted is not None
        network, shifts = self._wanted
        known = self.of(network)
        if known.accuracy is None:
            return (0,)
        return tuple(SHIFTS)[1:] if shifts and not known.by_shift else None

    def _begin(self) -> None:
        shifts = None if self._wanted is None or self._work.newest is not None else self._missing()
        if shifts is not None and self._wanted is not None and self._place is not None:
            self._work.ask(self._wanted[0], partial(_counted, self._digits, self._place, shifts))

    def _on_counted(self, network: Network, counted: tuple[tuple[float, ...], Examination | None]) -> None:
        known, (shares, examination) = self.of(network), counted
        if len(shares) == 1:
            known = Figures(shares[0], examination=examination)
        elif known.accuracy is not None:
            known = replace(known, by_shift=(known.accuracy, *shares), is_coming=False)
        self._known[network] = known
        if self._wanted is not None and self._wanted[0] is network:
            self._begin()
        self.changed.emit()

    def _on_failed(self, network: Network, error: BaseException) -> None:
        """The file cannot be read: what it is about is said where it is opened, on the tab of the digits."""
        self._known[network] = replace(self.of(network), is_coming=False)
        self.changed.emit()


def _counted(
    digits: Any, place: Path, shifts: tuple[int, ...], run: Run
) -> tuple[tuple[float, ...], Examination | None]:
    """The shares of the test digits that are read correctly, shifted to the right; all answers unshifted."""
    pictures, labels = digits(place)
    found, examination = [], None
    for shift in shifts:
        answers = outputs(run.request, moved(pictures, shift), run.go_on).argmax(axis=1)
        found.append(round(float((answers == labels).mean()), 4))
        if shift == 0:
            examination = examined(labels.astype(int), answers)
    return tuple(found), examination


def _digits(known: dict[Path, Digits], place: Path) -> Digits:
    """The test digits and what they are, read once: (n, 28, 28) and (n,)."""
    if place not in known:
        data = read_mnist(place)
        known[place] = np.array(data.test), np.asarray(data.test_labels).reshape(-1)
    return known[place]
