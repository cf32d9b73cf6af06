"""One model of a description as a graph: its layers, which of them is called when, and what each reads.

Descriptions of Keras 3 and Keras 2, of sequential and of functional models differ; behind this module
they do not. A model may stand in another one as a layer; `plan` takes those apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from convviz.core.base.translatable import translatable
from convviz.network.model.errors import NetworkError

MODELS = frozenset(("Sequential", "Functional", "Model"))
"""Classes that have layers of their own."""

MOST_LAYERS = 2000

FreeShape = tuple[int | None, ...]


class Tensor(NamedTuple):
    """What comes out of a layer: which of its uses, and which of its outputs, both from 0."""

    layer: str
    use: int = 0
    number: int = 0


@dataclass(frozen=True)
class Call:
    """One use of a layer: what it reads, and all that it is given (positions, names) as described."""

    layer: str
    use: int
    reads: tuple[Tensor, ...]
    given: tuple[list[Any], dict[str, Any]]


@dataclass(frozen=True)
class Graph:
    """A model: its layers and their groups in a weight file by name, and its calls in working order."""

    title: str
    layers: dict[str, dict[str, Any]]
    groups: dict[str, str]
    inputs: tuple[str, ...]
    shape: FreeShape | None
    outputs: tuple[Tensor, ...]
    calls: tuple[Call, ...]


def graph(description: dict[str, Any]) -> Graph:
    """Sort out the description of one model. `NetworkError` where it has gaps."""
    config = description["config"]
    listed = config["layers"] if isinstance(config, dict) else config
    if not 0 < len(listed) <= MOST_LAYERS:
        raise NetworkError("model", "a network of {count} layers is not opened", count=len(listed))
    title = str(config.get("name", "")) if isinstance(config, dict) else ""
    if description["class_name"] == "Sequential":
        return _sequential(title, description, listed)
    return _functional(title, config, listed)


def _by_name(listed: list[Any]) -> dict[str, dict[str, Any]]:
    layers: dict[str, dict[str, Any]] = {}
    for number, layer in enumerate(listed):
        name = name_of(layer) or f"layer {number}"
        if name in layers:
            raise NetworkError("model", "two layers are called {name!r}", name=name)
        layers[name] = layer
    return layers


def _groups(layers: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Keras 3 names the groups of a weight file by class, and counts them in the order of its list."""
    groups: dict[str, str] = {}
    count: dict[str, int] = {}
    for name, layer in layers.items():
        plain = snake_case(str(layer["class_name"]))
        groups[name] = f"{plain}_{count[plain]}" if count.get(plain) else plain
        count[plain] = count.get(plain, 0) + 1
    return groups


def _sequential(title: str, description: dict[str, Any], listed: list[Any]) -> Graph:
    layers = _by_name(listed)
    calls: list[Call] = []
    last = Tensor("")
    shape: FreeShape | None = None
    for name, layer in layers.items():
        shape = shape or shape_in(layer)
        if layer["class_name"] != "InputLayer":
            calls.append(Call(name, 0, (last,), ([], {})))
            last = Tensor(name)
    inner = description["config"] if isinstance(description["config"], dict) else {}
    built = description.get("build_config") or {}
    shape = shape or _shape(built.get("input_shape") or inner.get("build_input_shape"))
    return Graph(title, layers, _groups(layers), ("",), shape, (last,), tuple(calls))


def _functional(title: str, config: dict[str, Any], listed: list[Any]) -> Graph:
    layers = _by_name(listed)
    first = [name for name, layer in layers.items() if layer["class_name"] == "InputLayer"]
    inputs = [one.layer for one in _tensors_named(config.get("input_layers"))] or first
    if set(inputs) != set(first) or len(inputs) != len(first):
        text = translatable("the model {name!r} does not say which of its layers are its inputs")
        raise NetworkError("model", text, name=title)
    outputs = _tensors_named(config.get("output_layers"))
    calls = {
        (name, use): call
        for name, layer in layers.items()
        if name not in first
        for use, call in enumerate(_calls(name, layer))
    }
    order = _in_order(calls, first, outputs)
    shape = shape_in(layers[inputs[0]]) if inputs else None
    return Graph(title, layers, _groups(layers), tuple(inputs), shape, tuple(outputs), tuple(order))


def _in_order(calls: dict[tuple[str, int], Call], inputs: list[str], outputs: list[Tensor]) -> list[Call]:
    """Sort calls so that each follows those it reads, and drop what does not lead to an output."""
    order: dict[tuple[str, int], Call] = {}
    for output in outputs:
        stack = [output[:2]] if output.layer not in inputs else []
        waiting = set(stack)
        while stack:
            key = stack[-1]
            if key not in calls:
                raise NetworkError("model", "a layer reads {name!r}, which does not exist", name=key[0])
            missing = [one[:2] for one in calls[key].reads if one[:2] not in order and one[0] not in inputs]
            if not missing:
                order.setdefault(key, calls[key])
                waiting.discard(stack.pop())
            elif any(one in waiting for one in missing):
                raise NetworkError("model", "the layer {name!r} reads itself in a circle", name=key[0])
            else:
                stack.append(missing[0])
                waiting.add(missing[0])
    return list(order.values())


def _calls(name: str, layer: dict[str, Any]) -> Iterator[Call]:
    for use, node in enumerate(layer.get("inbound_nodes") or []):
        if isinstance(node, dict):
            args, kwargs = node.get("args") or [], node.get("kwargs") or {}
            if not isinstance(args, list) or not isinstance(kwargs, dict):
                raise NetworkError("model", "the file does not say what the layer {name!r} reads", name=name)
            reads = (*_tensors(args), *_tensors(list(kwargs.values())))
            yield Call(name, use, reads, (args, kwargs))
        else:
            yield Call(name, use, tuple(_history(entry) for entry in node), ([], {}))


def _tensors(value: Any) -> Iterator[Tensor]:
    """The tensors that stand in the arguments of a Keras 3 description."""
    if is_tensor(value):
        yield _history(value["config"]["keras_history"])
    elif isinstance(value, list):
        for entry in value:
            yield from _tensors(entry)


def is_tensor(value: Any) -> bool:
    """Whether an argument stands for what comes out of another layer."""
    return isinstance(value, dict) and value.get("class_name") == "__keras_tensor__"


def _history(entry: Any) -> Tensor:
    return Tensor(str(entry[0]), *(int(number) for number in entry[1:3]))


def _tensors_named(value: Any) -> list[Tensor]:
    """Input or output layers: [name, 0, 0], or a list or a dictionary of such."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list) and value and isinstance(value[0], str):
        return [_history(value)]
    return [_history(entry) for entry in value or []]


def name_of(layer: dict[str, Any]) -> str:
    """What a layer is called; empty where the file does not say."""
    return str(layer.get("name") or config_of(layer).get("name") or "")


def config_of(layer: dict[str, Any]) -> dict[str, Any]:
    """The settings of a layer. `NetworkError` where there are none."""
    config = layer.get("config")
    if isinstance(config, list) and layer.get("class_name") == "Sequential":
        return {}
    if not isinstance(config, dict):
        text = translatable("the file says nothing about a {layer} layer")
        raise NetworkError("model", text, layer=layer.get("class_name"))
    return config


def shape_in(layer: dict[str, Any]) -> FreeShape | None:
    """What a layer reads, without the batch, where the file says so; a model's first layer says it for it."""
    if layer.get("class_name") in MODELS:
        config = layer["config"]
        listed = config["layers"] if isinstance(config, dict) else config
        return shape_in(listed[0]) if listed else None
    config = config_of(layer)
    return _shape(config.get("batch_shape") or config.get("batch_input_shape"))


def _shape(value: Any) -> FreeShape | None:
    """A shape without its first number, the batch."""
    if not isinstance(value, list) or len(value) < 2:
        return None
    if not all(size is None or (isinstance(size, int) and 0 < size < 100_000) for size in value[1:]):
        raise NetworkError("input", "{value} is no size of a picture", value=value)
    return tuple(value[1:])


def snake_case(name: str) -> str:
    """Keras' own spelling: ``MaxPooling2D`` is ``max_pooling2d``.

    >>> snake_case("BatchNormalization"), snake_case("Conv2D"), snake_case("ReLU")
    ('batch_normalization', 'conv2d', 're_lu')
    """
    name = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", re.sub(r"\W+", "", name))
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower()
