"""PBM, PGM, PPM and PAM: the numbers of the file, and its largest value as white."""

import numpy as np
import pytest

from convviz.core.images.image import Image, ImageError, from_bytes


def same(image: Image, values: object, high: float) -> bool:
    return np.array_equal(image.values, values) and (image.low, image.high) == (0, high)


@pytest.mark.parametrize("most", [1, 7, 10, 254, 255, 256, 1023, 4095, 65535])
def test_every_largest_value(most: int) -> None:
    numbers = [[0, 1, most], [most // 2, most, 0]]
    plain = f"P2 # by hand\n3 2\n# and more\n{most}\n" + " ".join(str(n) for row in numbers for n in row)
    raw = f"P5 3 2 {most}\n".encode() + np.array(numbers, ">u2" if most > 255 else "u1").tobytes()
    for data in (plain.encode(), raw):
        image = from_bytes(data, "a.pgm")
        assert same(image, numbers, most)
        assert image.values.dtype == (np.uint8 if most == 255 else np.float32)


def test_colour_plain_and_raw() -> None:
    assert same(from_bytes(b"P3 2 1 10\n10 0 5 1 2 3\n", "a"), [[[10, 0, 5], [1, 2, 3]]], 10)
    assert same(
        from_bytes(b"P6\n2 1\n255\n" + bytes((9, 8, 7, 35, 32, 10)), "a"), [[[9, 8, 7], [35, 32, 10]]], 255
    )


def test_bits_are_black_and_white() -> None:
    expected = [[0, 255, 0], [255, 255, 0]]
    assert same(from_bytes(b"P1\n3 2\n101\n0 0 1\n", "a"), expected, 255)
    assert same(from_bytes(b"P4\n3 2\n" + bytes((0b10100000, 0b00100000)), "a"), expected, 255)


def pam(depth: int, most: int, numbers: list[int]) -> bytes:
    head = f"P7\nWIDTH 2\nHEIGHT 1\nDEPTH {depth}\nMAXVAL {most}\nTUPLTYPE X\nENDHDR\n"
    return head.encode() + np.array(numbers, ">u2" if most > 255 else "u1").tobytes()


def test_arbitrary_maps() -> None:
    assert same(from_bytes(pam(1, 1, [0, 1]), "a"), [[0, 1]], 1)
    assert same(from_bytes(pam(3, 1000, [1, 2, 3, 4, 5, 1000]), "a"), [[[1, 2, 3], [4, 5, 1000]]], 1000)
    assert same(from_bytes(pam(4, 255, [9, 8, 7, 255, 9, 8, 7, 0]), "a"), [[[9, 8, 7], [255, 255, 255]]], 255)
    assert same(from_bytes(pam(2, 100, [50, 100, 50, 50]), "a"), [[50, 75]], 100)
    with pytest.raises(ImageError, match="^a has 5 channels; one of them can be read as grey"):
        from_bytes(pam(5, 255, list(range(10))), "a")


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"P2 3 2 10\n1 2 3 4 5", "it ends too early: 5 numbers instead of 6"),
        (b"P5 3 2 255\n12345", "it ends too early: 5 numbers instead of 6"),
        (b"P1 3 2\n10101", "it ends too early: 5 numbers instead of 6"),
        (b"P4 3 2\n1", "it ends too early"),
        (b"P2 3 2 10\n1 2 3 4 5 11", "it has the value 11, above its own largest, 10"),
        (b"P2 1 1 10\nblack", "'black' is not a number"),
        (b"P2 1 1 65536\n1", "its largest value is 65536, not 1 to 65535"),
        (b"P2 1 1 0\n1", "its largest value is 0, not 1 to 65535"),
        (b"P1 2 1\n12", "its bits are not written as 0 and 1"),
        (b"P5 x", "its header cannot be understood"),
        (b"P7\nWIDTH 2\nENDHDR\n", "its header cannot be understood"),
    ],
)
def test_what_is_wrong_is_said(data: bytes, cause: str) -> None:
    with pytest.raises(ImageError) as raised:
        from_bytes(data, "a.pgm")
    assert str(raised.value).startswith(f"a.pgm is a damaged or incomplete PNM file ({cause}")
