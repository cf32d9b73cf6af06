"""The three networks of the tutorials, and the ways they are trained.

Plain data: the same descriptions build a network for training, say what a bundled file has to hold,
and fill the table in the README. Nothing is imported here that takes time.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class LayerPlan:
    """One layer of a network that is about to be built: its kind and its few numbers.

    ``kind`` is ``conv``, ``pool``, ``flatten`` or ``dense``; ``units`` are filters or neurons.
    """

    name: str
    kind: str
    units: int = 0
    size: int = 0
    padding: str = "valid"
    activation: str = "linear"


@dataclass(frozen=True)
class Recipe:
    """How a network is trained. ``dropout`` maps a layer to the share of its inputs switched off.

    ``strength`` is how much the digits are varied: every digit draws its share between the two
    numbers (0: not at all). ``smoothing`` is what the wanted probabilities give up of 1, ``average``
    how slowly the average of the weights, which is what is kept, follows them. ``held_out`` training
    images choose the best epoch; with none of them the last epoch is kept.
    """

    optimizer: str
    rate: float
    batch: int
    epochs: int
    strength: tuple[float, float] = (0.0, 0.0)
    dropout: dict[str, float] = field(default_factory=dict)
    smoothing: float = 0.0
    average: float = 0.0
    held_out: int = 0
    cosine: bool = False


@dataclass(frozen=True)
class Architecture:
    """A network of the tutorials: its layers, its size, what its tutorial promises, its recipes."""

    key: str
    title: str
    layers: tuple[LayerPlan, ...]
    parameters: int
    claim: str
    tutorial: Recipe
    best: Recipe

    def recipe(self, name: str) -> Recipe:
        """Find a recipe by name: ``tutorial`` or ``best``. Raises ValueError for another name.

        >>> ARCHITECTURES["mlp"].recipe("tutorial").optimizer
        'sgd'
        """
        if name not in RECIPES:
            raise ValueError(f"there is no recipe {name!r}: there are {', '.join(RECIPES)}")
        return self.best if name == "best" else self.tutorial


RECIPES = ("tutorial", "best")


def _conv(name: str, units: int, size: int, padding: str = "valid") -> LayerPlan:
    return LayerPlan(name, "conv", units, size, padding, "relu")


def _pool(name: str, padding: str = "valid") -> LayerPlan:
    return LayerPlan(name, "pool", size=2, padding=padding)


def _dense(name: str, units: int, activation: str = "relu") -> LayerPlan:
    return LayerPlan(name, "dense", units, activation=activation)


_FLATTEN = LayerPlan("flatten", "flatten")


def _best(
    epochs: int,
    rate: float,
    strength: tuple[float, float],
    smoothing: float,
    dropout: dict[str, float],
    average: float = 0.998,
) -> Recipe:
    return Recipe(
        "adam", rate, 128, epochs, strength, dropout,
        smoothing, average, held_out=5000, cosine=True,
    )  # fmt: skip


_MLP = Architecture(
    key="mlp",
    title="MLP",
    layers=(
        _FLATTEN,
        _dense("dense1", 256),
        _dense("dense2", 256),
        _dense("dense3", 256),
        _dense("dense4", 10, "softmax"),
    ),  # fmt: skip
    parameters=335_114,
    claim="none given",
    tutorial=Recipe("sgd", 0.05, 256, 10),
    best=_best(60, 2e-3, (0.0, 0.5), 0.0, {"dense2": 0.1, "dense3": 0.1, "dense4": 0.1}),
)

_LENET = Architecture(
    key="lenet",
    title="LeNet-style CNN",
    layers=(
        _conv("conv1", 32, 5, "same"),
        _pool("pool1", "same"),
        _conv("conv2", 64, 5, "same"),
        _pool("pool2", "same"),
        _FLATTEN,
        _dense("dense1", 1024),
        _dense("dense2", 10, "softmax"),
    ),  # fmt: skip
    parameters=3_274_634,
    claim="0.9265, 0.9559, 0.9750 after 1, 2, 6 epochs",
    tutorial=Recipe("adam", 1e-4, 64, 6),
    best=_best(20, 1e-3, (0.0, 1.0), 0.02, {"dense1": 0.3, "dense2": 0.5}),
)

_CONVNET = Architecture(
    key="convnet",
    title="Small ConvNet",
    layers=(
        _conv("conv1", 32, 3),
        _pool("pool1"),
        _conv("conv2", 64, 3),
        _pool("pool2"),
        _conv("conv3", 128, 3),
        _FLATTEN,
        _dense("dense", 10, "softmax"),
    ),  # fmt: skip
    parameters=104_202,
    claim="0.992 after 5 epochs",
    tutorial=Recipe("rmsprop", 1e-3, 64, 5),
    best=_best(60, 3e-3, (0.25, 0.75), 0.02, {"dense": 0.4}, average=0.999),
)

ARCHITECTURES = {one.key: one for one in (_MLP, _LENET, _CONVNET)}


def architecture(key: str) -> Architecture:
    """Find a network of the tutorials: ``mlp``, ``lenet`` or ``convnet``.

    Raises ValueError, which lists the names there are.

    >>> architecture("convnet").parameters
    104202
    """
    if key not in ARCHITECTURES:
        raise ValueError(f"there is no network {key!r}: there are {', '.join(ARCHITECTURES)}")
    return ARCHITECTURES[key]
