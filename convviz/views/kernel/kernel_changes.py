"""What the tools do to a kernel, and how text from the clipboard becomes one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.library import LIBRARY

_TOOLS: dict[str, Callable[[Kernel], Kernel]] = {
    "rotate": Kernel.rotated,
    "mirror": Kernel.mirrored,
    "flip": Kernel.flipped,
    "transpose": Kernel.transposed,
    "negate": Kernel.negated,
    "normalise": Kernel.normalised,
}


def changed_by(tool: str, kernel: Kernel, rng: np.random.Generator) -> Kernel:
    """The kernel after one of the tools: "rotate", "mirror", ..., "random"."""
    if tool == "random":
        channels = kernel.channels if kernel.has_channels else None
        return Kernel.random(kernel.rows, kernel.columns, rng, channels)
    return _TOOLS[tool](kernel)


def pasted(text: str, kernel: Kernel, cell: tuple[int, int], channel: int) -> Kernel:
    """The kernel after pasting ``text``; ValueError says what is wrong with it.

    A single number goes into ``cell``; weights of the same size into the plane that is shown, where
    channels have their own; anything else becomes the whole kernel.
    """
    new = Kernel.from_text(text)
    if new.taps == 1 and kernel.taps > 1:
        return kernel.with_weight(*cell, float(new.weights.flat[0]), channel)
    if kernel.has_channels and not new.has_channels:
        if new.size == kernel.size:
            weights = kernel.weights.copy()
            weights[:, :, channel] = new.weights
            return Kernel(weights, kernel.divisor)
        return new.for_channels(kernel.channels)
    return new


def library_key(kernel: Kernel) -> str:
    """The key of the library kernel that ``kernel`` is or equals, "" for one of the person's own."""
    if kernel.name in LIBRARY:
        return kernel.name
    return _KEYS.get(_numbers(kernel), "")


def _numbers(kernel: Kernel) -> tuple[float, tuple[int, ...], bytes]:
    return kernel.divisor, kernel.weights.shape, (kernel.weights + 0.0).tobytes()  # 0.0: no minus zero


_KEYS = {_numbers(entry.kernel): key for key, entry in reversed(list(LIBRARY.items()))}
