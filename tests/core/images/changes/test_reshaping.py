"""Cropping and resizing: the exact pixels, their kinds, and the recipe that is kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from convviz.core.images.image import Image, ReadCancelled
from convviz.core.images.recipe import METHODS, MOST_STEPS, Crop, Resize
from convviz.core.images.resampling import resampled
from convviz.core.images.reshaping import again, reshaped

RANDOM = np.random.default_rng(5)
BYTES = RANDOM.integers(0, 256, (13, 17), dtype=np.uint8)
COLOURS = RANDOM.integers(0, 256, (13, 17, 3), dtype=np.uint8)
FLOATS = RANDOM.normal(size=(13, 17))
SIZES = [(5, 7), (26, 31), (13, 4), (1, 1), (40, 17)]


def by_pillow(values, size, method):
    how = PIL.Image.Resampling[method.upper()]
    return np.array(PIL.Image.fromarray(values).resize(size[::-1], how))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("method", METHODS)
def test_every_method_is_pillows(method, size):
    assert np.array_equal(resampled(BYTES, *size, method), by_pillow(BYTES, size, method))
    assert np.array_equal(resampled(COLOURS, *size, method), by_pillow(COLOURS, size, method))
    single = FLOATS.astype(np.float32)
    made = resampled(single, *size, method)
    assert made.dtype == np.float32
    assert made == pytest.approx(by_pillow(single, size, method), abs=1e-6)


@pytest.mark.parametrize("method", METHODS)
def test_float64_stays_exact_beyond_float32(method):
    far = np.full((4, 6), 2.0**40 + 1)
    made = resampled(far, 3, 9, method)
    assert made.dtype == np.float64
    assert np.all(np.abs(made - far[0, 0]) <= 2.0**-10)


def test_counted_values_stay_whole_and_within_their_range():
    image = Image(np.array([[0, 65535, 0, 0]], np.float32), 0, 65535)
    made = reshaped(image, Resize(1, 9, "lanczos")).values
    assert np.array_equal(made, np.rint(made))
    assert (made.min(), made.max()) == (0, 65535)


def test_others_may_overshoot():
    made = reshaped(Image(np.array([[0.0, 1.0, 0.0, 0.0]]), 0, 1), Resize(1, 9, "lanczos")).values
    assert made.min() < 0


def test_a_crop_holds_a_copy_of_its_pixels_and_the_rest_of_the_picture():
    image = Image(BYTES, name="a.png", source=Path("a.png"))
    made = reshaped(image, Crop(2, 3, 4, 5))
    assert np.array_equal(made.values, BYTES[2:6, 3:8])
    assert made.values.base is None
    assert (made.name, made.source, made.recipe) == ("a.png", Path("a.png"), (Crop(2, 3, 4, 5),))
    assert made != image


def test_a_crop_of_a_crop_is_one_and_a_recipe_does_the_same_again():
    image = Image(COLOURS)
    made = image
    for step in (Crop(2, 3, 9, 9), Crop(1, 1, 6, 4), Resize(3, 2, "box"), Crop(0, 0, 2, 2)):
        made = reshaped(made, step)
    assert made.recipe == (Crop(3, 4, 6, 4), Resize(3, 2, "box"), Crop(0, 0, 2, 2))
    assert again(image, made.recipe) == made


def test_what_changes_nothing_is_the_same_picture():
    image = Image(BYTES)
    assert reshaped(image, Crop(0, 0, 13, 17)) is image
    assert reshaped(image, Resize(13, 17, "lanczos")) is image


def test_a_part_beyond_the_picture_is_refused_with_the_numbers():
    with pytest.raises(ValueError, match=r"row 12, column 17 does not lie in a picture of 13x17"):
        reshaped(Image(BYTES), Crop(0, 1, 13, 17))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Crop(-1, 0, 2, 2), "no part of a picture"),
        (lambda: Crop(0, 0, 0, 2), "no part of a picture"),
        (lambda: Resize(0, 2, "box"), "from 1 to 20000"),
        (lambda: Resize(20_000, 20_000, "box"), "more than 100,000,000 pixels"),
        (lambda: Resize(2, 2, "magic"), "no method"),
    ],
)
def test_steps_that_cannot_be_are_refused(make, words):
    with pytest.raises(ValueError, match=words):
        make()


def test_a_picture_that_was_changed_often_is_kept_with_its_pixels():
    image = Image(BYTES, source=Path("a.png"))
    for at in range(MOST_STEPS + 1):
        image = reshaped(image, Resize(5 + at % 2, 5, "nearest"))
        assert (image.source is None) == (at == MOST_STEPS)
    assert len(image.recipe) == MOST_STEPS


def test_a_recipe_can_be_given_up():
    with pytest.raises(ReadCancelled):
        again(Image(BYTES), (Crop(0, 0, 2, 2),), lambda: True)
