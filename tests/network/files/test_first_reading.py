"""Files of HDF5 are read by a child first: what hangs or ends it costs one sentence."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from pathlib import Path

import numpy as np
import pytest

from convviz.network.files import first_reading
from convviz.network.files.first_reading import read_all, read_first
from convviz.network.model.errors import NetworkError

h5py = pytest.importorskip("h5py")


def turn_in_circles(path: str) -> None:
    while True:
        pass


def sleep(path: str) -> None:
    time.sleep(600)


def crash(path: str) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def fail(path: str) -> None:
    raise OSError(path)


def tell(path: str) -> None:
    Path(path).with_suffix(".seen").write_text("seen")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.h5"
    with h5py.File(path, "w") as made:
        made.attrs["model_config"] = "{}"
        made["model_weights/a"] = np.arange(6.0).reshape(2, 3)
    return path


def children() -> list[str]:
    return [child.name for child in multiprocessing.active_children()]


def test_a_good_file_and_one_that_only_fails_are_left_to_who_reads_them_next(file: Path) -> None:
    before = children()
    read_first(file)
    read_first(file, reader=fail)
    read_first(file, reader=tell)
    assert file.with_suffix(".seen").read_text() == "seen"
    assert children() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no processor time")
def test_what_turns_in_circles_is_ended_by_the_processor_time_it_takes(file: Path) -> None:
    with pytest.raises(NetworkError, match=r"^mine\.h5: the file is damaged or was cut off$"):
        read_first(file, reader=turn_in_circles, seconds=1)


def test_what_waits_for_ever_is_ended_by_the_clock(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_reading, "PATIENCE", 0.2)
    with pytest.raises(NetworkError, match=r"damaged or was cut off"):
        read_first(file, reader=sleep, seconds=1)


def test_what_ends_the_process_costs_a_sentence(file: Path) -> None:
    with pytest.raises(NetworkError, match=r"damaged or was cut off"):
        read_first(file, reader=crash)


def test_it_is_given_up_when_nobody_wants_it_any_more(file: Path) -> None:
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 2

    before = children()
    with pytest.raises(InterruptedError):
        read_first(file, reader=sleep, cancelled=cancelled)
    assert children() == before


def test_archives_and_files_that_are_not_there_need_no_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(multiprocessing, "get_context", None)
    (tmp_path / "a.keras").write_bytes(b"PK")
    for name in ("a.keras", "gone.h5"):
        read_first(tmp_path / name)


def test_all_that_a_network_is_made_of_is_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with h5py.File(file, "a") as made:
        group = made["model_weights"]
        group.attrs["weight_names"] = [b"a", b"inner/b"]
        group["inner/b"] = np.float32(7)
        group.attrs["odd"] = np.arange(3)
        group["huge"] = h5py.Empty("f")
        group["away"] = h5py.ExternalLink("elsewhere.h5", "/a")
        made["beside"] = 1
    seen: list[str] = []
    look = first_reading._look
    monkeypatch.setattr(first_reading, "_look", lambda name, thing: seen.append(name) or look(name, thing))
    read_all(str(file))
    assert sorted(seen) == ["a", "huge", "inner", "inner/b"]
