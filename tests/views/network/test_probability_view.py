import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from convviz.views.base import theme
from convviz.views.network.answers.probability_view import Answers, ProbabilityView, Softmax, percent

NAMES = tuple("0123456789")
LOGITS = np.arange(10, dtype=np.float32)
SHARES = np.exp(LOGITS) / np.exp(LOGITS).sum()


@pytest.fixture
def view(show):
    return show(ProbabilityView(), 160, 460)


def test_a_click_on_a_row_chooses_its_class(view, qtbot):
    view.set_answers(Answers(NAMES, LOGITS, SHARES))
    with qtbot.waitSignal(view.chosen) as heard:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.row_rect(7).center().toPoint())
    assert heard.args == [7]
    assert view.accessibleDescription() == "9: 63.2 %"


def test_a_blank_sheet_has_no_answer_to_choose(view, qtbot):
    view.set_answers(Answers(NAMES, LOGITS, SHARES))
    view.clear_answers(NAMES)
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.row_rect(7).center().toPoint())
    assert view.answers() is None


def test_probabilities_of_before_stand_in_the_logits_place(view):
    view.set_answers(Answers(NAMES, LOGITS, SHARES))
    assert view.beside_text(9, 2) == "9.00"
    view.set_before(SHARES[::-1])
    assert view.beside_text(0, 2) == "63.2 %"
    view.set_before(None)
    assert view.beside_text(9, 2) == "9.00"


def test_keys(view, qtbot):
    view.set_answers(Answers(NAMES, LOGITS, SHARES))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.chosen) as heard:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == [1]


@pytest.mark.parametrize(
    ("share", "text"),
    [(1.0, "> 99.9 %"), (0.9994, "99.9 %"), (0.25, "25.0 %"), (0.0006, "0.1 %"), (0.0, "< 0.1 %")],
)
def test_no_more_figures_than_they_deserve(share, text):
    assert percent(share) == text


def test_the_softmax_of_large_logits_is_divided_by_the_first():
    told = Softmax("1", np.array([0.0, 800.0]), 1)
    assert told.numbers == ("1", "1.000000")
    assert told.probability == 1.0
    assert Softmax("0", np.array([0.0, 0.0]), 0).numbers == ("1.0000", "2.0000")


def test_many_classes_are_sorted_and_scroll(show, qtbot):
    shares = np.full(40, 0.01, np.float32)
    shares[[31, 8]] = 0.4, 0.2
    view = show(ProbabilityView(), 150, 300)
    view.set_answers(Answers(tuple(f"class {at}" for at in range(40)), np.zeros(40), shares))
    assert view.row_rect(31).top() < view.row_rect(8).top() < view.row_rect(0).top()
    assert view.minimumHeight() > 40 * 20
    chosen = []
    view.chosen.connect(chosen.append)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.row_rect(8).center().toPoint())
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen == [8, 31]


@pytest.mark.parametrize(
    ("largest", "width", "text"),
    [(9.0, 160, "−9.00"), (12.3, 160, "−12.30"), (99.9, 140, "−100"), (1234.5, 160, "−1,234.5")],
)
def test_a_wide_logit_leaves_the_probability_its_room(view, largest, width, text):
    view.resize(width, 460)
    view.set_answers(Answers(NAMES, np.linspace(largest, -largest, 10, dtype=np.float32), np.eye(10)[0]))
    assert view.beside_text(9, view._decimals()) == text
    label = QFontMetricsF(theme.font("label", view.font()))
    bold = QFontMetricsF(theme.font("strong", view.font()))
    assert (
        max(label.horizontalAdvance(view.beside_text(at, view._decimals())) for at in range(10))
        <= view.logit_width()
    )
    assert bold.horizontalAdvance("> 99.9 %") <= view.share_width()
