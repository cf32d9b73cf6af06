"""How the network on the screen was trained, from its report card."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QObject

from convviz.network.model.network import Network
from convviz.views.base.numbers import figure
from convviz.views.base.texts import say
from convviz.views.network.training.axes import from_card
from convviz.views.network.training.panel import HistoryPanel


class NetworkHistory(QObject):
    """Fills a `HistoryPanel`."""

    def __init__(self, panel: HistoryPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._network: Network | None = None

    def show(self, network: Network) -> None:
        """Tell of another network; the same one with other weights was trained as it was."""
        if self._network is None or network.card is not self._network.card:
            self._panel.set_history(from_card(network.card))
            self._panel.set_sentences(sentences(network.card))
        self._network = network

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        if self._network is not None:
            self._panel.set_sentences(sentences(self._network.card))


OPTIMIZERS = {"sgd": "SGD", "adam": "Adam", "rmsprop": "RMSprop"}


def sentences(card: Mapping[str, Any]) -> list[str]:
    """Everything that is said beside the plots, a paragraph each; one sentence where nothing is known."""
    if not card.get("epochs"):
        return [unknown()]
    recipe = card.get("recipe_settings", {})
    return [choice(card), how(card), training_numbers(recipe), verdicts()]


def unknown() -> str:
    """What is said where no report card is."""
    return say("Network", "How this network was trained is not known: its file does not tell.")


def choice(card: Mapping[str, Any]) -> str:
    """Which epoch was kept, and what chose it: never the test digits."""
    held_out = card.get("recipe_settings", {}).get("held_out", 0)
    if held_out:
        text = say(
            "Network",
            "Epoch {kept} of {count} was kept: {held_out} digits held out from training chose it; "
            "the test digits chose nothing.",
        )
    else:
        text = say(
            "Network",
            "Epoch {kept} of {count} was kept as the last: no digits were held out to choose one; "
            "the test digits chose nothing.",
        )
    return text.format(kept=card["best_epoch"], count=len(card["epochs"]), held_out=f"{held_out:,}")


def how(card: Mapping[str, Any]) -> str:
    """The recipe, its seed, and how long it took."""
    recipe = card.get("recipe_settings", {})
    if card.get("recipe") == "tutorial":
        text = say(
            "Network",
            "The recipe of its tutorial: {optimizer}, batches of {batch}, seed {seed}, {minutes} minutes.",
        )
    else:
        text = say(
            "Network",
            "ConvViz\u2019s own recipe: {optimizer}, batches of {batch}, seed {seed}, {minutes} minutes.",
        )
    optimizer = str(recipe.get("optimizer", "?"))
    return text.format(
        optimizer=OPTIMIZERS.get(optimizer, optimizer),
        batch=recipe.get("batch", "?"),
        seed=card.get("seed", "?"),
        minutes=figure(float(card.get("minutes", 0)), 1),
    )


def training_numbers(recipe: Mapping[str, Any]) -> str:
    """Why the training numbers are not to be compared with the others without a thought."""
    if np.any(recipe.get("strength", recipe.get("augment", 0))) or recipe.get("dropout"):
        return say(
            "Network",
            "Training numbers are taken while it learns, under harder conditions (varied digits, dropout), "
            "and may be the worst.",
        )
    return say("Network", "Training numbers are means over an epoch, taken while it learns.")


def verdicts() -> str:
    """What the distance between training and test means."""
    return say(
        "Network",
        "High accuracy in training but low in the test is overfitting; high in both is good generalisation, "
        "low in both underfitting.",
    )
