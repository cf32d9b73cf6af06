from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QWidget

from convviz import paths
from convviz.views.base import theme
from convviz.views.base.icons import IconButton, icon, pixmap

NAMES = sorted(path.stem for path in paths.resource("icons").glob("*.svg"))
RED = QColor("#FF0000")


def colours(image):
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_takes_the_colour_it_is_given(qapp, name):
    assert colours(pixmap(name, RED, 40).toImage()) == {"#ff0000"}


def test_a_drawing_that_is_not_there_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        icon("no-such-drawing", RED)


def test_sharp_on_a_screen_of_double_resolution(qapp):
    picture = pixmap("lab", RED, 20, 2.0)
    assert picture.width() == 40
    assert picture.deviceIndependentSize().width() == 20


def test_off_stands_at_half_strength(qapp):
    image = icon("check", RED).pixmap(20, 20, QIcon.Mode.Disabled).toImage()
    strongest = max(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))
    assert strongest == pytest.approx(128, abs=2)


def test_the_button_follows_the_theme(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    button = IconButton("plus", parent)
    for scheme in (theme.LIGHT, theme.DARK):
        parent.setPalette(theme.palette(scheme))
        assert colours(button.icon().pixmap(20, 20).toImage()) == {scheme.text2.lower()}


def test_name_and_tooltip_together(qtbot):
    button = IconButton("plus")
    qtbot.addWidget(button)
    button.set_help("Zoom in")
    button.set_icon_name("minus")
    assert (button.toolTip(), button.accessibleName(), button.icon_name()) == ("Zoom in", "Zoom in", "minus")
