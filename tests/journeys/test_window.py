"""The program as it is started, in a real X session with a window manager."""

import os
import shutil
import subprocess
import sys

import numpy as np
import PIL.Image
import pytest

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not shutil.which("xdotool"), reason="start me with tests/journeys/run_xvfb.sh"),
]


@pytest.fixture
def convviz(tmp_path):
    """Start ConvViz with settings of its own; ended afterwards if it is still running."""
    running = []

    def start(*arguments):
        environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "config"), "QT_QPA_PLATFORM": "xcb"}
        process = subprocess.Popen(
            [sys.executable, "-m", "convviz", *map(str, arguments)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        return process

    yield start
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate()


def xdotool(*words):
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_a_photo_opens_and_the_keyboard_quits(convviz, tmp_path):
    photo = tmp_path / "photo.png"
    PIL.Image.fromarray(np.random.default_rng(0).integers(0, 256, (300, 400, 3), dtype=np.uint8)).save(photo)
    process = convviz(photo)
    window = xdotool("search", "--sync", "--onlyvisible", "--name", "photo.png")[-1]
    xdotool("windowactivate", "--sync", window)
    xdotool("key", "ctrl+q")
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (0, "", "")


def test_without_a_picture_it_starts_too(convviz):
    process = convviz()
    window = xdotool("search", "--sync", "--onlyvisible", "--name", "ConvViz")[-1]
    xdotool("windowactivate", "--sync", window)
    xdotool("key", "ctrl+q")
    assert process.wait(timeout=30) == 0
