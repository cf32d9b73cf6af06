"""``convviz sample``: a picture that comes with ConvViz, or is made on demand, as a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from convviz.cli.main import UsageError
from convviz.core.explain.formula import shape_text
from convviz.core.images.export import ENDINGS, save_stage
from convviz.core.samples.pictures import load_sample, samples


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("key", nargs="?", metavar="KEY", help="which picture; without it they are listed")
    parser.add_argument("-o", "--output", metavar="FILE", help=f"the file to write: {', '.join(ENDINGS)}")


def run(options: argparse.Namespace) -> None:
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
    print(f"wrote {options.output}: {shape_text(image.shape)}, from {image.low:g} to {image.high:g}")
