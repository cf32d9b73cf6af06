"""What is not a number is marked, so that nobody takes it for white: in pixels, in cells, in the loupe."""

import numpy as np
import pytest

from convviz.views.base.colours import ColourScale
from convviz.views.base.theme import DARK, LIGHT

SCALES = [ColourScale("grey", 0, 255), ColourScale.signed(255)]


def half_missing(shape, kind=np.float32):
    """White at the left, nothing at the right."""
    values = np.full(shape, 255, kind)
    values[:, shape[1] // 2 :] = np.nan
    return values


@pytest.mark.parametrize("scale", SCALES, ids=["grey", "signed"])
@pytest.mark.parametrize("shape", [(400, 600), (100, 150), (20, 30)], ids=["sampled", "small cells", "cells"])
def test_both_colours_of_the_mark_stand_where_nothing_is(screen, plain_content, scale, shape):
    screen.show(plain_content(half_missing(shape), scale))
    rows, columns = shape
    nothing = set(screen.colours(rows * 0.2, columns * 0.6, rows * 0.6, columns * 0.3))
    white = set(screen.colours(rows * 0.2, columns * 0.1, rows * 0.6, columns * 0.3))
    assert {LIGHT.card, LIGHT.linestrong} <= nothing
    assert len(white) == 1
    assert LIGHT.linestrong not in white


def test_a_single_hole_among_small_cells_is_marked(screen, plain_content):
    values = np.full((60, 60), 255.0)
    values[30, 30] = np.nan
    screen.show(plain_content(values, ColourScale("grey", 0, 255)))
    assert LIGHT.linestrong in screen.colours(30, 30)
    assert LIGHT.linestrong not in screen.colours(28, 28)


def test_a_hole_in_one_channel_is_a_hole(screen, plain_content):
    values = np.full((60, 60, 3), 255.0)
    values[20:40, 20:40, 1] = np.nan
    screen.show(plain_content(values, ColourScale("grey", 0, 255)))
    assert LIGHT.linestrong in screen.colours(22, 22, 16, 16)
    assert LIGHT.linestrong not in screen.colours(2, 2, 16, 16)


def test_in_the_dark(dark_screen, plain_content):
    dark_screen.show(plain_content(half_missing((20, 30)), SCALES[0]))
    assert {DARK.card, DARK.linestrong} <= set(dark_screen.colours(4, 18, 12, 9))


def test_where_figures_stand_it_is_written(screen, plain_content):
    screen.show(plain_content(half_missing((4, 6)), SCALES[0]))
    assert screen.corner(1, 4) == LIGHT.card
    assert screen.picture.content().value(1, 4) != screen.picture.content().value(1, 1)
