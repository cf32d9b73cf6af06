"""``convviz activations``: what a layer makes of a picture, as one picture of all maps or as numbers."""

from __future__ import annotations

import argparse
import math
from pathlib import Path

import numpy as np

from convviz.cli.main import UsageError
from convviz.cli.networks import add_network, digit, network
from convviz.core.colours.scales import signed_picture
from convviz.core.images.export import save_stage
from convviz.network.compute.forward import activations
from convviz.network.files.saving import save_activations
from convviz.network.model.layers import Array


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("picture", metavar="PICTURE", help="a photo, scan or drawing of a digit")
    parser.add_argument("--layer", metavar="NAME", help="which layer; an .npz file has all without it")
    add_network(parser)
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="maps.png or maps.npz")


def run(options: argparse.Namespace) -> None:
    """Compute one picture and write a layer's maps, or those of all layers."""
    chosen = network(options.network)
    ending = Path(options.output).suffix.lower()
    if ending not in (".png", ".npz"):
        raise UsageError(f"{options.output}: the ending must be .png or .npz")
    layer = "all" if options.layer is None and ending == ".npz" else options.layer
    if layer is None or (layer not in chosen.names and layer != "all"):
        raise UsageError(f"--layer NAME is one of {', '.join(chosen.names)}, or all")
    if layer == "all" and ending == ".png":
        raise UsageError("all layers do not fit in one picture: name one, or write an .npz file")
    given, _ = digit(options, options.picture, chosen)
    if given is None:
        raise UsageError(f"{options.picture}: nothing is written on it")
    acts = activations(chosen, given)
    if ending == ".png":
        maps = acts.values[chosen.index(layer)]
        save_stage(_mosaic(maps), options.output, picture=coloured(maps))
        print(f"wrote {options.output}: {layer}, {' x '.join(map(str, maps.shape))}, "
              f"from {maps.min():.4g} to {maps.max():.4g}")  # fmt: skip
    else:
        names = chosen.names if layer == "all" else (layer,)
        save_activations(options.output, chosen, acts, names)
        print(f"wrote {options.output}: {', '.join(names)}")


def coloured(maps: Array) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """All maps of a layer in one picture, (rows, columns, 3): blue below zero, orange above, white gaps.

    Small maps are drawn larger, every value a square of whole pixels.
    """
    values = _mosaic(maps)
    zoom = max(1, min(16, 900 // max(values.shape)))
    reach = float(np.abs(maps).max()) or 1.0
    return np.repeat(np.repeat(signed_picture(values, reach), zoom, axis=0), zoom, axis=1)


def _mosaic(maps: Array) -> Array:
    """The maps of a layer, (rows, columns, channels) or (cells,), side by side, NaN in the gaps of one cell.

    The whole comes as near to a square as it can.

    >>> _mosaic(np.arange(3, dtype=np.float32)).tolist()
    [[0.0, nan, 1.0], [nan, nan, nan], [2.0, nan, nan]]
    """
    rows, columns, count = maps.shape if maps.ndim > 1 else (1, 1, len(maps))
    high, wide = rows + 1, columns + 1
    across = max(1, min(count, round(math.sqrt(count * high / wide))))
    down = -(-count // across)
    tiles = np.full((down * across, high, wide), np.nan, np.float32)
    tiles[:count, :rows, :columns] = np.moveaxis(maps.reshape(rows, columns, count), 2, 0)
    lines = tiles.reshape(down, across, high, wide).transpose(0, 2, 1, 3).reshape(down * high, -1)
    return lines[:-1, :-1]
