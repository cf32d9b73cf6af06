"""The stages of small images, as contents, and pictures of them to look at pixel by pixel."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage

from convviz.core import Kernel, PoolSettings, Settings, run
from convviz.core.explain.links import AxisGrid, StageGrid
from convviz.core.samples.pictures import x_image
from convviz.document.state.state import ColorRange
from convviz.film.contents import contents
from convviz.views.base import theme
from convviz.views.base.colours import ColourScale
from convviz.views.picture.scene import Content
from convviz.views.picture.stage_picture import StagePicture
from convviz.views.picture.viewport import Viewport

DIAGONAL = Kernel([[1, -1, -1], [-1, 1, -1], [-1, -1, 1]])


def plain_content(values, scale=None, **more):
    """``values`` on the ruler, one input pixel a cell."""
    values = np.asarray(values)
    grid = StageGrid(AxisGrid(0.0, 1.0, values.shape[0]), AxisGrid(0.0, 1.0, values.shape[1]))
    return Content(values, grid, scale or ColourScale(), **more)


def lesson(kernel=DIAGONAL, **changes):
    """The contents of every stage of the X, as the lesson sets it."""
    settings = Settings(
        kernel, **{"padding": "same", "activation": "relu", "pool": PoolSettings("max"), **changes}
    )
    return contents(run(x_image(), settings), ColorRange(), 0)


NEAR = 72


def near(one, other):
    """Whether two colours differ by no more than the smoothing of a line does."""
    pairs = zip(QColor(one).getRgb(), QColor(other).getRgb(), strict=True)
    return max(abs(a - b) for a, b in pairs) < NEAR


class Screen:
    """One picture in a window of its own, and the colours in it."""

    def __init__(self, qtbot, scheme=theme.LIGHT, size=(331, 316)):
        self.view = Viewport()
        self.view.set_size(QSizeF(*size))
        self.picture = StagePicture(self.view)
        qtbot.addWidget(self.picture)
        self.picture.setPalette(theme.palette(scheme))
        self.picture.resize(*size)
        self.picture.show()

    def show(self, content, area=None):
        self.view.set_content(area or content.bounds(with_padding=True))
        self.picture.set_content(content)

    def show_stage(self, shows, stage):
        area = QRectF()
        for show in shows.values():
            area = area.united(show.content.bounds(with_padding=True))
        self.show(shows[stage].content, area)

    def point(self, row, column):
        """The screen's point at the ruler's (row, column); cell centres are at halves."""
        return self.view.to_screen(row, column).toPoint()

    def colours(self, row, column, height=1.0, width=1.0):
        """All colours of a stretch of the ruler."""
        shot = self.picture.grab().toImage()
        area = QRectF(
            self.view.to_screen(row, column), self.view.to_screen(row + height, column + width)
        ).toRect()
        area = area.intersected(shot.rect())
        return [
            shot.pixelColor(x, y).name().upper()
            for y in range(area.top(), area.bottom() + 1)
            for x in range(area.left(), area.right() + 1)
        ]

    def has(self, colour, *area):
        """Whether a colour, or one that smoothing has barely changed, stands in a stretch of the ruler."""
        return any(near(found, colour) for found in self.colours(*area))

    def places(self, colour):
        """Every (x, y) of the screen that has ``colour``, or nearly."""
        shot = self.picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        pixels = np.frombuffer(shot.constBits(), np.uint8).reshape(shot.height(), -1)[:, : 3 * shot.width()]
        distance = np.abs(
            pixels.reshape(shot.height(), shot.width(), 3) - np.array(QColor(colour).getRgb()[:3])
        )
        return [(int(x), int(y)) for y, x in np.argwhere(distance.max(axis=2) < NEAR)]

    def corner(self, row, column):
        """The colour just inside the upper left corner of a cell, where no figure stands."""
        selection = (self.view.to_screen(row, column) + QPointF(4, 4)).toPoint()
        return self.picture.grab().toImage().pixelColor(selection).name().upper()


@pytest.fixture
def screen(qtbot):
    return Screen(qtbot)


@pytest.fixture
def dark_screen(qtbot):
    return Screen(qtbot, theme.DARK)


@pytest.fixture(name="plain_content")
def _plain_content():
    return plain_content


@pytest.fixture(name="near")
def _near():
    return near


@pytest.fixture(name="lesson")
def _lesson():
    return lesson
