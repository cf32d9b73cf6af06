"""From Keras' description of a network to a plain list: each layer, and which layers it reads.

A model that stands in another one as a layer is taken apart, however deep: its layers get names such
as ``base/conv1``. A layer that is used several times stands in the list once for each use.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from convviz.core.base.translatable import translatable
from convviz.network.files.graphs import MODELS, MOST_LAYERS, FreeShape, Graph, Tensor, config_of, graph
from convviz.network.model.errors import NetworkError

DEEPEST = 8
"""Models inside of models."""

_MOST_USES = 50


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


_ONE_IS_NEEDED = {
    "inputs": translatable("the network has {count} inputs; one is needed"),
    "outputs": translatable("the network has {count} outputs; one is needed"),
}


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
