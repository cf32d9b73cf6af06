"""A session as files: what was in hand comes back, pictures are written once, damage is a sentence."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from convviz.core.images import image as images
from convviz.core.images.image import Image
from convviz.core.samples.pictures import x_image
from convviz.document.files.read import ExperimentError
from convviz.document.sessions.content import (
    FILE,
    Pictures,
    Session,
    read_header,
    read_session,
    write_session,
)
from convviz.document.state.state import DocumentState, FilmState, NetworkState, Paper, PenStroke
from convviz.network.edit.changes import Change

STROKES = (PenStroke(0.1, ((0.25, 0.5, 1.0), (0.5, 0.75, 0.5))),)


def pasted(value=7):
    return Image(np.full((3, 4), value, np.uint8), name="Pasted picture")


def kept(folder, state, pictures=None, **about):
    write_session(folder, Session(state, **about), pictures or Pictures(folder))
    return read_session(folder)


def files(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("photo", [None, "own", pasted(9)], ids=["none", "own", "another"])
@pytest.mark.parametrize("image", [None, x_image(), pasted()], ids=["none", "sample", "pasted"])
def test_everything_comes_back(tmp_path, image, photo):
    paper = Paper(STROKES, photo=image if photo == "own" else photo)
    network = NetworkState(key="mlp", paper=paper, changes=(Change("off", 0, 1),))
    state = DocumentState(image=image, network=network, shown_channel=2, film=FilmState(speed=2.0))
    path = tmp_path / "mine.convviz"
    session, changed = kept(tmp_path, state, title="Mine", page="step", path=path, edited=True)
    assert (session.title, session.page, session.path, session.edited) == ("Mine", "step", path, True)
    assert session.state == state
    assert session.state.film == state.film
    assert not changed


def test_the_header_is_read_alone(tmp_path):
    kept(tmp_path, DocumentState(), title="x" * 300)
    text = (tmp_path / FILE).read_text().splitlines()[0]
    (tmp_path / FILE).write_text(f"{text}\nnothing more")
    assert read_header(tmp_path).title == "x" * 200
    with pytest.raises(ExperimentError):
        read_session(tmp_path)


def test_a_picture_is_written_once_and_removed_with_its_last_mention(tmp_path):
    pictures, image = Pictures(tmp_path), pasted()
    state = DocumentState(image=image)
    kept(tmp_path, state, pictures)
    (written,) = tmp_path.glob("picture-*")
    before = written.stat().st_mtime_ns, written.stat().st_ino
    kept(tmp_path, replace(state, title="Edges"), pictures)
    assert (written.stat().st_mtime_ns, written.stat().st_ino) == before
    kept(tmp_path, DocumentState(image=pasted(8)), pictures)
    (other,) = tmp_path.glob("picture-*")
    assert other != written
    kept(tmp_path, DocumentState(image=x_image()), pictures)
    assert files(tmp_path) == [FILE]


def test_a_picture_in_a_file_is_mentioned_until_the_file_is_another_one(tmp_path):
    source, folder = tmp_path / "photo.npy", tmp_path / "session"
    folder.mkdir()
    np.save(source, np.arange(12.0).reshape(3, 4))
    pictures, image = Pictures(folder), images.read(source)
    assert kept(folder, DocumentState(image=image), pictures)[0].state.image == image
    assert files(folder) == [FILE]
    np.save(source, np.zeros((3, 4)))
    assert kept(folder, DocumentState(image=image))[1] is False  # a new start has seen no other file
    found, changed = kept(folder, DocumentState(image=image), pictures)
    assert found.state.image.values.tolist() == image.values.tolist()
    assert not changed
    source.unlink()
    assert kept(folder, DocumentState(image=image))[0].state.image.values.tolist() == image.values.tolist()


def test_a_file_that_changes_after_the_crash_is_told(tmp_path):
    source = tmp_path / "photo.npy"
    np.save(source, np.arange(12.0).reshape(3, 4))
    kept(tmp_path, DocumentState(image=images.read(source)))
    np.save(source, np.zeros((3, 4)))
    assert read_session(tmp_path)[1] is True


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"version": 1', '"version": 99', 1),
        lambda text: text.replace('"picture-', '"../picture-'),
        lambda text: text.replace('"picture-', '"/etc/passwd'),
        lambda text: text.replace('"title": "a"', '"title": 3', 1),
        lambda text: text.replace('"kind": "kept"', '"kind": []'),
        lambda text: "[]\n[]\n",
        lambda text: text.splitlines()[0] + '\n{"network": 3}\n',
    ],
)
def test_a_damaged_session_is_one_sentence(tmp_path, damage):
    kept(tmp_path, DocumentState(image=pasted()), title="a")
    file = tmp_path / FILE
    file.write_text(damage(file.read_text()))
    with pytest.raises(ExperimentError, match="What you worked on last cannot be opened"):
        read_session(tmp_path)


@pytest.mark.parametrize("path", ["mine.convviz", "/home/me/.bashrc", ""])
def test_only_an_experiments_own_path_is_believed(tmp_path, path):
    kept(tmp_path, DocumentState())
    file = tmp_path / FILE
    first, rest = file.read_text().split("\n", 1)
    file.write_text(json.dumps(json.loads(first) | {"path": path}) + "\n" + rest)
    assert read_session(tmp_path)[0].path is None
    assert Path(path) == Path(read_header(tmp_path).path)
