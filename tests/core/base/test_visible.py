"""Names from outside: whatever they hold, they are one line that looks like what it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.base.translatable import TranslatableError
from convviz.core.base.visible import visible
from convviz.core.images.image import from_array, read

TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(st.text(st.characters(), max_size=40))
def test_nothing_is_left_that_steers(text):
    shown = visible(text)
    assert not {unicodedata.category(one) for one in shown} & {"Cc", "Zl", "Zp", "Cs"}
    assert not {unicodedata.bidirectional(one) for one in shown} & TURNING
    assert len(shown.splitlines()) <= 1
    shown.encode("utf-8")  # no half characters
    assert visible(shown) == shown


@pytest.mark.parametrize(
    "name", ["照片 \u3000 一.png", "naïve – “x”.png", "تصویر.png", "👩\u200d🏫.png", "a\\nb"]
)
def test_texts_of_every_language_stay_as_they_are(name):
    assert visible(name) == name


def test_what_is_written_instead():
    assert visible("\x00\t\x1b\x7f\x9b\u2028\udcff") == "\\x00\\t\\x1b\\u007f\\u009b\\u2028\\udcff"


def test_an_error_shows_what_it_was_given():
    assert str(TranslatableError("{name}: {text!r}", name="a\x1b]0;b\n", text="\u202e")) == (
        "a\\x1b]0;b\\n: '\\u202e'"
    )


def test_a_picture_is_called_what_its_file_looks_like(tmp_path):
    assert from_array([[1]], name="a\nb").name == "a\\nb"
    missing = tmp_path / "photo\u202egnp\x1b[2J"
    with pytest.raises(ValueError, match="does not exist") as found:
        read(missing)
    assert str(found.value) == "photo\\u202egnp\\x1b[2J does not exist."
