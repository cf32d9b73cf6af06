"""From nothing to a usable window, against the least there could be; what is imported on the way."""

import os
import statistics
import subprocess
import sys
import time

import pytest

SECTION = "Start"
BARE = """
import numpy, pyqtgraph
from PySide6.QtWidgets import QApplication
app = QApplication([])
view = pyqtgraph.GraphicsLayoutWidget()
view.addViewBox().addItem(pyqtgraph.ImageItem(numpy.zeros((600, 800), numpy.uint8)))
view.resize(1280, 800)
view.show()
app.processEvents()
"""
OURS = """
from convviz.app.application import create_application, open_window
app = create_application(["convviz"])
window = open_window(app)
window.show()
app.processEvents()
"""
WITH_PICTURE = """
from convviz import paths
from convviz.app.application import create_application, open_window
app = create_application(["convviz"])
window = open_window(app)
window.open_path(paths.sample("mug.png"))
window.show()
window.pages.build_ahead()
shown = lambda lab: lab.live.result or lab.result
while window.current_page() is window.start_page or shown(window.page("lab")) is None:
    app.processEvents()
app.processEvents()
"""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """Surroundings in which modules are compiled once, as an installer leaves them, whatever is set here."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return environment | {"PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("compiled"))}


def started(code, environment):
    """Seconds that a fresh Python needs for ``code``, its own start included; it ends at once."""
    code += "\nimport os; os._exit(0)"
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stderr=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - begun


@pytest.mark.parametrize(
    ("name", "ours", "theirs", "limit"),
    [
        ("the window, against PySide6 and pyqtgraph with one image", OURS, BARE, 1.0),
        ("the window with a picture in its Lab, computed and painted", WITH_PICTURE, BARE, 1.5),
        (
            "import convviz.core, against numpy, scipy.linalg, scipy.ndimage",
            "import convviz.core",
            "import numpy, scipy.linalg, scipy.ndimage",
            1.2,
        ),
    ],
    ids=["window", "picture", "core"],
)
def test_start(record, compiled, name, ours, theirs, limit):
    rounds = [(started(ours, compiled), started(theirs, compiled)) for _ in range(8)][1:]
    mine, other = (statistics.median(column) for column in zip(*rounds, strict=True))
    record(SECTION, name, mine / other, limit, note=f"{mine:.2f} s against {other:.2f} s")


def test_version_needs_no_numpy(record):
    code = "import sys; from convviz.__main__ import main\n"
    code += "try: main(['--version'])\nexcept SystemExit: pass\nsys.exit(int('numpy' in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], check=False, stdout=subprocess.DEVNULL).returncode
    record(SECTION, "NumPy loaded by convviz --version", loaded, 0)
