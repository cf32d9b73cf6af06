"""The cameras of this computer, and one of them as a source of frames."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from convviz.core.base.translatable import TranslatableError
from convviz.document.live.media import multimedia
from convviz.document.live.source import LiveSource

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCameraDevice

WIDTH, HEIGHT, LEAST_RATE = 640, 480, 30
"""What a camera is asked for, or what comes nearest: larger pictures are not quicker to learn from."""


def cameras() -> Sequence[QCameraDevice]:
    """The cameras that are there now, the system's usual one first; an error with a sentence for none."""
    devices = multimedia().QMediaDevices
    usual = devices.defaultVideoInput().id()
    found = sorted(devices.videoInputs(), key=lambda device: bool(device.id() != usual))
    if not found:
        raise TranslatableError("No camera is connected to this computer, or none that it lets ConvViz see.")
    return found


def nearest_format(formats: Sequence[Any]) -> Any | None:
    """Of the formats of a camera the one nearest to 640 × 480 that is quick enough; None for none at all."""

    def distance(one: Any) -> tuple[bool, int, float]:
        size = one.resolution()
        pixels = abs(size.width() * size.height() - WIDTH * HEIGHT)
        return one.maxFrameRate() < LEAST_RATE - 1, pixels, -one.maxFrameRate()

    return min(formats, key=distance, default=None)


class CameraSource(LiveSource):
    """Sends what a camera sees; nothing of it is kept. The camera's light is on from `start` to `release`.

    ``failed`` follows where the system does not permit it, the camera is busy, or it is pulled out.
    """

    def __init__(self, device: QCameraDevice, parent: QObject | None = None) -> None:
        super().__init__(device.description(), parent)
        self._media = media = multimedia()
        self._id = device.id()
        self._passes = self._over = False
        self._sink = media.QVideoSink(self)
        self._camera = media.QCamera(device, self)
        chosen = nearest_format(device.videoFormats())
        if chosen is not None:
            self._camera.setCameraFormat(chosen)
        self._session = media.QMediaCaptureSession(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._devices = media.QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._on_devices)
        self._camera.errorOccurred.connect(self._on_error)
        self._sink.videoFrameChanged.connect(self._on_frame)

    @property
    def is_running(self) -> bool:
        return self._passes and not self._over

    def start(self) -> None:
        if not self._over:
            permitted(self, self._on_permission)

    def pause(self) -> None:
        self._passes = False
        self.changed.emit()

    def release(self) -> None:
        self._camera.stop()
        self.pause()

    def close(self) -> None:
        if not self._over:
            self._over = True
            self._camera.stop()
            self._session.setVideoSink(None)
            self._session.setCamera(None)

    def _on_permission(self, granted: bool) -> None:
        if self._over:
            return
        if not granted:
            self._fail(
                TranslatableError(
                    "The system does not permit ConvViz to use the camera; "
                    "its privacy settings can change that."
                )
            )
            return
        self._passes = True
        self._camera.start()
        self.changed.emit()

    def _on_frame(self, frame: object) -> None:
        if self._passes and not self._over:
            self.arrived.emit(frame)

    def _on_devices(self) -> None:
        if self._id not in [device.id() for device in self._media.QMediaDevices.videoInputs()]:
            self._fail(TranslatableError("The camera {name} is no longer connected.", name=self.title))

    def _on_error(self, _error: object, _text: str) -> None:
        self._fail(
            TranslatableError(
                "The camera {name} cannot be used; perhaps another program is using it.", name=self.title
            )
        )

    def _fail(self, error: TranslatableError) -> None:
        if not self._over:
            self.close()
            self.failed.emit(error)


def permitted(context: QObject, answer: Callable[[bool], None]) -> None:
    """Ask the system whether the camera may be used, and the person where nobody has yet; then ``answer``."""
    app, granted = QCoreApplication.instance(), Qt.PermissionStatus.Granted
    try:
        from PySide6.QtCore import QCameraPermission
    except ImportError:  # a Qt that asks nobody
        answer(True)
        return
    assert app is not None
    status = app.checkPermission(QCameraPermission())
    if status != Qt.PermissionStatus.Undetermined:
        answer(bool(status == granted))
        return
    app.requestPermission(
        QCameraPermission(), context, lambda permission: answer(bool(permission.status() == granted))
    )
