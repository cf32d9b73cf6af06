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
    Session,
    SessionWriter,
    read_header,
    read_session,
)
from convviz.document.state.state import (
    DocumentState,
    FilmState,
    KeptResult,
    NetworkState,
    Paper,
    PenStroke,
    Pin,
    default_settings,
)
from convviz.network.digits.choices import Choices
from convviz.network.edit.changes import Change

STROKES = (PenStroke(0.1, ((0.25, 0.5, 1.0), (0.5, 0.75, 0.5))),)


def pasted(value=7):
    return Image(np.full((3, 4), value, np.uint8), name="Pasted picture")


def kept(folder, state, writer=None, **about):
    (writer or SessionWriter(folder)).write(Session(state, **about))
    return read_session(folder)


def files(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("photo", [None, "own", pasted(9)], ids=["none", "own", "another"])
@pytest.mark.parametrize("image", [None, x_image(), pasted()], ids=["none", "sample", "pasted"])
def test_everything_comes_back(tmp_path, image, photo):
    paper = Paper(STROKES, photo=image if photo == "own" else photo)
    network = NetworkState(key="mlp", paper=paper, changes=(Change("off", 0, 1),))
    before = KeptResult(default_settings(), "pooling", "slider")
    film = FilmState(speed=2.0)
    state = DocumentState(image=image, network=network, shown_channel=2, film=film, kept=before)
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
    writer, image = SessionWriter(tmp_path), pasted()
    state = DocumentState(image=image)
    kept(tmp_path, state, writer)
    (written,) = tmp_path.glob("picture-*")
    before = written.stat().st_mtime_ns, written.stat().st_ino
    kept(tmp_path, replace(state, title="Edges"), writer)
    assert (written.stat().st_mtime_ns, written.stat().st_ino) == before
    kept(tmp_path, DocumentState(image=pasted(8)), writer)
    (other,) = tmp_path.glob("picture-*")
    assert other != written
    kept(tmp_path, DocumentState(image=x_image()), writer)
    assert files(tmp_path) == [FILE]


def test_a_picture_in_a_file_is_mentioned_until_the_file_is_another_one(tmp_path):
    source, folder = tmp_path / "photo.npy", tmp_path / "session"
    folder.mkdir()
    np.save(source, np.arange(12.0).reshape(3, 4))
    writer, image = SessionWriter(folder), images.read(source)
    assert kept(folder, DocumentState(image=image), writer)[0].state.image == image
    assert files(folder) == [FILE]
    np.save(source, np.zeros((3, 4)))
    assert kept(folder, DocumentState(image=image))[1] is False  # a new start has seen no other file
    found, changed = kept(folder, DocumentState(image=image), writer)
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


@pytest.mark.parametrize("loss", ["gone", "no picture", "empty", "a folder", "another size"])
def test_a_picture_that_is_gone_costs_nothing_but_itself(tmp_path, loss):
    source = tmp_path / "photo.npy"
    np.save(source, np.arange(60, dtype=np.uint8).reshape(10, 6))
    photo = images.read(source)
    paper = Paper(STROKES, photo=photo, choices=Choices(crop=(2, 1, 9, 5)))
    network = NetworkState(key="mlp", paper=paper, changes=(Change("off", 0, 1),))
    settings = replace(DocumentState().settings, bias=7.0)
    state = DocumentState(image=photo, settings=settings, network=network, pin=Pin("input", 9, 5))
    folder = tmp_path / "session"
    folder.mkdir()
    kept(folder, state)
    source.unlink()
    if loss == "a folder":
        source.mkdir()
    elif loss == "another size":
        np.save(source, np.zeros((4, 3), np.uint8))
    elif loss != "gone":
        source.write_bytes(b"" if loss == "empty" else b"no picture")
    session, changed = read_session(folder)
    found = session.state
    assert (found.settings, found.pin) == (settings, state.pin)
    assert (found.network.paper.strokes, found.network.changes) == (STROKES, network.changes)
    assert found.network.paper.photo is found.image
    assert changed is (loss == "another size")
    if not changed:
        assert session.missing == ("photo.npy",)
        assert (found.image.shape, found.image.values.dtype) == ((10, 6), np.uint8)
        assert len(np.unique(found.image.values)) == 2
        assert found.network.paper.choices == paper.choices


def test_a_picture_kept_beside_the_session_may_be_gone_too(tmp_path):
    colours = Image(np.full((4, 5, 3), 0.5), -1.0, 1.0, "Pasted picture")
    state = DocumentState(image=pasted(), network=NetworkState(paper=Paper(STROKES, photo=colours)))
    kept(tmp_path, state)
    for path in tmp_path.glob("picture-*"):
        path.write_text("{")
    session, _ = read_session(tmp_path)
    assert session.missing == ("Pasted picture", "Pasted picture")
    photo = session.state.network.paper.photo
    assert (photo.shape, photo.low, photo.high) == ((4, 5, 3), -1.0, 1.0)
    assert -1 < photo.values.min() < photo.values.max() < 1


@pytest.mark.parametrize("looks", [{}, {"shape": [0, 3]}, {"shape": [9, 9, 2]}, {"shape": [10**9, 10**9]}, 3])
def test_the_x_stands_for_a_picture_of_unknown_size(tmp_path, looks):
    kept(tmp_path, DocumentState(image=pasted()))
    first, rest = (tmp_path / FILE).read_text().split("\n", 1)
    data = json.loads(rest)
    data["image"]["looks"] = data["image"]["looks"] | looks if looks != 3 and looks else looks
    (tmp_path / FILE).write_text(first + "\n" + json.dumps(data))
    next(tmp_path.glob("picture-*")).unlink()
    assert read_session(tmp_path)[0].state.image == x_image()


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
