"""The steps of the preparation as small pictures, each with its name and size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.numbers import TIMES
from convviz.views.base.painted import ENTER_OR_SPACE, LEFT, PaintedParts
from convviz.views.base.scale import px

THUMB, GAP, TEXT = 36, 3, 8
SMALLEST, SMALLEST_NAMED, TWO_LINES = 16, 24, 30


@dataclass(frozen=True, eq=False)
class StepShow:
    """One step: its key, name, picture (0 black to 1 white), what its tooltip says, and its true size."""

    key: str
    name: str
    picture: NDArray[Any]
    tip: str = ""
    size: tuple[int, ...] = ()

    def size_text(self) -> str:
        """Rows and columns, as they are, of a picture that is perhaps shown smaller."""
        rows, columns = self.size[:2] or self.picture.shape[:2]
        return f"{rows}{TIMES}{columns}"

    def explanation(self) -> str:
        """Name, size and sentence: where there is no room beside the picture, its tooltip has all."""
        return f"{self.name} {self.size_text()}\n{self.tip}"


class StepsView(PaintedParts[int]):
    """Lists `StepShow`s in a column, or as a grid without names where there are many.

    ``chosen(key)`` follows a click or Enter; the arrow keys move.
    """

    chosen = Signal(str)
    choosing_keys = ENTER_OR_SPACE

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[StepShow] = []
        self._focus = 0
        self.setMouseTracking(False)  # pictures have tooltips, but do not light up
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    def set_steps(self, steps: Sequence[StepShow]) -> None:
        """Show these steps."""
        self._steps = list(steps)
        self._focus = min(self._focus, max(0, len(steps) - 1))
        self.update()

    def steps(self) -> list[StepShow]:
        """What is shown."""
        return list(self._steps)

    def sizeHint(self) -> QSize:
        return QSize(px(THUMB) + px(TEXT) + px(50), 3 * (px(THUMB) + px(GAP)) - px(GAP))

    def is_grid(self) -> bool:
        """Whether there are too many for a column with names, or no room for these."""
        metrics = QFontMetrics(theme.font("ruler", self.font()))
        widest = max((metrics.horizontalAdvance(step.name) for step in self._steps), default=0)
        side = self._side(grid=False)
        return side < px(SMALLEST_NAMED) or widest > self.width() - side - px(TEXT)

    def _side(self, grid: bool) -> int:
        """How large the pictures are, so that all of them are seen."""
        if not grid:
            return min(px(THUMB), (self.height() + px(GAP)) // max(1, len(self._steps)) - px(GAP))
        sides = range(px(THUMB), px(SMALLEST), -1)
        return next((side for side in sides if self._fits(side)), px(SMALLEST))

    def _fits(self, side: int) -> bool:
        down = -(-len(self._steps) // self._across(side))
        return down * (side + px(GAP)) - px(GAP) <= self.height()

    def _across(self, side: int) -> int:
        return max(1, (self.width() + px(GAP)) // (side + px(GAP)))

    def rect_of(self, index: int) -> QRectF:
        """Where a step's picture lies."""
        return self._rect(index, self.is_grid())

    def _rect(self, index: int, grid: bool) -> QRectF:
        side = self._side(grid)
        row, column = divmod(index, self._across(side) if grid else 1)
        return QRectF(column * (side + px(GAP)), row * (side + px(GAP)), side, side)

    def part_at(self, place: QPointF) -> int | None:
        grid = self.is_grid()
        for index in range(len(self._steps)):
            area = self._rect(index, grid)
            if not grid:
                area.setRight(self.width())
            if area.contains(place):
                return index
        return None

    def tip(self, part: int) -> str:
        return self._steps[part].explanation()

    def keyed_part(self) -> int | None:
        return self._focus if self._steps else None

    def step(self, down: int, right: int) -> bool:
        if self._steps:
            self._focus = min(max(self._focus + down + right, 0), len(self._steps) - 1)
            self.update()
            self.speak(self._focus)
        return bool(self._steps)

    def choose(self, part: int) -> None:
        self._focus = part
        self.chosen.emit(self._steps[part].key)

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        grid = self.is_grid()
        for index, step in enumerate(self._steps):
            area = self._rect(index, grid)
            painter.fillRect(area, scheme.color("sunken"))
            picture = image(words(step.picture, ColourScale("grey", 0.0, 1.0), scheme))
            side = round(area.width())
            size = picture.size().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(area.center())
            shrinks = max(picture.width(), picture.height()) > side
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shrinks)
            painter.drawImage(target, picture)
            focused = self.hasFocus() and index == self._focus
            painter.setPen(scheme.color("accent" if focused else "line"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
            if not grid:
                self._paint_names(painter, area, step)

    def _paint_names(self, painter: QPainter, area: QRectF, step: StepShow) -> None:
        self.write_in(painter, "ruler", "text2")
        left = QRectF(
            area.right() + px(TEXT), area.top(), self.width() - area.right() - px(TEXT), area.height()
        )
        size = f"\n{step.size_text()}" if area.height() >= px(TWO_LINES) else ""
        painter.drawText(left, LEFT, step.name + size)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Steps of the preparation"))
