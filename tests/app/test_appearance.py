from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from convviz.app.appearance import Appearance
from convviz.views.base import theme


@pytest.fixture
def appearance(qapp):
    palette, sheet = qapp.palette(), qapp.styleSheet()
    yield Appearance(qapp)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


def test_dark_and_light_reach_every_widget(qtbot, qapp, appearance):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    appearance.apply("dark")
    assert theme.tokens(widget) is theme.DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == "#121417"
    appearance.apply("light")
    assert theme.tokens(widget) is theme.LIGHT


def test_only_changes_are_announced(qtbot, appearance):
    appearance.apply("dark")
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.apply("dark")
    with qtbot.waitSignal(appearance.changed):
        appearance.apply("light")
