"""The steps from what lies on the paper to what the network reads: pictures, names and sentences."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from convviz.network.compute.adapting import as_picture
from convviz.network.compute.forward import Activations
from convviz.network.model.network import Network
from convviz.views.base.texts import say
from convviz.views.network.paper.steps_view import StepShow

if TYPE_CHECKING:
    from convviz.network.digits.prepare import Preparation

MOST_PIXELS = 200
"""A step is shown small; more pixels along its longer side are not needed."""
Part = tuple[str, NDArray[Any]]


def photo_steps(network: Network, whole: NDArray[Any], acts: Activations | None) -> tuple[StepShow, ...]:
    """The steps of a photo that is read as it is: grey for a network that reads grey, and resized."""
    becomes_grey = network.input_shape[-1] == 1 and whole.ndim == 3
    grey: list[Part] = [("grey", _grey(whole))] if becomes_grey else []
    return _shown([*grey, *_resized(whole.shape, acts)], False)


def digit_steps(
    preparation: Preparation | None,
    read: NDArray[Any] | None,
    acts: Activations | None,
    *,
    photo: bool,
    coloured: bool,
    moved: bool,
) -> tuple[StepShow, ...]:
    """The steps that changed anything, of a drawing or of a ``photo``, up to what is ``read`` of it.

    ``read`` is (28, 28), ``moved`` whether the sliders have moved it. Grey is no step where there was no
    colour.
    """
    if preparation is None:
        return ()
    parts = [(step.key, step.picture) for step in preparation.steps if step.key != "grey" or coloured]
    if read is not None and not preparation.blank:
        parts += [("moved", read)] if moved else []
        parts += _resized(read.shape, acts)
    return _shown(parts, photo)


def _resized(shape: tuple[int, ...], acts: Activations | None) -> list[Part]:
    if acts is None or acts.picture.shape[:2] == shape[:2]:
        return []
    return [("resized", as_picture(acts.picture))]


def _shown(parts: list[Part], may_decide: bool) -> tuple[StepShow, ...]:
    names = _names(say("Network", "grey"))
    return tuple(
        StepShow(key, names.get(key, key), _small(picture), step_tip(key, may_decide), picture.shape[:2])
        for key, picture in parts
    )


def _grey(picture: NDArray[Any]) -> NDArray[Any]:
    return np.asarray(_small(picture) @ np.array([0.299, 0.587, 0.114], np.float32), np.float32)


def _small(picture: NDArray[Any]) -> NDArray[Any]:
    step = max(1, max(picture.shape[:2]) // MOST_PIXELS)
    return np.ascontiguousarray(picture[::step, ::step])


def step_tip(key: str, photo: bool) -> str:
    """What a step does, in a sentence; for a photo also what a click decides."""
    drawn = say("Network", "The strokes, white on black as MNIST has them.")
    text = drawn if key == "ink" and not photo else _sentences(drawn).get(key, "")
    more = _decisions(drawn).get(key) if photo else ""
    return f"{text}\n{more}" if more else text


@lru_cache(maxsize=1)
def _names(_language: str) -> dict[str, str]:
    """Names of the steps; a text in it says which language the window has."""
    return {
        "grey": say("Network", "grey"),
        "light": say("Network", "evened out"),
        "lines": say("Network", "lines off"),
        "ink": say("Network", "ink"),
        "cropped": say("Network", "cropped"),
        "fitted": say("Network", "fitted"),
        "centred": say("Network", "centred"),
        "moved": say("Network", "moved"),
        "resized": say("Network", "resized"),
    }


@lru_cache(maxsize=1)
def _decisions(_language: str) -> dict[str, str]:
    return {
        "light": say("Network", "Click: the writing is dark or bright."),
        "lines": say("Network", "Click: keep the lines."),
        "ink": say("Network", "Click: how dark ink must be."),
        "cropped": say("Network", "Click: mark the digit on the photo."),
    }


@lru_cache(maxsize=1)
def _sentences(_language: str) -> dict[str, str]:
    return {
        "grey": say("Network", "Colours become grey."),
        "light": say("Network", "Shadows are evened out; ink becomes bright on black."),
        "lines": say("Network", "The lines of squared or ruled paper are taken off."),
        "ink": say("Network", "Ink and paper are told apart."),
        "cropped": say("Network", "Everything around the digit is cut off."),
        "fitted": say("Network", "Scaled into 20 × 20 pixels, keeping its shape."),
        "centred": say("Network", "Moved so that its centre of mass lies in the middle of 28 × 28 pixels."),
        "moved": say("Network", "Moved as the sliders of “Shift” say."),
        "resized": say("Network", "Scaled to as many pixels as the network was trained with."),
    }
