"""What is said of a number that no kernel makes: means, merged maps, scalings, classes with names."""

import numpy as np
import pytest

from convviz.network.files.bundled import bundled
from convviz.network.model.terms import AddTerms, Cell, FunctionTerms, OpaqueTerms, PassTerms, PoolingTerms
from convviz.pages.network.why.words import chart_of_maps, other_sentence, pooling_sentence, sources_hint

HERE, BELOW = Cell(1, 2, 3, 4), Cell(0, 5, 6, 7)
NETWORK = bundled("convnet_tutorial")
MINUS, TIMES = "\N{MINUS SIGN}", "\N{MULTIPLICATION SIGN}"


def said(kind, value, *rest):
    return other_sentence(kind(HERE, value, value, *rest), NETWORK)


@pytest.mark.parametrize(
    ("how", "value", "sentence"),
    [
        ("add", 1.5, f"2.0000 + ({MINUS}0.5000) = 1.5000"),
        ("average", 0.75, f"(2.0000 + ({MINUS}0.5000)) / 2 = 0.7500"),
        ("maximum", 2.0, f"The largest of 2.0000, ({MINUS}0.5000): 2.0000."),
        ("minimum", -0.5, f"The smallest of 2.0000, ({MINUS}0.5000): {MINUS}0.5000."),
    ],
)
def test_values_of_several_layers_are_written_out(how, value, sentence):
    assert said(AddTerms, value, (BELOW, BELOW), np.array([2.0, -0.5]), how) == sentence


def test_a_scaling_and_another_function_are_written_out():
    numbers = {"factor": 3.0, "offset": -1.0}
    assert (
        said(FunctionTerms, 5.0, BELOW, 2.0, "scaling", numbers)
        == f"2.0000 {TIMES} 3.0000 + ({MINUS}1.0000) = 5.0000"
    )
    assert said(FunctionTerms, 0.0, BELOW, -2.0, "relu", {}) == f"relu of {MINUS}2.0000 = 0.0000."


def test_padding_and_what_only_keras_computes_are_named():
    assert said(PassTerms, 0.0, None) == "A zero that the padding put here."
    assert said(OpaqueTerms, 1.0, "GRU") == (
        "Only Keras computes this layer (GRU); ConvViz shows what comes out of it."
    )


def test_a_mean_is_its_total_over_its_count():
    window = np.array([[1.0, 2.0], [3.0, 6.0]])
    terms = PoolingTerms(HERE, 3.0, 3.0, 0, (4, 5), (6, 7), window, np.zeros((2, 2), bool), None, 4, 12.0)
    assert pooling_sentence(terms, NETWORK) == "The mean of 4 values: 12.0000 / 4 = 3.0000."


@pytest.mark.parametrize(
    ("count", "hint"),
    [
        (0, ""),
        (1, "Click it to go one layer down, to Conv 1."),
        (2, "Click a number to go down to its layer."),
    ],
)
def test_only_what_has_sources_can_be_clicked(count, hint):
    assert sources_hint("Conv 1", count) == hint


def test_the_chart_names_what_it_adds_up():
    assert chart_of_maps(1, 9, "contribution") == "9 products, added up"
    assert chart_of_maps(32, 9, "contribution") == "32 partial sums, largest first, added up"
    assert chart_of_maps(32, 9, "channel") == "32 partial sums, by channel, added up"
