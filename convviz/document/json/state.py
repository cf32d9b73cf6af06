"""A state as plain JSON values and back, all but its picture and what is on the Network page."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from convviz.core.base.translatable import translatable
from convviz.core.film.moments import Moment, Region
from convviz.core.film.timing import SPEEDS
from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.text import LIMIT as LARGEST_SIDE
from convviz.core.operations.activations import ACTIVATIONS
from convviz.core.sizes.numbers import MOST_PADDING, MOST_STEP
from convviz.core.sizes.padding import FILLS, RULES
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.document.json import read
from convviz.document.json.read import ExperimentError, Json, Value
from convviz.document.state.film import FilmState
from convviz.document.state.state import RANGE_MODES, ColorRange, DocumentState, Pin

LARGEST = 1_000_000_000
MOST_CHANNELS = 4096

UNEVEN = translatable("{path} has rows of unequal length, or weights that are no finite numbers")


def state_to_json(state: DocumentState) -> Json:
    """Everything but the picture, in values that `json.dumps` accepts.

    >>> state_to_json(DocumentState(title="Edges"))["title"]
    'Edges'
    """
    kernel = state.settings.kernel
    plain = {name: value for name, value in vars(state.settings).items() if name not in ("kernel", "pool")}
    weights = {"weights": kernel.weights.tolist(), "divisor": kernel.divisor, "name": kernel.name}
    return {
        "title": state.title,
        "settings": {**plain, "kernel": weights, "pool": asdict(state.settings.pool)},
        "pin": None if state.pin is None else asdict(state.pin),
        "color_range": asdict(state.color_range),
        "shown_channel": state.shown_channel,
        "film": asdict(state.film),
    }


def state_from_json(data: object, image: Image | None = None) -> DocumentState:
    """The state that `state_to_json` wrote, with its picture; `ExperimentError` says what is wrong.

    >>> state_from_json(state_to_json(DocumentState())) == DocumentState()
    True
    """
    return replace(_STATE(Value(data)), image=image)


def _kernel(value: Value) -> Kernel:
    divisor = read.where(bool, translatable("{path} is 0"), read.number)(value["divisor"])
    weights, name = _weights(value["weights"]), read.text(200)(value["name"])
    try:
        return Kernel(weights, divisor, name)
    except ValueError as error:
        raise ExperimentError("{name}: {cause}", name=value.path, cause=error) from None


def _weights(value: Value) -> Any:
    shape = _shape(value.data)
    if len(shape) not in (2, 3) or not all(1 <= size <= LARGEST_SIDE for size in shape[:2]):
        no_kernel = translatable("{path} is not a kernel of 1x1 to {most} weights")
        raise value.error(no_kernel, most=f"{LARGEST_SIDE}x{LARGEST_SIDE}")
    if len(shape) == 3 and not 1 <= shape[2] <= MOST_CHANNELS:
        raise value.error(translatable("{path} has {count} channels"), count=shape[2])
    if not read.has_shape(value.data, shape, read.is_finite):
        raise value.error(UNEVEN)
    return value.data


def _shape(data: object) -> tuple[int, ...]:
    """The shape of nested lists, as their first items have it."""
    shape: tuple[int, ...] = ()
    while isinstance(data, list) and len(shape) < 4:
        shape += (len(data),)
        data = data[0] if data else None
    return shape


def _color_range(value: Value) -> ColorRange:
    mode, low, high = read.choice(RANGE_MODES)(value["mode"]), value["low"], value["high"]
    ends = {"low": read.number(low), "high": read.number(high)}
    if ends["low"] >= ends["high"]:
        text = translatable("{path} is not below {other}: {low:g}, {high:g}")
        raise ExperimentError(text, path=low.path, other=high.path, **ends)
    return ColorRange(mode, **ends)


_index, _count, _step = read.whole(0, LARGEST), read.whole(1, LARGEST), read.whole(1, MOST_STEP, 2)
_cell = read.optional(read.whole(0, LARGEST, 2))
_channel = read.whole(0, MOST_CHANNELS)
_padding = read.choice_or(RULES, read.whole(0, MOST_PADDING, 2, 2))
_NO_SPEED = translatable("{path} is none of {allowed}")
_speeds = ", ".join(f"{speed:g}" for speed in SPEEDS)

_SETTINGS = read.record(
    Settings,
    kernel=_kernel,
    padding=_padding,
    fill=read.choice_or(FILLS, read.number),
    stride=_step,
    dilation=_step,
    activation=read.choice(ACTIVATIONS),
    pool=read.record(PoolSettings, size=_step, stride=_step, padding=_padding),
)
_FILM = read.record(
    FilmState,
    moment=read.optional(read.record(Moment, row=_index, column=_index, products=_index, terms=_index)),
    speed=read.where(SPEEDS.__contains__, _NO_SPEED, read.number, allowed=_speeds),
    region=read.optional(read.record(Region, row=_index, column=_index, rows=_count, columns=_count)),
    pin_a=_cell,
    pin_b=_cell,
)
_STATE = read.record(
    DocumentState,
    unread=("image", "network"),
    usual=("film",),  # experiments from before there was a Step page say nothing about it
    settings=_SETTINGS,
    pin=read.optional(read.record(Pin, row=_index, column=_index, channel=_channel)),
    color_range=_color_range,
    shown_channel=_channel,
    film=_FILM,
)
