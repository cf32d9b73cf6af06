"""Which way a convolution is computed changes nothing but the time and the memory it takes."""

from __future__ import annotations

import itertools
import threading
import time
import tracemalloc
from functools import partial
from typing import Any

import numpy as np
import pytest

from convviz.core import cross_correlate, engine, engine_columns, engine_small
from convviz.core.convolution import prepare
from convviz.core.engine_job import Cancelled, Control


@pytest.mark.parametrize("size", [55, 56, 57, 64, 200])
@pytest.mark.parametrize("kernel_shape", [(3, 3), (4, 5), (12, 13), (13, 12), (31, 31), (1, 31)])
@pytest.mark.parametrize(
    "options", [{}, {"padding": "same"}, {"stride": (2, 3), "padding": "full", "fill": "edge"}]
)
def test_choices_agree_where_they_change(size: int, kernel_shape: Any, options: dict[str, Any]) -> None:
    numbers = np.random.default_rng(size)
    image, kernel = numbers.integers(0, 256, (size, size + 1)), numbers.standard_normal(kernel_shape)
    job = prepare(image, kernel, **options)
    expected = np.empty(job.shape, job.dtype)
    engine_small.compute(job, expected)
    np.testing.assert_allclose(cross_correlate(image, kernel, **options), expected, rtol=1e-10, atol=1e-9)


@pytest.mark.parametrize("shape", [(6, 8), (7, 7), (8, 6), (1, 2), (1, 31), (31, 1)])
@pytest.mark.parametrize("dilation", [1, 3, 4])
def test_columns_times_rows_agree_where_the_choice_changes(shape: tuple[int, int], dilation: int) -> None:
    numbers = np.random.default_rng(4)
    image = numbers.integers(0, 256, (150, 160), np.uint8)
    kernel = np.outer(numbers.integers(1, 4, shape[0]), numbers.integers(1, 4, shape[1]))
    job = prepare(image, kernel, padding="same", dilation=dilation)
    expected = np.empty(job.shape, job.dtype)
    engine_small.compute(job, expected)
    answer = cross_correlate(image, kernel, padding="same", dilation=dilation)
    np.testing.assert_array_equal(answer, expected)


@pytest.mark.parametrize("width", [65, 66, 67, 700])
@pytest.mark.parametrize("dilation", [1, 2])
def test_many_filters_agree_where_the_choice_changes(width: int, dilation: int) -> None:
    numbers = np.random.default_rng(5)
    image, kernel = numbers.integers(0, 9, (40, width, 4)), numbers.integers(-3, 4, (3, 3, 4, 17))
    options = {"stride": (2, 1), "dilation": dilation}
    single = [cross_correlate(image, kernel[..., k], **options) for k in range(17)]
    np.testing.assert_array_equal(cross_correlate(image, kernel, **options), np.stack(single, axis=2))


def test_cancelling_stops_every_engine() -> None:
    numbers = np.random.default_rng(7)
    for shape in ((3, 3), (9, 9), (16, 16), (3, 3, 1, 2)):
        job = prepare(numbers.standard_normal((600, 500)), numbers.standard_normal(shape))
        answers = iter(itertools.chain([False], itertools.repeat(True)))
        with pytest.raises(Cancelled):
            engine.compute(job, np.empty(job.shape), None, Control(cancelled=lambda a=answers: next(a)))


def test_progress_rises_to_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_columns, "share", partial(engine_columns.share, threads=1))
    job = prepare(np.ones((900, 900)), np.random.default_rng(8).standard_normal((5, 5)))
    heard: list[float] = []
    engine.compute(job, np.empty(job.shape), None, Control(progress=heard.append))
    assert heard == sorted(heard)
    assert len(heard) > 2
    assert heard[-1] == 1


@pytest.mark.parametrize("kernel_shape", [(3, 3), (16, 16)])
def test_images_that_are_views_and_read_only(kernel_shape: Any) -> None:
    numbers = np.random.default_rng(9)
    image = numbers.standard_normal((200, 180))
    kernel = numbers.standard_normal(kernel_shape)
    view = np.ascontiguousarray(image.T).T[::-1][::-1]
    view.setflags(write=False)
    np.testing.assert_allclose(cross_correlate(view, kernel), cross_correlate(image, kernel), atol=1e-12)


@pytest.mark.parametrize("kernel_shape", [(3, 3), (9, 1), (7, 7), (31, 31)])
@pytest.mark.parametrize("padding", ["valid", "same"])
@pytest.mark.parametrize("channels", [1, 3])
def test_memory_stays_below_three_times_the_image(kernel_shape: Any, padding: str, channels: int) -> None:
    image = np.random.default_rng(10).random((1500, 2000, channels), np.float32)
    kernel = np.random.default_rng(11).standard_normal(kernel_shape)
    cross_correlate(image[:100, :100], kernel)  # the first call imports
    tracemalloc.start()
    cross_correlate(image, kernel, padding=padding)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak + image.nbytes < 3 * image.nbytes


def test_the_interpreter_is_never_held_for_long() -> None:
    """Another thread gets its turn many times while an image is convolved, as a window must."""
    image = np.random.default_rng(12).random((2000, 2000), np.float32)
    kernel = np.random.default_rng(13).standard_normal((5, 5))
    stop = threading.Event()
    turns: list[float] = []

    def window() -> None:
        while not stop.is_set():
            turns.append(time.perf_counter())
            time.sleep(0.0005)

    other = threading.Thread(target=window)
    other.start()
    begun = time.perf_counter()
    for _ in range(5):
        cross_correlate(image, kernel)
    ended = time.perf_counter()
    stop.set()
    other.join()
    during = [t for t in turns if begun <= t <= ended]
    assert len(during) > 2 * (ended - begun) / 0.1, "fewer than two turns in 100 ms"
