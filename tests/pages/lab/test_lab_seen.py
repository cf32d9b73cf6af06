"""What is seen of the Lab's state, not only what is said: pale pictures, planes, ticks, grey controls."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest

from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.document.state.state import ColorRange, DocumentState, Pin
from convviz.pages.lab import ranges
from convviz.pages.lab.layout import LowerPanels
from convviz.views.base import theme

LEFT = Qt.MouseButton.LeftButton
GREY = Image(np.arange(77, dtype=np.uint8).reshape(7, 11), name="grey.png")
COLOURS = Image(np.arange(231, dtype=np.uint8).reshape(7, 11, 3), name="colours.png")
POOL = PoolSettings("max", size=(2, 3), stride=(1, 2), padding="same")
SETTINGS = Settings(Kernel(np.arange(10.0).reshape(2, 5)), activation="relu", pool=POOL)


@pytest.fixture
def page(lab_page):
    lab_page.resize(1440, 860)
    shows(lab_page)
    return lab_page


def shows(page, image=GREY, **changes):
    page.document.open(DocumentState(image=image, settings=SETTINGS, **changes))
    assert page.queue.wait_idle()


def ticked(page, stage="convolution"):
    menu = page.stages.cards[stage].menu
    inner = [action.menu().actions() for action in menu.actions() if action.menu()]
    return {one.data() for one in [*menu.actions(), *sum(inner, [])] if one.isChecked()}


def corner(page, stage):
    """The colour of the first cell as it is painted, beside its number."""
    picture = page.stages.cards[stage].picture
    place = page.stages.viewport.to_screen(0.06, 0.06).toPoint()
    return picture.grab().toImage().pixelColor(place)


def paleness(page, stage):
    """How far that colour is from the ground of the card."""
    ground, colour = theme.tokens(page).color("sunken"), corner(page, stage)
    return sum(abs(a - b) for a, b in zip(ground.getRgb()[:3], colour.getRgb()[:3], strict=True))


STAGES = ("input", "convolution", "activation", "pooling")


def test_results_are_pale_exactly_while_they_are_out_of_date(page):
    fresh = {stage: corner(page, stage) for stage in STAGES}
    assert all(isinstance(one, QColor) for one in fresh.values())
    page.document.edit_settings("Stride", stride=(9, 9), kernel=Kernel(np.ones((9, 5))))  # fits no more
    stale = {stage: corner(page, stage) for stage in STAGES}
    assert stale["input"] == fresh["input"]
    for stage in STAGES[1:]:
        assert stale[stage] != fresh[stage], stage
    page.document.undo()
    assert page.queue.wait_idle()
    assert {stage: corner(page, stage) for stage in STAGES} == fresh


@pytest.mark.parametrize(
    ("image", "mode", "planes"),
    [
        (GREY, "grey", 1),
        (GREY, "sum", 1),
        (GREY, "each", 1),
        (COLOURS, "grey", 1),
        (COLOURS, "sum", 3),
        (COLOURS, "each", 3),
    ],
)
def test_the_kernel_has_a_plane_for_every_channel_that_it_meets(page, image, mode, planes):
    shows(page, image)
    page.document.edit_settings("Channels", channels=mode)
    assert page.queue.wait_idle()
    assert page.kernel_panel._channels == planes
    assert page.kernel_panel.header.channels.isVisible() == (planes == 3)
    assert page.kernel_panel.header.apart.isVisible() == (planes == 3)
    assert page.channel_mode.isVisible() == (image is COLOURS)
    named = page.stages.cards["convolution"]._shape_text.endswith(" · red")
    assert named == (image is COLOURS and mode == "each")


@pytest.mark.parametrize(
    ("chosen", "key"),
    [
        (ColorRange(), "range:auto"),
        (ColorRange("symmetric"), "range:symmetric"),
        (ColorRange("fixed", -5, 5), "range:fixed"),
    ],
)
def test_the_menus_tick_what_is_chosen(page, chosen, key):
    shows(page, color_range=chosen)
    for stage in STAGES[1:]:
        assert ticked(page, stage) == {"exact", key}
    assert ticked(page, "input") == {"exact", "range:auto"}
    shows(page, input_range=chosen)
    assert ticked(page, "input") == {"exact", key}
    assert ticked(page, "pooling") == {"exact", "range:auto"}


def test_the_range_of_bytes_is_offered_for_bytes_alone(page):
    unit = page.stages.cards["input"]._actions["unit"]
    assert unit.isEnabled()
    assert not unit.isChecked()
    page.document.edit_settings("Range", unit_range=True)
    assert "unit" in ticked(page, "input")
    shows(page, Image(np.linspace(-1, 1, 77).reshape(7, 11), -1, 1))
    assert not unit.isEnabled()


def test_a_range_that_was_refused_leaves_the_tick_where_it_was(page, monkeypatch):
    asked = []

    def no(parent, low, high, *, signed):
        asked.append((low, high, signed))

    monkeypatch.setattr(ranges, "ask_range", no)
    (action,) = [one for key, one in page.stages.cards["pooling"]._actions.items() if key == "range:fixed"]
    action.trigger()
    high = page.view.cards["convolution"].show.content.scale.high
    assert asked == [(-high, high, True)]
    assert page.document.state.color_range == ColorRange()
    assert ticked(page, "pooling") == ticked(page, "input") == {"exact", "range:auto"}


def test_without_a_picture_what_needs_one_is_grey(page):
    page.document.open(DocumentState())
    assert not page.formula.copy_menu.isEnabled()
    assert page.export_stages() == []
    assert all(card.picture.content() is None for card in page.stages.cards.values())
    shows(page)
    assert page.formula.copy_menu.isEnabled()
    assert [key for key, _ in page.export_stages()] == list(STAGES)


def test_where_nothing_is_pooled_there_is_no_pooled_map_to_export(page, tmp_path):
    page.document.edit_settings("Activation", activation="none", pool=PoolSettings())
    assert page.queue.wait_idle()
    assert [key for key, _ in page.export_stages()] == ["input", "convolution", "activation"]
    page.export_stage("pooling", str(tmp_path / "a.npy"))
    assert list(tmp_path.iterdir()) == []


def test_an_export_into_no_folder_is_said_with_its_name(page, tmp_path):
    said = []
    page.message.connect(lambda kind, text: said.append((kind, text)))
    page.export_stage("convolution", str(tmp_path / "gone" / "a.npy"))
    page.save_kernel(str(tmp_path / "gone" / "mine.json"))
    assert [kind for kind, _ in said] == ["error", "error"]
    assert said[0][1].startswith("a.npy")
    assert said[1][1].startswith("mine.json")


def test_a_file_that_holds_no_kernel_changes_nothing(page, tmp_path):
    said = []
    page.message.connect(lambda kind, text: said.append((kind, text)))
    (tmp_path / "mine.json").write_text("{")
    before = page.document.state
    page.open_kernel(str(tmp_path / "mine.json"))
    assert page.document.state is before
    ((kind, text),) = said
    assert kind == "error"
    assert "mine.json" in text


def test_the_results_of_a_picture_that_was_replaced_are_not_shown(page):
    late = page.result
    page.document.edit("Open picture", image=Image(np.ones((5, 9), np.uint8)))
    assert page.queue.wait_idle()
    shown = page.result
    page.queue.result_ready.emit(99, late)
    assert page.result is shown
    assert page.stages.cards["input"].picture.content().values.shape == (5, 9)


def test_a_pin_elsewhere_moves_the_pin_and_keeps_one_step(page):
    for cell in ((1, 2), (2, 1), (0, 3)):
        page.stages.cards["convolution"].picture.clicked.emit(*cell)
    assert page.document.state.pin == Pin("convolution", 0, 3)
    page.document.undo()
    assert page.document.state.pin is None


def test_the_window_of_another_channel_shows_the_kernels_plane_of_it(page):
    shows(page, COLOURS)
    page.document.edit_settings("Channels", channels="sum")
    assert page.queue.wait_idle()
    page.stages.cards["convolution"].picture.pointed.emit((1, 2))
    QTest.mouseClick(page.kernel_panel.header.channels.button("2"), LEFT)
    assert page.kernel_panel._channel == 2
    assert page.why.channel() == 2
    page.document.undo()
    assert (page.kernel_panel._channel, page.why.channel()) == (0, 0)


def test_a_copied_picture_of_a_card_is_its_own(page):
    for stage in ("input", "pooling"):
        page.stages.cards[stage]._actions["copy"].trigger()
        snapshot = page.stages.cards[stage].snapshot().toImage()
        assert QGuiApplication.clipboard().pixmap().toImage() == snapshot


def test_panels_that_hold_nothing_yet_have_room_for_it(qtbot):
    panels = LowerPanels()
    qtbot.addWidget(panels)
    panels.resize(900, 300)
    panels.show()
    assert panels.sizeHint().height() > panels.minimumSizeHint().height() > 0
