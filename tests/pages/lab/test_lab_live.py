"""Large pictures: exact values of the screen at once, whole maps when edits pause."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from convviz.core import Image, Kernel, PoolSettings, Settings, run
from convviz.core.stages.on_demand import MapOnDemand
from convviz.document.document import Document
from convviz.document.state.state import ColorRange, DocumentState
from convviz.pages.lab import live as lab_live
from convviz.pages.lab.page import LabPage

SOBEL = Kernel([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
START = Settings(SOBEL, padding="same", activation="relu", pool=PoolSettings("max"))


def photo(height=300, width=400, channels=()):
    values = np.random.default_rng(1).integers(0, 256, (height, width, *channels), dtype=np.uint8)
    return Image(values)


@pytest.fixture
def lab(qtbot, monkeypatch):
    """A page that takes every picture for a large one, and waits for a pause that never comes by itself."""
    monkeypatch.setattr(lab_live, "LARGE", 1000)
    monkeypatch.setattr(lab_live, "PAUSE", 3_600_000)
    page = LabPage(Document())
    qtbot.addWidget(page)
    page.resize(1400, 800)
    page.show()
    qtbot.waitExposed(page)
    yield page
    page.shut_down()


def open_photo(qtbot, page, image, settings=START):
    page.document.open(DocumentState(image=image, settings=settings))
    qtbot.waitUntil(lambda: page.live.result is not None)
    QApplication.processEvents()  # cards that unfold get their final size


def finish(qtbot, page):
    """Let the pause end now, and wait for the whole maps."""
    page.live._compute_whole()
    assert page.queue.wait_idle(20)


def edit(qtbot, page, corner):
    """Drag a weight, and wait for what the screen shows of it."""
    drag(page, corner)
    qtbot.waitUntil(lambda: page.live.result is not None)
    qtbot.waitUntil(lambda: page.live.result.settings == page.document.settings)


def drag(page, corner):
    weights = SOBEL.weights.copy()
    weights[0, 0] = corner
    page.document.edit_settings("Kernel", "drag", kernel=Kernel(weights))


def values(page, stage):
    return page.stages.cards[stage].picture.content().values


def test_a_new_photo_is_shown_before_its_maps_are_computed(lab, qtbot):
    image = photo()
    open_photo(qtbot, lab, image)
    assert lab.result is None
    whole = run(image, START)
    for stage in ("convolution", "activation", "pooling"):
        np.testing.assert_array_equal(values(lab, stage)[::7, ::5], whole.stage(stage)[::7, ::5])


def test_an_edit_shows_its_exact_values_at_once(lab, qtbot):
    image = photo()
    open_photo(qtbot, lab, image)
    finish(qtbot, lab)
    assert isinstance(values(lab, "convolution"), np.ndarray)
    edit(qtbot, lab, 5)
    assert lab.live.result.settings == lab.document.settings
    assert lab.result.settings == START
    whole = run(image, lab.document.settings)
    np.testing.assert_array_equal(values(lab, "pooling")[:, 3:9], whole.pooling[:, 3:9])
    assert not lab.queue.busy


def test_what_is_painted_are_values_of_the_true_map(lab, qtbot):
    image = photo()
    open_photo(qtbot, lab, image)
    edit(qtbot, lab, 7)
    on_demand = lab.stages.cards["convolution"].snapshot().toImage()
    finish(qtbot, lab)
    assert lab.stages.cards["convolution"].snapshot().toImage() == on_demand


def test_whole_maps_follow_the_pause(lab, qtbot):
    open_photo(qtbot, lab, photo())
    for corner in (2, 3, 4):
        drag(lab, corner)
    assert lab.live._pause.isActive()
    finish(qtbot, lab)
    assert lab.result.settings == lab.document.settings
    assert not lab.live.active
    assert isinstance(values(lab, "pooling"), np.ndarray)


def test_a_pause_comes_by_itself(qtbot, monkeypatch):
    monkeypatch.setattr(lab_live, "LARGE", 1000)
    page = LabPage(Document())
    qtbot.addWidget(page)
    page.show()
    page.document.open(DocumentState(image=photo(), settings=START))
    qtbot.waitUntil(lambda: page.result is not None)
    drag(page, 9)
    qtbot.waitUntil(lambda: page.result.settings == page.document.settings)
    page.shut_down()


def test_an_edit_overtakes_the_whole_maps(lab, qtbot):
    open_photo(qtbot, lab, photo())
    lab.live._compute_whole()
    drag(lab, 6)
    assert lab.queue.wait_idle(20)
    qtbot.waitUntil(lambda: lab.live.result.settings == lab.document.settings)
    assert lab.result is None
    assert lab.live.result.settings == lab.document.settings


def test_answers_are_worked_out_beside_the_window(lab, qtbot):
    open_photo(qtbot, lab, photo())
    first = lab.live.result
    drag(lab, 6)
    assert lab.live.result is first
    drag(lab, 8)
    qtbot.waitUntil(lambda: lab.live.result.settings == lab.document.settings)


@pytest.mark.parametrize("change", [{"channels": "grey"}, {"unit_range": True}, {"channels": "each"}])
def test_seen_another_way(lab, qtbot, change):
    image, start = photo(channels=(3,)), Settings(SOBEL, channels="sum", padding="same")
    open_photo(qtbot, lab, image, start)
    lab.document.edit_settings("Change", **change)
    qtbot.waitUntil(lambda: lab.live.result.settings == lab.document.settings)
    whole = run(image, lab.document.settings).convolution
    shown = values(lab, "convolution")
    expected = whole if whole.ndim == shown.ndim else whole[:, :, 0]
    np.testing.assert_array_equal(shown[::9, ::9], expected[::9, ::9])


def test_undo_to_a_whole_result_shows_it(lab, qtbot):
    open_photo(qtbot, lab, photo())
    finish(qtbot, lab)
    drag(lab, 6)
    lab.document.undo()
    assert not lab.live.active
    assert values(lab, "convolution") is lab.result.convolution


def test_impossible_settings_leave_the_last_picture(lab, qtbot):
    open_photo(qtbot, lab, photo())
    lab.document.edit_settings("Dilation", dilation=(400, 1), padding="valid")
    assert not lab.live.active
    assert "Still the 3\u00d73" in lab.stages.cards["convolution"].stale._text.text().replace(" ", " ")
    lab.document.undo()
    assert lab.live.active


def test_another_colour_range_keeps_the_values(lab, qtbot):
    open_photo(qtbot, lab, photo())
    shown = lab.live.result
    lab.document.edit("Range", color_range=ColorRange("fixed", -50, 50))
    assert lab.live.result is shown
    assert lab.stages.cards["convolution"].picture.content().scale.high == 50


def test_colours_do_not_jump_when_the_whole_map_is_there(lab, qtbot):
    image = photo(900, 1200)
    open_photo(qtbot, lab, image)
    shown = lab.stages.cards["convolution"].picture.content().scale
    finish(qtbot, lab)
    assert lab.stages.cards["convolution"].picture.content().scale == shown


def test_a_range_that_was_wrong_is_corrected(lab, qtbot, monkeypatch):
    open_photo(qtbot, lab, photo())
    monkeypatch.setattr("convviz.film.contents.STEADY", 1.0)
    monkeypatch.setattr("convviz.core.stages.pipeline.magnitude", lambda array, *, noise: 123.0)
    finish(qtbot, lab)
    assert lab.stages.cards["convolution"].picture.content().scale.high == 123


def test_export_waits_for_the_whole_map(lab, qtbot, tmp_path):
    open_photo(qtbot, lab, photo())
    edit(qtbot, lab, 4)
    lab.export_stage("pooling", str(tmp_path / "pooling.npy"))
    assert not list(tmp_path.iterdir())
    assert lab.queue.wait_idle(20)
    expected = run(lab.document.state.image, lab.document.settings).pooling
    np.testing.assert_array_equal(np.load(tmp_path / "pooling.npy"), expected)


def test_a_pointed_cell_is_explained_from_what_is_on_show(lab, qtbot):
    image = photo()
    open_photo(qtbot, lab, image)
    edit(qtbot, lab, 4)
    lab.stages.cards["pooling"].picture.pointed.emit((20, 30))
    assert lab.view.explanation.pooling.value == run(image, lab.document.settings).pooling[20, 30]


def test_going_back_while_an_answer_is_worked_out(lab, qtbot):
    open_photo(qtbot, lab, photo())
    drag(lab, 6)
    lab.document.undo()
    finish(qtbot, lab)
    assert lab.result.settings == lab.document.settings == START
    qtbot.waitUntil(lambda: lab.live.at_rest)
    assert values(lab, "convolution") is lab.result.convolution


def test_small_pictures_are_computed_as_a_whole(lab, qtbot):
    lab.document.open(DocumentState(image=photo(20, 30), settings=START))
    assert not lab.live.active
    assert lab.queue.wait_idle(20)
    assert isinstance(values(lab, "convolution"), np.ndarray)


def test_no_map_on_demand_is_left_when_all_is_done(lab, qtbot):
    open_photo(qtbot, lab, photo())
    assert isinstance(values(lab, "convolution"), MapOnDemand)
    finish(qtbot, lab)
    for card in lab.stages.cards.values():
        assert not isinstance(card.picture.content().values, MapOnDemand)


def test_work_for_a_large_picture_that_is_gone_keeps_nothing(lab, qtbot):
    lab.document.open(DocumentState(image=photo(), settings=START))
    lab.document.open(DocumentState(image=photo(20, 30), settings=START))
    assert lab.queue.wait_idle(20)
    qtbot.waitUntil(lambda: lab.live.at_rest)
    assert lab.live._maker is None
    assert lab.live.result is None


def test_the_last_answer_stays_marked_while_the_settings_cannot_be(lab, qtbot):
    open_photo(qtbot, lab, photo())
    shown = values(lab, "convolution")
    lab.document.edit_settings("Dilation", dilation=(400, 1), padding="valid")
    lab.stages.cards["convolution"].picture.pointed.emit((3, 4))
    assert values(lab, "convolution") is shown
    assert lab.view.stale
    assert lab.view.explanation.focus.cell == (3, 4)
