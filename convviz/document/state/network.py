"""What a person does on the Network page, as one frozen value: the network, the paper, the changes."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from convviz.core.images.image import Image
from convviz.network.digits.choices import Choices
from convviz.network.edit.changes import Change

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
    """How the digit is moved: pixels to the right and down, degrees, a factor, noise from 0 to 1."""

    right: float = 0.0
    down: float = 0.0
    turn: float = 0.0
    scale: float = 1.0
    noise: float = 0.0

    def __post_init__(self) -> None:
        if not all(isfinite(one) for one in vars(self).values()):
            raise ValueError("a digit is moved by finite numbers")


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
