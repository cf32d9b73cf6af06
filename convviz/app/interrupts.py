"""Ctrl+C in the terminal ends the program, without a timer that wakes it for nothing."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier


class Interrupts(QObject):
    """While it lives, an interrupt leaves the event loop with status 130.

    Python handles signals between its own instructions, and Qt's event loop has none. So the
    signal writes a byte to a socket, which wakes the loop.
    """

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._inside, self._outside = socket.socketpair()
        for end in (self._inside, self._outside):
            end.setblocking(False)
        self._before = signal.signal(signal.SIGINT, _leave)
        self._wakeup = signal.set_wakeup_fd(self._outside.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def close(self) -> None:
        """Put back what was there before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        signal.signal(signal.SIGINT, self._before)
        self._inside.close()
        self._outside.close()

    def _on_woken(self) -> None:
        try:
            self._inside.recv(64)  # back in Python: the handler runs now
        except BlockingIOError:
            return


def _leave(_number: int, _frame: FrameType | None) -> None:
    QCoreApplication.exit(130)
