"""Below the Input while it is live: freeze and go on, keep the picture; of a video its place and its loop."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QSlider, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.icons import IconButton
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import PlainLabel, set_tip
from convviz.views.base.scale import px
from convviz.views.stages.frame_bar import HEIGHT

WIDE, WIDE_FOR_VIDEO = 296, 440
"""From these widths on the button says all of "Keep this picture", beside a video's slider as well."""

STEP, PAGE = 1_000, 5_000
"""Milliseconds that the slider's arrow and page keys move by."""


def clock(milliseconds: int) -> str:
    """Minutes and seconds.

    >>> clock(0), clock(65_900)
    ('0:00', '1:05')
    """
    seconds = milliseconds // 1000
    return f"{seconds // 60}:{seconds % 60:02}"


class LiveBar(Adaptive, QWidget):
    """Controls of a moving picture; hidden while the picture stands still. Times are in milliseconds."""

    toggled, keep_wanted, end_wanted = Signal(), Signal(), Signal()
    sought = Signal(int)
    loop_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: tuple[int, int] = (0, 0)
        self._rate: int | None = None
        self._running = self._video = False
        self.setFixedHeight(px(HEIGHT))
        self.play = IconButton("pause", self, size=18, side=theme.CONTROL)
        self.caption = PlainLabel(self)
        self.caption.setProperty("role", "caption")
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.keep = QPushButton(self)
        self.keep.setFixedHeight(px(theme.CONTROL))
        self.close_button = IconButton("close", self, size=18, side=theme.CONTROL)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.slider.setMinimumWidth(30)
        self.slider.setSingleStep(STEP)
        self.slider.setPageStep(PAGE)
        self.time = PlainLabel(self)
        self.time.setProperty("role", "caption")
        self.loop = IconButton("loop", self, size=18, side=theme.CONTROL)
        self.loop.setCheckable(True)
        for button in (self.play, self.close_button, self.loop):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        video = (self.slider, 2), self.time, self.loop
        parts = (self.play, (self.caption, 1), *video, self.keep, self.close_button)
        in_row(*parts, on=self, margins=(8, 3, 8, 3), spacing=6)
        self._connect()
        self.retranslate()
        self.hide()

    def _connect(self) -> None:
        self.play.clicked.connect(self._on_play)
        self.keep.clicked.connect(self._on_keep)
        self.close_button.clicked.connect(self._on_close)
        self.slider.valueChanged.connect(self.sought)
        self.loop.clicked.connect(self.loop_toggled)

    def retranslate(self) -> None:
        self.keep.setAccessibleName(self.tr("Keep this picture"))
        set_tip(
            self.keep,
            self.tr("Work on with this picture: it becomes the experiment’s own, and is saved with it"),
        )
        self.close_button.set_help(self.tr("End the live picture and release the camera (Esc)"))
        self.loop.set_help(self.tr("Play over and over"))
        set_tip(self.slider, self.tr("Where the video is"))
        self.slider.setAccessibleName(self.tr("Where the video is"))
        set_tip(
            self.caption, self.tr("Pictures that go through all stages in a second. Nothing is recorded.")
        )
        self._show_texts()

    def show_moving(
        self,
        *,
        running: bool,
        over: bool,
        rate: int | None,
        video: bool,
        place: tuple[int, int],
        loops: bool,
    ) -> None:
        """Show what the live picture does; nothing is announced. ``rate``: pictures a second, None before."""
        self._running, self._rate, self._place, self._video = running, rate, place, video
        self.play.setEnabled(not over)
        self.play.set_icon_name("pause" if running else "play")
        for part in (self.slider, self.time, self.loop):
            part.setVisible(video)
        self.loop.setChecked(loops)
        blocker = QSignalBlocker(self.slider)
        self.slider.setRange(0, max(place[1], 1))
        if not self.slider.isSliderDown():
            self.slider.setValue(place[0])
        blocker.unblock()
        self._show_texts()
        self.show()

    def minimumSizeHint(self) -> QSize:
        """Narrow cards cut the caption and the slider, not the buttons."""
        return QSize(0, px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_texts()

    def _show_texts(self) -> None:
        running, wide = self._running, self.width() >= px(WIDE_FOR_VIDEO if self._video else WIDE)
        self.keep.setText(self.tr("Keep this picture") if wide else self.tr("Keep"))
        self.caption.setVisible(wide or not self._video)
        self.time.setVisible(self._video and self.width() >= px(WIDE))
        self.play.set_help(self.tr("Freeze the picture (Space)") if running else self.tr("Go on (Space)"))
        if not running:
            self.caption.setText(self.tr("frozen"))
        elif self._rate is None:
            self.caption.setText(self.tr("live"))
        else:
            self.caption.setText(self.tr("{rate} pictures/s").format(rate=self._rate))
        at, end = self._place
        self.time.setText(f"{clock(at)} / {clock(end)}")

    def _on_play(self) -> None:
        self.toggled.emit()

    def _on_keep(self) -> None:
        self.keep_wanted.emit()

    def _on_close(self) -> None:
        self.end_wanted.emit()
