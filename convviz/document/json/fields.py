"""Reading values from a JSON object that anybody may have edited: each is checked before it is used."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any, TypeVar, cast

from convviz.core.base.translatable import TranslatableError

Choice = TypeVar("Choice", bound=str)

LONGEST_TEXT = 4096


class ExperimentError(TranslatableError):
    """A file is not an experiment; the text is a sentence that says why."""


class Fields:
    """One JSON object; every method returns a checked value or raises `ExperimentError`.

    ``where`` is the way to it, for the message.

    >>> Fields({"bias": 2}, "settings").number("bias")
    2.0
    >>> Fields({"bias": "two"}, "settings").number("bias")
    Traceback (most recent call last):
    convviz.document.json.fields.ExperimentError: settings.bias is not a number: 'two'
    """

    def __init__(self, data: object, where: str) -> None:
        self._where = where
        if not isinstance(data, dict):
            text = "{path} is not an object: {value}" if where else "the file is not an object: {value}"
            raise ExperimentError(text, path=where, value=_short(data))
        self._data: dict[str, Any] = data

    def value(self, key: str) -> Any:
        """Whatever stands under ``key``, unchecked; it must be there."""
        if key not in self._data:
            raise ExperimentError("{path} is missing", path=self.path(key))
        return self._data[key]

    def has(self, key: str) -> bool:
        """Whether anything stands under ``key``."""
        return key in self._data

    def path(self, key: str) -> str:
        """The name of a value, with the way to it: ``settings.pool.size``."""
        return f"{self._where}.{key}" if self._where else key

    def fields(self, key: str) -> Fields:
        """The object under ``key``."""
        return Fields(self.value(key), self.path(key))

    def optional_fields(self, key: str) -> Fields | None:
        """The object under ``key``, or None where null stands."""
        return None if self.value(key) is None else self.fields(key)

    def text(self, key: str, *, longest: int = LONGEST_TEXT) -> str:
        """A string of at most ``longest`` characters."""
        value = self.value(key)
        if not isinstance(value, str):
            raise self._error(key, "{path} is not a text: {value}")
        if len(value) > longest:
            raise self._error(key, "{path} is longer than {longest} characters: {value}", longest=longest)
        return value

    def choice(self, key: str, allowed: Sequence[Choice]) -> Choice:
        """One of the strings in ``allowed``."""
        if self.value(key) not in allowed:
            raise self._error(key, "{path} is none of {allowed}: {value}", allowed=", ".join(allowed))
        return cast(Choice, self.value(key))

    def flag(self, key: str) -> bool:
        """true or false."""
        value = self.value(key)
        if not isinstance(value, bool):
            raise self._error(key, "{path} is neither true nor false: {value}")
        return value

    def number(self, key: str) -> float:
        """A finite number; whole ones only if float64 holds them."""
        value = finite(self.value(key))
        if value is None:
            raise self._error(key, "{path} is not a number: {value}")
        if value != self.value(key):
            raise self._error(key, "{path} has no exact float64: {value}")
        return value

    def integer(self, key: str, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``."""
        if not _is_whole(self.value(key), low, high):
            text = "{path} is not a whole number from {low} to {high}: {value}"
            raise self._error(key, text, low=low, high=high)
        return int(self.value(key))

    def pair(self, key: str, low: int, high: int) -> tuple[int, int]:
        """Two whole numbers, (rows, columns)."""
        value = self.value(key)
        if not _is_pair(value, low, high):
            text = "{path} is not two whole numbers from {low} to {high}: {value}"
            raise self._error(key, text, low=low, high=high)
        return value[0], value[1]

    def pairs(self, key: str, low: int, high: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Two pairs of whole numbers, ((top, bottom), (left, right))."""
        value = self.value(key)
        if not (_is_two(value) and all(_is_pair(one, low, high) for one in value)):
            text = "{path} is not two pairs of whole numbers from {low} to {high}: {value}"
            raise self._error(key, text, low=low, high=high)
        return (value[0][0], value[0][1]), (value[1][0], value[1][1])

    def objects(self, key: str, *, most: int) -> list[Fields]:
        """A list of at most ``most`` objects."""
        values = self.value(key)
        if not isinstance(values, list) or len(values) > most:
            raise self._error(key, "{path} is not a list of at most {most}: {value}", most=most)
        return [Fields(value, f"{self.path(key)}.{at}") for at, value in enumerate(values)]

    def numbers(self, key: str, *, most: int) -> tuple[float, ...]:
        """A list of at most ``most`` finite numbers."""
        return self._row(key, self.value(key), most)

    def number_rows(self, key: str, *, most: int) -> tuple[tuple[float, ...], ...]:
        """A list of at most ``most`` rows of at most ``most`` finite numbers."""
        rows = self.value(key)
        if not isinstance(rows, list) or len(rows) > most:
            raise self._error(key, "{path} is not a list of at most {most}: {value}", most=most)
        return tuple(self._row(key, row, most) for row in rows)

    def _row(self, key: str, values: object, most: int) -> tuple[float, ...]:
        if not isinstance(values, list) or len(values) > most:
            raise self._error(key, "{path} is not a list of at most {most}: {value}", most=most)
        numbers = [finite(value) for value in values]
        if None in numbers:
            raise self._error(key, "{path} is not a number: {value}")
        return tuple(number for number in numbers if number is not None)

    def _error(self, key: str, template: str, **details: object) -> ExperimentError:
        return ExperimentError(template, path=self.path(key), value=_short(self.value(key)), **details)


def finite(value: object) -> float | None:
    """The number as a float, or None if it is none, infinite, or no number at all (a bool is none).

    >>> finite(2), finite(True), finite(1e999), finite(10**400)
    (2.0, None, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if isfinite(number) else None


def _is_whole(value: object, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_pair(value: Any, low: int, high: int) -> bool:
    return _is_two(value) and all(_is_whole(one, low, high) for one in value)


def _is_two(value: Any) -> bool:
    return isinstance(value, list | tuple) and len(value) == 2


def _short(value: object) -> str:
    """The value as it may stand in a message: huge ones are cut, lists and objects only named."""
    if isinstance(value, list | dict):
        return f"a list of {len(value)}" if isinstance(value, list) else "an object"
    if isinstance(value, str):
        return repr(value if len(value) <= 40 else value[:40] + "…")
    if isinstance(value, int) and abs(value) >= 10**40:
        return "a huge number"
    return repr(value)
