"""The sheet of keys (F1) names every key there is, on every page."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel

from convviz.app.dialogs.help import ShortcutsSheet


def written(keys):
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


@pytest.mark.parametrize("language", ["en", "zh_Hans", "zh_Hant"])
def test_the_sheet_names_every_key_of_every_page(window, language):
    window.preferences.language = language
    for page in ("step", "network"):
        window.page(page)
    window.show_shortcuts()
    sheet = window.findChild(ShortcutsSheet)
    named = " ".join(label.text() for label in sheet.findChildren(QLabel))
    wanted = {written(one.shortcut()) for one in window.findChildren(QAction) if one.shortcuts()}
    wanted |= {written(one.key()) for one in window.findChildren(QShortcut)}
    wanted.discard("=")  # the plus key without Shift
    assert len(wanted) > 30
    assert {keys for keys in wanted if keys not in named} == set()
    sheet.close()
