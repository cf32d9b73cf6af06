"""The real window: from an edit to exact pixels, and whether it ever stands still."""

import time

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import QEventLoop, QPointF, QTimer
from window import Beats, Lab, LockBeats

DRAG = "Dragging a weight, 24 megapixels, 1920 x 1080"
HEART = "Longest gap of the event loop, 24 megapixels"
LONGEST = 33
LOCK = "The interpreter's lock was held for, 24 megapixels"
LONGEST_HELD = 10


@pytest.fixture
def lab(qapp):
    shown = Lab(qapp)
    yield shown
    shown.close()


def weights(size):
    return np.random.default_rng(1).normal(size=(size, size)).round(1)


@pytest.mark.parametrize(
    ("size", "channels", "least"),
    [(3, "each", 60), (3, "sum", 60), (5, "each", 60), (7, "grey", 60), (15, "grey", 60), (15, "each", 60)],
)
def test_drag(record, lab, photo, size, channels, least):
    lab.show(photo(4000, 6000), weights(size), channels)
    lab.rest()
    name = f"{size}x{size}, {'grey' if channels == 'grey' else f'colour, {channels}'}"

    def measure(words):
        rate, work = lab.rate(weights(size))
        note = f"{work:.1f} ms of work a picture"
        record(DRAG, f"{name}, {words}", rate, least, "pictures/s", more=True, note=note)

    measure("whole photo")
    viewport = lab.page.stages.viewport
    for scale, words in ((0.5, "half size"), (1.0, "full size"), (6.0, "six times")):
        viewport.set_scale(scale, QPointF(100, 100))
        lab.rest()
        measure(words)


def test_cost_follows_the_screen(record, lab, photo):
    works = {}
    for megapixels, shape in ((6, (2000, 3000)), (24, (4000, 6000)), (96, (8000, 12000))):
        lab.show(photo(*shape)[:, :, 1].copy(), weights(5))
        works[megapixels] = lab.rate(weights(5))[1]
    slowest = max(works.values()) / min(works.values())
    note = ", ".join(f"{megapixels} MP {work:.1f} ms" for megapixels, work in works.items())
    record(DRAG, "work for 6, 24 and 96 megapixels, most against least", slowest, 1.3, note=note)


def test_number_grid(record, lab, alternate):
    random = np.random.default_rng(1)
    for name, shape in (("9x9 cells", (9, 9)), ("32x32 cells", (32, 32))):
        lab.show(random.integers(0, 256, shape, dtype=np.uint8), weights(3))
        lab.page.stages.expand("convolution")
        lab.turn()
        picture = lab.page.stages.cards["convolution"].picture
        lab.page.stages.viewport.set_scale(21.0)
        redraw = alternate(lambda p=picture: p.repaint(), rounds=21)[0]
        record("Number grids", f"redraw of {name}", redraw * 1e3, 4, "ms")
        lab.page.stages.expand(None)


def test_heartbeat(record, lab, photo, tmp_path):
    path = tmp_path / "photo.jpg"
    PIL.Image.fromarray(photo(4000, 6000)).save(path, quality=92)
    beats, view = Beats(), lab.page.stages.viewport

    def watch(name, act):
        beats.start()
        lock = LockBeats()
        act()
        held = lock.stop()
        gap, work, calm = beats.stop()
        note = f"own work {work * 1e3:.0f} ms; {calm * 1e3:.0f} ms without waiting for a processor"
        record(HEART, name, gap * 1e3, LONGEST, "ms", note=note)
        record(LOCK, name, held * 1e3, LONGEST_HELD, "ms")

    def opened():
        lab.window.open_path(path)
        lab.until(lambda: lab.document.state.image is not None)
        lab.rest()

    def zoomed():
        for _ in range(20):
            view.zoom(1.25, QPointF(200, 150))
            lab.turn()
        view.fit()
        lab.rest()

    def undone():
        lab.document.undo()
        lab.rest()

    def switched(key):
        lab.window.show_page(key)
        lab.turn()

    watch("open a JPEG", opened)
    watch("drag, and the whole maps after it", lambda: (lab.drag(weights(3), 60), lab.rest()))
    watch("undo", undone)
    watch("zoom in and fit", zoomed)
    for key in ("step", "lab", "network", "lab"):
        watch(f"switch to {key}", lambda k=key: switched(k))


def test_idle(record, lab, photo):
    lab.show(photo(1000, 1500), weights(3))
    lab.rest()
    wait(1)  # what is still to be painted
    begun = time.process_time()
    wait(3)
    used = (time.process_time() - begun) / 3
    record("Idle", "a processor's share while nobody touches the window", used * 100, 0.5, "%")


def wait(seconds):
    loop = QEventLoop()
    QTimer.singleShot(1000 * seconds, loop.quit)
    loop.exec()
