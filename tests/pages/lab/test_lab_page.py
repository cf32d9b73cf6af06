"""The Lab as a whole: what reaches the clipboard, files and the strip."""

import threading

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from convviz.core.images.image import Image, from_array
from convviz.core.kernels.kernel import Kernel
from convviz.core.samples.pictures import edge_image, x_image
from convviz.core.sizes.settings import Settings
from convviz.core.stages.pipeline import Cancelled
from convviz.document.state.state import DocumentState

RNG = np.random.default_rng(4)


@pytest.fixture
def page(lab_page):
    return lab_page


def open_picture(page, values):
    page.document.edit("Open picture", image=from_array(values))
    assert page.queue.wait_idle(30)


def written(path):
    with PIL.Image.open(path) as picture:
        return np.asarray(picture)


def test_a_photo_is_exported_with_every_value(page, tmp_path):
    open_picture(page, RNG.integers(0, 256, (300, 500), dtype=np.uint8))
    page.export_stage("input", str(tmp_path / "a.png"))
    page.export_stage("pooling", str(tmp_path / "b.png"))
    assert np.array_equal(written(tmp_path / "a.png")[..., 0], page.result.input)
    assert written(tmp_path / "b.png").shape == (150, 250, 3)


def test_a_small_grid_is_exported_with_its_numbers(page, tmp_path):
    open_picture(page, RNG.integers(0, 2, (5, 5)))
    page.export_stage("convolution", str(tmp_path / "a.png"))
    picture = page.stages.cards["convolution"].picture
    assert written(tmp_path / "a.png").shape == (picture.height(), picture.width(), 3)


def test_copied_code_starts_from_the_colour_picture(page):
    open_picture(page, RNG.integers(0, 256, (200, 300, 3), dtype=np.uint8))
    page.formula.copy("scipy")
    text = QGuiApplication.clipboard().text()
    assert 'np.load("input.npy")' in text
    assert "x @ [19595, 38470, 7471]" in text


def test_the_strip_names_the_picture_that_does_not_fit(page):
    open_picture(page, RNG.integers(0, 256, (20, 30), dtype=np.uint8))
    page.document.edit("Open picture", image=from_array([[1, 2, 3]]))
    assert page.strip.text().startswith("1 × 3 ")


def test_tab_goes_from_the_strip_to_the_channels_of_the_input(page, qtbot):
    page.resize(1400, 760)
    open_picture(page, RNG.integers(0, 256, (20, 30, 3), dtype=np.uint8))
    page.activateWindow()
    page.strip.links["pooling"].setFocus()
    qtbot.waitUntil(page.strip.links["pooling"].hasFocus)
    qtbot.keyClick(page.strip.links["pooling"], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.channel_mode
    qtbot.keyClick(page.channel_mode, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.stages.input.draw_button
    qtbot.keyClick(page.stages.input.draw_button, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.stages.cards["input"].expand_button


def test_a_new_picture_too_small_for_the_kernel_is_shown_alone(page):
    page.document.open(DocumentState(image=x_image(), settings=Settings(Kernel(np.ones((9, 9))))))
    assert page.queue.wait_idle()
    page.stages.cards["input"].picture.pointed.emit((4, 4))
    page.document.edit("Open picture", image=edge_image())
    assert page.stages.cards["input"].picture.content().values.shape == (6, 6)
    assert page.stages.cards["convolution"].picture.content() is None
    assert page.result is None
    assert "6×6" in page.kernel_panel.error.text()
    page.document.undo()
    assert page.queue.wait_idle()
    assert page.stages.cards["convolution"].picture.content().values.shape == (1, 1)


def test_a_picture_that_does_not_fit_tells_its_own_facts(page):
    said = []
    page.status_changed.connect(said.append)
    settings = Settings(Kernel(np.ones((7, 7))))
    page.document.open(DocumentState(image=Image(np.zeros((40, 50), np.uint8)), settings=settings))
    assert page.queue.wait_idle(20)
    page.document.open(DocumentState(image=Image(np.zeros((5, 1), np.uint8)), settings=settings))
    assert "5\u00a0\u00d7\u00a01" in said[-1].replace(" ", "\u00a0")


@pytest.fixture
def waiting(page, monkeypatch):
    """The X with its map, and a bias whose map is computed until somebody gives it up."""
    page.document.open(DocumentState(image=x_image(), settings=Settings(Kernel(np.ones((2, 5))))))
    assert page.queue.wait_idle()
    began = threading.Event()

    def endless(*_given, cancelled, progress):
        began.set()
        while not cancelled():
            began.wait(0.01)
        raise Cancelled

    monkeypatch.setattr(page.queue, "_run", endless)
    page.document.edit_settings("Bias", bias=5.0)
    assert began.wait(10)
    return page


def greyed(page):
    return [stage for stage, card in page.stages.cards.items() if card.picture._greyed]


def test_maps_on_their_way_are_awaited_without_a_mark(waiting):
    assert waiting.queue.busy
    assert greyed(waiting) == []


def test_cancel_ends_the_work_and_marks_the_maps_of_before(waiting, qtbot):
    qtbot.waitUntil(waiting.busy_note.isVisible)
    qtbot.mouseClick(waiting.busy_note._button, Qt.MouseButton.LeftButton)
    assert waiting.queue.wait_idle()
    assert not waiting.busy_note.isVisible()
    assert greyed(waiting) == ["convolution", "activation", "pooling"]
    assert waiting.stages.cards["convolution"].stale.isVisible()
    waiting.document.undo()
    assert greyed(waiting) == []
    assert not waiting.stages.cards["convolution"].stale.isVisible()


def test_a_failure_marks_the_maps_of_before_and_is_said(page, monkeypatch):
    said = []
    page.message.connect(lambda kind, text: said.append((kind, text)))
    page.document.open(DocumentState(image=Image(np.zeros((7, 11), np.uint8))))
    assert page.queue.wait_idle()

    def fail(*_given, **_more):
        raise MemoryError

    monkeypatch.setattr(page.queue, "_run", fail)
    page.document.edit_settings("Bias", bias=5.0)
    assert page.queue.wait_idle()
    text = "There is not enough memory to compute these settings on 11 × 7 pixels; "
    assert said == [("error", f"{text}a smaller picture or less padding needs less.")]
    assert greyed(page) == ["convolution", "activation", "pooling"]
