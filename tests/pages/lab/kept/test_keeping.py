"""Before and after on the Lab: kept with a key or a click, pointed at in both maps, undone, and in no way."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from convviz.app.window.body import focus_next
from convviz.core.images.image import from_array
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.kernel_library import library
from convviz.core.samples.pictures import x_image
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.document.state.state import DocumentState, KeptResult

LEFT = Qt.MouseButton.LeftButton
DIAGONAL = Settings(library("diagonal"), activation="relu", pool=PoolSettings("max"))
PADDED = Settings(library("diagonal"), padding="same")


@pytest.fixture
def page(lab_page):
    """The X under its diagonal, in a window of its own."""
    show(lab_page, x_image(), DIAGONAL)
    return lab_page


def show(page, image, settings, **more):
    page.document.open(DocumentState(image=image, settings=settings, **more))
    settle(page)


def settle(page):
    assert page.queue.wait_idle()
    page.kept.complete()
    QApplication.processEvents()  # cards that come have their places


def change(page, **settings):
    page.document.edit_settings("Settings", **settings)
    settle(page)


def keep(page, stage="convolution"):
    picture = page.stages.cards[stage].picture
    picture.setFocus()
    QTest.keyClick(picture, Qt.Key.Key_K)
    settle(page)


def point(page, picture, row, column):
    centre = picture.content().cell_rect(row, column).center()
    QTest.mouseMove(picture, page.stages.viewport.to_screen(centre.y(), centre.x()).toPoint())


def shown(picture):
    return picture.content().values.tolist()


def seen(page):
    return [stage for stage, card in page.stages.cards.items() if card.isVisible()]


def test_k_keeps_the_result_and_lays_it_beside_the_present_one(page):
    keep(page)
    assert page.document.state.kept == KeptResult(DIAGONAL, "convolution", "beside")
    assert page.compare.sentence.text().startswith("Kept and now are the same")
    change(page, kernel=library("anti_diagonal"), stride=(2, 2))
    assert page.compare.sentence.text() == (
        "Kept: Diagonal of the X, stride 1. Now: Anti-diagonal of the X, stride 2."
    )
    assert seen(page) == ["input", "convolution"]
    assert page.stages.kept.title.text() == "Convolution, kept"
    assert page.stages.kept.shape.text() == "7 × 7"
    assert shown(page.stages.kept.picture)[0] == [7, -1, 1, 3, 5, -1, 3]


def test_one_place_has_two_values_and_a_difference(page):
    keep(page)
    change(page, kernel=library("anti_diagonal"))
    point(page, page.stages.cards["convolution"].picture, 1, 1)
    assert page.compare.here.text() == "Here: kept 9, now 1, difference −8"
    assert [mark.kind for mark in page.stages.kept.picture.highlights()] == ["out"]
    assert page.stages.kept.picture.pointed_cell() == (1, 1)


def test_the_same_place_is_another_cell_at_another_stride(page):
    show(page, x_image(), PADDED)
    keep(page)
    change(page, stride=(2, 2))
    point(page, page.stages.cards["convolution"].picture, 1, 2)
    assert page.stages.kept.picture.pointed_cell() == (2, 4)
    kept, now = page.kept.result.convolution, page.result.convolution
    assert kept[2, 4] == now[1, 2] == 3
    point(page, page.stages.kept.picture, 2, 5)
    assert page.stages.kept.picture.pointed_cell() == (2, 5)
    assert page.view.explanation.focus.place == ("convolution", (1, 3))
    assert page.compare.here.text() == "Here: kept −1, now 1, difference 2"


def test_a_place_that_the_present_map_lacks_is_named(page):
    show(page, x_image(), PADDED)
    keep(page)
    change(page, padding="valid")
    point(page, page.stages.kept.picture, 0, 0)
    assert page.compare.here.text() == "Here: kept 2; the present map has no value at this place"
    assert page.stages.cards["convolution"].picture.highlights() == ()


def test_the_window_of_the_kept_value_is_marked_on_the_input_where_it_is_another(page):
    keep(page)
    point(page, page.stages.cards["convolution"].picture, 2, 2)
    marks = page.stages.cards["input"].picture.highlights()
    assert [mark.kind for mark in marks] == ["window"]
    change(page, kernel=Kernel(np.ones((5, 5))))
    point(page, page.stages.cards["convolution"].picture, 2, 2)
    marks = {mark.kind: list(mark.cells.rows) for mark in page.stages.cards["input"].picture.highlights()}
    assert marks == {"window": [2, 3, 4, 5, 6], "context": [3, 4, 5]}


def test_a_smaller_picture_has_no_place_that_was_pointed_at_before(page):
    show(page, x_image(), replace(PADDED, pool=PoolSettings("max")))
    keep(page, "pooling")
    change(page, padding="valid")
    point(page, page.stages.kept.picture, 3, 3)
    assert page.stages.kept.picture.pointed_cell() == (3, 3)
    page.document.edit("Open picture", image=from_array(np.eye(4)))
    settle(page)
    assert page.stages.kept.picture.pointed_cell() in [(row, column) for row in (0, 1) for column in (0, 1)]


def test_a_click_on_the_kept_map_pins_the_present_cell(page):
    keep(page)
    change(page, kernel=library("small_x"))
    picture = page.stages.kept.picture
    centre = picture.content().cell_rect(3, 3).center()
    QTest.mouseClick(picture, LEFT, pos=page.stages.viewport.to_screen(centre.y(), centre.x()).toPoint())
    pin = page.document.state.pin
    assert (pin.stage, pin.row, pin.column) == ("convolution", 3, 3)
    assert page.compare.here.text() == "Here: kept 5, now 9, difference 4"


def test_pooled_and_activated_results_are_kept_from_their_menus(page):
    for stage in ("activation", "pooling"):
        menu = page.stages.cards[stage].menu
        next(one for one in menu.actions() if one.data() == "keep").trigger()
        change(page, kernel=library("box"))
        assert seen(page) == ["input", stage]
        change(page, kernel=library("diagonal"))


def test_a_stage_that_is_off_now_gives_way_to_the_one_before_it(page):
    keep(page, "pooling")
    change(page, pool=PoolSettings())
    assert seen(page) == ["input", "activation"]
    assert page.compare.sentence.text() == "Kept: max 2×2. Now: no pooling."


def test_settings_that_do_not_fit_say_so_in_one_sentence(page):
    keep(page)
    show(page, from_array(np.zeros((2, 2), np.uint8)), Settings(Kernel([[1]])), kept=page.document.state.kept)
    sentence = "The kept 3×3 kernel does not fit this picture of 2 × 2."
    assert page.stages.kept.stale._text.text() == sentence
    assert page.stages.kept.picture.content() is None
    assert page.compare.sentence.text() == "Kept: Diagonal of the X. Now: Your own 1×1."
    QTest.mouseClick(page.compare.look.button("slider"), LEFT)
    assert not page.stages.both.pane.isVisible()
    assert page.compare.sentence.text() == sentence


def test_undo_goes_back_step_by_step(page):
    keep(page)
    QTest.mouseClick(page.compare.look.button("slider"), LEFT)
    QTest.mouseClick(page.compare.forget, LEFT)
    assert page.compare.isHidden()
    assert len(seen(page)) == 4
    texts = []
    while page.document.can_undo:
        texts.append(page.document.undo_text)
        page.document.undo()
    assert texts == ["Keep no longer", "Kept result shown", "Keep this result"]
    assert page.document.state.kept is None


def test_the_kept_settings_can_be_the_present_ones_again(page):
    keep(page)
    change(page, kernel=library("box"), stride=(2, 2))
    QTest.mouseClick(page.compare.restore, LEFT)
    assert page.document.settings == DIAGONAL


def test_a_new_picture_is_compared_under_both_settings(page):
    keep(page)
    change(page, kernel=library("box"))
    page.document.edit("Open picture", image=from_array(np.eye(6)))
    settle(page)
    assert page.stages.kept.shape.text() == "4 × 4"
    assert page.kept.result.image is page.document.state.image


def test_one_channel_of_several_is_named(page):
    colours = np.zeros((5, 5, 3), np.uint8)
    colours[:, :, 1] = 7
    show(page, from_array(colours), Settings(library("edge_vertical"), channels="each"), shown_channel=1)
    keep(page)
    change(page, kernel=Kernel([[0, 0, 0], [0, 2, 0], [0, 0, 0]]))
    point(page, page.stages.cards["convolution"].picture, 1, 1)
    assert page.compare.here.text() == "Here, green: kept 0, now 14, difference 14"
    assert page.stages.kept.shape.text() == "3 × 3 × 3 · green"


def test_one_value_has_one_colour_in_both_maps(page):
    keep(page)
    change(page, kernel=Kernel(np.full((3, 3), 2.0)))
    scales = [card.picture.content().scale for card in (page.stages.kept, page.stages.cards["convolution"])]
    assert scales[0] == scales[1]
    assert page.stages.kept.bar_caption.text() == "same range"


def test_impossible_settings_keep_the_last_good_result(page):
    change(page, kernel=Kernel(np.ones((11, 11))))
    keep(page)
    assert page.document.state.kept.settings == DIAGONAL


def test_f6_stops_at_the_comparison_while_there_is_one(page):
    page.strip.links["input"].setFocus()
    focus_next(page.focus_regions())
    assert page.stages.cards["input"].picture.hasFocus()
    keep(page)
    page.strip.links["input"].setFocus()
    focus_next(page.focus_regions())
    assert page.compare.look.button("beside").hasFocus()


def test_forgetting_by_key_leaves_the_focus_on_the_picture(page):
    page.activateWindow()
    keep(page)
    page.compare.forget.setFocus()
    QTest.keyClick(page.compare.forget, Qt.Key.Key_Space)
    assert page.stages.cards["convolution"].picture.hasFocus()


def test_the_kept_map_is_copied_and_exported(page, tmp_path):
    keep(page)
    change(page, kernel=library("box"))
    assert ("kept", "Convolution, kept") in page.export_stages()
    page.export_stage("kept", str(tmp_path / "kept.npy"))
    assert np.load(tmp_path / "kept.npy")[0].tolist() == [7, -1, 1, 3, 5, -1, 3]
    QGuiApplication.clipboard().clear()
    page._on_kept_action("convolution", "copy")
    assert QGuiApplication.clipboard().pixmap().size() == page.stages.kept.picture.size()


def test_before_and_after_is_a_figure(page):
    assert "compare" not in dict(page.export_figures())
    keep(page)
    change(page, kernel=library("box"))
    assert dict(page.export_figures())["compare"] == "Before and after"
    figure = page.figure("compare", "light")
    assert [side.name for side in figure.sides] == ["Convolution, kept", "Convolution"]
    assert figure.sentence == "Kept: Diagonal of the X. Now: Box."
    assert page.figure("kept", "dark").size.height() > 100
