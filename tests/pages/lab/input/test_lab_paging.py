"""Going through the pages, frames and slices of a file, live through every stage."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from convviz.core.images.drawing import with_cells
from convviz.core.images.image import Part, from_bytes, read
from convviz.document.files.experiment import read_experiment, save_experiment
from convviz.document.state.state import DocumentState, Pin

Key = Qt.Key
PAGES = [np.full((20, 30), 20 * at, np.uint8) for at in range(7)]


def tiff(folder: Path) -> Path:
    first, *rest = [Pillow.fromarray(page) for page in PAGES]
    first.save(folder / "stack.tif", save_all=True, append_images=rest)
    return folder / "stack.tif"


def gif(folder: Path) -> Path:
    first, *rest = [Pillow.fromarray(page) for page in PAGES]
    first.save(folder / "stack.gif", save_all=True, append_images=rest, duration=40)
    return folder / "stack.gif"


def npy(folder: Path) -> Path:
    np.save(folder / "stack.npy", np.stack(PAGES))
    return folder / "stack.npy"


def npz(folder: Path) -> Path:
    np.savez(folder / "stack.npz", x_train=np.stack(PAGES), y_train=np.arange(7), x_test=np.stack(PAGES[:2]))
    return folder / "stack.npz"


def shown(page):
    """(the frame, the value everywhere in the input, in the middle of the pooled map)."""
    assert page.paging.wait_idle()
    assert page.queue.wait_idle()
    view = page.view
    result = view.pictures.result
    return view.frames[0], float(result.input[0, 0]), float(result.pooling[3, 3])


def opened(page, path):
    page.document.open(DocumentState(read(path)))
    page.document.edit_settings("Kernel", kernel=page.document.settings.kernel.averaged())
    assert page.queue.wait_idle()
    page.activateWindow()
    return page.stages.cards["input"].frames


@pytest.mark.parametrize("make", [tiff, gif, npy, npz])
def test_a_page_is_chosen_and_every_stage_follows(lab_page, tmp_path, make):
    bar = opened(lab_page, make(tmp_path))
    assert bar.isVisible()
    assert bar.of.text() == "of 7"
    assert shown(lab_page)[:2] == (0, 0)
    first = lab_page.document.state
    bar.slider.setValue(4)
    assert shown(lab_page)[:2] == (4, 80)
    assert bar.box.value() == 5
    bar.box.setFocus()
    bar.box.selectAll()
    QTest.keyClicks(bar.box, "7")
    assert shown(lab_page)[0] == 4
    QTest.keyClick(bar.box, Key.Key_Return)
    assert shown(lab_page)[:2] == (6, 120)
    lab_page.document.undo()
    assert shown(lab_page)[:2] == (0, 0)
    assert lab_page.document.state == first
    lab_page.document.redo()
    assert shown(lab_page)[:2] == (6, 120)


@pytest.mark.parametrize(("make", "array"), [(tiff, ""), (gif, ""), (npz, "x_train")])
def test_a_pasted_stack_has_its_pages_too(lab_page, tmp_path, make, array):
    image = from_bytes(make(tmp_path).read_bytes(), "Pasted picture")
    lab_page.document.open(DocumentState(image))
    bar = lab_page.stages.cards["input"].frames
    assert (shown(lab_page)[:2], bar.of.text(), bar.isVisible()) == ((0, 0), "of 7", True)
    first = lab_page.document.state
    bar.slider.setValue(4)
    assert shown(lab_page)[:2] == (4, 80)
    page = lab_page.document.state.image
    assert (page.name, page.source, page.part.array) == ("Pasted picture", None, array)
    lab_page.document.undo()
    assert (shown(lab_page)[:2], lab_page.document.state) == ((0, 0), first)


def test_a_changed_pixel_of_a_pasted_stack_is_a_picture_alone(lab_page, tmp_path):
    image = from_bytes(gif(tmp_path).read_bytes(), "Pasted picture")
    lab_page.document.open(DocumentState(with_cells(image, [(1, 2)], 7.0)))
    assert lab_page.queue.wait_idle()
    assert lab_page.stages.cards["input"].frames.isHidden()


def test_a_drag_is_one_step_and_the_next_another(lab_page, tmp_path):
    bar = opened(lab_page, tiff(tmp_path))
    for stops in ((1, 2, 3), (4, 5)):
        for at in stops:
            bar.slider.setValue(at)
            assert lab_page.paging.wait_idle()
        bar.slider.sliderReleased.emit()
    assert shown(lab_page)[0] == 5
    lab_page.document.undo()
    assert shown(lab_page)[0] == 3
    lab_page.document.undo()
    assert shown(lab_page)[0] == 0


def test_keys_and_the_wheel_go_through_the_pages(lab_page, tmp_path):
    bar = opened(lab_page, tiff(tmp_path))
    picture = lab_page.stages.cards["input"].picture
    picture.setFocus()
    for key, frame in (
        (Key.Key_PageDown, 1),
        (Key.Key_Period, 2),
        (Key.Key_PageDown, 3),
        (Key.Key_Comma, 2),
        (Key.Key_PageUp, 1),
    ):
        QTest.keyClick(picture, key)
        assert shown(lab_page)[0] == frame
    bar.slider.setFocus()
    QTest.keyClick(bar.slider, Key.Key_PageDown)
    assert shown(lab_page)[0] == 2
    place = QPointF(bar.slider.rect().center())
    none, notch = QPoint(), QPoint(0, 120)
    turned = QWheelEvent(place, bar.slider.mapToGlobal(place), none, notch, Qt.MouseButton.NoButton,
                         Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(bar.slider, turned)
    assert shown(lab_page)[0] == 1  # up: the page before
    bar.box.setFocus()
    QTest.keyClick(bar.box, Key.Key_PageDown)
    assert shown(lab_page)[0] == 2


def test_another_array_is_chosen(lab_page, tmp_path):
    bar = opened(lab_page, npz(tmp_path))
    assert [bar.array.itemText(at) for at in range(bar.array.count())] == ["x_train", "x_test"]
    bar.slider.setValue(5)
    assert shown(lab_page)[0] == 5
    bar.array.setFocus()
    QTest.keyClick(bar.array, Key.Key_Down)
    assert shown(lab_page)[:2] == (0, 0)
    assert lab_page.document.state.image.part == Part(array="x_test")
    assert bar.of.text() == "of 2"


def test_a_single_picture_has_no_bar(lab_page, tmp_path):
    Pillow.fromarray(PAGES[3]).save(tmp_path / "one.png")
    assert not opened(lab_page, tmp_path / "one.png").isVisible()


def test_a_page_that_cannot_be_read_leaves_the_one_before(lab_page, qtbot, tmp_path):
    path = tiff(tmp_path)
    bar = opened(lab_page, path)
    bar.slider.setValue(2)
    assert shown(lab_page)[0] == 2
    path.write_bytes(b"II*\0")
    with qtbot.waitSignal(lab_page.file_failed):
        bar.slider.setValue(5)
    assert shown(lab_page)[:2] == (2, 40)
    assert (bar.slider.value(), bar.box.value()) == (2, 3)


def test_what_is_taken_back_meanwhile_stays(lab_page, tmp_path):
    bar = opened(lab_page, tiff(tmp_path))
    bar.slider.setValue(2)
    assert shown(lab_page)[0] == 2
    bar.slider.setValue(5)
    lab_page.document.undo()
    assert shown(lab_page)[0] == 0


def test_a_pin_stays_where_the_page_is_as_large(lab_page, tmp_path):
    sizes = [PAGES[0], PAGES[1], PAGES[2][:9, :9]]
    first, *rest = [Pillow.fromarray(page) for page in sizes]
    first.save(tmp_path / "sizes.tif", save_all=True, append_images=rest)
    bar = opened(lab_page, tmp_path / "sizes.tif")
    lab_page.document.edit("Pin", pin=Pin("input", 12, 12))
    bar.slider.setValue(1)
    assert shown(lab_page)[0] == 1
    assert lab_page.document.state.pin == Pin("input", 12, 12)
    bar.slider.setValue(2)
    assert shown(lab_page)[0] == 2
    assert lab_page.document.state.pin is None


@pytest.mark.parametrize("make", [tiff, npz])
def test_an_experiment_remembers_its_page(lab_page, tmp_path, make):
    bar = opened(lab_page, make(tmp_path))
    bar.slider.setValue(6)
    assert shown(lab_page)[0] == 6
    save_experiment(tmp_path / "a.convviz", lab_page.document.state, embed=False)
    assert json.loads((tmp_path / "a.convviz").read_text())["image"]["frame"] == 6
    state = read_experiment(tmp_path / "a.convviz").state
    assert state == lab_page.document.state
    assert (state.image.frames, state.image.part) == (7, lab_page.document.state.image.part)
