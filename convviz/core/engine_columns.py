"""Sums of products column by column of the kernel, as matrix products on blocks of rows.

A column of the kernel times the image rows below it is a vector times a matrix; all its columns at
once are a small matrix times that matrix. Each gives what it adds to the output cells, lying as many
cells too far to the right as the column lies in the kernel. A product with ones adds these up: its
rows begin a row and that bit apart in memory. `numpy.matmul` does either for many rows in one call,
without the interpreter's lock, so two threads share the rows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from convviz.core.engine_job import Control, Finish, Job, Map
from convviz.core.engine_source import Region, Rows, Source
from convviz.core.engine_threads import Work, share

PARTIAL = 1 << 20
"""Bytes of partial sums at a time: they are read again at once, from a second-level cache."""

COPIED = 1 << 20
"""Bytes of a copied part of the image, for the same reason."""

SHARED = 8 << 20
"""Bytes of the output that a thread takes at a time: two threads on one large page of fresh memory wait
for each other."""

LEAST_SHARED = 256 << 10
"""Less is not worth a second thread."""

MOST_PRODUCTS = 1 << 18
"""Multiplications in one product of matrices. Beyond, OpenBLAS (interface/gemm.c) wakes threads of its
own and waits for all of them, on a busy computer for up to seconds."""

MOST_TERMS = 9 << 10
"""The same for the product of a vector and a matrix (interface/gemv.c)."""

Product: TypeAlias = tuple[Any, Map, Map, Map]
"""How and what a matrix is multiplied with, and where to: the last two for several bands."""

Pair: TypeAlias = tuple[int, int]
Factors: TypeAlias = list[tuple[NDArray[np.float64], NDArray[np.float64]]]


def compute(job: Job, out: Map, finish: Finish, control: Control, factors: Factors | None = None) -> None:
    """Fill ``out`` (modes "sum" and "each") block by block.

    With ``factors``, a column (kh, r) and a row (r, kw) matrix for each channel whose product is its
    kernel, the columns of the first are applied and their sums mixed by the second.

    The columns of the image between those that a stride takes are worked out too, and left behind:
    that is quicker than picking the values that are needed first, one by one.
    """
    step = job.size.columns.stride
    dense = job.dense()
    groups = _groups(job)
    sources = [Source(dense, channels) for channels in groups]
    sides = [Side(source, factors) for source in sources]
    depth = len(sources[0].channels) if job.mode == "each" else 1
    wide = dense.size.columns.output * depth

    def make() -> Work:
        sums = [Sums(source, factors) for source in sources]

        def work(first: int, last: int) -> None:
            for one, side, channels in zip(sums, sides, groups, strict=True):
                target = out[first:last] if len(groups) == 1 else out[first:last, :, channels.start]
                values = target
                if step > 1:
                    values = np.empty((last - first, wide // depth, *target.shape[2:]), job.dtype)
                for region in one.source.regions(first, last):
                    there = slice(region.first - first, region.last - first)
                    one.fill(region, values[there, region.left : region.right])
                side.copy(first, values)
                if step > 1:
                    target[...] = values[:, ::step][:, : target.shape[1]]
            finish(first, last)

        return work

    total = job.size.rows.output * wide * job.dtype.itemsize
    shares = max(total // (SHARED if step == 1 else COPIED), min(total // LEAST_SHARED, 8), 1)
    share(job.size.rows.output, -(-job.size.rows.output // shares), make, control)


def _groups(job: Job) -> list[slice]:
    """Channels that are computed together: for one map, or for a map each with the same weights."""
    channels = job.image.shape[2]
    if job.mode == "sum" or (job.weights == job.weights[:, :, :1]).all():
        return [slice(0, channels)]
    return [slice(channel, channel + 1) for channel in range(channels)]


class Side:
    """Output cells at the left and right edge of one map, where the windows reach over it.

    As rows these narrow strips would be a call each; lying on their side they are a few. They are
    computed at once and copied to the map with the rows they belong to.
    """

    def __init__(self, source: Source, factors: Factors | None) -> None:
        turned = factors and [(row.T, column.T) for column, row in factors]
        channels = slice(source.channels.start, source.channels.stop)
        sums = Sums(Source(source.job.turned().dense(), channels), turned)
        depth = (sums.depth,) if sums.depth > 1 else ()
        step = source.job.size.rows.stride
        self.strips: list[tuple[Region, Map]] = []
        with np.errstate(all="ignore"):
            for region in source.strips():
                first, last = region.first * step, (region.last - 1) * step + 1
                width = region.right - region.left
                cells = np.empty((last - first, width, *depth), source.job.dtype)
                sums.fill(Region(region.left, region.right, first, last), cells.swapaxes(0, 1))
                self.strips.append((region, cells[::step]))

    def copy(self, first: int, target: Map) -> None:
        """Bring the cells in rows of the map to these, of which the first is row ``first``."""
        for region, cells in self.strips:
            top, bottom = max(first, region.first), min(first + len(target), region.last)
            if top < bottom:
                part = cells[top - region.first : bottom - region.first]
                target[top - first : bottom - first, region.left : region.right] = part


@dataclass(frozen=True)
class Slab:
    """Matrices that are applied in turn to rows ``pitch`` apart from value ``start`` of every copied row on.

    The last gives one row for every column of the kernel.
    """

    start: int
    pitch: int
    matrices: list[Map]


class Sums:
    """Adds up the channels of one output map (or of one map a channel, their values side by side)."""

    def __init__(self, source: Source, factors: Factors | None) -> None:
        self.source, self.job = source, source.job
        self.together = self.job.mode == "each"
        self.depth = len(source.channels) if self.together else 1
        self.planes = 1 if self.together else len(source.channels)
        self.factors = factors
        self.columns = self.job.size.columns.kernel
        stacked = self.planes == 1 or (factors is None and self.job.size.rows.dilation == 1)
        self.partials = self.columns * (1 if stacked else self.planes)
        self.stacked = stacked
        self.ones = np.ones(self.partials, self.job.dtype)
        self.store, self.partial, self.mixed = (np.empty(0, self.job.dtype) for _ in range(3))

    def fill(self, region: Region, target: Map) -> None:
        """Write the output cells of a region to ``target``."""
        rows = self.job.size.rows
        if region.direct:
            self._fill(region, self.source.direct(region), target)
            return
        row_bytes = self.source.shape(region)[1] * len(self.source.channels) * self.job.dtype.itemsize
        high = max(max(COPIED // row_bytes, 2 * rows.effective_kernel) // rows.stride, 1)
        for first in range(0, len(target), high):
            part = target[first : first + high]
            band = replace(region, first=region.first + first, last=region.first + first + len(part))
            self._fill(band, self._copied(band), part)

    def _copied(self, region: Region) -> Rows:
        """A copy of what the windows cover: every row of the image, plane by plane."""
        height, width = self.source.shape(region)
        self.store = _room(self.store, height * self.planes * width * self.depth)
        used = self.store[: height * self.planes * width * self.depth]
        store = used.reshape(height, self.planes, width, self.depth)
        for plane in range(self.planes):
            first = self.source.channels.start + plane
            self.source.copy(region, store[:, plane], slice(first, first + self.depth))
        return Rows(self.store, 0, self.planes * width * self.depth)

    def _slabs(self, origin: Rows) -> list[Slab]:
        rows, weights = self.job.size.rows, self.job.weights[:, :, self.source.channels.start :]
        between = origin.pitch // self.planes
        if self.stacked and self.factors is None:
            kernel = weights[:, :, : self.planes].transpose(1, 0, 2).reshape(self.columns, -1)
            return [Slab(0, rows.dilation * between, [self._matrix(kernel)])]
        slabs = []
        for plane in range(self.planes):
            chain = [weights[:, :, plane].T]
            if self.factors is not None:
                column, row = self.factors[self.source.channels.start + plane]
                chain = [column.T, row.T]
            slabs.append(
                Slab(plane * between, rows.dilation * origin.pitch, [self._matrix(m) for m in chain])
            )
        return slabs

    def _matrix(self, values: Map) -> Map:
        return np.ascontiguousarray(values, self.job.dtype)

    def _fill(self, region: Region, origin: Rows, target: Map) -> None:
        high, width = len(target), (region.right - region.left) * self.depth
        pitch = width + self.columns * self.job.size.columns.dilation * self.depth
        rows = max(PARTIAL // (self.partials * pitch * self.job.dtype.itemsize), 1)
        self.partial = _room(self.partial, min(rows, high) * self.partials * pitch)
        plain = target.strides[1] == self.depth * self.job.dtype.itemsize
        sums = target.reshape(high, width) if plain else np.empty((high, width), self.job.dtype)
        slabs = self._slabs(origin)
        for first, bands, each in pieces(high, rows):
            products = [
                product
                for number, slab in enumerate(slabs)
                for product in self._products(number, slab, origin, first, (bands, each), width, pitch)
            ]
            products += self._total(sums[first : first + bands * each], (bands, each), width, pitch)
            for band in range(bands):
                for apply, factor, given, result in products:
                    apply(factor, given[band], out=result[band])
        if not plain:
            target[...] = sums.reshape(target.shape)

    def _products(
        self, number: int, slab: Slab, origin: Rows, row: int, count: Pair, width: int, pitch: int
    ) -> list[Product]:
        """What puts the shares of one slab into their place among the partial sums."""
        step = self.job.size.columns.dilation * self.depth
        length = width + (self.columns - 1) * step
        apart = self.job.size.rows.stride * origin.pitch
        start = origin.start + row * apart + slab.start
        given = Matrices(origin.buffer, start, count[1] * apart, apart, slab.pitch)
        before = number * self.columns * pitch
        last = Matrices(self.partial, before, 0, self.partials * pitch, pitch - step)
        *first, matrix = slab.matrices
        found: list[Product] = []
        for factor in first:
            self.mixed = _room(self.mixed, count[1] * len(factor) * length)
            between = Matrices(self.mixed, 0, 0, len(factor) * length, length)
            found += products(factor, given, between, count, length)
            given = between
        return found + products(matrix, given, last, count, length)

    def _total(self, sums: Map, count: Pair, width: int, pitch: int) -> list[Product]:
        """What adds up the partial sums."""
        given = Matrices(self.partial, 0, 0, self.partials * pitch, pitch)
        found: list[Product] = []
        for begin, blocks, size in pieces(width, MOST_TERMS // self.partials):
            part = sums[:, begin : begin + blocks * size].reshape(*count, blocks, size)
            found.append((np.matmul, self.ones, given.view(count, blocks, self.partials, begin, size), part))
        return found


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


def _room(array: Map, size: int) -> Map:
    """The array, or a new one where it is too small."""
    return array if array.size >= size else np.empty(size, array.dtype)
