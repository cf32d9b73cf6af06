"""Loading beside the window's thread: the latest wish wins, and none is lost."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import pytest
from pytestqt.qtbot import QtBot

from convviz.core.images.image import ImageError
from convviz.document.files.loader import Cancelled, ImageLoader, Loader

LONG = 10.0


class News:
    """Remembers what a loader says."""

    def __init__(self, loader: Loader) -> None:
        self.values: list[Any] = []
        self.errors: list[tuple[str, BaseException]] = []
        self.busy: list[bool] = []
        loader.loaded.connect(self.values.append)
        loader.failed.connect(self.fail)
        loader.busy_changed.connect(self.busy.append)

    def fail(self, name: str, error: BaseException) -> None:
        self.errors.append((name, error))


@pytest.fixture
def loader(qtbot: QtBot) -> Iterator[ImageLoader]:
    loader = ImageLoader()
    yield loader
    loader.close()


def until_cancelled(cancelled: Cancelled) -> object:
    tick = threading.Event()
    while not cancelled():
        tick.wait(0.001)
    raise RuntimeError("given up")


def test_a_picture_file_is_loaded(loader: ImageLoader, tmp_path: Path) -> None:
    news = News(loader)
    path = tmp_path / "ramp.png"
    PIL.Image.fromarray(np.array([[0, 128, 255]], np.uint8)).save(path)
    loader.load(path)
    assert loader.wait_idle(LONG)
    [image] = news.values
    assert image.values.tolist() == [[0, 128, 255]]
    assert (image.name, image.source, news.busy) == ("ramp.png", path, [True, False])


def test_bytes_and_samples_are_loaded(loader: ImageLoader) -> None:
    news = News(loader)
    stream = io.BytesIO()
    PIL.Image.fromarray(np.array([[7]], np.uint8)).save(stream, "PNG")
    loader.load_bytes(stream.getvalue(), "pasted")
    assert loader.wait_idle(LONG)
    loader.load_sample("x")
    assert loader.wait_idle(LONG)
    assert [(image.name, image.shape) for image in news.values] == [("pasted", (1, 1)), ("X", (9, 9))]


def test_a_failure_comes_with_the_name_and_the_cause(loader: ImageLoader, tmp_path: Path) -> None:
    news = News(loader)
    loader.load(tmp_path / "missing.png")
    assert loader.wait_idle(LONG)
    [(name, error)] = news.errors
    assert name == "missing.png"
    assert isinstance(error, ImageError)
    assert str(error) == "missing.png does not exist."


def test_the_latest_wish_wins(loader: ImageLoader) -> None:
    news = News(loader)
    loader.start("first", until_cancelled)
    loader.start("second", lambda cancelled: "second")
    loader.start("third", lambda cancelled: "third")
    assert loader.wait_idle(LONG)
    assert (news.values, news.errors, news.busy) == (["third"], [], [True, False])


def test_cancel_ends_in_silence(loader: ImageLoader) -> None:
    news = News(loader)
    loader.start("first", until_cancelled)
    loader.cancel()
    assert loader.wait_idle(LONG)
    assert (news.values, news.errors, news.busy) == ([], [], [True, False])


def test_too_little_memory_is_said_in_a_sentence(loader: ImageLoader) -> None:
    def huge(cancelled: Cancelled) -> object:
        raise MemoryError

    news = News(loader)
    loader.start("huge.png", huge)
    assert loader.wait_idle(LONG)
    assert (
        str(news.errors[0][1]) == "There is not enough memory to open huge.png; a smaller picture needs less."
    )


def test_close_ends_the_thread(loader: ImageLoader) -> None:
    before = threading.active_count()
    loader.start("first", until_cancelled)
    loader.close()
    assert threading.active_count() == before
    assert not loader.busy
