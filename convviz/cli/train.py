"""``convviz train``: train one of the networks, and write it and its report card to files."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from convviz.cli.main import UsageError
from convviz.core.base.limits import LIMITS
from convviz.core.base.visible import visible
from convviz.network.model.recipes import ARCHITECTURES, RECIPES
from convviz.network.training.process import Batch
from convviz.network.training.run import Request, carry_out, seconds_left

if TYPE_CHECKING:
    from convviz.network.training.trainer import Trained


def add_train(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("network", metavar="NETWORK", choices=list(ARCHITECTURES), help=f"one of {', '.join(ARCHITECTURES)}")
    add("--data", metavar="FILE", required=True, help="mnist.npz, as Keras has it")
    add("--recipe", choices=RECIPES, default="best",
        help="as its tutorial trains it, or as well as we can (default: best)")  # fmt: skip
    add("--epochs", type=int, metavar="N", help="passes over the training digits (default: the recipe's)")
    add("--seed", type=int, default=1, metavar="N", help="start of the random numbers (default: 1)")
    add("-o", "--output", metavar="FILE", required=True, help="the network to write, ending in .keras")


def run_train(options: argparse.Namespace) -> None:
    """Train, show how it goes, and write FILE.keras and FILE.json."""
    target = Path(options.output)
    if target.suffix != ".keras":
        raise UsageError(f"{options.output}: the ending has to be .keras")
    if not target.parent.is_dir():
        raise UsageError(f"{target.parent}: there is no such folder")
    for name in ("epochs", "seed"):
        if getattr(options, name) is not None:
            LIMITS[name].check(getattr(options, name), f"--{name}")
    from convviz.network.digits.mnist import read_mnist

    data = read_mnist(options.data)
    request = Request(options.network, options.recipe, options.epochs, options.seed)
    plan, epochs = request.plan, request.settings.epochs
    _quiet()
    from convviz.network.training.trainer import Reports

    progress = Progress(epochs)
    print(f"{plan.title}, recipe {request.recipe}, {epochs} epochs, {plan.parameters:,} parameters")
    card = carry_out(request, data, target, Reports(progress.batch, progress.epoch), _say_interrupted)
    print(f"wrote {visible(str(target))}: {card['test']['accuracy']:.2%} of {len(data.test):,} test digits, "
          f"epoch {card['best_epoch']}")  # fmt: skip


def _say_interrupted(trained: Trained) -> None:
    if trained.interrupted:
        print(f"\ninterrupted: epoch {trained.best} is kept")


def _quiet() -> None:
    """Import TensorFlow without its messages about processors and missing graphics cards."""
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
        share = Batch(epoch, done, steps).share(self._epochs)
        left = seconds_left(now - self._started, share)
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
