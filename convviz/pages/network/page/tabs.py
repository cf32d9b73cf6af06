"""The tabs beside "Why this number?": other questions to the same network."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from convviz.network.compute.forward import Activations
from convviz.network.model.network import Network
from convviz.network.training.report_card import Examination
from convviz.pages.network.look.look import NetworkLook
from convviz.pages.network.misread.confusion import NetworkConfusion
from convviz.pages.network.training.history import NetworkHistory
from convviz.views.base.texts import say
from convviz.views.network.answers.look_panel import LookPanel
from convviz.views.network.misread.confusion import ConfusionPanel
from convviz.views.network.training.panel import HistoryPanel
from convviz.views.network.why.drill_panel import DrillPanel

if TYPE_CHECKING:
    from convviz.network.tensorflow.worker import Worker


class NetworkTabs(QObject):
    """Puts the panels into the card below the maps, and tells them what is on the screen.

    ``digit_wanted(picture, name)``: a digit is to be read; ``message(kind, text)`` for the window.
    """

    digit_wanted = Signal(object, str)
    message = Signal(str, str)

    def __init__(
        self,
        drill: DrillPanel,
        worker: Worker | None,
        known: Callable[[Network], Examination | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._drill = drill
        self._network: Network | None = None
        self.look_panel = LookPanel()
        drill.add_tab("look", self.look_panel)
        self.look = NetworkLook(self.look_panel, worker, self)
        self.confusion_panel = ConfusionPanel()
        drill.add_tab("confusion", self.confusion_panel, self.confusion_panel.tools)
        self.confusion = NetworkConfusion(self.confusion_panel, worker, known, self)
        self.confusion.digit_wanted.connect(self.digit_wanted)
        self.confusion.message.connect(self.message)
        self.history_panel = HistoryPanel()
        drill.add_tab("history", self.history_panel)
        self.history = NetworkHistory(self.history_panel, self)
        self._name_tabs()

    def show(self, network: Network, acts: Activations | None) -> None:
        """Look at what was computed; None for a blank sheet."""
        self.look.show(network, acts)
        if network is not self._network:
            self._network = network
            self.confusion.show(network)
            self.history.show(network)

    def first_stop(self, key: str) -> QWidget | None:
        """Where the keyboard enters a tab; None for one that is not ours."""
        stops: dict[str, QWidget] = {"look": self.look_panel.classes, "confusion": self.confusion_panel.table}
        return stops.get(key)

    def shut_down(self) -> None:
        """End what runs beside the page."""
        self.look.shut_down()
        self.confusion.shut_down()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self._name_tabs()
        self.look.retranslate()
        self.confusion.refresh()
        self.history.retranslate()

    def _name_tabs(self) -> None:
        self._drill.name_tab(
            "look",
            say("Network", "Where it looks"),
            say("Network", "Which pixels speak for a class: Grad-CAM, gradient, occlusion"),
        )
        self._drill.name_tab(
            "confusion",
            say("Network", "What it misreads"),
            say("Network", "Which digits are taken for others, and the digits themselves"),
        )
        self._drill.name_tab(
            "history",
            say("Network", "Training"),
            say("Network", "Accuracy and loss of every epoch, and which was kept"),
        )
