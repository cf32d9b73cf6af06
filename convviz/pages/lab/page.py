"""The Lab: a picture, a kernel, and every stage of what they make, live.

The page arranges the views and connects them to the document. What is shown where is worked out
by plain functions (`lab_contents`, `lab_pointing`, `lab_texts`); the page only passes it on.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QSplitter, QVBoxLayout, QWidget

from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import ChannelMode, Settings, StageName
from convviz.core.stages import pipeline
from convviz.core.stages.pipeline import Result
from convviz.document.background.compute_queue import ComputeQueue
from convviz.document.document import Document
from convviz.document.state.state import DocumentState
from convviz.pages.lab import texts as lab_texts
from convviz.pages.lab.files import LabFiles
from convviz.pages.lab.layout import LowerPanels
from convviz.pages.lab.live import LabLive, run_whole
from convviz.pages.lab.scipy_check import ScipyCheck
from convviz.pages.lab.selection import LabSelection
from convviz.pages.lab.show import LabShow
from convviz.views.base import theme
from convviz.views.base.texts import edit_name, image_title, reason_text
from convviz.views.explain.formula.card import FormulaCard
from convviz.views.explain.formula.chain_strip import ChainStrip
from convviz.views.explain.why.panel import WhyPanel
from convviz.views.kernel.kernel_panel import KernelPanel
from convviz.views.picture.state_bands import BusyNote
from convviz.views.settings.complaints import complaint
from convviz.views.settings.panel import SettingsPanel
from convviz.views.stages.stages_row import StagesRow
from convviz.views.window.verdict_note import VerdictNote

CHANNEL_MODES: tuple[ChannelMode, ...] = ("grey", "sum", "each")


class LabPage(QWidget):
    """Shows a `Document` stage by stage and turns what a person does into edits of it."""

    status_changed = Signal(str)
    info_changed = Signal(str)
    message = Signal(str, str)

    export_wanted = Signal(str)
    open_kernel_wanted = Signal()
    save_kernel_wanted = Signal()
    """Wishes that need a question about a file, which is the window's to ask."""

    def __init__(self, document: Document, parent: QWidget | None = None, *, in_parts: bool = False) -> None:
        super().__init__(parent)
        self.document = document
        self.result: Result | None = None
        self.is_built = False
        if not in_parts:
            for _ in self.build():
                pass

    @property
    def shown(self) -> Result | None:
        """What the cards show: the whole result, or one that is worked out where somebody looks."""
        return self.live.result or self.result

    # Building

    def build(self) -> Generator[None]:
        """Build the page; for one made ``in_parts``, to be gone through before anything else.

        What needs ending comes with the last part. Everything is born where it stays: a new parent
        would have all that is in it styled anew.
        """
        yield from self._build_views()
        self._arrange()
        yield
        self.queue = ComputeQueue(self, run=run_whole)
        self.show_helper = LabShow(self)
        self.selection = LabSelection(self)
        self.live = LabLive(self)
        self.files = LabFiles(self)
        self.note = VerdictNote(self)
        self.scipy_check = ScipyCheck(self.document, self.note, self.show_helper.visible_map, self)
        self.is_built = True
        self._connect()
        self.retranslate()
        self._show_state(self.document.state, self.document.state)

    def _build_views(self) -> Generator[None]:
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

        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, 0, theme.GAP, theme.GAP)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.splitter, 1)
        self.setFocusProxy(self.kernel_panel)

    def _connect(self) -> None:
        self.document.state_changed.connect(self._show_state)
        self.queue.result_ready.connect(self._on_result)
        self.queue.failed.connect(self._on_failed)
        self.queue.busy_changed.connect(self._on_busy)
        self.queue.progress.connect(self._on_progress)
        self.busy_note.cancel_requested.connect(self.queue.cancel)
        self.kernel_panel.kernel_edited.connect(self._on_kernel)
        self.kernel_panel.bias_edited.connect(self._on_bias)
        self.kernel_panel.edit_finished.connect(self.document.seal)
        self.kernel_panel.tap_pointed.connect(self.selection.point_tap)
        self.kernel_panel.open_requested.connect(self.open_kernel_wanted)
        self.kernel_panel.save_requested.connect(self.save_kernel_wanted)
        self.settings_panel.settings_edited.connect(self._on_settings)
        self.settings_panel.edit_finished.connect(self.document.seal)
        self.channel_mode.activated.connect(self._on_channel_mode)
        self.strip.link_clicked.connect(self._on_link)
        self.stages.unfold_requested.connect(self._on_unfold)
        self.stages.viewport.changed.connect(self._tell_info)
        self.stages.viewport.changed.connect(self.scipy_check.look_again)

    # The document's news

    def _show_state(self, old: DocumentState, new: DocumentState) -> None:
        """Show a state, however it came about: sizes at once, pixels when they are there."""
        if new.network != old.network and new == replace(old, network=new.network):
            return  # nothing of the Lab
        settings = new.settings
        self.settings_panel.set_settings(settings)
        self.kernel_panel.set_bias(settings.bias)
        self.show_helper.show_kernel(new)
        self.show_helper.show_channel_mode(new)
        if new.image is None:
            self.result = None
            return
        if self._show_sizes(new):
            self._compute(old, new)
        shown = self.shown
        if shown is not None and (old.color_range, old.shown_channel) != (new.color_range, new.shown_channel):
            self.show_helper.show_result(shown, new)
        self.selection.show_pin(new)

    def _show_sizes(self, state: DocumentState) -> bool:
        """Shapes and formulas from whole numbers alone; False where they are impossible."""
        assert state.image is not None
        self.settings_panel.clear_errors()
        self.kernel_panel.set_error("")
        try:
            chain = pipeline.chain(state.image.shape, state.settings)
        except ValueError as error:
            self._complain(state, error)
            return False
        self.strip.set_chain(chain, state.settings)
        image = state.image
        self.formula.set_chain(chain, state.settings, (image.low, image.high), image.shape)
        self.settings_panel.set_padding_amounts(chain.convolution_size.padding)
        self.show_helper.show_shapes(chain, state.settings)
        return True

    def _complain(self, state: DocumentState, error: Exception) -> None:
        """Say what does not fit beside its control; the last good picture stays, marked as old.

        A picture that was opened just now is shown all the same, alone.
        """
        assert state.image is not None
        told = complaint(state.image, state.settings, error)
        self.queue.cancel()
        if told.field == "kernel":
            self.kernel_panel.set_error(told.text)
        else:
            self.settings_panel.set_error(told.field, told.text)
        shape = pipeline.input_shape(state.image.shape, state.settings)
        self.strip.set_error(told.text, state.settings, shape)
        self.formula.set_error(told.text)
        shown = self.shown
        self.live.stop()
        if shown is None or shown.image is not state.image:
            self.result = None  # it belongs to a picture that is no longer open
            self.selection.clear()
            self.show_helper.show_input_alone(state)
            title = state.title or image_title(state.image)
            self.status_changed.emit(lab_texts.image_facts(state.image, title))
        else:
            self.show_helper.show_stale(shown)

    def _compute(self, old: DocumentState, new: DocumentState) -> None:
        shown = self.result
        if shown is not None and shown.image is new.image and shown.settings == new.settings:
            self.queue.cancel()
            self._on_result(0, shown)
            return
        assert new.image is not None
        if self.live.handles(new.image):
            self.live.show(new)
        else:
            self.live.leave()
            self.queue.submit(new.image, new.settings)

    def _on_result(self, revision: int, result: Result) -> None:
        state = self.document.state
        if result.image is not state.image:
            return  # the picture has been replaced meanwhile; its result is on its way
        self.result = result
        if result is not self.document.results.of(state):
            self.document.results.keep(result)
        if self.live.active and result.settings != state.settings:
            return  # newer values are on show, and theirs is on its way
        self.show_helper.show_result(result, state, settled=self.live.settle(result))
        self.selection.refresh(state)
        self.scipy_check.set_result(result)
        self._tell_info()

    def _on_failed(self, revision: int, error: Exception) -> None:
        if self.live.result is None:
            self.show_helper.show_stale(self.result)
        self.message.emit("error", reason_text(error))

    def _on_busy(self, busy: bool) -> None:
        for card in self.stages.cards.values():
            if card.stage != "input" and not card.is_folded():
                card.busy.set_active(busy)
        self.busy_note.set_active(busy)
        if busy:
            self._on_progress(0, 0.0)

    def _on_progress(self, revision: int, share: float) -> None:
        for card in self.stages.cards.values():
            card.busy.set_share(share)
        size = self.document.settings.kernel.weights.shape
        text = self.tr("{rows} × {columns} kernel, {percent} %")
        self.busy_note.setText(text.format(rows=size[0], columns=size[1], percent=round(share * 100)))

    # What a person does

    def _on_kernel(self, kernel: Kernel, merge_key: str) -> None:
        self.document.edit_settings(edit_name("kernel"), merge_key or None, kernel=kernel)

    def _on_bias(self, bias: float, merge_key: str) -> None:
        self.document.edit_settings(edit_name("bias"), merge_key or None, bias=bias)

    def _on_settings(self, settings: Settings, merge_key: str) -> None:
        self.document.edit(edit_name("settings"), merge_key or None, settings=settings)

    def _on_channel_mode(self, index: int) -> None:
        mode = self.channel_mode.itemData(index)
        self.document.edit_settings(edit_name("channels"), channels=mode)

    def _on_link(self, name: str) -> None:
        if name == "kernel":
            self.kernel_panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif name != "input":
            self.settings_panel.focus_field(name)
        elif self.channel_mode.isVisible():
            self.channel_mode.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.stages.cards["input"].picture.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_unfold(self, stage: StageName) -> None:
        self.settings_panel.focus_field("pooling" if stage == "pooling" else "activation")

    # For the window around the page

    def focus_regions(self) -> list[QWidget]:
        """Where F6 jumps to, in order."""
        return [
            self.strip,
            self.stages.cards["input"].picture,
            self.kernel_panel,
            self.settings_panel,
            self.why,
        ]

    def export_stages(self) -> list[tuple[str, str]]:
        """(key, name) of every stage that can be exported now."""
        return self.files.stages()

    def export_stage(self, stage: str, path: str) -> None:
        """Write a stage to ``path``, in the format that its ending names."""
        self.files.export(stage, path)

    def open_kernel(self, path: str) -> None:
        """Take the kernel in the file ``path``."""
        self.files.open_kernel(path)

    def save_kernel(self, path: str) -> None:
        """Write the kernel to the file ``path``."""
        self.files.save_kernel(path)

    def shut_down(self) -> None:
        """End the computing thread; the page shows nothing new from here on."""
        self.scipy_check.close()
        self.live.close()
        self.queue.close()

    # Texts

    def _tell_info(self) -> None:
        if self.result is not None:
            view = self.stages.viewport
            self.info_changed.emit(
                lab_texts.info_line(view.scale, self.result.seconds, grid_like=self.show_helper.grid_like())
            )

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.is_built:
            self.retranslate()
            self.scipy_check.retranslate()
            state = self.document.state
            if state.image is not None:
                self._show_sizes(state)
            if self.shown is not None:
                self.show_helper.show_result(self.shown, state)
                self.selection.refresh(state)
                self._tell_info()
