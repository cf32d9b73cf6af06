"""What one event costs in the window of ConvViz: how many calls, in how many files, through which layers.

Counted are calls of Python functions of ``convviz`` on the window's thread, from the event until nothing
was called for `QUIET` seconds, the painting included, the imports not; the files that these functions are
in; and how often a call is in another layer (`core`, `network`, `document`, `film`, `views`, `pages`,
`app`, `cli`) than the call before it. A generator that goes on counts as a call. Of events that can be
repeated the median is shown.
"""

from __future__ import annotations

import contextlib
import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

PACKAGE = Path(__file__).resolve().parents[1] / "convviz"
QUIET = 0.3
TIMES = 5
LIMITS = {
    # 740 calls without the number that is taken apart beside it; two files are the ranges of the colours.
    # One file spaces the names in sentences; one lays the explanation out, one keeps a result.
    # A fifth of the calls are `px`: every size that is painted passes through the text size (0.1 us each).
    # 2760 to 2910 were counted: on a busy computer one painting more falls into the event.
    "a dragged weight": (3300, 86),
    "a click on a value of Conv 2": (1350, 57),
    "one step of the Shift slider": (2350, 85),
}
"""Calls and files that no change may go beyond, with TensorFlow out of the way; see `costs`."""

Row = Callable[[str, str, str], None]
"""Prints a line of the table: what was counted, how much it is, and the goal or nothing."""


@dataclass
class Count:
    """What was called since `begin`, on this thread."""

    calls: int = 0
    changes: int = 0
    files: set[str] = field(default_factory=set)
    layer: str | None = None
    last: float = 0.0

    def __post_init__(self) -> None:
        self._layers: dict[str, str | None] = {}

    @contextlib.contextmanager
    def counting(self) -> Iterator[Count]:
        """Count while the block runs."""
        sys.setprofile(self._on_event)
        try:
            yield self
        finally:
            sys.setprofile(None)

    def _on_event(self, frame: FrameType, event: str, _argument: Any) -> None:
        if event != "call":
            return
        name = frame.f_code.co_filename
        if name not in self._layers:
            self._layers[name] = _layer_of(name)
        layer = self._layers[name]
        if layer is None or frame.f_code.co_name == "<module>":
            return
        self.calls += 1
        self.files.add(name)
        self.changes += layer != self.layer and self.layer is not None
        self.layer = layer
        self.last = time.perf_counter()


def _layer_of(name: str) -> str | None:
    path = Path(name)
    return path.relative_to(PACKAGE).parts[0] if path.is_relative_to(PACKAGE) else None


class Bench:
    """The window of `convviz`, as `run_window` builds it, and a person's hand on it."""

    def __init__(self, row: Row, times: int = TIMES) -> None:
        from PySide6.QtCore import QSettings, QStandardPaths

        from convviz.app.application import create_application, open_window
        from convviz.core.sums.adding import compiler

        self.row, self.times = row, times
        self.costs: dict[str, tuple[int, int]] = {}
        QStandardPaths.setTestModeEnabled(True)
        self.folder = tempfile.TemporaryDirectory()
        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, self.folder.name)
        self.app = create_application(["convviz"])
        self.window = open_window(self.app)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.pages.build_ahead()
        self.until(lambda: not self.window.pages.is_building_ahead())
        compiler.wait()  # until the machine code is there, NumPy adds up, with more calls
        self.rest()

    def close(self) -> None:
        """End the threads and the worker, and take the window away."""
        from PySide6.QtCore import QEvent

        self.window.shut_down()
        self.window.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.folder.cleanup()

    def until(self, done: Callable[[], object], limit: float = 120.0) -> None:
        """Let events pass until ``done()``."""
        from PySide6.QtTest import QTest

        end = time.perf_counter() + limit
        while not done():
            if time.perf_counter() > end:
                raise TimeoutError(f"{done} did not become true within {limit:g} s")
            QTest.qWait(5)

    def rest(self, count: Count | None = None) -> None:
        """Let events pass until nothing of ``convviz`` was called for `QUIET` seconds."""
        if count is None:
            with Count().counting() as count:
                self.rest(count)
            return
        count.last = time.perf_counter()
        self.until(lambda: time.perf_counter() - count.last > QUIET, 20.0)

    def measured(self, title: str, event: Callable[[], None], goal: str = "") -> None:
        """Print what ``event`` costs, in the median of some times."""
        event()  # what is only imported and built the first time
        self.rest()
        counts = []
        for _ in range(self.times):
            with Count().counting() as count:
                event()
                self.rest(count)
            counts.append(count)
        tell(self.row, title, counts, goal)
        files = statistics.median_low([len(one.files) for one in counts])
        self.costs[title] = statistics.median_low([one.calls for one in counts]), files

    def child(self, kind: type) -> Any:
        """The one visible widget of a class in the window."""
        (found,) = (one for one in self.window.findChildren(kind) if one.isVisible())
        return found

    def open(self, key: str, kernel: str) -> None:
        """Open a sample under a kernel of the library."""
        from convviz.core.kernels.kernel_library import library
        from convviz.core.samples.pictures import load_sample
        from convviz.core.sizes.settings import PoolSettings, Settings
        from convviz.document.state.state import DocumentState

        settings = Settings(library(kernel), activation="relu", pool=PoolSettings("max"))
        self.window.document.open(DocumentState(image=load_sample(key), settings=settings))
        self.rest()


def tell(row: Row, title: str, counts: list[Count], goal: str = "") -> None:
    """Print a line: the median of some counts."""
    calls = statistics.median_low([one.calls for one in counts])
    files = statistics.median_low([len(one.files) for one in counts])
    changes = statistics.median_low([one.changes for one in counts])
    row(title, f"{calls:,} calls / {files} files / {changes:,} changes", goal)


def dragged_weight(bench: Bench) -> None:
    """A photo in the Lab; the pointer, with the button down on a weight, goes up by one step."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent

    from convviz.views.kernel.grid.cell_editor import DRAG_STEP
    from convviz.views.kernel.grid.kernel_grid import KernelGrid

    bench.open("mug", "sobel_vertical")
    bench.window.show_page("lab")
    bench.rest()
    grid = bench.child(KernelGrid)
    place = QPointF(grid.cell_rect(0, 0).center())
    left = Qt.MouseButton.LeftButton

    def send(kind: QEvent.Type) -> None:
        moves, up = kind == QEvent.Type.MouseMove, kind == QEvent.Type.MouseButtonRelease
        button = Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind,
            place,
            QPointF(grid.mapToGlobal(place)),
            button if moves else left,
            button if up else left,
            Qt.KeyboardModifier.NoModifier,
        )
        bench.app.sendEvent(grid, event)

    def step() -> None:
        place.setY(place.y() - DRAG_STEP)
        send(QEvent.Type.MouseMove)

    send(QEvent.Type.MouseButtonPress)
    bench.measured("a dragged weight", step, "900 calls / 40 files")
    send(QEvent.Type.MouseButtonRelease)
    bench.rest()


def film_moment(bench: Bench) -> None:
    """The X on Step, paused; the arrow key goes to the next moment."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from convviz.views.step.timeline.card import Transport
    from convviz.views.step.timeline.timeline import Timeline

    bench.open("x", "diagonal")
    bench.window.show_page("step")
    bench.rest()
    assert not bench.child(Transport).play_button.isChecked()
    timeline = bench.child(Timeline)
    bench.measured("one film moment on Step", lambda: QTest.keyClick(timeline, Qt.Key.Key_Right))


def digit(bench: Bench) -> None:
    """The first sample digit on the Network page."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from convviz.views.network.paper.input_column import CanvasTools

    bench.window.show_page("network")
    bench.rest()
    QTest.mouseClick(bench.child(CanvasTools).next, Qt.MouseButton.LeftButton)
    bench.rest()


def sample_digit(bench: Bench) -> None:
    """The same, TensorFlow at rest beside it."""
    from convviz.views.network.network_strip import NetworkStrip

    digit(bench)
    strip = bench.child(NetworkStrip)
    bench.until(lambda: strip.tensorflow_check.text())  # the comparison, or that there is none
    bench.rest()


def value_of_conv_2(bench: Bench) -> None:
    """Clicks on the values of a map of Conv 2, each on another one."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from convviz.views.network.maps.maps_column import MapsColumn

    columns = [one for one in bench.window.findChildren(MapsColumn) if one.isVisible()]
    (view,) = (one.view for one in columns if one.header.texts().title == "Conv 2")
    cells = iter(range(2, 2 + bench.times + 1))

    def click() -> None:
        place = view.centre_of((0, 5, next(cells))).toPoint()
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)

    bench.measured("a click on a value of Conv 2", click)


def shifted_digit(bench: Bench) -> None:
    """The tab Shift; an arrow key moves its first slider by one step."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from convviz.views.network.answers.shift_panel import ShiftPanel
    from convviz.views.network.why.drill_panel import DrillPanel

    QTest.mouseClick(bench.child(DrillPanel).tab_button("shift"), Qt.MouseButton.LeftButton)
    bench.rest()
    slider = bench.child(ShiftPanel).sliders["right"]
    goal = "1,500 calls / 45 files"
    bench.measured("one step of the Shift slider", lambda: QTest.keyClick(slider, Qt.Key.Key_Right), goal)


def gif(row: Row) -> None:
    """`convviz steps x` as a film of 15 moments; written to a file, without a window."""
    from convviz.__main__ import main

    with tempfile.TemporaryDirectory() as folder:
        arguments = ["steps", "x", "--step", "1-15", "--detail", "cell", "-o", f"{folder}/film.gif"]
        with contextlib.redirect_stdout(io.StringIO()), Count().counting() as count:
            assert main(arguments) == 0
    tell(row, "GIF of 15 moments", [count], "15,000 calls")


def costs() -> dict[str, tuple[int, int]]:
    """(calls, files) of the events that have `LIMITS`, without TensorFlow, which takes seconds to come."""
    from convviz.network.tensorflow.worker import Worker

    Worker.start = lambda worker: worker.close()  # type: ignore[method-assign,assignment,return-value]
    bench = Bench(lambda *_: None, times=3)
    try:
        dragged_weight(bench)
        digit(bench)
        value_of_conv_2(bench)
        shifted_digit(bench)
    finally:
        bench.close()
    return bench.costs


def print_events(row: Row) -> None:
    """Print what five events cost."""
    bench = Bench(row)
    try:
        dragged_weight(bench)
        film_moment(bench)
        sample_digit(bench)
        value_of_conv_2(bench)
        shifted_digit(bench)
    finally:
        bench.close()
    gif(row)
