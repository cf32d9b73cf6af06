"""What a moment of a film looks like on a sheet: input, operation, output, and the sum below them.

A sheet is 960 x 540 units, whatever the size of the picture made of it. Only painters are used, so
that it can be painted without a window, on any thread, and on vector devices as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPainterPath, QPen

from convviz.core.explain.trace import PoolingTrace
from convviz.core.film.moments import Detail, Film
from convviz.core.stages.pipeline import Result
from convviz.film import scene as step_scene
from convviz.film import texts
from convviz.film.scene import Pins, Scene, Stage
from convviz.views.base import theme
from convviz.views.base.numbers import TIMES
from convviz.views.base.scale import unscaled
from convviz.views.base.texts import say
from convviz.views.base.theme import Tokens
from convviz.views.explain.why.content import grid_title
from convviz.views.picture.paint_highlights import paint_highlights
from convviz.views.picture.scene import Content
from convviz.views.picture.scene import Scene as Picture
from convviz.views.picture.viewport import Viewport
from convviz.views.step.grid.film_layers import clip_to_landed, paint_filled, paint_film_rulers, paint_ground
from convviz.views.step.operation.card import LIT, part_names
from convviz.views.step.operation.small_grid import (
    OperationShow,
    SmallGrid,
    convolution_show,
    paint_grid,
    pooling_show,
)
from convviz.views.step.sum.paint_sum import height_needed, paint_staircase, paint_terms
from convviz.views.step.sum.show import SumShow, convolution_sum, pooling_sum

PARTS, TITLE, SIGN, BETWEEN = 26.0, 20.0, 24.0, 8.0
LARGEST = 44.0
CENTRE = Qt.AlignmentFlag.AlignCenter
ARROW = "\u2192"


def paint_operation(painter: QPainter, area: QRectF, scene: Scene, detail: Detail, scheme: Tokens) -> None:
    """The parts of the step, and under them the grids of the moment, a row a channel."""
    kind = "convolution"
    if isinstance(scene.trace, PoolingTrace):
        kind = "max" if scene.trace.kind == "max" else "mean"
        show = pooling_show(scene.trace, scene.moment, detail, scene.stage.scales)
    else:
        show = convolution_show(scene.trace, scene.moment, detail, scene.stage.scales)
    _paint_parts(painter, QRectF(area.topLeft(), area.size()), kind, LIT[scene.moment.part], scheme)
    rest = area.adjusted(0, PARTS + 6, 0, 0)
    _paint_rows(painter, rest, show, scheme)


def _paint_parts(painter: QPainter, area: QRectF, kind: str, lit: int, scheme: Tokens) -> None:
    names = part_names(kind)
    width = area.width() / len(names)
    for index, name in enumerate(names):
        stroke = QRectF(area.left() + index * width, area.top(), width - 4, 4)
        colour = scheme.color("line" if index > lit else "accent")
        if index < lit:
            colour.setAlphaF(0.45)
        painter.fillRect(stroke, colour)
        painter.setFont(theme.font("title" if index == lit else "label", pixels=12.5))
        painter.setPen(scheme.color("accent" if index == lit else "text2"))
        place = QRectF(stroke.left(), stroke.bottom() + 2, stroke.width(), 18)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _paint_rows(painter: QPainter, area: QRectF, show: OperationShow, scheme: Tokens) -> None:
    first = show.rows[0]
    signs = [f"{ARROW}"] if show.word else [TIMES, "="]
    sums = 64.0 if len(show.rows) > 1 else 0.0
    columns = sum(grid.columns for grid in first)
    tallest = max(grid.rows for grid in first)
    room = area.width() - SIGN * len(signs) - sums
    high = (area.height() - TITLE - BETWEEN * (len(show.rows) - 1)) / (tallest * len(show.rows))
    cell = min(room / columns, high, LARGEST)
    cell = float(int(cell)) if cell >= 4 else cell
    height = tallest * cell * len(show.rows) + BETWEEN * (len(show.rows) - 1)
    left = area.left() + (area.width() - cell * columns - SIGN * len(signs) - sums) / 2
    top = area.top() + TITLE + max(0.0, (area.height() - TITLE - height) / 3)
    for number, row in enumerate(show.rows):
        titles = show.titles if number == 0 else ()
        right = _paint_row(painter, left, top, cell, row, signs, titles, scheme)
        if sums:
            _paint_sum(painter, QRectF(right + 4, top, sums, tallest * cell), show, number, scheme)
        top += tallest * cell + BETWEEN
    if show.total:
        painter.setFont(theme.font("result"))
        painter.setPen(scheme.color("text1"))
        place = QRectF(area.left(), top, area.width(), TITLE)
        painter.drawText(place, CENTRE, f"{_joined(show.sums)} = {show.total}")


def _paint_row(painter: QPainter, left: float, top: float, cell: float, row: list[SmallGrid],
               signs: list[str], titles: tuple[str, ...], scheme: Tokens) -> float:  # fmt: skip
    """The grids of one channel and the signs between them; where the last one ends."""
    tallest = max(grid.rows for grid in row)
    for index, grid in enumerate(row):
        y = round(top + (tallest - grid.rows) * cell / 2)
        place = QRectF(round(left), y, grid.columns * cell, grid.rows * cell)
        paint_grid(painter, place, grid, scheme, QFont())
        if index < len(titles):
            painter.setFont(theme.font("caption"))
            painter.setPen(scheme.color("win" if index == 0 else "text2"))
            name = QRectF(place.left() - 20, place.top() - TITLE - 2, place.width() + 40, TITLE)
            painter.drawText(name, CENTRE, grid_title(titles[index]))
        left = place.right()
        if index < len(signs):
            painter.setFont(theme.font("body", pixels=16))
            painter.setPen(scheme.color("text2"))
            painter.drawText(QRectF(left, top, SIGN, tallest * cell), CENTRE, signs[index])
            left += SIGN
    return left


def _paint_sum(painter: QPainter, place: QRectF, show: OperationShow, number: int, scheme: Tokens) -> None:
    text = show.sums[number] if number < len(show.sums) else ""
    painter.setFont(theme.font("strong"))
    painter.setPen(scheme.color("text1"))
    if text:
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"= {text}")


def _joined(sums: list[str]) -> str:
    return " + ".join(f"({s})" if not s[:1].isdigit() else s for s in sums)


SHEET = QSizeF(960, 540)
GAP, HEADER, PAD = 12.0, 30.0, 10.0
INPUT = QRectF(GAP, 40, 304, 320)
OPERATION = QRectF(INPUT.right() + GAP, 40, 304, 320)
OUTPUT = QRectF(OPERATION.right() + GAP, 40, 304, 320)
GRID = QRectF(0, 0, INPUT.width() - 2, INPUT.height() - HEADER - 2)
HEAD = QRectF(GAP + 2, 6, SHEET.width() - 2 * GAP - 4, 28)
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
        self.view.set_size(GRID.size())
        self.view.set_content(step_scene.ground(self.stages, whole=self.whole))

    def in_scheme(self, scheme: Tokens) -> Sheet:
        """The same film in other colours; for a thread of its own, too."""
        return replace(self, scheme=scheme, view=Viewport())

    def scene(self, index: int) -> Scene:
        """What moment ``index`` of the film shows."""
        moment = self.film.moment(index)
        return step_scene.scene(self.result, self.stages, moment, self.pins, self.channel)

    def paint(self, painter: QPainter, index: int) -> None:
        """Paint moment ``index`` of the film onto 960 x 540 units."""
        scene = self.scene(index)
        self.paint_ground(painter, scene.stage)
        self.paint_landed(painter, scene)
        self.paint_cell(painter, scene)
        self.paint_arithmetic(painter, scene)

    # What stays the same as long as the film is in one act

    def paint_ground(self, painter: QPainter, stage: Stage) -> None:
        """Everything that an act begins with: the cards, the input, the output's empty cells."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, SHEET.width(), SHEET.height()), self.scheme.color("window"))
        painter.setFont(theme.font("title", pixels=16))
        painter.setPen(self.scheme.color("text1"))
        painter.drawText(HEAD, LEFT, self.title)
        read, made = texts.grid_captions(self.result, stage, self.channel)
        for area, title, caption in ((INPUT, *read), (OUTPUT, *made)):
            self._paint_card(painter, area)
            self._paint_titles(painter, area, title, caption)
        with self._on(painter, INPUT, stage.input) as given:
            paint_ground(given, GRID)
            paint_filled(given)
        with self._on(painter, OUTPUT, stage.output) as output:
            paint_ground(output, GRID)
        self._paint_card(painter, OPERATION)  # over the hatching: an SVG does not clip it
        self._paint_titles(painter, OPERATION, say("Step", "Operation"), "")
        self._paint_card(painter, SUM, smooth=False)

    def paint_filled(self, painter: QPainter, stage: Stage) -> None:
        """All cells of the output with their values."""
        with self._on(painter, OUTPUT, stage.output) as output:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            paint_filled(output)

    # What changes from cell to cell, and from moment to moment

    def paint_landed(self, painter: QPainter, scene: Scene, filled: QImage | None = None) -> None:
        """The cells that have their value; from the picture of all ``filled`` ones where there is one."""
        with self._on(painter, OUTPUT, scene.stage.output) as output:
            if not clip_to_landed(output, scene.landed):
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            if filled is None:
                paint_filled(output)
            else:
                painter.resetTransform()
                painter.drawImage(0, 0, filled)

    def paint_cell(self, painter: QPainter, scene: Scene) -> None:
        """Where the film is: the step's number, rulers, frames."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("body", pixels=14))
        painter.setPen(self.scheme.color("text2"))
        painter.drawText(HEAD, RIGHT, texts.step_caption(scene.number + 1, scene.stage.act.cells))
        for panel, content, lit, marks in (
            (INPUT, scene.stage.input, scene.input_lit, scene.input_marks),
            (OUTPUT, scene.stage.output, scene.output_lit, scene.output_marks),
        ):
            with self._on(painter, panel, content) as grid:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
                paint_film_rulers(grid, lit)
                paint_highlights(grid, marks)

    def paint_arithmetic(self, painter: QPainter, scene: Scene) -> None:
        """The operation and its sum, as far as the moment has come."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = OPERATION.adjusted(PAD, HEADER + PAD, -PAD, -PAD)
        paint_operation(painter, area, scene, self.film.detail, self.scheme)
        self._paint_sum(painter, scene)

    @contextmanager
    def _on(self, painter: QPainter, panel: QRectF, content: Content) -> Iterator[Picture]:
        """The cells' part of a card; what is painted stays inside it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(panel.left() + 1, panel.top() + HEADER)
        painter.setClipRect(GRID)
        painter.setFont(QFont())
        try:
            yield Picture(painter, self.view, self.scheme, content)
        finally:
            painter.restore()

    def _paint_card(self, painter: QPainter, area: QRectF, *, smooth: bool = True) -> None:
        path = QPainterPath()
        path.addRoundedRect(area, theme.RADIUS_CARD, theme.RADIUS_CARD)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        painter.fillPath(path, self.scheme.color("card"))
        painter.strokePath(path, QPen(self.scheme.color("line"), 1))

    def _paint_titles(self, painter: QPainter, area: QRectF, title: str, caption: str) -> None:
        line = QRectF(area.left() + PAD, area.top(), area.width() - 2 * PAD, HEADER)
        painter.setFont(theme.font("title", pixels=14))
        painter.setPen(self.scheme.color("text1"))
        painter.drawText(line, LEFT, title)
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(title) + 8)
        painter.setFont(theme.font("caption", pixels=13))
        painter.setPen(self.scheme.color("text3"))
        painter.drawText(line, LEFT, caption)

    def _paint_sum(self, painter: QPainter, scene: Scene) -> None:
        show = sum_of(scene, lit=self.film.detail == "product")
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


def sum_of(scene: Scene, *, lit: bool) -> SumShow:
    """The sum of a moment, as far as it has come."""
    if isinstance(scene.trace, PoolingTrace):
        return pooling_sum(scene.trace, scene.moment, scene.stage.scales, lit=lit)
    return convolution_sum(scene.trace, scene.moment, scene.stage.scales, lit=lit)


class Frames:
    """The moments of a film as pictures of one size; what stays the same is painted once.

    The cards and cells of an act are kept, and so is where the film is in it: of most moments only
    the operation and the sum are painted. Every picture is what `Sheet.paint` makes.
    """

    def __init__(self, sheet: Sheet, width: int = 960) -> None:
        self.sheet = sheet
        self.size = QSize(width, height_for(width))
        self._whole = width % int(SHEET.width()) == 0  # else a clipped line may come half a pixel beside
        self._stage: Stage | None = None
        self._ground = self._filled = self._cell = QImage()
        self._place: tuple[int, bool, int] | None = None

    def image(self, index: int) -> QImage:
        """Moment ``index`` in ``width`` x `height_for` (width) pixels."""
        scene = self.sheet.scene(index)
        self._enter(scene.stage)
        place = (scene.number, scene.moment.landed, len(scene.input_marks))  # the last: the pool's winner
        if place != self._place:
            self._place, self._cell = place, self._at_cell(scene)
        return self._painted(self._cell, lambda painter: self.sheet.paint_arithmetic(painter, scene))

    def pixels(self, index: int) -> NDArray[np.uint8]:
        """The same as an array (height, width, 3) of bytes."""
        picture = self.image(index).convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
        return rows[:, : 3 * picture.width()].reshape(picture.height(), picture.width(), 3).copy()

    def _enter(self, stage: Stage) -> None:
        """Keep what an act begins with, and how it ends."""
        if stage is self._stage:
            return
        self._stage, self._place, sheet = stage, None, self.sheet
        blank = QImage(self.size, QImage.Format.Format_RGB32)
        self._ground = self._painted(blank, lambda painter: sheet.paint_ground(painter, stage))
        self._filled = self._painted(self._ground, lambda painter: sheet.paint_filled(painter, stage))

    def _at_cell(self, scene: Scene) -> QImage:
        def paint(painter: QPainter) -> None:
            self.sheet.paint_landed(painter, scene, self._filled if self._whole else None)
            self.sheet.paint_cell(painter, scene)

        return self._painted(self._ground, paint)

    def _painted(self, before: QImage, paint: Callable[[QPainter], None]) -> QImage:
        """A copy of ``before`` with more painted onto it, in units of the sheet."""
        picture = before.copy()
        with QPainter(picture) as painter:
            painter.scale(self.size.width() / SHEET.width(), self.size.height() / SHEET.height())
            with unscaled():
                paint(painter)
        return picture


def height_for(width: int) -> int:
    """The height of a picture of ``width`` pixels; always even, as video players want it."""
    return round(width * SHEET.height() / SHEET.width() / 2) * 2
