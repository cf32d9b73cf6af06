"""The well-known kernels by name. Their descriptions, which are translated, are in the views."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike, NDArray

from convviz.core.kernels.kernel import Kernel


@dataclass(frozen=True)
class LibraryKernel:
    """One entry of the library: its key, which is also the kernel's name, and the kernel."""

    key: str
    kernel: Kernel


_EDGE = [[1, 0, -1], [1, 0, -1], [1, 0, -1]]
_SOBEL = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
_SCHARR = [[3, 0, -3], [10, 0, -10], [3, 0, -3]]
_BINOMIAL = np.outer([1, 4, 6, 4, 1], [1, 4, 6, 4, 1])
_LOG = [[0, 0, 1, 0, 0], [0, 1, 2, 1, 0], [1, 2, -16, 2, 1], [0, 1, 2, 1, 0], [0, 0, 1, 0, 0]]


def _unsharp() -> NDArray[np.int_]:
    """Twice the picture minus its blur: 2 * identity - gaussian5, in 256ths."""
    weights = -_BINOMIAL
    weights[2, 2] += 512
    return weights


def _gabor(size: int = 7, sigma: float = 1.6, wavelength: float = 4.5) -> NDArray[np.float64]:
    """A Gabor filter for stripes that rise to the right: a wave times a Gaussian, in hundredths; sum 0.

    exp(-(u^2 + v^2) / (2 sigma^2)) * cos(2 pi u / wavelength), u across the stripes
    (J. G. Daugman, "Uncertainty relation for resolution in space ...", J. Opt. Soc. Am. A 2, 1985).
    """
    y, x = np.mgrid[:size, :size] - size // 2
    across = (x + y) / np.sqrt(2)
    bell = np.exp(-(x**2 + y**2) / (2 * sigma**2))
    wave = bell * np.cos(2 * np.pi * across / wavelength)
    weights: NDArray[np.float64] = np.round(100 * (wave - bell * wave.sum() / bell.sum()))
    weights[size // 2, size // 2] -= weights.sum()  # what rounding left
    return weights


def _entries() -> Iterator[tuple[str, ArrayLike, float]]:
    """Key, weights, divisor; in the order in which the library is shown."""
    yield "identity", [[0, 0, 0], [0, 1, 0], [0, 0, 0]], 1
    yield "box", np.ones((3, 3)), 9
    yield "gaussian", [[1, 2, 1], [2, 4, 2], [1, 2, 1]], 16
    yield "gaussian5", _BINOMIAL, 256
    yield "sharpen", [[0, -1, 0], [-1, 5, -1], [0, -1, 0]], 1
    yield "unsharp", _unsharp(), 256
    yield "edge_vertical", _EDGE, 1
    yield "edge_horizontal", np.transpose(_EDGE), 1
    yield "sobel_vertical", _SOBEL, 1
    yield "sobel_horizontal", np.transpose(_SOBEL), 1
    yield "prewitt_vertical", _EDGE, 1
    yield "prewitt_horizontal", np.transpose(_EDGE), 1
    yield "scharr_vertical", _SCHARR, 1
    yield "scharr_horizontal", np.transpose(_SCHARR), 1
    yield "laplacian", [[0, 1, 0], [1, -4, 1], [0, 1, 0]], 1
    yield "laplacian8", [[1, 1, 1], [1, -8, 1], [1, 1, 1]], 1
    yield "log", _LOG, 1
    yield "emboss", [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]], 1
    yield "motion_blur", np.ones((1, 9)), 9
    yield "gabor", _gabor(), 100
    yield "diagonal", [[1, -1, -1], [-1, 1, -1], [-1, -1, 1]], 1
    yield "anti_diagonal", [[-1, -1, 1], [-1, 1, -1], [1, -1, -1]], 1
    yield "small_x", [[1, -1, 1], [-1, 1, -1], [1, -1, 1]], 1


LIBRARY: Mapping[str, LibraryKernel] = MappingProxyType(
    {key: LibraryKernel(key, Kernel(weights, divisor, key)) for key, weights, divisor in _entries()}
)
"""Every kernel of the library by its key, in the order in which they are shown."""


def library(key: str) -> Kernel:
    """Take a kernel from the library by its key; ValueError lists the keys there are.

    >>> library("sobel_vertical").weights[1].tolist()
    [2.0, 0.0, -2.0]
    """
    if key not in LIBRARY:
        raise ValueError(f"there is no kernel {key!r}; there are {', '.join(LIBRARY)}")
    return LIBRARY[key].kernel
