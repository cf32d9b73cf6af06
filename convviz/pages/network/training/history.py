"""How the network on the screen was trained, from its report card."""

from __future__ import annotations

from PySide6.QtCore import QObject

from convviz.network.model.network import Network
from convviz.pages.network.training import history_texts as texts
from convviz.views.network.history.curves import from_card
from convviz.views.network.history.panel import HistoryPanel


class NetworkHistory(QObject):
    """Fills a `HistoryPanel`."""

    def __init__(self, panel: HistoryPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._network: Network | None = None

    def show(self, network: Network) -> None:
        """Tell of another network; the same one with other weights was trained as it was."""
        if self._network is None or network.card is not self._network.card:
            self._panel.set_history(from_card(network.card))
            self._panel.set_sentences(texts.sentences(network.card))
        self._network = network

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        if self._network is not None:
            self._panel.set_sentences(texts.sentences(self._network.card))
