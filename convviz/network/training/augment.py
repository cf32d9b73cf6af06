"""Making new digits out of old ones while a network is trained, so that it reads other hands too.

Every digit is turned, stretched, slanted, moved and bent a little, and its pen made thicker or
thinner, its ink paler or darker. TensorFlow computes it; it is imported inside the functions only.
"""

from __future__ import annotations

from typing import Any

TURN = 0.35  # radians, 20 degrees
STRETCH = 0.22
SLANT = 0.3
SHIFT = 4.0  # pixels
BEND = 0.8  # pixels, at the knots of the net that bends
_KNOTS = 6


def augment(digits: Any, seed: Any, strength: tuple[float, float] = (0.0, 1.0)) -> Any:
    """Give every digit of a batch another hand: (n, 28, 28, 1) float32, 0..1, same shape back.

    Each digit draws how much of the changes it gets: between the two shares of the numbers above that
    ``strength`` gives; from 0 on, clean digits are among them. ``seed`` is a pair of whole numbers:
    the same pair gives the same digits.
    """
    import tensorflow as tf

    seeds = tf.random.split(seed, 4)
    share = tf.random.stateless_uniform([tf.shape(digits)[0], 1, 1], seeds[3], *strength)
    return _ink(_warp(digits, share, seeds[0], seeds[1]), share[..., None], seeds[2])


def _warp(digits: Any, share: Any, seed: Any, bend_seed: Any) -> Any:
    """Fetch every pixel from its place in the old digit, between four old pixels."""
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
