"""Readers of JSON values that anybody may have edited: each value is checked before it is used."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, fields
from math import isfinite
from types import NoneType
from typing import Any, Literal, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

from convviz.core.base.limits import LIMITS
from convviz.core.base.translatable import TranslatableError, translatable
from convviz.core.base.visible import visible

T = TypeVar("T")
Json: TypeAlias = dict[str, Any]
Reader: TypeAlias = Callable[["Value"], T]
"""Gives the checked content of a value, or raises `ExperimentError`."""


class ExperimentError(TranslatableError):
    """A file is not an experiment; the text is a sentence that says why."""


@dataclass(frozen=True)
class Value:
    """A JSON value with the way to it, for messages: ``settings.pool.size``, "" for the whole file.

    >>> Value({"bias": 2}, "settings")["bias"]
    Value(data=2, path='settings.bias')
    """

    data: Any
    path: str = ""

    def __getitem__(self, key: str) -> Value:
        """What stands under ``key`` of an object; both must be there."""
        value = Value(self.object().get(key), f"{self.path}.{key}" if self.path else key)
        if key not in self.data:
            raise value.error(translatable("{path} is missing"))
        return value

    def object(self) -> Json:
        """The content, which must be an object."""
        if isinstance(self.data, dict):
            return self.data
        file = translatable("the file is not an object: {value}")
        raise self.error(translatable("{path} is not an object: {value}") if self.path else file)

    def error(self, template: str, **details: Any) -> ExperimentError:
        """The error with ``template``, which may have {path} and {value} among its gaps."""
        return ExperimentError(template, path=self.path, value=_short(self.data), **details)


def content(value: Value) -> Any:
    """What stands there, unchecked."""
    return value.data


def where(
    fits: Callable[[Any], object], template: str, read: Reader[Any] = content, **details: Any
) -> Reader[Any]:
    """What ``read`` gives, refused with ``template`` where it does not fit."""

    def checked(value: Value) -> Any:
        found = read(value)
        if not fits(found):
            raise value.error(template, **details)
        return found

    return checked


def is_finite(data: object) -> bool:
    """Whether this is a number (a bool is none) that float64 has room for.

    >>> is_finite(2), is_finite(True), is_finite(1e999), is_finite(10**400)
    (True, False, False, False)
    """
    try:
        return isinstance(data, int | float) and not isinstance(data, bool) and isfinite(data)
    except OverflowError:
        return False


flag: Reader[bool] = where(
    lambda found: isinstance(found, bool), translatable("{path} is neither true nor false: {value}")
)
"""true or false."""

_finite = where(is_finite, translatable("{path} is not a number: {value}"))
_exact = where(
    lambda found: float(found) == found, translatable("{path} has no exact float64: {value}"), _finite
)


def number(value: Value) -> float:
    """A finite number; whole ones only if float64 holds them."""
    return float(_exact(value))


def within(limit: str) -> Reader[float]:
    """A number within the limits that the controls have, too; ``limit`` is its name in their table.

    >>> within("turn")(Value(90, "movement.turn"))
    Traceback (most recent call last):
    convviz.document.files.read.ExperimentError: movement.turn is not a number from -45 to 45: 90
    """
    known = LIMITS[limit]
    beyond = translatable("{path} is not a number from {low:.10g} to {high:.10g}: {value}")
    near = translatable("{path} is too near to 0: {value}; at least {least:g} away from it would do")

    def inside(number: float) -> bool:
        return known.low <= number <= known.high

    held = where(inside, beyond, number, low=known.low, high=known.high)
    return where(known.fits, near, held, least=known.least)


def record(
    make: type[T], *, usual: Collection[str] = (), unread: Collection[str] = (), **readers: Reader[Any]
) -> Reader[T]:
    """An object that holds the fields of the dataclass ``make``; further ones are ignored.

    ``readers`` read fields by name; the type says how to read the others (true or false, text, number,
    one of some words). Those in ``usual`` may be missing, as fields must that are newer than some
    experiments; those in ``unread`` are none of the object's.

    >>> from convviz.document.state.state import Movement
    >>> move = record(Movement, usual=("turn", "scale", "noise"))
    >>> move(Value({"right": 2, "down": 0}))
    Movement(right=2.0, down=0.0, turn=0.0, scale=1.0, noise=0.0)
    >>> move(Value({"right": "two"}, "movement"))
    Traceback (most recent call last):
    convviz.document.files.read.ExperimentError: movement.right is not a number: 'two'
    """
    hints = get_type_hints(make)
    names = [one.name for one in fields(make) if one.name not in unread]  # type: ignore[arg-type]
    every = {name: readers.get(name) or _plain(hints[name]) for name in names}

    def read(value: Value) -> T:
        present = [name for name in every if name not in usual or name in value.object()]
        return make(**{name: every[name](value[name]) for name in present})

    return read


def _plain(hint: Any) -> Reader[Any]:
    """How values of a plain type are read."""
    if get_origin(hint) is Literal:
        return choice(get_args(hint))
    if NoneType in get_args(hint):
        return optional(_plain(next(one for one in get_args(hint) if one is not NoneType)))
    return {bool: flag, str: text(), float: number}[hint]


def optional(read: Reader[T]) -> Reader[T | None]:
    """The same, or None where null stands."""
    return lambda value: None if value.data is None else read(value)


def text(longest: int = 4096) -> Reader[str]:
    """A text of at most ``longest`` characters."""
    words = where(lambda found: isinstance(found, str), translatable("{path} is not a text: {value}"))
    too_long = translatable("{path} is longer than {longest} characters: {value}")
    return where(lambda found: len(found) <= longest, too_long, words, longest=longest)


def name(longest: int = 4096) -> Reader[str]:
    """A text that is shown, as `visible` has it."""
    read = text(longest)
    return lambda value: visible(read(value))[:longest]


def choice(allowed: Sequence[str]) -> Reader[Any]:
    """One of these texts."""
    none = translatable("{path} is none of {allowed}: {value}")
    return where(lambda found: found in allowed, none, allowed=tuple(allowed))


def choice_or(allowed: Sequence[str], other: Reader[T]) -> Reader[str | T]:
    """One of these texts, or what ``other`` reads where no text stands."""
    return lambda value: (choice(allowed) if isinstance(value.data, str) else other)(value)


_WHOLE = {
    (): translatable("{path} is not a whole number from {low} to {high}: {value}"),
    (2,): translatable("{path} is not two whole numbers from {low} to {high}: {value}"),
    (2, 2): translatable("{path} is not two pairs of whole numbers from {low} to {high}: {value}"),
}


def whole(low: int, high: int, *shape: int) -> Reader[Any]:
    """A whole number within these limits; with shape 2 a pair of them, with 2, 2 two pairs.

    >>> whole(0, 9, 2)(Value([1, 2]))
    (1, 2)
    """

    def fits(one: object) -> bool:
        return isinstance(one, int) and not isinstance(one, bool) and low <= one <= high

    read = where(lambda found: has_shape(found, shape, fits), _WHOLE[shape], low=low, high=high)
    return lambda value: _tuples(read(value))


def items(read: Reader[T], most: int) -> Reader[tuple[T, ...]]:
    """A list of at most ``most`` values, each with its number in its path."""
    listed = _list(most)
    return lambda value: tuple(read(Value(one, f"{value.path}.{at}")) for at, one in enumerate(listed(value)))


def numbers(most: int) -> Reader[tuple[float, ...]]:
    """A list of at most ``most`` finite numbers."""
    none = translatable("{path} is not a number: {value}")
    row = where(lambda found: all(map(is_finite, found)), none, _list(most))
    return lambda value: tuple(float(one) for one in row(value))


def has_shape(data: object, shape: tuple[int, ...], fits: Callable[[object], bool]) -> bool:
    """Whether nested lists have this shape throughout, with values that fit inside."""
    if not shape:
        return fits(data)
    if not isinstance(data, list | tuple) or len(data) != shape[0]:
        return False
    return all(has_shape(one, shape[1:], fits) for one in data)


def _list(most: int) -> Reader[list[Any]]:
    none = translatable("{path} is not a list of at most {most}: {value}")
    return where(lambda found: isinstance(found, list) and len(found) <= most, none, most=most)


def _tuples(data: Any) -> Any:
    return tuple(_tuples(one) for one in data) if isinstance(data, list | tuple) else data


def _short(data: object) -> str:
    """The content as it may stand in a message: huge ones are cut, lists and objects only named."""
    if isinstance(data, list | dict):
        return f"a list of {len(data)}" if isinstance(data, list) else "an object"
    if isinstance(data, str):
        return repr(data if len(data) <= 40 else data[:40] + "…")
    if isinstance(data, int) and abs(data) >= 10**40:
        return "a huge number"
    return repr(data)
