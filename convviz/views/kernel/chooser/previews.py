"""Kernels as small pictures: their weights, what they make of the picture, and a row of five favourites."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from convviz.core.colours.stages import convolution_scale
from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.kernel_library import library
from convviz.core.sizes.settings import Settings
from convviz.core.stages.pipeline import run
from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.colours import ColourScale, colour_of, image, words
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.kernel.chooser.kernel_texts import kernel_text

WIDEST, HIGHEST, SAMPLES = 96, 64, 4
TINY = 32  # up to this side a thumbnail says nothing, so the weights are drawn
LUMA = np.array([0.299, 0.587, 0.114])


@dataclass(frozen=True, eq=False)
class PreviewPicture:
    """A thumbnail in grey, (H, W), with the values that black and white stand for."""

    pixels: NDArray[np.float32]
    low: float
    high: float

    @classmethod
    def of(cls, picture: NDArray[Any], low: float, high: float) -> PreviewPicture:
        """A thumbnail of any picture, (H, W) or (H, W, 3), at most 96 x 64.

        Each of its pixels is the mean of up to four by four pixels spread over the block it stands
        for: smooth enough to be recognised, and quick for photos of any size.
        """
        step = max(1, math.ceil(picture.shape[1] / WIDEST), math.ceil(picture.shape[0] / HIGHEST))
        spread = max(1, step // SAMPLES)
        part = picture[::spread, ::spread]
        grey = np.asarray(part[..., :3] @ LUMA if part.ndim == 3 else part, dtype=np.float32)
        tall, wide = (min(step // spread, side) for side in grey.shape)
        rows, columns = grey.shape[0] // tall, grey.shape[1] // wide
        blocks = grey[: rows * tall, : columns * wide].reshape(rows, tall, columns, wide)
        return cls(np.ascontiguousarray(blocks.mean(axis=(1, 3), dtype=np.float32)), low, high)


def result_image(picture: PreviewPicture, kernel: Kernel, scheme: theme.Tokens) -> QImage:
    """What the first plane of ``kernel`` makes of the thumbnail, in the colours that the Lab gives it."""
    plane = Kernel(kernel.plane(0), kernel.divisor)
    thumbnail = Image(picture.pixels, picture.low, picture.high)
    result = run(thumbnail, Settings(plane, padding="same", fill="edge"))
    return image(words(result.convolution, convolution_scale(result), scheme))


def paint_picture(painter: QPainter, picture: QImage, place: QRect, scheme: theme.Tokens) -> None:
    """Fill a rounded frame with the middle of a picture."""
    scaled = QSizeF(picture.size()).scaled(
        QSizeF(place.size()), Qt.AspectRatioMode.KeepAspectRatioByExpanding
    )
    target = QRectF(0, 0, scaled.width(), scaled.height())
    target.moveCenter(QRectF(place).center())
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    path.addRoundedRect(QRectF(place), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
    painter.setClipPath(path)
    painter.drawImage(target, picture)
    painter.restore()
    _outline(painter, place, scheme)


def paint_weights_card(painter: QPainter, kernel: Kernel, place: QRect, scheme: theme.Tokens) -> None:
    """The weights in the middle of a rounded frame, for pictures too small to preview."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(scheme.color("panel"))
    painter.drawRoundedRect(QRectF(place), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
    painter.restore()
    side = min(place.width(), place.height()) - px(10)
    inner = QRect(0, 0, side, side)
    inner.moveCenter(place.center())
    paint_weights(painter, kernel, inner, scheme)
    _outline(painter, place, scheme)


def paint_weights(painter: QPainter, kernel: Kernel, place: QRect, scheme: theme.Tokens) -> None:
    """The weights as plain cells in their colours, as large as fits, in the middle of ``place``."""
    weights = kernel.plane(0)
    rows, columns = weights.shape
    scale = ColourScale.signed(float(np.abs(weights).max()) or 1.0)
    pitch = max(1.0, min(place.width() / columns, place.height() / rows))
    if pitch >= 2:
        pitch = math.floor(pitch)
    gap = 1 if pitch >= 5 else 0
    left = place.center().x() + 0.5 - pitch * columns / 2
    top = place.center().y() + 0.5 - pitch * rows / 2
    for (row, column), value in np.ndenumerate(weights):
        x, y = round(left + column * pitch), round(top + row * pitch)
        right, bottom = round(left + (column + 1) * pitch), round(top + (row + 1) * pitch)
        cell = QRect(x, y, max(1, right - x - gap), max(1, bottom - y - gap))
        painter.fillRect(cell, colour_of(float(value), scale, scheme))


def _outline(painter: QPainter, place: QRect, scheme: theme.Tokens) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(scheme.color("line"), 1))
    painter.drawRoundedRect(
        QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL
    )
    painter.restore()


PICTURE_KEYS = ("identity", "box", "sharpen", "sobel_vertical", "laplacian")
TINY_KEYS = ("diagonal", "anti_diagonal", "small_x", "edge_vertical", "sobel_vertical")
VARIANTS = {
    "sobel_horizontal": "sobel_vertical",
    "edge_horizontal": "edge_vertical",
    "laplacian8": "laplacian",
}
"""Kernels that take the place of their sibling while they are in use."""

HEIGHT, THUMBNAIL, LABEL = 72, 48, 16
SIDE = 2  # room for the frame


class FavouriteButton(QAbstractButton):
    """A thumbnail with a name; framed in the accent while its kernel is in use.

    ``outdated()``: it was painted with what was drawn before; `draw` brings it up to date.
    """

    outdated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = "identity"
        self._picture: PreviewPicture | None = None
        self._drawn: tuple[object, QImage] | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(HEIGHT))
        self.setMinimumWidth(px(44))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # the frame follows the mouse

    def show_kernel(self, key: str, current: bool, picture: PreviewPicture | None) -> None:
        """Stand for a kernel of the library, in use or not; without a picture its weights are drawn."""
        self.key = key
        self._picture = picture
        self.setChecked(current)
        texts = kernel_text(key)
        self.setText(texts.label)
        set_tip(self, f"{texts.name}\n{texts.sentence}")
        self.setAccessibleName(texts.name)
        self.update()

    def nextCheckState(self) -> None:
        """A click is a request; whether it is in use is said by `show_kernel`."""

    def sizeHint(self) -> QSize:
        return QSize(px(62), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = theme.tokens(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            place = QRect(SIDE, SIDE, self.width() - 2 * SIDE, px(THUMBNAIL))
            if self._picture is None:
                paint_weights_card(painter, library(self.key), place, scheme)
            else:
                paint_picture(painter, self._drawn[1] if self._drawn is not None else QImage(), place, scheme)
                if not self._is_up_to_date():
                    self.outdated.emit()
            if self.isChecked() or self.hasFocus() or self.underMouse():
                strong = self.isChecked() or self.hasFocus()
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(scheme.color("accent" if strong else "linestrong"), 2 if strong else 1))
                painter.drawRoundedRect(QRectF(place).adjusted(-1, -1, 1, 1), 5, 5)
            painter.setFont(
                theme.font("caption-strong" if self.isChecked() else "caption", self.font(), pixels=px(11.5))
            )
            painter.setPen(scheme.color("accent" if self.isChecked() else "text2"))
            label = QRect(0, self.height() - px(LABEL), self.width(), px(LABEL))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, self.text())

    def draw(self) -> bool:
        """Work out what the kernel makes of the picture; False where there is nothing to do."""
        if self._picture is None or self._is_up_to_date():
            return False
        result = result_image(self._picture, library(self.key), theme.tokens(self))
        self._drawn = (self._made_of(), result)
        self.update()
        return True

    def _is_up_to_date(self) -> bool:
        return self._drawn is not None and self._drawn[0] == self._made_of()

    def _made_of(self) -> tuple[object, ...]:
        return self.key, id(self._picture), theme.tokens(self).dark


class Favourites(Adaptive, QWidget):
    """The row of favourites under the kernel's tools.

    Their thumbnails are drawn one by one after everything else is on the screen.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: PreviewPicture | None = None
        self._current = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._draw_one)
        row = in_row(on=self, spacing=2)
        self.buttons = [FavouriteButton(self) for _ in PICTURE_KEYS]
        for button in self.buttons:
            row.addWidget(button, 1)
            button.clicked.connect(self._clicked)
            button.outdated.connect(self._later.start)
        self._show()

    def set_picture(self, picture: PreviewPicture | None) -> None:
        """Preview on this thumbnail; None, for tiny images, draws weights and offers the X's kernels."""
        self._picture = picture
        self._show()

    def set_current(self, key: str) -> None:
        """Frame the kernel called ``key``; none where it is no favourite."""
        if key != self._current:
            self._current = key
            self._show()

    def retranslate(self) -> None:
        self._show()

    def _show(self) -> None:
        for button, key in zip(self.buttons, PICTURE_KEYS if self._picture else TINY_KEYS, strict=True):
            shown = self._current if VARIANTS.get(self._current) == key else key
            button.show_kernel(shown, shown == self._current, self._picture)

    def _draw_one(self) -> None:
        if any(button.draw() for button in self.buttons):  # the first that is not up to date
            self._later.start()

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, FavouriteButton):
            self.chosen.emit(button.key)
