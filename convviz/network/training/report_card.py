"""The examination of a network on MNIST's test digits, and the report card beside a trained one."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz import __version__
from convviz.core.base.files import open_file
from convviz.network.compute.adapting import fitted
from convviz.network.compute.forward import at_once, outputs
from convviz.network.digits.mnist import LICENCE, Mnist
from convviz.network.model.layers import Array
from convviz.network.model.network import Network
from convviz.network.model.recipes import Architecture, Recipe

SHIFTS = range(8)
Reader = Callable[[np.ndarray[Any, Any]], np.ndarray[Any, Any]]


def moved(pictures: np.ndarray[Any, Any], columns: int) -> np.ndarray[Any, Any]:
    """Move digits to the right by whole pixels; what comes in from the left is black.

    >>> moved(np.array([[[1, 2, 3]]]), 1).tolist()
    [[[0, 1, 2]]]
    """
    result = np.zeros_like(pictures)
    result[:, :, columns:] = pictures[:, :, : pictures.shape[2] - columns]
    return result


def confusion(labels: np.ndarray[Any, Any], answers: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Count what was read as what: row = what it is, column = what it was read as, (10, 10).

    >>> confusion(np.array([7, 7]), np.array([7, 1]))[7].tolist()
    [0, 1, 0, 0, 0, 0, 0, 1, 0, 0]
    """
    table = np.zeros((10, 10), int)
    np.add.at(table, (labels, answers), 1)
    return table


def examination(read: Reader, data: Mnist) -> dict[str, Any]:
    """Examine a network on the test digits: as they are, and moved by 0 to 7 pixels.

    ``read`` takes (n, 28, 28) bytes and gives (n, 10) probabilities.
    """
    from convviz.network.training.trainer import score

    probabilities = read(data.test)
    answers = probabilities.argmax(axis=1)
    loss, accuracy = score(probabilities, data.test_labels)
    wrong = np.flatnonzero(answers != data.test_labels)
    shifts = [float((read(moved(data.test, by)).argmax(axis=1) == data.test_labels).mean()) for by in SHIFTS]
    return {
        "accuracy": round(accuracy, 4),
        "loss": round(loss, 6),
        "digits": len(answers),
        "confusion": confusion(data.test_labels, answers).tolist(),
        "misread": [[int(at), int(data.test_labels[at]), int(answers[at])] for at in wrong],
        "accuracy_by_shift": [round(one, 4) for one in shifts],
    }


def report_card(
    plan: Architecture, recipe: tuple[str, Recipe], data: Mnist, seed: int, history: dict[str, Any]
) -> dict[str, Any]:
    """The report card without the examination and the checksum."""
    return {
        "network": plan.key,
        "title": plan.title,
        "parameters": plan.parameters,
        "recipe": recipe[0],
        "recipe_settings": asdict(recipe[1]),
        "tutorial_claim": plan.claim,
        "seed": seed,
        **history,
        "trained_on": date.today().isoformat(),
        "versions": _versions(),
        "data": {"sha256": data.checksum, "licence": LICENCE, "training_digits": len(data.train)},
    }


def _versions() -> dict[str, str]:
    import keras
    import tensorflow as tf

    return {
        "convviz": __version__, "tensorflow": tf.__version__, "keras": keras.__version__,
        "numpy": np.__version__,
    }  # fmt: skip


def checksum(path: str | os.PathLike[str]) -> str:
    """The SHA-256 of a file, as hexadecimal digits."""
    with open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def to_json(card: dict[str, Any]) -> str:
    """Write a card so that a person can read it: lists of numbers, and each epoch, on one line.

    >>> print(to_json({"a": [[1, 2], [3, 4]], "b": {"c": "d"}}), end="")
    {
     "a": [
      [1, 2],
      [3, 4]
     ],
     "b": {
      "c": "d"
     }
    }
    """
    return _written(card, 0) + "\n"


def _written(value: Any, depth: int) -> str:
    flat = json.dumps(value, ensure_ascii=False)
    entries = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if not entries or (isinstance(value, list) and not any(isinstance(one, (dict, list)) for one in value)):
        return flat
    inner, outer = "\n" + " " * (depth + 1), "\n" + " " * depth
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {_written(one, depth + 1)}" for key, one in value.items()]
        return "{" + inner + ("," + inner).join(parts) + outer + "}"
    parts = [
        json.dumps(one, ensure_ascii=False) if isinstance(one, dict) else _written(one, depth + 1)
        for one in value
    ]
    return "[" + inner + ("," + inner).join(parts) + outer + "]"


@dataclass(frozen=True, eq=False)
class Examination:
    """The result of a network on the test digits.

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
    """The examination in a report card; None where there is none."""
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

    ``progress`` gets the finished share; what it raises ends the work. ``reader`` answers where the
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
    return examined(np.asarray(data.test_labels).reshape(-1).astype(int), np.concatenate(answers))


def examined(labels: NDArray[Any], read: NDArray[Any]) -> Examination:
    """What digits are, and what they were read as, both (n,), as an examination.

    >>> examined(np.array([3, 5, 5]), np.array([3, 5, 6])).misread
    ((2, 5, 6),)
    """
    misread = tuple((int(at), int(labels[at]), int(read[at])) for at in np.flatnonzero(read != labels))
    return Examination(confusion(labels, read).astype(np.int64), misread)
