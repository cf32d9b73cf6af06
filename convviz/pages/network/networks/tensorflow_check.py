"""The check by TensorFlow: it computes what is shown again, in a process of its own, when the pen rests."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from convviz.network.compute.forward import Activations
from convviz.network.model.errors import NetworkError
from convviz.network.model.network import Network
from convviz.views.base.numbers import tiny
from convviz.views.base.texts import reason_text, say
from convviz.views.network.network_strip import NetworkStrip

if TYPE_CHECKING:
    from convviz.network.tensorflow.worker import Worker

REST = 350
"""Milliseconds without a change after which TensorFlow is asked."""


class _Bridge(QObject):
    """Carries an answer from the pool's thread into the window's."""

    answered = Signal(object)


class TensorflowCheck(QObject):
    """Asks a `Worker`, if there is one, and writes its verdict into the strip over the network.

    It never asks while ``drawing()``: TensorFlow would take the processor from the next stroke.
    """

    def __init__(
        self,
        strip: NetworkStrip,
        worker: Worker | None,
        parent: QObject | None = None,
        *,
        drawing: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._strip, self._worker = strip, worker
        self._wanted: tuple[Network, Activations] | None = None
        self._asked: tuple[Network, Activations] | None = None
        self._verdict: float | NetworkError | None = None
        self._may_ask_again = True
        self._bridge = _Bridge()
        self._bridge.answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)
        self._soon = QTimer(self, singleShot=True, interval=REST)
        self._soon.timeout.connect(self._ask)

    def start(self) -> None:
        """Begin to import TensorFlow in the background."""
        if self._worker is not None:  # by a thread: making a process takes longer than a frame
            threading.Thread(target=self._worker.start, name="convviz-tensorflow", daemon=True).start()

    def set_values(self, network: Network, acts: Activations | None) -> None:
        """These values are on the screen now; what was said of others is no longer true."""
        self._verdict = None
        self._may_ask_again = True
        self.retranslate()
        self._wanted = (network, acts) if acts is not None else None
        if self._worker is not None and acts is not None and network.path:
            self._soon.start()
        else:
            self._soon.stop()

    def _ask(self) -> None:
        if self._wanted is None or self._asked is not None or self._worker is None:
            return
        if self._drawing():
            self._soon.start()
            return
        self._asked = self._wanted
        network, acts = self._wanted
        self._worker.activations(network, acts.picture).add_done_callback(self._bridge.answered.emit)

    def _on_answer(self, answer: Future[Any]) -> None:
        asked, self._asked = self._asked, None
        if asked is None or self._worker is None:
            return
        if asked is not self._wanted:
            self._ask()  # the digit has changed meanwhile
            return
        from convviz.network.tensorflow.worker import largest_difference

        error = answer.exception()
        if error is None:
            self._verdict = largest_difference(asked[0], asked[1], answer.result())
        elif isinstance(error, NetworkError) and error.kind != "worker_closed":
            self._verdict = error
            if error.kind == "worker_ended" and self._may_ask_again:
                self._may_ask_again = False  # where these very values end it, once has to do
                self._soon.start()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the verdict in the language of the moment."""
        verdict = self._verdict
        if verdict is None:
            self._strip.set_tensorflow_check("")
        elif isinstance(verdict, NetworkError):
            text = say("Network", "not compared with TensorFlow")
            self._strip.set_tensorflow_check(text, reason_text(verdict), agrees=False)
        else:
            text = say("Network", "equals TensorFlow to {difference}")
            details = say(
                "Network",
                "TensorFlow has computed every value of every layer again. "
                "The largest difference is {difference}.",
            )
            difference = tiny(verdict)
            self._strip.set_tensorflow_check(
                "\u2713 " + text.format(difference=difference), details.format(difference=difference)
            )

    def close(self) -> None:
        """End the process; nothing is said any more."""
        worker, self._worker = self._worker, None
        self._soon.stop()
        if worker is not None:
            worker.close()
