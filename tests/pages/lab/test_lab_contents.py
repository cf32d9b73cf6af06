"""What each card shows of a result: values, colours, padding, dropped cells, histograms."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from convviz.core import Image, Kernel, PoolSettings, Settings, chain, run
from convviz.core.colours.stages import keeps_brightness
from convviz.core.samples.pictures import edge_image, x_image
from convviz.document.state.state import ColorRange
from convviz.film.contents import bounds, contents, shows_one_channel
from convviz.views.base.colours import ColourScale

DIAGONAL = Kernel([[1, -1, -1], [-1, 1, -1], [-1, -1, 1]])
VERTICAL = Kernel([[1, 0, -1]] * 3)
BOX = Kernel(np.ones((3, 3)), 9.0)
LESSON = Settings(DIAGONAL, padding="same", activation="relu", pool=PoolSettings("max"))
AUTO = ColorRange()


def shown(image, settings, color_range=AUTO, channel=0):
    return contents(run(image, settings), color_range, channel)


def colour_image(height=6, width=8):
    values = np.arange(height * width * 3, dtype=np.uint8).reshape(height, width, 3)
    return Image(values)


def test_the_x_with_padding_relu_and_pooling():
    shows = shown(x_image(), LESSON)
    assert list(shows) == ["input", "convolution", "activation", "pooling"]
    assert shows["input"].content.scale == ColourScale.signed(1)
    for stage in ("convolution", "activation", "pooling"):
        assert shows[stage].content.scale == ColourScale.signed(9)
    assert shows["convolution"].content.values[0].tolist() == [2, 0, 0, 2, 2, 2, 4, 0, 0]
    assert shows["pooling"].content.values.shape == (4, 4)


def test_stages_that_are_off_are_not_shown():
    shows = shown(x_image(), replace(LESSON, activation="none", pool=PoolSettings()))
    assert list(shows) == ["input", "convolution"]


def test_one_value_has_one_colour_in_every_stage():
    shows = shown(edge_image(), Settings(VERTICAL, activation="absolute", pool=PoolSettings("average")))
    assert {show.content.scale for stage, show in shows.items() if stage != "input"} == {
        ColourScale.signed(30)
    }
    assert [show.same_range for show in shows.values()] == [False, False, True, True]


def test_kernels_that_keep_brightness_show_a_picture():
    shows = shown(edge_image(), Settings(BOX, pool=PoolSettings("average")))
    assert {show.content.scale for show in shows.values()} == {ColourScale("grey", 0, 10)}
    assert not keeps_brightness(Settings(BOX, bias=1.0))
    assert not keeps_brightness(Settings(VERTICAL))


def test_a_signed_image_stays_signed_whatever_the_kernel():
    shows = shown(x_image(), Settings(BOX))
    assert shows["convolution"].content.scale.kind == "signed"


@pytest.mark.parametrize("name", ["sigmoid", "tanh"])
def test_activations_with_a_range_of_their_own_use_it(name):
    shows = shown(edge_image(), Settings(VERTICAL, activation=name, pool=PoolSettings("max")))
    scales = [show.content.scale for show in shows.values()]
    assert scales[1:] == [ColourScale.signed(30), ColourScale.signed(1), ColourScale.signed(1)]


def test_a_fixed_range_is_everyones_but_the_inputs():
    shows = shown(edge_image(), Settings(VERTICAL, activation="tanh"), ColorRange("fixed", -4, 4))
    assert [show.content.scale for show in shows.values()] == [
        ColourScale("grey", 0, 10),
        ColourScale.signed(4),
        ColourScale.signed(4),
    ]
    histogram = shows["convolution"]  # of all values, also of those beyond the range
    assert (histogram.ends, histogram.beyond) == ((-30.0, 30.0), (False, False))


def test_a_symmetric_range_holds_every_value():
    values = np.zeros((200, 200), np.float32)
    values[100, 100] = -512.5
    image = Image(values, -600, 600)
    automatic = shown(image, Settings(VERTICAL))["convolution"]
    symmetric = shown(image, Settings(VERTICAL), ColorRange("symmetric"))["convolution"]
    assert symmetric.content.scale == ColourScale.signed(512.5)
    assert symmetric.beyond == (False, False)
    assert automatic.content.scale.high >= 512.5


def test_a_symmetric_range_ignores_what_is_no_number():
    values = np.ones((5, 5))
    values[0, 0], values[4, 4] = np.nan, np.inf
    shows = shown(Image(values, 0, 1), Settings(Kernel([[2.0]])), ColorRange("symmetric"))
    assert shows["convolution"].content.scale == ColourScale.signed(2)


def test_padding_stands_around_the_input_only():
    image, settings = edge_image(), Settings(VERTICAL, padding=((1, 2), (0, 3)), fill=7.0)
    shows = shown(image, settings)
    assert shows["input"].content.padding.amounts == ((1, 2), (0, 3))
    assert shows["input"].content.value(-1, 0) == (7.0,)
    assert shows["convolution"].content.padding.amounts == ((0, 0), (0, 0))
    sizes = chain(image.shape, settings)
    assert bounds(sizes, grid_like=True) == QRectF(0, -1, 9, 9)
    assert bounds(sizes, grid_like=False) == QRectF(0, 0, 8, 7)


def test_the_mean_fills_each_channel_with_its_own():
    image = colour_image()
    shows = shown(image, Settings(VERTICAL, channels="sum", padding="same", fill="mean"))
    expected = image.values.mean(axis=(0, 1))
    assert shows["input"].content.value(-1, -1) == pytest.approx(tuple(expected))


def test_pixels_from_0_to_1_are_coloured_as_before():
    shows = shown(edge_image(), Settings(BOX, unit_range=True))
    assert shows["input"].content.scale == ColourScale("grey", 0, 1)
    assert shows["input"].content.value(0, 0) == pytest.approx((10 / 10,))


def test_what_pooling_drops_is_known_to_the_stage_before_it():
    shows = shown(x_image(), LESSON)
    assert [shows[s].content.kept for s in ("input", "convolution", "activation", "pooling")] == [
        None,
        None,
        (8, 8),
        None,
    ]
    plain = shown(x_image(), replace(LESSON, activation="none"))
    assert plain["convolution"].content.kept == (8, 8)
    ceil = shown(x_image(), replace(LESSON, pool=PoolSettings("max", ceil=True)))
    assert ceil["activation"].content.kept is None


def test_what_a_stride_drops_is_known_to_the_input():
    shows = shown(edge_image(), Settings(VERTICAL, stride=(2, 1)))
    assert shows["input"].content.kept == (5, 6)
    assert shows["convolution"].content.note == "row 5 dropped"


def test_notes_name_the_rows_and_columns_of_an_oblong_picture():
    picture = Image(np.zeros((23, 41), np.uint8))
    kernel = Kernel(np.ones((2, 3)))
    pool = PoolSettings("max", (2, 5), (3, 4))
    settings = Settings(kernel, stride=(3, 7), dilation=(5, 2), pool=pool)
    contents = shown(picture, settings)
    assert contents["convolution"].content.note == "rows 21 to 22 and column 40 are dropped"
    assert contents["pooling"].content.note == "row 5 and column 5 are dropped"
    assert contents["input"].content.note == ""
    assert contents["convolution"].content.made_from == contents["input"].content.bounds()


def test_notes_say_what_is_lost():
    assert shown(x_image(), LESSON)["pooling"].content.note == "row 8 and column 8 are dropped"
    unpadded = shown(x_image(), Settings(DIAGONAL))["convolution"]
    assert unpadded.content.note == "without padding the outer ring has no output"
    assert unpadded.content.made_from == QRectF(0, 0, 9, 9)
    flat = shown(x_image(), Settings(Kernel([[1, 0, -1]])))["convolution"]
    assert flat.content.note == ""  # no row is missing, so there is no ring


def test_whole_numbers_have_a_bin_each():
    show = shown(x_image(), Settings(DIAGONAL))["convolution"]
    assert len(show.counts) == 19
    assert {v - 9: n for v, n in enumerate(show.counts.tolist()) if n} == {
        9: 4, 7: 2, 5: 5, 3: 10, 1: 8, -1: 16, -3: 4,
    }  # fmt: skip


def test_a_chosen_range_leaves_the_histogram_as_it_is():
    show = shown(x_image(), Settings(DIAGONAL), ColorRange("fixed", -8.5, 8.5))["convolution"]
    usual = shown(x_image(), Settings(DIAGONAL))["convolution"]
    assert show.ends == (-9.0, 9.0)
    assert show.counts.tolist() == usual.counts.tolist()


def test_a_fixed_range_that_tells_nothing_is_said_once_where_it_was_chosen():
    settings, far = Settings(VERTICAL, activation="tanh"), ColorRange("fixed", 1000, 2000)
    shows = shown(edge_image(), settings, far)
    assert {stage: show.blind for stage, show in shows.items()} == {
        "input": False, "convolution": True, "activation": False,
    }  # fmt: skip
    shows = contents(run(edge_image(), settings), AUTO, 0, input_range=far)
    assert {stage: show.blind for stage, show in shows.items()} == {
        "input": True, "convolution": False, "activation": False,
    }  # fmt: skip


def test_counts_of_an_input_of_bytes_reach_from_black_to_white():
    show = shown(edge_image(), Settings(VERTICAL))["input"]
    assert show.counts[0] == 18
    assert show.counts.sum() == 36


def test_a_colour_picture_stays_one_where_every_channel_is_smoothed():
    result = run(colour_image(), Settings(BOX, channels="each"))
    shows = contents(result, AUTO, 0)
    assert shows["convolution"].content.colour_picture
    assert not shows_one_channel(result, shows)


def test_one_signed_map_of_several_is_chosen():
    result = run(colour_image(), Settings(VERTICAL, channels="each"))
    assert shows_one_channel(result, contents(result, AUTO, 0))
    for channel in range(3):
        show = contents(result, AUTO, channel)["convolution"]
        np.testing.assert_array_equal(show.content.values, result.convolution[:, :, channel])
    assert contents(result, AUTO, 7)["convolution"].content.values.ndim == 2


def test_a_grey_picture_keeps_brightness_in_every_channel_mode():
    for mode in ("grey", "sum", "each"):
        shows = shown(edge_image(), Settings(BOX, channels=mode))
        assert shows["convolution"].content.scale == ColourScale("grey", 0, 10), mode


def test_values_are_never_copied():
    result = run(x_image(), LESSON)
    shows = contents(result, AUTO, 0)
    assert all(np.shares_memory(show.content.values, result.stage(stage)) for stage, show in shows.items())
