"""Undo goes on after a crash: the steps are kept with a session, as far as a few megabytes go."""

import json
from dataclasses import replace

import numpy as np
import pytest

from convviz.core.images import image as images
from convviz.core.images.image import Image
from convviz.core.samples.pictures import x_image
from convviz.document.document import Document
from convviz.document.sessions import past
from convviz.document.sessions.content import FILE, Session, SessionWriter, read_session
from convviz.document.state.state import DocumentState, NetworkState, Paper, PenStroke
from convviz.pages.step.reel import edit_pixel

STROKE = PenStroke(0.1, tuple((x / 300, 0.123456789, 1.0) for x in range(300)))


@pytest.fixture
def document(qapp):
    return Document(DocumentState(image=x_image()))


@pytest.fixture
def again(tmp_path, qapp):
    """The document of the next start."""
    writer = SessionWriter(tmp_path)

    def read(document):
        writer.write(Session(document.state, edited=True, past=document.past()))
        session, _ = read_session(tmp_path)
        found = Document()
        found.open(session.state, modified=session.edited, past=session.past)
        return found

    return read


def biases(document):
    """All that can be undone and done again, the oldest first."""
    while document.can_undo:
        document.undo()
    found = [document.settings.bias]
    while document.can_redo:
        document.redo()
        found.append(document.settings.bias)
    return found


def edit(document, count):
    for bias in range(1, count + 1):
        document.edit_settings(f"Bias {bias}", bias=float(bias))


def test_undo_and_redo_go_on(document, again):
    edit(document, 4)
    document.undo()
    found = again(document)
    assert found.state == document.state
    assert (found.undo_text, found.redo_text) == ("Bias 3", "Bias 4")
    assert biases(found) == [0, 1, 2, 3, 4]


def test_undoing_back_to_what_is_in_the_file_is_no_change(document, again, tmp_path):
    edit(document, 1)
    document.mark_saved(tmp_path / "mine.convviz")
    for bias in (7, 8, 9):
        document.edit_settings("Bias", bias=bias)
    found = again(document)
    for _ in range(3):
        assert found.is_modified
        found.undo()
    assert found.settings.bias == 1
    assert not found.is_modified
    found.undo()
    assert found.is_modified


def test_pixels_and_their_pictures_go_on(document, again, tmp_path):
    for row in range(3):
        edit_pixel(document, (row, 0, 0), 0.5, "Pixel")
        document.seal()
    document.edit("Draw", network=NetworkState(paper=Paper(photo=document.state.image)))
    found = again(document)
    assert len(list(tmp_path.glob("picture-*"))) == 3
    assert found.state.network.paper.photo is found.state.image
    shown = found.state.image
    found.undo()
    assert found.state.image is shown  # pictures are shared, as they were
    for _ in range(3):
        found.undo()
    assert found.state.image == x_image()
    found.open(found.state)
    again(found)
    assert not list(tmp_path.glob("picture-*"))


def test_strokes_are_written_once(document, again, tmp_path):
    for count in range(1, 41):
        strokes = tuple(replace(STROKE, width=0.01 + one / 100) for one in range(count))
        document.edit("Draw", network=NetworkState(paper=Paper(strokes)))
    found = again(document)
    alone = len(json.dumps((tmp_path / FILE).read_text().splitlines()[1]))
    assert (tmp_path / FILE).stat().st_size < 2.3 * alone
    assert found.state == document.state
    first = found.state.network.paper.strokes
    found.undo()
    assert found.state.network.paper.strokes == first[:-1]
    assert len(biases(found)) == 41


@pytest.mark.parametrize("back", [0, 70], ids=["undo", "redo"])
def test_the_nearest_steps_are_kept(document, again, back):
    edit(document, 70)
    for _ in range(back):
        document.undo()
    found = again(document)
    assert biases(found) == list(range(20, 71) if back == 0 else range(51))


def test_what_would_be_large_ends_the_steps(document, again, tmp_path, monkeypatch):
    edit(document, 2)
    document.edit("Paste", image=Image(np.zeros((1000, 1001), np.float32), name="large"))
    document.edit("Sample", image=x_image())
    edit(document, 1)
    monkeypatch.setattr(past, "MOST_PIXELS", 1_000_000)
    found = again(document)
    assert not list(tmp_path.glob("picture-*"))
    assert biases(found) == [2, 1]
    monkeypatch.setattr(past, "MOST_TEXT", 100)
    assert biases(again(document)) == [1]


@pytest.mark.parametrize("loss", ["gone", "changed"])
def test_a_picture_of_before_that_is_gone_ends_the_steps_without_a_word(document, tmp_path, loss):
    source = tmp_path / "photo.npy"
    np.save(source, np.arange(12.0).reshape(3, 4))
    document.edit("Open", image=images.read(source))
    document.edit("Sample", image=x_image())
    edit(document, 1)
    folder = tmp_path / "session"
    folder.mkdir()
    SessionWriter(folder).write(Session(document.state, past=document.past()))
    if loss == "gone":
        source.unlink()
    else:
        np.save(source, np.zeros((3, 4)))
    session, changed = read_session(folder)
    assert not changed
    assert session.missing == ()
    assert [one.state.settings.bias for one in session.past.steps] == [0, 1]


@pytest.mark.parametrize(
    "damage",
    [
        {"at": 9},
        {"at": -1},
        {"names": []},
        {"rows": [[7], [7], [7]]},
        {"steps": [3, None, {}]},
        {"saved": "x"},
    ],
)
def test_damaged_steps_cost_nothing_but_themselves(document, tmp_path, damage):
    edit(document, 2)
    SessionWriter(tmp_path).write(Session(document.state, past=document.past()))
    *before, line = (tmp_path / FILE).read_text().splitlines()
    (tmp_path / FILE).write_text("\n".join([*before, json.dumps(json.loads(line) | damage)]))
    session, _ = read_session(tmp_path)
    assert session.state == document.state
    assert session.past is None


def test_what_is_known_of_a_step_is_not_written_anew(document, tmp_path, monkeypatch):
    writer = SessionWriter(tmp_path)
    edit(document, 30)
    writer.write(Session(document.state, past=document.past()))
    calls = []
    real = past.Pictures.document
    monkeypatch.setattr(past.Pictures, "document", lambda *given: calls.append(1) or real(*given))
    document.edit_settings("Bias", bias=99.0)
    writer.write(Session(document.state, past=document.past()))
    assert len(calls) == 2  # the present state, and the one before, which was the present one then
