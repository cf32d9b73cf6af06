"""Kernels: what they say about themselves, and what turning, resizing and dividing makes of them."""

import numpy as np
import pytest

from convviz.core.kernels.kernel import Kernel

ODD_ONE = Kernel([[1, 2, 3], [4, 5, 6]], name="mine")  # no symmetry, more columns than rows


def weights(kernel: Kernel) -> list:
    return kernel.weights.tolist()


def test_rows_come_before_columns() -> None:
    assert (ODD_ONE.rows, ODD_ONE.columns, ODD_ONE.size) == (2, 3, (2, 3))
    assert (ODD_ONE.channels, ODD_ONE.taps, ODD_ONE.total) == (1, 6, 21.0)


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("rotated", [[4, 1], [5, 2], [6, 3]]),
        ("turned", [[6, 5, 4], [3, 2, 1]]),
        ("mirrored", [[3, 2, 1], [6, 5, 4]]),
        ("flipped", [[4, 5, 6], [1, 2, 3]]),
        ("transposed", [[1, 4], [2, 5], [3, 6]]),
        ("negated", [[-1, -2, -3], [-4, -5, -6]]),
    ],
)
def test_a_kernel_without_symmetry_moves_the_right_way(method: str, expected: list) -> None:
    changed = getattr(ODD_ONE, method)()
    assert weights(changed) == expected
    assert changed.name == ""


def test_the_same_with_a_plane_for_every_channel() -> None:
    kernel = Kernel(np.stack([[[1, 2, 3], [4, 5, 6]], [[0, 0, 7], [0, 0, 0]]], axis=2))
    turned = kernel.rotated()
    assert turned.plane(0).tolist() == [[4, 1], [5, 2], [6, 3]]
    assert turned.plane(1).tolist() == [[0, 0], [0, 0], [0, 7]]
    assert kernel.transposed().plane(1).tolist() == [[0, 0], [0, 0], [7, 0]]


def test_a_change_that_changes_nothing_keeps_the_name() -> None:
    box = Kernel(np.ones((3, 3)), 9, "box")
    assert box.turned() is box
    assert box.with_weight(1, 1, 1.0).name == "box"
    assert box.with_weight(1, 1, 2.0).name == ""
    assert box.with_divisor(8).name == ""


def test_negating_makes_no_minus_zero() -> None:
    assert not np.signbit(Kernel([[0, 1]]).negated().weights[0, 0])


def test_resizing_keeps_the_centre() -> None:
    three = Kernel([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    assert weights(three.resized(1, 1)) == [[5]]
    assert weights(three.resized(3, 5))[1] == [0, 4, 5, 6, 0]
    assert weights(three.resized(2, 3)) == [[4, 5, 6], [7, 8, 9]]
    assert weights(three.resized(4, 3)) == [[1, 2, 3], [4, 5, 6], [7, 8, 9], [0, 0, 0]]
    assert weights(Kernel([[1, 2]]).resized(1, 3)) == [[0, 1, 2]]
    assert three.resized(3, 3) is three


@pytest.mark.parametrize("size", [(0, 3), (3, 32)])
def test_impossible_sizes_are_named(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=f"{size[0]}x{size[1]}.*1 to 31"):
        ODD_ONE.resized(*size)


def test_one_weight_changes_in_one_plane_or_all() -> None:
    two = Kernel(np.zeros((1, 2, 2)))
    assert two.with_weight(0, 1, 5).plane(0).tolist() == [[0, 5]]
    assert two.with_weight(0, 1, 5, channel=1).plane(0).tolist() == [[0, 0]]
    assert two.with_weight(0, 1, 5, channel=1).plane(1).tolist() == [[0, 5]]


@pytest.mark.parametrize(("row", "column", "channel"), [(2, 0, None), (0, 3, None), (-1, 0, None), (0, 0, 1)])
def test_no_weight_outside(row: int, column: int, channel: int | None) -> None:
    with pytest.raises(IndexError, match=r"no (weight|channel)"):
        ODD_ONE.with_weight(row, column, 1.0, channel)


def test_planes_for_the_channels_of_an_image() -> None:
    assert ODD_ONE.for_channels(3).weights.shape == (2, 3, 3)
    assert ODD_ONE.for_channels(3).plane(2).tolist() == [[1, 2, 3], [4, 5, 6]]
    assert ODD_ONE.for_channels(3).name == "mine"
    two = Kernel([[[1, 2]]])
    assert weights(two.for_channels(1)) == [[1]]
    assert weights(two.for_channels(3)) == [[[1, 2, 2]]]
    assert two.for_channels(2) is two
    assert ODD_ONE.for_channels(1) is ODD_ONE


def test_normalising_keeps_brightness_where_it_can() -> None:
    assert Kernel([[1, 2], [3, 4]]).normalised().divisor == 10
    assert Kernel([[1, 0, -1]] * 3).normalised().divisor == 9
    assert Kernel([[1, -1, -1], [-1, 1, -1], [-1, -1, 1]]).normalised().divisor == 9  # sum -3
    assert Kernel([[0.1, 0.2, -0.3]]).normalised().divisor == 3  # sums to 5e-17, not to 0
    assert Kernel([[1, 2], [3, 4]]).averaged().divisor == 4


def test_keeping_the_range() -> None:
    assert Kernel(np.ones((3, 3)), 9).keeps_range
    assert not Kernel(np.ones((3, 3))).keeps_range
    assert not Kernel([[-1, 3, -1]]).keeps_range


def test_rank_and_symmetry() -> None:
    assert Kernel([[1, 0, -1], [2, 0, -2], [1, 0, -1]]).is_separable
    assert Kernel(np.eye(3)).rank() == 3
    assert not Kernel(np.eye(3)).is_separable
    assert Kernel([[1, -1, -1], [-1, 1, -1], [-1, -1, 1]]).is_half_turn_symmetric
    assert not ODD_ONE.is_half_turn_symmetric


def test_random_weights_are_whole_small_and_repeatable() -> None:
    first, again = (Kernel.random(5, 4, np.random.default_rng(7)) for _ in range(2))
    assert first == again
    assert first.size == (5, 4)
    assert set(first.weights.flat) <= {-3, -2, -1, 0, 1, 2, 3}
    assert Kernel.random(1, 1, np.random.default_rng(0), channels=3).channels == 3


def test_equal_kernels_have_equal_hashes() -> None:
    assert Kernel([[0.0, 1]]) == Kernel([[-0.0, 1]])
    assert hash(Kernel([[0.0, 1]])) == hash(Kernel([[-0.0, 1]]))
    assert Kernel([[1, 2]]) != Kernel([[1], [2]])
    assert Kernel([[1, 2]]) != Kernel([[1, 2]], 2)


def test_weights_are_read_only_and_a_copy() -> None:
    mine = np.ones((2, 2))
    kernel = Kernel(mine)
    mine[0, 0] = 5
    assert kernel.weights[0, 0] == 1
    with pytest.raises(ValueError, match="read-only"):
        kernel.weights[0, 0] = 5


@pytest.mark.parametrize(
    ("bad", "divisor", "text"),
    [
        ([], 1, r"not \(0,\)"),
        ([[]], 1, r"not \(1, 0\)"),
        ([[1, 2], [3]], 1, "not equally long"),
        ([[1, float("nan")]], 1, "row 1, column 2 is not finite"),
        ([[1, 2], [3, float("inf")]], 1, "row 2, column 2 is not finite"),
        (np.ones((32, 3)), 1, "32x3"),
        ([[1, -1e13]], 1, "'10000000000000' is too large"),
        ([[1, 3]], 1e-18, "'3e.18' is too large"),
        ([["a"]], 1, "not real numbers"),
        ([[1j]], 1, "complex128"),
        ([[1]], 0, "divisor is 0"),
        ([[1]], float("nan"), "divisor is nan"),
    ],
)
def test_what_is_no_kernel(bad: object, divisor: float, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        Kernel(bad, divisor)


def test_json_there_and_back() -> None:
    kernel = Kernel([[1.5, -2]], 3, "mine")
    assert Kernel.from_json(kernel.to_json()) == kernel
    assert Kernel.from_json([[1, 2]]) == Kernel([[1, 2]])


@pytest.mark.parametrize(
    "data",
    [None, {}, {"weights": 5}, {"weights": [[1]], "divisor": "2"}, {"weights": [["1"]]}, [[1], [2, 3]]],
)
def test_json_that_is_no_kernel(data: object) -> None:
    with pytest.raises(ValueError):
        Kernel.from_json(data)
