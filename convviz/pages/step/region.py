"""The part of a large picture that is filmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from convviz.core.colours.stages import input_scale
from convviz.core.film.moments import WHOLE_UP_TO, Region
from convviz.core.stages.pipeline import Chain, Result
from convviz.document.state.state import DocumentState, Pin
from convviz.film import texts as step_texts
from convviz.views.step.grid.region_picker import RegionPicker

if TYPE_CHECKING:
    from convviz.pages.step.page import StepPage

SIDE = 12
"""A region that nobody chose has so many rows and columns."""


def region_for(state: DocumentState, chain: Chain) -> Region | None:
    """What is filmed: None for all of a small picture, else the region chosen, or one around the pin."""
    height, width = chain.input[:2]
    if max(height, width) <= WHOLE_UP_TO:
        return None
    chosen = state.film.region
    if chosen is not None and chosen.row + chosen.rows <= height and chosen.column + chosen.columns <= width:
        return chosen
    row, column = _centre(state.pin, chain) if state.pin is not None else (height // 2, width // 2)
    rows, columns = min(SIDE, height), min(SIDE, width)
    top = min(max(row - rows // 2, 0), height - rows)
    left = min(max(column - columns // 2, 0), width - columns)
    return Region(top, left, rows, columns)


def _centre(pin: Pin, chain: Chain) -> tuple[int, int]:
    """The input pixel that a pinned cell of any stage lies on."""
    row, column = pin.row, pin.column
    if pin.stage == "pooling" and chain.pooling_size is not None:
        size = chain.pooling_size
        row, column = size.rows.start(row), size.columns.start(column)
    if pin.stage != "input":
        axes = chain.convolution_size
        row = axes.rows.start(row) + axes.rows.effective_kernel // 2
        column = axes.columns.start(column) + axes.columns.effective_kernel // 2
    return row, column


class StepRegion(QObject):
    """Shows which part is filmed and lets a person choose another. One for each `StepPage`."""

    def __init__(self, page: StepPage) -> None:
        super().__init__(page)
        self._page = page
        self.region: Region | None = None
        card = page.cards.input
        self.picker = RegionPicker(card.grid)
        self.picker.hide()
        self.picker.region_chosen.connect(self.choose)
        self.picker.closed.connect(self.close)
        card.region_requested.connect(self._on_requested)
        card.grid.installEventFilter(self)

    def show_region(self, region: Region | None, result: Result) -> None:
        """Say which part is filmed; nothing for a picture that is filmed whole."""
        self.region = region
        card = self._page.cards.input
        card.set_region(*step_texts.region_texts(region, result.chain.input) if region is not None else ("",))
        self._page.cards.follow_size()
        if region is None:
            self.close()
            return
        self.picker.set_region(region)
        if not self.picker.isHidden():
            self._show_picture(result)

    def choose(self, region: Region) -> None:
        """Film ``region``, from its beginning."""
        page = self._page
        page.player.pause()
        page.keep(region=region, moment=None)
        page.refresh()
        if not len(page.film):
            page.message.emit("info", step_texts.empty_region())

    def close(self) -> None:
        """Show the grid again."""
        had_focus = self.picker.hasFocus()
        self.picker.hide()
        self._page.cards.input.region_button.setChecked(False)
        if had_focus:
            self._page.cards.setFocus()

    def _on_requested(self) -> None:
        result = self._page.result
        if result is None or not self.picker.isHidden():
            self.close()
            return
        self._show_picture(result)
        self.picker.setGeometry(self._page.cards.input.grid.rect())
        self.picker.show()
        self.picker.raise_()
        self.picker.setFocus()
        self._page.cards.input.region_button.setChecked(True)

    def _show_picture(self, result: Result) -> None:
        self.picker.set_picture(result.input, input_scale(result.image, result.settings))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.picker.setGeometry(self._page.cards.input.grid.rect())
        return False
