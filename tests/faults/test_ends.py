"""How the window ends from outside: signals, after a stop, and a display that is gone."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

CHILD = Path(__file__).with_name("window_child.py")
READY = "window.show_page('network')\nsay('ready')"


@pytest.fixture
def start(tmp_path):
    """Start a window and wait until all its pages are there."""
    started = []
    (tmp_path / "tmp").mkdir()

    def run(code=READY, **environment):
        process = subprocess.Popen(
            [sys.executable, str(CHILD), str(tmp_path), "", code],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=tmp_path,
            start_new_session=True,
            env={**os.environ, "TMPDIR": str(tmp_path / "tmp"), **environment},
        )
        started.append(process)
        assert process.stdout.readline() == "ready\n", process.stderr.read()
        return process

    yield run
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def nothing_left(process, tmp_path):
    """Nobody of the window's session is there any more, and its temporary folder is empty."""
    end = time.monotonic() + 30  # TensorFlow's process notices by itself that nobody asks any more
    while alive(process.pid):
        assert time.monotonic() < end, "children outlive the window"
        select.select([], [], [], 0.05)
    return os.listdir(tmp_path / "tmp") == []


def alive(session):
    try:
        os.killpg(session, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_with_its_number_also_after_a_stop(start, tmp_path, number):
    process = start()
    for one in (signal.SIGSTOP, signal.SIGCONT, number):
        process.send_signal(one)
    assert process.wait(30) == 128 + number
    assert "Traceback" not in process.stderr.read()
    assert nothing_left(process, tmp_path)


EDITED = """
from pathlib import Path
lab = window.page("lab")
window.files.images.load_sample("x")
wait(lambda: lab.result)
say("ready")
wait(lambda: Path("go").exists())
window.document.edit_settings("Tanh", activation="tanh")
wait(lambda: lab.result.settings.activation == "tanh")
window.going_on.keeper.keep()
say(window.band.text() or "edited", problems.box())
"""


@pytest.mark.slow
def test_a_window_that_was_stopped_works_on(start, tmp_path):
    process = start(EDITED)
    process.send_signal(signal.SIGSTOP)
    assert os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOWAIT).si_status == signal.SIGSTOP
    (tmp_path / "go").touch()
    process.send_signal(signal.SIGCONT)
    assert process.stdout.readline() == "edited None\n"
    process.terminate()
    assert process.wait(30) == 128 + signal.SIGTERM
    assert "Traceback" not in process.stderr.read()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no Xvfb")
def test_a_lost_display_ends_it_with_one_sentence(start, tmp_path):
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-noreset",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1280x800x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as line:
        display = ":" + line.readline().strip()
    try:
        process = start(DISPLAY=display, QT_QPA_PLATFORM="xcb")
    finally:
        server.kill()
        server.wait()
    assert process.wait(30) == 1  # and by no signal
    said = [line for line in process.stderr.read().splitlines() if "X11" in line]
    assert said == ["The X11 connection broke (error 1). Did the X11 server die?"]
    assert nothing_left(process, tmp_path)
