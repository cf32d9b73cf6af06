"""The trained networks that come with ConvViz."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from convviz.network.files.keras.file import read_network
from convviz.network.model.errors import NetworkError
from convviz.network.model.network import Network
from convviz.network.model.recipes import architecture
from convviz.paths import resource


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
    """Load a network that comes with ConvViz; the second time it is there at once.

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
