"""Somebody else's experiment opens what lies beside it, what is known, and nothing else unasked."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from convviz.core.images.image import read
from convviz.document.files.experiment import read_experiment, save_experiment
from convviz.document.files.reach import Reach, files_of
from convviz.document.state.state import DocumentState, Movement, NetworkState, Paper
from convviz.network.edit.changes import Change


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Where the experiment lies, and another folder with a picture and a network."""
    own, other = tmp_path / "own", tmp_path / "other"
    for folder in (own, other, own / "below"):
        folder.mkdir()
    for path in (own / "a.png", own / "below" / "b.png", other / "c.png"):
        PIL.Image.fromarray(np.arange(12, dtype=np.uint8).reshape(3, 4)).save(path)
    (other / "pets.h5").touch()
    return own, other


def experiment(own: Path, picture: Path, network: NetworkState | None = None) -> Path:
    path = own / "one.convviz"
    save_experiment(path, DocumentState(image=read(picture), network=network or NetworkState()), embed=False)
    return path


@pytest.mark.parametrize("name", ["a.png", "below/b.png"])
def test_a_picture_beside_or_below_needs_no_question(folders: tuple[Path, Path], name: str) -> None:
    opened = read_experiment(experiment(folders[0], folders[0] / name), known=())
    assert opened.elsewhere == ()
    assert opened.state.image is not None


def test_a_picture_from_elsewhere_waits_for_an_answer(folders: tuple[Path, Path]) -> None:
    own, other = folders
    path = experiment(own, other / "c.png")
    opened = read_experiment(path, known=())
    assert opened.elsewhere == (other / "c.png",)
    assert opened.state.image is None
    assert not opened.image_changed
    known = read_experiment(path, known=[own / ".." / "other" / "c.png"])
    assert known.elsewhere == ()
    assert known.state.image is not None
    assert read_experiment(path).state.image is not None  # nobody to ask


def test_a_link_beside_the_experiment_leads_elsewhere(folders: tuple[Path, Path]) -> None:
    own, other = folders
    path = experiment(own, own / "a.png")
    (own / "a.png").unlink()
    (own / "a.png").symlink_to(other / "c.png")
    assert read_experiment(path, known=()).elsewhere == (other / "c.png",)


def test_a_way_up_and_down_again_leads_elsewhere(folders: tuple[Path, Path]) -> None:
    own, other = folders
    path = experiment(own, own / "a.png")
    data = json.loads(path.read_text())
    data["image"] |= {"path": "below/../../other/c.png", "absolute": ""}
    path.write_text(json.dumps(data))
    assert read_experiment(path, known=()).elsewhere == (other / "c.png",)


def test_photo_and_network_from_elsewhere_are_left_out_each(folders: tuple[Path, Path]) -> None:
    own, other = folders
    network = NetworkState(
        key="opened-1", path=str(other / "pets.h5"), title="pets", checksum="ab", scale="signed",
        classes=("cat",), source="picture", changes=(Change("off", 0, 1),), movement=Movement(right=2.0),
        paper=Paper(photo=read(other / "c.png"), sample=None),
    )  # fmt: skip
    path = experiment(own, own / "a.png", network)
    opened = read_experiment(path, known=())
    assert opened.elsewhere == (other / "c.png", other / "pets.h5")
    assert opened.state.image is not None
    assert opened.state.network == NetworkState(movement=Movement(right=2.0))
    opened = read_experiment(path, known=[other / "c.png"])
    assert opened.elsewhere == (other / "pets.h5",)
    assert opened.state.network.paper.photo is not None
    opened = read_experiment(path, known=[other / "c.png", other / "pets.h5"])
    assert opened.state.network == network


def test_the_same_file_is_asked_about_once(tmp_path: Path) -> None:
    reach = Reach(tmp_path / "own", known=[])
    assert not reach.allows(tmp_path / "a.png")
    assert not reach.allows(str(tmp_path / "own" / ".." / "a.png"))
    assert len(reach.refused) == 1


def test_a_folder_with_the_same_beginning_is_another_one(tmp_path: Path) -> None:
    assert not Reach(tmp_path / "own", known=[]).allows(tmp_path / "own2" / "a.png")


def test_the_files_of_a_state(folders: tuple[Path, Path]) -> None:
    own, other = folders
    photo = Paper(photo=read(other / "c.png"))
    state = DocumentState(image=read(own / "a.png"), network=NetworkState(path="/pets.h5", paper=photo))
    assert files_of(state) == [own / "a.png", other / "c.png", Path("/pets.h5")]
    assert files_of(DocumentState()) == []
