"""Making machine code of the arithmetic as soon as the window is painted, beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer

from convviz.core.sums.adding import compiler


class WarmUp(QObject):
    """Waits for the first painting of ``window``, then begins to make the sums' machine code.

    Whoever computes before it is there gets the same values from NumPy.
    """

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, compiler.start)  # when the painting is done
        return False
