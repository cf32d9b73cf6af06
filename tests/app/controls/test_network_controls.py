"""Every control of Network, used in the window: what the document, the maps and the panels say afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog
from pytestqt.qtbot import QtBot

from convviz.app.application import _lab
from convviz.app.preferences import Preferences
from convviz.app.window.main_window import MainWindow
from convviz.core.images.image import Image
from convviz.document.state.state import DocumentState, Movement, NetworkState, Paper, PenStroke
from convviz.network.edit.changes import Change
from convviz.pages.network.page.page import NetworkPage
from convviz.paths import resource
from tests.app.controls.table import Row, chosen, click, controls, found, from_menu, groups, keys, typed

Key = Qt.Key
LINES = (PenStroke(0.08, ((0.6, 0.15, 1.0), (0.3, 0.5, 1.0), (0.65, 0.55, 1.0), (0.5, 0.85, 1.0))),)
DRAWN = NetworkState(key="convnet", paper=Paper(LINES))
AWAY = replace(DRAWN, movement=Movement(right=3, down=-2, turn=10, scale=1.5, noise=0.1))
CONV, PLACE = 2, (5, 3, 4)
"""A value of the second convolution: channel 5, row 3, column 4."""


def network(name: str) -> Any:
    return attrgetter(f"document.state.network.{name}")


def shows(state: NetworkState = DRAWN, **more: Any) -> Any:
    def show(page: Any) -> None:
        page.document.open(DocumentState(network=state, **more))
        page.selection.reset()
        page.drill.tab_button("why").click()

    return show


def tab(key: str, state: NetworkState = DRAWN) -> Any:
    def show(page: Any) -> None:
        shows(state)(page)
        page.drill.tab_button(key).click()
        QApplication.processEvents()

    return show


def value(page: Any, key: str = "why", state: NetworkState = DRAWN) -> None:
    """A value of a convolution is chosen."""
    shows(state)(page)
    page.panel.column(CONV).view.chosen.emit(PLACE)
    page.drill.tab_button(key).click()
    QApplication.processEvents()


def filter_of(*changes: Change) -> Any:
    return lambda page: value(page, "filter", replace(DRAWN, changes=changes))


def changes(page: Any) -> list[tuple[Any, ...]]:
    return [(one.kind, one.layer, one.channel, one.value) for one in page.document.state.network.changes]


def kinds(page: Any) -> list[str]:
    return [one.kind for one in page.document.state.network.changes]


def positions(page: Any) -> list[tuple[int, ...]]:
    return [one.position for one in page.document.state.network.changes]


def reaches(page: Any) -> str:
    """What the maps' colours reach to: each map its own value, each layer, or all the same."""
    limits = [column.view._reach for column in page.panel.columns]
    return "map" if np.ndim(limits[0]) else "network" if limits[0] == limits[-1] else "layer"


def tab_shown(page: Any) -> str:
    return page.drill.tab()


def in_order(page: Any) -> bool:
    """Whether the maps that a value reads stand in their own order."""
    maps = [one.at for one in page.drill.body.blocks.blocks()]
    return maps == sorted(maps)


def selected(page: Any) -> tuple[int, ...] | None:
    cell = page.selection.cell()
    return None if cell is None else (cell.layer, cell.row, cell.column, cell.channel)


def map_cell(channel: int, row: int, column: int) -> Any:
    return lambda view: click(view, view.centre_of((channel, row, column)).toPoint())


def third_row(rows: Any) -> None:
    click(rows, rows.rect_of(3).center().toPoint())


def whole(page: Any) -> bool:
    """Whether the network gets all of the photo."""
    return page.results.whole is not None


def stroke(canvas: Any) -> None:
    """A short pull of the pen."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, pos=QPoint(40, 40))
    QTest.mouseMove(canvas, QPoint(70, 60))
    QTest.mouseRelease(canvas, left, pos=QPoint(70, 60))


def strokes(page: Any) -> int:
    return len(page.document.state.network.paper.strokes)


def sampled(page: Any) -> bool:
    return page.document.state.network.paper.sample is not None


def photo(page: Any) -> bool:
    return page.document.state.network.paper.photo is not None


def in_the_lab(page: Any) -> None:
    shows(image=Image(np.full((40, 70), 200, np.uint8)))(page)


def foreign(scale: str = "unit", **more: Any) -> Any:
    """A network of somebody's own, in a file."""

    def show(page: Any) -> None:
        shows()(page)
        page.opened.opener.open_path(page.window().ours)
        assert page.opened.opener.loader.wait_idle(60)
        state = page.document.state.network
        page.document.open(DocumentState(network=replace(state, scale=scale, **more)))

    return show


def with_photo(source: str) -> Any:
    return foreign(paper=Paper(photo=Image(np.arange(2800, dtype=np.uint8).reshape(40, 70))), source=source)


def better(page: Any) -> None:
    foreign()(page)
    page.opened.bar.set_hint("Try another one.", "bytes")


def opening(page: Any) -> None:
    shows()(page)
    page.opened.bar.set_opening("Opening mine.keras")


def asked(page: Any) -> list[str]:
    return list(page.window().asked)


def quiet(before: Any) -> Any:
    def prepare(page: Any) -> None:
        before(page)
        page.window().asked.clear()

    return prepare


def look(name: str) -> Any:
    return attrgetter(f"tabs.look.{name}")


def looking(class_: int = -1, layer: int = -1, size: int = 5) -> Any:
    def prepare(page: Any) -> None:
        tab("look")(page)
        page.tabs.look.choose_class(class_)
        page.tabs.look.choose_layer(layer)
        page.tabs.look.choose_patch(size)

    return prepare


def waiting(page: Any) -> None:
    """The occlusion is offered, and does not begin by itself."""
    tab("look")(page)
    page.tabs.look._stop()
    page.tabs.look_panel.offer_start(True)


STRIP, FILTER, SLIDERS = "strip", "filter_panel", "shift_panel.sliders"
BAR, INPUT, TOOLS = "opened.bar", "panel.input", "panel.input.tools"
MOVEMENT = network("movement")
OTHER_TABS = {
    "why": "filter",
    "filter": "why",
    "shift": "why",
    "look": "why",
    "confusion": "why",
    "history": "why",
}

ROWS = [
    Row(f"{STRIP}.networks", chosen(1), network("key"), "lenet", shows()),
    Row(f"{STRIP}.open", click, asked, ["Open a network"], quiet(shows())),
    Row(f"{STRIP}.train", click, lambda page: page.training.dialog is not None, True, shows()),
    *[
        Row(f"{STRIP}.ranges/{key}", click, reaches, key,
            lambda page, other=other: (shows()(page), page.strip.ranges.button(other).click()))
        for key, other in (("map", "layer"), ("layer", "map"), ("network", "map"))
    ],
    *[Row(f"drill._tabs/{key}", click, tab_shown, key, tab(other)) for key, other in OTHER_TABS.items()],
    # Why this number?
    Row("drill.orders/channel", click, in_order, True, value),
    Row("drill.orders/contribution", click, in_order,
        False, lambda page: (value(page), page.drill.orders.button("channel").click())),
    Row("drill.off", click, kinds, ["off"], value),
    Row("drill.lab", click, lambda page: page.document.state.image is not None, True, value),
    Row("drill.body.blocks", keys(Key.Key_Right, Key.Key_Return),
        lambda page: page.selection.cell().layer, CONV - 1, value),
    Row("drill.body.rows", third_row, selected, (6, 0, 0, 3), shows()),
    # Filter
    Row(f"{FILTER}.maps", map_cell(4, 1, 1), lambda page: page.filter_panel._plane, 4,
        lambda page: (filter_of()(page), page.filter_panel.show_plane(0))),
    Row(f"{FILTER}.grid", lambda grid: (click(grid, grid.cell_rect(1, 2).center()), typed_into(grid, "9")),
        positions, [(1, 2, 0, 5)], lambda page: (filter_of()(page), page.filter_panel.show_plane(0))),
    Row(f"{FILTER}.strength", keys(Key.Key_PageUp), changes, [("scale", CONV, 5, 1.5)], filter_of()),
    Row(f"{FILTER}.bias", typed("2.5"), changes, [("bias", CONV, 5, 2.5)], filter_of()),
    Row(f"{FILTER}.shuffle", click, kinds, ["shuffle"], filter_of()),
    Row(f"{FILTER}.shuffle_layer", from_menu(0), kinds, ["shuffle_filters"], filter_of()),
    Row(f"{FILTER}.shuffle_layer", from_menu(1), kinds, ["shuffle_layer"], filter_of()),
    Row(f"{FILTER}.kernel", click, kinds, ["kernel"], filter_of()),
    Row(f"{FILTER}.undo", click, kinds, ["off"], filter_of(Change("off", 0, 1), Change("off", 0, 2))),
    Row(f"{FILTER}.reset", click, kinds, [], filter_of(Change("off", 0, 1), Change("off", 0, 2))),
    # Shift
    Row(f"{SLIDERS}[right]", keys(Key.Key_Right), MOVEMENT, Movement(right=1), tab("shift")),
    Row(f"{SLIDERS}[down]", keys(Key.Key_Left), MOVEMENT, Movement(down=-1), tab("shift")),
    Row(f"{SLIDERS}[turn]", keys(Key.Key_PageUp), MOVEMENT, Movement(turn=15), tab("shift")),
    Row(f"{SLIDERS}[scale]", keys(Key.Key_Right), MOVEMENT, Movement(scale=1.05), tab("shift")),
    Row(f"{SLIDERS}[noise]", keys(Key.Key_PageUp), MOVEMENT, Movement(noise=3 * 0.025), tab("shift")),
    Row("shift_panel.reset", click, MOVEMENT, Movement(), tab("shift", AWAY)),
    # Where it looks
    Row("tabs.look_panel.classes", chosen(3), look("_class"), 2, looking()),
    Row("tabs.look_panel.layers", chosen(1), look("_layer"), 2, looking()),
    *[Row(f"tabs.look_panel.patches/{size}", click, look("_size"), size, looking(size=other))
      for size, other in ((3, 5), (5, 3), (7, 5))],
    Row("tabs.look_panel.start", click, lambda page: page.tabs.look_panel.running(), True, waiting),
    # What it misreads
    Row("tabs.confusion_panel.table", keys(Key.Key_Right, Key.Key_Return),
        lambda page: page.tabs.confusion_panel.table._pair, (0, 1), tab("confusion")),
    Row("tabs.confusion_panel.tools.file", click, asked, ["Choose MNIST’s file"], quiet(tab("confusion"))),
    # The paper
    Row(f"{INPUT}.canvas", stroke, strokes, 2, shows()),
    Row(f"{TOOLS}.eraser", click, lambda page: page.panel.input.canvas.tool(), "eraser",
        lambda page: page.panel.input.tools.pen.click()),
    Row(f"{TOOLS}.pen", click, lambda page: page.panel.input.canvas.tool(), "pen",
        lambda page: page.panel.input.tools.eraser.click()),
    Row(f"{TOOLS}.undo", click, strokes, 0, shows()),
    Row(f"{TOOLS}.clear", click, network("paper.is_blank"), True, shows()),
    Row(f"{TOOLS}.next", click, sampled, True, shows()),
    Row(f"{INPUT}.lab", click, photo, True, in_the_lab),
    # Maps and answers
    *[Row(f"panel.columns[{at}].view", map_cell(2, 1, 1), selected, (layer, 1, 1, 2), shows())
      for at, layer in enumerate((0, 1, 2, 3, 4))],
    Row("panel.answers.view", lambda view: click(view, view.row_rect(3).center().toPoint()),
        lambda page: page.drill.crumbs.texts()[0][:7], "Digit 3", shows()),
    # A network of one's own
    *[Row(f"{BAR}.scales/{key}", click, network("scale"), key, foreign(other))
      for key, other in (("unit", "bytes"), ("signed", "unit"), ("bytes", "unit"))],
    *[Row(f"{BAR}.sources/{key}", click, whole, key == "picture", with_photo(other))
      for key, other in (("digit", "picture"), ("picture", "digit"))],
    Row(f"{BAR}.use", click, network("scale"), "bytes", better),
    Row(f"{BAR}.names", click, network("classes"), tuple("zyxwvutsrq"), foreign()),
    Row(f"{BAR}.cancel", click, lambda page: page.opened.bar.isVisible(), False, opening),
]  # fmt: skip


def typed_into(grid: Any, text: str) -> None:
    QTest.keyClicks(grid, text)
    QTest.keyClick(grid.editor, Key.Key_Return)


CONFUSION = "tabs.confusion_panel"
ELSEWHERE = {
    *[f"{CONFUSION}.tools.{name}" for name in ("cancel", "examine", "download")],
    *[f"{CONFUSION}.head.{name}" for name in ("which/misread", "which/all", "labels")],
    f"{CONFUSION}.gallery",  # with MNIST's digits: test_network_confusion and test_network_download
    "drill.crumbs",  # test_network_selection
    "tabs.history_panel.plot",  # test_history_plot
    f"{INPUT}.steps",  # test_network_photo
    *[f"panel.columns[{at}].fold" for at in range(5)],  # where there is little room: test_network_page
}


@pytest.fixture
def page(
    qtbot: QtBot, preferences: Preferences, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    """Network in the program's window; what it asks a person for is noted in the window's ``asked``."""
    window: Any = MainWindow(preferences, _lab)
    window.asked, window.ours = (
        [],
        Path(shutil.copy(resource("models", "lenet.keras"), tmp_path / "ours.keras")),
    )
    window.add_page_later(
        "network",
        "Network",
        "network",
        lambda: NetworkPage(window.document, window.stack),
        needs_picture=False,
    )
    window.resize(1440, 900)
    monkeypatch.setenv("CONVVIZ_MNIST", str(tmp_path / "nowhere.npz"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: (window.asked.append(given[1]), ""))
    monkeypatch.setattr(QInputDialog, "getMultiLineText", lambda *_: ("\n".join("zyxwvutsrq"), True))
    window.show()
    window.show_page("network")
    qtbot.waitExposed(window)
    yield window.page("network")
    window.shut_down()
    window.deleteLater()


@pytest.mark.parametrize("rows", groups(ROWS))
def test_the_controls_of_network(page: Any, rows: list[Row]) -> None:
    for row in rows:
        row.run(page)


def test_every_control_of_network_is_in_the_table(page: Any) -> None:
    shows()(page)
    known = {found(page, path) for path in {row.control for row in ROWS} | ELSEWHERE}
    assert not {f"{one} in {one.parentWidget()}" for one in controls(page) - known}
