"""The bar at the bottom of the Step page: the transport's buttons and options around the timeline."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from convviz.core.film.moments import DETAILS, Detail
from convviz.views.base import theme
from convviz.views.base.boxes import STRETCH, in_column, in_row
from convviz.views.base.icons import IconButton, pixmap
from convviz.views.base.numbers import TIMES
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import PlainLabel, set_tip
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import hairline
from convviz.views.base.texts import say
from convviz.views.controls.choices import Choice, Segmented
from convviz.views.step.timeline.timeline import Timeline

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
SIDE, PLAY = 36, QSize(44, 40)
HEIGHT = 92


class PlayButton(Adaptive, QPushButton):
    """The one filled button of the page: play, or pause while playing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("primary", True)
        self.setCheckable(True)
        self.setFixedSize(px(PLAY))
        self.setIconSize(QSize(px(20), px(20)))
        self.setStyleSheet("QPushButton { padding: 0; min-height: 0; border-radius: 5px; }")
        self.toggled.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Draw the icon in the colour of text on the accent."""
        name = "pause" if self.isChecked() else "play"
        # Not its own palette: the stylesheet has put the accent into that.
        colour = theme.tokens(QGuiApplication.palette()).color("onaccent")
        self.setIcon(QIcon(pixmap(name, colour, px(20), max(2.0, self.devicePixelRatioF()))))


class Transport(Adaptive, QWidget):
    """The buttons at the left of the timeline; ``options`` holds those at its right.

    Lay out both: the transport itself first, then the timeline, then ``options`` (and show that).
    """

    play_toggled = Signal(bool)
    step = Signal(int)
    jump = Signal(str)
    speed_chosen = Signal(float)
    detail_chosen = Signal(str)
    loop_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first_button = self._button("first")
        self.back_button = self._button("step-back")
        self.play_button = PlayButton(self)
        self.forward_button = self._button("step-forward")
        self.last_button = self._button("last")
        back, forward = (self.first_button, self.back_button), (self.forward_button, self.last_button)
        in_row(*back, self.play_button, *forward, on=self, spacing=4)
        self.first_button.clicked.connect(self._on_first)
        self.back_button.clicked.connect(self._on_back)
        self.forward_button.clicked.connect(self._on_forward)
        self.last_button.clicked.connect(self._on_last)
        self.play_button.clicked.connect(self.play_toggled)
        self.speed = Choice([str(s) for s in SPEEDS], self, width=72)
        self.detail = Segmented(DETAILS, self)
        self.loop_button = IconButton("loop", self, size=20, side=28)
        self.options = self._build_options()
        self.retranslate()
        self.set_speed(1.0)
        self.set_detail("sum")

    def _button(self, name: str) -> IconButton:
        button = IconButton(name, self, size=20, side=SIDE)
        button.setProperty("outlined", True)
        button.setStyleSheet("QToolButton { padding: 0; min-height: 0; }")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _build_options(self) -> QWidget:
        options = QWidget(self)
        options.hide()  # until it is laid out
        self.speed_label, self.detail_label = PlainLabel(options), PlainLabel(options)
        line = hairline(options, upright=True)
        row = in_row(line, 4, on=options, spacing=12)
        for label, widget in ((self.speed_label, self.speed), (self.detail_label, self.detail)):
            label.setProperty("role", "label")
            label.setBuddy(widget)
            row.addLayout(in_column(label, widget, STRETCH, spacing=4))
        row.addLayout(in_column(self.loop_button, STRETCH, margins=(0, 20, 0, 0)))
        self.loop_button.setCheckable(True)
        self.loop_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.loop_button.clicked.connect(self.loop_toggled)
        self.speed.chosen.connect(self._on_speed)
        self.detail.chosen.connect(self.detail_chosen)
        return options

    def set_playing(self, playing: bool) -> None:
        self.play_button.setChecked(playing)
        self._help_play()

    def set_speed(self, speed: float) -> None:
        """Show a speed; one that is not in the list is shown as the nearest that is."""
        nearest = min(SPEEDS, key=lambda s: abs(s - speed))
        self.speed.show_key(str(nearest))

    def set_detail(self, detail: Detail) -> None:
        self.detail.show_key(detail)

    def set_loop(self, loop: bool) -> None:
        self.loop_button.setChecked(loop)

    def set_ends(self, *, at_first: bool, at_last: bool) -> None:
        """Switch the buttons off that lead nowhere."""
        for button in (self.first_button, self.back_button):
            button.setEnabled(not at_first)
        for button in (self.forward_button, self.last_button):
            button.setEnabled(not at_last)

    def retranslate(self) -> None:
        self.first_button.set_help(self.tr("To the beginning (Home)"))
        self.back_button.set_help(self.tr("One step back (Left arrow)"))
        self.forward_button.set_help(self.tr("One step on (Right arrow)"))
        self.last_button.set_help(self.tr("To the end (End)"))
        self.loop_button.set_help(self.tr("Play over and over (L)"))
        self.speed_label.setText(self.tr("Speed"))
        self.detail_label.setText(self.tr("Detail"))
        self.speed.setAccessibleName(self.tr("Speed"))
        set_tip(self.speed, self.tr("Slower and faster: − and +"))
        self.speed.set_texts([f"{s:g}{TIMES}" for s in SPEEDS])
        self.detail.set_texts(
            (self.tr("Cell"), self.tr("Sum"), self.tr("Product")),
            (
                self.tr("One step a cell"),
                self.tr("Place, multiply, add, finish, land"),
                self.tr("One product after the other"),
            ),
        )
        for key in DETAILS:
            button = self.detail.button(key)
            button.setFixedWidth(button.sizeHint().width() + px(10))
        self._help_play()

    def _help_play(self) -> None:
        playing = self.play_button.isChecked()
        text = self.tr("Pause (Space)") if playing else self.tr("Play (Space)")
        set_tip(self.play_button, text)
        self.play_button.setAccessibleName(text)

    def _on_first(self) -> None:
        self.jump.emit("first")

    def _on_last(self) -> None:
        self.jump.emit("last")

    def _on_back(self) -> None:
        self.step.emit(-1)

    def _on_forward(self) -> None:
        self.step.emit(1)

    def _on_speed(self, key: str) -> None:
        self.speed_chosen.emit(float(key))


class TimelineCard(Adaptive, QFrame):
    """Holds a `Transport` and a `Timeline`; their signals are used directly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setFixedHeight(px(HEIGHT))
        self.retranslate()
        self.transport = Transport(self)
        self.timeline = Timeline(self)
        options = self.transport.options
        options.setFixedHeight(px(62))
        in_row(self.transport, (self.timeline, 1), options, on=self, margins=(12, 1, 12, 1), spacing=10)
        options.show()

    def retranslate(self) -> None:
        self.setAccessibleName(say("Timeline", "Timeline"))
