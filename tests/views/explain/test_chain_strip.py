"""The strip of shapes: its words, its links, what gives way first."""

import pytest
from PySide6.QtCore import Qt

from convviz.core import Kernel, PoolSettings, Settings, chain
from convviz.views.explain.formula.chain_strip import LINKS, ChainStrip

SETTINGS = Settings(Kernel([[1] * 3] * 3), padding="same", activation="relu", pool=PoolSettings("max"))


@pytest.fixture
def strip(qtbot):
    widget = ChainStrip()
    qtbot.addWidget(widget)
    widget.resize(1384, 40)
    widget.show()
    return widget


def test_the_x(strip):
    strip.set_chain(chain((9, 9), SETTINGS), SETTINGS)
    assert strip.text() == "9 × 9 → pad 1 → 3×3, stride 1 → 9 × 9 → ReLU → max 2×2 → 4 × 4"
    assert strip.caption.text() == "rows × columns  ·  10 parameters  ·  729 multiply-adds"


def test_colour_into_one_map(strip):
    settings = Settings(
        Kernel([[1] * 3] * 3),
        channels="sum",
        stride=(2, 2),
        activation="absolute",
        pool=PoolSettings("average"),
    )
    strip.set_chain(chain((300, 451, 3), settings), settings)
    assert strip.text() == (
        "300 × 451 × 3 → no padding → 3×3×3, stride 2 → 149 × 225 → absolute value → average 2×2 → 74 × 112"
    )
    assert strip.caption.text() == "rows × columns × channels  ·  28 parameters  ·  905,175 multiply-adds"


def test_uneven_padding_fill_dilation_and_rectangles(strip):
    settings = Settings(
        Kernel([[1, 2], [3, 4], [5, 6]]), padding="same", fill="reflect", stride=(1, 2), dilation=(2, 1)
    )
    strip.set_chain(chain((9, 9), settings), settings)
    assert strip.links["padding"].text() == "pad 2 × 0|1, reflect"
    assert strip.links["kernel"].text() == "3×2, stride 1×2, dilation 2×1"
    assert strip.links["pooling"].text() == "no pooling"


@pytest.mark.parametrize("name", LINKS)
def test_links_by_mouse_and_by_key(strip, qtbot, name):
    strip.set_chain(chain((9, 9), SETTINGS), SETTINGS)
    with qtbot.waitSignal(strip.link_clicked) as heard:
        qtbot.mouseClick(strip.links[name], Qt.MouseButton.LeftButton)
    assert heard.args == [name]
    strip.links[name].setFocus()
    with qtbot.waitSignal(strip.link_clicked) as heard:
        qtbot.keyClick(strip.links[name], Qt.Key.Key_Space)
    assert heard.args == [name]


def test_error_keeps_the_links(strip):
    strip.set_chain(chain((9, 9), SETTINGS), SETTINGS)
    strip.set_error("Kernel 5×5 does not fit.")
    assert strip.error.isVisible()
    assert strip.links["kernel"].isVisible()
    assert not strip.convolution.isVisible()
    assert not strip.pooling.isVisible()
    strip.set_chain(chain((9, 9), SETTINGS), SETTINGS)
    assert not strip.error.isVisible()
    assert strip.pooling.isVisible()


def test_an_error_names_the_picture_that_is_there_now(strip):
    strip.set_chain(chain((9, 9), SETTINGS), SETTINGS)
    strip.set_error("Kernel 3×3 does not fit.", SETTINGS, (1, 4))
    assert strip.links["input"].text() == "1 × 4"


def test_the_caption_gives_way_before_any_link(strip):
    strip.set_chain(chain((9, 9), SETTINGS), SETTINGS)
    strip.resize(max(strip.minimumSizeHint().width(), 560), 40)
    assert strip.caption.shown_text() != strip.caption.text()
    for link in strip.links.values():
        assert link.width() >= link.fontMetrics().horizontalAdvance(link.text())
    assert strip.caption.toolTip() == strip.caption.text()
