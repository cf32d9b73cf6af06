"""Damaged files: those that were found once, a few fresh ones, and the watchdog over the rest."""

from __future__ import annotations

import base64
import io
import json
import os
import signal
import zipfile
import zlib
from pathlib import Path

import numpy as np
import pytest

from convviz.core.kernels.kernel import Kernel
from convviz.core.samples.pictures import load_sample
from convviz.document.files.experiment import ExperimentError, read_experiment, save_experiment
from convviz.document.state.state import DocumentState
from convviz.network.model.errors import NetworkError
from convviz.paths import resource
from tests.faults import fuzz_readers as fuzz


@pytest.mark.parametrize("path", sorted(fuzz.FOUND.iterdir()), ids=lambda path: path.name)
def test_what_was_found_once_is_refused_in_a_sentence(path: Path) -> None:
    assert fuzz.outcome(path.name.partition("-")[0], path) == ""


def test_every_seed_is_a_valid_file(tmp_path: Path) -> None:
    kinds = set()
    for number, (reader, ending, data) in enumerate(fuzz.seeds()):
        path = tmp_path / f"{number}.{ending}"
        path.write_bytes(data)
        kinds.add(reader)
        if ending != "h5":  # which describes no layers
            fuzz.READERS[reader](path)
    assert kinds == fuzz.READERS.keys()


def test_a_case_follows_from_its_number() -> None:
    assert [fuzz.case(number) for number in range(20)] == [fuzz.case(number) for number in range(20)]
    assert len({fuzz.case(number)[2] for number in range(200)}) > 150


def test_what_is_no_sentence_is_a_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> None:
        raise errors.pop()

    errors: list[Exception] = []
    monkeypatch.setitem(fuzz.READERS, "kernel", fail)
    for error, problem in (
        (ValueError("row 2 is short"), ""),
        (ValueError(""), "no sentence: ''"),
        (OSError("one\ntwo"), "no sentence: 'one\\ntwo'"),
    ):
        errors.append(error)
        assert fuzz.outcome("kernel", tmp_path) == problem
    errors.append(KeyError("x"))
    assert fuzz.outcome("kernel", tmp_path).endswith("KeyError: 'x'\n")


@pytest.mark.slow
def test_fresh_cases_are_read_in_a_child_that_is_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert fuzz.fuzz(7, 60, 150, tmp_path / "found") == 0
    child = fuzz.Child(str(tmp_path))
    assert child.read(7) == ""
    assert child._process.pid is not None
    os.kill(child._process.pid, signal.SIGSTOP)
    monkeypatch.setattr(fuzz, "PATIENCE", 0.1)
    assert child.read(7) == "no answer within 0.1 seconds"
    child._process.kill()
    child._process.join()
    monkeypatch.setattr(fuzz, "PATIENCE", 60.0)
    assert "the process ended" in child.read(8)
    assert child.read(9) == ""
    child.close()


def test_weights_that_cannot_be_unpacked_are_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "torn.keras"
    path.write_bytes(resource("models", "mlp_tutorial.keras").read_bytes())
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        at = archive.getinfo("model.weights.h5").header_offset + 30 + len("model.weights.h5")
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xff" * 64)
    with pytest.raises(NetworkError) as caught:
        fuzz.read_network(path)
    assert caught.value.kind == "broken"


def test_a_quotation_mark_that_is_never_closed() -> None:
    with pytest.raises(ValueError, match="no table of numbers"):
        Kernel.from_text('1,2\n"' + "3,4\n" * 50_000)


def test_an_embedded_picture_whose_header_is_no_python_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "torn.convviz"
    save_experiment(path, DocumentState(load_sample("x")), embed=True)
    data = json.loads(path.read_text())
    array = _saved_array().replace(b"'fortran_order'", b"('ortran_order'")
    data["image"] = {
        "kind": "embedded", "name": "x", "low": 0, "high": 1, "encoding": "npy+zlib+base64",
        "data": base64.b64encode(zlib.compress(array)).decode(),
    }  # fmt: skip
    path.write_text(json.dumps(data))
    with pytest.raises(ExperimentError, match="the embedded picture is damaged"):
        read_experiment(path)


def _saved_array() -> bytes:
    stream = io.BytesIO()
    np.save(stream, np.zeros((2, 2)))
    return stream.getvalue()
