"""Keeping what C libraries print out of the terminal: they write past Python, to the file number 2."""

from __future__ import annotations

import os
import re
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_CHATTER = re.compile(
    rb"(lib(png|tiff|jpeg|heif|webp)|\w*(TIFF|LZW|Zip|ZIP|PackBits|Fax|JPEG|ZSTD|Predictor|LogL)\w*)\b.*"
)
"""Lines of libtiff ("TIFFReadDirectory: ...", "LZWDecode: ...") and libpng ("libpng warning: ...")."""

_lock = threading.RLock()


@contextmanager
def quiet() -> Iterator[None]:
    """Hold back what is printed to standard error meanwhile; afterwards all but the libraries' lines follow.

    One decoder at a time: there is only one file number 2. Where there is none, nothing is held back.
    """
    with _lock:
        try:
            kept = os.dup(2)
        except OSError:  # started without a standard error, as a window of Windows is
            yield
            return
        try:
            with tempfile.TemporaryFile() as held:
                os.dup2(held.fileno(), 2)
                try:
                    yield
                finally:
                    os.dup2(kept, 2)
                    held.seek(0)
                    _pass_on(held.read(1 << 20))
        finally:
            os.close(kept)


def _pass_on(text: bytes) -> None:
    """Print what no library said; a line without a colon goes on with the one before."""
    others, dropped = [], False
    for line in text.splitlines(keepends=True):
        dropped = _CHATTER.match(line.strip()) is not None or (dropped and b":" not in line)
        if not dropped:
            others.append(line)
    if others:
        os.write(2, b"".join(others))
