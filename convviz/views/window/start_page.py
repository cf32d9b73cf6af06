"""What the window shows before anything is open: a place to drop, samples, recent files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from convviz.views.base import theme
from convviz.views.base.icons import icon
from convviz.views.window.drop_zone import DropZone
from convviz.views.window.sample_tile import SIDE, SampleTile

COLUMNS = 5
RECENT_SHOWN = 4
WIDTH = 720


@dataclass(frozen=True)
class SampleEntry:
    """What the start page shows of a sample: the ``facts`` are its size, written for people."""

    key: str
    title: str
    facts: str = ""


class StartPage(QScrollArea):
    """Asks for a picture. Every way to bring one is a wish that the window fulfils.

    ``open_wanted()``, ``paste_wanted()``, ``sample_chosen(key)``, ``recent_chosen(path)`` and
    ``clear_recent_wanted()``.
    """

    open_wanted = Signal()
    paste_wanted = Signal()
    sample_chosen = Signal(str)
    recent_chosen = Signal(str)
    clear_recent_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tiles: dict[str, SampleTile] = {}
        self._recent: list[QPushButton] = []
        self.drop_zone = DropZone(self)
        self._samples_title = QLabel(self)
        self._samples_title.setProperty("role", "heading")
        self._samples = QGridLayout()
        self._samples.setHorizontalSpacing(0)
        self._samples.setVerticalSpacing(8)
        for gap in range(1, 2 * COLUMNS - 1, 2):
            self._samples.setColumnStretch(gap, 1)  # the first tile at the left edge, the last at the right
        for place in range(COLUMNS):
            self._samples.setColumnMinimumWidth(2 * place, SIDE)
        self._recent_box = QWidget(self)
        self._recent_title = QLabel(self._recent_box)
        self._recent_title.setProperty("role", "heading")
        self._clear = QPushButton(self._recent_box)
        self._clear.setFlat(True)
        self._recent_list = QVBoxLayout()
        self._recent_list.setSpacing(0)
        self._build()
        self.drop_zone.open_wanted.connect(self.open_wanted)
        self.drop_zone.paste_wanted.connect(self.paste_wanted)
        self._clear.clicked.connect(self.clear_recent_wanted)
        self.set_recent([])
        self.retranslate()

    def set_samples(self, samples: Sequence[SampleEntry]) -> None:
        """Show the samples, in this order; known ones keep their pictures."""
        for place, sample in enumerate(samples):
            tile = self._tiles.get(sample.key)
            if tile is None:
                tile = self._tiles[sample.key] = SampleTile(sample.key, self)
                tile.clicked.connect(self._on_sample)
                self._samples.addWidget(tile, place // COLUMNS, 2 * (place % COLUMNS))
            tile.set_texts(sample.title, sample.facts)

    def set_sample_picture(self, key: str, picture: QImage) -> None:
        """Show the small picture of the sample ``key`` (drawn in the colours of the theme)."""
        self._tiles[key].set_picture(picture)

    def tile(self, key: str) -> SampleTile:
        """The button of the sample ``key``."""
        return self._tiles[key]

    def set_recent(self, paths: Sequence[Path]) -> None:
        """Show the newest of these files; nothing at all when there are none."""
        for button in self._recent:
            self._recent_list.removeWidget(button)
            button.deleteLater()
        self._recent = [self._recent_button(path) for path in paths[:RECENT_SHOWN]]
        self._recent_box.setVisible(bool(self._recent))

    def recent_buttons(self) -> list[QPushButton]:
        """The buttons of the recent files, newest first."""
        return list(self._recent)

    def set_drop_active(self, active: bool) -> None:
        """Show whether something droppable is held over the window."""
        self.drop_zone.set_active(active)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self._samples_title.setText(self.tr("Or start from a sample"))
        self._recent_title.setText(self.tr("Recent files"))
        self._clear.setText(self.tr("Clear list"))

    def _build(self) -> None:
        card = QFrame(self)
        card.setProperty("card", True)
        card.setMaximumWidth(WIDTH)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 22, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.drop_zone)
        column.addSpacing(10)
        column.addWidget(self._samples_title)
        column.addLayout(self._samples)
        column.addWidget(self._recent_box)
        title_row = QHBoxLayout()
        title_row.addWidget(self._recent_title, 1)
        title_row.addWidget(self._clear)
        recent = QVBoxLayout(self._recent_box)
        recent.setContentsMargins(0, 0, 0, 0)
        recent.setSpacing(2)
        recent.addLayout(title_row)
        recent.addLayout(self._recent_list)
        page = QWidget(self)
        page.setProperty("transparent", True)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 1000)
        row.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)
        self.setWidget(page)

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton(self._recent_box)
        button.setFlat(True)
        button.setProperty("align", "left")
        button.setProperty("path", str(path))
        button.setText(f"{path.name}   ·   {path.parent}".replace("&", "&&"))
        button.setToolTip(str(path))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setIcon(icon("clock", theme.tokens(self).color("text3"), 16))
        button.clicked.connect(self._on_recent)
        self._recent_list.addWidget(button)
        return button

    def _tint(self) -> None:
        for button in self._recent:
            button.setIcon(icon("clock", theme.tokens(self).color("text3"), 16))

    def _on_sample(self) -> None:
        tile = self.sender()
        if isinstance(tile, SampleTile):
            self.sample_chosen.emit(tile.key)

    def _on_recent(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.recent_chosen.emit(str(button.property("path")))
