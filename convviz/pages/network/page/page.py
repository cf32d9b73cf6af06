"""The Network page: draw a digit and see everything that a trained network computes of it.

The document's `NetworkState` is the truth: what a person does becomes an edit of it, and `_follow` brings
the page after it, also after Undo or when an experiment is opened. `resolve` says what is shown then,
`apply` shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from convviz.document.document import Document
from convviz.document.state.state import DocumentState, NetworkState, Paper
from convviz.network.compute.forward import Activations
from convviz.network.model.errors import NetworkError
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell
from convviz.network.training.report_card import Examination
from convviz.pages.network.digit.input import NetworkInput, NetworkPhoto
from convviz.pages.network.edits.edits import NetworkEdits, file_of
from convviz.pages.network.edits.figures import EditedFigures
from convviz.pages.network.edits.filter import NetworkFilter, NetworkToLab
from convviz.pages.network.edits.shown import Shown, ShownNetwork
from convviz.pages.network.errors import open_error
from convviz.pages.network.kept import Kept
from convviz.pages.network.networks.opened import OpenedNetworks, adapted_source, source_for
from convviz.pages.network.networks.registry import Registry
from convviz.pages.network.networks.tensorflow_check import TensorflowCheck
from convviz.pages.network.page.apply import Widgets, apply
from convviz.pages.network.page.computing import NetworkComputing
from convviz.pages.network.page.export import NetworkExport
from convviz.pages.network.page.presenting import NetworkPresenting
from convviz.pages.network.page.tabs import NetworkTabs
from convviz.pages.network.page.view import Looks, Results, View, resolve
from convviz.pages.network.shift.shift import NetworkShift
from convviz.pages.network.training.training import NetworkTraining
from convviz.pages.network.why.enlarged import NetworkEnlarged
from convviz.pages.network.why.selection import NetworkSelection
from convviz.views.base import theme
from convviz.views.base.scale import px
from convviz.views.network.answers.shift_panel import ShiftPanel
from convviz.views.network.filter_panel import FilterPanel
from convviz.views.network.network_panel import NetworkPanel
from convviz.views.network.network_strip import NetworkStrip
from convviz.views.network.why.drill_panel import DrillPanel

if TYPE_CHECKING:
    from convviz.network.tensorflow.worker import Worker


class NetworkPage(QWidget):
    """A page of its own: it needs no picture in the document."""

    status_changed = Signal(str)
    info_changed = Signal(str)
    message = Signal(str, str)
    message_over = Signal(str)
    lab_wanted = Signal()

    def __init__(
        self,
        document: Document,
        parent: QWidget | None = None,
        *,
        registry: Registry | None = None,
        worker: Worker | None = None,
        in_parts: bool = False,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.registry = registry or Registry()
        self._view: View | None = None
        self._kept = Kept()
        self.is_built = False
        if not in_parts:
            for _ in self.build(worker):
                pass

    def build(self, worker: Worker | None) -> Generator[None]:
        """Build the page; for one made ``in_parts``, to be gone through before anything else."""
        self.strip = NetworkStrip(self)
        self.splitter = _splitter(self)
        yield
        self.panel = NetworkPanel(self.splitter)
        yield
        self.drill = DrillPanel(self.splitter)
        yield
        self.presenting = NetworkPresenting(self.strip, self.panel, self.drill)
        self.shown = ShownNetwork(self.registry, self)
        self.edits = NetworkEdits(self.document, self.registry, self.shown)
        self.input = NetworkInput(self.panel.input, self.edits, self)
        self.photo = NetworkPhoto(self.panel.input, self.input, self)
        self.selection = NetworkSelection(self.panel, self.drill, self)
        self.enlarged = NetworkEnlarged(self)
        self.tensorflow_check = TensorflowCheck(
            self.strip, worker, self, drawing=self.panel.input.canvas.is_drawing
        )
        yield
        self.filter_panel = FilterPanel()
        self.drill.add_tab("filter", self.filter_panel, self.filter_panel.lesson)
        self.filter = NetworkFilter(self.filter_panel, self.edits, self.shown, self.selection, self.document)
        yield
        self.shift_panel = ShiftPanel()
        self.drill.add_tab("shift", self.shift_panel)
        self.figures = EditedFigures(self)
        self.shift = NetworkShift(self.shift_panel, self.edits, self.registry, self.figures, worker, self)
        yield
        self.tabs = NetworkTabs(self.drill, worker, self._examination, self)
        self.figures.changed.connect(self.tabs.confusion.refresh)
        yield
        self.opened = OpenedNetworks(self.registry, self.panel, worker, self)
        self.computing = NetworkComputing(self.opened, self.figures, self)
        self.export = NetworkExport(self.panel, self.selection, self.enlarged, self.computing)
        self.export_stages, self.export_formats = self.export.stages, self.export.formats
        self.to_lab = NetworkToLab(self.drill, self.document, self.selection, self)
        self.open_in_lab = self.to_lab.open
        self.training = NetworkTraining(self.strip, self.document, self)
        self.work_to_lose = self.training.work_to_lose
        _arrange(self, (self.strip, self.opened.bar), self.splitter, (self.panel, self.drill))
        self._widgets = Widgets(self.strip, self.panel, self.drill, self.filter_panel)
        self.is_built = True
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.document.state_changed.connect(self._on_state)
        self.panel.input.offer_lab(self.document.state.image is not None)
        self.panel.input.lab_wanted.connect(self._on_picture_of_lab)
        self.strip.network_chosen.connect(self.choose_network)
        self.strip.range_chosen.connect(self._show)
        self.strip.open_wanted.connect(self.opened.opener.ask_and_open)
        self.drill.tab_chosen.connect(self._show)
        self.drill.order_chosen.connect(self._show)
        self.drill.off_wanted.connect(self._on_off)
        self.to_lab.sent.connect(self.lab_wanted)
        self.selection.moved.connect(self._show)
        self.selection.pointed.connect(self._show_with)
        self.panel.opened.connect(self.enlarged.open)
        self.enlarged.chosen.connect(self.selection.choose_value)
        self.computing.changed.connect(self._on_results)
        self.tabs.digit_wanted.connect(self.input.show_digit)
        self.tabs.confusion.loader.loaded.connect(self.figures.look_again)
        self.shown.open_wanted.connect(self.opened.opener.open_path)
        self.opened.opened.connect(self._on_opened)
        self.opened.kept.restored.connect(self._on_restored)
        self.opened.digits_wanted.connect(self._on_digits)
        self.opened.message_over.connect(self.message_over)
        self.opened.opener.changed.connect(self._on_adapted)
        self.opened.bar.source_chosen.connect(self._on_source)
        self.training.open_wanted.connect(self.opened.opener.open_path)
        self.training.moved.connect(self._on_moved_file)
        for speaker in (self.shown, self.filter, self.tabs, self.opened, self.training):
            speaker.message.connect(self.message)

    # What is on the screen

    @property
    def network(self) -> Network | None:
        """The network on the screen, with what was changed in it."""
        return None if self.shown.now is None else self.shown.now.network

    @property
    def results(self) -> Results | None:
        """What was computed last; None before the first look."""
        return self.computing.results

    @property
    def acts(self) -> Activations | None:
        """What the network made of the digit; None for a blank sheet, or as long as it is not computed."""
        return None if self.results is None else self.results.acts

    def look_ahead(self) -> Generator[None]:
        """Read the first network and make its columns: the first look finds them."""
        for key, _ in self.registry.titles()[:1]:
            with suppress(NetworkError, OSError):  # said when the page is looked at
                network = self.registry.load(key)
                yield
                results = Results(Shown(network, network), figures=self.figures.of(network))
                apply(self._widgets, None, resolve(NetworkState(), results, Looks()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.open_first()
        self._compare()

    def open_first(self) -> None:
        """Show what the document says, if nothing is shown yet."""
        if self.network is not None:
            return
        if not self.registry.titles():
            self.strip.set_facts(self.tr("No trained network is installed."))
            return
        self._offer_networks()
        self.tensorflow_check.start()
        self._follow()

    # Between two starts

    def keep_in(self, room: Callable[[], Path]) -> None:
        """Keep what is in no document in the folder that ``room()`` returns (OSError)."""
        self.training.keep_in(room)
        self.opened.kept.keep_in(room)

    def go_on(self, room: Path) -> None:
        """Have again what a killed window kept there."""
        self.shown.wait(self.opened.kept.go_on(room))
        self.training.go_on(room)

    def _on_restored(self) -> None:
        self.shown.wait(frozenset())
        if self.network is not None:
            self._follow()
            self._offer_networks()

    # Requests

    def choose_network(self, key: str) -> None:
        """Show the network ``key``; where it cannot be read, the one on the screen stays."""
        try:
            network = self.registry.load(key)
        except (NetworkError, OSError, ValueError) as error:
            self.message.emit("error", open_error(dict(self.registry.titles()).get(key, key), error))
            if self.network is not None:
                self.strip.set_current(self.network.key)
            return
        self.edits.choose(network)
        self._follow()

    def _on_opened(self, network: Network) -> None:
        """A file was opened: the one that the state waits for, or one that a person chose."""
        waits = self.shown.waits_for(network.path)
        if not waits:
            self.edits.choose(network)
        self._follow()
        self._offer_networks()
        if waits:
            self.shown.tell_other_file(network)

    def _on_moved_file(self, old: Path, new: Path) -> None:
        """A network that was opened from ``old`` is in another file now, and goes by its name."""
        self.registry.move(str(old), str(new), new.stem)
        self._follow()
        self._offer_networks()

    def _on_adapted(self, scale: str, classes: tuple[str, ...]) -> None:
        if self.shown.now is not None:
            chosen = "" if self.shown.now.is_missing else self.edits.state.source
            source = adapted_source(self.shown.now.trained, classes, chosen)
            self.edits.edit("adapt", scale=scale, classes=classes, source=source)
            self.opened.kept.note()

    def _on_source(self, source: str) -> None:
        if self.shown.now is not None:
            usual = source_for(self.shown.now.trained)
            self.edits.edit("adapt", source="" if source == usual else source)

    def _on_picture_of_lab(self) -> None:
        """Read the picture in the Lab, whatever lies on the paper."""
        image = self.document.state.image
        if image is not None:
            self.input.take_photo(image)

    def _on_digits(self, path: Path) -> None:
        self.drill.show_tab("confusion")
        self.tabs.confusion.open_file(path)

    def _on_off(self) -> None:
        place = self.selection.filter()
        if place is not None:
            self.edits.toggle(*place)

    def _examination(self, network: Network) -> Examination | None:
        """What an edited network made of the test digits, where they have been counted."""
        return self.figures.of(network).examination

    # After the state

    def _on_state(self, old: DocumentState, new: DocumentState, why: str) -> None:
        if new.image is not old.image:
            if (old.image is None) != (new.image is None):
                self.panel.input.offer_lab(new.image is not None)
            if self._is_to_be_read(old, new, why):
                self.edits.amend(paper=Paper(photo=new.image))
                return
        if new.network is not old.network and self.results is not None:
            self._follow()

    def _is_to_be_read(self, old: DocumentState, new: DocumentState, why: str) -> bool:
        """Whether a picture was opened here; undone steps and experiments say themselves what is read."""
        is_new = why == "edit" or (why == "open" and self.document.path is None)
        another = new.image is not None and new.image != old.image and new.network == old.network
        return is_new and another and self.isVisible() and not self.to_lab.sends

    def _follow(self) -> None:
        """Show what the document's state says."""
        state, before = self.document.state.network, self.shown.now
        shown = self.shown.follow(state)
        if shown is None:
            return
        if before is None or before.trained is not shown.trained:
            self._on_other(before, shown)
        values = vars(state.movement)
        if values != self.shift_panel.values():
            self.shift_panel.set_values(values)
        if not shown.is_missing and state.path not in ("", file_of(shown.trained)):
            self.edits.amend()  # the network has been saved since, and goes by its new name
        self.input.lay(state.paper)
        self.computing.compute(state, shown, self.input.preparation)

    def _on_other(self, before: Shown | None, shown: Shown) -> None:
        """Another network is on the screen, or the same one in another file or with other names."""
        self.strip.set_current(shown.trained.key)
        if before is None or before.trained.layers is not shown.trained.layers:
            self.selection.reset()
            self.computing.forget_values()

    def _on_results(self, before: Results | None, results: Results) -> None:
        self._show()
        network = results.shown.network
        if before is None or before.acts is not results.acts or before.shown.network is not network:
            self.tensorflow_check.set_values(network, results.acts)
            self.tabs.show(network, results.acts)

    def _show(self) -> None:
        self._show_with(None)
        self._compare()

    def _show_with(self, pointed: Cell | None) -> None:
        """Bring the view onto the widgets, and to the window's status line."""
        results, old = self.results, self._view
        if results is None:
            return
        self.selection.follow(results.shown.network, results.acts)
        looks = Looks(
            self.selection.trail,
            self.selection.follows_winner,
            self.strip.ranges.key(),
            self.drill.orders.key(),
            self.selection.filter(),
            self.drill.tab(),
            pointed,
        )
        view = self._view = resolve(self.edits.state, results, looks, self._kept)
        apply(self._widgets, old, view)
        self.enlarged.show(results.shown.network, results.acts, self.selection.cell())
        if old is None or old.info != view.info:
            self.info_changed.emit(view.info)
        if old is None or old.status != view.status:
            self.status_changed.emit(view.status)

    def _compare(self) -> None:
        """Let the other networks read the digit as well, where they are shown."""
        results = self.results
        if results is not None and self.shift_panel.isVisible():
            preparation = results.preparation
            digit = None if preparation is None or preparation.blank else preparation.digit
            self.shift.show(results.shown, digit, results.whole)

    # For the window around the page

    def export_stage(self, stage: str, path: str) -> None:
        """Write what is on the screen to a file, and say so."""
        said = self.export.export(stage, path)
        if said is not None:
            self.message.emit(*said)

    def focus_regions(self) -> list[QWidget]:
        """Where F6 jumps to, in order."""
        views = [column.view for column in self.panel.columns if not column.is_folded()]
        body: QWidget = self.drill.body.blocks if self.drill.body.blocks.isVisible() else self.drill.body.rows
        body = self.tabs.first_stop(self.drill.tab()) or body
        return [self.strip.networks, self.panel.input.canvas, *views[:1], self.panel.answers.view, body]

    def shut_down(self) -> None:
        """End what runs beside the page."""
        self.tensorflow_check.close()
        self.enlarged.close()
        self.tabs.shut_down()
        self.opened.shut_down()
        self.training.shut_down()
        self.shift.shut_down()
        self.figures.shut_down()

    def _offer_networks(self) -> None:
        self.opened.kept.note()
        key = self.registry.titles()[0][0] if self.network is None else self.network.key
        self.strip.set_networks(self.registry.titles(), key)

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        text = self.tr("Move the digit and see which networks still read it")
        self.drill.name_tab("shift", self.tr("Shift"), text)
        text = self.tr("All weights of the chosen filter, to be changed")
        self.drill.name_tab("filter", self.tr("Filter"), text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() != QEvent.Type.LanguageChange or not self.is_built:
            return
        self.retranslate()
        self.tabs.retranslate()
        self.tensorflow_check.retranslate()
        if self.results is not None:
            self._offer_networks()
            self._view, self._kept = None, Kept()
            self.shift.retranslate()
            self._show()


def _splitter(page: QWidget) -> QSplitter:
    """What parts the maps from the questions below them."""
    splitter = QSplitter(Qt.Orientation.Vertical, page)
    splitter.setObjectName("network-splitter")
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(px(theme.GAP))
    return splitter


def _arrange(
    page: QWidget, lines: tuple[QWidget, ...], splitter: QSplitter, halves: tuple[QWidget, ...]
) -> None:
    """The lines stand above the halves of the splitter."""
    for half, stretch in zip(halves, (75, 25), strict=True):
        splitter.addWidget(half)
        splitter.setStretchFactor(splitter.indexOf(half), stretch)
    splitter.setSizes([528, 238])
    column = QVBoxLayout(page)
    column.setContentsMargins(px(theme.GAP), 0, px(theme.GAP), px(theme.GAP))
    column.setSpacing(0)
    for line in lines:
        column.addWidget(line)
    column.addWidget(splitter, 1)
