"""The chart of a running sum: where its levels, steps and the line of 0 lie."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from convviz.views.explain.charts import LEAST_STEP, SumChart

AREA = QRectF(10, 20, 30, 80)
LEVELS = np.array([0.0, 3.0, -1.0, -1.0])


@pytest.mark.parametrize("whole", [False, True])
def test_all_levels_and_zero_fill_the_height(whole):
    chart = SumChart.fitting(AREA, LEVELS, 3, whole=whole)
    assert chart.y(LEVELS) == pytest.approx([80, 20, 100, 100], abs=1)
    assert chart.zero == pytest.approx(80, abs=1)
    assert not whole or chart.zero % 1 == 0.5


def test_a_step_reaches_from_one_level_to_the_next():
    steps = SumChart.fitting(AREA, LEVELS, 3).steps(LEVELS)
    assert steps.tolist() == [[10, 20, 9, 60], [20, 20, 9, 80], [30, 100, 9, LEAST_STEP]]


def test_narrow_columns_touch():
    assert SumChart.fitting(AREA, LEVELS, 30).steps(LEVELS)[:, 2].tolist() == [1, 1, 1]


def test_every_place_has_a_column():
    chart = SumChart.fitting(AREA, LEVELS, 3)
    assert [chart.column_at(x) for x in (-5, 10, 19.9, 20, 39, 99)] == [0, 0, 0, 1, 2, 2]


@pytest.mark.parametrize("levels", [np.zeros(0), np.zeros(3), np.array([np.nan, 1.0, np.inf])])
def test_nothing_zero_and_what_is_no_number_have_a_place(levels):
    for whole in (False, True):
        chart = SumChart.fitting(AREA, levels, len(levels), whole=whole)
        assert AREA.top() <= chart.zero <= AREA.bottom() + 0.5
        assert chart.high > chart.low
