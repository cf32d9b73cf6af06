"""Writing a film as MP4, where the encoder of the package imageio-ffmpeg is installed."""

from __future__ import annotations

import importlib
import importlib.util
import os
import subprocess
import tempfile
from collections.abc import Iterable
from typing import BinaryIO

from convviz.core.film.gif import Timed

RATE = 25
"""Pictures a second; every picture of a film is repeated as often as its time asks for."""


def encoder() -> str | None:
    """The path of the encoder, or None where there is none; ConvViz brings none along."""
    if importlib.util.find_spec("imageio_ffmpeg") is None:
        return None
    try:
        return str(importlib.import_module("imageio_ffmpeg").get_ffmpeg_exe())
    except RuntimeError:
        return None


def write_mp4(file: BinaryIO, frames: Iterable[Timed], width: int, height: int) -> int:
    """Write ``frames`` (all ``width`` x ``height``, both even) to ``file`` as H.264.

    OSError where there is no encoder, or where it fails. Times are rounded to 40 milliseconds, and
    what is rounded off is made up for by the next picture.
    """
    program = encoder()
    if program is None:
        raise OSError("MP4 needs the package imageio-ffmpeg; .gif, .webp and .png need nothing more")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "film.mp4")
        count = _encode(program, frames, width, height, path)
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
    except BaseException:
        process.kill()
        process.communicate()
        raise
    if process.returncode:
        raise OSError(complaint.decode(errors="replace").strip() or "the encoder failed")
    return count
