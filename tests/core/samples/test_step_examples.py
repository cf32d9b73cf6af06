"""Every lesson's numbers, as the tutorials have them (facts of the X and of the edges)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from convviz.core import Result, run, trace
from convviz.core.film.moments import film
from convviz.core.samples.lessons import EXAMPLES, example, matching


def made(key: str) -> Result:
    lesson = example(key)
    return run(lesson.image(), lesson.settings)


def first_row(key: str) -> list[float]:
    return made(key).convolution[0].tolist()


def test_the_x_has_nine_where_it_matches_and_the_pins_differ_by_ten() -> None:
    sums = made("x_diagonal").convolution
    assert sums.astype(int).tolist() == [
        [7, -1, 1, 3, 5, -1, 3], [-1, 9, -1, 3, -1, 1, -1], [1, -1, 9, -3, 1, -1, 5], [3, 3, -3, 5, -3, 3, 3],
        [5, -1, 1, -3, 9, -1, 1], [-1, 1, -1, 3, -1, 9, -1], [3, -1, 5, 3, 1, -1, 7],
    ]  # fmt: skip
    assert example("x_diagonal").pins == ((1, 1), (0, 1))
    assert sums[1, 1] - sums[0, 1] == 10


def test_the_other_kernels_of_the_x_match_at_their_pins() -> None:
    assert made("x_anti_diagonal").convolution[1, 5] == 9
    assert made("x_small").convolution[3, 3] == 9


def test_padding_stride_and_dilation_of_the_x() -> None:
    padded = made("x_padding").convolution
    assert (padded.shape, padded[0].tolist()) == ((9, 9), [2, 0, 0, 2, 2, 2, 4, 0, 0])
    strided = made("x_stride").convolution.tolist()
    assert strided == [[7, 1, 5, 3], [1, 9, 1, 5], [5, 1, 9, 1], [3, 5, 1, 7]]
    dilated = made("x_dilation").convolution
    assert (dilated.shape, dilated[0].tolist()) == ((5, 5), [7, 3, -3, 3, 3])


def test_pooling_with_floor_and_with_ceil() -> None:
    floor, ceil = made("x_pool_floor").pooling, made("x_pool_ceil").pooling
    assert floor is not None
    assert ceil is not None
    assert floor.tolist() == [[9, 3, 5], [3, 9, 3], [5, 3, 9]]
    assert ceil.tolist() == [[9, 3, 5, 3], [3, 9, 3, 5], [5, 3, 9, 1], [3, 5, 1, 7]]


def test_the_edge_as_correlation_and_as_convolution() -> None:
    assert first_row("edge_correlation") == [0, 30, 30, 0]
    assert first_row("edge_convolution") == [0, -30, -30, 0]
    assert first_row("stripes") == [0, 30, 30, -30, -30, 0]


def test_the_colour_patch_sums_three_channels_into_one() -> None:
    result = made("colour")
    assert result.convolution.shape == (4, 4)
    told = trace(result, "convolution", 0, 1)
    assert told.channel_sums.tolist() == [480, 0, -360]  # type: ignore[union-attr]
    assert told.total == 120


def test_the_region_of_the_mug_has_an_outline_and_a_flat_part() -> None:
    lesson = example("mug")
    result = run(lesson.image(), lesson.settings)
    act = film(result.chain, "cell", lesson.region).acts[0]
    block = np.abs(result.convolution[act.rows.start : act.rows.stop, act.columns.start : act.columns.stop])
    assert block.shape == (12, 12)
    assert block.max() > 300
    assert (block < 60).sum() > 30


@pytest.mark.parametrize("lesson", EXAMPLES, ids=lambda lesson: lesson.key)
def test_every_example_is_recognised_and_its_pins_exist(lesson) -> None:  # type: ignore[no-untyped-def]
    image = lesson.image()
    assert matching(image, lesson.settings) is lesson
    rows, columns = run(image, lesson.settings).convolution.shape[:2]
    for row, column in lesson.pins or ():
        assert 0 <= row < rows
        assert 0 <= column < columns


def test_a_changed_pixel_or_setting_is_no_example() -> None:
    lesson = example("edge_correlation")
    image = lesson.image()
    values = image.values.copy()
    values[0, 0] += 1
    assert matching(replace(image, values=values), lesson.settings) is None
    assert matching(image, replace(lesson.settings, bias=1.0)) is None


def test_an_unknown_example_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="no example 'y'; there are x_diagonal, "):
        example("y")
