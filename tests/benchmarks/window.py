"""The real window for the benchmarks, and what a person does in it."""

import statistics
import threading
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from convviz.app.application import open_window, spare_the_collector
from convviz.core import Image, Kernel, PoolSettings, Settings
from convviz.core.sums.adding import compiler
from convviz.document.state.state import DocumentState


class Frames(QObject):
    """Counts what a picture paints."""

    def __init__(self, picture):
        super().__init__(picture)
        self.picture, self.painted = picture, None
        picture.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.painted = watched.content()
        return False


def waited():
    """Seconds that this thread has waited for a processor, where the system tells (Linux)."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
    except OSError:
        return 0.0


class LockBeats(threading.Thread):
    """A heartbeat in a thread of its own: how long the interpreter's lock was not to be had.

    What the thread waited for a processor is taken off, since others work on the machine.
    """

    PAUSE = 0.001

    def __init__(self):
        super().__init__(daemon=True)
        self._ends = False
        self._longest = 0.0
        self.start()

    def run(self):
        last, before = time.perf_counter(), waited()
        while not self._ends:
            time.sleep(self.PAUSE)
            now, after = time.perf_counter(), waited()
            self._longest = max(self._longest, now - last - self.PAUSE - (after - before))
            last, before = now, after

    def stop(self):
        self._ends = True
        self.join()
        return self._longest


class Beats(QObject):
    """A heartbeat: how long the event loop was away, and how much of that the window's thread worked.

    A third figure is the longest absence without what the thread waited for a processor.
    """

    def __init__(self):
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self):
        self.gaps, self.work, self.calm = [], [], []
        self._last, self._worked, self._waited = time.perf_counter(), time.thread_time(), waited()
        self._timer.start(1)

    def stop(self):
        self._beat()
        self._timer.stop()
        return max(self.gaps), max(self.work), max(self.calm)

    def _beat(self):
        now, worked, wait = time.perf_counter(), time.thread_time(), waited()
        self.gaps.append(now - self._last)
        self.work.append(worked - self._worked)
        self.calm.append(now - self._last - (wait - self._waited))
        self._last, self._worked, self._waited = now, worked, wait


class Lab:
    """A window of 1920 x 1080 with its Lab."""

    def __init__(self, app):
        self.window = open_window(app)
        self.window.resize(1920, 1080)
        self.window.show()
        self.page = self.window.page("lab")
        self.document = self.page.document
        compiler.wait()  # the program does both too, while a person looks around
        self.window.pages.all_built.connect(spare_the_collector)
        self.window.pages.build_ahead()
        self.until(lambda: not self.window.pages.is_building_ahead())
        self.alarm = QTimer(self.window)  # something that wakes the loop while it waits
        self.alarm.start(20)
        self.frames = Frames(self.page.stages.cards["pooling"].picture)
        QApplication.processEvents()

    def shown(self):
        """What the cards show: the whole result, or one that is worked out where the screen looks."""
        return self.page.live.result or self.page.result

    def show(self, values, kernel, channels="grey"):
        """Open a photo under every stage, and wait until it is on the screen."""
        settings = Settings(
            Kernel(kernel), channels=channels, padding="same", activation="relu", pool=PoolSettings("max")
        )
        self.document.open(DocumentState(image=Image(values), settings=settings))
        self.until(lambda: (shown := self.shown()) is not None and shown.image is self.document.state.image)
        self.until(self._is_painted)

    def rest(self):
        """Wait until everything is computed and prepared."""
        self.until(self.is_at_rest, 300)

    def is_at_rest(self):
        page = self.page
        done = page.result is not None and page.result.settings == self.document.settings
        return done and not page.queue.busy and page.live.at_rest

    def drag(self, kernel, count):
        """Drag the weight in the corner of ``kernel``: (seconds, seconds of work) from edit to picture."""
        times = []
        for step in range(count):
            weights = np.array(kernel, dtype=float)
            weights[0, 0] = np.round(5 * np.sin(step / 7), 2) + 0.005
            begun, worked = time.perf_counter(), time.process_time()
            self.document.edit_settings("Kernel", "drag", kernel=Kernel(weights))
            self.until(self._is_painted)
            times.append((time.perf_counter() - begun, time.process_time() - worked))
        return times

    def rate(self, kernel, count=40):
        """Pictures a second while dragging, and milliseconds of work for each."""
        self.drag(kernel, 4)
        waited, worked = zip(*self.drag(kernel, count), strict=True)
        return 1 / statistics.median(waited), 1000 * statistics.median(worked)

    def turn(self):
        """Let the event loop turn until what was asked for is painted."""
        for _ in range(5):
            QApplication.processEvents()

    def until(self, done, limit=120.0):
        """Let events pass until ``done()``; between them the window's thread sleeps, as for people."""
        end = time.perf_counter() + limit
        while not done():
            assert time.perf_counter() < end, "the window is not done"
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _is_painted(self):
        shown = self.shown()
        fresh = shown is not None and shown.settings == self.document.settings
        return fresh and self.frames.painted is self.frames.picture.content()

    def close(self):
        self.window.shut_down()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
