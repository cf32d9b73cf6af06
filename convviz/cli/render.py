"""``convviz render``: a stage as numbers or as a picture, a stage or the whole chain as a figure."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from convviz.cli.main import UsageError
from convviz.cli.options import add_settings, kernel, part_of, picture, settings_from
from convviz.cli.steps import application
from convviz.cli.work import Work
from convviz.core.base.limits import LIMITS
from convviz.core.base.visible import visible
from convviz.core.explain.formula import chain_text, formula_lines, shape_text
from convviz.core.images.export import ENDINGS, save_stage
from convviz.core.sizes.settings import STAGES, StageName
from convviz.core.stages.noise import settle
from convviz.core.stages.pipeline import Chain, Result, chain
from convviz.core.stages.pipeline import run as compute

FIGURES = (".svg", ".pdf")
ALL = (*ENDINGS, *FIGURES)
CHAIN = "chain"


def add_render(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("image", metavar="IMAGE", help="a picture file, or a sample's key, such as x")
    parser.add_argument("--kernel", required=True, metavar="NAME|FILE|WEIGHTS",
        help='a name from `convviz kernels`, a file, or weights like "1 0 -1; 1 0 -1; 1 0 -1"')  # fmt: skip
    add_settings(parser)
    parser.add_argument("--stage", choices=(*STAGES, CHAIN),
        help="which stage to write, or the whole chain with its kernel and formulas as one figure "
        "(default: the chain for .svg, .pdf and with --scale, else the last stage)")  # fmt: skip
    parser.add_argument("--map", type=int, choices=range(3), default=0, metavar="0|1|2",
        help="which of several signed maps (--channels each) a picture shows (default: 0, red)")  # fmt: skip
    parser.add_argument("-o", "--output", metavar="OUT",
        help=f"the file to write: {', '.join(ALL)}; without it only the sizes are printed")  # fmt: skip
    parser.add_argument("--scale", type=int, metavar="1..4",
        help="write a .png as a figure, so many times its size: titles, numbers, colour bars")  # fmt: skip
    parser.add_argument("--background", choices=("light", "dark", "none"), default="light",
        help="what is behind a figure (default: light)")  # fmt: skip


def run_render(options: argparse.Namespace) -> None:
    """Print the chain of shapes and its formulas, and write what was asked for."""
    figure = _is_figure(options)
    if options.output is not None:
        _check_output(options.output)
    settings = settings_from(options, kernel(options.kernel))
    image = picture(options.image, part_of(options))
    sizes = chain(image.shape, settings)
    stage = _stage(options, sizes, figure=figure)
    lines = [chain_text(sizes, settings), *formula_lines(sizes, settings)]
    if options.output is not None:
        with Work("render") as work:
            result = compute(image, settings, cancelled=work.cancelled, progress=work.progress)
        if figure:
            lines.append(_write_figure(result, stage, options))
        else:
            lines.append(_write(result, stage, options.output, options.map))  # type: ignore[arg-type]
    # Last, so that `convviz render ... | head -1` does not cut the work short.
    print(*map(visible, lines), sep="\n")


def _is_figure(options: argparse.Namespace) -> bool:
    """Whether a figure is asked for, and not the values of a stage."""
    if options.scale is not None:
        LIMITS["figure scale"].check(options.scale, "--scale")
    if options.output is None:
        return False
    ending = Path(options.output).suffix.lower()
    wanted = options.scale is not None or options.stage == CHAIN
    if wanted and ending not in (".png", *FIGURES):
        what = "--scale" if options.scale is not None else "--stage chain"
        raise UsageError(f"{options.output}: {what} is for .png, .svg and .pdf")
    return wanted or ending in FIGURES


def _stage(options: argparse.Namespace, sizes: Chain, *, figure: bool) -> str:
    last = "activation" if sizes.pooling is None else "pooling"
    stage: str = options.stage or (CHAIN if figure else last)
    if stage == "pooling" and sizes.pooling is None:
        raise UsageError("there is no stage pooling to write: --pool is not given")
    if figure and stage == "activation" and options.activation[0] == "none":
        raise UsageError("there is no stage activation to write: --activation is not given")
    return stage


def _check_output(path: str) -> None:
    """Check the output path before the work."""
    if Path(path).suffix.lower() not in ALL:
        raise UsageError(f"{path}: the ending must be one of {', '.join(ALL)}")
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


def _write_figure(result: Result, stage: str, options: argparse.Namespace) -> str:
    keeper = application()
    from convviz.film.figure.figures import figure_of
    from convviz.film.figure.material import material
    from convviz.film.figure.write import pixels_of, write_figure
    from convviz.views.base.texts import image_title

    shown = material(result, visible(image_title(result.image)), channel=options.map)
    figure, path, scale = (
        figure_of(shown, stage, options.background),
        Path(options.output),
        options.scale or 1,
    )
    write_figure(figure, path, scale)
    del keeper
    what = "the whole chain" if stage == CHAIN else stage
    if path.suffix.lower() != ".png":
        return f"wrote {path}: {what}"
    wide, high = pixels_of(figure, scale)
    return f"wrote {path}: {what}, {wide}x{high} pixels"
