"""What killed processes leave is known again and removed; what anybody else has in a folder is not."""

import os

import pytest

from convviz.core.base.files import atomic_write
from convviz.core.base.leftovers import MARK, TemporaryFolder, held, sweep, temporary_name

KILLED = """
import os, signal, sys, tempfile
from pathlib import Path
from convviz.core.base.files import atomic_write
from convviz.core.base.leftovers import TemporaryFolder
tempfile.tempdir = sys.argv[1]
folder = TemporaryFolder()
Path(folder.name, "film.mp4").write_bytes(b"half")
with atomic_write(Path(sys.argv[2], "a.convviz")) as file:
    file.write(b"half")
    file.flush()
    print("writing", flush=True)
    sys.stdin.readline()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def aged(path):
    os.utime(path, (1, 1))
    return path


@pytest.fixture
def places(tmp_path):
    temporary, saved = tmp_path / "tmp", tmp_path / "saved"
    temporary.mkdir()
    saved.mkdir()
    return temporary, saved


def test_what_is_in_use_stays_and_goes_once_its_process_is_killed(places, start_python):
    temporary, saved = places
    process = start_python(KILLED, *map(str, places))
    assert process.stdout.readline() == "writing\n"
    for path in (*temporary.iterdir(), *saved.iterdir()):
        aged(path)
    assert sweep(temporary, [saved]) == []
    process.communicate("\n")
    for path in (*temporary.iterdir(), *saved.iterdir()):
        aged(path)
    assert len(sweep(temporary, [saved, saved])) == 2
    assert not [*temporary.iterdir(), *saved.iterdir()]


def test_nothing_of_another_program_is_touched(places):
    temporary, saved = places
    (temporary / "convviz-notebook").mkdir()
    (temporary / "convviz-notebook" / "mine.txt").write_text("mine")
    (temporary / "elsewhere").mkdir()
    (temporary / "elsewhere" / MARK).touch()
    (temporary / "convviz-linkedto").symlink_to(temporary / "elsewhere")
    (saved / ".convviz-mine.tmp").write_text("mine")
    (saved / ".convviz-0123456789ab.tmp").mkdir()
    (saved / "target").write_text("mine")
    (saved / temporary_name()).symlink_to(saved / "target")
    for path in (*temporary.iterdir(), *saved.iterdir()):
        aged(path)
    assert sweep(temporary, [saved, saved / "missing"]) == []
    assert (saved / "target").read_text() == "mine"


def test_what_was_just_made_stays(places):
    temporary, saved = places
    (saved / temporary_name()).touch()
    assert sweep(temporary, [saved]) == []


def test_another_persons_files_stay(places, monkeypatch):
    temporary, saved = places
    aged((saved / temporary_name()).touch() or next(saved.iterdir()))
    monkeypatch.setattr(os, "geteuid", lambda: 123456, raising=False)
    assert sweep(temporary, [saved]) == []
    monkeypatch.undo()
    assert len(sweep(temporary, [saved])) == 1


def test_a_file_is_held_by_one_at_a_time(tmp_path):
    first = held(tmp_path / "mark")
    assert held(tmp_path / "mark") is None
    first.close()
    again = held(tmp_path / "mark")
    assert again is not None
    again.close()


def test_a_temporary_folder_is_gone_in_the_end():
    with TemporaryFolder() as folder:
        assert os.path.exists(os.path.join(folder, MARK))
        with atomic_write(os.path.join(folder, "a.txt")) as file:
            file.write(b"a")
    assert not os.path.exists(folder)
