"""Training: the recipes, the digits they are given, and what is written beside a network."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from convviz.network.digits.mnist import Mnist, read_mnist
from convviz.network.model.recipes import ARCHITECTURES, RECIPES, architecture
from convviz.network.training.report_card import confusion, examination, moved

SETTINGS = {"mlp": ("sgd", 0.05, 256), "lenet": ("adam", 1e-4, 64), "convnet": ("rmsprop", 1e-3, 64)}


@pytest.mark.parametrize("key", ARCHITECTURES)
def test_the_tutorials_recipes_are_theirs(key):
    recipe = architecture(key).recipe("tutorial")
    assert (recipe.optimizer, recipe.rate, recipe.batch) == SETTINGS[key]
    assert recipe.strength == (0, 0)
    assert not recipe.held_out


@pytest.mark.parametrize("key", ARCHITECTURES)
def test_the_best_recipes_choose_by_digits_that_are_not_the_test(key):
    recipe = architecture(key).recipe("best")
    assert recipe.held_out == 5000
    assert max(recipe.strength) > 0


def test_what_there_is_not():
    with pytest.raises(ValueError, match="no network 'vgg': there are mlp, lenet, convnet"):
        architecture("vgg")
    with pytest.raises(ValueError, match="no recipe 'fast': there are tutorial, best"):
        architecture("mlp").recipe("fast")
    assert RECIPES == ("tutorial", "best")


@pytest.fixture
def few():
    """A handful of digits that a network can learn in a moment: a bright row says which."""
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 10, 300).astype(np.uint8)
    pictures = rng.integers(0, 60, (300, 28, 28)).astype(np.uint8)
    pictures[np.arange(300), 2 * labels + 3] = 255
    return Mnist(pictures[:200], labels[:200], pictures[200:], labels[200:], "0" * 64)


def test_training_keeps_the_epoch_that_reads_the_held_out_digits_best(few):
    pytest.importorskip("keras")
    from convviz.network.training.trainer import Reports, train

    plan = architecture("mlp")
    recipe = replace(plan.best, epochs=3, held_out=40, batch=32)
    heard, steps = [], []
    reports = Reports(lambda *numbers: steps.append(numbers), heard.append)
    trained = train(plan, recipe, few, 1, reports)
    assert [epoch.number for epoch in heard] == [1, 2, 3]
    assert trained.epochs == tuple(heard)
    assert steps[-1] == (3, 5, 5)  # 160 digits in batches of 32
    best = max(heard, key=lambda epoch: (epoch.held_out_accuracy, -epoch.held_out_loss))
    assert trained.best == best.number
    # What is kept has neither dropout layers nor the state of an optimizer.
    assert [layer.name for layer in trained.network.layers] == [layer.name for layer in plan.layers]
    assert not hasattr(trained.network, "optimizer") or trained.network.optimizer is None


def test_ctrl_c_keeps_the_best_epoch_so_far(few):
    pytest.importorskip("keras")
    from convviz.network.training.trainer import Reports, train

    plan = architecture("mlp")
    recipe = replace(plan.tutorial, epochs=50, batch=50)
    seen = []

    def batch(epoch, done, batches):
        if epoch == 2:
            raise KeyboardInterrupt

    trained = train(plan, recipe, few, 1, Reports(batch, seen.append))
    assert trained.interrupted
    assert trained.best == 1
    assert len(seen) == 1


def test_ctrl_c_before_the_first_epoch_is_over_keeps_nothing(few):
    pytest.importorskip("keras")
    from convviz.network.training.trainer import Reports, train

    def batch(epoch, done, batches):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train(architecture("mlp"), architecture("mlp").tutorial, few, 1, Reports(batch, print))


def test_varied_digits_stay_digits():
    tf = pytest.importorskip("tensorflow")
    from convviz.network.training.trainer import augment

    digits = np.zeros((6, 28, 28, 1), np.float32)
    digits[:, 8:20, 12:15] = 1
    varied = augment(tf.constant(digits), tf.constant([1, 2])).numpy()
    assert varied.shape == digits.shape
    assert varied.min() >= 0
    assert varied.max() <= 1
    assert len({one.tobytes() for one in varied}) == 6  # each in its own way
    np.testing.assert_array_equal(varied, augment(tf.constant(digits), tf.constant([1, 2])).numpy())
    np.testing.assert_allclose(
        augment(tf.constant(digits), tf.constant([1, 2]), (0.0, 0.0)), digits, atol=1e-5
    )


def test_convviz_train_writes_a_network_and_its_card(few, tmp_path, fresh_python):
    pytest.importorskip("keras")
    np.savez(
        tmp_path / "few.npz",
        x_train=few.train, y_train=few.train_labels, x_test=few.test, y_test=few.test_labels,
    )  # fmt: skip
    command = [
        "train",
        "mlp",
        "--data",
        "few.npz",
        "--recipe",
        "tutorial",
        "--epochs",
        "2",
        "-o",
        "mine.keras",
    ]
    given = [part if not part.count(".") else str(tmp_path / part) for part in command]
    output = fresh_python(f"from convviz.__main__ import main\nassert main({given!r}) == 0")
    assert output.count("\nepoch ") == 2
    card = json.loads((tmp_path / "mine.json").read_text())
    assert (card["recipe"], card["seed"], card["best_epoch"]) == ("tutorial", 1, 2)
    assert len(card["test"]["accuracy_by_shift"]) == 8
    assert card["data"]["sha256"] == read_mnist(tmp_path / "few.npz").checksum
    from convviz.network.files.keras.file import read_network

    network = read_network(tmp_path / "mine.keras")
    assert network.checksum == card["sha256"]
    assert network.parameters == 335_114


def test_an_examination(few):
    def always_seven(pictures):
        return np.tile(np.eye(10, dtype=np.float32)[7], (len(pictures), 1))

    found = examination(always_seven, few)
    share = float((few.test_labels == 7).mean())
    assert found["accuracy"] == found["accuracy_by_shift"][3] == pytest.approx(share)
    assert len(found["misread"]) == 100 - round(100 * share)
    assert found["misread"][0][2] == 7


def test_confusion_and_moving():
    assert confusion(np.array([1, 1, 2]), np.array([1, 2, 2]))[1, 1:3].tolist() == [1, 1]
    picture = np.arange(9, dtype=np.uint8).reshape(1, 3, 3)
    assert moved(picture, 2)[0].tolist() == [[0, 0, 0], [0, 0, 3], [0, 0, 6]]


@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        ({"x_train": np.zeros((2, 28, 28), np.uint8)}, "there is no y_train in it"),
        ({"x_test": np.zeros((2, 20, 20), np.uint8)}, "digits of 28x28 bytes are needed"),
        ({"y_test": np.array([3, 12])}, "whole numbers from 0 to 9"),
        ({"y_test": np.array([3])}, "2 digits and 1 labels do not go together"),
        ({"y_test": np.array([3, None], dtype=object)}, "not the MNIST file"),
    ],
)
def test_what_is_no_mnist_file(tmp_path, arrays, words):
    sound = {"x_train": np.zeros((2, 28, 28), np.uint8), "y_train": np.array([3, 4])}
    sound |= {"x_test": sound["x_train"], "y_test": sound["y_train"]}
    wrong = arrays if "x_train" in arrays else sound | arrays
    np.savez(tmp_path / "digits.npz", **wrong)
    with pytest.raises(ValueError, match=words):
        read_mnist(tmp_path / "digits.npz")


def test_what_is_no_npz_file_at_all(tmp_path):
    (tmp_path / "mnist.npz").write_bytes(b"hello")
    with pytest.raises(ValueError, match="mnist.npz: this is not the MNIST file of Keras"):
        read_mnist(tmp_path / "mnist.npz")
