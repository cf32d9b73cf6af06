"""The snippets do what the window shows: each is run, and its last map compared."""

import sys
from dataclasses import replace

import numpy as np
import PIL.Image
import pytest
import tifffile

from convviz.core.images.image import Image, Part, from_array, read
from convviz.core.images.recipe import Crop, Resize
from convviz.core.images.reshaping import again
from convviz.core.kernels.kernel import Kernel
from convviz.core.samples.pictures import load_sample
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.core.snippets.code import keras_code, latex, plain_text, pytorch_code, scipy_code
from convviz.core.snippets.loading import loading_lines
from convviz.core.stages.pipeline import chain, run
from tests.core.torch_stand_in import torch

RNG = np.random.default_rng(7)
GREY = Image(RNG.integers(0, 256, (11, 13)).astype(np.uint8))
COLOUR = Image(RNG.integers(0, 256, (9, 12, 3)).astype(np.uint8))
WIDE = Image(RNG.random((9, 12, 3)) * 65535, high=65535.0)

SOBEL = Kernel([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
EVEN = Kernel([[1, -2], [0.5, 3], [0, 4], [1, 1]], divisor=4)
PLANES = Kernel(RNG.integers(-3, 4, (3, 2, 3)))

UNEVEN = ((1, 2), (0, 3))
OBLONG = Settings(
    Kernel(RNG.integers(-3, 4, (2, 3)), divisor=2),
    operation="convolve",
    padding=((1, 2), (3, 5)),
    stride=(3, 2),
    dilation=(5, 7),
    pool=PoolSettings("max", (2, 5), (3, 4)),
)
"""For pictures of 23 by 41: maps of 7 by 18, pooled to 2 by 4. No two sides are alike."""
TALL = Image(RNG.integers(0, 256, (23, 41)).astype(np.uint8))
TALL_COLOUR = Image(RNG.integers(0, 256, (23, 41, 3)).astype(np.uint8))
FRAMED = PoolSettings("average", (3, 5), (2, 4), ((1, 0), (2, 3)), ceil=True)
PRIME_PLANES = Kernel(RNG.integers(-3, 4, (2, 3, 3)))
CASES = {
    "plain": (GREY, Settings(SOBEL)),
    "convolve": (GREY, Settings(EVEN, operation="convolve")),
    "same": (GREY, Settings(EVEN, padding="same")),
    "same, stride 2": (GREY, Settings(SOBEL, padding="same", stride=(2, 2))),
    "same, edge": (GREY, Settings(SOBEL, padding="same", fill="edge")),
    "full": (GREY, Settings(EVEN, padding="full", fill=7.5)),
    "uneven, reflect": (GREY, Settings(SOBEL, padding=UNEVEN, fill="reflect")),
    "uneven, symmetric": (GREY, Settings(SOBEL, padding=UNEVEN, fill="symmetric")),
    "uneven, wrap": (GREY, Settings(SOBEL, padding=UNEVEN, fill="wrap")),
    "mean": (GREY, Settings(SOBEL, padding=((2, 2), (2, 2)), fill="mean")),
    "stride by axis": (GREY, Settings(SOBEL, stride=(3, 2))),
    "dilation": (GREY, Settings(SOBEL, dilation=(2, 3), padding="same")),
    "dilation and stride": (GREY, Settings(EVEN, dilation=(2, 2), stride=(2, 1), padding="same")),
    "bias, relu": (GREY, Settings(SOBEL, bias=-30.5, activation="relu")),
    "leaky": (GREY, Settings(SOBEL, activation="leaky_relu", slope=0.2)),
    "unit, sigmoid": (GREY, Settings(SOBEL, unit_range=True, activation="sigmoid")),
    "16 bit, unit, tanh": (WIDE, Settings(SOBEL, unit_range=True, activation="tanh")),
    "absolute, max": (GREY, Settings(SOBEL, activation="absolute", pool=PoolSettings("max"))),
    "max, same": (GREY, Settings(SOBEL, pool=PoolSettings("max", (3, 3), (2, 2), "same"))),
    "max, ceil": (GREY, Settings(SOBEL, pool=PoolSettings("max", (2, 3), (2, 2), ceil=True))),
    "max, padded": (GREY, Settings(SOBEL, pool=PoolSettings("max", (3, 3), (2, 2), ((1, 1), (0, 2))))),
    "average": (GREY, Settings(SOBEL, pool=PoolSettings("average", (3, 2), (2, 2)))),
    "average, same": (GREY, Settings(SOBEL, pool=PoolSettings("average", (3, 3), (2, 2), "same"))),
    "average, ceil": (GREY, Settings(SOBEL, pool=PoolSettings("average", (2, 2), (2, 2), ceil=True))),
    "average, counted": (
        GREY,
        Settings(SOBEL, pool=PoolSettings("average", (3, 3), (2, 2), ((1, 1), (1, 1)), True, True)),
    ),
    "colour as grey": (COLOUR, Settings(SOBEL, padding="same", fill="mean")),
    "sum": (COLOUR, Settings(SOBEL, channels="sum", bias=2.0)),
    "sum, planes": (COLOUR, Settings(PLANES, channels="sum", padding="same", operation="convolve")),
    "sum, mean": (COLOUR, Settings(PLANES, channels="sum", padding=UNEVEN, fill="mean")),
    "each": (COLOUR, Settings(EVEN, channels="each", stride=(2, 1), bias=1.0)),
    "each, planes": (
        COLOUR,
        Settings(PLANES, channels="each", dilation=(2, 1), pool=PoolSettings("max", ceil=True)),
    ),
    "each, average": (
        COLOUR,
        Settings(SOBEL, channels="each", pool=PoolSettings("average", (2, 2), (2, 2), "same")),
    ),
    "oblong": (TALL, OBLONG),
    "oblong, averages": (TALL, replace(OBLONG, pool=FRAMED)),
    "oblong, averages counted": (TALL, replace(OBLONG, pool=replace(FRAMED, count_padding=True))),
    "oblong, max framed": (TALL, replace(OBLONG, pool=replace(FRAMED, kind="max"))),
    "oblong, planes": (TALL_COLOUR, replace(OBLONG, kernel=PRIME_PLANES, channels="sum", pool=FRAMED)),
    "oblong, each": (TALL_COLOUR, replace(OBLONG, kernel=PRIME_PLANES, channels="each", bias=-7.0)),
    "oblong, each, max framed": (
        TALL_COLOUR,
        replace(OBLONG, channels="each", pool=replace(FRAMED, kind="max")),
    ),
}
cases = pytest.mark.parametrize(("image", "settings"), CASES.values(), ids=CASES.keys())


def result_of(code, image):
    variables = {"image": image.values}
    exec(compile(code, "snippet", "exec"), variables)
    return variables["result"]


def shown(image, settings):
    result = run(image, settings)
    last = result.activation if result.pooling is None else result.pooling
    return np.asarray(last, dtype=np.float64)


@cases
def test_scipy_snippet_gives_the_map_shown(image, settings):
    answer = result_of(scipy_code(settings, image.shape, (image.low, image.high)), image)
    expected = shown(image, settings)
    assert answer.shape == expected.shape
    np.testing.assert_allclose(answer, expected, rtol=1e-5, atol=1e-3)


@cases
def test_keras_snippet_gives_the_map_shown(image, settings):
    answer = result_of(keras_code(settings, image.shape, (image.low, image.high)), image)
    expected = shown(image, settings)
    assert answer.shape == expected.shape
    np.testing.assert_allclose(answer, expected, rtol=1e-4, atol=1e-2)


@cases
def test_pytorch_snippet_gives_the_map_shown(monkeypatch, image, settings):
    for name, module in torch().items():
        monkeypatch.setitem(sys.modules, name, module)
    answer = result_of(pytorch_code(settings, image.shape, (image.low, image.high)), image)
    expected = shown(image, settings)
    assert answer.shape == expected.shape
    np.testing.assert_allclose(answer, expected, rtol=1e-5, atol=1e-3)


def opened(tmp_path, kind):
    """A picture in a file of a kind, or in none."""
    if kind == "small":
        return from_array([[0.5, np.nan], [1.5, -2.0]], low=-2, high=2)
    if kind == "sample":
        return load_sample("mug")
    values = np.random.default_rng(3).integers(0, 256, (40, 50, 3), dtype=np.uint8)
    path = tmp_path / f"it's {kind}"
    if kind == "a.npy":
        np.save(path, values[:, :, 0] / 7)
    elif kind == "stack.npy":
        np.save(path, np.stack([values[:, :, 0], values[:, :, 1]]))
        return read(path, Part(1))
    elif kind == "turned.jpg":
        exif = PIL.Image.Exif()
        exif[0x0112] = 6
        PIL.Image.fromarray(values).save(path, exif=exif)
    elif kind == "deep.tif":
        tifffile.imwrite(path, values.astype(np.uint16) * 200, photometric="rgb")
    else:
        PIL.Image.fromarray(values).save(path)
    return read(path)


@pytest.mark.parametrize(
    ("kind", "needs"),
    [
        ("small", "np.array(["),
        ("sample", "load_sample('mug')"),
        ("a.png", "PIL.Image.open("),
        ("a.jpg", "PIL.Image.open("),
        ("turned.jpg", "convviz"),
        ("a.npy", "np.load("),
        ("stack.npy", "Part(frame=1)"),
        ("deep.tif", "convviz"),
    ],
)
def test_a_copied_snippet_runs_as_pasted(tmp_path, kind, needs):
    image = opened(tmp_path, kind)
    settings = Settings(SOBEL, padding="same", channels="sum" if image.channels == 3 else "grey")
    code = scipy_code(settings, image.shape, (image.low, image.high), loading_lines(image))
    assert needs in code
    variables = {}
    exec(compile(code, "pasted", "exec"), variables)
    assert np.array_equal(variables["image"], image.values, equal_nan=True)
    assert variables["image"].dtype == image.values.dtype
    np.testing.assert_allclose(variables["result"], run(image, settings).convolution, rtol=1e-5, atol=1e-2)


@pytest.mark.parametrize("kind", ["sample", "a.png", "a.npy", "stack.npy", "deep.tif"])
@pytest.mark.parametrize("step", [Crop(1, 2, 37, 40), Resize(36, 41, "bicubic")], ids=["crop", "resize"])
def test_a_copied_snippet_crops_and_resizes(tmp_path, kind, step):
    image = again(opened(tmp_path, kind), (Crop(0, 1, 39, 45), step))
    variables = {}
    exec(compile("import numpy as np\n" + "\n".join(loading_lines(image)), "pasted", "exec"), variables)
    assert np.array_equal(variables["image"], image.values)
    assert variables["image"].dtype == image.values.dtype


def test_a_large_pasted_picture_says_what_to_export():
    image = from_array(np.zeros((50, 50)))
    assert loading_lines(image)[0] == "# In ConvViz: Export, Input, as NumPy array; then name the file here."


@pytest.mark.parametrize("kernel", [SOBEL, PLANES, Kernel([[0.1, 1 / 3], [2, -5]], 9)], ids=str)
@pytest.mark.parametrize("operation", ["correlate", "convolve"])
def test_the_kernel_of_every_copy_can_be_pasted(kernel, operation):
    settings = Settings(kernel, operation=operation, channels="sum", unit_range=True)
    for code in (scipy_code, keras_code, pytorch_code):
        text = code(settings, COLOUR.shape, (COLOUR.low, COLOUR.high), loading_lines(COLOUR))
        assert Kernel.from_text(text) == kernel


@pytest.mark.slow
def test_pytorch_snippets_give_the_maps_shown():
    pytest.importorskip("torch", reason="PyTorch comes with the extra `bench`")
    for name, (image, settings) in CASES.items():
        answer = result_of(pytorch_code(settings, image.shape, (image.low, image.high)), image)
        np.testing.assert_allclose(answer, shown(image, settings), rtol=1e-5, atol=1e-3, err_msg=name)


def test_settings_that_do_not_fit_are_refused_with_their_numbers():
    with pytest.raises(ValueError, match="3x3"):
        scipy_code(Settings(SOBEL), (2, 2))


def test_formulas_in_plain_text():
    settings = Settings(SOBEL, padding=((1, 1), (1, 1)), activation="relu", pool=PoolSettings("max"))
    assert plain_text(chain((9, 9), settings), settings).splitlines() == [
        "9x9 -> pad 1 -> 3x3 s1 -> 9x9 -> ReLU -> max 2x2 -> 4x4",
        "",
        "o = floor((i + p1 + p2 - (d(k - 1) + 1)) / s) + 1",
        "convolution rows: floor((9 + 1 + 1 - 3) / 1) + 1 = 9",
        "convolution columns: floor((9 + 1 + 1 - 3) / 1) + 1 = 9",
        "pooling rows: floor((9 + 0 + 0 - 2) / 2) + 1 = 4  (1 dropped at the end)",
        "pooling columns: floor((9 + 0 + 0 - 2) / 2) + 1 = 4  (1 dropped at the end)",
    ]


def test_formulas_of_an_oblong_picture_take_every_number_from_its_own_axis():
    text = plain_text(chain(TALL.shape, OBLONG), OBLONG)
    assert text.splitlines()[:1] + text.splitlines()[3:] == [
        "23x41 -> pad 1|2 x 3|5 -> 2x3 turned s3x2 d5x7 -> 7x18 -> max 2x5 s3x4 -> 2x4",
        "convolution rows: floor((23 + 1 + 2 - (5(2 - 1) + 1)) / 3) + 1 = 7  (2 dropped at the end)",
        "convolution columns: floor((41 + 3 + 5 - (7(3 - 1) + 1)) / 2) + 1 = 18",
        "pooling rows: floor((7 + 0 + 0 - 2) / 3) + 1 = 2  (2 dropped at the end)",
        "pooling columns: floor((18 + 0 + 0 - 5) / 4) + 1 = 4  (1 dropped at the end)",
    ]
    lines = [line.partition("&= ")[2] for line in latex(chain(TALL.shape, OBLONG), OBLONG).splitlines()[2:-1]]
    assert lines == [
        r"\left\lfloor \frac{23 + 1 + 2 - \left(5(2 - 1) + 1\right)}{3} \right\rfloor + 1 = 7 \\",
        r"\left\lfloor \frac{41 + 3 + 5 - \left(7(3 - 1) + 1\right)}{2} \right\rfloor + 1 = 18 \\",
        r"\left\lfloor \frac{7 + 0 + 0 - 2}{3} \right\rfloor + 1 = 2 \\",
        r"\left\lfloor \frac{18 + 0 + 0 - 5}{4} \right\rfloor + 1 = 4",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "9x9 -> 3x3 s1 -> 7x7"),
        ({"operation": "convolve", "stride": (2, 1)}, "9x9 -> 3x3 turned s2x1 -> 4x7"),
        ({"dilation": (2, 2)}, "9x9 -> 3x3 s1 d2 -> 5x5"),
        ({"padding": ((1, 1), (0, 0)), "fill": "edge"}, "9x9 -> pad 1 x 0 edge -> 3x3 s1 -> 9x7"),
        ({"padding": ((0, 1), (0, 1)), "stride": (2, 2)}, "9x9 -> pad 0|1 -> 3x3 s2 -> 4x4"),
        ({"pool": PoolSettings("average", (3, 3), (2, 2))}, "9x9 -> 3x3 s1 -> 7x7 -> average 3x3 s2 -> 3x3"),
        ({"pool": PoolSettings("max", ceil=True)}, "9x9 -> 3x3 s1 -> 7x7 -> max 2x2 ceil -> 4x4"),
        (
            {"pool": PoolSettings("max", padding="same"), "activation": "tanh"},
            "9x9 -> 3x3 s1 -> 7x7 -> tanh -> max 2x2 pad 0|1 -> 4x4",
        ),
    ],
)
def test_the_chain_in_one_line(changes, expected):
    settings = replace(Settings(SOBEL), **changes)
    assert plain_text(chain((9, 9), settings), settings).splitlines()[0] == expected


def test_formulas_in_latex():
    settings = Settings(SOBEL, dilation=(2, 2), pool=PoolSettings("max", ceil=True))
    text = latex(chain((9, 9), settings), settings)
    assert text.startswith("\\begin{align*}\no &= \\left\\lfloor")
    assert r"\left\lfloor \frac{9 + 0 + 0 - \left(2(3 - 1) + 1\right)}{1} \right\rfloor + 1 = 5" in text
    assert r"\left\lceil \frac{5 + 0 + 0 - 2}{2} \right\rceil + 1 = 3" in text
    assert text.count("{") == text.count("}")


def test_writing_snippets_imports_neither_keras_nor_torch(fresh_python):
    fresh_python(
        "import sys\n"
        "from convviz.core import Kernel, Settings\n"
        "from convviz.core.snippets import code as snippets\n"
        "settings = Settings(Kernel([[1, 2]]))\n"
        "snippets.keras_code(settings, (5, 5)), snippets.pytorch_code(settings, (5, 5))\n"
        "assert not {'keras', 'tensorflow', 'torch', 'PySide6'} & set(sys.modules)\n"
    )
