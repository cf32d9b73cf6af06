"""What a person asks the Lab for: menus of the cards, links of the strip, pins, channels, files, room."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from convviz.core.images.image import from_array
from convviz.core.kernels.kernel import Kernel
from convviz.core.samples.pictures import x_image
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.document.state.state import ColorRange, DocumentState, Pin
from convviz.pages.lab import ranges

LEFT = Qt.MouseButton.LeftButton
DIAGONAL = Kernel([[1, -1, -1], [-1, 1, -1], [-1, -1, 1]])
COLOURS = np.random.default_rng(4).integers(0, 256, (20, 30, 3), dtype=np.uint8)


@pytest.fixture
def page(lab_page):
    """The X, its diagonal kernel, ReLU and 2 by 2 maxima."""
    settings = Settings(DIAGONAL, activation="relu", pool=PoolSettings("max"))
    lab_page.document.open(DocumentState(image=x_image(), settings=settings))
    assert lab_page.queue.wait_idle()
    return lab_page


def choose(page, stage, key):
    """Choose from the menu of a card."""
    menu = page.stages.cards[stage].menu
    inner = [action.menu().actions() for action in menu.actions() if action.menu()]
    (found,) = [action for action in [*menu.actions(), *sum(inner, [])] if action.data() == key]
    found.trigger()


def click_cell(page, stage, row, column):
    picture = page.stages.cards[stage].picture
    centre = picture.content().cell_rect(row, column).center()
    QTest.mouseClick(picture, LEFT, pos=page.stages.viewport.to_screen(centre.y(), centre.x()).toPoint())


def test_the_menu_of_a_card_sets_the_zoom(page):
    fitting = page.stages.viewport.scale
    choose(page, "convolution", "actual")
    assert page.stages.viewport.scale == 1.0
    choose(page, "convolution", "fit")
    assert page.stages.viewport.scale == fitting


def test_averages_are_chosen_for_all_cards(page):
    choose(page, "input", "average")
    assert page.view.choices == (True, "auto")
    choose(page, "pooling", "exact")
    assert page.view.choices == (False, "auto")


def test_bytes_are_shown_as_0_to_1_and_back(page):
    page.document.edit("Open picture", image=from_array(COLOURS))
    choose(page, "input", "unit")
    assert page.document.settings.unit_range
    choose(page, "input", "unit")
    assert not page.document.settings.unit_range


def test_a_picture_is_copied_as_it_is_shown(page):
    QGuiApplication.clipboard().clear()
    choose(page, "convolution", "copy")
    picture = page.stages.cards["convolution"].picture
    assert QGuiApplication.clipboard().pixmap().size() == picture.size()


def test_a_stage_that_is_to_be_exported_is_named(page, qtbot):
    with qtbot.waitSignal(page.export_wanted) as caught:
        choose(page, "activation", "export")
    assert caught.args == ["activation"]


@pytest.mark.parametrize(
    ("typed", "chosen"), [((-12.5, 12.5), ColorRange("fixed", -12.5, 12.5)), (None, ColorRange())]
)
def test_a_fixed_range_is_asked_for_and_may_be_given_up(page, monkeypatch, typed, chosen):
    monkeypatch.setattr(ranges, "ask_range", lambda *question, signed: typed)
    choose(page, "convolution", "range:fixed")
    assert page.document.state.color_range == chosen
    assert page.view.choices[1] == chosen.mode
    *_, choices = [one.menu() for one in page.stages.cards["convolution"].menu.actions() if one.menu()]
    assert [one.data() for one in choices.actions() if one.isChecked()] == [f"range:{chosen.mode}"]


def test_a_symmetric_range_needs_no_number(page):
    choose(page, "convolution", "range:symmetric")
    assert page.document.state.color_range == ColorRange("symmetric")


def test_the_links_of_the_strip_lead_to_what_they_name(page, qtbot):
    page.activateWindow()

    def focus_after(name):
        QTest.mouseClick(page.strip.links[name], LEFT)
        return QApplication.focusWidget()

    assert page.kernel_panel.isAncestorOf(focus_after("kernel")) or page.kernel_panel.hasFocus()
    assert page.settings_panel.isAncestorOf(focus_after("padding"))
    assert focus_after("input") is page.stages.cards["input"].picture
    page.document.edit("Open picture", image=from_array(COLOURS))
    assert focus_after("input") is page.channel_mode


def test_a_folded_stage_leads_to_its_setting(page):
    page.document.edit_settings("Activation", activation="none", pool=PoolSettings("none"))
    assert page.queue.wait_idle()
    page.activateWindow()
    focused = []
    for stage in ("activation", "pooling"):
        assert page.stages.cards[stage].is_folded()
        QTest.mouseClick(page.stages.cards[stage], LEFT)
        focused.append(QApplication.focusWidget())
    assert all(page.settings_panel.isAncestorOf(widget) for widget in focused)
    assert focused[0] is not focused[1]


def test_what_is_switched_off_is_copied_from_the_convolution(page):
    page.document.edit_settings("Activation", activation="none")
    assert page.queue.wait_idle()
    choose(page, "activation", "copy")
    picture = page.stages.cards["convolution"].picture
    assert QGuiApplication.clipboard().pixmap().size() == picture.size()


def test_a_click_pins_a_cell_and_a_second_one_takes_the_pin_away(page):
    click_cell(page, "convolution", 1, 1)
    assert page.document.state.pin == Pin("convolution", 1, 1, 0)
    click_cell(page, "convolution", 1, 1)
    assert page.document.state.pin is None


def test_the_pin_button_keeps_the_place_that_was_pointed_at(page):
    page.stages.cards["convolution"].picture.pointed.emit((2, 3))
    QTest.mouseClick(page.why.header.pin, LEFT)
    assert page.document.state.pin == Pin("convolution", 2, 3, 0)
    page.stages.cards["convolution"].picture.pointed.emit((5, 5))
    assert page.view.pinned
    QTest.mouseClick(page.why.header.pin, LEFT)
    assert page.document.state.pin is None


def test_the_mode_of_the_channels_is_chosen_and_then_the_channel_with_the_one_switch(page):
    page.document.edit("Open picture", image=from_array(COLOURS))
    page.channel_mode.setFocus()
    QTest.keyClick(page.channel_mode, Qt.Key.Key_Home)
    first = page.document.settings.channels
    QTest.keyClick(page.channel_mode, Qt.Key.Key_End)
    assert page.document.settings.channels != first
    page.document.edit_settings("Channels", channels="each")
    assert page.queue.wait_idle()
    click_cell(page, "convolution", 1, 1)
    keys = page.kernel_panel.header.channels
    for channel, colour in ((2, "blue"), (1, "green")):
        QTest.mouseClick(keys.button(str(channel)), LEFT)
        assert page.document.state.shown_channel == channel
        assert page.view.traces.convolution.channel == channel
        assert page.stages.cards["convolution"]._shape_text.endswith(f" · {colour}")
    page.document.undo()
    assert page.kernel_panel._channel == 0  # both choices are one step


def test_pointing_at_a_weight_lights_what_it_touches(page):
    page.kernel_panel.grid.tap_pointed.emit((0, 2))
    (mark,) = page.stages.cards["input"].picture.highlights()
    assert (mark.kind, list(mark.cells.rows), list(mark.cells.columns)) == (
        "taps",
        [0, 1, 2, 3, 4, 5, 6],
        [2, 3, 4, 5, 6, 7, 8],
    )
    page.kernel_panel.grid.tap_pointed.emit(None)
    assert page.stages.cards["input"].picture.highlights() == ()


def test_kernels_are_saved_and_opened_and_errors_name_the_file(page, tmp_path):
    said = []
    page.message.connect(lambda kind, text: said.append((kind, text)))
    page.save_kernel(str(tmp_path / "mine.json"))
    page.document.edit_settings("Kernel", kernel=Kernel([[1.0]]))
    page.open_kernel(str(tmp_path / "mine.json"))
    assert page.document.settings.kernel.weights.tolist() == DIAGONAL.weights.tolist()
    page.open_kernel(str(tmp_path / "missing.json"))
    assert [kind for kind, _ in said] == ["info", "error"]
    assert said[0][1] == "The kernel is in mine.json."
    assert "missing.json" in said[1][1]


def test_f6_visits_the_regions_in_order(page):
    """The comparison is passed over while it is hidden."""
    first = [page.strip, page.compare, page.stages.cards["input"].picture]
    assert page.focus_regions() == [*first, page.kernel_panel, page.settings_panel, page.why]


def test_a_change_of_the_network_is_none_of_the_lab(page):
    before = page.view
    page.document.edit("Draw", network=page.document.state.network.__class__(key="lenet"))
    assert page.view is before


def test_a_change_of_language_says_everything_again(page):
    before = page.view
    said = []
    page.info_changed.connect(said.append)
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.view is not before
    assert page.stages.cards["input"].title.text() == "Input"
    assert len(said) >= 1


def test_a_narrow_page_has_tabs_and_a_wide_one_none(page):
    page.resize(900, 760)
    panels = page.kernel_panel
    assert panels.parent() is not None
    narrow = page.settings_panel.isVisible()
    page.resize(1200, 760)
    assert (narrow, page.settings_panel.isVisible()) == (False, True)


def test_where_a_table_is_dropped_says_what_it_is_meant_as(page, qtbot):
    page.resize(1400, 800)
    with qtbot.waitExposed(page):
        page.show()

    def middle(widget):
        return widget.mapTo(page, widget.rect().center())

    assert page.meant_at(middle(page.kernel_panel)) == "kernel"
    assert page.meant_at(middle(page.stages.cards["input"])) == "picture"
    assert page.meant_at(middle(page.stages.cards["convolution"])) == ""
