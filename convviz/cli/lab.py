"""``convviz kernels`` and ``sample``: the kernels and pictures that come with ConvViz."""

from __future__ import annotations

import argparse
from pathlib import Path

from convviz.cli.main import UsageError
from convviz.cli.options import kernel
from convviz.core.base.visible import visible
from convviz.core.explain.formula import shape_text
from convviz.core.images.export import ENDINGS, save_stage
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.kernel_library import LIBRARY
from convviz.core.samples.pictures import load_sample, samples

_MOST_ON_A_LINE = 25


def add_kernels(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="NAME", help="show the weights of this one")


def run_kernels(options: argparse.Namespace) -> None:
    """Print a line for every kernel, or the weights of one."""
    if options.name is None:
        for key, entry in LIBRARY.items():
            print(_line(key, entry.kernel))
        return
    chosen = kernel(options.name)
    print(_aligned(chosen))
    if chosen.divisor != 1:
        print(f"# divisor {chosen.divisor:g}")


def _line(key: str, chosen: Kernel) -> str:
    weights = chosen.to_text(" ").replace("\n", "; ") if chosen.taps <= _MOST_ON_A_LINE else "..."
    divisor = f"/ {chosen.divisor:g}" if chosen.divisor != 1 else ""
    return f"{key:<20}{chosen.rows}x{chosen.columns}  {divisor:<7}{weights}"


def _aligned(chosen: Kernel) -> str:
    rows = [line.split("\t") for line in chosen.to_text().splitlines()]
    width = max(len(cell) for row in rows for cell in row)
    return "\n".join(" ".join(cell.rjust(width) for cell in row) for row in rows)


def add_sample(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("key", nargs="?", metavar="KEY", help="which picture; without it they are listed")
    parser.add_argument("-o", "--output", metavar="FILE", help=f"the file to write: {', '.join(ENDINGS)}")


def run_sample(options: argparse.Namespace) -> None:
    """List the keys, or write one picture."""
    keys = [sample.key for sample in samples()]
    if options.key is None:
        print(*keys, sep="\n")
        return
    if options.key not in keys:
        raise UsageError(f"there is no sample picture {options.key!r}: there are {', '.join(keys)}")
    if options.output is None:
        raise UsageError("-o FILE is missing: where shall the picture be written?")
    if Path(options.output).suffix.lower() not in ENDINGS:
        raise UsageError(f"{options.output}: the ending must be one of {', '.join(ENDINGS)}")
    image = load_sample(options.key)
    shown = None
    if options.output.lower().endswith(".png"):
        from convviz.core.colours.scales import ColourScale, written
        from convviz.core.colours.scales import picture as coloured

        # From black to white even around zero: the file is a picture again when it is opened.
        scale = ColourScale("grey", image.low, image.high)
        shown = written(coloured(image.values, scale), image.values, scale)
    save_stage(image.values, options.output, picture=shown)
    print(f"wrote {visible(options.output)}: {shape_text(image.shape)}, from {image.low:g} to {image.high:g}")
