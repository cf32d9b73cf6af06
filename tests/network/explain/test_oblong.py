"""Pictures of 23 by 31 pixels, with every kernel, stride, dilation and padding different on both axes."""

import numpy as np
import pytest

from convviz.network.compute.forward import activations
from convviz.network.explain.drilldown import explain
from convviz.network.explain.receptive_field import Box, below, receptive_box
from convviz.network.files.keras.file import read_network
from convviz.network.model.layers import INPUT, LiveNormalisation, Merge, Same
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell

keras = pytest.importorskip("keras")
layers = keras.layers

ONE = np.ones(1, np.float32)
PICTURE = (23, 31, 3)
MODELS = {
    "strides": (
        layers.ZeroPadding2D(((1, 2), (3, 5))),
        layers.Conv2D(3, (2, 5), strides=(3, 2), padding="same"),
        layers.AveragePooling2D((3, 2), strides=(1, 3), padding="same"),
        layers.Conv2D(2, (3, 2)),
    ),
    "dilation": (
        layers.Conv2D(3, (2, 3), dilation_rate=(5, 7), padding="same"),
        layers.DepthwiseConv2D((3, 2), depth_multiplier=2),
        layers.AveragePooling2D((2, 5), strides=(3, 4)),
        layers.LayerNormalization(),
    ),
    "up": (
        layers.AveragePooling2D((5, 3)),
        layers.Conv2DTranspose(3, (2, 3), strides=(3, 2)),
        layers.Cropping2D(((1, 2), (3, 4))),
        layers.UpSampling2D((2, 3)),
    ),
    "grown": (
        layers.AveragePooling2D((3, 5)),
        layers.UpSampling2D((3, 2)),
        layers.Permute((2, 1, 3)),
        layers.LayerNormalization(axis=[1, 2]),
    ),
}


@pytest.fixture(params=MODELS.values(), ids=MODELS, scope="module")
def read(request, tmp_path_factory):
    """A network as we read it, and what Keras computes for a picture."""
    rng = np.random.default_rng(1)
    fresh = [type(one).from_config(one.get_config()) for one in request.param]
    model = keras.Sequential([keras.Input(PICTURE), *fresh])
    for variable in model.weights:
        variable.assign(rng.uniform(0.1, 0.3, variable.shape))
    path = tmp_path_factory.mktemp("oblong") / "net.keras"
    model.add(layers.Flatten())
    model.add(layers.Dense(2))
    model.save(path)
    picture = rng.random(PICTURE, np.float32)
    return read_network(path), picture, np.asarray(model(picture[None])[0])


@pytest.fixture
def cells(read):
    """Some cells of every layer before the flattened one."""
    rng, network = np.random.default_rng(2), read[0]
    return [
        Cell(at, *(int(rng.integers(size)) for size in layer.shape))
        for at, layer in enumerate(network.layers)
        if len(layer.shape) == 3
        for _ in range(6)
    ]


def test_it_computes_what_keras_computes(read):
    network, picture, expected = read
    np.testing.assert_allclose(activations(network, picture).output, expected, rtol=1e-4, atol=1e-5)


def test_the_sum_shown_is_the_value(read, cells):
    network, picture, _ = read
    acts = activations(network, picture)
    for cell in cells:
        found = explain(network, acts, cell)
        shown = acts.of(cell.layer)[cell.row, cell.column, cell.channel]
        assert found.value == pytest.approx(shown, rel=1e-4)


def test_a_row_for_all_rows_is_seen_where_it_is():
    """Two maps of which one has a single row, and one a single column, added up."""
    merge = Merge("add", (INPUT, 0, 1), (5, 7, 3), "add")
    network = Network(
        "", (Same("row", (INPUT,), (1, 7, 3)), Same("column", (INPUT,), (5, 1, 3)), merge), (5, 7, 3), ("a",)
    )
    assert receptive_box(network, Cell(2, 3, 4), onto=1) == Box(3, 0, 3, 0)
    assert below(merge, Box(3, 4, 3, 4), (1, 7, 3), None) == Box(0, 4, 0, 4)
    assert below(merge, Box(3, 4, 3, 4), (1, 7), None) == Box(0, 3, 0, 3)


def test_of_a_normalised_value_its_statistics_are_seen():
    def boxes(axes):
        layer = LiveNormalisation("n", (INPUT,), (5, 7, 3), axes, 0, "variance", 0.1, ONE, ONE, 0)
        return receptive_box(Network("", (layer,), (5, 7, 3), ("a",)), Cell(0, 3, 4, 2))

    assert boxes((2,)) == Box(3, 4, 3, 4)
    assert boxes((0, 1)) == boxes((0, 1, 2)) == Box(0, 0, 4, 6)


def test_a_value_sees_these_rows_and_columns_and_no_others(read, cells):
    network, picture, _ = read
    before = activations(network, picture).values
    seen = {cell: ([], []) for cell in cells}
    for axis, length in enumerate(PICTURE[:2]):
        for at in range(length):
            changed = picture.copy()
            changed[(slice(None),) * axis + (at,)] += np.linspace(1, 2, PICTURE[1 - axis])[:, None]
            after = activations(network, changed).values
            for cell in cells:
                place = (cell.row, cell.column, cell.channel)
                if before[cell.layer][place] != after[cell.layer][place]:
                    seen[cell][axis].append(at)
    inside = 0
    for cell, (rows, columns) in seen.items():
        box = receptive_box(network, cell)
        if rows and columns and box == box.clipped(*PICTURE[:2]):
            # Beyond the picture some cells of a window read nothing.
            assert (box.top, box.bottom, box.left, box.right) == (rows[0], rows[-1], columns[0], columns[-1])
            inside += 1
    assert inside
