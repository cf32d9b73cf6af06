"""The chosen number of the Network page: the way to it, what is lit for it, what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from convviz.network.compute.forward import logit_layer
from convviz.network.explain.drilldown import explain
from convviz.network.explain.receptive_field import receptive_box
from convviz.network.model.layers import INPUT, Weighted
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell
from convviz.pages.network import texts as network_texts
from convviz.pages.network.why import highlights as network_marks
from convviz.pages.network.why import words as network_words
from convviz.pages.network.why.drill import drill, operand_cell
from convviz.pages.network.why.trail import Trail, answer_trail, enter, logit_trail, trail_to
from convviz.views.network.maps.paint_maps import Highlights
from convviz.views.network.maps.tiling import Place

if TYPE_CHECKING:
    from convviz.pages.network.page.page import NetworkPage


class NetworkSelection(QObject):
    """Follows clicks in the maps and in the drill-down. Until one comes, the winner is explained.

    ``moved`` follows whenever another number is chosen.
    """

    moved = Signal()

    def __init__(self, page: NetworkPage) -> None:
        super().__init__(page)
        self._page = page
        self.trail: Trail = ()
        self.follows_winner = True
        panel, card = page.panel, page.drill
        panel.chosen.connect(self._on_map)
        panel.pointed.connect(self._on_pointed)
        panel.answers.view.chosen.connect(self._on_answer)
        panel.input.digit.pixel_chosen.connect(self._on_pixel)
        card.crumbs.chosen.connect(self._on_crumb)
        card.order_chosen.connect(self.refresh)
        card.body.operand_chosen.connect(self._on_operand)
        card.body.operand_pointed.connect(self._on_operand_pointed)
        card.body.row_chosen.connect(self._on_row)
        card.body.row_pointed.connect(self._on_row_pointed)

    def reset(self) -> None:
        """Forget the chosen number: another network is on the screen."""
        self.trail, self.follows_winner = (), True

    def cell(self) -> Cell | None:
        """The chosen number."""
        return self.trail[-1].cell if self.trail else None

    def filter(self) -> tuple[int, int] | None:
        """(layer, filter) that the chosen number comes from, where it comes from one."""
        cell, network = self.cell(), self._page.network
        if (
            cell is None
            or network is None
            or cell.is_pixel
            or self._page.acts is None
            or self.trail[-1].share
        ):
            return None
        return (cell.layer, cell.channel) if isinstance(network.layers[cell.layer], Weighted) else None

    def refresh(self) -> None:
        """Show the chosen number as it is now; only its value may have changed."""
        self._show(keep_place=True)

    def choose(self, trail: Trail) -> None:
        """Choose the number at the end of a trail."""
        self.trail, self.follows_winner = trail, False
        self._show(keep_place=False)
        self._page.tell_status(None)
        self.moved.emit()

    # Showing

    def status(self, network: Network, pointed: Cell | None) -> str:
        """What is on the paper, what it is read as, and what the pointed or chosen number is."""
        page = self._page
        shares = page.acts.output if page.acts is not None else None
        line = network_texts.status_line(
            page.input.name(), network, shares, photo=page.input.photo is not None
        )
        cell = pointed or (None if not self.trail or self.trail[-1].share else self.cell())
        if page.acts is not None and cell is not None:
            line += "&nbsp;&nbsp; " + network_words.place_line(network, page.acts, cell)
        return line

    def _show(self, *, keep_place: bool) -> None:
        page = self._page
        network, acts = page.network, page.acts
        if network is None or acts is None:
            page.drill.crumbs.set_steps([])
            page.drill.body.set_drill(network_words.nothing(page.input.photo is not None))
            self._light({}, None)
            page.show_tools()
            return
        if self.follows_winner:
            keep_place = bool(self.trail)
            self.trail = answer_trail(network, acts.answer)
        stop = self.trail[-1]
        page.drill.crumbs.set_steps(
            network_words.crumb_texts(network, acts, self.trail), network_words.tail(network, stop)
        )
        terms = None if stop.share else explain(network, acts, stop.cell)
        told = drill(network, acts, stop, page.drill.orders.key(), terms)
        page.drill.body.set_drill(told, keep_place=keep_place)
        page.show_tools()
        if terms is None:
            self._light({}, None)
            return
        self._light(network_marks.highlights(network, acts, terms), self._field(stop.cell))
        if stop.cell.is_pixel:
            self._show_pixel(stop.cell)

    def _show_pixel(self, cell: Cell) -> None:
        """The end of the way: mark the pixel on the digit, and where it came from on the paper."""
        page = self._page
        page.panel.input.digit.set_pixel((cell.row, cell.column))
        source = None if page.shift.is_moved() else page.input.source_of(cell.row, cell.column)
        page.panel.input.canvas.set_source(source)
        sentence = page.drill.body.drill().sentence
        page.drill.body.set_sentence(f"{sentence} {network_words.source_sentence(source)}".strip())

    def _field(self, cell: Cell) -> tuple[int, int, int, int] | None:
        network = self._page.network
        assert network is not None
        if cell.is_pixel or cell.layer >= logit_layer(network):
            return None
        box = receptive_box(network, cell)
        rows, columns = network.input_shape[:2]
        inside = box.clipped(rows, columns)
        return inside.top, inside.left, inside.bottom, inside.right

    def _light(self, highlights: dict[int, Highlights], field: tuple[int, int, int, int] | None) -> None:
        off = self._page.switched_off()
        for column in self._page.panel.columns:
            column.view.set_highlights(
                network_marks.with_off(highlights.get(column.layer, Highlights()), off, column.layer)
            )
        digit = self._page.panel.input.digit
        digit.set_field(field)
        digit.set_hint(None)
        digit.set_pixel(None)
        self._page.panel.input.canvas.set_source(None)

    # What a person does

    def _on_map(self, layer: int, place: Place) -> None:
        network, acts = self._page.network, self._page.acts
        if network is not None and acts is not None:
            flat = len(network.shape(layer)) == 1
            cell = Cell(layer, channel=place[0]) if flat else Cell(layer, place[1], place[2], place[0])
            self.choose(trail_to(network, cell, acts.answer))

    def _on_answer(self, index: int) -> None:
        network = self._page.network
        if network is not None:
            self.choose(answer_trail(network, index))

    def _on_pixel(self, row: int, column: int) -> None:
        network, acts = self._page.network, self._page.acts
        if network is not None and acts is not None:
            self.choose(trail_to(network, Cell(INPUT, row, column), acts.answer)[-1:])

    def _on_crumb(self, index: int) -> None:
        self.choose(self.trail[: index + 1])

    def _on_operand(self, operand: tuple[int, int, int]) -> None:
        cell = self._operand(operand)
        network, acts = self._page.network, self._page.acts
        if cell is not None and network is not None and acts is not None:
            trail = self.trail[:-1] if self.trail[-1].cell.is_pixel else self.trail
            self.choose(enter(network, acts, trail, cell))

    def _operand(self, operand: tuple[int, int, int] | None) -> Cell | None:
        network, acts = self._page.network, self._page.acts
        if operand is None or network is None or acts is None or not self.trail:
            return None
        at = self._page.drill.body.blocks.blocks()[operand[0]].at
        return operand_cell(network, acts, self.trail[-1], at, operand[1], operand[2])

    def _on_row(self, at: int) -> None:
        network, acts = self._page.network, self._page.acts
        if network is None or acts is None:
            return
        if self.trail[-1].share:
            self.choose(logit_trail(network, at))
            return
        cell = operand_cell(network, acts, self.trail[-1], at, 0, 0)
        if cell is not None:
            self.choose(enter(network, acts, self.trail, cell))

    def _on_pointed(self, layer: int, place: Place | None) -> None:
        network = self._page.network
        if network is None or place is None:
            self._hint(None)
        elif len(network.shape(layer)) == 3:
            self._hint(Cell(layer, place[1], place[2], place[0]))

    def _on_operand_pointed(self, operand: tuple[int, int, int] | None) -> None:
        self._hint(self._operand(operand))

    def _on_row_pointed(self, at: int) -> None:
        network, acts = self._page.network, self._page.acts
        if at < 0 or network is None or acts is None or self.trail[-1].share:
            self._hint(None)
            return
        cell = operand_cell(network, acts, self.trail[-1], at, 0, 0)
        self._hint(enter(network, acts, (), cell)[-1].cell if cell is not None else None)

    def _hint(self, cell: Cell | None) -> None:
        """Box thinly what a pointed number sees, and say what it is."""
        digit = self._page.panel.input.digit
        if cell is None:
            digit.set_hint(None)
        elif cell.is_pixel:
            digit.set_hint((cell.row, cell.column, cell.row, cell.column))
        else:
            digit.set_hint(self._field(cell))
        self._page.tell_status(cell)
