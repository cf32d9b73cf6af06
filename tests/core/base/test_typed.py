"""Numbers as they are typed, and the sentences for those that do not fit."""

import pytest

from convviz.core.base.limits import LIMITS, Limit
from convviz.core.base.typed import could_become_number, parse_number, plain, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("\uff0d\uff11\uff0e\uff15", -1.5),
        ("\uff11\uff0c\uff15", 1.5),
        ("\u22122", -2),
        ("\u30003\u3000", 3),
        ("1e-400", 0),
    ],
)
def test_signs_of_other_keyboards(text, value):
    assert parse_number(text) == value
    assert could_become_number(text)


@pytest.mark.parametrize(
    "text", ["\u0661", "\u00b2", "\u4e09", "0x1f", "1_000", "inf", "Infinity", "nan", "", "1/", "--1"]
)
def test_what_is_no_number(text):
    with pytest.raises(ValueError, match="is not a number"):
        parse_number(text)


def test_a_comma_before_three_digits_parts_thousands_of_whole_numbers_only():
    assert read_number("12,000", Limit(0, 1e9), "seed", whole=True) == 12_000
    assert read_number("1,234,567", Limit(0, 1e9), "seed", whole=True) == 1_234_567
    assert read_number("0,125", Limit(0, 1), "noise") == 0.125
    with pytest.raises(ValueError, match=r"seed 0,125 is not a whole number"):
        read_number("0,125", Limit(0, 1e9), "seed", whole=True)


@pytest.mark.parametrize("text", ["1e400", "-1e400", "1e13", "9" * 30, "1e300/1e-300"])
def test_the_number_in_the_sentence_is_the_one_that_was_typed(text):
    with pytest.raises(ValueError) as caught:
        read_number(text, LIMITS["bias"], "bias")
    assert str(caught.value) == f"bias {text} is not from -1e+12 to 1e+12"


def test_a_long_text_is_cut():
    with pytest.raises(ValueError) as caught:
        read_number("9" * 100_000, LIMITS["bias"], "bias")
    assert len(str(caught.value)) < 100


def test_only_signs_are_changed():
    assert plain("\uff21\uff42 \u4e2d\uff01") == "Ab \u4e2d\uff01"
