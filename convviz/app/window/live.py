"""What the window does for the live input: choosing a camera, opening a video, saying what goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from convviz.app.dialogs.dialogs import Dialogs, error_sentence
from convviz.app.preferences import Preferences
from convviz.core.base.visible import visible
from convviz.document.live.camera import CameraSource, cameras
from convviz.document.live.source import LiveSource
from convviz.document.live.video import VideoSource

PATIENCE = 500  # milliseconds until the first picture is worth a sentence
READ = 8000  # milliseconds after which the sentence about the keys has been read


class WindowLive(QObject):
    """Finds sources for the live input. A failure is told in one sentence, and changes nothing.

    ``source_wanted(source)``: show it. ``message(kind, text)`` is for the band, and ``message_over(text)``
    takes it away; ``busy(text)`` and ``idle()`` say that the first picture takes long.
    """

    source_wanted = Signal(object)
    message = Signal(str, str)
    message_over = Signal(str)
    busy = Signal(str)
    idle = Signal()

    def __init__(
        self,
        preferences: Preferences,
        dialogs: Dialogs,
        window: QWidget,
        *,
        find: Callable[[], Sequence[object]] = cameras,
        camera: Callable[..., LiveSource] = CameraSource,
    ) -> None:
        super().__init__(window)
        self._preferences, self._dialogs, self._window = preferences, dialogs, window
        self.find, self.camera = find, camera
        """How cameras are found, and how one of them becomes a source."""
        self._name = ""
        self._path: Path | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._on_patience_lost)
        self._said = ""
        self._read = QTimer(self, singleShot=True, interval=READ)
        self._read.timeout.connect(self._take_back)

    def choose_camera(self) -> None:
        """Begin with the camera; where there are several, with the one that is chosen."""
        try:
            found = list(self.find())
            names = [visible(device.description()) for device in found]  # type: ignore[attr-defined]
            chosen = self._dialogs.camera(self._window, names) if len(found) > 1 else 0
            if chosen is not None:
                self._begin(self.camera(found[chosen]), None)
        except (ValueError, OSError) as error:
            self.message.emit("error", error_sentence(error))

    def open_video(self, path: Path | str) -> None:
        """Begin with the video file ``path``."""
        path = Path(path)
        try:
            self._begin(VideoSource(path), path)
        except (ValueError, OSError) as error:
            self.message.emit("error", error_sentence(error))

    def _begin(self, source: LiveSource, path: Path | None) -> None:
        self._name, self._path = source.title, path
        self._patience.start()
        self.source_wanted.emit(source)

    def on_turned(self, title: str) -> None:
        """The first picture is there, or the live input has ended."""
        self.stop_waiting()
        self._take_back()
        if not title:
            return
        if self._path is not None:
            self._preferences.add_recent(self._path)
            return
        text = self.tr("{name} is live: Space freezes it, Esc ends it. Nothing is recorded.")
        self._said = text.format(name=title)
        self.message.emit("info", self._said)
        self._read.start()

    def on_failed(self, error: Exception) -> None:
        """Nothing (more) comes of it."""
        self.stop_waiting()
        self.message.emit("error", error_sentence(error))

    def stop_waiting(self) -> None:
        """The first picture is not waited for any more."""
        self._patience.stop()
        self.idle.emit()

    def _take_back(self) -> None:
        """The sentence about the keys makes room; the line at the bottom goes on saying what is live."""
        self._read.stop()
        said, self._said = self._said, ""
        if said:
            self.message_over.emit(said)

    def _on_patience_lost(self) -> None:
        self.busy.emit(self.tr("Opening {name}…").format(name=self._name))
