"""Whatever is opened in the real window: it is shown, or a sentence tells why and the old picture stays."""

import io
import shutil

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import Qt

from convviz.app.dialogs.dialogs import Dialogs, SaveAnswer

pytestmark = pytest.mark.journey

NOISE = np.random.default_rng(2).integers(0, 256, (24, 36, 3), dtype=np.uint8)


def encoded(mode, kind, **options):
    buffer = io.BytesIO()
    PIL.Image.fromarray(NOISE).convert(mode).save(buffer, kind, **options)
    return buffer.getvalue()


def npy(array):
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=array.dtype == object)
    return buffer.getvalue()


SHOWN = {
    "one_bit.png": (encoded("1", "PNG"), (24, 36)),
    "grey_alpha.png": (encoded("LA", "PNG"), (24, 36)),
    "palette_alpha.png": (encoded("P", "PNG", transparency=3), (24, 36, 3)),
    "ink.jpg": (encoded("CMYK", "JPEG"), (24, 36, 3)),
    "float.tif": (encoded("F", "TIFF"), (24, 36)),
    "words.txt.png": (encoded("RGB", "WEBP"), (24, 36, 3)),
    "one_pixel.npy": (npy(np.array([[7]])), (1, 1)),
    "one_row.npy": (npy(np.arange(50.0)[None]), (1, 50)),
    "one_column.npy": (npy(np.arange(50)[:, None]), (50, 1)),
    "one_channel.npy": (npy(np.ones((5, 5, 1))), (5, 5)),
    "equal.npy": (npy(np.zeros((40, 40), bool)), (40, 40)),
    "signed.npy": (npy(np.array([[-1e15, 1e15], [0, 1e-300]])), (2, 2)),
}
REFUSED = {
    "five_axes.npy": npy(np.zeros((2, 2, 3, 4, 3))),
    "objects.npy": npy(np.array([[None]], dtype=object)),
    "truncated.jpg": encoded("RGB", "JPEG")[:-300],
    "text.png": b"Dear reader, I am no picture.\n",
    "phone.heic": b"\0\0\0\x18ftypheic" + bytes(40),
    "empty.png": b"",
    "huge.pgm": b"P5 60000 60000 255\n",
}


class Answers(Dialogs):
    """Keeps nothing."""

    def save_changes(self, parent, title):
        return SaveAnswer.DISCARD


@pytest.fixture
def answers():
    return Answers()


def write(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", SHOWN)
def test_it_is_shown_with_all_its_stages(qtbot, window, tmp_path, name):
    data, shape = SHOWN[name]
    page = window.page("lab")
    with qtbot.waitSignal(window.files.opened):
        window.open_path(write(tmp_path, name, data))
    assert page.queue.wait_idle(30)
    assert page.result.image.shape == shape
    assert page.strip.text().startswith(f"{shape[0]} × {shape[1]}")
    assert window.band.isHidden()
    for card in page.stages.cards.values():
        if not card.is_folded():
            assert card.picture.content().values.shape == page.result.stage(card.stage).shape
            qtbot.mouseMove(card.picture, card.picture.rect().center())
            qtbot.mouseClick(card.picture, Qt.MouseButton.LeftButton)
    assert not window.grab().isNull()


def test_what_cannot_be_shown_is_told_and_the_picture_stays(qtbot, window, tmp_path):
    page = window.page("lab")
    with qtbot.waitSignal(window.files.opened):
        window.open_path(write(tmp_path, "good.png", encoded("RGB", "PNG")))
    assert page.queue.wait_idle(30)
    state, result = window.document.state, page.result
    folder = tmp_path / "folder.png"
    folder.mkdir()
    paths = [write(tmp_path, name, data) for name, data in REFUSED.items()]
    for path in [*paths, folder, tmp_path / "missing.png"]:
        with qtbot.waitSignal(window.files.message):
            window.open_path(path)
        assert window.band.isVisible()
        assert window.band.text().startswith(path.name)
        assert window.band.text().endswith(".")
        assert window.document.state is state
        assert page.result is result
    assert window.preferences.recent() == [tmp_path / "good.png"]


def test_a_picture_taken_away_while_it_is_open_stays(qtbot, window, tmp_path):
    page = window.page("lab")
    folder = tmp_path / "card"
    folder.mkdir()
    with qtbot.waitSignal(window.files.opened):
        window.open_path(write(folder, "photo.png", encoded("RGB", "PNG")))
    shutil.rmtree(folder)
    page.document.edit_settings("Stride", stride=(2, 2))
    assert page.queue.wait_idle(30)
    assert page.result.convolution.shape == (12, 18)
