"""How many decimals the numbers of an explanation get."""

import numpy as np
import pytest

from convviz.views.base.numbers import decimals_for, magnitude


@pytest.mark.parametrize(
    ("values", "places"),
    [
        ([1, -2, 890], 0),
        ([226.5], 2),
        ([0.125, 3], 3),
        ([0.0625], 4),
        ([7 / 9], 3),
        ([100 / 3], 2),
        ([np.float32(0.1)], 2),
        ([np.nan, 1.0], 0),
        ([], 0),
    ],
)
def test_decimals(values, places):
    assert decimals_for(values) == places


def test_kernels_may_have_one_decimal():
    assert decimals_for([0.5, 1], least=1) == 1


def test_magnitude_is_never_zero():
    assert magnitude([-3, 2], 1) == 3
    assert magnitude([0.0]) == 1.0
    assert magnitude([np.inf]) == 1.0
