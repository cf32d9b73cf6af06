"""What runs in TensorFlow's own process; see `worker` for the other side.

Nothing in here is called in the window's process. TensorFlow is imported inside the functions.
"""

from __future__ import annotations

import io
import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError

import numpy as np

from convviz.core.base.files import system_reason
from convviz.network.digits.mnist import FILE, UNFINISHED, keras_folders
from convviz.network.files.archive import opened
from convviz.network.files.keras import allowed
from convviz.network.model.errors import NetworkError

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


def warm_up() -> str:
    """Import TensorFlow; its version."""
    import keras  # noqa: F401
    import tensorflow as tf

    # One digit is too little work for many threads, and the window needs its processor.
    with suppress(RuntimeError):
        tf.config.threading.set_intra_op_parallelism_threads(1)
        tf.config.threading.set_inter_op_parallelism_threads(1)
    return str(tf.__version__)


def download_digits(patience: float = 30.0) -> str:
    """Let Keras fetch MNIST and check its sum; the path of the file.

    It gets its name when it is complete, so that a file of half the length is never taken for MNIST.
    ``patience``: seconds of silence that end the attempt. Raises `NetworkError`.
    """
    import keras

    usual = socket.getdefaulttimeout()
    socket.setdefaulttimeout(patience)
    try:
        with redirect_stdout(io.StringIO()):
            keras.datasets.mnist.load_data(UNFINISHED)
        places = [folder / UNFINISHED for folder in keras_folders()]
        place = next(one for one in places if one.is_file())
        return str(place.replace(place.with_name(FILE)))
    except Exception as error:
        raise _fetch_error(error) from None
    finally:
        socket.setdefaulttimeout(usual)


def _fetch_error(error: Exception) -> NetworkError:
    """Why Keras could not fetch a file; it hides the cause behind general exceptions."""
    cause = error if isinstance(error, OSError | HTTPException) else error.__context__
    if isinstance(cause, HTTPError):
        return NetworkError("digits_refused", "the server answered with error {code}", code=cause.code)
    if isinstance(cause, URLError | HTTPException | ConnectionError | TimeoutError):
        return NetworkError("digits_offline", "there is no connection to the server")
    if isinstance(cause, OSError):
        text = "the file cannot be kept: {reason}"
        return NetworkError("digits_disk", text, reason=system_reason(cause))
    if isinstance(error, ValueError):
        return NetworkError("digits_damaged", "what was fetched has another checksum than MNIST")
    return NetworkError("digits_failed", "Keras could not fetch the file")


class Probe:
    """A network with all of its layers as outputs, as one traced function."""

    def __init__(self, path: str) -> None:
        import keras
        import tensorflow as tf

        with opened(path) as description:
            allowed.check(description.config)
        self.model = keras.models.load_model(path, compile=False, safe_mode=True)
        self.layers = dict(_layers(self.model, ""))
        self.original = {
            name: one.get_weights() for name, one in self.layers.items() if hasattr(one, "get_weights")
        }
        self.edited: dict[str, Any] = {}
        self.last_input: Any = None
        self.shape = tuple(self.model.inputs[0].shape[1:])
        signature = [tf.TensorSpec((1, *self.shape), tf.float32)]
        self.call = tf.function(self.run, input_signature=signature)
        many = [tf.TensorSpec((None, *self.shape), tf.float32)]
        self.read = tf.function(self.answer, input_signature=many)

    def run(self, picture: Any) -> dict[str, Any]:
        """Every layer's output by name, in working order, those in models inside of the model as well.

        A model with all layers as outputs would do, but Keras copies the way to each output, and
        computes the first layer of seven seven times. A layer that is used twice is left out: Keras
        does not say here which of its uses this is.
        """
        passed: dict[str, Any] = {}
        twice: set[str] = set()

        def noting(prefix: str, layer: Any) -> Any:
            def call(*inputs: Any, **options: Any) -> Any:
                name = prefix + layer.name
                if hasattr(layer, "layers"):
                    return _graph(layer)._run_through_graph(inputs, partial(noting, f"{name}/"))
                if getattr(layer, "_call_has_training_arg", False):
                    options["training"] = False  # some layers would play with pictures otherwise
                value = layer(*inputs, **options)
                self.last_input = inputs[0]
                if name in passed:
                    twice.add(name)
                passed[name] = value
                return value

            return call

        _graph(self.model)._run_through_graph(picture, operation_fn=partial(noting, ""))
        return {name: value for name, value in passed.items() if name not in twice}

    def answer(self, pictures: Any) -> Any:
        """What comes out at the end, for a batch."""
        import tensorflow as tf

        return tf.nest.flatten(self.model(pictures, training=False))[0]

    def edit(self, edits: Edits) -> None:
        """Give layers the weights of an experiment, and take back those of the one before."""
        for name in (self.edited.keys() | edits.keys()) & self.layers.keys():
            arrays = self.original[name]
            if name in edits:
                arrays = edited_arrays(type(self.layers[name]).__name__, arrays, *edits[name])
            self.layers[name].set_weights(arrays)
        self.edited = dict(edits)

    def input(self, picture: Array) -> Array:
        """The picture in the model's own input shape, as a batch of one."""
        shape = tuple(
            given if size is None else size for size, given in zip(self.shape, picture.shape, strict=False)
        )
        return picture.astype(np.float32).reshape(1, *shape)


def _graph(model: Any) -> Any:
    """The part of a model that knows which layer reads which."""
    return getattr(model, "_functional", None) or model


def _layers(model: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    """All layers and operations of a model by name, as `plan` has them."""
    for one in _graph(model).operations:
        name = prefix + one.name
        if hasattr(one, "layers"):
            yield from _layers(one, f"{name}/")
        elif type(one).__name__ != "InputLayer":
            yield name, one


def edited_arrays(class_name: str, old: list[Array], weights: Array, bias: Array | None) -> list[Array]:
    """The arrays of an experiment as Keras has them in this layer."""
    biases = [] if bias is None else [bias]
    if class_name == "SeparableConv2D":  # what is changed is its second half
        return [old[0], weights.reshape(old[1].shape), *biases]
    if class_name == "Conv2DTranspose":
        weights = weights.transpose(0, 1, 3, 2)
    return [weights.reshape(old[0].shape), *biases]


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
        LayerFacts(
            name, type(one).__name__, tuple(values[name].shape[1:]),
            int(one.count_params()) if hasattr(one, "count_params") else 0,
        )
        for name, one in found.layers.items()
        if name in values
    ]  # fmt: skip


def activations(path: str, edits: Edits, picture: Array) -> dict[str, Array]:
    """What TensorFlow computes for every layer, by name, without the batch."""
    found = probe(path)
    found.edit(edits)
    return {name: value.numpy()[0] for name, value in found.call(found.input(picture)).items()}


def answers(path: str, edits: Edits, pictures: Array) -> Array:
    """What the network answers to many pictures: (n, rows, columns, channels) in, (n, classes) out."""
    found = probe(path)
    found.edit(edits)
    read = found.read(np.asarray(pictures, np.float32)).numpy()
    return np.asarray(read, np.float32).reshape(len(pictures), -1)


def gradients(path: str, edits: Edits, picture: Array, label: int) -> dict[str, Array]:
    """The derivative of a class's logit by every layer, by name; "" is the picture.

    Where the last layer is not a dense one with softmax, that of the logarithm of its output.
    """
    import keras
    import tensorflow as tf

    found = probe(path)
    found.edit(edits)
    given, last = tf.constant(found.input(picture)), list(found.layers.values())[-1]
    with tf.GradientTape() as tape:
        tape.watch(given)
        passed = {"": given, **found.run(given)}
        below = found.last_input
        if isinstance(last, keras.layers.Dense) and last.activation is keras.activations.softmax:
            score = (below @ last.kernel + (last.bias if last.use_bias else 0.0))[0, label]
        else:
            score = tf.math.log(list(passed.values())[-1][0, label] + 1e-12)
    grads = tape.gradient(score, passed)
    return {name: one.numpy()[0] for name, one in grads.items() if one is not None}
