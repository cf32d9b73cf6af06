"""Large pictures while they are edited: what the screen shows at once, the whole map in the next pause.

An edit on a large picture is answered with a result whose maps are worked out on demand
(`core.on_demand`): a thread works out exactly the values that the cards paint. The whole maps follow
from the compute queue as soon as edits pause.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeAlias

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from convviz.core.explain.links import grids
from convviz.core.images.image import Image
from convviz.core.sizes.padding import Indices
from convviz.core.sizes.settings import Settings, StageName
from convviz.core.stages import pipeline
from convviz.core.stages.on_demand import OnDemand
from convviz.core.stages.pipeline import Chain, Result
from convviz.core.stages.statistics import steps
from convviz.document.background.latest_wins import LatestWins, Run
from convviz.document.state.state import DocumentState
from convviz.film.contents import FEW, maps_on_show
from convviz.pages.lab.view import ruler
from convviz.views.picture.stage_picture import StagePicture
from convviz.views.stages.stages_row import StagesRow

Look: TypeAlias = tuple[StageName, Indices, Indices]
"""A stage and the rows and columns of it that will be looked at."""

LARGE = 500_000
"""Pictures of more pixels than this are answered on demand; smaller ones are quick enough as a whole."""

PAUSE = 120
"""Milliseconds without an edit after which the whole maps are computed."""


class Queue(Protocol):
    """What computes whole maps, beside the window."""

    def submit(self, image: Image, settings: Settings) -> object: ...

    def cancel(self) -> None: ...

    def wait_idle(self, timeout: float) -> bool: ...


@dataclass(frozen=True)
class Seen:
    """The pictures that paint a result, with their stages, and how they learn where it will lie."""

    pictures: Callable[[], list[tuple[StageName, StagePicture]]]
    lay_out: Callable[[Chain], None]


def seen_present(stages: StagesRow) -> Seen:
    """The cards of the stages."""

    def pictures() -> list[tuple[StageName, StagePicture]]:
        cards = stages.cards.items()
        return [(stage, card.picture) for stage, card in cards if stage != "input" and not card.is_folded()]

    def lay_out(chain: Chain) -> None:
        stages.set_content_bounds(ruler(chain, stages.viewport.size))

    return Seen(pictures, lay_out)


class LabLive(QObject):
    """Answers edits on large pictures: ``changed()`` when `result` knows what the screen shows of them."""

    changed = Signal()

    def __init__(self, seen: Seen, queue: Queue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen, self._queue = seen, queue
        self._asked: DocumentState | None = None
        self._maker: OnDemand | None = None
        self._wanted: DocumentState | None = None
        self.result: Result | None = None
        self._work = LatestWins(self)
        self._work.done.connect(self._on_done)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._compute_whole)

    @property
    def active(self) -> bool:
        """Whether the whole maps of what is wanted are still to come."""
        return self._wanted is not None or self.result is not None

    @property
    def at_rest(self) -> bool:
        """Whether nothing is wanted or worked out."""
        return not (self.active or self._work.busy)

    @staticmethod
    def handles(image: Image) -> bool:
        """Whether a picture is large enough for work on demand."""
        return image.height * image.width > LARGE

    def show(self, state: DocumentState) -> None:
        """Show a large picture under these settings (which fit it)."""
        self._asked = state
        if self._wanted is None and state.describes(self.result):
            return  # only its colours, its channel or its pin are others
        self._queue.cancel()
        self._wanted = state
        self._pause.start()
        if not self._work.busy:
            self._answer()

    def stop(self) -> None:
        """Want nothing any more (the settings cannot be, or everything is there)."""
        self._wanted = self.result = None
        self._pause.stop()

    def leave(self) -> None:
        """Want nothing any more, and keep nothing: a small picture follows."""
        self.stop()
        self._maker = self._asked = None

    def close(self) -> None:
        """End the thread (before the window goes away)."""
        self.stop()
        self._work.close()

    # Answering

    def _answer(self) -> None:
        """Let the thread work out what the screen shows of what is wanted."""
        state, maker = self._wanted, self._maker
        if state is None or state.image is None:
            return
        if maker is None or not maker.suits(state.image, state.settings):
            self._maker = None  # frees its memory before the next one takes it
            self._work.ask(state, partial(_see, state.image, state.settings))
            return
        chain = pipeline.chain(state.image.shape, state.settings)
        self._seen.lay_out(chain)
        self._work.ask(state, partial(_look_up, maker, state, self._looks(chain)))

    def _on_done(self, request: DocumentState, value: object) -> None:
        """Go on with what is wanted by now; after a failure the whole maps come all the same."""
        if isinstance(value, OnDemand) and self._wanted is not None:
            self._maker = value
        elif isinstance(value, Result) and self._wanted is not None and value.image is self._wanted.image:
            self._put(value)  # shown even if overtaken, so that a drag never freezes the picture
        self._answer()

    def _put(self, result: Result) -> None:
        if self._wanted is not None and self._wanted.settings == result.settings:
            self._wanted = None
        self.result = result
        self.changed.emit()

    def _looks(self, chain: Chain) -> list[Look]:
        """Everything that showing a result will look up: the screen's values, and those for statistics."""
        places, looks = grids(chain), []
        for stage, picture in self._seen.pictures():
            if stage in places:
                asked: StageName = "pooling" if stage == "pooling" else "convolution"
                looks += [(asked, *cells) for cells in picture.shown_cells(places[stage])]
        for stage in ("convolution", "pooling"):
            shape = chain.shape(stage)
            if shape is not None:
                rows, columns = steps(shape[:2], FEW)
                looks.append((stage, np.arange(0, shape[0], rows), np.arange(0, shape[1], columns)))
        return list(
            {(s, r.tobytes(), c.tobytes()): (s, r, c) for s, r, c in looks if r.size and c.size}.values()
        )

    # Between edits

    def hurry(self) -> None:
        """Compute the whole maps of the present settings now, instead of after a pause."""
        if self.active:
            self._compute_whole()

    def complete(self) -> None:
        """Wait for the whole maps of the present settings, letting events pass."""
        if self.active:
            self._compute_whole()
            self._queue.wait_idle(60)

    def _compute_whole(self) -> None:
        state = self._asked
        self._pause.stop()
        if state is not None and state.image is not None and self.active:
            self._queue.submit(state.image, state.settings)


def run_whole(
    image: Image,
    settings: Settings,
    previous: Result | None = None,
    *,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[float], None] | None = None,
) -> Result:
    """Do what `pipeline.run` does, and look at the whole map once, while still beside the window."""
    result = pipeline.run(image, settings, previous, cancelled=cancelled, progress=progress)
    result.reach, result.magnitude, result.noise  # noqa: B018 - they are remembered
    return result


def _see(image: Image, settings: Settings, _run: Run) -> OnDemand:
    chain = pipeline.chain(image.shape, settings)
    return OnDemand(image, settings, pipeline.kernel_input(image, settings, chain))


def _look_up(maker: OnDemand, state: DocumentState, looks: list[Look], _run: Run) -> Result:
    result = maker.result(state.settings)
    result.noise  # noqa: B018 - all pixels are looked at, once
    shown = maps_on_show(result, state.color_range, state.shown_channel, state.input_range)
    for stage, rows, columns in sorted(looks, key=lambda look: look[0] != "pooling"):
        shown[stage][np.ix_(rows, columns)]  # the pooling's first: the others are often among its sums
    return result
