"""Asking for MNIST's file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_mnist(parent: QWidget, known: Path | None = None) -> Path | None:
    """Let the person choose the file, beginning at the one that is ``known``; None where they gave up."""
    path, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("Network", "Choose MNIST\u2019s file"),
        str(known or ""),
        QCoreApplication.translate("Network", "MNIST as Keras has it ({patterns})").format(patterns="*.npz"),
    )
    return Path(path) if path else None
