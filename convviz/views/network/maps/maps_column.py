"""One layer as a column: what it is and what it costs, and all its maps below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from convviz.core.base.spacing import filled
from convviz.views.base import theme
from convviz.views.base.icons import IconButton
from convviz.views.base.painted import Painted
from convviz.views.base.scale import px
from convviz.views.controls.pieces import ElidedLabel, Placed, role_label, scrolled
from convviz.views.network.maps.maps_view import MapsView
from convviz.views.network.maps.tiling import Place
from convviz.views.stages.stage_card import UprightTitle

MARGIN, HEADER, FOOT = 10, 76, 6
FOLDED = 34
SCROLL_BAR = 10


@dataclass(frozen=True)
class ColumnTexts:
    """The three lines over a layer's maps; the second and third may have shorter forms."""

    title: str
    shape: str = ""
    lines: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


class ColumnHeader(Placed, QWidget):
    """Title and shape, parameters, and what a value sees: three lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = ColumnTexts("")
        self._least: int | None = None
        self.title = role_label("title", self)
        self.shape = ElidedLabel("caption", self)
        self.lines = (ElidedLabel("caption", self), ElidedLabel("ruler", self))

    def set_texts(self, texts: ColumnTexts) -> None:
        """Write the three lines."""
        if texts == self._texts:
            return
        self._texts, self._least = texts, None
        self.title.setText(texts.title)
        self.shape.set_texts(texts.shape)
        for label, forms in zip(self.lines, texts.lines, strict=True):
            label.set_texts(*(forms or ("",)))
        self.arrange()

    def texts(self) -> ColumnTexts:
        """What is written."""
        return self._texts

    def least_width(self) -> int:
        """The width that no text needs to be cut at."""
        if self._least is None:
            bold, plain = (QFontMetrics(theme.font(role, self.font())) for role in ("title", "caption"))
            texts = self._texts
            first = bold.horizontalAdvance(texts.title) + plain.horizontalAdvance("  " + texts.shape) + 4
            rest = [plain.horizontalAdvance(forms[-1]) for forms in texts.lines if forms]
            self._least = max([first, *rest]) + 2
        return self._least

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._least = None

    def arrange(self) -> None:
        title = min(self.width(), self.title.sizeHint().width())
        self.title.setGeometry(0, 0, title, px(18))
        self.shape.setGeometry(title + px(8), 0, max(0, self.width() - title - px(8)), px(18))
        for at, label in enumerate(self.lines):
            label.setGeometry(0, px(18) * (at + 1), self.width(), px(17))


class Column(Placed, Painted):
    """A part of the network from top to bottom: a header, and a hairline at its left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = ColumnHeader(self)

    def arrange(self) -> None:
        self.header.setGeometry(px(MARGIN), px(9), max(0, self.width() - 2 * px(MARGIN)), px(HEADER) - px(14))

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        painter.setPen(QPen(scheme.color("line"), 1))
        painter.drawLine(QLineF(0.5, 0, 0.5, self.height()))


class MapsColumn(Column):
    """A `ColumnHeader` over a `MapsView`; folded it is a narrow strip that one click opens.

    Requests: ``unfold_wanted(layer)`` and ``fold_wanted(layer)``.
    """

    pointed, chosen = Signal(int, object), Signal(int, object)
    opened = Signal(int, object)
    unfold_wanted, fold_wanted = Signal(int), Signal(int)

    def __init__(self, layer: int, shape: tuple[int, int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layer, self.shape = layer, shape
        self._folded = False
        self.view = MapsView()
        self.area = scrolled(self.view, self)
        self.upright = UprightTitle(self)
        self.upright.hide()
        self.fold = IconButton("close", self, size=14, side=24)
        self.fold.hide()
        self.fold.clicked.connect(self._on_fold)
        self.view.pointed.connect(self._on_pointed)
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(self._on_opened)

    def set_texts(self, texts: ColumnTexts) -> None:
        """Write the header; the strip carries the title."""
        self.header.set_texts(texts)
        tip = filled(self.tr("Show the maps of {layer}"), layer=texts.title)
        if tip != self.upright.toolTip():
            self.upright.set_text(texts.title, tip)
            self.fold.set_help(filled(self.tr("Fold the maps of {layer} away"), layer=texts.title))
        name = f"{texts.title} {texts.shape}".strip()
        if name != self.view.accessibleName():
            self.view.setAccessibleName(name)

    def least_width(self) -> int:
        """How wide the column must be for its header."""
        return self.header.least_width() + 2 * px(MARGIN)

    def is_folded(self) -> bool:
        """Whether only a strip is shown."""
        return self._folded

    def set_folded(self, folded: bool, *, may_fold: bool = False) -> None:
        """Show only a strip, or all; ``may_fold`` offers to fold what a person has opened."""
        self._folded = folded
        self.fold.setVisible(may_fold and not folded)
        self.header.setVisible(not folded)
        self.area.setVisible(not folded)
        self.upright.setVisible(folded)
        self.arrange()

    def arrange(self) -> None:
        super().arrange()
        width, height = self.width(), self.height()
        self.upright.setGeometry(0, 8, width, max(0, height - 16))
        self.fold.move(width - self.fold.width() - 4, 5)
        self.area.setGeometry(
            px(MARGIN) - 1, px(HEADER), max(0, width - px(MARGIN)), max(0, height - px(HEADER) - 2)
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._folded and event.button() == Qt.MouseButton.LeftButton:
            self.unfold_wanted.emit(self.layer)
        super().mousePressEvent(event)

    def _on_fold(self) -> None:
        self.fold_wanted.emit(self.layer)

    def _on_pointed(self, place: Place | None) -> None:
        self.pointed.emit(self.layer, place)

    def _on_chosen(self, place: Place) -> None:
        self.chosen.emit(self.layer, place)

    def _on_opened(self, place: Place) -> None:
        self.opened.emit(self.layer, place)
