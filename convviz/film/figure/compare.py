"""Before and after as a figure: a kept map and the present one side by side, and which settings differ."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from convviz.film.contents import StageShow
from convviz.film.figure.figures import GAP, MARGIN, SLIDE, Figure
from convviz.film.figure.look import write
from convviz.film.figure.stage import paint_stage, picture_area, view_of

HEAD, LINE = 36.0, 26.0


@dataclass(frozen=True, eq=False)
class Side:
    """One of the two maps: what it is called, its shape in words, and how it is shown."""

    name: str
    shape: str
    show: StageShow


@dataclass(frozen=True, eq=False)
class CompareFigure(Figure):
    """Two maps on one ruler; ``sentence`` says what differs. As large as a slide."""

    sides: tuple[Side, ...] = ()
    sentence: str = ""

    @property
    def title(self) -> str:
        return self.material.title

    @property
    def size(self) -> QSizeF:
        return SLIDE

    def paint(self, painter: QPainter) -> None:
        scheme, inner = self.look.scheme, SLIDE.width() - 2 * MARGIN
        self.look.paint_ground(painter, QRectF(0, 0, SLIDE.width(), SLIDE.height()))
        head = QRectF(MARGIN, MARGIN - 8, inner, HEAD)
        write(painter, head, self.material.title, ("title", "text1", 22), scheme)
        write(
            painter, QRectF(MARGIN, head.bottom(), inner, LINE), self.sentence, ("body", "text2", 15), scheme
        )
        top = head.bottom() + LINE + GAP
        width = (inner - GAP * (len(self.sides) - 1)) / len(self.sides)
        for place, side in enumerate(self.sides):
            card = QRectF(MARGIN + place * (width + GAP), top, int(width), SLIDE.height() - top - MARGIN)
            view = view_of(self._bounds(), picture_area(card).size())
            paint_stage(painter, card, side.show, (side.name, side.shape), view, self.look)

    def _bounds(self) -> QRectF:
        """The stretch of the ruler that both maps cover together, so that one place is at one place."""
        if self.material.part is not None:
            return self.material.part
        area = QRectF()
        for side in self.sides:
            area = area.united(side.show.content.bounds())
        return area
