"""Pages, their data, language and theme may come in any order: in the end the same is on the screen.

Everything goes through the window as the program opens it. The sums wait for permission, so a result
comes before, after or between the parts of a page's building, however fast the machine is.
"""

from __future__ import annotations

import threading
from random import Random

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit

from convviz.app.application import open_window
from convviz.core.samples.pictures import load_sample
from convviz.core.stages.pipeline import run
from convviz.document.background.latest_wins import LatestWins
from convviz.document.state.state import DocumentState, NetworkState, Paper, PenStroke
from convviz.network.tensorflow.worker import Worker
from convviz.pages.lab import page as lab_page
from convviz.views.base import theme

PAGES = ("lab", "step", "network")
EVENTS = ("open", "show", "language", "theme", "permit")
SEVEN = PenStroke(
    0.09, ((0.28, 0.26, 1.0), (0.5, 0.25, 1.0), (0.72, 0.23, 1.0), (0.6, 0.5, 1.0), (0.48, 0.78, 1.0))
)
STATE = DocumentState(load_sample("x"), network=NetworkState(key="mlp", paper=Paper((SEVEN,))))
BITS = 120
"""Turns of the event loop over which the events are strewn; the pages are built in about as many."""


@pytest.fixture
def permission(monkeypatch):
    """What the compute queue waits for before each result."""
    permission = threading.Event()

    def patient_run(*arguments, **named):
        assert permission.wait(60)
        return run(*arguments, **named)

    monkeypatch.setattr(lab_page, "run_whole", patient_run)
    monkeypatch.setattr(Worker, "start", lambda self: None)  # TensorFlow's process says nothing here
    yield permission
    permission.set()


@pytest.fixture
def opened(qapp, permission):
    """Open the window, let the events happen at their turns of the loop, and come to rest."""
    windows, before = [], (qapp.styleSheet(), qapp.palette(), qapp.font())

    def close():
        permission.set()
        while windows:
            window = windows.pop()
            window.shut_down()
            window.hide()
            window.deleteLater()
            qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            window.preferences.language, window.preferences.theme = "en", "light"

    def start(page, turns):
        close()
        permission.clear()
        window = open_window(qapp)
        windows.append(window)
        window.show()
        window.pages.build_ahead()
        events = {
            "open": lambda: window.document.open(STATE),
            "show": lambda: window.show_page(page),
            "language": lambda: setattr(window.preferences, "language", "zh_Hans"),
            "theme": lambda: setattr(window.preferences, "theme", "dark"),
            "permit": permission.set,
        }
        for turn in range(max(turns.values()) + 1):
            for name in [name for name in EVENTS if turns[name] == turn]:
                events[name]()
            qapp.processEvents()
        while window.pages.is_building_ahead() or busy(window):
            qapp.processEvents()
        qapp.processEvents()
        if page == "step":  # which may have begun to play
            window.page("step").player.pause()
            window.page("step").player.seek(0)
        return window

    yield start
    close()
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])


def busy(window):
    return any(work.busy for work in window.findChildren(LatestWins))


def said(window):
    """Every text on the page, and what the window says about it."""
    page = window.current_page()
    texts = [window.windowTitle(), window.strip.facts()]
    for kind in (QLabel, QAbstractButton, QLineEdit):
        texts += [one.text() for one in page.findChildren(kind) if one.isVisible()]
    for box in page.findChildren(QComboBox):
        texts += [box.itemText(at) for at in range(box.count())]
    texts += [one.accessibleName() for one in page.findChildren(QLabel)]
    return texts


def strewn(seed):
    random = Random(seed)
    return {name: random.choice((0, 1, random.randrange(BITS), 2 * BITS)) for name in EVENTS}


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_in_any_order_the_same_is_on_the_screen(opened, page):
    expected = said(opened(page, dict.fromkeys(EVENTS, 2 * BITS)))  # when the last page is built
    assert any("\u4e00" <= letter <= "\u9fff" for letter in "".join(expected))
    for turns in (dict.fromkeys(EVENTS, 0), *map(strewn, range(6))):
        window = opened(page, turns)
        assert said(window) == expected, turns
        assert theme.tokens(window).dark
        shows_the_document(window)


def shows_the_document(window):
    """Maps and answers are those of the document's state, on every page."""
    expected = run(STATE.image, STATE.settings)
    for stage, card in window.page("lab").stages.cards.items():
        np.testing.assert_array_equal(card.picture.content().values, expected.stage(stage))
    window.show_page("step")
    np.testing.assert_array_equal(window.page("step").result.pooling, expected.pooling)
    window.show_page("network")
    assert window.page("network").panel.answers.view.answers().winner == 7
