"""Films as GIF, APNG, WebP or MP4, written picture by picture, so that length costs no memory.

The writers are our own because Pillow's keep every frame in memory until the file is complete.
"""

from __future__ import annotations

import errno
import importlib
import importlib.util
import os
import struct
import subprocess
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import GifImagePlugin, Image

from convviz.core.base.leftovers import TemporaryFolder

Pixels: TypeAlias = NDArray[np.uint8]
"""(height, width, 3) bytes."""

Timed: TypeAlias = tuple[Pixels, int]
"""A picture, and for how many milliseconds it is shown."""

STAYS = 1
"""GIF's disposal method: the next picture is painted over this one."""

EXACT = 176
"""So many of the commonest colours are kept as they are; the rest of the 256 are blends of all others."""

SIGNATURE = b"\x89PNG\r\n\x1a\n"
TRUE_COLOUR = 2
LEVEL = 6
RATE = 25
"""Pictures a second; every picture of a film is repeated as often as its time asks for."""


def palette_of(samples: Sequence[Pixels]) -> Palette:
    """256 colours for pictures like ``samples``.

    The commonest are exact, so that paper, cells and ink do not change their colour.

    >>> palette_of([np.full((2, 2, 3), 7, np.uint8)]).indexed(np.full((1, 1, 3), 9, np.uint8)).tolist()
    [[0]]
    """
    words, counts = np.unique(np.concatenate([_words(s).ravel() for s in samples]), return_counts=True)
    order = np.argsort(counts)[::-1]
    exact, others = words[order[:EXACT]], words[order[EXACT:]]
    colours = _channels(exact)
    if others.size:
        blended = Image.fromarray(_channels(others)[None]).quantize(256 - EXACT, Image.Quantize.MEDIANCUT)
        blends = np.array(blended.getpalette() or [], dtype=np.uint8).reshape(-1, 3)[: 256 - EXACT]
        colours = np.concatenate([colours, blends])
    return Palette(colours)


class Palette:
    """At most 256 colours, (n, 3) bytes, and for every other colour the nearest of them."""

    def __init__(self, colours: NDArray[np.uint8]) -> None:
        self.colours = colours
        self._known = np.full(1 << 24, -1, dtype=np.int16)

    def indexed(self, pixels: Pixels) -> NDArray[np.uint8]:
        """The number of the nearest colour for every pixel, (height, width)."""
        words = _words(pixels)
        numbers = self._known[words]
        missing = np.unique(words[numbers < 0])
        if missing.size:
            wanted, own = _channels(missing).astype(np.int32), self.colours.astype(np.int32)
            apart = (wanted * wanted).sum(axis=1)[:, None] - 2 * wanted @ own.T + (own * own).sum(axis=1)
            self._known[missing] = apart.argmin(axis=1)
            numbers = self._known[words]
        return numbers.astype(np.uint8)


def _words(pixels: Pixels) -> NDArray[np.uint32]:
    """Each pixel's bytes as one number, 0xRRGGBB."""
    wide: Any = pixels.astype(np.uint32)
    result: NDArray[np.uint32] = wide[..., 0] << 16 | wide[..., 1] << 8 | wide[..., 2]
    return result


def _channels(words: NDArray[np.uint32]) -> NDArray[np.uint8]:
    return np.stack([(words >> shift & 255).astype(np.uint8) for shift in (16, 8, 0)], axis=-1)


def write_gif(file: BinaryIO, frames: Iterable[Timed], palette: Palette) -> int:
    """Write ``frames`` to ``file`` and return how many there were; the film runs over and over.

    Only the rectangle that differs from the picture before is written (GIF89a, W3C). Times are
    rounded to hundredths of a second, of which viewers want two at least.
    """
    count = 0
    before: NDArray[np.uint8] | None = None
    for pixels, milliseconds in frames:
        now = palette.indexed(pixels)
        if before is None:
            file.write(_head(pixels.shape[1], pixels.shape[0], palette.colours.tobytes()))
        top, bottom, left, right = changed(before, now)
        part = Image.fromarray(np.ascontiguousarray(now[top:bottom, left:right]))
        duration = max(2, round(milliseconds / 10)) * 10
        for data in GifImagePlugin.getdata(part, (left, top), duration=duration, disposal=STAYS):
            file.write(data)
        before = now
        count += 1
    file.write(b";")
    return count


def changed(before: NDArray[Any] | None, now: NDArray[Any]) -> tuple[int, int, int, int]:
    """(top, bottom, left, right) of what differs between two pictures; one pixel where nothing does.

    >>> changed(np.zeros((4, 4)), np.eye(4)[[3, 1, 2, 3]] * [0, 1, 1, 0])
    (1, 3, 1, 3)
    """
    if before is None:
        return 0, now.shape[0], 0, now.shape[1]
    differs = before != now
    if differs.ndim == 3:
        differs = differs.any(axis=2)
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    if not rows.size:
        return 0, 1, 0, 1
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def _head(width: int, height: int, colours: bytes) -> bytes:
    """Signature, size, the shared palette, and endless repetition."""
    return (
        b"GIF89a"
        + struct.pack("<HHBBB", width, height, 0xF7, 0, 0)
        + colours.ljust(768, b"\0")
        + b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
    )


def write_apng(file: BinaryIO, frames: Iterable[Timed], count: int) -> int:
    """Write ``count`` pictures to ``file``; the film runs over and over.

    Only the rectangle that differs from the picture before is written (PNG, third edition, W3C,
    section 11.3.6). Where animations are unknown, the first picture is shown. ValueError if there
    are not just ``count`` of them.
    """
    number = sequence = 0
    before: Pixels | None = None
    for pixels, milliseconds in frames:
        height, width = pixels.shape[:2]
        if before is None:
            head = struct.pack(">IIBBBBB", width, height, 8, TRUE_COLOUR, 0, 0, 0)
            file.write(SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"acTL", struct.pack(">II", count, 0)))
        top, bottom, left, right = changed(before, pixels)
        place = (right - left, bottom - top, left, top)
        control = struct.pack(">IIIIIHHBB", sequence, *place, min(milliseconds, 65535), 1000, 0, 0)
        file.write(_chunk(b"fcTL", control))
        data = _packed(pixels[top:bottom, left:right])
        sequence += 1
        if before is None:
            file.write(_chunk(b"IDAT", data))
        else:
            file.write(_chunk(b"fdAT", struct.pack(">I", sequence) + data))
            sequence += 1
        before = pixels
        number += 1
    if number != count:
        raise ValueError(f"{number} pictures where {count} were announced")
    file.write(_chunk(b"IEND", b""))
    return number


def _packed(pixels: Pixels) -> bytes:
    """Each row as its difference from the row above (filter 2), compressed."""
    rows = pixels.reshape(pixels.shape[0], -1)
    differences = rows.copy()
    differences[1:] -= rows[:-1]
    kind = np.full((rows.shape[0], 1), 2, dtype=np.uint8)
    return zlib.compress(np.hstack([kind, differences]).tobytes(), LEVEL)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


class _Pictures(Image.Image):
    """Pictures that are made when they are asked for, as if they were one file with many frames."""

    def __init__(self, frames: Iterator[Pixels], count: int) -> None:
        super().__init__()
        self._frames = frames
        self._number = -1
        self.n_frames = count
        self.seek(0)

    def tell(self) -> int:
        return self._number

    def seek(self, frame: int) -> None:
        """Make the next picture; going back (as the encoder does at the end) keeps the last."""
        if frame <= self._number:
            return
        picture = Image.fromarray(next(self._frames))
        self.im, self._mode, self._size = picture.im, picture.mode, picture.size
        self._number = frame

    def load(self) -> None:
        """Nothing to load: `seek` has made the picture."""


def write_webp(file: BinaryIO, frames: Iterator[Pixels], milliseconds: Sequence[int]) -> int:
    """Write as many pictures as there are times to ``file``, without loss; it runs over and over."""
    pictures = _Pictures(frames, len(milliseconds))
    pictures.save(file, "WEBP", save_all=True, duration=list(milliseconds), loop=0, lossless=True, method=0)
    return len(milliseconds)


def encoder() -> str | None:
    """The path of the encoder, or None where there is none: ConvViz ships none."""
    if importlib.util.find_spec("imageio_ffmpeg") is None:
        return None
    try:
        return str(importlib.import_module("imageio_ffmpeg").get_ffmpeg_exe())
    except RuntimeError:
        return None


def write_mp4(file: BinaryIO, frames: Iterable[Timed], width: int, height: int) -> int:
    """Write ``frames`` (all ``width`` x ``height``, both even) to ``file`` as H.264.

    OSError where there is no encoder, or where it fails, with FFmpeg's own words. Times are rounded to
    40 milliseconds, and what is rounded off is made up for by the next picture.
    """
    program = encoder()
    if program is None:
        raise OSError("MP4 needs the package imageio-ffmpeg; .gif, .webp and .png need nothing more")
    with TemporaryFolder() as folder:
        path = os.path.join(folder, "film.mp4")
        try:
            count = _encode(program, frames, width, height, path)
        except OSError as error:
            error.filename = os.path.dirname(folder)  # it is not the film's own disk that is full
            raise
        with open(path, "rb") as made:
            while block := made.read(1 << 20):
                file.write(block)
    return count


def _encode(program: str, frames: Iterable[Timed], width: int, height: int, path: str) -> int:
    command = [
        program, "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}",
        "-r", str(RATE), "-i", "-", "-an", "-c:v", "libx264", "-crf", "16", "-pix_fmt", "yuv420p",
        "-movflags", "+faststart", "-y", path,
    ]  # fmt: skip
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stderr is not None
    count = shown = 0
    elapsed = 0.0
    try:
        for pixels, milliseconds in frames:
            elapsed += milliseconds
            repeats = max(1, round(elapsed * RATE / 1000) - shown)
            data = pixels.tobytes()
            for _ in range(repeats):
                process.stdin.write(data)
            shown += repeats
            count += 1
        _, complaint = process.communicate()
    except BrokenPipeError:  # it has ended already, and said why
        _, complaint = process.communicate()
        raise _encoder_error(complaint) from None
    except BaseException:
        process.kill()
        process.communicate()
        raise
    if process.returncode:
        raise _encoder_error(complaint)
    return count


def _encoder_error(complaint: bytes) -> OSError:
    """What FFmpeg said, on one line; a full disk is found in it.

    >>> _encoder_error(b"av_write_frame(): No space left on device\\n").errno == errno.ENOSPC
    True
    """
    text = " ".join(complaint.decode(errors="replace").split())
    full = os.strerror(errno.ENOSPC)
    return OSError(errno.ENOSPC, full) if full in text else OSError(text[:300] or "the encoder failed")
