"""Layers of other people's networks, one small network for each: TensorFlow says what is right."""

from __future__ import annotations

import os

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
tf = pytest.importorskip("tensorflow")
keras = pytest.importorskip("keras")

from convviz.network.compute.forward import activations  # noqa: E402
from convviz.network.compute.gradients import gradients  # noqa: E402
from convviz.network.explain.drilldown import explain  # noqa: E402
from convviz.network.explain.receptive_field import receptive_box  # noqa: E402
from convviz.network.files.keras.file import read_network  # noqa: E402
from convviz.network.model.errors import NeedsKerasError, NetworkError  # noqa: E402
from convviz.network.model.layers import INPUT  # noqa: E402
from convviz.network.model.terms import Cell  # noqa: E402
from convviz.network.tensorflow import tasks as worker_tasks  # noqa: E402

layers, ops = keras.layers, keras.ops
PICTURE = (9, 7, 3)


def scaled(x):
    return layers.GlobalAveragePooling2D(keepdims=True)(x)


COMPUTED = {
    "convolution_same_with_strides": lambda x: layers.Conv2D(4, 3, strides=(2, 3), padding="same")(x),
    "convolution_dilated": lambda x: layers.Conv2D(4, 3, dilation_rate=(2, 1), use_bias=False)(x),
    "convolution_in_groups": lambda x: layers.Conv2D(6, 3, groups=3)(x),
    "depthwise": lambda x: layers.DepthwiseConv2D(3, strides=2, padding="same", depth_multiplier=2)(x),
    "depthwise_dilated": lambda x: layers.DepthwiseConv2D(2, dilation_rate=2, activation="relu6")(x),
    "separable": lambda x: layers.SeparableConv2D(5, 3, padding="same", depth_multiplier=2)(x),
    "transposed": lambda x: layers.Conv2DTranspose(4, 3, strides=2, padding="same", activation="relu")(x),
    "transposed_valid": lambda x: layers.Conv2DTranspose(4, (3, 2), strides=(2, 3))(x),
    "transposed_even": lambda x: layers.Conv2DTranspose(2, 4, strides=2, padding="same", use_bias=False)(x),
    "transposed_apart": lambda x: layers.Conv2DTranspose(2, 2, strides=3)(x),
    "transposed_padded": lambda x: layers.Conv2DTranspose(2, 3, 2, "same", output_padding=1)(x),
    "transposed_dilated": lambda x: layers.Conv2DTranspose(2, 3, dilation_rate=2, padding="same")(x),
    "maximum_same": lambda x: layers.MaxPooling2D(3, strides=2, padding="same")(x),
    "average_same": lambda x: layers.AveragePooling2D((3, 2), strides=(2, 1), padding="same")(x),
    "global_maximum": lambda x: layers.GlobalMaxPooling2D()(x),
    "global_average": lambda x: layers.GlobalAveragePooling2D(keepdims=True)(x),
    "batch_norm": lambda x: layers.BatchNormalization(scale=False)(x),
    "layer_norm": lambda x: layers.LayerNormalization()(x),
    "layer_norm_unscaled": lambda x: layers.LayerNormalization(scale=False)(x),
    "group_norm_unscaled": lambda x: layers.GroupNormalization(3, scale=False)(x),
    "group_norm_uncentred": lambda x: layers.GroupNormalization(3, center=False)(x),
    "layer_norm_of_all": lambda x: layers.LayerNormalization(axis=[1, 2, 3])(x),
    "layer_norm_of_rows": lambda x: layers.LayerNormalization(axis=[1, 2], center=False)(x),
    "rms_norm": lambda x: layers.RMSNormalization()(x),
    "group_norm": lambda x: layers.GroupNormalization(2)(layers.Conv2D(6, 3)(x)),
    "instance_norm": lambda x: layers.GroupNormalization(-1)(x),
    "unit_norm": lambda x: layers.UnitNormalization()(x),
    "normalization": lambda x: layers.Normalization()(x),
    "normalization_known": lambda x: layers.Normalization(mean=[1, 2, 3], variance=[4, 1, 0.25])(x),
    "normalization_inverted": lambda x: layers.Normalization(mean=0.3, variance=4.0, invert=True)(x),
    "layer_scale": lambda x: keras.src.applications.convnext.LayerScale(0.5, 3)(x),
    "rescaling": lambda x: layers.Rescaling(2.0, offset=-1.0)(x),
    "rescaling_by_channel": lambda x: layers.Rescaling([1.0, 2.0, 3.0], offset=[0.0, 1.0, 0.0])(x),
    "zero_padding": lambda x: layers.ZeroPadding2D(((1, 0), (2, 1)))(x),
    "cropping": lambda x: layers.Cropping2D(((1, 2), (0, 3)))(x),
    "centre_crop": lambda x: layers.CenterCrop(4, 4)(x),
    "up_nearest": lambda x: layers.UpSampling2D((2, 3))(x),
    "up_bilinear": lambda x: layers.UpSampling2D(2, interpolation="bilinear")(x),
    "resizing": lambda x: layers.Resizing(5, 11)(x),
    "resizing_nearest": lambda x: layers.Resizing(6, 4, interpolation="nearest")(x),
    "permute": lambda x: layers.Permute((3, 1, 2))(x),
    "reshape_to_cells": lambda x: layers.Dense(4, activation="relu")(layers.Reshape((-1, 3))(x)),
    "flatten": lambda x: layers.Flatten()(x),
    "identity": lambda x: layers.Identity()(x),
    "add": lambda x: layers.Add()([x, layers.Conv2D(3, 1)(x), x]),
    "subtract": lambda x: layers.Subtract()([x, layers.Conv2D(3, 1)(x)]),
    "multiply": lambda x: layers.Multiply()([x, layers.Conv2D(3, 1)(x)]),
    "multiply_by_channel": lambda x: layers.Multiply()([x, layers.Dense(3, activation="sigmoid")(scaled(x))]),
    "average": lambda x: layers.Average()([x, layers.Conv2D(3, 1)(x)]),
    "maximum": lambda x: layers.Maximum()([x, layers.Conv2D(3, 1)(x)]),
    "minimum": lambda x: layers.Minimum()([x, layers.Conv2D(3, 1)(x)]),
    "concatenate": lambda x: layers.Concatenate()([x, layers.Conv2D(2, 1)(x), x]),
    "relu_leaky": lambda x: layers.LeakyReLU(negative_slope=0.3)(layers.Conv2D(4, 3)(x)),
    "relu_six": lambda x: layers.ReLU(max_value=6)(layers.Conv2D(4, 3)(x)),
    "elu": lambda x: layers.ELU(alpha=0.7)(layers.Conv2D(4, 3)(x)),
    "prelu": lambda x: layers.PReLU()(layers.Conv2D(4, 3)(x)),
    "prelu_shared": lambda x: layers.PReLU(shared_axes=[1, 2])(layers.Conv2D(4, 3)(x)),
    "softmax_of_maps": lambda x: layers.Softmax()(x),
    **{
        name: (lambda x, name=name: layers.Conv2D(4, 3, activation=name)(x))
        for name in """relu relu6 sigmoid tanh elu selu silu swish gelu softplus softsign hard_sigmoid mish
        leaky_relu hard_silu hard_swish hard_tanh celu tanh_shrink hard_shrink soft_shrink log_sigmoid
        squareplus sparse_sigmoid exponential softmax linear""".split()
    },
    **{
        f"inference_{name}": (lambda x, name=name, given=given: getattr(layers, name)(*given)(x))
        for name, given in {
            "Dropout": (0.5,), "SpatialDropout2D": (0.5,), "GaussianNoise": (0.5,), "GaussianDropout": (0.5,),
            "AlphaDropout": (0.5,), "ActivityRegularization": (), "RandomFlip": (), "RandomRotation": (0.5,),
            "RandomTranslation": (0.5, 0.5), "RandomZoom": (0.5,), "RandomContrast": (0.5,),
            "RandomBrightness": (0.5,), "RandomShear": ((0, 0.5),), "RandomHue": (0.5,),
            "RandomSaturation": (0.5,),
            "RandomSharpness": (0.5,), "RandomColorJitter": (), "RandomColorDegeneration": (0.5,),
            "RandomGrayscale": (), "RandomInvert": (), "RandomPosterization": (4,), "RandomErasing": (),
            "RandomGaussianBlur": (), "RandomPerspective": (), "RandomElasticTransform": (), "MixUp": (),
            "CutMix": (), "AugMix": (), "RandAugment": (),
        }.items()
    },
    "calculated": lambda x: 1.0 - (x / 127.5 - 1.0) * 2.0 + 0.25,
    "calculated_by_channel": lambda x: x * np.array([1.0, 2.0, 3.0], "float32"),
    "calculated_from_two": lambda x: ops.maximum(layers.Conv2D(3, 1)(x) / (x + 1.0), x) - x * x,
    "calculated_slices": lambda x: x[:, 1:-1, ::2] * 1.0,
    "calculated_caffe": lambda x: keras.applications.resnet50.preprocess_input(x),
    "calculated_functions": lambda x: ops.relu6(ops.silu(ops.relu(x)) + 3.0) / 6.0,
    "calculated_means": lambda x: ops.mean(x, axis=(1, 2)),
}  # fmt: skip

OPAQUE = {
    "conv_1d": lambda x: layers.Conv1D(4, 3)(layers.Reshape((-1, 3))(x)),
    "einsum": lambda x: layers.EinsumDense("abcd,de->abce", output_shape=(9, 7, 5))(x),
    "attention": lambda x: layers.MultiHeadAttention(2, 4)(*[layers.Reshape((-1, 3))(x)] * 2),
    "dot": lambda x: layers.Dot(1)([layers.Flatten()(x)] * 2),
    "joined_rows": lambda x: layers.Concatenate(axis=1)([x, x]),
    "resizing_cubic": lambda x: layers.Resizing(5, 5, interpolation="bicubic")(x),
    "softmax_of_rows": lambda x: layers.Softmax(axis=[1, 2])(x),
    "relu_with_limit": lambda x: layers.ReLU(max_value=1.0)(x),
    "log_softmax": lambda x: layers.Conv2D(3, 1, activation="log_softmax")(x),
    "operation": lambda x: ops.sqrt(ops.abs(x)),
}


def saved(build, folder, ending="keras"):
    """A network around a layer, with weights that are all different."""
    picture = keras.Input(PICTURE)
    x = layers.Rescaling(1.0, name="before")(picture)
    x = layers.Flatten(name="flat")(build(x))
    model = keras.Model(picture, layers.Dense(4, name="end")(x))
    rng = np.random.default_rng(5)
    for variable in model.weights:
        low = 0.2 if "var" in variable.name or "gamma" in variable.name else -0.5
        if "float" in str(variable.dtype):
            variable.assign(rng.uniform(low, 0.6, variable.shape))
    path = folder / f"net.{ending}"
    model.save(path)
    return str(path), keras.models.load_model(path)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Each network of `COMPUTED` is written once: its path, and the model."""
    found = {}

    def make(name):
        if name not in found:
            found[name] = saved(COMPUTED[name], tmp_path_factory.mktemp("networks"))
        return found[name]

    return make


def random_cells(shape, at, rng, count=12):
    full = (1, 1, 1)[: 3 - len(shape)] + shape
    return [Cell(at, *(int(rng.integers(size)) for size in full)) for _ in range(count)]


def pictures():
    return np.random.default_rng(7).uniform(0, 1, PICTURE).astype(np.float32)


def skip_what_tensorflow_lacks(model):
    """On some processors it uses no oneDNN, and then dilates no transposed convolution."""
    try:
        model(tf.constant(pictures()[None]), training=False)
    except tf.errors.InvalidArgumentError as error:
        if "dilation rates larger than 1" not in str(error):
            raise
        pytest.skip("TensorFlow does not compute this on this processor")


@pytest.mark.parametrize("name", COMPUTED)
def test_it_is_computed_and_taken_apart_as_by_tensorflow(name, made):
    path, model = made(name)
    skip_what_tensorflow_lacks(model)
    network, picture = read_network(path), pictures()
    acts = activations(network, picture)
    theirs = worker_tasks.activations(path, {}, picture)
    for at, layer in enumerate(network.layers):
        if layer.name in theirs:
            np.testing.assert_allclose(acts.values[at], theirs[layer.name], rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(acts.output, theirs["end"], rtol=1e-5, atol=2e-5)
    assert network.parameters == model.count_params()
    rng = np.random.default_rng(1)
    for at, layer in enumerate(network.layers):
        for cell in random_cells(layer.shape, at, rng):
            terms = explain(network, acts, cell)
            assert terms.difference <= 1e-5 * max(1, abs(terms.shown))


@pytest.mark.parametrize("name", COMPUTED)
def test_what_lies_outside_the_receptive_field_changes_nothing(name, made):
    network, picture = read_network(made(name)[0]), pictures()
    acts, rng = activations(network, picture), np.random.default_rng(2)
    at = len(network.layers) - 3
    for cell in random_cells(network.layers[at].shape, at, rng, 6):
        box = receptive_box(network, cell).clipped(*PICTURE[:2])
        changed = rng.uniform(0, 1, PICTURE).astype(np.float32)
        inside = np.s_[box.top : box.bottom + 1, box.left : box.right + 1]
        changed[inside] = picture[inside]
        place = cell.position(network.layers[at].shape)
        assert activations(network, changed).values[at][place] == pytest.approx(
            acts.values[at][place], abs=1e-6
        )


KINKED = {"hard_shrink"}
"""Functions that jump, where a difference is no derivative."""


@pytest.mark.parametrize("name", sorted(set(COMPUTED) - KINKED))
def test_its_gradient_is_tensorflow_s(name, made):
    path, model = made(name)
    skip_what_tensorflow_lacks(model)
    network, picture = read_network(path), pictures()
    given = tf.constant(picture[None])
    with tf.GradientTape() as tape:
        tape.watch(given)
        logit = model(given, training=False)[0, 2]
    theirs = tape.gradient(logit, given)[0]
    ours = gradients(network, activations(network, picture), 2)[INPUT]
    np.testing.assert_allclose(ours, theirs, rtol=2e-3, atol=2e-5)


@pytest.mark.parametrize("name", OPAQUE)
def test_what_only_keras_computes_is_opened_through_it(name, tmp_path):
    path, model = saved(OPAQUE[name], tmp_path)
    with pytest.raises(NeedsKerasError):
        read_network(path)
    facts = worker_tasks.describe(path, (28, 28))
    known = {one.name: (one.class_name, one.shape, one.parameters) for one in facts}
    network = read_network(path, known=known)
    assert network.opaque
    assert network.parameters == model.count_params()
    theirs = worker_tasks.activations(path, {}, pictures())
    assert theirs[network.names[-1]].shape == (4,)


@pytest.mark.parametrize("ending", ["keras", "h5"])
@pytest.mark.parametrize("name", ["normalization", "prelu_shared", "group_norm", "transposed", "separable"])
@pytest.mark.filterwarnings("ignore:You are saving your model as an HDF5 file")
def test_their_weights_are_found_in_both_kinds_of_file(name, ending, tmp_path):
    path, model = saved(COMPUTED[name], tmp_path, ending)
    picture = pictures()
    np.testing.assert_allclose(
        activations(read_network(path), picture).output,
        model(picture[None], training=False)[0],
        rtol=1e-5,
        atol=2e-5,
    )


@pytest.mark.parametrize(
    ("policy", "apart"),
    [("mixed_float16", 1e-2), ("mixed_bfloat16", 1e-1), ("float16", 1e-2), ("bfloat16", 1e-1)],
)
def test_weights_of_half_precision_are_read(policy, apart, tmp_path):
    path, model = saved(lambda x: layers.Conv2D(4, 3, dtype=policy)(x), tmp_path)
    network, picture = read_network(path), pictures()
    kernel = np.asarray(model.layers[2].kernel, np.float32)
    np.testing.assert_array_equal(network.layers[1].weights, kernel)
    np.testing.assert_allclose(
        activations(network, picture).output, model(picture[None], training=False)[0], atol=apart
    )


@pytest.mark.filterwarnings("ignore:Layer .* does not have a `quantize` method")
def test_a_quantized_network_is_refused(tmp_path):
    model = keras.Sequential([keras.Input(PICTURE), layers.Flatten(), layers.Dense(3)])
    model.quantize("int8")
    model.save(tmp_path / "small.keras")
    with pytest.raises(NetworkError, match="quantized"):
        read_network(tmp_path / "small.keras")


@pytest.mark.parametrize(
    "layer",
    [
        lambda: layers.UpSampling2D(5000),
        lambda: layers.UpSampling2D(5000, interpolation="bilinear"),
        lambda: layers.Resizing(60_000, 60_000),
    ],
)
def test_layers_that_make_too_much_are_refused_before_they_do(layer, tmp_path):
    picture = keras.Input(PICTURE)
    model = keras.Model(picture, layers.GlobalAveragePooling2D()(layer()(picture)))
    model.save(tmp_path / "bomb.keras")
    with pytest.raises(NetworkError, match="at most 30,000,000 are opened"):
        read_network(tmp_path / "bomb.keras")


def test_a_picture_that_is_too_large_is_refused_before_anything_is_made(tmp_path):
    picture = keras.Input((90_000, 90_000, 3))
    model = keras.Model(picture, layers.GlobalAveragePooling2D()(layers.Permute((2, 1, 3))(picture)))
    model.save(tmp_path / "bomb.keras")
    with pytest.raises(NetworkError, match="at most|more than") as caught:
        read_network(tmp_path / "bomb.keras")
    assert caught.value.kind == "large"


def test_an_unknown_operation_is_refused(tmp_path):
    path, _ = saved(lambda x: ops.sort(x), tmp_path)
    with pytest.raises(NetworkError, match="the operation 'Sort' is not one that ConvViz opens"):
        read_network(path)


def test_a_network_of_the_size_that_people_have(tmp_path):
    """156 layers, depthwise convolutions and ways around them; the picture may have any size."""
    keras.utils.set_random_seed(4)
    model = keras.applications.MobileNetV2(weights=None, input_shape=(64, 64, 3), alpha=0.35, classes=7)
    model.save(tmp_path / "mobile.keras")
    network = read_network(tmp_path / "mobile.keras")
    assert network.parameters == model.count_params()
    picture = np.random.default_rng(4).random((64, 64, 3), np.float32)
    theirs = worker_tasks.activations(str(tmp_path / "mobile.keras"), {}, picture)
    acts = activations(network, picture)
    assert set(theirs) == set(network.names)
    for at, name in enumerate(network.names):
        np.testing.assert_allclose(acts.values[at], theirs[name], rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize(
    ("kernels", "classes", "size"), [((3, 3), 10, 28), ((3, 3), 4, 224), ((20, 20), 10, 224)]
)
def test_pictures_of_any_size_get_one_that_suits_the_network(kernels, classes, size, tmp_path):
    picture = keras.Input((None, None, 1))
    x = picture
    for kernel in kernels:
        x = layers.Conv2D(2, kernel, strides=2)(x)
    model = keras.Model(picture, layers.Dense(classes)(layers.GlobalAveragePooling2D()(x)))
    model.save(tmp_path / "free.keras")
    assert read_network(tmp_path / "free.keras").input_shape == (size, size, 1)
