"""Plays a film: moves from moment to moment while time goes by, as fast as a person wants."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from convviz.core.film.moments import Film
from convviz.core.film.timing import SPEEDS, following

Clock: TypeAlias = Callable[[], float]
FRAME = 16
"""Milliseconds between two looks at the clock at least; screens show no more."""


class Player(QObject):
    """Holds where a `Film` stands, and moves on by itself while it plays.

    ``moved(index)`` says that another moment is on show, ``playing_changed(playing)`` that it began
    or stopped, ``ended()`` that it stopped because the film is over. While it is paused no timer
    runs. ``clock`` tells the seconds; tests move time on with `advance` instead.

    >>> from convviz.core.film.moments import Act
    >>> player = Player()
    >>> player.set_film(Film((Act("convolution", range(7), range(7), 9, "cell"),)))
    >>> player.seek(48)
    >>> player.at_end
    True
    """

    moved = Signal(int)
    playing_changed = Signal(bool)
    ended = Signal()

    def __init__(self, parent: QObject | None = None, *, clock: Clock = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._film = Film(())
        self._index = 0
        self._elapsed = 0.0  # milliseconds at 1x that the present moment has stood
        self._looked = 0.0
        self._speed = 1.0
        self.loop = False  # whether the end is followed by the beginning
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)

    # What there is

    @property
    def film(self) -> Film:
        """The film that is played."""
        return self._film

    @property
    def position(self) -> int:
        """The number of the moment on show."""
        return self._index

    @property
    def playing(self) -> bool:
        """Whether it moves on by itself."""
        return self._timer.isActive()

    @property
    def at_end(self) -> bool:
        """Whether the last moment is on show."""
        return self._index >= len(self._film) - 1

    @property
    def speed(self) -> float:
        """One of `SPEEDS`; 1 is the speed to read along."""
        return self._speed

    def set_film(self, film: Film, position: int = 0) -> None:
        """Play ``film`` from now on, from moment ``position``; no signal, playing goes on."""
        self._film = film
        self._index = self._inside(position)
        self._elapsed = 0.0
        if not len(film):
            self.pause()

    def set_speed(self, speed: float) -> None:
        """Play this much faster; ValueError for what is none of `SPEEDS`."""
        if speed not in SPEEDS:
            raise ValueError(f"speed {speed:g} is none of {', '.join(f'{s:g}' for s in SPEEDS)}")
        if self.playing:
            self._look()
        self._speed = speed
        if self.playing:
            self._wait()

    # Where to

    def seek(self, index: int) -> None:
        """Show moment ``index``, or the nearest there is."""
        index = self._inside(index)
        self._elapsed = 0.0
        if index != self._index:
            self._index = index
            self.moved.emit(index)

    def step(self, by: int = 1) -> None:
        """Pause, and go so many moments on (back, where negative)."""
        self.pause()
        self.seek(self._index + by)

    def first(self) -> None:
        """Go to the beginning; a film that plays goes on playing."""
        self.seek(0)

    def last(self) -> None:
        """Go to the end, and pause."""
        self.pause()
        self.seek(len(self._film) - 1)

    # Playing

    def play(self) -> None:
        """Move on by itself; from the beginning where the end is on show."""
        if self.playing or not len(self._film):
            return
        if self.at_end:
            self.seek(0)
        self._looked = self._clock()
        self._wait()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stay at the present moment."""
        if self.playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        """Play, or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def advance(self, milliseconds: float) -> None:
        """Let so much time go by; what the timer does, and tests. Nothing happens while paused."""
        if not self.playing:
            return
        before, time_left = self._index, self._elapsed + milliseconds * self._speed
        over = False
        while not over:
            after, lasts = following(self._film, self._index, self._speed)
            if time_left < lasts:
                break
            time_left -= lasts
            over = after is None and not self.loop
            self._index = self._index if over else after or 0
        self._elapsed = 0.0 if over else time_left
        if self._index != before:
            self.moved.emit(self._index)
        if over:
            self.pause()
            self.ended.emit()

    def _inside(self, index: int) -> int:
        return min(max(index, 0), max(len(self._film) - 1, 0))

    def _on_timeout(self) -> None:
        self._timer.start(FRAME)  # still playing, as far as `advance` is concerned
        self._look()
        if self.playing:
            self._wait()

    def _look(self) -> None:
        """See how much time went by since the last look."""
        now = self._clock()
        gone, self._looked = now - self._looked, now
        self.advance(gone * 1000)

    def _wait(self) -> None:
        """Look again when the next moment is due."""
        _, lasts = following(self._film, self._index, self._speed)
        self._timer.start(max(FRAME, math.ceil((lasts - self._elapsed) / self._speed)))
