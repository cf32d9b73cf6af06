"""What a camera and a video file have in common: frames come, until there are none any more."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from convviz.core.base.visible import visible


class LiveSource(QObject):
    """Sends frames, one after the other, from `start` to `close`.

    ``arrived(frame)``: a frame of Qt's. ``changed()``: something else of it is new, such as the position.
    ``failed(error)``, an error with a sentence: no more frames come.
    """

    arrived = Signal(object)
    changed = Signal()
    failed = Signal(object)

    is_video = False
    """Whether it can be played, looked up and looped; a camera can only go on."""

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = visible(title)

    @property
    def is_running(self) -> bool:
        """Whether frames are on their way."""
        return False

    @property
    def name(self) -> str:
        """What the picture that came last is called."""
        return self.title

    @property
    def place(self) -> tuple[int, int]:
        """Where it is, of how many milliseconds; (0, 0) for what has no end."""
        return 0, 0

    @property
    def loops(self) -> bool:
        """Whether it begins anew at its end."""
        return False

    def start(self) -> None:
        """Begin to send frames, or go on."""

    def pause(self) -> None:
        """Stop sending, and be ready to go on at once."""

    def release(self) -> None:
        """Stop sending, and let go of the camera; `start` takes it again."""
        self.pause()

    def seek(self, milliseconds: int) -> None:
        """Go to a place and send what is there."""

    def set_loops(self, loops: bool) -> None:
        """Begin anew at the end, or stop there."""

    def close(self) -> None:
        """Stop for good and let go of everything."""
