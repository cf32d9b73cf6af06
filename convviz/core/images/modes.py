"""Every pixel mode Pillow knows, made grey (H, W) or colour (H, W, 3) with its own value range."""

from __future__ import annotations

import io
import os

import numpy as np
import PIL.Image
from PIL import ImageCms

from convviz.core.images.arrays import Picture, Pixels, from_numbers

_TURNS = {  # EXIF orientation -> what brings the picture upright (CIPA DC-008, tag 0x0112)
    2: lambda a: a[:, ::-1],
    3: lambda a: a[::-1, ::-1],
    4: lambda a: a[::-1],
    5: lambda a: a.swapaxes(0, 1),
    6: lambda a: np.rot90(a, -1),
    7: lambda a: a[::-1, ::-1].swapaxes(0, 1),
    8: lambda a: np.rot90(a),
}
_SIXTEEN_BIT = ("I;16", "I;16B", "I;16L", "I;16N")


def pixels(image: PIL.Image.Image, name: str) -> Picture:
    """Turn a decoded Pillow image into pixels, upright, opaque and in sRGB."""
    if image.mode in _SIXTEEN_BIT:
        picture = from_numbers(np.asarray(image).astype(np.uint16), name)
    elif image.mode == "I":
        picture = _whole_numbers(_as_stored(image), name)
    elif image.mode == "F":
        picture = from_numbers(np.asarray(image), name)
    elif image.mode == "L" and _as_stored(image).dtype == np.int8:
        picture = from_numbers(_as_stored(image), name)
    else:
        picture = Picture(np.asarray(_to_srgb(_opaque(image), image.info.get("icc_profile"))), 0.0, 255.0)
    return upright(picture, image)


def upright(picture: Picture, image: PIL.Image.Image) -> Picture:
    """Turn pixels as the camera noted in ``image``."""
    return turned(picture, _orientation(image))


def turned(picture: Picture, orientation: int) -> Picture:
    """Turn pixels by the camera's number, 1 to 8; any other leaves them."""
    turn = _TURNS.get(orientation)
    if turn is None:
        return picture
    return Picture(np.ascontiguousarray(turn(picture.values)), picture.low, picture.high)


def has_own_colours(image: PIL.Image.Image) -> bool:
    """Whether the file brings a colour profile that is not plain sRGB."""
    return _foreign_profile(image.info.get("icc_profile")) is not None


def in_srgb(picture: Picture, profile: bytes) -> Picture:
    """Bring pixels from the file's colours to sRGB, in 8 bits; as they are where that is what they have."""
    if picture.low != 0 or picture.high not in (255, 65535) or _foreign_profile(profile) is None:
        return picture
    values = picture.values if picture.high == 255 else picture.values // 256
    image = PIL.Image.fromarray(np.ascontiguousarray(values, dtype=np.uint8))
    return Picture(np.asarray(_to_srgb(image, profile)), 0.0, 255.0)


def is_plain(path: str | os.PathLike[str], shape: tuple[int, ...]) -> bool:
    """Whether Pillow by itself reads the pixels of this file as `pixels` gives them; only its head is read.

    Grey or colour in bytes, upright, opaque, in sRGB, of the ``shape`` that is known.
    """
    try:
        with PIL.Image.open(path) as image:
            fits = (
                image.mode == ("L" if len(shape) == 2 else "RGB") and (image.height, image.width) == shape[:2]
            )
            told = "transparency" in image.info or has_own_colours(image) or is_turned(image)
            return fits and not told and image.format in ("PNG", "JPEG", "BMP", "WEBP", "QOI", "TGA")
    except Exception:  # what Pillow does not read is not plain
        return False


def is_turned(image: PIL.Image.Image) -> bool:
    """Whether the camera noted that the picture has to be turned."""
    return _orientation(image) in _TURNS


def _as_stored(image: PIL.Image.Image) -> Pixels:
    """The values of a grey image; a TIFF says whether they have a sign, which Pillow passes over."""
    values = np.asarray(image)
    kind = getattr(image, "tag_v2", {}).get(339, (1,))[0]
    wanted = {("i", 1): np.uint32, ("u", 2): np.int8}.get((values.dtype.kind, kind))
    bits = getattr(image, "tag_v2", {}).get(258, (0,))[0]
    return values if wanted is None or bits != values.dtype.itemsize * 8 else values.view(wanted)


def _orientation(image: PIL.Image.Image) -> int:
    """The camera's note on which side is up; 1, as it stands, if it is missing or broken."""
    try:
        return int(image.getexif().get(0x0112, 1))
    except Exception:  # a picture is worth more than its notes
        return 1


def _whole_numbers(values: Pixels, name: str) -> Picture:
    """32-bit pixels: 16-bit files that Pillow widened keep 0..65535, others their own range."""
    if values.min() >= 0 and 255 < values.max() <= 65535:
        return Picture(values.astype(np.float32), 0.0, 65535.0)
    return from_numbers(values, name)


def _opaque(image: PIL.Image.Image) -> PIL.Image.Image:
    """Grey ("L"), colour ("RGB") or ink ("CMYK") without transparency: see-through parts are white."""
    if image.mode in ("L", "RGB", "CMYK") and "transparency" not in image.info:
        return image
    if image.mode == "1":
        return image.convert("L")
    if image.mode == "L":
        return _on_white(image.convert("RGBA").convert("LA"), "L")
    if image.mode in ("LA", "La"):
        return _on_white(image.convert("LA"), "L")
    if image.has_transparency_data:
        return _on_white(image.convert("RGBA"), "RGB")
    if image.mode == "LAB":
        lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        return _transformed(image, ImageCms.ImageCmsProfile(lab), ImageCms.ImageCmsProfile(srgb), "RGB")
    if image.mode == "P" and _is_grey_palette(image):
        return image.convert("L")
    return image.convert("RGB")


def _on_white(image: PIL.Image.Image, mode: str) -> PIL.Image.Image:
    ground = PIL.Image.new(mode, image.size, "white")
    alpha = image.getchannel("A")
    ground.paste(image.convert(mode), mask=alpha)
    return ground


def _is_grey_palette(image: PIL.Image.Image) -> bool:
    colours = np.array(image.getpalette("RGB") or [], dtype=np.uint8).reshape(-1, 3)
    return bool((colours == colours[:, :1]).all())


def _to_srgb(image: PIL.Image.Image, profile: object) -> PIL.Image.Image:
    """Apply the file's colour profile; one that is broken, or for other modes, is ignored."""
    mode = "L" if image.mode == "L" else "RGB"
    source = _foreign_profile(profile)
    if source is not None:
        try:
            target = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
            return _transformed(image, source, target, "RGB").convert(mode)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return image if image.mode == mode else image.convert(mode)


def _foreign_profile(profile: object) -> ImageCms.ImageCmsProfile | None:
    """A colour profile that can be read and is not plain sRGB."""
    if not isinstance(profile, bytes) or not profile:
        return None
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return None if "sRGB" in (source.profile.profile_description or "") else source
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError, AttributeError):
        return None


def _transformed(
    image: PIL.Image.Image, source: ImageCms.ImageCmsProfile, target: ImageCms.ImageCmsProfile, mode: str
) -> PIL.Image.Image:
    result = ImageCms.profileToProfile(image, source, target, outputMode=mode)
    if result is None:  # only for changes in place
        raise ImageCms.PyCMSError("no result")
    return result
