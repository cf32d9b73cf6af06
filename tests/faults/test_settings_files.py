"""Settings as nobody would write them: the window starts with defaults, and says why."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from convviz.app.preferences import Preferences

CHILD = Path(__file__).with_name("window_child.py")
SHOWN = """
from PySide6.QtCore import QCoreApplication
preferences = window.preferences
say(preferences.theme, preferences.language, preferences.embed_picture, preferences.recent())
say(window.isVisible(), window.band.text(), problems.box())
window.shut_down()
QCoreApplication.exit(0)
"""

DAMAGED = "The settings in {path} are damaged; ConvViz uses what it can read of them."
UNREAD = (
    "The settings in {path} cannot be read ({why}); ConvViz starts with those of the first time, "
    "and keeps no new ones."
)
NEWER = "The settings in {path} are of a newer ConvViz; this one uses what it knows of them."
KINDS = {
    "garbage": (b"]]][[\n====\n;;;\n[appearance\ntheme", DAMAGED),
    "binary": (bytes(range(256)) * 40, DAMAGED),
    "huge": (b"[files]\n" + b"recent=" + b"/a.png, " * 500_000 + b"\n", UNREAD),
    "newer": (b"[settings]\nversion=2\n[appearance]\ntheme=sepia\nlanguage=tlh\n", NEWER),
    "state": (b"[window]\nstate\\geometry=@ByteArray(\\xff\\xff\\xff)\nstate\\window=7\n", ""),
    "types": (b"[files]\nrecent=@Rect(1 2 3 4)\nfolder=@Size(1 1)\n[appearance]\ntheme=1, 2\n", ""),
    "directory": (Path.mkdir, UNREAD),
    "pipe": (os.mkfifo, UNREAD),
    "device": (lambda path: path.symlink_to("/dev/zero"), UNREAD),
    "a gigabyte": (lambda path: sparse(path, 1 << 30), UNREAD),
    "a file for its folder": (lambda path: (path.parent.rmdir(), path.parent.touch()), UNREAD),
    "a pipe beside it": (lambda path: os.mkfifo(path.parents[1] / path.name), UNREAD),
    "a link to itself": (lambda path: path.symlink_to(path), UNREAD),
}
WHY = {
    "huge": "it has 4,000,016 bytes; the limit is 2,000,000",
    "directory": "it is a folder",
    "pipe": "it is no ordinary file",
    "device": "it is no ordinary file",
    "a gigabyte": "it has 1,073,741,824 bytes; the limit is 2,000,000",
    "a file for its folder": "there is no such file or folder",
    "a pipe beside it": "it is no ordinary file",
    "a link to itself": "it is a link that leads back to itself",
}


def sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_window_starts_with_defaults(tmp_path, kind):
    path = tmp_path / "ConvViz" / "ConvViz.conf"
    path.parent.mkdir()
    content, said = KINDS[kind]
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        content(path)
    named = path.parents[1] / path.name if kind == "a pipe beside it" else path
    done = subprocess.run(
        [sys.executable, str(CHILD), str(tmp_path), "", SHOWN], capture_output=True, text=True, timeout=200
    )
    sentence = said.format(path=named, why=WHY.get(kind))
    expected = f"system system True []\nTrue {sentence} None\n"
    assert (done.returncode, done.stdout) == (0, expected), done.stderr
    assert "Traceback" not in done.stderr


def test_settings_that_become_a_pipe_are_not_written(tmp_path):
    path = tmp_path / "settings.ini"
    preferences = Preferences(QSettings(str(path), QSettings.Format.IniFormat))
    preferences.theme = "dark"
    preferences.flush()
    path.unlink()
    os.mkfifo(path)
    heard = []
    preferences.not_kept.connect(heard.append)
    preferences.theme = "light"
    preferences.language = "en"
    assert [str(one) for one in heard] == [f"What you choose here cannot be kept in {path}."]


def test_a_folder_that_cannot_be_written_is_said_once(tmp_path):
    (tmp_path / "file").touch()
    preferences = Preferences(QSettings(str(tmp_path / "file" / "a.ini"), QSettings.Format.IniFormat))
    heard = []
    preferences.not_kept.connect(heard.append)
    for choice in ("dark", "light", "dark"):
        preferences.theme = choice
    assert len(heard) == 1


def test_two_windows_keep_each_others_choices(tmp_path):
    """Each has read the file before the other wrote to it."""
    for name in ("a.png", "b.png"):
        (tmp_path / name).touch()
    path = str(tmp_path / "settings.ini")
    code = f"""
import sys; from pathlib import Path; from PySide6.QtCore import QSettings
from convviz.app.preferences import Preferences
other = Preferences(QSettings({path!r}, QSettings.Format.IniFormat)); other.recent()
sys.stdin.readline()
other.add_recent(Path({str(tmp_path / "b.png")!r})); other.theme = "dark"; other.flush()
"""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    second = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, text=True, env=environment)
    first = Preferences(QSettings(path, QSettings.Format.IniFormat))
    first.add_recent(tmp_path / "a.png")
    first.language = "zh_Hant"
    first.flush()
    second.communicate("\n", timeout=60)
    assert second.returncode == 0
    first.flush()
    assert [one.name for one in first.recent()] == ["b.png", "a.png"]
    assert (first.theme, first.language) == ("dark", "zh_Hant")
