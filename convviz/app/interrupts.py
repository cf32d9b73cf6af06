"""Ctrl+C in the terminal, or a `kill`, ends the program in order; no timer wakes it for nothing."""

from __future__ import annotations

import signal
import socket
import sys
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

SIGNALS = [signal.SIGINT, signal.SIGTERM]
"""Ctrl+C, and what ends a program politely; where it was not started by `nohup`, the terminal's end too."""

if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
    SIGNALS.append(signal.SIGHUP)


class Interrupts(QObject):
    """While it lives, each of `SIGNALS` leaves the event loop, with 128 and its number as status.

    So processes are ended and temporary folders are removed, which only Ctrl+C would do by itself.

    Python handles signals between its own instructions, and Qt's event loop has none. So the
    signal writes a byte to a socket, which wakes the loop.
    """

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._inside, self._outside = socket.socketpair()
        for end in (self._inside, self._outside):
            end.setblocking(False)
        self._before = {number: signal.signal(number, _leave) for number in SIGNALS}
        self._wakeup = signal.set_wakeup_fd(self._outside.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def close(self) -> None:
        """Put back what was there before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._inside.close()
        self._outside.close()

    def _on_woken(self) -> None:
        try:
            self._inside.recv(64)  # back in Python: the handler runs now
        except BlockingIOError:
            return


def _leave(number: int, _frame: FrameType | None) -> None:
    QCoreApplication.exit(128 + number)
