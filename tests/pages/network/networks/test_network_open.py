"""Opening other people's networks on the page."""

import io

import h5py
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from convviz.core.images.image import Image
from convviz.network.compute.adapting import fitted
from convviz.network.compute.forward import activations
from convviz.pages.network.networks import opened


@pytest.fixture
def page(network_page):
    network_page.input.next_sample()
    return network_page


def open_file(page, path):
    page.opened.opener.open_path(path)
    assert page.opened.opener.loader.wait_idle()


def test_a_file_is_chosen_and_shown(page, qtbot, ours, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: (str(ours), ""))
    qtbot.mouseClick(page.strip.open, Qt.MouseButton.LeftButton)
    assert page.opened.opener.loader.wait_idle()
    assert page.network.title == "mine"
    assert page.strip.networks.currentText() == "mine"
    assert page.opened.bar.isVisible()
    expected = activations(page.network, page.input.preparation.digit)
    np.testing.assert_array_equal(page.acts.output, expected.output)
    assert page.said == []


def test_a_file_opened_twice_is_listed_once_and_ours_come_back(page, ours, qtbot):
    open_file(page, ours)
    open_file(page, ours)
    titles = [page.strip.networks.itemText(at) for at in range(page.strip.networks.count())]
    assert titles.count("mine") == 1
    page.strip.network_chosen.emit("convnet")
    assert page.network.key == "convnet"
    assert page.opened.bar.isHidden()


def test_a_dropped_file_is_opened(page, ours, qtbot):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(ours))])
    given = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(page.rect().center(), *given)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(page.rect().center()), *given))
    assert page.opened.opener.loader.wait_idle()
    assert page.network.title == "mine"


def test_other_files_are_left_to_the_window(page, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.png"))])
    entering = QDragEnterEvent(
        page.rect().center(),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering.ignore()
    assert not page.opened.eventFilter(page, entering)


def test_the_scale_is_chosen_by_hand(page, ours, qtbot):
    open_file(page, ours)
    digit = page.input.preparation.digit
    qtbot.mouseClick(page.opened.bar.scales.button("bytes"), Qt.MouseButton.LeftButton)
    assert page.acts.picture.max() == pytest.approx(255 * digit.max())
    qtbot.mouseClick(page.opened.bar.scales.button("signed"), Qt.MouseButton.LeftButton)
    assert page.acts.picture.min() == -1
    assert page.registry.load(page.network.key).scale == "signed"


def to_bytes(description, members):
    """The first layer's weights made for pixels from 0 to 255."""
    data = io.BytesIO(members["model.weights.h5"])
    with h5py.File(data, "r+") as file:
        file["layers/conv2d/vars/0"][...] /= 255
    members["model.weights.h5"] = data.getvalue()


def test_a_wrong_scale_is_told_and_the_better_one_offered(page, changed, qtbot):
    open_file(page, changed(to_bytes, "bytes.keras"))
    bar = page.opened.bar
    assert "0 to 255" in bar.hint.text()
    assert bar.use.text() == "Use 0 to 255"
    qtbot.mouseClick(bar.use, Qt.MouseButton.LeftButton)
    assert page.network.scale == "bytes"
    assert page.panel.answers.view.answers().winner == 7
    assert bar.hint.isHidden()
    assert bar.use.isHidden()


def test_classes_get_names(page, ours):
    open_file(page, ours)
    page.opened.opener.set_names("zero\none\n\nthree")
    assert page.network.classes[:5] == ("zero", "one", "2", "three", "4")
    assert page.panel.answers.view.answers().names[3] == "three"
    page.opened.opener.set_names("\n".join("abcdefghijk"))
    assert page.said == [("error", "11 names were given, and the network has 10 answers.")]


def test_a_network_of_another_size_gets_the_digit_resized(page, changed):
    def smaller(description, members):
        description["config"]["layers"][0]["config"]["batch_shape"] = [None, 29, 29, 1]

    open_file(page, changed(smaller, "large.keras"))
    assert page.network.input_shape == (29, 29, 1)
    np.testing.assert_array_equal(page.acts.picture, fitted(page.network, page.input.preparation.digit))
    assert page.panel.input.digit._values.shape == (29, 29)
    assert "28 \u00d7 28 to 29 \u00d7 29" in page.opened.bar.sentence.text()


def photo():
    """A photo of 40 x 60 pixels: red at the left, blue at the right."""
    values = np.zeros((40, 60, 3), np.uint8)
    values[:, :30, 0] = values[:, 30:, 2] = 255
    return Image(values, name="flag")


def test_a_whole_photo_is_given_to_a_network_that_reads_no_digits(page, ours, qtbot):
    open_file(page, ours)
    bar = page.opened.bar
    assert bar.sources.isHidden()
    page.opened.opener.set_names("left\nright")
    page.input.take_photo(photo())
    assert bar.sources.key() == "picture"
    whole = np.asarray(photo().values / 255, np.float32)
    np.testing.assert_array_equal(page.acts.picture, fitted(page.network, whole))
    assert "40 \u00d7 60 to 28 \u00d7 28" in bar.sentence.text()
    assert "become grey" in bar.sentence.text()
    qtbot.mouseClick(bar.sources.button("digit"), Qt.MouseButton.LeftButton)
    assert page.acts is None  # there is no digit on a flag


def test_a_network_for_digits_gets_the_digit_of_a_photo_first(page, ours, qtbot):
    open_file(page, ours)
    page.input.take_photo(photo())
    assert page.opened.bar.sources.key() == "digit"
    qtbot.mouseClick(page.opened.bar.sources.button("picture"), Qt.MouseButton.LeftButton)
    assert page.acts.picture[:, :13].mean() == pytest.approx(0.299, abs=1e-3)
    page.input.next_sample()
    assert page.opened.bar.sources.isHidden()
    np.testing.assert_array_equal(page.acts.picture[..., 0], page.input.preparation.digit)


def test_a_slow_network_that_gets_other_names_meanwhile_still_reads_what_was_drawn_last(
    page, ours, qtbot, monkeypatch
):
    monkeypatch.setattr(opened, "QUICK", 0)
    open_file(page, ours)
    qtbot.waitUntil(lambda: page.acts is not None and not page.opened.slow.busy())
    page.input.next_sample()
    classes = ("nought", *page.network.classes[1:])
    page.opened.opener.changed.emit(page.network.scale, classes)
    qtbot.waitUntil(lambda: not page.opened.slow.busy())
    assert page.network.classes == classes
    expected = activations(page.network, page.input.preparation.digit)
    np.testing.assert_array_equal(page.acts.output, expected.output)


def test_a_slow_network_that_was_changed_and_renamed_meanwhile_is_computed(page, ours, qtbot, monkeypatch):
    monkeypatch.setattr(opened, "QUICK", 0)
    open_file(page, ours)
    qtbot.waitUntil(lambda: page.acts is not None and not page.opened.slow.busy())
    page.edits.toggle(0, 0)
    page.opened.opener.changed.emit(page.network.scale, ("nought", *page.network.classes[1:]))
    qtbot.waitUntil(lambda: not page.opened.slow.busy())
    expected = activations(page.network, page.input.preparation.digit)
    np.testing.assert_array_equal(page.acts.output, expected.output)
