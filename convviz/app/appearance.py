"""Light and dark: which one is on, and telling Qt about it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from convviz.app.preferences import ThemeChoice
from convviz.views.base import theme
from convviz.views.base.stylesheet import stylesheet

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """Gives the application the palette and the stylesheet of the chosen theme.

    Qt's own switch moves what the platform draws (title bars, dialogs), where the platform can;
    palette and stylesheet are set in any case, since many platforms cannot. ``changed()`` follows
    every change, also of the system's own scheme while "system" is chosen.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: ThemeChoice = "system"
        self._dark: bool | None = None
        first = app.palette().color(QPalette.ColorRole.Window)
        self._platform_is_dark = first.lightness() < 128  # asked before our own palette hides it
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def apply(self, choice: ThemeChoice) -> None:
        """Switch to light, dark, or what the system says."""
        self._choice = choice
        self._app.styleHints().setColorScheme(_SCHEMES[choice])
        self._show(self._wanted())

    def _wanted(self) -> bool:
        if self._choice != "system":
            return self._choice == "dark"
        scheme = self._app.styleHints().colorScheme()
        if scheme == Qt.ColorScheme.Unknown:
            return self._platform_is_dark
        return scheme == Qt.ColorScheme.Dark

    def _show(self, dark: bool) -> None:
        if dark == self._dark:
            return
        self._dark = dark
        tokens = theme.DARK if dark else theme.LIGHT
        self._app.setPalette(theme.palette(tokens))
        self._app.setStyleSheet(stylesheet(tokens))
        self.changed.emit()

    def _on_system_changed(self, _: Qt.ColorScheme) -> None:
        self._show(self._wanted())
