"""A state as plain JSON values and back, all but its picture (`image_json` does that)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, TypeAlias, get_args

from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.text import LIMIT as LARGEST_SIDE
from convviz.core.operations.activations import ACTIVATIONS
from convviz.core.sizes.numbers import MOST_PADDING, MOST_STEP
from convviz.core.sizes.padding import FILLS
from convviz.core.sizes.padding import RULES as PADDING_RULES
from convviz.core.sizes.settings import (
    STAGES,
    ChannelMode,
    Operation,
    PaddingRule,
    PoolKind,
    PoolSettings,
    Settings,
)
from convviz.document.json.fields import ExperimentError, Fields, finite
from convviz.document.json.film import film_from_json, film_to_json
from convviz.document.state.film import FilmState
from convviz.document.state.state import RANGE_MODES, ColorRange, DocumentState, Pin

Json: TypeAlias = dict[str, Any]

LARGEST_PICTURE = 1_000_000_000
MOST_CHANNELS = 4096

OPERATIONS: tuple[Operation, ...] = get_args(Operation)
CHANNEL_MODES: tuple[ChannelMode, ...] = get_args(ChannelMode)
POOL_KINDS: tuple[PoolKind, ...] = get_args(PoolKind)


def state_to_json(state: DocumentState) -> Json:
    """Everything but the picture, in values that `json.dumps` accepts.

    >>> state_to_json(DocumentState(title="Edges"))["title"]
    'Edges'
    """
    return {
        "title": state.title,
        "settings": settings_to_json(state.settings),
        "pin": None if state.pin is None else asdict(state.pin),
        "color_range": asdict(state.color_range),
        "shown_channel": state.shown_channel,
        "film": film_to_json(state.film),
    }


def state_from_json(data: object, image: Image | None = None) -> DocumentState:
    """The state that `state_to_json` wrote, with its picture; `ExperimentError` says what is wrong.

    >>> state_from_json(state_to_json(DocumentState())) == DocumentState()
    True
    """
    fields = Fields(data, "")
    return DocumentState(
        image=image,
        settings=settings_from_json(fields.fields("settings")),
        title=fields.text("title"),
        pin=_pin(fields.optional_fields("pin")),
        color_range=_color_range(fields.fields("color_range")),
        shown_channel=fields.integer("shown_channel", 0, MOST_CHANNELS),
        # Experiments from before there was a Step page say nothing about it.
        film=film_from_json(fields.fields("film")) if fields.has("film") else FilmState(),
    )


def settings_to_json(settings: Settings) -> Json:
    """The settings, name by name; the kernel as nested lists of weights."""
    kernel = settings.kernel
    data = {name: value for name, value in vars(settings).items() if name not in ("kernel", "pool")}
    weights = kernel.weights.tolist()
    data["kernel"] = {"weights": weights, "divisor": kernel.divisor, "name": kernel.name}
    data["pool"] = asdict(settings.pool)
    return data


def settings_from_json(fields: Fields) -> Settings:
    """The settings that `settings_to_json` wrote; every value is checked (`ExperimentError`)."""
    return Settings(
        kernel=_kernel(fields.fields("kernel")),
        operation=fields.choice("operation", OPERATIONS),
        channels=fields.choice("channels", CHANNEL_MODES),
        bias=fields.number("bias"),
        padding=_padding(fields),
        fill=_fill(fields),
        stride=fields.pair("stride", 1, MOST_STEP),
        dilation=fields.pair("dilation", 1, MOST_STEP),
        activation=fields.choice("activation", ACTIVATIONS),
        slope=fields.number("slope"),
        pool=_pool(fields.fields("pool")),
        unit_range=fields.flag("unit_range"),
    )


def _kernel(fields: Fields) -> Kernel:
    divisor = fields.number("divisor")
    if divisor == 0:
        raise ExperimentError("{path} is 0", path=fields.path("divisor"))
    return Kernel(_weights(fields), divisor, fields.text("name", longest=200))


def _weights(fields: Fields) -> list[Any]:
    path = fields.path("weights")
    rows = fields.value("weights")
    shape = _shape(rows)
    if len(shape) not in (2, 3) or not all(1 <= size <= LARGEST_SIDE for size in shape[:2]):
        most = f"{LARGEST_SIDE}x{LARGEST_SIDE}"
        raise ExperimentError("{path} is not a kernel of 1x1 to {most} weights", path=path, most=most)
    if len(shape) == 3 and not 1 <= shape[2] <= MOST_CHANNELS:
        raise ExperimentError("{path} has {count} channels", path=path, count=shape[2])
    if not _is_full(rows, shape):
        text = "{path} has rows of unequal length, or weights that are no finite numbers"
        raise ExperimentError(text, path=path)
    return list(rows)


def _shape(value: object) -> tuple[int, ...]:
    """The shape of nested lists, as their first items have it."""
    shape: tuple[int, ...] = ()
    while isinstance(value, list) and len(shape) < 4:
        shape += (len(value),)
        value = value[0] if value else None
    return shape


def _is_full(value: object, shape: tuple[int, ...]) -> bool:
    """Whether nested lists have this shape throughout, with finite numbers inside."""
    if not shape:
        return finite(value) is not None
    if not isinstance(value, list) or len(value) != shape[0]:
        return False
    return all(_is_full(item, shape[1:]) for item in value)


def _padding(fields: Fields) -> PaddingRule:
    if isinstance(fields.value("padding"), str):
        return fields.choice("padding", PADDING_RULES)
    return fields.pairs("padding", 0, MOST_PADDING)


def _fill(fields: Fields) -> str | float:
    if isinstance(fields.value("fill"), str):
        return fields.choice("fill", FILLS)
    return fields.number("fill")


def _pool(fields: Fields) -> PoolSettings:
    return PoolSettings(
        kind=fields.choice("kind", POOL_KINDS),
        size=fields.pair("size", 1, MOST_STEP),
        stride=fields.pair("stride", 1, MOST_STEP),
        padding=_padding(fields),
        ceil=fields.flag("ceil"),
        count_padding=fields.flag("count_padding"),
    )


def _pin(fields: Fields | None) -> Pin | None:
    if fields is None:
        return None
    return Pin(
        stage=fields.choice("stage", STAGES),
        row=fields.integer("row", 0, LARGEST_PICTURE),
        column=fields.integer("column", 0, LARGEST_PICTURE),
        channel=fields.integer("channel", 0, MOST_CHANNELS),
    )


def _color_range(fields: Fields) -> ColorRange:
    mode = fields.choice("mode", RANGE_MODES)
    low, high = fields.number("low"), fields.number("high")
    if low >= high:
        paths = {"path": fields.path("low"), "other": fields.path("high")}
        raise ExperimentError("{path} is not below {other}: {low:g}, {high:g}", **paths, low=low, high=high)
    return ColorRange(mode, low, high)
