"""Asking before a trained network that is in no file makes room for the next one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from convviz.pages.network.training import texts


def may_train_again(parent: QWidget) -> bool:
    """Ask whether the next training may begin although the network of the last one is then lost."""
    box = QMessageBox(parent)
    box.setWindowTitle("ConvViz")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(texts.lost_again())
    box.setInformativeText(QCoreApplication.translate("Network", "Train again all the same?"))
    again = box.addButton(
        QCoreApplication.translate("Network", "Train again"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is again
