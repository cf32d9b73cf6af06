"""The Network page: draw a digit and see everything that a trained network computes of it.

The page connects the views; `NetworkInput` prepares what is drawn, `NetworkShow` shows what is
computed, `NetworkSelection` takes a chosen number apart.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from convviz.document.document import Document
from convviz.network.compute.adapting import fitted
from convviz.network.compute.forward import Activations, activations
from convviz.network.model.errors import NetworkError
from convviz.network.model.layers import Convolution
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell
from convviz.pages.network import texts as network_texts
from convviz.pages.network.digit.input import NetworkInput
from convviz.pages.network.digit.photo import NetworkPhoto
from convviz.pages.network.digit.steps import NetworkSteps
from convviz.pages.network.edits.experiments import NetworkExperiments
from convviz.pages.network.edits.filter import NetworkFilter
from convviz.pages.network.edits.memory import NetworkMemory
from convviz.pages.network.edits.to_lab import NetworkToLab
from convviz.pages.network.errors import open_error
from convviz.pages.network.networks.opened import OpenedNetworks
from convviz.pages.network.networks.registry import Registry
from convviz.pages.network.networks.tensorflow_check import TensorflowCheck
from convviz.pages.network.page.files import NetworkFiles
from convviz.pages.network.page.layout import arranged, divided
from convviz.pages.network.page.show import NetworkShow
from convviz.pages.network.page.tabs import NetworkTabs
from convviz.pages.network.shift.shift import NetworkShift
from convviz.pages.network.why.enlarged import NetworkEnlarged
from convviz.pages.network.why.selection import NetworkSelection
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
        self.acts: Activations | None = None
        self.before: Activations | None = None
        self.seconds = 0.0
        self.is_built = False
        if not in_parts:
            for _ in self.build(worker):
                pass

    def build(self, worker: Worker | None) -> Generator[None]:
        """Build the page; for one made ``in_parts``, to be gone through before anything else."""
        self.strip = NetworkStrip(self)
        self.splitter = divided(self)
        yield
        self.panel = NetworkPanel(self.splitter)
        yield
        self.drill = DrillPanel(self.splitter)
        self.column = arranged(self, self.strip, self.splitter, self.panel, self.drill)
        yield
        self.experiments = NetworkExperiments(self)
        self.input = NetworkInput(self.panel.input, self)
        self.show_helper = NetworkShow(self.panel, self.strip, self)
        self.selection = NetworkSelection(self)
        self.photo = NetworkPhoto(self)
        self.enlarged = NetworkEnlarged(self)
        self.to_lab = NetworkToLab(self)
        self.open_in_lab = self.to_lab.open
        self.files = NetworkFiles(self)
        self.export_stages, self.export_formats = self.files.stages, self.files.formats
        self.export_stage = self.files.export
        self.tensorflow_check = TensorflowCheck(
            self.strip, worker, self, drawing=self.panel.input.canvas.is_drawing
        )
        yield
        self.filter_panel = FilterPanel()
        self.drill.add_tab("filter", self.filter_panel, self.filter_panel.lesson)
        self.filter = NetworkFilter(self, self.filter_panel)
        yield
        self.shift_panel = ShiftPanel()
        self.drill.add_tab("shift", self.shift_panel)
        self.shift = NetworkShift(self.shift_panel, self.registry, self)
        self.memory = NetworkMemory(self)
        self.digit: NDArray[Any] | None = None
        yield
        self.tabs = NetworkTabs(self.drill, worker, self)
        yield
        self.opened = OpenedNetworks(self, worker)
        self.work_to_lose = self.opened.training.work_to_lose
        self.column.insertWidget(1, self.opened.bar)
        self.steps = NetworkSteps(self)
        self.is_built = True
        self._connect()
        self.show_tools()
        self.retranslate()

    def look_ahead(self) -> Generator[None]:
        """Read the first network and make its columns: the first look finds them."""
        for key, _ in self.registry.titles()[:1]:
            with suppress(NetworkError, OSError):  # told when the page is looked at
                network = self.registry.load(key)
                yield
                self.show_helper.show_network(network, "")

    def _connect(self) -> None:
        self.strip.network_chosen.connect(self.choose_network)
        self.strip.range_chosen.connect(self._show_values)
        self.input.changed.connect(self._compute)
        self.experiments.changed.connect(self._compute)
        self.shift.changed.connect(self._compute)
        self.drill.tab_chosen.connect(self._on_tab)
        self.drill.off_wanted.connect(self._on_off)
        self.tabs.digit_wanted.connect(self.input.show_digit)
        self.tabs.message.connect(self.message)

    # The network

    @property
    def network(self) -> Network | None:
        """The network on the screen, with what was changed in it."""
        return self.experiments.network

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.open_first()

    def open_first(self) -> None:
        """Load the first network there is, if none is loaded yet."""
        titles = self.registry.titles()
        if self.network is not None:
            return
        if not titles:
            self.strip.set_facts(self.tr("No trained network is installed."))
            return
        self.strip.set_networks(titles, titles[0][0])
        self.tensorflow_check.start()
        self.memory.start()

    def choose_network(self, key: str) -> None:
        """Show the network ``key``; where it cannot be read, the one on the screen stays."""
        try:
            network = self.registry.load(key)
        except (NetworkError, OSError, ValueError) as error:
            self.message.emit("error", open_error(dict(self.registry.titles()).get(key, key), error))
            if self.network is not None:
                self.strip.set_current(self.network.key)
            return
        self.strip.set_current(key)
        self.set_network(network)

    def set_network(self, network: Network) -> None:
        """Show a network, and what it computes of what is on the paper."""
        self.experiments.begin(network)
        self.acts = None
        self.selection.reset()
        self.opened.show(network)
        self.show_helper.show_network(network, self.input.source())
        self._compute()
        self.memory.network_chosen()

    # Computing

    def _compute(self) -> None:
        """Compute every layer for the prepared digit: here, where that takes a few milliseconds."""
        network, digit = self.network, self.given()
        if network is None:
            return
        source = self.tr("moved by the sliders") if self.shift.is_moved() else self.input.source()
        self.show_helper.show_source(network, source)
        acts = self.before = None
        if digit is not None:
            self.digit = digit
            self.panel.input.digit.set_digit(self.digit)
            if self.opened.start(network, self.digit):
                if self.acts is None:
                    self.show_helper.show_nothing(network)
                    self.tabs.show(network, None)
                self.steps.show()
                self._compare()
                return  # the maps of the digit before stay until the new ones are there
            begin = time.perf_counter()
            acts = activations(network, fitted(network, self.digit))
            self.seconds = time.perf_counter() - begin
            trained = self.experiments.trained
            if trained is not None and self.experiments.is_changed:
                self.before = activations(trained, fitted(trained, self.digit))
        self.take(acts, self.seconds)

    def given(self) -> NDArray[Any] | None:
        """What the network gets: the digit as the sliders moved it, or a whole photo; None for nothing."""
        preparation, whole = self.input.preparation, self.opened.whole()
        if whole is not None and self.network is not None:
            return self.shift.moved_whole(self.network, whole)
        if preparation is None or preparation.blank:
            return None
        return self.shift.moved(preparation.digit)

    def take(self, acts: Activations | None, seconds: float) -> None:
        """Show what was computed of the network on the screen; None for a blank sheet."""
        network = self.network
        if network is None:
            return
        self.acts, self.seconds = acts, seconds
        if acts is not None:
            self.opened.show_picture(network, acts)
        self.steps.show()
        self._show_values()
        self.tensorflow_check.set_values(network, self.acts)
        self._compare()

    def _compare(self) -> None:
        """Let the other networks read the digit as well, where they are shown."""
        preparation = self.input.preparation
        drawn = preparation.digit if preparation is not None and not preparation.blank else None
        key = "" if self.network is None else self.network.key
        self.shift.compare(drawn, self.opened.whole(), key)

    def _on_tab(self, key: str) -> None:
        if key == "shift":
            self._compare()
        elif key == "filter":
            self.filter.show()

    def _show_values(self) -> None:
        network = self.network
        if network is None:
            return
        if self.acts is None:
            self.show_helper.show_nothing(network)
            self.info_changed.emit("")
        else:
            self.show_helper.show_values(network, self.acts, self.strip.ranges.key())
            self.info_changed.emit(network_texts.time_line(self.seconds))
        self.show_helper.show_before(self.before)
        self.selection.refresh()
        self.enlarged.refresh()
        self.tabs.show(network, self.acts)
        self.tell_status(None)

    # The chosen filter

    def chosen_filter(self) -> tuple[int, int] | None:
        """(layer, filter) that the chosen number comes from, where it comes from one."""
        return self.selection.filter()

    def switched_off(self) -> frozenset[tuple[int, int]]:
        """The filters that are switched off."""
        return self.experiments.off

    def show_tools(self) -> None:
        """Offer what can be done with the chosen number."""
        chosen, network = self.chosen_filter(), self.network
        convolves = (
            chosen is not None and network is not None and isinstance(network.layers[chosen[0]], Convolution)
        )
        self.drill.set_tools(
            sortable=self.drill.body.drill().sortable,
            off=None if chosen is None else chosen in self.experiments.off,
            lab=convolves,
        )
        self.filter.show()

    def _on_off(self) -> None:
        chosen = self.chosen_filter()
        if chosen is not None:
            self.experiments.toggle(*chosen)

    def takes_pictures(self) -> bool:
        """Whether a picture that is opened now is meant to be read here."""
        return self.isVisible() and not self.to_lab.sends

    def tell_status(self, pointed: Cell | None) -> None:
        """Say what is on the paper, what it is read as, and what the pointed or chosen number is."""
        if self.network is not None:
            self.status_changed.emit(self.selection.status(self.network, pointed))

    # For the window around the page

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
        self.shift.shut_down()

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
        if self.network is not None:
            self.strip.set_networks(self.registry.titles(), self.network.key)
            self.show_helper.show_network(self.network, self.input.source())
            self.steps.show()
            self._show_values()
            self._compare()
