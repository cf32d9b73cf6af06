"""The library: every kernel under its key, with the sums and shapes that make it what it is."""

import numpy as np
import pytest

from convviz.core.kernels.kernel_library import LIBRARY, library

KEYS = """
    identity box gaussian gaussian5 sharpen unsharp edge_vertical edge_horizontal sobel_vertical
    sobel_horizontal prewitt_vertical prewitt_horizontal scharr_vertical scharr_horizontal laplacian
    laplacian8 log emboss motion_blur gabor diagonal anti_diagonal small_x
"""
NOT_SEPARABLE = "sharpen unsharp laplacian laplacian8 log emboss gabor diagonal anti_diagonal"


def test_the_keys() -> None:
    assert list(LIBRARY) == KEYS.split()
    assert all(entry.key == key == entry.kernel.name for key, entry in LIBRARY.items())


def test_the_lessons_kernels() -> None:
    assert library("edge_vertical").weights.tolist() == [[1, 0, -1]] * 3
    assert library("sobel_vertical").weights.tolist() == [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
    assert library("sobel_horizontal").weights.tolist() == [[1, 2, 1], [0, 0, 0], [-1, -2, -1]]
    assert library("diagonal").weights.tolist() == [[1, -1, -1], [-1, 1, -1], [-1, -1, 1]]
    assert library("anti_diagonal").weights.tolist() == [[-1, -1, 1], [-1, 1, -1], [1, -1, -1]]
    assert library("small_x").weights.tolist() == [[1, -1, 1], [-1, 1, -1], [1, -1, 1]]


@pytest.mark.parametrize("key", ["identity", "box", "gaussian", "gaussian5", "motion_blur"])
def test_blurs_keep_the_range(key: str) -> None:
    assert library(key).keeps_range


@pytest.mark.parametrize("key", ["sharpen", "unsharp", "emboss"])
def test_sharpeners_keep_flat_areas(key: str) -> None:
    assert library(key).total == library(key).divisor


@pytest.mark.parametrize(
    "key",
    [key for key in LIBRARY if key.startswith(("edge", "sobel", "prewitt", "scharr", "lap"))]
    + ["log", "gabor"],
)
def test_edge_finders_cancel_flat_areas_exactly(key: str) -> None:
    assert library(key).total == 0
    assert np.array_equal(library(key).weights, np.round(library(key).weights))


def test_separable_ones() -> None:
    found = [key for key, entry in LIBRARY.items() if not entry.kernel.is_separable]
    assert found == NOT_SEPARABLE.split()


def test_an_unknown_key_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="no kernel 'sobel'; there are identity, box"):
        library("sobel")
