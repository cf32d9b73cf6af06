"""Cropping and resizing a picture, and doing again what a recipe says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from convviz.core.images.image import COUNTED, Image, ReadCancelled
from convviz.core.images.recipe import MOST_STEPS, Crop, Recipe, Step, with_step
from convviz.core.images.resampling import GoOn, resampled


def reshaped(image: Image, step: Step, go_on: GoOn = lambda share: None) -> Image:
    """``image`` after one step; itself where that changes nothing. ValueError where it does not fit.

    Its recipe says what was done. With more than `MOST_STEPS` steps it is no longer the file's or the
    sample's, and is kept with its pixels. ``go_on`` is told how far it is, and ends it by raising.

    >>> made = reshaped(Image(np.zeros((5, 7), np.uint8)), Crop(1, 2, 3, 4))
    >>> made.shape, made.recipe
    ((3, 4), (Crop(top=1, left=2, rows=3, columns=4),))
    """
    if isinstance(step, Crop):
        step.check(image.shape)
    if (step.rows, step.columns) == image.shape[:2]:
        return image
    if isinstance(step, Crop):
        part = np.s_[step.top : step.top + step.rows, step.left : step.left + step.columns]
        values = image.values[part].copy()
    else:
        values = resampled(image.values, step.rows, step.columns, step.method, ends_of(image), go_on)
    recipe = with_step(image.recipe, step)
    if len(recipe) > MOST_STEPS:
        return replace(
            image, values=values, recipe=recipe[-MOST_STEPS:], source=None, sample="", file_bytes=b""
        )
    return replace(image, values=values, recipe=recipe)


def again(image: Image, recipe: Recipe, cancelled: Callable[[], bool] | None = None) -> Image:
    """What a recipe makes of a picture. ValueError where a step does not fit, `ReadCancelled`."""

    def go_on(_share: float) -> None:
        if cancelled is not None and cancelled():
            raise ReadCancelled

    for step in recipe:
        go_on(0)
        image = reshaped(image, step, go_on)
    return image


def ends_of(image: Image) -> tuple[float, float] | None:
    """The ends between which values are counted in whole numbers; None where there may be any.

    >>> ends_of(Image(np.array([[0.0, 700.0]], np.float32), 0, 65535))
    (0.0, 65535.0)
    """
    ends = float(image.low), float(image.high)
    counted = any(ends == known for known in COUNTED)
    return ends if counted and bool(np.all(image.values == np.rint(image.values))) else None
