"""The stored pictures are the painters' work, and can be painted again."""

import importlib.util
from importlib import import_module
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from convviz import paths
from convviz.core.samples import panorama as painting
from convviz.core.samples.pictures import load_sample, panorama

PAINTERS = Path(__file__).parents[3] / "sample_images" / "painters"

PAINTED = """
184 198 207 199 211 223 206 161 160 195 211 167 158 156 156 175
187 188 196 201 187 202 189 179 179 182 187 179 184 177 174 178
177 206 193 190 191 191 195 198 203 203 201 213 225 222 201 150
151 198 201 200 200 201 201 203 207 205 207 210 213 216 174 138
122 156 168 196 194 207 203 193 174 166 187 196 208 204 144 95
87 108 117 158 156 161 157 151 156 151 153 162 180 148 115 82
56 86 70 114 116 115 121 121 121 131 137 139 131 81 65 39
50 62 42 77 99 101 103 104 105 108 109 111 110 56 41 34
42 56 41 97 164 178 174 167 158 152 164 173 186 73 40 50
43 47 47 68 117 117 119 119 132 136 142 147 136 57 40 37
74 89 97 103 108 100 91 88 95 100 97 102 107 85 109 74
111 86 100 113 113 98 104 95 113 112 108 111 113 115 110 99
"""


@pytest.fixture
def painters(monkeypatch):
    """The program in ``sample_images/painters``."""
    monkeypatch.syspath_prepend(str(PAINTERS))
    spec = importlib.util.spec_from_file_location("painters", PAINTERS / "__main__.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["mug", "fair", "page", "fruit"])
def test_a_stored_picture_is_what_its_painter_paints(painters, name: str) -> None:
    """Painted at a fifth of the size, it looks like the stored one made smaller."""
    small = painters.paint(name, 120, 80).astype(float)
    with PIL.Image.open(paths.sample(painters.PICTURES[name])) as stored:
        assert stored.size == painters.SIZE
        reduced = np.asarray(stored.reduce(5), dtype=float)
    assert small.shape == reduced.shape
    assert np.abs(small - reduced).mean() < 6
    assert np.corrcoef(small.ravel(), reduced.ravel())[0, 1] > 0.85  # of small print little is left


def test_painting_twice_gives_the_same_picture(painters) -> None:
    assert np.array_equal(painters.paint("fair", 60, 40), painters.paint("fair", 60, 40))
    assert np.array_equal(panorama(80, 60), panorama(80, 60))


def test_the_panorama_has_sky_above_and_meadow_below() -> None:
    picture = panorama(400, 300).astype(float)
    assert picture.shape == (300, 400, 3)
    red, green, blue = picture[:40, 150:250].mean(axis=(0, 1))
    assert blue > green > red
    red, green, blue = picture[-40:].mean(axis=(0, 1))
    assert green > blue


def test_the_panorama_is_painted_as_it_was() -> None:
    """Its brightness in twelve rows of sixteen blocks, as it was when a person looked at it last."""
    seen = panorama(320, 240).astype(float).mean(axis=2).reshape(12, 20, 16, 20).mean(axis=(1, 3))
    np.testing.assert_allclose(seen, np.array(PAINTED.split(), float).reshape(12, 16), atol=2.5)


def test_the_script_writes_every_stored_file(painters, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(painters, "SIZE", (30, 20))
    assert painters.main([str(tmp_path / "new")]) == 0
    assert sorted(file.name for file in (tmp_path / "new").iterdir()) == sorted(painters.PICTURES.values())


def test_the_script_needs_one_folder(painters, capsys) -> None:
    assert painters.main([]) == 2
    assert "usage" in capsys.readouterr().err


def test_an_unknown_sample() -> None:
    with pytest.raises(ValueError, match="no sample 'cat'; there are x, edge, stripes, five, mug, scene"):
        load_sample("cat")


def test_noise_is_the_same_everywhere_and_within_bounds() -> None:
    y, x = np.mgrid[:40, :40].astype(np.float32) / 7
    values = painting.fractal(x, y, seed=3)
    assert np.array_equal(values, painting.fractal(x, y, seed=3))
    assert 0 <= values.min() < 0.4 < 0.6 < values.max() <= 1


def test_distances_of_simple_bodies(painters) -> None:
    solids = import_module("solids")
    points = np.array([[0, 0, 0], [3, 0, 0], [0, 5, 0]], dtype=np.float32)
    assert solids.sphere(points, (0, 0, 0), 2).tolist() == [-2, 1, 3]
    assert solids.disc(points, 0.0, 2.0, 0.5, 0.0).tolist() == [-0.5, 1, 4.5]
    assert solids.segment(points[:, 0], points[:, 1], (0, 0), (1, 0)).tolist() == [0, 2, 5]


def test_light_becomes_bytes() -> None:
    grey = painting.finish(np.full((4, 6), 0.18), seed=1, grain=0, vignette=0)
    assert set(grey.flat) == {int(grey[0, 0])}
    assert 100 < grey[0, 0] < 160
    assert painting.finish(np.full((2, 2, 3), 100.0), seed=1, grain=0, vignette=0).min() >= 250
    assert painting.finish(np.full((2, 2), -1.0), seed=1, grain=0).max() == 0
