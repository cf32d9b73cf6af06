"""Is this a PySide6 that ConvViz can run on? (6.12.0 on Python 3.11 is not.)"""

import sys

from PySide6.QtCore import QObject, Signal


class Sender(QObject):
    sent = Signal(int)


def test_void_calls_and_signals_keep_the_reference_counts_of_none_and_true(qapp):
    sender = Sender()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for number in range(100):
        sender.setObjectName("name")
        sender.sent.emit(number)
    after = sys.getrefcount(None), sys.getrefcount(True)
    # Every lost reference brings the process nearer to an abort; a broken build loses one a call.
    assert abs(after[0] - before[0]) < 50
    assert abs(after[1] - before[1]) < 50
