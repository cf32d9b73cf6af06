"""NPZ files: one slice of one of their arrays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from convviz.core.images.arrays import ImageError, ReadCancelled
from convviz.core.images.image import Part, read

DIGITS = np.random.default_rng(3).integers(0, 256, (70, 28, 28), dtype=np.uint8)


@pytest.fixture(params=[np.savez, np.savez_compressed])
def mnist(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An archive as Keras has MNIST, and texts beside it."""
    path = tmp_path / "mnist.npz"
    labels = np.arange(70, dtype=np.uint8)
    request.param(
        path, y_train=labels, x_train=DIGITS, x_test=DIGITS[:9, :20] // 2, names=np.array(["a", "b"])
    )
    return path


def test_the_first_array_that_can_be_a_picture(mnist: Path) -> None:
    image = read(mnist)
    assert (image.frames, image.arrays, image.part) == (70, ("x_train", "x_test"), Part(array="x_train"))
    np.testing.assert_array_equal(image.values, DIGITS[0])
    assert (image.values.dtype, image.low, image.high) == (np.uint8, 0, 255)


@pytest.mark.parametrize("frame", [1, 35, 69])
def test_any_slice_of_any_array(mnist: Path, frame: int) -> None:
    np.testing.assert_array_equal(read(mnist, Part(frame)).values, DIGITS[frame])
    other = read(mnist, Part(frame % 9, array="x_test"))
    assert other.frames == 9
    np.testing.assert_array_equal(other.values, DIGITS[frame % 9, :20] // 2)


@pytest.mark.parametrize(
    ("part", "cause"),
    [
        (Part(70), "no_frame"),
        (Part(array="y_train"), "no_such_array"),
        (Part(array="names"), "no_such_array"),
        (Part(array="../x"), "no_such_array"),
    ],
)
def test_what_is_not_there_is_said(mnist: Path, part: Part, cause: str) -> None:
    with pytest.raises(ImageError) as caught:
        read(mnist, part)
    assert caught.value.cause == cause


def test_only_what_is_wanted_is_unpacked(tmp_path: Path) -> None:
    """Half a gigabyte of noughts: the tenth slice of them comes at once, and needs little memory."""
    import tracemalloc

    path = tmp_path / "large.npz"
    np.savez_compressed(path, a=np.zeros((1000, 512, 1024), np.uint8))
    tracemalloc.start()
    assert read(path, Part(9)).shape == (512, 1024)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40 << 20


@pytest.mark.parametrize("content", [{}, {"labels": np.arange(9)}, {"name": np.array(["x"])}])
def test_without_a_picture_it_is_no_picture(tmp_path: Path, content: dict[str, np.ndarray]) -> None:
    np.savez(tmp_path / "a.npz", **content)
    with pytest.raises(ImageError) as caught:
        read(tmp_path / "a.npz")
    assert caught.value.cause in ("no_array", "unknown")


def test_damaged_archives_and_pickles_are_refused(mnist: Path, tmp_path: Path) -> None:
    data = mnist.read_bytes()
    for cut in (4, 40, len(data) // 2, len(data) - 30):
        (tmp_path / "cut.npz").write_bytes(data[:cut])
        with pytest.raises(ImageError):
            read(tmp_path / "cut.npz")
    np.savez(tmp_path / "objects.npz", a=np.array([[1, "a"], [{}, 2]], dtype=object))
    with pytest.raises(ImageError) as caught:
        read(tmp_path / "objects.npz")
    assert caught.value.cause == "no_array"


def test_it_can_be_given_up(mnist: Path) -> None:
    with pytest.raises(ReadCancelled):
        read(mnist, cancelled=lambda: True)
