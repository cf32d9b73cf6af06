"""Pins A and B: two cells of the output that are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from convviz.film.scene import Cell, Pins

if TYPE_CHECKING:
    from convviz.pages.step.page import StepPage


class StepPins(QObject):
    """Sets and clears the pins. One for each `StepPage`."""

    def __init__(self, page: StepPage) -> None:
        super().__init__(page)
        self._page = page
        page.cards.compare.pin_requested.connect(self.pin)
        page.cards.compare.clear_requested.connect(self.clear)

    def pins(self) -> Pins:
        """The pins that the present output has a cell for."""
        film = self._page.film_state
        return Pins(self._existing(film.pin_a), self._existing(film.pin_b))

    def _existing(self, cell: Cell | None) -> Cell | None:
        result = self._page.result
        if cell is None or result is None:
            return None
        rows, columns = result.chain.convolution[:2]
        return cell if cell[0] < rows and cell[1] < columns else None

    def pin(self, letter: str, cell: Cell | None = None) -> None:
        """Pin a cell of the convolution as "A" or "B"; without one, the cell on show. Again: unpin."""
        cell = cell or self._cell_on_show()
        if cell is None:
            text = self.tr("Cells of the convolution can be pinned, pooled ones cannot.")
            self._page.message.emit("info", text)
            return
        name = f"pin_{letter.lower()}"
        here = getattr(self._page.film_state, name) == cell
        self._page.keep(**{name: None if here else cell})
        self._page.show_helper.show_pins()

    def clear(self) -> None:
        """Take both pins away."""
        self._page.keep(pin_a=None, pin_b=None)
        self._page.show_helper.show_pins()

    def _cell_on_show(self) -> Cell | None:
        scene = self._page.show_helper.scene
        if scene is None or scene.moment.stage != "convolution":
            return None
        return scene.moment.row, scene.moment.column
