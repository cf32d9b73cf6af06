"""What the formula card says in words."""

import pytest

from convviz.core import Kernel, PoolSettings, Settings, chain
from convviz.views.explain.formula import size_words

K3, K5 = Kernel([[1] * 3] * 3), Kernel([[1] * 5] * 5)


@pytest.mark.parametrize(
    ("shape", "settings", "said"),
    [
        ((400, 600), Settings(K3, padding="same"), "“same” adds 1 pixel on every side; nothing is dropped"),
        ((28, 28), Settings(K5, padding="same"), "“same” adds 2 pixels on every side; nothing is dropped"),
        (
            (28, 28),
            Settings(K5, padding="same", stride=(2, 2)),
            "“same” adds 1|2 (top|bottom × left|right); nothing is dropped",
        ),
        (
            (9, 9),
            Settings(K3, padding="same", pool=PoolSettings("max")),
            "pooling drops 1 row and 1 column (9 = 4·2 + 1)",
        ),
        ((10, 9), Settings(K3, stride=(2, 2)), "the stride drops 1 row (10 = 3·2 + 3 + 1)"),
        (
            (149, 225),
            Settings(Kernel([[1]]), pool=PoolSettings("average")),
            "pooling drops 1 row and 1 column (149 = 74·2 + 1, 225 = 112·2 + 1)",
        ),
        (
            (9, 9),
            Settings(Kernel([[1]]), pool=PoolSettings("max", ceil=True)),
            "pooling keeps the incomplete windows at the end; nothing is dropped",
        ),
        ((6, 6), Settings(K3), "nothing is dropped"),
    ],
)
def test_headline(qapp, shape, settings, said):
    assert size_words.headline(chain(shape, settings), settings) == said


def test_padding_that_no_window_reaches_is_no_loss(qapp):
    settings = Settings(K3, padding=((1, 1), (1, 1)), stride=(2, 2))
    assert size_words.headline(chain((28, 28), settings), settings) == (
        "padding adds 1 pixel on every side; nothing is dropped"
    )


def test_details_give_the_rule_and_the_reach(qapp):
    settings = Settings(K3, padding="same", stride=(2, 2), dilation=(2, 2))
    lines = size_words.details(chain((28, 28), settings), settings)
    assert "“same”: o = ⌈i / s⌉; rows ⌈28 / 2⌉ = 14, columns ⌈28 / 2⌉ = 14" in lines
    assert "dilation spreads the kernel over rows: k_eff = 2·(3 − 1) + 1 = 5" in lines
