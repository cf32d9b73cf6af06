"""The real window's Network page for the benchmarks, and a pen that draws on it."""

import time

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from convviz.app.application import open_window

SEVEN = ((0.25, 0.2), (0.75, 0.19), (0.4, 0.85))
MOVES = 60


class Painted(QObject):
    """Remembers of which values each view has been painted."""

    def __init__(self, page):
        super().__init__(page)
        self.page, self.of = page, {}
        for view in self.views():
            view.installEventFilter(self)

    def views(self):
        """All maps that are on the screen, and the answers."""
        panel = self.page.panel
        return [column.view for column in panel.columns if not column.is_folded()] + [panel.answers.view]

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.of[watched] = self.page.acts
        return False

    def all(self):
        """Whether everything on the screen is of the newest values."""
        return all(self.of.get(view) is self.page.acts for view in self.views())


class Sheet:
    """A window of 1920 x 1080 with its Network page open, and TensorFlow at rest beside it."""

    def __init__(self, app):
        self.window = open_window(app)
        self.window.resize(1920, 1080)
        self.window.show()
        self.window.show_page("network")
        self.page = self.window.page("network")
        self.until(lambda: self.page.network is not None)
        self.canvas = self.page.panel.input.canvas
        self.draw()
        self.until(lambda: self.page.strip.tensorflow_check.text())  # the comparison, or that there is none

    def choose(self, key):
        """Show another network, and let everything of it be painted once."""
        self.page.choose_network(key)
        self.painted = Painted(self.page)
        self.draw()

    def draw(self):
        """Draw a seven; for each move (seconds until all is painted, of these the network's, own work)."""
        self.canvas.clear()
        QApplication.processEvents()
        places = [self.place(step / MOVES) for step in range(MOVES + 1)]
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, pos=places[0])
        QApplication.processEvents()
        times = [self.move(place) for place in places[1:]]
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, pos=places[-1])
        return times

    def place(self, share):
        """A place on the seven, from its beginning to its end."""
        side = self.canvas.paper().width()
        at = 0 if share < 0.4 else 1
        part = share / 0.4 if at == 0 else (share - 0.4) / 0.6
        (x, y), (to_x, to_y) = SEVEN[at], SEVEN[at + 1]
        return QPoint(round(side * (x + part * (to_x - x))), round(side * (y + part * (to_y - y))))

    def move(self, place):
        before, painted = self.page.acts, getattr(self, "painted", None)
        begun, worked = time.perf_counter(), time.thread_time()
        QTest.mouseMove(self.canvas, place)
        self.until(lambda: self.page.acts is not before and (painted is None or painted.all()))
        return time.perf_counter() - begun, self.page.results.seconds, time.thread_time() - worked

    def until(self, done, limit=120.0):
        """Let events pass until ``done()``."""
        end = time.perf_counter() + limit
        while not done():
            assert time.perf_counter() < end, "the window is not done"
            QApplication.processEvents()

    def close(self):
        self.window.shut_down()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
