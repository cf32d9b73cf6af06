"""Every symbol of a size formula says what it is and lights its control."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from convviz.app.help.symbols import SymbolRings, controls_of
from convviz.app.window.main_window import MainWindow
from convviz.pages.lab.page import LabPage
from convviz.views.explain.formula.symbols import Symbol, symbol_text
from convviz.views.help.explainer import found


@pytest.fixture
def lab(qtbot, preferences):
    window = MainWindow(preferences, LabPage)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.files.open_sample("x")
    page = window.page("lab")
    qtbot.waitUntil(lambda: window.document.state.image is not None and not page.queue.busy)
    QApplication.processEvents()
    yield page
    window.shut_down()
    window.deleteLater()


def ring(page):
    return page.findChild(SymbolRings).ring


def places(page, symbol):
    every = (one for path in controls_of(symbol) for one in found(page, path) if one.isVisible())
    return [QRect(one.mapTo(page, QPoint(0, 0)), one.size()).adjusted(-3, -3, 3, 3) for one in every]


def test_every_letter_says_its_number_and_lights_its_control(lab):
    view = lab.formula.formulas
    symbols = view.symbols()
    assert [symbol.name for symbol, _ in symbols if symbol.block == 0] == (
        ["round", "i", "p1", "p2", "k_eff", "s", "round", "one"]
    )
    assert {symbol.name for symbol, _ in symbols if symbol.pool} == {"round", "i", "k", "s", "one"}
    for symbol, area in symbols:
        QTest.mouseMove(view, area.center().toPoint())
        if view.part_at(area.center()) is None:
            continue  # another symbol of the same name
        view.point(view.part_at(area.center()))
        assert view.tip(symbol)
        assert ring(lab).places() == places(lab, symbol)
    view.point(None)
    assert ring(lab).places() == []


def test_the_padding_box_gets_the_ring_of_p(lab):
    view = lab.formula.formulas
    view.point(Symbol("p1", 0))
    (place,) = ring(lab).places()
    amount = lab.settings_panel.convolution.padding.amount
    assert place.center() == QRect(amount.mapTo(lab, QPoint(0, 0)), amount.size()).center()
    assert view.tip(Symbol("p1", 0)) == "p₁ is the padding before it, above or on the left: 1."


def test_symbols_are_walked_with_the_arrow_keys_and_spoken(lab):
    view = lab.formula.formulas
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.keyed_part() == Symbol("i", 0)
    assert view.accessibleDescription() == "i is the size of what is read, without padding: 9."
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.keyed_part().pool
    lab.setFocus()
    QApplication.processEvents()
    assert ring(lab).places() == []


@pytest.mark.parametrize("name", ["i", "p1", "p2", "k", "k_eff", "s", "round", "one"])
def test_every_symbol_has_a_sentence(lab, name):
    axis = lab.formula.formulas._blocks[0].axis
    assert symbol_text(name, axis).endswith(".")
    assert symbol_text(name, axis, pool=True).endswith(".")
