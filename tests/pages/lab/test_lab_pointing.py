"""From a pointed cell to the highlights on every stage."""

from dataclasses import replace

import numpy as np
import pytest

from convviz.core import Image, Kernel, PoolSettings, Settings, run
from convviz.core.samples.pictures import edge_image, x_image
from convviz.pages.lab.pointing import explain, highlights, tap_highlights

DIAGONAL = Kernel([[1, -1, -1], [-1, 1, -1], [-1, -1, 1]])
LESSON = Settings(DIAGONAL, padding="same", activation="relu", pool=PoolSettings("max"))


def lit(image, settings, stage, cell, channel=0):
    """Every highlight as {stage: {kind: (rows, columns)}}."""
    result = run(image, settings)
    found = highlights(result, explain(result, stage, cell, channel))
    return {
        name: {mark.kind: (list(mark.cells.rows), list(mark.cells.columns)) for mark in several}
        for name, several in found.items()
    }


def test_a_pooled_cell_of_the_x_lights_its_winner_and_windows():
    assert lit(x_image(), LESSON, "pooling", (0, 3)) == {
        "input": {"context": ([-1, 0, 1, 2], [5, 6, 7, 8]), "window": ([-1, 0, 1], [5, 6, 7])},
        "convolution": {"context": ([0, 1], [6, 7]), "out": ([0], [6])},
        "activation": {"window": ([0, 1], [6, 7]), "winner": ([0], [6])},
        "pooling": {"out": ([0], [3])},
    }


def test_a_convolution_cell_lights_its_window_and_what_it_goes_into():
    assert lit(x_image(), LESSON, "convolution", (1, 7)) == {
        "input": {"window": ([0, 1, 2], [6, 7, 8])},
        "convolution": {"out": ([1], [7])},
        "activation": {"context": ([0, 1], [6, 7]), "out": ([1], [7]), "winner": ([0], [6])},
        "pooling": {"fed": ([0], [3])},
    }


def test_a_cell_that_pooling_drops_lights_no_pooled_one():
    found = lit(x_image(), LESSON, "activation", (8, 0))
    assert found["pooling"] == {"fed": ([], [0])}
    assert set(found["activation"]) == {"out"}


def test_an_input_pixel_lights_every_output_that_it_feeds():
    assert lit(x_image(), LESSON, "input", (0, 6)) == {
        "input": {"context": ([-1, 0, 1], [5, 6, 7]), "window": ([0], [6])},
        "convolution": {"out": ([0, 1], [5, 6, 7])},
        "activation": {"out": ([0, 1], [5, 6, 7])},
        "pooling": {"out": ([0], [2, 3])},
    }


def test_without_activation_the_pool_reads_the_convolution():
    found = lit(x_image(), replace(LESSON, activation="none"), "pooling", (0, 3))
    assert "activation" not in found
    assert found["convolution"] == {"out": ([0], [6]), "window": ([0, 1], [6, 7]), "winner": ([0], [6])}
    found = lit(x_image(), replace(LESSON, activation="none"), "convolution", (0, 7))
    assert found["convolution"] == {"out": ([0], [7]), "context": ([0, 1], [6, 7]), "winner": ([0], [6])}


def test_an_average_has_no_winner():
    found = lit(x_image(), replace(LESSON, pool=PoolSettings("average")), "pooling", (0, 3))
    assert found["input"] == {"context": ([-1, 0, 1, 2], [5, 6, 7, 8])}
    assert found["activation"] == {"window": ([0, 1], [6, 7])}


def test_rows_and_columns_are_not_swapped():
    settings = Settings(Kernel([[1, 0, -1]]), stride=(2, 1))
    found = lit(edge_image(), settings, "convolution", (2, 1))
    assert found["input"] == {"window": ([4], [1, 2, 3])}
    found = lit(edge_image(), settings, "input", (4, 0))
    assert found["convolution"] == {"out": ([2], [0])}


def test_a_pixel_that_the_stride_skips_feeds_nothing_but_has_a_nearest_window():
    settings = Settings(Kernel([[1.0]]), stride=(3, 3))
    result = run(x_image(), settings)
    told = explain(result, "input", (1, 8), 0)
    assert told.focus.convolution == (0, 2)
    found = highlights(result, told)
    assert found["convolution"][0].cells.empty


@pytest.mark.parametrize(
    ("pixel", "cell"), [((0, 0), (0, 0)), ((4, 4), (3, 3)), ((8, 8), (6, 6)), ((0, 5), (0, 4))]
)
def test_a_pixel_explains_the_window_centred_on_it(pixel, cell):
    result = run(x_image(), Settings(DIAGONAL))
    told = explain(result, "input", pixel, 0)
    assert told.focus.convolution == cell
    assert told.convolution.before_activation == result.convolution[cell]
    assert told.pooling is None


def test_overlapping_pools_light_all_that_a_cell_goes_into():
    settings = replace(LESSON, pool=PoolSettings("max", (3, 3), (1, 1)))
    assert lit(x_image(), settings, "convolution", (4, 0))["pooling"] == {"fed": ([2, 3, 4], [0])}


def test_same_pooling_lights_no_cells_outside_the_map():
    settings = replace(LESSON, pool=PoolSettings("max", padding="same"))
    assert lit(x_image(), settings, "pooling", (4, 4))["activation"]["window"] == ([8], [8])


def test_dilated_windows_keep_their_gaps():
    found = lit(x_image(), Settings(DIAGONAL, dilation=(2, 2)), "convolution", (0, 1))
    assert found["input"] == {"window": ([0, 2, 4], [1, 3, 5])}


def test_the_arithmetic_is_that_of_the_channel_asked_for():
    picture = Image(np.arange(5 * 6 * 3, dtype=np.uint8).reshape(5, 6, 3))
    result = run(picture, Settings(Kernel([[1, 2, 3]]), channels="each", pool=PoolSettings("max")))
    for channel in (0, 1, 2):
        told = explain(result, "pooling", (1, 1), channel)
        assert told.pooling.value == result.pooling[1, 1, channel]
        assert told.convolution.value == result.activation[(*told.pooling.winner, channel)]
    assert explain(result, "pooling", (1, 1), 5).pooling.channel == 2  # fewer maps than before


def test_a_weight_lights_every_input_that_it_touches():
    links = run(x_image(), replace(LESSON, stride=(2, 2))).chain
    (mark,) = tap_highlights(links, (0, 2))["input"]
    assert mark.kind == "taps"
    assert (list(mark.cells.rows), list(mark.cells.columns)) == ([-1, 1, 3, 5, 7], [1, 3, 5, 7, 9])
