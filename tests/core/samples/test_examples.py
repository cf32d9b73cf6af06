"""The samples: the lessons' tiny pictures number by number, the painted ones by what they must be."""

import numpy as np
import pytest
from scipy.signal import correlate2d

from convviz import paths
from convviz.core.images.image import ImageError, to_grey
from convviz.core.kernels.kernel_library import library
from convviz.core.samples.pictures import (
    SAMPLES,
    edge_image,
    five_image,
    load_sample,
    samples,
    stripes_image,
    x_image,
)

STORED = [sample for sample in SAMPLES if sample.filename]


def test_the_x() -> None:
    image = x_image()
    assert image.values.astype(int).tolist() == [
        [-1, -1, -1, -1, -1, -1, -1, -1, -1],
        [-1, 1, -1, -1, -1, -1, -1, 1, -1],
        [-1, -1, 1, -1, -1, -1, 1, -1, -1],
        [-1, -1, -1, 1, -1, 1, -1, -1, -1],
        [-1, -1, -1, -1, 1, -1, -1, -1, -1],
        [-1, -1, -1, 1, -1, 1, -1, -1, -1],
        [-1, -1, 1, -1, -1, -1, 1, -1, -1],
        [-1, 1, -1, -1, -1, -1, -1, 1, -1],
        [-1, -1, -1, -1, -1, -1, -1, -1, -1],
    ]
    assert (image.low, image.high, image.values.dtype) == (-1, 1, np.float32)


def test_the_xs_map_is_the_published_one() -> None:
    sums = correlate2d(x_image().values, library("diagonal").weights, "valid")
    assert sums[:3].tolist() == [[7, -1, 1, 3, 5, -1, 3], [-1, 9, -1, 3, -1, 1, -1], [1, -1, 9, -3, 1, -1, 5]]


def test_edge_and_stripes_answer_the_vertical_kernel() -> None:
    kernel = library("edge_vertical").weights
    assert correlate2d(edge_image().values, kernel, "valid").tolist() == [[0, 30, 30, 0]] * 4
    assert correlate2d(stripes_image().values, kernel, "valid").tolist() == [[0, 30, 30, -30, -30, 0]] * 6
    assert not correlate2d(stripes_image().values, kernel.T, "valid").any()


def test_the_five_is_made_like_mnists_digits() -> None:
    five = five_image().values
    rows, columns = np.nonzero(five)
    assert five.shape == (28, 28)
    assert five.dtype == np.uint8
    assert rows.max() - rows.min() < 20  # it fits the 20x20 box
    assert columns.max() - columns.min() < 20
    y, x = np.mgrid[:28, :28]
    assert abs((five * y).sum() / five.sum() - 13.5) < 0.6  # its centre of mass is the centre
    assert abs((five * x).sum() / five.sum() - 13.5) < 0.6


def test_every_small_or_stored_sample_is_what_it_says() -> None:
    for sample in samples():
        if not sample.on_demand:
            image = load_sample(sample.key)
            assert (image.width, image.height, image.sample) == (sample.width, sample.height, sample.key)
            assert image.source is None


@pytest.mark.parametrize("sample", STORED, ids=lambda sample: sample.key)
def test_stored_pictures_are_small_and_credited(sample) -> None:
    path = paths.sample(sample.filename)
    assert path.stat().st_size < 400_000
    assert sample.filename in paths.sample("CREDITS.md").read_text()


def test_colour_and_grey() -> None:
    assert {sample.key: load_sample(sample.key).channels for sample in STORED} == {
        "mug": 1, "scene": 3, "text": 1, "colour": 3,
    }  # fmt: skip


def test_the_mugs_outlines_answer_and_its_flat_parts_do_not() -> None:
    edges = np.abs(
        correlate2d(load_sample("mug").values.astype(float), library("edge_vertical").weights, "valid")
    )
    assert np.quantile(edges, 0.995) > 200  # the outlines
    assert np.median(edges) < 40  # everything else


def test_the_scene_has_edges_in_every_direction() -> None:
    grey = to_grey(load_sample("scene").values).astype(float)
    x = correlate2d(grey, library("sobel_vertical").weights, "valid")
    y = correlate2d(grey, library("sobel_horizontal").weights, "valid")
    strong = np.hypot(x, y) > 150
    found, _ = np.histogram(np.degrees(np.arctan2(y, x))[strong] % 180, bins=12, range=(0, 180))
    assert found.min() > 0.02 * found.sum()


def test_the_panorama_has_twelve_megapixels_when_asked_for() -> None:
    sample = SAMPLES[-1]
    assert (sample.key, sample.on_demand, sample.filename) == ("panorama", True, None)
    assert sample.width * sample.height == 12_000_000


def test_unknown_and_missing_samples(monkeypatch, tmp_path) -> None:
    with pytest.raises(ValueError, match="no sample 'cat'; there are x, edge"):
        load_sample("cat")
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "convviz")
    with pytest.raises(ImageError, match=r"mug\.png does not exist"):
        load_sample("mug")
