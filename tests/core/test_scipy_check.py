"""SciPy as the referee: it agrees with what is right, and finds what is not."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from scipy import ndimage

from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.scipy_check.check import check
from convviz.core.scipy_check.parts import MOST, PATCHES, choose
from convviz.core.sizes.settings import Settings
from convviz.core.sizes.shapes import output_size
from convviz.core.snippets.check_code import check_code, is_whole
from convviz.core.stages.on_demand import MapOnDemand
from convviz.core.stages.pipeline import Cancelled, run

RNG = np.random.default_rng(5)
GREY = Image(RNG.integers(0, 256, (40, 50), dtype=np.uint8))
COLOUR = Image(RNG.integers(0, 256, (30, 20, 3), dtype=np.uint8))
SOBEL = Kernel([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
EVEN = Kernel([[0.1, -0.2], [0.3, 0.7], [0, 0.4], [1, 0.6]], divisor=4)
PLANES = Kernel(RNG.normal(size=(3, 2, 3)))


def changed(result, place, amount):
    """The same result with one value of its map moved."""
    values = np.array(result.convolution)
    values[place] += amount
    return replace(result, convolution=values)


KERNELS = st.one_of(
    st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(0, 99)).map(
        lambda t: Kernel.random(t[0], t[1], np.random.default_rng(t[2]))
    ),
    st.tuples(st.integers(1, 4), st.integers(1, 4), st.integers(0, 99)).map(
        lambda t: Kernel(np.random.default_rng(t[2]).normal(size=(t[0], t[1], 3)), divisor=1 + t[2] / 7)
    ),
)
PADDINGS = st.one_of(
    st.sampled_from(("valid", "same", "full")),
    st.tuples(
        st.tuples(st.integers(0, 9), st.integers(0, 9)), st.tuples(st.integers(0, 9), st.integers(0, 9))
    ),
)
SETTINGS = st.builds(
    Settings,
    kernel=KERNELS,
    operation=st.sampled_from(("correlate", "convolve")),
    channels=st.sampled_from(("grey", "sum", "each")),
    bias=st.sampled_from((0.0, 3.0, -0.7)),
    padding=PADDINGS,
    fill=st.sampled_from(("zero", "mean", "reflect", "symmetric", "edge", "wrap", 9.5, -3.0)),
    stride=st.tuples(st.integers(1, 3), st.integers(1, 3)),
    dilation=st.tuples(st.integers(1, 3), st.integers(1, 3)),
    unit_range=st.booleans(),
)


@st.composite
def pictures(draw):
    shape = (draw(st.integers(1, 24)), draw(st.integers(1, 24)), *draw(st.sampled_from(((), (1,), (3,)))))
    chance = np.random.default_rng(draw(st.integers(0, 99)))
    kind = draw(st.sampled_from(("bytes", "float32", "float64", "holes")))
    if kind == "bytes":
        return Image(chance.integers(0, 256, shape, dtype=np.uint8))
    values = chance.normal(size=shape).astype("float64" if kind == "float64" else "float32")
    if kind == "holes":
        values[chance.random(shape) < 0.02] = chance.choice((np.nan, np.inf, -np.inf))
    return Image(values, -1.0, 1.0)


@pytest.mark.slow
@given(image=pictures(), settings=SETTINGS)
@examples(max_examples=300, deadline=None)
def test_every_result_equals_scipy(image, settings):
    try:
        result = run(image, settings)
    except ValueError:
        return
    report = check(result)
    assert report.equal, report
    assert report.compared + report.left_out == report.total == result.convolution.size
    assert report.left_out == np.count_nonzero(~np.isfinite(result.convolution))
    if is_whole(result):
        printed = []
        exec(check_code(result, report, "", ""), {"print": printed.append})
        said = f"{report.compared} values compared, {report.left_out} left out"
        assert printed[0] == f"{said}, largest difference {report.difference}"
        assert printed[1] == f"allowed: {report.tolerance.value}"


@pytest.mark.parametrize("place", [(0, 0), (39, 49), (17, 23)])
def test_one_wrong_value_of_a_small_map_is_found(place):
    result = run(GREY, Settings(SOBEL, padding="same"))
    report = check(changed(result, place, 1))
    assert (report.equal, report.wrong, report.difference) == (False, 1, 1.0)
    assert (report.largest.row, report.largest.column, report.largest.channel) == (*place, 0)
    assert report.largest.shown == report.largest.scipy + 1


def test_a_wrong_value_of_the_second_channel():
    result = run(COLOUR, Settings(EVEN, channels="each", padding="same"))
    report = check(changed(result, (4, 5, 1), 1))
    assert (report.wrong, report.largest.channel) == (1, 1)


def test_whole_numbers_must_be_equal_to_the_last_digit():
    result = run(GREY, Settings(SOBEL, bias=2))
    assert check(result).tolerance.exact
    almost = replace(result, convolution=np.nextafter(result.convolution, np.float32(np.inf)))
    assert check(almost).wrong == result.convolution.size


def test_rounding_is_allowed_and_no_more():
    result = run(GREY, Settings(EVEN))
    tolerance = check(result).tolerance
    assert not tolerance.exact
    assert check(changed(result, (3, 3), tolerance.value / 2)).equal
    assert not check(changed(result, (3, 3), 2 * tolerance.value)).equal


def test_what_is_wrong_in_the_other_operation_is_found():
    result = run(GREY, Settings(EVEN))
    other = replace(result, settings=replace(result.settings, operation="convolve"))
    assert not check(other).equal


def test_a_nan_that_nobody_asked_for():
    result = run(GREY, Settings(SOBEL))
    report = check(changed(result, (5, 6), np.nan))
    assert (report.wrong, report.largest.row, report.difference) == (1, 5, np.inf)


def test_windows_with_nan_are_left_out_and_no_others():
    values = GREY.values.astype(np.float32)
    values[10, 10] = np.nan
    values[20, 30] = np.inf
    result = run(Image(values), Settings(Kernel(np.ones((3, 3))), padding="same"))
    report = check(result)
    assert (report.equal, report.left_out) == (True, 18)
    assert not check(changed(result, (12, 10), 5.0)).equal


def test_sums_beyond_the_type_are_left_out():
    values = np.full((6, 6), 1.0, np.float32)
    values[0, 0] = 3e38
    result = run(Image(values), Settings(Kernel([[5.5, 5.5]])))
    report = check(result)
    assert (report.equal, report.left_out) == (True, 1)


def test_weights_that_scipy_takes_for_nothing():
    result = run(GREY, Settings(Kernel(SOBEL.weights * 1e-17)))
    report = check(result)
    assert report.equal
    assert report.largest is not None  # not because zeros were compared
    assert abs(report.largest.scipy) > 1e-16


def test_a_map_of_one_value():
    report = check(run(Image(np.array([[7.0]])), Settings(Kernel([[3.0]]))))
    assert (report.total, report.compared, report.equal) == (1, 1, True)


@pytest.mark.parametrize("operation", ["correlate", "convolve"])
@pytest.mark.parametrize(("kernel", "dilation"), [(EVEN, (300, 900)), (Kernel.random(5, 6, RNG), (40, 70))])
def test_a_dilated_kernel_is_given_to_scipy_without_zeros_between(operation, kernel, dilation, monkeypatch):
    """For a dilated one SciPy lists its places first, for minutes, and the window stands still meanwhile."""
    given, real = [], getattr(ndimage, operation)
    monkeypatch.setattr(ndimage, operation, lambda a, w, **named: given.append(w) or real(a, w, **named))
    settings = Settings(
        kernel, operation, padding=((512, 500), (512, 490)), stride=(13, 9), dilation=dilation
    )
    report = check(run(GREY, settings))
    assert (report.equal, report.compared) == (True, report.total)
    assert {weights.size for weights in given} == {kernel.rows * kernel.columns}
    wrong = changed(run(GREY, settings), (-1, -1), 40)
    assert (check(wrong).largest.row, check(wrong).largest.column) == tuple(
        n - 1 for n in wrong.convolution.shape
    )


def test_a_large_dilation_costs_no_more_than_a_small_one(monkeypatch):
    """SciPy works on every pixel that it is given: blocks share hardly any, however far a window reaches."""
    given, real = [], ndimage.correlate
    monkeypatch.setattr(
        ndimage, "correlate", lambda a, w, **named: given.append(a.size) or real(a, w, **named)
    )
    picture = Image(RNG.integers(0, 256, (900, 1000), dtype=np.uint8))
    settings = Settings(Kernel.random(9, 8, RNG), padding="same", dilation=(40, 30))
    assert check(run(picture, settings)).equal
    assert sum(given) < 1.5 * (900 + 40 * 8) * (1000 + 30 * 7)


def test_a_map_on_demand_is_not_compared():
    result = run(GREY, Settings(SOBEL))
    demand = MapOnDemand(lambda *_: result.convolution, result.convolution.shape, np.float32)
    with pytest.raises(ValueError, match="on demand"):
        check(replace(result, convolution=demand))


def test_it_ends_when_it_is_no_longer_wanted():
    result = run(GREY, Settings(SOBEL))
    with pytest.raises(Cancelled):
        check(result, cancelled=lambda: True)


@pytest.fixture(scope="module")
def large():
    """Three megapixels."""
    values = np.random.default_rng(2).integers(0, 256, (1500, 2000), dtype=np.uint8)
    return run(Image(values, name="photo.png"), Settings(EVEN, padding="same", fill="mean"))


VISIBLE = (range(300, 700), range(900, 1500))


@pytest.mark.parametrize(
    "place", [(300, 900), (699, 1499), (0, 700), (1499, 3), (800, 0), (800, 1999)], ids=str
)
def test_one_wrong_value_of_a_large_map_is_found(large, place):
    report = check(changed(large, place, 9), VISIBLE, seed=1)
    assert (report.wrong, report.largest.row, report.largest.column) == (1, *place)
    assert check(large, VISIBLE, seed=1).equal


def test_a_wrong_value_under_a_patch_is_found(large):
    patch = next(part for part in check(large, VISIBLE, seed=1).parts if part.kind == "patch")
    place = (patch.rows[-1], patch.columns[-1])
    assert check(changed(large, place, 9), VISIBLE, seed=1).wrong == 1


def test_a_large_map_that_is_all_visible_is_compared_whole(large):
    report = check(large, (range(1500), range(2000)))
    assert report.compared == large.convolution.size
    assert [part.kind for part in report.parts] == ["whole"]


@pytest.mark.parametrize("shape", [(1500, 2000), (3, 1_000_000), (1, 2_500_000), (2_500_000, 2)], ids=str)
@pytest.mark.parametrize("visible", [None, VISIBLE, (range(9999), range(5))], ids=("none", "some", "edge"))
def test_no_cell_is_in_two_parts(shape, visible):
    size = output_size(shape, (1, 1), padding=((2, 0), (1, 1)))
    parts = choose(size, 1, visible, seed=3)
    times = np.zeros(size.shape, np.uint8)
    for part in parts:
        times[part.rows.start : part.rows.stop, part.columns.start : part.columns.stop] += 1
    assert times.max() == 1
    assert times[0].all()
    assert times[-1].all()
    assert times[:, 0].all()
    assert times[:, -1].all()
    if shape == (1500, 2000):
        assert sum(part.kind == "patch" for part in parts) == PATCHES


def test_the_borders_reach_beyond_the_padding():
    size = output_size((2000, 2000), (9, 9), padding="full", stride=1)
    parts = [part for part in choose(size, 81, seed=1) if part.kind == "border"]
    assert parts[0].rows == range(9)
    assert parts[2].columns == range(9)


def test_what_would_take_too_long_is_compared_in_bands():
    size = output_size((4000, 6000), (15, 15), padding="same")
    parts = [p for p in choose(size, 3 * 225, (range(4000), range(6000)), seed=1) if p.kind == "visible"]
    gaps = {b.rows.start - a.rows.stop for a, b in zip(parts, parts[1:], strict=False)}
    assert len(parts) > 3
    assert min(gaps) > 0
    assert max(part.rows.stop for part in parts) <= 4000


def test_up_to_two_megapixels_all_is_compared():
    assert len(choose(output_size((1000, MOST // 1000), (1, 1)), 1)) == 1
    assert len(choose(output_size((1001, MOST // 1000), (1, 1)), 1, seed=1)) > 1


@pytest.mark.parametrize(
    "settings",
    [
        Settings(EVEN, padding="same", operation="convolve", stride=(2, 3), bias=1.5),
        Settings(PLANES, channels="each", padding=((1, 2), (3, 4)), fill="reflect", dilation=(2, 1)),
        Settings(PLANES, channels="sum", padding="full", fill="mean", unit_range=True),
        Settings(Kernel(SOBEL.weights * 1e-17), channels="sum"),
    ],
    ids=("grey", "each", "sum", "tiny"),
)
def test_the_code_reads_files_and_finds_the_same(settings, tmp_path, fresh_python):
    values = RNG.normal(size=(50, 60, 3)).astype(np.float32)
    values[21, 21, 0] = np.nan  # under a window at every stride
    result = run(Image(values, 0.0, 1.0, name="photo\nof\tme.png"), settings)
    report = check(result)
    assert report.left_out > 0
    assert not is_whole(result)
    np.save(tmp_path / "in.npy", result.input)
    np.save(tmp_path / "map.npy", result.convolution)
    code = check_code(result, report, str(tmp_path / "in.npy"), str(tmp_path / "map.npy"))
    first, second = fresh_python(code).splitlines()
    said = f"{report.compared} values compared, {report.left_out} left out"
    assert first == f"{said}, largest difference {report.difference}"
    assert second == f"allowed: {report.tolerance.value}"
    assert "convviz" not in "".join(line for line in code.splitlines() if line.startswith(("import", "from")))


def test_the_code_of_a_large_map_looks_at_the_same_parts(large, tmp_path, fresh_python):
    report = check(large, VISIBLE)
    np.save(tmp_path / "in.npy", large.input)
    np.save(tmp_path / "map.npy", large.convolution)
    code = check_code(large, report, str(tmp_path / "in.npy"), str(tmp_path / "map.npy"))
    found = fresh_python(code).splitlines()[0]
    assert found == f"{report.compared} values compared, 0 left out, largest difference {report.difference}"
    assert "photo.png" in code
