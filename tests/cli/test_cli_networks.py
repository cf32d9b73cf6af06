"""Digits read without a window."""

import json

import numpy as np
import pytest
from PIL import Image

from convviz.__main__ import main
from convviz.cli import networks
from convviz.network.files.bundled import bundled
from convviz.paths import resource
from tests.network.handwriting import PAPERS, photo


@pytest.fixture
def seven(tmp_path):
    path = tmp_path / "seven.png"
    Image.fromarray(photo(7, PAPERS["squared"])).save(path)
    return str(path)


@pytest.fixture
def blank(tmp_path):
    path = tmp_path / "blank.png"
    Image.new("L", (100, 80), 230).save(path)
    return str(path)


def test_classify_shows_the_digit_the_probabilities_and_the_answer(seven, capsys):
    assert main(["classify", seven]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == seven
    assert sum("█" in line for line in lines[1:29]) > 10
    assert [line.split()[0] for line in lines[29:39]] == list("0123456789")
    assert lines[36].startswith("7 ")
    assert lines[36].endswith("<-")
    assert lines[39].startswith("Small ConvNet reads 7, 9")


@pytest.mark.parametrize("name", ["mlp", "lenet", "convnet_tutorial"])
def test_any_network_can_be_asked(seven, capsys, name):
    assert main(["classify", seven, "--network", name]) == 0
    assert " reads 7, " in capsys.readouterr().out


@pytest.mark.parametrize(("share", "words"), [(0.5, "reads 3, 50.00%"), (0.49, "reads 3, 49.00% (not sure)")])
def test_less_than_half_is_not_sure(capsys, share, words):
    digit = [[0.0, 1.0], [1.0, 0.0]]
    answer = {"picture": "a.png", "blank": False, "digit": digit, "answer": "3"}
    networks._show({**answer, "probabilities": {"1": 0.2, "3": share}}, bundled("convnet"))
    lines = ["a.png", "  ██", "██", "1  20.0000% ████", f"3  {share:.4%} ██████████           <-"]
    assert capsys.readouterr().out.splitlines() == [*lines, f"Small ConvNet {words}"]


def test_classify_as_json(seven, blank, capsys):
    path = str(resource("models", "convnet.keras"))
    assert main(["classify", seven, blank, "--network", path, "--json"]) == 0
    read, empty = json.loads(capsys.readouterr().out)
    assert read["answer"] == "7"
    assert sum(read["probabilities"].values()) == pytest.approx(1, abs=1e-4)
    assert np.array(read["digit"]).shape == (28, 28)
    assert empty["blank"]
    assert empty["answer"] is None


def test_a_blank_picture_says_so(blank, capsys):
    assert main(["classify", blank]) == 0
    assert "nothing is written on it" in capsys.readouterr().out


def test_a_digit_of_mnist_is_taken_as_it_is(mnist, tmp_path, capsys):
    path = str(tmp_path / "digit.png")
    Image.fromarray(mnist.test[0]).save(path)
    assert main(["classify", path, "--as-is", "--json"]) == 0
    (answer,) = json.loads(capsys.readouterr().out)
    assert answer["answer"] == "7"
    np.testing.assert_allclose(answer["digit"], mnist.test[0] / 255, atol=1e-4)


def test_the_maps_of_a_layer_as_a_picture(seven, tmp_path, capsys):
    path = tmp_path / "maps.png"
    assert main(["activations", seven, "--layer", "conv2", "-o", str(path)]) == 0
    assert "conv2, 11 x 11 x 64, from 0 to " in capsys.readouterr().out
    with Image.open(path) as picture:
        assert picture.size == (95 * 9, 95 * 9)  # 8 x 8 maps of 11 and gaps of 1, nine times as large


@pytest.mark.parametrize("layer", [["--layer", "all"], []])
def test_all_layers_as_numbers(seven, tmp_path, layer):
    path = tmp_path / "maps.npz"
    assert main(["activations", seven, *layer, "-o", str(path)]) == 0
    with np.load(path) as arrays:
        assert arrays["conv3"].shape == (3, 3, 128)
        assert arrays["dense"].argmax() == 7
        assert set(arrays) >= {"picture", "logits", "conv1", "flatten"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["classify", "{seven}", "--network", "vgg"], "no file 'vgg', and no network: there are convnet"),
        (["classify", "{seven}", "--network", "{seven}"], "networks are opened from .keras and .h5 files"),
        (["classify", "nowhere.png"], "there is no file 'nowhere.png'"),
        (["activations", "{seven}", "-o", "a.png"], "--layer NAME is one of conv1, pool1"),
        (["activations", "{seven}", "--layer", "x", "-o", "a.png"], "--layer NAME is one of conv1, pool1"),
        (["activations", "{seven}", "--layer", "all", "-o", "a.png"], "do not fit in one picture"),
        (["activations", "{seven}", "--layer", "conv1", "-o", "a.gif"], "must be .png or .npz"),
        (["activations", "{blank}", "--layer", "conv1", "-o", "a.png"], "nothing is written on it"),
        (["train", "mlp", "--data", "none.npz", "-o", "a.keras"], "none.npz: there is no such file"),
        (["train", "mlp", "--data", "none.npz", "-o", "a.h5"], "the ending has to be .keras"),
        (["train", "vgg", "--data", "none.npz", "-o", "a.keras"], "invalid choice: 'vgg'"),
        (["train", "mlp", "--data", "x", "--epochs", "0", "-o", "a.keras"], "is not from 1 to 1000"),
        (["train", "mlp", "--data", "x", "-o", "/nowhere/at/all/a.keras"], "there is no such folder"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(arguments, words, seven, blank, capsys):
    assert main([part.format(seven=seven, blank=blank) for part in arguments]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


def test_reading_digits_needs_neither_qt_nor_tensorflow(seven, fresh_python):
    loaded = fresh_python(
        "import sys\nfrom convviz.__main__ import main\n"
        f"assert main(['classify', {seven!r}]) == 0\n"
        "print('loaded:', {'tensorflow', 'keras', 'PySide6', 'pyqtgraph'} & set(sys.modules))"
    )
    assert loaded.strip().endswith("loaded: set()")


def test_two_pictures_have_a_line_between_them(seven, blank, capsys):
    assert main(["classify", blank, seven]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[lines.index(seven) - 1] == ""


def test_a_digit_that_is_prepared_already_is_taken_as_it_is(tmp_path, capsys):
    path = str(tmp_path / "black.png")
    Image.new("L", (28, 28), 0).save(path)
    assert main(["classify", path, "--as-is"]) == 2
    assert capsys.readouterr().err == f"convviz classify: {path}: the picture is all black\n"


def test_the_cells_of_a_dense_layer_are_laid_out_too():
    picture = networks._mosaic(np.arange(6, dtype=np.float32))
    assert picture.shape == (5, 3)
    assert picture[2, 2] == 3
    assert np.isnan(picture[1]).all()
