"""A whole training, from the digits to the network and its report card in files.

`convviz train` and the window's training process both run this.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from convviz.core.base.files import atomic_write
from convviz.core.base.leftovers import TemporaryFolder
from convviz.network.digits.mnist import Mnist
from convviz.network.files.bundled import card_path, would_be_lost
from convviz.network.model.errors import NetworkError
from convviz.network.model.recipes import Architecture, Recipe, architecture

if TYPE_CHECKING:
    from convviz.network.training.trainer import Reports, Trained


@dataclass(frozen=True)
class Request:
    """What to train: a network's key, the name of a recipe, passes over the digits (None: the recipe's
    own number), and the start of the random numbers.

    >>> Request("mlp", "tutorial", epochs=3).settings.epochs
    3
    """

    network: str
    recipe: str = "best"
    epochs: int | None = None
    seed: int = 1

    @property
    def plan(self) -> Architecture:
        """The network's layers. ValueError for a key there is not."""
        return architecture(self.network)

    @property
    def settings(self) -> Recipe:
        """The recipe, with the requested number of epochs. ValueError for an unknown recipe."""
        recipe = self.plan.recipe(self.recipe)
        return recipe if self.epochs is None else replace(recipe, epochs=self.epochs)


def carry_out(
    request: Request,
    data: Mnist,
    target: Path,
    reports: Reports,
    on_trained: Callable[[Trained], object] = lambda trained: None,
) -> dict[str, Any]:
    """Train, examine the network, and write it to ``target`` (.keras) and its card beside it (.json).

    Both files are written whole or not at all. ``on_trained`` is called between training and
    examination, which takes a while too. Returns the card. KeyboardInterrupt where the training was
    stopped before its first epoch was over; NetworkError as `check` does; OSError.
    """
    from convviz.network.training import report_card
    from convviz.network.training.trainer import examine, train

    check(request, data)
    plan, recipe = request.plan, request.settings
    started = time.monotonic()
    trained = train(plan, recipe, data, request.seed, reports)
    history = {
        "epochs": [asdict(epoch) for epoch in trained.epochs],
        "best_epoch": trained.best,
        "interrupted": trained.interrupted,
        "minutes": round((time.monotonic() - started) / 60, 1),
    }
    on_trained(trained)
    card = report_card.report_card(plan, (request.recipe, recipe), data, request.seed, history)
    card["test"] = report_card.examination(lambda pictures: examine(trained.network, pictures), data)
    save_network(trained.network, target)
    card["sha256"] = report_card.checksum(target)
    with atomic_write(card_path(target)) as file:
        file.write(report_card.to_json(card).encode())
    return card


def check(request: Request, data: Mnist) -> None:
    """NetworkError unless there are more digits than are held out to choose the epoch."""
    digits, held_out = len(data.train), request.settings.held_out
    if digits <= held_out:
        text = "{digits:,} training digits are too few: {held_out:,} are held out to choose the epoch"
        raise NetworkError("training_few", text, digits=digits, held_out=held_out)


def save_network(network: Any, target: Path) -> None:
    """Write a Keras model to ``target``, whole or not at all. OSError."""
    with TemporaryFolder() as folder:
        path = Path(folder, "network.keras")
        network.save(path)
        copy_whole(path, target)


def save_copy(source: Path, target: Path) -> Path:
    """Copy a trained network and its card; returns ``target``. OSError.

    NetworkError where a file that is no card stands where the card would be written.
    """
    other = would_be_lost(target)
    if other is not None:
        text = "{other} is there already, and is no report card of a network"
        raise NetworkError("training_beside", text, other=other.name)
    copy_whole(source, target)
    copy_whole(card_path(source), card_path(target))
    return target


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file so that ``target`` is the whole of it, or what it was before. OSError."""
    with source.open("rb") as read, atomic_write(target) as file:
        shutil.copyfileobj(read, file)


def seconds_left(elapsed: float, share: float) -> float:
    """How long work will still take that has done ``share`` (above 0, up to 1) in ``elapsed`` seconds.

    >>> seconds_left(30, 0.25)
    90.0
    """
    return elapsed * (1 - share) / share
