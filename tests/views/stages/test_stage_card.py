"""A stage's card: title, shape, menu, folding."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtWidgets import QApplication

from convviz.core.explain.links import AxisGrid, Cells, StageGrid
from convviz.views.base import theme
from convviz.views.base.colours import ColourScale
from convviz.views.picture.scene import Content, Highlight
from convviz.views.picture.viewport import Viewport
from convviz.views.stages.stage_card import FOLDED_WIDTH, StageCard

SHAPE = "1,500 \u00d7 2,000 \u00b7 average 2\u00d72"


def content(values, scale=None):
    values = np.asarray(values)
    grid = StageGrid(AxisGrid(0.0, 1.0, values.shape[0]), AxisGrid(0.0, 1.0, values.shape[1]))
    return Content(values, grid, scale or ColourScale())


@pytest.fixture
def card(qtbot):
    viewport = Viewport()
    widget = StageCard("pooling", viewport)
    viewport.setParent(widget)
    widget.viewport = viewport
    qtbot.addWidget(widget)
    widget.resize(331, 412)
    widget.show()
    return widget


def show(card, values, scale=None):
    shown = content(values, scale)
    card.viewport.set_content(shown.bounds())
    card.viewport.set_size(QSizeF(card.picture.size()))
    card.picture.set_content(shown)


def test_title_and_shape(card):
    card.set_shape_text(SHAPE)
    assert card.title.text() == "Pooling"
    assert card.shape.text() == SHAPE
    assert card.shape.toolTip() == SHAPE


def test_the_shape_gives_way_before_the_title_does(card, qtbot):
    card.set_shape_text(SHAPE)
    card.resize(260, 412)
    assert card.shape.text() == "1,500 \u00d7 2,000"
    card.resize(190, 412)
    assert card.shape.text() == ""
    assert card.title.width() >= card.title.sizeHint().width()
    card.resize(331, 412)
    assert card.shape.text() == SHAPE


def test_photos_have_a_loupe_and_number_grids_its_room(card, qtbot):
    show(card, np.zeros((400, 600), np.uint8))
    assert card.loupe.isVisible()
    QApplication.processEvents()  # the picture has given way
    tall = card.picture.height()
    show(card, np.zeros((9, 9)), ColourScale.signed(1))
    assert not card.loupe.isVisible()
    qtbot.waitUntil(lambda: card.picture.height() > tall)


def test_low_cards_do_without_the_loupe(card):
    show(card, np.zeros((400, 600), np.uint8))
    card.resize(331, 300)
    assert not card.loupe.isVisible()
    assert card.bar.isVisible()


def test_folding_leaves_a_strip_with_the_name(card, qtbot):
    card.set_folded(True)
    assert card.is_folded()
    assert card.width() == card.sizeHint().width() == FOLDED_WIDTH or card.maximumWidth() == FOLDED_WIDTH
    assert card.upright.isVisible()
    assert not card.picture.isVisible()
    assert card.upright.accessibleName() == "Pooling"
    with qtbot.waitSignal(card.unfold_requested) as heard:
        qtbot.mouseClick(card.upright, Qt.MouseButton.LeftButton, pos=QPoint(18, 100))
    assert heard.args == ["pooling"]
    card.set_folded(False)
    card.resize(331, 412)
    assert card.picture.isVisible()
    assert not card.upright.isVisible()
    assert card.width() == 331


def test_only_a_left_click_unfolds_and_only_a_folded_card(card, qtbot):
    with qtbot.assertNotEmitted(card.unfold_requested):
        qtbot.mouseClick(card.header, Qt.MouseButton.LeftButton)
        card.set_folded(True)
        qtbot.mouseClick(card.upright, Qt.MouseButton.RightButton)


def test_a_folded_card_is_never_stale(card):
    card.set_folded(True)
    assert not card.stale.isVisible()
    assert not card.busy.is_shown()


def test_the_expand_button_asks(card, qtbot):
    with qtbot.waitSignal(card.expand_requested) as heard:
        qtbot.mouseClick(card.expand_button, Qt.MouseButton.LeftButton)
    assert heard.args == ["pooling"]


@pytest.mark.parametrize(
    "key", ["copy", "export", "fit", "actual", "average", "range:symmetric", "range:fixed"]
)
def test_the_menu_says_what_was_chosen(card, qtbot, key):
    (action,) = [a for a in (*card.menu.actions(), *_submenu(card)) if a.data() == key]
    assert action.text()
    with qtbot.waitSignal(card.action_chosen) as heard:
        action.trigger()
    assert heard.args == ["pooling", key]


def _submenu(card):
    *_, menu = [a.menu() for a in card.menu.actions() if a.menu()]
    return menu.actions()


def test_choices_are_ticked_without_a_word(card, qtbot):
    with qtbot.assertNotEmitted(card.action_chosen):
        card.set_choices(average=True, range_mode="fixed")
    ticked = {a.data() for a in (*card.menu.actions(), *_submenu(card)) if a.isChecked()}
    assert ticked == {"average", "range:fixed"}


def test_a_snapshot_has_no_highlights(card):
    show(card, np.full((9, 9), 100.0), ColourScale("grey"))
    plain = card.snapshot().toImage()
    card.picture.set_highlights([Highlight("window", Cells((1, 2), (1, 2)))])
    assert card.snapshot().toImage() == plain
    assert card.picture.grab().toImage() != plain
    assert plain.size() == card.picture.size()


def test_texts_follow_the_language(card):
    card.title.setText("")
    card.retranslate()
    assert card.title.text() == "Pooling"
    assert card.picture.accessibleName() == "Pooling, picture of the values"


def test_a_change_of_theme_reaches_the_picture(card):
    show(card, np.zeros((9, 9)), ColourScale.signed(1))
    for scheme in (theme.LIGHT, theme.DARK):
        card.setPalette(theme.palette(scheme))
        shot = card.picture.grab().toImage()
        selection = card.viewport.to_screen(4, 4).toPoint() + QPoint(4, 4)
        assert shot.pixelColor(selection).name().upper() == scheme.signed_cells[8]
    assert QRectF(card.rect()).contains(QRectF(card.picture.geometry()))
