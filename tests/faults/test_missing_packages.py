"""A package that is not installed, or cannot be loaded: the window starts, and what needs it says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

WINDOW = Path(__file__).with_name("window_child.py")
X = """
from PySide6.QtCore import QCoreApplication
window.files.images.load_sample("x")
wait(lambda: window.page("lab").result)
"""
END = "QCoreApplication.exit(0)"


@pytest.fixture
def window(tmp_path):
    """What code in a window says, and its process on standard error, while packages are missing."""

    def run(blocked: str, code: str) -> tuple[list[str], str]:
        arguments = [sys.executable, str(WINDOW), str(tmp_path), blocked, X + code + END]
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines(), done.stderr

    return run


def missing(package: str) -> str:
    return f"{package} is needed for this and cannot be loaded here; `convviz doctor` says what is installed"


@pytest.mark.slow
@pytest.mark.parametrize(("package", "pages"), [("h5py", ["network"]), ("scipy", ["step", "network"])])
def test_the_page_that_needs_it_says_what_is_missing(window, package, pages):
    said, complaints = window(
        package,
        """
for key in ("step", "network"):
    window.show_page(key)
    text = getattr(window.current_page(), "text", None)
    if text:
        say(key, text())
window.files.network_wanted.emit("some.keras")
window.show_page("lab")
window.document.edit_settings("ReLU", activation="relu")
wait(lambda: window.page("lab").result.settings.activation == "relu")
say(problems.box())
""",
    )
    assert said == [*(f"{key} {missing(package)}" for key in pages), "None"]
    assert "Traceback" not in complaints


@pytest.mark.slow
def test_the_band_says_what_an_activation_needs(window):
    said, complaints = window(
        "scipy.special",
        """
window.document.edit_settings("Sigmoid", activation="sigmoid")
wait(lambda: window.band.text())
say(window.band.text())
window.document.edit_settings("ReLU", activation="relu")
wait(lambda: window.page("lab").result.settings.activation == "relu")
say(problems.box())
""",
    )
    assert (said, complaints.count("Traceback")) == ([missing("scipy"), "None"], 0)


@pytest.mark.slow
@pytest.mark.parametrize("package", ["tensorflow,keras", "llvmlite", "pyqtgraph"])
def test_the_window_does_without(window, package):
    said, complaints = window(
        package,
        """
for key in window.pages.names():
    window.show_page(key)
    say(key, type(window.current_page()).__name__, problems.box())
""",
    )
    assert said == ["lab LabPage None", "step StepPage None", "network NetworkPage None"]
    assert "Traceback" not in complaints


COMMAND = "import sys; sys.path[:0] = sys.argv[1:3]; from window_child import Blocked;"
COMMAND += "sys.meta_path.insert(0, Blocked([sys.argv[3]])); from convviz.__main__ import main;"
COMMAND += "sys.exit(main(sys.argv[4:]))"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("package", "arguments"),
    [
        ("h5py", ["activations", "five", "-o", "maps.npz"]),
        ("scipy", ["render", "x", "--kernel", "box", "--activation", "sigmoid", "-o", "a.png"]),
        ("PIL", ["render", "x", "--kernel", "box", "-o", "a.png"]),
    ],
)
def test_a_command_says_what_is_missing(tmp_path, package, arguments):
    folders = [str(Path(__file__).parent), str(Path(__file__).parents[2])]
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *folders, package, *arguments],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (2, f"convviz {arguments[0]}: {missing(package)}\n")
