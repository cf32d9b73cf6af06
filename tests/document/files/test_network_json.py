"""What was done on the Network page survives the way through an experiment's file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from convviz.core.images.image import from_array, read
from convviz.document.files.experiment import read_experiment, save_experiment
from convviz.document.files.read import ExperimentError
from convviz.document.state.state import DocumentState, Movement, NetworkState, Paper, PenStroke
from convviz.network.digits.choices import Choices
from convviz.network.edit.changes import Change

CHANGES = (
    Change("off", 4, 17),
    Change("scale", 2, 3, 2.5),
    Change("weight", 0, 5, 0.1, (1, 2, 0, 5)),
    Change("kernel", 2, 3, position=(8,), kernel=((1.0, 0.0), (-1.0, 0.25))),
    Change("shuffle_filters", 2, seed=7),
)
DRAWN = Paper(
    (PenStroke(0.08, ((0.1, 1 / 3, 1.0), (0.7, 0.2, 0.5))), PenStroke(0.2, ((0.5, 0.5, 1.0),), True))
)
STATES = [
    NetworkState(),
    NetworkState(key="mlp", changes=CHANGES, paper=DRAWN, movement=Movement(4.0, -2.0, 10.0, 1.25, 0.05)),
    NetworkState(paper=Paper(ground=bytes(range(196)) * 4, name="Test digit 5, a 3")),
    NetworkState(paper=replace(DRAWN, sample=7)),
    NetworkState(
        scale="bytes", classes=("cat", "dog"), path="/there/pets.h5", title="pets", source="picture"
    ),
]


@pytest.mark.parametrize("state", STATES)
def test_a_network_state_comes_back_to_the_last_bit(tmp_path: Path, state: NetworkState) -> None:
    path = tmp_path / "digit.convviz"
    save_experiment(path, DocumentState(network=state), embed=False)
    assert read_experiment(path).state.network == state


def test_a_photo_that_is_the_experiments_own_picture_is_written_once(tmp_path: Path) -> None:
    photo = from_array(np.arange(2000.0).reshape(40, 50) / 2000, 0, 1, "five")
    choices = Choices(invert=False, threshold=0.4, crop=(0, 5, 30, 40))
    state = DocumentState(image=photo, network=NetworkState(paper=Paper(photo=photo, choices=choices)))
    path = tmp_path / "photo.convviz"
    save_experiment(path, state, embed=True)
    assert json.loads(path.read_text())["network"]["paper"]["photo"] == {"kind": "own"}
    opened = read_experiment(path).state
    assert opened.network.paper.photo is opened.image
    assert opened == state
    elsewhere = replace(state, image=None)
    save_experiment(path, elsewhere, embed=False)
    assert read_experiment(path).state == elsewhere


def test_a_network_beside_the_experiment_may_move_with_it(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    (old / "pets.h5").touch()
    state = NetworkState(path=str(old / "pets.h5"), title="pets")
    save_experiment(old / "one.convviz", DocumentState(network=state), embed=False)
    old.rename(new)
    assert read_experiment(new / "one.convviz").state.network.path == str(new / "pets.h5")


def test_experiments_from_before_there_was_a_network_still_open(tmp_path: Path) -> None:
    path = tmp_path / "old.convviz"
    save_experiment(path, DocumentState(title="Edges"), embed=False)
    data = json.loads(path.read_text())
    del data["network"]
    path.write_text(json.dumps(data))
    assert read_experiment(path).state == DocumentState(title="Edges")


@pytest.mark.parametrize(
    ("keys", "value", "words"),
    [
        (("changes",), [{"kind": "explode", "layer": 0}], r"network.changes.0.kind is none of"),
        (("changes",), [{"kind": "off", "layer": -1}], r"network.changes.0.layer is not a whole number"),
        (("changes",), [{"kind": "kernel", "layer": 0, "kernel": [[1], [1, 2]]}], "rows of unequal length"),
        (
            ("changes",),
            [{"kind": "kernel", "layer": 0, "kernel": [[1], ["x"]]}],
            "kernel.1.0 is not a ",
        ),
        (("changes",), [{"kind": "weight", "layer": 0, "position": [0.5]}], "position is not a place"),
        (("classes",), [1], "network.classes is not a list of texts"),
        (("absolute",), "//server/net.keras", "on another computer"),
        (("scale",), "huge", "network.scale is none of"),
        (("movement", "turn"), "far", "network.movement.turn is not a number"),
        (("paper", "ground"), "AAAA", "network.paper.ground is no prepared digit"),
        (("paper", "ground"), "?", "network.paper.ground is no prepared digit"),
        (("paper", "strokes"), [{"width": 0.1, "erases": False, "places": "1 2"}], "no stroke of a pen"),
        (("paper", "strokes"), [{"width": 0.1, "erases": False, "places": "0 0 nan"}], "no stroke of a pen"),
        (("paper", "strokes"), {}, "network.paper.strokes is not a list of at most"),
        (("paper", "choices", "crop"), [0, 0, 9], "crop is not a place"),
    ],
)
def test_nonsense_is_refused_by_name(tmp_path: Path, keys: tuple[str, ...], value: Any, words: str) -> None:
    path = tmp_path / "odd.convviz"
    save_experiment(path, DocumentState(), embed=False)
    data = json.loads(path.read_text())
    place = data["network"]
    for key in keys[:-1]:
        place = place[key]
    place[keys[-1]] = value
    path.write_text(json.dumps(data))
    with pytest.raises(ValueError, match=words):
        read_experiment(path)


def test_a_crop_beyond_its_photo_is_refused_unless_the_photo_is_another_file_by_now(tmp_path: Path) -> None:
    path, file = tmp_path / "crop.convviz", tmp_path / "photo.pgm"
    crop = Choices(threshold=0.4, crop=(0, 5, 30, 40))
    small = from_array(np.zeros((20, 40)), name="five")
    save_experiment(
        path, DocumentState(network=NetworkState(paper=Paper(photo=small, choices=crop))), embed=True
    )
    with pytest.raises(ExperimentError, match="the crop 0, 5, 30, 40 does not lie on the picture of 20x40"):
        read_experiment(path)
    file.write_bytes(b"P5 40 30 255 " + bytes(1200))
    state = DocumentState(network=NetworkState(paper=Paper(photo=read(file), choices=crop)))
    save_experiment(path, state, embed=False)
    file.write_bytes(b"P5 40 20 255 " + bytes(800))
    assert read_experiment(path).state.network.paper.choices == Choices(threshold=0.4)


@pytest.mark.parametrize(
    ("place", "most"),
    [
        (("network", "key"), 200),
        (("network", "title"), 1000),
        (("network", "checksum"), 200),
        (("settings", "kernel", "name"), 200),
    ],
)
def test_texts_may_be_so_long_and_no_longer(tmp_path: Path, place: tuple[str, ...], most: int) -> None:
    path = tmp_path / "a.convviz"
    save_experiment(path, DocumentState(network=NetworkState(path="/there/a.keras")), embed=False)
    data = json.loads(path.read_text())
    at = data
    for name in place[:-1]:
        at = at[name]
    at[place[-1]] = "x" * most
    path.write_text(json.dumps(data))
    read_experiment(path)
    at[place[-1]] += "x"
    path.write_text(json.dumps(data))
    with pytest.raises(ExperimentError, match=f"longer than {most} characters"):
        read_experiment(path)
