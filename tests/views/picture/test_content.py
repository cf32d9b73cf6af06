"""Values of a stage with its padding, as the number grid reads them."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from convviz.core.sizes.padding import FILLS, pad
from convviz.views.picture.scene import Padding

TWO_BY_THREE = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
UNEVEN = ((1, 0), (2, 1))


def test_cells_lie_where_their_row_and_column_say(plain_content):
    content = plain_content(TWO_BY_THREE)
    assert content.cell_rect(1, 2) == QRectF(2, 1, 1, 1)  # x is the column
    assert content.bounds() == QRectF(0, 0, 3, 2)


def test_the_padding_ring_is_as_wide_as_its_amounts(plain_content):
    content = plain_content(TWO_BY_THREE, padding=Padding(UNEVEN))
    assert content.bounds() == QRectF(0, 0, 3, 2)
    assert content.bounds(with_padding=True) == QRectF(-2, -1, 6, 3)


def test_a_patch_tells_values_padding_and_nothing_apart(plain_content):
    content = plain_content(TWO_BY_THREE, padding=Padding(((1, 0), (0, 0)), 7.0, (7.0,)))
    values, exists, is_padding = content.patch(range(-1, 3), range(2, 4))
    assert exists.tolist() == [[True, False], [True, False], [True, False], [False, False]]
    assert is_padding.tolist() == [[True, False], [False, False], [False, False], [False, False]]
    assert values[:3, 0].tolist() == [7, 3, 6]


@pytest.mark.parametrize("fill", [*FILLS, 0.5])
def test_padding_holds_what_the_convolution_reads_there(plain_content, fill):
    constant = {"mean": 3.5, 0.5: 0.5}.get(fill, 0.0)
    content = plain_content(TWO_BY_THREE, padding=Padding(UNEVEN, fill, (constant,)))
    values, exists, is_padding = content.patch(range(-1, 2), range(-2, 4))
    assert exists.all()
    assert is_padding.sum() == 18 - 6
    np.testing.assert_array_equal(values, pad(TWO_BY_THREE, UNEVEN, fill))


def test_a_colour_picture_has_three_numbers_a_cell_and_a_fill_for_each(plain_content):
    colours = np.arange(12, dtype=np.uint8).reshape(2, 2, 3)
    content = plain_content(colours, padding=Padding(((0, 1), (0, 0)), "mean", (4.5, 5.5, 6.5)))
    assert content.value(1, 0) == (6, 7, 8)
    assert content.value(2, 1) == (4.5, 5.5, 6.5)
    assert content.value(3, 0) is None


def test_a_value_beside_the_stage_is_none(plain_content):
    content = plain_content(TWO_BY_THREE)
    assert content.value(0, 2) == (3.0,)
    assert content.value(2, 0) is None
    assert content.value(-1, 0) is None
