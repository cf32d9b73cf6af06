"""Putting what a network computed onto the Network page's columns."""

from __future__ import annotations

from PySide6.QtCore import QObject

from convviz.network.compute.forward import Activations
from convviz.network.model.network import Network
from convviz.pages.network import texts as network_texts
from convviz.pages.network.page.columns import colour_reaches, shown_layers
from convviz.views.network.answers.probability_view import Answers
from convviz.views.network.network_panel import LayerShow, NetworkPanel
from convviz.views.network.network_strip import NetworkStrip


class NetworkShow(QObject):
    """Shows values; decides nothing about them."""

    def __init__(self, panel: NetworkPanel, strip: NetworkStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._strip = panel, strip
        self._shows: list[LayerShow] = []

    def show_network(self, network: Network, source: str) -> None:
        """Columns and facts of a network, before anything is computed."""
        self._shows = shown_layers(network)
        self._write(network, None, source)
        self._panel.answers.header.set_texts(network_texts.answer_texts(network))
        self._strip.set_facts(*network_texts.fact_forms(network))

    def show_source(self, network: Network, source: str) -> None:
        """Say what lies on the paper."""
        self._panel.input.header.set_texts(network_texts.input_texts(network, source))

    def show_values(self, network: Network, acts: Activations, mode: str) -> None:
        """Every map of every layer, and the answers."""
        self._write(network, acts, None)
        for show, reach in zip(self._shows, colour_reaches(self._shows, acts, mode), strict=True):
            column = self._panel.column(show.layer)
            assert column is not None
            column.view.set_values(acts.of(show.layer), reach)
        self._panel.answers.view.set_answers(Answers(network.classes, acts.logits, acts.output))

    def show_before(self, before: Activations | None) -> None:
        """The probabilities of the network as it was trained, in grey; None while nothing is changed."""
        view, column = self._panel.answers.view, self._panel.answers
        view.set_before(before.output if before is not None else None)
        if before is None:
            column.set_note("")
        else:
            column.set_note(
                self.tr("grey: as trained"), self.tr("Before (grey) and after (accent) your changes")
            )

    def show_nothing(self, network: Network) -> None:
        """The paper is blank: empty maps, and no answer."""
        self._write(network, None, None)
        for column in self._panel.columns:
            column.view.clear_values()
        self._panel.answers.view.clear_answers(network.classes)

    def _write(self, network: Network, acts: Activations | None, source: str | None) -> None:
        texts = []
        for show in self._shows:
            values = acts.of(show.layer) if acts is not None else None
            low = float(values.min()) if values is not None else None
            high = float(values.max()) if values is not None else None
            texts.append(network_texts.column_texts(network, show.layer, low, high))
        self._panel.set_layers(self._shows, texts)
        if source is not None:
            self.show_source(network, source)
