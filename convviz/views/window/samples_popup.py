"""The samples as pictures, one click away from every page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from convviz.views.base.painted import Adaptive
from convviz.views.window.start_page import COLUMNS, SampleEntry, SampleTile


class SamplesPopup(Adaptive, QFrame):
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

    def set_samples(self, samples: Sequence[SampleEntry]) -> None:
        """Show the samples, in this order; known ones keep their pictures."""
        for place, sample in enumerate(samples):
            tile = self._tiles.get(sample.key)
            if tile is None:
                tile = self._tiles[sample.key] = SampleTile(sample.key, self)
                tile.clicked.connect(self._on_sample)
                self._grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
            tile.set_texts(sample.title, sample.facts)

    def set_sample_picture(self, key: str, picture: QImage) -> None:
        """Show the small picture of the sample ``key`` (drawn in the colours of the theme)."""
        self._tiles[key].set_picture(picture)

    def tile(self, key: str) -> SampleTile:
        """The button of the sample ``key``."""
        return self._tiles[key]

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
        tile = self.sender()
        if isinstance(tile, SampleTile):
            self.close()
            self.sample_chosen.emit(tile.key)
