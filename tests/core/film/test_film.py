"""A film knows which cell and which part of its arithmetic each moment shows, and how long."""

from __future__ import annotations

import pytest

from convviz.core import Kernel, PoolSettings, Settings, chain
from convviz.core.film.moments import Film, Moment, Region, film
from convviz.core.film.timing import Shot, following, shots
from convviz.core.kernels.kernel_library import library

X = chain((9, 9), Settings(library("diagonal"), pool=PoolSettings("max")))


def test_the_x_is_49_cells_and_9_pooled_ones() -> None:
    made = film(X, "cell")
    assert len(made) == 49 + 9
    assert made.moment(8) == Moment("convolution", 1, 1, "land", 9, 9)
    assert made.moment(49) == Moment("pooling", 0, 0, "land", 4, 4)


def test_a_cell_in_products_is_placed_multiplied_added_finished_and_landed() -> None:
    made = film(X, "product")
    parts = [made.moment(i).part for i in range(21)]
    assert parts == ["place"] + ["multiply"] * 9 + ["add"] * 9 + ["finish", "land"]
    assert [made.moment(i).products for i in range(12)] == [0, *range(1, 10), 9, 9]
    assert [made.moment(i).terms for i in range(9, 21)] == [0, *range(1, 10), 9, 9]
    assert made.moment(21) == Moment("convolution", 0, 1, "place", 0, 0)


def test_a_cell_in_sums_takes_five_moments() -> None:
    made = film(X, "sum")
    assert [(m.part, m.products, m.terms) for m in map(made.moment, range(5))] == [
        ("place", 0, 0), ("multiply", 9, 0), ("add", 9, 9), ("finish", 9, 9), ("land", 9, 9)
    ]  # fmt: skip


@pytest.mark.parametrize("detail", ["cell", "sum", "product"])
def test_every_moment_is_found_where_it_is(detail: str) -> None:
    made = film(X, detail)  # type: ignore[arg-type]
    assert [made.find(made.moment(i)) for i in range(len(made))] == list(range(len(made)))


def test_no_moment_beyond_the_end() -> None:
    with pytest.raises(IndexError, match="moment 58 of a film of 58"):
        film(X, "cell").moment(58)


def test_another_detail_keeps_the_cell_and_the_part() -> None:
    fine = film(X, "product")
    at = fine.find(Moment("convolution", 1, 1, "add", 9, 4))
    assert at is not None
    coarse = fine.with_detail("sum")
    assert coarse.moment(fine.moved(at, coarse) or 0) == Moment("convolution", 1, 1, "add", 9, 9)
    coarsest = fine.with_detail("cell")
    assert fine.moved(at, coarsest) == 8


def test_a_larger_window_keeps_the_term_and_a_smaller_one_as_many_as_it_has() -> None:
    three, five = (film(chain((9, 9), Settings(Kernel([[1.0] * n] * n))), "product") for n in (3, 5))
    at = five.find(Moment("convolution", 2, 2, "multiply", 20, 0))
    assert at is not None
    found = five.moved(at, three)
    assert found is not None
    assert three.moment(found) == Moment("convolution", 2, 2, "multiply", 9, 0)


def test_a_cell_that_is_gone_is_not_found() -> None:
    whole = film(X, "sum")
    strided = film(chain((9, 9), Settings(library("diagonal"), stride=(2, 2))), "sum")
    assert whole.moved(whole.find(Moment("convolution", 3, 3, "land", 9, 9)) or 0, strided) is not None
    assert whole.moved(whole.find(Moment("convolution", 6, 6, "land", 9, 9)) or 0, strided) is None
    assert whole.moved(len(whole) - 1, strided) is None  # no pooling any more
    assert Film(()).moved(0, whole) is None


def test_an_oblong_film_has_as_many_products_as_its_window_has_cells() -> None:
    settings = Settings(Kernel([[1.0] * 3] * 2), stride=(2, 3), pool=PoolSettings("max", (3, 2), (2, 1)))
    made = film(chain((11, 20), settings), "product")
    assert [(act.rows, act.columns, act.taps) for act in made.acts] == [
        (range(5), range(6), 6), (range(2), range(5), 6)
    ]  # fmt: skip
    assert len(made) == (5 * 6 + 2 * 5) * (2 * 6 + 3)
    assert made.moment(6 * 15 + 14) == Moment("convolution", 1, 0, "land", 6, 6)
    assert made.moment(30 * 15 + 15 * 7 + 6) == Moment("pooling", 1, 2, "multiply", 6, 0)


def test_a_region_of_an_oblong_picture_is_filmed_by_rows_and_columns() -> None:
    settings = Settings(
        Kernel([[1.0] * 5] * 3),
        stride=(2, 3),
        padding=((1, 2), (3, 5)),
        pool=PoolSettings("max", (2, 3), (2, 3)),
    )
    sizes = chain((41, 83), settings)
    made = film(sizes, "cell", Region(7, 20, 13, 29))
    centres = [range(-1 + 1, 99, 2), range(-3 + 2, 199, 3)]
    rows, columns = (
        [i for i, at in enumerate(where) if start <= at < start + length]
        for where, start, length in zip(centres, (7, 20), (13, 29), strict=True)
    )
    assert (list(made.acts[0].rows), list(made.acts[0].columns)) == (rows, columns)
    assert (made.acts[1].rows, made.acts[1].columns) == (range(2, 5), range(3, 5))


def test_a_region_films_the_windows_centred_in_it() -> None:
    padded = chain((100, 200), Settings(library("sobel_vertical"), padding="same"))
    made = film(padded, "cell", Region(10, 20, 3, 4))
    assert (made.acts[0].rows, made.acts[0].columns) == (range(10, 13), range(20, 24))
    valid = film(chain((100, 200), Settings(library("sobel_vertical"))), "cell", Region(0, 20, 3, 4))
    assert (valid.acts[0].rows, valid.acts[0].columns) == (range(2), range(19, 23))


def test_a_region_pools_only_what_it_films() -> None:
    settings = Settings(library("sobel_vertical"), padding="same", pool=PoolSettings("max"))
    made = film(chain((100, 200), settings), "cell", Region(11, 20, 5, 4))
    assert (made.acts[1].rows, made.acts[1].columns) == (range(6, 8), range(10, 12))


def test_49_cells_take_ten_seconds_or_five_minutes() -> None:
    def seconds(detail: str, speed: float) -> float:
        made = film(chain((9, 9), Settings(library("diagonal"))), detail)  # type: ignore[arg-type]
        index: int | None = 0
        total = 0
        while index is not None:
            index, lasts = following(made, index, speed)
            total += lasts
        return total / speed / 1000

    assert seconds("cell", 1) == pytest.approx(9.8)
    assert seconds("product", 0.25) == pytest.approx(49 * 1.42 * 4)


def test_shots_are_no_shorter_than_viewers_can_show() -> None:
    made = film(chain((3, 4), Settings(library("diagonal"))), "product")
    fast = list(shots(made, 0, len(made) - 1, 2.0))
    assert fast[:3] == [Shot(0, 80), Shot(2, 40), Shot(4, 40)]
    assert fast[-1] == Shot(41, 1000)
    assert min(shot.milliseconds for shot in fast) == 40


def test_shots_of_a_stretch_stay_in_it() -> None:
    made = film(chain((9, 9), Settings(library("diagonal"))), "cell")
    assert [shot.index for shot in shots(made, 7, 9, 1.0)] == [7, 8, 9]
    assert [shot.milliseconds for shot in shots(made, 7, 9, 1.0)] == [200, 200, 1000]
