"""What the layers of networks add up: in the one order, whatever the batch, the groups and the strides."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.core import cross_correlate
from convviz.core.sizes.shapes import shape_size
from convviz.core.sums.adding import compiler
from convviz.core.sums.layers import convolution, convolution_back, dense


@st.composite
def layers(draw: st.DrawFn) -> Any:
    """A batch, weights, the size of the windows, and groups that fit."""
    groups = draw(st.sampled_from([1, 1, 2, 3]))
    each, many = draw(st.integers(1, 4)), draw(st.integers(1, 20))
    kernel = (draw(st.integers(1, 4)), draw(st.integers(1, 5)))
    stride, dilation = ((draw(st.integers(1, 3)), draw(st.integers(1, 2))) for _ in range(2))
    padding = tuple((draw(st.integers(0, 3)), draw(st.integers(0, 2))) for _ in range(2))
    high, wide = (d * (k - 1) + 1 + draw(st.integers(0, 9)) for k, d in zip(kernel, dilation, strict=True))
    numbers = np.random.default_rng(draw(st.integers(0, 2**32)))
    x = numbers.normal(size=(draw(st.integers(1, 6)), high, wide, groups * each)).astype(np.float32)
    weights = numbers.normal(size=(*kernel, each, groups * many)).astype(np.float32)
    return x, weights, shape_size((high, wide), kernel, stride, dilation, padding), groups


@pytest.mark.slow
@settings(max_examples=80, deadline=None)
@given(layers())
@pytest.mark.parametrize("machine", [True, False])
def test_a_layer_is_many_cross_correlations(machine: bool, layer: Any) -> None:
    """Every map has the bits of `cross_correlate`, of its group's channels, alone."""
    x, weights, size, groups = layer
    each, wide = weights.shape[2], weights.shape[3] // groups
    with pytest.MonkeyPatch.context() as patch:
        assert compiler.wait()
        if not machine:
            patch.setattr(compiler, "loops", {})
        answer = convolution(x, weights, size, groups)
    for n in range(len(x)):
        for k in range(weights.shape[3]):
            group = k // wide
            seen = x[n, :, :, group * each : (group + 1) * each]
            options = {"stride": size.stride, "dilation": size.dilation, "padding": size.padding}
            alone = cross_correlate(seen, weights[..., k], **options)
            assert alone.tobytes() == np.ascontiguousarray(answer[n, :, :, k]).tobytes()


@settings(max_examples=80, deadline=None)
@given(layers())
def test_back_is_the_transpose_of_forth(layer: Any) -> None:
    """For every x and g: (forth x) . g equals x . (back g)."""
    x, weights, size, groups = (
        one.astype(np.float64) if isinstance(one, np.ndarray) else one for one in layer
    )
    forth = convolution(x, weights, size, groups)
    grad = np.random.default_rng(1).normal(size=forth.shape)
    back = convolution_back(grad, weights, size, groups)
    assert back.shape == x.shape
    assert np.vdot(forth, grad) == pytest.approx(np.vdot(x, back), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("channels", [1, 7, 64, 300])
@pytest.mark.parametrize("filters", [1, 10, 33])
def test_rows_do_not_know_their_batch(way: str, channels: int, filters: int) -> None:
    numbers = np.random.default_rng(2)
    row = numbers.normal(size=channels).astype(np.float32)
    row[::3] = 0
    weights = numbers.normal(size=(channels, filters)).astype(np.float32)
    alone = dense(row[None], weights)
    assert alone.tobytes() == dense(row[None], weights, finite=True).tobytes()
    for count in (2, 5, 64, 301):
        batch = dense(np.repeat(row[None], count, axis=0), weights)
        assert {line.tobytes() for line in batch} == {alone[0].tobytes()}
    one_by_one = cross_correlate(row.reshape(1, 1, -1), weights.reshape(1, 1, channels, filters))
    assert one_by_one.tobytes() == alone.tobytes()


def test_weights_that_are_no_numbers_reach_what_a_zero_meets(way: str) -> None:
    weights = np.array([[np.inf, 1.0], [2.0, 3.0]], np.float32)
    assert np.isnan(dense(np.array([[0, 1]], np.float32), weights)[0, 0])
