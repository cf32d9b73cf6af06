"""Numbers that no computer could serve are refused at once, with what was asked for and the limit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from convviz.core import (
    Image,
    Kernel,
    PoolSettings,
    Settings,
    average_pool,
    chain,
    convolve,
    cross_correlate,
    max_pool,
    output_size,
    pad,
    run,
    trace_pool,
    trace_window,
)
from convviz.core.sizes.numbers import MOST_PADDING, MOST_STEP

HUGE = 10**9
X = np.eye(9)
BOX = np.ones((3, 3))


def through(**changes: Any) -> Callable[[], object]:
    return lambda: run(Image(X), Settings(Kernel(BOX), **changes))


def pooled(**changes: Any) -> Callable[[], object]:
    return through(pool=PoolSettings("average", **changes))


@pytest.mark.parametrize("huge", [HUGE, 10**30, np.int64(HUGE)])
@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda n: cross_correlate(X, BOX, padding=n), "padding {} is more than 512"),
        (lambda n: cross_correlate(X, BOX, padding=(0, n)), "padding {} is more than 512"),
        (lambda n: convolve(X, BOX, padding=((0, 0), (n, 0))), "padding {} is more than 512"),
        (lambda n: cross_correlate(X, BOX, stride=n), "stride {} is more than 1000"),
        (lambda n: cross_correlate(X, BOX, dilation=n, padding="full"), "dilation {} is more than 1000"),
        (lambda n: cross_correlate(X, BOX, dilation=n, padding="same"), "dilation {} is more than 1000"),
        (lambda n: cross_correlate(X, [[1]], dilation=n), "dilation {} is more than 1000"),
        (lambda n: trace_window(X, BOX, 0, 0, padding=n), "padding {} is more than 512"),
        (lambda n: pad(X, n), "padding {} is more than 512"),
        (lambda n: max_pool(X, n, padding="same"), "pool size {} is more than 1000"),
        (lambda n: average_pool(X, (2, n), padding="same"), "pool size {} is more than 1000"),
        (lambda n: average_pool(X, 2, stride=n), "pool stride {} is more than 1000"),
        (lambda n: max_pool(X, 2, padding=n), "padding {} is more than 512"),
        (lambda n: trace_pool(X, 0, 0, pool_size=n, padding="same"), "pool size {} is more than 1000"),
        (lambda n: output_size((9, 9), 3, padding=n), "padding {} is more than 512"),
        (lambda n: output_size(9, 3, padding=n), "padding {} is more than 512"),
        (lambda n: output_size(9, 3, stride=n), "stride {} is more than 1000"),
        (lambda n: output_size(9, 3, dilation=n, padding="full"), "dilation {} is more than 1000"),
        (lambda n: through(padding=((n, n), (n, n)))(), "padding {} is more than 512"),
        (lambda n: through(stride=(1, n))(), "stride {} is more than 1000"),
        (lambda n: through(dilation=(n, 1), padding="same")(), "dilation {} is more than 1000"),
        (lambda n: pooled(size=(n, n), stride=(1, 1), padding="same")(), "pool size {} is more than 1000"),
        (lambda n: pooled(stride=(n, 1))(), "pool stride {} is more than 1000"),
        (lambda n: pooled(padding=((0, n), (0, 0)))(), "padding {} is more than 512"),
    ],
)
def test_huge_numbers_are_refused_with_their_limit(
    ask: Callable[[Any], object], words: str, huge: Any
) -> None:
    with pytest.raises(ValueError) as caught:
        ask(huge)
    assert str(caught.value) == words.format(huge)


@pytest.mark.parametrize("ask", [lambda n: Kernel.random(n, 3, np.random.default_rng(0)),
                                 lambda n: Kernel(BOX).resized(3, n)])  # fmt: skip
def test_kernels_of_a_huge_size_are_refused(ask: Callable[[int], object]) -> None:
    with pytest.raises(ValueError, match="1000000000.* does not exist: 1 to 31 rows and columns"):
        ask(HUGE)


def test_what_a_rule_makes_of_large_kernels_is_refused_where_no_memory_holds_it() -> None:
    kernel = Kernel(np.ones((31, 31)))
    with pytest.raises(ValueError, match="picture has 60009x60009 values; the limit is 1,000,000,000"):
        chain((9, 9), Settings(kernel, padding="full", dilation=(1000, 1000)))
    with pytest.raises(ValueError, match="picture has 60009x60009 values; the limit is 1,000,000,000"):
        cross_correlate(X, kernel.weights, padding="full", dilation=1000)


def test_the_largest_padding_works_on_the_smallest_picture() -> None:
    answer = cross_correlate([[2]], [[1, 1]], padding=MOST_PADDING)
    assert answer.shape == (2 * MOST_PADDING + 1, 2 * MOST_PADDING)
    assert answer[MOST_PADDING, MOST_PADDING - 1 : MOST_PADDING + 1].tolist() == [2, 2]
    assert answer.sum() == 4
    amounts = ((MOST_PADDING,) * 2,) * 2
    whole = run(Image(np.array([[2.0]])), Settings(Kernel([[1, 1]]), padding=amounts))
    assert np.array_equal(whole.convolution, answer)
    edge = cross_correlate([[2]], [[1, 1]], padding=MOST_PADDING, fill="reflect")
    assert (edge == 4).all()


def test_a_rule_may_make_more_padding_than_can_be_asked_for() -> None:
    picture = np.ones((1, 700))
    answer = cross_correlate(picture, picture, padding="full")
    assert answer.shape == (1, 1399)
    assert answer[0, :3].tolist() == [1, 2, 3]
    assert answer[0, 699] == 700


def test_the_largest_steps_work_and_more_where_the_picture_is_larger() -> None:
    assert cross_correlate(X, BOX, stride=MOST_STEP).tolist() == [[3]]
    assert cross_correlate([[1] * 9], [[1, 1]], dilation=MOST_STEP, padding="full").sum() == 18
    assert max_pool(X, MOST_STEP, padding="same").tolist() == [[1]]
    long = np.arange(1.0, 3001)[None]
    assert average_pool(long, (1, 3000)).tolist() == [[1500.5]]
    assert cross_correlate(long, [[-1, 1]], dilation=2999).tolist() == [[2999]]
    assert cross_correlate(long, [[1]], stride=2999).tolist() == [[1, 3000]]
