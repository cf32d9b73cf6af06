"""Whole maps: blocks of rows, shared between two threads.

`numpy.matmul` multiplies many rows in one call, without the interpreter's lock, so two threads are
quicker than one and a window can go on meanwhile.
"""

from __future__ import annotations

import numpy as np

from convviz.core.engine_adder import COPIED, Adder
from convviz.core.engine_dense import Dense
from convviz.core.engine_job import Control, Finish, Job, Map
from convviz.core.engine_rank import factors
from convviz.core.engine_source import Region, Source
from convviz.core.engine_thin import WIDEST, Thin
from convviz.core.engine_threads import Work, share

SHARED = 8 << 20
"""Bytes of the output that a thread takes at a time: two threads on one large page of fresh memory wait
for each other."""

LEAST_SHARED = 256 << 10
"""Less is not worth a second thread."""

THICK = 49
"""Weights from which on a column and a row are quicker than all of them (measured)."""


def compute(job: Job, out: Map, finish: Finish, control: Control) -> None:
    """Fill ``out`` (modes "sum" and "each") block by block.

    The columns of the image between those that a stride takes are worked out too, and left behind:
    that is quicker than picking the values that are needed first, one by one.
    """
    step = job.size.columns.stride
    dense = job.dense()
    groups = _groups(job)
    sources = [Source(dense, channels) for channels in groups]
    sides = [Side(source) for source in sources]
    depth = len(sources[0].channels) if job.mode == "each" else 1
    wide = dense.size.columns.output * depth

    def make() -> Work:
        sums = [adder(source) for source in sources]

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


def adder(source: Source) -> Adder:
    """Choose how the products for some channels are added up."""
    kernel = source.job.weights[:, :, source.channels.start]
    kh, kw = kernel.shape
    if (kh == 1 or kh * kw >= THICK) and (source.job.mode == "each" or len(source.channels) == 1):
        pair = factors(kernel)
        if pair is not None:
            thin = Thin(source, *pair)
            if thin.reach <= WIDEST:
                return thin
    return Dense(source)


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

    def __init__(self, source: Source) -> None:
        self.strips: list[tuple[Region, Map]] = []
        regions = source.strips()
        if not regions:
            return
        channels = slice(source.channels.start, source.channels.stop)
        adds = adder(Source(source.job.turned().dense(), channels))
        depth = (adds.depth,) if adds.depth > 1 else ()
        step = source.job.size.rows.stride
        with np.errstate(all="ignore"):
            for region in regions:
                first, last = region.first * step, (region.last - 1) * step + 1
                width = region.right - region.left
                cells = np.empty((last - first, width, *depth), source.job.dtype)
                adds.fill(Region(region.left, region.right, first, last), cells.swapaxes(0, 1))
                self.strips.append((region, cells[::step]))

    def copy(self, first: int, target: Map) -> None:
        """Bring the cells in rows of the map to these, of which the first is row ``first``."""
        for region, cells in self.strips:
            top, bottom = max(first, region.first), min(first + len(target), region.last)
            if top < bottom:
                part = cells[top - region.first : bottom - region.first]
                target[top - first : bottom - first, region.left : region.right] = part
