"""Reading pictures: every kind of pixel, every kind of trouble."""

import io
import struct
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from PIL import ImageCms

from convviz.core.images import image as images
from convviz.core.images.formats.pillow import BLOCK
from convviz.core.images.image import Image, ImageError, ReadCancelled, from_array, from_bytes, read, to_grey

GREY = np.array([[0, 50], [100, 255], [7, 8]], dtype=np.uint8)
COLOUR = np.stack([GREY, 255 - GREY, GREY // 2], axis=2)


def encoded(array: np.ndarray | PIL.Image.Image, kind: str, **options: object) -> bytes:
    picture = array if isinstance(array, PIL.Image.Image) else PIL.Image.fromarray(array)
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def npy(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


def same(image: Image, values: object, low: float = 0, high: float = 255) -> bool:
    return np.array_equal(image.values, values) and (image.low, image.high) == (low, high)


@pytest.mark.parametrize("kind", ["PNG", "BMP", "GIF", "TIFF", "PPM"])
def test_grey_bytes_stay_grey_bytes(kind: str) -> None:
    image = from_bytes(encoded(GREY, kind), "a")
    assert same(image, GREY)
    assert image.values.dtype == np.uint8
    assert not image.values.flags.writeable


@pytest.mark.parametrize(
    ("kind", "options"), [("PNG", {}), ("BMP", {}), ("TIFF", {}), ("PPM", {}), ("WEBP", {"lossless": True})]
)
def test_colour_bytes(kind: str, options: dict) -> None:
    assert same(from_bytes(encoded(COLOUR, kind, **options), "a"), COLOUR)


@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_adobe_deflate", "packbits"])
def test_compressed_tiff(compression: str) -> None:
    assert same(from_bytes(encoded(COLOUR, "TIFF", compression=compression), "a"), COLOUR)


def test_jpeg_and_its_name_and_source(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"  # the content decides, not the ending
    path.write_bytes(encoded(np.full((20, 30, 3), 128, np.uint8), "JPEG"))
    image = read(path)
    assert image.shape == (20, 30, 3)
    assert (image.name, image.source) == ("photo.png", path)
    assert (image.height, image.width, image.channels) == (20, 30, 3)
    assert abs(image.values.astype(int) - 128).max() <= 1


def test_the_first_frame_of_a_film() -> None:
    frames = [PIL.Image.new("L", (2, 2), value) for value in (10, 200)]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert same(from_bytes(data, "a"), np.full((2, 2), 10))


def test_transparent_parts_are_white() -> None:
    rgba = np.array([[[200, 0, 0, 255], [200, 0, 0, 0], [0, 0, 0, 51]]], dtype=np.uint8)
    assert same(from_bytes(encoded(rgba, "PNG"), "a"), [[[200, 0, 0], [255, 255, 255], [204, 204, 204]]])
    grey_alpha = PIL.Image.fromarray(rgba).convert("LA")
    assert same(from_bytes(encoded(grey_alpha, "PNG"), "a"), [[60, 255, 204]])
    assert same(from_bytes(encoded(GREY[:1], "PNG", transparency=50), "a"), [[0, 255]])


def test_palettes() -> None:
    palette = PIL.Image.fromarray(np.array([[0, 1]], np.uint8)).convert("P")
    palette.putpalette([255, 0, 0, 0, 0, 255])
    assert same(from_bytes(encoded(palette, "PNG"), "a"), [[[255, 0, 0], [0, 0, 255]]])
    assert same(from_bytes(encoded(palette, "PNG", transparency=1), "a"), [[[255, 0, 0], [255, 255, 255]]])
    palette.putpalette([9, 9, 9, 200, 200, 200])
    assert same(from_bytes(encoded(palette, "PNG"), "a"), [[9, 200]])


def test_one_bit() -> None:
    bits = PIL.Image.fromarray(np.array([[0, 255]], np.uint8)).convert("1")
    assert same(from_bytes(encoded(bits, "PNG"), "a"), [[0, 255]])


def test_cmyk_becomes_rgb() -> None:
    ink = PIL.Image.new("CMYK", (8, 8), (0, 255, 255, 0))
    red = from_bytes(encoded(ink, "JPEG", quality=100), "a").values[4, 4]
    assert abs(red.astype(int) - [255, 0, 0]).max() <= 2


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "PPM"])
def test_sixteen_bit_keeps_its_range(kind: str) -> None:
    image = from_bytes(encoded(np.array([[0, 300, 65535]], np.uint16), kind), "a")
    assert same(image, [[0, 300, 65535]], 0, 65535)
    assert image.values.dtype == np.float32


def test_floats_and_32_bit_keep_their_range() -> None:
    floats = np.array([[-1.5, 0.25, 3.0]], np.float32)
    assert same(from_bytes(encoded(floats, "TIFF"), "a"), floats, -1.5, 3.0)
    assert same(from_bytes(encoded(np.abs(floats) / 4, "TIFF"), "a"), np.abs(floats) / 4, 0, 1)
    wide = np.array([[-70000, 2_000_000_001]], np.int32)
    assert same(from_bytes(encoded(wide, "TIFF"), "a"), wide, -70000, 2_000_000_001)


@pytest.mark.parametrize(
    ("orientation", "upright"),
    [
        (1, [[1, 2, 3], [4, 5, 6]]),
        (2, [[3, 2, 1], [6, 5, 4]]),
        (3, [[6, 5, 4], [3, 2, 1]]),
        (4, [[4, 5, 6], [1, 2, 3]]),
        (5, [[1, 4], [2, 5], [3, 6]]),
        (6, [[4, 1], [5, 2], [6, 3]]),
        (7, [[6, 3], [5, 2], [4, 1]]),
        (8, [[3, 6], [2, 5], [1, 4]]),
        (99, [[1, 2, 3], [4, 5, 6]]),
    ],
)
def test_the_camera_was_turned(orientation: int, upright: list) -> None:
    exif = PIL.Image.Exif()
    exif[0x0112] = orientation
    stored = np.array([[1, 2, 3], [4, 5, 6]], np.uint8)
    assert same(from_bytes(encoded(stored, "PNG", exif=exif), "a"), upright)


def test_broken_notes_do_not_cost_the_picture() -> None:
    assert same(from_bytes(encoded(GREY, "PNG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff"), "a"), GREY)
    assert same(from_bytes(encoded(COLOUR, "PNG", icc_profile=b"no profile at all"), "a"), COLOUR)
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert same(from_bytes(encoded(COLOUR, "PNG", icc_profile=lab), "a"), COLOUR)


def wide_gamut_profile() -> bytes:
    """An sRGB profile whose red and green are swapped and which calls itself something else."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = data.index(b"rXYZ", 128), data.index(b"gXYZ", 128)
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    for text in (b"sRGB", "sRGB".encode("utf-16-be")):
        data = data.replace(text, text.replace(b"s", b"x"))
    return bytes(data)


def test_colours_are_brought_to_srgb() -> None:
    pure = np.array([[[255, 0, 0], [255, 255, 255]]], np.uint8)
    values = from_bytes(encoded(pure, "PNG", icc_profile=wide_gamut_profile()), "a").values.astype(int)
    assert abs(values - [[[0, 255, 0], [255, 255, 255]]]).max() <= 2


def test_arrays_in_files() -> None:
    assert same(from_bytes(npy(np.arange(6.0).reshape(2, 3)), "a"), [[0, 1, 2], [3, 4, 5]], 0, 5)
    assert same(from_bytes(npy(np.asfortranarray(COLOUR)), "a"), COLOUR)
    assert same(from_bytes(npy(GREY[:, :, None]), "a"), GREY)
    tall = np.zeros((20_000, 2), np.uint8)
    assert same(from_bytes(npy(tall), "a"), tall)
    assert same(from_bytes(npy(tall.T), "a"), tall.T)
    assert same(from_bytes(npy(GREY.astype(">u2") * 257), "a"), GREY.astype(int) * 257, 0, 65535)


def test_arrays_keep_their_range_and_are_copied() -> None:
    mine = np.array([[-1, 1]])
    image = from_array(mine)
    mine[0, 0] = 9
    assert same(image, [[-1, 1]], -1, 1)
    assert same(from_array([[0, 10]]), [[0, 10]], 0, 255)
    assert same(from_array([[0, 1]]), [[0, 1]], 0, 1)
    assert same(from_array([[True, False]]), [[1, 0]], 0, 1)
    assert same(from_array([[7.0, 7.0]]), [[7, 7]], 7, 8)
    assert same(from_array([[2.0, 7.0]], low=0, high=10), [[2, 7]], 0, 10)
    assert from_array([[0.1]]).values.dtype == np.float64
    assert from_array([[2**24 + 1]]).values[0, 0] == 2**24 + 1


@pytest.mark.parametrize(
    ("array", "cause"),
    [
        ([[1.0, np.nan, np.inf, -np.inf]], "has 2 infinite values"),
        ([[1.0, -2e15]], "has values up to 2e.15; the limit is 1e.15"),
        ([1, 2], r"has shape \(2,\)"),
        (np.zeros((2, 2, 2)), r"has shape \(2, 2, 2\)"),
        (np.zeros((0, 5)), r"has no pixels \(5x0\)"),
        ([[1j]], "holds complex128 values, not real"),
        ([["a"]], "holds <U1 values, not real numbers"),
        ([[1], [2, 3]], "has rows of different lengths"),
        (np.broadcast_to(np.uint8(0), (10_001, 10_000)), r"has 100\.010 megapixels; the limit is 100"),
    ],
)
def test_arrays_that_are_no_picture(array: object, cause: str) -> None:
    with pytest.raises(ImageError, match=f"^it.npy {cause}"):
        from_array(array, name="it.npy")


def huge_png(width: int, height: int) -> bytes:
    data = bytearray(encoded(PIL.Image.new("L", (1, 1)), "PNG"))
    data[16:24] = struct.pack(">II", width, height)
    import zlib

    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    return bytes(data)


def pickled() -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, np.array([[print]], dtype=object), allow_pickle=True)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "key", "cause"),
    [
        (b"", "empty", "is empty"),
        (b"just some words", "unknown", "is not a picture of a kind that can be read (PNG, JPEG, "),
        (b"\0\0\0\x18ftypheic" + bytes(50), "damaged", "is a damaged or incomplete HEIC file"),
        (b"\0\0\0\x18ftypavif" + bytes(50), "damaged", "is a damaged or incomplete AVIF file"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "unknown", "is not a picture"),
        (huge_png(10_001, 10_000), "too_large", "has 100.010 megapixels; the limit is 100"),
        (huge_png(60_000, 60_000), "too_large", "has 3600 megapixels; the limit is 100"),
        (b"P5 20000 20000 255 ", "too_large", "has 400 megapixels; the limit is 100"),
        (b"P5 x", "damaged", "is a damaged or incomplete PNM file"),
        (b"BM" + bytes(100), "damaged", "is a damaged or incomplete BMP file"),
        (npy(GREY)[:-1], "damaged", "is a damaged or incomplete NPY file (5 bytes instead of 6)"),
        (b"\x93NUMPY\x01\x00", "damaged", "is a damaged or incomplete NPY file"),
        (pickled(), "type", "holds object values, not real numbers"),
        (npy(np.zeros((2, 2), complex)), "type", "holds complex128 values"),
        (npy(np.array([[np.nan]])), "no_number", "has no number at all: every value is not-a-number"),
        (npy(np.array([[np.inf, 1]])), "not_finite", "has 1 infinite value"),
    ],
    ids=str,
)
def test_one_sentence_with_name_and_cause(tmp_path: Path, content: bytes, key: str, cause: str) -> None:
    path = tmp_path / "odd.png"
    path.write_bytes(content)
    with pytest.raises(ImageError) as error:
        read(path)
    assert str(error.value).startswith(f"odd.png {cause}")
    assert str(error.value).endswith(".")
    assert (error.value.name, error.value.cause) == ("odd.png", key)


def test_what_is_no_file_at_all(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe.png")
    for name, cause in (("none.png", "does not exist"), ("pipe.png", "is no ordinary file")):
        with pytest.raises(ImageError, match=f"^{name} {cause}"):
            read(tmp_path / name)
    with pytest.raises(ImageError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(ImageError, match="cannot be read"):
        read("nul\0.png")


NOISE = np.random.default_rng(5).integers(0, 256, (40, 60, 3), dtype=np.uint8)
FORMATS = [
    ("PNG", {}), ("JPEG", {}), ("JPEG", {"progressive": True}), ("WEBP", {}), ("WEBP", {"lossless": True}),
    ("BMP", {}), ("GIF", {}), ("TIFF", {}), ("TIFF", {"compression": "tiff_lzw"}),
    ("TIFF", {"compression": "tiff_adobe_deflate"}), ("TIFF", {"compression": "jpeg"}), ("PPM", {}),
]  # fmt: skip


def picture_or_error(data: bytes) -> Image | ImageError:
    try:
        return from_bytes(data, "a")
    except ImageError as error:
        return error


@pytest.mark.parametrize(("kind", "options"), FORMATS)
def test_never_half_a_picture(kind: str, options: dict) -> None:
    """Cut short anywhere, a file is refused, or (where only the end mark is missing) read in full."""
    data = encoded(NOISE, kind, **options)
    whole = from_bytes(data, "a")
    for share in np.linspace(0.02, 0.999, 40):
        outcome = picture_or_error(data[: int(len(data) * share)])
        assert outcome == whole or outcome.cause in ("damaged", "unknown")


@pytest.mark.parametrize(("kind", "options"), FORMATS)
def test_damage_raises_nothing_but_image_errors(kind: str, options: dict) -> None:
    data = encoded(NOISE, kind, **options)
    rng = np.random.default_rng(0)
    for _ in range(60):
        broken = np.frombuffer(data, np.uint8).copy()
        broken[rng.integers(0, min(len(data), 400), 4)] = rng.integers(0, 256, 4)
        outcome = picture_or_error(broken.tobytes())
        assert isinstance(outcome, Image) or str(outcome).startswith("a ")


def test_reading_stops_on_request(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(encoded(NOISE, "PNG"))
    asked = []

    def after_the_third() -> bool:
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(ReadCancelled):
        read(path, cancelled=after_the_third)
    with pytest.raises(ReadCancelled):
        from_bytes(npy(NOISE), "a", cancelled=lambda: True)
    assert read(path, cancelled=lambda: False).shape == (40, 60, 3)


def test_grey_is_what_pillow_calls_l() -> None:
    picture = PIL.Image.fromarray(NOISE)
    assert np.array_equal(to_grey(NOISE), np.asarray(picture.convert("L")))
    assert to_grey(NOISE).dtype == np.uint8
    assert to_grey(GREY) is GREY


def test_grey_of_floats_is_not_rounded() -> None:
    floats = np.array([[[1.0, 2.0, 4.0]]], np.float32)
    assert to_grey(floats).dtype == np.float32
    assert to_grey(floats)[0, 0] == pytest.approx(0.299 + 1.174 + 0.456)
    assert to_grey(floats.astype(np.float64)).dtype == np.float64
    tall = np.random.default_rng(1).random((70_000, 2, 3))  # more than one block
    assert np.allclose(to_grey(tall), tall @ [0.299, 0.587, 0.114])


def test_pillow_is_never_told_to_load_half_pictures() -> None:
    from PIL import ImageFile

    assert not ImageFile.LOAD_TRUNCATED_IMAGES
    assert images.MAX_MEGAPIXELS == 100


def test_equal_pictures_are_equal_however_they_came_about():
    values = np.arange(130 * 3, dtype=np.float32).reshape(130, 3)
    other = values.copy()
    other[129, 2] += 1
    one, twin, changed = Image(values), Image(values.copy()), Image(other)
    for _ in range(2):  # the second time it is known
        assert one == twin
        assert one != changed
    assert one != Image(values[:129])
    assert one != Image(values, name="with a name")
    assert Image(np.full((2, 2), np.nan)) != Image(np.full((2, 2), np.nan))


def test_pillow_asks_for_clean_memory() -> None:
    from_bytes(encoded(GREY, "PNG"))
    assert PIL.Image.core.get_block_size() == BLOCK
