"""Previews of kernels have the colours that the Lab gives their results."""

import numpy as np
import pytest

from convviz.core import Kernel
from convviz.core.kernels.kernel_library import library
from convviz.views.base import theme
from convviz.views.kernel.chooser.previews import PreviewPicture, result_image
from convviz.views.stages.stages_row import image_pixels

VALUES = np.random.default_rng(2).uniform(-1, 1, (40, 60)).astype(np.float32)
BYTES = PreviewPicture(np.rint(127 + 127 * VALUES), 0.0, 255.0)
AROUND_ZERO = PreviewPicture(VALUES, -1.0, 1.0)


def has_colours(picture, kernel):
    pixels = image_pixels(result_image(picture, kernel, theme.LIGHT)).astype(int)
    assert len(np.unique(pixels)) > 20
    return bool((pixels[..., 0] != pixels[..., 2]).any())


@pytest.mark.parametrize("key", ["box", "gaussian", "sharpen"])
def test_what_keeps_brightness_is_grey(key):
    assert not has_colours(BYTES, library(key))


def test_differences_and_data_around_zero_are_signed():
    assert has_colours(BYTES, library("sobel_vertical"))
    assert has_colours(AROUND_ZERO, library("box"))


def test_of_several_planes_the_first_is_shown():
    planes = Kernel(np.stack([np.ones((3, 3)), np.zeros((3, 3)), np.zeros((3, 3))], axis=2), 9.0)
    assert result_image(BYTES, planes, theme.LIGHT) == result_image(BYTES, library("box"), theme.LIGHT)
