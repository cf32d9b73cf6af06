"""What the commands that read digits share: the network, the picture, the prepared digit."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from convviz.cli.main import UsageError
from convviz.cli.options import picture as read_picture
from convviz.core.images.image import Image
from convviz.network.compute.adapting import SCALES, adapted
from convviz.network.digits.prepare import Preparation, prepare
from convviz.network.files.bundled import BUNDLED, bundled
from convviz.network.files.keras.file import read_network
from convviz.network.model.layers import Array
from convviz.network.model.network import Network


def add_network(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which network reads, and how pictures are given to it."""
    add = parser.add_argument
    add("--network", default="convnet", metavar="NETWORK",
        help=f"{', '.join(BUNDLED)}, or a .keras or .h5 file (default: convnet)")  # fmt: skip
    add("--as-is", action="store_true",
        help="do not prepare the picture as MNIST's digits were: it is one already")  # fmt: skip
    add("--scale", choices=list(SCALES), default="unit",
        help="black and white for a network of your own: 0..1, -1..1, 0..255 (default: unit)")  # fmt: skip


def network(name: str) -> Network:
    """A network that comes with ConvViz by its key, or one from a file."""
    if name in BUNDLED:
        return bundled(name)
    if not Path(name).exists():
        raise UsageError(f"there is no file {name!r}, and no network: there are {', '.join(BUNDLED)}")
    return read_network(name)


def digit(options: argparse.Namespace, name: str, chosen: Network) -> tuple[Array | None, Preparation | None]:
    """A picture as the network reads it (None where it is blank), and how it was prepared."""
    image = read_picture(name)
    if options.as_is:
        return adapted(_unit(image), chosen.input_shape, options.scale), None
    prepared = prepare(image.values, image.low, image.high)
    if prepared.blank:
        return None, prepared
    return adapted(prepared.digit, chosen.input_shape, options.scale), prepared


def _unit(image: Image) -> Array:
    values = (np.asarray(image.values, np.float32) - image.low) / ((image.high - image.low) or 1.0)
    return np.asarray(np.clip(values, 0, 1), np.float32)
