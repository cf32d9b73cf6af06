import numpy as np
import pytest

from convviz.core.kernels.kernel_library import library
from convviz.views.base import theme
from convviz.views.kernel.chooser.previews import PreviewPicture, result_image


@pytest.mark.parametrize("shape", [(1, 6000), (6000, 1), (33, 40), (400, 600, 3), (5, 5)])
def test_a_thumbnail_is_small_and_never_empty(shape):
    pixels = PreviewPicture.of(np.full(shape, 7, np.uint8), 0, 255).pixels
    assert 0 < pixels.shape[0] <= 66
    assert 0 < pixels.shape[1] <= 100
    assert np.allclose(pixels, 7)


def test_a_thumbnail_pixel_is_the_mean_of_its_block():
    stripes = np.tile(np.array([0, 200], np.uint8), (128, 96))
    assert np.unique(PreviewPicture.of(stripes, 0, 255).pixels).tolist() == [100]


@pytest.mark.parametrize("value", [0.7, 0.1, 171 / 255])
def test_a_thumbnail_of_a_flat_picture_is_flat(value):
    flat = PreviewPicture.of(np.full((40, 60), value, np.float32), 0.0, 1.0)
    for key in ("log", "laplacian", "sobel_vertical", "gabor"):
        picture = result_image(flat, library(key), theme.LIGHT)
        colours = {picture.pixelColor(x, y).name().upper() for x in range(60) for y in range(40)}
        assert colours == {theme.LIGHT.signed[8]}, key


def test_a_thumbnail_shows_a_faint_edge():
    pixels = np.full((40, 60), 0.7, np.float32)
    pixels[:, 30:] += np.float32(1e-3)
    picture = result_image(PreviewPicture.of(pixels, 0.0, 1.0), library("sobel_vertical"), theme.LIGHT)
    assert picture.pixelColor(29, 20).name().upper() in (theme.LIGHT.signed[0], theme.LIGHT.signed[16])
