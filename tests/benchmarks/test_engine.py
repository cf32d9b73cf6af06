"""The arithmetic on full frames, against OpenCV, SciPy and deep-learning libraries."""

import os
import tracemalloc

import numpy as np
import pytest
from scipy import ndimage

from convviz.core import (
    Image,
    Kernel,
    PoolSettings,
    Settings,
    average_pool,
    cross_correlate,
    max_pool,
    run,
    trace,
)
from convviz.core.kernels.kernel_library import LIBRARY, library
from convviz.core.stages.on_demand import OnDemand
from convviz.core.sums.adding import compiler

SECTION = "Engine, 12 megapixels"
OLDER = os.environ.get("NUMBA_CPU_NAME") == "haswell"
"""Whether both sides are held to AVX2; OpenCV by OPENCV_CPU_DISABLE."""


@pytest.fixture(scope="module", autouse=True)
def machine_code():
    assert compiler.wait(), compiler.problem


def kernels():
    usual, largest = (1.0, 1.4) if OLDER else (0.9, 1.2)
    for key in LIBRARY:
        yield key, library(key).weights, usual, 8
    yield "box 31x31", np.ones((31, 31)), 0.3, 8
    random = np.random.default_rng(1)
    for size, against_opencv, against_scipy in (
        (3, usual, 8),
        (5, usual, 8),
        (7, usual, 5),
        (15, usual, 5),
        (31, largest, 10),
    ):
        yield f"dense {size}x{size}", random.normal(size=(size, size)), against_opencv, against_scipy


@pytest.mark.parametrize(
    ("name", "weights", "limit", "times"), list(kernels()), ids=lambda v: v if type(v) is str else ""
)
def test_full_frame(record, alternate, grey12, name, weights, limit, times):
    cv2 = pytest.importorskip("cv2", reason="OpenCV is not installed (extra bench)")
    cv2.setNumThreads(2)
    kernel = weights.astype(np.float32)
    ours, theirs = alternate(
        lambda: cross_correlate(grey12, weights, padding="same"), lambda: cv2.filter2D(grey12, -1, kernel)
    )
    record(SECTION, f"{name} against OpenCV", ours / theirs, limit, note=f"{ours * 1e3:.1f} ms")
    few = grey12[:1000] if weights.size > 100 else grey12
    rounds = 3 if weights.size > 100 else 7
    ours, theirs = alternate(
        lambda: cross_correlate(few, weights, padding="same"),
        lambda: ndimage.correlate(few, kernel, mode="constant"),
        rounds=rounds,
        warm=False,
    )
    record(SECTION, f"{name}, times faster than SciPy", theirs / ours, times, more=True)


@pytest.mark.parametrize("stride", [2, 3])
def test_stride(record, alternate, grey12, stride):
    weights = np.random.default_rng(1).normal(size=(5, 5))
    strided, full, once = alternate(
        lambda: cross_correlate(grey12, weights, stride=stride),
        lambda: cross_correlate(grey12, weights),
        lambda: grey12.copy(),
    )
    allowed = 1.2 / stride**2 * full + once
    record(SECTION, f"stride {stride} against its share and one pass", strided / allowed, 1.0)


@pytest.mark.parametrize("mode", ["each", "sum"])
def test_colour(record, alternate, photo, mode):
    colour = Image(photo(3000, 4000))
    grey = Image(np.ascontiguousarray(colour.values[:, :, 1]))
    kernel = Kernel(np.random.default_rng(1).normal(size=(3, 3)))
    ours, single = alternate(
        lambda: run(colour, Settings(kernel, channels=mode)), lambda: run(grey, Settings(kernel))
    )
    record(SECTION, f'colour, "{mode}", against three grey ones', ours / (3 * single), 1.2)


@pytest.mark.parametrize(("size", "channels", "filters"), [(28, 1, 8), (13, 8, 16), (512, 3, 16)])
def test_many_filters(record, alternate, size, channels, filters):
    tensorflow = pytest.importorskip("tensorflow", reason="TensorFlow is not installed")
    random = np.random.default_rng(1)
    image = random.normal(size=(size, size, channels)).astype(np.float32)
    weights = random.normal(size=(3, 3, channels, filters)).astype(np.float32)
    batch, constant = tensorflow.constant(image[None]), tensorflow.constant(weights)
    ours, theirs = alternate(
        lambda: cross_correlate(image, weights),
        lambda: tensorflow.nn.conv2d(batch, constant, 1, "VALID").numpy(),
        rounds=21,
    )
    name = f"{size}x{size}x{channels} -> {filters} maps, against TensorFlow"
    record("Engine, many filters", name, ours / theirs, 0.8, note=f"{ours * 1e3:.2f} ms")


@pytest.mark.parametrize("size", [2, 3])
def test_pooling(record, alternate, grey12, size):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra bench)")
    tensor = torch.from_numpy(grey12)[None]
    for ours, theirs in ((max_pool, "max_pool2d"), (average_pool, "avg_pool2d")):
        reference = getattr(torch.nn.functional, theirs)
        mine, other = alternate(lambda f=ours: f(grey12, size), lambda f=reference: f(tensor, size))
        record(SECTION, f"{ours.__name__} {size}x{size} against PyTorch", mine / other, 1.5)


def test_memory(record, grey12):
    kernel = np.random.default_rng(1).normal(size=(7, 7))
    tracemalloc.start()
    cross_correlate(grey12, kernel)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    record(SECTION, "peak extra memory against input and output", peak / (2 * grey12.nbytes), 1.5)


@pytest.mark.parametrize(("size", "limit"), [(3, 2), (7, 10), (15, 25)])
def test_values_at_places(record, alternate, photo, size, limit):
    """320 x 420 cells of a colour photo of 24 megapixels, the first look at them included."""
    image = Image(photo(4000, 6000))
    settings = Settings(Kernel(np.random.default_rng(1).normal(size=(size, size))), channels="sum")
    maker = OnDemand(image, settings, image.values)
    rows, columns = np.arange(0, 3980, 11)[:320], np.arange(0, 5980, 14)[:420]
    places = np.ix_(rows, columns)
    ours, copied = alternate(
        lambda: maker.result(settings).convolution[places], lambda: image.values[places].astype(np.float32)
    )
    note = f"{ours * 1e3:.1f} ms; copying the same cells takes {copied * 1e3:.1f} ms"
    record("Values at places, 24 megapixels in colour", f"{size}x{size}", ours * 1e3, limit, "ms", note=note)


@pytest.mark.parametrize(("size", "limit"), [(9, 30), (64, 70)])
def test_small_images(record, alternate, size, limit):
    image, kernel = (
        np.random.default_rng(1).integers(0, 256, (size, size)).astype(np.float32),
        np.ones((3, 3)),
    )
    each = alternate(lambda: [cross_correlate(image, kernel) for _ in range(100)])[0] / 100
    record("Small images", f"{size}x{size}, a call", each * 1e6, limit, "us")


def test_trace(record, alternate):
    image = Image(np.random.default_rng(1).integers(0, 256, (28, 28), dtype=np.uint8))
    result = run(image, Settings(library("sobel_vertical"), padding="same", pool=PoolSettings("max")))
    each = alternate(lambda: [trace(result, "convolution", 5, 5) for _ in range(100)])[0] / 100
    record("Small images", "trace of one cell", each * 1e6, 30, "us")
