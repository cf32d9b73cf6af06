"""TIFF: its directories by tifffile, its numbers by `tiff_data`, its colours by `tiff_colours`.

Pillow decodes some layouts wrongly without a word (planes apart in 16 bits, white-is-zero in 16 bits,
associated alpha, Lab): it gets only what is packed in a way that is not known here, and only with 8 bits.
"""

from __future__ import annotations

import logging
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import PIL.Image

from convviz.core.base.translatable import TranslatableError
from convviz.core.images import modes as image_modes
from convviz.core.images.arrays import (
    WHOLE,
    ImageError,
    Part,
    Picture,
    Pixels,
    check_frame,
    check_size,
    chosen,
)
from convviz.core.images.export import SOFTWARE
from convviz.core.images.formats.kinds import refuse
from convviz.core.images.formats.polled import PolledFile
from convviz.core.images.formats.tiff_colours import coloured, wanted_channels
from convviz.core.images.formats.tiff_data import can_unpack, samples

if TYPE_CHECKING:
    from tifffile import TiffFile, TiffPage

_MOST_PAGES = 100_000
_SMALLER, _KIND, _PARTS, _SOFTWARE, _DNG = 254, 262, 330, 305, 50706
_SENSOR = (32803, 34892)
"""Photometric kinds of what a camera's sensor measured."""

_NEEDED = {*range(256, 285), 317, *range(320, 326), 338, 339}
_SIZES = {3: 2, 4: 4, 5: 8, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
"""Bytes of one value of each type; others have one."""

_PILLOWS_TAGS = {256, 257, 258, 259, 262, 273, 277, 278, 279, 284, 339}
"""All that Pillow writes for a map: with these alone ConvViz used to write the channels of a colour map."""


@dataclass(frozen=True)
class _Directory:
    """Where a directory lies, and the tags whose values stand in it."""

    offset: int
    tags: dict[int, int]

    @property
    def is_smaller(self) -> bool:
        """Whether its picture is a preview of another one."""
        return bool(self.tags.get(_SMALLER, 0) & 1)


def read_tiff(file: PolledFile, name: str, part: Part = WHOLE) -> Picture:
    """Read one page, or the three pages of a colour map that ConvViz wrote."""
    import tifffile

    logging.getLogger("tifffile").setLevel(logging.CRITICAL + 1)  # it speaks through what it raises
    file.seek(0)
    with tifffile.TiffFile(file) as opened:  # type: ignore[arg-type]
        directories = list(_chain(file, opened))
        if not directories:
            raise TranslatableError("it has no page")
        if _is_raw(file, opened, directories):
            refuse("raw", name)
        pages = [one for one in directories if not one.is_smaller] or directories
        check_frame(part, len(pages), name)
        if _is_colour_map(opened, pages):
            planes = [_picture(file, _page(opened, one), 0, name, Part()) for one in pages]
            return _joined(planes, part, name)
        number = directories.index(pages[part.frame])
        picture = _picture(file, _page(opened, pages[part.frame]), number, name, part)
    return Picture(picture.values, picture.low, picture.high, len(pages), picture.note)


def _page(opened: TiffFile, directory: _Directory) -> TiffPage:
    import tifffile

    opened.filehandle.seek(directory.offset)
    return tifffile.TiffPage(opened, index=0)


def _chain(file: PolledFile, opened: TiffFile) -> Any:
    """The directories one after the other, up to the first that is cut off, or was there before."""
    known: set[int] = set()
    form = opened.tiff
    offset = struct.unpack(form.offsetformat, file.part(8 if form.offsetsize == 8 else 4, form.offsetsize))[0]
    while offset and offset not in known and len(known) < _MOST_PAGES:
        known.add(offset)
        found = _directory(file, opened, offset)
        if found is None:
            return
        directory, offset = found
        yield directory


def _directory(file: PolledFile, opened: TiffFile, offset: int) -> tuple[_Directory, int] | None:
    """The directory at ``offset`` and where the next one is."""
    form = opened.tiff
    head = file.part(offset, form.tagnosize)
    if len(head) < form.tagnosize:
        return None
    count = struct.unpack(form.tagnoformat, head)[0]
    if count > 4096:
        return None
    data = file.part(offset + form.tagnosize, count * form.tagsize + form.offsetsize)
    if len(data) < count * form.tagsize:
        return None
    order, tags, size = form.byteorder, {}, file.size()
    for at in range(0, count * form.tagsize, form.tagsize):
        tag, kind = struct.unpack_from(order + "HH", data, at)
        place = at + form.tagsize - form.tagoffsetthreshold
        tags[tag] = struct.unpack_from(order + ("H" if kind == 3 else "I"), data, place)[0]
        length = struct.unpack_from(form.offsetformat, data, at + 4)[0] * _SIZES.get(kind, 1)
        if tag in _NEEDED and length > form.tagoffsetthreshold:
            start = struct.unpack_from(form.offsetformat, data, place)[0]
            if start + length > size:  # tifffile would go on with what is usual
                raise TranslatableError("it ends too early")
    end = data[count * form.tagsize :]
    following = struct.unpack(form.offsetformat, end)[0] if len(end) == form.offsetsize else 0
    return _Directory(offset, tags), following


def _is_raw(file: PolledFile, opened: TiffFile, directories: list[_Directory]) -> bool:
    """Whether a camera's sensor is in it, mostly below a directory that holds a preview."""
    if any(_DNG in one.tags or one.tags.get(_KIND) in _SENSOR for one in directories):
        return True
    for one in directories[:4]:
        if _PARTS in one.tags:
            for offset in (_page(opened, one).subifds or ())[:16]:
                found = _directory(file, opened, offset)
                if found is not None and found[0].tags.get(_KIND) in _SENSOR:
                    return True
    return False


def _is_colour_map(opened: TiffFile, pages: list[_Directory]) -> bool:
    """Whether these are the three channels of one map, as ConvViz writes them, or wrote them with Pillow."""
    if len(pages) != 3:
        return False
    ours = _SOFTWARE in pages[0].tags and str(_page(opened, pages[0]).software) == SOFTWARE
    if not ours and any(set(one.tags) - _PILLOWS_TAGS for one in pages):
        return False
    sizes = {(one.tags.get(256), one.tags.get(257), one.tags.get(258), one.tags.get(339)) for one in pages}
    return len(sizes) == 1 and (ours or pages[0].tags.get(258) in (16, 32))


def _joined(planes: list[Picture], part: Part, name: str) -> Picture:
    values = np.stack([plane.values for plane in planes], axis=2)
    low, high = min(plane.low for plane in planes), max(plane.high for plane in planes)
    note = TranslatableError("its three grey pages are read as red, green and blue")
    return Picture(np.ascontiguousarray(chosen(values, part, name)), low, high, note=note)


def _picture(file: PolledFile, page: TiffPage, number: int, name: str, part: Part) -> Picture:
    check_size(page.imagewidth, page.imagelength, name)
    wanted_channels(page, part, name)
    if can_unpack(page):
        return coloured(samples(file, page), page, part, name)
    return _by_pillow(file, page, number, name, part)


def _by_pillow(file: PolledFile, page: TiffPage, number: int, name: str, part: Part) -> Picture:
    """What is packed as photos are (JPEG), as faxes are, and the like."""
    bits = page.bitspersample if isinstance(page.bitspersample, int) else max(page.bitspersample)
    if bits > 8:
        _refuse_packing(page, name)
    file.seek(0)
    try:
        image = PIL.Image.open(file, formats=["TIFF"])  # type: ignore[arg-type]
    except PIL.UnidentifiedImageError:
        _refuse_packing(page, name)
    with image:
        if number:
            image.seek(number)
        check_size(image.width, image.height, name)
        image.load()
        file.poll()
        picture = image_modes.pixels(image, name)
    if not part.channels:
        return picture
    values: Pixels = chosen(np.atleast_3d(picture.values), part, name)
    return Picture(np.ascontiguousarray(values), picture.low, picture.high)


def _refuse_packing(page: TiffPage, name: str) -> None:
    packing = getattr(page.compression, "name", str(page.compression))
    text = f"is a TIFF packed with {packing}, which cannot be read here; save it without compression first"
    raise ImageError(name, "packed", text, packing=packing)
