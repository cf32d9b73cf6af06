"""Places that cannot be written: read-only, gone, a file for a folder. File and cause are said."""

from __future__ import annotations

import errno
import os
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from convviz.network.training.run import copy_whole
from convviz.views.base.texts import reason_text
from tests.faults.test_full_disk import COMMANDS, WRITERS

NOBODY = 65534
WITHOUT_QT = [name for name in WRITERS if name.startswith(("a.", "kernel.", "mine."))]
REASONS = {
    errno.EACCES: "there is no permission for it",
    errno.EROFS: "this disk can only be read",
    errno.EIO: "the disk is damaged or was taken out",
    errno.EDQUOT: "the space that one may use on this disk is used up",
}
GONE = "there is no such file or folder"


def write(name: str, path: Path, source: Path) -> None:
    """What is written is trained elsewhere, where it is a network."""
    if name != "network.keras":
        WRITERS[name](path)
        return
    source.write_bytes(b"trained")
    copy_whole(source, path)


@pytest.mark.parametrize("number", REASONS)
@pytest.mark.parametrize("name", WRITERS)
def test_a_disk_that_takes_nothing(qapp, tmp_path, full_disk, name, number):
    path = tmp_path / name
    path.write_text("old")
    full_disk(0, number)
    with pytest.raises(OSError) as caught:
        WRITERS[name](path)
    assert (caught.value.filename, reason_text(caught.value)) == (str(path), REASONS[number])
    assert (path.read_text(), os.listdir(tmp_path)) == ("old", [name])


@pytest.mark.parametrize("name", WRITERS)
def test_a_folder_that_vanished_after_it_was_chosen(qapp, tmp_path, name):
    (tmp_path / "file").touch()
    for folder in (tmp_path / "gone", tmp_path / "file"):
        with pytest.raises(OSError) as caught:
            write(name, folder / name, tmp_path / "source")
        assert (caught.value.filename, reason_text(caught.value)) == (str(folder / name), GONE)


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_for_a_folder_that_is_a_file(command, tmp_path, name):
    (tmp_path / "file").touch()
    status, said = command(*COMMANDS[name], "-o", f"file/{name}")
    assert (status, said.count("\n")) == (2, 1), said
    assert f"file/{name}" in said
    assert "Errno" not in said
    assert os.listdir(tmp_path) == ["file"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize("name", WITHOUT_QT)
def test_somebody_who_may_not_write_there(tmp_path, name):
    """Root may write anywhere: so this is done by a child that is nobody."""
    folder, path = tmp_path / "roots", tmp_path / "roots" / name
    folder.mkdir()
    folder.chmod(0o755)

    def attempt() -> str:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        os.chdir(folder)
        try:
            WRITERS[name](Path(name))
        except OSError as error:
            return reason_text(error)
        return "written"

    folder_open(tmp_path)
    assert in_a_child(attempt) == REASONS[errno.EACCES]
    assert os.listdir(folder) == []
    assert not path.exists()


def folder_open(folder: Path) -> None:
    """Let everybody go through the folders of the test."""
    for one in (folder, *folder.parents):
        if one.owner() == "root" and one != Path("/"):
            one.chmod(one.stat().st_mode | 0o011)


def in_a_child(work: Callable[[], str]) -> str:
    """What ``work`` says in a copy of this process, which ends with it."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writer, work().encode())
        except BaseException:  # noqa: BLE001 - nothing of the tests may go on in the child
            os.write(writer, traceback.format_exc().encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as answer:
        said = answer.read().decode()
    os.waitpid(child, 0)
    return said
