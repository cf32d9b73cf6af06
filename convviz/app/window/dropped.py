"""What is in a drop or in the clipboard: the path of a file, a picture, or a table of numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from convviz.core.images.formats.quiet import quiet
from convviz.core.images.formats.table import looks_like_numbers

_PICTURE_BYTES = (
    "image/png",
    "image/tiff",
    "image/jpeg",
    "image/webp",
    "image/avif",
    "image/heic",
    "image/jp2",
    "image/gif",
    "image/bmp",
)
_NO_COMPRESSION = 100  # what Qt calls the quality of a PNG; the bytes live for a moment only


@dataclass(frozen=True)
class Offer:
    """Either the path of a file or the bytes of a picture file, and what to try where these are damaged.

    ``others`` are the bytes of the same picture in other formats, ``image`` is it as Qt has it.
    """

    path: Path | None = None
    data: bytes = b""
    others: tuple[bytes, ...] = ()
    image: QImage | None = field(default=None, compare=False)

    def attempts(self) -> list[bytes]:
        """The bytes of a picture file, one form of it after the other."""
        last = () if self.image is None else (as_png(self.image),)
        return [data for data in (self.data, *self.others, *last) if data]


def acceptable(mime: QMimeData) -> bool:
    """Whether it may hold something to open; asked many times while something is dragged along."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls()) or bool(table_in(mime))


def offer_in(mime: QMimeData) -> Offer | None:
    """What to open of a drop or the clipboard; None if there is nothing that can be."""
    for url in mime.urls():
        if url.isLocalFile():
            return Offer(path=Path(url.toLocalFile()))
    found = [bytes(mime.data(kind).data()) for kind in _PICTURE_BYTES if mime.hasFormat(kind)]
    found.sort(key=_moves, reverse=True)  # a film's first picture, as PNG, is less than the film
    image = _image_in(mime)
    if found:
        return Offer(data=found[0], others=tuple(found[1:]), image=image)
    if image is not None:
        return Offer(data=as_png(image))
    return _path_in(mime.text()) if mime.hasText() else None


def _moves(data: bytes) -> bool:
    """Whether it is a GIF of several pictures: before each stands for how long it is shown."""
    return data.startswith(b"GIF8") and data.count(b"\x21\xf9\x04") > 1


def table_in(mime: QMimeData) -> str:
    """The text of a drop or the clipboard, if it begins like a table of numbers; "" if it does not."""
    text = mime.text() if mime.hasText() and not mime.urls() else ""
    return text if looks_like_numbers(text[:200].encode("utf-8", "replace")) else ""


def _image_in(mime: QMimeData) -> QImage | None:
    if not mime.hasImage():
        return None
    with quiet():  # libpng speaks of what it does not like
        image = mime.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None


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


def as_png(image: QImage) -> bytes:
    """The pixels in the form of a PNG file."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", _NO_COMPRESSION)  # type: ignore[call-overload]
    buffer.close()
    return bytes(store.data())
