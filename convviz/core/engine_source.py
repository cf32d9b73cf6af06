"""Where the sums read from: rows of the padded image, out of the image itself or a copy of a part."""

from __future__ import annotations

from dataclasses import dataclass

from convviz.core.engine_copy import Run, fill_plane, inside
from convviz.core.engine_job import Job, Map


@dataclass(frozen=True)
class Region:
    """Output cells: rows ``first`` to ``last`` - 1, columns ``left`` to ``right`` - 1.

    Their windows are read from a copy, or ``direct`` from the image.
    """

    first: int
    last: int
    left: int
    right: int
    direct: bool = False


@dataclass(frozen=True)
class Rows:
    """Rows in memory: they begin ``pitch`` values apart, the first at value ``start`` of ``buffer``."""

    buffer: Map
    start: int
    pitch: int


class Source:
    """Finds, for output cells, the input cells below them. The columns have stride 1."""

    def __init__(self, job: Job, channels: slice) -> None:
        """For these channels: of several, every pixel's lie side by side."""
        self.job = job
        self.channels = range(job.image.shape[2])[channels]
        self.down, self.across = Run.along(job.rows), Run.along(job.columns)
        wanted = len(self.channels) == job.image.shape[2] and (job.mode == "each" or len(self.channels) == 1)
        readable = job.image.dtype == job.dtype and job.image.flags.c_contiguous and wanted
        rows, columns = inside(self.down, job.size.rows), (0, 0)
        if readable and rows[0] < rows[1]:
            columns = inside(self.across, job.size.columns)
        self.rows, self.columns = (rows, columns) if columns[0] < columns[1] else ((0, 0), (0, 0))

    def regions(self, first: int, last: int) -> list[Region]:
        """Cut output rows into what is read from the image itself, and what is above and below that."""
        width = self.job.size.columns.output
        top, bottom = (min(max(row, first), last) for row in self.rows)
        parts = [
            Region(first, top, 0, width),
            Region(top, bottom, *self.columns, direct=True),
            Region(bottom, last, 0, width),
        ]
        return [part for part in parts if part.first < part.last]

    def strips(self) -> list[Region]:
        """What is to the left and right of what can be read from the image itself."""
        (top, bottom), (left, right) = self.rows, self.columns
        parts = [(0, left), (right, self.job.size.columns.output)]
        return [Region(top, bottom, *part) for part in parts if top < bottom and part[0] < part[1]]

    def direct(self, region: Region) -> Rows:
        """The image, from where the first window of the region begins."""
        image = self.job.image
        top = int(self.job.rows[region.first * self.job.size.rows.stride])
        left = int(self.job.columns[region.left])
        pitch = image.shape[1] * image.shape[2]
        return Rows(image, top * pitch + left * image.shape[2], pitch)

    def shape(self, region: Region) -> tuple[int, int]:
        """How many rows and columns of the padded image the windows of a region cover."""
        rows, columns = self.job.size.rows, self.job.size.columns
        height = (region.last - region.first - 1) * rows.stride + rows.effective_kernel
        return height, region.right - region.left + columns.effective_kernel - 1

    def copy(self, region: Region, part: Map, channels: slice) -> None:
        """Fill ``part`` (height, width, channels) with what the windows of a region cover."""
        top = region.first * self.job.size.rows.stride
        height, width = part.shape[:2]
        down, across = self.down.part(top, height), self.across.part(region.left, width)
        fill_plane(part, self.job, channels, down, across)
