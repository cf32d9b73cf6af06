"""Exported pictures: grids as they stand, photos with all their values."""

import numpy as np
import pytest
from PySide6.QtCore import QSizeF

from convviz.core.explain.links import AxisGrid, StageGrid
from convviz.views.base import theme
from convviz.views.base.colours import ColourScale
from convviz.views.picture.scene import Content
from convviz.views.picture.viewport import Viewport
from convviz.views.stages.stage_card import StageCard
from convviz.views.stages.stages_row import export_pixels


@pytest.fixture
def card(qtbot):
    viewport = Viewport()
    widget = StageCard("convolution", viewport)
    viewport.setParent(widget)
    widget.viewport = viewport
    qtbot.addWidget(widget)
    widget.setPalette(theme.palette(theme.LIGHT))
    widget.resize(331, 412)
    widget.show()
    return widget


def show(card, values, scale):
    grid = StageGrid(AxisGrid(0.0, 1.0, values.shape[0]), AxisGrid(0.0, 1.0, values.shape[1]))
    shown = Content(values, grid, scale)
    card.viewport.set_content(shown.bounds())
    card.viewport.set_size(QSizeF(card.picture.size()))
    card.picture.set_content(shown)


def test_a_photo_has_a_pixel_for_every_value(card):
    values = np.random.default_rng(0).integers(0, 256, (1500, 4000), dtype=np.uint8)
    show(card, values, ColourScale("grey", 0, 255))
    pixels = export_pixels(card, card.viewport.scale)
    assert pixels.shape == (1500, 4000, 3)
    assert np.array_equal(pixels[..., 0], values)
    assert np.array_equal(pixels[..., 2], values)


def test_signed_values_have_the_colours_of_the_screen(card):
    values = np.zeros((400, 300), dtype=np.float32)
    values[0, 0], values[399, 299] = -5, 7
    show(card, values, ColourScale.signed(5))
    pixels = export_pixels(card, card.viewport.scale)
    first, middle, last = theme.LIGHT.signed[0], theme.LIGHT.signed[8], theme.LIGHT.signed[16]
    shown = ["#" + bytes(pixels[cell]).hex().upper() for cell in ((0, 0), (200, 150), (399, 299))]
    assert shown == [first, middle, last]


def test_a_colour_picture_keeps_its_channels_apart(card):
    values = np.zeros((300, 300, 3), dtype=np.uint8)
    values[10, 20] = (1, 2, 3)
    show(card, values, ColourScale("grey", 0, 255))
    assert export_pixels(card, card.viewport.scale)[10, 20].tolist() == [1, 2, 3]


def test_a_grid_of_numbers_is_taken_as_it_stands(card):
    show(card, np.arange(81.0).reshape(9, 9), ColourScale.signed(80))
    pixels = export_pixels(card, card.viewport.scale)
    assert pixels.shape[:2] == (card.picture.height(), card.picture.width())
    assert len(np.unique(pixels.reshape(-1, 3), axis=0)) > 81  # figures, too
