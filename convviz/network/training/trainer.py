"""Training one of the tutorials' networks: building it, augmenting the digits, choosing the best epoch.

TensorFlow is imported inside the functions only; `convviz train` calls them in its own process.
The test digits are read after every epoch, for the report; they never choose anything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from convviz.network.digits.mnist import Mnist
from convviz.network.model.recipes import Architecture, LayerPlan, Recipe

SIDE = 28
DIGITS = 10
TURN = 0.35  # radians, 20 degrees
STRETCH = 0.22
SLANT = 0.3
SHIFT = 4.0  # pixels
BEND = 0.8  # pixels, at the knots of the net that bends
_KNOTS = 6


@dataclass(frozen=True)
class Epoch:
    """The results of one pass over the training digits; ``held_out`` is None where none were."""

    number: int
    train_loss: float
    train_accuracy: float
    test_loss: float
    test_accuracy: float
    held_out_loss: float | None
    held_out_accuracy: float | None


@dataclass(frozen=True)
class Reports:
    """Callbacks: after every batch (epoch, batch, batches), and after every epoch."""

    batch: Callable[[int, int, int], None]
    epoch: Callable[[Epoch], None]


@dataclass(frozen=True)
class Trained:
    """A network with the weights of its best epoch, and the history of its training."""

    network: Any
    epochs: tuple[Epoch, ...]
    best: int
    interrupted: bool


def load_tensorflow() -> None:
    """Import TensorFlow, which takes seconds. ImportError where there is none."""
    import keras  # noqa: F401
    import tensorflow  # noqa: F401


def train(plan: Architecture, recipe: Recipe, data: Mnist, seed: int, reports: Reports) -> Trained:
    """Train a network and return it as it was after its best epoch.

    The best epoch is the one that reads most of the held-out training digits (the smaller loss
    decides between equals); without held-out digits it is the last. Interrupting (Ctrl-C) keeps the
    best epoch so far; before the end of the first one KeyboardInterrupt is raised.
    """
    import keras

    keras.utils.set_random_seed(seed)
    order = np.random.default_rng(seed).permutation(len(data.train))
    held_out, learned = np.split(order, [recipe.held_out])
    digits, steps = _batches(data.train[learned], data.train_labels[learned], recipe, seed)
    network = build(plan, recipe.dropout)
    network.compile(_optimizer(recipe, steps), _loss(recipe), metrics=["accuracy"])
    sets = {"test": (data.test, data.test_labels)}
    if recipe.held_out:
        sets["held out"] = (data.train[held_out], data.train_labels[held_out])
    keeper = _keeper(sets, steps, reports)
    averaging = [keras.callbacks.SwapEMAWeights(swap_on_epoch=True)] if recipe.average else []
    interrupted = False
    try:
        network.fit(
            digits,
            epochs=recipe.epochs,
            steps_per_epoch=steps,
            shuffle=False,
            verbose=0,
            callbacks=[*averaging, keeper],
        )
    except KeyboardInterrupt:
        if not keeper.epochs:
            raise
        interrupted = True
    bare = build(plan)
    bare.set_weights(keeper.weights)
    return Trained(bare, tuple(keeper.epochs), keeper.best, interrupted)


def _batches(pictures: np.ndarray[Any, Any], labels: np.ndarray[Any, Any], recipe: Recipe, seed: int) -> Any:
    """The training digits over and over, newly shuffled in every epoch, and how many batches an epoch has."""
    import tensorflow as tf

    def scaled(picture: Any, label: Any) -> Any:
        return tf.cast(picture[..., None], tf.float32) / 255.0, label

    def varied(number: Any, batch: Any) -> Any:
        return augment(batch[0], tf.stack([tf.cast(seed, tf.int64), number]), recipe.strength), batch[1]

    data = tf.data.Dataset.from_tensor_slices((pictures, labels.astype(np.int32)))
    data = data.shuffle(len(pictures), seed=seed).batch(recipe.batch).map(scaled)
    steps = -(-len(pictures) // recipe.batch)
    if any(recipe.strength):
        # Repeated first and counted then, so that every epoch varies the digits in its own way.
        return data.repeat().enumerate().map(varied).prefetch(4), steps
    return data.repeat().prefetch(4), steps


def _optimizer(recipe: Recipe, steps: int) -> Any:
    import keras

    rate: Any = recipe.rate
    if recipe.cosine:
        total = steps * recipe.epochs
        # The first epoch warms up; where it is the only one nothing is left, but Keras wants a step.
        rate = keras.optimizers.schedules.CosineDecay(
            recipe.rate / 10, max(1, total - steps), alpha=0.01, warmup_target=recipe.rate, warmup_steps=steps
        )
    kind = {"sgd": keras.optimizers.SGD, "adam": keras.optimizers.Adam, "rmsprop": keras.optimizers.RMSprop}
    if recipe.average:
        return kind[recipe.optimizer](rate, use_ema=True, ema_momentum=recipe.average)
    return kind[recipe.optimizer](rate)


def _loss(recipe: Recipe) -> Any:
    """Cross-entropy; smoothed labels ask for 0.98 instead of 1, which keeps weights in bounds."""
    import keras

    if not recipe.smoothing:
        return keras.losses.SparseCategoricalCrossentropy()

    def smoothed(labels: Any, probabilities: Any) -> Any:
        wanted = keras.ops.one_hot(keras.ops.reshape(labels, [-1]), 10)
        return keras.losses.categorical_crossentropy(wanted, probabilities, label_smoothing=recipe.smoothing)

    return smoothed


def examine(network: Any, pictures: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Read digits: (n, 28, 28) bytes in, (n, 10) probabilities out."""
    scaled = pictures.astype(np.float32)[..., None] / np.float32(255)
    parts = [scaled[start : start + 500] for start in range(0, len(scaled), 500)]
    return np.concatenate([np.asarray(network.predict_on_batch(part)) for part in parts])


def score(probabilities: np.ndarray[Any, Any], labels: np.ndarray[Any, Any]) -> tuple[float, float]:
    """Cross-entropy and share of right answers.

    >>> score(np.array([[0.5, 0.5], [0.25, 0.75]]), np.array([0, 0]))
    (1.0397..., 0.5)
    """
    given = probabilities[np.arange(len(labels)), labels].astype(np.float64)
    right = probabilities.argmax(axis=1) == labels
    return float(-np.log(np.maximum(given, 1e-7)).mean()), float(right.mean())


def _keeper(sets: dict[str, Any], steps: int, reports: Reports) -> Any:
    """A listener that reports, and keeps the weights of the best epoch."""
    import keras

    class Keeper(keras.callbacks.Callback):  # type: ignore[misc]
        epochs: list[Epoch]
        best = 0
        weights: Any = None

        def on_train_begin(self, logs: Any = None) -> None:
            self.epochs = []

        def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
            reports.batch(len(self.epochs) + 1, batch + 1, steps)

        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            test = score(examine(self.model, sets["test"][0]), sets["test"][1])
            held: tuple[float | None, float | None] = (None, None)
            if "held out" in sets:
                held = score(examine(self.model, sets["held out"][0]), sets["held out"][1])
            done = Epoch(epoch + 1, float(logs["loss"]), float(logs["accuracy"]), *test, *held)
            if not self.epochs or is_better(done, self.epochs[self.best - 1]):
                self.best, self.weights = done.number, self.model.get_weights()
            self.epochs.append(done)
            reports.epoch(done)

    return Keeper()


def is_better(new: Epoch, old: Epoch) -> bool:
    """Whether a later epoch is to be kept rather than an earlier one.

    >>> is_better(Epoch(2, 0, 0, 0, 0, 0.3, 0.97), Epoch(1, 0, 0, 0, 0, 0.2, 0.98))
    False
    """
    if new.held_out_accuracy is None or old.held_out_accuracy is None:
        return True
    if new.held_out_accuracy != old.held_out_accuracy:
        return new.held_out_accuracy > old.held_out_accuracy
    return bool(new.held_out_loss <= old.held_out_loss)  # type: ignore[operator]


def build(plan: Architecture, dropout: dict[str, float] | None = None) -> Any:
    """Build an untrained ``keras.Sequential`` with exactly the layers of the plan.

    ``dropout`` maps a layer to the share of its inputs that is switched off while it is trained;
    dropout has no weights, so that weights can be moved between the two versions.
    """
    import keras

    network = keras.Sequential([keras.Input((SIDE, SIDE, 1), name="digit")], name=plan.key)
    for layer in plan.layers:
        if dropout and layer.name in dropout:
            network.add(keras.layers.Dropout(dropout[layer.name]))
        network.add(_layer(layer))
    if network.count_params() != plan.parameters:
        raise ValueError(f"{network.count_params()} parameters where {plan.parameters} are planned")
    return network


def _layer(layer: LayerPlan) -> Any:
    import keras

    if layer.kind == "conv":
        return keras.layers.Conv2D(
            layer.units, layer.size, padding=layer.padding, activation=layer.activation, name=layer.name
        )
    if layer.kind == "pool":
        return keras.layers.MaxPooling2D(layer.size, padding=layer.padding, name=layer.name)
    if layer.kind == "flatten":
        return keras.layers.Flatten(name=layer.name)
    return keras.layers.Dense(layer.units, activation=layer.activation, name=layer.name)


def augment(digits: Any, seed: Any, strength: tuple[float, float] = (0.0, 1.0)) -> Any:
    """Vary every digit of a batch: (n, 28, 28, 1) float32, 0..1, same shape back.

    Each digit draws how much of the changes it gets: between the two shares of the numbers above that
    ``strength`` gives; from 0 on, clean digits are among them. ``seed`` is a pair of whole numbers:
    the same pair gives the same digits.
    """
    import tensorflow as tf

    seeds = tf.random.split(seed, 4)
    share = tf.random.stateless_uniform([tf.shape(digits)[0], 1, 1], seeds[3], *strength)
    return _ink(_warp(digits, share, seeds[0], seeds[1]), share[..., None], seeds[2])


def _warp(digits: Any, share: Any, seed: Any, bend_seed: Any) -> Any:
    """Interpolate every pixel at its place in the old digit."""
    import tensorflow as tf

    count = tf.shape(digits)[0]
    rows, columns = _places(count, share, seed)
    knots = tf.random.stateless_normal([count, _KNOTS, _KNOTS, 2], bend_seed, stddev=BEND)
    bend = tf.image.resize(knots, [28, 28], method="bicubic") * share[..., None]
    # One empty pixel around the digit, so that what lies outside is black.
    rows = tf.clip_by_value(rows + bend[..., 0] + 1.0, 0.0, 28.99)
    columns = tf.clip_by_value(columns + bend[..., 1] + 1.0, 0.0, 28.99)
    flat = tf.reshape(tf.pad(digits, [[0, 0], [1, 1], [1, 1], [0, 0]]), [count, 900])
    top, left = tf.floor(rows), tf.floor(columns)
    down, right = rows - top, columns - left
    at = tf.cast(top * 30.0 + left, tf.int32)

    def pixels(step: int) -> Any:
        return tf.gather(flat, at + step, batch_dims=1)

    upper = pixels(0) * (1.0 - right) + pixels(1) * right
    lower = pixels(30) * (1.0 - right) + pixels(31) * right
    return (upper * (1.0 - down) + lower * down)[..., None]


def _places(count: Any, share: Any, seed: Any) -> tuple[Any, Any]:
    """Where each pixel of the new digits comes from: rows and columns, (n, 28, 28)."""
    import tensorflow as tf

    draws = tf.random.stateless_uniform([6, count, 1, 1], seed, -1.0, 1.0) * share
    turn, slant = draws[0] * TURN, draws[1] * SLANT
    tall, wide = tf.exp(draws[2] * STRETCH), tf.exp(draws[3] * STRETCH)
    row, column = tf.meshgrid(tf.range(28.0) - 13.5, tf.range(28.0) - 13.5, indexing="ij")
    rows = (tf.cos(turn) * row - tf.sin(turn) * column) * tall
    columns = (tf.sin(turn) * row + tf.cos(turn) * column) * wide + slant * row
    return rows + 13.5 + draws[4] * SHIFT, columns + 13.5 + draws[5] * SHIFT


def _ink(digits: Any, share: Any, seed: Any) -> Any:
    """Thicken or thin the strokes of half of the digits, and change the strength of the ink."""
    import tensorflow as tf

    draws = tf.random.stateless_uniform([3, tf.shape(digits)[0], 1, 1, 1], seed)
    thick = tf.nn.max_pool2d(digits, 3, 1, "SAME")
    thin = -tf.nn.max_pool2d(-digits, 2, 1, "SAME")
    amount = tf.maximum(draws[0] - 0.4, 0.0) * 1.2 * share
    digits += amount * (tf.where(draws[1] < 0.5, thin, thick) - digits)
    return tf.clip_by_value(digits * (1.0 + share * (0.7 * draws[2] - 0.3)), 0.0, 1.0)
