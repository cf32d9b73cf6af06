"""``convviz steps``: the arithmetic of a small picture, cell by cell, in the terminal or as a film."""

from __future__ import annotations

import argparse
import math
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.cli.main import UsageError
from convviz.cli.options import add_settings, kernel, part_of, picture, settings_from
from convviz.cli.work import Work
from convviz.core.base.limits import LIMITS
from convviz.core.base.visible import visible
from convviz.core.explain.formula import ACTIVATION_NAMES, POOL_NAMES, chain_text, formula_lines, shape_text
from convviz.core.explain.trace import ConvolutionTrace, settled_trace, trace
from convviz.core.film.moments import DETAILS, WHOLE_UP_TO, Film, Region, film
from convviz.core.film.timing import SPEEDS
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.kernel_library import library
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.core.stages.noise import settled
from convviz.core.stages.pipeline import Result, chain
from convviz.core.stages.pipeline import run as compute

LARGEST = 32
MOST_CELLS = 20_000
"""So many cells are worked out in words: some 50 MB of text."""
FIRST_CELLS = ((0, 0), (0, 1), (1, 1))
"""Worked out in full: two neighbours, and the X's perfect match."""

Map: TypeAlias = NDArray[Any]
SINGLE = (".svg", ".pdf")
SIDE = 12


def add_steps(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("image", nargs="?", default="x", metavar="IMAGE",
        help=f"a picture of up to {LARGEST}x{LARGEST}, or a sample's key (default: x)")  # fmt: skip
    parser.add_argument("--text", action="store_true", help="the walk in the terminal, cell by cell")
    parser.add_argument("--all", action="store_true", help="the same as --text")
    parser.add_argument("--kernel", metavar="NAME|FILE|WEIGHTS",
        help="default: diagonal, the X lesson's; edge_vertical for the sample edge")  # fmt: skip
    add_settings(parser)
    _add_film_arguments(parser)


def run_steps(options: argparse.Namespace) -> None:
    """Print the walk-through, or write the film."""
    image = picture(options.image, part_of(options))
    if max(image.shape[:2]) > LARGEST and options.output is None:
        raise UsageError(
            f"{options.image} is {shape_text(image.shape)}: steps shows pictures of up to "
            f"{LARGEST}x{LARGEST}; use `convviz render` for larger ones"
        )
    settings = settings_from(options, _kernel(options))
    if options.kernel is None and options.image == "x":
        settings = _lesson(settings)
    everything = options.output is None and (options.all or options.text)
    cells = math.prod(chain(image.shape, settings).convolution)
    if everything and cells > MOST_CELLS:
        raise UsageError(f"{cells:,} cells are too many to be told in words; the limit is {MOST_CELLS:,}")
    with Work("steps") as work:
        result = compute(image, settings, cancelled=work.cancelled, progress=work.progress)
    if options.output is not None:
        _write_film(result, options)
        return
    for line in lines(result, everything=everything):
        print(line)


def _kernel(options: argparse.Namespace) -> Kernel:
    if options.kernel is not None:
        return kernel(options.kernel)
    return library("edge_vertical" if options.image == "edge" else "diagonal")


def _lesson(settings: Settings) -> Settings:
    """The X lesson's ReLU and pooling, where no others were given."""
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
    channels = map(planes, (cell.window, cell.weights, cell.products))
    for window, weights, products in zip(*channels, strict=True):
        yield from beside(("window", window), ("x kernel", weights), ("= products", products))
    yield "  sum: " + _sum(cell)
    yield from _after_the_sum(cell)


def _sum(cell: ConvolutionTrace) -> str:
    # Row by row, channel after channel, as the running sum goes.
    products = np.moveaxis(cell.products, -1, 0) if cell.products.ndim == 3 else cell.products
    terms = [number(value) for value in products.ravel()]
    if len(terms) > 25:
        return f"{len(terms)} products = {number(cell.total)}"
    return " + ".join(f"({t})" if t.startswith("-") else t for t in terms) + f" = {number(cell.total)}"


def _after_the_sum(cell: ConvolutionTrace) -> Iterator[str]:
    if cell.divisor != 1 or cell.bias != 0:
        divisor = f" / {cell.divisor:g}" if cell.divisor != 1 else ""
        bias = f" {'-' if cell.bias < 0 else '+'} {abs(cell.bias):g}" if cell.bias != 0 else ""
        yield f"  {number(cell.total)}{divisor}{bias} = {number(cell.before_activation)}"
    if cell.activation != "none":
        name = ACTIVATION_NAMES[cell.activation]
        yield f"  {name}: {number(cell.before_activation)} becomes {number(cell.value)}"


def _span(positions: Map) -> str:
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


def _titled(title: str, array: Map) -> Iterator[str]:
    yield ""
    yield title
    for plane in planes(array):
        yield from ("  " + line for line in grid(plane))


def number(value: float) -> str:
    """Whole numbers as they are, others with two decimals.

    >>> number(-3.0), number(7 / 9), number(-0.001)
    ('-3', '0.78', '0.00')
    """
    value = float(value)
    if value.is_integer():
        return str(int(value))
    text = f"{value:.2f}"
    return text.removeprefix("-") if float(text) == 0 else text


def planes(array: Map) -> list[Map]:
    """The channels of an array (H, W, C), or the array (H, W) itself.

    >>> len(planes(np.zeros((2, 2, 3))))
    3
    """
    return [array] if array.ndim == 2 else [array[:, :, c] for c in range(array.shape[2])]


def grid(array: Map) -> list[str]:
    """One line a row, the columns under each other.

    >>> grid(np.array([[1.0, -1.0], [10.0, 0.0]]))
    [' 1 -1', '10  0']
    """
    whole = bool(np.all(array == np.round(array)))
    cells = [[number(value) if whole else decimals(value) for value in row] for row in array.tolist()]
    width = max(len(cell) for row in cells for cell in row)
    return [" ".join(cell.rjust(width) for cell in row) for row in cells]


def decimals(value: float) -> str:
    """Two decimals in any case, so that the points stand under each other."""
    text = f"{value:.2f}"
    return text.removeprefix("-") if float(text) == 0 else text


def beside(*titled: tuple[str, Map], gap: str = "    ") -> Iterator[str]:
    """Grids side by side, each under its title."""
    blocks = [[title, *grid(array)] for title, array in titled]
    widths = [max(map(len, block)) for block in blocks]
    for row in zip_longest(*blocks, fillvalue=""):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield ("  " + gap.join(cells)).rstrip()


def _add_film_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how a film is written."""
    add = parser.add_argument_group("as a film").add_argument
    add("-o", "--output", metavar="FILE|FOLDER",
        help="write the film: .gif, .webp, .png (animated), .mp4, or a folder for numbered pictures; "
        ".svg or .pdf: one moment, that of --step")  # fmt: skip
    add("--detail", choices=DETAILS, default="sum", help="how finely the film steps (default: sum)")
    add("--speed", type=float, default=1.0, metavar="N",
        help=f"{', '.join(f'{s:g}' for s in SPEEDS)} (default: 1)")  # fmt: skip
    add("--width", type=int, default=960, metavar="PIXELS", help="width of the film (default: 960)")
    add("--dark", action="store_true", help="in dark colours")
    add("--step", metavar="FIRST[-LAST]", help="only these output cells, counted from 1")
    add("--region", metavar="ROW,COLUMN,ROWS,COLUMNS",
        help=f"the part of a picture over {WHOLE_UP_TO}x{WHOLE_UP_TO} (default: its middle)")  # fmt: skip


def _write_film(result: Result, options: argparse.Namespace) -> None:
    """Write the film of ``result`` as ``options`` say, and print what was written."""
    path = Path(options.output)
    if options.speed not in SPEEDS:
        raise UsageError(f"--speed {options.speed:g} is none of {', '.join(f'{s:g}' for s in SPEEDS)}")
    LIMITS["film width"].check(options.width, "--width")
    region = _region(options.region, result)
    made = film(result.chain, options.detail, region)
    if not len(made):
        raise UsageError("no window is centred in this region")
    keeper = application()
    from convviz.film.export import FilmOptions, export_film, export_frame, film_format, moments_of, shots_of

    first, last = moments_of(made, *_steps(options.step, made))
    sheet = _sheet(result, made, whole=region is None, dark=options.dark)
    if path.suffix.lower() in SINGLE:
        export_frame(sheet, last, path, options.width)
        print(f"{visible(str(path))}: one moment")
        return
    chosen = FilmOptions(film_format(path), options.width, options.speed, first, last)
    wanted = shots_of(made, chosen)
    with Work("steps") as work:
        count = export_film(sheet, chosen, path, cancelled=work.cancelled, progress=work.progress)
    seconds = sum(shot.milliseconds for shot in wanted) / 1000
    print(f"{visible(str(path))}: {count} pictures, {seconds:.1f} seconds")
    del keeper


def application() -> Any:
    """Fonts need an application; none of its windows ever opens, and no screen is needed."""
    if sys.platform not in ("win32", "darwin"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.instance() or QGuiApplication(["convviz"])


def _sheet(result: Result, made: Film, *, whole: bool, dark: bool) -> Any:
    from convviz.document.state.state import ColorRange
    from convviz.film import scene as step_scene
    from convviz.film.sheet import Sheet
    from convviz.views.base import theme
    from convviz.views.base.texts import image_title

    image = result.image
    title = image_title(image)
    stages = step_scene.stages(result, made, ColorRange(), 0)
    return Sheet(result, made, stages, title, whole=whole, scheme=theme.DARK if dark else theme.LIGHT)


def _region(text: str | None, result: Result) -> Region | None:
    height, width = result.chain.input[:2]
    if text is None:
        if max(height, width) <= WHOLE_UP_TO:
            return None
        rows, columns = min(SIDE, height), min(SIDE, width)
        return Region((height - rows) // 2, (width - columns) // 2, rows, columns)
    try:
        row, column, rows, columns = (int(part) for part in text.split(","))
    except ValueError:
        raise UsageError(f"--region {text}: four whole numbers, ROW,COLUMN,ROWS,COLUMNS") from None
    inside = min(row, column) >= 0 and row + rows <= height and column + columns <= width
    if not inside or not (1 <= rows <= WHOLE_UP_TO and 1 <= columns <= WHOLE_UP_TO):
        raise UsageError(f"--region {text}: 1 to {WHOLE_UP_TO} rows and columns inside {height}x{width}")
    return Region(row, column, rows, columns)


def _steps(text: str | None, made: Film) -> tuple[int, int]:
    cells = sum(act.cells for act in made.acts)
    if text is None:
        return 1, cells
    try:
        first, _, last = text.partition("-")
        steps = int(first), int(last or first)
    except ValueError:
        raise UsageError(f"--step {text}: FIRST or FIRST-LAST, whole numbers") from None
    if not 1 <= steps[0] <= steps[1] <= cells:
        raise UsageError(f"--step {text}: the film has steps 1 to {cells}")
    return steps
