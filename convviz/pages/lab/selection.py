"""The one place in the picture that is being asked about: pointed at, or pinned with a click."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF

from convviz.core.colours.stages import input_scale
from convviz.core.sizes.settings import StageName
from convviz.core.stages.pipeline import Result
from convviz.document.state.state import DocumentState, Pin
from convviz.pages.lab import texts as lab_texts
from convviz.pages.lab.pointing import (
    Cell,
    Explanation,
    explain,
    highlights,
    loupe_highlights,
    remainders,
    tap_highlights,
)
from convviz.views.base.texts import edit_name, image_title
from convviz.views.picture.content import Content

if TYPE_CHECKING:
    from convviz.pages.lab.page import LabPage

LOUPE_INPUT, LOUPE_POOLED = 7, 3
"""How many cells the loupe shows across, before and after pooling."""


class LabSelection(QObject):
    """Follows the pointer over all stages, and lights what belongs to it. One for each `LabPage`."""

    def __init__(self, page: LabPage) -> None:
        super().__init__(page)
        self._page = page
        self._place: tuple[StageName, Cell] | None = None
        self._tap: Cell | None = None
        self.told: Explanation | None = None
        for stage, card in page.stages.cards.items():
            card.picture.pointed.connect(partial(self._on_pointed, stage))
            card.picture.clicked.connect(partial(self._on_clicked, stage))
        page.why.pin_toggled.connect(self._on_pin_button)
        page.why.channel_chosen.connect(self._on_channel)
        page.why.operand_pointed.connect(self._on_operand)

    # Wishes

    def _on_pointed(self, stage: StageName, cell: Cell | None) -> None:
        if cell is None or self._page.document.state.pin is not None:
            return  # the last place stays lit, so that its arithmetic can be read
        self._place = (stage, cell)
        self.refresh(self._page.document.state)

    def _on_clicked(self, stage: StageName, row: int, column: int) -> None:
        state = self._page.document.state
        pin = Pin(stage, row, column, state.shown_channel)
        self._place = (stage, (row, column))
        self._set_pin(None if state.pin == pin else pin)

    def _on_pin_button(self, pinned: bool) -> None:
        if pinned and self._place is not None:
            stage, cell = self._place
            self._set_pin(Pin(stage, *cell, self._page.document.state.shown_channel))
        else:
            self._set_pin(None)

    def _set_pin(self, pin: Pin | None) -> None:
        text = edit_name("pin" if pin is not None else "unpin")
        self._page.document.edit(text, "pin", pin=pin)
        self.refresh(self._page.document.state)

    def _on_channel(self, channel: int) -> None:
        self._page.kernel_panel.set_channel(channel)
        shown = self._page.shown
        if shown is not None and shown.convolution.ndim == 3:
            self._page.document.edit(edit_name("channel shown"), "channel-shown", shown_channel=channel)

    def _on_operand(self, tap: Cell | None) -> None:
        self._page.kernel_panel.set_pointed_tap(tap)
        self.point_tap(tap)

    def point_tap(self, tap: Cell | None) -> None:
        """Light every input that a kernel weight (as applied) touches; None ends it."""
        if tap != self._tap:
            self._tap = tap
            self._page.why.set_operand(tap)
            self.refresh(self._page.document.state)

    def clear(self) -> None:
        """Forget the place: there is no result that it could be a place of."""
        self._place = self.told = None
        for card in self._page.stages.cards.values():
            card.picture.set_highlights(())
            card.picture.set_pointed(None)
            card.loupe.show_place(None, None, 1.0, ())
        self._page.why.clear()

    # Showing

    def show_pin(self, state: DocumentState) -> None:
        """Take the pin of a state; called for every state, so undo moves it too."""
        self._page.why.set_pinned(state.pin is not None)
        if state.pin is not None:
            place = (state.pin.stage, (state.pin.row, state.pin.column))
            if place != self._place:
                self._place = place
                self.refresh(state)

    def refresh(self, state: DocumentState) -> None:
        """Work out the present place anew on the result on show."""
        result = self._page.shown
        if result is None:
            return
        self.told = self._explanation(result, state)
        found = highlights(result, self.told) if self.told is not None else {}
        if self._tap is not None:
            for stage, more in tap_highlights(result.chain, self._tap).items():
                found.setdefault(stage, []).extend(more)
        for stage, card in self._page.stages.cards.items():
            card.picture.set_highlights(found.get(stage, []))
            card.picture.set_pointed(self._pointed_cell(stage))
        self._show_loupes(result, pinned=state.pin is not None)
        self._show_arithmetic(result, state)

    def _explanation(self, result: Result, state: DocumentState) -> Explanation | None:
        """The arithmetic of the place, if this result still has it."""
        if self._place is None:
            return None
        stage, cell = self._place
        shape = result.chain.shape(stage)
        if shape is None or cell[0] >= shape[0] or cell[1] >= shape[1]:
            return None
        return explain(result, stage, cell, state.shown_channel)

    def _pointed_cell(self, stage: StageName) -> Cell | None:
        if self.told is None:
            return None
        focus = self.told.focus
        if stage == focus.stage:
            return focus.cell
        if stage in ("convolution", "activation"):
            return focus.convolution
        return None

    def _show_arithmetic(self, result: Result, state: DocumentState) -> None:
        told, page = self.told, self._page
        title = state.title or image_title(result.image)
        facts = lab_texts.image_facts(result.image, title)
        if told is None:
            page.why.clear()
            page.status_changed.emit(facts)
            return
        scale = input_scale(result.image, result.settings)
        shown = page.show_helper.shows.get("convolution")
        read = told.settled(result.noise)
        page.why.set_traces(
            read.convolution,
            read.pooling,
            image_low=scale.low,
            image_high=scale.high,
            value_range=shown.content.scale if shown else None,
            slope=result.settings.slope,
            planes=result.convolution.shape[2] if result.convolution.ndim == 3 else 1,
            left=remainders(result, told),
        )
        place = lab_texts.place_line(result, told, pinned=state.pin is not None)
        page.status_changed.emit(f"{facts}&nbsp;&nbsp;&nbsp;&nbsp;{place}")
        page.stages.cards[told.focus.stage].picture.setToolTip(lab_texts.tooltip(result, told))

    def _show_loupes(self, result: Result, *, pinned: bool) -> None:
        shows = self._page.show_helper.shows
        found = loupe_highlights(result.chain, self.told) if self.told is not None else {}
        texts = {
            "input": self.tr("around the pin") if pinned else self.tr("around the pointer"),
            "convolution": self.tr("its cell"),
            "activation": self.tr("pool window") if "pooling" in shows else self.tr("its cell"),
            "pooling": self.tr("its cell"),
        }
        for stage, card in self._page.stages.cards.items():
            show = shows.get(stage)
            if show is None:
                continue
            place = self._loupe_place(stage, show.content) if self.told is not None else None
            card.set_captions(self._bar_caption(stage), texts[stage] if place else "")
            centre, span = place or (None, 1.0)
            card.loupe.show_place(show.content, centre, span, found.get(stage, []))

    def _loupe_place(self, stage: StageName, content: Content) -> tuple[QPointF, float] | None:
        """The centre on the ruler, and how many input pixels to show around it."""
        assert self.told is not None
        focus, shows = self.told.focus, self._page.show_helper.shows
        cells = shows["convolution"].content
        pitch = cells.grid.rows.pitch
        if stage == "pooling":
            if focus.pooling is None:
                return None
            return content.cell_rect(*focus.pooling).center(), LOUPE_POOLED * content.grid.rows.pitch
        if stage == "activation" and focus.pooling is not None:
            pooled = shows["pooling"].content
            span = max(LOUPE_POOLED * pooled.grid.rows.pitch, 6 * pitch)
            return pooled.cell_rect(*focus.pooling).center(), span
        if stage == "input":
            reach = len(self.told.convolution.rows) and (
                int(self.told.convolution.rows[-1]) - int(self.told.convolution.rows[0]) + 1
            )
            return cells.cell_rect(*focus.convolution).center(), max(LOUPE_INPUT, reach + 4)
        return cells.cell_rect(*focus.convolution).center(), LOUPE_INPUT * pitch

    def _bar_caption(self, stage: StageName) -> str:
        if stage == "input":
            return self.tr("values, log count")
        show = self._page.show_helper.shows[stage]
        if show.same_range:
            return self.tr("same range")
        mode = self._page.document.state.color_range.mode
        if mode == "fixed":
            return self.tr("fixed range")
        if mode == "symmetric":
            return self.tr("all values ±")
        return self.tr("auto ±") if show.content.scale.kind == "signed" else self.tr("range of the picture")
