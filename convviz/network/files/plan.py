"""From Keras' description of a network to a plain list: each layer, and which layers it reads.

`graph` sorts out one model, in the formats of Keras 2 and 3, sequential or functional. `plan` takes
models inside of models apart, at any depth: their layers get names such as ``base/conv1``. A layer that
is used several times stands in the list once for each use.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from convviz.core.base.translatable import translatable
from convviz.core.base.visible import visible
from convviz.network.model.errors import NetworkError

MODELS = frozenset(("Sequential", "Functional", "Model"))
"""Classes that have layers of their own."""

MOST_LAYERS = 2000

FreeShape = tuple[int | None, ...]

DEEPEST = 8
"""Models inside of models."""

_MOST_USES = 50
_ONE_IS_NEEDED = {
    "inputs": translatable("the network has {count} inputs; one is needed"),
    "outputs": translatable("the network has {count} outputs; one is needed"),
}


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
        if name != visible(name):
            raise NetworkError("model", "the layer {name!r} has a name that cannot be shown", name=name)
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


@dataclass(frozen=True)
class Node:
    """One layer as the file describes it; ``reads`` are the names of those before it, "" is the picture.

    ``home`` are the names of the models that it lies in, and its own; ``groups`` the same way through a
    weight file of Keras 3. ``first`` is the name of its first use where this is a later one. ``given``
    are the positions and the names of what it is called with, as described.
    """

    name: str
    class_name: str
    config: dict[str, Any]
    reads: tuple[str, ...]
    home: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    first: str = ""
    given: tuple[list[Any], dict[str, Any]] = ([], {})
    module: str = ""


@dataclass(frozen=True)
class Plan:
    """A network as the file describes it: what it reads and its layers, in working order."""

    title: str
    input_shape: FreeShape
    nodes: tuple[Node, ...]


def plan(description: dict[str, Any]) -> Plan:
    """Sort out a description that `allowed.check` has passed. `NetworkError` where it has gaps."""
    outer = graph(description)
    for what, found in (("inputs", outer.inputs), ("outputs", outer.outputs)):
        if len(found) != 1:
            raise NetworkError(what, _ONE_IS_NEEDED[what], count=len(found))
    if outer.shape is None:
        raise NetworkError("input", "the file does not say what size of picture the network reads")
    flat = _Flat((outer.title,))
    (last,) = flat.add(outer, [""], (), ())
    nodes = _leading_to(last, flat.nodes)
    if not nodes:
        raise NetworkError("model", "the network has no layers")
    twice = [name for name, count in Counter(node.name for node in nodes).items() if count > 1]
    if twice:
        raise NetworkError("model", "two layers are called {name!r}", name=twice[0])
    return Plan(outer.title, outer.shape, tuple(nodes))


@dataclass
class _Flat:
    """Collects the layers of a model and of all models in it."""

    title: tuple[str, ...]
    nodes: list[Node] = field(default_factory=list)
    _first: dict[tuple[str, ...], str] = field(default_factory=dict)
    _uses: Counter[tuple[str, ...]] = field(default_factory=Counter)
    _calls: int = 0

    def add(
        self, model: Graph, feeds: list[str], home: tuple[str, ...], groups: tuple[str, ...]
    ) -> list[str]:
        """Add a model that reads the layers ``feeds``; the names of those that give its outputs."""
        if len(home) > DEEPEST:
            text = translatable("there are models in models to a depth of more than {most}")
            raise NetworkError("model", text, most=DEEPEST)
        values = {Tensor(name): feed for name, feed in zip(model.inputs, feeds, strict=True)}
        for call in model.calls:
            self._calls += 1
            if self._calls > MOST_LAYERS:
                raise NetworkError("large", "the network has more than {most:,} layers", most=MOST_LAYERS)
            layer, place = model.layers[call.layer], (*home, call.layer)
            reads = [_value(values, one) for one in call.reads]
            if layer["class_name"] in MODELS:
                inner = graph(layer)
                if len(inner.inputs) != len(reads):
                    text = translatable("the model {name!r} has {count} inputs and reads {reads}")
                    raise NetworkError(
                        "nested", text, name=call.layer, count=len(inner.inputs), reads=len(reads)
                    )
                given = self.add(inner, reads, place, (*groups, model.groups[call.layer]))
            else:
                node = self._node(layer, place, tuple(reads), (*groups, model.groups[call.layer]), call.given)
                self.nodes.append(node)
                given = [node.name]
            values.update({Tensor(call.layer, call.use, at): name for at, name in enumerate(given)})
        return [_value(values, one) for one in model.outputs]

    def _node(
        self,
        layer: dict[str, Any],
        home: tuple[str, ...],
        reads: tuple[str, ...],
        groups: tuple[str, ...],
        given: tuple[list[Any], dict[str, Any]],
    ) -> Node:
        self._uses[home] += 1
        uses = self._uses[home]
        if uses > _MOST_USES:
            text = translatable("the layer {name!r} is used more than {most} times")
            raise NetworkError("shared", text, name="/".join(home), count=uses, most=_MOST_USES)
        plain = "/".join(home)
        first = self._first.setdefault(home, plain)
        return Node(
            plain if uses == 1 else f"{plain} ({ordinal(uses)} use)",
            str(layer["class_name"]), config_of(layer), reads, self.title + home, groups,
            first if uses > 1 else "", given, str(layer.get("module") or ""),
        )  # fmt: skip


def _value(values: dict[Tensor, str], tensor: Tensor) -> str:
    if tensor not in values:
        text = translatable("a layer reads output {number} of {name!r}, which does not exist")
        raise NetworkError("model", text, name=tensor.layer, number=tensor.number)
    return values[tensor]


def _leading_to(last: str, nodes: list[Node]) -> list[Node]:
    """Only what the last layer reads, directly or through others; the order stays."""
    needed, kept = {last}, []
    for node in reversed(nodes):
        if node.name in needed:
            needed.update(node.reads)
            kept.append(node)
    return kept[::-1]


def ordinal(number: int) -> str:
    """The number of a use, in words of a name.

    >>> ordinal(2), ordinal(3), ordinal(4), ordinal(21), ordinal(12)
    ('2nd', '3rd', '4th', '21st', '12th')
    """
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"
