"""The live input takes the newest frame when the one before has been shown, and lets its source go."""

import weakref

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from convviz.core.base.translatable import TranslatableError
from convviz.core.images.image import Image
from convviz.document.live.feed import LiveFeed
from convviz.document.state.state import DocumentState, Pin
from tests.document.live.clips import Puppet


def flat(value, shape=(2, 3)):
    return np.full(shape, value, np.uint8)


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def feed(qapp):
    made = LiveFeed(clock=Clock())
    made.said = []
    made.began.connect(lambda title: made.said.append(f"began {title}"))
    made.arrived.connect(lambda: made.said.append(int(made.image.values.flat[0])))
    made.ended.connect(lambda: made.said.append("ended"))
    made.failed.connect(lambda error: made.said.append(str(error)))
    yield made
    made.end()


@pytest.fixture
def puppet(feed):
    source = Puppet()
    feed.begin(source)
    return source


def test_the_first_picture_begins_it(feed, puppet):
    assert (feed.is_on, feed.is_waiting, feed.moving) == (False, True, None)
    puppet.send(np.array([[1, 2, 3], [4, 5, 6]], np.uint8))
    assert feed.said == ["began Puppet", 1]
    assert feed.image.values[:, :, 1].tolist() == [[1, 2, 3], [4, 5, 6]]
    assert (feed.image.low, feed.image.high, feed.image.name) == (0, 255, "Puppet")


def test_frames_that_come_while_one_is_shown_are_dropped_but_the_last(feed, puppet):
    for value in (1, 2, 3, 4):
        puppet.send(flat(value))
    assert feed.said[1:] == [1]
    feed.shown()
    QApplication.processEvents()
    assert feed.said[1:] == [1, 4]
    feed.shown()
    QApplication.processEvents()
    assert feed.said[1:] == [1, 4]
    puppet.send(flat(5))
    assert feed.said[1:] == [1, 4, 5]


def test_an_empty_frame_is_no_picture(feed, puppet, media):
    puppet.arrived.emit(media.QVideoFrame())
    assert feed.is_waiting
    puppet.send(flat(1))
    feed.shown()
    puppet.arrived.emit(media.QVideoFrame())
    puppet.send(flat(2))
    assert feed.said[1:] == [1, 2]


def test_the_rate_is_that_of_the_pictures_shown(feed, puppet):
    for _ in range(31):
        puppet.send(flat(1))
        feed.shown()
    assert feed.moving.rate is None
    feed._clock.now += 1.0
    feed.count()
    assert feed.moving.rate == 31
    feed._clock.now += 2.0
    feed.count()
    assert feed.moving.rate == 0


def test_it_freezes_and_goes_on(feed, puppet):
    feed.toggle()
    assert puppet.log == ["start", "pause"]
    feed.toggle()
    puppet.send(flat(1))
    assert feed.moving.is_running
    feed.toggle()
    assert not feed.moving.is_running
    assert puppet.log == ["start", "pause", "start", "pause"]


def test_ending_it_closes_and_frees_the_source(feed, puppet):
    puppet.send(flat(1))
    gone, died = weakref.ref(puppet), []
    puppet.destroyed.connect(lambda: died.append(True))
    log = puppet.log
    feed.end()
    assert (log[-1], feed.said[-1], feed.image, feed.moving) == ("close", "ended", None, None)
    del puppet
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    assert died and gone() is None or died


def test_another_source_takes_the_place_of_the_first(feed, puppet):
    puppet.send(flat(1))
    other = Puppet("Other")
    feed.begin(other)
    assert puppet.log[-1] == "close"
    puppet.send(flat(2))  # too late
    other.send(flat(3))
    assert feed.said == ["began Puppet", 1, "ended", "began Other", 3]


def test_a_failure_before_the_first_picture_ends_it(feed, puppet):
    puppet.failed.emit(TranslatableError("no"))
    assert (feed.said, feed.source, feed.image) == (["no"], None, None)


def test_a_failure_later_leaves_the_last_picture(feed, puppet):
    puppet.send(flat(7))
    puppet.failed.emit(TranslatableError("gone"))
    assert feed.said == ["began Puppet", 7, "gone"]
    assert feed.moving.is_over
    log = list(puppet.log)
    feed.toggle()
    assert puppet.log == log


def test_a_source_that_sends_nothing_is_given_up(feed, puppet):
    feed._first.timeout.emit()
    assert feed.said == ["Puppet sends no pictures."]
    assert feed.source is None


def test_nobody_looks_so_the_camera_is_released(feed, puppet):
    feed.rest()  # not yet on show
    puppet.send(flat(1))
    feed.rest()
    assert puppet.log == ["start", "release"]


def test_over_a_document_it_replaces_picture_pin_and_title(feed, puppet):
    document = DocumentState(Image(flat(9)), title="Mine", pin=Pin("input", 1, 1), shown_channel=2)
    assert feed.over(document) is document
    puppet.send(flat(1))
    feed.pin = Pin("input", 0, 0)
    shown = feed.over(document)
    assert (shown.image is feed.image, shown.pin, shown.title, shown.shown_channel) == (
        True,
        Pin("input", 0, 0),
        "",
        2,
    )


def test_a_pin_does_not_outlive_the_size_of_the_pictures(feed, puppet):
    puppet.send(flat(1, (5, 5)))
    feed.pin = Pin("input", 4, 4)
    feed.shown()
    puppet.send(flat(2, (5, 5)))
    assert feed.pin == Pin("input", 4, 4)
    feed.shown()
    puppet.send(flat(3, (3, 3)))
    assert feed.pin is None


def test_grey_cameras_give_grey_pictures(feed, puppet, media):
    from PySide6.QtCore import QSize

    kind = media.QVideoFrameFormat(QSize(4, 2), media.QVideoFrameFormat.PixelFormat.Format_Y8)
    sent = media.QVideoFrame(kind)
    sent.map(media.QVideoFrame.MapMode.WriteOnly)
    memory, stride = sent.bits(0), sent.bytesPerLine(0)
    for row, values in enumerate(([1, 2, 3, 4], [5, 6, 7, 8])):
        memory[row * stride : row * stride + 4] = bytes(values)
    sent.unmap()
    puppet.arrived.emit(sent)
    assert feed.image.values.tolist() == [[1, 2, 3, 4], [5, 6, 7, 8]]
