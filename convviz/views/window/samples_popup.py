"""The samples as pictures, one click away from every page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QPushButton, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import STRETCH, in_column, in_row
from convviz.views.base.icons import icon
from convviz.views.base.painted import Adaptive
from convviz.views.base.scale import px
from convviz.views.window.samples import COLUMNS, SampleTile, ShowsSamples


class SamplesPopup(ShowsSamples, Adaptive, QFrame):
    """A sheet of pictures below a button; ``sample_chosen(key)`` follows a click, and the sheet is gone.

    So it is after ``new_wanted()``: none of them, but a new picture.

    Arrow keys and Tab go from picture to picture, Enter and Space take one, Esc takes none.
    """

    sample_chosen, new_wanted = Signal(str), Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", True)
        self._tiles: dict[str, SampleTile] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self.new_button = QPushButton(self)
        row = in_row(self.new_button, STRETCH)
        in_column(self._grid, row, on=self, margins=(14, 14, 14, 12), spacing=10)
        self.new_button.clicked.connect(self._on_new)
        self.restyle()
        self.retranslate()

    def _add_tile(self, tile: SampleTile, place: int) -> None:
        self._grid.addWidget(tile, place // COLUMNS, place % COLUMNS)

    def show_below(self, button: QWidget) -> None:
        """Open below ``button``, within the screen it is on, with the first picture focused."""
        self.adjustSize()
        place, screen = (
            button.mapToGlobal(QPoint(0, button.height() + 2)),
            button.screen().availableGeometry(),
        )
        x = max(screen.left(), min(place.x(), screen.right() - self.width()))
        self.move(x, max(screen.top(), min(place.y(), screen.bottom() - self.height())))
        self.show()
        first = next(iter(self._tiles.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Samples"))
        self.new_button.setText(self.tr("New picture…"))

    def restyle(self) -> None:
        self.new_button.setIcon(icon("new", theme.tokens(self).color("text1"), px(16)))

    def _on_new(self) -> None:
        self.close()
        self.new_wanted.emit()

    def _on_sample(self) -> None:
        self.close()
        super()._on_sample()
