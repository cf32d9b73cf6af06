"""Weights as text: everything people paste, and what is said about what they should not."""

import contextlib
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.text import format_weights, parse_number

EDGE = [[1, 0, -1], [2, 0, -2]]


@pytest.mark.parametrize(
    "text",
    [
        "1 0 -1; 2 0 -2",
        "1\t0\t-1\n2\t0\t-2\n",
        "1\t0\t-1\r\n2\t0\t-2\r\n",
        "1,0,-1\n2,0,-2",
        "1, 0, -1; 2, 0, -2",
        "1;0;-1\n2;0;-2\n",
        "1;0;-1;\n2;0;-2;\n",
        "1,0,-1,\n2,0,-2,\n",
        "1, 0, -1,\n2, 0, -2,",
        "1\t0\t-1\t\n2\t0\t-2\t\n",
        "1 0 -1;\n2 0 -2;",
        "  1   0 \u22121 \n\n 2 0 \u22122 ",
        "[[1, 0, -1], [2, 0, -2]]",
        "[[1.0, 0.0, -1.0],\n [2.0, 0.0, -2.0]]",
        "[1 0 -1; 2 0 -2]",
        "[[ 1.  0. -1.]\n [ 2.  0. -2.]]",
        '"1","0","-1"\n"2","0","-2"',
        "\ufeff# my kernel\n1 0 -1\n2 0 -2",
        "1\u00a00\u00a0\u20131\n2 0 -2",
    ],
)
def test_ways_to_write_one_kernel(text: str) -> None:
    assert Kernel.from_text(text).weights.tolist() == EDGE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0,5\t1,5", [[0.5, 1.5]]),
        ("0,5;1\n2;-1,5", [[0.5, 1], [2, -1.5]]),
        ("0,5 1,5\n2 3", [[0.5, 1.5], [2, 3]]),
        ("0,5", [[0, 5]]),
        ("0,1\n2,3", [[0, 1], [2, 3]]),
        ("1,2,3 \n 4,5,6", [[1, 2, 3], [4, 5, 6]]),
        ("1/9 -1/3", [[1 / 9, -1 / 3]]),
        ("1e-3 +.5 2.", [[0.001, 0.5, 2]]),
        ("7", [[7]]),
        ("1;2;3", [[1], [2], [3]]),
    ],
)
def test_commas_and_fractions(text: str, expected: list) -> None:
    assert Kernel.from_text(text).weights.tolist() == expected


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("1 0 -1\n1 0 abc", "row 2, column 3: 'abc' is not a number"),
        ("1\t\t3", "row 1, column 2: the cell is empty"),
        ("1 nan", "row 1, column 2: 'nan' is not a number"),
        ("1 1e999", "row 1, column 2: '1e999' is too large; the limit is 1e+12"),
        ("1 1_0", "row 1, column 2: '1_0' is not a number"),
        ("1 1/0", "row 1, column 2: '1/0' divides by zero"),
        ("1 2 3\n4 5", "row 2 has 2 weights, row 1 has 3"),
        ("", "the text has no weights"),
        (" \n\t\n", "the text has no weights"),
        ("# only words", "the text has no weights"),
        ("\n".join(["1"] * 32), "a kernel of 32x1 is too large: 1 to 31 rows and columns"),
        (" ".join(["1"] * 32), "a kernel of 1x32 is too large: 1 to 31 rows and columns"),
        ("# divisor nine\n1 2", "'nine' is not a number"),
        ("1 2\n3 4\n\n1 2\n3 4\n5 6", "channel 2 has 3x2 weights, channel 1 has 2x2"),
        ("1" * 1_000_001, "a text of 1000001 characters is too long for a kernel"),
    ],
)
def test_refusals_name_row_column_and_text(text: str, cause: str) -> None:
    with pytest.raises(ValueError) as error:
        Kernel.from_text(text)
    assert str(error.value) == cause


def test_a_divisor_line_is_the_divisor() -> None:
    assert Kernel.from_text("# divisor 16\n1 2 1") == Kernel([[1, 2, 1]], 16)


def test_blocks_are_channels() -> None:
    kernel = Kernel.from_text("1 2\n3 4\n\n5 6\n7 8")
    assert kernel.weights.shape == (2, 2, 2)
    assert kernel.plane(1).tolist() == [[5, 6], [7, 8]]
    assert Kernel.from_text("# channel 1\n1 2\n# channel 2\n3 4").plane(1).tolist() == [[3, 4]]


def test_rows_with_air_between_them_are_rows() -> None:
    assert Kernel.from_text("1 0 -1\n\n2 0 -2\n").weights.tolist() == EDGE


def test_text_is_plain_and_brief() -> None:
    assert Kernel([[1, 0.1], [-2, -0.0]], 9).to_text() == "1\t0.1\n-2\t0"


def test_numbers_as_people_type_them() -> None:
    assert [parse_number(text) for text in ("\u22122,5", " 3 ", "-1 / 4")] == [-2.5, 3.0, -0.25]


@given(
    st.lists(
        st.lists(st.floats(-1e12, 1e12), min_size=3, max_size=3),
        min_size=1,
        max_size=31,
    ),
    st.sampled_from(["\t", ",", ";", " "]),
)
def test_what_is_written_reads_back_exactly(rows: list[list[float]], separator: str) -> None:
    text = format_weights(np.array(rows), separator)
    if separator == ";" and len(rows) == 1:
        return  # on one line semicolons part rows
    assert Kernel.from_text(text).weights.tolist() == rows


HUGE = 200_000


@pytest.mark.parametrize(
    "text",
    [
        "9" * HUGE + "x",
        r"\frac{" + "9" * HUGE + r"}{2} \begin{bmatrix} 1 \end{bmatrix}",
        r"\begin{bmatrix} 1 & " * (HUGE // 20),
        r"\frac{1}{ " + " " * HUGE,
        "/* [1] " * (HUGE // 7),
        "(x" * HUGE + ")" * HUGE,
        "9" * HUGE + "x * [[1]]",
        "kernel = [[1]]" + "\n" * HUGE,
        "| 1 |\n" + " " * HUGE + "|",
    ],
    ids=lambda text: text[:12],
)
def test_a_long_text_is_answered_at_once(text):
    """Whoever pastes it waits for the answer: the work must not grow with the square of the length."""
    begun = time.process_time()
    with contextlib.suppress(ValueError):
        Kernel.from_text(text)
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("factor", ["1/0", "0/0", "9" * 400, "1/" + "9" * 400])
def test_a_factor_that_is_none_is_a_sentence(factor):
    for text in (f"{factor} * [[1, 2]]", f"[[1, 2]] / ({factor})"):
        with pytest.raises(ValueError, match="zero|too large|is not|one weight|not finite|number"):
            Kernel.from_text(text)
