"""What is in a drop or in the clipboard: the path of a file, or a picture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

_PICTURE_BYTES = ("image/png", "image/tiff", "image/jpeg", "image/webp", "image/bmp")
_NO_COMPRESSION = 100  # what Qt calls the quality of a PNG; the bytes live for a moment only


@dataclass(frozen=True)
class Offer:
    """Either the path of a file or the bytes of a picture file."""

    path: Path | None = None
    data: bytes = b""


def acceptable(mime: QMimeData) -> bool:
    """Whether it may hold something to open; asked many times while something is dragged along."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def offer_in(mime: QMimeData) -> Offer | None:
    """What to open of a drop or the clipboard; None if there is nothing that can be."""
    for url in mime.urls():
        if url.isLocalFile():
            return Offer(path=Path(url.toLocalFile()))
    for kind in _PICTURE_BYTES:
        if mime.hasFormat(kind):
            return Offer(data=bytes(mime.data(kind).data()))
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Offer(data=_png(image))
    return _path_in(mime.text()) if mime.hasText() else None


def _path_in(text: str) -> Offer | None:
    """A path copied as text, if there is such a file."""
    line = text.strip().strip("\"'")
    if not line or "\n" in line or len(line) > 4096:
        return None
    try:
        path = Path(line).expanduser()
        return Offer(path=path) if path.is_absolute() and path.is_file() else None
    except (OSError, ValueError, RuntimeError):  # the last one: ~ and an unknown user's name
        return None


def _png(image: QImage) -> bytes:
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", _NO_COMPRESSION)  # type: ignore[call-overload]
    buffer.close()
    return bytes(store.data())
