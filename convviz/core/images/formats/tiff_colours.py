"""What the numbers of a TIFF mean: which end is white, colours, ink, Lab, and how much shows through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import PIL.Image

from convviz.core.base.translatable import TranslatableError
from convviz.core.images import modes as image_modes
from convviz.core.images.arrays import Part, Picture, Pixels, chosen, from_numbers
from convviz.core.images.modes import turned

if TYPE_CHECKING:
    from tifffile import TiffPage

_WHITE_IS_ZERO, _GREY, _RGB, _PALETTE, _INK, _LAB, _ICC_LAB = 0, 1, 2, 3, 5, 8, 9
_COLOURS = {_WHITE_IS_ZERO: 1, _GREY: 1, _RGB: 3, _PALETTE: 1, _INK: 4, _LAB: 3, _ICC_LAB: 3}
_ASSOCIATED, _UNASSOCIATED = 1, 2
_PROFILE, _ORIENTATION = 34675, 274

_TO_SRGB = np.array(
    [
        [3.1338561, -1.6168667, -0.4906146],
        [-0.9787684, 1.9161415, 0.0334540],
        [0.0719453, -0.2289914, 1.4052427],
    ]
)
"""From XYZ under D50 to linear sRGB (Bradford; http://www.brucelindbloom.com, "RGB/XYZ Matrices")."""

_D50 = np.array([0.96422, 1.0, 0.82521])


def _extra(page: TiffPage) -> int:
    return int(page.samplesperpixel) - _COLOURS.get(int(page.photometric), int(page.samplesperpixel))


def _alpha(page: TiffPage) -> int:
    """How the last sample says what shows through: 1 associated, 2 not, 0 if it does not."""
    kinds = [int(kind) for kind in page.extrasamples]
    return kinds[0] if _extra(page) == 1 and kinds and kinds[0] in (_ASSOCIATED, _UNASSOCIATED) else 0


def wanted_channels(page: TiffPage, part: Part, name: str) -> None:
    """Refuse a page whose channels are neither grey nor colours, before anything is unpacked."""
    depth = int(page.samplesperpixel)
    if part.channels:
        chosen(np.empty((0, 0, depth), np.uint8), part, name)
    elif not _has_colours(page):
        chosen(np.empty((0, 0, depth), np.uint8), Part(), name)


def _has_colours(page: TiffPage) -> bool:
    extra, kind = _extra(page), int(page.photometric)
    return extra == 0 or _alpha(page) != 0 or (extra == 1 and kind == _RGB)


def coloured(values: Pixels, page: TiffPage, part: Part, name: str) -> Picture:
    """The picture of a page's numbers, shape (rows, columns, samples): upright, opaque, in sRGB."""
    kind, profile = int(page.photometric), _tag(page, _PROFILE)
    if part.channels or not _has_colours(page) or (kind <= _GREY and not _alpha(page)):
        values = np.ascontiguousarray(chosen(values, part, name))
        picture = _plain(values, page, name, white_is_zero=kind == _WHITE_IS_ZERO)
    elif kind == _PALETTE:
        picture = _from_palette(values[:, :, 0], page)
    elif kind in (_LAB, _ICC_LAB):
        picture = _from_lab(values, page, name)
    elif kind == _INK:
        picture = _from_ink(values, page, name)
    else:
        picture = _opaque(values, page, name)
    if isinstance(profile, bytes) and not part.channels and kind in (_WHITE_IS_ZERO, _GREY, _RGB):
        picture = image_modes.in_srgb(picture, profile)
    note = None
    if kind == _RGB and _extra(page) == 1 and not _alpha(page) and not part.channels:
        note = TranslatableError("its fourth channel, whose meaning the file does not tell, is left out")
    upright = turned(picture, int(_tag(page, _ORIENTATION) or 1))
    return Picture(upright.values, upright.low, upright.high, note=note)


def _tag(page: TiffPage, number: int) -> Any:
    tag = page.tags.get(number)
    return None if tag is None else tag.value


def _most(page: TiffPage) -> float | None:
    """What white is in whole numbers without a sign of up to 16 bits."""
    is_whole = int(page.sampleformat) in (1, 4)
    return float(2**page.bitspersample - 1) if is_whole and page.bitspersample <= 16 else None


def _plain(values: Pixels, page: TiffPage, name: str, *, white_is_zero: bool) -> Picture:
    """Numbers as they are; where 0 is white they are turned round in their range."""
    most = _most(page)
    if most is None:
        picture = from_numbers(values, name)
        if white_is_zero:
            ends = 2.0**page.bitspersample - 1 if values.dtype.kind == "u" else picture.low + picture.high
            return from_numbers(ends - picture.values.astype(np.float64), name)
        return picture
    if white_is_zero:
        values = np.subtract(int(most), values, dtype=values.dtype)
    if most == 1:
        values, most = values * np.uint8(255), 255.0  # bits are black and white
    return Picture(values if most == 255 else values.astype(np.float32), 0.0, most)


def _opaque(values: Pixels, page: TiffPage, name: str) -> Picture:
    """Grey or colours on white paper."""
    way, most = _alpha(page), _most(page)
    colours = values[:, :, : _COLOURS[int(page.photometric)]]
    if int(page.photometric) == _WHITE_IS_ZERO and most is not None:
        colours = (
            (np.float64(most) - colours)
            if way == _UNASSOCIATED
            else (values[:, :, -1:] - colours.astype(float))
        )
    if way:
        white = (
            most
            if most is not None
            else 1.0
            if values.dtype.kind == "f"
            else float(np.iinfo(values.dtype).max)
        )
        through = values[:, :, -1:].astype(np.float64) / white
        colours = (colours if way == _ASSOCIATED else colours * through) + white * (1 - through)
        if values.dtype.kind != "f":
            colours = np.clip(colours, 0, white)
        if most == 255:
            colours = np.rint(colours)
    colours = colours[:, :, 0] if colours.shape[2] == 1 else colours
    colours = np.ascontiguousarray(colours)
    if most is None:
        return from_numbers(colours.astype(values.dtype) if values.dtype.kind == "f" else colours, name)
    return Picture(colours.astype(np.uint8 if most == 255 else np.float32), 0.0, most)


def _from_palette(places: Pixels, page: TiffPage) -> Picture:
    """Colours from the file's table, which has 16 bits; photos made of 256 colours use 8 of them."""
    table = np.asarray(page.colormap)
    colours = (table >> 8).astype(np.uint8).T
    if (colours == colours[:, :1]).all():
        return Picture(np.ascontiguousarray(colours[:, 0][places]), 0.0, 255.0)
    return Picture(np.ascontiguousarray(colours[places]), 0.0, 255.0)


def _from_ink(values: Pixels, page: TiffPage, name: str) -> Picture:
    """Cyan, magenta, yellow and black."""
    if values.dtype == np.uint8 and values.shape[2] == 4:
        image = PIL.Image.fromarray(np.ascontiguousarray(values), "CMYK")
        image.info["icc_profile"] = _tag(page, _PROFILE)
        return image_modes.pixels(image, name)
    most = _most(page) or float(np.iinfo(values.dtype).max)
    light = 1 - values[:, :, :4].astype(np.float64) / most
    return Picture((light[:, :, :3] * light[:, :, 3:] * most).astype(np.float32), 0.0, most)


def _from_lab(values: Pixels, page: TiffPage, name: str) -> Picture:
    """CIE L*a*b* under D50, in 8 or 16 bits, as sRGB."""
    bits = page.bitspersample
    if bits not in (8, 16):
        return from_numbers(np.ascontiguousarray(values[:, :, :3]), name)
    unit = 2.0 ** (bits - 8)
    lightness = values[:, :, 0].astype(np.uint16 if bits == 16 else np.uint8).astype(np.float64)
    if int(page.photometric) == _LAB:  # a and b have a sign
        tints = values[:, :, 1:3].astype(f"i{bits // 8}").astype(np.float64) / unit
    else:
        tints = values[:, :, 1:3].astype(np.float64) / unit - 128
    lab = np.concatenate([(lightness * (100 / (2.0**bits - 1)))[:, :, None], tints], axis=2)
    white = 2.0**bits - 1
    colours = lab_to_srgb(lab) * white
    if bits == 8:
        return Picture(np.rint(colours).astype(np.uint8), 0.0, white)
    return Picture(colours.astype(np.float32), 0.0, white)


def lab_to_srgb(lab: Pixels) -> Pixels:
    """CIE L*a*b* under D50, (..., 3), as sRGB in 0..1; colours that sRGB does not have are cut.

    CIE 15:2004, 8.2.1.1, and IEC 61966-2-1.

    >>> lab_to_srgb(np.array([[[100.0, 0.0, 0.0], [0.0, 0.0, 0.0]]])).round(3).tolist()
    [[[1.0, 1.0, 1.0], [0.0, 0.0, 0.0]]]
    """
    height = (lab[..., 0] + 16) / 116
    steps = np.stack([height + lab[..., 1] / 500, height, height - lab[..., 2] / 200], axis=-1)
    xyz = np.where(steps > 6 / 29, steps**3, 3 * (6 / 29) ** 2 * (steps - 4 / 29)) * _D50
    linear = np.clip(xyz @ _TO_SRGB.T, 0, 1)
    curved: Pixels = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return curved
