"""Experiments with one value replaced by another of its type: opened, or refused in one sentence.

What is opened must stand the window, too: nothing may raise while it is shown.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from convviz.core.base.limits import LIMITS
from convviz.core.samples.pictures import load_sample
from convviz.document.files.experiment import ExperimentError, read_experiment, save_experiment
from convviz.document.state.state import DocumentState, Movement, NetworkState, Paper, Pin, default_settings
from tests.faults.fuzz_readers import other_value, places

MOVED = Movement(right=3.0, down=-2.0, turn=10.0, scale=1.25, noise=0.1)
FULL = DocumentState(
    load_sample("x"),
    default_settings(),
    title="Edges",
    pin=Pin("convolution", 1, 2),
    network=NetworkState(key="mlp", paper=Paper(sample=7), movement=MOVED),
)


def mutations(tmp_path: Path, count: int, seed: int, inside: tuple[str, ...] = ()) -> list[Path]:
    """``count`` experiments, each with one value of the same JSON type in another's place.

    Only ``inside`` these keys is a value replaced, one in the other.
    """
    path = tmp_path / "whole.convviz"
    save_experiment(path, FULL, embed=True)
    text = path.read_text()
    dice = random.Random(seed)
    found = []
    for number in range(count):
        data = json.loads(text)
        within = data
        for name in inside:
            within = within[name]
        holder, key = dice.choice([spot for spot in places(within) if spot[1] != "data"])
        holder[key] = other_value(dice, holder[key])
        found.append(tmp_path / f"{number}.convviz")
        found[-1].write_text(json.dumps(data))
    return found


@pytest.mark.slow
def test_2000_changed_experiments_open_or_are_refused_in_a_sentence(tmp_path: Path) -> None:
    opened = 0
    for path in mutations(tmp_path, 2000, seed=1):
        try:
            assert isinstance(read_experiment(path).state, DocumentState)
            opened += 1
        except ExperimentError as error:
            text = str(error)
            assert text.startswith(f"{path.name} cannot be opened: "), path.name
            assert "\n" not in text, path.name
            assert len(text) < 400, path.name
    assert 200 < opened < 1800


@pytest.mark.slow
def test_a_movement_is_within_the_ends_of_its_sliders_or_refused(tmp_path: Path) -> None:
    opened, refused = [], []
    for path in mutations(tmp_path, 300, seed=4, inside=("network", "movement")):
        try:
            opened.append(read_experiment(path).state.network.movement)
        except ExperimentError as error:
            refused.append(str(error))
    assert len(opened) > 30
    assert len(refused) > 30
    assert all("movement" in one for one in refused)
    assert all(LIMITS[name].fits(value) for one in opened for name, value in vars(one).items())


SHOWN = """
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from convviz.app.dialogs.dialogs import SaveAnswer
window.files._dialogs.save_changes = lambda *anything: SaveAnswer.DISCARD
opened = refused = 0
for path in sorted(Path({folder!r}).glob("*.convviz")):
    before = window.document.state
    window.band.show_message("info", "")
    window.open_path(path)
    wait(lambda: not window.files.is_loading)
    wait(lambda: window.document.state is not before or window.band.text())
    opened, refused = opened + (window.document.state is not before), refused + bool(window.band.text())
    for key in window.pages.names():
        window.show_page(key)
        for _ in range(5):
            QCoreApplication.processEvents()
    if problems.box():
        say(path.name, problems.box().detailedText())
        problems.box().close()
say(opened > 10, refused > 10)
QCoreApplication.exit(0)
"""


@pytest.mark.slow
def test_a_sample_of_them_is_shown_on_all_pages_without_an_exception(tmp_path: Path) -> None:
    folder = tmp_path / "changed"
    folder.mkdir()
    mutations(folder, 50, seed=2)
    (folder / "moved").mkdir()
    for path in mutations(folder / "moved", 40, seed=3, inside=("network", "movement")):
        path.rename(folder / f"moved {path.name}")
    child = Path(__file__).with_name("window_child.py")
    arguments = [sys.executable, str(child), str(tmp_path / "settings"), "", SHOWN.format(folder=str(folder))]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=280)
    assert (done.returncode, done.stdout) == (0, "True True\n"), done.stderr
    assert "Traceback" not in done.stderr
