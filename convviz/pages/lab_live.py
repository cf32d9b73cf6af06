"""Large pictures under the fingers: what the screen shows at once, the whole map when there is time.

An edit on a large picture is answered with a result whose maps are worked out on demand
(`core.preview`): the cards look up exactly the values that they paint. The whole maps follow from
the compute queue as soon as edits pause.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from PySide6.QtCore import QObject, QTimer

from convviz.core import pipeline
from convviz.core.images import Image
from convviz.core.links import grids
from convviz.core.padding import Indices
from convviz.core.pipeline import Result
from convviz.core.preview import Plan, Preview
from convviz.core.settings import Settings, StageName
from convviz.core.statistics import steps
from convviz.document.state import DocumentState
from convviz.document.worker import Report, Task, Worker
from convviz.pages.lab_contents import FEW

if TYPE_CHECKING:
    from convviz.pages.lab_page import LabPage

Look: TypeAlias = tuple[StageName, Indices, Indices]
"""A stage and the rows and columns of it that somebody will look at."""

LARGE = 500_000
"""Pictures of more pixels than this are answered on demand; smaller ones are quick enough as a whole."""

AT_ONCE = 0.012
"""Seconds of work that an edit may take of the window's own time."""

BEARABLE = 0.1
"""Seconds that painting may take when the picture is moved before its whole maps are there."""

WORTH_WHILE = 0.6
"""Seconds of work that are worth doing before anybody has asked."""

PAUSE = 120
"""Milliseconds without an edit after which the whole maps are computed."""


class LabLive(QObject):
    """Answers edits on large pictures. One for each `LabPage`."""

    def __init__(self, page: LabPage) -> None:
        super().__init__(page)
        self._page = page
        self._preview: Preview | None = None
        self._wanted: DocumentState | None = None
        self._working = False
        self.result: Result | None = None
        self._worker = Worker(self)
        self._worker.finished.connect(self._on_worked)
        self._pause = self._timer(self._compute_whole)
        self._rest = self._timer(self._prepare)
        page.stages.viewport.changed.connect(self._on_moved)

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(PAUSE)
        timer.timeout.connect(slot)
        return timer

    @property
    def active(self) -> bool:
        """Whether the whole maps of what is wanted are still to come."""
        return self._wanted is not None or self.result is not None

    @property
    def at_rest(self) -> bool:
        """Whether nothing is wanted, worked out or prepared."""
        return not (self.active or self._working or self._rest.isActive())

    @staticmethod
    def handles(image: Image) -> bool:
        """Whether a picture is large enough for work on demand."""
        return image.height * image.width > LARGE

    def show(self, state: DocumentState) -> None:
        """Show a large picture under these settings (which fit it)."""
        if self._wanted is None and _belongs(self.result, state):
            return  # only its colours, its channel or its pin are others
        self._page.queue.cancel()
        self._rest.stop()
        self._wanted = state
        self._pause.start()
        if not self._working:
            self._answer()

    def settle(self, result: Result) -> bool:
        """The whole maps are there, or nothing is wanted any more; whether they were on show already."""
        shown = self.result is not None and self.result.settings == result.settings
        self.stop()
        if self.handles(result.image):
            self._rest.start()
        return shown

    def stop(self) -> None:
        """Want nothing any more (the settings cannot be, or everything is there)."""
        self._wanted = self.result = None
        self._pause.stop()
        self._rest.stop()

    def leave(self) -> None:
        """Want nothing any more, and keep nothing: a small picture follows."""
        self.stop()
        self._preview = None

    def close(self) -> None:
        """End the thread (before the window goes away)."""
        self.stop()
        self._worker.close()

    # Answering

    def _answer(self) -> None:
        """Show what is wanted: now if that is quick, else when a thread has brought in what it needs."""
        state, preview = self._wanted, self._preview
        if state is None or state.image is None:
            return
        if preview is None or not preview.suits(state.image, state.settings):
            self._look_at(state.image, state)
            return
        plan = preview.plan(state.settings)
        self._page.show_helper.fit_viewport(plan.chain)
        looks = self._looks(plan)
        result = preview.result(plan)
        if sum(preview.cost(plan, *look) for look in looks) <= AT_ONCE:
            self._put(result)
        else:
            self._start(partial(_look_up, result, looks))

    def _look_at(self, image: Image, state: DocumentState) -> None:
        """Make the preview of a picture that is new, or seen in another way."""
        self._preview = None  # frees its memory before the next one takes it
        self._start(partial(_see, image, state.settings))

    def _start(self, work: Task) -> None:
        self._working = True
        self._worker.start(work)

    def _on_worked(self, value: object, error: BaseException | None) -> None:
        self._working = False
        if isinstance(value, Preview):
            self._preview = value
        elif isinstance(value, Result) and self._wanted is not None and value.image is self._wanted.image:
            self._put(value)  # shown even if overtaken, so that a drag never freezes the picture
        if error is None:
            self._answer()  # without an answer the whole maps come all the same

    def _put(self, result: Result) -> None:
        if self._wanted is not None and self._wanted.settings == result.settings:
            self._wanted = None
        self.result = result
        state = self._page.document.state
        self._page.show_helper.show_result(result, state)
        self._page.spot.refresh(state)

    def _looks(self, plan: Plan) -> list[Look]:
        """Everything that showing a result will look up: the screen's values, and those for statistics."""
        places, looks = grids(plan.chain), []
        for stage, card in self._page.stages.cards.items():
            if stage != "input" and stage in places and not card.is_folded():
                asked: StageName = "pooling" if stage == "pooling" else "convolution"
                looks += [(asked, *cells) for cells in card.picture.shown_cells(places[stage])]
        for stage in ("convolution", "pooling"):
            shape = plan.chain.shape(stage)
            if shape is not None:
                rows, columns = steps(shape[:2], FEW)
                looks.append((stage, np.arange(0, shape[0], rows), np.arange(0, shape[1], columns)))
        return list(
            {(s, r.tobytes(), c.tobytes()): (s, r, c) for s, r, c in looks if r.size and c.size}.values()
        )

    # Between edits

    def complete(self) -> None:
        """Wait for the whole maps of the present settings, letting events pass."""
        if self.active:
            self._compute_whole()
            self._page.queue.wait_idle(60)

    def _compute_whole(self) -> None:
        state = self._page.document.state
        self._pause.stop()
        if state.image is not None and self.active:
            self._page.queue.submit(state.image, state.settings)

    def _on_moved(self) -> None:
        """The screen shows another part: what it needs is brought in while nobody edits."""
        whole, preview = self._page.result, self._preview
        if self._wanted is not None or preview is None or whole is None or whole.image is not preview.image:
            return
        if self.result is None:
            self._rest.start()
        elif self._cost(preview, self.result.settings) > BEARABLE:
            self.result = None  # the last whole result stands in until the next one is there
            self._wanted = self._page.document.state
            self._page.show_helper.show_result(whole, self._wanted)

    def _cost(self, preview: Preview, settings: Settings) -> float:
        plan = preview.plan(settings)
        return sum(preview.cost(plan, *look) for look in self._looks(plan))

    def _prepare(self) -> None:
        """Bring in what the next edit will need, so that its first answer is as quick as the others."""
        state, preview = self._page.document.state, self._preview
        if self._working or self.active or preview is None or state.image is None:
            return
        if preview.suits(state.image, state.settings):
            plan = preview.plan(state.settings)
            looks = self._looks(plan)
            if AT_ONCE < sum(preview.cost(plan, *look) for look in looks) < WORTH_WHILE:
                self._start(partial(_bring_in, preview, plan, looks))


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
    result.reach, result.magnitude  # noqa: B018 - they are remembered
    return result


def _belongs(result: Result | None, state: DocumentState) -> bool:
    return result is not None and result.image is state.image and result.settings == state.settings


def _see(image: Image, settings: Settings, report: Report) -> Preview:
    links = pipeline.chain(image.shape, settings)
    return Preview(image, settings, pipeline.seen_by_kernel(image, settings, links))


def _look_up(result: Result, looks: list[Look], report: Report) -> Result:
    for stage, rows, columns in looks:
        values = result.stage(stage)
        assert values is not None
        values[np.ix_(rows, columns)]
    return result


def _bring_in(preview: Preview, plan: Plan, looks: list[Look], report: Report) -> None:
    for stage, rows, columns in looks:
        preview.prepare(plan, stage, rows, columns)
