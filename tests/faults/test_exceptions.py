"""Exceptions and a lack of memory in the running window: said once, and the work goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CHILD = Path(__file__).with_name("window_child.py")
BEGIN = """
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
lab = window.page("lab")
window.files.images.load_sample("x")
wait(lambda: lab.result)
def fail(*anything, **more):
    raise error
def still_works():
    window.document.edit_settings("Tanh", activation="tanh")
    wait(lambda: lab.result.settings.activation == "tanh")
    window.document.undo()
    return window.document.settings.activation
def boxes():  # on show
    shown = QCoreApplication.instance().topLevelWidgets()
    return [one for one in shown if type(one).__name__ == "QMessageBox" and one.isVisible()]
"""
ERRORS = {
    "RuntimeError('cell (3, 4) is lost')": "Something went wrong inside ConvViz.",
    "MemoryError()": "There was not enough memory for this; a smaller picture needs less.",
}
END = "\nimport os\nos._exit(0)  # how it ends is looked at in test_ends.py"


def told(tmp_path, code):
    arguments = [sys.executable, str(CHILD), str(tmp_path / "settings"), "", BEGIN + code + END]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=200, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines(), done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "trigger",
    [
        "QTimer.singleShot(0, fail); QTimer.singleShot(0, fail)",
        "import threading; [threading.Thread(target=fail).start() for _ in range(2)]",
        "card = lab.stages.cards['input'].picture; type(card).paint = fail; card.update()",
        "import convviz.views.kernel.grid.kernel_grid as grid; before = grid.paint_cell; "
        "grid.paint_cell = fail; lab.kernel_panel.update(); "
        "QTimer.singleShot(50, lambda: setattr(grid, 'paint_cell', before))",
        "import convviz.pages.network.shift.shift as shift; network = window.page('network'); "
        "shift_work = network.shift._quick; shift_work.ask('all', fail)",
    ],
    ids=["slot", "thread", "paint", "paintEvent", "worker"],
)
@pytest.mark.parametrize("error", ERRORS)
def test_an_exception_is_told_in_one_box_and_work_goes_on(tmp_path, trigger, error):
    said, complaints = told(
        tmp_path,
        f"""
usual = type(lab.stages.cards['input'].picture).paint
error = {error}
{trigger}
wait(problems.box)
type(lab.stages.cards['input'].picture).paint = usual
say(len(boxes()), problems.box().text())
say(still_works())
""",
    )
    assert said == [f"1 {ERRORS[error]}", "relu"]
    assert error.partition("(")[0] in complaints
    assert "QPainter" not in complaints  # none is left open
    assert "QBackingStore" not in complaints


@pytest.mark.slow
def test_too_little_memory_is_one_sentence_with_what_needs_less(tmp_path):
    said, complaints = told(
        tmp_path,
        """
import numpy as np
import convviz.core.images.decode as decode, convviz.pages.lab.files.exports as exports
from convviz.core.images.export import save_stage
error = MemoryError()
usual, lab.queue._run = lab.queue._run, fail
window.document.edit_settings("Tanh", activation="tanh")
wait(window.band.text); say(window.band.text())
lab.queue._run = usual
window.document.undo()
save_stage(np.zeros((4, 4)), "small.png")
decode._read, usual = fail, decode._read
window.band.show_message("info", ""); window.open_path(Path("small.png"))
wait(window.band.text); say(window.band.text())
decode._read = usual
exports.save_stage = fail
window.band.show_message("info", ""); lab.export_stage("input", "map.npy")
wait(window.band.text); say(window.band.text())
say(problems.box(), still_works())
""",
    )
    assert said == [
        "There is not enough memory to compute these settings on 9 × 9 pixels; "
        "a smaller picture or less padding needs less.",
        "small.png needs more memory than there is; a smaller picture needs less.",
        "map.npy: there is not enough memory; a smaller picture needs less",
        "None relu",
    ]
    assert "Traceback" not in complaints
