"""What is said of the networks that can be trained, and of the ways to train them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from convviz.network.model.recipes import Architecture
from convviz.network.training.run import Request

OPTIMIZERS = {"sgd": "SGD", "adam": "Adam", "rmsprop": "RMSprop"}


def about_network(plan: Architecture) -> str:
    """What a network is made of, in one sentence."""
    texts = {
        "mlp": QCoreApplication.translate(
            "Network", "Dense layers only, no convolution: {parameters} parameters."
        ),
        "lenet": QCoreApplication.translate(
            "Network", "Two convolutions with pooling and two dense layers: {parameters} parameters."
        ),
        "convnet": QCoreApplication.translate(
            "Network", "Three convolutions, two poolings and one dense layer: {parameters} parameters."
        ),
    }
    return texts[plan.key].format(parameters=f"{plan.parameters:,}")


def about_recipe(request: Request) -> str:
    """What a recipe does, in one sentence."""
    recipe = request.settings
    if request.recipe == "tutorial":
        text = QCoreApplication.translate(
            "Network",
            "As its tutorial trains it: {optimizer}, batches of {batch}, the digits as they are; "
            "the last epoch is kept.",
        )
    else:
        text = QCoreApplication.translate(
            "Network",
            "As well as ConvViz can: {optimizer}, batches of {batch}, digits turned, moved and stretched; "
            "{held_out} digits held out choose the epoch.",
        )
    return text.format(
        optimizer=OPTIMIZERS[recipe.optimizer], batch=recipe.batch, held_out=f"{recipe.held_out:,}"
    )
