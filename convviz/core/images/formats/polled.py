"""A file that is read in pieces, and can be given up between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from convviz.core.images.arrays import ReadCancelled


class PolledFile:
    """A file that checks for cancellation before every read, and tells ``progress`` how far in it that is."""

    def __init__(
        self,
        file: IO[bytes],
        cancelled: Callable[[], bool] | None,
        progress: Callable[[float], object] | None = None,
    ) -> None:
        self._file = file
        self._progress = progress
        self._whole = 0 if progress is None else self.size()
        self._cancelled = cancelled

    def is_cancelled(self) -> bool:
        """Whether the picture is no longer wanted."""
        return self._cancelled is not None and self._cancelled()

    def poll(self) -> None:
        """Raise `ReadCancelled` if the picture is no longer wanted."""
        if self.is_cancelled():
            raise ReadCancelled

    def read(self, size: int = -1) -> bytes:
        self.poll()
        if self._progress is not None and self._whole:
            self._progress(min(1.0, self._file.tell() / self._whole))
        return self._file.read(size)

    def readline(self, size: int = -1) -> bytes:
        return self._file.readline(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        """Archives ask for it."""
        return True

    def size(self) -> int:
        """How many bytes the file has; the position stays."""
        here = self._file.tell()
        end = self._file.seek(0, 2)
        self._file.seek(here)
        return end

    def part(self, start: int, length: int) -> bytes:
        """At most ``length`` bytes from ``start`` on; none from before the beginning."""
        self.seek(max(0, start))
        return self.read(max(0, length))
