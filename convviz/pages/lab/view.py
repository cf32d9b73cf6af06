"""What the Lab shows, as frozen values: a view of the page, and what its parts are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF

from convviz.core.colours.ranges import ColorRange, RangeMode
from convviz.core.colours.scales import ColourScale
from convviz.core.explain.trace import ConvolutionTrace, PoolingTrace
from convviz.core.images.image import Image
from convviz.core.sizes.settings import STAGES, ChannelMode, Settings, StageName
from convviz.core.stages.pipeline import Chain, Result
from convviz.document.live.feed import Moving
from convviz.document.state.state import KeptResult
from convviz.film.contents import Shows, StageShow
from convviz.film.contents import ruler as ruler
from convviz.pages.lab.pointing import Cell, Explanation, Place
from convviz.views.picture.scene import Content, Highlight
from convviz.views.pixels.drawing import Canvas
from convviz.views.settings.complaints import Complaint


@dataclass(frozen=True)
class Screen:
    """The little that is only the screen's.

    ``place`` is the cell that was pointed at last and ``tap`` the weight that is pointed at, as applied;
    ``average`` says that pictures are averaged where they are zoomed out, ``failed`` that the maps of the
    present settings could not be computed, or were given up; ``draws`` that the input is drawn on;
    ``moving`` is said of a live input. ``kept_cell`` is the cell of the kept map that was pointed at last,
    None after one of a present map was.
    """

    place: Place | None = None
    tap: Cell | None = None
    average: bool = False
    failed: bool = False
    draws: bool = False
    moving: Moving | None = None
    kept_cell: Cell | None = None


UNTOUCHED = Screen()


@dataclass(frozen=True, eq=False)
class Sizes:
    """The shapes of every stage, or the problem for which there are none; made of whole numbers alone.

    ``texts`` stand behind the titles of the cards and ``off`` are the folded ones: with a problem, those
    of the settings before. Where only the pooling is impossible, ``possible`` are the settings without it:
    the stages before it stay live, and the shapes are theirs.
    """

    image: Image
    settings: Settings
    chain: Chain | None
    problem: Complaint | None
    texts: Mapping[StageName, str]
    off: frozenset[StageName]
    possible: Settings | None = None

    def __eq__(self, other: object) -> bool:
        """Whether the same is said: of the picture its shape and its range matter, not its pixels."""
        return isinstance(other, Sizes) and self._said() == other._said()

    __hash__ = None  # type: ignore[assignment]

    def _said(self) -> tuple[object, ...]:
        image = self.image.shape, self.image.low, self.image.high
        return (
            *image, self.settings, self.chain, self.problem, self.texts, self.off, self.possible
        )  # fmt: skip

    @property
    def is_live(self) -> bool:
        """Whether something is computed of it: every stage, or those before an impossible pooling."""
        return self.problem is None or self.possible is not None


@dataclass(frozen=True, eq=False)
class Pictures:
    """A result as it is painted. ``alone``: it has only an input, because the settings do not fit it."""

    result: Result
    color_range: ColorRange
    input_range: ColorRange
    channel: int
    shows: Shows
    alone: bool = False

    def range_of(self, stage: StageName) -> ColorRange:
        """What was chosen for the colours of ``stage``."""
        return self.input_range if stage == "input" else self.color_range


@dataclass(frozen=True, eq=False)
class Traces:
    """What the panel "Why this number?" takes apart; see `WhyPanel.set_traces`."""

    convolution: ConvolutionTrace
    pooling: PoolingTrace | None
    image_low: float
    image_high: float
    value_range: ColourScale | None
    slope: float
    place: Place
    channel: int
    left: Mapping[str, float]


LoupeView: TypeAlias = tuple[Content | None, QPointF | None, float, tuple[Highlight, ...]]
"""What a loupe shows: its content, the centre on the ruler, how many input pixels, and the highlights."""

LOUPE_INPUT, LOUPE_POOLED = 7, 3
"""How many cells the loupe shows across, before and after pooling."""

NO_LOUPE: LoupeView = (None, None, 1.0, ())


@dataclass(frozen=True, eq=False)
class CardView:
    """One stage. ``bar`` is what the colour bar is of: without a picture it stays as it was."""

    text: str = ""
    show: StageShow | None = None
    bar: StageShow | None = None
    greyed: bool = False
    stale: str = ""
    highlights: tuple[Highlight, ...] = ()
    pointed: Cell | None = None
    captions: tuple[str, str] = ("", "")
    blind: str = ""
    loupe: LoupeView = NO_LOUPE
    tip: str = ""


@dataclass(frozen=True, eq=False)
class KeptView:
    """A kept result as it stands beside the present one, or lies on it under the slider.

    ``stage`` is shown of it, beside (or on) the card of the present stage ``against``; ``show`` is None until
    its map is there, and ``problem`` says why there will be none. ``sentence`` tells which settings differ,
    ``here`` the two values of the ``pointed`` place. ``window`` is what the kept value reads of the input;
    ``alone``: the present map has no value there. ``made_of`` is what all this was worked out from.
    """

    kept: KeptResult
    stage: StageName
    against: StageName
    made_of: tuple[object, ...] = ()
    pictures: Pictures | None = None
    result: Result | None = None
    bounds: QRectF = field(default_factory=QRectF)
    text: str = ""
    sentence: str = ""
    problem: str = ""
    show: StageShow | None = None
    channel: int = 0
    pointed: Cell | None = None
    window: Highlight | None = None
    alone: bool = False
    here: str = ""


BLANK_CARDS: Mapping[StageName, CardView] = {stage: CardView() for stage in STAGES}


@dataclass(frozen=True, eq=False)
class LabView:
    """All of the page; as it is made without arguments, what its widgets show when they are new.

    ``frames``: which of how many pages of its file the picture is, of which of its arrays. ``moving``: what a
    live input does; None for a picture that stands still.
    ``planes``: how many channels the kernel meets, whether they add up to one map, and which of them is
    shown: of the weights, of the windows and of several maps. ``channel_mode``: whether the picture has
    colours, and what they are to the kernel; ``unit``: whether its values count from 0 to 1, and whether
    they could; ``canvas``: what can be drawn on the input; ``choices``: averages where zoomed out, and the
    colour range of the maps, ``input_choice`` that of the input; ``at_rest``: nothing is pointed at, and what
    is explained is the strongest response. ``strongest``: whether the map on show was searched for it, and
    where it is. ``kept``: the result to compare with, if there is one.
    """

    settings: Settings | None = None
    image: Image | None = None
    planes: tuple[int, bool, int] = (1, True, 0)
    input_range: tuple[float, float] | None = None
    frames: tuple[int, int, str, tuple[str, ...]] = (0, 1, "", ())
    moving: Moving | None = None
    channel_mode: tuple[bool, ChannelMode] | None = None
    canvas: Canvas = Canvas()
    unit: tuple[bool, bool] = (False, True)
    sizes: Sizes | None = None
    off: frozenset[StageName] = frozenset()
    pictures: Pictures | None = None
    choices: tuple[bool, RangeMode] | None = None
    input_choice: RangeMode = "auto"
    cards: Mapping[StageName, CardView] = field(default_factory=lambda: BLANK_CARDS)
    kept: KeptView | None = None
    pinned: bool = False
    tap: Cell | None = None
    explanation: Explanation | None = None
    at_rest: bool = False
    strongest: tuple[bool, Place | None] = (False, None)
    traces: Traces | None = None
    title: str = ""
    status: str = ""
    stale: bool = False


BLANK = LabView()
