"""Finding out what black and white were when a network was trained, by trying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from convviz.network.compute.adapting import SCALES, doubt, fitted
from convviz.network.compute.forward import outputs
from convviz.network.model.network import Network

DIGITS = tuple("0123456789")


@dataclass(frozen=True)
class Trial:
    """What came of one scale: how many of ``count`` samples were read right, and `doubt`'s verdict.

    ``right`` is None where the classes are no digits, so that nobody knows what is right.
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
