"""TensorFlow in a process of its own: it checks our arithmetic, and opens networks that we cannot read.

Its import takes seconds and half a gigabyte, and some files bring it down; none of that reaches
the process that asks. Answers come as futures; errors are `NetworkError`, each with a sentence.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import Any, TypeVar

import numpy as np

from convviz.core.base.processes import prepare_process
from convviz.core.sizes.numbers import Pair
from convviz.network.compute.arithmetic import after, before
from convviz.network.compute.forward import Activations, at_once, checked, logit_layer
from convviz.network.files.keras.file import FREE_SIZES, read_network
from convviz.network.model.errors import NetworkError
from convviz.network.model.layers import INPUT, Array, Layer, Opaque, Weighted, frozen
from convviz.network.model.network import Network
from convviz.network.tensorflow import tasks

MOST_MEMORY = 8 << 30
"""Address space of the process in bytes; TensorFlow with a small network takes 2.2 GB."""

MOST_SECONDS = 60.0
"""How long an answer may take, the import of TensorFlow included."""

T = TypeVar("T")


class Worker:
    """One process with TensorFlow, started when it is first needed and again when it has died.

    Futures are finished in a thread of the pool, not in that of the caller.
    """

    def __init__(self, seconds: float = MOST_SECONDS, memory: int = MOST_MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._closed = False

    def start(self) -> Future[str]:
        """Begin to import TensorFlow in the background; the future has its version."""
        return self.ask(tasks.warm_up)

    def activations(self, network: Network, picture: Array) -> Future[dict[str, Array]]:
        """Let TensorFlow recompute every layer of a network, by name."""
        given = checked(network, picture)
        return self.ask(tasks.activations, network.path, edits(network), given)

    def gradients(self, network: Network, picture: Array, label: int) -> Future[dict[str, Array]]:
        """The derivative of a class's logit by every layer, by name; "" is the picture."""
        given = checked(network, picture)
        return self.ask(tasks.gradients, network.path, edits(network), given, label)

    def answers(self, network: Network, pictures: Array) -> Future[Array]:
        """Let TensorFlow read many pictures at once, (n, rows, columns, channels): (n, classes)."""
        return self.ask(tasks.answers, network.path, edits(network), pictures)

    def describe(self, path: str, size: tuple[int, int] = (28, 28)) -> Future[list[tasks.LayerFacts]]:
        """Let Keras open a network and tell about its layers; for `open_network`."""
        return self.ask(tasks.describe, path, size)

    def ask(self, task: Callable[..., T], *arguments: object) -> Future[T]:
        """Run a function of `tasks` there. The future's exception is a `NetworkError`."""
        answer: Future[T] = Future()
        answer.set_running_or_notify_cancel()
        try:
            with self._lock:
                if self._closed:
                    raise NetworkError("worker_closed", "TensorFlow's process has been ended")
                pool = self._pool = self._pool or self._new_pool()
                running = pool.submit(task, *arguments)
        except BrokenProcessPool:
            self._forget(pool)
            return self.ask(task, *arguments)
        except NetworkError as error:
            answer.set_exception(error)
            return answer
        watch = threading.Timer(self._seconds, partial(self._too_slow, pool, answer))
        watch.daemon = True
        watch.start()
        running.add_done_callback(partial(self._pass_on, pool, watch, answer))
        return answer

    def cancel(self) -> None:
        """End whatever runs there; the next question starts a new process."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            _end(pool)

    def close(self) -> None:
        """End the process for good."""
        self._closed = True
        self.cancel()

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            max_workers=1,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=prepare_process,
            initargs=(self._memory,),
        )

    def _forget(self, pool: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is pool:
                self._pool = None

    def _too_slow(self, pool: ProcessPoolExecutor, answer: Future[Any]) -> None:
        _finish(answer, NetworkError("worker_slow", "TensorFlow gave no answer in {seconds:g} seconds",
                                     seconds=self._seconds))  # fmt: skip
        self._forget(pool)
        _end(pool)

    def _pass_on(
        self, pool: ProcessPoolExecutor, watch: threading.Timer, answer: Future[Any], done: Future[Any]
    ) -> None:
        watch.cancel()
        error = (
            NetworkError("worker_ended", "the work was cancelled") if done.cancelled() else done.exception()
        )
        if isinstance(error, BrokenProcessPool):
            self._forget(pool)
        if error is None:
            if not answer.done():
                answer.set_result(done.result())
        else:
            _finish(answer, _plain(error))


def _finish(answer: Future[Any], error: NetworkError) -> None:
    if not answer.done():
        answer.set_exception(error)


def _plain(error: BaseException) -> NetworkError:
    """Any error of the process as one sentence."""
    if isinstance(error, NetworkError):
        return error
    if isinstance(error, BrokenProcessPool):
        return NetworkError(
            "worker_ended", "TensorFlow's process ended unexpectedly; it will be started again"
        )
    if isinstance(error, ImportError):
        return NetworkError("worker_missing", "TensorFlow is not installed, or does not run on this computer")
    if isinstance(error, MemoryError) or type(error).__name__ == "ResourceExhaustedError":
        return NetworkError("worker_memory", "the network needs more memory than it is given")
    first = " ".join(str(error).split())[:300]
    text = "TensorFlow cannot open or compute this network: {said}"
    return NetworkError("worker_failed", text, said=first)


def _end(pool: ProcessPoolExecutor) -> None:
    """End a pool and its process, whatever that is doing."""
    processes = list((getattr(pool, "_processes", None) or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()


def edits(network: Network) -> dict[str, tuple[Array, Array | None]]:
    """The weights in which a network differs from its file, for the worker."""
    changed = (network.layers[at] for at in sorted(network.edited))
    return {
        layer.name: (layer.weights, layer.bias if layer.has_bias else None)
        for layer in changed
        if isinstance(layer, Weighted)
    }


def largest_difference(network: Network, acts: Activations, theirs: dict[str, Array]) -> float:
    """The largest difference between our values and TensorFlow's, over all layers."""
    apart = [
        float(np.abs(acts.values[at] - theirs[layer.name].reshape(layer.shape)).max(initial=0))
        for at, layer in enumerate(network.layers)
        if layer.name in theirs
    ]
    return max(apart, default=0.0)


def open_network(worker: Worker, path: str) -> Network:
    """Read a network with a layer that only Keras computes: its output is shown, not its arithmetic.

    Waits for the worker; to be called in a thread. `NetworkError` as in `read_network`.
    """
    try:
        return _through_keras(worker, path, FREE_SIZES[0])
    except NetworkError as error:
        if error.kind not in ("shape", "worker_failed"):
            raise
    return _through_keras(worker, path, FREE_SIZES[-1])  # pictures of any size, but not of that one


def _through_keras(worker: Worker, path: str, size: Pair) -> Network:
    facts = worker.describe(path, size).result()
    known = {one.name: (one.class_name, one.shape, one.parameters) for one in facts}
    return read_network(path, size, known)


def assembled(network: Network, picture: Array, theirs: dict[str, Array]) -> Activations:
    """Put TensorFlow's values together as `Activations`; what it did not name is computed here."""
    given = checked(network, picture)
    values: list[Array] = []
    logits: Array | None = None
    for at, layer in enumerate(network.layers):
        if layer.name in theirs:
            values.append(frozen(theirs[layer.name].reshape(layer.shape)))
        else:
            values.append(frozen(after(layer, before(layer, *_inputs(layer, given, values)))[0]))
        if at == logit_layer(network) and not isinstance(layer, Opaque):
            logits = frozen(before(layer, *_inputs(layer, given, values))[0])
    return Activations(frozen(given), tuple(values), values[-1] if logits is None else logits)


def _inputs(layer: Layer, picture: Array, values: list[Array]) -> list[Array]:
    return [(picture if at == INPUT else values[at])[None] for at in layer.inputs]


MOST_CELLS = 50_000_000
"""Values of all layers together that TensorFlow computes at once."""


def answers_of_keras(worker: Worker | None, network: Network, pictures: Array) -> Array:
    """What TensorFlow answers, where it has to compute a layer: (pictures, classes)."""
    if worker is None:
        raise NetworkError("worker_missing", "TensorFlow is not at hand")
    return worker.answers(network, pictures).result()


def together(network: Network) -> int:
    """How many pictures TensorFlow reads at once: few enough for its memory, and for a cancel soon."""
    cells = sum(int(np.prod(layer.shape)) for layer in network.layers)
    return max(1, min(at_once(network), MOST_CELLS // cells))
