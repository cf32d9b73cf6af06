"""Putting a state and its result onto the Lab's cards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF
from PySide6.QtWidgets import QInputDialog

from convviz.core.colours.stages import ColorRange, has_unit_range, input_scale
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import Settings, StageName
from convviz.core.stages import pipeline
from convviz.core.stages.pipeline import Chain, Result
from convviz.document.state.state import DocumentState
from convviz.film import contents as lab_contents
from convviz.film.contents import StageShow
from convviz.pages.lab import texts as lab_texts
from convviz.views.base.numbers import TIMES, shape_text
from convviz.views.base.texts import edit_name
from convviz.views.picture.scene import visible_cells
from convviz.views.picture.viewport import GRID_CELL

if TYPE_CHECKING:
    from convviz.pages.lab.page import LabPage

PADDING_RING_FROM = 8.0
"""Cells of at least this size show the padding ring when the picture is fitted."""


class LabShow(QObject):
    """Shows values; decides nothing about them. One for each `LabPage`."""

    def __init__(self, page: LabPage) -> None:
        super().__init__(page)
        self._page = page
        self.shows: dict[StageName, StageShow] = {}
        self._average = False
        self._thumbnail_of: object = None
        for card in page.stages.cards.values():
            card.action_chosen.connect(self._on_action)
            card.channels.chosen.connect(self._on_channel)

    def grid_like(self) -> bool:
        return self._page.stages.viewport.scale >= GRID_CELL

    # The kernel and the channel mode

    def show_kernel(self, state: DocumentState) -> None:
        """The kernel panel for ``state``: as many planes as the picture's channels ask for."""
        panel, settings = self._page.kernel_panel, state.settings
        colour = state.image is not None and state.image.values.ndim == 3
        panel.set_channels(3 if colour and settings.channels != "grey" else 1)
        panel.set_kernel(settings.kernel)
        panel.set_turned(settings.operation == "convolve")
        if state.image is not None:
            scale = input_scale(state.image, settings)
            panel.set_input_range(scale.low, scale.high)
            if self._thumbnail_of is not state.image:
                self._thumbnail_of = state.image
                panel.set_preview_image(state.image.values, state.image.low, state.image.high)

    def show_channel_mode(self, state: DocumentState) -> None:
        """What a colour picture is to the kernel, and in which range its values are counted."""
        box = self._page.channel_mode
        box.setVisible(state.image is not None and state.image.values.ndim == 3)
        box.setCurrentIndex(box.findData(state.settings.channels))
        possible = state.image is not None and has_unit_range(state.image)
        self._page.stages.cards["input"].set_unit(state.settings.unit_range and possible, possible=possible)

    # Shapes and results

    def show_shapes(self, chain: Chain, settings: Settings) -> None:
        """Titles and folded cards, from whole numbers alone."""
        off: set[StageName] = set()
        if settings.activation == "none":
            off.add("activation")
        if settings.pool.kind == "none":
            off.add("pooling")
        self._page.stages.set_off(off)
        for stage, card in self._page.stages.cards.items():
            card.set_shape_text(lab_texts.card_shape(stage, chain, settings))

    def show_result(self, result: Result, state: DocumentState, *, settled: bool = False) -> None:
        """The pictures, histograms and colour bars of ``result``.

        ``settled`` says that the same values are on show already, and ``result`` knows all of them.
        """
        self.shows = lab_contents.contents(
            result, state.color_range, state.shown_channel, self.shows, settled=settled
        )
        self.fit_viewport(result.chain)
        cells = self.grid_like()
        one_of_many = lab_contents.shows_one_channel(result, self.shows)
        for stage, card in self._page.stages.cards.items():
            show = self.shows.get(stage)
            card.picture.set_content(show.content if show else None)
            card.picture.set_greyed(False)
            card.stale.set_text("")
            card.set_choices(average=self._average, range_mode=state.color_range.mode)
            card.channels.setVisible(one_of_many and stage == "convolution")
            card.channels.show_key(str(min(state.shown_channel, 2)))
            if show:
                card.bar.set_values(show.content.scale, show.counts, show.beyond, cells=cells)
        coming = self._page.queue.busy or self._page.live.active
        self.show_stale(result if result.settings != state.settings and not coming else None)

    def show_input_alone(self, state: DocumentState) -> None:
        """Show a new picture although the settings do not fit it: it has no result yet.

        Only small pictures are too small for a kernel, so looking at them costs nothing.
        """
        assert state.image is not None
        plain = replace(Settings(Kernel([[1.0]])), channels=state.settings.channels)
        result = pipeline.run(state.image, plain)
        self.shows = lab_contents.contents(result, state.color_range, state.shown_channel)
        self.fit_viewport(result.chain)
        for stage, card in self._page.stages.cards.items():
            show = self.shows["input"] if stage == "input" else None
            card.picture.set_content(show.content if show else None)
            card.picture.set_greyed(False)
            card.stale.set_text("")
            card.set_shape_text(shape_text(state.image.shape) if show else "")
            if show:
                card.bar.set_values(show.content.scale, show.counts, show.beyond, cells=self.grid_like())

    def show_stale(self, result: Result | None) -> None:
        """Mark the pictures as those of older settings; None takes the marks away."""
        for stage, card in self._page.stages.cards.items():
            if stage == "input" or card.is_folded():
                continue
            card.picture.set_greyed(result is not None)
            told = result is not None and stage == "convolution"
            card.stale.set_text(self._stale_text(result) if told and result is not None else "")

    def _stale_text(self, result: Result) -> str:
        size = TIMES.join(str(n) for n in result.settings.kernel.weights.shape[:2])
        head, rest = self.tr("Out of date."), self.tr("Still the {size} kernel’s result.").format(size=size)
        return f"<b>{head}</b>&nbsp; {rest}"

    def fit_viewport(self, chain: Chain) -> None:
        """Tell the viewport what there is to see."""
        view = self._page.stages.viewport
        plain = lab_contents.bounds(chain, grid_like=False)
        (top, bottom), (left, right) = chain.convolution_size.padding
        room = min(
            view.size.height() / max(1.0, plain.height() + top + bottom),
            view.size.width() / max(1.0, plain.width() + left + right),
        )
        ringed = lab_contents.bounds(chain, grid_like=True) if room >= PADDING_RING_FROM else plain
        self._page.stages.set_content_bounds(QRectF(ringed))

    def visible_map(self) -> tuple[range, range] | None:
        """The rows and columns of the convolution that are on the screen; None where it is not."""
        show, card = self.shows.get("convolution"), self._page.stages.cards["convolution"]
        if show is None or not card.picture.isVisible():
            return None
        return visible_cells(self._page.stages.viewport, show.content.grid)

    # What is chosen on a card

    def _on_channel(self, key: str) -> None:
        self._page.document.edit(edit_name("channel shown"), "channel-shown", shown_channel=int(key))

    def _on_action(self, stage: StageName, action: str) -> None:
        view = self._page.stages.viewport
        if action == "fit":
            view.fit()
        elif action == "actual":
            view.set_scale(1.0)
        elif action in ("average", "exact"):
            self._average = action == "average"
            for card in self._page.stages.cards.values():
                card.picture.set_average(self._average)
                card.set_choices(average=self._average, range_mode=self._page.document.state.color_range.mode)
        elif action == "unit":
            document = self._page.document
            document.edit_settings(edit_name("range"), unit_range=not document.settings.unit_range)
        elif action.startswith("range:"):
            self._choose_range(action.removeprefix("range:"))
        elif action == "copy":
            self._page.files.copy_picture(stage)
        elif action == "export":
            self._page.export_wanted.emit(stage)

    def _choose_range(self, mode: str) -> None:
        document = self._page.document
        if mode != "fixed":
            document.edit(edit_name("colours"), color_range=ColorRange(mode))  # type: ignore[arg-type]
            return
        shown = self.shows.get("convolution")
        start = shown.content.scale.high if shown else 1.0
        value, chosen = QInputDialog.getDouble(
            self._page,
            self.tr("Fixed colour range"),
            self.tr("The colours reach from −value to +value:"),
            start,
            1e-6,
            1e12,
            4,
        )
        if chosen:
            document.edit(edit_name("colours"), color_range=ColorRange("fixed", -value, value))
        else:
            mode_now = document.state.color_range.mode
            for card in self._page.stages.cards.values():
                card.set_choices(average=self._average, range_mode=mode_now)
