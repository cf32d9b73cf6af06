"""The live input: the newest frame of a source in the document's place, as fast as it can be shown."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from convviz.core.base.translatable import TranslatableError
from convviz.core.images.image import Image
from convviz.document.live.frames import image_of
from convviz.document.live.source import LiveSource
from convviz.document.state.state import DocumentState, Pin

PATIENCE = 10_000
"""Milliseconds until a source that sends nothing is given up."""

TICK = 1000
"""How often the rate is counted anew, in milliseconds."""


@dataclass(frozen=True)
class Moving:
    """What is said of the live input: its name, whether it moves, how many pictures a second are shown.

    ``place`` is where a video is, of how many milliseconds; ``is_over`` says that nothing more comes.
    """

    title: str
    is_video: bool = False
    is_running: bool = False
    is_over: bool = False
    rate: int | None = None
    place: tuple[int, int] = (0, 0)
    loops: bool = False


class LiveFeed(QObject):
    """Takes one frame after the other from a `LiveSource`; what comes while one is being shown is dropped.

    ``arrived()``: `image` is a new picture; the next one comes after `shown`. ``changed()``: `moving` says
    something else now. ``began(title)`` comes with the first picture, ``ended()`` when there is none any
    more, ``failed(error)`` with the reason why a source sends nothing: a picture that is there stays.
    """

    began = Signal(str)
    arrived = Signal()
    changed = Signal()
    ended = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self.source: LiveSource | None = None
        self.image: Image | None = None
        self.pin: Pin | None = None
        """The cell of the moving picture that is pinned; one of the document's picture would be elsewhere."""
        self._frame: object | None = None
        self._is_free = True
        self._is_over = False
        self._shown, self._since = 0, 0.0
        self._rate: int | None = None
        self._first = QTimer(self, singleShot=True, interval=PATIENCE)
        self._first.timeout.connect(self._on_nothing)
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self.count)

    @property
    def is_on(self) -> bool:
        """Whether a picture of it is on show."""
        return self.image is not None

    @property
    def is_waiting(self) -> bool:
        """Whether the first picture is still to come."""
        return self.source is not None and self.image is None

    @property
    def moving(self) -> Moving | None:
        """What is to be said of it; None while it is not on."""
        source = self.source
        if source is None or self.image is None:
            return None
        running = source.is_running
        rate = self._rate if running else None
        return Moving(source.title, source.is_video, running, self._is_over, rate, source.place, source.loops)

    def over(self, state: DocumentState) -> DocumentState:
        """The state with the moving picture, and its pin, in the place of the document's own."""
        return state if self.image is None else replace(state, image=self.image, pin=self.pin, title="")

    # Coming and going

    def begin(self, source: LiveSource) -> None:
        """Show what ``source`` sends, once something comes; what was shown before ends."""
        self.end()
        self.source = source
        source.setParent(self)
        self._is_over, self._is_free = False, True
        source.arrived.connect(self._on_frame)
        source.changed.connect(self._on_changed)
        source.failed.connect(self._on_failed)
        self._first.start()
        source.start()

    def toggle(self) -> None:
        """Freeze the picture, or let it go on."""
        if self.source is None or self._is_over:
            return
        if self.source.is_running:
            self.source.pause()
        else:
            self._count_anew()
            self.source.start()

    def rest(self) -> None:
        """Freeze the picture and release the camera: nobody looks."""
        if self.source is not None and self.is_on and not self._is_over:
            self.source.release()

    def end(self) -> None:
        """Release the source; the document's own picture is back."""
        was_on = self.is_on
        for timer in (self._first, self._tick):
            timer.stop()
        source, self.source = self.source, None
        self.image = self._frame = self.pin = None
        if source is not None:
            source.arrived.disconnect(self._on_frame)
            source.changed.disconnect(self._on_changed)
            source.failed.disconnect(self._on_failed)
            source.close()
            source.deleteLater()
        if was_on:
            self.ended.emit()

    # Frames

    def shown(self) -> None:
        """The picture has been through all stages: the next one is computed while this one is painted."""
        if self._is_free or self.image is None:
            return
        self._is_free = True
        self._shown += 1
        if self._frame is not None:
            self._take()

    def _on_frame(self, frame: object) -> None:
        self._frame = frame
        if self._is_free:
            self._take()

    def _take(self) -> None:
        frame, self._frame = self._frame, None
        image = None if frame is None or self.source is None else image_of(frame, self.source.name)  # type: ignore[arg-type]
        if image is None:
            return
        is_first = self.image is None
        if self.image is not None and self.image.shape != image.shape:
            self.pin = None
        self.image, self._is_free = image, False
        if is_first and self.source is not None:
            self._first.stop()
            self._count_anew()
            self._tick.start()
            self.began.emit(self.source.title)
        self.arrived.emit()

    def count(self) -> None:
        """Say how many pictures a second were shown since this was counted last."""
        elapsed = self._clock() - self._since
        if elapsed > 0:
            self._rate = round(self._shown / elapsed)
        self._shown, self._since = 0, self._clock()
        self.changed.emit()

    def _count_anew(self) -> None:
        self._shown, self._since, self._rate = 0, self._clock(), None

    def _on_changed(self) -> None:
        if self.is_on:
            self.changed.emit()

    def _on_nothing(self) -> None:
        title = self.source.title if self.source is not None else ""
        self._on_failed(TranslatableError("{name} sends no pictures.", name=title))

    def _on_failed(self, error: object) -> None:
        if self.is_on:
            self._is_over = True
            self.changed.emit()
        else:
            self.end()
        self.failed.emit(error)
