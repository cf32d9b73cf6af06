"""Cameras, played by stand-ins of Qt's: the nearest format, permission, and letting go of them."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QSize, Qt, Signal

from convviz.document.live import camera as cameras_of
from convviz.document.live.camera import CameraSource, cameras, nearest_format


def kind(width, height, rate=30.0):
    return SimpleNamespace(resolution=lambda: QSize(width, height), maxFrameRate=lambda: rate)


@pytest.mark.parametrize(
    ("kinds", "best"),
    [
        ([(1920, 1080, 30), (640, 480, 30), (320, 240, 30)], 1),
        ([(1920, 1080, 30), (640, 480, 5), (800, 600, 30)], 2),
        ([(640, 480, 30), (640, 480, 60)], 1),
        ([(640, 480, 29.97), (160, 120, 60)], 0),
        ([(1600, 1200, 5), (3200, 2400, 5)], 0),
    ],
)
def test_the_format_nearest_to_640_by_480_that_is_quick_enough(kinds, best):
    made = [kind(*one) for one in kinds]
    assert nearest_format(made) is made[best]


def test_a_camera_without_formats_is_taken_as_it_is():
    assert nearest_format([]) is None


class Device:
    def __init__(self, name):
        self.name, self.chosen = name, kind(640, 480)

    def id(self):
        return self.name.encode()

    def description(self):
        return self.name

    def videoFormats(self):
        return [kind(1920, 1080), self.chosen]


class Camera(QObject):
    errorOccurred = Signal(object, str)  # noqa: N815

    def __init__(self, device, parent):
        super().__init__(parent)
        self.device, self.log = device, []

    def setCameraFormat(self, chosen):
        self.log.append(chosen)

    def start(self):
        self.log.append("start")

    def stop(self):
        self.log.append("stop")


class Session(QObject):
    camera = sink = None

    def setCamera(self, camera):
        self.camera = camera

    def setVideoSink(self, sink):
        self.sink = sink


class Devices(QObject):
    videoInputsChanged = Signal()  # noqa: N815
    there: list = []
    first: Device | None = None

    @classmethod
    def videoInputs(cls):
        return cls.there

    @classmethod
    def defaultVideoInput(cls):
        return cls.first or Device("")


@pytest.fixture
def stand_ins(monkeypatch, media):
    names = {"QCamera": Camera, "QMediaCaptureSession": Session, "QMediaDevices": Devices}
    fake = SimpleNamespace(QVideoSink=media.QVideoSink, QVideoFrame=media.QVideoFrame, **names)
    monkeypatch.setattr(cameras_of, "multimedia", lambda: fake)
    monkeypatch.setattr(Devices, "there", [])
    monkeypatch.setattr(Devices, "first", None)
    return fake


@pytest.fixture
def source(stand_ins):
    device = Device("Built-in")
    Devices.there.append(device)
    made = CameraSource(device)
    made.said = []
    made.failed.connect(lambda error: made.said.append(str(error)))
    made.arrived.connect(lambda frame: made.said.append(frame.size().width()))
    yield made
    made.close()


def see(source, media, width=4):
    kind = media.QVideoFrameFormat(QSize(width, 2), media.QVideoFrameFormat.PixelFormat.Format_Y8)
    source._sink.setVideoFrame(media.QVideoFrame(kind))


def test_no_camera_is_said_in_one_sentence(stand_ins):
    with pytest.raises(ValueError, match="No camera is connected to this computer"):
        cameras()


def test_the_usual_camera_comes_first(stand_ins):
    Devices.there += [Device("Far"), Device("Near")]
    Devices.first = Device("Near")
    assert [one.name for one in cameras()] == ["Near", "Far"]


def test_its_frames_come_until_it_is_closed(source, media):
    camera = source._camera
    see(source, media)  # not yet
    source.start()
    see(source, media, 6)
    source.pause()
    see(source, media, 8)
    source.start()
    see(source, media, 10)
    source.close()
    assert source.said == [6, 10]
    assert camera.log == [camera.device.chosen, "start", "start", "stop"]
    assert (source._session.camera, source._session.sink) == (None, None)


def test_resting_it_switches_the_camera_off(source, media):
    source.start()
    source.release()
    assert source._camera.log[-2:] == ["start", "stop"]
    assert not source.is_running
    source.start()
    assert source.is_running


def test_one_that_is_busy_says_so_and_is_let_go(source):
    source.start()
    source._camera.errorOccurred.emit(1, "whatever")
    source._camera.errorOccurred.emit(1, "again")
    assert source.said == ["The camera Built-in cannot be used; perhaps another program is using it."]
    assert source._session.camera is None


def test_one_that_is_pulled_out_says_so(source):
    source.start()
    source._devices.videoInputsChanged.emit()  # another one came
    assert source.said == []
    Devices.there.clear()
    source._devices.videoInputsChanged.emit()
    assert source.said == ["The camera Built-in is no longer connected."]


@pytest.mark.parametrize(("status", "begins"), [("Granted", True), ("Denied", False)])
def test_a_system_that_was_asked_before_answers_at_once(monkeypatch, qapp, source, status, begins):
    monkeypatch.setattr(type(qapp), "checkPermission", lambda *_: Qt.PermissionStatus[status])
    source.start()
    assert source.is_running is begins
    assert bool(source.said) is not begins
    if not begins:
        assert source.said[0].startswith("The system does not permit ConvViz to use the camera")


@pytest.mark.parametrize(("status", "begins"), [("Granted", True), ("Denied", False)])
def test_a_person_is_asked_and_answers_later(monkeypatch, qapp, source, status, begins):
    asked = []
    undetermined = Qt.PermissionStatus.Undetermined
    monkeypatch.setattr(type(qapp), "checkPermission", lambda *_: undetermined)
    monkeypatch.setattr(type(qapp), "requestPermission", lambda self, what, context, then: asked.append(then))
    source.start()
    assert not source.is_running
    asked[0](SimpleNamespace(status=lambda: Qt.PermissionStatus[status]))
    assert source.is_running is begins
