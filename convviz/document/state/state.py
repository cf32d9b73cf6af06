"""What the student works on, as frozen values: picture, settings, film, and the network with its paper."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias, get_args

from convviz.core.base.limits import LIMITS
from convviz.core.colours.ranges import RANGE_MODES as RANGE_MODES
from convviz.core.colours.ranges import ColorRange as ColorRange
from convviz.core.film.moments import DETAILS, Detail, Moment, Region
from convviz.core.film.timing import SPEEDS
from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import STAGES, PoolSettings, Settings, StageName
from convviz.core.stages.pipeline import Result
from convviz.network.digits.choices import Choices
from convviz.network.edit.changes import Change

Cell: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class FilmState:
    """How the film is watched; nothing of it changes a single value of the picture.

    ``moment`` is the one on show, None before the film was ever watched. ``region`` is the part of
    a large picture that is filmed, None for the middle or the pin of the Lab. ``pin_a`` and
    ``pin_b`` are (row, column) of cells of the convolution. ``predict`` hides results until they
    are guessed. ValueError for a detail or a speed that does not exist.

    >>> FilmState().speed
    1.0
    """

    moment: Moment | None = None
    detail: Detail = "product"
    speed: float = 1.0
    loop: bool = False
    region: Region | None = None
    pin_a: Cell | None = None
    pin_b: Cell | None = None
    predict: bool = False

    def __post_init__(self) -> None:
        if self.detail not in DETAILS:
            raise ValueError(f"there is no detail {self.detail!r}")
        if self.speed not in SPEEDS:
            raise ValueError(f"there is no speed {self.speed!r}")


Place = tuple[float, float, float]
"""x and y from 0 to 1, and the share of the pen's width there."""

SIDE = 28
"""A prepared digit has so many pixels along each side."""


@dataclass(frozen=True)
class PenStroke:
    """One pull of the pen: its width as a share of the paper's side, where it went, what it does."""

    width: float
    places: tuple[Place, ...]
    erases: bool = False


@dataclass(frozen=True)
class Paper:
    """What lies on the paper: strokes, over a prepared digit perhaps, or a photo.

    ``ground`` is a prepared digit, 28 rows of 28 bytes from 0 black to 255 white, or empty; ``name``
    is what it is called until it is drawn over. ``sample`` is the digit that our own sample
    shows. ``choices`` are the person's decisions about the preparation of ``photo``.

    >>> Paper().is_blank
    True
    """

    strokes: tuple[PenStroke, ...] = ()
    ground: bytes = b""
    name: str = ""
    sample: int | None = None
    photo: Image | None = None
    choices: Choices = Choices()

    def __post_init__(self) -> None:
        if len(self.ground) not in (0, SIDE * SIDE):
            raise ValueError(f"a prepared digit has {SIDE * SIDE} pixels, got {len(self.ground)}")

    @property
    def is_blank(self) -> bool:
        """Whether nothing lies on it."""
        return self == Paper()


@dataclass(frozen=True)
class Movement:
    """How the digit is moved: pixels to the right and down, degrees, a factor, noise; see `LIMITS`."""

    right: float = 0.0
    down: float = 0.0
    turn: float = 0.0
    scale: float = 1.0
    noise: float = 0.0

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            LIMITS[name].check(value, name)


@dataclass(frozen=True)
class NetworkState:
    """Which network reads what, and what was changed in it.

    ``key`` names a bundled network; ``path`` is the file of another one, whose ``title``,
    ``checksum``, ``scale`` and ``classes`` are known then as well. ``source`` is what it gets of a
    photo: "digit", "picture", or "" for what is usual. The empty state is an untouched page.

    >>> NetworkState(key="mlp") == NetworkState()
    False
    """

    key: str = ""
    path: str = ""
    title: str = ""
    checksum: str = ""
    scale: str = "unit"
    classes: tuple[str, ...] = ()
    source: str = ""
    changes: tuple[Change, ...] = ()
    paper: Paper = Paper()
    movement: Movement = Movement()

    @property
    def is_untouched(self) -> bool:
        """Whether nothing on the page differs from how it is first seen."""
        return self == NetworkState()


@dataclass(frozen=True)
class Pin:
    """The one output cell whose arithmetic stays on the screen while the pointer moves on.

    ``row`` and ``column`` count from 0 in the map of ``stage``; ``channel`` too, where it has several.

    >>> Pin("convolution", 3, 4).channel
    0
    """

    stage: StageName
    row: int
    column: int
    channel: int = 0

    def __post_init__(self) -> None:
        if self.stage not in STAGES:
            raise ValueError(f"there is no stage {self.stage!r}")
        if min(self.row, self.column, self.channel) < 0:
            raise ValueError(f"a cell counts from 0, got ({self.row}, {self.column}, {self.channel})")


KeptStage: TypeAlias = Literal["convolution", "activation", "pooling"]
KeptLook: TypeAlias = Literal["beside", "slider"]


@dataclass(frozen=True)
class KeptResult:
    """A result to lay beside the present one: these settings, on whatever picture is open.

    ``stage`` is the one whose maps are compared. ``look``: the kept map stands beside the present one, or
    lies on it, left of a slider across the picture. ValueError for a stage or a look that does not exist.

    >>> KeptResult(default_settings()).stage
    'convolution'
    """

    settings: Settings
    stage: KeptStage = "convolution"
    look: KeptLook = "beside"

    def __post_init__(self) -> None:
        if self.stage not in get_args(KeptStage):
            raise ValueError(f"no result is kept of the stage {self.stage!r}")
        if self.look not in get_args(KeptLook):
            raise ValueError(f"a kept result is not shown as {self.look!r}")


def default_settings() -> Settings:
    """The settings a new experiment starts with: outlines of a photo, one step of everything.

    Vertical Sobel, padding "same", ReLU, then a 2x2 max pool.

    >>> default_settings().kernel.weights.tolist()[1]
    [2.0, 0.0, -2.0]
    """
    sobel = Kernel([[1, 0, -1], [2, 0, -2], [1, 0, -1]], name="sobel_vertical")
    return Settings(sobel, padding="same", activation="relu", pool=PoolSettings("max"))


@dataclass(frozen=True)
class DocumentState:
    """One moment of an experiment; every edit makes a new one and leaves this one as it is.

    ``image`` is None until a picture is opened. ``shown_channel`` is the channel on show where the
    maps have several (``channels="each"``), counted from 0. ``film`` is where the Step page stands: it is
    saved with the experiment, but it is no edit. Two states that differ only in it are equal, and
    undo leaves it alone (see `History.keep_film`). ``input_range`` is the range of the input's colours, in
    the picture's own numbers, ``color_range`` that of all maps after it. ``kept`` is a result to compare
    with, None for none. ``network`` is what was done on the Network page.

    >>> DocumentState().settings.padding
    'same'
    """

    image: Image | None = None
    settings: Settings = field(default_factory=default_settings)
    title: str = ""
    pin: Pin | None = None
    color_range: ColorRange = ColorRange()
    input_range: ColorRange = ColorRange()
    shown_channel: int = 0
    kept: KeptResult | None = None
    network: NetworkState = NetworkState()
    film: FilmState = field(default_factory=FilmState, compare=False)

    def describes(self, result: Result | None) -> bool:
        """Whether ``result`` was made of this very picture under these settings."""
        return result is not None and result.image is self.image and result.settings == self.settings

    def differs_in_network(self, old: DocumentState) -> bool:
        """Whether something on the Network page changed since ``old``, and nothing else at all."""
        same = self.image is old.image and self.film == old.film
        return same and self.network is not old.network and self == replace(old, network=self.network)


def is_in_no_file(image: Image | None) -> bool:
    """Whether a picture is here alone: pasted, made, cropped, resized, or a pixel of it was changed."""
    if image is None:
        return False
    return bool(image.recipe) or (image.source is None and not image.sample)


def work_in(state: DocumentState) -> DocumentState:
    """The state without what was opened or looked at: the work is another one where this differs.

    A picture in a file, a sample, a digit, a network, a pin are opened or looked at; everything else,
    also what a state may hold one day, is work. Without a picture nobody has chosen its settings.

    >>> opened = DocumentState(network=NetworkState(key="mlp", paper=Paper(sample=5)), pin=Pin("input", 0, 0))
    >>> work_in(opened) == work_in(DocumentState())
    True
    >>> drawn = DocumentState(network=NetworkState(paper=Paper((PenStroke(0.1, ((0.5, 0.5, 1.0),)),))))
    >>> work_in(drawn) == work_in(DocumentState())
    False
    """
    none = NetworkState()
    paper = replace(state.network.paper, ground=b"", name="", sample=None, photo=None)
    network = replace(
        state.network,
        key="",
        path="",
        title="",
        checksum="",
        scale=none.scale,
        classes=none.classes,
        paper=paper,
    )
    return replace(
        state,
        image=state.image if is_in_no_file(state.image) else None,
        pin=None,
        color_range=ColorRange(),
        input_range=ColorRange(),
        shown_channel=0,
        network=network,
    )
