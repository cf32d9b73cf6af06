"""The card around a film's grid, and the viewport in which input and output are enlarged."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from convviz.views.base.boxes import in_row
from convviz.views.base.elided import ElidedLabel
from convviz.views.base.icons import IconButton
from convviz.views.picture.viewport import RULER, WHOLE_GRID_CELL, Viewport
from convviz.views.step.grid.film_grid import FilmGrid
from convviz.views.step.step_card import StepCard

MARGIN = 6.0
LEAST_CELL = 7.0
"""Cells smaller than this have no rulers, and need no room for them."""


class FilmViewport(Viewport):
    """Like the Lab's, but number grids begin at smaller cells: figures give way, rulers stay."""

    def _fit_scale(self) -> float:
        width, height = self.content.width(), self.content.height()
        room = (self.size.width() - RULER - MARGIN, self.size.height() - RULER - MARGIN)
        cell = min(room[0] / width, room[1] / height)
        return float(min(int(cell), WHOLE_GRID_CELL)) if cell >= LEAST_CELL else super()._fit_scale()

    def _ruler_shift(self) -> float:
        return RULER / self.scale / 2 if self.scale >= LEAST_CELL else 0.0


class GridCard(StepCard):
    """Holds the input or the output of a film; the input's has a footer where a region is filmed."""

    expand_requested = Signal()
    region_requested = Signal()
    """The person wants to choose another part of the picture."""

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._expanded = False
        self.expand_button = IconButton("expand", self, size=18, side=28)
        self.expand_button.clicked.connect(self.expand_requested)
        self.add_tool(self.expand_button)
        self.grid = FilmGrid(viewport, self)
        self.column.addWidget(self.grid, 1)
        self.footer = QWidget(self)
        self.region_text = ElidedLabel("caption", self.footer)
        self.region_button = QPushButton(self.footer)
        self.region_button.setCheckable(True)
        self.region_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.region_button.clicked.connect(self.region_requested)
        in_row((self.region_text, 1), self.region_button, on=self.footer, margins=(12, 4, 8, 4), spacing=8)
        self.column.addWidget(self.footer)
        self.footer.hide()
        self.retranslate()

    def set_title(self, title: str, caption: str) -> None:
        """What the grid shows."""
        self.title.setText(title)
        self.set_caption(caption)
        self.grid.setAccessibleName(f"{title}, {caption}")

    def set_region(self, text: str, *shorter: str) -> None:
        """Say which part of a large picture is filmed; "" for a picture that is filmed whole."""
        self.region_text.set_texts(text, *shorter)
        self.footer.setVisible(bool(text))

    def set_expanded(self, expanded: bool) -> None:
        """Show that the card stands alone (its button goes back then)."""
        self._expanded = expanded
        self.expand_button.set_icon_name("collapse" if expanded else "expand")
        self.retranslate()

    def retranslate(self) -> None:
        text = self.tr("Show all cards (Esc)") if self._expanded else self.tr("Show this card alone")
        self.expand_button.set_help(text)
        self.region_button.setText(self.tr("Choose part…"))
        self.region_button.setToolTip(self.tr("Choose the part of the picture that is filmed"))
