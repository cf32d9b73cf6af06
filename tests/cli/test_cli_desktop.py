"""`convviz install-desktop`: what is written is valid, starts this very ConvViz, and goes away again."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from convviz import paths
from convviz.cli import desktop
from convviz.cli.desktop import contents, data_home, entry, installed, removed, tidied
from convviz.cli.main import run
from convviz.document.files.experiment import SUFFIX, save_experiment
from convviz.document.state.state import DocumentState

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux desktops")
TYPE = "application/x-convviz-experiment"


def needs(program):
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


@pytest.fixture
def home(tmp_path, monkeypatch):
    folder = tmp_path / "a home" / "share"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


def convviz(capsys, *arguments):
    status = run(list(arguments), lambda path: 0)
    return status, *capsys.readouterr()


def files(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def words(line):
    """A command as desktops take it apart: backslashes of the value first, then those within quotes."""
    value, found, word, quoted = line.replace("\\\\", "\0").replace("\0", "\\"), [], "", False
    letters = iter(value)
    for letter in letters:
        if letter == '"':
            quoted = not quoted
        elif letter == "\\" and quoted:
            word += next(letters)
        elif letter == " " and not quoted:
            found, word = [*found, word], ""
        else:
            word += letter
    return [one.replace("%%", "%") for one in [*found, word]]


def test_it_says_what_it_did_and_takes_it_away_again(capsys, home):
    status, told, complaints = convviz(capsys, "install-desktop")
    assert (status, complaints) == (0, "")
    assert {f"wrote {home / name}" for name in contents(["convviz"])} <= set(told.splitlines())
    assert {name.as_posix() for name in contents(["convviz"])} <= files(home)
    assert stat.S_IMODE((home / desktop.ENTRY).stat().st_mode) & 0o444
    assert convviz(capsys, "install-desktop")[0] == 0  # once more changes nothing
    status, told, _ = convviz(capsys, "install-desktop", "--remove")
    assert status == 0
    assert f"removed {home / desktop.ENTRY}" in told.splitlines()
    assert not files(home) & {name.as_posix() for name in contents(["convviz"])}
    assert "icons" not in {path.name for path in home.iterdir()}
    status, told, complaints = convviz(capsys, "install-desktop", "--remove")
    assert (status, complaints) == (0, "")
    assert "removed" not in told


def test_other_programs_files_stay(home):
    other = home / "icons" / "hicolor" / "48x48" / "apps" / "other.png"
    other.parent.mkdir(parents=True)
    other.touch()
    installed(home, ["convviz"])
    assert len(removed(home)) == len(contents(["convviz"]))
    tidied(home)
    assert files(home) == {"icons/hicolor/48x48/apps/other.png"}
    assert {path.name for path in home.iterdir()} == {"icons"}


def test_a_desktop_without_the_tools_is_told(capsys, home, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    told = convviz(capsys, "install-desktop")[1]
    assert "update-mime-database is not installed: the desktop may need a new login to notice" in told


def test_the_data_folder_is_where_the_desktop_looks(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_home({"XDG_DATA_HOME": "/x/y"}) == Path("/x/y")
    assert data_home({}) == data_home({"XDG_DATA_HOME": "relative"}) == tmp_path / ".local" / "share"


@pytest.mark.parametrize(
    "command",
    [["/usr/bin/convviz"], ["/a b/con$viz`\"\\\\'%/x", "-m", "convviz"], ["/照片/convviz"], ["/a;b#c/%f"]],
)
def test_the_entry_starts_this_command_with_the_file(command):
    line = next(one for one in entry(command).splitlines() if one.startswith("Exec="))
    assert words(line.removeprefix("Exec=").removesuffix(" %f")) == command
    assert line.endswith(" %f")


def test_this_very_convviz_is_started(monkeypatch, tmp_path):
    script = tmp_path / "convviz"
    monkeypatch.setattr(desktop.sysconfig, "get_path", lambda name: str(tmp_path))
    assert desktop.program() == [sys.executable, "-m", "convviz"]
    script.touch(mode=0o755)
    assert desktop.program() == [str(script)]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert desktop.program() == [sys.executable]


def test_a_name_that_no_entry_can_hold_is_refused(capsys, home, monkeypatch):
    monkeypatch.setattr(desktop, "program", lambda: ["/a\nExec=evil"])
    status, told, complaints = convviz(capsys, "install-desktop")
    assert (status, told) == (2, "")
    assert "move ConvViz to a folder with a plain name" in complaints
    assert not home.exists()


@needs("desktop-file-validate")
@pytest.mark.parametrize("command", [["convviz"], ["/a b/con$viz"]])
def test_the_entry_is_valid(home, command):
    installed(home, command)
    done = subprocess.run(
        ["desktop-file-validate", str(home / desktop.ENTRY)], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")


@needs("appstreamcli")
def test_the_description_is_valid():
    (file,) = paths.resource("desktop", "metainfo").iterdir()
    done = subprocess.run(["appstreamcli", "validate", "--no-net", str(file)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert ElementTree.parse(file).findtext("launchable") == desktop.ENTRY.name


@needs("update-mime-database")
@needs("update-desktop-database")
@needs("gio")
def test_an_experiment_is_known_by_name_and_content_and_opens_in_convviz(capsys, home, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_DIRS", "/usr/share")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    convviz(capsys, "install-desktop")
    for name in (f"one{SUFFIX}", "renamed"):
        save_experiment(tmp_path / name, DocumentState(title="x"), embed=True)
        arguments = ["gio", "info", "-a", "standard::content-type", str(tmp_path / name)]
        assert TYPE in subprocess.run(arguments, capture_output=True, text=True, check=True).stdout
    listed = subprocess.run(["gio", "mime", TYPE], capture_output=True, text=True, check=True).stdout
    assert "convviz.desktop" in listed


def test_texts_and_pictures_fit_together():
    written = entry(["convviz"]).splitlines()
    assert f"MimeType={TYPE};" in written
    (mime,) = paths.resource("desktop", "mime", "packages").iterdir()
    named = ElementTree.parse(mime).getroot()[0]
    assert named.get("type") == TYPE
    assert [one.get("pattern") for one in named if one.tag.endswith("glob")] == [f"*{SUFFIX}"]
    for side in (48, 128, 256):
        icon = paths.resource("desktop", "icons", "hicolor", f"{side}x{side}", "apps", "convviz.png")
        assert icon.read_bytes()[16:24] == side.to_bytes(4, "big") * 2
