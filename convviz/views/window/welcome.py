"""What a person reads who starts ConvViz for the first time, and the tile that begins."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_column
from convviz.views.base.icons import icon
from convviz.views.base.painted import Adaptive
from convviz.views.controls.pieces import role_label


class Welcome(Adaptive, QFrame):
    """Says in one sentence what the program does; ``begin_wanted()`` follows its tile.

    The tile is for the first start: `set_new` takes it away.
    """

    begin_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = role_label("body", self, wraps=True)
        self.begin = QPushButton(self)
        self.begin.setProperty("primary", True)
        self.begin.setIconSize(QSize(16, 16))
        in_column(self._text, self.begin, on=self, margins=(0, 0, 0, 4), spacing=10)
        self.begin.clicked.connect(self.begin_wanted)
        self.restyle()
        self.retranslate()

    def set_new(self, new: bool) -> None:
        """Show the tile to a person who is new here."""
        self.begin.setVisible(new)

    def retranslate(self) -> None:
        self._text.setText(
            self.tr(
                "ConvViz shows every number inside a convolution: on your own photo, step by step, and in "
                "networks that read handwritten digits."
            )
        )
        text = self.tr("New here? Start with the X (2 minutes)")
        self.begin.setText(f"\u2009{text}")  # a little air after the icon
        self.begin.setAccessibleName(text)

    def restyle(self) -> None:
        self.begin.setIcon(icon("play", theme.tokens(self).color("onaccent"), 16))
