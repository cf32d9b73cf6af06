"""From a frame of Qt's to a picture of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

from convviz.core.images.image import Image

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

_GREY = ("Format_Y8", "Format_Y16")


def image_of(frame: QVideoFrame, name: str) -> Image | None:
    """The pixels of a frame as bytes, (rows, columns, 3), or (rows, columns) of a grey camera; upright.

    None for a frame without pixels, which players send at their end. Converted once, copied once: the
    frame's own memory goes back to whoever sent it.
    """
    picture = frame.toImage()
    if picture.isNull():
        return None
    grey = frame.pixelFormat().name in _GREY
    picture = picture.convertToFormat(
        QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888
    )
    rows, columns, planes = picture.height(), picture.width(), 1 if grey else 3
    lines = np.frombuffer(picture.constBits(), np.uint8).reshape(rows, picture.bytesPerLine())
    shape = (rows, columns) if grey else (rows, columns, planes)
    return Image(lines[:, : columns * planes].reshape(shape).copy(), name=name)
