"""The widgets of the Lab: how they stand, and how a view gets onto them."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QWidget

from convviz.core.sizes.settings import ChannelMode
from convviz.core.stages.pipeline import input_shape
from convviz.film.contents import StageShow
from convviz.film.work_note import WorkNote
from convviz.pages.lab.kept.put import put_kept
from convviz.pages.lab.layout import LEAST_SEEN, Explanations, LabSplitter, LowerPanels
from convviz.pages.lab.view import LabView, ruler
from convviz.views.base import theme
from convviz.views.base.boxes import in_column
from convviz.views.base.plain import set_markup_tip
from convviz.views.base.scale import px
from convviz.views.explain.formula.chain_strip import ChainStrip
from convviz.views.kernel.kernel_panel import KernelPanel
from convviz.views.settings.panel import SettingsPanel
from convviz.views.stages.compare_bar import CompareBar
from convviz.views.stages.stage_card import StageCard
from convviz.views.stages.stages_row import StagesRow

CHANNEL_MODES: tuple[ChannelMode, ...] = ("grey", "sum", "each")


class LabBody(QWidget):
    """The widgets of the Lab, laid out. It knows no document: a view is put on them with `apply`."""

    status_changed = Signal(str)

    def build_widgets(self) -> Generator[None]:
        """Make the widgets, a bit in every step.

        Everything is born where it stays: a new parent would have all that is in it styled again.
        """
        self.strip = ChainStrip(self)
        self.compare = CompareBar(self)
        self.splitter = LabSplitter(self)
        self.stages = StagesRow(self.splitter)
        yield
        self.below = QScrollArea(self.splitter)
        self.panels = LowerPanels(self.below)
        self.below.setWidget(self.panels)  # while it is empty
        self.kernel_panel = KernelPanel(self.panels)
        yield
        self.settings_panel = SettingsPanel(self.panels)
        yield
        self.explanations = Explanations(self.panels)
        self.formula, self.why = self.explanations.formula, self.explanations.why
        self.panels.hold(self.kernel_panel, self.settings_panel, self.explanations)
        yield
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        self.channel_mode = QComboBox(self)
        self.channel_mode.setProperty("small", True)
        self.channel_mode.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.channel_mode.setMaximumWidth(px(124))
        for mode in CHANNEL_MODES:
            self.channel_mode.addItem("", mode)
        self.stages.cards["input"].header_row.insertWidget(2, self.channel_mode)
        self.setTabOrder(self.strip.links["pooling"], self.channel_mode)
        self.setTabOrder(self.channel_mode, self.stages.input.draw_button)
        self.busy_note = WorkNote(self.stages.cards["convolution"].picture)

        self.below.setWidgetResizable(True)
        self.below.setFrameShape(QFrame.Shape.NoFrame)
        self.below.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.below.setMinimumHeight(px(LEAST_SEEN))
        self.below.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.below.setStyleSheet("QScrollArea { background: transparent; border: none; }")
        self.panels.setProperty("transparent", True)
        self.splitter.setObjectName("lab-split")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(px(theme.GAP))
        self.splitter.addWidget(self.stages)
        self.splitter.addWidget(self.below)
        self.stages.expanded_changed.connect(self._on_expanded)

        margins = (theme.GAP, 0, theme.GAP, theme.GAP)
        self.below_strip = in_column(self.compare, (self.splitter, 1), spacing=theme.GAP)
        in_column(self.strip, (self.below_strip, 1), on=self, margins=margins, spacing=0)
        self.setFocusProxy(self.kernel_panel)

    def _on_expanded(self, stage: str) -> None:
        self.show_panels(not stage)

    def show_panels(self, shown: bool) -> None:
        """Show the panels below the pictures, or leave the whole page to a stage that is shown alone."""
        self.below.setVisible(shown)
        self.splitter.share()

    def retranslate(self) -> None:
        names = (self.tr("Grey"), self.tr("All channels"), self.tr("Each channel"))
        tips = (
            self.tr("The kernel sees one grey map"),
            self.tr("All channels into one map, as a CNN layer does"),
            self.tr("Each channel on its own, as photo editors do"),
        )
        for index, (name, tip) in enumerate(zip(names, tips, strict=True)):
            self.channel_mode.setItemText(index, name)
            self.channel_mode.setItemData(index, tip, Qt.ItemDataRole.ToolTipRole)
        self.channel_mode.setAccessibleName(self.tr("What a colour picture is to the kernel"))

    def apply(self, old: LabView, new: LabView) -> None:
        """Bring the widgets from one view to the next; what is the same in both is not touched."""
        for name, put in SETTERS.items():
            if getattr(new, name) != getattr(old, name):
                put(self, new)
        if new.cards is not old.cards:
            for stage, card in self.stages.cards.items():
                before, after = old.cards[stage], new.cards[stage]
                for name, put_card in CARD_SETTERS.items():
                    value = getattr(after, name)
                    if value != getattr(before, name):
                        put_card(card, value)
                card.picture.set_pointed(after.pointed)  # the pointer itself moves it too
        if new.status != old.status:
            self.status_changed.emit(new.status)


# One setter for each field of a view, in the order in which they are called


def _put_settings(body: LabBody, view: LabView) -> None:
    assert view.settings is not None
    body.settings_panel.set_settings(view.settings)
    body.kernel_panel.set_bias(view.settings.bias)
    body.kernel_panel.set_kernel(view.settings.kernel)
    body.kernel_panel.set_turned(view.settings.operation == "convolve")
    body.formula.set_settings(view.settings)


def _put_input_range(body: LabBody, view: LabView) -> None:
    if view.input_range is not None:
        body.kernel_panel.set_input_range(*view.input_range)


def _put_image(body: LabBody, view: LabView) -> None:
    body.formula.set_image(view.image)
    if view.image is not None and (view.moving is None or not view.moving.is_running):
        body.kernel_panel.set_preview_image(view.image.values, view.image.low, view.image.high)


def _put_planes(body: LabBody, view: LabView) -> None:
    count, summed, shown = view.planes
    body.kernel_panel.set_channels(count, summed=summed)
    body.kernel_panel.set_channel(shown)


def _put_channel_mode(body: LabBody, view: LabView) -> None:
    assert view.channel_mode is not None
    colour, mode = view.channel_mode
    body.channel_mode.setVisible(colour)
    body.channel_mode.setCurrentIndex(CHANNEL_MODES.index(mode))


def _put_frames(body: LabBody, view: LabView) -> None:
    bar = body.stages.cards["input"].frames
    if bar is not None:
        bar.show_frame(*view.frames)


def _put_moving(body: LabBody, view: LabView) -> None:
    bar, moving = body.stages.cards["input"].live, view.moving
    if bar is None:
        return
    if moving is None:
        bar.hide()
        return
    bar.show_moving(
        running=moving.is_running,
        over=moving.is_over,
        rate=moving.rate,
        video=moving.is_video,
        place=moving.place,
        loops=moving.loops,
    )
    if not moving.is_running:
        _put_image(body, view)  # the previews of the kernels wait for a picture that stands still


def _put_unit(body: LabBody, view: LabView) -> None:
    unit, possible = view.unit
    body.stages.cards["input"].set_unit(unit, possible=possible)


def _put_sizes(body: LabBody, view: LabView) -> None:
    """Shapes and formulas, or beside its control why there are none."""
    sizes, settings = view.sizes, view.settings
    problem, chain = (None, None) if sizes is None else (sizes.problem, sizes.chain)
    assert settings is not None
    body.settings_panel.clear_errors()
    body.kernel_panel.set_error(problem.text if problem is not None and problem.field == "kernel" else "")
    body.settings_panel.set_padding_amounts(None if chain is None else chain.convolution_size.padding)
    if sizes is None:
        body.strip.set_chain(None, settings)
        body.formula.set_chain(None, None)
        return
    if problem is None or sizes.is_live:
        image = sizes.image
        body.strip.set_chain(chain, settings)
        body.formula.set_chain(chain, sizes.possible or settings, (image.low, image.high), image.shape)
        if problem is not None:
            body.settings_panel.mark(problem.field)  # its card says why
        return
    if problem.field != "kernel":
        body.settings_panel.set_error(problem.field, problem.text)
    body.strip.set_error(problem.text, settings, input_shape(sizes.image.shape, settings))
    body.formula.set_error(problem.text)


def _put_pictures(body: LabBody, view: LabView) -> None:
    if view.pictures is not None:
        stages = body.stages
        stages.set_content_bounds(ruler(view.pictures.result.chain, stages.viewport.size))


def put_choices(body: LabBody, view: LabView) -> None:
    """Tick what is chosen in the menus of the cards."""
    assert view.choices is not None
    average, maps = view.choices
    for stage, card in body.stages.cards.items():
        card.picture.set_average(average)
        card.set_choices(average=average, range_mode=view.input_choice if stage == "input" else maps)
    body.stages.kept.set_choices(average=average, range_mode=maps)
    for picture in (body.stages.kept.picture, body.stages.both.pane):
        picture.set_average(average)


def _put_traces(body: LabBody, view: LabView) -> None:
    if view.traces is None:
        body.why.clear()
    else:
        body.why.set_traces(**vars(view.traces))


def _put_bar(card: StageCard, show: StageShow | None) -> None:
    if show is not None:
        card.bar.set_values(show.content.scale, show.counts, show.beyond, show.ends)


SETTERS: dict[str, Callable[[LabBody, LabView], None]] = {
    "planes": _put_planes,
    "settings": _put_settings,
    "input_range": _put_input_range,
    "image": _put_image,
    "frames": _put_frames,
    "moving": _put_moving,
    "channel_mode": _put_channel_mode,
    "unit": _put_unit,
    "canvas": lambda body, view: body.stages.input.set_canvas(view.canvas),
    "sizes": _put_sizes,
    "off": lambda body, view: body.stages.set_off(view.off),
    "pictures": _put_pictures,
    "choices": put_choices,
    "input_choice": put_choices,
    "kept": lambda body, view: put_kept(body.stages, body.compare, view.kept),
    "pinned": lambda body, view: body.why.set_pinned(view.pinned),
    "tap": lambda body, view: body.why.set_operand(view.tap),
    "traces": _put_traces,
}

CARD_SETTERS: dict[str, Callable[[StageCard, Any], None]] = {
    "text": StageCard.set_shape_text,
    "show": lambda card, show: card.picture.set_content(show.content if show is not None else None),
    "bar": _put_bar,
    "greyed": lambda card, greyed: card.picture.set_greyed(greyed),
    "stale": lambda card, text: card.stale.set_text(text),
    "highlights": lambda card, highlights: card.picture.set_highlights(highlights),
    "blind": StageCard.set_blind,
    "captions": lambda card, captions: card.set_captions(*captions),
    "loupe": lambda card, loupe: card.loupe.show_place(*loupe),
    "tip": lambda card, tip: set_markup_tip(card.picture, tip),
}
