"""The widgets of the Lab: how they stand, and how a view gets onto them."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QSplitter, QTabWidget, QWidget

from convviz.core.sizes.settings import ChannelMode
from convviz.core.stages.pipeline import input_shape
from convviz.film.contents import StageShow
from convviz.pages.lab.view import LabView, ruler
from convviz.views.base import theme
from convviz.views.base.boxes import in_column
from convviz.views.explain.formula.card import FormulaCard
from convviz.views.explain.formula.chain_strip import ChainStrip
from convviz.views.explain.why.panel import WhyPanel
from convviz.views.kernel.kernel_panel import KernelPanel
from convviz.views.picture.state_bands import BusyNote
from convviz.views.settings.panel import SettingsPanel
from convviz.views.stages.stage_card import StageCard
from convviz.views.stages.stages_row import StagesRow

CHANNEL_MODES: tuple[ChannelMode, ...] = ("grey", "sum", "each")

TABS_BELOW = 1040
"""Narrower than this, the panels become tabs."""

SIDE_BY_SIDE_FROM = 1060
"""From this shared width on, formula and explanation stand beside each other."""

FORMULA_HEIGHT = 110
PANEL_MOST = 640


class LowerPanels(QWidget):
    """Kernel, settings, and the output size over the explanation, in four equal columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels: tuple[QWidget, ...] = ()
        self._tabs: QTabWidget | None = None
        self._explain = QWidget(self)
        self._explain_column = in_column(on=self._explain, margins=(0, 0, 0, 0), spacing=theme.GAP)
        self._explain.hide()

    def hold(self, kernel: QWidget, settings: QWidget, formula: QWidget, why: QWidget) -> None:
        """Lay these out, which are children already: a new parent has every widget in them styled again."""
        self._panels = (kernel, settings, formula, why)

    def sizeHint(self) -> QSize:
        return QSize(1280, 340)

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 318)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self._panels:
            return
        width, height = self.width(), self.height()
        self._use_tabs(width < TABS_BELOW)
        if self._tabs is not None:
            self._tabs.setGeometry(self.rect())
            return
        kernel, settings, formula, why = self._panels
        gap = theme.GAP
        column = (width - 3 * gap) / 4
        first = second = min(round(column), PANEL_MOST)
        kernel.setGeometry(QRect(0, 0, first, height))
        settings.setGeometry(QRect(first + gap, 0, second, height))
        left = first + second + 2 * gap
        rest = width - left
        if rest >= SIDE_BY_SIDE_FROM:
            half = (rest - gap) // 2
            formula.setGeometry(QRect(left, 0, half, height))
            why.setGeometry(QRect(left + half + gap, 0, rest - half - gap, height))
        else:
            wanted = max(FORMULA_HEIGHT, formula.minimumSizeHint().height())
            formula.setGeometry(QRect(left, 0, rest, wanted))
            why.setGeometry(QRect(left, wanted + gap, rest, max(0, height - wanted - gap)))

    def _use_tabs(self, wanted: bool) -> None:
        if wanted == (self._tabs is not None):
            return
        kernel, settings, formula, why = self._panels
        if wanted:
            self._tabs = QTabWidget(self)
            self._explain_column.addWidget(formula)
            self._explain_column.addWidget(why, 1)
            for panel in (kernel, settings, self._explain):
                self._tabs.addTab(panel, "")
            self._name_tabs()
            self._tabs.show()
            return
        assert self._tabs is not None
        for panel in self._panels:
            panel.setParent(self)
            panel.show()
        self._explain.setParent(self)
        self._explain.hide()
        self._tabs.deleteLater()
        self._tabs = None

    def _name_tabs(self) -> None:
        if self._tabs is not None:
            texts = (self.tr("Kernel"), self.tr("Settings"), self.tr("Why this number?"))
            for index, text in enumerate(texts):
                self._tabs.setTabText(index, text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_tabs()


class LabBody(QWidget):
    """The widgets of the Lab, laid out. It knows no document: a view is put on them with `apply`."""

    status_changed = Signal(str)

    def build_widgets(self) -> Generator[None]:
        """Make the widgets, a bit in every step.

        Everything is born where it stays: a new parent would have all that is in it styled again.
        """
        self.strip = ChainStrip(self)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.stages = StagesRow(self.splitter)
        yield
        self.panels = LowerPanels(self.splitter)
        self.kernel_panel = KernelPanel(self.panels)
        yield
        self.settings_panel = SettingsPanel(self.panels)
        yield
        self.formula = FormulaCard(self.panels)
        self.why = WhyPanel(self.panels)
        self.panels.hold(self.kernel_panel, self.settings_panel, self.formula, self.why)
        yield
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        self.channel_mode = QComboBox(self)
        self.channel_mode.setProperty("small", True)
        self.channel_mode.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.channel_mode.setMaximumWidth(124)
        for mode in CHANNEL_MODES:
            self.channel_mode.addItem("", mode)
        self.stages.cards["input"].header_row.insertWidget(2, self.channel_mode)
        self.setTabOrder(self.strip.links["pooling"], self.channel_mode)
        self.busy_note = BusyNote(self.stages.cards["convolution"].picture)

        self.splitter.setObjectName("lab-splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(theme.GAP)
        self.splitter.addWidget(self.stages)
        self.splitter.addWidget(self.panels)
        self.splitter.setStretchFactor(0, 60)
        self.splitter.setStretchFactor(1, 40)
        self.splitter.setSizes([410, 352])

        margins = (theme.GAP, 0, theme.GAP, theme.GAP)
        in_column(self.strip, (self.splitter, 1), on=self, margins=margins, spacing=0)
        self.setFocusProxy(self.kernel_panel)

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
    if view.image is not None:
        body.kernel_panel.set_preview_image(view.image.values, view.image.low, view.image.high)


def _put_channel_mode(body: LabBody, view: LabView) -> None:
    assert view.channel_mode is not None
    colour, mode = view.channel_mode
    body.channel_mode.setVisible(colour)
    body.channel_mode.setCurrentIndex(CHANNEL_MODES.index(mode))


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
    if problem is None:
        image = sizes.image
        body.strip.set_chain(chain, settings)
        body.formula.set_chain(chain, settings, (image.low, image.high), image.shape)
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
    average, mode = view.choices
    for card in body.stages.cards.values():
        card.picture.set_average(average)
        card.set_choices(average=average, range_mode=mode)


def _put_channels(body: LabBody, view: LabView) -> None:
    assert view.channels is not None
    several, channel = view.channels
    keys = body.stages.cards["convolution"].channels
    keys.setVisible(several)
    keys.show_key(str(channel))


def _put_traces(body: LabBody, view: LabView) -> None:
    if view.traces is None:
        body.why.clear()
    else:
        body.why.set_traces(**vars(view.traces))


def _put_bar(card: StageCard, show: StageShow | None) -> None:
    if show is not None:
        card.bar.set_values(show.content.scale, show.counts, show.beyond)


SETTERS: dict[str, Callable[[LabBody, LabView], None]] = {
    "planes": lambda body, view: body.kernel_panel.set_channels(view.planes),
    "settings": _put_settings,
    "input_range": _put_input_range,
    "image": _put_image,
    "channel_mode": _put_channel_mode,
    "unit": _put_unit,
    "sizes": _put_sizes,
    "off": lambda body, view: body.stages.set_off(view.off),
    "pictures": _put_pictures,
    "choices": put_choices,
    "channels": _put_channels,
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
    "captions": lambda card, captions: card.set_captions(*captions),
    "loupe": lambda card, loupe: card.loupe.show_place(*loupe),
    "tip": lambda card, tip: card.picture.setToolTip(tip),
}
