"""A stage as a file: the very numbers, in every format."""

from pathlib import Path

import numpy as np
import PIL.Image
import PIL.ImageSequence
import pytest

from convviz.core.images.export import as_bytes, save_stage

MAP = np.array([[0.5, -30.0], [7.0, 1 / 3]], dtype=np.float32)
COLOUR = np.stack([MAP, MAP + 1, MAP + 2], axis=2)


def test_npy_is_the_array(tmp_path: Path) -> None:
    save_stage(COLOUR, tmp_path / "a.npy")
    loaded = np.load(tmp_path / "a.npy")
    assert loaded.dtype == np.float32
    assert np.array_equal(loaded, COLOUR)


def test_csv_is_short_and_exact(tmp_path: Path) -> None:
    save_stage(MAP, tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text() == "0.5,-30\n7,0.33333334\n"
    save_stage(MAP.astype(np.float64) / 3, tmp_path / "b.csv")
    assert np.array_equal(np.loadtxt(tmp_path / "b.csv", delimiter=","), MAP.astype(np.float64) / 3)


def test_csv_channels_are_parted_by_a_blank_line(tmp_path: Path) -> None:
    save_stage(np.array([[[1, 2], [3, 4]]]), tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text() == "1,3\n\n2,4\n"


@pytest.mark.parametrize("ending", ["csv", "npy", "tif", "png"])
def test_writing_tells_how_far_it_is_and_can_be_ended(tmp_path: Path, ending: str) -> None:
    values = np.random.default_rng(1).integers(0, 256, (300, 700), dtype=np.uint8)
    shares: list[float] = []
    save_stage(values, tmp_path / f"a.{ending}", go_on=shares.append)
    assert shares[0] == 0
    assert shares == sorted(shares)
    assert max(shares) <= 1
    assert len(shares) > 250 if ending == "csv" else shares

    def end(share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        save_stage(values, tmp_path / f"b.{ending}", go_on=end)
    assert [path.name for path in tmp_path.iterdir()] == [f"a.{ending}"]


def test_the_lines_of_a_text_count_towards_its_length(tmp_path: Path) -> None:
    shares: list[float] = []
    save_stage(np.full((4, 3), 7), tmp_path / "a.csv", go_on=shares.append)
    assert [round(share, 1) for share in shares] == [0.0, 0.3, 0.6, 0.9]


@pytest.mark.parametrize("ending", [".tif", ".tiff", ".TIF"])
def test_tiff_is_float_with_a_page_a_channel(tmp_path: Path, ending: str) -> None:
    save_stage(COLOUR, tmp_path / f"a{ending}")
    with PIL.Image.open(tmp_path / f"a{ending}") as image:
        pages = [np.array(page) for page in PIL.ImageSequence.Iterator(image)]
    assert np.array_equal(np.stack(pages, axis=2), COLOUR)


@pytest.mark.parametrize(
    ("values", "mode"),
    [([[0.0, 65535.0]], "I;16"), ([[0.0, 65536.0]], "F"), ([[0.5, 1.0]], "F"), ([[-1.0, 1.0]], "F")],
)
def test_tiff_is_16_bit_where_nothing_is_lost(tmp_path: Path, values: list[list[float]], mode: str) -> None:
    save_stage(np.array(values, np.float32), tmp_path / "a.tif")
    with PIL.Image.open(tmp_path / "a.tif") as image:
        assert image.mode == mode
        assert np.array_equal(np.array(image), values)


def test_a_tiff_with_nan_stays_floating_point(tmp_path: Path) -> None:
    save_stage(np.array([[np.nan, 1.0]], np.float32), tmp_path / "a.tif")
    with PIL.Image.open(tmp_path / "a.tif") as image:
        assert image.mode == "F"


def test_png_is_the_picture_shown(tmp_path: Path) -> None:
    shown = np.arange(16, dtype=np.uint8).reshape(2, 2, 4)
    save_stage(MAP, tmp_path / "a.png", picture=shown)
    with PIL.Image.open(tmp_path / "a.png") as image:
        assert np.array_equal(np.array(image), shown)


def test_png_without_a_picture_rounds_bytes_and_centres_signed_values(tmp_path: Path) -> None:
    assert as_bytes(np.array([[0.6, 254.4]])).tolist() == [[1, 254]]
    assert as_bytes(np.array([[-2.0, 0.0, 1.0, np.nan, np.inf]])).tolist() == [[1, 128, 192, 128, 255]]
    assert as_bytes(np.array([[np.inf]])).tolist() == [[255]]
    save_stage(np.array([[10.0, 0.0]]), tmp_path / "a.png")
    with PIL.Image.open(tmp_path / "a.png") as image:
        assert (image.mode, np.array(image).tolist()) == ("L", [[10, 0]])


@pytest.mark.parametrize(
    ("array", "name", "cause"),
    [
        (MAP, "a.gif", "a.gif: the ending must be one of .png, .tif, .tiff, .csv, .npy"),
        (MAP, "a", "a: the ending must be one of"),
        (MAP[0], "a.npy", r"shape \(2,\) is no picture"),
        (np.zeros((2, 2, 5)), "a.png", "1, 3 or 4 channels"),
    ],
)
def test_what_cannot_be_saved(tmp_path: Path, array: np.ndarray, name: str, cause: str) -> None:
    (tmp_path / name).write_bytes(b"old")
    with pytest.raises(ValueError, match=cause):
        save_stage(array, tmp_path / name)
    assert (tmp_path / name).read_bytes() == b"old"
