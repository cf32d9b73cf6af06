"""The kernel card's header: title, which channel's weights are shown, the library."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from convviz.views.base import theme
from convviz.views.base.icons import IconButton
from convviz.views.base.painted import Adaptive
from convviz.views.controls.segmented import Segmented
from convviz.views.kernel.library.kernel_library import LibraryBox

CHANNELS = ("0", "1", "2")


class KernelHeader(Adaptive, QWidget):
    """Title and library; for colour pictures also R, G, B, and whether each has its own weights."""

    channel_chosen = Signal(int)
    apart_chosen = Signal(bool)
    kernel_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.channels = Segmented(CHANNELS, self, small=True, width=24)
        self.channels.show_key("0")
        for key in CHANNELS:
            self.channels.button(key).setStyleSheet("QToolButton { padding: 0; }")
        self.apart = IconButton("link", self, size=14, side=theme.HEADER_CONTROL)
        self.apart.setCheckable(True)
        self.apart.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.kernels = LibraryBox(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.title)
        row.addSpacing(4)
        row.addWidget(self.channels)
        row.addWidget(self.apart)
        row.addStretch(1)
        row.addWidget(self.kernels, 100)
        self.setFixedHeight(theme.CARD_HEADER)
        self.channels.chosen.connect(self._channel_chosen)
        self.apart.clicked.connect(self.apart_chosen)
        self.kernels.chosen.connect(self.kernel_chosen)
        self.set_channels(1)
        self.retranslate()

    def set_channels(self, count: int) -> None:
        """Show R, G, B for colour pictures only."""
        self.channels.setVisible(count > 1)
        self.apart.setVisible(count > 1)

    def show_channel(self, channel: int) -> None:
        """Press the channel whose weights are shown."""
        self.channels.show_key(CHANNELS[channel])

    def show_apart(self, apart: bool) -> None:
        """Show whether every channel has weights of its own."""
        self.apart.setChecked(apart)

    def retranslate(self) -> None:
        """Set every text anew in the language of the moment."""
        self.title.setText(self.tr("Kernel"))
        self.channels.set_texts(
            (self.tr("R"), self.tr("G"), self.tr("B")), (self.tr("Red"), self.tr("Green"), self.tr("Blue"))
        )
        self.apart.set_help(self.tr("Weights of its own for every channel"))

    def _channel_chosen(self, key: str) -> None:
        self.channel_chosen.emit(CHANNELS.index(key))
