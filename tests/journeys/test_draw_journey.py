"""Any sequence of edits of the input, then undo all: the first state and pixels; live at every step."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from convviz.core.images.drawing import new_picture
from convviz.core.images.image import Image
from convviz.core.images.recipe import METHODS, Crop, Resize
from convviz.core.samples.pictures import load_sample, x_image
from convviz.core.stages.pipeline import run
from convviz.document.state.state import DocumentState
from tests.app.conftest import FakeDialogs
from tests.app.drawing.conftest import LEFT, NONE, PLAIN, RIGHT, Hand

pytestmark = pytest.mark.journey

COLOURS = Image(np.arange(90, dtype=np.uint8).reshape(5, 6, 3), name="colours")
PICTURES = {"x": x_image, "five": lambda: load_sample("five"), "colours": lambda: COLOURS,
            "new": lambda: new_picture(4, 7, 0, 1, 0.5)}  # fmt: skip

cell = st.tuples(st.integers(-1, 8), st.integers(-1, 8))
value = st.sampled_from(["0", "1", "7", "255", "0.5", "-3", "300", "x"])
key = st.sampled_from([Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space,
                       Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Escape])  # fmt: skip
share = st.floats(0, 0.99)
act = st.one_of(
    st.tuples(st.just("tool"), st.sampled_from(["pencil", "fill", "type"])),
    st.tuples(st.just("value"), value),
    st.tuples(st.just("drag"), st.lists(cell, min_size=1, max_size=3)),
    st.tuples(st.just("pick"), cell),
    st.tuples(st.just("type"), cell, value, key),
    st.tuples(st.just("key"), key),
    st.tuples(st.just("crop"), share, share, share, share),
    st.tuples(st.just("resize"), st.integers(1, 12), st.integers(1, 12), st.sampled_from(METHODS)),
    st.tuples(st.just("channels"), st.sampled_from(["grey", "sum", "each"])),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
)


def cropped(image: Image, top: float, left: float, rows: float, columns: float) -> Crop:
    """A part of the picture, by shares of its sides."""
    row, column = int(top * image.height), int(left * image.width)
    high, wide = 1 + int(rows * (image.height - row)), 1 + int(columns * (image.width - column))
    return Crop(row, column, min(high, image.height - row), min(wide, image.width - column))


def done(hand: Hand, what: str, *how) -> None:
    """One thing that a person does."""
    document = hand.window.document
    if not hand.page.view.canvas.on and what in ("tool", "value", "drag", "pick", "type", "key"):
        hand.page.draw(True)
    if what == "tool":
        hand.tool(how[0])
    elif what == "value":
        hand.tool(hand.bar.tools.key(), how[0])
    elif what == "drag":
        hand.drag(*how[0])
    elif what == "pick":
        QTest.mouseClick(hand.picture, RIGHT, NONE, hand.at(*how[0]))
    elif what == "type":
        hand.tool("type")
        QTest.mouseClick(hand.picture, LEFT, NONE, hand.at(*how[0]))
        hand.picture.setFocus()
        hand.types(how[1], how[2])
    elif what == "key":
        hand.picture.setFocus()
        hand.keys(how[0])
    elif what == "crop":
        hand.page.changes.reshape(cropped(document.state.image, *how))
    elif what == "resize":
        hand.page.changes.reshape(Resize(*how))
    elif what == "channels":
        document.edit_settings("Channels", channels=how[0])
    else:
        getattr(document, what)()
    hand.settle()


@pytest.fixture
def answers():
    return FakeDialogs()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(PICTURES)), st.lists(act, min_size=3, max_size=20))
def test_any_edits_then_undo_all_gives_the_first_state_and_pixels(window, name, acts):
    hand, first = Hand(window), DocumentState(PICTURES[name](), PLAIN)
    pixels = first.image.values.copy()
    hand.shows(first.image)
    first = window.document.state
    for one in acts:
        done(hand, *one)
        state = window.document.state
        shown = hand.page.view.pictures.result
        assert np.array_equal(shown.convolution, run(state.image, state.settings).convolution)
        assert shown.image is state.image
    while window.document.can_undo:
        window.document.undo()
    hand.settle()
    assert window.document.state == first
    assert np.array_equal(window.document.state.image.values, pixels)
    assert not window.document.is_modified
