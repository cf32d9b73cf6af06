"""What the program has built and imported when its window opens, and a moment later."""

from __future__ import annotations

import pytest

OPENED = """
import sys
from PySide6.QtCore import QSettings
for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
    QSettings.setPath(kind, QSettings.Scope.UserScope, sys.argv[1])
from convviz.app.application import create_application, open_window
app = create_application(["convviz"])
window = open_window(app)
window.show()
app.processEvents()

def loaded():
    names = ("PIL.Image", "scipy", "h5py", "pyqtgraph", "tensorflow", "convviz.pages.lab.page")
    return [name for name in names if name in sys.modules]
"""


THREADS_LEFT = """
import atexit, threading
def threads_left():
    print([thread.name for thread in threading.enumerate() if thread is not threading.main_thread()])
atexit.register(threads_left)  # before Qt is imported, so that it is called when Qt has ended
threading.excepthook = lambda failed: print(failed.exc_value)
"""


@pytest.fixture
def opened(fresh_python, tmp_path):
    return lambda code, before="": fresh_python(
        before + OPENED + code, arguments=[str(tmp_path)]
    ).splitlines()


def test_the_window_opens_without_its_pages_and_what_they_need(opened):
    lines = opened("""
print([name for name in loaded() if name not in ("PIL.Image", "scipy")])  # the samples' thread may have begun
print(len(window.pages.ready()))
""")
    assert lines == ["[]", "0"]


def test_a_moment_later_all_pages_are_built_and_nothing_goes_on(opened):
    lines = opened("""
window.pages.build_ahead()
while window.pages.is_building_ahead():
    app.processEvents()
print([type(page).__name__ for page in window.pages.ready()])
print(window.current_page() is window.start_page)
print([name for name in ("pyqtgraph", "tensorflow") if name in sys.modules])
from PySide6.QtCore import QTimer
print([timer for timer in window.findChildren(QTimer) if timer.isActive() and not timer.isSingleShot()])
""")
    assert lines == ["['LabPage', 'StepPage', 'NetworkPage']", "True", "[]", "[]"]


def test_what_the_lab_says_before_it_is_whole_stands_below_it_later(opened):
    lines = opened("""
from convviz.core.samples.pictures import load_sample
from convviz.document.state.state import DocumentState
window.show_page("network")
window.document.open(DocumentState(load_sample("x")))
window.pages.build_ahead()
while window.pages.is_building_ahead():
    app.processEvents()
    for lab in window.stack.children():
        if getattr(lab, "is_built", False) and hasattr(lab, "live"):
            lab.queue.wait_idle(30)  # its result comes while it is styled
window.show_page("lab")
print("9 × 9" in window.strip.facts(), "The X" in window.strip.facts())
print(bool(window.strip.info()))
window.shut_down()
""")
    assert lines == ["True True", "True"]


def test_a_window_that_is_left_at_once_ends_its_threads_before_qt(opened):
    lines = opened(
        """
window.sample_pictures.begin()
print([thread.name for thread in threading.enumerate() if thread.name.startswith("convviz")])
""",
        THREADS_LEFT,
    )
    assert lines == ["['convviz-worker']", "[]"]
