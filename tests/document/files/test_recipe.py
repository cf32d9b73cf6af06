"""Crops and sizes in files that anybody may have edited, and in what is kept for a crash."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import PIL.Image
import pytest

from convviz.core.images.image import read
from convviz.core.images.recipe import Crop, Resize
from convviz.core.images.reshaping import again, reshaped
from convviz.core.samples.pictures import load_sample
from convviz.document.document import Document
from convviz.document.files.experiment import read_experiment, save_experiment
from convviz.document.files.read import ExperimentError
from convviz.document.pixels import edit_cells
from convviz.document.sessions.content import Session, SessionWriter, read_session
from convviz.document.state.state import DocumentState, NetworkState, Paper

RECIPE = (Crop(2, 3, 9, 8), Resize(5, 4, "lanczos"))


@pytest.fixture
def photo(tmp_path):
    pixels = np.random.default_rng(3).integers(0, 256, (16, 19, 3), dtype=np.uint8)
    PIL.Image.fromarray(pixels).save(tmp_path / "photo.png")
    return read(tmp_path / "photo.png")


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ({"crop": [3, 3], "from": [14, 0]}, "row 16, column 2 does not lie in a picture of 16x19"),
        ({"crop": [0, 3], "from": [0, 0]}, "image.recipe.0.crop is not two whole numbers from 1"),
        ({"crop": [3, 3], "from": [-1, 0]}, "image.recipe.0.from is not two whole numbers from 0"),
        ({"crop": [3, 3]}, "image.recipe.0.from is missing"),
        (
            {"resize": [20_001, 3], "method": "box"},
            "resize is not two whole numbers from 1 to 20000",
        ),
        ({"resize": [20_000, 20_000], "method": "box"}, "are more than 100,000,000 pixels"),
        ({"resize": [3, 3], "method": "magic"}, "image.recipe.0.method is none of"),
        ({"resize": [3.5, 3], "method": "box"}, "image.recipe.0.resize is not two whole numbers"),
        ([1], "image.recipe.0 is not an object"),
    ],
)
@pytest.mark.parametrize("embed", [False, True])
def test_a_step_that_cannot_be_is_refused_in_a_sentence(tmp_path, photo, step, words, embed):
    path = tmp_path / "a.convviz"
    save_experiment(path, DocumentState(photo), embed=embed)
    data = json.loads(path.read_text())
    data["image"]["recipe"] = [step]
    path.write_text(json.dumps(data))
    if embed and words.startswith("row 16"):
        assert read_experiment(path).state.image.shape == (16, 19, 3)  # it only says what was done
        return
    with pytest.raises(ExperimentError) as said:
        read_experiment(path)
    assert str(said.value).startswith("a.convviz cannot be opened: ")
    assert words in str(said.value)


def test_more_steps_than_any_picture_has_are_refused_unread(tmp_path, photo):
    path = tmp_path / "a.convviz"
    save_experiment(path, DocumentState(photo), embed=False)
    data = json.loads(path.read_text())
    data["image"]["recipe"] = [{"resize": [9999, 9999], "method": "lanczos"}] * 21
    path.write_text(json.dumps(data))
    with pytest.raises(ExperimentError, match="a list of at most 20"):
        read_experiment(path)


def test_the_photo_on_the_papers_comes_back_with_its_recipe_too(tmp_path, photo):
    made = again(photo, RECIPE)
    for paper in (Paper(photo=made), Paper(photo=again(load_sample("five"), RECIPE))):
        state = DocumentState(photo, network=NetworkState(paper=paper))
        save_experiment(tmp_path / "a.convviz", state, embed=False)
        assert read_experiment(tmp_path / "a.convviz").state == state


def test_a_session_holds_every_step_back_to_the_file(tmp_path, photo):
    document = Document(DocumentState(photo))
    for step in RECIPE:
        document.edit("Step", image=reshaped(document.state.image, step))
    edit_cells(document, "Stroke", [(0, 0), (1, 1)], 7, merge_key="stroke 1")
    edit_cells(document, "Stroke", [(2, 2)], 7, merge_key="stroke 1")
    (tmp_path / "kept").mkdir()
    SessionWriter(tmp_path / "kept").write(Session(document.state, past=document.past()))
    session, changed = read_session(tmp_path / "kept")
    assert (session.state, changed) == (document.state, False)
    other = Document()
    other.open(session.state, past=session.past)
    for expected in (again(photo, RECIPE), again(photo, RECIPE[:1]), photo):
        other.undo()
        assert other.state.image == expected
    assert not other.can_undo


def test_an_older_file_says_nothing_of_a_recipe(tmp_path, photo):
    save_experiment(tmp_path / "a.convviz", DocumentState(photo), embed=False)
    assert "recipe" not in (tmp_path / "a.convviz").read_text()
    assert read_experiment(tmp_path / "a.convviz").state.image.recipe == ()
    assert replace(photo, recipe=RECIPE) != photo
