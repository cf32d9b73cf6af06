"""The samples as pictures, one click away from every page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from convviz.views.base.painted import Adaptive
from convviz.views.window.samples import COLUMNS, SampleTile, ShowsSamples


class SamplesPopup(ShowsSamples, Adaptive, QFrame):
    """A sheet of pictures below a button; ``sample_chosen(key)`` follows a click, and the sheet is gone.

    Arrow keys and Tab go from picture to picture, Enter and Space take one, Esc takes none.
    """

    sample_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", True)
        self._tiles: dict[str, SampleTile] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 14, 14, 10)
        self._grid.setSpacing(12)
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
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, SampleTile):
            focused.click()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Samples"))

    def _on_sample(self) -> None:
        self.close()
        super()._on_sample()
