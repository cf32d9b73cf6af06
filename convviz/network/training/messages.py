"""What the training process tells the window: plain values, so that they fit through a pipe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from convviz.network.training.trainer import Epoch

STOP = "stop"
"""What the window may say: learn no more, and keep the best epoch."""


@dataclass(frozen=True)
class Started:
    """TensorFlow is there and the digits are read."""


@dataclass(frozen=True)
class Batch:
    """A batch is done: ``done`` of ``steps`` in the epoch numbered ``epoch``, from 1."""

    epoch: int
    done: int
    steps: int

    def share(self, epochs: int) -> float:
        """How much of a training of ``epochs`` epochs is done, 0 to 1.

        >>> Batch(2, 5, 10).share(3)
        0.5
        """
        return (self.epoch - 1 + self.done / self.steps) / epochs


@dataclass(frozen=True)
class Examining:
    """The training is over, and epoch ``kept`` is being examined."""

    kept: int


@dataclass(frozen=True)
class Finished:
    """Network and report card are written; this is the card."""

    card: Mapping[str, Any]


@dataclass(frozen=True)
class Failed:
    """Nothing came of it, and why."""

    error: Exception


Message: TypeAlias = Started | Batch | Epoch | Examining | Finished | Failed
