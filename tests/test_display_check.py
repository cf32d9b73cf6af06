"""Without a display there is a sentence and status 1, never an abort."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from convviz.display_check import LIBRARIES, WAYLAND_LIBRARIES, X_LIBRARIES, why_no_window

CHECKOUT = Path(__file__).parents[1]

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
    assert __main__.open_window([]) == 1
    assert "The window needs PySide6, which cannot be loaded here" in capsys.readouterr().err


@linux
@pytest.mark.parametrize("chosen", ["nonsense", "eglfs-nothing", "nonsense:a=b;rubbish"])
def test_a_platform_that_cannot_be_is_a_sentence_and_no_abort(chosen, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "convviz"],
        capture_output=True,
        text=True,
        env={**WITHOUT, "QT_QPA_PLATFORM": chosen, "PYTHONPATH": str(CHECKOUT)},
        cwd=tmp_path,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(
        f"convviz: Qt cannot open a window the way QT_QPA_PLATFORM says ({chosen});"
    )
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []  # no core


@linux
def test_one_platform_of_several_is_enough():
    code = "from convviz.display_check import why_no_window; print(repr(why_no_window()))"
    for chosen in ("nonsense;vnc", "nonsense;offscreen"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            env={**WITHOUT, "QT_QPA_PLATFORM": chosen, "PYTHONPATH": str(CHECKOUT)},
            timeout=60,
        )
        assert done.stdout == "''\n"


@linux
def test_a_wayland_session_without_its_libraries_is_told(monkeypatch, tmp_path):
    (tmp_path / "wayland-0").touch()
    session = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    monkeypatch.setattr("convviz.display_check._loads", lambda library: True)
    assert why_no_window(session) == ""
    monkeypatch.setattr("convviz.display_check._loads", lambda library: "cursor" not in library)
    assert "(Debian packages: libwayland-cursor0)" in why_no_window(session)
    assert "(Debian packages: libxcb-cursor0)" in why_no_window({**session, "DISPLAY": ":0"})
    assert "libwayland-cursor0" in why_no_window({**session, "DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland"})


@linux
@pytest.mark.skipif(shutil.which("ldd") is None, reason="ldd lists what a library needs")
@pytest.mark.parametrize(("plugin", "tables"), [("xcb", X_LIBRARIES), ("wayland", WAYLAND_LIBRARIES)])
def test_the_tables_name_what_the_plugins_need(plugin, tables):
    package = Path(importlib.util.find_spec("PySide6").origin).parent
    file = package / "Qt" / "plugins" / "platforms" / f"libq{plugin}.so"
    if not file.exists():
        pytest.skip("Qt comes from the system")
    listed = subprocess.run(["ldd", str(file)], capture_output=True, text=True, check=True).stdout
    needed = set(re.findall(r"\blib(?:xcb|X11|xkb|wayland)\S*(?= =>)", listed))
    behind = {"libxcb-util.so.1"}  # libxcb-image0 and libxcb-cursor0 bring it along
    assert needed - behind <= tables.keys() | LIBRARIES.keys()
