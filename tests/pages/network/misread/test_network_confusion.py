"""What the networks misread, with and without the digits themselves."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from convviz.document.document import Document
from convviz.document.files.loader import find_mnist
from convviz.network.files.bundled import bundled
from convviz.pages.network.digit.input import paper_name
from convviz.pages.network.page.page import NetworkPage


@pytest.fixture
def mnist_file(tmp_path):
    """A file as Keras has it: bars whose place tells their number, with the labels of MNIST's digits."""
    card = bundled("convnet").card["test"]
    known = {number: label for number, label, _ in card["misread"]}
    rest = np.sum(card["confusion"], axis=1) - np.bincount(list(known.values()), minlength=10)
    others = iter(np.repeat(np.arange(10), rest).tolist())
    labels = [known[number] if number in known else next(others) for number in range(10_000)]
    return written(tmp_path / "mnist.npz", labels)


def written(path, labels):
    numbers = np.arange(len(labels))
    test = np.zeros((len(labels), 28, 28), np.uint8)
    test[:, 5:23, 13:16] = 255
    test[numbers, 0, numbers % 28] = 255
    kept = np.array(labels, np.uint8)
    np.savez(path, x_train=test[:1], y_train=kept[:1], x_test=test, y_test=kept)
    return path


@pytest.fixture
def page(qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("CONVVIZ_MNIST", str(tmp_path / "nowhere.npz"))
    shown = NetworkPage(Document())
    qtbot.addWidget(shown)
    shown.resize(1384, 830)
    shown.show()
    qtbot.waitExposed(shown)
    qtbot.mouseClick(shown.drill.tab_button("confusion"), Qt.MouseButton.LeftButton)
    yield shown
    shown.shut_down()


@pytest.fixture
def with_file(page, mnist_file):
    page.tabs.confusion.open_file(mnist_file)
    assert page.tabs.confusion.loader.wait_idle()
    return page


def click_cell(qtbot, panel, row, column):
    place = panel.table.cell_rect(row, column).center().toPoint()
    qtbot.mouseClick(panel.table, Qt.MouseButton.LeftButton, pos=place)


def test_the_table_comes_from_the_report_card(page):
    panel, card = page.tabs.confusion_panel, bundled("convnet").card["test"]
    np.testing.assert_array_equal(panel.table.counts(), card["confusion"])
    assert len(panel.gallery._exhibits) == len(card["misread"])
    assert f"{len(card['misread'])} of 10,000" in panel.tools.facts.text()
    assert "mnist.npz" in panel.hint.text()


def test_a_count_shows_the_digits_behind_it(page, qtbot):
    panel, counts = page.tabs.confusion_panel, page.tabs.confusion_panel.table.counts()
    row, column = np.argwhere(np.triu(counts, 1))[0].tolist()
    click_cell(qtbot, panel, row, column)
    shown = panel.gallery._exhibits
    assert len(shown) == counts[row, column]
    assert {(one.label, one.answer) for one in shown} == {(str(row), str(column))}
    click_cell(qtbot, panel, row, column)
    assert len(panel.gallery._exhibits) == len(bundled("convnet").card["test"]["misread"])


def test_a_digit_without_its_picture_says_where_pictures_come_from(page, qtbot):
    said = []
    page.message.connect(lambda kind, text: said.append((kind, text)))
    panel = page.tabs.confusion_panel
    qtbot.mouseClick(panel.gallery, Qt.MouseButton.LeftButton, pos=panel.gallery.tile(0).center())
    assert said[0][0] == "info"
    assert "mnist.npz" in said[0][1]


def test_with_the_file_a_click_inspects_a_digit(with_file, qtbot, mnist_file):
    panel = with_file.tabs.confusion_panel
    assert panel.tools.file.isHidden()
    first = panel.gallery._exhibits[0]
    qtbot.mouseClick(panel.gallery, Qt.MouseButton.LeftButton, pos=panel.gallery.tile(0).center())
    with np.load(mnist_file) as file:
        expected = file["x_test"][first.number] / np.float32(255)
    np.testing.assert_array_equal(with_file.input.preparation.digit, expected)
    np.testing.assert_array_equal(with_file.acts.picture[..., 0], expected)
    assert paper_name(with_file.input.paper) == f"Test digit {first.number}, a {first.label}"


def test_all_digits_of_a_label(with_file, qtbot):
    panel = with_file.tabs.confusion_panel
    qtbot.mouseClick(panel.head.which.button("all"), Qt.MouseButton.LeftButton)
    assert len(panel.gallery._exhibits) == 10_000
    click_cell(qtbot, panel, 1, 1)
    assert len(panel.gallery._exhibits) == bundled("convnet").card["test"]["confusion"][1][1]
    qtbot.mouseClick(panel.head.which.button("misread"), Qt.MouseButton.LeftButton)
    assert len(panel.gallery._exhibits) == len(bundled("convnet").card["test"]["misread"])


def test_search_by_label_finds_those_read_correctly_too(with_file, qtbot):
    panel = with_file.tabs.confusion_panel
    qtbot.mouseClick(panel.head.which.button("all"), Qt.MouseButton.LeftButton)
    panel.head.labels.setFocus()
    qtbot.keyClicks(panel.head.labels, "1")
    assert len(panel.gallery._exhibits) == 1135
    assert "All 1,135 test digits that are a 1." in panel.head.sentence.text()
    qtbot.keyClick(panel.head.labels, Qt.Key.Key_Down)
    assert len(panel.gallery._exhibits) == 1032
    qtbot.mouseClick(panel.head.which.button("misread"), Qt.MouseButton.LeftButton)
    card = bundled("convnet").card["test"]["misread"]
    assert len(panel.gallery._exhibits) == sum(label == 2 for _, label, _ in card)
    click_cell(qtbot, panel, 5, 3)
    assert panel.head.labels.key() == "5"


def test_a_network_that_nobody_examined_shows_the_digits_all_the_same(with_file):
    stranger = replace(with_file.network, card={})
    with_file.registry.put(stranger)
    with_file.choose_network(stranger.key)
    panel = with_file.tabs.confusion_panel
    panel.label_chosen.emit(1)
    assert [one.answer for one in panel.gallery._exhibits] == [""] * 1135
    assert panel.head.which.isHidden()
    assert "read all test digits" in panel.hint.text()


def test_the_file_is_found_again_at_the_next_start(with_file, monkeypatch, mnist_file):
    monkeypatch.delenv("CONVVIZ_MNIST")
    assert find_mnist() == mnist_file
    mnist_file.unlink()
    assert find_mnist() != mnist_file


def test_of_a_changed_network_no_figure_of_the_trained_one_is_shown(page, qtbot):
    panel = page.tabs.confusion_panel
    page.edits.toggle(0, 3)
    assert panel.table.counts() is None
    assert panel.gallery._exhibits == []
    assert panel.tools.facts.text() == "Changed, and not examined since."
    page.edits.undo_change()
    assert panel.table.counts() is not None
    assert "Changed" not in panel.tools.facts.text()


def test_a_changed_network_is_examined_on_request(with_file, qtbot, tmp_path):
    panel = with_file.tabs.confusion_panel
    assert panel.tools.examine.isHidden()
    with_file.input.next_sample()
    with_file.edits.toggle(0, 3)
    with_file.tabs.confusion.open_file(written(tmp_path / "few.npz", [1] * 600))
    assert with_file.tabs.confusion.loader.wait_idle()
    qtbot.mouseClick(panel.tools.examine, Qt.MouseButton.LeftButton)
    assert panel.tools.running()
    qtbot.waitUntil(lambda: not panel.tools.running(), timeout=30_000)
    assert panel.table.counts().sum() == 600
    assert "of 600 test digits" in panel.tools.facts.text()
    assert panel.tools.facts.text().startswith("Changed: ")
    with_file.edits.toggle(0, 4)  # changed once more: those figures are of another network
    assert panel.table.counts() is None


def test_a_report_on_other_digits_is_not_told_of_these(page, tmp_path):
    page.tabs.confusion.open_file(written(tmp_path / "mnist.npz", [1] * 600))
    assert page.tabs.confusion.loader.wait_idle()
    panel = page.tabs.confusion_panel
    assert [one.answer for one in panel.gallery._exhibits] == [""] * 600
    assert not panel.tools.examine.isHidden()


def test_another_file_says_what_is_wrong(page, tmp_path):
    said = []
    page.message.connect(lambda kind, text: said.append((kind, text)))
    (tmp_path / "other.npz").write_bytes(b"PK nothing")
    page.tabs.confusion.open_file(tmp_path / "other.npz")
    assert page.tabs.confusion.loader.wait_idle()
    assert said == [("error", "other.npz: this is not the MNIST file of Keras (mnist.npz)")]


def test_an_inspected_digit_can_be_drawn_over(with_file, qtbot):
    with_file.tabs.confusion.inspect(0)
    canvas = with_file.panel.input.canvas
    assert canvas.pixels().max() == 255
    before = canvas.pixels().copy()
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center() / 4)
    assert (canvas.pixels() != before).any()
    assert paper_name(with_file.input.paper) == "Drawing"
    canvas.undo()
    np.testing.assert_array_equal(canvas.pixels(), before)
    canvas.clear()
    assert canvas.is_blank()


def test_a_file_that_is_named_or_where_keras_puts_it_is_taken_without_asking(
    qtbot, monkeypatch, mnist_file, tmp_path
):
    monkeypatch.setenv("CONVVIZ_MNIST", str(mnist_file))
    assert find_mnist() == mnist_file
    shown = NetworkPage(Document())
    qtbot.addWidget(shown)
    shown.show()
    shown.drill.show_tab("confusion")
    assert shown.tabs.confusion.loader.wait_idle()
    assert len(shown.tabs.confusion.data.test) == 10_000
    shown.shut_down()
    monkeypatch.delenv("CONVVIZ_MNIST")
    monkeypatch.delenv("KERAS_HOME", raising=False)
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path)
    assert find_mnist() is None
    (tmp_path / ".keras" / "datasets").mkdir(parents=True)
    kept = mnist_file.rename(tmp_path / ".keras" / "datasets" / "mnist.npz")
    assert find_mnist() == kept
