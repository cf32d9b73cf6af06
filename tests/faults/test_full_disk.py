"""A full disk at every writer: one sentence with the file and the cause, the old file whole, no rest left."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication

from convviz.core.base.leftovers import TemporaryFolder
from convviz.core.film.moments import film
from convviz.core.film.writers import encoder
from convviz.core.images.export import save_stage
from convviz.core.kernels.files import write_kernel
from convviz.core.kernels.kernel_library import library
from convviz.core.samples.pictures import load_sample
from convviz.core.stages.pipeline import run
from convviz.document.files.experiment import save_experiment
from convviz.document.state.state import ColorRange, DocumentState, default_settings
from convviz.film.export import FilmOptions, export_film, export_frame, film_format
from convviz.film.scene import stages
from convviz.film.sheet import Sheet
from convviz.network.compute.forward import activations
from convviz.network.files.bundled import bundled
from convviz.network.files.saving import save_activations, save_probabilities
from convviz.network.training.run import copy_whole
from convviz.views.base.texts import reason_text

NOISE = np.random.default_rng(0).integers(0, 255, (60, 70), dtype=np.uint8)


def film_of_the_x() -> Sheet:
    assert QGuiApplication.instance() is not None
    result = run(load_sample("x"), default_settings())
    made = film(result.chain, "sum", None)
    return Sheet(result, made, stages(result, made, ColorRange(), 0), "X")


def network_values():
    network = bundled("mlp")
    return network, activations(network, np.ones((28, 28), np.float32))


def write_film(path: Path) -> None:
    export_film(film_of_the_x(), FilmOptions(film_format(path), 240, 1.0, 0, 8), path)


def write_activations(path: Path) -> None:
    network, acts = network_values()
    save_activations(path, network, acts, network.names)


def write_trained(path: Path) -> None:
    source = path.with_name("trained.keras")
    source.write_bytes(NOISE.tobytes())
    try:
        copy_whole(source, path)
    finally:
        source.unlink()


WRITERS = {
    "a.png": lambda path: save_stage(NOISE, path, picture=NOISE),
    "a.tif": lambda path: save_stage(NOISE, path),
    "a.csv": lambda path: save_stage(NOISE, path),
    "a.npy": lambda path: save_stage(NOISE, path),
    "moment.png": lambda path: export_frame(film_of_the_x(), 3, path),
    "moment.svg": lambda path: export_frame(film_of_the_x(), 3, path),
    "moment.pdf": lambda path: export_frame(film_of_the_x(), 3, path),
    "film.gif": write_film,
    "film.webp": write_film,
    "film.png": write_film,
    "kernel.txt": lambda path: write_kernel(path, library("log")),
    "kernel.csv": lambda path: write_kernel(path, library("log")),
    "kernel.json": lambda path: write_kernel(path, library("log")),
    "kernel.npy": lambda path: write_kernel(path, library("log")),
    "mine.convviz": lambda path: save_experiment(path, DocumentState(load_sample("x")), embed=True),
    "maps.npz": write_activations,
    "answer.csv": lambda path: save_probabilities(path, *network_values()),
    "network.keras": write_trained,
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_full_disk_leaves_the_old_file_and_is_said(qapp, tmp_path, full_disk, name):
    path = tmp_path / name
    path.write_text("old")
    full_disk(20)
    with pytest.raises(OSError) as caught:
        WRITERS[name](path)
    assert (caught.value.filename, reason_text(caught.value)) == (str(path), "the disk is full")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == [name]


def test_each_writer_writes_where_there_is_room(qapp, tmp_path, full_disk):
    full_disk(10_000_000)
    for name, write in WRITERS.items():
        write(tmp_path / name)
    assert sorted(os.listdir(tmp_path)) == sorted(WRITERS)


COMMANDS = {
    "mug.png": ["sample", "mug"],
    "mug.tif": ["sample", "mug"],
    "mug.csv": ["sample", "mug"],
    "mug.npy": ["sample", "mug"],
    "box.png": ["render", "mug", "--kernel", "box"],
    "x.gif": ["steps", "x"],
    "x.webp": ["steps", "x"],
    "x.png": ["steps", "x"],
    "x.svg": ["steps", "x"],
    "x.pdf": ["steps", "x"],
    "film": ["steps", "x", "--width", "240"],
    "maps.png": ["activations", "five", "--layer", "conv1"],
    "maps.npz": ["activations", "five"],
}


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_may_write_no_more_says_so(command, tmp_path, name):
    status, said = command(*COMMANDS[name], "-o", name, largest=1000)
    complaints = [line for line in said.splitlines() if "Ctrl+C ends it" not in line]  # on a busy computer
    assert (status, len(complaints)) == (2, 1), said
    assert complaints[0].startswith(f"convviz {COMMANDS[name][0]}: ")
    assert complaints[0].endswith(": the file would be larger than files may be here")
    assert name in complaints[0]
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(encoder() is None, reason="there is no encoder for MP4")
def test_a_full_temporary_folder_is_named_where_an_mp4_is_made(qapp, tmp_path, monkeypatch):
    """FFmpeg writes to a folder of its own; what it writes to here is the device that is always full."""
    rooms = tmp_path / "rooms"
    rooms.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(rooms))

    class Full(TemporaryFolder):
        def __enter__(self) -> str:
            folder = super().__enter__()
            os.symlink("/dev/full", os.path.join(folder, "film.mp4"))
            return folder

    monkeypatch.setattr("convviz.core.film.writers.TemporaryFolder", Full)
    with pytest.raises(OSError) as caught:
        write_film(tmp_path / "film.mp4")
    assert (caught.value.filename, reason_text(caught.value)) == (str(rooms), "the disk is full")
    assert (os.listdir(tmp_path), os.listdir(rooms)) == (["rooms"], [])
