"""The line between kept and now: dragged, moved by keys, spoken, and what is painted on either side."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from convviz.core.explain.links import AxisGrid, StageGrid
from convviz.views.base.colours import ColourScale
from convviz.views.picture.scene import Content
from convviz.views.stages.stages_row import StagesRow

Key = Qt.Key


def content(value):
    """40 by 40 pixels of one value, between -1 and 1."""
    axis = AxisGrid(0.0, 1.0, 40)
    return Content(np.full((40, 40), value), StageGrid(axis, axis), ColourScale.signed(1))


@pytest.fixture
def row(qtbot):
    """A kept map of -1 on a present one of 1."""
    widget = StagesRow()
    qtbot.addWidget(widget)
    widget.resize(1200, 400)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_content_bounds(content(1.0).bounds())
    widget.cards["convolution"].picture.set_content(content(1.0))
    widget.both.pane.set_content(content(-1.0))
    widget.compare("slider", "convolution")
    widget.viewport.set_size(QSizeF(widget.cards["convolution"].picture.size()))
    return widget


def colour(row, share):
    """The colour in the picture's upper half, so far from its left end."""
    picture = row.cards["convolution"].picture
    return picture.grab().toImage().pixelColor(round(picture.width() * share), picture.height() // 4)


def is_blue(colour):
    return colour.blue() > colour.red()


def test_kept_lies_on_the_left_and_now_on_the_right(row):
    assert is_blue(colour(row, 0.4))
    assert not is_blue(colour(row, 0.6))


def test_the_keys_move_the_line(row):
    divider = row.both.divider
    divider.setFocus()
    shares = []
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_PageUp, Key.Key_Home, Key.Key_End):
        QTest.keyClick(divider, key)
        shares.append(row.both.pane.share)
    assert shares == [0.48, 0.5, 0.6, 0.0, 1.0]
    assert is_blue(colour(row, 0.7))


def test_the_line_is_dragged(row):
    divider, picture = row.both.divider, row.cards["convolution"].picture
    QTest.mousePress(divider, Qt.MouseButton.LeftButton, pos=divider.rect().center())
    QTest.mouseMove(divider, divider.mapFrom(picture, QPoint(picture.width() // 4, 50)))
    QTest.mouseRelease(divider, Qt.MouseButton.LeftButton)
    assert row.both.pane.share == pytest.approx(0.25, abs=0.01)
    assert divider.geometry().center().x() == pytest.approx(picture.width() / 4, abs=2)
    assert is_blue(colour(row, 0.2))
    assert not is_blue(colour(row, 0.4))
    QTest.mouseDClick(divider, Qt.MouseButton.LeftButton)
    assert row.both.pane.share == 0.5


def test_the_line_is_spoken_as_a_slider(row):
    spoken = QAccessible.queryAccessibleInterface(row.both.divider)
    assert spoken.role() == QAccessible.Role.Slider
    assert spoken.text(QAccessible.Text.Name) == "Line between the kept and the present result"
    row.both.divider.setValue(30)
    assert spoken.valueInterface().currentValue() == 30


def test_tab_goes_from_the_picture_to_the_line(row):
    picture = row.cards["convolution"].picture
    picture.setFocus()
    assert picture.nextInFocusChain() is row.both.divider


def test_the_mouse_goes_through_the_kept_map(row, qtbot):
    picture = row.cards["convolution"].picture
    with qtbot.waitSignal(picture.clicked):
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(picture.width() // 3, 100))


def test_it_moves_to_the_picture_of_another_stage(row):
    row.compare("slider", "pooling")
    picture = row.cards["pooling"].picture
    assert row.both.pane.parentWidget() is row.both.divider.parentWidget() is picture
    assert row.both.pane.isVisible()
    assert row.both.pane.size() == picture.size()


def test_beside_three_cards_are_seen_and_esc_brings_them_back(row):
    row.compare("beside", "activation")
    assert [stage for stage, card in row.cards.items() if card.isVisible()] == ["input", "activation"]
    assert row.kept.isVisible()
    assert not row.both.divider.isVisible()
    QTest.mouseClick(row.kept.expand_button, Qt.MouseButton.LeftButton)
    assert row.expanded == "kept"
    assert not any(card.isVisible() for card in row.cards.values())
    QTest.keyClick(row, Key.Key_Escape)
    assert row.cards["input"].isVisible()
    row.expand("kept")
    row.compare("", None)
    row.show_alone(("kept",))
    assert row.expanded is None
    assert all(card.isVisible() for card in row.cards.values())
