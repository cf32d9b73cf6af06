"""Edits on each page, a sudden end, and the next start: with clicks and keys, in the program itself."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from convviz.document.files.read import ExperimentError
from convviz.document.sessions.content import FILE, read_session

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not shutil.which("xdotool"), reason="start me with tests/journeys/run_xvfb.sh"),
]

WATCHED = Path(__file__).with_name("watched.py")
GRID = "window.page('lab').kernel_panel.area.grid"
PIXELS = "window.page('step').cards.input.grid"
CANVAS = "window.page('network').panel.input.canvas"
OFFER = "window.start_page.offer"


def until(holds, seconds=120.0):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        select.select([], [], [], 0.05)


class Screen:
    """An X server of its own, which can be taken away, with a window manager."""

    def __init__(self):
        reading, writing = os.pipe()
        size = ["-screen", "0", "1440x900x24", "-nolisten", "tcp"]
        command = ["Xvfb", "-noreset", "-displayfd", str(writing), *size]
        self.server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as line:
            self.environment = {**os.environ, "DISPLAY": ":" + line.readline().strip()}
        self.manager = subprocess.Popen(["blackbox"], env=self.environment, stderr=subprocess.DEVNULL)
        until(lambda: self.xdotool("get_num_desktops", check=False).returncode == 0)

    def xdotool(self, *words, check=True):
        command = ["xdotool", *map(str, words)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=self.environment)
        assert done.returncode == 0 or not check, done.stderr
        return done

    def close(self):
        for process in (self.server, self.manager):
            process.kill()
            process.wait()


class Program:
    """The program on a screen, as a person has it before them."""

    def __init__(self, screen, home, *arguments):
        self.screen = screen
        environment = {**screen.environment, "XDG_CONFIG_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
        self.process = subprocess.Popen(
            [sys.executable, str(WATCHED), *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        self.wait("not window.pages.is_building_ahead()")
        window = screen.xdotool("search", "--sync", "--onlyvisible", "--name", "ConvViz").stdout.split()[-1]
        screen.xdotool("windowactivate", "--sync", window)

    def ask(self, expression):
        self.process.stdin.write(expression + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert not isinstance(answer, dict), f"{expression}: {answer}"
        return answer

    def wait(self, expression):
        until(lambda: self.ask(f"bool({expression})"))

    def click(self, widget, place="None", times=1):
        where = self.ask(f"at({widget}, {place})")
        self.screen.xdotool("mousemove", *where, "click", "--repeat", times, "--delay", 50, 1)

    def type(self, text):
        self.screen.xdotool("type", text)
        self.screen.xdotool("key", "Return")

    def key(self, name):
        self.screen.xdotool("key", name)


@pytest.fixture
def start(tmp_path):
    """Start the program, on a screen of its own."""
    begun = []

    def run(*arguments):
        begun.append(Screen())
        program = Program(begun[-1], tmp_path / "config", *arguments)
        begun.append(program.process)
        return program

    yield run
    for one in reversed(begun):
        if isinstance(one, Screen):
            one.close()
        else:
            one.kill()
            one.communicate()


def edit_in_the_lab(program):
    program.click(GRID, f"{GRID}.cell_rect(0, 0).center()")
    program.type("7")
    program.wait("document.settings.kernel.weights[0, 0] == 7")


def edit_on_step(program):
    program.key("ctrl+2")
    program.wait("window.page('step').isVisible() and window.page('step').result is not None")
    centre = f"{PIXELS}.content().cell_rect(1, 3).center()"
    program.click(PIXELS, f"{PIXELS}.viewport().to_screen({centre}.y(), {centre}.x())", times=2)
    program.wait(f"{PIXELS}.editing.editor is not None and {PIXELS}.editing.editor.isVisible()")
    program.type("99")
    program.wait("document.state.image.values[1, 3] == 99")


def draw_on_network(program):
    program.key("ctrl+3")
    program.wait(f"window.page('network').isVisible() and {CANVAS}.isVisible()")
    x, y = program.ask(f"at({CANVAS})")
    moves = [word for step in range(8) for word in ("mousemove", x, y - 40 + 10 * step)]
    program.screen.xdotool("mousemove", x, y - 50, "mousedown", 1, *moves, "mouseup", 1)
    program.wait("document.state.network.paper.strokes")


def is_kept(config):
    """Whether the last edit is in the session."""
    for path in config.glob(f"**/{FILE}"):
        try:
            if read_session(path.parent)[0].state.network.paper.strokes:
                return True
        except ExperimentError:
            return False  # it is just being replaced
    return False


ENDS = {signal.SIGKILL: -9, signal.SIGTERM: 143, signal.SIGHUP: 129, "display": 1}


@pytest.mark.timeout(900)
@pytest.mark.parametrize("end", ENDS, ids=str)
def test_everything_goes_on_after_a_sudden_end(start, tmp_path, end):
    photo = tmp_path / "photo.png"
    PIL.Image.fromarray(np.arange(48, dtype=np.uint8).reshape(6, 8)).save(photo)
    program = start(photo)
    program.wait("document.state.image is not None")
    edit_in_the_lab(program)
    edit_on_step(program)
    draw_on_network(program)
    if end in (signal.SIGKILL, "display"):  # a polite end keeps what is in hand at once
        begun = time.monotonic()
        until(lambda: is_kept(tmp_path / "config"))
        assert time.monotonic() - begun < 15
    if end == "display":
        program.screen.server.kill()
    else:
        program.process.send_signal(end)
    assert program.process.wait(60) == ENDS[end]

    again = start()
    again.wait(f"{OFFER}.isVisible()")
    again.click(f"{OFFER}.go_on")
    again.wait("document.state.image is not None")
    again.wait("window.current_page() is window.page('network')")
    assert again.ask("window.isWindowModified()")
    assert again.ask("document.settings.kernel.weights[0, 0]") == 7
    assert again.ask("int(document.state.image.values[1, 3])") == 99
    assert again.ask("len(document.state.network.paper.strokes)") == 1
    again.key("ctrl+z")
    again.wait("not document.state.network.paper.strokes")
    again.key("ctrl+z")
    again.wait("document.state.image.values[1, 3] == 11")
    again.key("ctrl+shift+z")
    again.wait("document.state.image.values[1, 3] == 99")
