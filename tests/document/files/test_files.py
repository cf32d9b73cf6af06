"""Experiments as files: the picture by sample, by file or embedded, and everything that may be wrong."""

from __future__ import annotations

import base64
import io
import json
import os
import shutil
import tracemalloc
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import pytest
from pytestqt.qtbot import QtBot

from convviz.core.images import image as images
from convviz.core.images.image import Image
from convviz.core.samples import pictures as examples
from convviz.document.files import experiment as files
from convviz.document.files.experiment import (
    ExperimentLoader,
    ExperimentSaver,
    Saved,
    read_experiment,
    save_experiment,
)
from convviz.document.files.read import ExperimentError
from convviz.document.state.state import ColorRange, DocumentState, Pin

STATE = DocumentState(title="Edges", pin=Pin("pooling", 1, 2), color_range=ColorRange("fixed", -4, 4))


@pytest.fixture
def photo(tmp_path: Path) -> Image:
    path = tmp_path / "pictures" / "ramp.png"
    path.parent.mkdir()
    PIL.Image.fromarray(np.arange(12, dtype=np.uint8).reshape(3, 4)).save(path)
    return images.read(path)


def written(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text("ascii"))
    return data


def refusal(path: Path) -> str:
    with pytest.raises(ExperimentError) as caught:
        read_experiment(path)
    return str(caught.value)


def test_a_state_without_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.convviz"
    save_experiment(path, STATE, embed=True)
    assert read_experiment(path).state == STATE
    assert written(path)["format"] == "convviz-experiment"
    assert written(path)["version"] == 1


@pytest.mark.parametrize("embed", [False, True])
def test_a_sample_is_saved_by_its_key(tmp_path: Path, embed: bool) -> None:
    path = tmp_path / "a.convviz"
    state = replace(STATE, image=examples.x_image())
    save_experiment(path, state, embed=embed)
    assert written(path)["image"] == {"kind": "sample", "sample": "x"}
    assert read_experiment(path).state == state


def test_a_file_is_saved_by_its_path(tmp_path: Path, photo: Image) -> None:
    path = tmp_path / "a.convviz"
    save_experiment(path, replace(STATE, image=photo), embed=False)
    assert written(path)["image"]["path"] == "pictures/ramp.png"
    opened = read_experiment(path)
    assert opened.state == replace(STATE, image=photo)
    assert not opened.image_changed


def test_experiment_and_picture_may_move_together_or_apart(tmp_path: Path, photo: Image) -> None:
    path = tmp_path / "a.convviz"
    save_experiment(path, replace(STATE, image=photo), embed=False)
    other = tmp_path / "other"
    other.mkdir()
    alone = Path(shutil.copy(path, other))
    image = read_experiment(alone).state.image
    assert image is not None
    assert image.source == photo.source
    shutil.copytree(tmp_path / "pictures", other / "pictures")
    image = read_experiment(alone).state.image
    assert image is not None
    assert image.source == other / "pictures" / "ramp.png"


def test_a_picture_that_changed_is_told(tmp_path: Path, photo: Image) -> None:
    path = tmp_path / "a.convviz"
    save_experiment(path, replace(STATE, image=photo), embed=False)
    assert photo.source is not None
    PIL.Image.fromarray(np.zeros((2, 2), np.uint8)).save(photo.source)
    opened = read_experiment(path)
    assert opened.image_changed
    assert opened.state.image is not None
    assert opened.state.image.shape == (2, 2)


def test_a_picture_that_is_gone_is_named(tmp_path: Path, photo: Image) -> None:
    path = tmp_path / "a.convviz"
    state = replace(STATE, image=photo)
    save_experiment(path, state, embed=False)
    assert photo.source is not None
    photo.source.unlink()
    assert refusal(path) == f"a.convviz cannot be opened: the picture {photo.source} is not there any more."
    before = path.read_bytes()
    with pytest.raises(ExperimentError, match=r"ramp\.png cannot be read"):
        save_experiment(path, state, embed=False)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "values",
    [
        np.arange(12, dtype=np.uint8).reshape(3, 4),
        np.arange(24, dtype=np.uint16).reshape(2, 4, 3) * 2000,
        np.asfortranarray(np.linspace(-1, 1, 12, dtype=np.float32).reshape(3, 4)),
        np.array([[0.1, 1e-300]]),
        np.arange(24, dtype=np.uint8).reshape(4, 6)[::2, ::-1],
    ],
    ids=["bytes", "16 bit colour", "float by columns", "double", "a view"],
)
def test_an_embedded_picture_comes_back_to_the_last_bit(tmp_path: Path, values: np.ndarray[Any, Any]) -> None:
    path = tmp_path / "a.convviz"
    state = replace(STATE, image=Image(values, -3.5, 7, name="Mine"))
    save_experiment(path, state, embed=True)
    image = read_experiment(path).state.image
    assert image is not None
    assert image == state.image
    assert image.values.dtype == values.dtype
    assert not image.values.flags.writeable


def test_an_embedded_file_needs_its_file_no_more(tmp_path: Path, photo: Image) -> None:
    path = tmp_path / "a.convviz"
    save_experiment(path, replace(STATE, image=photo), embed=True)
    assert photo.source is not None
    photo.source.unlink()
    image = read_experiment(path).state.image
    assert image is not None
    assert image == replace(photo, source=None)


def test_a_pasted_picture_is_embedded_in_any_case(tmp_path: Path) -> None:
    path = tmp_path / "a.convviz"
    save_experiment(path, replace(STATE, image=Image(np.zeros((2, 2), np.uint8))), embed=False)
    assert written(path)["image"]["kind"] == "embedded"


def test_numbers_from_numpy_and_odd_names_can_be_saved(tmp_path: Path, photo: Image) -> None:
    assert photo.source is not None
    odd = photo.source.with_name("ärger 猫\udce9.png")
    os.rename(photo.source, odd)
    image = replace(photo, source=odd)
    settings = replace(STATE.settings, bias=np.float32(0.5), stride=(np.int64(2), 2))
    path = tmp_path / "a.convviz"
    save_experiment(path, replace(STATE, image=image, settings=settings), embed=False)
    opened = read_experiment(path).state
    assert opened.settings == replace(STATE.settings, bias=0.5, stride=(2, 2))
    assert opened.image is not None
    assert opened.image.source == odd


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "this is no ConvViz experiment, or it is damaged"),
        (b"\xff\xfe\x00", "this is no ConvViz experiment, or it is damaged"),
        (b"[" * 100_000, "this is no ConvViz experiment, or it is damaged"),
        (b"9" * 10_000, "this is no ConvViz experiment, or it is damaged"),
        (b"[" + b"0," * 1_000_001 + b"0]", "this is no ConvViz experiment"),
        (b"[1, 2]", "the file is not an object: a list of 2"),
        (b"{}", "format is missing"),
        (b'{"format": "other"}', "this is no ConvViz experiment"),
        (b'{"format": "convviz-experiment", "version": 2}', "it was saved by a newer ConvViz"),
        (b'{"format": "convviz-experiment", "version": NaN}', "it holds NaN, which is not a number"),
        (b'{"format": "convviz-experiment", "version": 1}', "settings is missing"),
    ],
)
def test_what_is_no_experiment_is_refused(tmp_path: Path, content: bytes, cause: str) -> None:
    path = tmp_path / "a.convviz"
    path.write_bytes(content)
    assert refusal(path) == f"a.convviz cannot be opened: {cause}."


def test_missing_and_huge_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(tmp_path / "a.convviz") == "a.convviz cannot be opened: there is no such file or folder."
    assert refusal(tmp_path) == f"{tmp_path.name} cannot be opened: it is a folder."
    monkeypatch.setattr(files, "MOST_BYTES", 2_000_000)
    large = tmp_path / "large.convviz"
    large.write_bytes(b" " * 2_000_001)
    assert refusal(large) == "large.convviz cannot be opened: it has 2,000,001 bytes; the limit is 2,000,000."


def test_what_is_too_large_to_open_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 100)
    with pytest.raises(ExperimentError):
        save_experiment(tmp_path / "a.convviz", STATE, embed=True)
    assert not (tmp_path / "a.convviz").exists()


def packed(array: Any) -> str:
    stream = io.BytesIO()
    np.save(stream, array, allow_pickle=True)
    return base64.b64encode(zlib.compress(stream.getvalue())).decode()


def header_only(shape: str) -> str:
    header = f"{{'descr': '|u1', 'fortran_order': False, 'shape': {shape}, }}\n".encode()
    content = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header
    return base64.b64encode(zlib.compress(content)).decode()


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ({"kind": "web"}, "image.kind is none of"),
        ({"encoding": "pickle"}, "image.encoding is none of"),
        ({"data": "no base64!"}, "is damaged"),
        ({"data": base64.b64encode(b"no zlib").decode()}, "is damaged"),
        ({"data": base64.b64encode(zlib.compress(b"no npy")).decode()}, "is damaged"),
        ({"data": packed(np.zeros((9, 9)))[:-8]}, "is cut off"),
        ({"data": packed(np.array([[object()]]))}, "is no picture"),
        ({"data": packed(np.array([["text"]]))}, "is no picture"),
        ({"data": packed(np.zeros((2, 2), complex))}, "is no picture"),
        ({"data": packed(np.zeros(5))}, "is no picture"),
        ({"data": packed(np.zeros((2, 2, 7)))}, "is no picture"),
        ({"data": packed(np.zeros((0, 2)))}, "is no picture"),
        ({"data": packed(np.array([[np.nan]]))}, "no finite numbers"),
        ({"data": packed(np.array([[3e38]]))}, "has values up to 3e+38; the limit is 1e+15"),
        ({"data": packed(np.array([[-1e16], [0]]))}, "has values up to -1e+16; the limit is -1e+15"),
        ({"data": header_only("(9, 9)")}, "is cut off"),
        ({"data": header_only("(1000000, 1000000)")}, "more than 100,000,000 pixels"),
        ({"data": header_only("(1000, 100, 3)")}, "is cut off"),
        ({"low": -3e38}, "image.low is not a number from -1e+15 to 1e+15: -3e+38"),
        ({"low": 0, "high": 5e-324}, "no value range: 0 to 4.94066e-324"),
        ({"data": header_only("(-1, 1)")}, "is no picture"),
        ({"low": 1, "high": 1}, "no value range"),
        ({"name": None}, "image.name is not a text"),
    ],
)
def test_embedded_nonsense_is_refused(tmp_path: Path, changes: dict[str, Any], cause: str) -> None:
    path = tmp_path / "a.convviz"
    save_experiment(path, replace(STATE, image=Image(np.zeros((2, 2)))), embed=True)
    data = written(path)
    data["image"].update(changes)
    path.write_text(json.dumps(data))
    assert cause in refusal(path)


def test_no_more_is_unpacked_than_the_header_speaks_of(tmp_path: Path) -> None:
    path = tmp_path / "bomb.convviz"
    save_experiment(path, replace(STATE, image=Image(np.zeros((2, 2)))), embed=True)
    data = written(path)
    stream = io.BytesIO()
    np.save(stream, np.zeros((2, 2)))
    data["image"]["data"] = base64.b64encode(zlib.compress(stream.getvalue() + bytes(50_000_000))).decode()
    path.write_text(json.dumps(data))
    tracemalloc.start()
    assert "has more values than its shape (2, 2)" in refusal(path)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("path", ["//server/share/a.png", r"\\server\share\a.png", r"\/server/a.png"])
def test_a_picture_on_a_server_is_not_asked_for(tmp_path: Path, photo: Image, path: str) -> None:
    experiment = tmp_path / "a.convviz"
    save_experiment(experiment, replace(STATE, image=photo), embed=False)
    data = written(experiment)
    data["image"]["path"] = path
    experiment.write_text(json.dumps(data))
    assert "is on another computer" in refusal(experiment)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path, photo: Image) -> None:
    experiment = tmp_path / "a.convviz"
    save_experiment(experiment, replace(STATE, image=photo), embed=False)
    assert photo.source is not None
    photo.source.unlink()
    os.mkfifo(photo.source)
    assert "is not there any more" in refusal(experiment)


def test_an_unknown_sample_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.convviz"
    save_experiment(path, replace(STATE, image=examples.x_image()), embed=False)
    path.write_text(path.read_text().replace('"sample": "x"', '"sample": "../x"'))
    assert refusal(path) == "a.convviz cannot be opened: there is no sample picture '../x'."


def test_experiments_open_beside_the_windows_thread(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.convviz"
    save_experiment(path, STATE, embed=False)
    loader = ExperimentLoader()
    with qtbot.waitSignal(loader.loaded) as caught:
        loader.load(path)
    loader.close()
    assert caught.args == [files.Opened(STATE)]


def test_experiments_are_saved_beside_the_windows_thread(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.convviz"
    saver = ExperimentSaver()
    with qtbot.waitSignal(saver.loaded) as caught:
        saver.save(path, STATE, embed=True)
    assert caught.args == [Saved(path, STATE)]
    assert read_experiment(path).state == STATE
    with qtbot.waitSignal(saver.failed) as caught:
        saver.save(tmp_path / "no folder" / "a.convviz", STATE, embed=True)
    saver.close()
    assert caught.args is not None
    assert isinstance(caught.args[1], FileNotFoundError)
