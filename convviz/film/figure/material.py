"""What figures are made of: a result with its maps as they are shown, and its words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from convviz.core.colours.stages import ColorRange
from convviz.core.sizes.settings import Settings, StageName
from convviz.core.stages.pipeline import Chain, Result
from convviz.film.contents import Shows, contents
from convviz.film.texts import ARROW
from convviz.views.base.numbers import shape_text
from convviz.views.explain.formula.chain_strip import (
    activation_name,
    kernel_link,
    padding_link,
    pooling_link,
)


@dataclass(frozen=True, eq=False)
class Material:
    """A result and how it is shown.

    ``title`` is what the picture is called, a plain text of one line. ``part`` is the stretch of the ruler
    that is shown, in input pixels; None shows everything.
    """

    result: Result
    shows: Shows
    title: str = ""
    part: QRectF | None = None

    @property
    def stages(self) -> list[StageName]:
        """The stages that there are, in order."""
        return list(self.shows)


def material(result: Result, title: str, color_range: ColorRange | None = None, channel: int = 0) -> Material:
    """The material of a result that no page shows."""
    return Material(result, contents(result, color_range or ColorRange(), channel), title)


def chain_words(chain: Chain, settings: Settings) -> str:
    """The whole chain in one line, such as "9 × 9 → no padding → 3×3, stride 1 → 7 × 7"."""
    channels = chain.input[2] if len(chain.input) == 3 else 1
    words = [shape_text(chain.input), padding_link(settings, chain.convolution_size)]
    words += [kernel_link(settings, channels), shape_text(chain.convolution)]
    if settings.activation != "none":
        words.append(activation_name(settings.activation))
    if chain.pooling is not None:
        words += [pooling_link(settings.pool), shape_text(chain.pooling)]
    return f" {ARROW} ".join(words)
