"""The commands that read digits, ``convviz classify`` and ``convviz activations``, and what they share."""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path
from typing import Any

import numpy as np

from convviz.cli.main import UsageError
from convviz.cli.options import add_page, part_of
from convviz.cli.options import picture as read_picture
from convviz.core.base.visible import visible
from convviz.core.colours.scales import signed_picture
from convviz.core.images.export import save_stage
from convviz.core.images.image import Image
from convviz.network.compute.adapting import SCALES, adapted
from convviz.network.compute.forward import activations
from convviz.network.digits.prepare import Preparation, prepare
from convviz.network.files.bundled import BUNDLED, bundled
from convviz.network.files.first_reading import read_first
from convviz.network.files.keras.file import read_network
from convviz.network.files.saving import save_activations
from convviz.network.model.layers import Array
from convviz.network.model.network import Network


def add_network(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which network reads, and how pictures are given to it."""
    add = parser.add_argument
    add("--network", default="convnet", metavar="NETWORK",
        help=f"{', '.join(BUNDLED)}, or a .keras or .h5 file (default: convnet)")  # fmt: skip
    add_page(parser)
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
    read_first(name)
    return read_network(name)


def digit(options: argparse.Namespace, name: str, chosen: Network) -> tuple[Array | None, Preparation | None]:
    """A picture as the network reads it (None where it is blank), and how it was prepared."""
    image = read_picture(name, part_of(options))
    if options.as_is:
        return adapted(_unit(image), chosen.input_shape, options.scale), None
    prepared = prepare(image.values, image.low, image.high)
    if prepared.blank:
        return None, prepared
    return adapted(prepared.digit, chosen.input_shape, options.scale), prepared


def _unit(image: Image) -> Array:
    values = (np.asarray(image.values, np.float32) - image.low) / ((image.high - image.low) or 1.0)
    return np.asarray(np.clip(values, 0, 1), np.float32)


_SHADES = " ░▒▓█"
_SHOWN = 10


def add_classify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pictures", nargs="+", metavar="PICTURE", help="a photo, scan or drawing of a digit")
    add_network(parser)
    parser.add_argument("--json", action="store_true", help="print everything as one JSON list")


def run_classify(options: argparse.Namespace) -> None:
    """Print each digit as blocks, its probabilities and the answer; a blank picture says so."""
    chosen = network(options.network)
    answers = [_answer(options, name, chosen) for name in options.pictures]
    if options.json:
        lines = json.dumps(answers, indent=1, ensure_ascii=False).split("\n")
        print(*map(visible, lines), sep="\n")
        return
    for number, answer in enumerate(answers):
        if number:
            print()
        _show(answer, chosen)


def _answer(options: argparse.Namespace, name: str, chosen: Network) -> dict[str, Any]:
    given, prepared = digit(options, name, chosen)
    answer: dict[str, Any] = {"picture": name, "network": options.network, "blank": given is None}
    if given is None:
        return answer | {"answer": None, "probabilities": None}
    if not given.any() and prepared is None:
        raise UsageError(f"{name}: the picture is all black")
    acts = activations(chosen, given)
    outputs = {
        label: round(float(value), 6) for label, value in zip(chosen.classes, acts.output, strict=True)
    }
    return answer | {
        "answer": chosen.classes[acts.answer],
        "probabilities": outputs,
        "inverted": prepared.inverted if prepared else None,
        "digit": np.round(acts.picture.mean(axis=-1), 4).tolist(),
    }


def _show(answer: dict[str, Any], chosen: Network) -> None:
    print(visible(answer["picture"]))
    if answer["blank"]:
        print("nothing is written on it, so there is nothing to read")
        return
    for line in blocks(np.array(answer["digit"], np.float32)):
        print(line)
    ranked = sorted(answer["probabilities"].items(), key=lambda pair: -pair[1])
    labels = dict(ranked if len(ranked) > _SHOWN else answer["probabilities"].items())
    width = max(len(label) for label in labels)
    for label, value in list(labels.items())[:_SHOWN]:
        mark = " <-" if label == answer["answer"] else ""
        print(f"{label:>{width}} {value:9.4%} {'█' * round(20 * value):<20}{mark}".rstrip())
    sure = ranked[0][1]
    print(f"{chosen.title} reads {answer['answer']}, {sure:.2%}" + (" (not sure)" if sure < 0.5 else ""))


def blocks(picture: Array) -> list[str]:
    """A small picture as text, two characters a pixel; large ones are thinned out to 40 columns.

    >>> blocks(np.array([[0.0, 1.0]], np.float32))
    ['  ██']
    """
    step = -(-picture.shape[1] // 40)
    span = float(picture.max() - min(0.0, float(picture.min()))) or 1.0
    levels = np.clip(np.rint((picture[::step, ::step] - min(0.0, float(picture.min()))) / span * 4), 0, 4)
    return ["".join(_SHADES[int(level)] * 2 for level in row).rstrip() for row in levels]


def add_activations(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("picture", metavar="PICTURE", help="a photo, scan or drawing of a digit")
    parser.add_argument("--layer", metavar="NAME", help="which layer; an .npz file has all without it")
    add_network(parser)
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="maps.png or maps.npz")


def run_activations(options: argparse.Namespace) -> None:
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
        print(f"wrote {visible(options.output)}: {layer}, {' x '.join(map(str, maps.shape))}, "
              f"from {maps.min():.4g} to {maps.max():.4g}")  # fmt: skip
    else:
        names = chosen.names if layer == "all" else (layer,)
        save_activations(options.output, chosen, acts, names)
        print(f"wrote {visible(options.output)}: {', '.join(names)}")


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
