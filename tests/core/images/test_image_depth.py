"""Pictures with more than 8 bits a channel: nothing of their depth is lost, nor their signs."""

import io
import struct
import zlib

import numpy as np
import PIL.Image
import pytest
from PIL import ImageCms

from convviz.core.images.image import Image, ImageError, from_bytes

DEEP = np.random.default_rng(3).integers(0, 65536, (3, 4, 3))


def png(values: np.ndarray, exif: bytes = b"", profile: bytes = b"") -> bytes:
    """A PNG of 16 bits a channel, which Pillow itself cannot write in colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    height, width, channels = values.shape
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)
    head = struct.pack(">IIBBBBB", width, height, 16, {2: 4, 3: 2, 4: 6}[channels], 0, 0, 0)
    parts = [chunk(b"IHDR", head)]
    if profile:
        parts.append(chunk(b"iCCP", b"mine\0\0" + zlib.compress(profile)))
    parts += [chunk(b"IDAT", zlib.compress(rows)), chunk(b"eXIf", exif) if exif else b"", chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def tiff(values: np.ndarray, *, order: str = "<", deflated: bool = False, planes: bool = False) -> bytes:
    """An uncompressed or deflated TIFF in one strip, or in one strip a channel."""
    height, width, channels = values.shape
    kind = values.dtype.newbyteorder(order)
    stored = [values[:, :, c] for c in range(channels)] if planes else [values]
    strips = [np.ascontiguousarray(part, kind).tobytes() for part in stored]
    strips = [zlib.compress(strip) for strip in strips] if deflated else strips
    lists = {
        258: ("H", [values.dtype.itemsize * 8] * channels),
        339: ("H", [{"u": 1, "i": 2, "f": 3}[values.dtype.kind]] * channels),
        273: ("I", [0] * len(strips)),
        279: ("I", [len(strip) for strip in strips]),
    }
    short = {259: 8 if deflated else 1, 262: 2 if channels == 3 else 1, 277: channels, 284: 1 + planes}
    for tag, value in ({256: width, 257: height, 278: height} | short).items():
        lists[tag] = ("H", [value])
    beyond = 8 + 2 + 12 * len(lists) + 4
    start = beyond + sum(
        max(struct.calcsize(k) * len(v) - 4, 0) and struct.calcsize(k) * len(v) for k, v in lists.values()
    )
    lists[273] = ("I", [start + sum(map(len, strips[:n])) for n in range(len(strips))])
    entries, tail = b"", b""
    for tag, (code, numbers) in sorted(lists.items()):
        data = struct.pack(f"{order}{len(numbers)}{code}", *numbers)
        if len(data) > 4:
            data, tail = struct.pack(f"{order}I", beyond + len(tail)), tail + data
        entries += struct.pack(f"{order}HHI", tag, {"H": 3, "I": 4}[code], len(numbers)) + data.ljust(
            4, b"\0"
        )
    head = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, 8)
    return head + struct.pack(f"{order}H", len(lists)) + entries + bytes(4) + tail + b"".join(strips)


def test_colour_png_keeps_all_16_bits() -> None:
    image = from_bytes(png(DEEP), "a")
    assert np.array_equal(image.values, DEEP)
    assert (image.values.dtype, image.low, image.high) == (np.float32, 0, 65535)


def test_see_through_parts_of_a_deep_picture_are_white() -> None:
    rgba = np.array([[[1000, 2000, 65535, 65535], [1, 2, 3, 0], [0, 0, 65535, 13107]]])
    values = from_bytes(png(rgba), "a").values
    assert np.allclose(values, [[[1000, 2000, 65535], [65535] * 3, [52428, 52428, 65535]]], atol=0.01)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("deflated", [False, True])
def test_colour_tiff_keeps_all_16_bits(order: str, deflated: bool) -> None:
    image = from_bytes(tiff(DEEP.astype(np.uint16), order=order, deflated=deflated), "a")
    assert np.array_equal(image.values, DEEP)
    assert (image.low, image.high) == (0, 65535)


def test_a_deep_picture_is_turned_as_the_camera_noted() -> None:
    exif = PIL.Image.Exif()
    exif[0x0112] = 6
    assert np.array_equal(from_bytes(png(DEEP, exif=exif.tobytes()[6:]), "a").values, np.rot90(DEEP, -1))


def test_with_colours_of_its_own_a_deep_picture_is_brought_to_srgb_in_8_bits() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert from_bytes(png(DEEP, profile=profile), "a").high == 65535
    for text in (b"sRGB", "sRGB".encode("utf-16-be")):
        profile = profile.replace(text, text.replace(b"s", b"x"))
    assert from_bytes(png(DEEP, profile=profile), "a").high == 255


@pytest.mark.parametrize("planes", [False, True])
@pytest.mark.parametrize("deflated", [False, True])
@pytest.mark.parametrize("kind", ["f2", "f4", "f8"])
def test_colour_tiffs_of_fractions(kind: str, deflated: bool, planes: bool) -> None:
    fractions = (DEEP / 65535).astype(kind)
    image = from_bytes(tiff(fractions, deflated=deflated, planes=planes), "a")
    assert np.array_equal(image.values, fractions)
    assert (image.low, image.high) == (0, 1)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("kind", ["i1", "i2", "u4", "i4", "f2", "f4", "f8"])
def test_grey_tiffs_of_any_number(kind: str, order: str) -> None:
    lowest, highest = (-1.5, 2.25) if kind[0] == "f" else (np.iinfo(kind).min, np.iinfo(kind).max)
    numbers = np.array([[lowest, highest], [0, 1]]).astype(kind)
    image = from_bytes(tiff(numbers[:, :, None], order=order), "a")
    assert np.array_equal(image.values, numbers)
    assert (image.low, image.high) == (lowest, highest)


@pytest.mark.parametrize(
    "data", [png(DEEP), tiff(DEEP.astype(np.uint16)), tiff(DEEP / 2), tiff(DEEP / 2, deflated=True)]
)
def test_never_half_a_deep_picture(data: bytes) -> None:
    whole = from_bytes(data, "a")
    for length in range(8, len(data)):
        outcome = picture_or_error(data[:length])
        assert outcome == whole or outcome.cause in ("damaged", "unknown")


def picture_or_error(data: bytes) -> Image | ImageError:
    try:
        return from_bytes(data, "a")
    except ImageError as error:
        return error


def test_what_is_wrong_is_said_with_the_name() -> None:
    for values, text in (
        (np.full((1, 1, 1), np.nan, "f4"), "has no number at all"),
        (np.zeros((1, 1, 2), "f4"), "has 2 channels; one of them"),
    ):
        with pytest.raises(ImageError, match=f"^odd.tif {text}"):
            from_bytes(tiff(values), "odd.tif")


def test_float_pictures_survive_pillow_too() -> None:
    buffer = io.BytesIO()
    PIL.Image.fromarray(np.array([[0.5, -2]], np.float32)).save(buffer, "TIFF", compression="tiff_lzw")
    assert from_bytes(buffer.getvalue(), "a").values.tolist() == [[0.5, -2]]
