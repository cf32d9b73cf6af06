"""What may stand in the description of a network from an unknown source.

Keras builds whatever a file names; its ``safe_mode`` refuses much, and is documented as no sandbox.
So everything that a description names is looked up here first, by class and by module. Names that
are not in these lists are refused, however harmless they may be.
"""

from __future__ import annotations

from typing import Any

from convviz.core.base.translatable import translatable
from convviz.network.files.keras.layers import OPERATIONS
from convviz.network.files.plan import DEEPEST, MODELS
from convviz.network.model.errors import NetworkError
from convviz.network.model.functions import FUNCTIONS

OURS = frozenset(
    """InputLayer Conv2D DepthwiseConv2D SeparableConv2D Conv2DTranspose Dense Flatten Reshape Permute
    MaxPooling2D AveragePooling2D GlobalMaxPooling2D GlobalAveragePooling2D Cropping2D CenterCrop
    UpSampling2D Resizing ZeroPadding2D Rescaling Normalization BatchNormalization LayerNormalization
    RMSNormalization GroupNormalization UnitNormalization Activation ReLU LeakyReLU ELU PReLU Softmax Add
    Subtract Multiply Average Maximum Minimum Concatenate Identity Dropout SpatialDropout2D GaussianNoise
    GaussianDropout AlphaDropout ActivityRegularization RandomFlip RandomRotation RandomTranslation
    RandomZoom RandomContrast RandomBrightness RandomShear RandomHue RandomSaturation RandomSharpness
    RandomColorJitter RandomColorDegeneration RandomGrayscale RandomInvert RandomPosterization RandomErasing
    RandomGaussianBlur RandomPerspective RandomElasticTransform MixUp CutMix AugMix RandAugment
    LayerScale StochasticDepth""".split()
)
"""Layers that are computed and taken apart here."""

KERAS_ONLY = frozenset(
    """Conv1D Conv1DTranspose DepthwiseConv1D SeparableConv1D MaxPooling1D AveragePooling1D UpSampling1D
    ZeroPadding1D Cropping1D GlobalMaxPooling1D GlobalAveragePooling1D SpatialDropout1D RepeatVector Dot
    EinsumDense MultiHeadAttention GroupQueryAttention Attention AdditiveAttention RandomCrop AutoContrast
    Equalization Solarization AdaptiveAveragePooling2D AdaptiveMaxPooling2D""".split()
)
"""Layers that Keras may compute for us."""

_OPERATION_MODULES = frozenset(("keras.src.ops.numpy", "keras.src.ops.nn", "keras.src.ops.core"))
_OPERATIONS = frozenset(OPERATIONS) | frozenset(
    """Absolute Negative Power Sqrt Square Exp Log Clip Sum Var Std Reshape Transpose Squeeze ExpandDims
    Concatenate Cast Pad Softmax Gelu Elu Selu LeakyRelu LogSoftmax Normalize MaxPool AveragePool""".split()
)
"""Arithmetic between layers: some of it is computed here, all of it by Keras."""

_PARTS = frozenset(
    """Zeros Ones Constant RandomNormal RandomUniform TruncatedNormal VarianceScaling GlorotNormal
    GlorotUniform HeNormal HeUniform LecunNormal LecunUniform Orthogonal Identity
    L1 L2 L1L2 MaxNorm NonNeg UnitNorm MinMaxNorm DTypePolicy FloatDTypePolicy Policy
    SeedGenerator __tuple__ __tensor__ __keras_tensor__ TensorShape
    __slice__ __ellipsis__ __numpy__""".split()
) | frozenset(  # what a nested model was trained with: Keras builds that again, and it computes nothing
    """Adam AdamW Adamax Nadam SGD RMSprop Adagrad Adadelta Ftrl Lion LossScaleOptimizer ExponentialDecay
    CosineDecay CosineDecayRestarts PiecewiseConstantDecay PolynomialDecay InverseTimeDecay
    CategoricalCrossentropy SparseCategoricalCrossentropy BinaryCrossentropy MeanSquaredError
    MeanAbsoluteError Accuracy CategoricalAccuracy SparseCategoricalAccuracy BinaryAccuracy
    TopKCategoricalAccuracy SparseTopKCategoricalAccuracy AUC Precision Recall""".split()
)
_MODULES = frozenset(
    """keras keras.layers keras.initializers keras.regularizers keras.constraints keras.dtype_policies
    keras.random keras.src.backend.random keras.src.random.seed_generator builtins
    keras.mixed_precision keras.models keras.src.models.functional keras.src.models.sequential
    keras.src.models.model keras.engine.functional keras.engine.sequential
    keras.src.engine.functional keras.src.engine.sequential
    keras.src.applications.convnext
    keras.optimizers keras.optimizers.schedules keras.losses keras.metrics""".split()
)
_NAMED_FUNCTIONS = frozenset(FUNCTIONS) | frozenset(
    "swish hard_swish log_softmax glu threshold sparse_plus sparsemax".split()
)
_MOST_NESTED = 40
_NAMES = frozenset(("class_name", "module", "registered_name"))
_LOOKED_AT = _NAMES | {"config"}


def check(description: dict[str, Any]) -> None:
    """Refuse a description that names anything unknown; `NetworkError` names it.

    >>> check({"class_name": "Lambda", "module": "keras.layers"})
    Traceback (most recent call last):
    convviz.network.model.errors.NetworkError: the network has a Lambda layer, which runs ...
    """
    name = description.get("class_name")
    if name not in MODELS:
        _layer(name)
        raise NetworkError("model", "the file describes a {layer!r}, not a network of layers", layer=name)
    _model(description, 0)


def _model(description: dict[str, Any], depth: int) -> None:
    """Look at a model, and at those that stand in it as layers."""
    if depth > DEEPEST:
        text = translatable("there are models in models to a depth of more than {most}")
        raise NetworkError("model", text, most=DEEPEST)
    _module(description)
    config = description.get("config")
    layers = config.get("layers") if isinstance(config, dict) else config
    if not isinstance(layers, list) or not all(isinstance(layer, dict) for layer in layers):
        raise NetworkError("model", "the file does not list the layers of its network")
    if isinstance(config, dict):
        _walk({key: value for key, value in config.items() if key != "layers"}, 0)
    if depth:
        _walk({key: value for key, value in description.items() if key not in _LOOKED_AT}, 0)
    for layer in layers:
        if layer.get("class_name") in MODELS:
            _model(layer, depth + 1)
        else:
            if layer.get("module") in _OPERATION_MODULES:
                _operation(layer)
            else:
                _layer(layer.get("class_name"))
                _module(layer)
            _walk({key: value for key, value in layer.items() if key not in _NAMES}, 0)


def _layer(name: Any) -> None:
    if name in ("Lambda", "TFOpLambda", "SlicingOpLambda"):
        text = "the network has a {layer} layer, which runs program code from the file; it is refused"
        raise NetworkError("lambda", text, layer=name)
    if name == "TFSMLayer":
        raise NetworkError("lambda", "the network loads program code from another place; it is refused")
    if name not in OURS | KERAS_ONLY:
        raise NetworkError("layer", "the layer {layer!r} is not one that ConvViz opens", layer=name)


def _operation(part: dict[str, Any]) -> None:
    name = part.get("class_name")
    if name not in _OPERATIONS:
        raise NetworkError("layer", "the operation {layer!r} is not one that ConvViz opens", layer=name)
    if part.get("registered_name") not in (None, name):
        raise NetworkError("custom", "{layer!r} is registered as custom code; it is refused", layer=name)


def _module(part: dict[str, Any]) -> None:
    module, registered = part.get("module"), part.get("registered_name")
    name = part.get("class_name")
    if module is not None and module not in _MODULES:
        raise NetworkError("custom", "{layer!r} comes from {module!r}, not from Keras; it is refused",
                           layer=name, module=module)  # fmt: skip
    if registered not in (None, name):
        raise NetworkError("custom", "{layer!r} is registered as {module!r}: custom code is refused",
                           layer=name, module=registered)  # fmt: skip


def _walk(value: Any, depth: int) -> None:
    if depth > _MOST_NESTED:
        raise NetworkError("model", "the description is nested too deeply")
    if isinstance(value, dict):
        if "class_name" in value:
            if str(value["class_name"]).startswith("Quantized"):
                raise NetworkError("quantized", "the network is quantized: its weights are whole numbers")
            if value["class_name"] not in _PARTS | OURS:
                text = "the description names {layer!r}, which is not known; it is refused"
                raise NetworkError("custom", text, layer=value["class_name"])
            _module(value)
        elif "module" in value or "registered_name" in value:
            text = "the description names {layer!r}; it is refused"
            raise NetworkError("custom", text, layer=value.get("module"))
        for key, entry in value.items():
            if key in ("activation", "recurrent_activation"):
                _function(entry)
            _walk(entry, depth + 1)
    elif isinstance(value, list):
        for entry in value:
            _walk(entry, depth + 1)


def _function(value: Any) -> None:
    if value is None or isinstance(value, dict):
        return  # a dictionary is checked as a part of its own
    if not isinstance(value, str) or value not in _NAMED_FUNCTIONS:
        raise NetworkError("function", "the activation function {function!r} is not known", function=value)
