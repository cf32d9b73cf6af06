"""The table of numbers: what core refuses with it, in one sentence with the number and the limit."""

import math

import pytest

from convviz.core.base.limits import LIMITS, Limit
from convviz.core.colours.stages import ColorRange
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import Settings
from convviz.core.stages.pipeline import chain


@pytest.mark.parametrize(("name", "limit"), LIMITS.items())
def test_both_ends_fit_and_what_lies_beyond_does_not(name, limit):
    for end in (limit.low, limit.high):
        assert limit.check(end, name) == end
    for beyond in (
        math.nextafter(limit.low, -math.inf),
        math.nextafter(limit.high, math.inf),
        1e308,
        -1e308,
        math.inf,
        math.nan,
    ):
        with pytest.raises(ValueError, match=f"^{name} .* is not from .* to "):
            limit.check(beyond, name)


def test_a_number_that_may_not_be_0_has_a_distance_from_it():
    with pytest.raises(ValueError, match="divisor 5e-324 is too near to 0: at least 1e-12 away"):
        LIMITS["divisor"].check(5e-324, "divisor")
    assert LIMITS["divisor"].check(-1e-12, "divisor") == -1e-12


def test_held_gives_the_nearest_end():
    assert [Limit(0, 255).held(value) for value in (-1, 12.5, 300)] == [0, 12.5, 255]


def sizes(**changes):
    return chain((9, 9), Settings(Kernel([[1]]), **changes))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: sizes(bias=1e308), "bias 1e+308 is not from -1e+12 to 1e+12"),
        (lambda: sizes(slope=math.nan), "slope nan is not from -1000 to 1000"),
        (lambda: sizes(fill=-1e300), "fill -1e+300 is not from -1e+12 to 1e+12"),
        (lambda: Kernel([[1]], 1e13), "divisor 1e+13 is not from -1e+12 to 1e+12"),
        (lambda: ColorRange("fixed", 0, 1e13), "end of the colour range 1e+13 is not from -1e+12 to 1e+12"),
        (lambda: ColorRange("fixed", 0, 1e-9), "width of the colour range 1e-09 is not from 1e-06 to 2e+12"),
    ],
)  # fmt: skip
def test_core_refuses_with_the_number_and_the_limit(make, words):
    with pytest.raises(ValueError) as caught:
        make()
    assert str(caught.value) == words
