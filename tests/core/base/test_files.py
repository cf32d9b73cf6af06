"""Files are written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from convviz.core.base.files import atomic_write, file_stem, stage_file, system_reason


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")

    def fail_half_way() -> None:
        with atomic_write(target) as file:
            file.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_links_are_followed_and_permissions_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "a.txt", tmp_path / "link.txt"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    with atomic_write(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as error, atomic_write(tmp_path / "no" / "a.txt"):
        pass
    assert error.value.filename == str(tmp_path / "no" / "a.txt")


@pytest.mark.parametrize(
    "title", ["../../x", "/etc/passwd", "..", ".", "", "C:\\x\\y", ".hidden", "a\\..\\b", "é" * 300]
)
def test_no_title_leads_out_of_the_folder(title: str) -> None:
    for name in (f"{file_stem(title, 'film')}.gif", stage_file(title, "input", "png")):
        assert Path(name).name == name
        assert not set(name) & set('/\\:*?"<>|')
        assert not name.startswith(".")
        assert len(name) <= 120


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_error_of_the_system_stands_as_python_has_it(number):
    text = str(system_reason(OSError(number, os.strerror(number), "a.png")))
    assert "Errno" not in text
    assert text[0].islower()
    assert "a.png" not in text


def test_an_error_nobody_knows_keeps_its_number():
    assert str(system_reason(OSError(99999, "Odd"))) == "the system refuses it: Odd (error 99999)"
    assert str(system_reason(FileExistsError(17, "File exists"))) == "there is a file of this name already"
