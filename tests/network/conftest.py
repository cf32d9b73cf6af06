"""Digits for the tests of networks: MNIST's where they are at hand, our own handwriting everywhere."""

import os
from pathlib import Path

import numpy as np
import pytest

from convviz.network.digits.handwriting import drawing
from convviz.network.digits.mnist import FILE, keras_folders, read_mnist
from convviz.network.digits.prepare import prepare_drawing
from convviz.network.files.bundled import bundled

CHECKOUT = Path(__file__).parents[2]


def _mnist_file(checkout, kept):
    """Where MNIST is at hand: as CONVVIZ_MNIST says, else beside ``checkout`` or in the folders ``kept``."""
    if named := os.environ.get("CONVVIZ_MNIST"):
        if not Path(named).is_file():
            pytest.fail(f"CONVVIZ_MNIST is {named}, and there is no such file")
        return Path(named)
    folders = [checkout.parent / "shared" / "data", *kept]
    return next((folder / FILE for folder in folders if (folder / FILE).is_file()), None)


@pytest.fixture(scope="session")
def mnist_file():
    """The rule itself, for the tests of it."""
    return _mnist_file


@pytest.fixture(scope="session")
def mnist():
    """The MNIST digits, where they are at hand."""
    path = _mnist_file(CHECKOUT, keras_folders())
    if path is None:
        pytest.skip("there is no mnist.npz: set CONVVIZ_MNIST to its path")
    return read_mnist(path)


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
