"""The header of "Why this number?": the value asked about, the stage, the colour channel, the pin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from convviz.views.base import theme
from convviz.views.base.elided import ElidedLabel
from convviz.views.base.icons import IconButton
from convviz.views.base.texts import stage_name
from convviz.views.controls.segmented import Segmented
from convviz.views.explain.why.words import channel_name

STAGES = ("convolution", "activation", "pooling")
SEGMENT_PAD = 9
CHANNELS = ("0", "1", "2")


class WhyHeader(QWidget):
    """Announces the stage (`stage_chosen`), the channel (`channel_chosen`) and the pin (`pin_toggled`)."""

    stage_chosen = Signal(str)
    channel_chosen = Signal(int)
    pin_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.CARD_HEADER)
        self.title, self.caption = QLabel(self), ElidedLabel("caption", self)
        self.title.setProperty("role", "title")
        self.stages = Segmented(STAGES, self, small=True)
        self.channels = Segmented(CHANNELS, self, small=True, width=26)
        self.pin = IconButton("pin", self, size=18)
        self.pin.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 0, 8, 0)
        row.setSpacing(8)
        for widget in (self.title, self.caption, self.channels, self.stages, self.pin):
            row.addWidget(widget, 1 if widget is self.caption else 0)
        self.stages.chosen.connect(self.stage_chosen)
        self.channels.chosen.connect(self._announce_channel)
        self.pin.clicked.connect(self.pin_toggled)
        self.retranslate()

    def show_stages(self, current: str, present: Sequence[str]) -> None:
        """Press the segment of ``current``; stages that are not ``present`` cannot be chosen."""
        self.stages.setVisible(bool(present))
        self.pin.setVisible(bool(present))
        for stage in STAGES:
            self.stages.button(stage).setEnabled(stage in present)
        if present:
            self.stages.show_key(current)

    def show_channels(self, current: int, count: int) -> None:
        """Press the segment of a colour channel; hidden unless there are three."""
        self.channels.setVisible(count == 3)
        if count == 3:
            self.channels.show_key(CHANNELS[current])

    def retranslate(self) -> None:
        self.title.setText(self.tr("Why this number?"))
        self.stages.set_texts([stage_name(stage) for stage in STAGES])
        self._widen()
        self.stages.setAccessibleName(self.tr("Stage"))
        self.channels.set_texts(
            [self.tr("R"), self.tr("G"), self.tr("B")], [channel_name(index) for index in range(3)]
        )
        self.channels.setAccessibleName(self.tr("Colour channel"))
        self.pin.set_help(self.tr("Keep this place while the pointer moves on"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _widen(self) -> None:
        """Give every stage's segment the width of its text in bold, so that none is ever cut."""
        bold = QFontMetrics(theme.font("caption-strong", self.font()))
        for stage in STAGES:
            button = self.stages.button(stage)
            button.setFont(theme.font("caption", self.font()))
            button.setFixedWidth(bold.horizontalAdvance(button.text()) + 2 * SEGMENT_PAD)

    def _announce_channel(self, key: str) -> None:
        self.channel_chosen.emit(int(key))
