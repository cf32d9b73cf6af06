"""The X lesson in the terminal."""

import re

import pytest

from convviz.__main__ import main


@pytest.fixture
def steps(capsys):
    def run(*arguments):
        assert main(["steps", *arguments]) == 0
        return capsys.readouterr().out

    return run


def test_the_perfect_match_is_worked_out_in_full(steps):
    assert (
        "Cell (1, 1): rows 1 to 3, columns 1 to 3 of the input\n"
        "  window      x kernel    = products\n"
        "   1 -1 -1     1 -1 -1    1 1 1\n"
        "  -1  1 -1    -1  1 -1    1 1 1\n"
        "  -1 -1  1    -1 -1  1    1 1 1\n"
        "  sum: 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 = 9\n"
    ) in steps("x", "--text")


def test_an_oblong_picture_is_worked_out_by_rows_and_columns(steps, tmp_path):
    (tmp_path / "a.pgm").write_text("P2 9 5 255 4 5 7 9 0 1 8 9 2 3 8 4 2 8 2 4 6 5 0 0 8 7 8 5 8 3 4 "
                                    "7 1 3 1 4 9 1 3 4 9 2 5 2 0 7 0 2 4")  # fmt: skip
    arguments = ["--kernel", "1 2 3; 4 5 6", "--stride", "3,2", "--pool", "max:1,3"]
    text = steps(str(tmp_path / "a.pgm"), "--text", *arguments)
    assert text.startswith("5x9 -> 2x3 s3x2 -> 2x4 -> max 1x3")
    assert "Input, 5x9\n  4 5 7 9 0 1 8 9 2\n" in text
    assert (
        "Cell (1, 2): rows 3 to 4, columns 4 to 6 of the input\n"
        "  window    x kernel    = products\n"
        "  4 9 1     1 2 3        4 18  3\n"
        "  0 7 0     4 5 6        0 35  0\n"
        "  sum: 4 + 18 + 3 + 0 + 35 + 0 = 60\n"
    ) in text
    assert "  111  99  92 108\n   94  47  60  53\n" in text
    assert "1x3, 2x1\n  111\n   94\n" in text


def test_all_maps_of_the_lesson_are_printed(steps):
    text = steps("x", "--text")
    assert "   7 -1  1  3  5 -1  3\n  -1  9 -1  3 -1  1 -1\n" in text
    assert "  0.78 -0.11  0.11  0.33  0.56 -0.11  0.33\n" in text.replace("   0.78", "  0.78")
    assert "After ReLU\n  7 0 1 3 5 0 3\n" in text
    assert "After max pooling 2x2, 3x3\n  9 3 5\n  3 9 3\n  5 3 9\n" in text


def test_three_cells_are_worked_out_or_all_of_them(steps):
    assert re.findall(r"^Cell (.*):", steps("x"), re.M) == ["(0, 0)", "(0, 1)", "(1, 1)"]
    for option in ("--text", "--all"):
        assert len(re.findall(r"^Cell ", steps("x", option), re.M)) == 49


def test_the_edge_has_its_own_kernel_in_both_operations(steps):
    assert re.search(r"All cells, 4x4\n +0 +30 +30 +0\n", steps("edge"))
    assert re.search(r"All cells, 4x4\n +0 +-30 +-30 +0\n", steps("edge", "--mode", "convolve"))


def test_a_negative_term_stands_in_brackets_and_the_divisor_below_the_sum(steps):
    text = steps("edge", "--kernel", "-1 0 1", "--divisor", "4", "--bias", "-0.5", "--activation", "absolute")
    assert "  sum: (-10) + 0 + 0 = -10\n  -10 / 4 - 0.5 = -3\n  |x|: -3 becomes 3\n" in text


def test_colour_is_taken_apart_channel_by_channel(steps, tmp_path):
    import numpy as np
    import PIL.Image

    file = tmp_path / "colour.png"
    PIL.Image.fromarray(np.arange(27, dtype=np.uint8).reshape(3, 3, 3)).save(file)
    text = steps(str(file), "--kernel", "1 1", "--channels", "sum")
    assert "sum: 0 + 3 + 1 + 4 + 2 + 5 = 15\n" in text


def test_large_pictures_are_refused(capsys, tmp_path):
    import PIL.Image

    file = tmp_path / "large.png"
    PIL.Image.new("L", (33, 33)).save(file)
    assert main(["steps", str(file)]) == 2
    assert "is 33x33: steps shows pictures of up to 32x32" in capsys.readouterr().err


FLAT = "P2\n9 9\n255\n" + "200 " * 80 + "200\n"


def test_what_is_nothing_but_rounding_is_printed_as_0(steps, tmp_path):
    (tmp_path / "flat.pgm").write_text(FLAT)
    out = steps(str(tmp_path / "flat.pgm"), "--kernel", "0.3 -0.2 -0.1")
    assert "(-20) = 0\n" in out or "+ (-20.00) = 0\n" in out
    assert out.count("  " + " ".join("0" * 7) + "\n") == 9
    assert "0.00" not in out.split("All cells")[1]


def test_a_sum_of_many_products_is_not_written_out(steps):
    sixes = ";".join(["1 1 1 1 1 1"] * 6)
    assert re.search(r"^  sum: 36 products = -?\d+$", steps("x", "--kernel", sixes), re.M)


def test_the_lesson_adds_nothing_where_something_was_asked_for(steps):
    text = steps("x", "--activation", "tanh", "--pool", "avg:2")
    assert "After tanh" in text
    assert "After average pooling 2x2, 3x3" in text
