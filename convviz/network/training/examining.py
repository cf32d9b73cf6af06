"""Letting any network that tells ten digits apart read MNIST's test digits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.network.compute.adapting import fitted
from convviz.network.compute.forward import at_once, outputs
from convviz.network.digits.mnist import Mnist
from convviz.network.model.layers import Array
from convviz.network.model.network import Network
from convviz.network.training.report_card import confusion


@dataclass(frozen=True, eq=False)
class Examination:
    """What a network made of the test digits.

    ``counts`` (10, 10) are what is (row) read as what (column); ``misread`` are (number of the digit,
    what it is, what it was read as).
    """

    counts: NDArray[np.int64]
    misread: tuple[tuple[int, int, int], ...]

    @property
    def digits(self) -> int:
        """How many digits were read."""
        return int(self.counts.sum())

    @property
    def accuracy(self) -> float:
        """The share that was read correctly."""
        return float(np.trace(self.counts)) / max(1, self.digits)

    def is_of(self, labels: NDArray[Any]) -> bool:
        """Whether digits with these labels can be the ones that were read."""
        labels = np.asarray(labels).reshape(-1)
        counted = np.array_equal(np.bincount(labels, minlength=len(self.counts)), self.counts.sum(axis=1))
        return counted and all(labels[number] == label for number, label, _ in self.misread)

    def answers(self) -> dict[int, int]:
        """What the misread digits were read as, by number."""
        return {number: answer for number, _, answer in self.misread}


def from_card(card: dict[str, Any] | Any) -> Examination | None:
    """The examination that a report card tells of; None where it tells of none."""
    test = card.get("test") if hasattr(card, "get") else None
    if not test or "confusion" not in test:
        return None
    misread = tuple((int(number), int(label), int(answer)) for number, label, answer in test["misread"])
    return Examination(np.array(test["confusion"], np.int64), misread)


def examine(
    network: Network,
    data: Mnist,
    progress: Callable[[float], object] = lambda share: None,
    reader: Callable[[Array], Array] | None = None,
    together: int | None = None,
) -> Examination:
    """Let a network read all test digits, fitted into its input.

    ``progress`` hears the share that is done; what it raises ends the work. ``reader`` answers where the
    network's own arithmetic cannot, ``together`` digits at a time: (n, rows, columns, channels) in,
    (n, classes) out. ValueError for a network that does not answer with ten classes.
    """
    if len(network.classes) != 10:
        raise ValueError(f"the network has {len(network.classes)} classes, and there are 10 digits")
    answers = []
    size = together or at_once(network)
    read_all = partial(outputs, network) if reader is None else reader
    for start in range(0, len(data.test), size):
        batch = data.test[start : start + size] / np.float32(255)
        given = np.stack([fitted(network, one) for one in batch])
        given = np.asarray(given, np.float32).reshape(len(given), *network.input_shape)
        answers.append(read_all(given).argmax(axis=1))
        progress(min(1.0, (start + size) / len(data.test)))
    read, labels = np.concatenate(answers), np.asarray(data.test_labels).reshape(-1).astype(int)
    wrong = np.flatnonzero(read != labels)
    misread = tuple((int(at), int(labels[at]), int(read[at])) for at in wrong)
    return Examination(confusion(labels, read).astype(np.int64), misread)
