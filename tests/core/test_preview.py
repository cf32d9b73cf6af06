from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.core import Image, Kernel, PoolSettings, Settings, pipeline, run, trace
from convviz.core.preview import Preview
from convviz.core.preview_map import MapOnDemand
from convviz.core.statistics import magnitude, sample

VERTICAL = Kernel([[1, 0, -1]] * 3)


def preview_of(image, chosen):
    seen = pipeline.seen_by_kernel(image, chosen, pipeline.chain(image.shape, chosen))
    return Preview(image, chosen, seen)


def on_demand(image, chosen):
    preview = preview_of(image, chosen)
    return preview.result(preview.plan(chosen))


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


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_chosen_cells_are_those_of_the_whole_map(data):
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
        near = 1e-9 if values.dtype == np.float64 else 2e-4
        expected = expected[np.ix_(rows, columns)]
        np.testing.assert_allclose(values, expected, rtol=near, atol=near * max(1, image.high / 10))


def test_whole_numbers_are_exact():
    kernel = Kernel(np.arange(49).reshape(7, 7))
    image, chosen = grey(), Settings(kernel, padding="same", pool=PoolSettings("max"))
    whole, answer = run(image, chosen), on_demand(image, chosen)
    np.testing.assert_array_equal(answer.convolution[:, ::3], whole.convolution[:, ::3])
    np.testing.assert_array_equal(answer.pooling[3:9, :], whole.pooling[3:9])


@pytest.mark.parametrize("size", [3, 20])
def test_planes_too_many_to_keep_give_the_same_values(size, monkeypatch):
    monkeypatch.setattr("convviz.core.preview_windows.KEPT", 1000)
    monkeypatch.setattr("convviz.core.preview_windows.BLOCK", 5000)
    image, chosen = grey(), Settings(Kernel(np.arange(size**2).reshape(size, size)), padding="full")
    answer = on_demand(image, chosen)
    np.testing.assert_array_equal(answer.convolution[:, :], run(image, chosen).convolution)


def test_bytes_stay_bytes_where_there_are_many(monkeypatch):
    monkeypatch.setattr("convviz.core.preview_windows.FLOATS", 1000)
    image, chosen = grey(), Settings(VERTICAL, padding="same", fill=3.0)
    preview = preview_of(image, chosen)
    rows, columns = np.arange(40), np.arange(50)
    assert preview.windows(preview.plan(chosen), "convolution", rows, columns).dtype == np.uint8
    np.testing.assert_array_equal(
        preview.result(preview.plan(chosen)).convolution[:, :], run(image, chosen).convolution
    )


def test_planes_are_made_once_for_all_weights():
    image, chosen = grey(200, 200), Settings(VERTICAL)
    preview = preview_of(image, chosen)
    rows = columns = np.arange(0, 198)
    first = preview.windows(preview.plan(chosen), "convolution", rows, columns)
    other = Settings(Kernel(np.eye(3), 5.0), bias=2.0)
    assert preview.windows(preview.plan(other), "convolution", rows, columns) is first
    wider = Settings(Kernel(np.eye(5)))
    assert preview.windows(preview.plan(wider), "convolution", rows[:-2], columns[:-2]) is not first


def test_what_is_prepared_costs_less():
    image, chosen = grey(200, 200), Settings(VERTICAL, pool=PoolSettings("max"))
    preview = preview_of(image, chosen)
    plan, cells = preview.plan(chosen), np.arange(0, 99)
    before = preview.cost(plan, "pooling", cells, cells)
    preview.prepare(plan, "pooling", cells, cells)
    assert 0 < preview.cost(plan, "pooling", cells, cells) < before / 2
    assert preview.cost(plan, "input", cells, cells) == 0


def test_the_oldest_planes_make_room(monkeypatch):
    image, chosen = grey(200, 200), Settings(VERTICAL)
    preview = preview_of(image, chosen)
    plan, cells = preview.plan(chosen), np.arange(0, 198)
    first = preview.windows(plan, "convolution", cells, cells)
    monkeypatch.setattr("convviz.core.preview.REMEMBERED", first.nbytes)
    preview.windows(plan, "convolution", cells[:-1], cells)
    assert preview.windows(plan, "convolution", cells, cells) is not first


def test_it_suits_the_same_picture_seen_the_same_way():
    colour = Image(np.zeros((4, 4, 3), np.uint8))
    preview = preview_of(colour, Settings(VERTICAL, channels="sum"))
    assert preview.suits(colour, Settings(VERTICAL, channels="each"))
    assert not preview.suits(colour, Settings(VERTICAL))
    assert not preview.suits(colour, Settings(VERTICAL, channels="sum", unit_range=True))
    assert not preview.suits(Image(colour.values), Settings(VERTICAL, channels="sum"))


def test_impossible_settings_are_refused_with_their_numbers():
    image = grey(4, 4)
    with pytest.raises(ValueError, match="does not fit 4x4"):
        preview_of(image, Settings(VERTICAL)).plan(Settings(Kernel(np.eye(5))))


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


def test_nobody_gets_the_whole_map_by_accident():
    with pytest.raises(TypeError, match="never as a whole"):
        np.abs(MapOnDemand(count_up, (5, 6), np.int64))


def moved(chosen, place, value):
    weights = chosen.kernel.weights.copy()
    weights[place] = value
    return replace(chosen, kernel=Kernel(weights, chosen.kernel.divisor))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_dragging_a_weight_gives_the_values_of_each_kernel(data):
    image = data.draw(pictures())
    chosen = data.draw(choices(image))
    place = tuple(data.draw(st.integers(0, n - 1)) for n in chosen.kernel.weights.shape)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("convviz.core.preview.SMALL", 0)
        try:
            preview = preview_of(image, chosen)
            preview.plan(chosen)
        except ValueError:
            return
        for value in (1.0, 2.5, -3.0):
            after = moved(chosen, place, value)
            whole, answer = run(image, after), preview.result(preview.plan(after))
            for stage in ("convolution", "pooling"):
                if whole.stage(stage) is not None:
                    expected = whole.stage(stage)
                    near = 2e-4 * max(1, image.high / 10)
                    np.testing.assert_allclose(answer.stage(stage)[:, :], expected, rtol=2e-4, atol=near)


def test_while_one_weight_is_dragged_the_sums_of_the_others_are_kept():
    image, chosen = grey(200, 200), Settings(Kernel(np.ones((15, 15))), pool=PoolSettings("max"))
    preview, cells = preview_of(image, chosen), np.arange(93)
    preview.plan(chosen)
    first = preview.plan(moved(chosen, (3, 4), 5.0))
    preview.values(first, "pooling", cells, cells)
    windows = preview.windows(first, "pooling", cells, cells)
    kept, dear = windows.rest, windows.size * 1e-10
    assert kept.tap == (3, 4)
    second = preview.plan(moved(chosen, (3, 4), 6.0))
    assert preview.cost(second, "pooling", cells, cells) < dear
    preview.values(second, "pooling", cells, cells)
    assert windows.rest is kept
    other = preview.plan(moved(chosen, (0, 0), 6.0))
    assert other.tap is None  # two weights differ from the last kernel
    assert preview.cost(other, "pooling", cells, cells) > dear


def test_the_mean_that_fills_the_padding_is_looked_up_beforehand():
    image, chosen = grey(), Settings(VERTICAL, padding="same", fill="mean")
    assert not preview_of(image, replace(chosen, fill="zero")).suits(image, chosen)
    assert preview_of(image, chosen).suits(image, chosen)
    assert on_demand(image, chosen).fills == run(image, chosen).fills == (pytest.approx(image.values.mean()),)


@pytest.mark.parametrize("changed", [1.0, 4.0])
def test_one_channel_of_several(changed, monkeypatch):
    monkeypatch.setattr("convviz.core.preview.SMALL", 0)
    image = Image(np.random.default_rng(3).integers(0, 256, (30, 40, 3), dtype=np.uint8))
    pool = PoolSettings("average", padding="same")
    chosen = Settings(VERTICAL, channels="each", activation="relu", pool=pool)
    preview = preview_of(image, chosen)
    preview.plan(chosen)
    after = moved(chosen, (0, 0), changed)
    whole, answer = run(image, after), preview.result(preview.plan(after))
    for stage in ("convolution", "activation", "pooling"):
        plane = answer.stage(stage)[:, :, 1]
        np.testing.assert_allclose(plane[2:9, ::2], whole.stage(stage)[2:9, ::2, 1], rtol=1e-6)
        np.testing.assert_array_equal(answer.stage(stage)[2:9, ::2][..., 1], plane[2:9, ::2])
