"""What runs in TensorFlow's own process; see `worker` for the other side.

Nothing in here is called in the window's process. TensorFlow is imported inside the functions.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import parent_process
from typing import Any

import numpy as np

from convviz.network import allowed
from convviz.network.archive import opened

Array = np.ndarray[Any, Any]
Edits = Mapping[str, tuple[Array, Array | None]]
"""Layers with other weights than the file's: name to weights and bias."""


@dataclass(frozen=True)
class LayerFacts:
    """What Keras says about a layer: its name and class, what comes out, and its parameters."""

    name: str
    class_name: str
    shape: tuple[int, ...]
    parameters: int


def prepare_process(most_memory: int) -> None:
    """Run first in the new process: a limit on memory, silence, and an end when the window ends."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (most_memory, most_memory))
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def warm_up() -> str:
    """Import TensorFlow, and say which one it is."""
    import keras  # noqa: F401
    import tensorflow as tf

    # One digit is too little work for many threads, and the window needs its processor.
    with suppress(RuntimeError):
        tf.config.threading.set_intra_op_parallelism_threads(1)
        tf.config.threading.set_inter_op_parallelism_threads(1)
    return str(tf.__version__)


class Probe:
    """A network with all of its layers as outputs, as one traced function."""

    def __init__(self, path: str) -> None:
        import keras
        import tensorflow as tf

        with opened(path) as description:
            allowed.check(description.config)
        self.model = keras.models.load_model(path, compile=False, safe_mode=True)
        self.layers = [one for one in self.model.layers if not isinstance(one, keras.layers.InputLayer)]
        self.original = {one.name: one.get_weights() for one in self.layers}
        self.edited: dict[str, Any] = {}
        self.shape = tuple(self.model.inputs[0].shape[1:])
        signature = [tf.TensorSpec((1, *self.shape), tf.float32)]
        self.call = tf.function(self.run, input_signature=signature)

    def run(self, picture: Any) -> dict[str, Any]:
        """Every layer's output by name, in working order.

        A model with all layers as outputs would do, but Keras copies the way to each output, and
        computes the first layer of seven seven times.
        """
        passed: dict[str, Any] = {}

        def noting(layer: Any) -> Any:
            def call(*inputs: Any, **options: Any) -> Any:
                passed[layer.name] = layer(*inputs, **options)
                return passed[layer.name]

            return call

        functional = getattr(self.model, "_functional", None) or self.model
        functional._run_through_graph(picture, operation_fn=noting)
        return passed

    def edit(self, edits: Edits) -> None:
        """Give layers the weights of an experiment, and take back those of the one before."""
        for layer in self.layers:
            if layer.name in edits:
                weights, bias = edits[layer.name]
                target = self.original[layer.name][0].shape
                layer.set_weights([weights.reshape(target)] + ([] if bias is None else [bias]))
            elif layer.name in self.edited:
                layer.set_weights(self.original[layer.name])
        self.edited = dict(edits)

    def input(self, picture: Array) -> Array:
        """The picture in the model's own input shape, as a batch of one."""
        shape = tuple(
            given if size is None else size for size, given in zip(self.shape, picture.shape, strict=False)
        )
        return picture.astype(np.float32).reshape(1, *shape)


@lru_cache(maxsize=4)
def _probe(path: str, stamp: tuple[int, int]) -> Probe:
    return Probe(path)


def probe(path: str) -> Probe:
    """The probe of a file, built once as long as the file stays the same."""
    facts = os.stat(path)
    return _probe(path, (facts.st_mtime_ns, facts.st_size))


def describe(path: str, size: tuple[int, int]) -> list[LayerFacts]:
    """Open a network and tell what comes out of each layer, for pictures of ``size`` where it is free."""
    found = probe(path)
    channels = [size[at] if one is None and at < 2 else one for at, one in enumerate(found.shape)]
    values = found.call(np.zeros((1, *channels), np.float32))
    return [
        LayerFacts(one.name, type(one).__name__, tuple(values[one.name].shape[1:]), int(one.count_params()))
        for one in found.layers
        if one.name in values
    ]


def activations(path: str, edits: Edits, picture: Array) -> dict[str, Array]:
    """What TensorFlow computes for every layer, by name, without the batch."""
    found = probe(path)
    found.edit(edits)
    return {name: value.numpy()[0] for name, value in found.call(found.input(picture)).items()}


def gradients(path: str, edits: Edits, picture: Array, label: int) -> dict[str, Array]:
    """The derivative of a class's logit by every layer, by name; "" is the picture.

    Where the last layer is not a dense one with softmax, that of the logarithm of its output.
    """
    import keras
    import tensorflow as tf

    found = probe(path)
    found.edit(edits)
    given, last = tf.constant(found.input(picture)), found.layers[-1]
    with tf.GradientTape() as tape:
        tape.watch(given)
        passed = {"": given, **found.run(given)}
        below = list(passed.values())[-2]
        if isinstance(last, keras.layers.Dense) and last.activation is keras.activations.softmax:
            score = (below @ last.kernel + (last.bias if last.use_bias else 0.0))[0, label]
        else:
            score = tf.math.log(passed[last.name][0, label] + 1e-12)
    grads = tape.gradient(score, passed)
    return {name: one.numpy()[0] for name, one in grads.items() if one is not None}
