"""A table of numbers is a picture or a kernel: the person says which, or the place where it is dropped."""

from __future__ import annotations

import io

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QInputDialog, QMessageBox, QPushButton

from convviz.app.dialogs.dialogs import Dialogs
from convviz.core.samples.pictures import x_image


def open_x(window):
    window.document.edit("Open", image=x_image())
    window.show_page("lab")


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "edge.csv"
    path.write_text("10,10,0\n10,10,0\n")
    return path


def pasted(text):
    QGuiApplication.clipboard().setText(text)


def pixels(window):
    return window.document.state.image.values.tolist()


def test_with_no_picture_open_a_table_becomes_one(qtbot, window, dialogs, table):
    with qtbot.waitSignal(window.files.opened):
        window.open_path(table)
    assert pixels(window) == [[10, 10, 0], [10, 10, 0]]
    assert dialogs.asked == []


def test_a_table_is_asked_about_and_becomes_a_picture(qtbot, window, dialogs, table):
    open_x(window)
    dialogs.table = "picture"
    with qtbot.waitSignal(window.files.opened):
        window.open_path(table)
    assert dialogs.asked == ["table edge.csv (2, 3)"]
    assert pixels(window) == [[10, 10, 0], [10, 10, 0]]
    assert window.page("lab").kernels == []


def test_or_it_becomes_the_kernel_or_nothing(window, dialogs, table):
    open_x(window)
    dialogs.table = "kernel"
    window.open_path(table)
    assert window.page("lab").kernels == [str(table)]
    dialogs.table = None
    window.open_path(table)
    assert window.page("lab").kernels == [str(table)]
    assert not window.files.is_loading
    assert window.document.state.image == x_image()


def test_what_is_too_large_for_a_kernel_is_a_picture(qtbot, window, dialogs, tmp_path):
    open_x(window)
    np.savetxt(tmp_path / "large.txt", np.ones((32, 3)), fmt="%d")
    with qtbot.waitSignal(window.files.opened):
        window.open_path(tmp_path / "large.txt")
    assert dialogs.asked == []
    assert window.document.state.image.shape == (32, 3)


@pytest.mark.parametrize("place", ["kernel", "picture"])
def test_where_it_is_dropped_decides(qtbot, window, dialogs, table, place):
    open_x(window)
    if place == "kernel":
        window.files.open_path(table, place)
        assert window.page("lab").kernels == [str(table)]
    else:
        with qtbot.waitSignal(window.files.opened):
            window.files.open_path(table, place)
    assert dialogs.asked == []


@pytest.mark.parametrize("text", ["10\t10\t0\n10\t10\t0\n", "[[10, 10, 0], [10, 10, 0]]", "10 10 0; 10 10 0"])
def test_pasted_cells_become_a_picture(qtbot, window, dialogs, text):
    open_x(window)
    pasted(text)
    dialogs.table = "picture"
    with qtbot.waitSignal(window.files.opened):
        window.actions_.paste.trigger()
    assert dialogs.asked == ["table Pasted table (2, 3)"]
    assert pixels(window) == [[10, 10, 0], [10, 10, 0]]


def test_pasted_cells_become_a_kernel_undoably(window, dialogs):
    open_x(window)
    before = window.document.settings.kernel
    pasted("1\t2\n3\t4")
    dialogs.table = "kernel"
    window.actions_.paste.trigger()
    assert window.document.settings.kernel.weights.tolist() == [[1, 2], [3, 4]]
    window.document.undo()
    assert window.document.settings.kernel == before


def test_words_are_neither(window, dialogs):
    open_x(window)
    pasted("just some words")
    window.actions_.paste.trigger()
    assert dialogs.asked == []
    assert window.document.state.image == x_image()


def png(array):
    stream = io.BytesIO()
    PIL.Image.fromarray(np.array(array, np.uint8)).save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize("second", ["bytes", "image"])
def test_where_the_first_format_is_broken_the_second_one_is_read(qtbot, window, second):
    mime = QMimeData()
    whole = png(np.arange(2500).reshape(50, 50) % 251)
    mime.setData("image/png", whole[: len(whole) // 2])
    if second == "bytes":
        mime.setData("image/bmp", png([[1, 2, 3]]))
    else:
        image = QImage(3, 1, QImage.Format.Format_RGB32)
        image.fill(0xFF0A0B0C)
        mime.setImageData(image)
    with qtbot.waitSignal(window.files.opened):
        assert window.files.take(mime)
    assert pixels(window) == ([[1, 2, 3]] if second == "bytes" else [[[10, 11, 12]] * 3])


def test_where_all_are_broken_the_first_is_told_of(qtbot, window):
    mime = QMimeData()
    mime.setData("image/png", b"\x89PNG\r\n\x1a\n")
    mime.setData("image/bmp", b"BM")
    with qtbot.waitSignal(window.files.message) as said:
        window.files.take(mime)
    assert said.args[0] == "error"
    assert "damaged or incomplete PNG file" in said.args[1]


@pytest.fixture
def five(tmp_path):
    path = tmp_path / "five.npy"
    np.save(path, np.arange(6 * 7 * 5, dtype=np.uint8).reshape(6, 7, 5))
    return path


def test_of_five_channels_some_are_chosen(qtbot, window, dialogs, five):
    dialogs.chosen = (4,)
    with qtbot.waitSignal(window.files.opened):
        window.open_path(five)
    assert dialogs.asked == ["channels five.npy 5"]
    assert np.array_equal(window.document.state.image.values, np.load(five)[:, :, 4])
    assert window.document.state.image.part.channels == (4,)


def test_no_choice_opens_nothing_and_leaves_what_was_there(qtbot, window, dialogs, five):
    open_x(window)
    before = window.document.state
    window.open_path(five)
    qtbot.waitUntil(lambda: dialogs.asked == ["channels five.npy 5"])
    assert window.document.state is before
    assert not window.files.is_loading


def test_what_was_understood_is_said(qtbot, window, tmp_path):
    np.save(tmp_path / "first.npy", np.zeros((3, 4, 5)))
    with qtbot.waitSignal(window.files.message) as said:
        window.open_path(tmp_path / "first.npy")
    assert said.args == [
        "info",
        "first.npy: shape (3, 4, 5): read as 3 channels of 4x5, red, green and blue.",
    ]


@pytest.mark.parametrize(
    ("label", "answer"), [("As a picture", "picture"), ("As the kernel", "kernel"), ("Cancel", None)]
)
def test_the_question_about_a_table(monkeypatch, window, label, answer):
    def click(box):
        assert box.text() == "a.csv: a table of 2×3 numbers"
        next(
            button for button in box.findChildren(QPushButton) if button.text().replace("&", "") == label
        ).click()

    monkeypatch.setattr(QMessageBox, "exec", click)
    assert Dialogs().table_as(window, "a.csv", (2, 3)) == answer


@pytest.mark.parametrize(("row", "answer"), [(0, (0, 1, 2)), (1, (0,)), (5, (4,))])
def test_the_question_about_channels(monkeypatch, window, row, answer):
    def choose(_parent, _title, text, items, *_):
        assert text == "a.tif has 5 channels. What shall be shown?"
        assert len(items) == 6
        return items[row], True

    monkeypatch.setattr(QInputDialog, "getItem", choose)
    assert Dialogs().channels(window, "a.tif", 5) == answer
