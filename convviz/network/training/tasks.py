"""What runs in the training process; see `training_process` for the other side.

Nothing in here is called in the window's process. TensorFlow is imported inside the functions only.
"""

from __future__ import annotations

import os
import signal
import tempfile
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from convviz.core.base.translatable import TranslatableError
from convviz.network.digits.mnist import read_mnist
from convviz.network.model.errors import NetworkError
from convviz.network.tensorflow.tasks import prepare_process
from convviz.network.training.messages import Batch, Examining, Failed, Finished, Started
from convviz.network.training.run import Request, carry_out, check
from convviz.network.training.trainer import Epoch, Reports, Trained, load_tensorflow

BETWEEN = 0.1
"""Seconds between two messages about batches: there may be a thousand batches in a second."""

GENTLE = 10
"""How far the process stands back when others want the processor, the window first of all."""


def run(request: Request, data: str, target: str, line: Connection, memory: int) -> None:
    """Train, and tell ``line`` about it; the last message is `Finished` or `Failed`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the terminal is meant for the window
    prepare_process(memory)
    tempfile.tempdir = str(Path(target).parent)  # so that whoever cleans up there finds all of it
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
    """Says how the training goes, and listens whether it shall stop."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._said = 0.0

    def reports(self) -> Reports:
        return Reports(self._batch, self._epoch)

    def _batch(self, epoch: int, done: int, steps: int) -> None:
        if self._line.poll():
            raise KeyboardInterrupt  # nothing but `STOP` is ever said
        now = time.monotonic()
        if now - self._said >= BETWEEN or done == steps:
            self._said = now
            self._line.send(Batch(epoch, done, steps))

    def _epoch(self, epoch: Epoch) -> None:
        self._line.send(epoch)

    def trained(self, trained: Trained) -> None:
        self._line.send(Examining(trained.best))


def plain(error: Exception) -> Exception:
    """The error as something the window can read and say.

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
