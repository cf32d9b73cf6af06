"""Video files, played by Qt: their pictures come, stop, go on and begin anew; what is no video says why."""

import shutil
import subprocess

import numpy as np
import pytest

from convviz.document.live.feed import LiveFeed
from convviz.document.live.video import VideoSource
from tests.document.live.clips import greys, write_clip

WAIT = 30_000
"""Milliseconds at most for what Qt's player does; nothing is measured by it."""


@pytest.fixture
def clip(tmp_path):
    return write_clip(tmp_path / "clip.mp4", greys(20))


@pytest.fixture
def feed(qapp):
    made = LiveFeed()
    made.errors = []
    made.failed.connect(lambda error: made.errors.append(str(error)))
    yield made
    made.end()


def follow(feed):
    """Every picture is shown at once."""
    seen = []
    feed.arrived.connect(lambda: (seen.append(feed.image), feed.shown()))
    return seen


@pytest.mark.parametrize("name", ["clip.mp4", "clip.webm", "clip.mkv", "clip.mov", "clip.avi"])
def test_the_pictures_of_a_video_come_in_their_order(qtbot, feed, tmp_path, name):
    seen = follow(feed)
    feed.begin(VideoSource(write_clip(tmp_path / name, greys(20))))
    feed.source.set_loops(False)
    qtbot.waitUntil(lambda: bool(seen) and not feed.source.is_running, timeout=WAIT)
    values = [int(image.values[24, 32, 0]) for image in seen]
    assert values == sorted(values)
    assert abs(values[0] - 20) < 40
    assert values[-1] > 150
    assert seen[0].shape == (48, 64, 3)
    assert seen[-1].name == f"{name}, 0:00"
    assert feed.errors == []


def test_colours_are_the_pictures_own(qtbot, feed, tmp_path):
    red = np.zeros((48, 64, 3), np.uint8)
    red[:, 32:] = 200, 40, 20
    seen = follow(feed)
    feed.begin(VideoSource(write_clip(tmp_path / "red.mp4", [red] * 5)))
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT)
    assert np.abs(seen[0].values[10, 50].astype(int) - (200, 40, 20)).max() < 12
    assert seen[0].values[10, 5].max() < 8


def test_it_stops_on_a_picture_and_shows_the_one_that_is_looked_up(qtbot, feed, clip):
    seen = follow(feed)
    feed.begin(VideoSource(clip))
    qtbot.waitUntil(lambda: bool(seen) and feed.source.place[1] > 0, timeout=WAIT)
    feed.toggle()
    qtbot.waitUntil(lambda: not feed.source.is_running, timeout=WAIT)
    assert not feed.moving.is_running
    feed.source.seek(720)
    qtbot.waitUntil(lambda: seen[-1].values[24, 32, 0] > 180, timeout=WAIT)
    assert not feed.moving.is_running
    assert feed.moving.place == (720, 800)


def test_it_begins_anew(qtbot, feed, clip):
    seen = follow(feed)
    feed.begin(VideoSource(clip))
    assert feed.source.loops

    def falls():
        values = [int(image.values[24, 32, 0]) for image in seen]
        return any(later < earlier - 100 for earlier, later in zip(values, values[1:], strict=False))

    qtbot.waitUntil(falls, timeout=WAIT)
    assert feed.source.is_running


def broken(clip, folder):
    path = folder / "broken.mp4"
    path.write_bytes(clip.read_bytes()[:700])
    return path


def text(clip, folder):
    path = folder / "text.mp4"
    path.write_text("hello")
    return path


def sound(clip, folder):
    import imageio_ffmpeg

    path = folder / "sound.mp4"
    made = ["-f", "lavfi", "-i", "sine=d=0.2", "-c:a", "aac", str(path)]
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *made], check=True)
    return path


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (broken, "broken.mp4 is damaged, or a video of a kind that cannot be read here."),
        (text, "text.mp4 is damaged, or a video of a kind that cannot be read here."),
        (sound, "sound.mp4 holds no pictures, only sound."),
    ],
)
def test_what_cannot_be_played_says_why(qtbot, capfd, feed, clip, tmp_path, make, reason):
    feed.begin(VideoSource(make(clip, tmp_path)))
    qtbot.waitUntil(lambda: bool(feed.errors), timeout=WAIT)
    assert (feed.errors, feed.source) == ([reason], None)
    assert capfd.readouterr().err == ""


def folder(path):
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "clip.mp4 does not exist."),
        (folder, "clip.mp4 is a folder, not a video."),
        (lambda path: path.write_bytes(b""), "clip.mp4 is empty."),
    ],
)
def test_what_is_no_file_says_so_at_once(tmp_path, make, reason):
    path = tmp_path / "clip.mp4"
    make(path)
    with pytest.raises(ValueError, match=reason):
        VideoSource(path)


def test_it_is_closed_while_it_plays_and_the_file_is_free(qtbot, feed, clip):
    seen = follow(feed)
    feed.begin(VideoSource(clip))
    qtbot.waitUntil(lambda: len(seen) > 2, timeout=WAIT)
    with qtbot.waitSignal(feed.source.destroyed):
        feed.end()
    assert feed.image is None
    shutil.move(clip, clip.with_name("elsewhere.mp4"))


PLAYED_TO_THE_END = """
import sys
from PySide6.QtWidgets import QApplication
from convviz.document.live.feed import LiveFeed
from convviz.document.live.video import VideoSource
from pathlib import Path
app = QApplication([])
feed = LiveFeed(app)
feed.arrived.connect(feed.shown)
feed.arrived.connect(app.quit)
feed.begin(VideoSource(Path(sys.argv[1])))
app.exec()
print("live", feed.is_on)
"""


def test_a_program_that_ends_while_it_plays_ends_well_and_says_nothing(start_python, clip):
    process = start_python(PLAYED_TO_THE_END, str(clip))
    output, _ = process.communicate(timeout=60)
    assert (output, process.returncode) == ("live True\n", 0)
