"""What the window asks: files, yes or no, the preferences; and an error that stopped it, as a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QInputDialog,
    QMessageBox,
    QWidget,
)

from convviz.app.dialogs.image_texts import image_texts
from convviz.app.dialogs.new_picture import NewPictureDialog
from convviz.app.preferences import LANGUAGES, OWN_NAMES, STARTS, THEMES, Preferences, own_name
from convviz.core.base.spacing import filled
from convviz.core.base.translatable import TranslatableError
from convviz.core.base.visible import visible
from convviz.core.images.arrays import ImageError
from convviz.core.images.image import Image
from convviz.views.base.boxes import STRETCH, in_column
from convviz.views.base.plain import answered, message_box
from convviz.views.base.scale import STEPS, px
from convviz.views.base.texts import megapixels, reason_text, say, system_text


def error_sentence(error: BaseException) -> str:
    """One sentence for the message band; errors this module does not know speak for themselves."""
    if isinstance(error, ImageError):
        template = image_texts().get(error.cause)
        if template is not None:
            details = {"reason": "", "kind": "", "megapixels": 0.0, "limit": 0, **error.details}
            gaps = {key: _shown(value) for key, value in details.items()}
            if error.cause == "too_large":
                gaps |= {"size": _megapixels(details["megapixels"]), "limit": _megapixels(details["limit"])}
            return visible(filled(template, name=error.name, **gaps))
    if isinstance(error, TranslatableError):
        return reason_text(error, error_sentence)
    if isinstance(error, OSError) and error.strerror:
        return system_text(visible(str(error.filename)), error) if error.filename else reason_text(error)
    return visible(str(error)) or type(error).__name__


def _shown(value: object) -> str:
    """A detail of an error; just above the limit "100" would contradict itself."""
    if isinstance(value, Exception):
        return reason_text(value)
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".") if value < 1000 else f"{value:,.0f}"
    return str(value)


Meaning: TypeAlias = Literal["", "picture", "kernel"]
"""What a table of numbers is meant as; "" where nobody has said."""

MOST_CHANNELS = 500
"""Channels that are listed to choose from."""


def _megapixels(value: object) -> str:
    return megapixels(value) if isinstance(value, int | float) else str(value)


class SaveAnswer(Enum):
    """What to do with an experiment that is not in a file."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Dialogs(QObject):
    """Asks through Qt's own dialogs. Every method returns None where the person cancelled."""

    def open_file(self, parent: QWidget, title: str, folder: Path, filters: str) -> Path | None:
        """Ask for an existing file."""
        path, _ = QFileDialog.getOpenFileName(parent, title, str(folder), filters)
        return Path(path) if path else None

    def save_file(
        self, parent: QWidget, title: str, start: Path, filters: str, chosen: str = ""
    ) -> Path | None:
        """Ask for a file to write; an ending is added from the filter where none was typed."""
        path, used = QFileDialog.getSaveFileName(parent, title, str(start), filters, chosen)
        if not path:
            return None
        result = Path(path)
        ending = ending_of(used)
        if result.suffix or not ending:
            return result
        complete = result.with_name(result.name + ending)
        if complete.exists() and not self.may_replace(parent, complete):
            return None  # the dialog asked about the name without its ending
        return complete

    def may_replace(self, parent: QWidget, path: Path) -> bool:
        """Ask whether the file at ``path`` may be overwritten."""
        text = say("Dialogs", "{name} exists already. Replace it?", name=path.name)
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        box = message_box(parent)
        box.setText(text)
        box.setStandardButtons(buttons)
        return QMessageBox.StandardButton(answered(box)) == QMessageBox.StandardButton.Yes

    def embed_picture(self, parent: QWidget, embed: bool) -> bool | None:
        """Ask whether the experiment's file should hold the picture itself."""
        box = message_box(parent)
        box.setWindowTitle(say("Dialogs", "Save experiment"))
        box.setText(say("Dialogs", "Put the picture into the file?"))
        box.setInformativeText(
            say("Dialogs", "With the picture inside, the file can be handed on. Without, it stays small.")
        )
        accept, reject = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.RejectRole
        inside = box.addButton(say("Dialogs", "Embed the picture"), accept)
        beside = box.addButton(say("Dialogs", "Refer to its file"), accept)
        box.addButton(say("Dialogs", "Cancel"), reject)
        box.setDefaultButton(inside if embed else beside)
        answered(box)
        clicked = box.clickedButton()
        return True if clicked is inside else False if clicked is beside else None

    def save_changes(self, parent: QWidget, title: str) -> SaveAnswer:
        """Ask what to do with changes that are in no file."""
        box = message_box(parent)
        box.setText(say("Dialogs", "Save the changes to “{title}”?", title=title))
        box.setInformativeText(say("Dialogs", "Otherwise they are lost."))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        answers = {button.Save: SaveAnswer.SAVE, button.Discard: SaveAnswer.DISCARD}
        return answers.get(button(answered(box)), SaveAnswer.CANCEL)

    def table_as(self, parent: QWidget, name: str, size: tuple[int, int]) -> Meaning | None:
        """Ask whether a table of numbers is meant as a picture or as a kernel."""
        box = message_box(parent)
        rows, columns = size
        box.setText(
            say(
                "Dialogs",
                "{name}: a table of {rows}×{columns} numbers",
                name=name,
                rows=rows,
                columns=columns,
            )
        )
        box.setInformativeText(say("Dialogs", "Open it as a picture, or use it as the kernel?"))
        accept = QMessageBox.ButtonRole.AcceptRole
        picture = box.addButton(say("Dialogs", "As a picture"), accept)
        kernel = box.addButton(say("Dialogs", "As the kernel"), accept)
        box.addButton(say("Dialogs", "Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(picture)
        answered(box)
        clicked = box.clickedButton()
        return "picture" if clicked is picture else "kernel" if clicked is kernel else None

    def channels(self, parent: QWidget, name: str, count: int) -> tuple[int, ...] | None:
        """Ask which of ``count`` channels are wanted, one as grey or three as colours, counted from 0."""
        choices: dict[str, tuple[int, ...]] = {}
        if count >= 3:
            choices[say("Dialogs", "Channels 1, 2 and 3 as red, green and blue")] = (0, 1, 2)
        for number in range(min(count, MOST_CHANNELS)):
            choices[say("Dialogs", "Channel {number} as grey", number=number + 1)] = (number,)
        title = say("Dialogs", "Choose channels")
        text = say("Dialogs", "{name} has {count} channels. What shall be shown?", name=name, count=count)
        chosen, accepted = QInputDialog.getItem(parent, title, text, list(choices), 0, False)
        return choices[chosen] if accepted else None

    def new_picture(self, parent: QWidget) -> Image | None:
        """Ask how large a new picture is to be, and of which values."""
        dialog = NewPictureDialog(parent)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        image = dialog.image() if chosen else None
        dialog.deleteLater()
        return image

    def camera(self, parent: QWidget, names: Sequence[str]) -> int | None:
        """Ask which of several cameras is wanted; None if the person gives up."""
        choices = [
            say("Dialogs", "{number}: {name}", number=at + 1, name=name) for at, name in enumerate(names)
        ]
        title, text = say("Dialogs", "Choose a camera"), say("Dialogs", "Which camera shall be shown?")
        chosen, accepted = QInputDialog.getItem(parent, title, text, choices, 0, False)
        return choices.index(chosen) if accepted else None

    def may_open_elsewhere(self, parent: QWidget, name: str, files: Sequence[Path]) -> bool:
        """Ask whether the experiment ``name`` may open these files, which lie in other folders."""
        box = message_box(parent)
        box.setText(say("Dialogs", "{name} refers to files in other folders. Open them, too?", name=name))
        box.setInformativeText("\n".join(visible(str(path)) for path in files))
        yes = box.addButton(say("Dialogs", "Open them"), QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(say("Dialogs", "Leave them out"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        answered(box)
        return box.clickedButton() is yes

    def may_end(self, parent: QWidget, loss: str) -> bool:
        """Ask whether the window may be closed although ``loss``; nothing to lose needs no question."""
        if not loss:
            return True
        box = message_box(parent)
        box.setText(loss)
        box.setInformativeText(say("Dialogs", "Close it all the same?"))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Close | button.Cancel)
        box.setDefaultButton(button.Cancel)
        return button(answered(box)) == button.Close


def ending_of(file_filter: str) -> str:
    """The first ending of a file dialog's filter, or "".

    >>> ending_of("TIFF, 32-bit (*.tif *.tiff)")
    '.tif'
    >>> ending_of("All files (*)")
    ''
    """
    inside = file_filter.rpartition("(")[2].rstrip(")").split()
    return inside[0].removeprefix("*") if inside else ""


class PreferencesDialog(QDialog):
    """Theme, language, text size and what is remembered. There is nothing to confirm, only to close."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preferences = preferences
        self.theme = QComboBox(self)
        self.language = QComboBox(self)
        self.text_size = QComboBox(self)
        for percent in STEPS:
            self.text_size.addItem(f"{percent} %", percent)
        self.start = QComboBox(self)
        for box, choices in ((self.theme, THEMES), (self.language, LANGUAGES), (self.start, STARTS)):
            for choice in choices:
                box.addItem("", choice)
        self.remember = QCheckBox(self)
        self.embed = QCheckBox(self)
        self.go_on = QCheckBox(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(px(8))
        self._form.setHorizontalSpacing(px(16))
        self._form.addRow(" ", self.theme)
        self._form.addRow(" ", self.language)
        self._form.addRow(" ", self.start)
        self._form.addRow(" ", self.text_size)
        self._form.addRow(self.remember)
        self._form.addRow(self.embed)
        self._form.addRow(self.go_on)
        in_column(self._form, STRETCH, self.buttons, on=self, margins=(20, 20, 20, 16), spacing=20)
        self.setMinimumWidth(px(400))
        self._show_values()
        self.buttons.rejected.connect(self.reject)
        self.theme.activated.connect(self._on_theme)
        self.language.activated.connect(self._on_language)
        self.start.activated.connect(self._on_start)
        self.text_size.activated.connect(self._on_text_size)
        self.remember.toggled.connect(self._on_remember)
        self.embed.toggled.connect(self._on_embed)
        self.go_on.toggled.connect(self._on_go_on)
        preferences.theme_changed.connect(self._show_values)
        preferences.text_size_changed.connect(self._show_values)
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
        self._label(self.start, self.tr("At start"))
        self.start.setItemText(0, self.tr("Show the start page"))
        self.start.setItemText(1, self.tr("Open the last experiment"))
        self._label(self.text_size, self.tr("Text size"))
        self.theme.setItemText(0, self.tr("As the system"))
        self.theme.setItemText(1, self.tr("Light"))
        self.theme.setItemText(2, self.tr("Dark"))
        self.language.setItemText(0, self.tr("As the system"))
        for place, choice in enumerate(LANGUAGES):
            if choice in OWN_NAMES:
                self.language.setItemText(place, own_name(choice))
        self.remember.setText(self.tr("Open the window where it was closed"))
        self.embed.setText(self.tr("Save experiments with their picture inside"))
        self.go_on.setText(self.tr("After a crash or a logout, go on by itself where you were"))

    def _label(self, field: QWidget, text: str) -> None:
        label = self._form.labelForField(field)
        label.setText(text)  # type: ignore[attr-defined]
        field.setAccessibleName(text)

    def _show_values(self, _: object = None) -> None:
        self.theme.setCurrentIndex(THEMES.index(self._preferences.theme))
        self.language.setCurrentIndex(LANGUAGES.index(self._preferences.language))
        self.start.setCurrentIndex(STARTS.index(self._preferences.start))
        self.text_size.setCurrentIndex(STEPS.index(self._preferences.text_size))
        self.remember.setChecked(self._preferences.remember_window)
        self.embed.setChecked(self._preferences.embed_picture)
        self.go_on.setChecked(self._preferences.go_on)

    def _on_theme(self, index: int) -> None:
        self._preferences.theme = THEMES[index]

    def _on_language(self, index: int) -> None:
        self._preferences.language = LANGUAGES[index]

    def _on_start(self, index: int) -> None:
        self._preferences.start = STARTS[index]

    def _on_text_size(self, index: int) -> None:
        self._preferences.text_size = STEPS[index]

    def _on_remember(self, on: bool) -> None:
        self._preferences.remember_window = on

    def _on_embed(self, on: bool) -> None:
        self._preferences.embed_picture = on

    def _on_go_on(self, on: bool) -> None:
        self._preferences.go_on = on
