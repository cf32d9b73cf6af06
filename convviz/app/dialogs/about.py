"""What ConvViz is and which versions are at work, to read and to copy into a report."""

from __future__ import annotations

import platform

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from convviz import __version__, paths

_PACKAGES = ("PySide6", "numpy", "scipy", "pillow", "pyqtgraph", "tensorflow", "keras")


def versions() -> str:
    """The versions of ConvViz and of what it stands on, one a line; nothing is imported for it."""
    from importlib import metadata  # at start-up it would cost as much as a page

    lines = [f"ConvViz {__version__}", f"Python {platform.python_version()}"]
    for name in _PACKAGES:
        try:
            lines.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return "\n".join([*lines, platform.platform()])


class AboutDialog(QDialog):
    """Name, purpose, licence and versions, with a button that copies the versions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About ConvViz"))
        picture = QLabel(self)
        icon = QIcon(str(paths.resource("convviz.svg")))
        picture.setPixmap(icon.pixmap(QSize(64, 64), self.devicePixelRatioF()))
        name = QLabel(f"ConvViz {__version__}", self)
        name.setProperty("role", "headline")
        purpose = QLabel(
            self.tr("See every number inside a convolution: your own photo, your own kernel, live.")
        )
        licence = QLabel(self.tr("Free software under the MIT licence."))
        licence.setProperty("role", "caption")
        for label in (purpose, licence):
            label.setWordWrap(True)
        self.versions = QPlainTextEdit(versions(), self)
        self.versions.setReadOnly(True)
        self.versions.setAccessibleName(self.tr("Versions"))
        self.versions.setMinimumSize(380, 190)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy_button = buttons.addButton(self.tr("Copy versions"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        words = QVBoxLayout()
        for label in (name, purpose, licence):
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.versions, 1)
        column.addWidget(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(versions())
