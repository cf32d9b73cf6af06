"""Numbers in a text are a picture; and every export opens again whole."""

from pathlib import Path

import numpy as np
import pytest

from convviz.core.images.export import save_stage
from convviz.core.images.image import ImageError, Part, from_bytes, read

DICE = np.random.default_rng(8)


@pytest.mark.parametrize(
    "text",
    [
        "10,10,0\n0,5,250\n",
        "10;10;0\r\n0;5;250\r\n",
        "10\t10\t0\n0\t5\t250",
        "10 10 0\n\n0 5 250\n",
        "\ufeff10,10,0\n0,5,250",
        "10 10 0; 0 5 250",
        "[[10, 10, 0], [0, 5, 250]]",
        "np.array([[10, 10, 0],\n       [0, 5, 250]], dtype=uint8)",
        "| 10 | 10 | 0 |\n|--|--|--|\n| 0 | 5 | 250 |",
        "１０，１０，０\n０，５，２５０",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_table_is_a_picture(text: str, encoding: str) -> None:
    image = from_bytes(text.encode(encoding), "sheet.csv")
    assert image.values.tolist() == [[10, 10, 0], [0, 5, 250]]
    assert (image.low, image.high) == (0, 255)


def test_a_table_is_known_without_its_ending() -> None:
    assert from_bytes(b"1,2\n3,4\n", "clipboard").values.tolist() == [[1, 2], [3, 4]]


def test_fractions_gaps_and_ranges() -> None:
    image = from_bytes(b"0.25,nan\n-1.5,3\n", "a.csv")
    assert np.array_equal(image.values, [[0.25, np.nan], [-1.5, 3]], equal_nan=True)
    assert (image.low, image.high) == (-1.5, 3)
    assert from_bytes(b"0,5;1,5\n2;3", "a.csv").values.tolist() == [[0.5, 1.5], [2, 3]]


def test_blocks_are_channels() -> None:
    text = b"1,2\n3,4\n\n5,6\n7,8\n\n9,10\n11,12\n"
    assert from_bytes(text, "a.csv").values[0, 1].tolist() == [2, 6, 10]
    with pytest.raises(ImageError, match="^a.csv has 2 channels") as raised:
        from_bytes(text[:17], "a.csv")
    assert raised.value.cause == "channels"
    assert from_bytes(text[:17], "a.csv", Part(channels=(1,))).values.tolist() == [[5, 6], [7, 8]]


def test_a_large_table_is_read_quickly(tmp_path: Path) -> None:
    values = DICE.integers(0, 256, (900, 1200))
    np.savetxt(tmp_path / "a.txt", values, fmt="%d")
    assert np.array_equal(read(tmp_path / "a.txt").values, values)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"name,age\nann,7\n", "row 1, column 1: 'name' is not a number"),
        (b"1,2\n3\n", "row 2 has 1 weights, row 1 has 2"),
        (b"1,2\n3,x\n", "row 2, column 2: 'x' is not a number"),
        (b"\xff1,2\n", "this is not a text file"),
        (b"# only words\n", "the text has no weights"),
    ],
)
def test_what_is_no_table_is_said(text: bytes, reason: str) -> None:
    with pytest.raises(ImageError) as raised:
        from_bytes(text, "a.csv")
    assert str(raised.value) == f"a.csv is no table of numbers ({reason})."
    assert raised.value.cause == "table"


EXPORTS = {
    "grey bytes": DICE.integers(0, 256, (7, 9)).astype(np.uint8),
    "colour bytes": DICE.integers(0, 256, (7, 9, 3)).astype(np.uint8),
    "16 bits": DICE.integers(0, 65536, (7, 9, 3)).astype(np.float32),
    "signed": (DICE.random((7, 9)) * 100 - 50).astype(np.float32),
    "colour, signed": (DICE.random((7, 9, 3)) * 100 - 50).astype(np.float32),
    "64 bits": DICE.random((7, 9, 3)) - 0.5,
    "ninths": (DICE.integers(-99, 99, (7, 9)) / 9).astype(np.float32),
    "one row": DICE.random((1, 9)).astype(np.float32),
    "one row, colour": DICE.random((1, 9, 3)).astype(np.float32),
    "one column": DICE.random((9, 1)).astype(np.float32),
    "one number": np.array([[0.12345678]], np.float32),
    "a gap": np.array([[0.33333334, np.nan], [1, 2]], np.float32),
}


@pytest.mark.parametrize("ending", ["csv", "tif", "npy"])
@pytest.mark.parametrize("values", EXPORTS.values(), ids=EXPORTS.keys())
def test_every_export_opens_again_whole(tmp_path: Path, values: np.ndarray, ending: str) -> None:
    save_stage(values, tmp_path / f"a.{ending}")
    image = read(tmp_path / f"a.{ending}")
    assert image.shape == values.shape
    assert np.array_equal(image.values, values, equal_nan=True)
    assert image.frames == 1


@pytest.mark.parametrize("values", [EXPORTS["grey bytes"], EXPORTS["colour bytes"]], ids=["grey", "colour"])
def test_a_picture_of_bytes_opens_again_whole(tmp_path: Path, values: np.ndarray) -> None:
    save_stage(values, tmp_path / "a.png")
    assert np.array_equal(read(tmp_path / "a.png").values, values)


def test_the_maps_of_a_layer_are_pages(tmp_path: Path) -> None:
    maps = DICE.random((5, 6, 8)).astype(np.float32)
    save_stage(maps, tmp_path / "a.tif")
    for number in (0, 7):
        image = read(tmp_path / "a.tif", Part(number))
        assert image.frames == 8
        assert np.array_equal(image.values, maps[:, :, number])
