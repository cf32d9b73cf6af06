"""Training in a process of its own: what goes through the pipe, the window's side, the process's side.

A training takes minutes; in the worker's process (`network.tensorflow`) the check, opening networks and
gradients would wait for it. This process starts with a training and ends with it, or with the window.
TensorFlow is imported inside the functions only.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeAlias

from convviz.core.base.processes import prepare_process
from convviz.core.base.translatable import TranslatableError
from convviz.network.digits.mnist import read_mnist
from convviz.network.model.errors import NetworkError
from convviz.network.tensorflow.worker import MOST_MEMORY
from convviz.network.training.run import Request, carry_out, check
from convviz.network.training.trainer import Epoch, Reports, Trained, load_tensorflow

STOP = "stop"
"""What the window may say: learn no more, and keep the best epoch."""

BETWEEN = 0.1
"""Seconds between two messages about batches: there may be a thousand batches in a second."""

GENTLE = 10
"""How far the process stands back when others want the processor, the window first of all."""


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
    """The training failed, and why."""

    error: Exception


Message: TypeAlias = Started | Batch | Epoch | Examining | Finished | Failed

Hear = Callable[[Message], object]


class TrainingProcess:
    """Trains one network. ``hear`` is given every message, in a thread of its own.

    Before the last message, `Finished` or `Failed`, stand a `Started`, many `Batch` and an `Epoch` for each
    epoch, and one `Examining`. The network is in ``target`` when `Finished` is heard.
    """

    def __init__(
        self, request: Request, data: Path, target: Path, hear: Hear, memory: int = MOST_MEMORY
    ) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        arguments = (request, str(data), str(target), theirs, memory)
        self._process = context.Process(target=run, args=arguments, name="convviz-training", daemon=True)
        self._process.start()
        theirs.close()  # so that its end is noticed here
        self._hear = hear
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="convviz-training", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int | None:
        """The number of the process."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self._process.is_alive()

    def stop(self) -> None:
        """Stop learning, and keep the best epoch so far; `Finished` follows."""
        with suppress(OSError):
            self._line.send(STOP)

    def close(self) -> None:
        """End the process now, whatever it is doing; nothing is heard any more."""
        self._closed.set()
        self._process.kill()
        self._thread.join()

    def _listen(self) -> None:
        last: Message | None = None
        while not isinstance(last, Finished | Failed):
            last = _next(self._line)
            if isinstance(last, Finished | Failed):
                self._process.join(5)  # it has nothing more to do
                self._process.kill()
                self._process.join()
                self._line.close()
            if not self._closed.is_set():
                self._hear(last)


def _next(line: Connection) -> Message:
    try:
        message: Message = line.recv()
        return message
    except (EOFError, OSError):
        text = "TensorFlow's process ended unexpectedly, perhaps for want of memory"
        return Failed(NetworkError("training_ended", text))


def run(request: Request, data: str, target: str, line: Connection, memory: int) -> None:
    """Train, and tell ``line`` about it; the last message is `Finished` or `Failed`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the terminal is meant for the window
    prepare_process(memory)
    tempfile.tempdir = str(Path(target).parent)  # so that one folder holds all temporary files
    with suppress(AttributeError, OSError):
        os.nice(GENTLE)  # not on Windows
    last: Finished | Failed
    try:
        last = _train(request, data, Path(target), line)
    except KeyboardInterrupt:
        text = "the training was stopped before its first epoch was over"
        last = Failed(NetworkError("training_nothing", text))
    except Exception as error:  # noqa: BLE001 - whatever it was, the window has a sentence for it
        last = Failed(plain(error))
    with suppress(OSError):
        line.send(last)
    line.close()


def _train(request: Request, data: str, target: Path, line: Connection) -> Finished:
    digits = read_mnist(data)
    check(request, digits)
    load_tensorflow()
    line.send(Started())
    speaker = _Speaker(line)
    return Finished(carry_out(request, digits, target, speaker.reports(), speaker.trained))


class _Speaker:
    """Sends the progress of the training, and checks for the request to stop."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._said = 0.0

    def reports(self) -> Reports:
        return Reports(self._batch, self._epoch)

    def _batch(self, epoch: int, done: int, steps: int) -> None:
        if self._line.poll():
            raise KeyboardInterrupt  # `STOP` is the only message
        now = time.monotonic()
        if now - self._said >= BETWEEN or done == steps:
            self._said = now
            self._line.send(Batch(epoch, done, steps))

    def _epoch(self, epoch: Epoch) -> None:
        self._line.send(epoch)

    def trained(self, trained: Trained) -> None:
        self._line.send(Examining(trained.best))


def plain(error: Exception) -> Exception:
    """The error in a form that passes the pipe and has a sentence.

    >>> plain(ImportError("no tensorflow")).kind
    'training_missing'
    """
    if isinstance(error, NetworkError | TranslatableError):
        return error
    if isinstance(error, ImportError):
        return NetworkError(
            "training_missing", "TensorFlow is not installed, or does not run on this computer"
        )
    if isinstance(error, MemoryError) or type(error).__name__ == "ResourceExhaustedError":
        return NetworkError("training_memory", "the training needs more memory than it is given")
    if isinstance(error, OSError):
        return OSError(error.errno, error.strerror or str(error), error.filename)
    first = " ".join(str(error).split())[:300] or type(error).__name__
    return NetworkError("training_failed", "TensorFlow failed while it trained: {reason}", reason=first)
