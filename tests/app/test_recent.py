"""The list of recent files."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSettings

from convviz.app import preferences

A, B, C = Path("/pictures/a.png"), Path("/pictures/b.png"), Path("/pictures/c.png")


def test_the_newest_comes_first_and_stands_once() -> None:
    assert preferences.with_recent([A, B], C) == [C, A, B]
    assert preferences.with_recent([A, B, C], B) == [B, A, C]


def test_the_oldest_fall_off() -> None:
    assert preferences.with_recent([A, B], C, limit=2) == [C, A]
    many = [Path(f"/{number}") for number in range(10)]
    assert preferences.with_recent(many, A) == [A, *many[:9]]


def test_relative_paths_are_made_absolute() -> None:
    assert preferences.with_recent([], Path("a.png")) == [Path.cwd() / "a.png"]


def test_files_that_are_gone_are_left_out(tmp_path: Path) -> None:
    here = tmp_path / "here.png"
    here.touch()
    assert preferences.existing([here, tmp_path / "gone.png", tmp_path, Path("/bad\0name")]) == [here]


def test_remembered_nonsense_is_left_out() -> None:
    assert preferences.paths_from([str(A), 5, None, "", str(A), str(B)]) == [A, B]
    assert preferences.paths_from(str(A)) == [A]
    assert preferences.paths_from({"a": 1}) == []


def test_a_name_that_is_no_text_is_remembered(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.png")
    path.touch()
    settings = str(tmp_path / "settings.ini")
    first = preferences.Preferences(QSettings(settings, QSettings.Format.IniFormat))
    first.add_recent(path)
    first.add_known(path)
    first.folder = path.parent
    first.flush()
    again = preferences.Preferences(QSettings(settings, QSettings.Format.IniFormat))
    assert (again.recent(), again.known()) == ([path], [path, path])
