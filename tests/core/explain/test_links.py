"""Which cells belong together, and where the cells of every stage lie."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from convviz.core import Image, Kernel, PoolSettings, Settings, chain, run, trace
from convviz.core.explain.links import AxisGrid, Cells, fed, grids, inside, span, touched, window
from convviz.core.samples.pictures import x_image
from convviz.core.sizes.shapes import AxisSize, ShapeSize, output_size

DIAGONAL = Kernel([[1, -1, -1], [-1, 1, -1], [-1, -1, 1]])
LESSON = Settings(DIAGONAL, padding="same", activation="relu", pool=PoolSettings("max"))


def test_the_pooled_cell_0_3_of_the_x_leads_back_to_its_pixels():
    result = run(x_image(), LESSON)
    pooled = window(result.chain.pooling_size, 0, 3)
    assert pooled == Cells(range(2), range(6, 8))
    winner = trace(result, "pooling", 0, 3).winner
    assert winner == (0, 6)
    assert window(result.chain.convolution_size, *winner) == Cells(range(-1, 2), range(5, 8))
    assert span(pooled, result.chain.convolution_size) == Cells(range(-1, 3), range(5, 9))


def test_rows_and_columns_are_not_swapped():
    size = output_size((5, 8), (1, 3), stride=(2, 1), padding=((0, 0), (1, 1)))
    assert size.shape == (3, 8)
    assert window(size, 2, 0) == Cells(range(4, 5), range(-1, 2))
    assert fed(size, 4, 0) == Cells((2,), (0, 1))
    assert touched(size, 0, 2) == Cells(range(0, 6, 2), range(1, 9))


def test_a_pixel_feeds_the_outputs_whose_windows_hold_it():
    plain = output_size((9, 9), 3)
    assert fed(plain, 0, 4) == Cells((0,), (2, 3, 4))
    assert fed(plain, 8, 8) == Cells((6,), (6,))
    strided = output_size((9, 9), 3, stride=2)
    assert fed(strided, 2, 3) == Cells((0, 1), (1,))
    dilated = output_size((9, 9), 3, dilation=2)
    assert fed(dilated, 4, 1) == Cells((0, 2, 4), (1,))


def test_a_dropped_pixel_feeds_nothing():
    size = output_size((7, 7), 2, stride=2)
    assert fed(size, 6, 0).empty
    assert not fed(size, 5, 0).empty


def test_a_pixel_that_no_column_of_windows_reads_feeds_nothing():
    size = output_size((10, 10), 3, stride=3)
    assert fed(size, 0, 9) == Cells((0,), ())
    assert fed(size, 0, 9).empty
    assert fed(size, 9, 0).empty


def test_an_oblong_stage_takes_every_number_from_its_own_axis():
    size = output_size((23, 41), (2, 3), stride=(3, 2), padding=((1, 2), (3, 5)), dilation=(5, 7))
    assert window(size, 1, 3) == Cells(range(2, 8, 5), range(3, 18, 7))
    assert fed(size, 7, 10) == Cells((1,), (3,))
    assert touched(size, 1, 2) == Cells(range(4, 25, 3), range(11, 47, 2))
    assert span(Cells((1, 3), (2, 5)), size) == Cells(range(2, 14), range(1, 22))
    assert inside(Cells(range(-1, 40), range(30, 50)), (23, 41)) == Cells(
        tuple(range(23)), tuple(range(30, 41))
    )


def test_an_oblong_picture_s_stages_lie_by_rows_and_columns():
    settings = Settings(
        Kernel(np.ones((2, 3))),
        stride=(3, 2),
        padding=((1, 2), (3, 5)),
        dilation=(5, 7),
        pool=PoolSettings("max", (2, 5), (3, 4)),
    )
    places = grids(chain((23, 41), settings))
    assert (places["input"].rows.count, places["input"].columns.count) == (23, 41)
    assert places["convolution"].rows == AxisGrid(-1 + 6 / 2 - 3 / 2, 3.0, 7)
    assert places["convolution"].columns == AxisGrid(-3 + 15 / 2 - 2 / 2, 2.0, 18)
    assert places["pooling"].rows == AxisGrid(0.5 + 3 * (2 / 2 - 3 / 2), 9.0, 2)
    assert places["pooling"].columns == AxisGrid(3.5 + 2 * (5 / 2 - 4 / 2), 8.0, 4)


def test_a_weight_touches_as_many_inputs_as_there_are_outputs():
    size = output_size((9, 9), 3, stride=2, padding=1, dilation=2)
    assert touched(size, 0, 2) == Cells(range(-1, 7, 2), range(3, 11, 2))
    assert inside(touched(size, 0, 2), (9, 9)) == Cells((1, 3, 5), (3, 5, 7))


@st.composite
def axes(draw):
    kernel, dilation = draw(st.integers(1, 5)), draw(st.integers(1, 3))
    before, after = draw(st.integers(0, 4)), draw(st.integers(0, 4))
    least = max(1, dilation * (kernel - 1) + 1 - before - after)
    return AxisSize(
        draw(st.integers(least, least + 12)), kernel, draw(st.integers(1, 4)), dilation, before, after
    )


@given(axes(), axes())
def test_fed_is_the_inverse_of_window(rows, columns):
    size = ShapeSize(rows, columns)
    readers = {i: [] for i in range(rows.input)}
    for output in range(rows.output):
        for position in window(size, output, 0).rows:
            if position in readers:
                readers[position].append(output)
    assert {i: list(fed(size, i, 0).rows) for i in readers} == readers
    for position in range(columns.input):
        for output in fed(size, 0, position).columns:
            assert position in window(size, 0, output).columns


@given(axes())
def test_touched_is_one_tap_of_every_window(axis):
    size = ShapeSize(axis, axis)
    for tap in range(axis.kernel):
        assert list(touched(size, tap, tap).rows) == [axis.positions(o)[tap] for o in range(axis.output)]


@given(axes(), axes())
def test_a_convolution_cell_lies_at_the_centre_of_its_window(rows, columns):
    settings = Settings(
        Kernel(np.ones((rows.kernel, columns.kernel))),
        padding=((rows.before, rows.after), (columns.before, columns.after)),
        stride=(rows.stride, columns.stride),
        dilation=(rows.dilation, columns.dilation),
    )
    links = chain((rows.input, columns.input), settings)
    grid = grids(links)["convolution"]
    assert (grid.rows.count, grid.columns.count) == links.convolution
    for row in range(grid.rows.count):
        covered = window(links.convolution_size, row, 0).rows
        assert math.isclose(grid.rows.edge(row + 0.5), (covered[0] + covered[-1] + 1) / 2)
    assert (grid.rows.pitch, grid.columns.pitch) == (rows.stride, columns.stride)


def test_the_stages_of_the_x_on_one_ruler():
    links = chain((9, 9), LESSON)
    places = grids(links)
    assert list(places) == ["input", "convolution", "activation", "pooling"]
    assert places["input"].rows == places["convolution"].rows == AxisGrid(0.0, 1.0, 9)
    assert places["pooling"].rows == AxisGrid(0.0, 2.0, 4)  # column 8 stays empty


def test_without_padding_a_ring_stays_empty_and_without_pooling_there_is_no_grid():
    places = grids(chain((9, 9), Settings(DIAGONAL)))
    assert places["convolution"].columns == AxisGrid(1.0, 1.0, 7)
    assert "pooling" not in places


def test_pitches_multiply():
    settings = Settings(DIAGONAL, padding="same", stride=(2, 1), pool=PoolSettings("average", stride=(2, 3)))
    places = grids(chain((32, 32), settings))
    assert places["pooling"].rows.pitch == 4
    assert places["pooling"].columns.pitch == 3


def test_index_is_the_cell_that_covers_a_position():
    axis = AxisGrid(0.5, 2.0, 4)
    assert [axis.index(p) for p in (0.4, 0.5, 2.4, 2.5, 8.4, 8.5)] == [None, 0, 0, 1, 3, None]


def test_colour_channels_do_not_move_the_cells():
    picture = Image(np.zeros((6, 8, 3), np.uint8))
    assert grids(chain(picture.shape, Settings(DIAGONAL, channels="sum")))["input"].columns.count == 8
