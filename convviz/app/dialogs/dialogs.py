"""All questions that stop the work: file dialogs and yes-or-no boxes, in one place tests can replace."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


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
        text = QCoreApplication.translate("Dialogs", "{name} exists already. Replace it?")
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        answer = QMessageBox.question(parent, "ConvViz", text.format(name=path.name), buttons)
        return answer == QMessageBox.StandardButton.Yes

    def embed_picture(self, parent: QWidget, embed: bool) -> bool | None:
        """Ask whether the experiment's file should hold the picture itself."""
        box = QMessageBox(parent)
        box.setWindowTitle(QCoreApplication.translate("Dialogs", "Save experiment"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(QCoreApplication.translate("Dialogs", "Put the picture into the file?"))
        box.setInformativeText(
            QCoreApplication.translate(
                "Dialogs", "With the picture inside, the file can be handed on. Without, it stays small."
            )
        )
        accept, reject = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.RejectRole
        inside = box.addButton(QCoreApplication.translate("Dialogs", "Embed the picture"), accept)
        beside = box.addButton(QCoreApplication.translate("Dialogs", "Refer to its file"), accept)
        box.addButton(QCoreApplication.translate("Dialogs", "Cancel"), reject)
        box.setDefaultButton(inside if embed else beside)
        box.exec()
        clicked = box.clickedButton()
        return True if clicked is inside else False if clicked is beside else None

    def save_changes(self, parent: QWidget, title: str) -> SaveAnswer:
        """Ask what to do with changes that are in no file."""
        box = QMessageBox(parent)
        box.setWindowTitle("ConvViz")
        box.setIcon(QMessageBox.Icon.Question)
        text = QCoreApplication.translate("Dialogs", "Save the changes to “{title}”?")
        box.setText(text.format(title=title))
        box.setInformativeText(QCoreApplication.translate("Dialogs", "Otherwise they are lost."))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        answers = {button.Save: SaveAnswer.SAVE, button.Discard: SaveAnswer.DISCARD}
        return answers.get(button(box.exec()), SaveAnswer.CANCEL)

    def may_end(self, parent: QWidget, loss: str) -> bool:
        """Ask whether the window may be closed although ``loss``; nothing to lose needs no question."""
        if not loss:
            return True
        box = QMessageBox(parent)
        box.setWindowTitle("ConvViz")
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(loss)
        box.setInformativeText(QCoreApplication.translate("Dialogs", "Close it all the same?"))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Close | button.Cancel)
        box.setDefaultButton(button.Cancel)
        return button(box.exec()) == button.Close


def ending_of(file_filter: str) -> str:
    """The first ending of a file dialog's filter, or "".

    >>> ending_of("TIFF, 32-bit (*.tif *.tiff)")
    '.tif'
    >>> ending_of("All files (*)")
    ''
    """
    inside = file_filter.rpartition("(")[2].rstrip(")").split()
    return inside[0].removeprefix("*") if inside else ""
