"""The stages by name, the same wherever one is named: on its card, in a menu, in an explanation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def stage_name(stage: str) -> str:
    """A stage's name as its card's title has it, in the language of the moment."""
    return {
        "input": QCoreApplication.translate("Lab", "Input"),
        "convolution": QCoreApplication.translate("Lab", "Convolution"),
        "activation": QCoreApplication.translate("Lab", "Activation"),
        "pooling": QCoreApplication.translate("Lab", "Pooling"),
    }[stage]
