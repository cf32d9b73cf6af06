"""Digits for the tests of networks, in our own handwriting."""

import numpy as np
import pytest

from convviz.network.digits.prepare import prepare_drawing
from convviz.network.files.bundled import bundled
from tests.network.handwriting import drawing


@pytest.fixture(scope="session")
def digits():
    """200 written digits, (200, 28, 28) from 0 to 1, and what they are."""
    labels = np.arange(200) % 10
    pictures = [prepare_drawing(drawing(int(label), seed)).digit for seed, label in enumerate(labels)]
    return np.stack(pictures), labels


@pytest.fixture
def convnet():
    return bundled("convnet")


@pytest.fixture
def seven():
    """A written 7, (28, 28) from 0 to 1."""
    return prepare_drawing(drawing(7)).digit
