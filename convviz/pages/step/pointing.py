"""Pointing at the grids: an output cell previews its window, an input pixel lights what it feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from convviz.film import scene as step_scene
from convviz.film.scene import Cell, Scene

if TYPE_CHECKING:
    from convviz.pages.step.page import StepPage


class StepPointing(QObject):
    """Follows the pointer; a click on an output cell goes there. One for each `StepPage`."""

    def __init__(self, page: StepPage) -> None:
        super().__init__(page)
        self._page = page
        self._pixel: Cell | None = None
        self._cell: Cell | None = None
        page.cards.input.grid.pointed.connect(self._on_pixel)
        output = page.cards.output.grid
        output.pointed.connect(self._on_cell)
        output.clicked.connect(self.go_to)
        output.menu_requested.connect(self._on_menu)

    def show_highlights(self, scene: Scene) -> None:
        """The marks of a moment, and those of what is being pointed at."""
        read, made = list(scene.input_marks), list(scene.output_marks)
        if self._cell is not None and scene.stage.has(self._cell):
            more_read, more_made = step_scene.preview_marks(scene.stage, self._cell)
            read, made = more_read + read, more_made + made
        if self._pixel is not None:
            made = step_scene.fed_marks(scene.stage, self._pixel) + made
        self._page.cards.input.grid.set_highlights(read)
        self._page.cards.output.grid.set_highlights(made)

    def go_to(self, row: int, column: int) -> None:
        """Show the moment at which a cell of the present act lands."""
        scene = self._page.show_helper.scene
        if scene is None:
            return
        index = self._page.film.index(scene.moment.stage, row, column, "land")
        if index is not None:
            self._page.player.seek(index)

    def _on_pixel(self, cell: Cell | None) -> None:
        self._pixel = cell
        self._refresh()

    def _on_cell(self, cell: Cell | None) -> None:
        self._cell = cell
        self._refresh()

    def _refresh(self) -> None:
        scene = self._page.show_helper.scene
        if scene is None:
            return
        self.show_highlights(scene)
        cell = self._cell if self._cell is not None and scene.stage.has(self._cell) else None
        self._page.show_helper.tell_status(cell)

    def _on_menu(self, row: int, column: int, place: QPoint) -> None:
        """Go to a cell, or pin it, from its context menu."""
        scene = self._page.show_helper.scene
        if scene is None or not scene.stage.has((row, column)):
            return
        menu = QMenu(self._page)
        go = menu.addAction(self.tr("Go to ({row}, {column})").format(row=row, column=column))
        pin_a = pin_b = None
        if scene.moment.stage == "convolution":
            pin_a, pin_b = menu.addAction(self.tr("Pin as A")), menu.addAction(self.tr("Pin as B"))
        chosen = menu.exec(place)
        menu.deleteLater()
        if chosen is go:
            self.go_to(row, column)
        elif chosen is not None:
            self._page.pins.pin("A" if chosen is pin_a else "B", (row, column))
        del pin_b
