"""Moments as marks, masks and traces: plain functions, nothing kept from one to the next."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF

from convviz.core import Result, run
from convviz.core.film.moments import Film, Moment, film
from convviz.core.samples.lessons import example
from convviz.document.state.state import ColorRange
from convviz.film import scene as step_scene
from convviz.film.scene import Pins, Stage


def made(key: str) -> tuple[Result, Film, dict[str, Stage]]:
    lesson = example(key)
    result = run(lesson.image(), lesson.settings)
    reel = film(result.chain, "product", lesson.region)
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
