"""Every entry of every menu says what it is for: on hover, with F1 and Shift+F1, by "What's this?"."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QWhatsThisClickedEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWhatsThis

from convviz.app.help.attach import texts
from convviz.core.images.image import from_array
from convviz.views.help.menus import name_of
from convviz.views.help.told import KEY
from tests.app.help.test_explained import OF_MENUS, PAGES, shown_whats_this
from tests.app.help.test_explained import window as window
from tests.network.handwriting import PAPERS, photo

Key = Qt.Key


def of_a_cell(qtbot, window):
    """The entries of the menu of an output cell, which has an event loop of its own."""
    step, seen = window.page("step"), []
    window.show_page("step")
    qtbot.waitUntil(lambda: step.view is not None and step.view.current is not None)

    def look():
        seen.extend(entries(window, step))
        QApplication.activePopupWidget().close()

    QTimer.singleShot(0, look)
    step._on_menu(2, 3, QPoint(5, 5))
    return seen


def of_a_photo(window):
    """The entries of the menus of a photo's steps, and of the way to the Lab."""
    network = window.page("network")
    window.show_page("network")
    window.document.edit("Open", image=from_array(photo(5, PAPERS["squared"]), name="digit.png"))
    menus = [network.photo.menu(key) for key in ("light", "lines", "ink", "cropped")]
    network.to_lab.ask()
    assert None not in menus
    return list(entries(window, network))


def of_export(window, page):
    """What the export menu offers on ``page``; None is the start page."""
    window.exporter.page = page and window.page(page)
    window.menus.export.aboutToShow.emit()
    return list(entries(window, window))


def entries(window, owner):
    """(key of the explanation or None, its text) of each entry of the menus in ``owner``."""
    QApplication.processEvents()
    explainer = window.explainer.menus
    for menu in owner.findChildren(QMenu):
        for action in menu.actions():
            if not action.isSeparator():
                inner = action.menu()
                key = inner.property(KEY) if inner is not None else f"{menu.property(KEY)}/{name_of(action)}"
                yield key, action.text(), explainer.told(menu, action)


@pytest.fixture
def every(qtbot, window):
    """All entries of all menus there can be."""
    for page in (*PAGES, "lab"):
        window.show_page(page)
    window.menus.set_recent([Path("a.png")])
    exports = [entry for page in (None, *PAGES) for entry in of_export(window, page)]
    return [*exports, *of_a_cell(qtbot, window), *of_a_photo(window)]


def test_every_entry_of_every_menu_is_explained(every):
    assert [(key, text) for key, text, told in every if told is None] == []


def test_every_path_of_a_menu_leads_to_something(every):
    keys = {key for key, _, _ in every}
    menus = {key.rpartition("/")[0] for key in keys}
    keys |= {*menus, *(f"{menu}/*" for menu in menus), "window:menus.main"}
    assert {key for key in texts() if OF_MENUS.search(key)} - keys == set()


def hover(menu, action):
    place = menu.actionGeometry(action).center()
    QApplication.sendEvent(menu, QHelpEvent(QEvent.Type.ToolTip, place, menu.mapToGlobal(place)))
    return QToolTip.text()


def test_hovering_an_entry_shows_its_sentence_and_a_drawing(qtbot, window):
    menu = window.page("lab").stages.cards["pooling"].menu
    menu.popup(QPoint(5, 5))
    shown = hover(menu, window.page("lab").stages.cards["pooling"]._actions["average"])
    assert "Mixes neighbours where they do not fit, so that the picture looks smooth." in shown
    assert shown.count("<img ") == 1
    menu.close()


def test_the_parts_of_the_main_menu_are_explained(qtbot, window):
    menu = window.menus.main
    menu.popup(QPoint(5, 5))
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_F1)
    qtbot.waitUntil(lambda: len(shown_whats_this()) == 1)
    QWhatsThis.hideText()
    assert "Begin, open, save, take away." in hover(menu, window.menus.file.menuAction())
    menu.close()


def test_a_menu_in_a_menu_is_explained_by_its_own_sentence(qtbot, window):
    window.menus.view.popup(QPoint(5, 5))
    shown = hover(window.menus.view, window.menus.theme.menuAction())
    assert "How bright the window is; pictures keep their own colours." in shown
    window.menus.view.close()


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_f1_in_a_menu_explains_the_entry_and_leads_into_the_glossary(qtbot, window, modifier):
    menu = window.page("lab").kernel_panel.tools._menu
    menu.popup(QPoint(5, 5))
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_F1, modifier)
    qtbot.waitUntil(lambda: len(shown_whats_this()) == 1)
    assert 'href="kernel"' in menu.actions()[0].whatsThis()
    assert not QWhatsThis.inWhatsThisMode()
    QApplication.sendEvent(menu, QWhatsThisClickedEvent("kernel"))
    assert window._glossary.term() == "kernel"


def test_in_the_whats_this_mode_a_click_on_an_entry_explains_it_and_does_nothing(qtbot, window):
    menu = window.menus.edit
    menu.popup(QPoint(5, 5))
    QWhatsThis.enterWhatsThisMode()
    place = menu.actionGeometry(window.actions_.preferences).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: len(shown_whats_this()) == 1)
    assert QApplication.activeModalWidget() is None
    QWhatsThis.hideText()
    menu.close()
