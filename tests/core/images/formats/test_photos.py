"""Photos of telephones and pictures of games and painting programs; and what is no picture of pixels."""

import base64
import io
import sys
import tracemalloc
import zlib

import numpy as np
import PIL.Image
import pytest
import tifffile

from convviz.core.images.image import ImageError, Part, from_bytes

HEIC = base64.b64decode("""
AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA
ACJpbG9jAAAAAERAAAEAAQAAAAABoQABAAAAAAAAAIwAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRt
AAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA
AAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCiBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwYkAAAATY29scm5j
bHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAUAAAAEAAAAAoY2xhcAAAAFAAAAABAAAAPAAAAAEAAAAAAAAAAv////wAAAACAAAAEHBp
eGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAAJRtZGF0AAAAiCgBrxNHh/VfQpt20r7BdGiqJHic7M9tcj59PiXV
iRAtaA2tal1tv/XJO2Ms+fxdPwjBMLl4L2M4HCGn1bbNeBKD4U/l7dmBkK1/uMHzlTT1LzQwWcVUmAOalL1ymUTOuuv62Z/52gif
Vjqcz+V/HDcjfcT3qCAkmV6et7JJAsax0PB4XEtwCe4=
""")  # 80x60, made for this test: pi-heif reads and does not write

ROWS = np.arange(48, dtype=np.uint8).reshape(4, 4, 3) * 5
SMOOTH = np.full((40, 60, 3), (200, 30, 90), np.uint8)


def encoded(array: np.ndarray, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    PIL.Image.fromarray(array).save(buffer, kind, **options)
    return buffer.getvalue()


def psd(values: np.ndarray, depth: int = 8) -> bytes:
    """A picture as Photoshop keeps it, one stored plane after the other, without layers."""
    height, width, channels = values.shape
    head = b"8BPS" + b"\0\1" + bytes(6) + channels.to_bytes(2, "big")
    head += height.to_bytes(4, "big") + width.to_bytes(4, "big") + depth.to_bytes(2, "big") + b"\0\3"
    return head + bytes(12) + b"\0\0" + np.moveaxis(values, 2, 0).tobytes()


def test_heic_of_a_telephone() -> None:
    image = from_bytes(HEIC, "IMG_0001.HEIC")
    assert (image.shape, image.values.dtype, image.low, image.high) == ((60, 80, 3), np.uint8, 0, 255)
    assert int(image.values.max()) - int(image.values.min()) > 200


@pytest.mark.parametrize(
    ("kind", "options"),
    [("TGA", {}), ("TGA", {"compression": "tga_rle"}), ("JPEG2000", {}), ("ICO", {}), ("QOI", {})],
)
def test_what_is_kept_without_loss_is_read_exactly(kind: str, options: dict) -> None:
    data = encoded(np.tile(ROWS, (4, 4, 1)) if kind == "ICO" else ROWS, kind, **options)
    image = from_bytes(data, "a.tga")
    assert np.array_equal(image.values[:4, :4], ROWS)
    assert (image.low, image.high, image.frames) == (0, 255, 1)


def test_a_targa_picture_without_its_mark_is_known_by_its_ending() -> None:
    data = encoded(ROWS, "TGA")[:-26]
    assert np.array_equal(from_bytes(data, "game.TGA").values, ROWS)
    with pytest.raises(ImageError, match="not a picture of a kind that can be read"):
        from_bytes(data, "game.bin")


def test_avif_is_near_its_colour() -> None:
    values = from_bytes(encoded(SMOOTH, "AVIF", quality=95), "a").values
    assert values.shape == SMOOTH.shape
    assert np.abs(values.astype(int) - SMOOTH).max() <= 4


def test_psd_of_8_bits_and_a_sentence_for_16() -> None:
    assert np.array_equal(from_bytes(psd(ROWS), "a.psd").values, ROWS)
    with pytest.raises(ImageError, match=r"^a.psd has 16 bits a channel; of PSD files only those with 8"):
        from_bytes(psd(ROWS.astype(">u2"), 16), "a.psd")


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_frames_of_a_film(kind: str) -> None:
    frames = [PIL.Image.new("L", (5, 4), value) for value in (10, 100, 200)]
    buffer = io.BytesIO()
    options = {"lossless": True} if kind == "WEBP" else {}
    frames[0].save(buffer, kind, save_all=True, append_images=frames[1:], **options)
    for number, value in enumerate((10, 100, 200)):
        image = from_bytes(buffer.getvalue(), "a", Part(number))
        assert (image.frames, image.part.frame) == (3, number)
        assert np.array_equal(image.values, np.full(image.shape, value))
        assert image.values.ndim == (3 if kind == "WEBP" else 2)  # WebP knows no grey
    with pytest.raises(ImageError, match="^a has 3 pictures in it; there is no number 4"):
        from_bytes(buffer.getvalue(), "a", Part(3))


def test_one_channel_of_a_photo() -> None:
    data = encoded(ROWS, "PNG")
    assert np.array_equal(from_bytes(data, "a", Part(channels=(2,))).values, ROWS[:, :, 2])
    assert np.array_equal(from_bytes(data, "a", Part(channels=(2, 1, 0))).values, ROWS[:, :, ::-1])
    with pytest.raises(ImageError, match="^a has 3 channels; there is no number 4"):
        from_bytes(data, "a", Part(channels=(3,)))


def tiff(**options: object) -> bytes:
    buffer = io.BytesIO()
    tifffile.imwrite(buffer, ROWS, photometric="rgb", metadata=None, **options)
    return buffer.getvalue()


def raw_with_preview() -> bytes:
    """As NEF and ARW are: a small photo, and below it what the sensor measured."""
    buffer = io.BytesIO()
    with tifffile.TiffWriter(buffer) as file:
        file.write(ROWS, photometric="rgb", subfiletype=1, subifds=1, metadata=None)
        file.write(np.zeros((8, 8), np.uint16), photometric="cfa", metadata=None)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
        ("a.svg", b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- made by hand -->\n<svg width="3">', "svg"),
        ("a.svgz", b"\x1f\x8b\x08\0", "svg"),
        ("a.pdf", b"%PDF-1.7\n", "pdf"),
        ("a.jxl", b"\xff\x0a\xfa", "jxl"),
        ("a.png", b"\0\0\0\x0cJXL \r\n\x87\n", "jxl"),
        ("a.dcm", bytes(128) + b"DICM\2\0", "dicom"),
        ("a.cr2", b"II*\0\x10\0\0\0CR\2\0", "raw"),
        ("a.cr3", b"\0\0\0\x18ftypcrx \0\0\0\1crx isom", "raw"),
        ("a.raf", b"FUJIFILMCCD-RAW 0201", "raw"),
        ("a.orf", b"IIRO\x08\0\0\0", "raw"),
        ("a.nef", tiff(), "raw"),
        ("a.dng", tiff(), "raw"),
        ("a.tif", tiff(extratags=[(50706, 1, 4, bytes((1, 4, 0, 0)), False)]), "raw"),
        ("a.tif", raw_with_preview(), "raw"),
    ],
)
def test_a_sentence_of_its_own(name: str, data: bytes, cause: str) -> None:
    with pytest.raises(ImageError) as raised:
        from_bytes(data, name)
    assert raised.value.cause == cause
    assert str(raised.value).startswith(f"{name} is a ")


def test_a_smaller_copy_in_front_does_not_pass_for_the_photo() -> None:
    buffer = io.BytesIO()
    with tifffile.TiffWriter(buffer) as file:
        file.write(ROWS[:2, :2], photometric="rgb", subfiletype=1, metadata=None)
        file.write(ROWS, photometric="rgb", metadata=None)
    image = from_bytes(buffer.getvalue(), "a.tif")
    assert np.array_equal(image.values, ROWS)
    assert image.frames == 1


@pytest.mark.parametrize("package", ["pi_heif", "tifffile"])
def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    data = HEIC if package == "pi_heif" else tiff()
    with pytest.raises(
        ImageError, match=f"^a cannot be read: {package}, which reads it, is not installed here"
    ):
        from_bytes(data, "a")


def test_what_is_damaged_is_said_in_our_words() -> None:
    for data in (HEIC[:300], encoded(SMOOTH, "AVIF")[:80], encoded(ROWS, "JPEG2000")[:90], psd(ROWS)[:40]):
        with pytest.raises(ImageError) as raised:
            from_bytes(data, "a")
        ours = ("it ends too early", "its header cannot be understood", "its data cannot be understood")
        assert any(f"({words})." in str(raised.value) for words in ours)


def huge(kind: str) -> bytes:
    """A file whose head speaks of 60,000x60,000 pixels, with nothing behind it."""
    side = 60_000
    heads = {
        "tga": bytes((0, 0, 2)) + bytes(9) + side.to_bytes(2, "little") * 2 + bytes((24, 0)),
        "qoi": b"qoif" + side.to_bytes(4, "big") * 2 + b"\3\0",
        "psd": b"8BPS\0\1" + bytes(6) + b"\0\3" + side.to_bytes(4, "big") * 2 + b"\0\x08\0\3" + bytes(14),
        "pam": f"P7\nWIDTH {side}\nHEIGHT {side}\nDEPTH 3\nMAXVAL 255\nENDHDR\n".encode(),
        "tif": _tiff_of(side),
    }
    return heads[kind] + bytes(50)


def _tiff_of(side: int) -> bytes:
    data = bytearray(tiff())
    with tifffile.TiffFile(io.BytesIO(bytes(data))) as file:
        places = [file.pages[0].tags[number].valueoffset for number in (256, 257)]
    for place in places:
        data[place : place + 2] = side.to_bytes(2, "little")
    return bytes(data)


@pytest.mark.parametrize("kind", ["tga", "qoi", "psd", "pam", "tif"])
def test_what_is_too_large_is_refused_before_it_is_unpacked(kind: str) -> None:
    with pytest.raises(ImageError, match=f"^a.{kind} has 3600 megapixels; the limit is 100"):
        from_bytes(huge(kind), f"a.{kind}")


def told_larger(data: bytes, box: bytes, after: int) -> bytes:
    """A small picture whose head speaks of 60,000x60,000 pixels, ``after`` bytes behind the name of a box."""
    at = data.index(box) + after
    return data[:at] + (60_000).to_bytes(4, "big") * 2 + data[at + 8 :]


LARGER = {
    "avif": (lambda: told_larger(encoded(SMOOTH, "AVIF"), b"ispe", 8), "damaged or incomplete AVIF"),
    "heic": (lambda: told_larger(HEIC, b"ispe", 8), "damaged or incomplete HEIC"),
    "jp2": (
        lambda: told_larger(encoded(ROWS, "JPEG2000"), b"ihdr", 4),
        "has 3600 megapixels; the limit is 100",
    ),
}


@pytest.mark.parametrize("kind", LARGER)
def test_a_head_that_speaks_of_more_pixels_takes_no_memory_for_them(kind: str) -> None:
    make, reason = LARGER[kind]
    data = make()
    tracemalloc.start()
    with pytest.raises(ImageError, match=reason):
        from_bytes(data, f"a.{kind}")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 20_000_000


def test_a_strip_that_unpacks_without_end_takes_what_the_picture_needs() -> None:
    plain = np.zeros((8, 8), np.uint8)
    bomb = zlib.compress(bytes(200_000_000), 9)
    buffer = io.BytesIO()
    tifffile.imwrite(buffer, plain, compression="zlib", metadata=None)
    data = bytearray(buffer.getvalue())
    with tifffile.TiffFile(io.BytesIO(bytes(data))) as file:
        places = {number: file.pages[0].tags[number].valueoffset for number in (273, 279)}
    data[places[273] : places[273] + 4] = len(data).to_bytes(4, "little")
    data[places[279] : places[279] + 4] = len(bomb).to_bytes(4, "little")
    tracemalloc.start()
    image = from_bytes(bytes(data) + bomb, "a.tif")
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    assert np.array_equal(image.values, plain)
