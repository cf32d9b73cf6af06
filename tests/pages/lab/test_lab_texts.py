"""The Lab's sentences."""

from dataclasses import replace

import numpy as np
import pytest

from convviz.core import Image, Kernel, PoolSettings, Settings, chain, run
from convviz.core.samples.pictures import edge_image, x_image
from convviz.pages.lab.pointing import explain
from convviz.pages.lab.texts import card_shape, image_facts, info_line, place_line, tooltip
from convviz.views.settings.complaints import complaint

DIAGONAL = Kernel([[1, -1, -1], [-1, 1, -1], [-1, -1, 1]])
LESSON = Settings(DIAGONAL, padding="same", activation="relu", pool=PoolSettings("max"))
COLOUR = Image(np.arange(6 * 8 * 3, dtype=np.uint8).reshape(6, 8, 3))


def refused(image, settings):
    with pytest.raises(ValueError) as caught:
        chain(image.shape, settings)
    return complaint(image, settings, caught.value)


def test_card_titles_say_shape_and_rule():
    links = chain((9, 9), LESSON)
    shapes = [card_shape(stage, links, LESSON) for stage in ("input", "convolution", "activation", "pooling")]
    assert shapes == ["9 × 9, pad 1", "9 × 9", "9 × 9 · ReLU", "4 × 4 · max 2×2"]


def test_shapes_are_rows_by_columns_and_uneven_padding_is_spelt_out():
    settings = Settings(Kernel([[1, 0, -1]]), padding=((0, 1), (2, 3)), pool=PoolSettings("average", (1, 3)))
    links = chain((400, 600), settings)
    assert card_shape("input", links, settings) == "400 × 600, pad 0|1 × 2|3"
    assert card_shape("pooling", links, settings).endswith("· average 1×3")
    assert card_shape("pooling", chain((9, 9), Settings(DIAGONAL)), Settings(DIAGONAL)) == ""
    assert card_shape("input", chain((9, 9), Settings(DIAGONAL)), Settings(DIAGONAL)) == "9 × 9"


def test_what_the_picture_is():
    assert image_facts(x_image(), "The X") == "<b>The X</b>&nbsp; 9 × 9, values ±1"
    assert image_facts(edge_image(), "a<b") == "<b>a&lt;b</b>&nbsp; 6 × 6, grey, 0–10"
    assert image_facts(COLOUR, "c") == "<b>c</b>&nbsp; 6 × 8 × 3, colour, 0–255"
    uneven = Image(np.array([[-5.0, 1.0]]), -5.0, 1.0)
    assert image_facts(uneven, "u").endswith("values −5 to 1")


def place(image, settings, stage, cell, *, pinned=False):
    result = run(image, settings)
    return place_line(result, explain(result, stage, cell, 0), pinned=pinned)


def test_where_a_pooled_value_comes_from():
    assert place(x_image(), LESSON, "pooling", (0, 3)) == (
        "Pooling (0, 3) value 4 ← Activation (0, 6) ← Convolution (0, 6) ← Input rows −1 to 1, columns 5 to 7"
    )


def test_where_the_value_of_a_pixel_goes():
    line = place(x_image(), LESSON, "input", (0, 6), pinned=True)
    assert line == "Pinned: Row 0, column 6: value −1 → 4 → 4 → 4"
    assert place(edge_image(), Settings(Kernel([[1, 0, -1]] * 3)), "input", (1, 2)) == (
        "Row 1, column 2: value 10 → 30"
    )


def test_a_colour_pixel_has_three_values():
    line = place(COLOUR, Settings(Kernel([[1.0]]), channels="sum"), "input", (0, 1))
    assert line == "Row 0, column 1: value 3\u00a04\u00a05 → 12"


def test_a_convolution_value_is_the_one_before_the_activation():
    line = place(x_image(), LESSON, "convolution", (3, 4))
    assert line == "Convolution (3, 4) value −3 ← Input rows 2 to 4, columns 3 to 5"
    assert place(x_image(), LESSON, "activation", (3, 4)).startswith(
        "Activation (3, 4) value 0 ← Convolution (3, 4)"
    )


def test_an_average_comes_from_all_its_cells():
    line = place(x_image(), replace(LESSON, pool=PoolSettings("average")), "pooling", (0, 3))
    assert line == (
        "Pooling (0, 3) value 1.75 ← Activation rows 0 to 1, columns 6 to 7 "
        "← Input rows −1 to 2, columns 5 to 8"
    )


def test_no_line_has_a_minus_that_cannot_be_seen():
    for stage, cell in (("input", (0, 0)), ("convolution", (0, 1)), ("pooling", (0, 0))):
        assert "-" not in place(x_image(), replace(LESSON, activation="none"), stage, cell)


def test_tooltips():
    result = run(x_image(), LESSON)
    text = tooltip(result, explain(result, "convolution", (0, 6), 0))
    assert "<b>Convolution (0, 6) = 4</b><br>window: rows −1–1, columns 5–7<br>click to pin" in text


def test_a_kernel_that_does_not_fit_says_what_would():
    found = refused(x_image(), Settings(Kernel(np.ones((11, 11)))))
    assert found.field == "kernel"
    assert found.text == ("Kernel 11×11 does not fit 9×9 + padding 0. Use padding 1, or a kernel up to 9×9.")


@pytest.mark.parametrize(
    ("size", "padding", "needed"),
    [
        ((15, 15), ((1, 1), (1, 1)), 3),
        ((11, 11), ((0, 1), (0, 1)), 1),
        ((21, 9), ((5, 5), (0, 0)), 6),
        ((9, 12), ((0, 0), (0, 0)), 2),
    ],
)
def test_the_padding_that_is_named_is_the_least_that_helps(size, padding, needed):
    settings = Settings(Kernel(np.ones(size)), padding=padding)
    assert f"Use padding {needed}," in refused(x_image(), settings).text
    chain((9, 9), replace(settings, padding=((needed, needed), (needed, needed))))
    with pytest.raises(ValueError):
        chain((9, 9), replace(settings, padding=((needed - 1, needed - 1), (needed - 1, needed - 1))))


def test_a_dilation_that_reaches_too_far():
    found = refused(x_image(), Settings(DIAGONAL, dilation=(5, 5)))
    assert found.field == "dilation"
    assert found.text.startswith(
        "Kernel 3×3 reaches over 11×11 with this dilation and does not fit 9×9 + padding 0."
    )
    assert found.text.endswith("Use padding 1, or a kernel up to 2×2.")


def test_a_pool_larger_than_its_map():
    found = refused(x_image(), replace(LESSON, pool=PoolSettings("max", (10, 10))))
    assert found.field == "pool"
    assert "10×10" in found.text


def test_a_pool_is_not_blamed_for_other_mistakes():
    settings = replace(LESSON, kernel=Kernel(np.ones((3, 3, 2))), channels="sum")
    found = refused(COLOUR, settings)
    assert found.field == "kernel"
    assert "2 channels" in found.text


@pytest.mark.parametrize(
    ("scale", "seconds", "grid", "text"),
    [
        (0.55, 0.0074, False, "Zoom 55 %\u20037.4 ms"),
        (0.0712, 0.25, False, "Zoom 7.1 %\u2003250 ms"),
        (27, 0.0001, True, "Cell 27 px\u20030.1 ms"),
    ],
)
def test_the_end_of_the_status_line(scale, seconds, grid, text):
    assert info_line(scale, seconds, grid_like=grid) == text
