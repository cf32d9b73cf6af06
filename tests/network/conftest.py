"""Digits for the tests of networks: MNIST's where they are at hand, our own handwriting everywhere."""

import os
from pathlib import Path

import numpy as np
import pytest

from convviz.network.bundled import bundled
from convviz.network.handwriting import drawing
from convviz.network.mnist import read_mnist
from convviz.network.prepare import prepare_drawing

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def mnist():
    """The MNIST digits, from the file CONVVIZ_MNIST names or from beside the project."""
    places = [Path(os.environ.get("CONVVIZ_MNIST", "nowhere")), ROOT / "../shared/data/mnist.npz"]
    for path in places:
        if path.is_file():
            return read_mnist(path)
    pytest.skip("there is no mnist.npz: set CONVVIZ_MNIST to its path")


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
