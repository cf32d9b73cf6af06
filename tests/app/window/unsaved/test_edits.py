"""What counts as a change that is in no file: the star in the title, and the question at closing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImage

from convviz.core.images.image import Image
from convviz.core.samples.lessons import EXAMPLES
from convviz.core.samples.pictures import x_image
from convviz.document.state.state import Movement, NetworkState, Paper, PenStroke, Pin
from convviz.network.digits.choices import Choices
from convviz.network.edit.changes import Change
from convviz.pages.step.reel import edit_pixel

STROKE = PenStroke(0.1, ((0.25, 0.5, 1.0),))
PHOTO = Image(np.zeros((5, 7), np.uint8), name="photo")
OPENED = NetworkState(path="/a/pets.h5", title="pets", checksum="1", scale="byte", classes=("cat", "dog"))


@pytest.fixture
def with_x(window):
    window.document.open(replace(window.document.state, image=x_image()))
    return window


@pytest.mark.parametrize(
    "network",
    [
        NetworkState(paper=Paper((STROKE,))),
        NetworkState(paper=Paper((STROKE,), ground=bytes(784), sample=5)),
        NetworkState(changes=(Change("off", 0, 1),)),
        NetworkState(movement=Movement(turn=10)),
        NetworkState(paper=Paper(photo=PHOTO, choices=Choices(crop=(0, 0, 3, 3)))),
    ],
    ids=["stroke", "over a sample", "weights", "movement", "choices"],
)
@pytest.mark.parametrize("picture", [False, True], ids=["alone", "with a picture"])
def test_what_is_done_on_the_network_page_counts(window, dialogs, network, picture):
    if picture:
        window.document.open(replace(window.document.state, image=x_image()))
    assert not window.isWindowModified()
    window.document.edit("Edit", network=network)
    assert window.isWindowModified()
    assert not window.close()
    assert dialogs.asked == ["changes"]
    window.document.undo()
    assert not window.isWindowModified()


@pytest.mark.parametrize(
    "network",
    [
        NetworkState(key="mlp"),
        NetworkState(paper=Paper(ground=bytes(784), name="7", sample=7)),
        NetworkState(paper=Paper(photo=PHOTO)),
        OPENED,
    ],
    ids=["network", "sample", "photo", "file"],
)
def test_what_is_only_opened_there_does_not(window, network):
    window.document.edit("Open", network=network)
    assert not window.isWindowModified()
    assert window.close()


def test_names_and_range_given_to_an_opened_network_count(window):
    window.document.edit("Open", network=OPENED)
    assert not window.isWindowModified()
    window.document.edit("Fit", network=replace(OPENED, classes=("Katze", "Hund")))
    assert window.isWindowModified()
    window.document.edit("Fit", network=replace(OPENED, scale="unit"))
    assert window.isWindowModified()


def test_a_pixel_counts_until_it_is_undone(with_x):
    edit_pixel(with_x.document, (2, 3, 0), 0.5, "")
    assert with_x.isWindowModified()
    with_x.document.undo()
    assert not with_x.isWindowModified()


def test_a_pixel_of_an_example_counts(window):
    example = EXAMPLES[0]
    window.document.open(replace(window.document.state, image=example.image(), settings=example.settings))
    assert not window.isWindowModified()
    edit_pixel(window.document, (2, 3, 0), 0.5, "")
    assert window.isWindowModified()


def test_pins_and_colours_are_looks(with_x):
    with_x.document.edit("Pin", pin=Pin("input", 0, 0), shown_channel=1)
    assert not with_x.isWindowModified()


@pytest.mark.parametrize("first", [True, False], ids=["first picture", "after another"])
def test_a_pasted_picture_is_in_no_file(qtbot, window, dialogs, first):
    if not first:
        window.document.open(replace(window.document.state, image=x_image()))
    image = QImage(4, 5, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(window.files.opened):
        window.actions_.paste.trigger()
    assert window.isWindowModified()
    assert not window.close()
    assert dialogs.asked == ["changes"]
