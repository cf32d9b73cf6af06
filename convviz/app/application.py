"""Starting the window and ending it: its theme, signals from the system, exceptions that nothing caught."""

from __future__ import annotations

import gc
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from convviz import __version__, paths
from convviz.app.preferences import Languages, Preferences, ThemeChoice
from convviz.app.rescale import prepared, rescale
from convviz.app.window.main_window import MainWindow
from convviz.app.window.pages import Building, imported, styled
from convviz.core.sums.adding import compiler
from convviz.document.document import Document
from convviz.document.settings_file import guard_settings
from convviz.views.base import theme
from convviz.views.base.plain import PlainLabel, message_box
from convviz.views.base.scale import factor, set_factor
from convviz.views.base.stylesheet import stylesheet
from convviz.views.base.texts import reason_text, say

LOCK_SECONDS = 0.001
"""Seconds after which a computing thread releases Python's lock when the window asks for it.

The window asks after every call of Qt, dozens of times in a paint: Python's own 5 ms would add up.
"""

SIGNALS = [signal.SIGINT, signal.SIGTERM]
"""Ctrl+C, and what ends a program politely; where it was not started by `nohup`, the terminal's end too."""

if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
    SIGNALS.append(signal.SIGHUP)

_SCHEMES = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def run_window(paths: Sequence[str] = (), *, new: bool = False, sample: str = "") -> int:
    """Open the window, with the first of the files or a sample; the exit status in the end.

    Without files it begins where the person prefers to; ``new`` says: with the start page.
    """
    app = create_application(sys.argv[:1])
    problems = Problems(app)
    interrupts = Interrupts(app)
    window = open_window(app)
    app.commitDataRequest.connect(window.going_on.on_logout)
    if sample:
        window.files.open_sample(sample)
        window.going_on.mention()
    elif not new:
        window.begin_with([Path(path) for path in paths])
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
    """Exclude everything created so far from garbage collection.

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
    trouble = guard_settings()
    preferences = Preferences(parent=app)
    appearance = Appearance(app)
    languages = Languages(app)
    unwritten: list[str] = []
    languages.cannot_write.connect(unwritten.append)
    languages.apply(preferences.language)
    appearance.apply_text_size(preferences.text_size)
    appearance.apply(preferences.theme)
    preferences.theme_changed.connect(appearance.apply)
    preferences.text_size_changed.connect(appearance.apply_text_size)
    preferences.language_changed.connect(languages.apply)
    window = MainWindow(preferences, _lab)
    window.presenter.text_size_wanted.connect(appearance.apply_text_size)
    title = say("MainWindow", "Step")
    window.add_page_later("step", title, "step", partial(_or_what_is_missing, window, partial(_step, window)))
    title = say("MainWindow", "Network")
    network = partial(_or_what_is_missing, window, partial(_network, window))
    window.add_page_later("network", title, "network", network, needs_picture=False)
    window.files.network_wanted.connect(partial(_open_network, window))
    languages.cannot_write.connect(window.say_what_font_is_missing)
    for language in unwritten:
        window.say_what_font_is_missing(language)
    if trouble is not None:
        _tell(window, trouble)
    preferences.not_kept.connect(partial(_tell, window))
    return window


def _tell(window: MainWindow, trouble: Exception) -> None:
    window.band.show_message("info", reason_text(trouble))


def _or_what_is_missing(window: MainWindow, begin: Callable[[], Building]) -> Building:
    """The page; in its place one sentence where a package it needs cannot be imported."""
    before = set(window.stack.children())
    try:
        return (yield from begin())
    except ImportError as error:
        for child in set(window.stack.children()) - before:
            if isinstance(child, QWidget) and window.stack.indexOf(child) < 0:
                child.hide()  # what was built of the page
                child.deleteLater()
        label = PlainLabel(window.stack, reason_text(error))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        return label


def _need(module: str) -> None:
    """ImportError where a module is not installed; it is imported later, when it is first used."""
    if find_spec(module) is None:
        raise ModuleNotFoundError(name=module)


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
    _need("scipy.sparse")  # as soon as there is a picture, for the matrix that does the same
    yield from imported("convviz.views.step", "convviz.film", "convviz.pages.step")
    from convviz.pages.step.page import StepPage

    queue = getattr(window.page("lab"), "queue", None)
    page = StepPage(window.document, window.stack, queue, in_parts=True)
    yield from page.build()
    yield from styled(page, window.stack.size())
    return page


def _open_network(window: MainWindow, path: str) -> None:
    """Show a network, or MNIST's digits, opened or dropped anywhere in the window."""
    window.visit("network")
    opened = getattr(window.page("network"), "opened", None)
    if opened is not None:  # else the page says what it needs
        opened.open_path(Path(path))


def _network(window: MainWindow) -> Building:
    """The Network page, with TensorFlow as its check; a filter it sends to the Lab is shown there."""
    _need("scipy.ndimage")  # as soon as there is a digit, which is measured and moved with it
    yield from imported("convviz.views.network", "convviz.pages.network")
    from convviz.network.tensorflow.worker import Worker
    from convviz.pages.network.page.page import NetworkPage

    worker = Worker()
    page = NetworkPage(window.document, window.stack, worker=worker, in_parts=True)
    yield from page.build(worker)
    yield from page.look_ahead()
    yield from styled(page, window.stack.size())
    page.message_over.connect(window.band.withdraw)
    page.opened.opener.loader.failed.connect(window.go_back)
    page.opened.opener.opened.connect(window.stay)
    page.lab_wanted.connect(partial(window.show_page, "lab"))
    return page


class Interrupts(QObject):
    """Makes each of `SIGNALS` leave the event loop, with 128 + its number as status, until `close`.

    So processes are ended and temporary folders are removed, which only Ctrl+C would do by itself.

    Python handles signals between its own instructions, and Qt's event loop has none. So the
    signal writes a byte to a socket, which wakes the loop.
    """

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._inside, self._outside = socket.socketpair()
        for end in (self._inside, self._outside):
            end.setblocking(False)
        self._before = {number: signal.signal(number, _leave) for number in SIGNALS}
        self._wakeup = signal.set_wakeup_fd(self._outside.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def close(self) -> None:
        """Put back what was there before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._inside.close()
        self._outside.close()

    def _on_woken(self) -> None:
        try:
            self._inside.recv(64)  # back in Python: the handler runs now
        except BlockingIOError:
            return


def _leave(number: int, _frame: FrameType | None) -> None:
    QCoreApplication.exit(128 + number)


class Problems(QObject):
    """Prints uncaught exceptions to standard error and shows them in a box, until `close`.

    The box does not stop the work, and there is only one at a time: what fails on every movement
    of the mouse must not fill the screen.
    """

    _raised = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: QMessageBox | None = None
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        # queued: the exception may come from another thread, or from within a paint event
        self._raised.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook = self._before

    def box(self) -> QMessageBox | None:
        """The box on show, or None."""
        return self._box

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.exit(130)
            return
        details = "".join(traceback.format_exception(kind, error, where))
        if sys.stderr is not None:
            sys.stderr.write(details)
        reason = reason_text(error) if isinstance(error, ImportError) else ""
        if isinstance(error, MemoryError):
            reason = self.tr("There was not enough memory for this; a smaller picture needs less.")
        self._raised.emit(reason, details)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        error = args.exc_value if args.exc_value is not None else args.exc_type()
        self._on_exception(args.exc_type, error, args.exc_traceback)

    def _show(self, reason: str, details: str) -> None:
        if self._box is not None:
            return
        box = message_box(QApplication.activeWindow(), QMessageBox.Icon.Warning)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setModal(False)
        box.setText(reason or self.tr("Something went wrong inside ConvViz."))
        box.setInformativeText(
            self.tr("Your work is still here. If it happens again, the details help to mend it.")
        )
        box.setDetailedText(details)
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        box.finished.connect(self._on_closed)
        box.destroyed.connect(self._on_closed)  # it goes with the dialog that it lies over
        self._box = box
        box.show()

    def _on_closed(self, _: object) -> None:
        self._box = None


class Appearance(QObject):
    """Gives the application the palette and the stylesheet of the chosen theme, in the chosen text size.

    Qt's own switch moves what the platform draws (title bars, dialogs), where the platform can;
    palette and stylesheet are set in any case, since many platforms cannot. ``changed()`` follows
    every change, also of the system's own scheme while "system" is chosen.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: ThemeChoice = "system"
        self._dark: bool | None = None
        first = app.palette().color(QPalette.ColorRole.Window)
        self._platform_is_dark = first.lightness() < 128  # asked before our own palette hides it
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def apply(self, choice: ThemeChoice) -> None:
        """Switch to light, dark, or what the system says."""
        self._choice = choice
        self._app.styleHints().setColorScheme(_SCHEMES[choice])
        self._show(self._wanted())

    def apply_text_size(self, percent: int) -> None:
        """Draw everything so large, what is on the screen and what comes later."""
        if percent == round(100 * factor()):
            return
        sizes = prepared(self._app, percent / 100)
        set_factor(percent / 100)
        self._app.setFont(theme.font("body", self._app.font()))
        if self._dark is not None:
            self._app.setStyleSheet(stylesheet(theme.DARK if self._dark else theme.LIGHT))
        rescale(self._app, sizes)

    def _wanted(self) -> bool:
        if self._choice != "system":
            return self._choice == "dark"
        scheme = self._app.styleHints().colorScheme()
        if scheme == Qt.ColorScheme.Unknown:
            return self._platform_is_dark
        return scheme == Qt.ColorScheme.Dark

    def _show(self, dark: bool) -> None:
        if dark == self._dark:
            return
        self._dark = dark
        tokens = theme.DARK if dark else theme.LIGHT
        self._app.setPalette(theme.palette(tokens))
        self._app.setStyleSheet(stylesheet(tokens))
        self.changed.emit()

    def _on_system_changed(self, _: Qt.ColorScheme) -> None:
        self._show(self._wanted())


class WarmUp(QObject):
    """Waits for the first painting of ``window``, then begins to make the sums' machine code.

    What is computed before it is there comes from NumPy, with the same values.
    """

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, compiler.start)  # when the painting is done
        return False
