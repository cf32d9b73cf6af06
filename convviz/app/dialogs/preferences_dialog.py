"""The few things a person may want otherwise; every choice holds at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from convviz.app.languages import OWN_NAMES
from convviz.app.preferences import LANGUAGES, THEMES, Preferences


class PreferencesDialog(QDialog):
    """Theme, language and what is remembered. There is nothing to confirm, only to close."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preferences = preferences
        self.theme = QComboBox(self)
        self.language = QComboBox(self)
        for box, choices in ((self.theme, THEMES), (self.language, LANGUAGES)):
            for choice in choices:
                box.addItem("", choice)
        self.remember = QCheckBox(self)
        self.embed = QCheckBox(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(16)
        self._form.addRow(" ", self.theme)
        self._form.addRow(" ", self.language)
        self._form.addRow(self.remember)
        self._form.addRow(self.embed)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(20)
        column.addLayout(self._form)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.setMinimumWidth(400)
        self._show_values()
        self._buttons.rejected.connect(self.reject)
        self.theme.activated.connect(self._on_theme)
        self.language.activated.connect(self._on_language)
        self.remember.toggled.connect(self._on_remember)
        self.embed.toggled.connect(self._on_embed)
        preferences.theme_changed.connect(self._show_values)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.setWindowTitle(self.tr("Preferences"))
        self._label(self.theme, self.tr("Theme"))
        self._label(self.language, self.tr("Language"))
        self.theme.setItemText(0, self.tr("As the system"))
        self.theme.setItemText(1, self.tr("Light"))
        self.theme.setItemText(2, self.tr("Dark"))
        self.language.setItemText(0, self.tr("As the system"))
        for place, choice in enumerate(LANGUAGES):
            if choice in OWN_NAMES:
                self.language.setItemText(place, OWN_NAMES[choice])
        self.remember.setText(self.tr("Open the window where it was closed"))
        self.embed.setText(self.tr("Save experiments with their picture inside"))

    def _label(self, field: QWidget, text: str) -> None:
        label = self._form.labelForField(field)
        label.setText(text)  # type: ignore[attr-defined]
        field.setAccessibleName(text)

    def _show_values(self, _: str = "") -> None:
        self.theme.setCurrentIndex(THEMES.index(self._preferences.theme))
        self.language.setCurrentIndex(LANGUAGES.index(self._preferences.language))
        self.remember.setChecked(self._preferences.remember_window)
        self.embed.setChecked(self._preferences.embed_picture)

    def _on_theme(self, index: int) -> None:
        self._preferences.theme = THEMES[index]

    def _on_language(self, index: int) -> None:
        self._preferences.language = LANGUAGES[index]

    def _on_remember(self, on: bool) -> None:
        self._preferences.remember_window = on

    def _on_embed(self, on: bool) -> None:
        self._preferences.embed_picture = on
