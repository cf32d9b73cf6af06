"""``convviz render``: a picture through the stages, without a window."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from convviz.cli.main import UsageError
from convviz.cli.options import add_settings, kernel, picture, settings_from
from convviz.core.explain.formula import chain_text, formula_lines, shape_text
from convviz.core.images.export import ENDINGS, save_stage
from convviz.core.sizes.settings import STAGES, StageName
from convviz.core.stages.noise import settle
from convviz.core.stages.pipeline import Result, chain
from convviz.core.stages.pipeline import run as compute


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("image", metavar="IMAGE", help="a picture file, or a sample's key, such as x")
    parser.add_argument("--kernel", required=True, metavar="NAME|FILE|WEIGHTS",
        help='a name from `convviz kernels`, a file, or weights like "1 0 -1; 1 0 -1; 1 0 -1"')  # fmt: skip
    add_settings(parser)
    parser.add_argument("--stage", choices=STAGES, help="which stage to write (default: the last)")
    parser.add_argument("--map", type=int, choices=range(3), default=0, metavar="0|1|2",
        help="which of several signed maps (--channels each) a .png shows (default: 0, red)")  # fmt: skip
    parser.add_argument("-o", "--output", metavar="OUT",
        help=f"the file to write: {', '.join(ENDINGS)}; without it only the sizes are printed")  # fmt: skip


def run(options: argparse.Namespace) -> None:
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
        lines.append(_write(compute(image, settings), stage, options.output, options.map))
    # Last, so that `convviz render ... | head -1` does not cut the work short.
    print(*lines, sep="\n")


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
