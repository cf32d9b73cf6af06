"""The window's menu: everything there is to do, in the order people expect."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from convviz.app.actions import Actions
from convviz.app.languages import OWN_NAMES
from convviz.app.preferences import LANGUAGES, THEMES
from convviz.views.base.texts import sample_title


class Menus(QObject):
    """The menus; recent files, samples and choices are set afterwards.

    ``recent_chosen(path)``, ``sample_chosen(key)``, ``theme_chosen(choice)`` and
    ``language_chosen(choice)`` are requests.
    """

    recent_chosen = Signal(str)
    sample_chosen = Signal(str)
    theme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self.main = QMenu(window)
        self.export = QMenu(window)
        self.file = self.main.addMenu("")
        self.edit = self.main.addMenu("")
        self.view = self.main.addMenu("")
        self.language = self.main.addMenu("")
        self.help = self.main.addMenu("")
        self.recent = QMenu(window)
        self.samples = QMenu(window)
        self.theme = QMenu(window)
        self._themes = self._choices(self.theme, THEMES, self.theme_chosen)
        self._languages = self._choices(self.language, LANGUAGES, self.language_chosen)
        self._sample_keys: list[str] = []
        self._fill()
        self.retranslate()

    def set_recent(self, paths: Sequence[Path]) -> None:
        """List these files under "Recent files"."""
        self.recent.clear()
        for path in paths:
            action = self.recent.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(partial(_emit, self.recent_chosen, str(path)))
        if paths:
            self.recent.addSeparator()
            self.recent.addAction(self._actions.clear_recent)
        self.recent.setEnabled(bool(paths))

    def set_samples(self, keys: Sequence[str]) -> None:
        """List these samples under "New from a sample"."""
        self._sample_keys = list(keys)
        self.samples.clear()
        for key in keys:
            action = self.samples.addAction(sample_title(key))
            action.triggered.connect(partial(_emit, self.sample_chosen, key))

    def set_theme(self, choice: str) -> None:
        """Show which theme is chosen."""
        self._themes[choice].setChecked(True)

    def set_language(self, choice: str) -> None:
        """Show which language is chosen."""
        self._languages[choice].setChecked(True)

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.file.setTitle(self.tr("File"))
        self.edit.setTitle(self.tr("Edit"))
        self.view.setTitle(self.tr("View"))
        self.language.setTitle(self.tr("Language"))
        self.help.setTitle(self.tr("Help"))
        self.recent.setTitle(self.tr("Recent files"))
        self.samples.setTitle(self.tr("New from a sample"))
        self.export.setTitle(self.tr("Export"))
        self.theme.setTitle(self.tr("Theme"))
        self._themes["system"].setText(self.tr("As the system"))
        self._themes["light"].setText(self.tr("Light"))
        self._themes["dark"].setText(self.tr("Dark"))
        self._languages["system"].setText(self.tr("As the system"))
        for key, name in OWN_NAMES.items():
            self._languages[key].setText(name)
        self.set_samples(self._sample_keys)

    def _fill(self) -> None:
        a = self._actions
        self.recent.setToolTipsVisible(True)
        self.file.addAction(a.open)
        self.file.addMenu(self.recent)
        self.file.addMenu(self.samples)
        self.file.addAction(a.open_kernel)
        self.file.addSeparator()
        self.file.addActions([a.save, a.save_as])
        self.file.addMenu(self.export)
        self.file.addSeparator()
        self.file.addAction(a.quit)
        self.edit.addActions([a.undo, a.redo])
        self.edit.addSeparator()
        self.edit.addAction(a.paste)
        self.edit.addSeparator()
        self.edit.addAction(a.preferences)
        self.view.addMenu(self.theme)
        self.view.addSeparator()
        self.view.addActions([a.next_region, a.previous_region, a.full_screen])
        self.help.addAction(a.shortcuts)
        self.help.addSeparator()
        self.help.addActions([a.about, a.about_qt])

    def _choices(self, menu: QMenu, choices: Sequence[str], signal: SignalInstance) -> dict[str, QAction]:
        group = QActionGroup(menu)
        result = {}
        for choice in choices:
            action = menu.addAction("")
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(partial(_emit, signal, choice))
            result[choice] = action
            if choice == "system":
                menu.addSeparator()
        return result


def _emit(signal: SignalInstance, value: str, _checked: bool = False) -> None:
    signal.emit(value)
