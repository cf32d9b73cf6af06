"""Starting the window and ending it again."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from convviz import __version__, paths
from convviz.app.appearance import Appearance
from convviz.app.interrupts import Interrupts
from convviz.app.languages import Languages
from convviz.app.preferences import Preferences
from convviz.app.problems import Problems
from convviz.app.window.main_window import MainWindow
from convviz.app.window.pages import Building, imported, styled
from convviz.document.background.warm_up import WarmUp
from convviz.document.document import Document

LOCK_SECONDS = 0.001
"""After so long a computing thread lets go of Python's lock when the window wants it.

The window asks for it anew after every call of Qt, dozens of times in a paint: Python's own 5 ms
would add up.
"""


def run_window(path: str | None = None) -> int:
    """Open the window, with the picture or experiment at ``path``; the exit status in the end."""
    app = create_application(sys.argv[:1])
    problems = Problems(app)
    interrupts = Interrupts(app)
    window = open_window(app)
    if path is not None:
        window.open_path(Path(path))
    WarmUp(window)
    window.show()
    window.pages.all_built.connect(spare_the_collector)
    window.pages.build_ahead()
    status = app.exec()
    window.shut_down()  # an interrupt leaves the loop without closing the window
    interrupts.close()
    problems.close()
    return status


def spare_the_collector() -> None:
    """Leave what is there by now to the end of the program.

    Python's collector of garbage walks through everything from time to time, with its lock held: 50 ms
    and more for the modules and pages of ConvViz, in the middle of a stroke. They stay, so it need not.
    """
    gc.freeze()


def create_application(arguments: list[str]) -> QApplication:
    """The QApplication, named and styled; QSettings find their file by these names."""
    app = QApplication(arguments)
    app.setOrganizationName("ConvViz")
    app.setApplicationName("ConvViz")
    app.setApplicationDisplayName("ConvViz")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("convviz")
    app.setWindowIcon(QIcon(str(paths.resource("convviz.svg"))))
    app.setStyle("Fusion")
    return app


def open_window(app: QApplication) -> MainWindow:
    """The window with its Lab, in the theme and language of the person's choice."""
    sys.setswitchinterval(LOCK_SECONDS)
    preferences = Preferences(parent=app)
    appearance = Appearance(app)
    languages = Languages(app)
    languages.apply(preferences.language)
    appearance.apply(preferences.theme)
    preferences.theme_changed.connect(appearance.apply)
    preferences.language_changed.connect(languages.apply)
    window = MainWindow(preferences, _lab)
    title = QCoreApplication.translate("MainWindow", "Step")
    window.add_page_later("step", title, "step", partial(_step, window))
    title = QCoreApplication.translate("MainWindow", "Network")
    window.add_page_later("network", title, "network", partial(_network, window), needs_picture=False)
    window.files.network_wanted.connect(partial(_open_network, window))
    return window


def _lab(document: Document, parent: QWidget) -> Building:
    views = ("controls", "settings", "picture", "stages", "kernel", "explain")
    yield from imported(*(f"convviz.views.{name}" for name in views), "convviz.pages.lab")
    from convviz.pages.lab.page import LabPage

    page = LabPage(document, parent, in_parts=True)
    yield from page.build()
    yield from styled(page, parent.size())
    return page


def _step(window: MainWindow) -> Building:
    """The Step page; it plays what the Lab computes."""
    yield from imported("convviz.views.step", "convviz.film", "convviz.pages.step")
    from convviz.pages.step.page import StepPage

    queue = getattr(window.page("lab"), "queue", None)
    page = StepPage(window.document, window.stack, queue, in_parts=True)
    yield from page.build()
    yield from styled(page, window.stack.size())
    return page


def _open_network(window: MainWindow, path: str) -> None:
    """Show a network, or MNIST's digits, opened or dropped anywhere in the window."""
    from convviz.pages.network.page.page import NetworkPage

    window.show_page("network")
    page = window.page("network")
    if isinstance(page, NetworkPage):
        page.opened.open_path(Path(path))


def _network(window: MainWindow) -> Building:
    """The Network page, with TensorFlow as its check; a filter it sends to the Lab is shown there."""
    yield from imported("convviz.views.network", "convviz.pages.network")
    from convviz.network.tensorflow.worker import Worker
    from convviz.pages.network.page.page import NetworkPage

    worker = Worker()
    page = NetworkPage(window.document, window.stack, worker=worker, in_parts=True)
    yield from page.build(worker)
    yield from page.look_ahead()
    yield from styled(page, window.stack.size())
    page.message_over.connect(window.band.withdraw)
    page.lab_wanted.connect(partial(window.show_page, "lab"))
    return page
