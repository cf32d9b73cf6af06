"""The chosen number of the Network page: clicks and the pointer become a way through the network."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from convviz.network.compute.forward import Activations
from convviz.network.model.layers import INPUT, Weighted
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell
from convviz.pages.network.why.drill import operand_cell
from convviz.pages.network.why.trail import Trail, answer_trail, enter, logit_trail, trail_to
from convviz.views.network.maps.tiling import Place
from convviz.views.network.network_panel import NetworkPanel
from convviz.views.network.why.drill_panel import DrillPanel

Operand = tuple[int, int, int]


class NetworkSelection(QObject):
    """Follows clicks in the maps and in the drill-down. Until one comes, the winner is chosen.

    ``moved`` follows whenever another number is chosen, ``pointed(cell or None)`` the pointer.
    """

    moved = Signal()
    pointed = Signal(object)

    def __init__(self, panel: NetworkPanel, card: DrillPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trail: Trail = ()
        self.follows_winner = True
        self._card = card
        self._network: Network | None = None
        self._read: tuple[Network, Activations] | None = None
        panel.chosen.connect(self.choose_value)
        panel.pointed.connect(self._on_pointed)
        panel.answers.view.chosen.connect(self._on_answer)
        panel.input.digit.pixel_chosen.connect(self._on_pixel)
        card.crumbs.chosen.connect(self._on_crumb)
        card.body.operand_chosen.connect(self._on_operand)
        card.body.operand_pointed.connect(self._on_operand_pointed)
        card.body.row_chosen.connect(self._on_row)
        card.body.row_pointed.connect(self._on_row_pointed)

    def reset(self) -> None:
        """Forget the chosen number: another network is on the screen."""
        self.trail, self.follows_winner, self._read = (), True, None

    def follow(self, network: Network, acts: Activations | None) -> None:
        """These values are on the screen now; None for a blank sheet."""
        self._network, self._read = network, None if acts is None else (network, acts)
        if acts is not None and self.follows_winner:
            self.trail = answer_trail(network, acts.answer)

    def cell(self) -> Cell | None:
        """The chosen number."""
        return self.trail[-1].cell if self.trail else None

    def value(self) -> tuple[Network, Activations, Cell] | None:
        """The chosen number, and the values that it is one of."""
        cell = self.cell()
        return None if cell is None or self._read is None else (*self._read, cell)

    def filter(self) -> tuple[int, int] | None:
        """(layer, filter) that the chosen number comes from, where it comes from one."""
        cell = self.cell()
        if cell is None or self._read is None or cell.is_pixel or self.trail[-1].share:
            return None
        return (cell.layer, cell.channel) if isinstance(self._read[0].layers[cell.layer], Weighted) else None

    def choose(self, trail: Trail) -> None:
        """Choose the number at the end of a trail."""
        self.trail, self.follows_winner = trail, False
        self.moved.emit()

    # What a person does

    def choose_value(self, layer: int, place: Place) -> None:
        """Choose a value of a layer: (map, row, column)."""
        if self._read is not None:
            network, acts = self._read
            flat = len(network.shape(layer)) == 1
            cell = Cell(layer, channel=place[0]) if flat else Cell(layer, place[1], place[2], place[0])
            self.choose(trail_to(network, cell, acts.answer))

    def _on_answer(self, index: int) -> None:
        if self._network is not None:
            self.choose(answer_trail(self._network, index))

    def _on_pixel(self, row: int, column: int) -> None:
        if self._read is not None:
            network, acts = self._read
            self.choose(trail_to(network, Cell(INPUT, row, column), acts.answer)[-1:])

    def _on_crumb(self, index: int) -> None:
        self.choose(self.trail[: index + 1])

    def _on_operand(self, operand: Operand) -> None:
        cell = self._operand(operand)
        if cell is not None and self._read is not None:
            trail = self.trail[:-1] if self.trail[-1].cell.is_pixel else self.trail
            self.choose(enter(*self._read, trail, cell))

    def _operand(self, operand: Operand | None) -> Cell | None:
        if operand is None or self._read is None or not self.trail:
            return None
        at = self._card.body.blocks.blocks()[operand[0]].at
        return operand_cell(*self._read, self.trail[-1], at, operand[1], operand[2])

    def _on_row(self, at: int) -> None:
        if self._read is None:
            return
        if self.trail[-1].share:
            self.choose(logit_trail(self._read[0], at))
            return
        cell = operand_cell(*self._read, self.trail[-1], at, 0, 0)
        if cell is not None:
            self.choose(enter(*self._read, self.trail, cell))

    def _on_pointed(self, layer: int, place: Place | None) -> None:
        if self._read is None or place is None:
            self.pointed.emit(None)
        elif len(self._read[0].shape(layer)) == 3:
            self.pointed.emit(Cell(layer, place[1], place[2], place[0]))

    def _on_operand_pointed(self, operand: Operand | None) -> None:
        self.pointed.emit(self._operand(operand))

    def _on_row_pointed(self, at: int) -> None:
        if at < 0 or self._read is None or self.trail[-1].share:
            self.pointed.emit(None)
            return
        cell = operand_cell(*self._read, self.trail[-1], at, 0, 0)
        self.pointed.emit(None if cell is None else enter(*self._read, (), cell)[-1].cell)
