"""A network against the moved picture: what it read before, and what it reads now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from convviz.document.state.state import SIDE, Movement
from convviz.network.compute.adapting import adapted, fitted
from convviz.network.compute.forward import activations
from convviz.network.model.layers import Array
from convviz.network.model.network import Network
from convviz.network.tensorflow.worker import answers_of_keras
from convviz.pages.network.edits.figures import Figures
from convviz.views.base.texts import say
from convviz.views.network.answers.shift_panel import ComparedNetwork

if TYPE_CHECKING:
    from convviz.network.tensorflow.worker import Worker

QUICK = 30_000_000
"""Multiplications up to which a network answers before the pointer has moved on."""
STILL = Movement()


def moved(digit: NDArray[Any], movement: Movement) -> NDArray[Any]:
    """A digit as the sliders say."""
    return digit if movement == STILL else _transformed(digit, movement, 1.0, 1.0, "constant")


def moved_photo(network: Network, picture: NDArray[Any], movement: Movement) -> NDArray[Any]:
    """A picture that is no digit, in the network's size, moved by the same share of its sides.

    What comes in at the border repeats it: a photo has no black paper around it.
    """
    if movement == STILL:
        return picture
    small = adapted(picture, network.input_shape)
    return _transformed(small, movement, small.shape[0] / SIDE, small.shape[1] / SIDE, "nearest")


def _transformed(picture: NDArray[Any], movement: Movement, high: float, wide: float, border: Any) -> Any:
    from convviz.network.digits.transforming import Change, transformed  # imported late: it takes a while

    way = movement.right * wide, movement.down * high
    return transformed(picture, Change(*way, movement.turn, movement.scale, movement.noise), border)


@dataclass(frozen=True, eq=False)
class Comparison:
    """A network, the picture as it was and as the sliders moved it, both from 0 black to 1 white.

    ``by_shift`` is what is known of its accuracy, ``shift`` how far to the right the picture is moved.
    """

    title: str
    network: Network
    before: NDArray[np.float32]
    after: NDArray[np.float32]
    by_shift: tuple[float, ...] = ()
    shift: int = 0

    @cached_property
    def is_slow(self) -> bool:
        """Whether its answer takes longer than that of the others."""
        return self.network.opaque or self.network.multiply_adds > QUICK

    def waiting(self) -> ComparedNetwork:
        """What is shown until the answer is there."""
        return ComparedNetwork(self.title, "", 0.0, True, self.by_shift, self.shift)

    def held(self, worker: Worker | None = None) -> ComparedNetwork | None:
        """Let the network read both; None where only TensorFlow could, and it is not at hand or fails."""
        try:
            expected = int(self._answers(self.before, worker).argmax())
            shares = self._answers(self.after, worker)
        except ValueError:
            return None
        answer = int(shares.argmax())
        name, share = self.network.classes[answer], float(shares[answer])
        return ComparedNetwork(self.title, name, share, answer == expected, self.by_shift, self.shift)

    def _answers(self, picture: NDArray[np.float32], worker: Worker | None) -> Array:
        given = fitted(self.network, picture)
        if not self.network.opaque:
            return activations(self.network, given).output
        whole = np.asarray(given, np.float32).reshape(1, *self.network.input_shape)
        return answers_of_keras(worker, self.network, whole)[0]


def comparisons(
    networks: Iterable[tuple[str, Network]],
    digit: NDArray[Any] | None,
    movement: Movement,
    figures: Callable[[Network], Figures],
    whole: tuple[Network, NDArray[Any]] | None = None,
) -> list[Comparison]:
    """What each of the (title, network) pairs is to read.

    ``digit`` is what was prepared of a drawing, a sample, a photo or a test digit; ``whole`` a network
    and the photo that it reads instead. ``figures`` were measured of digits that are shifted to the right,
    and nothing else. An edited network is named so.
    """
    found, after = [], None if digit is None else moved(digit, movement)
    only_right = Movement(right=movement.right) == movement and movement.right >= 0
    for title, network in networks:
        if network.edited:
            title = say("Network", "{network}, changed", network=title)
        if whole is not None and network is whole[0]:
            found.append(Comparison(title, network, whole[1], moved_photo(network, whole[1], movement)))
        elif digit is not None and after is not None:
            known = figures(network).by_shift if only_right else ()
            found.append(Comparison(title, network, digit, after, known, round(movement.right)))
    return found
