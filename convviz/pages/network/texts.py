"""What all rooms of the Network page say: layers' names, headers, facts, the status line; where MNIST is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QFileDialog, QWidget

from convviz.network.compute.forward import logit_layer
from convviz.network.explain.receptive_field import field_size
from convviz.network.model.layers import (
    INPUT,
    Activation,
    Convolution,
    Dense,
    GlobalPooling,
    Layer,
    LiveNormalisation,
    Merge,
    Normalisation,
    Pooling,
    Reshape,
    TransposedConvolution,
)
from convviz.network.model.network import Network
from convviz.views.base.numbers import TIMES, figure, shape_text
from convviz.views.base.texts import in_bold, say
from convviz.views.network.answers.probability_view import percent
from convviz.views.network.maps.maps_column import ColumnTexts

DOT = "\u00b7"
FUNCTION_NAMES = {"relu": "ReLU", "leaky_relu": "Leaky ReLU", "elu": "ELU", "softmax": "Softmax"}


def layer_names(network: Network) -> tuple[str, ...]:
    """A name for every layer, counted by kind where there are several: Conv 1, Pool 1, ... Dense."""
    language = say("Network", "Conv")
    known = _NAMES.get(network)
    if known is None or known[0] != language:
        known = _NAMES[network] = language, _layer_names(network)
    return known[1]


_NAMES: WeakKeyDictionary[Network, tuple[str, tuple[str, ...]]] = WeakKeyDictionary()
"""Every name is asked for many times, and a network of people may have hundreds of layers."""


def _layer_names(network: Network) -> tuple[str, ...]:
    words = [_kind(layer) for layer in network.layers]
    totals, seen = Counter(words), Counter[str]()
    names = []
    for word, layer in zip(words, network.layers, strict=True):
        seen[word] += 1
        numbered = totals[word] > 1 or isinstance(layer, Convolution)
        names.append(f"{word} {seen[word]}" if numbered and word != layer.name else word)
    return tuple(names)


def _kind(layer: Layer) -> str:
    if isinstance(layer, Convolution):
        return say("Network", "Conv")
    if isinstance(layer, Pooling):
        return say("Network", "Pool")
    if isinstance(layer, Dense):
        return say("Network", "Dense")
    if isinstance(layer, Reshape) and len(layer.shape) == 1:
        return say("Network", "Flatten")
    if isinstance(layer, Normalisation):
        return say("Network", "Norm")
    if isinstance(layer, GlobalPooling):
        return say("Network", "Global pool")
    if isinstance(layer, TransposedConvolution):
        return say("Network", "Transposed conv")
    if isinstance(layer, LiveNormalisation):
        return say("Network", "Norm")
    if isinstance(layer, Merge):
        return _merge_word(layer.how)
    if isinstance(layer, Activation):
        return FUNCTION_NAMES.get(layer.activation, layer.name)
    return layer.name


def _merge_word(how: str) -> str:
    return {
        "add": say("Network", "Add"),
        "subtract": say("Network", "Subtract"),
        "multiply": say("Network", "Multiply"),
        "divide": say("Network", "Divide"),
        "average": say("Network", "Mean"),
        "maximum": say("Network", "Largest"),
        "minimum": say("Network", "Smallest"),
    }.get(how, say("Network", "Join"))


def name_of(network: Network, layer: int) -> str:
    """A layer's name; the picture is the input."""
    if layer == INPUT:
        return say("Network", "Input")
    return layer_names(network)[layer]


def pool_word(layer: Pooling) -> str:
    """What a pooling layer does: max 2x2."""
    size = TIMES.join(str(n) for n in layer.window)
    if layer.maximum:
        return say("Network", "max {size}", size=size)
    return say("Network", "mean {size}", size=size)


def parameter_forms(layer: Layer) -> tuple[str, ...]:
    """How the number of parameters comes about, then a form without the word."""
    if not layer.parameters:
        return (say("Network", "no parameters"),)
    left, _, _ = layer.arithmetic.partition(" = ")
    sum_ = f"{left.replace('*', DOT)} = {layer.parameters:,}" if left else f"{layer.parameters:,}"
    return say("Network", "{sum} parameters", sum=sum_), sum_


_FIELDS: WeakKeyDictionary[Layer, tuple[int, int]] = WeakKeyDictionary()
"""Fields by layer: an experiment exchanges one layer, and keeps all of the others."""


def field_of(network: Network, at: int) -> tuple[int, int]:
    """`field_size`, worked out once for each layer."""
    layer = network.layers[at]
    if layer not in _FIELDS:
        _FIELDS[layer] = field_size(network, at)
    return _FIELDS[layer]


@dataclass(frozen=True)
class ColumnForms:
    """What is the same over a layer's maps whatever they show: the lines, and what begins the last one."""

    title: str
    shape: str
    first: tuple[str, ...]
    starts: tuple[str, ...] = ("",)
    has_range: bool = True


def column_forms(network: Network, at: int) -> ColumnForms:
    """The texts over a layer's maps but the range of its values."""
    layer, name = network.layers[at], layer_names(network)[at]
    if len(layer.shape) == 1:
        cost = layer.arithmetic.partition(" = ")[0].replace("*", DOT)
        return ColumnForms(name, figure(layer.shape[0]), parameter_forms(layer) if cost else ())
    field = f" {TIMES} ".join(str(n) for n in field_of(network, at))
    sees = say("Network", "sees {size} pixels", size=field)
    short = say("Network", "sees {size}", size=field)
    if isinstance(layer, Pooling):
        title = _joined(name, pool_word(layer))
        return ColumnForms(title, "", (shape_text(layer.shape),), (short,), has_range=False)
    return ColumnForms(name, shape_text(layer.shape), parameter_forms(layer), (sees, short))


def column_texts(forms: ColumnForms, low: float | None, high: float | None) -> ColumnTexts:
    """The three lines over a layer's maps; without a range while nothing is computed."""
    starts = forms.starts
    if low is None or high is None or not forms.has_range:
        return ColumnTexts(forms.title, forms.shape, (forms.first, tuple(one for one in starts if one)))
    ends = {"low": figure(low, 0 if low == 0 else 2), "high": figure(high, 2)}
    values = say("Network", "values {low} to {high}", **ends)
    last = [_joined(start, values) if start else values for start in starts]
    if len(starts) > 1:
        last.append(say("Network", "{start}, {low} to {high}", start=starts[-1], **ends))
    return ColumnTexts(forms.title, forms.shape, (forms.first, tuple(last)))


def _joined(first: str, second: str) -> str:
    return say("Network", "{layer}, {kind}", layer=first, kind=second)


def answer_texts(network: Network) -> ColumnTexts:
    """The lines over the probabilities."""
    at = logit_layer(network)
    layer = network.layers[at]
    return ColumnTexts(layer_names(network)[at], figure(layer.shape[-1]), (parameter_forms(layer)[-1:], ()))


def input_texts(network: Network, source: str) -> ColumnTexts:
    """The lines over the paper; ``source`` says what lies on it."""
    prepared = say("Network", "prepared as MNIST\u2019s own digits were")
    return ColumnTexts(
        say("Network", "Input"),
        shape_text(network.input_shape[:2]),
        ((source,), (prepared, say("Network", "prepared like MNIST\u2019s digits"))),
    )


def fact_forms(network: Network, accuracy: float | None, is_coming: bool = False) -> tuple[str, ...]:
    """What is known of a network, then shorter forms; of an edited one, as it is now.

    ``accuracy`` is its share of the test digits, None where that is not known, or ``is_coming``.
    """
    counts = say("Network", "{parameters} parameters", parameters=f"{network.parameters:,}")
    work = say("Network", "{count} multiply-adds", count=f"{network.multiply_adds:,}")
    known, short = _accuracy_forms(network, accuracy, is_coming)
    if not known:
        return f"{counts}  {DOT}  {work}", counts
    return (
        f"{counts}  {DOT}  {work}  {DOT}  {known}",
        f"{counts}  {DOT}  {work}  {DOT}  {short}",
        f"{counts}  {DOT}  {short}",
        short,
    )


def _accuracy_forms(network: Network, accuracy: float | None, is_coming: bool) -> tuple[str, str]:
    """How many test digits it reads, long and short; empty where nothing has to be said."""
    if "test" not in network.card:
        return "", ""
    if accuracy is None and not is_coming:
        text = say("Network", "changed: how many it reads is not known")
        return text, say("Network", "changed")
    if accuracy is None:
        text = say("Network", "changed: test digits being read \u2026")
        return text, say("Network", "changed \u2026")
    if network.edited:
        known = say("Network", "changed: {percent} % of 10,000 test digits read correctly")
        short = say("Network", "changed: {percent} % read correctly")
    else:
        known = say("Network", "{percent} % of 10,000 test digits read correctly")
        short = say("Network", "{percent} % read correctly")
    percent_ = figure(100 * accuracy, 2)
    return known.format(percent=percent_), short.format(percent=percent_)


def status_line(source: str, network: Network, shares: NDArray[Any] | None, *, photo: bool = False) -> str:
    """What lies on the paper, in bold, and what it is read as; HTML."""
    head = in_bold(source)
    if shares is None:
        nothing = say("Network", "nothing is drawn, so nothing is read")
        if photo:
            nothing = say("Network", "no writing is found on it, so nothing is read")
        return f"{head}&nbsp; {nothing}"
    winner = int(np.argmax(shares))
    share = percent(float(shares[winner]))
    if share.startswith(">"):
        share = say("Network", "more than {percent}", percent=share[2:])
    read = say("Network", "read as {name}, {percent}", name=network.classes[winner], percent=share)
    return f"{head}&nbsp; {escape(read)}"


def time_line(seconds: float) -> str:
    """How long all layers took."""
    return say("Network", "all layers {time} ms", time=figure(1000 * seconds, 1))


def ask_for_mnist(parent: QWidget, known: Path | None = None) -> Path | None:
    """Let the person choose the file, beginning at the one that is ``known``; None where they gave up."""
    path, _ = QFileDialog.getOpenFileName(
        parent,
        say("Network", "Choose MNIST\u2019s file"),
        str(known or ""),
        say("Network", "MNIST as Keras has it ({patterns})", patterns="*.npz"),
    )
    return Path(path) if path else None
