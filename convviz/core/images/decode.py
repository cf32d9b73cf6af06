"""From the bytes of a picture file to pixels: which reader, and in whose words it fails."""

from __future__ import annotations

import re
import struct
import zlib
from typing import Any

import PIL.Image

from convviz.core.base.translatable import TranslatableError, translatable
from convviz.core.images.arrays import WHOLE, ImageError, Part, Picture, ReadCancelled, too_large
from convviz.core.images.formats import kinds
from convviz.core.images.formats.netpbm import read_netpbm
from convviz.core.images.formats.npy import read_npy
from convviz.core.images.formats.npz import read_npz
from convviz.core.images.formats.pillow import read_with_pillow
from convviz.core.images.formats.polled import PolledFile
from convviz.core.images.formats.quiet import quiet
from convviz.core.images.formats.table import read_table
from convviz.core.images.formats.tiff import read_tiff

__all__ = ["PolledFile", "decode"]

_READERS: dict[str, Any] = {
    "NPY": read_npy,
    "NPZ": read_npz,
    "PNM": read_netpbm,
    "TIFF": read_tiff,
    "TEXT": read_table,
}
_PILLOWS_NAMES = {"HEIC": "HEIF", "PFM": "PPM"}
_LOUD = ("TIFF", "HEIC", "JPEG2000")
"""Kinds whose libraries print to the terminal."""

_EARLY, _HEADER, _DATA = (
    translatable("it ends too early"),
    translatable("its header cannot be understood"),
    translatable("its data cannot be understood"),
)
_CUT_OFF = re.compile("truncat|not enough|too short|unexpected end|end of file|incomplete|EOF", re.IGNORECASE)


def decode(file: PolledFile, name: str, part: Part = WHOLE) -> Picture:
    """Read one frame of a file of one of the formats that `kinds` knows.

    Raises `ImageError` with ``name`` and the cause, whatever the decoder raised, and
    `ReadCancelled`. A picture is given whole or not at all.
    """
    kind = kinds.kind_of(file, name)
    if kind is None or not kinds.is_picture(kind):
        kinds.refuse(kind, name, empty=file.size() == 0)
    try:
        if kind in _LOUD:
            with quiet():
                picture = _read(file, kind, name, part)
        else:
            picture = _read(file, kind, name, part)
    except (ImageError, ReadCancelled):
        raise
    except PIL.Image.DecompressionBombError as error:
        pixels = re.search(r"\d+", str(error))  # found before the size could be asked
        too_large(int(pixels[0]) if pixels else PIL.Image.MAX_IMAGE_PIXELS or 0, name)
    except ImportError as error:
        package = (error.name or "").partition(".")[0] or "a package"
        text = f"cannot be read: {package}, which reads it, is not installed here"
        raise ImageError(name, "package", text, package=package) from None
    except MemoryError:
        text = "needs more memory than there is; a smaller picture needs less"
        raise ImageError(name, "memory", text) from None
    except Exception as error:  # Pillow's plugins raise nearly everything: struct.error, IndexError ...
        reason = _reason(error)
        text = f"is a damaged or incomplete {kind} file ({reason})"
        raise ImageError(name, "damaged", text, kind=kind, reason=reason) from error
    file.poll()
    return picture


def _read(file: PolledFile, kind: str, name: str, part: Part) -> Picture:
    reader = _READERS.get(kind)
    if reader is not None:
        picture: Picture = reader(file, name, part)
        return picture
    return read_with_pillow(file, _PILLOWS_NAMES.get(kind, kind), name, part)


def _reason(error: Exception) -> TranslatableError:
    """What is wrong with the file in our words; libraries speak of their own insides."""
    if isinstance(error, TranslatableError):
        return error
    if isinstance(error, EOFError | struct.error | zlib.error) or _CUT_OFF.search(str(error)):
        return TranslatableError(_EARLY if not isinstance(error, zlib.error) else _DATA)
    if isinstance(error, PIL.UnidentifiedImageError | SyntaxError):
        return TranslatableError(_HEADER)
    return TranslatableError(_DATA)
