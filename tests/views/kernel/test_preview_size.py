import numpy as np
import pytest

from convviz.views.kernel.preview import PreviewPicture


@pytest.mark.parametrize("shape", [(1, 6000), (6000, 1), (33, 40), (400, 600, 3), (5, 5)])
def test_a_thumbnail_is_small_and_never_empty(shape):
    pixels = PreviewPicture.of(np.full(shape, 7, np.uint8), 0, 255).pixels
    assert 0 < pixels.shape[0] <= 66
    assert 0 < pixels.shape[1] <= 100
    assert np.allclose(pixels, 7)


def test_a_thumbnail_pixel_is_the_mean_of_its_block():
    stripes = np.tile(np.array([0, 200], np.uint8), (128, 96))
    assert np.unique(PreviewPicture.of(stripes, 0, 255).pixels).tolist() == [100]
