"""Nothing fails in silence: an exception nobody expected becomes a sentence and a line in the log."""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox


class Problems(QObject):
    """While it lives, uncaught exceptions are printed to standard error and told in a box.

    The box does not stop the work, and there is only one at a time: what fails on every movement
    of the mouse must not fill the screen.
    """

    _raised = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: QMessageBox | None = None
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        # queued: the exception may come from another thread, or from within a paint event
        self._raised.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook = self._before

    def box(self) -> QMessageBox | None:
        """The box on show, or None."""
        return self._box

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.exit(130)
            return
        details = "".join(traceback.format_exception(kind, error, where))
        if sys.stderr is not None:
            sys.stderr.write(details)
        self._raised.emit(details)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        error = args.exc_value if args.exc_value is not None else args.exc_type()
        self._on_exception(args.exc_type, error, args.exc_traceback)

    def _show(self, details: str) -> None:
        if self._box is not None:
            return
        box = QMessageBox(QApplication.activeWindow())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setModal(False)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("ConvViz")
        box.setText(self.tr("Something went wrong inside ConvViz."))
        box.setInformativeText(
            self.tr("Your work is still here. If it happens again, the details help to mend it.")
        )
        box.setDetailedText(details)
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        box.finished.connect(self._on_closed)
        self._box = box
        box.show()

    def _on_closed(self, _: int) -> None:
        self._box = None
