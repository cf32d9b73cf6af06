"""What a moment of a film looks like on a sheet: input, operation, output, and the sum below them.

A sheet is 960 x 540 units, whatever the size of the picture made of it. Only painters are used, so
that it can be painted without a window, on any thread, and on vector devices as well.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from convviz.core.explain.trace import PoolingTrace
from convviz.core.film.moments import Film
from convviz.core.stages.pipeline import Result
from convviz.film import scene as step_scene
from convviz.film import texts as step_texts
from convviz.film.operation import paint_operation
from convviz.film.scene import Pins, Scene, Stage
from convviz.views.base import theme
from convviz.views.base.theme import Tokens
from convviz.views.picture.content import Content, Highlight
from convviz.views.picture.paint_highlights import paint_highlights
from convviz.views.picture.scene import Scene as Picture
from convviz.views.picture.viewport import Viewport
from convviz.views.step.grid.film_layers import Mask, paint_directly, paint_film_rulers
from convviz.views.step.sum.paint_sum import height_needed, paint_staircase, paint_terms
from convviz.views.step.sum.show import SumShow, convolution_sum, pooling_sum

SHEET = QSizeF(960, 540)
GAP, HEADER, PAD = 12.0, 30.0, 10.0
INPUT = QRectF(GAP, 40, 304, 320)
OPERATION = QRectF(INPUT.right() + GAP, 40, 304, 320)
OUTPUT = QRectF(OPERATION.right() + GAP, 40, 304, 320)
SUM = QRectF(GAP, 372, 960 - 2 * GAP, 156)
RESULT = 190.0
"""Room for the result, right of the sum."""

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, eq=False)
class Sheet:
    """A film, ready to be painted moment by moment. ``whole`` is False where it shows a region."""

    result: Result
    film: Film
    stages: dict[str, Stage]
    title: str = ""
    pins: Pins = Pins()
    channel: int = 0
    whole: bool = True
    scheme: Tokens = theme.LIGHT
    view: Viewport = field(default_factory=Viewport)

    def __post_init__(self) -> None:
        self.view.set_size(QSizeF(INPUT.width() - 2, INPUT.height() - HEADER - 2))
        self.view.set_content(step_scene.ground(self.stages, whole=self.whole))

    def scene(self, index: int) -> Scene:
        """What moment ``index`` of the film shows."""
        moment = self.film.moment(index)
        return step_scene.scene(self.result, self.stages, moment, self.pins, self.channel)

    def paint(self, painter: QPainter, index: int) -> None:
        """Paint moment ``index`` of the film onto 960 x 540 units."""
        told = self.scene(index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, SHEET.width(), SHEET.height()), self.scheme.color("window"))
        self._paint_head(painter, told)
        stage = told.stage
        captions = step_texts.grid_captions(self.result, stage, self.channel)
        self._panel(painter, INPUT, *captions[0])
        self._grid(painter, INPUT, stage.input, None, told.input_marks, told)
        self._panel(painter, OUTPUT, *captions[1])
        self._grid(painter, OUTPUT, stage.output, told.landed, told.output_marks, told)
        self._panel(painter, OPERATION, step_texts.operation_title(), "")
        area = OPERATION.adjusted(PAD, HEADER + PAD, -PAD, -PAD)
        paint_operation(painter, area, told, self.film.detail, self.scheme)
        self._paint_sum(painter, told)

    def _paint_head(self, painter: QPainter, told: Scene) -> None:
        painter.setFont(theme.font("title", pixels=16))
        painter.setPen(self.scheme.color("text1"))
        line = QRectF(GAP + 2, 6, SHEET.width() - 2 * GAP - 4, 28)
        painter.drawText(line, LEFT, self.title)
        painter.setFont(theme.font("body", pixels=14))
        painter.setPen(self.scheme.color("text2"))
        painter.drawText(line, RIGHT, step_texts.step_caption(told.number + 1, told.stage.act.cells))

    def _panel(self, painter: QPainter, area: QRectF, title: str, caption: str) -> None:
        """A card with its title."""
        path = QPainterPath()
        path.addRoundedRect(area, theme.RADIUS_CARD, theme.RADIUS_CARD)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, self.scheme.color("card"))
        painter.strokePath(path, QPen(self.scheme.color("line"), 1))
        line = QRectF(area.left() + PAD, area.top(), area.width() - 2 * PAD, HEADER)
        painter.setFont(theme.font("title", pixels=14))
        painter.setPen(self.scheme.color("text1"))
        painter.drawText(line, LEFT, title)
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(title) + 8)
        painter.setFont(theme.font("caption", pixels=13))
        painter.setPen(self.scheme.color("text3"))
        painter.drawText(line, LEFT, caption)

    def _grid(
        self,
        painter: QPainter,
        panel: QRectF,
        content: Content,
        landed: Mask | None,
        highlights: list[Highlight],
        told: Scene,
    ) -> None:
        """A stage's cells, as on the page."""
        painter.save()
        painter.translate(QPointF(panel.left() + 1, panel.top() + HEADER))
        area = QRectF(0, 0, panel.width() - 2, panel.height() - HEADER - 2)
        painter.setClipRect(area)
        painter.setFont(QFont())
        picture = Picture(painter, self.view, self.scheme, content)
        paint_directly(picture, area, landed)
        painter.setFont(QFont())
        lit = told.output_lit if landed is not None else told.input_lit
        paint_film_rulers(picture, lit)
        paint_highlights(picture, highlights)
        painter.restore()

    def _paint_sum(self, painter: QPainter, told: Scene) -> None:
        path = QPainterPath()
        path.addRoundedRect(SUM, theme.RADIUS_CARD, theme.RADIUS_CARD)
        painter.fillPath(path, self.scheme.color("card"))
        painter.strokePath(path, QPen(self.scheme.color("line"), 1))
        show = sum_of(told, lit=self.film.detail == "product")
        area = SUM.adjusted(PAD, PAD, -RESULT - PAD, -6)
        base = QFont()
        terms = height_needed(show, area.width(), base)
        paint_terms(painter, area, show, self.scheme, base)
        paint_staircase(painter, area.adjusted(0, terms + 4, 0, 0), show, self.scheme, base)
        self._paint_result(painter, show)

    def _paint_result(self, painter: QPainter, show: SumShow) -> None:
        area = QRectF(SUM.right() - RESULT, SUM.top() + PAD, RESULT - PAD, SUM.height() - 2 * PAD)
        painter.setPen(self.scheme.color("line"))
        painter.drawLine(QPointF(area.left() - 8, area.top()), QPointF(area.left() - 8, area.bottom()))
        painter.setPen(self.scheme.color("text1" if show.complete else "text3"))
        text = f"= {show.result}" if show.result else ""
        pixels = 34.0
        painter.setFont(theme.font("sum", pixels=pixels))
        while painter.fontMetrics().horizontalAdvance(text) > area.width() and pixels > 12:
            pixels -= 2
            painter.setFont(theme.font("sum", pixels=pixels))
        painter.drawText(QRectF(area.left(), area.top(), area.width(), 44), LEFT, text)
        painter.setFont(theme.font("label", pixels=13.5))
        painter.setPen(self.scheme.color("text2"))
        for number, line in enumerate(show.lines):
            painter.drawText(QRectF(area.left(), area.top() + 50 + 20 * number, area.width(), 20), LEFT, line)


def sum_of(told: Scene, *, lit: bool) -> SumShow:
    """The sum of a moment, as far as it has come."""
    if isinstance(told.trace, PoolingTrace):
        return pooling_sum(told.trace, told.moment, told.stage.scales, lit=lit)
    return convolution_sum(told.trace, told.moment, told.stage.scales, lit=lit)
