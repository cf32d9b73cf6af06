"""The card around a film's grid, the viewport of input and output, and the result that flies to its cell."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.colours import ink_on
from convviz.views.base.icons import IconButton
from convviz.views.base.painted import Painted
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.base.texts import listed
from convviz.views.controls.pieces import ElidedLabel, StepCard
from convviz.views.picture.viewport import RULER, WHOLE_GRID_CELL, Viewport
from convviz.views.step.grid.film_grid import FilmGrid

MARGIN = 6.0
LEAST_CELL = 7.0
"""Cells smaller than this have no rulers, and need no room for them."""


class FilmViewport(Viewport):
    """Like the Lab's, but number grids begin at smaller cells: figures give way, rulers stay."""

    def _fit_scale(self) -> float:
        width, height = self.content.width(), self.content.height()
        room = (self.size.width() - px(RULER) - px(MARGIN), self.size.height() - px(RULER) - px(MARGIN))
        cell = min(room[0] / width, room[1] / height)
        return float(min(int(cell), px(WHOLE_GRID_CELL))) if cell >= LEAST_CELL else super()._fit_scale()

    @property
    def is_ruled(self) -> bool:
        return self.scale >= LEAST_CELL


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
        in_row((self.region_text, 1), self.region_button, on=self.footer, margins=(12, 4, 8, 4))
        self.column.addWidget(self.footer)
        self.footer.hide()
        self.retranslate()

    def set_title(self, title: str, caption: str) -> None:
        """What the grid shows."""
        self.title.setText(title)
        self.set_caption(caption)
        self.grid.setAccessibleName(listed((title, caption)))

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
        set_tip(self.region_button, self.tr("Choose the part of the picture that is filmed"))


SIDE, PADDING = 30.0, 7.0


class Flight(Painted):
    """An opaque little box over the cards, which takes no clicks; ``landed()`` follows each flight."""

    landed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._text = ""
        self._colour = QColor()
        self._from, self._to = QPointF(), QPointF()
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._on_moved)
        self._animation.finished.connect(self._on_finished)

    @property
    def flying(self) -> bool:
        """Whether a result is on its way."""
        return self._animation.state() == QVariantAnimation.State.Running

    def fly(self, text: str, colour: QColor, start: QPointF, end: QPointF, milliseconds: int) -> None:
        """Send ``text`` on ``colour`` from one place of the parent to another."""
        self.stop()
        self._text, self._colour, self._from, self._to = text, colour, start, end
        width = QFontMetricsF(theme.font("strong", self.font())).horizontalAdvance(text) + 2 * px(PADDING)
        self.resize(round(max(px(SIDE), width)), round(px(SIDE)))
        self._on_moved(0.0)
        self.raise_()
        self.show()
        self._animation.setDuration(milliseconds)
        self._animation.start()

    def stop(self) -> None:
        """Be gone at once; nothing lands."""
        self._animation.stop()
        self.hide()

    def _on_moved(self, share: float) -> None:
        place = self._from + (self._to - self._from) * float(share)
        self.move(round(place.x() - self.width() / 2), round(place.y() - self.height() / 2))

    def _on_finished(self) -> None:
        self.hide()
        self.landed.emit()

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.fillRect(box, self._colour)
        painter.setPen(QPen(scheme.color("out"), 3))
        painter.drawRect(box)
        painter.setPen(ink_on(self._colour))
        painter.setFont(theme.font("strong", self.font()))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._text)
