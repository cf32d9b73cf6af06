"""One line above the stages while a result is kept: what differs, the two values, how they are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from convviz.views.base import theme
from convviz.views.base.icons import IconButton
from convviz.views.base.painted import Adaptive
from convviz.views.base.scale import px
from convviz.views.controls.choices import Segmented
from convviz.views.controls.pieces import ElidedLabel

LOOKS = ("beside", "slider")
ONE_LINE_FROM = 1080
"""Narrower bars have the values in a line of their own."""


class CompareBar(Adaptive, QFrame):
    """Hidden while nothing is kept. ``look_chosen(key)``: one of `LOOKS`."""

    look_chosen = Signal(str)
    restore_wanted, forget_wanted = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.sentence = ElidedLabel("label", self)
        self.here = ElidedLabel("strong", self)
        self.look = Segmented(LOOKS, self, small=True)
        self.restore = IconButton("undo", self, size=18, side=24)
        self.forget = IconButton("close", self, size=18, side=24)
        for button in (self.restore, self.forget):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.look.chosen.connect(self.look_chosen)
        self.restore.clicked.connect(self.restore_wanted)
        self.forget.clicked.connect(self.forget_wanted)
        self._grid = QGridLayout(self)
        self._lines = 0
        self._arrange()
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Kept result and present result"))
        self.look.set_texts(
            (self.tr("Side by side"), self.tr("Slider")),
            (
                self.tr("The kept map beside the present one"),
                self.tr("Both on one picture, with a line to drag between them"),
            ),
        )
        self.restore.set_help(self.tr("Use the kept settings again"))
        self.forget.set_help(self.tr("Keep this result no longer"))
        metrics = QFontMetrics(theme.font("title", self.font()))  # the pressed one is bold
        buttons = [self.look.button(key) for key in LOOKS]
        wide = max(metrics.horizontalAdvance(button.text()) for button in buttons) + px(16)
        for button in buttons:
            button.setMinimumWidth(wide)

    def show_words(self, sentence: str, here: str) -> None:
        """Say what differs, and the values of the place that is pointed at."""
        self.sentence.set_texts(sentence)
        self.here.set_texts(here)

    def set_problem(self, problem: bool) -> None:
        """Whether what is said is why there is nothing to compare."""
        role = "error" if problem else "label"
        if self.sentence.property("role") != role:
            self.sentence.setProperty("role", role)
            self.sentence.style().polish(self.sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Sentence and values in one line, or in two where there is no room for both."""
        lines = 1 if self.width() >= px(ONE_LINE_FROM) else 2
        grid = self._grid
        grid.setContentsMargins(px(12), px(4), px(8), px(4))
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(2))
        if lines == self._lines:
            return
        self._lines = lines
        while grid.count():
            grid.takeAt(0)
        grid.addWidget(self.sentence, 0, 0)
        grid.addWidget(self.here, lines - 1, 1 if lines == 1 else 0)
        for column, part in enumerate((self.look, self.restore, self.forget), start=2):
            grid.addWidget(part, 0, column, lines, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2 if lines == 1 else 0)
        self.updateGeometry()
