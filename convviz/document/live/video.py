"""A video file as a source of frames: played, stopped, looked up, over and over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl

from convviz.core.base.files import kind_of, system_reason
from convviz.core.base.translatable import TranslatableError
from convviz.core.base.visible import visible
from convviz.document.live.media import hush_warnings, multimedia
from convviz.document.live.source import LiveSource

TIMELESS = ".avi"
"""Its pictures carry no times; Qt counts them, and complains."""

ENDINGS = (".mp4", ".m4v", ".webm", ".mov", ".mkv", ".avi")
"""How the names of video files end."""


def check_file(path: Path) -> None:
    """Raise an error with a sentence if ``path`` cannot be opened as a file at all.

    >>> check_file(Path("no such clip.mp4"))
    Traceback (most recent call last):
        ...
    convviz.core.base.translatable.TranslatableError: no such clip.mp4 does not exist.
    """
    name = visible(path.name)
    try:
        kind = kind_of(path.stat().st_mode)
        if kind == "folder":
            raise TranslatableError("{name} is a folder, not a video.", name=name)
        if kind == "other":
            raise TranslatableError("{name} is no ordinary file.", name=name)
        with path.open("rb") as file:
            empty = not file.read(1)
    except FileNotFoundError:
        raise TranslatableError("{name} does not exist.", name=name) from None
    except OSError as error:
        raise TranslatableError(
            "{name} cannot be read ({reason}).", name=name, reason=system_reason(error)
        ) from None
    if empty:
        raise TranslatableError("{name} is empty.", name=name)


class VideoSource(LiveSource):
    """Plays a file without its sound; stops on its last picture, or begins anew.

    ``failed`` follows a file that is damaged, of no known kind, or without pictures.
    """

    is_video = True

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(path.name, parent)
        check_file(path)
        media = multimedia()
        self._states = media.QMediaPlayer.PlaybackState
        self._statuses = media.QMediaPlayer.MediaStatus
        self.path = path
        self._over = False
        self._sink = media.QVideoSink(self)
        self._player = media.QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._player.setLoops(media.QMediaPlayer.Loops.Infinite.value)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._player.errorOccurred.connect(self._on_error)
        self._player.mediaStatusChanged.connect(self._on_status)
        for signal in ("playbackStateChanged", "positionChanged", "durationChanged"):
            getattr(self._player, signal).connect(self._on_news)

    @property
    def is_running(self) -> bool:
        return bool(self._player.playbackState() == self._states.PlayingState)

    @property
    def name(self) -> str:
        """The file's name and how far into it the picture is: ``clip.mp4, 0:03``."""
        seconds = self._player.position() // 1000
        return f"{self.title}, {seconds // 60}:{seconds % 60:02}"

    @property
    def place(self) -> tuple[int, int]:
        return self._player.position(), self._player.duration()

    @property
    def loops(self) -> bool:
        return bool(self._player.loops() != 1)

    def start(self) -> None:
        if self._over:
            return
        if self._player.source().isEmpty():
            hush_warnings(self.path.suffix.lower() == TIMELESS)
            self._player.setSource(QUrl.fromLocalFile(str(self.path.absolute())))
        self._player.play()

    def pause(self) -> None:
        if not self._over:
            self._player.pause()

    def seek(self, milliseconds: int) -> None:
        self._player.setPosition(milliseconds)

    def set_loops(self, loops: bool) -> None:
        self._player.setLoops(-1 if loops else 1)
        self.changed.emit()

    def close(self) -> None:
        if not self._over:
            self._over = True
            self._player.stop()
            self._player.setVideoSink(None)
            self._player.setSource(QUrl())
            hush_warnings(False)

    def _on_frame(self, frame: object) -> None:
        if not self._over:
            self.arrived.emit(frame)

    def _on_news(self, _: object) -> None:
        if not self._over:
            self.changed.emit()

    def _on_status(self, status: object) -> None:
        if status == self._statuses.LoadedMedia and not self._player.hasVideo():
            self._fail(TranslatableError("{name} holds no pictures, only sound.", name=self.title))

    def _on_error(self, _error: object, _text: str) -> None:
        self._fail(
            TranslatableError(
                "{name} is damaged, or a video of a kind that cannot be read here.", name=self.title
            )
        )

    def _fail(self, error: TranslatableError) -> None:
        if not self._over:
            self.close()
            self.failed.emit(error)
