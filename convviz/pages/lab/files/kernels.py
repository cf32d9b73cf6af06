"""Kernels that are opened from files and saved to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from convviz.core.base.visible import visible
from convviz.core.kernels.files import read_kernel, write_kernel
from convviz.document.document import Document
from convviz.views.base.texts import edit_name, labelled, reason_text


class KernelFiles(QObject):
    """Takes a document's kernel from a file, or writes it to one; ``message`` says what came of it."""

    message = Signal(str, str)

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document

    def open(self, path: str) -> bool:
        """Take the kernel in the file ``path``; whether it holds one: if not, nothing changes."""

        def take() -> None:
            self._document.edit_settings(edit_name("open kernel"), kernel=read_kernel(Path(path)))

        return self._try(path, "", take)

    def save(self, path: str) -> None:
        """Write the kernel to ``path``, in the format that its ending names."""
        kernel = self._document.settings.kernel
        self._try(path, self.tr("The kernel is in {name}."), lambda: write_kernel(Path(path), kernel))

    def _try(self, path: str, success: str, work: Callable[[], None]) -> bool:
        """Work with a file, and say what came of it; a failure loses nothing. Whether it went well."""
        name = visible(Path(path).name)
        try:
            work()
        except (OSError, ValueError, MemoryError) as error:
            reason = reason_text(error)
            self.message.emit("error", reason if reason.startswith(name) else labelled(name, reason))
            return False
        if success:
            self.message.emit("info", success.format(name=name))
        return True
