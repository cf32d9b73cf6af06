"""``convviz train``: train one of the networks, and write it and its report card to files."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from dataclasses import asdict, replace
from pathlib import Path

from convviz.cli_errors import UsageError
from convviz.core.atomic import atomic_write
from convviz.network.recipes import ARCHITECTURES, RECIPES, architecture


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("network", metavar="NETWORK", choices=list(ARCHITECTURES), help=f"one of {', '.join(ARCHITECTURES)}")
    add("--data", metavar="FILE", required=True, help="mnist.npz, as Keras has it")
    add("--recipe", choices=RECIPES, default="best",
        help="as its tutorial trains it, or as well as we can (default: best)")  # fmt: skip
    add("--epochs", type=int, metavar="N", help="passes over the training digits (default: the recipe's)")
    add("--seed", type=int, default=1, metavar="N", help="start of the random numbers (default: 1)")
    add("-o", "--output", metavar="FILE", required=True, help="the network to write, ending in .keras")


def run(options: argparse.Namespace) -> None:
    """Train, show how it goes, and write FILE.keras and FILE.json."""
    target = Path(options.output)
    if target.suffix != ".keras":
        raise UsageError(f"{options.output}: the ending has to be .keras")
    if not target.parent.is_dir():
        raise UsageError(f"{target.parent}: there is no such folder")
    if options.epochs is not None and options.epochs < 1:
        raise UsageError(f"--epochs {options.epochs}: at least one epoch is needed")
    from convviz.network.mnist import read_mnist

    data = read_mnist(options.data)
    plan = architecture(options.network)
    recipe = plan.recipe(options.recipe)
    if options.epochs is not None:
        recipe = replace(recipe, epochs=options.epochs)
    _quiet()
    from convviz.network import report_card
    from convviz.network.training import Reports, examine, train

    progress = Progress(recipe.epochs)
    print(f"{plan.title}, recipe {options.recipe}, {recipe.epochs} epochs, {plan.parameters:,} parameters")
    started = time.monotonic()
    trained = train(plan, recipe, data, options.seed, Reports(progress.batch, progress.epoch))
    history = {
        "epochs": [asdict(epoch) for epoch in trained.epochs],
        "best_epoch": trained.best,
        "interrupted": trained.interrupted,
        "minutes": round((time.monotonic() - started) / 60, 1),
    }
    if trained.interrupted:
        print(f"\ninterrupted: epoch {trained.best} is kept")
    card = report_card.report_card(plan, (options.recipe, recipe), data, options.seed, history)
    card["test"] = report_card.examination(lambda pictures: examine(trained.network, pictures), data)
    _save(trained.network, target)
    card["sha256"] = report_card.checksum(target)
    with atomic_write(target.with_suffix(".json")) as file:
        file.write(report_card.to_json(card).encode())
    print(f"wrote {target}: {card['test']['accuracy']:.2%} of {len(data.test):,} test digits, "
          f"epoch {trained.best}")  # fmt: skip


def _quiet() -> None:
    """TensorFlow talks about processors and missing graphics cards; nobody asked."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        import tensorflow  # noqa: F401
    except ImportError:
        raise UsageError("TensorFlow is needed for training, and it is not installed") from None
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _save(network: object, target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "network.keras")
        network.save(path)  # type: ignore[attr-defined]
        with path.open("rb") as source, atomic_write(target) as file:
            shutil.copyfileobj(source, file)


class Progress:
    """A bar that fills on a terminal; one line an epoch anywhere."""

    def __init__(self, epochs: int) -> None:
        self._epochs = epochs
        self._live = sys.stdout.isatty()
        self._started = time.monotonic()
        self._shown = 0.0

    def batch(self, epoch: int, done: int, steps: int) -> None:
        """Redraw the bar, five times a second at most."""
        now = time.monotonic()
        if not self._live or (now - self._shown < 0.2 and done < steps):
            return
        self._shown = now
        share = (epoch - 1 + done / steps) / self._epochs
        left = (now - self._started) * (1 - share) / share
        bar = "#" * round(30 * done / steps)
        print(
            f"\repoch {epoch}/{self._epochs} [{bar:<30}] about {left / 60:.0f} min left ", end="", flush=True
        )

    def epoch(self, epoch: object) -> None:
        """Print what the epoch came to."""
        values = vars(epoch)
        held = ""
        if values["held_out_accuracy"] is not None:
            held = f"  held out {values['held_out_loss']:.4f} {values['held_out_accuracy']:.4f}"
        start = "\r" if self._live else ""
        print(
            f"{start}epoch {values['number']:>3}  loss and accuracy: train {values['train_loss']:.4f} "
            f"{values['train_accuracy']:.4f}{held}  test {values['test_loss']:.4f} "
            f"{values['test_accuracy']:.4f}   ",
            flush=True,
        )
