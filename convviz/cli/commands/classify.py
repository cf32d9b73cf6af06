"""``convviz classify``: read digits from pictures, and say how sure the network is."""

from __future__ import annotations

import argparse
import json
from typing import Any

import numpy as np

from convviz.cli.main import UsageError
from convviz.cli.networks import add_network, digit, network
from convviz.network.compute.forward import activations
from convviz.network.model.layers import Array
from convviz.network.model.network import Network

_SHADES = " ░▒▓█"
_SHOWN = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pictures", nargs="+", metavar="PICTURE", help="a photo, scan or drawing of a digit")
    add_network(parser)
    parser.add_argument("--json", action="store_true", help="print everything as one JSON list")


def run(options: argparse.Namespace) -> None:
    """Print each digit as blocks, its probabilities and the answer; a blank picture says so."""
    chosen = network(options.network)
    answers = [_answer(options, name, chosen) for name in options.pictures]
    if options.json:
        print(json.dumps(answers, indent=1, ensure_ascii=False))
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
    print(f"{answer['picture']}")
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
