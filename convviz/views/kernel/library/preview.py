"""Small pictures of kernels: their weights, and what they make of the picture at hand."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen

from convviz.core.colours.stages import convolution_scale
from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import Settings
from convviz.core.stages.pipeline import run
from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, colour_of, image, words

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
    side = min(place.width(), place.height()) - 10
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
