"""The display goes away while the window is open: a sentence, status 1, and no process stays behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")

WINDOW = """
import sys
from PySide6.QtCore import QSettings, QTimer
for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
    QSettings.setPath(kind, QSettings.Scope.UserScope, sys.argv[1])
from convviz.app import application
make = application.open_window

def opened(app):
    window = make(app)
    window.pages.all_built.connect(lambda: QTimer.singleShot(0, lambda: print("built", flush=True)))
    return window

application.open_window = opened
sys.exit(application.run_window())
"""


def test_a_lost_display_is_said(tmp_path):
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as file:
        display = file.readline().strip()
    window = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{display}"},
    )
    assert window.stdout.readline() == "built\n", window.communicate(timeout=60)
    children = Path(f"/proc/{window.pid}/task/{window.pid}/children").read_text().split()
    server.kill()
    server.wait()
    _, said = window.communicate(timeout=60)
    assert window.returncode == 1
    assert said == "The X11 connection broke (error 1). Did the X11 server die?\n"
    assert not [child for child in children if _lives(child)]


def _lives(process):
    """Whether it goes on; the dead wait until somebody asks for their status."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False
