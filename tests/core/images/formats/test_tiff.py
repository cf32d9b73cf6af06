"""TIFF: every layout that Pillow reads wrongly without a word, read rightly."""

import io

import numpy as np
import PIL.Image
import pytest
import tifffile
from PIL import ImageCms

from convviz.core.images.formats.tiff_colours import lab_to_srgb
from convviz.core.images.image import Image, ImageError, Part, from_bytes

DICE = np.random.default_rng(4)
DEEP = DICE.integers(0, 65536, (12, 10, 3)).astype(np.uint16)
ORDERS = ("<", ">")


def tiff(values: np.ndarray, order: str = "<", **options: object) -> bytes:
    buffer = io.BytesIO()
    options.setdefault("metadata", None)
    tifffile.imwrite(buffer, values, byteorder=order, **options)
    return buffer.getvalue()


def same(image: Image, values: object, high: float) -> bool:
    return np.array_equal(image.values, values) and (image.low, image.high) == (0, high)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    "options",
    [{}, {"compression": "zlib"}, {"compression": "lzma"}, {"tile": (16, 16)}, {"rowsperstrip": 5},
     {"compression": "zlib", "predictor": 2}, {"compression": "zlib", "predictor": 2, "tile": (16, 16)}],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["u1", "u2"])
def test_planes_apart_and_together(kind: str, order: str, options: dict) -> None:
    colours = (DEEP >> (8 if kind == "u1" else 0)).astype(kind)
    high = 255 if kind == "u1" else 65535
    together = tiff(colours, order, photometric="rgb", planarconfig="contig", **options)
    apart = tiff(np.moveaxis(colours, 2, 0), order, photometric="rgb", planarconfig="separate", **options)
    assert same(from_bytes(together, "a"), colours, high)
    assert same(from_bytes(apart, "a"), colours, high)


@pytest.mark.parametrize("packing", ["tiff_lzw", "packbits", "zstd", "lzma", "tiff_adobe_deflate"])
@pytest.mark.parametrize("predictor", [1, 2])
def test_packings_of_16_bits(packing: str, predictor: int) -> None:
    grey = np.cumsum(DEEP[:, :, 0], axis=1, dtype=np.uint16)
    buffer = io.BytesIO()
    PIL.Image.fromarray(grey).save(buffer, "TIFF", compression=packing, tiffinfo={317: predictor})
    assert same(from_bytes(buffer.getvalue(), "a"), grey, 65535)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("kind", ["u1", "u2", "u4"])
def test_white_is_zero_in_every_depth(kind: str, order: str) -> None:
    most = np.iinfo(kind).max
    stored = np.array([[0, 1, most // 3], [most, most - 1, 5]], kind)
    image = from_bytes(tiff(stored, order, photometric="miniswhite"), "a")
    assert np.array_equal(image.values, most - stored.astype(np.float64))
    assert kind == "u4" or (image.low, image.high) == (0, most)


def test_white_is_zero_in_bits_and_fractions() -> None:
    bits = np.array([[True, False, True]])
    buffer = io.BytesIO()
    PIL.Image.fromarray(bits).save(buffer, "TIFF", tiffinfo={262: 0})
    stored = tiff(bits, photometric="miniswhite")
    assert same(from_bytes(stored, "a"), [[0, 255, 0]], 255)
    assert same(from_bytes(tiff(bits, photometric="minisblack"), "a"), [[255, 0, 255]], 255)
    fractions = np.array([[0, 0.25, 1]], np.float32)
    assert same(from_bytes(tiff(fractions, photometric="miniswhite"), "a"), [[1, 0.75, 0]], 1)


@pytest.mark.parametrize("bits", [2, 4, 10, 12, 14])
def test_numbers_of_any_count_of_bits_keep_their_values(bits: int) -> None:
    values = DICE.integers(0, 2**bits, (3, 7))
    rows = [
        np.packbits([int(digit) for number in row for digit in f"{number:0{bits}b}"]).tobytes()
        for row in values
    ]
    data = bytearray(tiff(np.zeros((3, len(rows[0])), np.uint8), photometric="minisblack", software=False))
    with tifffile.TiffFile(io.BytesIO(bytes(data))) as file:
        tags, start = file.pages[0].tags, file.pages[0].dataoffsets[0]
        places = {number: tags[number].valueoffset for number in (256, 258)}
    data[places[256] : places[256] + 2] = (7).to_bytes(2, "little")
    data[places[258] : places[258] + 2] = bits.to_bytes(2, "little")
    data[start : start + sum(map(len, rows))] = b"".join(rows)
    assert same(from_bytes(bytes(data), "a"), values, 2**bits - 1)


@pytest.mark.parametrize("order", ORDERS)
def test_what_shows_through_is_white_both_ways(order: str) -> None:
    deep = np.array([[[30000, 0, 0, 65535], [30000, 0, 0, 0], [0, 0, 13107, 13107]]], np.uint16)
    apart = from_bytes(tiff(deep, order, photometric="rgb", extrasamples=["unassalpha"]), "a")
    assert np.allclose(apart.values, [[[30000, 0, 0], [65535] * 3, [52428, 52428, 55049.4]]], atol=0.5)
    blended = np.array([[[30000, 0, 0, 65535], [0, 0, 0, 0], [0, 0, 2621, 13107]]], np.uint16)
    together = from_bytes(tiff(blended, order, photometric="rgb", extrasamples=["assocalpha"]), "a")
    assert np.allclose(together.values, [[[30000, 0, 0], [65535] * 3, [52428, 52428, 55049]]], atol=0.5)
    for image in (apart, together):
        assert (image.low, image.high) == (0, 65535)
    small = from_bytes(tiff((blended >> 8).astype(np.uint8), order, photometric="rgb",
                            extrasamples=["assocalpha"]), "a")  # fmt: skip
    assert same(small, [[[117, 0, 0], [255] * 3, [204, 204, 214]]], 255)


def test_grey_with_alpha() -> None:
    values = np.array([[[100, 255], [100, 0], [0, 51]]], np.uint8)
    assert same(from_bytes(tiff(values, photometric="minisblack", extrasamples=["unassalpha"]), "a"),
                [[100, 255, 204]], 255)  # fmt: skip


@pytest.mark.parametrize("order", ORDERS)
def test_lab_of_8_and_16_bits_is_what_colour_management_makes_of_it(order: str) -> None:
    rgb = np.array([[[200, 30, 90], [10, 200, 20], [128, 128, 128], [255, 255, 255], [0, 0, 0]]], np.uint8)
    profiles = [ImageCms.createProfile(name) for name in ("sRGB", "LAB")]
    to_lab = ImageCms.buildTransform(*profiles, "RGB", "LAB")
    lab = np.asarray(ImageCms.applyTransform(PIL.Image.fromarray(rgb), to_lab)).astype(np.int16)
    tints = lab[:, :, 1:] - 128 if lab[0, 2, 1] > 100 else lab[:, :, 1:].astype(np.int8).astype(np.int16)
    small = np.concatenate([lab[:, :, :1] & 255, tints & 255], axis=2).astype(np.uint8)
    image = from_bytes(tiff(small, order, photometric="cielab"), "a")
    assert np.abs(image.values.astype(int) - rgb).max() <= 7
    deep = np.concatenate([(lab[:, :, :1] & 255) * 257, tints.astype(int) * 256 & 65535], axis=2)
    wide = from_bytes(tiff(deep.astype(np.uint16), order, photometric="cielab"), "a")
    assert np.abs(wide.values / 257 - rgb).max() <= 7
    assert (wide.low, wide.high) == (0, 65535)
    assert np.allclose(lab_to_srgb(np.array([[53.24, 80.09, 67.2]])), [[1, 0, 0]], atol=0.06)


def test_ink_of_16_bits() -> None:
    ink = np.array([[[0, 65535, 65535, 0], [0, 0, 0, 32768]]], np.uint16)
    image = from_bytes(tiff(ink, photometric="separated"), "a")
    assert np.allclose(image.values, [[[65535, 0, 0], [32767] * 3]], atol=1)


def test_palettes_keep_their_colours() -> None:
    table = np.zeros((3, 256), np.uint16)
    table[:, 1], table[:, 2] = (65535, 0, 0), (0, 0, 65535)
    places = np.array([[0, 1, 2]], np.uint8)
    image = from_bytes(tiff(places, photometric="palette", colormap=table), "a")
    assert same(image, [[[0, 0, 0], [255, 0, 0], [0, 0, 255]]], 255)


@pytest.mark.parametrize("count", [2, 4, 5])
@pytest.mark.parametrize("planes", ["contig", "separate"])
def test_other_numbers_of_channels_are_named_and_chosen(count: int, planes: str) -> None:
    values = DICE.integers(0, 256, (8, 9, count)).astype(np.uint8)
    stored = values if planes == "contig" else np.moveaxis(values, 2, 0)
    data = tiff(stored, photometric="minisblack", planarconfig=planes)
    with pytest.raises(
        ImageError, match=f"^a.tif has {count} channels; one of them can be read as grey"
    ) as raised:
        from_bytes(data, "a.tif")
    assert (raised.value.cause, raised.value.details["count"]) == ("channels", count)
    assert same(from_bytes(data, "a.tif", Part(channels=(count - 1,))), values[:, :, -1], 255)
    assert same(from_bytes(data, "a.tif", Part(channels=(1, 0, 1))), values[:, :, [1, 0, 1]], 255)


def test_pages_are_counted_and_chosen() -> None:
    buffer = io.BytesIO()
    with tifffile.TiffWriter(buffer) as file:
        for number in range(4):
            file.write(np.full((5, 6), number * 10, np.uint8), metadata=None)
    image = from_bytes(buffer.getvalue(), "a", Part(3))
    assert same(image, np.full((5, 6), 30), 255)
    assert image.frames == 4
    with pytest.raises(ImageError, match="^a has 4 pictures in it; there is no number 5"):
        from_bytes(buffer.getvalue(), "a", Part(4))


@pytest.mark.parametrize("kind", [np.float32, np.uint16])
def test_three_grey_pages_as_convviz_wrote_them_are_one_colour_map(kind: type) -> None:
    planes = [PIL.Image.fromarray(np.full((4, 4), value).astype(kind)) for value in (1, 2, 3)]
    buffer = io.BytesIO()
    planes[0].save(buffer, "TIFF", save_all=True, append_images=planes[1:])
    image = from_bytes(buffer.getvalue(), "a")
    assert np.array_equal(image.values, np.broadcast_to([1, 2, 3], (4, 4, 3)))
    assert (image.frames, str(image.note)) == (1, "its three grey pages are read as red, green and blue")


def test_what_the_camera_noted_turns_it() -> None:
    data = tiff(DEEP, photometric="rgb", extratags=[(274, 3, 1, 6, False)])
    assert np.array_equal(from_bytes(data, "a").values, np.rot90(DEEP, -1))


def test_big_files() -> None:
    assert np.array_equal(from_bytes(tiff(DEEP, bigtiff=True, photometric="rgb"), "a").values, DEEP)


def test_directories_in_a_circle_end() -> None:
    data = bytearray(tiff(DEEP, photometric="rgb"))
    with tifffile.TiffFile(io.BytesIO(bytes(data))) as file:
        offset, count = file.pages[0].offset, len(file.pages[0].tags)
    data[offset + 2 + 12 * count :][:4]
    data[offset + 2 + 12 * count : offset + 6 + 12 * count] = offset.to_bytes(4, "little")
    image = from_bytes(bytes(data), "a")
    assert (image.frames, image.shape) == (1, DEEP.shape)


def test_a_small_file_cannot_ask_for_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    data = tiff(np.zeros((200, 200), np.uint16), compression="zlib")
    cut = bytearray(data)
    with tifffile.TiffFile(io.BytesIO(data)) as file:
        places = {number: file.pages[0].tags[number].valueoffset for number in (256, 257)}
    for place in places.values():
        cut[place : place + 2] = (9000).to_bytes(2, "little")
    monkeypatch.setattr(np, "zeros", lambda *_, **__: pytest.fail("memory was taken"))
    with pytest.raises(ImageError, match="damaged or incomplete TIFF file [(]it ends too early"):
        from_bytes(bytes(cut), "a")


@pytest.mark.parametrize("damage", range(0, 400, 7))
def test_libtiff_prints_nothing(damage: int, capfd: pytest.CaptureFixture[str]) -> None:
    buffer = io.BytesIO()
    PIL.Image.fromarray((DEEP >> 8).astype(np.uint8)).save(buffer, "TIFF", compression="jpeg")
    data = bytearray(buffer.getvalue())
    data[damage % len(data)] ^= 0x55
    try:
        from_bytes(bytes(data), "a")
    except ImageError as error:
        assert "zip()" not in str(error)  # noqa: PT017
    assert capfd.readouterr().err == ""
