"""Pictures made from nothing, pixels changed by hand."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.core.images.drawing import flooded, line, new_picture, with_cells
from convviz.core.images.image import Image


def test_a_new_picture_holds_bytes_or_fractions():
    image = new_picture(3, 64, value=7, name="New")
    assert (image.shape, image.values.dtype, image.low, image.high, image.name) == (
        (3, 64),
        np.uint8,
        0,
        255,
        "New",
    )
    assert np.all(image.values == 7)
    signed = new_picture(4, 5, -1, 1, -1)
    assert (signed.values.dtype, signed.low, signed.high) == (np.float32, -1, 1)
    assert np.all(signed.values == -1)


@pytest.mark.parametrize("size", [(2, 9), (9, 65)])
def test_a_side_beyond_the_limits_is_refused_with_them(size):
    with pytest.raises(ValueError, match="is not from 3 to 64"):
        new_picture(*size)


def test_cells_of_one_channel_or_of_all():
    image = Image(np.zeros((2, 3, 3), np.uint8), name="a", sample="x")
    assert with_cells(image, [(0, 1), (1, 2)], 9, 1).values[:, :, 1].tolist() == [[0, 9, 0], [0, 0, 9]]
    every = with_cells(image, [(0, 1)], 9)
    assert every.values[0, 1].tolist() == [9, 9, 9]
    assert (every.sample, every.source, every.name) == ("", None, "a")


def test_what_has_the_value_already_is_the_same_picture():
    image = Image(np.full((2, 2), 4, np.uint8), sample="x")
    assert with_cells(image, [(0, 0), (1, 1)], 4) is image
    assert with_cells(image, [], 9) is image


MAZE = np.array([[0, 0, 5, 0], [5, 0, 5, 0], [5, 5, 0, 0]], np.uint8)


def test_a_flood_goes_by_the_sides_not_by_the_corners():
    assert sorted(flooded(Image(MAZE), (0, 0))) == [(0, 0), (0, 1), (1, 1)]
    assert sorted(flooded(Image(MAZE), (0, 3))) == [(0, 3), (1, 3), (2, 2), (2, 3)]


def test_a_flood_in_colours_goes_by_all_channels_or_by_one():
    colours = np.stack([MAZE, MAZE * 0, np.arange(12, dtype=np.uint8).reshape(3, 4)], axis=2)
    assert flooded(Image(colours), (0, 0)) == [(0, 0)]
    assert len(flooded(Image(colours), (0, 0), 0)) == 3
    assert len(flooded(Image(colours), (0, 0), 1)) == 12


def test_a_gap_floods_nothing_but_itself():
    assert flooded(Image(np.full((2, 2), np.nan)), (1, 0)) == [(1, 0)]


@pytest.mark.parametrize(
    ("end", "cells"),
    [
        ((2, 2), [(2, 2)]),
        ((0, 2), [(2, 2), (1, 2), (0, 2)]),
        ((2, -1), [(2, 2), (2, 1), (2, 0), (2, -1)]),
        ((-1, 1), [(2, 2), (1, 2), (0, 1), (-1, 1)]),
    ],
)
def test_a_line_touches_every_row_or_column_on_its_way(end, cells):
    assert line((2, 2), end) == cells
