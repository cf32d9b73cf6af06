"""Which page, frame or slice of its file a picture is: "3 of 43" beside a slider; of which array."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSlider, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import PlainLabel, set_tip
from convviz.views.base.scale import px
from convviz.views.controls.number_box import NumberBox

HEIGHT = theme.CONTROL + 6
_KEYS = Qt.Key
STEPS = {
    _KEYS.Key_PageUp: -1,
    _KEYS.Key_PageDown: 1,
    _KEYS.Key_Comma: -1,
    _KEYS.Key_Period: 1,
}
"""Keys that go to the one before and to the next."""


class FrameBar(Adaptive, QWidget):
    """Chooses one of several; hidden where the file has a single picture. All numbers count from 0."""

    frame_chosen = Signal(int)
    array_chosen = Signal(str)
    settled = Signal()
    """What was dragged is let go of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 1
        self.setFixedHeight(px(HEIGHT))
        self.array = QComboBox(self)
        self.array.setProperty("small", True)
        self.array.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.array.setMaximumWidth(px(110))
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.slider.setMinimumWidth(30)
        self.slider.setPageStep(1)
        self.box = NumberBox(1, 1, self, width=px(64), live=False)
        self.box.setFixedHeight(px(theme.CONTROL))
        self.of = PlainLabel(self)
        self.of.setProperty("role", "caption")
        parts = (self.array, (self.slider, 1), self.box, self.of)
        in_row(*parts, on=self, margins=(12, 3, 12, 3), spacing=8)
        for field in (self.slider, self.box):
            field.installEventFilter(self)
        self.slider.valueChanged.connect(self.frame_chosen)
        self.slider.sliderReleased.connect(self.settled)
        self.box.edited.connect(self._on_number)
        self.array.textActivated.connect(self.array_chosen)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        tip = self.tr("Which page, frame or slice of the file (Page Up, Page Down or , and .)")
        for part in (self.slider, self.box):
            set_tip(part, tip)
            part.setAccessibleName(self.tr("Page, frame or slice"))
        set_tip(self.array, self.tr("Which array of the file"))
        self.array.setAccessibleName(self.tr("Which array of the file"))
        self._show_count()

    def show_frame(self, frame: int, count: int, array: str = "", arrays: tuple[str, ...] = ()) -> None:
        """Show that the picture is ``frame`` of ``count``, of one of the ``arrays``; nothing is announced."""
        blockers = [QSignalBlocker(part) for part in (self.slider, self.array, self.box)]
        if arrays != tuple(self.array.itemText(at) for at in range(self.array.count())):
            self.array.clear()
            self.array.addItems(list(arrays))
        self.array.setCurrentText(array)
        self.array.setVisible(len(arrays) > 1)
        if count != self._count:
            self._count = count
            self._show_count()
        self.slider.setRange(0, count - 1)
        self.slider.setValue(frame)
        self.box.setRange(1, max(1, count))
        self.box.show_value(frame + 1)
        for part in (self.slider, self.box, self.of):
            part.setVisible(count > 1)
        for blocker in blockers:
            blocker.unblock()
        self.setVisible(count > 1 or len(arrays) > 1)

    def step(self, by: int) -> None:
        """Go on by so many, no further than the ends."""
        self.slider.setValue(self.slider.value() + by)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the slider and the box, too, the keys and the wheel go the way they do in a document."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = STEPS.get(_KEYS(event.key()))
            if by is not None and (watched is self.slider or not event.text()):  # a comma may be typed
                self.step(by)
                return True
        if isinstance(event, QWheelEvent) and watched is self.slider and self.slider.hasFocus():
            self.step(-1 if event.angleDelta().y() > 0 else 1)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = STEPS.get(_KEYS(event.key()))
        if by is None or self.isHidden():
            super().keyPressEvent(event)
        else:
            self.step(by)

    def _show_count(self) -> None:
        self.of.setText(self.tr("of {count}").format(count=f"{self._count:,}"))

    def _on_number(self, number: int) -> None:
        self.frame_chosen.emit(number - 1)
        self.settled.emit()
