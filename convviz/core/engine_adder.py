"""What both ways of adding up products have in common: where they read and where they write."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace

import numpy as np

from convviz.core.engine_blocks import room
from convviz.core.engine_job import Map
from convviz.core.engine_source import Region, Rows, Source

PARTIAL = 1 << 20
"""Bytes of what lies between the image and its sums: they are read again at once, from the cache."""

COPIED = 1 << 20
"""Bytes of a copied part of the image, for the same reason."""


class Adder(ABC):
    """Adds up the channels of one output map (or of one map a channel, their values side by side)."""

    def __init__(self, source: Source) -> None:
        self.source, self.job = source, source.job
        channels = len(source.channels)
        self.depth, self.planes = (channels, 1) if self.job.mode == "each" else (1, channels)
        self.step = self.job.size.columns.dilation * self.depth
        self.store = np.empty(0, self.job.dtype)

    @abstractmethod
    def _add(self, origin: Rows, sums: Map) -> None:
        """Write rows of sums (high, width times depth), whose first windows begin at ``origin``."""

    def fill(self, region: Region, target: Map) -> None:
        """Write the output cells of a region to ``target``."""
        rows = self.job.size.rows
        if region.direct:
            self._write(self.source.direct(region), target)
            return
        row_bytes = self.source.shape(region)[1] * len(self.source.channels) * self.job.dtype.itemsize
        high = max(max(COPIED // row_bytes, 2 * rows.effective_kernel) // rows.stride, 1)
        for first in range(0, len(target), high):
            part = target[first : first + high]
            top = region.first + first
            self._write(self._copied(replace(region, first=top, last=top + len(part))), part)

    def _write(self, origin: Rows, target: Map) -> None:
        high, width = target.shape[0], target.shape[1] * self.depth
        plain = target.strides[1] == self.depth * self.job.dtype.itemsize
        sums = target.reshape(high, width) if plain else np.empty((high, width), self.job.dtype)
        self._add(origin, sums)
        if not plain:
            target[...] = sums.reshape(target.shape)

    def _copied(self, region: Region) -> Rows:
        """A copy of what the windows cover: every row of the image, plane by plane."""
        height, width = self.source.shape(region)
        size = height * self.planes * width * self.depth
        self.store = room(self.store, size)
        store = self.store[:size].reshape(height, self.planes, width, self.depth)
        for plane in range(self.planes):
            first = self.source.channels.start + plane
            self.source.copy(region, store[:, plane], slice(first, first + self.depth))
        return Rows(self.store, 0, self.planes * width * self.depth)
