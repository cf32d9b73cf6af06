"""The live input: pictures a second of a video, from the player through all stages onto the screen."""

import time

import numpy as np
import pytest
from PySide6.QtTest import QSignalSpy
from window import Beats, Lab

from convviz.document.live.video import VideoSource
from tests.document.live.clips import write_clip

SECTION = "Live input, 640 x 480, 3x3, ReLU, max 2x2, 1920 x 1080"
RATE, COUNT, LEAST = 120, 120, 30
"""The video offers more pictures a second than are asked for, so that the Lab sets the pace."""


@pytest.fixture(scope="module")
def clip(tmp_path_factory, qapp):
    random = np.random.default_rng(0)
    areas = random.integers(0, 256, (12, 40, 3), dtype=np.uint8).repeat(40, 0).repeat(40, 1)
    pictures = [np.ascontiguousarray(areas[:, 4 * at : 4 * at + 640]) for at in range(2 * RATE)]
    return write_clip(tmp_path_factory.mktemp("live") / "clip.mp4", pictures, RATE)


@pytest.mark.parametrize("channels", ["grey", "sum"])
def test_a_video_through_every_stage(record, qapp, clip, channels):
    lab = Lab(qapp)
    lab.show(np.zeros((9, 9, 3), np.uint8), [[1, 0, -1], [2, 0, -2], [1, 0, -1]], channels)
    arrived = QSignalSpy(lab.page.live_input.arrived)
    lab.page.show_live(VideoSource(clip))
    lab.until(lambda: arrived.count() >= 10)
    beats, first, begun, worked = Beats(), arrived.count(), time.perf_counter(), time.process_time()
    beats.start()
    lab.until(lambda: arrived.count() >= first + COUNT)
    seconds, work = time.perf_counter() - begun, time.process_time() - worked
    gap, _, calm = beats.stop()
    count = arrived.count() - first
    note = f"{1000 * work / count:.1f} ms of work a picture, the player's included"
    name = "grey" if channels == "grey" else "colour, sum"
    record(SECTION, name, count / seconds, LEAST, "pictures/s", more=True, note=note)
    print(f"{SECTION}, {name}: {count / seconds:.1f} pictures/s")
    record(
        SECTION,
        f"{name}: longest gap of the event loop",
        1000 * gap,
        50,
        "ms",
        note=f"{1000 * calm:.0f} ms calm",
    )
    lab.close()
