"""The numbers that a control, a file and a command may hold: one table for all three.

Controls take their ends from it, readers of files check against it, commands refuse with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from convviz.core.base.exact import exact_number
from convviz.core.base.translatable import TranslatableError, translatable


@dataclass(frozen=True)
class Limit:
    """The smallest and the largest number that something may be.

    A number other than 0 is at least ``least`` away from 0; where that is more than 0, 0 itself does not fit.

    >>> Limit(-9, 9, 0.5).fits(3), Limit(-9, 9, 0.5).fits(0.1), Limit(0, 9).fits(float("nan"))
    (True, False, False)
    """

    low: float
    high: float
    least: float = 0.0

    @property
    def ends(self) -> tuple[int, int]:
        """Both ends as whole numbers, for what is counted."""
        return int(self.low), int(self.high)

    def fits(self, number: float) -> bool:
        """Whether the number is within the limits; not-a-number is not."""
        return self.low <= number <= self.high and abs(number) >= self.least

    def held(self, number: float) -> float:
        """The number, or the end that lies nearest to it."""
        return min(max(number, self.low), self.high)

    def check(self, value: Any, name: str) -> float:
        """``value`` as a number within the limits; ValueError with number, limits and ``name`` otherwise.

        >>> LIMITS["bias"].check(1e300, "bias")
        Traceback (most recent call last):
        convviz.core.base.translatable.TranslatableError: bias 1e+300 is not from -1e+12 to 1e+12
        """
        number = exact_number(value, name)
        problem = self.refusal(number, name)
        if problem is not None:
            raise problem
        return number

    def refusal(self, number: float, name: str, written: str = "") -> TranslatableError | None:
        """Why a number does not fit; None where it does. ``written`` is how it was given.

        >>> LIMITS["divisor"].refusal(1e-320, "divisor")
        TranslatableError('divisor 1e-320 is too near to 0: at least 1e-12 away from it would do')
        """
        if self.fits(number):
            return None
        gaps = {"name": name, "number": written or _shortest(float(number))}
        if self.low <= number <= self.high:
            text = translatable("{name} {number} is too near to 0: at least {least:g} away from it would do")
            return TranslatableError(text, **gaps, least=self.least)
        text = translatable("{name} {number} is not from {low:.10g} to {high:.10g}")
        return TranslatableError(text, **gaps, low=self.low, high=self.high)


def _shortest(number: float) -> str:
    """The shortest of the texts that mean exactly this number."""
    texts = [repr(number).removesuffix(".0"), f"{number:.10g}"]
    return min((text for text in texts if float(text) == number), key=len, default=texts[0])


FARTHEST = 1e12
"""The largest weight and whatever is reckoned with it: sums of such weights and pixels stay finite."""

_FAR, _STEP = Limit(-FARTHEST, FARTHEST), Limit(1, 1000)

LIMITS: Mapping[str, Limit] = MappingProxyType(
    {
        # the Lab's kernel and settings
        "kernel side": Limit(1, 31),
        "weight": _FAR,
        "divisor": Limit(-FARTHEST, FARTHEST, 1e-12),
        "bias": _FAR,
        "padding": Limit(0, 512),
        "fill": _FAR,
        "stride": _STEP,
        "dilation": _STEP,
        "slope": Limit(-1000, 1000),
        "pool size": _STEP,
        "pool stride": _STEP,
        # pictures, and the colours of their values
        "pixel": Limit(-1e15, 1e15),
        "picture side": Limit(3, 64),
        "resized side": Limit(1, 20_000),
        "colour end": _FAR,
        "colour width": Limit(1e-6, 2 * FARTHEST),
        "zoom": Limit(0.01, 96),
        # a digit moved about: pixels, degrees, a factor, a share
        "right": Limit(-12, 12),
        "down": Limit(-12, 12),
        "turn": Limit(-45, 45),
        "scale": Limit(0.5, 1.5),
        "noise": Limit(0, 0.5),
        # changes of a network, and its training
        "strength": Limit(-1, 3),
        "changed weight": _FAR,
        "epochs": Limit(1, 1000),
        "seed": Limit(0, 2**31 - 1),
        # films
        "film width": Limit(160, 3840),
        "film pictures": Limit(1, 20_000),
        # figures: how many times their size
        "figure scale": Limit(1, 4),
    }
)
"""What may be how large. Strides, dilations and windows of a pooling may be larger in Python, up to the
longer side of the picture."""
