"""A stage as pixels for a file: its numbers as on the screen, or, where they are too many, every value."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPixmap

from convviz.views import theme
from convviz.views.colours import words
from convviz.views.picture.viewport import GRID_CELL
from convviz.views.stage_card import StageCard

_BLOCK = 1 << 22  # values coloured at a time


def export_pixels(card: StageCard, scale: float) -> NDArray[np.uint8]:
    """What a stage's card shows, as bytes (H, W, 3).

    ``scale`` is how many points a cell measures on the screen. A grid of numbers is taken as it
    stands, rulers included, but without highlights. A picture gets one pixel for every value, in
    the colours of the screen, however small it is shown there.
    """
    content = card.picture.content()
    if content is None or scale >= GRID_CELL:
        return screen_pixels(card.snapshot())
    values: Any = content.values
    rows, columns = values.shape[:2]
    result = np.empty((rows, columns, 3), dtype=np.uint8)
    step = max(1, _BLOCK // columns)
    for top in range(0, rows, step):
        band = content.to_colour(np.asarray(values[top : top + step]))
        colours = words(band, content.scale, theme.tokens(card))
        for channel, shift in enumerate((16, 8, 0)):
            result[top : top + step, :, channel] = colours >> shift & 255
    return result


def screen_pixels(pixmap: QPixmap) -> NDArray[np.uint8]:
    """The pixels of a pixmap as bytes (H, W, 3)."""
    return image_pixels(pixmap.toImage())


def image_pixels(picture: QImage) -> NDArray[np.uint8]:
    """The pixels of an image as bytes (H, W, 3)."""
    image = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()
