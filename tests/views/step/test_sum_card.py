"""The sum, written out: its terms, its running total, its result, in facts and in pixels."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from convviz.core import Image, Kernel, PoolSettings, Settings, run, trace
from convviz.core.film.moments import Moment
from convviz.views.step.sum.card import SumCard
from convviz.views.step.sum.paint_sum import fits_over_stairs, flowing

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def card(shown):
    return shown(SumCard(), 796, 226)


def moment(part, products=9, terms=9):
    return Moment("convolution", 1, 1, part, products, terms)


def lines(card):
    return [label.text() for label in card.result.lines if label.text()]


def test_the_x_at_1_1(card, x_result, scales, landed):
    card.set_moment(trace(x_result, "convolution", 1, 1), landed, "product", scales)
    card.set_remark("A perfect match: no sum can be larger.")
    show = card.view.shown()
    assert show.terms[:3] == ["(1)(1)", "(−1)(−1)", "(−1)(−1)"]
    assert show.running.tolist() == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert show.places[3] == "(1, 0)"
    assert card.result.result.text() == "= 9"
    assert lines(card) == ["+ bias 0 = 9", "9 / 9 taps = 1.00"]
    assert card.result.remark.text() == "A perfect match: no sum can be larger."
    assert card.caption.text() == "output (1, 1)"


def test_the_sum_grows_term_by_term(card, x_result, scales):
    found = trace(x_result, "convolution", 0, 1)
    card.set_moment(found, moment("place", 0, 0), "product", scales)
    assert card.result.result.text() == " "
    card.set_moment(found, moment("multiply", 4, 0), "product", scales)
    assert (card.view.shown().written, card.view.shown().added, card.view.shown().current) == (4, 0, 3)
    card.set_moment(found, moment("add", 9, 5), "product", scales)
    assert (card.view.shown().added, card.result.result.text(), lines(card)) == (5, "= −1", [])
    card.set_moment(found, moment("add", 9, 9), "sum", scales)
    assert (card.view.shown().current, card.result.result.text(), lines(card)) == (None, "= −1", [])
    card.set_moment(found, moment("finish"), "product", scales)
    assert lines(card) == ["+ bias 0 = −1", "−1 / 9 taps = −0.11"]


def test_divisor_bias_and_activation(card, scales):
    image = Image(np.array([[10, 10, 0], [10, 10, 0], [10, 10, 0]]))
    settings = Settings(Kernel([[1, 0, 1]] * 3, 4), bias=-10, activation="relu")
    card.set_moment(trace(run(image, settings), "activation", 0, 0), moment("land"), "cell", scales)
    assert card.result.result.text() == "= 30"
    assert lines(card) == ["30 / 4 = 7.50", "− bias 10 = −2.50", "ReLU = 0.00"]


def test_copy_takes_the_whole_line(card, x_result, scales, landed, qtbot):
    card.set_moment(trace(x_result, "convolution", 0, 1), landed, "product", scales)
    with qtbot.waitSignal(card.copied) as heard:
        qtbot.mouseClick(card.copy_button, LEFT)
    text = QGuiApplication.clipboard().text()
    assert heard.args == [text]
    assert text == (
        "(−1)(1) + (−1)(−1) + (−1)(−1) + (1)(−1) + (−1)(1) + (−1)(−1) + (−1)(−1) + (1)(−1) + (−1)(1) = −1"
        "; + bias 0 = −1; −1 / 9 taps = −0.11"
    )


def test_max_pooling(card, x_run, scales):
    result = x_run(padding="same", activation="relu", pool=PoolSettings("max"))
    found = trace(result, "pooling", 0, 3)
    card.set_moment(found, Moment("pooling", 0, 3, "multiply", 2, 0), "product", scales)
    assert (card.view.shown().written, card.result.result.text()) == (2, "= 4")
    card.set_moment(found, Moment("pooling", 0, 3, "land", 4, 4), "product", scales)
    assert card.text() == "max(4, 0, 0, 3) = 4"


def test_average_pooling(card, x_run, scales):
    result = x_run(padding="same", activation="relu", pool=PoolSettings("average"))
    card.set_moment(trace(result, "pooling", 0, 3), Moment("pooling", 0, 3, "land", 4, 4), "cell", scales)
    assert card.text() == "4 + 0 + 0 + 3 = 7; 7 / 4 = 1.75"


def test_a_hidden_result_shows_nowhere_until_revealed(card, x_result, scales, landed, qtbot):
    card.set_moment(trace(x_result, "convolution", 1, 1), landed, "product", scales)
    card.ask("Your guess?")
    assert not card.result.result.isVisible()
    assert card.view.shown().added == 8
    assert card.text() == ""
    box = card.predict_box()
    assert box.isVisible()
    qtbot.keyClicks(box.edit, "7")
    with qtbot.waitSignal(card.guessed) as heard:
        qtbot.keyClick(box.edit, Qt.Key.Key_Return)
    assert heard.args == ["7"]
    assert card.reveal() is False
    assert box.verdict_text() == "Not 7: it is 9."
    assert card.result.result.text() == "= 9"
    assert card.result.result.isVisible()
    card.ask(None)
    assert not box.isVisible()


def test_961_terms_do_not_break_it(card, scales):
    rng = np.random.default_rng(4)
    image = Image(rng.integers(0, 256, (40, 40)).astype(np.uint8))
    result = run(image, Settings(Kernel(rng.integers(-3, 4, (31, 31)))))
    card.set_moment(
        trace(result, "convolution", 1, 1), Moment("convolution", 1, 1, "land", 961, 961), "cell", scales
    )
    show = card.view.shown()
    assert not fits_over_stairs(show, 600, card.font())
    told = flowing(show, 600, card.font())
    assert len(told) == 2
    assert told[-1][-2][1] == "+ …"
    assert told[-1][-1] == (960, f"+ {show.terms[-1]}")
    assert not card.grab().isNull()
    assert card.text().count("(") == 2 * 961


def test_colour_adds_channel_after_channel(card, scales):
    image = Image(np.arange(27, dtype=np.uint8).reshape(3, 3, 3))
    result = run(image, Settings(Kernel([[1, 0, -1]] * 3), channels="sum"))
    found = trace(result, "convolution", 0, 0)
    card.set_moment(found, Moment("convolution", 0, 0, "add", 9, 3), "product", scales)
    show = card.view.shown()
    assert (len(show.terms), show.added, show.groups) == (27, 9, [("R", 9), ("G", 9), ("B", 9)])
    assert show.running[8] == found.channel_sums[0]


def test_what_is_hidden_is_not_read_aloud_either(card, x_result, scales, landed):
    card.set_moment(trace(x_result, "convolution", 1, 1), landed, "product", scales)
    card.set_hidden(True)
    assert "9" not in card.view.accessibleDescription()
    card.set_hidden(False)
    assert card.view.accessibleDescription().endswith("= 9; + bias 0 = 9; 9 / 9 taps = 1.00")


def test_the_result_is_seen_in_both_themes(qtbot, qapp):
    from convviz.views.base import theme
    from convviz.views.step.sum.result import ResultLabel

    label = ResultLabel()
    qtbot.addWidget(label)
    label.setText("= 9")
    label.resize(120, 40)
    for scheme in (theme.DARK, theme.LIGHT):
        label.setPalette(theme.palette(scheme))
        picture = label.grab().toImage()
        seen = {picture.pixelColor(x, y).name() for x in range(120) for y in range(40)}
        assert scheme.text1.lower() in seen
