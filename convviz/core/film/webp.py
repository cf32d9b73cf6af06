"""Writing an animated WebP picture by picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from PIL import Image

from convviz.core.film.gif import Pixels


class _Pictures(Image.Image):
    """Pictures that are made when they are asked for, in the dress of one file with many frames."""

    def __init__(self, frames: Iterator[Pixels], count: int) -> None:
        super().__init__()
        self._frames = frames
        self._number = -1
        self.n_frames = count
        self.seek(0)

    def tell(self) -> int:
        return self._number

    def seek(self, frame: int) -> None:
        """Make the next picture; going back (which the encoder does when it is done) keeps the last."""
        if frame <= self._number:
            return
        picture = Image.fromarray(next(self._frames))
        self.im, self._mode, self._size = picture.im, picture.mode, picture.size
        self._number = frame

    def load(self) -> None:
        """Nothing to load: the picture is there."""


def write_webp(file: BinaryIO, frames: Iterator[Pixels], milliseconds: Sequence[int]) -> int:
    """Write as many pictures as there are times to ``file``, without loss; it runs over and over."""
    pictures = _Pictures(frames, len(milliseconds))
    pictures.save(file, "WEBP", save_all=True, duration=list(milliseconds), loop=0, lossless=True, method=0)
    return len(milliseconds)
