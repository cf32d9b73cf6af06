"""Surroundings of every test: no screen needed, own settings, nothing left behind."""

import gc
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LC_ALL", "C.UTF-8")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
if hasattr(signal, "SIGHUP"):  # nohup ignores it for all that is started here, and the program respects that
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

import pytest
from hypothesis import HealthCheck, settings

from convviz.network.digits.mnist import FILE, keras_folders, read_mnist

# How long an example takes is the computer's business: no test fails for being slow.
settings.register_profile("no clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no clock")

CHECKOUT = Path(__file__).parents[1]

collect_ignore = ["pages/network/networks/keras_networks.py"]
"""A script for a process of its own: it would bring Keras into this one."""


@pytest.fixture
def fresh_python():
    """Run code in a Python of its own, for what may or may not be imported; returns its output."""

    def run(code, *, environment=None, arguments=()):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            capture_output=True,
            text=True,
            timeout=120,
            env={**os.environ, **(environment or {})},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def start_python():
    """Start code in a Python of its own that may be spoken to, or killed; it is gone with the test."""
    begun = []

    def start(code, *arguments, environment=None):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        surroundings = {**os.environ, **(environment or {})}
        begun.append(subprocess.Popen([sys.executable, "-c", code, *arguments], env=surroundings, **pipes))
        return begun[-1]

    yield start
    for process in begun:
        process.kill()
        process.communicate()


@pytest.fixture
def few_digits(tmp_path):
    """A file like MNIST's with 240 digits to learn from and 60 more: a bright row says which."""
    import numpy as np

    rng = np.random.default_rng(0)
    labels = rng.integers(0, 10, 300).astype(np.uint8)
    pictures = rng.integers(0, 60, (300, 28, 28)).astype(np.uint8)
    pictures[np.arange(300), 2 * labels + 3] = 255
    path = tmp_path / "digits.npz"
    np.savez(path, x_train=pictures[:240], y_train=labels[:240], x_test=pictures[240:], y_test=labels[240:])
    return path


@pytest.fixture(autouse=True)
def isolated_settings(request, tmp_path):
    """Preferences and recent files go to a folder of the test, never to the person's own."""
    if not _uses_qt(request):
        return
    from PySide6.QtCore import QSettings, QStandardPaths

    QStandardPaths.setTestModeEnabled(True)
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def nothing_outlives_the_test(request):
    """A widget that is still there afterwards is held by something: a lambda slot, a cycle, a list.

    pytest-qt has closed what was handed to ``qtbot.addWidget`` by the time this looks. It holds that weakly
    and lets events pass first: what the test held in a cycle the collector would delete in the middle of one,
    such as a change of language, and with it the child that is just handling it. So it is held until then.
    """
    if not _uses_qt(request):
        yield
        return
    application = request.getfixturevalue("qapp")
    before, font = set(map(id, application.topLevelWidgets())), application.font()
    with _held_widgets():
        yield
    if application.font() != font:  # a language brings its fonts: the next test would measure with them
        application.setFont(font)
    left = [w for w in _top_level_widgets(application) if id(w) not in before]
    assert not left, f"outlived the test: {left}; hand it to qtbot.addWidget, or see who holds it"


@contextmanager
def _held_widgets():
    from pytestqt.qtbot import QtBot

    held, usual = [], QtBot.addWidget

    def add_widget(self, widget, **more):
        held.append(widget)
        usual(self, widget, **more)

    QtBot.addWidget = add_widget
    try:
        yield
    finally:
        QtBot.addWidget = usual


def _top_level_widgets(application):
    from PySide6.QtCore import QEvent

    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if application.topLevelWidgets():
        gc.collect()
    return application.topLevelWidgets()


def _uses_qt(request):
    return not {"qtbot", "qapp", "qtmodeltester"}.isdisjoint(request.fixturenames)


def _mnist_file(checkout, kept):
    """Where MNIST is at hand: as CONVVIZ_MNIST says, else beside ``checkout`` or in the folders ``kept``."""
    if named := os.environ.get("CONVVIZ_MNIST"):
        if not Path(named).is_file():
            pytest.fail(f"CONVVIZ_MNIST is {named}, and there is no such file")
        return Path(named)
    folders = [checkout.parent / "shared" / "data", *kept]
    return next((folder / FILE for folder in folders if (folder / FILE).is_file()), None)


@pytest.fixture(scope="session")
def mnist_file():
    """The rule itself, for the tests of it."""
    return _mnist_file


@pytest.fixture(scope="session")
def mnist():
    """The MNIST digits, where they are at hand."""
    path = _mnist_file(CHECKOUT, keras_folders())
    if path is None:
        pytest.skip("there is no mnist.npz: set CONVVIZ_MNIST to its path")
    return read_mnist(path)


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard():
    """Without a desktop Qt removes what lies there when Python, which may have made it, is gone: a crash."""
    yield
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()
