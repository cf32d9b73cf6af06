"""Reading a network from a ``.keras`` or ``.h5`` file, without Keras.

The file is looked over before anything is built from it: see `archive` and `allowed`. Only layers
that can be computed and taken apart here are read; for others `NeedsKerasError` is raised, and the
worker may open the file.
"""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from convviz.core.base.files import open_file
from convviz.core.base.translatable import translatable
from convviz.core.sizes.numbers import Pair
from convviz.network.files.archive import WeightSource, opened, weight_source
from convviz.network.files.keras import allowed
from convviz.network.files.keras.layers import PREVIOUS, make
from convviz.network.files.plan import Node, Plan, plan
from convviz.network.model.errors import NeedsKerasError, NetworkError
from convviz.network.model.layers import INPUT, Layer, Opaque, Reshape, Shape
from convviz.network.model.network import Network

Known = Mapping[str, tuple[str, Shape, int]]

_MOST_VALUES = 200_000_000
FREE_SIZES: tuple[Pair, ...] = ((28, 28), (224, 224))
"""Pictures for networks that take any size: a digit's, and that of most networks for photos."""

_NEWEST = (3, 15)
"""The Keras whose files are known."""

_DIGITS = tuple("0123456789")


def read_network(
    path: str | os.PathLike[str], free_size: Pair | None = None, known: Known | None = None
) -> Network:
    """Read a network and its weights; `NetworkError` says in one sentence why it cannot be read.

    Networks that take pictures of any size get ``free_size`` (rows, columns); without it that of MNIST's
    digits where they tell ten classes apart, and else that of photos. ``known`` are layers by name with
    their class, shape and parameters, as Keras reports them: those not computed here become `Opaque`.
    `OSError` where there is no such file.
    """
    with opened(path) as description:
        try:
            allowed.check(description.config)
            found = plan(description.config)
            picture, layers = _fitting(found, weight_source(description), known or {}, free_size)
        except NetworkError as error:
            raise _because_newer(error, description.version) from error
    outputs = layers[-1].shape
    return Network(
        title=found.title or Path(path).stem,
        layers=tuple(layers),
        input_shape=picture,
        classes=_DIGITS if outputs == (10,) else tuple(str(number) for number in range(outputs[0])),
        checksum=_checksum(path),
        path=os.fspath(path),
    )


def _checksum(path: str | os.PathLike[str]) -> str:
    with open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fitting(
    found: Plan, source: WeightSource, known: Known, wanted: Pair | None
) -> tuple[Shape, list[Layer]]:
    """The picture's shape and the layers, for the first of the possible sizes that suits the network."""
    sizes = (wanted,) if wanted else FREE_SIZES if None in found.input_shape else FREE_SIZES[:1]
    wrong: NetworkError | None = None
    fitting: tuple[Shape, list[Layer]] | None = None
    for size in sizes:
        picture, first = _picture_shape(found, size)
        source.begin()
        try:
            fitting = picture, _layers(found, picture, first, source, known)
        except NetworkError as error:
            if error.kind != "shape":
                raise
            wrong = wrong or error
            continue
        if fitting[1][-1].shape == (10,):
            break
    if fitting is None:
        assert wrong is not None
        raise wrong
    outputs = fitting[1][-1].shape
    if len(outputs) != 1:
        text = translatable("the network answers with {shape}, not with one number a class")
        raise NetworkError("outputs", text, shape=outputs)
    return fitting


def _because_newer(error: NetworkError, version: str) -> NetworkError:
    """The error, or that the file is newer than what is known, where this explains the error.

    >>> str(_because_newer(NetworkError("layer", "the layer 'New' is not known"), "4.1.0"))
    "written by Keras 4.1.0, which is newer than what is known here: the layer 'New' is not known"
    """
    major, _, rest = version.partition(".")
    minor = rest.partition(".")[0]
    if not (major.isdigit() and minor.isdigit()) or (int(major), int(minor)) <= _NEWEST:
        return error
    if error.kind not in ("layer", "function", "model", "missing"):
        return error
    text = "written by Keras {version}, which is newer than what is known here: {cause}"
    return NetworkError("newer", text, version=version, cause=error)


def _picture_shape(found: Plan, free_size: tuple[int, int]) -> tuple[Shape, list[Layer]]:
    """The picture that the network reads, (rows, columns, channels), and a layer to flatten it, if needed."""
    shape = found.input_shape
    if len(shape) == 1 and shape[0] is not None:
        side = math.isqrt(shape[0])
        if side * side == shape[0]:
            return (side, side, 1), [Reshape("pixels", (INPUT,), (shape[0],))]
    if len(shape) == 2:
        shape = (*shape, 1)
    if len(shape) != 3 or shape[2] not in (1, 3):
        text = translatable("the network reads {shape}, which is no grey or colour picture")
        raise NetworkError("input", text, shape=_text(shape))
    return (shape[0] or free_size[0], shape[1] or free_size[1], shape[2]), []


def _text(shape: tuple[int | None, ...]) -> str:
    return " x ".join("any" if size is None else str(size) for size in shape) + " values"


def _layers(
    found: Plan, picture: Shape, first: list[Layer], source: WeightSource, known: Known
) -> list[Layer]:
    layers = list(first)
    positions: dict[str, int] = {"": len(first) - 1}  # the picture, or the picture laid out
    total = math.prod(picture)
    for node in found.nodes:
        inputs = tuple(positions[name] for name in node.reads)
        shapes = [picture if at == INPUT else layers[at].shape for at in inputs]
        for layer in _made(node, inputs, shapes, source, known):
            if layer.inputs == (PREVIOUS,):
                layer = replace(layer, inputs=(len(layers) - 1,))
            layers.append(_sharing(layer, node, layers))
            total += math.prod(layer.shape)
            if total > _MOST_VALUES:
                text = translatable("the network computes more than {most:,} values a picture")
                raise NetworkError("large", text, most=_MOST_VALUES)
        positions[node.name] = len(layers) - 1
    return layers


def _sharing(layer: Layer, node: Node, layers: list[Layer]) -> Layer:
    """A layer with the weights of its first use, if this is a later one."""
    if not node.first:
        return layer
    if isinstance(layer, Opaque):
        text = translatable("the layer {name!r} is used several times, and only Keras computes it")
        raise NetworkError("shared", text, name=node.first)
    ending = layer.name.removeprefix(node.name)  # of the first half of a separable convolution
    names = [one.name for one in layers]
    return layer.with_weights_of(layers[names.index(node.first + ending)], names.index(node.first + ending))


def _made(
    node: Node, inputs: tuple[int, ...], shapes: list[Shape], source: WeightSource, known: Known
) -> list[Layer]:
    try:
        return make(node, inputs, shapes, source)
    except NeedsKerasError:
        if node.name not in known:
            raise
        class_name, shape, parameters = known[node.name]
        return [Opaque(node.name, inputs, shape, class_name, parameters)]
