"""A file that is cut off, replaced or grows while it is read: what was there, or one sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults import fuzz_readers as fuzz

READ_AS_BYTES = ("picture", "kernel", "experiment", "network", "digits")
FILES = [(at, *one[:2]) for at, one in enumerate(fuzz.seeds()) if one[0] in READ_AS_BYTES]


@pytest.mark.parametrize(("at", "reader", "ending"), FILES)
@pytest.mark.parametrize("left", [0.0, 0.5, 0.99])
def test_a_file_that_is_cut_off_once_its_size_is_known(tmp_path, monkeypatch, at, reader, ending, left):
    path, data = tmp_path / f"a.{ending}", fuzz.seeds()[at][2]
    path.write_bytes(data)
    usual, node = os.fstat, path.stat().st_ino

    def fstat(number: int) -> os.stat_result:
        found = usual(number)
        if found.st_ino == node:
            os.truncate(path, int(left * len(data)))
        return found

    monkeypatch.setattr(os, "fstat", fstat)
    assert fuzz.outcome(reader, path) == ""


@pytest.mark.parametrize(("at", "reader", "ending"), FILES)
def test_a_file_that_is_another_once_it_was_looked_at(tmp_path, monkeypatch, at, reader, ending):
    """Between `stat` and `open` a pipe takes its place, or nothing."""
    path, data = tmp_path / f"a.{ending}", fuzz.seeds()[at][2]
    usual = Path.open

    def gone(self: Path, *given: object, **named: object) -> object:
        if self == path:
            path.unlink(missing_ok=True)
        return usual(self, *given, **named)

    path.write_bytes(data)
    monkeypatch.setattr(Path, "open", gone)
    assert fuzz.outcome(reader, path) == ""
