"""A result as it is filmed: what stays the same from moment to moment, worked out once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtCore import QRectF

from convviz.core.explain.matrix import matrix_of
from convviz.core.film.moments import WHOLE_UP_TO, Film, Region, film
from convviz.core.stages.noise import settle
from convviz.core.stages.pipeline import Chain, Result
from convviz.document.document import Document
from convviz.document.pixels import edit_cells
from convviz.document.state.state import DocumentState, FilmState, Pin
from convviz.film import scene as step_scene
from convviz.film import texts
from convviz.film.scene import Pins, Stage
from convviz.views.base.colours import ColourScale
from convviz.views.base.texts import edit_name, image_title

Titles: TypeAlias = tuple[tuple[str, str], tuple[str, str]]
"""Title and caption of the card that is read, and of the one that fills."""

SIDE = 12
"""A region that was not chosen by hand has so many rows and columns."""


@dataclass(frozen=True, eq=False)
class Matrix:
    """The convolution as a matrix, ``values`` (None, and ``error``, where it would be too large to read)."""

    key: tuple[Any, ...]
    values: Any = None
    error: str = ""


@dataclass(frozen=True, eq=False)
class Reel:
    """A result as it is filmed: what stays the same from moment to moment.

    ``titles`` are those of the cards in each act. ``pixel_step`` is what a notch of the wheel adds to a
    pixel, None where pixels cannot be changed. ``sums`` are the lowest and the highest sum of any window,
    ``facts`` what is filmed, in words: with the output's size, and without it.
    """

    result: Result
    film: Film
    region: Region | None
    channel: int
    stages: dict[str, Stage]
    titles: dict[str, Titles]
    ground: QRectF
    pixel_step: float | None
    matrix: Matrix
    sums: tuple[float, float]
    facts: tuple[str, str]

    @property
    def input_scale(self) -> ColourScale:
        """The colours of the picture."""
        return next(iter(self.stages.values())).scales.image


def reel_of(state: DocumentState, result: Result, before: Reel | None = None) -> Reel:
    """The film of ``result``, which describes ``state``; ``before`` is what was filmed until now."""
    region, channel = region_for(state, result.chain), state.shown_channel
    made = film(result.chain, state.film.detail, region)
    stages = step_scene.stages(result, made, state.color_range, channel, state.input_range)
    low, high = result.reach
    titles, facts = _said(result, stages, channel)
    sums = (settle(low, result.noise.convolution), settle(high, result.noise.convolution))
    matrix = _matrix(result, None if before is None else before.matrix)
    ground = step_scene.ground(stages, whole=region is None)
    return Reel(result, made, region, channel, stages, titles, ground, _pixel_step(result), matrix, sums,
                facts)  # fmt: skip


def said_again(reel: Reel) -> Reel:
    """The same film, its texts in the language of the moment."""
    titles, facts = _said(reel.result, reel.stages, reel.channel)
    return replace(reel, titles=titles, facts=facts)


def _said(
    result: Result, stages: dict[str, Stage], channel: int
) -> tuple[dict[str, Titles], tuple[str, str]]:
    """The titles and the facts of a film."""
    facts = partial(texts.film_facts, image_title(result.image), result.chain, result.settings)
    titles = {key: texts.grid_captions(result, stage, channel) for key, stage in stages.items()}
    return titles, (facts(), facts(sized=False))


def _pixel_step(result: Result) -> float | None:
    """Pixels can be changed where the grid shows the very pixels of a small picture."""
    image = result.image
    if max(image.shape[:2]) > WHOLE_UP_TO or result.input is not image.values:
        return None
    span = image.high - image.low
    return max(1.0, round(span / 64)) if span > 2 else 1.0


def _matrix(result: Result, before: Matrix | None) -> Matrix:
    key = (result.chain, result.settings.kernel, result.settings.operation, result.settings.fill)
    if before is not None and before.key == key:
        return before
    try:
        return Matrix(key, matrix_of(result.chain, result.settings))
    except ValueError as error:
        return Matrix(key, error=str(error))


def pins_of(watched: FilmState, result: Result) -> Pins:
    """The pins that the output of ``result`` has a cell for."""
    rows, columns = result.chain.convolution[:2]
    a, b = (
        cell if cell is not None and cell[0] < rows and cell[1] < columns else None
        for cell in (watched.pin_a, watched.pin_b)
    )
    return Pins(a, b)


def region_for(state: DocumentState, chain: Chain) -> Region | None:
    """What is filmed: None for all of a small picture, else the region chosen, or one around the pin."""
    height, width = chain.input[:2]
    if max(height, width) <= WHOLE_UP_TO:
        return None
    chosen = state.film.region
    if chosen is not None and chosen.row + chosen.rows <= height and chosen.column + chosen.columns <= width:
        return chosen
    row, column = _centre(state.pin, chain) if state.pin is not None else (height // 2, width // 2)
    rows, columns = min(SIDE, height), min(SIDE, width)
    top = min(max(row - rows // 2, 0), height - rows)
    left = min(max(column - columns // 2, 0), width - columns)
    return Region(top, left, rows, columns)


def _centre(pin: Pin, chain: Chain) -> tuple[int, int]:
    """The input pixel that a pinned cell of any stage lies on."""
    row, column = pin.row, pin.column
    if pin.stage == "pooling" and chain.pooling_size is not None:
        size = chain.pooling_size
        row, column = size.rows.start(row), size.columns.start(column)
    if pin.stage != "input":
        axes = chain.convolution_size
        row = axes.rows.start(row) + axes.rows.effective_kernel // 2
        column = axes.columns.start(column) + axes.columns.effective_kernel // 2
    return row, column


def edit_pixel(document: Document, place: tuple[int, int, int], value: float, merge_key: str) -> None:
    """Change the pixel at (row, column, channel); edits with the same key, not "", are one step to undo."""
    row, column, channel = place
    edit_cells(document, edit_name("pixel"), [(row, column)], value, channel=channel, merge_key=merge_key)
