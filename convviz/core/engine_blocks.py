"""Matrix products of many equal blocks of memory, each too small for BLAS to wake threads of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from convviz.core.engine_job import Map

MOST_PRODUCTS = 1 << 18
"""Multiplications in one product of matrices. Beyond, OpenBLAS (interface/gemm.c) wakes threads of its
own and waits for all of them, on a busy computer for up to seconds."""

MOST_TERMS = 9 << 10
"""The same for the product of a vector and a matrix (interface/gemv.c)."""

Product: TypeAlias = tuple[Any, Map, Map, Map]
"""How and what a matrix is multiplied with, and where to: the last two for several bands."""

Pair: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class Matrices:
    """Bands of equal matrices in memory.

    Rows of a matrix lie ``pitch`` values apart, matrices ``apart``, bands ``band``.
    """

    buffer: Map
    start: int
    band: int
    apart: int
    pitch: int

    def view(self, count: Pair, blocks: int, rows: int, begin: int, size: int) -> Map:
        """``count`` (bands, matrices) of them, from column ``begin`` on cut into blocks of columns."""
        item = self.buffer.itemsize
        return np.ndarray(
            (*count, blocks, rows, size),
            self.buffer.dtype,
            self.buffer,
            (self.start + begin) * item,
            (self.band * item, self.apart * item, size * item, self.pitch * item, item),
        )


def products(factor: Map, given: Matrices, result: Matrices, count: Pair, length: int) -> list[Product]:
    """What multiplies bands of matrices of ``length`` columns by one from the left."""
    rows, inner = factor.shape
    most = (MOST_PRODUCTS if rows > 1 else MOST_TERMS) // (rows * inner)
    # A column times a row is no work for BLAS: NumPy's `matmul` takes a slow way, `multiply` does not.
    apply = np.matmul if inner > 1 else np.multiply
    found: list[Product] = []
    for begin, blocks, size in pieces(length, most):
        source = given.view(count, blocks, inner, begin, size)
        found.append((apply, factor, source, result.view(count, blocks, rows, begin, size)))
    return found


def pieces(length: int, most: int) -> list[tuple[int, int, int]]:
    """Cut a length into (start, how many, how long each) with no part longer than ``most``.

    >>> pieces(1000, 300)
    [(0, 4, 250)]
    >>> pieces(11, 4)
    [(0, 2, 4), (8, 1, 3)]
    """
    size = -(-length // -(-length // max(most, 1)))
    blocks = length // size
    found = [(0, blocks, size)]
    if length > blocks * size:
        found.append((blocks * size, 1, length - blocks * size))
    return found


def room(array: Map, size: int) -> Map:
    """The array, or a new one where it is too small."""
    return array if array.size >= size else np.empty(size, array.dtype)
