"""From Keras' description of a network to a plain list: each layer, and which layers it reads.

Descriptions of Keras 3 and Keras 2, of sequential and of functional networks differ; behind this
module they do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from convviz.network.errors import NetworkError

_MOST_LAYERS = 2000


@dataclass(frozen=True)
class Node:
    """One layer as the file describes it; ``reads`` are the names of the layers before it."""

    name: str
    class_name: str
    config: dict[str, Any]
    reads: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """A network as the file describes it: what it reads and its layers, in working order.

    ``listed`` are (name, class) of all layers as the file lists them.
    """

    title: str
    input_shape: tuple[int | None, ...]
    nodes: tuple[Node, ...]
    listed: tuple[tuple[str, str], ...]


def plan(description: dict[str, Any]) -> Plan:
    """Sort out a description that `allowed.check` has passed. `NetworkError` where it has gaps."""
    config = description["config"]
    layers = config["layers"] if isinstance(config, dict) else config
    if not 0 < len(layers) <= _MOST_LAYERS:
        raise NetworkError("model", f"a network of {len(layers)} layers is not opened", count=len(layers))
    title = str(config.get("name", "")) if isinstance(config, dict) else ""
    if description["class_name"] == "Sequential":
        shape, nodes = _sequential(description, layers)
    else:
        shape, nodes = _functional(config, layers)
    if not nodes:
        raise NetworkError("model", "the network has no layers")
    names = [node.name for node in nodes]
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise NetworkError("model", f"two layers are called {twice[0]!r}", name=twice[0])
    listed = tuple((_name(layer), str(layer["class_name"])) for layer in layers)
    return Plan(title, shape, tuple(nodes), listed)


def _sequential(description: dict[str, Any], layers: list[Any]) -> tuple[tuple[int | None, ...], list[Node]]:
    shape: tuple[int | None, ...] | None = None
    nodes: list[Node] = []
    last = ""
    for layer in layers:
        config = _config(layer)
        shape = shape or _shape_in(config)
        if layer["class_name"] == "InputLayer":
            continue
        name = str(config.get("name", f"layer {len(nodes) + 1}"))
        nodes.append(Node(name, layer["class_name"], config, (last,) if last else ()))
        last = name
    built = description.get("build_config") or {}
    inner = description["config"] if isinstance(description["config"], dict) else {}
    shape = shape or _shape(built.get("input_shape") or inner.get("build_input_shape"))
    if shape is None:
        raise NetworkError("input", "the file does not say what size of picture the network reads")
    return shape, nodes


def _functional(config: dict[str, Any], layers: list[Any]) -> tuple[tuple[int | None, ...], list[Node]]:
    inputs = [layer for layer in layers if layer["class_name"] == "InputLayer"]
    outputs = _names(config.get("output_layers"))
    if len(inputs) != 1:
        raise NetworkError(
            "inputs", f"the network has {len(inputs)} inputs; one is needed", count=len(inputs)
        )
    if len(outputs) != 1:
        text = f"the network has {len(outputs)} outputs; one is needed"
        raise NetworkError("outputs", text, count=len(outputs))
    shape = _shape_in(_config(inputs[0]))
    if shape is None:
        raise NetworkError("input", "the file does not say what size of picture the network reads")
    source = _name(inputs[0])
    found = [
        Node(_name(layer), layer["class_name"], _config(layer), tuple(_reads(layer)))
        for layer in layers
        if layer is not inputs[0]
    ]
    return shape, _in_order(found, source, outputs[0])


def _in_order(nodes: list[Node], source: str, last: str) -> list[Node]:
    """Sort layers so that each follows those it reads, and drop what does not lead to the output."""
    by_name = {node.name: node for node in nodes}
    order: dict[str, Node] = {}
    stack = [last]
    while stack:
        name = stack[-1]
        if name not in by_name:
            raise NetworkError("model", f"a layer reads {name!r}, which does not exist", name=name)
        missing = [read for read in by_name[name].reads if read not in order and read != source]
        if not missing:
            order.setdefault(name, by_name[name])
            stack.pop()
        elif any(read in stack for read in missing):
            raise NetworkError("model", f"the layer {name!r} reads itself in a circle", name=name)
        else:
            stack.extend(missing[:1])
    return [_without(node, source) for node in order.values()]


def _without(node: Node, source: str) -> Node:
    """Write reading the picture as reading nothing, or as an empty name beside other layers."""
    reads = tuple("" if read == source else read for read in node.reads)
    return Node(node.name, node.class_name, node.config, () if reads == ("",) else reads)


def _reads(layer: dict[str, Any]) -> Iterator[str]:
    nodes = layer.get("inbound_nodes") or []
    if len(nodes) != 1:
        text = f"the layer {_name(layer)!r} is used {len(nodes)} times, which is not supported"
        raise NetworkError("shared", text, name=_name(layer), count=len(nodes))
    if isinstance(nodes[0], dict):
        yield from _tensors(nodes[0].get("args"))
    else:
        yield from (str(entry[0]) for entry in nodes[0])


def _tensors(value: Any) -> Iterator[str]:
    """Names of the layers whose outputs stand in the arguments of a Keras 3 description."""
    if isinstance(value, dict):
        if value.get("class_name") == "__keras_tensor__":
            yield str(value["config"]["keras_history"][0])
    elif isinstance(value, list):
        for entry in value:
            yield from _tensors(entry)


def _names(value: Any) -> list[str]:
    """Output layers: [name, 0, 0] or a list of such."""
    if isinstance(value, list) and value and isinstance(value[0], str):
        return [value[0]]
    return [str(entry[0]) for entry in value or []]


def _name(layer: dict[str, Any]) -> str:
    return str(layer.get("name") or _config(layer).get("name"))


def _config(layer: dict[str, Any]) -> dict[str, Any]:
    config = layer.get("config")
    if not isinstance(config, dict):
        raise NetworkError("model", f"the file says nothing about a {layer.get('class_name')} layer")
    return config


def _shape_in(config: dict[str, Any]) -> tuple[int | None, ...] | None:
    return _shape(config.get("batch_shape") or config.get("batch_input_shape"))


def _shape(value: Any) -> tuple[int | None, ...] | None:
    """A shape without its first number, the batch."""
    if not isinstance(value, list) or len(value) < 2:
        return None
    if not all(size is None or (isinstance(size, int) and 0 < size < 100_000) for size in value[1:]):
        raise NetworkError("input", f"{value} is no size of a picture")
    return tuple(value[1:])
