from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.core import Image, Kernel, PoolSettings, Settings, run, trace
from convviz.core.stages import pipeline
from convviz.core.stages.on_demand import MapOnDemand, OnDemand
from convviz.core.stages.statistics import magnitude, sample
from convviz.core.sums.adding import compiler
from convviz.core.sums.maps import sums_at

VERTICAL = Kernel([[1, 0, -1]] * 3)


def maker_of(image, chosen):
    seen = pipeline.kernel_input(image, chosen, pipeline.chain(image.shape, chosen))
    return OnDemand(image, chosen, seen)


def on_demand(image, chosen):
    return maker_of(image, chosen).result(chosen)


def grey(height=40, width=50, seed=0):
    return Image(np.random.default_rng(seed).integers(0, 256, (height, width), dtype=np.uint8))


amounts = st.tuples(st.integers(0, 3), st.integers(0, 3))
pairs = st.tuples(st.integers(1, 3), st.integers(1, 3))


@st.composite
def pictures(draw):
    height, width = draw(st.integers(3, 24)), draw(st.integers(3, 24))
    shape = draw(st.sampled_from([(height, width), (height, width, 3)]))
    random = np.random.default_rng(draw(st.integers(0, 99)))
    if draw(st.booleans()):
        return Image(random.integers(0, 256, shape, dtype=np.uint8))
    values = random.normal(size=shape).astype(draw(st.sampled_from([np.float32, np.float64])))
    if draw(st.booleans()):
        values[draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))] = draw(
            st.sampled_from([np.nan, np.inf, 1.0])
        )
    return Image(values, -1, 1)


@st.composite
def choices(draw, image):
    planes = draw(st.sampled_from([(), (3,)])) if image.values.ndim == 3 else ()
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    random = np.random.default_rng(draw(st.integers(0, 99)))
    weights = random.integers(-3, 4, (rows, columns, *planes)) * draw(st.sampled_from([1, 0.37]))
    pool = PoolSettings(
        draw(st.sampled_from(["none", "max", "average"])),
        draw(pairs),
        draw(pairs),
        draw(st.sampled_from(["valid", "same", ((1, 0), (0, 1))])),
        draw(st.booleans()),
        draw(st.booleans()),
    )
    channels = draw(st.sampled_from(["sum", "each"] if planes else ["grey", "sum", "each"]))
    return Settings(
        Kernel(weights, draw(st.sampled_from([1.0, -9.0]))),
        draw(st.sampled_from(["correlate", "convolve"])),
        channels,
        draw(st.sampled_from([0.0, 1.5])),
        draw(st.one_of(st.sampled_from(["valid", "same", "full"]), st.tuples(amounts, amounts))),
        draw(st.sampled_from(["zero", "mean", "reflect", "symmetric", "edge", "wrap", -2.5, 7])),
        draw(pairs),
        draw(pairs),
        draw(st.sampled_from(["none", "relu", "leaky_relu", "sigmoid", "tanh", "absolute"])),
        pool=pool,
        unit_range=draw(st.booleans()),
    )


@pytest.mark.slow
@pytest.mark.parametrize("machine", [True, False])
@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_chosen_cells_have_the_bits_of_the_whole_map(machine, data):
    with pytest.MonkeyPatch.context() as patch:
        assert compiler.wait()
        if not machine:
            patch.setattr(compiler, "loops", {})
        compare_chosen_cells(data)


def compare_chosen_cells(data):
    image = data.draw(pictures())
    chosen = data.draw(choices(image))
    try:
        whole = run(image, chosen)
    except ValueError:
        return
    answer = on_demand(image, chosen)
    for stage in ("convolution", "activation", "pooling"):
        expected, found = whole.stage(stage), answer.stage(stage)
        assert (found is None) == (expected is None)
        if expected is None:
            continue
        rows, columns = (
            np.sort(data.draw(st.lists(st.integers(0, n - 1), min_size=1, max_size=6).map(np.array)))
            for n in expected.shape[:2]
        )
        assert found.shape == expected.shape
        values = found[np.ix_(rows, columns)]
        assert values.dtype == expected.dtype
        expected = np.ascontiguousarray(expected[np.ix_(rows, columns)])
        assert np.ascontiguousarray(values).tobytes() == expected.tobytes()


def test_whole_numbers_are_exact():
    kernel = Kernel(np.arange(49).reshape(7, 7))
    image, chosen = grey(), Settings(kernel, padding="same", pool=PoolSettings("max"))
    whole, answer = run(image, chosen), on_demand(image, chosen)
    np.testing.assert_array_equal(answer.convolution[:, ::3], whole.convolution[:, ::3])
    np.testing.assert_array_equal(answer.pooling[3:9, :], whole.pooling[3:9])


def test_it_suits_the_same_picture_seen_the_same_way():
    colour = Image(np.zeros((4, 4, 3), np.uint8))
    maker = maker_of(colour, Settings(VERTICAL, channels="sum"))
    assert maker.suits(colour, Settings(VERTICAL, channels="each"))
    assert not maker.suits(colour, Settings(VERTICAL))
    assert not maker.suits(colour, Settings(VERTICAL, channels="sum", unit_range=True))
    assert not maker.suits(Image(colour.values), Settings(VERTICAL, channels="sum"))


def test_impossible_settings_are_refused_with_their_numbers():
    image = grey(4, 4)
    with pytest.raises(ValueError, match="does not fit 4x4"):
        maker_of(image, Settings(VERTICAL)).result(Settings(Kernel(np.eye(5))))


@pytest.mark.parametrize("stage", ["convolution", "activation", "pooling"])
def test_a_cell_can_be_traced_on_demand(stage):
    image = Image(np.random.default_rng(3).integers(0, 256, (9, 9, 3), dtype=np.uint8))
    chosen = Settings(VERTICAL, channels="each", padding="same", activation="relu", pool=PoolSettings("max"))
    answer = trace(on_demand(image, chosen), stage, 2, 3, 1)
    assert answer.value == run(image, chosen).stage(stage)[2, 3, 1]


def test_statistics_take_a_sample_of_it():
    image, chosen = grey(300, 300), Settings(VERTICAL)
    whole, found = run(image, chosen).convolution, on_demand(image, chosen).convolution
    np.testing.assert_array_equal(sample(found, 5000), sample(whole, 5000))
    assert magnitude(found, 5000) == magnitude(whole, 5000)


def count_up(rows, columns, channel):
    found = np.add.outer(10 * rows, columns)
    return found if channel is None else found + 1000 * channel


def test_a_map_on_demand_is_indexed_like_an_array():
    there = MapOnDemand(count_up, (5, 6), np.int64)
    array = np.add.outer(10 * np.arange(5), np.arange(6))
    keys = [np.s_[1:3, ::2], np.s_[2, 3], np.s_[-1, :], np.s_[:, 0], np.ix_([4, 0], [1, 1]), np.s_[:, :]]
    keys.append((np.array([[0], [3]]), np.array([5, 2])))
    for key in keys:
        assert np.array_equal(there[key], array[key]), key
    assert (there.shape, there.ndim, there.size, len(there)) == ((5, 6), 2, 30, 5)
    deep = there[:, :, None]
    assert deep.shape == (5, 6, 1)
    assert np.array_equal(deep[1:2, 2:4], array[1:2, 2:4, None])


def test_a_channel_of_a_map_on_demand_is_a_map():
    plane = MapOnDemand(count_up, (5, 6, 3), np.int64)[:, :, 2]
    assert plane.shape == (5, 6)
    assert plane[1, 1] == 2011


@pytest.mark.parametrize("key", [3, np.s_[0, 0, 0, 0], np.s_[0, 0, 7], np.s_[[True], 0], (5, 0)])
def test_other_indexing_is_refused(key):
    with pytest.raises((TypeError, IndexError)):
        MapOnDemand(count_up, (5, 6), np.int64)[key]


@pytest.mark.parametrize("key", [3, (0, 0, 0, 0)])
def test_a_map_has_rows_and_columns(key):
    with pytest.raises(TypeError, match="has rows and columns, not"):
        MapOnDemand(count_up, (5, 6), np.int64)[key]


def test_nobody_gets_the_whole_map_by_accident():
    with pytest.raises(TypeError, match="never as a whole"):
        np.abs(MapOnDemand(count_up, (5, 6), np.int64))


def test_the_mean_that_fills_the_padding_is_looked_up_beforehand():
    image, chosen = grey(), Settings(VERTICAL, padding="same", fill="mean")
    assert not maker_of(image, replace(chosen, fill="zero")).suits(image, chosen)
    assert maker_of(image, chosen).suits(image, chosen)
    assert on_demand(image, chosen).fills == run(image, chosen).fills == (pytest.approx(image.values.mean()),)


@pytest.mark.parametrize("size", [3, 13])
def test_one_channel_of_several(size):
    image = Image(np.random.default_rng(3).integers(0, 256, (30, 40, 3), dtype=np.uint8))
    pool = PoolSettings("average", padding="same")
    kernel = Kernel(np.random.default_rng(4).normal(size=(size, size, 3)))
    chosen = Settings(kernel, channels="each", activation="relu", pool=pool)
    whole, answer = run(image, chosen), on_demand(image, chosen)
    for stage in ("convolution", "activation", "pooling"):
        plane = answer.stage(stage)[:, :, 1]
        np.testing.assert_array_equal(plane[2:9, ::2], whole.stage(stage)[2:9, ::2, 1])
        np.testing.assert_array_equal(answer.stage(stage)[2:9, ::2][..., 1], plane[2:9, ::2])


@pytest.mark.parametrize("kind", ["u1", "u2", "f4", "f8", "i2", "?"])
@pytest.mark.parametrize("planes", [(), (3,)])
def test_many_cells_of_every_type_of_picture(kind, planes):
    """Enough cells for whole runs of them side by side, up to the very last pixel of the picture."""
    random = np.random.default_rng(5)
    image = Image(random.uniform(0, 200, (37, 83, *planes)).astype(kind), 0, 255)
    for kernel in (random.normal(size=(3, 5)), np.outer(random.normal(size=12), random.normal(size=11))):
        for padding in ("valid", "same"):
            chosen = Settings(Kernel(kernel), channels="sum", padding=padding)
            whole, answer = run(image, chosen).convolution, on_demand(image, chosen).convolution
            for step in (1, 2, 5):
                found, expected = answer[:, ::step], whole[:, ::step]
                assert found.tobytes() == np.ascontiguousarray(expected).tobytes()


@pytest.mark.parametrize("channel", [None, 1])
@pytest.mark.parametrize("pool", [PoolSettings("max"), PoolSettings("average", (3, 2), (2, 3), "same")])
def test_cells_that_a_pooling_added_up_are_looked_up(pool, channel, monkeypatch):
    random = np.random.default_rng(6)
    image = Image(random.integers(0, 256, (60, 90, 3), dtype=np.uint8))
    kernel = Kernel(random.normal(size=(5, 3)))
    chosen = Settings(kernel, channels="each", padding="same", activation="relu", bias=3.5, pool=pool)
    whole, answer = run(image, chosen), on_demand(image, chosen)
    pooled, map_ = answer.pooling, answer.convolution
    if channel is not None:
        pooled, map_ = pooled[:, :, channel], map_[:, :, channel]
    pooled[3:20:2, 1:25:3]
    asked = []
    monkeypatch.setattr(
        "convviz.core.stages.on_demand.sums_at", lambda *all_: asked.append(1) or sums_at(*all_)
    )
    size = whole.chain.pooling_size
    rows, columns = (axis.start(n) + np.arange(2) for axis, n in ((size.rows, 5), (size.columns, 4)))
    expected = whole.convolution if channel is None else whole.convolution[:, :, channel]
    np.testing.assert_array_equal(map_[np.ix_(rows, columns)], expected[np.ix_(rows, columns)])
    assert not asked
    other = np.arange(0, 50, 7)
    np.testing.assert_array_equal(map_[np.ix_(other, other)], expected[np.ix_(other, other)])
    assert asked


@pytest.mark.parametrize("kind", [">f4", ">u2", ">f8"])
def test_pictures_of_the_other_byte_order(kind):
    image = Image(np.random.default_rng(7).uniform(0, 200, (20, 90)).astype(kind), 0, 255)
    chosen = Settings(Kernel([[1.5, 2], [3, 4]]))
    assert on_demand(image, chosen).convolution[:, :].tobytes() == run(image, chosen).convolution.tobytes()
