"""Settings as nobody would write them: the window starts with defaults, and says nothing of it."""

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

KINDS = {
    "garbage": b"]]][[\n====\n;;;\n[appearance\ntheme",
    "binary": bytes(range(256)) * 40,
    "huge": b"[files]\n" + b"recent=" + b"/a.png, " * 500_000 + b"\n",
    "newer": b"[appearance]\ntheme=sepia\nlanguage=tlh\n[window]\nremember=@Variant(\\0\\0\\0\\x7f)\n",
    "state": b"[window]\nstate\\geometry=@ByteArray(\\xff\\xff\\xff)\nstate\\window=7\n",
    "types": b"[files]\nrecent=@Rect(1 2 3 4)\nfolder=@Size(1 1)\n[appearance]\ntheme=1, 2\n",
    "directory": None,
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_window_starts_with_defaults(tmp_path, kind):
    path = tmp_path / "ConvViz" / "ConvViz.conf"
    path.parent.mkdir()
    content = KINDS[kind]
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    done = subprocess.run(
        [sys.executable, str(CHILD), str(tmp_path), "", SHOWN], capture_output=True, text=True, timeout=200
    )
    assert (done.returncode, done.stdout) == (0, "system system True []\nTrue  None\n"), done.stderr
    assert "Traceback" not in done.stderr


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
