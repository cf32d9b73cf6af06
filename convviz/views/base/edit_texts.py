"""What the edits are called beside Undo, said anew whenever the language changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication


def edit_name(key: str) -> Callable[[], str]:
    """A function that says what an edit is called, in the language of the moment.

    >>> edit_name("bias")()
    'Bias'
    """
    return partial(_said, key)


def _said(key: str) -> str:
    return {
        "open picture": QCoreApplication.translate("WindowFiles", "Open picture"),
        "open kernel": QCoreApplication.translate("LabFiles", "Open kernel"),
        "kernel": QCoreApplication.translate("LabPage", "Kernel"),
        "bias": QCoreApplication.translate("LabPage", "Bias"),
        "settings": QCoreApplication.translate("LabPage", "Settings"),
        "channels": QCoreApplication.translate("LabPage", "Channels"),
        "channel shown": QCoreApplication.translate("LabShow", "Channel shown"),
        "range": QCoreApplication.translate("LabShow", "Range of values"),
        "colours": QCoreApplication.translate("LabShow", "Colour range"),
        "pin": QCoreApplication.translate("LabSelection", "Pin"),
        "unpin": QCoreApplication.translate("LabSelection", "Unpin"),
        "example": QCoreApplication.translate("StepLessons", "Example"),
        "pixel": QCoreApplication.translate("StepPixels", "Pixel"),
        "filter": QCoreApplication.translate("Network", "Filter from the network"),
    }[key]
