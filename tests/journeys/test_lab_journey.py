"""A person's way through the Lab, in the real window with real clicks and keys.

Runs without a screen too; under `run_xvfb.sh` it goes through a real X session.
"""

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import QPoint, Qt

from convviz.app.dialogs.dialogs import Dialogs, SaveAnswer
from convviz.core import average_pool, cross_correlate
from convviz.core.kernels.kernel_library import library

pytestmark = pytest.mark.journey

CTRL = Qt.KeyboardModifier.ControlModifier
SOBEL = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]


class Answers(Dialogs):
    """Answers every question with the path set beforehand."""

    path = None

    def open_file(self, parent, title, folder, filters):
        return self.path

    def save_file(self, parent, title, start, filters, chosen=""):
        return self.path

    def embed_picture(self, parent, embed):
        return False

    def save_changes(self, parent, title):
        return SaveAnswer.DISCARD


@pytest.fixture
def photo(tmp_path):
    """A grey photo of 60 x 90 pixels in a file, and its pixels."""
    pixels = np.random.default_rng(7).integers(0, 256, (60, 90), dtype=np.uint8)
    path = tmp_path / "photo.png"
    PIL.Image.fromarray(pixels).save(path)
    return path, pixels


@pytest.fixture
def answers():
    return Answers()


def lab_of(window):
    return window.page("lab")


def open_file(qtbot, window, path):
    window.dialogs.path = path
    with qtbot.waitSignal(window.files.opened):
        press(qtbot, window, Qt.Key.Key_O)
    settle(window)


def press(qtbot, window, key, modifiers=CTRL):
    """Press keys in the window once it has the keyboard: a shortcut is heard nowhere else."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, key, modifiers)


def settle(window):
    assert lab_of(window).queue.wait_idle(30)


def choose_from_library(qtbot, page, words):
    """Open the library, type what is looked for, take the first row."""
    box = page.kernel_panel.header.kernels
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    popup = box.popup
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClicks(popup.search, words)
    qtbot.keyClick(popup.search, Qt.Key.Key_Return)


def type_into(qtbot, box, text):
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def choose(qtbot, combo, key):
    """Take an entry of a combo box with the keyboard."""
    combo.setFocus()
    steps = combo.findData(key) - combo.currentIndex()
    for _ in range(abs(steps)):
        qtbot.keyClick(combo, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def test_open_sobel_stride_average_pool_undo_save_reopen_export(qtbot, window, photo, tmp_path):
    path, pixels = photo
    page = lab_of(window)
    open_file(qtbot, window, path)
    assert window.current_page() is page
    assert page.result.input.tolist() == pixels.tolist()

    choose_from_library(qtbot, page, "sobel, vert")
    type_into(qtbot, page.settings_panel.convolution.stride.rows, "2")
    choose(qtbot, page.settings_panel.pooling.kind, "average")
    settle(window)
    sums = cross_correlate(pixels, SOBEL, stride=2, padding="same")
    expected = average_pool(np.maximum(sums, 0), 2)
    assert page.result.settings.kernel == library("sobel_vertical")
    np.testing.assert_array_equal(page.result.pooling, expected)
    assert page.strip.text().startswith("60 × 90")
    assert "30 × 45" in page.strip.text()

    press(qtbot, window, Qt.Key.Key_Z)
    settle(window)
    assert page.document.settings.pool.kind == "max"
    press(qtbot, window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    settle(window)
    np.testing.assert_array_equal(page.result.pooling, expected)

    experiment = tmp_path / "edges.convviz"
    window.dialogs.path = experiment
    press(qtbot, window, Qt.Key.Key_S)
    qtbot.waitUntil(experiment.exists)
    before = page.document.state

    window.document.edit_settings("Kernel", kernel=library("box"))
    open_file(qtbot, window, experiment)
    assert page.document.settings == before.settings
    np.testing.assert_array_equal(page.result.pooling, expected)

    for ending in ("npy", "csv", "tif", "png"):
        window.dialogs.path = tmp_path / f"pooled.{ending}"
        window.menus.export.aboutToShow.emit()
        entry = next(a for a in window.menus.export.actions() if a.data() == "pooling")
        entry.trigger()
        assert window.dialogs.path.exists()
    np.testing.assert_array_equal(np.load(tmp_path / "pooled.npy"), expected)
    np.testing.assert_array_equal(np.loadtxt(tmp_path / "pooled.csv", delimiter=","), expected)
    np.testing.assert_array_equal(np.asarray(PIL.Image.open(tmp_path / "pooled.tif")), expected)


def open_x(qtbot, window):
    with qtbot.waitSignal(window.files.opened, timeout=20000):
        qtbot.mouseClick(window.start_page.tile("x"), Qt.MouseButton.LeftButton)
    settle(window)


def point(qtbot, picture, row, column):
    """Move the mouse over the middle of a cell."""
    rect = picture.content().cell_rect(row, column)
    centre = picture._view.to_screen(rect.center().y(), rect.center().x()).toPoint()
    qtbot.mouseMove(picture, centre + QPoint(1, 1))
    qtbot.mouseMove(picture, centre)
    return centre


def test_the_x_explains_a_pooled_cell_back_to_its_pixels(qtbot, window):
    page = lab_of(window)
    open_x(qtbot, window)
    picture = page.stages.cards["pooling"].picture
    centre = point(qtbot, picture, 0, 3)
    qtbot.waitUntil(lambda: page.view.explanation is not None)
    assert page.view.explanation.focus.convolution == (0, 6)
    highlights = {m.kind: m for m in page.stages.cards["input"].picture.highlights()}
    assert (list(highlights["window"].cells.rows), list(highlights["window"].cells.columns)) == (
        [-1, 0, 1],
        [5, 6, 7],
    )
    assert "= 4" in page.why.text().splitlines()[0]
    assert "rows −1 to 1, columns 5 to 7" in window.strip.facts()

    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=centre)
    assert page.document.state.pin is not None
    qtbot.mouseMove(page.stages.cards["input"].picture, QPoint(60, 60))
    assert page.view.explanation.focus.cell == (0, 3)


def test_an_impossible_kernel_is_explained_and_the_picture_stays(qtbot, window, photo):
    page = lab_of(window)
    open_x(qtbot, window)
    before = page.stages.cards["convolution"].picture.content()
    choose(qtbot, page.settings_panel.convolution.padding.rule, "valid")
    for box in (page.kernel_panel.form.rows, page.kernel_panel.form.columns):
        type_into(qtbot, box, "11")
        qtbot.keyClick(box, Qt.Key.Key_Return)
    settle(window)
    assert page.kernel_panel.error.text()
    assert "11×11" in page.kernel_panel.error.text()
    assert "9×9" in page.kernel_panel.error.text()
    assert page.stages.cards["convolution"].picture.content() is not None
    assert page.stages.cards["convolution"].stale.isVisible()
    assert before is not None


def test_emptying_the_stride_box_keeps_the_picture(qtbot, window):
    page = lab_of(window)
    open_x(qtbot, window)
    box = page.settings_panel.convolution.stride.rows
    box.setFocus()
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    settle(window)
    assert page.document.settings.stride == (1, 1)
    assert page.result.convolution.shape == (9, 9)


def test_a_weight_typed_moves_every_stage(qtbot, window):
    page = lab_of(window)
    open_x(qtbot, window)
    grid = page.kernel_panel.grid
    grid.setFocus()
    qtbot.keyClicks(grid, "5")
    qtbot.keyClick(page.focusWidget() or grid, Qt.Key.Key_Return)
    settle(window)
    assert page.document.settings.kernel.weights[0, 0] == 5
    assert page.result.convolution[1, 1] == page.stages.cards["convolution"].picture.content().values[1, 1]
