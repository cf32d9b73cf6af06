"""Moments as marks, masks and traces: plain functions, nothing kept from one to the next."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from convviz.core import Image, Kernel, PoolSettings, Result, Settings, run
from convviz.core.film.moments import Film, Moment, Region, film
from convviz.core.samples.lessons import example
from convviz.document.state.state import ColorRange
from convviz.film import scene as step_scene
from convviz.film.scene import Pins, Stage
from convviz.film.texts import film_facts, remark


def made(key: str) -> tuple[Result, Film, dict[str, Stage]]:
    lesson = example(key)
    result = run(lesson.image(), lesson.settings)
    reel = film(result.chain, "product", lesson.region)
    return result, reel, step_scene.stages(result, reel, ColorRange(), 0)


def oblong(region: Region | None = None) -> tuple[Result, Film, dict[str, Stage]]:
    """23 by 41 pixels become 7 by 18 cells and 2 by 4 pooled ones; no two sides are alike."""
    settings = Settings(
        Kernel([[1, -2, 3], [4, 5, -6]]),
        stride=(3, 2),
        dilation=(5, 7),
        padding=((1, 2), (3, 5)),
        pool=PoolSettings("max", (2, 5), (3, 4)),
    )
    values = np.random.default_rng(5).integers(0, 256, (23, 41)).astype(np.uint8)
    result = run(Image(values), settings)
    reel = film(result.chain, "product", region)
    return result, reel, step_scene.stages(result, reel, ColorRange(), 0)


def kinds(highlights: list[step_scene.Highlight]) -> list[str]:
    return [mark.kind for mark in highlights]


def test_a_moment_does_not_depend_on_the_one_before() -> None:
    result, reel, stages = made("x_diagonal")
    index = reel.index("convolution", 1, 1)
    assert index is not None
    scene = step_scene.scene(result, stages, reel.moment(index), Pins())
    assert (scene.number, scene.trace.value, int(scene.landed.sum())) == (8, 9, 9)
    assert scene.landed[1].tolist() == [True, True, False, False, False, False, False]
    before = step_scene.scene(result, stages, reel.moment(index - 1), Pins())
    assert int(before.landed.sum()) == 8


def test_the_window_and_the_cell_are_marked_and_the_pins_under_them() -> None:
    result, reel, stages = made("x_diagonal")
    scene = step_scene.scene(result, stages, reel.moment(0), Pins((1, 1), (0, 1)))
    assert kinds(scene.input_marks) == ["pinB", "pinA", "window"]
    assert kinds(scene.output_marks) == ["pinB", "pinA", "out"]


def test_a_pin_that_the_output_does_not_have_is_not_marked() -> None:
    _, _, stages = made("x_stride")
    assert step_scene.pin_marks(stages["convolution"], Pins((6, 6), None)) == ([], [])


def test_a_pooled_cell_rings_its_winner_once_all_are_compared() -> None:
    result, reel, stages = made("x_pool_floor")
    index = reel.index("pooling", 0, 0)
    assert index is not None
    scene = step_scene.scene(result, stages, reel.moment(index), Pins())
    assert kinds(scene.input_marks) == ["window", "winner"]
    first = replace(scene.moment, part="multiply", products=1, terms=0)
    assert kinds(step_scene.scene(result, stages, first, Pins()).input_marks) == ["window"]


def test_in_the_pooling_act_the_pins_are_cells_that_are_read() -> None:
    _, _, stages = made("x_pool_floor")
    read, out = step_scene.pin_marks(stages["pooling"], Pins((1, 1), None))
    assert (list(read[0].cells.rows), out) == ([1], [])


def test_of_a_region_only_its_cells_land_and_they_are_outlined() -> None:
    result, reel, stages = made("mug")
    stage = stages["convolution"]
    mask = step_scene.landed_cells(stage, 14)
    assert np.argwhere(mask)[[0, 11, 12, 13]].tolist() == [[73, 164], [73, 175], [74, 164], [74, 165]]
    scene = step_scene.scene(result, stages, Moment("convolution", 73, 164, "place", 0, 0), Pins())
    assert kinds(scene.output_marks) == ["fed", "out"]


def test_what_is_seen_is_everything_or_the_region_with_its_neighbours() -> None:
    whole = made("x_padding")[2]
    assert step_scene.ground(whole, whole=True) == QRectF(-1, -1, 11, 11)
    part = made("mug")[2]
    assert step_scene.ground(part, whole=False) == QRectF(163, 72, 16, 16)


def test_a_pixel_lights_what_it_feeds() -> None:
    stage = made("x_diagonal")[2]["convolution"]
    (mark,) = step_scene.fed_marks(stage, (4, 0))
    assert (list(mark.cells.rows), list(mark.cells.columns)) == ([2, 3, 4], [0])


def test_three_channels_are_traced_into_one_sum() -> None:
    result, reel, stages = made("colour")
    index = reel.index("convolution", 0, 1)
    assert index is not None
    told = step_scene.scene(result, stages, reel.moment(index), Pins()).trace
    assert told.channel_sums.tolist() == [480, 0, -360]  # type: ignore[union-attr]


def places(marks: list[step_scene.Highlight]) -> dict[str, tuple[list[int], list[int]]]:
    return {mark.kind: (list(mark.cells.rows), list(mark.cells.columns)) for mark in marks}


def test_an_oblong_scene_takes_every_number_from_its_own_axis() -> None:
    result, reel, stages = oblong()
    index = reel.index("convolution", 2, 11)
    assert index is not None
    shown = step_scene.scene(result, stages, reel.moment(index), Pins((1, 3), (6, 17)))
    assert (shown.number, int(shown.landed.sum()), shown.landed.shape) == (2 * 18 + 11, 48, (7, 18))
    assert shown.landed[2].tolist() == [True] * 12 + [False] * 6
    assert shown.trace.value == result.convolution[2, 11]
    assert places(shown.input_marks) == {
        "pinB": ([17, 22], [31, 38, 45]), "pinA": ([2, 7], [3, 10, 17]), "window": ([5, 10], [19, 26, 33])
    }  # fmt: skip
    assert places(shown.output_marks) == {"pinB": ([6], [17]), "pinA": ([1], [3]), "out": ([2], [11])}
    assert places(step_scene.fed_marks(stages["convolution"], (7, 10))) == {"fed": ([1], [3])}
    assert step_scene.fed_marks(stages["convolution"], (6, 10)) == []
    assert [places(marks) for marks in step_scene.preview_marks(stages["convolution"], (2, 11))] == [
        {"context": ([5, 10], [19, 26, 33])}, {"fed": ([2], [11])}
    ]  # fmt: skip
    assert step_scene.ground(stages, whole=True) == QRectF(-3, -1, 49, 26)


def test_an_oblong_pooled_cell_reads_its_own_window() -> None:
    result, reel, stages = oblong()
    index = reel.index("pooling", 1, 2)
    assert index is not None
    shown = step_scene.scene(result, stages, reel.moment(index), Pins())
    row, column = np.unravel_index(result.convolution[3:5, 8:13].argmax(), (2, 5))
    assert (shown.number, int(shown.landed.sum()), shown.landed.shape) == (6, 7, (2, 4))
    assert places(shown.input_marks) == {
        "window": ([3, 4], [8, 9, 10, 11, 12]), "winner": ([3 + row], [8 + column])
    }  # fmt: skip


def test_a_pin_beyond_one_side_of_an_oblong_output_is_not_marked() -> None:
    stage = oblong()[2]["convolution"]
    assert step_scene.pin_marks(stage, Pins((7, 3), (3, 18))) == ([], [])


def test_an_oblong_region_is_a_block_of_rows_and_columns() -> None:
    _, reel, stages = oblong(Region(8, 10, 7, 16))
    stage = stages["convolution"]
    rows, columns = stage.act.rows, stage.act.columns
    assert (rows, columns) == (range(3, 5), range(3, 11))
    assert (stage.has((4, 10)), stage.has((10, 4)), stage.has((5, 10)), stage.has((4, 11))) == (
        True, False, False, False
    )  # fmt: skip
    assert stage.is_part
    mask = step_scene.landed_cells(stage, 9)
    assert np.argwhere(mask)[[0, 7, 8]].tolist() == [[3, 3], [3, 10], [4, 3]]
    assert step_scene.ground(stages, whole=False) == QRectF(3 - 1, 8 - 1, 29 + 2, 9 + 2)


def test_the_facts_of_a_film_name_every_number_by_its_axis() -> None:
    result = oblong()[0]
    text = film_facts("a<b", result.chain, result.settings)
    assert text == (
        "<b>a&lt;b</b>&nbsp; 23 × 41 → 7 × 18, correlation, stride 3×2, dilation 5×7, pad 1|2 × 3|5"
    )
    assert "→ ?" in film_facts("", result.chain, result.settings, sized=False)


@pytest.mark.parametrize(
    ("values", "weights", "padding", "words"),
    [
        ([[0, 0], [0, 0]], [[1, 2]], "valid", "Every product is 0."),
        ([[5, 5], [5, 5]], [[1, -1]], "valid", "A flat area: what is added is taken away again."),
        ([[5, 5], [5, 5]], [[1, 1]], "valid", ""),
        ([[5, 3], [5, 5]], [[3, -5]], "valid", ""),
        ([[5, 5], [5, 5]], [[1, 1, 1]], "same", "Part of the window lies in the padding."),
    ],
)
def test_what_is_remarkable_about_a_sum(
    values: list[list[int]], weights: list[list[int]], padding: str, words: str
) -> None:
    result = run(Image(np.array(values, np.uint8)), Settings(Kernel(weights), padding=padding))
    assert remark(result, step_scene.traced(result, "convolution", (0, 0), 0)) == words
