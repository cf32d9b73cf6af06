"""``convviz render``, ``kernels`` and ``sample``: what the Lab does, without a window."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from convviz.cli.main import UsageError
from convviz.cli.options import add_settings, kernel, picture, settings_from
from convviz.cli.work import Work
from convviz.core.base.visible import visible
from convviz.core.explain.formula import chain_text, formula_lines, shape_text
from convviz.core.images.export import ENDINGS, save_stage
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.kernel_library import LIBRARY
from convviz.core.samples.pictures import load_sample, samples
from convviz.core.sizes.settings import STAGES, StageName
from convviz.core.stages.noise import settle
from convviz.core.stages.pipeline import Result, chain
from convviz.core.stages.pipeline import run as compute


def add_render(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("image", metavar="IMAGE", help="a picture file, or a sample's key, such as x")
    parser.add_argument("--kernel", required=True, metavar="NAME|FILE|WEIGHTS",
        help='a name from `convviz kernels`, a file, or weights like "1 0 -1; 1 0 -1; 1 0 -1"')  # fmt: skip
    add_settings(parser)
    parser.add_argument("--stage", choices=STAGES, help="which stage to write (default: the last)")
    parser.add_argument("--map", type=int, choices=range(3), default=0, metavar="0|1|2",
        help="which of several signed maps (--channels each) a .png shows (default: 0, red)")  # fmt: skip
    parser.add_argument("-o", "--output", metavar="OUT",
        help=f"the file to write: {', '.join(ENDINGS)}; without it only the sizes are printed")  # fmt: skip


def run_render(options: argparse.Namespace) -> None:
    """Print the chain of shapes and its formulas, and write the stage that was asked for."""
    if options.output is not None:
        _check_output(options.output)
    settings = settings_from(options, kernel(options.kernel))
    image = picture(options.image)
    sizes = chain(image.shape, settings)
    stage: StageName = options.stage or ("activation" if sizes.pooling is None else "pooling")
    if sizes.shape(stage) is None:
        raise UsageError(f"there is no stage {stage} to write: --pool is not given")
    lines = [chain_text(sizes, settings), *formula_lines(sizes, settings)]
    if options.output is not None:
        with Work("render") as work:
            result = compute(image, settings, cancelled=work.cancelled, progress=work.progress)
        lines.append(_write(result, stage, options.output, options.map))
    # Last, so that `convviz render ... | head -1` does not cut the work short.
    print(*map(visible, lines), sep="\n")


def _check_output(path: str) -> None:
    """Check the output path before the work."""
    if Path(path).suffix.lower() not in ENDINGS:
        raise UsageError(f"{path}: the ending must be one of {', '.join(ENDINGS)}")
    if not Path(path).absolute().parent.is_dir():
        raise UsageError(f"{path}: there is no folder {Path(path).parent}")


def _write(result: Result, stage: StageName, path: str, channel: int) -> str:
    values = result.stage(stage)
    assert values is not None  # checked before anything was computed
    shown = None
    if path.lower().endswith(".png"):
        from convviz.core.colours.stages import stage_picture

        shown = stage_picture(result, stage, channel=channel)
    save_stage(values, path, picture=shown)
    noise = result.noise.of(stage)
    low, high = (settle(float(end), noise) for end in (np.nanmin(values), np.nanmax(values)))
    return f"wrote {path}: {stage}, {shape_text(values.shape)}, from {low:g} to {high:g}"


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
