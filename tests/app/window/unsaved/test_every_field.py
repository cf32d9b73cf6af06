"""Every field of a document: whether changing it is work, without a file and with one, and after undo."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

from convviz.core.images.image import Image
from convviz.core.images.recipe import Crop
from convviz.core.images.reshaping import reshaped
from convviz.core.kernels.kernel_library import library
from convviz.core.samples.pictures import load_sample, x_image
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.document.state.state import (
    ColorRange,
    DocumentState,
    FilmState,
    KeptResult,
    Movement,
    NetworkState,
    Paper,
    PenStroke,
    Pin,
)
from convviz.network.digits.choices import Choices
from convviz.network.edit.changes import Change
from convviz.pages.step.reel import edit_pixel

STROKE = PenStroke(0.1, ((0.25, 0.5, 1.0),))
PHOTO = Image(np.zeros((5, 7), np.uint8), name="photo")
PASTED = Image(np.zeros((4, 6), np.uint8), name="Pasted picture")

WORK, LOOK, NONE = (True, True), (False, True), (False, False)
"""Whether the star stands in the title where there is no file yet, and where there is one."""

SETTINGS = {
    "kernel": library("box"),
    "operation": "convolve",
    "channels": "sum",
    "bias": 7.0,
    "padding": ((1, 2), (3, 4)),
    "fill": -1.0,
    "stride": (2, 3),
    "dilation": (3, 2),
    "activation": "leaky",
    "slope": 0.2,
    "pool": PoolSettings("average", size=(2, 3)),
    "unit_range": True,
}
PAPER = {
    "strokes": (WORK, (STROKE,)),
    "ground": (LOOK, bytes(784)),
    "name": (LOOK, "7"),
    "sample": (LOOK, 7),
    "photo": (LOOK, PHOTO),
    "choices": (WORK, Choices(crop=(0, 0, 3, 3))),
}
NETWORK = {
    "key": (LOOK, "mlp"),
    "path": (LOOK, "/a/pets.h5"),
    "title": (LOOK, "pets"),
    "checksum": (LOOK, "1"),
    "scale": (WORK, "bytes"),
    "classes": (WORK, ("cat", "dog")),
    "source": (WORK, "picture"),
    "changes": (WORK, (Change("weight", 0, 1, value=2.0, position=(1, 2, 0)),)),
    "movement": (WORK, Movement(right=2.0)),
}
STATE = {
    "image": (LOOK, load_sample("five")),
    "title": (WORK, "Edges"),
    "pin": (LOOK, Pin("convolution", 1, 2)),
    "color_range": (LOOK, ColorRange("fixed", -2.0, 3.0)),
    "input_range": (LOOK, ColorRange("fixed", 0.0, 9.0)),
    "shown_channel": (LOOK, 2),
    "kept": (WORK, KeptResult(Settings(library("box")))),
}
TAKEN_APART = {"settings", "network", "film", "paper"}


def edit_state(name):
    return lambda document: document.edit(name, **{name: STATE[name][1]})


def edit_settings(name):
    return lambda document: document.edit_settings(name, **{name: SETTINGS[name]})


def edit_network(name):
    def edit(document):
        document.edit(name, network=replace(document.state.network, **{name: NETWORK[name][1]}))

    return edit


def edit_paper(name):
    def edit(document):
        network = document.state.network
        paper = replace(network.paper, **{name: PAPER[name][1]})
        document.edit(name, network=replace(network, paper=paper))

    return edit


ROWS = [
    *[(f"settings.{name}", WORK, edit_settings(name)) for name in SETTINGS],
    *[(f"network.{name}", row[0], edit_network(name)) for name, row in NETWORK.items()],
    *[(f"paper.{name}", row[0], edit_paper(name)) for name, row in PAPER.items()],
    *[(name, row[0], edit_state(name)) for name, row in STATE.items()],
    ("a pixel", WORK, lambda document: edit_pixel(document, (1, 2, 0), 0.5, "")),
    ("a crop", WORK, lambda document: document.edit("Crop", image=reshaped(x_image(), Crop(0, 0, 4, 4)))),
    ("a paste", WORK, lambda document: document.edit("Paste", image=PASTED)),
    ("film", NONE, lambda document: document.keep_film(FilmState(speed=2.0, loop=True, pin_a=(1, 2)))),
]


def names(make):
    return {one.name for one in fields(make)} - TAKEN_APART


def test_no_field_is_forgotten():
    assert names(Settings) == SETTINGS.keys()
    assert names(Paper) == PAPER.keys()
    assert names(NetworkState) == NETWORK.keys()
    assert names(DocumentState) == STATE.keys()


@pytest.mark.parametrize("saved", [False, True], ids=["no file", "a file"])
@pytest.mark.parametrize(("counts", "edit"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_counts_as_a_change(window, dialogs, tmp_path, counts, edit, saved):
    document = window.document
    document.open(replace(document.state, image=x_image()))
    if saved:
        document.mark_saved(tmp_path / "mine.convviz")
    assert not window.isWindowModified()
    edit(document)
    expected = counts[saved]
    assert window.isWindowModified() is expected
    assert window.going_on._in_hand().edited is expected
    assert window.close() is not expected
    assert dialogs.asked == ["changes"] * expected
    if not expected:
        return
    document.undo()
    assert not window.isWindowModified()
    document.redo()
    assert window.isWindowModified()
    document.mark_saved(tmp_path / "mine.convviz")
    assert not window.isWindowModified()
    document.undo()
    assert window.isWindowModified()  # the file has what was just undone


def test_what_was_gone_on_with_counts_from_where_it_was(window):
    opened = NetworkState(path="/a/pets.h5", classes=("a", "b"))
    window.document.open(replace(window.document.state, network=opened))
    window.document.edit("Fit", network=replace(opened, classes=("cat", "dog")))
    assert window.isWindowModified()


def test_theme_and_language_are_the_persons_and_no_change(window):
    window.document.open(replace(window.document.state, image=x_image()))
    window.preferences.theme = "dark"
    window.preferences.language = "zh_Hans"
    assert not window.isWindowModified()
