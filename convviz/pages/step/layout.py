"""The cards of the Step page: where they stand, and how a view gets onto them, each field by its setter."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from convviz.film.scene import landed_cells
from convviz.film.texts import region_texts
from convviz.film.work_note import WorkNote
from convviz.pages.step.reel import Reel
from convviz.pages.step.view import StepView
from convviz.views.base import theme
from convviz.views.base.colours import ColourScale
from convviz.views.base.scale import px
from convviz.views.controls.pieces import StepCard
from convviz.views.pixels.region_picker import RegionPicker
from convviz.views.step.compare import CompareCard
from convviz.views.step.example_strip import ExampleStrip
from convviz.views.step.grid.grid_card import FilmViewport, GridCard
from convviz.views.step.operation.card import OperationCard
from convviz.views.step.sum.card import SumCard
from convviz.views.step.timeline.card import HEIGHT as TIMELINE
from convviz.views.step.timeline.card import TimelineCard

UPPER = (424, 488, 424)
PRESENTED = (410, 600, 400)
LOWER = (796, 552)
SHARE, LEAST_LOWER, MOST_LOWER = 0.34, 150, 280
"""The lower row takes this share of the height, from so many pixels to so many."""


class StepCards(QWidget):
    """Holds the cards; ``input`` and ``output`` share one viewport and so cell size and origin."""

    expanded_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport = FilmViewport(self)
        self.input = GridCard(self.viewport, self)
        self.operation = OperationCard(self)
        self.output = GridCard(self.viewport, self)
        self.work_note = WorkNote(self.output.grid)
        self.sum = SumCard(self)
        self.compare = CompareCard(self)
        self.timeline = TimelineCard(self)
        self._alone: GridCard | None = None
        self._presented: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a place for the focus that shows no ring
        self.input.expand_requested.connect(self._on_expand_input)
        self.output.expand_requested.connect(self._on_expand_output)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(860), px(480))

    def sizeHint(self) -> QSize:
        return QSize(px(1348), px(790))

    # One card alone

    def expand(self, card: GridCard | None) -> None:
        """Show one grid alone above the timeline; None shows all cards."""
        self._alone = None if card is self._alone else card
        for grid in (self.input, self.output):
            grid.set_expanded(grid is self._alone)
        for other in (self.input, self.operation, self.output, self.sum, self.compare):
            other.setVisible(self._alone in (None, other))
        self._arrange()

    def upper(self) -> dict[str, StepCard]:
        """The cards of a moment, from the left."""
        return {"input": self.input, "operation": self.operation, "output": self.output}

    def present(self, keys: tuple[str, ...]) -> None:
        """Show only these cards of the upper row, over the whole height; () ends that."""
        self._presented = keys
        if not keys:
            alone, self._alone = self._alone, None
            self.expand(alone)
        for key, card in self.upper().items():
            card.setVisible(key in keys if keys else self._alone in (None, card))
        for other in (self.sum, self.compare):
            other.setVisible(not keys and self._alone is None)
        self.timeline.setVisible(not keys)
        self.operation.set_presented(bool(keys))
        self._arrange()

    def _on_expand_input(self) -> None:
        self.expand(self.input)

    def _on_expand_output(self) -> None:
        self.expand(self.output)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._alone is not None:
            self.expand(None)
        else:
            super().keyPressEvent(event)

    # Geometry

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width, gap = self.width(), px(theme.GAP)
        if self._presented:
            cards = [(card, share) for (key, card), share in zip(self.upper().items(), PRESENTED, strict=True)
                     if key in self._presented]  # fmt: skip
            self._row(tuple(c for c, _ in cards), tuple(s for _, s in cards), 0, self.height())
            self.follow_size()
            return
        height = self.height() - px(TIMELINE) - gap
        self.timeline.setGeometry(0, height + gap, width, px(TIMELINE))
        if self._alone is not None:
            self._alone.setGeometry(0, 0, width, height)
        else:
            lower = min(px(MOST_LOWER), max(px(LEAST_LOWER), round((height - gap) * SHARE)))
            self._row((self.input, self.operation, self.output), UPPER, 0, height - lower - gap)
            self._row((self.sum, self.compare), LOWER, height - lower, lower)
        self.follow_size()

    def _row(self, cards: tuple[QWidget, ...], shares: tuple[int, ...], top: int, height: int) -> None:
        gap, left = px(theme.GAP), 0
        room = self.width() - gap * (len(cards) - 1)
        for index, card in enumerate(cards):
            right = round(room * sum(shares[: index + 1]) / sum(shares)) + gap * index
            card.setGeometry(QRect(left, top, right - left, height))
            left = right + gap

    def follow_size(self) -> None:
        """Tell the viewport how large the grids are: as large as the smaller one."""
        sizes = []
        for card in (self.input, self.output):
            if not card.isHidden():
                layout = card.layout()
                if layout is not None:
                    layout.activate()
                sizes.append(card.grid.size())
        if not sizes:
            return
        width, height = (min(size) for size in zip(*((s.width(), s.height()) for s in sizes), strict=True))
        self.viewport.set_size(QSizeF(width, height))


class RegionPanel(QObject):
    """Says which part of a large picture is filmed; its overview lets a person choose another: ``chosen``."""

    chosen = Signal(object)

    def __init__(self, cards: StepCards) -> None:
        super().__init__(cards)
        self._cards, self._card = cards, cards.input
        self._reel: Reel | None = None
        self.picker = RegionPicker(self._card.grid)
        self.picker.hide()
        self.picker.region_chosen.connect(self.chosen)
        self.picker.closed.connect(self.close)
        self._card.region_requested.connect(self._on_requested)
        self._card.grid.installEventFilter(self)

    def show(self, reel: Reel | None) -> None:
        """Follow what is filmed; a picture that is filmed whole has no footer."""
        self._reel = reel
        region = reel.region if reel is not None else None
        shape = reel.result.chain.input if reel is not None else ()
        self._card.set_region(*region_texts(region, shape) if region is not None else ("",))
        self._cards.follow_size()
        if region is None:
            self.close()
            return
        self.picker.set_region(region)
        if not self.picker.isHidden():
            self._show_picture()

    def close(self) -> None:
        """Show the grid again."""
        had_focus = self.picker.hasFocus()
        self.picker.hide()
        self._card.region_button.setChecked(False)
        if had_focus:
            self._cards.setFocus()

    def _on_requested(self) -> None:
        if self._reel is None or not self.picker.isHidden():
            self.close()
            return
        self._show_picture()
        self.picker.setGeometry(self._card.grid.rect())
        self.picker.show()
        self.picker.raise_()
        self.picker.setFocus()
        self._card.region_button.setChecked(True)

    def _show_picture(self) -> None:
        if self._reel is not None:
            self.picker.set_picture(self._reel.result.input, self._reel.input_scale)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.picker.setGeometry(self._card.grid.rect())
        return False


Put: TypeAlias = "Callable[[Panels, StepView], object]"


class Panels:
    """Where a view is put: the strip, the cards, the overview of a large picture."""

    def __init__(self, strip: ExampleStrip, cards: StepCards, region: RegionPanel) -> None:
        self.strip, self.cards, self.region = strip, cards, region
        self.input, self.output = cards.input, cards.output
        self.operation, self.sum, self.compare = cards.operation, cards.sum, cards.compare
        self.timeline, self.transport = cards.timeline.timeline, cards.timeline.transport


def apply(panels: Panels, old: StepView | None, new: StepView) -> None:
    """Show ``new`` where ``old`` is on show; everything with None."""
    for fields, put in SETTERS:
        if old is None or fields(old) != fields(new):
            put(panels, new)
    _ask(panels, old, new)


def _put_ground(panels: Panels, view: StepView) -> None:
    """Show all of another picture or region; of the same one what was on the screen."""
    viewport = panels.cards.viewport
    if view.ground is not None and view.ground != viewport.content:
        viewport.set_content(view.ground)
        viewport.fit()


def _put_values(panels: Panels, view: StepView) -> None:
    stages = view.stages
    scale = stages["convolution"].output.scale if "convolution" in stages else ColourScale()
    panels.timeline.set_values({stage.act.stage: stage.values for stage in stages.values()}, scale)


def _put_step(panels: Panels, view: StepView) -> None:
    if view.step is None:
        panels.operation.set_caption("")
    else:
        panels.operation.set_step(*view.step)


def _put_arithmetic(panels: Panels, view: StepView) -> None:
    shown = view.arithmetic
    panels.operation.set_moment(shown.trace, shown.moment, shown.detail, shown.scales)
    panels.sum.set_moment(shown.trace, shown.moment, shown.detail, shown.scales)


def _put_matrix_row(panels: Panels, view: StepView) -> None:
    if view.matrix_row is not None:
        stage, (row, landed) = view.stages["convolution"], view.matrix_row
        panels.operation.set_matrix_row(row, stage.values, landed, stage.output.scale)


SETTERS: tuple[tuple[Callable[[StepView], object], Put], ...] = (
    (attrgetter("strip"), lambda p, v: p.strip.show_example(v.strip.example)),
    (attrgetter("strip"), lambda p, v: p.strip.set_sentence(*v.strip.sentence, error=v.strip.error)),
    (attrgetter("predict"), lambda p, v: p.strip.set_predict(v.predict)),
    (attrgetter("speed"), lambda p, v: p.transport.set_speed(v.speed)),
    (attrgetter("detail"), lambda p, v: p.transport.set_detail(v.detail)),
    (attrgetter("loop"), lambda p, v: p.transport.set_loop(v.loop)),
    (attrgetter("ends"), lambda p, v: p.transport.set_ends(at_first=v.ends[0], at_last=v.ends[1])),
    (attrgetter("ground"), _put_ground),
    (attrgetter("reel"), lambda p, v: p.region.show(v.reel)),
    (attrgetter("stale"), lambda p, v: p.input.grid.set_greyed(v.stale)),
    (attrgetter("stale"), lambda p, v: p.output.grid.set_greyed(v.stale)),
    (attrgetter("titles"), lambda p, v: p.input.set_title(*v.titles[0])),
    (attrgetter("titles"), lambda p, v: p.output.set_title(*v.titles[1])),
    (attrgetter("input"), lambda p, v: p.input.grid.set_content(v.input)),
    (attrgetter("output"), lambda p, v: p.output.grid.set_content(v.output)),
    (attrgetter("pixel_step", "pixel_limit"),
     lambda p, v: p.input.grid.set_editable(v.pixel_step is not None, v.pixel_step or 1.0, v.pixel_limit)),
    (attrgetter("input_lit"), lambda p, v: p.input.grid.set_lit(v.input_lit)),
    (attrgetter("output_lit"), lambda p, v: p.output.grid.set_lit(v.output_lit)),
    (attrgetter("landed"),
     lambda p, v: p.output.grid.set_landed(None if v.landed is None else landed_cells(*v.landed))),
    (attrgetter("hidden_cell"), lambda p, v: p.output.grid.set_question(v.hidden_cell)),
    (attrgetter("input_highlights"), lambda p, v: p.input.grid.set_highlights(v.input_highlights)),
    (attrgetter("output_highlights"), lambda p, v: p.output.grid.set_highlights(v.output_highlights)),
    (attrgetter("turned"), lambda p, v: p.operation.set_turned(v.turned)),
    (attrgetter("matrix", "matrix_reason"),
     lambda p, v: p.operation.set_matrix(None if v.matrix is None else v.matrix.values, v.matrix_reason)),
    (attrgetter("step"), _put_step),
    (attrgetter("arithmetic"), _put_arithmetic),
    (attrgetter("matrix_row", "stages"), _put_matrix_row),
    (attrgetter("remark"), lambda p, v: p.sum.set_remark(v.remark)),
    (attrgetter("pinned"), lambda p, v: p.compare.set_pins(*v.pinned.traces, v.pinned.scales, v.pinned.sums)),
    (attrgetter("pins_hidden"), lambda p, v: p.compare.set_hidden(v.pins_hidden)),
    (attrgetter("current"), lambda p, v: p.compare.set_current(v.current)),
    (attrgetter("film"), lambda p, v: p.timeline.set_film(v.film)),
    (attrgetter("stages"), _put_values),
    (attrgetter("pinned"), lambda p, v: p.timeline.set_pins(v.pinned.places)),
    (attrgetter("hidden_place"), lambda p, v: p.timeline.set_question(v.hidden_place)),
    (attrgetter("film", "index", "started"), lambda p, v: p.timeline.set_index(v.index, started=v.started)),
)  # fmt: skip
"""Which fields belong to which setter, in the order in which they are set."""


def _ask(panels: Panels, old: StepView | None, new: StepView) -> None:
    """Ask another question, reveal what was guessed, or ask nothing; a question is asked once."""
    before, now = old.question if old is not None else None, new.question
    if old is not None and before == now:
        return
    if now is None:
        panels.sum.ask(None)
    elif not now.answered:
        panels.sum.ask(now.text)
    elif before is not None and not before.answered:
        panels.sum.reveal()
