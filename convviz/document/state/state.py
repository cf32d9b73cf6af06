"""What the student works on, as one frozen value: the picture, the settings and what is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from convviz.core.colours.stages import RANGE_MODES as RANGE_MODES
from convviz.core.colours.stages import ColorRange as ColorRange
from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import STAGES, PoolSettings, Settings, StageName
from convviz.core.stages.pipeline import Result
from convviz.document.state.film import FilmState
from convviz.document.state.network import NetworkState


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
    undo leaves it alone (see `History.keep_film`). ``network`` is what was done on the Network page.

    >>> DocumentState().settings.padding
    'same'
    """

    image: Image | None = None
    settings: Settings = field(default_factory=default_settings)
    title: str = ""
    pin: Pin | None = None
    color_range: ColorRange = ColorRange()
    shown_channel: int = 0
    network: NetworkState = NetworkState()
    film: FilmState = field(default_factory=FilmState, compare=False)

    def describes(self, result: Result | None) -> bool:
        """Whether ``result`` was made of this very picture under these settings."""
        return result is not None and result.image is self.image and result.settings == self.settings

    def differs_in_network(self, old: DocumentState) -> bool:
        """Whether something on the Network page changed since ``old``, and nothing else at all."""
        same = self.image is old.image and self.film == old.film
        return same and self.network is not old.network and self == replace(old, network=self.network)
