"""Without a display there is a sentence and status 1, never an abort."""

import os
import subprocess
import sys

import pytest

from convviz.display_check import why_no_window

WITHOUT = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")


@linux
@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({}, "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set."),
        ({"QT_QPA_PLATFORM": "xcb"}, "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set."),
        ({"DISPLAY": ":4077"}, "There is no display: DISPLAY is :4077, and no X server answers there."),
        ({"WAYLAND_DISPLAY": "none", "XDG_RUNTIME_DIR": "/nowhere"}, "neither DISPLAY nor"),
        ({"QT_QPA_PLATFORM": "offscreen"}, ""),
        ({"QT_QPA_PLATFORM": "minimal:x=y"}, ""),
    ],
)
def test_the_reason_names_what_is_missing(environment, reason):
    answer = why_no_window(environment)
    assert reason in answer
    assert bool(reason) == bool(answer)


@linux
def test_missing_libraries_are_named_by_their_packages(monkeypatch):
    monkeypatch.setattr("convviz.display_check._loads", lambda library: "cursor" not in library)
    assert why_no_window({"DISPLAY": ":0"}) == (
        "The window needs system libraries that are missing here (Debian packages: libxcb-cursor0)."
    )


@linux
@pytest.mark.parametrize("display", [None, ":4077"])
def test_convviz_ends_with_one_sentence_and_status_1(display):
    environment = WITHOUT if display is None else {**WITHOUT, "DISPLAY": display}
    done = subprocess.run(
        [sys.executable, "-m", "convviz"], capture_output=True, text=True, env=environment, timeout=60
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("convviz: There is no display: ")
    assert done.stderr.endswith("convviz render, convviz steps, convviz kernels, convviz sample.\n")
    assert done.stderr.count("\n") == 1


def test_a_broken_qt_is_a_sentence_too(monkeypatch, capsys):
    from convviz import __main__

    monkeypatch.setattr(__main__, "why_no_window", lambda: "")
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    assert __main__.open_window(None) == 1
    assert "The window needs PySide6, which cannot be loaded here" in capsys.readouterr().err
