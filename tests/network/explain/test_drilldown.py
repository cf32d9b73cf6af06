"""Why this number: the sums that are shown are the network's own values."""

import numpy as np
import pytest

from convviz.network.compute.forward import activations
from convviz.network.explain.drilldown import explain
from convviz.network.explain.receptive_field import Box, field_size, receptive_box
from convviz.network.files.bundled import bundled
from convviz.network.model.layers import INPUT
from convviz.network.model.terms import (
    Cell,
    ConvolutionTerms,
    DenseTerms,
    PassTerms,
    PixelTerms,
    PoolingTerms,
)


def random_cell(network, layer, rng):
    shape = (1, 1, 1)[: 3 - len(network.layers[layer].shape)] + network.layers[layer].shape
    return Cell(layer, *(int(rng.integers(size)) for size in shape))


@pytest.mark.parametrize("key", ["convnet", "lenet", "mlp", "convnet_tutorial", "mlp_tutorial"])
def test_the_sum_shown_is_the_network_s_value(key, digits):
    rng, network = np.random.default_rng(4), bundled(key)
    for digit in digits[0][:10]:
        acts = activations(network, digit)
        for layer in range(len(network.layers)):
            for _ in range(10):
                terms = explain(network, acts, random_cell(network, layer, rng))
                assert terms.difference <= 1e-5


def test_a_convolution_is_windows_times_kernels_and_a_bias(convnet, seven):
    acts = activations(convnet, seven)
    terms = explain(convnet, acts, Cell(2, 4, 6, 10))
    assert isinstance(terms, ConvolutionTerms)
    assert (terms.source, terms.rows, terms.columns) == (1, (4, 5, 6), (6, 7, 8))
    np.testing.assert_array_equal(terms.inputs, acts.values[1][4:7, 6:9].astype(float))
    np.testing.assert_array_equal(terms.weights, convnet.layers[2].weights[..., 10].astype(float))
    assert terms.partial_sums.shape == (32,)
    assert terms.partial_sums.sum() + terms.bias == pytest.approx(terms.before)
    assert terms.value == max(0, terms.before)
    by_size = np.abs(terms.partial_sums)[list(terms.ranked)]
    assert (np.diff(by_size) <= 0).all()
    assert terms.operand(2, 0, 5) == Cell(1, 6, 6, 5)


def test_a_window_in_the_padding_reads_zeros_there(seven):
    lenet = bundled("lenet")
    terms = explain(lenet, activations(lenet, seven), Cell(0, 0, 27, 3))
    assert terms.rows == (-2, -1, 0, 1, 2)
    assert terms.columns == (25, 26, 27, 28, 29)
    assert terms.is_padding.tolist() == [[True] * 5] * 2 + [[False] * 3 + [True] * 2] * 3
    assert (terms.inputs[terms.is_padding] == 0).all()
    assert terms.operand(0, 0, 0) is None
    assert terms.operand(2, 0, 0) == Cell(INPUT, 0, 25, 0)


def test_the_winner_of_a_pool_is_found(convnet, seven):
    acts = activations(convnet, seven)
    terms = explain(convnet, acts, Cell(1, 3, 8, 4))
    assert isinstance(terms, PoolingTerms)
    window = acts.values[0][6:8, 16:18, 4]
    np.testing.assert_array_equal(terms.window, window)
    assert terms.winner is not None
    assert acts.values[0][terms.winner.row, terms.winner.column, 4] == window.max() == terms.value


def test_flatten_says_which_map_and_cell(convnet, seven):
    terms = explain(convnet, activations(convnet, seven), Cell(5, channel=769))
    assert isinstance(terms, PassTerms)
    assert terms.source == Cell(4, 2, 0, 1)  # 769 = (2 * 3 + 0) * 128 + 1


def test_a_logit_is_a_sum_and_its_probability_a_fraction(convnet, seven):
    acts = activations(convnet, seven)
    terms = explain(convnet, acts, Cell(6, channel=7))
    assert isinstance(terms, DenseTerms)
    assert terms.products.shape == (1152,)
    assert terms.before == pytest.approx(float(acts.logits[7]), abs=1e-5)
    assert terms.softmax.powers[7] / terms.softmax.total == pytest.approx(terms.value)
    assert terms.value == pytest.approx(float(acts.output[7]), abs=1e-6)
    assert terms.sources[769] == Cell(5, channel=769)


def test_one_can_walk_from_the_probability_down_to_a_pixel(convnet, seven):
    """Always the largest contribution: the way a student would click."""
    acts = activations(convnet, seven)
    cell, way = Cell(6, channel=acts.answer), []
    while not cell.is_pixel:
        terms = explain(convnet, acts, cell)
        way.append(convnet.layers[cell.layer].name)
        if isinstance(terms, DenseTerms):
            cell = terms.sources[terms.ranked[0]]
        elif isinstance(terms, ConvolutionTerms):
            at = terms.ranked[0]
            row, column = np.unravel_index(np.abs(terms.products[..., at]).argmax(), (3, 3))
            cell = terms.operand(int(row), int(column), at)
        else:
            cell = getattr(terms, "winner", None) or terms.source
    assert way == ["dense", "flatten", "conv3", "pool2", "conv2", "pool1", "conv1"]
    pixel = explain(convnet, acts, cell)
    assert isinstance(pixel, PixelTerms)
    assert pixel.value == seven[cell.row, cell.column]


def test_a_cell_outside_is_refused(convnet, seven):
    acts = activations(convnet, seven)
    with pytest.raises(IndexError, match="row 11, column 0, channel 0 is outside of 11 x 11 x 64"):
        explain(convnet, acts, Cell(2, 11, 0, 0))
    with pytest.raises(IndexError, match="layer 7: there are layers 0 to 6"):
        explain(convnet, acts, Cell(7))


def test_receptive_fields():
    convnet, lenet = bundled("convnet"), bundled("lenet")
    assert [field_size(convnet, layer)[0] for layer in range(5)] == [3, 4, 8, 10, 18]
    assert [field_size(lenet, layer)[0] for layer in range(4)] == [5, 6, 14, 16]
    assert receptive_box(convnet, Cell(4, 2, 0, 1)) == Box(8, 0, 25, 17)
    assert receptive_box(convnet, Cell(4, 2, 0, 1), onto=3) == Box(2, 0, 4, 2)
    assert receptive_box(convnet, Cell(5, channel=769)) == Box(8, 0, 25, 17)
    # Both floors together leave the last two rows and columns of the digit unseen.
    assert receptive_box(convnet, Cell(6)) == Box(0, 0, 25, 25)
    assert receptive_box(lenet, Cell(0, 0, 0, 0)) == Box(-2, -2, 2, 2)
    assert receptive_box(lenet, Cell(0, 0, 0, 0)).clipped(28, 28) == Box(0, 0, 2, 2)


def test_changing_what_lies_outside_the_receptive_field_changes_nothing(convnet, seven):
    changed = seven.copy()
    changed[:8] = 1 - changed[:8]
    changed[:, 18:] = 0
    before, after = activations(convnet, seven), activations(convnet, changed)
    np.testing.assert_array_equal(before.values[4][2, 0], after.values[4][2, 0])
    assert (before.values[4] != after.values[4]).any()
