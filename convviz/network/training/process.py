"""Training in a process of its own, beside the one that opens networks and gives gradients.

A training takes minutes; in the same process the referee would have nothing to say until it is over.
It starts with a training and ends with it, or with the window, whatever happens to that.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from convviz.network.model.errors import NetworkError
from convviz.network.tensorflow.worker import MOST_MEMORY
from convviz.network.training.messages import STOP, Failed, Finished, Message
from convviz.network.training.run import Request
from convviz.network.training.tasks import run

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
