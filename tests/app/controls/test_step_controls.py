"""Every control of Step, used in the window: what the document, the player and the cards say afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from convviz.app.application import _lab, _step
from convviz.app.preferences import Preferences
from convviz.app.window.main_window import MainWindow
from convviz.core.film.moments import Region
from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.document.state.state import DocumentState, FilmState
from tests.app.controls.table import Row, chosen, click, controls, found, groups, keys, typed

Key = Qt.Key
PIXELS = np.arange(77, dtype=np.uint8).reshape(7, 11)
SETTINGS = Settings(
    Kernel([[1, 2, 3, 4, 5], [6, 7, 8, 9, 10]]),
    stride=(2, 3),
    activation="relu",
    pool=PoolSettings("max", size=(2, 3), stride=(1, 2), padding="same"),
)
"""A map of 3 rows and 3 columns from 7 by 11 pixels."""

OBLONG = DocumentState(Image(PIXELS, name="oblong.png"), SETTINGS, film=FilmState(detail="cell"))
LARGE = DocumentState(Image(np.zeros((40, 90), np.uint8)), Settings(Kernel(np.ones((2, 5)))))


def film(**state: Any) -> Any:
    """The film paused at its sixth cell, (1, 2), and watched in this way."""

    def show(page: Any) -> None:
        page.player.pause()
        page.cards.expand(None)
        page.document.open(replace(OBLONG, film=replace(OBLONG.film, **state)))
        assert page.queue.wait_idle()
        page.player.pause()
        page.player.seek(page.film.index("convolution", 1, 2, "land"))

    return show


def large(page: Any) -> None:
    page.cards.expand(None)
    page.document.open(LARGE)
    assert page.queue.wait_idle()
    page.region.close()


def overview(page: Any) -> None:
    large(page)
    click(page.cards.input.region_button)


def alone(page: Any) -> list[str]:
    return [name for name in ("input", "operation", "output") if getattr(page.cards, name).isVisible()]


def wiped(page: Any) -> None:
    film()(page)
    QGuiApplication.clipboard().clear()


def asking(page: Any) -> None:
    film()(page)
    page.set_predict(True)
    page.player.seek(page.film.index("convolution", 0, 1, "land"))


def at(page: Any) -> int:
    return page.player.position


def last(page: Any) -> bool:
    return page.player.position == len(page.film) - 1


def playing(page: Any) -> bool:
    return page.player.playing


def cell_of(row: int, column: int) -> Any:
    def press(grid: Any) -> None:
        centre = grid.content().cell_rect(row, column).center()
        click(grid, grid.viewport().to_screen(centre.y(), centre.x()).toPoint())

    return press


def into_pixel(grid: Any) -> None:
    """The pixel in row 1, column 3."""
    centre = grid.content().cell_rect(1, 3).center()
    place = grid.viewport().to_screen(centre.y(), centre.x()).toPoint()
    QTest.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=place)
    typed("99")(grid.editing.editor)


def watched(name: str) -> Any:
    return attrgetter(f"document.state.film.{name}")


def cell(page: Any) -> tuple[int, int]:
    moment = page.document.state.film.moment
    return moment.row, moment.column


def grids_seen(page: Any) -> bool:
    return page.cards.operation.view.isVisible()


def products_copied(page: Any) -> int:
    return QGuiApplication.clipboard().text().count(")(")


def verdict(page: Any) -> str:
    return page.cards.sum.predict_box().verdict_text()


TRANSPORT = "cards.timeline.transport"
DETAIL = attrgetter("document.state.film.detail", "player.film.detail")
LOOP = attrgetter("document.state.film.loop", "player.loop")

ROWS = [
    Row("strip.box", keys(Key.Key_Down), attrgetter("document.state.image.name"), "X", film()),
    Row("strip.predict", click, watched("predict"), True, film()),
    Row("cards.input.expand_button", click, alone, ["input"], film()),
    Row("cards.output.expand_button", click, alone, ["output"], film()),
    Row("cards.input.grid", into_pixel, lambda page: page.document.state.image.values[1, 3], 99, film()),
    Row("cards.output.grid", cell_of(2, 0), cell, (2, 0), film()),
    Row("cards.input.region_button", click, lambda page: page.region.picker.isVisible(), True, large),
    Row("region.picker", keys(Key.Key_Up, Key.Key_Left, Key.Key_Left), watched("region"),
        Region(13, 37, 12, 12), overview),
    Row("cards.operation.choice/matrix", click, grids_seen, False, film()),
    Row("cards.operation.choice/grids", click, grids_seen, True,
        lambda page: (film()(page), page.cards.operation.show_view("matrix"))),
    Row("cards.sum.copy_button", click, products_copied, 10, wiped),
    Row("cards.sum.result.predict.edit", typed("735"), verdict,
        "Right: 735.", asking),
    Row("cards.compare.pin_button", click, watched("pin_a"), (1, 2), film()),
    Row("cards.compare.pin_button", click, watched("pin_b"), (1, 2), film(pin_a=(0, 1))),
    Row("cards.compare.clear_button", click, watched("pin_a"), None, film(pin_a=(0, 1))),
    Row(f"{TRANSPORT}.first_button", click, at, 0, film()),
    Row(f"{TRANSPORT}.back_button", click, at, 4, film()),
    Row(f"{TRANSPORT}.play_button", click, playing, True, film()),
    Row(f"{TRANSPORT}.play_button", click, playing, False, lambda page: (film()(page), page.player.play())),
    Row(f"{TRANSPORT}.forward_button", click, at, 6, film()),
    Row(f"{TRANSPORT}.last_button", click, last, True, film()),
    Row(f"{TRANSPORT}.speed", chosen(4), watched("speed"), 4.0, film()),
    Row(f"{TRANSPORT}.speed", chosen(4), attrgetter("player.speed"), 4.0, film()),
    *[
        Row(f"{TRANSPORT}.detail/{key}", click, DETAIL,
            (key, key), film(detail=other))
        for key, other in (("cell", "sum"), ("sum", "product"), ("product", "cell"))
    ],
    Row(f"{TRANSPORT}.loop_button", click, LOOP, (True, True), film()),
    Row(f"{TRANSPORT}.loop_button", click, LOOP, (False, False),
        film(loop=True)),
    Row("cards.timeline.timeline", keys(Key.Key_Down), at, 8, film()),
]  # fmt: skip

ELSEWHERE = {
    "cards.output.region_button",  # nobody ever sees it: only of the input a part is chosen
    "cards.work_note._button",  # gives up a computation: tests/app/window/test_long_work.py
}
"""Controls that other tests use, or nobody."""


@pytest.fixture
def step(qtbot: QtBot, preferences: Preferences) -> Iterator[Any]:
    """Step in the program's window, beside the Lab."""
    window = MainWindow(preferences, _lab)
    window.add_page_later("step", "Step", "step", partial(_step, window))
    window.resize(1440, 900)
    window.document.open(OBLONG)
    window.show()
    window.show_page("step")
    qtbot.waitExposed(window)
    yield window.page("step")
    window.shut_down()
    window.deleteLater()


@pytest.mark.parametrize("rows", groups(ROWS))
def test_the_controls_of_step(step: Any, rows: list[Row]) -> None:
    for row in rows:
        row.run(step)


def test_every_control_of_step_is_in_the_table(step: Any) -> None:
    known = {found(step, path) for path in {row.control for row in ROWS} | ELSEWHERE}
    assert not {f"{one} in {one.parentWidget()}" for one in controls(step) - known}
