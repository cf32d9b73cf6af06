"""The trained networks that come with ConvViz, and the report cards beside network files.

A card beside a file of one's own counts only if it belongs to that very file, and if every number that is
shown is there and is one.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from convviz.core.base.files import read_file
from convviz.network.files.keras.file import read_network
from convviz.network.model.errors import NetworkError
from convviz.network.model.network import Network
from convviz.network.model.recipes import architecture
from convviz.paths import resource

MOST_BYTES = 4 << 20
_EPOCHS = 10_000
_LINES = ("train", "held_out", "test")


@dataclass(frozen=True)
class Bundled:
    """A network that comes with ConvViz: the name of its file, its architecture and its recipe."""

    key: str
    network: str
    recipe: str


BUNDLED = {
    one.key: one
    for one in (
        Bundled("convnet", "convnet", "best"),
        Bundled("lenet", "lenet", "best"),
        Bundled("mlp", "mlp", "best"),
        Bundled("convnet_tutorial", "convnet", "tutorial"),
        Bundled("mlp_tutorial", "mlp", "tutorial"),
    )
}
"""By key; the first is the one to begin with."""


@cache
def bundled(key: str) -> Network:
    """Load a network that comes with ConvViz; cached.

    ``key`` is one of `BUNDLED`. Its ``card`` is the report card written beside it. ValueError for
    another name, `NetworkError` where the file is not the one that was trained.
    """
    if key not in BUNDLED:
        raise ValueError(f"there is no network {key!r}: there are {', '.join(BUNDLED)}")
    path = resource("models", f"{key}.keras")
    plan = architecture(BUNDLED[key].network)
    network = read_network(path)
    card = report_card(key)
    if network.checksum != card["sha256"]:
        raise NetworkError("checksum", "{name} is not the file that was trained", name=path.name)
    tutorial = BUNDLED[key].recipe == "tutorial"
    title = f"{plan.title} (tutorial)" if tutorial else plan.title
    return replace(network, key=key, title=title, card=card)


def report_card(key: str) -> dict[str, Any]:
    """What was written beside a bundled network when it was trained: recipe, accuracy, misread digits."""
    card: dict[str, Any] = json.loads(resource("models", f"{key}.json").read_text("utf-8"))
    return card


def card_path(network: Path) -> Path:
    """Where the report card of a network's file is.

    >>> card_path(Path("my.keras")).name
    'my.json'
    """
    return network.with_suffix(".json")


def read_card(network: Path, checksum: str) -> dict[str, Any]:
    """The card beside the file ``network``, whose SHA-256 is ``checksum``; empty where none belongs to it.

    >>> read_card(Path("/nowhere/net.keras"), "00")
    {}
    """
    card = _sound_card(card_path(network))
    return card if card.get("sha256") == checksum else {}


def would_be_lost(network: Path) -> Path | None:
    """The file that stands where the card of ``network`` would be written, and is no card; None for none.

    >>> would_be_lost(Path("/nowhere/net.keras")) is None
    True
    """
    path = card_path(network)
    return path if path.exists() and not _sound_card(path) else None


def _sound_card(path: Path) -> dict[str, Any]:
    try:
        card = json.loads(read_file(path, MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return card if is_sound(card) else {}


def is_sound(card: object) -> bool:
    """Whether a card has everything that is read from it, in the right types and ranges.

    >>> is_sound({"sha256": "00"})
    False
    """
    try:
        return isinstance(card, dict) and _has_history(card) and _has_examination(card["test"])
    except (KeyError, TypeError, ValueError):
        return False


def _has_history(card: dict[str, Any]) -> bool:
    recipe, epochs = card["recipe_settings"], card["epochs"]
    if not 0 < len(epochs) <= _EPOCHS:
        return False
    for number, epoch in enumerate(epochs, start=1):
        values = [epoch[f"{line}_{what}"] for line in _LINES for what in ("loss", "accuracy")]
        if epoch["number"] != number or not all(value is None or _is_number(value) for value in values):
            return False
    return (
        isinstance(card["sha256"], str)
        and isinstance(card["recipe"], str)
        and isinstance(recipe["optimizer"], str)
        and _is_count(card["best_epoch"], 1, len(epochs))
        and all(_is_number(value) for value in (card["minutes"], card["seed"], recipe["batch"]))
        and _is_count(recipe["held_out"], 0, 1_000_000)
        and all(_is_number(value) for value in recipe["strength"])
        and isinstance(recipe["dropout"], dict)
    )


def _has_examination(test: dict[str, Any]) -> bool:
    counts, most = test["confusion"], 1_000_000
    return (
        _is_number(test["accuracy"])
        and len(counts) == 10
        and all(len(row) == 10 and all(_is_count(one, 0, most) for one in row) for row in counts)
        and all(
            _is_count(number, 0, most) and _is_count(label, 0, 9) and _is_count(answer, 0, 9)
            for number, label, answer in test["misread"]
        )
        and len(test["accuracy_by_shift"]) == 8
        and all(_is_number(one) for one in test["accuracy_by_shift"])
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_count(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
