"""What is exported from the Network page reads back as what was computed."""

import numpy as np
import PIL.Image
import pytest

from convviz.core.colours.scales import signed_picture
from convviz.views.base import theme


@pytest.fixture
def page(network_page):
    return network_page


@pytest.fixture
def seven(page):
    page.input.next_sample()
    return page


def pixels(path):
    with PIL.Image.open(path) as picture:
        return np.asarray(picture)


def test_a_blank_sheet_has_nothing_to_export(page):
    assert page.export_stages() == []


def test_what_is_folded_away_is_not_meant(seven):
    seven.resize(1224, 730)
    seven.choose_network("lenet")
    assert [column.is_folded() for column in seven.panel.columns] == [False, True, False, True, False]
    assert dict(seven.export_stages())["maps"] == "All maps of Conv 2"


def test_what_can_be_exported(seven):
    assert seven.export_stages() == [
        ("maps", "All maps of Conv 3"),
        ("activations", "Activations of all layers"),
        ("digit", "What the network sees"),
        ("probabilities", "Probabilities"),
    ]
    seven.panel.column(0).view.chosen.emit((3, 5, 6))
    assert seven.export_stages()[:2] == [("maps", "All maps of Conv 1"), ("map", "Conv 1, map 3")]


@pytest.mark.parametrize("layer", [0, 1, 4])
def test_all_maps_of_a_layer_in_the_colours_of_the_screen(seven, tmp_path, layer):
    view = seven.panel.column(layer).view
    view.chosen.emit((0, 1, 1))
    seven.export_stage("maps", str(tmp_path / "maps.png"))
    assert seven.said == [("info", "Exported to maps.png.")]
    picture = pixels(tmp_path / "maps.png")
    assert max(picture.shape[:2]) >= 1000
    size = view.whole_picture().size()
    assert picture.shape[1] % size.width() == picture.shape[0] % size.height() == 0
    colours = {tuple(one) for one in picture[:: picture.shape[0] // size.height()].reshape(-1, 3).tolist()}
    assert len(colours) > 50
    seven.export_stage("maps", str(tmp_path / "maps.npz"))
    with np.load(tmp_path / "maps.npz") as arrays:
        np.testing.assert_array_equal(arrays[seven.network.names[layer]], seven.acts.of(layer))


def test_every_activation(seven, tmp_path):
    seven.export_stage("activations", str(tmp_path / "all.npz"))
    with np.load(tmp_path / "all.npz") as arrays:
        assert set(seven.network.names) | {"picture", "logits"} <= set(arrays)
        for at, name in enumerate(seven.network.names):
            np.testing.assert_array_equal(arrays[name], seven.acts.of(at))


def test_one_map(seven, tmp_path):
    seven.panel.column(0).view.chosen.emit((3, 5, 6))
    values = seven.acts.of(0)[..., 3]
    for ending in ("png", "tiff", "csv", "npy"):
        seven.export_stage("map", str(tmp_path / f"map.{ending}"))
    np.testing.assert_array_equal(np.load(tmp_path / "map.npy"), values)
    np.testing.assert_array_equal(pixels(tmp_path / "map.tiff"), values)
    text = np.loadtxt(tmp_path / "map.csv", delimiter=",", dtype=np.float32)
    np.testing.assert_array_equal(text, values)
    small = pixels(tmp_path / "map.png")[::39, ::39]
    reach = float(np.abs(seven.acts.of(0)).max())
    expected = signed_picture(values, reach)
    assert np.abs(small.astype(int) - expected.astype(int)).max() <= 1
    np.testing.assert_array_equal(small, expected)


def test_the_theme_of_the_window_leaves_files_alone(seven, tmp_path):
    seven.panel.column(0).view.chosen.emit((3, 5, 6))
    files = {}
    for scheme in (theme.LIGHT, theme.DARK):
        for widget in (seven, seven.panel.column(0).view):
            widget.setPalette(theme.palette(scheme))
        assert theme.tokens(seven.panel.column(0).view) is scheme
        for stage in ("map", "maps"):
            seven.export_stage(stage, str(tmp_path / f"{stage}.png"))
            files.setdefault(stage, []).append(pixels(tmp_path / f"{stage}.png"))
    for light, dark in files.values():
        np.testing.assert_array_equal(light, dark)


def test_an_enlarged_map_is_exported_as_its_window_shows_it(seven, tmp_path):
    seven.panel.column(4).view.opened.emit((17, 1, 1))
    assert dict(seven.export_stages())["map"] == "Conv 3, map 17"
    seven.export_stage("map", str(tmp_path / "map.png"))
    picture = pixels(tmp_path / "map.png")
    size = seven.enlarged.window.picture.size()
    assert picture.shape == (size.height(), size.width(), 3)
    seven.export_stage("map", str(tmp_path / "map.npy"))
    np.testing.assert_array_equal(np.load(tmp_path / "map.npy"), seven.acts.of(4)[..., 17])


def test_the_digit_as_the_sliders_moved_it(seven, tmp_path):
    seven.shift_panel.sliders["right"].setValue(3)
    seven.export_stage("digit", str(tmp_path / "digit.npy"))
    seven.export_stage("digit", str(tmp_path / "digit.png"))
    np.testing.assert_array_equal(np.load(tmp_path / "digit.npy"), seven.acts.picture[..., 0])
    bytes_ = pixels(tmp_path / "digit.png")
    np.testing.assert_array_equal(bytes_, np.rint(255 * seven.acts.picture[..., 0]))


def test_the_probabilities(seven, tmp_path):
    seven.export_stage("probabilities", str(tmp_path / "seven.csv"))
    lines = (tmp_path / "seven.csv").read_text().splitlines()
    assert lines[0] == "class,probability,logit"
    rows = [line.split(",") for line in lines[1:]]
    assert [row[0] for row in rows] == list("0123456789")
    np.testing.assert_array_equal(np.array([row[1] for row in rows], np.float32), seven.acts.output)
    np.testing.assert_array_equal(np.array([row[2] for row in rows], np.float32), seven.acts.logits)


def test_what_cannot_be_written_is_told(seven, tmp_path):
    seven.export_stage("activations", str(tmp_path / "all.png"))
    seven.export_stage("probabilities", str(tmp_path / "nowhere" / "seven.csv"))
    assert seven.said[0] == ("error", "all.png: the ending must be one of .npz.")
    assert seven.said[1][0] == "error"
    assert seven.said[1][1].startswith("seven.csv: ")
    assert not list(tmp_path.iterdir())
