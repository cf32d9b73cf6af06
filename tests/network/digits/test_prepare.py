"""From photos and drawings to digits as MNIST has them."""

import numpy as np
import PIL.Image
import pytest

from convviz.network.compute.forward import activations, outputs
from convviz.network.digits.choices import Choices
from convviz.network.digits.paper import evened, is_bright_writing
from convviz.network.digits.prepare import (
    STEPS,
    _without_specks,
    centre_of_mass,
    fitted,
    ink_box,
    prepare,
    prepare_drawing,
)
from convviz.network.files.bundled import bundled
from tests.network.handwriting import PAPERS, Paper, drawing, photo


@pytest.mark.parametrize("paper", PAPERS)
def test_digits_on_every_kind_of_paper_are_read(paper, convnet):
    for digit in np.random.default_rng(len(paper)).permutation(10)[:5]:
        found = prepare(photo(int(digit), PAPERS[paper], seed=int(digit)))
        assert not found.blank
        assert activations(convnet, found.digit).answer == digit


@pytest.mark.parametrize("paper", ["squared", "squared, tilted", "squared, dark", "ruled"])
def test_the_lines_of_the_paper_go(paper):
    found = prepare(photo(5, PAPERS[paper]))
    assert found.lines_removed
    assert [step.key for step in found.steps] == list(STEPS)
    ink = found.step("ink").picture
    assert ink[-60:].max() == 0  # below the digit only lines were
    kept = prepare(photo(5, PAPERS[paper]), choices=Choices(lines=False))
    assert not kept.lines_removed


def test_a_one_that_fills_the_picture_is_no_line():
    tall = Paper(size=(220, 120), place=(12, 40), height=196)
    found = prepare(photo(1, tall))
    assert not found.blank
    assert activations(bundled("convnet"), found.digit).answer == 1


def test_it_looks_like_mnist():
    found = prepare(photo(4))
    digit = found.digit
    assert digit.shape == (28, 28)
    assert digit.dtype == np.float32
    assert digit.max() == 1
    assert digit.min() == 0
    top, left, bottom, right = ink_box(digit)
    assert max(bottom - top, right - left) in (19, 20)
    assert centre_of_mass(digit) == pytest.approx((14, 14), abs=0.51)


def test_mnist_s_own_digits_come_back(mnist):
    """Enlarged to a drawing of 280 pixels and prepared again, they are read as before."""
    big = np.kron(mnist.test[:300], np.ones((10, 10), np.uint8)) / 255
    again = np.stack([prepare_drawing(one).digit for one in big])
    answers = outputs(bundled("convnet"), again).argmax(axis=1)
    assert (answers == mnist.test_labels[:300]).mean() >= 0.985
    still = np.abs(again - mnist.test[:300] / 255).mean(axis=(1, 2))
    assert np.median(still) < 0.02


@pytest.mark.parametrize("value", [0, 128, 255])
def test_an_empty_picture_is_blank(value):
    found = prepare(np.full((200, 150), value, np.uint8))
    assert found.blank
    assert not found.digit.any()
    assert found.crop is None


@pytest.mark.parametrize("shadow", [0.0, 0.6])
@pytest.mark.parametrize("squares", [0, 36])
def test_empty_paper_is_blank(shadow, squares):
    # The pen is dry: it wrote beside the paper.
    empty = photo(1, Paper(place=(-900, -900), shadow=shadow, squares=squares))
    assert prepare(empty).blank


def test_an_empty_canvas_is_blank():
    found = prepare_drawing(np.zeros((280, 280)))
    assert found.blank
    assert [step.key for step in found.steps] == ["grey", "ink"]


def test_a_drawing_keeps_its_steps():
    found = prepare_drawing(drawing(3))
    assert [step.key for step in found.steps] == ["grey", "ink", "cropped", "fitted", "centred"]
    assert found.step("fitted").picture.shape[0] == 20
    np.testing.assert_array_equal(found.step("centred").picture, found.digit)
    assert found.step("light") is None


def test_bright_writing_is_found():
    assert is_bright_writing(photo(8, PAPERS["chalk"])[..., 0] / np.float32(255))
    assert not is_bright_writing(photo(8)[..., 0] / np.float32(255))
    assert prepare(photo(8, PAPERS["chalk"])).inverted


def test_the_light_is_evened_out():
    grey = (photo(2, Paper(shadow=0.7, noise=0)).mean(axis=2) / 255).astype(np.float32)
    ink = evened(grey)
    assert np.quantile(grey, 0.95) - np.quantile(grey, 0.1) > 0.3
    assert np.quantile(ink, 0.85) < 0.03  # paper is paper everywhere
    assert ink.max() > 0.6


def test_every_choice_can_be_made():
    picture = photo(7)
    assert prepare(picture, choices=Choices(invert=True)).inverted
    assert prepare(picture, choices=Choices(threshold=0.6)).threshold == 0.6
    found = prepare(picture)
    top, left, bottom, right = found.crop
    half = prepare(picture, choices=Choices(crop=(top - 10, left - 10, (top + bottom) // 2, right + 10)))
    assert half.crop[2] <= (top + bottom) // 2
    assert half.crop[0] == pytest.approx(top, abs=2)
    with pytest.raises(ValueError, match="does not lie on the picture of 400x300"):
        prepare(picture, choices=Choices(crop=(0, 0, 500, 10)))


def test_a_wide_shape_keeps_its_shape():
    ink = np.zeros((100, 100), np.float32)
    ink[40:60, 10:90] = 1
    found = prepare_drawing(ink)
    assert found.step("fitted").picture.shape == (5, 20)


def test_thin_strokes_stay_visible():
    found = prepare(photo(0, PAPERS["thin pen"]))
    assert (found.digit > 0.5).sum() > 40


def test_thin_strokes_are_thickened_and_thick_ones_are_not():
    """90 pixels become 20: a stroke of 12 pixels is 12 * 20 / 90 wide, one of 1 would be 0.2."""

    def width_of(pen):
        ink = np.zeros((120, 140), np.float32)
        ink[15:105, 60 : 60 + pen] = 1
        ink[15 : 15 + pen, 40:80] = 1
        return float(prepare_drawing(ink).digit[10:20].sum(axis=1).mean())

    widths = [width_of(pen) for pen in (1, 2, 3, 4, 5, 6, 7, 8, 12)]
    assert widths == pytest.approx([1.6, 1.8, 1.6, 1.8, 1.55, 1.75, 1.5, 1.75, 2.7], abs=0.06)


def test_what_is_made_small_is_the_mean_of_what_it_covers():
    ink = np.random.default_rng(3).random((40, 24), np.float32)
    means = ink.reshape(20, 2, 12, 2).mean(axis=(1, 3))
    np.testing.assert_allclose(fitted(ink), means, atol=1e-6)


@pytest.mark.parametrize("side", [np.s_[0], np.s_[-1], np.s_[:, 0], np.s_[:, -1]])
def test_a_line_along_any_edge_is_no_writing(side):
    writing = np.zeros((60, 80), bool)
    writing[20:40, 30:50] = True
    mask = writing.copy()
    mask[side] = True
    np.testing.assert_array_equal(_without_specks(mask), writing)


def test_a_small_speck_and_an_edge_are_no_writing():
    picture = photo(6)
    picture[460:480] = 30  # the edge of the table
    picture[20:24, 20:24] = 30
    found = prepare(picture)
    assert activations(bundled("convnet"), found.digit).answer == 6


@pytest.mark.parametrize("paper", ["plain", "pencil", "squared"])
def test_a_sheet_on_a_dark_table(paper):
    for digit in (0, 4, 7):
        picture = photo(digit, PAPERS[paper], seed=digit)
        for edge in (picture[:50], picture[-50:], picture[:, :40], picture[:, -40:]):
            edge[...] = (60, 45, 35)
        found = prepare(picture)
        assert not found.inverted
        assert activations(bundled("convnet"), found.digit).answer == digit


@pytest.mark.parametrize("turn", [12, 25])
def test_a_sheet_that_lies_askew(turn):
    sheet = PIL.Image.fromarray(photo(4, PAPERS["squared"], seed=4))
    table = PIL.Image.new("RGB", (720, 760), (60, 45, 35))
    place = PIL.Image.new("L", sheet.size, 255).rotate(turn, expand=True)
    table.paste(sheet.rotate(turn, expand=True), (80, 60), place)
    found = prepare(np.asarray(table))
    assert not found.inverted
    assert found.crop is not None
    assert found.crop[2] - found.crop[0] < 200  # the writing, not the sheet


@pytest.mark.parametrize("digit", [6, 8])
@pytest.mark.parametrize("bright", [False, True])
def test_a_thick_marker_is_no_sheet_of_paper(digit, bright):
    picture = photo(digit, Paper(size=(260, 220), height=190, place=(35, 55), pen=30), seed=digit)
    found = prepare(255 - picture if bright else picture)
    assert found.inverted == bright
    assert activations(bundled("convnet"), found.digit).answer == digit


def test_a_shadow_with_a_hard_edge_is_no_writing():
    light = np.where(np.arange(360) < 180, 1.0, 0.45)
    light = np.convolve(np.pad(light, 20, mode="edge"), np.ones(41) / 41, "valid")
    picture = photo(3, PAPERS["pencil"]) * light[None, :, None]
    assert activations(bundled("convnet"), prepare(picture).digit).answer == 3


def test_a_picture_without_pixels_is_refused():
    with pytest.raises(ValueError, match="no pixels"):
        prepare(np.zeros((0, 4)))
