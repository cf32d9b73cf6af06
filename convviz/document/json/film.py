"""The film's state as plain JSON values and back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, TypeAlias, get_args

from convviz.core.film.moments import DETAILS, PARTS, FilmStage, Moment, Region
from convviz.core.film.timing import SPEEDS
from convviz.document.json.fields import ExperimentError, Fields
from convviz.document.state.film import Cell, FilmState

Json: TypeAlias = dict[str, Any]

FILM_STAGES: tuple[FilmStage, ...] = get_args(FilmStage)
LARGEST = 1_000_000_000


def film_to_json(film: FilmState) -> Json:
    """The film's state, name by name.

    >>> film_to_json(FilmState(pin_a=(1, 1)))["pin_a"]
    (1, 1)
    """
    return asdict(film)


def film_from_json(fields: Fields) -> FilmState:
    """The state that `film_to_json` wrote; every value is checked (`ExperimentError`)."""
    speed = fields.number("speed")
    if speed not in SPEEDS:
        allowed = ", ".join(f"{s:g}" for s in SPEEDS)
        raise ExperimentError("{path} is none of {allowed}", path=fields.path("speed"), allowed=allowed)
    return FilmState(
        moment=_moment(fields.optional_fields("moment")),
        detail=fields.choice("detail", DETAILS),
        speed=speed,
        loop=fields.flag("loop"),
        region=_region(fields.optional_fields("region")),
        pin_a=_cell(fields, "pin_a"),
        pin_b=_cell(fields, "pin_b"),
        predict=fields.flag("predict"),
    )


def _moment(fields: Fields | None) -> Moment | None:
    if fields is None:
        return None
    return Moment(
        stage=fields.choice("stage", FILM_STAGES),
        row=fields.integer("row", 0, LARGEST),
        column=fields.integer("column", 0, LARGEST),
        part=fields.choice("part", PARTS),
        products=fields.integer("products", 0, LARGEST),
        terms=fields.integer("terms", 0, LARGEST),
    )


def _region(fields: Fields | None) -> Region | None:
    if fields is None:
        return None
    return Region(
        row=fields.integer("row", 0, LARGEST),
        column=fields.integer("column", 0, LARGEST),
        rows=fields.integer("rows", 1, LARGEST),
        columns=fields.integer("columns", 1, LARGEST),
    )


def _cell(fields: Fields, key: str) -> Cell | None:
    return None if fields.value(key) is None else fields.pair(key, 0, LARGEST)
