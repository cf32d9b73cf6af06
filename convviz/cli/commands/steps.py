"""``convviz steps``: the arithmetic of a small picture, cell by cell, in the terminal or as a film."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from convviz.cli import tables
from convviz.cli.commands import film as cli_film
from convviz.cli.errors import UsageError
from convviz.cli.options import add_settings, kernel, picture, settings_from
from convviz.core.explain.formula import ACTIVATION_NAMES, POOL_NAMES, chain_text, formula_lines, shape_text
from convviz.core.explain.trace import ConvolutionTrace, settled_trace, trace
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.library import library
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.core.stages.noise import settled
from convviz.core.stages.pipeline import Result
from convviz.core.stages.pipeline import run as compute

LARGEST = 32
FIRST_CELLS = ((0, 0), (0, 1), (1, 1))
"""Worked out in full: two neighbours, and the X's perfect match."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("image", nargs="?", default="x", metavar="IMAGE",
        help=f"a picture of up to {LARGEST}x{LARGEST}, or a sample's key (default: x)")  # fmt: skip
    parser.add_argument("--text", action="store_true", help="the walk in the terminal, cell by cell")
    parser.add_argument("--all", action="store_true", help="the same as --text")
    parser.add_argument("--kernel", metavar="NAME|FILE|WEIGHTS",
        help="default: diagonal, the X lesson's; edge_vertical for the sample edge")  # fmt: skip
    add_settings(parser)
    cli_film.add_arguments(parser)


def run(options: argparse.Namespace) -> None:
    """Print the walk-through, or write the film."""
    image = picture(options.image)
    if max(image.shape[:2]) > LARGEST and options.output is None:
        raise UsageError(
            f"{options.image} is {shape_text(image.shape)}: steps shows pictures of up to "
            f"{LARGEST}x{LARGEST}; use `convviz render` for larger ones"
        )
    settings = settings_from(options, _kernel(options))
    if options.kernel is None and options.image == "x":
        settings = _lesson(settings)
    if options.output is not None:
        cli_film.write(compute(image, settings), options)
        return
    for line in lines(compute(image, settings), everything=options.all or options.text):
        print(line)


def _kernel(options: argparse.Namespace) -> Kernel:
    if options.kernel is not None:
        return kernel(options.kernel)
    return library("edge_vertical" if options.image == "edge" else "diagonal")


def _lesson(settings: Settings) -> Settings:
    """What the X lesson adds to what was asked for: ReLU and pooling, where nothing else was."""
    if settings.activation == "none":
        settings = replace(settings, activation="relu")
    if settings.pool.kind == "none":
        settings = replace(settings, pool=PoolSettings("max"))
    return settings


def lines(result: Result, *, everything: bool = False) -> Iterator[str]:
    """The whole walk-through, line by line."""
    settings, chain = result.settings, result.chain
    yield chain_text(chain, settings)
    yield from formula_lines(chain, settings)
    yield from _titled(f"Input, {shape_text(chain.input)}", result.input)
    title = f"Kernel, {shape_text(settings.kernel.size)}"
    turned = ", turned by 180 degrees before use" if settings.operation == "convolve" else ""
    yield from _titled(title + turned, settings.kernel.weights)
    for cell in _cells(result, everything):
        yield from _working(settled_trace(trace(result, "activation", *cell), result.noise))
    yield from _maps(result)
    if not everything:
        yield ""
        yield "With --text, every cell is worked out like the first ones."


def _cells(result: Result, everything: bool) -> list[tuple[int, int, int]]:
    rows, columns, *maps = result.chain.convolution
    if everything:
        return [(r, c, m) for m in range(maps[0] if maps else 1) for r in range(rows) for c in range(columns)]
    return [(r, c, 0) for r, c in FIRST_CELLS if r < rows and c < columns]


def _working(cell: object) -> Iterator[str]:
    """Window, weights and products side by side, and the sum of the latter."""
    assert isinstance(cell, ConvolutionTrace)
    yield ""
    where = f"rows {_span(cell.rows)}, columns {_span(cell.columns)} of the input"
    yield f"Cell ({cell.row}, {cell.column}): {where}"
    channels = map(tables.planes, (cell.window, cell.weights, cell.products))
    for window, weights, products in zip(*channels, strict=True):
        yield from tables.beside(("window", window), ("x kernel", weights), ("= products", products))
    yield "  sum: " + _sum(cell)
    yield from _after_the_sum(cell)


def _sum(cell: ConvolutionTrace) -> str:
    terms = [tables.number(value) for value in np.ravel(_in_order(cell.products))]
    if len(terms) > 25:
        return f"{len(terms)} products = {tables.number(cell.total)}"
    return " + ".join(f"({t})" if t.startswith("-") else t for t in terms) + f" = {tables.number(cell.total)}"


def _in_order(products: tables.Map) -> tables.Map:
    """Row by row, channel after channel, as the running sum goes."""
    return np.moveaxis(products, -1, 0) if products.ndim == 3 else products


def _after_the_sum(cell: ConvolutionTrace) -> Iterator[str]:
    if cell.divisor != 1 or cell.bias != 0:
        divisor = f" / {cell.divisor:g}" if cell.divisor != 1 else ""
        bias = f" {'-' if cell.bias < 0 else '+'} {abs(cell.bias):g}" if cell.bias != 0 else ""
        yield f"  {tables.number(cell.total)}{divisor}{bias} = {tables.number(cell.before_activation)}"
    if cell.activation != "none":
        name = ACTIVATION_NAMES[cell.activation]
        yield f"  {name}: {tables.number(cell.before_activation)} becomes {tables.number(cell.value)}"


def _span(positions: tables.Map) -> str:
    first, last = int(positions[0]), int(positions[-1])
    step = int(positions[1]) - first if len(positions) > 1 else 1
    return f"{first} to {last}" + (f" in steps of {step}" if step > 1 else "")


def _maps(result: Result) -> Iterator[str]:
    settings = result.settings
    chain = result.chain
    convolution = settled(result.convolution, result.noise.convolution)
    yield from _titled(f"All cells, {shape_text(chain.convolution)}", convolution)
    taps = settings.kernel.rows * settings.kernel.columns
    plus_minus_one = (result.image.low, result.image.high) == (-1, 1)
    if plus_minus_one and settings.kernel.divisor == 1 and settings.bias == 0:
        title = f"The same divided by {taps}, the number of weights: 1.00 is a perfect match"
        yield from _titled(title, convolution / taps)
    if settings.activation != "none":
        activation = settled(result.activation, result.noise.activation)
        yield from _titled(f"After {ACTIVATION_NAMES[settings.activation]}", activation)
    if result.pooling is not None:
        pool = settings.pool
        title = f"After {POOL_NAMES[pool.kind]} pooling {shape_text(pool.size)}"
        pooled = settled(result.pooling, result.noise.activation)
        yield from _titled(f"{title}, {shape_text(pooled.shape)}", pooled)


def _titled(title: str, array: tables.Map) -> Iterator[str]:
    yield ""
    yield title
    for plane in tables.planes(array):
        yield from ("  " + line for line in tables.grid(plane))
