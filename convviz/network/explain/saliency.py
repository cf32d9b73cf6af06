"""Where does the network look? Three answers to the same question, none of them the whole truth."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from convviz.core.sums import layers
from convviz.network.compute.forward import Activations, at_once, checked, outputs
from convviz.network.compute.gradients import gradients
from convviz.network.explain.receptive_field import receptive_box
from convviz.network.model.layers import INPUT, Array
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell


def gradient_map(
    network: Network, acts: Activations, label: int, found: dict[int, Array] | None = None
) -> Array:
    """Which pixels would change the logit of a class most if they changed a little: (rows, columns).

    The largest absolute derivative over the channels (K. Simonyan, A. Vedaldi and A. Zisserman, "Deep
    inside convolutional networks", 2013). ``found`` are derivatives that are known already.
    """
    found = gradients(network, acts, label) if found is None else found
    return np.asarray(np.abs(found[INPUT]).max(axis=-1), np.float32)


def grad_cam(
    network: Network, acts: Activations, label: int, layer: int, found: dict[int, Array] | None = None
) -> Array:
    """Where a layer's maps raise a class: (rows, columns) of the layer, 0 where they do not.

    The maps are added up, each weighted with the mean of its derivatives, and negative sums are cut
    off (R. Selvaraju et al., "Grad-CAM", 2017). ValueError for a layer without rows and columns.
    """
    maps = acts.of(layer)
    if maps.ndim != 3:
        raise ValueError(f"the layer {network.layers[layer].name!r} has no rows and columns to look at")
    found = gradients(network, acts, label) if found is None else found
    if layer not in found:
        raise ValueError(f"the layer {network.layers[layer].name!r} does not lead to the answer")
    weights = found[layer].mean(axis=(0, 1))
    sums = layers.dense(maps.reshape(-1, maps.shape[2]), weights[:, None]).reshape(maps.shape[:2])
    return np.asarray(np.maximum(sums, 0), np.float32)


def on_picture(network: Network, layer: int, values: Array) -> Array:
    """Lay a map of a layer over the picture: every cell at the middle of what it sees, in between
    interpolated; (rows, columns) of the layer in, (rows, columns) of the picture out.
    """
    first = receptive_box(network, Cell(layer))
    last = receptive_box(network, Cell(layer, values.shape[0] - 1, values.shape[1] - 1))
    rows = np.linspace((first.top + first.bottom) / 2, (last.top + last.bottom) / 2, values.shape[0])
    columns = np.linspace((first.left + first.right) / 2, (last.left + last.right) / 2, values.shape[1])
    wide = np.stack([np.interp(np.arange(network.input_shape[1]), columns, line) for line in values])
    tall = [np.interp(np.arange(network.input_shape[0]), rows, wide[:, at]) for at in range(wide.shape[1])]
    return np.asarray(np.stack(tall, axis=1), np.float32)


def occlusion_map(
    network: Network,
    picture: NDArray[np.float32],
    label: int,
    size: int = 5,
    fill: float = 0.0,
    progress: Callable[[float], object] = lambda share: None,
    answers: Callable[[Array], Array] | None = None,
    together: int | None = None,
) -> Array:
    """How much covering each place lowers the probability of a class, (rows, columns).

    A square of ``size`` pixels, filled with ``fill``, is laid around every pixel in turn (M. Zeiler and
    R. Fergus, "Visualizing and understanding convolutional networks", 2014). ``progress`` gets the
    share that is done; what it raises ends the work. ``answers`` reads pictures (n, rows, columns,
    channels) where the network's own arithmetic cannot, ``together`` of them at a time.
    """
    read = partial(outputs, network) if answers is None else answers
    together = together or at_once(network)
    values = checked(network, picture)
    rows, columns = values.shape[:2]
    usual = float(read(values[None])[0, label])
    result = np.zeros((rows, columns), np.float32)
    for row in range(rows):
        covered = np.repeat(values[None], columns, axis=0)
        for column in range(columns):
            top, left = max(0, row - size // 2), max(0, column - size // 2)
            covered[column, top : row - size // 2 + size, left : column - size // 2 + size] = fill
        for start in range(0, columns, together):
            part = slice(start, min(columns, start + together))
            result[row, part] = usual - read(covered[part])[:, label]
            progress((row * columns + part.stop) / (rows * columns))
    return result
