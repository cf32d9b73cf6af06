"""Strokes of the pen, and decisions about a photo, as plain JSON values and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from convviz.document.json.fields import ExperimentError, Fields
from convviz.document.state.network import PenStroke
from convviz.network.digits.choices import Choices

Json: TypeAlias = dict[str, Any]

MOST_STROKES = 5000
MOST_PLACES = 200_000


def strokes_to_json(strokes: Iterable[PenStroke]) -> list[Json]:
    """Each stroke with its places as one text, "x y share" after "x y share", which stays small and exact.

    >>> strokes_to_json([PenStroke(0.08, ((0.25, 0.5, 1.0),))])
    [{'width': 0.08, 'erases': False, 'places': '0.25 0.5 1.0'}]
    """
    return [
        {
            "width": one.width,
            "erases": one.erases,
            "places": " ".join(repr(float(number)) for place in one.places for number in place),
        }
        for one in strokes
    ]


def strokes_from_json(fields: Fields) -> tuple[PenStroke, ...]:
    """The strokes that `strokes_to_json` wrote; every number is checked (`ExperimentError`)."""
    return tuple(_stroke(one) for one in fields.objects("strokes", most=MOST_STROKES))


def _stroke(fields: Fields) -> PenStroke:
    width = fields.number("width")
    words = fields.text("places", longest=75 * MOST_PLACES).split()
    try:
        numbers = [float(word) for word in words]
    except ValueError:
        numbers = []
    good = numbers and len(numbers) % 3 == 0 and all(0 <= one <= 10 for one in numbers)
    if not good or not 0 < width <= 1:
        raise ExperimentError("{path} is no stroke of a pen", path=fields.path("places"))
    places = tuple(zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True))
    return PenStroke(width, places, fields.flag("erases"))


def choices_from_json(fields: Fields) -> Choices:
    """The decisions about a photo; null stands for "find out"."""
    given = {name: fields.value(name) is not None for name in vars(Choices())}
    crop = fields.numbers("crop", most=4) if given["crop"] else None
    if crop is not None and (len(crop) != 4 or not all(one.is_integer() and one >= 0 for one in crop)):
        raise ExperimentError("{path} is not a place", path=fields.path("crop"))
    return Choices(
        invert=fields.flag("invert") if given["invert"] else None,
        threshold=fields.number("threshold") if given["threshold"] else None,
        crop=None if crop is None else (int(crop[0]), int(crop[1]), int(crop[2]), int(crop[3])),
        lines=fields.flag("lines") if given["lines"] else None,
    )
