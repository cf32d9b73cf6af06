"""Every control of every page, and every choice of a combo box, says what it is for."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QWhatsThisClickedEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolTip, QWhatsThis

from convviz.app.help import attach
from convviz.app.window.main_window import MainWindow
from convviz.pages.lab.page import LabPage
from convviz.pages.network.page.page import NetworkPage
from convviz.pages.step.page import StepPage
from convviz.views.base import theme
from convviz.views.help.drawings import DRAWINGS
from convviz.views.help.glossary import terms
from convviz.views.help.told import drawn
from tests.app.controls.table import controls

PAGES = ("lab", "step", "network")
OF_MENUS = re.compile(r"[.:]menus?[./]|_(copy_|range_)?menu/|\._(copy|range)_menu$|#")
"""Keys of the entries of menus; test_explained_menus.py looks at them."""


@pytest.fixture
def window(qtbot, preferences):
    shown = MainWindow(preferences, LabPage)
    shown.add_page("step", "", "step", StepPage(shown.document, shown, shown.page("lab").queue))
    shown.add_page("network", "", "network", NetworkPage(shown.document, shown), needs_picture=False)
    shown.resize(1280, 800)
    shown.show()
    qtbot.waitExposed(shown)
    shown.files.open_sample("x")
    qtbot.waitUntil(lambda: shown.document.state.image is not None and not shown.page("lab").queue.busy)
    yield shown
    shown.shut_down()
    shown.deleteLater()


def name(widget):
    chain, at = [], widget
    while at is not None:
        chain.append(type(at).__name__)
        at = at.parentWidget()
    return f"{widget.toolTip() or widget.accessibleName()!r}: {' < '.join(chain[:6])}"


def unexplained(explainer, widgets):
    for widget in widgets:
        if explainer.told(widget) is None:
            yield name(widget)
        elif isinstance(widget, QComboBox):
            for index in range(widget.count()):
                if explainer.told_choice(widget, index) is None:
                    yield f"{name(widget)}, choice {widget.itemText(index)!r}"


@pytest.mark.parametrize("page", PAGES)
def test_every_control_and_every_choice_is_explained(window, page):
    window.show_page(page)
    QApplication.processEvents()
    assert list(unexplained(window.explainer, controls(window.page(page)))) == []


def test_what_is_around_the_pages_is_explained(window):
    inside = [window.page(page) for page in PAGES]
    around = [one for one in controls(window) if not any(page.isAncestorOf(one) for page in inside)]
    popup = window.page("lab").kernel_panel.header.kernels.popup
    assert list(unexplained(window.explainer, (one for one in around if not popup.isAncestorOf(one)))) == []


def test_every_path_leads_to_something(qtbot, window):
    owners = {"window": window, **{page: window.page(page) for page in PAGES}}
    for page in PAGES:
        window.show_page(page)
    qtbot.waitUntil(lambda: all(window.explainer.told(one.view) for one in owners["network"].panel.columns))
    keys = set()
    for widget in QApplication.allWidgets():
        key = widget.property("explained")
        choices = range(widget.count()) if isinstance(widget, QComboBox) else ()
        keys |= {key, *(f"{key}/{widget.itemData(index)}" for index in choices), f"{key}/*"}
    mine = {one for one in attach.texts() if one.split(":")[0] in owners and not OF_MENUS.search(one)}
    assert mine - keys == set()


@pytest.mark.parametrize("key", sorted(attach.texts()))
def test_an_explanation_is_one_sentence_with_a_drawing_and_a_word_that_exists(qapp, key):
    told = attach.texts()[key]
    assert re.fullmatch(r"[^.]+(\d\.\d[^.]*)?\.( [^.]+\.)?", told.sentence), told.sentence
    assert told.drawing in DRAWINGS
    assert not told.term or told.term in terms("en")


@pytest.mark.parametrize("drawing", sorted(DRAWINGS))
def test_a_drawing_has_the_colours_of_the_theme(qapp, drawing):
    light, dark = drawn(drawing, theme.LIGHT), drawn(drawing, theme.DARK)
    assert light.size() == dark.size()
    assert light != dark
    assert light.height() <= 60


def hover(widget):
    place = widget.rect().center()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    return QToolTip.text()


def test_hovering_shows_sentence_drawing_and_the_present_choice(window):
    rule = window.page("lab").settings_panel.convolution.padding.rule
    shown = hover(rule)
    assert "How many cells are added around the picture." in shown
    assert "same: the output is as large as the input, at stride 1." in shown
    assert shown.count("<img ") == 2


def test_each_choice_of_an_open_list_has_its_tooltip(window):
    rule = window.page("lab").settings_panel.convolution.padding.rule
    rule.setFocus()
    tips = [rule.itemData(index, Qt.ItemDataRole.ToolTipRole) for index in range(rule.count())]
    assert [tip.partition("</b><br>")[2].partition(":")[0] for tip in tips] == [
        "valid",
        "same",
        "full",
        "custom",
    ]
    assert all("<img " in tip for tip in tips)


def shown_whats_this():
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.inherits("QWhatsThat")]


def test_shift_f1_explains_the_focused_control_and_leads_into_the_glossary(qtbot, window):
    box = window.page("lab").kernel_panel.form.bias
    box.setFocus()
    window.actions_.explain_focused.trigger()
    qtbot.waitUntil(lambda: len(shown_whats_this()) == 1)
    assert 'href="bias"' in window.explainer.html(box, link=True)
    QWhatsThis.hideText()
    QApplication.sendEvent(box, QWhatsThisClickedEvent("bias"))
    assert window._glossary.term() == "bias"


def test_without_a_control_in_focus_a_click_chooses(window):
    window.body.setFocus()
    window.actions_.explain_focused.trigger()
    assert QWhatsThis.inWhatsThisMode()
    QWhatsThis.leaveWhatsThisMode()
    window.actions_.whats_this.trigger()
    assert QWhatsThis.inWhatsThisMode()
    QWhatsThis.leaveWhatsThisMode()


def test_the_word_of_an_explanation_opens_the_glossary(qtbot, window):
    label = window.page("lab").settings_panel.convolution.stride_row.label
    assert isinstance(label, QLabel)
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert window._glossary.isVisible()
    assert window._glossary.term() == "stride"


def test_maps_of_another_network_are_explained_too(qtbot, window):
    window.show_page("network")
    page = window.page("network")
    before = page.panel.columns
    page.choose_network("lenet")
    qtbot.waitUntil(lambda: page.panel.columns is not before and len(page.panel.columns) > 0)
    qtbot.waitUntil(lambda: all(window.explainer.told(one.view) for one in page.panel.columns))


def test_over_a_value_of_a_picture_its_own_tip_is_shown_and_never_as_source(window):
    picture = window.page("lab").stages.cards["input"].picture
    picture.pointed.emit((2, 5))
    QApplication.processEvents()
    assert "(2, 5)" in picture.toolTip()
    place = picture.rect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, picture.mapToGlobal(place))
    assert not window.explainer.eventFilter(picture, event)  # Qt shows the picture's own
    html = window.explainer.html(picture)
    assert "&lt;" not in html
    assert picture.accessibleName() in html
