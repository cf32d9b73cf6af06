"""Every control of the Lab, used in the window: what the document says afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from convviz.app.application import _lab
from convviz.app.preferences import Preferences
from convviz.app.window.main_window import MainWindow
from convviz.core.images.image import Image, read
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.kernel_library import library
from convviz.core.sizes.settings import STAGES, PoolSettings, Settings
from convviz.document.state.state import ColorRange, DocumentState, KeptResult, Pin
from tests.app.conftest import FakeDialogs
from tests.app.controls.table import Row, chosen, click, controls, found, from_menu, groups, keys, typed
from tests.document.live.clips import Puppet

Key = Qt.Key
GREY = Image(np.arange(77, dtype=np.uint8).reshape(7, 11))
COLOURS = Image(np.arange(231, dtype=np.uint8).reshape(7, 11, 3))
KERNEL = Kernel([[1, 2, 3, 4, 5], [6, 7, 8, 9, 10]])
POOL = PoolSettings("average", size=(2, 3), stride=(1, 2), padding="same")
SETTINGS = Settings(
    KERNEL,
    bias=4.0,
    padding=((1, 0), (2, 3)),
    fill=5.0,
    stride=(2, 3),
    dilation=(1, 2),
    activation="leaky_relu",
    slope=0.2,
    pool=POOL,
)
"""Nothing of it is the same along rows and columns."""

OBLONG = DocumentState(GREY, SETTINGS)
CHANNELS = replace(OBLONG, image=COLOURS, settings=replace(SETTINGS, channels="each"))
EVEN = replace(OBLONG, settings=replace(SETTINGS, padding=((2, 2), (2, 2))))


def setting(name: str) -> Any:
    return attrgetter(f"document.settings.{name}")


def weights(page: Any) -> list[Any]:
    return page.document.settings.kernel.weights.tolist()


def shows(state: DocumentState) -> Any:
    def show(page: Any) -> None:
        page.document.open(state)
        assert page.queue.wait_idle()

    return show


def third_plane(page: Any) -> None:
    shows(CHANNELS)(page)
    page._on_channel(2)


def linked(page: Any) -> None:
    """One box for the padding of all sides."""
    shows(EVEN)(page)
    apart = page.settings_panel.convolution.padding.row.apart
    if apart.isChecked():
        click(apart)


def unlinked(page: Any) -> None:
    shows(OBLONG)(page)
    assert page.settings_panel.convolution.padding.row.apart.isChecked()


def tried(tool: str) -> Kernel:
    return getattr(KERNEL, tool)()


def copied(page: Any) -> str:
    return QGuiApplication.clipboard().text()


def tick(box: Any) -> None:
    """A click on the box itself: what is right of its words is not part of it."""
    click(box, QPoint(8, box.height() // 2))


def wiped(state: DocumentState) -> Any:
    def wipe(page: Any) -> None:
        shows(state)(page)
        QGuiApplication.clipboard().clear()

    return wipe


def holding(text: str) -> Any:
    def put(page: Any) -> None:
        shows(OBLONG)(page)
        QGuiApplication.clipboard().setText(text)

    return put


def type_into_grid(grid: Any) -> None:
    """The weight in row 1, column 3."""
    click(grid, grid.cell_rect(1, 3).center())
    QTest.keyClicks(grid, "7")
    QTest.keyClicks(grid.editor, "6")
    QTest.keyClick(grid.editor, Key.Key_Return)


def search(box: Any) -> None:
    """Open the library, type, and take what is found."""
    box.showPopup()
    search_in(box.popup.search)


def search_in(line: Any) -> None:
    QTest.keyClicks(line, "gaussian5")
    QTest.keyClick(line, Key.Key_Return)


def library_open(page: Any) -> None:
    shows(OBLONG)(page)
    page.kernel_panel.header.kernels.showPopup()


def cell_of(row: int, column: int) -> Any:
    def at(picture: Any) -> None:
        centre = picture.content().cell_rect(row, column).center()
        place = picture.parentWidget()._viewport.to_screen(centre.y(), centre.x()).toPoint()
        click(picture, place)

    return at


def pinned(page: Any, stage: str = "convolution", **state: Any) -> None:
    page.document.open(replace(OBLONG, pin=Pin(stage, 1, 2), **state))
    assert page.queue.wait_idle()


def pinned_colours(page: Any) -> None:
    pinned(page, image=COLOURS, settings=replace(SETTINGS, channels="each"))


def pointed(page: Any) -> None:
    shows(OBLONG)(page)
    page.stages.cards["convolution"].picture.pointed.emit((2, 1))


def alone(page: Any) -> str | None:
    return page.stages.expanded


def together(page: Any) -> None:
    shows(OBLONG)(page)
    page.stages.expand(None)


def menu_of(stage: str) -> Any:
    return lambda page: page.stages.cards[stage].menu.isVisible()


def closed(page: Any) -> None:
    together(page)
    for card in page.stages.cards.values():
        card.menu.close()


def focus(page: Any) -> str:
    """What has the focus, by its accessible name."""
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.accessibleName()


def unfocused(state: DocumentState) -> Any:
    def leave(page: Any) -> None:
        shows(state)(page)
        page.window().activateWindow()
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        page.kernel_panel.tools.button("copy").setFocus()

    return leave


def blind(page: Any) -> None:
    """Fixed ranges in which nothing can be seen."""
    nowhere = ColorRange("fixed", 1e6, 2e6)
    shows(replace(OBLONG, input_range=nowhere, color_range=nowhere))(page)


KEPT = KeptResult(replace(SETTINGS, kernel=KERNEL.negated(), stride=(1, 1)))
BESIDE, SLIDER = (replace(OBLONG, kept=replace(KEPT, look=look)) for look in ("beside", "slider"))


def compared(state: DocumentState, **changes: Any) -> Any:
    """A kept result is shown."""

    def show(page: Any) -> None:
        together(page)
        page.document.open(replace(state, **changes))
        assert page.queue.wait_idle()
        page.kept.complete()
        page.stages.kept.menu.close()

    return show


def uncompared(page: Any) -> None:
    """All cards are back, and have their widths."""
    together(page)
    QApplication.processEvents()


def drag_left(divider: Any) -> None:
    """To the left end of the picture."""
    picture, middle = divider.parentWidget(), divider.rect().center()
    QTest.mousePress(divider, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(divider, divider.mapFrom(picture, QPoint(0, middle.y())))
    QTest.mouseRelease(divider, Qt.MouseButton.LeftButton)


LOOK = attrgetter("document.state.kept.look")
FRAMES = "stages.cards[input].frames"


def stacked(page: Any) -> None:
    """Four slices of one array, and two of another."""
    path = Path(page.window().preferences.folder) / "stack.npz"
    np.savez(path, a=np.zeros((4, 7, 11), np.uint8), b=np.zeros((2, 7, 11), np.uint8))
    shows(replace(OBLONG, image=read(path)))(page)


def paged(page: Any) -> int:
    """The page on show, once it is read."""
    assert page.paging.wait_idle()
    return page.view.frames[0]


LIVE = "stages.cards[input].live"


def moving(is_video: bool) -> Any:
    """A camera or a video that is live, and sends one picture."""

    def begin(page: Any) -> None:
        shows(OBLONG)(page)
        page.puppet = Puppet(is_video=is_video)
        page.show_live(page.puppet)
        page.puppet.send(np.arange(77, dtype=np.uint8).reshape(7, 11))
        assert page.queue.wait_idle()
        page.puppet.log.append("ready")

    return begin


def last_done(page: Any) -> str:
    return str(page.puppet.log[-1])


FIELDS = [("input", "input_range"), *((stage, "color_range") for stage in STAGES[1:])]


def asked(page: Any) -> list[str]:
    return list(page.window().dialogs.asked)


def quiet(page: Any) -> None:
    shows(OBLONG)(page)
    page.window().dialogs.asked.clear()


def draws(state: DocumentState) -> Any:
    def start(page: Any) -> None:
        shows(state)(page)
        page.stages.cards["input"].drawing.tools.show_key("pencil")
        page.draw(True)

    return start


def looks(page: Any) -> None:
    shows(OBLONG)(page)
    page.draw(False)


DRAWING = "stages.cards[input].drawing"
PEN = attrgetter("changes._picture._pen")


def typing(page: Any) -> None:
    draws(OBLONG)(page)
    page.stages.cards["input"].drawing.tools.button("type").click()


GRID, BOX = "kernel_panel.area.grid", "kernel_panel.form"
FORM, POOLING = "settings_panel.convolution", "settings_panel.pooling"
HEADER, WHY = "kernel_panel.header", "why.header"
SHOWN, EACH = shows(OBLONG), shows(CHANNELS)
CHANNEL, PIN = attrgetter("document.state.shown_channel"), attrgetter("document.state.pin")

ROWS = [
    Row("strip.links[input]", click, focus, "Input, picture of the values", unfocused(OBLONG)),
    Row("strip.links[padding]", click, focus, "Padding", unfocused(OBLONG)),
    Row("strip.links[activation]", click, focus, "Activation function", unfocused(OBLONG)),
    Row("strip.links[pooling]", click, focus, "Kind of pooling", unfocused(OBLONG)),
    Row("strip.links[kernel]", click, focus, "Kernel", unfocused(OBLONG)),
    *[
        Row(f"{HEADER}.channels/{at}", click, lambda page: page.kernel_panel._channel, at, before)
        for at, before in ((2, EACH), (1, EACH), (0, third_plane))
    ],
    Row(f"{HEADER}.apart", click, setting("kernel.weights.shape"), (2, 5, 3), EACH),
    Row(f"{HEADER}.kernels", search, setting("kernel"), library("gaussian5"), SHOWN),
    Row(f"{HEADER}.kernels.popup.search", search_in, setting("kernel"),
        library("gaussian5"), library_open),
    Row(GRID, type_into_grid, weights, [[1, 2, 3, 4, 5], [6, 7, 8, 76, 10]], SHOWN),
    Row(f"{BOX}.rows", typed("3"), setting("kernel.size"), (3, 5), SHOWN),
    Row(f"{BOX}.columns", typed("3"), setting("kernel.size"), (2, 3), SHOWN),
    Row(f"{BOX}.divisor", typed("7"), setting("kernel.divisor"), 7, SHOWN),
    Row(f"{BOX}.bias", typed("-2.5"), setting("bias"), -2.5, SHOWN),
    *[
        Row(f"kernel_panel.tools._buttons[{key}]", click, weights, tried(tool).weights.tolist(), SHOWN)
        for key, tool in (("rotate", "rotated"), ("mirror", "mirrored"), ("flip", "flipped"),
                          ("transpose", "transposed"), ("negate", "negated"))
    ],
    Row("kernel_panel.tools._buttons[normalise]", click, setting("kernel.divisor"), 55, SHOWN),
    Row("kernel_panel.tools._buttons[random]", click,
        lambda page: page.document.settings.kernel != KERNEL, True, SHOWN),
    Row("kernel_panel.tools._buttons[copy]", click, copied, KERNEL.to_text(), wiped(OBLONG)),
    Row("kernel_panel.tools._buttons[paste]", click, weights, [[8, 9]], holding("8 9")),
    Row("kernel_panel.tools._buttons[folder]", from_menu(0), asked, ["open"], quiet),
    Row("kernel_panel.tools._buttons[folder]", from_menu(1), asked, ["save"], quiet),
    *[
        Row(f"kernel_panel.favourites.buttons[{at}]", click, setting("kernel.name"), name, SHOWN)
        for at, name in enumerate(("diagonal", "anti_diagonal", "small_x", "edge_vertical", "sobel_vertical"))
    ],
    Row(f"{FORM}.operation/convolve", click, setting("operation"), "convolve", SHOWN),
    Row(f"{FORM}.operation/correlate", click, setting("operation"), "correlate",
        shows(replace(OBLONG, settings=replace(SETTINGS, operation="convolve")))),
    Row(f"{FORM}.padding.rule", chosen(1), setting("padding"), "same", SHOWN),
    Row(f"{FORM}.padding.row.apart", click, setting("padding"), ((3, 3), (3, 3)), unlinked),
    Row(f"{FORM}.padding.amount", typed("4"), setting("padding"), ((4, 4), (4, 4)), linked),
    Row(f"{FORM}.padding.top", typed("7"), setting("padding"), ((7, 0), (2, 3)), unlinked),
    Row(f"{FORM}.padding.bottom", typed("7"), setting("padding"), ((1, 7), (2, 3)), unlinked),
    Row(f"{FORM}.padding.left", typed("7"), setting("padding"), ((1, 0), (7, 3)), unlinked),
    Row(f"{FORM}.padding.right", typed("7"), setting("padding"), ((1, 0), (2, 7)), unlinked),
    Row(f"{FORM}.fill", chosen(3), setting("fill"), "reflect", SHOWN),
    Row(f"{FORM}.fill_value", typed("-6"), setting("fill"), -6, SHOWN),
    Row(f"{FORM}.stride_row.apart", click,
        attrgetter("document.settings.stride", "document.settings.dilation"), ((2, 2), (1, 1)), SHOWN),
    Row(f"{FORM}.stride.rows", typed("3"), setting("stride"), (3, 3), SHOWN),
    Row(f"{FORM}.stride.columns", typed("4"), setting("stride"), (2, 4), SHOWN),
    Row(f"{FORM}.dilation.rows", typed("3"), setting("dilation"), (3, 2), SHOWN),
    Row(f"{FORM}.dilation.columns", typed("1"), setting("dilation"), (1, 1), SHOWN),
    Row("settings_panel.activation.function", chosen(4), setting("activation"), "tanh", SHOWN),
    Row("settings_panel.activation.slope", typed("0.5"), setting("slope"), 0.5, SHOWN),
    Row(f"{POOLING}.kind", chosen(1), setting("pool"), replace(POOL, kind="max"), SHOWN),
    Row(f"{POOLING}.kind_row.apart", click, setting("pool"),
        replace(POOL, size=(2, 2), stride=(1, 1)), SHOWN),
    Row(f"{POOLING}.window_size.rows", typed("3"), setting("pool"), replace(POOL, size=(3, 3)), SHOWN),
    Row(f"{POOLING}.window_size.columns", typed("4"), setting("pool"),
        replace(POOL, size=(2, 4)), SHOWN),
    Row(f"{POOLING}.stride.rows", typed("2"), setting("pool"), replace(POOL, stride=(2, 2)), SHOWN),
    Row(f"{POOLING}.stride.columns", typed("3"), setting("pool"), replace(POOL, stride=(1, 3)), SHOWN),
    Row(f"{POOLING}.rest", chosen(1), setting("pool"),
        replace(POOL, padding="valid", ceil=True), SHOWN),
    Row(f"{POOLING}.count_padding", tick, setting("pool"), replace(POOL, count_padding=True), SHOWN),
    Row("formula.copy_menu", from_menu(0), lambda page: "rows" in copied(page), True, wiped(OBLONG)),
    *[
        Row(f"{WHY}.stages/{stage}", click, lambda page: page.why.stage(), stage,
            lambda page, other=other: (pinned(page), page.why.set_stage(other)))
        for stage, other in (("convolution", "pooling"), ("activation", "pooling"), ("pooling", "activation"))
    ],
    *[
        Row(f"{HEADER}.channels/{at}", click, CHANNEL, at,
            lambda page, at=at: (pinned_colours(page), page._on_channel((at + 1) % 3)))
        for at in range(3)
    ],
    Row(f"{WHY}.pin", click, PIN, Pin("convolution", 2, 1), pointed),
    *[Row(f"stages.cards[{stage}].expand_button", click, alone, stage, together)
      for stage in ("input", "convolution", "activation", "pooling")],
    *[Row(f"stages.cards[{stage}].keep_button", click, attrgetter("document.state.kept"),
          KeptResult(SETTINGS, stage), uncompared) for stage in STAGES[1:3]],
    Row("compare.look/slider", click, LOOK, "slider", compared(BESIDE)),
    Row("compare.look/beside", click, LOOK, "beside", compared(SLIDER)),
    Row("compare.restore", click, setting("kernel"), KERNEL.negated(), compared(BESIDE)),
    Row("compare.forget", click, attrgetter("document.state.kept"), None, compared(BESIDE)),
    Row("stages.kept.expand_button", click, alone, "kept", compared(BESIDE)),
    Row("stages.kept.more_button", click, lambda page: page.stages.kept.menu.isVisible(), True,
        compared(BESIDE)),
    Row("stages.kept.bar", keys(Key.Key_Up), attrgetter("document.state.color_range.mode"), "fixed",
        compared(BESIDE)),
    Row("stages.kept.picture", cell_of(1, 1), PIN, Pin("convolution", 1, 0), compared(BESIDE)),
    Row("stages.both.divider", keys(Key.Key_Left), attrgetter("stages.both.pane.share"), 0.48,
        compared(SLIDER)),
    Row("stages.both.divider", drag_left, attrgetter("stages.both.pane.share"), 0.0, compared(SLIDER)),
    *[Row(f"stages.cards[{stage}].more_button", click, menu_of(stage), True, closed)
      for stage in ("input", "convolution", "activation", "pooling")],
    *[Row(f"stages.cards[{stage}].bar", keys(Key.Key_Up), attrgetter(f"document.state.{field}.mode"),
          "fixed", SHOWN) for stage, field in FIELDS],
    *[Row(f"stages.cards[{stage}].blind.button", click, attrgetter(f"document.state.{field}.mode"),
          "auto", blind) for stage, field in FIELDS[:2]],
    *[Row(f"stages.cards[{stage}].picture", cell_of(1, 2 if stage == "input" else 1),
          PIN, Pin(stage, 1, 2 if stage == "input" else 1), closed)
      for stage in ("input", "convolution", "activation", "pooling")],
    Row(f"{FRAMES}.slider", keys(Key.Key_PageDown, Key.Key_PageDown), paged, 2, stacked),
    Row(f"{FRAMES}.box", typed("4"), paged, 3, stacked),
    Row(f"{FRAMES}.array", keys(Key.Key_Down), lambda page: (paged(page), page.view.frames[2])[1],
        "b", stacked),
    Row("stages.cards[input].draw_button", click, attrgetter("view.canvas.on"), True, looks),
    Row(f"{DRAWING}.tools/fill", click, lambda page: PEN(page).tool, "fill", draws(OBLONG)),
    Row(f"{DRAWING}.tools/type", click, lambda page: PEN(page).tool, "type", draws(OBLONG)),
    Row(f"{DRAWING}.tools/pencil", click, lambda page: PEN(page).tool, "pencil", typing),
    Row(f"{DRAWING}.value", typed("7"), lambda page: PEN(page).value, 7, draws(OBLONG)),
    Row(f"{DRAWING}.channel", chosen(2), lambda page: PEN(page).channel, 1, draws(CHANNELS)),
    Row(f"{LIVE}.play", click, last_done, "pause", moving(False)),
    Row(f"{LIVE}.keep", click, lambda page: page.document.state.image.name, "Puppet", moving(False)),
    Row(f"{LIVE}.close_button", click, last_done, "close", moving(False)),
    Row(f"{LIVE}.slider", keys(Key.Key_Right), last_done, "seek 1", moving(True)),
    Row(f"{LIVE}.loop", click, last_done, "loops True", moving(True)),
    Row("channel_mode", chosen(1), setting("channels"), "sum", EACH),
    Row("why.body.grids", keys(Key.Key_Right, Key.Key_Right), attrgetter("view.tap"), (0, 1),
        lambda page: (pinned(page), page.why.set_stage("convolution"))),
]  # fmt: skip

ELSEWHERE = {
    *[
        f"{card}.title.switch/{key}" for card in ("why.header", "formula") for key in ("size", "why")
    ],  # a small window
    "busy_note._button",  # cancels a computation: test_lab_page
    "formula.formulas",  # Ctrl+C: test_formula_card
    *[f"stages.cards[{stage}].blind.button" for stage in ("activation", "pooling")],  # the second says it
    "stages.kept.blind.button",  # the present result says it
    "stages.cards[pooling].keep_button",  # its shape needs the room here: test_keeping
    "note",  # a click tells the verdict: test_scipy_check
}
"""Controls that other tests use."""


@pytest.fixture
def lab(qtbot: QtBot, preferences: Preferences, dialogs: FakeDialogs, tmp_path: Path) -> Iterator[Any]:
    """The Lab in the program's window."""
    preferences.folder = tmp_path
    window = MainWindow(preferences, _lab, dialogs=dialogs)
    window.resize(1440, 900)
    window.document.open(OBLONG)
    window.show_page("lab")
    window.show()
    qtbot.waitExposed(window)
    yield window.page("lab")
    window.shut_down()
    window.deleteLater()


@pytest.mark.parametrize("rows", groups(ROWS))
def test_the_controls_of_lab(lab: Any, rows: list[Row]) -> None:
    for row in rows:
        row.run(lab)


def test_every_control_of_the_lab_is_in_the_table(lab: Any) -> None:
    known = {found(lab, path) for path in {row.control for row in ROWS} | ELSEWHERE}
    assert not {f"{one} in {one.parentWidget()}" for one in controls(lab) - known}
