"""Where does the network look? Three heat maps side by side, for a class that can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from convviz.core.base.spacing import filled
from convviz.views.base import theme
from convviz.views.base.boxes import STRETCH, in_column, in_row, items_of
from convviz.views.base.colours import ColourScale, image, words
from convviz.views.base.numbers import figure
from convviz.views.base.painted import Adaptive, Painted, PaintedParts, cell_at, cell_rect
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.controls.choices import Segmented
from convviz.views.controls.pieces import Placed, ShareBar, outlined_button, role_label
from convviz.views.network.maps.paint_maps import fitted, paint_frame

INK = 0.4
"""Pixels brighter than this lie inside of the outline."""

Pixel = tuple[int, int]


class HeatView(PaintedParts[Pixel]):
    """Shows amounts from 0 to ``top`` in the Amount colours, over them the digit's outline.

    ``pointed((row, column) or None)`` follows the mouse.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digit: NDArray[Any] = np.zeros((28, 28), np.float32)
        self._values: NDArray[Any] | None = None
        self._top, self._decimals = 1.0, 3
        self._picture: QImage | None = None
        self._outline: list[QLineF] = []
        self._mark: Pixel | None = None
        self._stale = False

    def set_digit(self, digit: NDArray[Any]) -> None:
        """Show a digit's outline, (rows, columns) from 0 black to 1 white."""
        self._digit = digit
        self._outline = outline(digit > INK)
        self._picture = None
        self.update()

    def set_values(self, values: NDArray[Any] | None, top: float = 1.0, decimals: int = 3) -> None:
        """Lay amounts over the digit, (rows, columns); None for the digit alone."""
        self._values, self._top, self._decimals = values, top, decimals
        self._picture, self._stale = None, False
        self.update()

    def values(self) -> NDArray[Any] | None:
        """The amounts that are shown."""
        return self._values

    def set_stale(self, stale: bool) -> None:
        """Draw the amounts pale: they belong to what was there before."""
        self._stale = stale
        self.update()

    def set_mark(self, pixel: Pixel | None) -> None:
        """Box a pixel."""
        if pixel != self._mark:
            self._mark = pixel
            self.update()

    def factor(self) -> float:
        """Screen pixels a value."""
        return self.area().width() / self._digit.shape[1]

    def area(self) -> QRectF:
        """Where the picture lies in the widget."""
        return fitted(self._digit.shape, self.width(), self.height())

    def part_at(self, place: QPointF) -> Pixel | None:
        return cell_at(self.area(), self._digit.shape, place)

    def sizeHint(self) -> QSize:
        return QSize(px(140), px(140))

    def tip(self, part: Pixel) -> str:
        if self._values is None:
            return ""
        value = figure(float(self._values[part]), self._decimals)
        return filled(self.tr("Pixel ({row}, {column}): {value}"), row=part[0], column=part[1], value=value)

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        area = self.area()
        if self._picture is None:
            self._picture = self._coloured(scheme)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.factor() < 1)
        if self._stale:
            painter.setOpacity(0.35)
        painter.drawImage(area, self._picture)
        painter.setOpacity(1.0)
        if self._values is not None:
            self._paint_outline(painter, scheme)
        painter.setPen(scheme.color("line"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        if self._mark is not None:
            frame = cell_rect(area, self._digit.shape, self._mark).adjusted(-2, -2, 2, 2)
            paint_frame(painter, frame.intersected(area), scheme, "win", 2.0)

    def _coloured(self, scheme: theme.Tokens) -> QImage:
        if self._values is None:
            return image(words(self._digit, ColourScale("grey", 0.0, 1.0), scheme))
        return image(words(self._values, ColourScale("amount", 0.0, self._top or 1.0), scheme))

    def _paint_outline(self, painter: QPainter, scheme: theme.Tokens) -> None:
        side = self.factor()
        lines = [QLineF(one.p1() * side, one.p2() * side) for one in self._outline]
        for name, width in (("halo", 3.0), ("ring", 1.25)):
            pen = QPen(scheme.color(name), width)
            pen.setCapStyle(Qt.PenCapStyle.SquareCap)
            painter.setPen(pen)
            painter.drawLines(lines)

    def restyle(self) -> None:
        self._picture = None


def outline(inside: NDArray[np.bool_]) -> list[QLineF]:
    """The lines between pixels inside and outside of a shape, in pixels.

    >>> sorted((line.x1(), line.y1(), line.x2(), line.y2()) for line in outline(np.array([[True]])))
    [(0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 1.0, 0.0), (0.0, 1.0, 1.0, 1.0), (1.0, 0.0, 1.0, 1.0)]
    """
    wide = np.pad(inside, 1)
    upright = np.argwhere(wide[1:-1, 1:] != wide[1:-1, :-1]).tolist()
    level = np.argwhere(wide[1:, 1:-1] != wide[:-1, 1:-1]).tolist()
    return [QLineF(x, y, x, y + 1) for y, x in upright] + [QLineF(x, y, x + 1, y) for y, x in level]


PATCHES = ("3", "5", "7")
CHOOSER, NARROW_CHOOSER, ROOMY = 150, 132, 1080

BETWEEN, GAP, LEAST = 12, 8, 56

BAR, FIGURES, MOST = 8, 14, 220
RAMP = np.linspace(0, 1, 256, dtype=np.float32)[None]


class LookPanel(Adaptive, QWidget):
    """Grad-CAM, gradient and occlusion, at their left the chooser of the class.

    Requests: ``class_chosen(index)``, -1 for the answer, whichever it is; ``layer_chosen(layer)``;
    ``patch_chosen(size)``; ``start_wanted()`` and ``cancel_wanted()`` for the occlusion. ``appeared()``
    when the panel comes to be seen. Setters are silent.
    """

    class_chosen, layer_chosen = Signal(int), Signal(int)
    patch_chosen = Signal(int)
    start_wanted, cancel_wanted = Signal(), Signal()
    appeared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cam, self.gradient, self.occlusion = (LookBlock(self) for _ in range(3))
        self.blocks = (self.cam, self.gradient, self.occlusion)
        self.layers = QComboBox(self)
        self.layers.setProperty("small", True)
        self.layers.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.patches = Segmented(PATCHES, self, small=True, width=26)
        self.patches.show_key("5")
        self.cam.controls.addWidget(self.layers)
        self.occlusion.controls.addWidget(self.patches)
        self._build_progress()
        blocks = [(block, 1) for block in self.blocks]
        in_row(self._build_chooser(), *blocks, on=self, margins=(0, 8, 0, 2), spacing=-1)
        for block in self.blocks:
            block.heat.pointed.connect(self._mark)
        self.layers.activated.connect(self._on_layer)
        self.patches.chosen.connect(self._on_patch)
        self.classes.activated.connect(self._on_class)
        self.start.clicked.connect(self._on_start)
        self.setMinimumHeight(px(124))
        self.retranslate()

    def _build_progress(self) -> None:
        self.progress, self.start = ShareBar(self), outlined_button(self)
        self.occlusion.column.insertLayout(2, in_row((self.progress, 1), self.start))
        self.set_progress(None)

    def _build_chooser(self) -> QVBoxLayout:
        self.label, self.note = role_label("label", self), role_label("caption", self, wraps=True)
        self.classes = QComboBox(self)
        self.classes.setFixedWidth(px(CHOOSER))
        self.note.setFixedWidth(px(CHOOSER))
        return in_column(self.label, self.classes, self.note, STRETCH)

    def set_classes(self, names: Sequence[str], answer: str, chosen: int) -> None:
        """Offer the classes, before them "the answer"; ``chosen`` is -1 for that one."""
        first = filled(self.tr("the answer: {name}"), name=answer) if answer else self.tr("the answer")
        texts = [first, *names]
        if [self.classes.itemText(at) for at in range(self.classes.count())] != texts:
            self.classes.clear()
            self.classes.addItems(texts)
        self.classes.setCurrentIndex(chosen + 1)

    def set_layers(self, layers: Sequence[tuple[int, str]], chosen: int) -> None:
        """Offer the layers that Grad-CAM can look at, as (layer, name)."""
        offered = range(self.layers.count())
        if [(self.layers.itemData(at), self.layers.itemText(at)) for at in offered] != list(layers):
            self.layers.clear()
            for layer, name in layers:
                self.layers.addItem(name, layer)
        self.layers.setCurrentIndex(self.layers.findData(chosen))
        self.layers.setVisible(bool(layers))
        self._arrange()

    def set_progress(self, share: float | None) -> None:
        """How much of the occlusion is done, 0 to 1; None while nothing runs."""
        self.progress.set_share(share)
        if share is not None:
            self.start.show()
        self.start.setText(self.tr("Start") if share is None else self.tr("Cancel"))

    def offer_start(self, offered: bool) -> None:
        """Show the button that starts the occlusion: it does not start by itself."""
        self.start.setVisible(offered)

    def running(self) -> bool:
        """Whether the occlusion is being computed."""
        return not self.progress.isHidden()

    def _mark(self, pixel: object) -> None:
        for block in self.blocks:
            block.heat.set_mark(pixel)  # type: ignore[arg-type]

    def _on_layer(self, index: int) -> None:
        self.layer_chosen.emit(self.layers.itemData(index))

    def _on_patch(self, key: str) -> None:
        self.patch_chosen.emit(int(key))

    def _on_class(self, index: int) -> None:
        self.class_chosen.emit(index - 1)

    def _on_start(self) -> None:
        if self.running():
            self.cancel_wanted.emit()
        else:
            self.start_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        layout, roomy = self.layout(), self.width() >= px(ROOMY)
        if layout is not None:
            layout.setSpacing(px(20) if roomy else px(10))
            for widget in (self.classes, self.note):
                widget.setFixedWidth(px(CHOOSER) if roomy else px(NARROW_CHOOSER))
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Make all pictures equally large."""
        widest = max(block.words_width() for block in self.blocks)
        for block in self.blocks:
            block.set_words_width(widest)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit()

    def retranslate(self) -> None:
        self.label.setText(self.tr("What speaks for"))
        self.classes.setAccessibleName(self.tr("What speaks for"))
        self.note.setText(self.tr("Three answers to one question, none of them the whole truth."))
        self.layers.setAccessibleName(self.tr("Layer that Grad-CAM looks at"))
        set_tip(self.layers, self.layers.accessibleName())
        self.cam.title.setText(self.tr("Grad-CAM"))
        self.gradient.title.setText(self.tr("Gradient"))
        self.occlusion.title.setText(self.tr("Occlusion"))
        for block in self.blocks:
            block.heat.setAccessibleName(block.title.text())
        self.patches.setAccessibleName(self.tr("Side of the patch in pixels"))
        self.patches.set_texts(PATCHES, [self.patches.accessibleName()] * len(PATCHES))
        self.start.setText(self.tr("Cancel") if self.running() else self.tr("Start"))
        self._arrange()


class LookBlock(Placed, QWidget):
    """A `HeatView` at the left, title, sentence, controls and colour bar at its right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat = HeatView(self)
        self.beside = QWidget(self)
        self.title = role_label("title", self.beside)
        self.sentence = role_label("caption", self.beside, wraps=True)
        self.bar = AmountBar(self.beside)
        self.controls = in_row(spacing=6)
        head = in_row(self.title, STRETCH, self.controls, spacing=GAP)
        head.addStrut(px(theme.HEADER_CONTROL))
        self.column = in_column(head, self.sentence, self.bar, STRETCH, on=self.beside)
        self._words = 0

    def words_width(self) -> int:
        """How wide title and controls are together."""
        width = self.title.sizeHint().width()
        for item in items_of(self.controls):
            control = item.widget()
            if control is not None and not control.isHidden():
                width += px(GAP) + control.sizeHint().width()
        return width

    def set_words_width(self, width: int) -> None:
        """How much room is left beside the picture in any case."""
        self._words = width
        self.arrange()

    def set_sentence(self, text: str) -> None:
        """Say in one line what is seen, or why nothing is."""
        self.sentence.setText(text)
        self.heat.setAccessibleDescription(text)

    def arrange(self) -> None:
        """Place the picture, as large as the height and half of the width allow, and what is beside it.

        Titles and controls are never cut; in a small window the picture makes room for them.
        """
        room = self.width() - px(BETWEEN) - self._words
        side = max(px(LEAST), min(self.height(), self.width() // 2, room))
        self.heat.setGeometry(0, 0, side, side)
        left = round(self.heat.area().width()) + px(BETWEEN)
        self.beside.setGeometry(left, 0, max(0, self.width() - left), self.height())


class AmountBar(Painted):
    """A bar with a figure at each end; both are texts, since only the owner knows the unit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_ends(self, low: str, high: str) -> None:
        """Write what the two ends stand for; empty for no bar at all."""
        self._ends = (low, high)
        self.setAccessibleName(filled(self.tr("Colours from {low} to {high}"), low=low, high=high))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(BAR) + px(FIGURES) + 2)

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        low, high = self._ends
        if not high:
            return
        area = QRectF(0, 0, min(px(MOST), self.width()), px(BAR))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, image(words(RAMP, ColourScale("amount", 0, 1), scheme)))
        painter.setPen(scheme.color("line"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        self.write_in(painter, "ruler", "text3")
        figures = QRectF(0, px(BAR) + 2, area.width(), px(FIGURES))
        painter.drawText(figures, int(Qt.AlignmentFlag.AlignLeft), low)
        painter.drawText(figures, int(Qt.AlignmentFlag.AlignRight), high)
