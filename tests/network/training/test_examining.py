"""Examining networks on a handful of digits of our own."""

import numpy as np
import pytest

from convviz.network.digits.mnist import Mnist
from convviz.network.files.bundled import bundled
from convviz.network.training.report_card import examine, from_card


@pytest.fixture
def data():
    """Three bars that stand, labelled 1, 1 and 8, and a training part nobody may look at."""
    bar = np.zeros((28, 28), np.uint8)
    bar[5:23, 13:16] = 255
    nothing = np.zeros((0, 28, 28), np.uint8)
    return Mnist(nothing, np.zeros(0, np.uint8), np.stack([bar] * 3), np.array([1, 1, 8], np.uint8), "")


def test_counts_and_misread_digits_go_together(data):
    shares = []
    told = examine(bundled("convnet"), data, progress=shares.append)
    assert told.counts[1, 1] == 2
    assert told.counts[8, 1] == 1
    assert told.misread == ((2, 8, 1),)
    assert told.answers() == {2: 1}
    assert told.accuracy == pytest.approx(2 / 3)
    assert shares == [1.0]


def test_another_reader_is_given_a_few_digits_at_a_time(data):
    given = []

    def reader(digits):
        given.append(digits.shape)
        return np.eye(10, dtype=np.float32)[[8] * len(digits)]

    told = examine(bundled("convnet"), data, reader=reader, together=2)
    assert given == [(2, 28, 28, 1), (1, 28, 28, 1)]
    assert told.misread == ((0, 1, 8), (1, 1, 8))


def test_the_report_card_tells_the_same_in_its_own_words():
    network = bundled("convnet")
    told = from_card(network.card)
    assert told.digits == 10_000
    assert len(told.misread) == 10_000 - int(np.trace(told.counts))
    assert told.accuracy == pytest.approx(network.card["test"]["accuracy"], abs=1e-4)
    assert from_card({}) is None


def test_what_progress_raises_ends_the_work(data):
    def stop(share):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        examine(bundled("convnet"), data, progress=stop)
