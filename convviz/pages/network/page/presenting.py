"""The Network page in presenter mode: the maps, what is asked about them, or both; layer after layer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from convviz.views.network.network_panel import NetworkPanel


class NetworkPresenting:
    """Shows the halves of the page, and brings one layer after the other into view."""

    most = 2

    def __init__(self, strip: QWidget, panel: NetworkPanel, drill: QWidget) -> None:
        self._strip, self._panel, self._drill = strip, panel, drill
        self._layer = 0

    def cards(self) -> list[tuple[str, str]]:
        """Key and title of both halves."""
        translate = QCoreApplication.translate
        return [
            ("maps", translate("NetworkPresenting", "Maps")),
            ("why", translate("NetworkPresenting", "Why this number?")),
        ]

    def keep(self) -> None:
        """Nothing is to be remembered here: parts are shown and hidden, none is divided anew."""

    def begin(self, width: int) -> tuple[str, ...]:
        """Both halves, without the line above them."""
        self._layer = 0
        self._strip.hide()
        return ("maps", "why")

    def show(self, keys: tuple[str, ...]) -> None:
        """Show these halves."""
        self._panel.setVisible("maps" in keys)
        self._drill.setVisible("why" in keys)

    def end(self) -> None:
        """Be as before."""
        self.show(("maps", "why"))
        self._strip.show()

    def turn(self, by: int) -> None:
        """Bring the next layer into view, or the one before."""
        count = len(self._panel.columns)
        if count:
            self._layer = min(max(self._layer + by, 1), count)
            self._panel.bring_into_view(self._layer - 1)

    def place(self) -> tuple[int, int]:
        """Which layer, of how many."""
        return self._layer, len(self._panel.columns)
