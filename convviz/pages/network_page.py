"""The Network page: draw a digit and see everything that a trained network computes of it.

The page connects the views; `NetworkInput` prepares what is drawn, `NetworkShow` shows what is
computed, `NetworkSpot` takes a chosen number apart.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from convviz.document.document import Document
from convviz.network.errors import NetworkError
from convviz.network.forward import Activations, activations
from convviz.network.network import Network
from convviz.pages import network_texts
from convviz.pages.network_input import NetworkInput
from convviz.pages.network_shelf import Shelf
from convviz.pages.network_show import NetworkShow
from convviz.views import theme
from convviz.views.network.network_panel import NetworkPanel
from convviz.views.network.network_strip import NetworkStrip


class NetworkPage(QWidget):
    """A page of its own: it needs no picture in the document."""

    status_changed = Signal(str)
    info_changed = Signal(str)
    message = Signal(str, str)
    lab_wanted = Signal()

    def __init__(
        self, document: Document, parent: QWidget | None = None, *, shelf: Shelf | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.shelf = shelf or Shelf()
        self.network: Network | None = None
        self.acts: Activations | None = None
        self.seconds = 0.0
        self.strip = NetworkStrip(self)
        self.panel = NetworkPanel(self)
        self._build()
        self.input = NetworkInput(self.panel.input, self)
        self.show_helper = NetworkShow(self.panel, self.strip, self)
        self._connect()

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("network-splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(theme.GAP)
        self.splitter.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, 0, theme.GAP, theme.GAP)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.strip.network_chosen.connect(self.choose_network)
        self.strip.range_chosen.connect(self._show_values)
        self.input.changed.connect(self._compute)

    # The network

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.open_first()

    def open_first(self) -> None:
        """Load the first network there is, if none is loaded yet."""
        titles = self.shelf.titles()
        if self.network is not None:
            return
        if not titles:
            self.strip.set_facts(self.tr("No trained network is installed."))
            return
        self.strip.set_networks(titles, titles[0][0])
        self.choose_network(titles[0][0])

    def choose_network(self, key: str) -> None:
        """Show the network ``key``; where it cannot be read, the one on the screen stays."""
        try:
            network = self.shelf.load(key)
        except (NetworkError, OSError, ValueError) as error:
            self.message.emit("error", str(error))
            if self.network is not None:
                self.strip.set_current(self.network.key)
            return
        self.strip.set_current(key)
        self.set_network(network)

    def set_network(self, network: Network) -> None:
        """Show a network, and what it computes of what is on the paper."""
        self.network = network
        self.show_helper.show_network(network, self.input.source())
        self._compute()

    # Computing

    def _compute(self) -> None:
        """Compute every layer for the prepared digit: a few milliseconds, so no thread is needed."""
        if self.network is None:
            return
        self.show_helper.show_source(self.network, self.input.source())
        preparation = self.input.preparation
        if preparation is None or preparation.blank:
            self.acts = None
        else:
            begin = time.perf_counter()
            self.acts = activations(self.network, preparation.digit)
            self.seconds = time.perf_counter() - begin
        self._show_values()

    def _show_values(self) -> None:
        if self.network is None:
            return
        if self.acts is None:
            self.show_helper.show_nothing(self.network)
            self.info_changed.emit("")
        else:
            self.show_helper.show_values(self.network, self.acts, self.strip.ranges.key())
            self.info_changed.emit(network_texts.time_line(self.seconds))
        self._tell_status()

    def _tell_status(self) -> None:
        assert self.network is not None
        shares = self.acts.output if self.acts is not None else None
        self.status_changed.emit(network_texts.status_line(self.input.name(), self.network, shares))

    # For the window around the page

    def focus_regions(self) -> list[QWidget]:
        """Where F6 jumps to, in order."""
        views = [column.view for column in self.panel.columns if not column.is_folded()]
        return [self.strip.networks, self.panel.input.canvas, *views[:1], self.panel.answers.view]

    def shut_down(self) -> None:
        """End what runs beside the page."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.network is not None:
            self.show_helper.show_network(self.network, self.input.source())
            self.input.show_steps()
            self._show_values()
