"""Entries of menus are made in Python and belong to their menu: none is gone while it is on the screen."""

import ast
import gc
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

import convviz
from convviz.views.base.menus import add_action, add_menu

SOURCES = sorted(Path(convviz.__file__).parent.rglob("*.py"))


def made_by_qt(source):
    """Lines where a menu makes an entry of a text, instead of being given one that has a parent."""
    found = []
    for node in ast.walk(ast.parse(source)):
        name = getattr(getattr(node, "func", None), "attr", "")
        if name not in ("addAction", "addMenu") or not isinstance(node, ast.Call):
            continue
        given = node.args[0] if node.args else None
        maker = getattr(given, "func", None)  # of a text that is translated on the spot
        text = getattr(maker, "attr", "") in ("tr", "format", "replace") or getattr(maker, "id", "") == "say"
        if text or not isinstance(given, ast.Name | ast.Attribute | ast.Subscript | ast.Call):
            found.append(node.lineno)
    return found


@pytest.mark.parametrize(
    "source", ['m.addMenu("")', 'm.addAction(self.tr("Go"), f)', 'm.addAction(say("A", "b"))', "m.addMenu()"]
)
def test_an_entry_made_by_qt_is_found(source):
    assert made_by_qt(source) == [1]
    assert made_by_qt("m.addAction(action); m.addMenu(self.inner); a.addAction(self._add(m))") == []


def test_no_menu_makes_its_entries_itself():
    found = {path.name: made_by_qt(path.read_text(encoding="utf-8")) for path in SOURCES}
    assert not {name: lines for name, lines in found.items() if lines}


def test_entries_live_as_long_as_their_menu_and_end_with_it(qtbot):
    menu, chosen = QMenu(), []
    qtbot.addWidget(menu)
    inner = add_menu(menu, "Inner")
    add_action(inner, "Deep", lambda: chosen.append("deep"))
    last = add_action(menu, "Last")
    del inner
    gc.collect()
    held = [action.menu() for action in menu.actions() if action.menu() is not None]
    assert [one.title() for one in held] == ["Inner"]
    held[0].actions()[0].trigger()
    assert chosen == ["deep"]
    menu.clear()
    gc.collect()
    assert not isValid(last)  # nothing is left of an entry that was taken away
