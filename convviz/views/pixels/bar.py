"""The tools for drawing on a picture, below it: pencil, fill, typing, the value, the channel."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import STRETCH, in_row
from convviz.views.base.icons import icon
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.controls.choices import Choice, Segmented
from convviz.views.controls.number_box import DecimalBox
from convviz.views.pixels.drawing import Canvas, Pen, Tool

HEIGHT = theme.CONTROL + 6
TOOLS: dict[Tool, str] = {"pencil": "pen", "fill": "bucket", "type": "keyed"}
"""The tools, and the icons of each."""

CHANNELS = ("all", "red", "green", "blue")


class DrawingBar(Adaptive, QWidget):
    """Chooses what a press on the picture does; hidden while nothing can be drawn. ``changed(pen)``."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = Canvas()
        self.setFixedHeight(px(HEIGHT))
        self.tools = Segmented(tuple(TOOLS), self, width=25)
        self.tools.show_key("pencil")
        self.value = DecimalBox(0, 255, self, width=62, value=255)
        self.value.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # it may shrink
        self.channel = Choice(CHANNELS, self, width=56)
        in_row(self.tools, self.value, self.channel, STRETCH, on=self, margins=(6, 3, 2, 3), spacing=4)
        self.tools.chosen.connect(self._announce)
        self.value.edited.connect(self._announce)
        self.channel.chosen.connect(self._announce)
        self.restyle()
        self.retranslate()
        self.hide()

    def pen(self) -> Pen:
        """What is chosen now."""
        chosen = CHANNELS.index(self.channel.key())
        channel = chosen - 1 if self._canvas.channels and chosen else None
        return Pen(cast(Tool, self.tools.key()), self.value.value(), channel)

    def set_canvas(self, canvas: Canvas) -> None:
        """Show what can be drawn; another range of values begins with its bright end."""
        old, self._canvas = self._canvas, canvas
        if canvas.limit != old.limit or canvas.bright != old.bright:
            self.value.setRange(canvas.limit.low, canvas.limit.high)
            self.value.show_value(canvas.bright)
        self.value.setSingleStep(canvas.step)
        self.channel.setVisible(canvas.channels)
        self.setVisible(canvas.on)
        self._announce()

    def take_value(self, value: float) -> None:
        """Draw with a value that was picked; what only typed goes back to the pencil."""
        self.value.show_value(value)
        if self.tools.key() == "type":
            self.tools.show_key("pencil")
        self._announce()

    def retranslate(self) -> None:
        tips = (
            self.tr("Pencil: draw with the value (Space draws the framed cell)"),
            self.tr("Fill: all cells of one value that hang together"),
            self.tr("Type: click a cell and type its value"),
        )
        self.tools.set_texts(("", "", ""), tips)
        for key, tip in zip(TOOLS, tips, strict=True):
            self.tools.button(key).setAccessibleName(tip)
        value = self.tr("Value of pencil and fill (the right button picks one from the picture)")
        set_tip(self.value, value)
        self.value.setAccessibleName(self.tr("Value to draw with"))
        self.channel.set_texts((self.tr("All"), self.tr("R"), self.tr("G"), self.tr("B")))
        set_tip(self.channel, self.tr("Which channels are changed"))
        self.channel.setAccessibleName(self.tr("Channel to draw in"))

    def restyle(self) -> None:
        tokens = theme.tokens(self)
        for key, name in TOOLS.items():
            button = self.tools.button(key)
            button.setIcon(icon(name, tokens.color("text1"), px(16)))
            button.setIconSize(QSize(px(16), px(16)))

    def _announce(self, _: object = None) -> None:
        self.changed.emit(self.pen())
