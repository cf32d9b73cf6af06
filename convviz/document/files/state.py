"""A state as plain JSON values and back, all but its picture; every value is checked."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from math import inf
from pathlib import Path
from typing import Any

from convviz.core.base.limits import LIMITS
from convviz.core.base.translatable import translatable
from convviz.core.base.visible import visible
from convviz.core.film.moments import Moment, Region
from convviz.core.film.timing import SPEEDS
from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.text import LIMIT as LARGEST_SIDE
from convviz.core.operations.activations import ACTIVATIONS
from convviz.core.sizes.numbers import MOST_PADDING, MOST_STEP
from convviz.core.sizes.padding import FILLS, RULES
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.document.files import read
from convviz.document.files.image import (
    PictureReader,
    both_paths,
    first_file,
    image_from_json,
    image_to_json,
    relative,
)
from convviz.document.files.reach import Reach
from convviz.document.files.read import ExperimentError, Json, Reader, Value
from convviz.document.state.state import (
    RANGE_MODES,
    SIDE,
    ColorRange,
    DocumentState,
    FilmState,
    KeptResult,
    Movement,
    NetworkState,
    Paper,
    PenStroke,
    Pin,
)
from convviz.network.compute.adapting import SCALES
from convviz.network.digits.choices import Choices, check_crop
from convviz.network.edit.changes import Change

LARGEST = 1_000_000_000
MOST_CHANNELS = 4096
MOST_CHANGES = 10_000
MOST_CLASSES = 100_000
MOST_STROKES = 5000
MOST_PLACES = 200_000
LARGEST_KERNEL = 64
SOURCES = ("", "digit", "picture")
UNEVEN = translatable("{path} has rows of unequal length, or weights that are no finite numbers")


def network_to_json(state: NetworkState, folder: Path, image: Image | None, *, embed: bool) -> Json:
    """The state, name by name. ``folder`` is where the experiment will lie, ``image`` its picture.

    A photo on the paper that is the experiment's own picture is written as a mere mention.

    >>> network_to_json(NetworkState(key="mlp"), Path(), None, embed=False)["key"]
    'mlp'
    """
    paper = state.paper
    own = paper.photo is not None and paper.photo is image
    return {
        "key": state.key,
        "path": relative(Path(state.path), folder) if state.path else "",
        "absolute": state.path,
        "title": state.title,
        "checksum": state.checksum,
        "scale": state.scale,
        "classes": list(state.classes),
        "source": state.source,
        "changes": [_change_to_json(one) for one in state.changes],
        "movement": asdict(state.movement),
        "paper": {
            "strokes": strokes_to_json(paper.strokes),
            "ground": base64.b64encode(paper.ground).decode("ascii"),
            "name": paper.name,
            "sample": paper.sample,
            "photo": {"kind": "own"} if own else image_to_json(paper.photo, folder, embed=embed),
            "choices": asdict(paper.choices),
        },
    }


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


def _change_to_json(change: Change) -> Json:
    """Only what differs from a change of this kind with nothing else to it."""
    usual = vars(Change(change.kind, change.layer))
    return {k: v for k, v in vars(change).items() if k in ("kind", "layer") or v != usual[k]}


def network_from_json(
    value: Value,
    reach: Reach,
    image: Image | None,
    cancelled: Callable[[], bool] | None = None,
    picture: PictureReader = image_from_json,
) -> NetworkState:
    """The state that `network_to_json` wrote; `ExperimentError` says what is wrong.

    The network's own file is not opened here: the page that shows the network says what became of it.
    Where it is out of ``reach``, the state names no network, and has no changes of one.
    """
    near, far = both_paths(value, translatable("the network {path} is on another computer"))
    found = first_file([reach.folder / near]) if near else None
    photo = value["paper"]["photo"]
    own = photo.data is not None and photo["kind"].data == "own"
    shown = image if own else picture(photo, reach, cancelled)[0]
    state, path = _NETWORK(value), str(found or far)
    paper = replace(state.paper, photo=shown)
    if shown is not None and paper.choices.crop is not None:
        paper = replace(paper, choices=_cropped(paper.choices, shown))
    if path and os.path.isfile(path) and not reach.allows(path):
        return NetworkState(paper=paper, movement=state.movement)
    return replace(state, path=path, paper=paper)


def _cropped(choices: Choices, photo: Image) -> Choices:
    """The choices, whose crop has to lie on the photo; a photo that is another file by now has none."""
    try:
        check_crop(choices.crop or (0, 0, 0, 0), photo.shape)
    except ValueError:
        if photo.source is None:
            raise
        return replace(choices, crop=None)
    return choices


def _place(most: int, fewest: int = 0, largest: float = LARGEST) -> Reader[tuple[int, ...]]:
    """Whole numbers from 0: where a weight stands, or the sides of a rectangle."""

    def fits(found: tuple[float, ...]) -> bool:
        return len(found) >= fewest and all(one.is_integer() and 0 <= one <= largest for one in found)

    checked = read.where(fits, translatable("{path} is not a place"), read.numbers(most))
    return lambda value: tuple(int(one) for one in checked(value))


def _places(value: Value) -> tuple[tuple[float, ...], ...]:
    """The places of a stroke: x, y and the share of the pen's width, each from 0 to 10."""
    words = read.text(75 * MOST_PLACES)(value).split()
    try:
        found = [float(word) for word in words]
    except ValueError:
        found = []
    if not found or len(found) % 3 or not all(0 <= one <= 10 for one in found):
        raise value.error(_NO_STROKE)
    return tuple(zip(found[::3], found[1::3], found[2::3], strict=True))


def _ground(value: Value) -> bytes:
    """The bytes of a prepared digit, or none."""
    packed = read.text()(value)
    try:
        ground = base64.b64decode(packed, validate=True)
    except ValueError:
        ground = b"?"
    if len(ground) not in (0, SIDE * SIDE):
        raise value.error(translatable("{path} is no prepared digit"))
    return ground


def class_names(value: Value) -> tuple[str, ...]:
    """The names of a network's answers."""
    if not isinstance(value.data, list) or not all(isinstance(one, str) for one in value.data):
        raise value.error(translatable("{path} is not a list of texts"))
    if len(value.data) > MOST_CLASSES:
        raise value.error(translatable("{path} has more than {most} items"), most=MOST_CLASSES)
    return tuple(map(visible, value.data))


def _is_rectangle(rows: tuple[tuple[float, ...], ...]) -> bool:
    return bool(rows and rows[0]) and all(len(row) == len(rows[0]) for row in rows)


_index, _count, _step = read.whole(0, LARGEST), read.whole(1, LARGEST), read.whole(1, MOST_STEP, 2)
_rows = read.items(read.items(read.within("changed weight"), LARGEST_KERNEL), LARGEST_KERNEL)
_NO_STROKE = translatable("{path} is no stroke of a pen")

_CHANGE = read.record(
    Change,
    usual=("channel", "value", "position", "kernel", "seed"),
    layer=_index,
    channel=_index,
    value=read.within("changed weight"),
    position=_place(8),
    kernel=read.where(_is_rectangle, UNEVEN, _rows),
    seed=read.whole(0, 2**32 - 1),
)
_width = read.where(lambda width: 0 < width <= 1, _NO_STROKE, read.number)
STROKE = read.record(PenStroke, width=_width, places=_places)
_PAPER = read.record(
    Paper,
    unread=("photo",),
    strokes=read.items(STROKE, MOST_STROKES),
    ground=_ground,
    sample=read.optional(read.whole(0, 9)),
    name=read.name(),
    choices=read.record(Choices, crop=read.optional(_place(4, fewest=4, largest=inf))),
)
_NETWORK = read.record(
    NetworkState,
    unread=("path",),
    key=read.text(200),
    title=read.name(1000),
    checksum=read.text(200),
    scale=read.choice(tuple(SCALES)),
    classes=class_names,
    source=read.choice(SOURCES),
    changes=read.items(_CHANGE, MOST_CHANGES),
    paper=_PAPER,
    movement=read.record(
        Movement,
        right=read.within("right"),
        down=read.within("down"),
        turn=read.within("turn"),
        scale=read.within("scale"),
        noise=read.within("noise"),
    ),
)


def state_to_json(state: DocumentState) -> Json:
    """Everything but the picture, in values that `json.dumps` accepts.

    >>> state_to_json(DocumentState(title="Edges"))["title"]
    'Edges'
    """
    return {
        "title": state.title,
        "settings": _settings_to_json(state.settings),
        "pin": None if state.pin is None else asdict(state.pin),
        "color_range": asdict(state.color_range),
        "input_range": asdict(state.input_range),
        "shown_channel": state.shown_channel,
        "kept": None if state.kept is None else _kept_to_json(state.kept),
        "film": asdict(state.film),
    }


def _settings_to_json(settings: Settings) -> Json:
    kernel = settings.kernel
    plain = {name: value for name, value in vars(settings).items() if name not in ("kernel", "pool")}
    weights = {"weights": kernel.weights.tolist(), "divisor": kernel.divisor, "name": kernel.name}
    return {**plain, "kernel": weights, "pool": asdict(settings.pool)}


def _kept_to_json(kept: KeptResult) -> Json:
    return {"settings": _settings_to_json(kept.settings), "stage": kept.stage, "look": kept.look}


def state_from_json(data: object, image: Image | None = None) -> DocumentState:
    """The state that `state_to_json` wrote, with its picture; `ExperimentError` says what is wrong.

    >>> state_from_json(state_to_json(DocumentState())) == DocumentState()
    True
    """
    return replace(_STATE(Value(data)), image=image)


def _kernel(value: Value) -> Kernel:
    divisor = read.within("divisor")(value["divisor"])
    weights, name = _weights(value["weights"]), read.name(200)(value["name"])
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
    ends = {"low": read.within("colour end")(low), "high": read.within("colour end")(high)}
    if ends["low"] >= ends["high"]:
        text = translatable("{path} is not below {other}: {low:g}, {high:g}")
        raise ExperimentError(text, path=low.path, other=high.path, **ends)
    if not LIMITS["colour width"].fits(ends["high"] - ends["low"]):
        text = translatable("{path} is nearer to {other} than {least:g}: {low:g}, {high:g}")
        least = LIMITS["colour width"].low
        raise ExperimentError(text, path=low.path, other=high.path, least=least, **ends)
    return ColorRange(mode, **ends)


_cell = read.optional(read.whole(0, LARGEST, 2))
_channel = read.whole(0, MOST_CHANNELS)
_padding = read.choice_or(RULES, read.whole(0, MOST_PADDING, 2, 2))
_NO_SPEED = translatable("{path} is none of {allowed}")
_speeds = tuple(f"{speed:g}" for speed in SPEEDS)

_SETTINGS = read.record(
    Settings,
    kernel=_kernel,
    padding=_padding,
    bias=read.within("bias"),
    slope=read.within("slope"),
    fill=read.choice_or(FILLS, read.within("fill")),
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
    usual=("film", "input_range", "kept"),  # experiments from before there were these say nothing about them
    title=read.name(),
    settings=_SETTINGS,
    pin=read.optional(read.record(Pin, row=_index, column=_index, channel=_channel)),
    color_range=_color_range,
    input_range=_color_range,
    shown_channel=_channel,
    kept=read.optional(read.record(KeptResult, settings=_SETTINGS)),
    film=_FILM,
)
