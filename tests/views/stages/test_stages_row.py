"""The four cards beside each other, and one alone."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt

from convviz.core.explain.links import AxisGrid, StageGrid
from convviz.views.base.colours import ColourScale
from convviz.views.picture.scene import Content
from convviz.views.stages.stage_card import FOLDED_WIDTH
from convviz.views.stages.stages_row import StagesRow


@pytest.fixture
def row(qtbot):
    widget = StagesRow()
    qtbot.addWidget(widget)
    widget.resize(1360, 412)
    widget.show()
    widget.set_content_bounds(QRectF(0, 0, 600, 400))
    return widget


def shown(row):
    return [stage for stage, card in row.cards.items() if card.isVisible()]


def pictures(row):
    return [c.picture for c in row.cards.values() if c.picture.isVisible()]


def test_four_equal_columns_share_one_viewport(row):
    widths = {card.width() for card in row.cards.values()}
    assert shown(row) == ["input", "convolution", "activation", "pooling"]
    assert max(widths) - min(widths) <= 1
    assert all(abs(p.width() - row.viewport.size.width()) <= 1 for p in pictures(row))
    assert all(p.height() >= row.viewport.size.height() for p in pictures(row))


def test_a_stage_that_is_off_folds_and_the_others_share_its_width(row, qtbot):
    before = row.cards["input"].width()
    row.set_off({"activation"})
    qtbot.waitUntil(lambda: row.cards["activation"].width() == FOLDED_WIDTH)
    assert row.cards["input"].width() > before
    assert row.viewport.size.width() == min(p.width() for p in pictures(row))
    row.set_off(set())
    qtbot.waitUntil(lambda: abs(row.cards["input"].width() - before) <= 1)
    assert not row.cards["activation"].is_folded()


def test_one_stage_alone_and_escape_returns(row, qtbot):
    said = []
    row.expanded_changed.connect(said.append)
    qtbot.mouseClick(row.cards["convolution"].expand_button, Qt.MouseButton.LeftButton)
    assert row.expanded == "convolution"
    assert shown(row) == ["convolution"]
    qtbot.waitUntil(lambda: row.viewport.size.width() > 1300)
    qtbot.keyClick(row.cards["convolution"].picture, Qt.Key.Key_Escape)
    assert row.expanded is None
    assert len(shown(row)) == 4
    qtbot.waitUntil(lambda: row.viewport.size.width() < 400)
    assert said == ["convolution", ""]


def test_the_same_button_returns(row, qtbot):
    button = row.cards["input"].expand_button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert row.expanded is None


def test_escape_is_left_to_others_when_nothing_is_expanded(row, qtbot):
    with qtbot.assertNotEmitted(row.expanded_changed):
        qtbot.keyClick(row.cards["input"].picture, Qt.Key.Key_Escape)


def test_a_stage_that_is_switched_off_while_alone_gives_the_others_back(row, qtbot):
    row.expand("pooling")
    with qtbot.waitSignal(row.expanded_changed) as heard:
        row.set_off({"pooling"})
    assert heard.args == [""]
    assert row.expanded is None
    assert len(shown(row)) == 4


def test_a_click_on_a_folded_card_asks_for_it(row, qtbot):
    row.set_off({"pooling"})
    card = row.cards["pooling"]
    with qtbot.waitSignal(row.unfold_requested) as heard:
        qtbot.mouseClick(card.upright, Qt.MouseButton.LeftButton)
    assert heard.args == ["pooling"]
    assert card.is_folded()  # whoever hears it decides


def test_the_same_place_lies_at_the_same_point_in_every_card(row):
    for stage, pitch in (("input", 1.0), ("pooling", 2.0)):
        count = (int(400 / pitch), int(600 / pitch))
        grid = StageGrid(AxisGrid(0.0, pitch, count[0]), AxisGrid(0.0, pitch, count[1]))
        row.cards[stage].picture.set_content(Content(np.zeros(count, np.uint8), grid, ColourScale()))
    row.viewport.set_scale(8)
    point = QPointF(150, 100)
    r, c = row.cards["input"].picture.cell_at(point)
    assert row.cards["pooling"].picture.cell_at(point) == (r // 2, c // 2)


def test_a_taller_row_zooms_what_is_fitted(row):
    before = row.viewport.scale
    row.resize(1900, 800)
    assert row.viewport.fitted
    assert row.viewport.scale > before
    assert row.viewport.size.width() <= QSizeF(row.cards["input"].picture.size()).width()
