"""Videos that the tests make, and a source that sends what it is told to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from convviz.document.live.media import multimedia
from convviz.document.live.source import LiveSource


def write_clip(path: Path, pictures: Iterable[NDArray[np.uint8]], rate: int = 25) -> Path:
    """A video of these pictures (rows, columns, 3), so many a second, in the format of the path's ending."""
    import imageio_ffmpeg

    pictures = list(pictures)
    rows, columns = pictures[0].shape[:2]
    codec = "libvpx" if path.suffix == ".webm" else "libx264"
    options = {"fps": rate, "codec": codec, "macro_block_size": 1, "ffmpeg_log_level": "error"}
    writer = imageio_ffmpeg.write_frames(str(path), (columns, rows), **options)
    writer.send(None)
    for picture in pictures:
        writer.send(np.ascontiguousarray(picture))
    writer.close()
    return path


def greys(count: int, rows: int = 48, columns: int = 64) -> list[NDArray[np.uint8]]:
    """Pictures of one grey each, brighter and brighter."""
    return [np.full((rows, columns, 3), 20 + 200 * at // count, np.uint8) for at in range(count)]


def frame(values: NDArray[np.uint8]) -> object:
    """A frame as a camera sends it, of (rows, columns) bytes, all channels the same."""
    rows, columns = values.shape
    colours = np.ascontiguousarray(np.repeat(values[:, :, None], 4, axis=2))
    picture = QImage(colours.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()
    return multimedia().QVideoFrame(picture)


class Puppet(LiveSource):
    """A camera that sends a picture when a test says so."""

    def __init__(self, title: str = "Puppet", *, is_video: bool = False) -> None:
        super().__init__(title)
        self.is_video = is_video  # type: ignore[misc]
        self.log: list[str] = []
        self._running = False

    @property
    def is_running(self) -> bool:
        return self._running

    def send(self, values: NDArray[np.uint8]) -> None:
        """One frame comes."""
        self.arrived.emit(frame(values))

    def start(self) -> None:
        self._note("start", True)

    def pause(self) -> None:
        self._note("pause", False)

    def release(self) -> None:
        self._note("release", False)

    def seek(self, milliseconds: int) -> None:
        self.log.append(f"seek {milliseconds}")

    def set_loops(self, loops: bool) -> None:
        self.log.append(f"loops {loops}")

    def close(self) -> None:
        self._note("close", False)

    def _note(self, word: str, running: bool) -> None:
        self.log.append(word)
        self._running = running
        self.changed.emit()
