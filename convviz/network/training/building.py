"""From a plan to a Keras network, with dropout for training and without for keeping.

Keras is imported inside the functions only.
"""

from __future__ import annotations

from typing import Any

from convviz.network.model.recipes import Architecture, LayerPlan

SIDE = 28
DIGITS = 10


def build(plan: Architecture, dropout: dict[str, float] | None = None) -> Any:
    """Build an untrained ``keras.Sequential`` with exactly the layers of the plan.

    ``dropout`` maps a layer to the share of its inputs that is switched off while it is trained;
    dropout has no weights, so that weights can be moved between the two versions.
    """
    import keras

    network = keras.Sequential([keras.Input((SIDE, SIDE, 1), name="digit")], name=plan.key)
    for layer in plan.layers:
        if dropout and layer.name in dropout:
            network.add(keras.layers.Dropout(dropout[layer.name]))
        network.add(_layer(layer))
    if network.count_params() != plan.parameters:
        raise ValueError(f"{network.count_params()} parameters where {plan.parameters} are planned")
    return network


def _layer(layer: LayerPlan) -> Any:
    import keras

    if layer.kind == "conv":
        return keras.layers.Conv2D(
            layer.units, layer.size, padding=layer.padding, activation=layer.activation, name=layer.name
        )
    if layer.kind == "pool":
        return keras.layers.MaxPooling2D(layer.size, padding=layer.padding, name=layer.name)
    if layer.kind == "flatten":
        return keras.layers.Flatten(name=layer.name)
    return keras.layers.Dense(layer.units, activation=layer.activation, name=layer.name)
