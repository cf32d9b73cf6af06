"""The card with the formulas: what it shows, and what it copies."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from convviz.core import AxisSize, Kernel, PoolSettings, Settings, chain
from convviz.views.explain.formula.card import FormulaCard
from convviz.views.explain.formula.view import (
    Block,
    Brackets,
    Fraction,
    Row,
    Run,
    fonts,
    number_row,
    plain_line,
    symbol_row,
)

SETTINGS = Settings(Kernel([[1] * 3] * 3), padding="same", activation="relu", pool=PoolSettings("max"))


@pytest.fixture
def card(qtbot):
    widget = FormulaCard()
    qtbot.addWidget(widget)
    widget.resize(660, 110)
    widget.show()
    return widget


def texts(box):
    """Every piece of text in a tree of boxes, in the order it is painted."""
    if isinstance(box, Run):
        return [box.text]
    if isinstance(box, Row):
        return [text for part in box.boxes for text in texts(part)]
    if isinstance(box, Fraction):
        return texts(box.top) + texts(box.bottom)
    return texts(box.inner)


def test_lines_of_the_x(card):
    card.set_chain(chain((9, 9), SETTINGS), SETTINGS)
    assert card.formulas.text().split("\n") == [
        "Rows: ⌊(9 + 1 + 1 − 3) / 1⌋ + 1 = 9",
        "Columns: ⌊(9 + 1 + 1 − 3) / 1⌋ + 1 = 9",
        "Pooling: ⌊(9 − 2) / 2⌋ + 1 = 4 × 4",
    ]
    assert card.words() == "pooling drops 1 row and 1 column (9 = 4·2 + 1)"
    assert "⌊(9 − 2) / 2⌋ + 1 = 4 × 4" in card.accessibleDescription()


def test_symbols_and_numbers_agree(qapp):
    block = Block("Rows", AxisSize(400, 3, 2, 1, 0, 1))
    type_ = fonts(qapp.font())
    assert "".join(texts(symbol_row(block, type_))) == "⌊(i + p1 + p2 − keff) / s⌋ + 1"
    assert "".join(texts(number_row(block, type_))) == "400 + 0 + 1 − 32  + 1 = 200"


def test_ceiling_turns_the_brackets(qapp):
    block = Block("Pooling", AxisSize(9, 2, 2, ceil=True), pool=True)
    brackets = number_row(block, fonts(qapp.font())).boxes[0]
    assert isinstance(brackets, Brackets)
    assert brackets.ceil
    assert plain_line(block) == "Pooling: ⌈(9 − 2) / 2⌉ + 1 = 5"


def test_window_that_would_see_only_padding_is_taken_off(qapp):
    axis = AxisSize(5, 2, 3, before=0, after=2, ceil=True)
    assert axis.output == 2
    assert plain_line(Block("Pooling", axis, pool=True)) == "Pooling: ⌈(5 + 0 + 2 − 2) / 3⌉ + 1 − 1 = 2"


def test_dilation_makes_room_for_its_line(card):
    card.set_chain(chain((9, 9), SETTINGS), SETTINGS)
    flat = card.formulas.sizeHint().height()
    wide = Settings(Kernel([[1] * 3] * 3), dilation=(2, 2))
    card.set_chain(chain((9, 9), wide), wide)
    assert card.formulas.sizeHint().height() > flat
    assert "k_eff = 2·(3 − 1) + 1 = 5" in card.formulas.text()


def test_long_numbers_shrink_until_they_fit(card):
    settings = Settings(Kernel([[1] * 31] * 31), padding="same", pool=PoolSettings("max"))
    card.set_chain(chain((8000, 12000), settings), settings)
    card.resize(590, 110)
    painted = card.formulas.grab().toImage()
    right = painted.width() - 6
    blank = painted.pixelColor(right, 4)
    assert all(painted.pixelColor(right, y) == blank for y in range(painted.height()))
    assert 0.8 < card.formulas.squeeze() < 1


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("text", "floor((9 + 1 + 1 - 3) / 1) + 1 = 9"),
        ("latex", r"\begin{align*}"),
        ("scipy", "scipy"),
        ("keras", "keras"),
        ("pytorch", "torch"),
    ],
)
def test_copy_as(card, qtbot, kind, part):
    card.set_chain(chain((9, 9), SETTINGS), SETTINGS)
    with qtbot.waitSignal(card.copied) as heard:
        card.copy_menu._actions[kind].trigger()
    assert heard.args == [kind]
    assert part in QGuiApplication.clipboard().text()


def test_code_for_a_colour_picture_makes_it_grey_first(card):
    card.set_chain(chain((9, 9, 3), SETTINGS), SETTINGS, (0.0, 255.0), (9, 9, 3))
    card.copy("scipy")
    assert "shape (9, 9, 3)" in QGuiApplication.clipboard().text()
    assert "0.299" in QGuiApplication.clipboard().text()


def test_copy_with_the_keyboard(card, qtbot):
    card.set_chain(chain((9, 9), SETTINGS), SETTINGS)
    card.formulas.setFocus()
    qtbot.keyClick(card.formulas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == card.formulas.text()


def test_error_takes_the_place_of_the_formulas(card):
    card.set_chain(chain((9, 9), SETTINGS), SETTINGS)
    card.set_error("Kernel 5×5 does not fit 3×3 + padding 0.")
    assert not card.copy_menu.isEnabled()
    assert card.formulas.text() == ""
    assert card.accessibleDescription() == "Kernel 5×5 does not fit 3×3 + padding 0."
    card.set_chain(chain((9, 9), SETTINGS), SETTINGS)
    assert card.formulas.isVisible()


def test_it_is_named_from_the_start(card):
    assert (card.title.text(), card.copy_menu.text()) == ("Output size", "Copy as")
    entries = [action.text() for action in card.copy_menu.menu().actions() if not action.isSeparator()]
    assert entries == ["Plain text", "LaTeX", "Python with SciPy", "Python with Keras", "Python with PyTorch"]
