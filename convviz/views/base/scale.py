"""The text size: how large everything is drawn, from 100 to 200 % of the sizes in the code.

Sizes are written in the code as at 100 % and pass through `px` where they are used, fonts through
`theme.font`. Only the thread of the window has a text size of its own: what other threads paint, and
what is painted within `unscaled`, is for files and stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, TypeVar, cast

from PySide6.QtCore import QSize

STEPS: Final = (100, 110, 125, 150, 175, 200)
"""The text sizes that can be chosen, in percent."""

_factor: ContextVar[float] = ContextVar("text size", default=1.0)
Size = TypeVar("Size", int, float, QSize, tuple[int, ...], tuple[float, ...])


def factor() -> float:
    """The text size of the moment; 1 is 100 %."""
    return _factor.get()


def set_factor(value: float) -> None:
    """Choose the text size for what is made and painted from now on in this thread."""
    _factor.set(value)


def px(size: Size) -> Size:
    """A size in pixels, or several, at the text size of the moment; whole numbers stay whole.

    >>> set_factor(1.5)
    >>> px(26), px(13.0), px((8, 5))
    (39, 19.5, (12, 8))
    >>> set_factor(1.0)
    >>> px(26)
    26
    """
    by = _factor.get()
    return size if by == 1.0 else _times(size, by)


def _times(size: Size, by: float) -> Size:
    if isinstance(size, tuple):
        return cast(Size, tuple(_times(part, by) for part in size))
    if isinstance(size, int):
        return int(size * by + 0.5)
    return size * by


@contextmanager
def unscaled() -> Iterator[None]:
    """Paint at 100 %, whatever the window's text size is: for files."""
    before = _factor.set(1.0)
    try:
        yield
    finally:
        _factor.reset(before)


def nearest_step(percent: float, steps: int = 0) -> int:
    """The text size in percent that lies nearest, or so many steps above or below it.

    >>> nearest_step(120), nearest_step(125, 1), nearest_step(200, 1), nearest_step(100, -1)
    (125, 150, 200, 100)
    """
    place = min(range(len(STEPS)), key=lambda index: abs(STEPS[index] - percent))
    return STEPS[min(max(place + steps, 0), len(STEPS) - 1)]
