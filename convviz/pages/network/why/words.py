"""The drill-down's words: what numbers are called, what the sums say, what can be clicked."""

from __future__ import annotations

from collections.abc import Iterable

from convviz.network.compute.forward import Activations, logit_layer
from convviz.network.explain.drilldown import explain
from convviz.network.model.layers import INPUT, Reshape
from convviz.network.model.network import Network
from convviz.network.model.terms import (
    AddTerms,
    Cell,
    FunctionTerms,
    OpaqueTerms,
    PassTerms,
    PixelTerms,
    PoolingTerms,
    SoftmaxTerms,
    SumTerms,
    Terms,
)
from convviz.pages.network.texts import name_of
from convviz.pages.network.why.trail import Stop, Trail
from convviz.views.base.numbers import MINUS, TIMES, figure, tiny
from convviz.views.base.texts import listed, say
from convviz.views.network.answers.probability_view import percent
from convviz.views.network.why.drill_content import Drill


def map_name(network: Network, layer: int, channel: int) -> str:
    """A map of a layer; the picture has only one where it is grey."""
    return map_names(network, layer, (channel,))[0]


def map_names(network: Network, layer: int, channels: Iterable[int]) -> list[str]:
    """The names of several maps of a layer."""
    name = name_of(network, layer)
    if layer == INPUT and network.input_shape[-1] == 1:
        return [name for _ in channels]
    return [say("Network", "{layer}, map {number}", layer=name, number=channel) for channel in channels]


def cell_name(network: Network, cell: Cell) -> str:
    """A number's layer and place."""
    if cell.is_pixel:
        return say("Network", "Pixel ({row}, {column})", row=cell.row, column=cell.column)
    name = name_of(network, cell.layer)
    if len(network.shape(cell.layer)) == 1:
        return listed((name, str(cell.channel))) if name[-1:].isdigit() else f"{name} {cell.channel}"
    return say(
        "Network",
        "{layer}, map {number} ({row}, {column})",
        layer=name,
        number=cell.channel,
        row=cell.row,
        column=cell.column,
    )


def input_name(network: Network, acts: Activations, cell: Cell) -> str:
    """What a dense neuron reads: its number, and the value behind a flatten."""
    layer = network.layers[cell.layer] if cell.layer != INPUT else None
    if isinstance(layer, Reshape):
        terms = explain(network, acts, cell)
        if isinstance(terms, PassTerms) and terms.source is not None:
            return cell_name(network, terms.source)
    return cell_name(network, cell)


def crumb_texts(network: Network, acts: Activations, trail: Trail) -> list[str]:
    """The breadcrumb: a short name for each stop, the last one with its value."""
    return [_crumb(network, acts, stop, at == len(trail) - 1) for at, stop in enumerate(trail)]


def _crumb(network: Network, acts: Activations, stop: Stop, last: bool) -> str:
    cell = stop.cell
    if stop.share:
        name, share = network.classes[cell.channel], percent(float(acts.output[cell.channel]))
        if not name.isdigit():
            return say("Network", "{name}: {percent}", name=name, percent=share)
        return say("Network", "Digit {name}: {percent}", name=name, percent=share)
    if cell.layer == logit_layer(network):
        return say("Network", "Logit {value}", value=figure(float(acts.logits[cell.channel]), 2))
    if not last:
        return cell_name(network, cell)
    array = acts.of(cell.layer)
    value = figure(float(array[cell.position(array.shape)]), 4)
    return f"{cell_name(network, cell)} = {value}"


def tail(network: Network, stop: Stop) -> str:
    """What the last number reads: the next layer down."""
    if stop.share or stop.cell.is_pixel:
        return ""
    return name_of(network, network.layers[stop.cell.layer].inputs[0])


def nothing(photo: bool = False) -> Drill:
    """What the drill-down says while nothing is drawn, or found on a ``photo``."""
    if photo:
        return Drill(
            sentence=say(
                "Network",
                "No writing is found on this photo, so there is nothing to explain. A click on one of the "
                "small pictures under it decides a step of the preparation, for example what is ink.",
            )
        )
    return Drill(
        sentence=say(
            "Network",
            "Nothing is drawn, so there is nothing to explain. Draw a digit, or take the next sample; "
            "then click any value to see what it was computed from, down to the pixels.",
        )
    )


def shares_hint(terms: SoftmaxTerms, plain: bool) -> str:
    """What the softmax divides by."""
    if not plain:
        return say(
            "Network", "Softmax: exp of each logit over the sum of all ten. Click a digit to see its logit."
        )
    return say(
        "Network",
        "Softmax: each exp over their sum, {total}. Click a digit to see its logit.",
        total=figure(terms.total, 1),
    )


def sum_name(maps: int) -> str:
    """What the first figure of the last line is."""
    if maps == 1:
        return say("Network", "sum of products")
    return say("Network", "sum of channels")


def chart_of_maps(maps: int, products: int, order: str) -> str:
    """What stands over the waterfall of a convolution."""
    if maps == 1:
        return say("Network", "{count} products, added up", count=products)
    if order == "contribution":
        return say("Network", "{count} partial sums, largest first, added up", count=maps)
    return say("Network", "{count} partial sums, by channel, added up", count=maps)


def chart_of_products(count: int, order: str) -> str:
    """What stands over the waterfall of a dense neuron."""
    if order == "contribution":
        return say("Network", "{count} products, largest first, added up", count=f"{count:,}")
    return say("Network", "{count} products in their order, added up", count=f"{count:,}")


def activation(terms: SumTerms) -> str:
    """What the activation does to this very number."""
    if terms.softmax is not None:
        return say("Network", "logit")
    if terms.activation == "linear":
        return say("Network", "no activation")
    if terms.activation == "relu":
        if terms.before > 0:
            return say("Network", "ReLU keeps it")
        return say("Network", "ReLU makes it 0")
    return terms.activation


def check(terms: Terms) -> tuple[str, ...]:
    """How far the sum shown is from the number that the network computed; then in fewer words."""
    difference = tiny(terms.difference)
    long = say("Network", "equals the network\u2019s own value, difference {difference}")
    short = say("Network", "the network\u2019s own value, to {difference}")
    return long.format(difference=difference), short.format(difference=difference)


def convolution_hint(network: Network, source: int) -> str:
    """What can be done with the windows."""
    if source == INPUT:
        return say("Network", "Point at a value to see its pixel; click it to look closer.")
    return say(
        "Network",
        "Point at a value to see what it sees; click it to go one layer down, to {layer}.",
        layer=name_of(network, source),
    )


def dense_hint(count: int) -> str:
    """What can be done with the products."""
    return say(
        "Network",
        "All {count} products: the wheel walks through them. Click one to go one layer down.",
        count=f"{count:,}",
    )


def pooling_hint(network: Network, terms: PoolingTerms) -> str:
    """What can be done with the window."""
    return say(
        "Network", "Click a value to go one layer down, to {layer}.", layer=name_of(network, terms.source)
    )


def pooling_sentence(terms: PoolingTerms, network: Network) -> str:
    """What pooling did here."""
    if terms.winner is None:
        return say(
            "Network",
            "The mean of {count} values: {total} / {count} = {value}.",
            count=terms.count,
            total=figure(terms.total, 4),
            value=figure(terms.value, 4),
        )
    return say(
        "Network",
        "The largest of {count} values wins: {value}, at row {row}, column {column} of {map}. "
        "The other {others} are dropped: the next layer never hears of them.",
        count=terms.count,
        others=terms.count - 1,
        value=figure(terms.value, 4),
        row=terms.winner.row,
        column=terms.winner.column,
        map=map_name(network, terms.source, terms.winner.channel),
    )


def pixel_sentence(terms: PixelTerms) -> str:
    """The end of the way down."""
    return say(
        "Network",
        "Here the way down ends: this is the pixel at row {row}, column {column} of the prepared digit, "
        "0 black to 1 white. It is {value}.",
        row=terms.cell.row,
        column=terms.cell.column,
        value=figure(terms.value, 4),
    )


def source_sentence(source: tuple[int, int, int, int] | None) -> str:
    """Where on the paper a pixel of the digit came from."""
    if source is None:
        return ""
    return say(
        "Network",
        "It stands for rows {top} to {bottom}, columns {left} to {right} of what lies on the paper.",
        top=source[0],
        bottom=source[2] - 1,
        left=source[1],
        right=source[3] - 1,
    )


def other_sentence(terms: Terms, network: Network) -> str:
    """What the number is where nothing is multiplied."""
    if isinstance(terms, PassTerms) and terms.source is not None:
        return say(
            "Network",
            "{here} is {there}: the same number, {value}, in another place.",
            here=cell_name(network, terms.cell),
            there=cell_name(network, terms.source),
            value=figure(terms.value, 4),
        )
    if isinstance(terms, PassTerms):
        return say("Network", "A zero that the padding put here.")
    if isinstance(terms, FunctionTerms) and terms.function in ("normalisation", "scaling"):
        return calculation(terms)
    if isinstance(terms, FunctionTerms):
        return say(
            "Network",
            "{function} of {before} = {value}.",
            function=terms.function,
            before=figure(terms.before, 4),
            value=figure(terms.value, 4),
        )
    if isinstance(terms, AddTerms):
        return together(terms)
    if isinstance(terms, OpaqueTerms):
        return say(
            "Network",
            "Only Keras computes this layer ({name}); ConvViz shows what comes out of it.",
            name=terms.class_name,
        )
    return figure(terms.value, 4)


def place_line(
    network: Network, acts: Activations, cell: Cell, sees: tuple[int, int, int, int] | None
) -> str:
    """A number's place, its value, and which part of the digit it ``sees``."""
    is_logit = cell.layer == logit_layer(network)
    array = acts.logits if is_logit else acts.of(cell.layer)
    text = say(
        "Network",
        "{place}: value {value}",
        place=cell_name(network, cell),
        value=figure(float(array[cell.position(array.shape)]), 4),
    )
    if sees is None or cell.is_pixel or len(network.shape(cell.layer)) == 1:
        return text
    ends = dict(zip(("top", "left", "bottom", "right"), sees, strict=True))
    part = say("Network", "sees input rows {top} to {bottom}, columns {left} to {right}", **ends)
    return f"{text}&nbsp;&nbsp; {part}"


def filter_name(network: Network, cell: Cell, source: int, read: int) -> str:
    """What a filter is called in the Lab."""
    text = say("Network", "{layer}, filter {number}", layer=name_of(network, cell.layer), number=cell.channel)
    if source == INPUT:
        return text
    return say("Network", "{filter}, for {map}", filter=text, map=map_name(network, source, read))


def filter_title(network: Network, layer: int, channel: int, shape: tuple[int, int, int]) -> str:
    """What stands over a filter's weights: its name and how many weights it has."""
    rows, columns, maps = shape
    counted = (
        f"{rows}\u00b7{columns}\u00b7{maps} = {rows * columns * maps:,}"
        if rows * columns > 1
        else f"{maps:,}"
    )
    if len(network.shape(layer)) == 1:
        return say(
            "Network",
            "{layer}, neuron {number}: {count} weights and a bias",
            layer=name_of(network, layer),
            number=channel,
            count=counted,
        )
    return say(
        "Network",
        "{layer}, filter {number}: {count} weights and a bias",
        layer=name_of(network, layer),
        number=channel,
        count=counted,
    )


_SIGNS = {"add": "+", "subtract": MINUS, "multiply": TIMES, "divide": "/"}


def _number(value: float) -> str:
    """A number inside of a sum: negative ones stand in brackets."""
    return f"({figure(value, 4)})" if value < 0 else figure(value, 4)


def sources_hint(below: str, count: int) -> str:
    """What can be done with the numbers that a number was made of."""
    if not count:
        return ""
    if count > 1:
        return say("Network", "Click a number to go down to its layer.")
    return say("Network", "Click it to go one layer down, to {layer}.", layer=below)


def calculation(terms: FunctionTerms) -> str:
    """A value that was moved and stretched, written out with its numbers."""
    numbers, before = {name: _number(one) for name, one in terms.numbers.items()}, _number(terms.before)
    value = figure(terms.value, 4)
    if terms.function == "scaling":
        return f"{before} {TIMES} {numbers['factor']} + {numbers['offset']} = {value}"
    return say(
        "Network",
        "The mean is taken off, then divided by the deviation, stretched by gamma and moved by beta: {sum}.",
        sum=f"({before} {MINUS} {numbers['mean']}) / {numbers['deviation']} {TIMES} {numbers['gamma']} + "
        f"{numbers['beta']} = {value}",
    )


def together(terms: AddTerms) -> str:
    """Values of several layers, and what became of them."""
    parts, value = [_number(float(one)) for one in terms.summands], figure(terms.value, 4)
    if terms.how in _SIGNS:
        return f"{f' {_SIGNS[terms.how]} '.join(parts)} = {value}"
    if terms.how == "average":
        return f"({' + '.join(parts)}) / {len(parts)} = {value}"
    text = (
        say("Network", "The largest of {numbers}: {value}.")
        if terms.how == "maximum"
        else say("Network", "The smallest of {numbers}: {value}.")
    )
    return text.format(numbers=listed(parts), value=value)
