"""Making a picture fit a network's input: size, channels, and scale, which can be found by trying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from convviz.core.sums import layers
from convviz.network.compute.forward import outputs
from convviz.network.model.layers import Array, Shape
from convviz.network.model.network import Network

SCALES = {"unit": (0.0, 1.0), "signed": (-1.0, 1.0), "bytes": (0.0, 255.0)}
"""What black and white were when the network was trained."""

DIGITS = tuple("0123456789")


def adapted(picture: NDArray[np.float32], shape: Shape, scale: str = "unit") -> Array:
    """Fit a picture, 0 black to 1 white, into a network's input shape (rows, columns, channels).

    ``picture`` is (rows, columns), or with 1 or 3 channels; ``scale`` is one of `SCALES`.

    Colour becomes grey for a network that reads grey; grey is repeated as red, green and blue.

    >>> found = adapted(np.ones((2, 2), np.float32), (4, 4, 3), "bytes")
    >>> found.shape, found.max().item()
    ((4, 4, 3), 255.0)
    """
    values = np.asarray(picture, np.float32)
    values = values[..., None] if values.ndim == 2 else values
    if values.ndim != 3 or values.shape[2] not in (1, 3):
        raise ValueError(f"a picture is (rows, columns), with 1 or 3 channels, not {values.shape}")
    if values.shape[2] == 3 and shape[2] == 1:
        shares = np.array([[0.299], [0.587], [0.114]], np.float32)
        values = layers.dense(values.reshape(-1, 3), shares).reshape(*values.shape[:2], 1)
    if values.shape[:2] != shape[:2]:
        values = np.stack([_resized(values[..., at], shape[:2]) for at in range(values.shape[2])], axis=-1)
    if values.shape[2] == 1 and shape[2] == 3:
        values = np.repeat(values, 3, axis=2)
    low, high = SCALES[scale]
    return (values * (high - low) + low).astype(np.float32)


def _resized(plane: NDArray[np.float32], size: tuple[int, ...]) -> NDArray[np.float32]:
    from PIL import Image as Pillow  # the window starts without it

    picture = Pillow.fromarray(np.ascontiguousarray(plane))
    return np.asarray(picture.resize((size[1], size[0]), Pillow.Resampling.BILINEAR), np.float32)


def fitted(network: Network, picture: NDArray[np.float32]) -> Array:
    """A picture, 0 black to 1 white, in the size, channels and scale of a network's input."""
    if network.scale == "unit" and (*picture.shape, 1) == network.input_shape:
        return picture
    return adapted(picture, network.input_shape, network.scale)


def doubt(outputs: NDArray[np.float32]) -> str:
    """Whether a network's answers look as if the scale was wrong: "saturated", "chance" or "".

    ``outputs`` are probabilities of one picture or of several, (n, classes). Close to equal for all
    classes is no better than chance; exactly 1 for whatever is shown is saturated.

    >>> doubt(np.full((1, 10), 0.1, np.float32)), doubt(np.eye(10, dtype=np.float32)[:1])
    ('chance', 'saturated')
    """
    rows = np.atleast_2d(outputs)
    best = rows.max(axis=1)
    if (best >= 1 - 1e-6).mean() > 0.9:
        return "saturated"
    if (best < 2.0 / rows.shape[1]).mean() > 0.9 and rows.shape[1] > 2:
        return "chance"
    return ""


@dataclass(frozen=True)
class Trial:
    """The result of one scale: how many of ``count`` samples were read right, and `doubt`'s verdict.

    ``right`` is None where the classes are not digits, so that right answers are unknown.
    """

    scale: str
    count: int
    right: int | None
    verdict: str

    @property
    def is_poor(self) -> bool:
        """Whether the network seems not to have been trained at this scale."""
        if self.right is None:
            return bool(self.verdict)
        return 2 * self.right < self.count or self.verdict == "chance"


def trials(network: Network, digits: Sequence[NDArray[np.float32]], labels: Sequence[int]) -> list[Trial]:
    """Let a network read samples, (28, 28) from 0 black to 1 white, at each scale of `SCALES`.

    `NeedsKerasError` for a network that is not computed here.
    """
    results = []
    for scale in SCALES:
        tried = replace(network, scale=scale)
        shares = outputs(tried, np.stack([fitted(tried, one) for one in digits]))
        right = None
        if network.classes == DIGITS:
            right = int((shares.argmax(axis=1) == np.asarray(labels)).sum())
        results.append(Trial(scale, len(digits), right, doubt(shares)))
    return results


def better(trials: Sequence[Trial], scale: str) -> Trial | None:
    """A scale that does clearly better than the one in use; None where there is none.

    >>> unit, byte = Trial("unit", 30, 4, ""), Trial("bytes", 30, 29, "")
    >>> better([unit, byte], "unit") == byte, better([unit, byte], "bytes")
    (True, None)
    """
    used = next((one for one in trials if one.scale == scale), None)
    if used is None or not used.is_poor:
        return None
    sound = [one for one in trials if not one.is_poor]
    return max(sound, key=lambda one: one.right or 0, default=None)


def as_digit(picture: NDArray[np.float32]) -> NDArray[np.float32]:
    """What a network reads as a picture to be shown: one plane from 0 to 1, whatever its scale was."""
    plane = picture.mean(axis=-1)
    low, high = float(plane.min()), float(plane.max())
    return np.asarray((plane - low) / ((high - low) or 1.0), np.float32)


def as_picture(picture: NDArray[np.float32]) -> NDArray[np.float32]:
    """The same, with its colours where it has some: (rows, columns) or (rows, columns, 3)."""
    if picture.shape[-1] != 3 or (picture == picture[..., :1]).all():
        return as_digit(picture)
    low, high = float(picture.min()), float(picture.max())
    return np.asarray((picture - low) / ((high - low) or 1.0), np.float32)
