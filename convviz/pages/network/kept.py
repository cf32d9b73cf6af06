"""Results of functions, remembered as long as their arguments stay the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from convviz.document.state.state import Movement

Found = TypeVar("Found")
PLAIN = (str, int, float, bool, tuple, frozenset, Movement)


class Kept:
    """Calls functions, and remembers the last result of each: the same arguments give the same object.

    Arguments are the same if they are identical, or equal plain values.

    >>> kept = Kept()
    >>> kept(sorted, (2, 1)) is kept(sorted, (2, 1))
    True
    """

    def __init__(self) -> None:
        self._known: dict[Any, tuple[tuple[Any, ...], Any]] = {}

    def __call__(self, function: Callable[..., Found], *given: Any) -> Found:
        known = self._known.get(function)
        if known is not None:
            for old, new in zip(known[0], given, strict=True):
                if old is not new and not (type(old) is type(new) in PLAIN and old == new):
                    break
            else:
                result: Found = known[1]
                return result
        result = function(*given)
        self._known[function] = given, result
        return result
