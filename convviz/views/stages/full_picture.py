"""A stage as pixels for a file: its numbers as on the screen, or, where they are too many, every value."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPixmap

from convviz.core.colours.scales import ColourScale, picture
from convviz.views.picture.viewport import GRID_CELL
from convviz.views.stages.stage_card import StageCard


def export_pixels(card: StageCard, cell: float, scale: ColourScale | None = None) -> NDArray[np.uint8]:
    """What a stage's card shows, as bytes (H, W, 3).

    ``cell`` is how many points a cell measures on the screen. A grid of numbers is taken as it
    stands, rulers and theme included, but without highlights. A picture gets one pixel for every
    value, however small it is shown, and the colours of the light theme, whatever the screen's:
    those that `convviz render` writes too. ``scale`` stands in for that of the screen, which stays
    as it is while a large picture is edited.
    """
    content = card.picture.content()
    if content is None or cell >= GRID_CELL:
        return screen_pixels(card.snapshot())
    return picture(content.to_colour(content.values), scale or content.scale)


def screen_pixels(pixmap: QPixmap) -> NDArray[np.uint8]:
    """The pixels of a pixmap as bytes (H, W, 3)."""
    return image_pixels(pixmap.toImage())


def image_pixels(picture: QImage) -> NDArray[np.uint8]:
    """The pixels of an image as bytes (H, W, 3)."""
    image = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()
