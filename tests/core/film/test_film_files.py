"""Animations written picture by picture are read back by others as they were."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from convviz.core.film.writers import changed, palette_of, write_apng, write_gif, write_webp

TIMES = [100, 50, 200, 40, 1000]


def pictures() -> list[NDArray[np.uint8]]:
    """A spot that wanders over white paper."""
    made = []
    picture = np.full((40, 60, 3), 255, np.uint8)
    for step in range(5):
        picture = picture.copy()
        picture[5 * step : 5 * step + 8, 3 * step : 3 * step + 9] = (200, 10 * step, 30)
        made.append(picture)
    return made


def gif(file: io.BytesIO) -> int:
    return write_gif(file, zip(pictures(), TIMES, strict=True), palette_of(pictures()))


def apng(file: io.BytesIO) -> int:
    return write_apng(file, zip(pictures(), TIMES, strict=True), 5)


def webp(file: io.BytesIO) -> int:
    return write_webp(file, iter(pictures()), TIMES)


@pytest.mark.parametrize(("write", "form"), [(gif, "GIF"), (apng, "PNG"), (webp, "WEBP")])
def test_every_picture_and_its_time_come_back(write: Callable[[io.BytesIO], int], form: str) -> None:
    file = io.BytesIO()
    assert write(file) == 5
    with Image.open(file) as opened:
        assert (opened.format, opened.n_frames, opened.info["loop"]) == (form, 5, 0)  # type: ignore[attr-defined]
        for number, (picture, time) in enumerate(zip(pictures(), TIMES, strict=True)):
            opened.seek(number)
            assert np.array_equal(np.asarray(opened.convert("RGB")), picture)
            assert opened.info["duration"] == time


def test_a_gif_has_its_commonest_colours_exactly() -> None:
    rng = np.random.default_rng(1)
    noise = rng.integers(0, 256, (100, 100, 3), dtype=np.uint8)
    noise[:20] = (233, 234, 236)
    palette = palette_of([noise])
    assert len(palette.colours) == 256
    assert palette.colours[palette.indexed(noise)[0, 0]].tolist() == [233, 234, 236]
    others = palette.colours[palette.indexed(noise)].astype(int) - noise
    assert np.abs(others).mean() < 20


def test_times_are_no_shorter_than_viewers_show() -> None:
    file = io.BytesIO()
    write_gif(file, [(pictures()[0], 4), (pictures()[1], 7)], palette_of(pictures()))
    with Image.open(file) as opened:
        assert opened.info["duration"] == 20


def test_what_changed_is_a_rectangle() -> None:
    before, now = np.zeros((6, 8), np.uint8), np.zeros((6, 8), np.uint8)
    now[2, 3] = now[4, 5] = 1
    assert changed(before, now) == (2, 5, 3, 6)
    assert changed(now, now) == (0, 1, 0, 1)
    assert changed(None, now) == (0, 6, 0, 8)


def test_an_animated_png_announces_how_many_pictures_it_has() -> None:
    with pytest.raises(ValueError, match="5 pictures where 4 were announced"):
        write_apng(io.BytesIO(), zip(pictures(), TIMES, strict=True), 4)
