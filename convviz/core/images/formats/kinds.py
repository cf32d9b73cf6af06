"""What a file is, told from its first bytes; and a sentence for each kind that is no picture of pixels."""

from __future__ import annotations

import re
import struct
from pathlib import PurePath
from typing import NoReturn

from convviz.core.images.arrays import ImageError
from convviz.core.images.formats.polled import PolledFile
from convviz.core.images.formats.table import looks_like_numbers

HEAD = 1024
"""Bytes from the beginning that are looked at."""

READABLE = (
    "PNG, JPEG, HEIC, AVIF, WebP, GIF, TIFF, BMP, JPEG 2000, PSD, TGA, ICO, QOI, PGM, PPM, NPY, NPZ, CSV, TXT"
)
"""What can be read, in the order in which people meet it."""

ENDINGS = (
    ".png .apng .jpg .jpeg .heic .heif .avif .webp .gif .tif .tiff .bmp .jp2 .j2k .jpx .psd .tga .ico .qoi "
    ".pbm .pgm .ppm .pnm .pam .pfm .npy .npz .csv .tsv .txt"
).split()
"""How the names of such files end, as the window's file dialogs ask for them."""

_MAGIC = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "PNG"),
    (re.compile(rb"\xff\xd8\xff"), "JPEG"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "WEBP"),
    (re.compile(rb"BM"), "BMP"),
    (re.compile(rb"GIF8[79]a"), "GIF"),
    (re.compile(rb"II\*\0.{4}CR", re.DOTALL), "raw"),
    (re.compile(rb"II\*\0|MM\0\*|II\+\0|MM\0\+"), "TIFF"),
    (re.compile(rb"P[1-7]\s"), "PNM"),
    (re.compile(rb"P[Ff]\s"), "PFM"),
    (re.compile(rb"\x93NUMPY"), "NPY"),
    (re.compile(rb"PK\x03\x04"), "NPZ"),
    (re.compile(rb"\0\0\0\x0cjP  \r\n\x87\n|\xff\x4f\xff\x51"), "JPEG2000"),
    (re.compile(rb"8BPS"), "PSD"),
    (re.compile(rb"qoif"), "QOI"),
    (re.compile(rb"\x00\x00\x01\x00[^\x00]"), "ICO"),
    (re.compile(rb"\xff\x0a|\0\0\0\x0cJXL \r\n\x87\n"), "jxl"),
    (re.compile(rb"%PDF-"), "pdf"),
    (re.compile(rb".{128}DICM", re.DOTALL), "dicom"),
    (re.compile(rb"IIR[OS]|MMOR|IIU\0|FUJIFILMCCD-RAW|FOVb|\0MRM"), "raw"),
    (re.compile(rb"(\xef\xbb\xbf)?\s*(<\?xml|<!--|<!DOCTYPE svg|<svg)[^\0]*?<([\w-]+:)?svg[\s>]|\s*<svg[\s>]",
                re.DOTALL | re.IGNORECASE), "svg"),
)  # fmt: skip
_SVGZ = b"\x1f\x8b"
_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1", b"mif2"}
_AVIF = {b"avif", b"avis"}
_RAW = set(
    ".cr2 .cr3 .crw .nef .nrw .arw .srf .sr2 .dng .orf .rw2 .raf .pef .srw .x3f .erf .3fr .dcr .kdc "
    ".iiq .rwl "
    ".mrw".split()
)
TABLES = (".csv", ".tsv", ".txt")
"""How texts end that are tables of numbers, or meant to be."""

_TGA_FOOTER = b"TRUEVISION-XFILE."
_SENTENCES = {
    "svg": "is a drawing made of lines (SVG), not of pixels; export it as PNG first",
    "pdf": "is a document (PDF), not a picture; save the page as PNG first",
    "jxl": "is a JPEG XL picture, which cannot be read here; save it as PNG or JPEG first",
    "dicom": "is a medical picture (DICOM), which cannot be read here; export it as PNG or TIFF first",
    "raw": (
        "is a camera's raw file: it holds what the sensor measured and a small preview, not the photo; "
        "save the photo as JPEG or TIFF first"
    ),
}


def kind_of(file: PolledFile, name: str) -> str | None:
    """What the file is: "PNG", "TIFF" ..., "raw" or "svg" for what is no picture of pixels; None if unknown.

    The content decides; the ending only where the content has no mark (TGA), and for raw files of cameras,
    which look like TIFFs.
    """
    head = file.part(0, HEAD)
    ending = PurePath(name).suffix.lower()
    kind = next((kind for magic, kind in _MAGIC if magic.match(head)), None) or _in_boxes(head)
    if kind == "TIFF" and ending in _RAW:
        return "raw"
    if kind is None and head.startswith(_SVGZ) and ending == ".svgz":
        return "svg"
    if kind is None and _is_targa(file, head, ending):
        return "TGA"
    if kind is None and head and (ending in TABLES or looks_like_numbers(head)):
        return "TEXT"
    return kind


def _in_boxes(head: bytes) -> str | None:
    """The kinds that begin with a box "ftyp" of brands: HEIC, AVIF, a camera's CR3."""
    if head[4:8] != b"ftyp":
        return None
    length = min(struct.unpack(">I", head[:4])[0], HEAD)
    brands = {head[at : at + 4] for at in range(16, length, 4)} | {head[8:12]}
    if head[8:12] == b"crx ":
        return "raw"
    if brands & _AVIF:
        return "AVIF"
    return "HEIC" if brands & _HEIC else None


def _is_targa(file: PolledFile, head: bytes, ending: str) -> bool:
    """TGA has a mark at its end, or none at all: then the ending has to say so, and the header be sound."""
    if (
        len(head) < 18
        or head[1] > 1
        or head[2] not in (1, 2, 3, 9, 10, 11)
        or head[16] not in (8, 15, 16, 24, 32)
    ):
        return False
    return ending in (".tga", ".icb", ".vda", ".vst") or file.part(file.size() - 18, 17) == _TGA_FOOTER


def refuse(kind: str | None, name: str, *, empty: bool = False) -> NoReturn:
    """Raise the error of a file that is no picture of pixels, or of no kind that is known."""
    if empty:
        raise ImageError(name, "empty", "is empty")
    if kind in _SENTENCES:
        raise ImageError(name, kind, _SENTENCES[kind])
    raise ImageError(
        name, "unknown", f"is not a picture of a kind that can be read ({READABLE})", readable=READABLE
    )


def is_picture(kind: str | None) -> bool:
    """Whether there is a reader for files of this kind."""
    return kind is not None and kind not in _SENTENCES
