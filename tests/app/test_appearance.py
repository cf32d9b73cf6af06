from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from convviz.app.application import Appearance
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


@pytest.mark.parametrize(
    ("scheme", "tokens"), [(Qt.ColorScheme.Dark, theme.DARK), (Qt.ColorScheme.Light, theme.LIGHT)]
)
def test_the_systems_scheme_is_followed_while_it_is_chosen(qapp, appearance, monkeypatch, scheme, tokens):
    hints = SimpleNamespace(setColorScheme=lambda _: None, colorScheme=lambda: scheme)
    platform = SimpleNamespace(
        styleHints=lambda: hints, setPalette=qapp.setPalette, setStyleSheet=qapp.setStyleSheet
    )
    appearance.apply("light" if tokens is theme.DARK else "dark")
    monkeypatch.setattr(appearance, "_app", platform)
    appearance.apply("system")
    assert theme.tokens(qapp.palette()) is tokens
    qapp.styleHints().colorSchemeChanged.emit(scheme)
    assert theme.tokens(qapp.palette()) is tokens
