from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QWidget

from convviz.app.window.pages import STYLED_AT_ONCE, Pages, styled


@pytest.fixture
def steps():
    return []


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def pages(parent, steps):
    def in_parts(name):
        for at in range(3):
            steps.append(f"{name} {at}")
            yield
        return QWidget(parent, objectName=name)

    kept = Pages(parent)
    kept.add("first", lambda: in_parts("first"))
    kept.add("second", lambda: in_parts("second"))
    kept.built.connect(steps.append)
    return kept


def until(done):
    while not done():
        QCoreApplication.processEvents()


def test_a_page_that_is_wanted_is_finished_at_once(pages, steps):
    assert pages.get("second").objectName() == "second"
    assert steps == ["second 0", "second 1", "second 2", "second"]
    assert pages.get("second") is pages.get("second")
    assert [page.objectName() for page in pages.ready()] == ["second"]


def test_one_made_at_once(pages, parent, steps):
    pages.add("third", lambda: QWidget(parent))
    assert pages.get("third").parent() is parent
    assert steps == ["third"]


def test_that_all_are_built_is_told_once(pages, steps):
    pages.all_built.connect(lambda: steps.append("all"))
    pages.build_ahead()
    until(lambda: not pages.is_building_ahead())
    assert steps[-2:] == ["second", "all"]
    assert steps.count("all") == 1


def test_built_ahead_step_by_step_in_the_order_of_adding(qtbot, pages, steps):
    pages.build_ahead()
    assert pages.is_building_ahead()
    assert steps == []
    until(lambda: len(steps) == 2)
    assert steps == ["first 0", "first 1"]
    pages.get("first")
    assert steps == ["first 0", "first 1", "first 2", "first"]
    qtbot.waitUntil(lambda: not pages.is_building_ahead())
    assert steps[4:] == ["second 0", "second 1", "second 2", "second"]


def test_half_built_pages_are_given_up_with_the_window(pages, steps):
    pages.build_ahead()
    until(lambda: len(steps) == 1)
    pages.stop()
    assert not pages.is_building_ahead()
    assert pages.ready() == []


def test_a_page_that_cannot_be_built_is_not_tried_again_and_again(qtbot, pages):
    def broken():
        raise RuntimeError("no such page")

    pages.add("broken", broken)
    with qtbot.captureExceptions() as raised:
        pages.build_ahead()
        qtbot.waitUntil(lambda: not pages.is_building_ahead())
    assert [str(error) for _, error, _ in raised] == ["no such page"]
    with pytest.raises(RuntimeError):
        pages.get("broken")


def test_modules_come_one_by_one(fresh_python):
    code = """
import sys
from convviz.app.window.pages import imported
steps = imported("convviz.views.explain", "convviz.pages.lab")
next(steps)
print("convviz.views.explain.why.panel" in sys.modules, "convviz.pages.lab.page" in sys.modules)
print(sum(1 for _ in steps) > 15)
print("convviz.views.explain.why.panel" in sys.modules, "convviz.pages.lab.page" in sys.modules)
"""
    assert fresh_python(code).split() == ["False", "False", "True", "True", "True"]


def test_widgets_that_the_page_replaces_meanwhile_need_no_styling(qtbot, parent):
    before = [QWidget(parent) for _ in range(STYLED_AT_ONCE + 1)]
    steps = styled(parent, QSize(300, 200))
    next(steps)
    before[-1].deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [*steps] == [None]
    assert parent.size() == QSize(300, 200)
