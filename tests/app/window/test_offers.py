from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Picture
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage

from convviz.app.window.dropped import Offer, acceptable, offer_in
from convviz.core.images import image as images


def test_a_file_comes_before_its_picture():
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.png"), QUrl.fromLocalFile("/tmp/a.png")])
    mime.setImageData(QImage(1, 1, QImage.Format.Format_RGB32))
    assert offer_in(mime) == Offer(path=Path("/tmp/a.png"))


def test_a_picture_without_a_file_keeps_its_pixels():
    image = QImage(2, 1, QImage.Format.Format_RGB32)
    image.setPixelColor(0, 0, Qt.GlobalColor.red)
    image.setPixelColor(1, 0, Qt.GlobalColor.white)
    mime = QMimeData()
    mime.setImageData(image)
    offer = offer_in(mime)
    assert images.from_bytes(offer.data, "pasted").values.tolist() == [[[255, 0, 0], [255, 255, 255]]]


def test_text_counts_only_as_the_path_of_a_file(tmp_path):
    mime = QMimeData()
    mime.setText("1\t0\t-1")
    assert offer_in(mime) is None
    picture = tmp_path / "a.png"
    picture.touch()
    mime.setText(f'"{picture}"\n')
    assert offer_in(mime) == Offer(path=picture)


def test_only_local_files_and_pictures_can_be_dropped():
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.png")])
    assert not acceptable(mime)
    mime.setUrls([QUrl.fromLocalFile("/tmp/a.png")])
    assert acceptable(mime)


def test_picture_bytes_are_taken_as_they_are():
    mime = QMimeData()
    mime.setData("image/png", b"\x89PNG")
    assert offer_in(mime) == Offer(data=b"\x89PNG")


@pytest.mark.parametrize(
    "text", ["", "a\nb", "relative.png", "/tmp/" + "a" * 5000, "/tmp/\0", "~nobody-here/a"]
)
def test_other_text_is_no_path(text):
    mime = QMimeData()
    mime.setText(text)
    assert offer_in(mime) is None


def test_an_empty_picture_is_none():
    mime = QMimeData()
    mime.setImageData(QImage())
    assert offer_in(mime) is None


def gif(count):
    first, *rest = [Picture.new("L", (4, 3), 60 * at) for at in range(count)]
    store = BytesIO()
    first.save(store, "GIF", save_all=True, append_images=rest, duration=40)
    return store.getvalue()


@pytest.mark.parametrize(("count", "chosen"), [(3, b"GIF8"), (1, b"\x89PNG")])
def test_a_gif_that_moves_is_more_than_its_first_picture_and_one_that_does_not_is_less(qapp, count, chosen):
    mime = QMimeData()
    mime.setData("image/png", b"\x89PNG of the first")
    mime.setData("image/gif", gif(count))
    offer = offer_in(mime)
    assert offer.data.startswith(chosen)
    assert len(offer.others) == 1
