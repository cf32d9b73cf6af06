"""The stages by name, the same wherever one is named: on its card, in a menu, in an explanation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from convviz.core.sizes.settings import Settings
from convviz.views.base.numbers import TIMES


def stage_name(stage: str) -> str:
    """A stage's name as its card's title has it, in the language of the moment."""
    return {
        "input": QCoreApplication.translate("Lab", "Input"),
        "convolution": QCoreApplication.translate("Lab", "Convolution"),
        "activation": QCoreApplication.translate("Lab", "Activation"),
        "pooling": QCoreApplication.translate("Lab", "Pooling"),
    }[stage]


def activation_name(name: str) -> str:
    """An activation function's name, in the language of the moment."""
    return {
        "none": QCoreApplication.translate("Lab", "none"),
        "relu": QCoreApplication.translate("Lab", "ReLU"),
        "leaky_relu": QCoreApplication.translate("Lab", "leaky ReLU"),
        "sigmoid": QCoreApplication.translate("Lab", "sigmoid"),
        "tanh": QCoreApplication.translate("Lab", "tanh"),
        "absolute": QCoreApplication.translate("Lab", "absolute"),
    }.get(name, name)


def pool_name(settings: Settings) -> str:
    """Kind and window of the pooling, e.g. "max 2×2"."""
    size = TIMES.join(str(n) for n in settings.pool.size)
    if settings.pool.kind == "max":
        return QCoreApplication.translate("Lab", "max {size}").format(size=size)
    return QCoreApplication.translate("Lab", "average {size}").format(size=size)
