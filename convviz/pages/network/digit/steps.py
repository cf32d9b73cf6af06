"""The steps from what lies on the paper to what the network reads, for whatever lies there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from convviz.pages.network.digit.step_texts import step_name, step_tip
from convviz.pages.network.look.look import as_picture
from convviz.views.network.paper.steps_view import StepShow

if TYPE_CHECKING:
    from convviz.network.digits.prepare import Preparation
    from convviz.pages.network.page.page import NetworkPage

MOST_PIXELS = 200
"""A step is shown small; more pixels along its longer side are not needed."""
Part = tuple[str, NDArray[Any]]


class NetworkSteps(QObject):
    """Fills the small pictures beside the prepared digit: only steps that were taken, and all of them."""

    def __init__(self, page: NetworkPage) -> None:
        super().__init__(page)
        self._page = page

    def show(self) -> None:
        """Show the steps to what the network reads now."""
        column, photo = self._page.panel.input, self._page.input.photo
        decided = photo is not None and self._page.opened.whole() is None
        column.steps.set_steps(
            [
                StepShow(key, step_name(key), _small(picture), step_tip(key, decided), picture.shape[:2])
                for key, picture in self.parts()
            ]
        )

    def parts(self) -> list[Part]:
        """(key, picture) of every step, pictures from 0 black to 1 white."""
        page = self._page
        whole, told = page.opened.whole(), page.input.preparation
        if whole is not None:
            return self._whole(whole)
        if told is None:
            return []
        parts = prepared_parts(told, page.input.photo is not None and page.input.photo.channels == 3)
        if told.blank or page.digit is None:
            return parts
        if page.shift.is_moved():
            parts.append(("moved", page.digit))
        return parts + self._resized(page.digit.shape)

    def _whole(self, whole: NDArray[Any]) -> list[Part]:
        """A photo that is read as it is: grey for a network that reads grey, and of the network's size."""
        network = self._page.network
        becomes_grey = network is not None and network.input_shape[-1] == 1 and whole.ndim == 3
        grey: list[Part] = [("grey", _grey(whole))] if becomes_grey else []
        return grey + self._resized(whole.shape)

    def _resized(self, shape: tuple[int, ...]) -> list[Part]:
        acts = self._page.acts
        if acts is None or acts.picture.shape[:2] == shape[:2]:
            return []
        return [("resized", as_picture(acts.picture))]


def prepared_parts(told: Preparation, coloured: bool) -> list[Part]:
    """The steps of a preparation that changed anything: grey is none where there was no colour."""
    return [(step.key, step.picture) for step in told.steps if step.key != "grey" or coloured]


def _grey(picture: NDArray[Any]) -> NDArray[Any]:
    return np.asarray(_small(picture) @ np.array([0.299, 0.587, 0.114], np.float32), np.float32)


def _small(picture: NDArray[Any]) -> NDArray[Any]:
    step = max(1, max(picture.shape[:2]) // MOST_PIXELS)
    return np.ascontiguousarray(picture[::step, ::step])
