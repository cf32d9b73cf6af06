"""What the tests of the Step page's widgets share: the X, and its film."""

import numpy as np
import pytest

from convviz.core import Image, Kernel, Settings, run
from convviz.core.film.moments import Moment
from convviz.views.base.colours import ColourScale
from convviz.views.explain.why.content import Scales

DIAGONAL = Kernel([[1, -1, -1], [-1, 1, -1], [-1, -1, 1]])


def x_image():
    pixels = -np.ones((9, 9))
    for r in range(1, 8):
        pixels[r, r] = pixels[r, 8 - r] = 1
    return Image(pixels, -1, 1)


@pytest.fixture
def x_result():
    return run(x_image(), Settings(DIAGONAL))


@pytest.fixture
def x_run():
    """The X under other settings: ``x_run(padding="same")``."""

    def make(**settings):
        return run(x_image(), Settings(DIAGONAL, **settings))

    return make


@pytest.fixture
def scales():
    return Scales(ColourScale.signed(1), ColourScale.signed(9))


@pytest.fixture
def landed():
    """The last moment of a cell of nine products."""
    return Moment("convolution", 1, 1, "land", 9, 9)


@pytest.fixture
def shown(qtbot):
    """Show a widget in a size and hand it to qtbot."""

    def show(widget, width, height):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show
