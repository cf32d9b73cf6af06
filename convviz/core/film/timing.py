"""How long each moment of a film stands, and which moments are worth a picture of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from convviz.core.film.moments import Detail, Film, Moment, Part

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
LANDINGS_ABOVE = 4.0
"""Faster than this, only the moments at which a result lands are shown."""

_EACH: dict[Part, int] = {"place": 160, "multiply": 40, "add": 60, "finish": 160, "land": 200}
_AT_ONCE: dict[Part, int] = {**_EACH, "multiply": 160, "add": 240}


def milliseconds(moment: Moment, detail: Detail) -> int:
    """How long ``moment`` is shown at 1x, in milliseconds.

    With every product shown, a product takes 40 and a term of the sum 60; where all products
    appear at once they get 160 together, and the sum 240.

    >>> milliseconds(Moment("convolution", 0, 0, "multiply", 1, 0), "product")
    40
    """
    return (_EACH if detail == "product" else _AT_ONCE)[moment.part]


def following(film: Film, index: int, speed: float) -> tuple[int | None, int]:
    """The moment shown after ``index``, and the milliseconds (at 1x) until it is due.

    Faster than `LANDINGS_ABOVE` it is the next landing, after the same time. None at the end of
    the film, with the time that its last moment stands.

    >>> from convviz.core.film.moments import Act
    >>> film = Film((Act("convolution", range(2), range(1), 9, "sum"),))
    >>> following(film, 0, 1.0), following(film, 0, 8.0), following(film, 9, 1.0)
    ((1, 160), (4, 720), (None, 200))
    """
    waited = 0
    while True:
        moment = film.moment(index)
        waited += milliseconds(moment, film.detail)
        index += 1
        if index >= len(film):
            return None, waited
        if speed <= LANDINGS_ABOVE or film.moment(index).landed:
            return index, waited


@dataclass(frozen=True)
class Shot:
    """A picture of an exported film: moment ``index``, to be shown for so many milliseconds."""

    index: int
    milliseconds: int


def shots(film: Film, first: int, last: int, speed: float, shortest: int = 40) -> Iterator[Shot]:
    """The pictures of moments ``first`` to ``last``, played at ``speed``.

    A moment that would stand for less than ``shortest`` milliseconds shares its time with those
    after it, of which the last is shown: viewers slow down what changes faster. The last picture
    always stands for a second at least.

    >>> from convviz.core.film.moments import Act
    >>> film = Film((Act("convolution", range(1), range(1), 2, "product"),))
    >>> [(shot.index, shot.milliseconds) for shot in shots(film, 0, 6, 1.0)]
    [(0, 160), (1, 40), (2, 40), (3, 60), (4, 60), (5, 160), (6, 1000)]
    """
    waited = 0.0
    index: int | None = first
    while index is not None and index <= last:
        after, lasts = following(film, index, speed)
        waited += lasts / speed
        if after is None or after > last:
            yield Shot(index, max(round(waited), 1000))
        elif waited >= shortest:
            yield Shot(index, round(waited))
            waited = 0.0
        index = after
