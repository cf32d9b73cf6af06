import pytest

from convviz.views.controls.number_box import box_text, could_become_number, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [("2", 2.0), ("\u22121,5", -1.5), (" .5 ", 0.5), ("1/4", 0.25), ("1.", 1.0), ("1,5x", None), ("", None)],
)
def test_what_people_type(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "could"), [("", True), ("-", True), ("1e", True), ("1/", True), ("x", False)]
)
def test_what_can_still_become_a_number(text, could):
    assert could_become_number(text) is could


def test_boxes_have_no_commas_for_thousands():
    assert box_text(-12345.5) == "\u221212345.5"
