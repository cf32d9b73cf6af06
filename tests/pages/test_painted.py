"""What the painted widgets of every page draw, held against the table in ``painted.json``.

A change of the looks changes the table: with ``CONVVIZ_PAINTED=write`` in the environment this test writes
it anew, and its differences are to be looked at. Only what is the same in five fonts stands in it, and it
holds for the release of Qt that it was written with: another one may lay its own controls out differently.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QAction, QFont, QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.document.document import Document
from convviz.document.state.state import (
    DocumentState,
    FilmState,
    Movement,
    NetworkState,
    Paper,
    PenStroke,
    Pin,
)
from convviz.network.edit.changes import Change
from convviz.pages.lab.page import LabPage
from convviz.pages.network.page.page import NetworkPage
from convviz.pages.step.page import StepPage
from convviz.views.network.answers.probability_view import Answers, ProbabilityView
from convviz.views.network.training.axes import from_card
from convviz.views.network.training.dialog import TrainingDialog
from convviz.views.step.export_dialog import ExportDialog, ExportRequest
from convviz.views.window.messages import MessageBand, StatusStrip, VerdictNote
from convviz.views.window.rail import Rail
from convviz.views.window.samples import SampleEntry
from convviz.views.window.start_page import StartPage
from convviz.views.window.tool_bar import TopBar
from tests.network.handwriting import PAPERS, photo
from tests.pages.painting import behaves, painted, placed, said

TABLE = Path(__file__).with_name("painted.json")
RELEASE = ".".join(qVersion().split(".")[:2])
FONTS = (
    ("DejaVu Sans", 9),
    ("WenQuanYi Micro Hei", 10),
    ("DejaVu Sans Condensed", 8),
    ("DejaVu Serif", 9),
    ("DejaVu Sans Mono", 8),
)

SETTINGS = Settings(
    Kernel([[1, 2, 3, 4, 5], [6, -7, 8, 9, 10]]),
    bias=4.0,
    padding=((1, 0), (2, 3)),
    fill=5.0,
    stride=(2, 3),
    dilation=(1, 2),
    activation="leaky_relu",
    slope=0.2,
    pool=PoolSettings("average", size=(2, 3), stride=(1, 2), padding="same"),
)
OFF = replace(SETTINGS, activation="none", pool=PoolSettings(), operation="convolve")
GRID = DocumentState(Image(np.arange(77, dtype=np.uint8).reshape(7, 11)), SETTINGS)
RNG = np.random.default_rng(5)
PHOTO = Image(RNG.integers(0, 256, (140, 220, 3), dtype=np.uint8))
SOBEL = Settings(Kernel([[1, 0, -1], [2, 0, -2], [1, 0, -1]]), activation="relu", pool=PoolSettings("max"))
COLOURS = DocumentState(PHOTO, replace(SOBEL, channels="each"))
LINES = (PenStroke(0.08, ((0.6, 0.15, 1.0), (0.3, 0.5, 1.0), (0.65, 0.55, 1.0), (0.5, 0.85, 1.0))),)
DRAWN = NetworkState(key="convnet", paper=Paper(LINES))


@contextmanager
def lab(state: DocumentState, place: Any = None) -> Iterator[QWidget]:
    page = LabPage(Document())
    shown(page)
    page.document.open(state)
    assert page.queue.wait_idle(30)
    if place is not None:
        page.stages.cards[place[0]].picture.pointed.emit(place[1])
    QApplication.processEvents()
    while page.kernel_panel.favourites._later.isActive():  # drawn one by one
        QApplication.processEvents()
    try:
        yield page
    finally:
        page.shut_down()


@contextmanager
def step(state: DocumentState, at: tuple[Any, ...], **watched: Any) -> Iterator[QWidget]:
    page = StepPage(Document())
    page.document.open(replace(state, film=FilmState(**watched)))
    shown(page)
    assert page.queue.wait_idle(30)
    index = page.film.index(*at) if at else 0
    assert index is not None
    page.player.seek(index)
    try:
        yield page
    finally:
        page.shut_down()


@contextmanager
def step_with_overview() -> Iterator[QWidget]:
    with step(DocumentState(PHOTO, SOBEL), ("convolution", 70, 105), detail="cell") as page:
        page.cards.input.region_button.click()  # type: ignore[attr-defined]
        yield page


@contextmanager
def step_matrix() -> Iterator[QWidget]:
    with step(GRID, ("convolution", 1, 2, "land"), detail="cell") as page:
        page.cards.operation.choice.button("matrix").click()  # type: ignore[attr-defined]
        yield page


@contextmanager
def network(tab: str, state: NetworkState = DRAWN, value: Any = None) -> Iterator[QWidget]:
    page = NetworkPage(Document(DocumentState(network=state)))
    page.figures._place = None  # nothing is counted beside
    shown(page)
    if value is not None:
        page.panel.column(value[0]).view.chosen.emit(value[1])
    page.drill.tab_button(tab).click()
    QApplication.processEvents()
    assert page.shift.wait_idle()
    assert page.tabs.look._work.wait_idle()
    try:
        yield page
    finally:
        page.shut_down()


@contextmanager
def sized(wide: int, high: int, case: Any) -> Iterator[QWidget]:
    """The same in another size."""
    with case as page:
        page.resize(wide, high)
        QApplication.processEvents()
        yield page


@contextmanager
def opened(case: Any, show: Callable[[Any], object]) -> Iterator[QWidget]:
    """The same with something more on the screen."""
    with case as page:
        show(page)
        QApplication.processEvents()
        yield page


@contextmanager
def around_the_pages() -> Iterator[QWidget]:
    """Rail, tool bar, messages, status line and start page, one under the other."""
    page = QWidget()
    rail, bar, band, strip, start = (
        Rail(page),
        TopBar(QMenu(page), page),
        MessageBand(page),
        StatusStrip(page),
        StartPage(page),
    )
    for at, (part, high) in enumerate(((rail, 300), (bar, 44), (band, 40), (strip, 26), (start, 400))):
        part.setGeometry(0, (0, 300, 344, 384, 410)[at], 1000, high)
    rail.setFixedWidth(56)
    for key in ("lab", "step", "network"):
        rail.add_page(key, key.title(), key)
    rail.set_current("step")
    for icon in ("undo", "redo"):
        action = QAction(icon, page)
        action.setData(icon)
        bar.add_action(action)
    bar.add_separator()
    bar.set_title("oblong.png")
    band.show_message("error", "So it is.")
    note = VerdictNote(page)
    note.set_verdict("ok", "equals SciPy", "A click tells more", short="equals")
    strip.add_note(note)
    strip.show_note(note)
    strip.set_facts("<b>oblong.png</b> 7 x 11")
    strip.set_info("80 %")
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    start.set_samples([SampleEntry("mug", "Mug", "400 x 600"), SampleEntry("five", "Five", "28 x 28")])
    start.set_sample_picture("mug", picture)
    start.set_recent([Path("/far/away/one.png"), Path("/far/away/two.convviz")])
    shown(page)
    yield page


@contextmanager
def dialogs() -> Iterator[QWidget]:
    """The dialogs of a film's export and of a training, without their windows."""
    page = QWidget()
    export = ExportDialog(49, (480, 960), (0.5, 1.0), page)
    export.set_request(ExportRequest("webp", 960, 0.5, True, 3, 17, Path("/far/away/film.webp")))
    export.set_estimate(42, 3.5)
    export.show_note("It cannot be written.", error=True)
    train = TrainingDialog(page)
    epochs = [
        {
            "number": n,
            **{
                f"{part}_{what}": 0.9 - 0.1 * n
                for part in ("train", "held_out", "test")
                for what in ("loss", "accuracy")
            },
        }
        for n in (1, 2, 3)
    ]
    train.set_history(from_card({"epochs": epochs, "best_epoch": 2}))
    train.set_state("running")
    for at, dialog in enumerate((export, train)):
        dialog.setWindowFlags(Qt.WindowType.Widget)
        dialog.setGeometry(at * 520, 0, 500 + 300 * at, 700)
        dialog.show()
    shown(page)
    yield page


@contextmanager
def many_classes() -> Iterator[QWidget]:
    """Answers of a network with more classes than there is room for, and of one that has none yet."""
    page = QWidget()
    waiting, known = ProbabilityView(page), ProbabilityView(page)
    waiting.clear_answers([f"class {n}" for n in range(1000)])
    shares = np.arange(1000) / 499_500
    known.set_answers(Answers(tuple(f"class {n}" for n in range(1000)), shares, shares))
    for at, view in enumerate((waiting, known)):
        view.setGeometry(at * 320, 0, 300, 500)
    shown(page)
    yield page


def shown(page: QWidget) -> None:
    page.resize(1384, 830)
    page.show()
    QApplication.processEvents()


CHANGED = replace(DRAWN, changes=(Change("off", 2, 3), Change("bias", 2, 5, 1.0)))
MOVED = replace(DRAWN, movement=Movement(right=3, turn=20))
RIGHT = replace(DRAWN, movement=Movement(right=3))
READ = replace(DRAWN, paper=Paper(photo=Image(photo(5, PAPERS["squared"]))))
VALUE = (2, (5, 3, 4))


def with_a_mistake(page: Any) -> None:
    page.tabs.confusion.choose_pair((3, 5))


def with_the_library(page: Any) -> None:
    page.kernel_panel.header.kernels.showPopup()


def too_large(page: Any) -> None:
    """A kernel that the picture has no room for."""
    page.document.edit_settings("Kernel", kernel=Kernel(np.ones((31, 31))), dilation=(3, 3))


CASES: dict[str, Callable[[], Any]] = {
    "lab, numbers": lambda: lab(replace(GRID, pin=Pin("convolution", 1, 2))),
    "lab, a pooled cell": lambda: lab(replace(GRID, pin=Pin("pooling", 1, 0))),
    "lab, an input pixel": lambda: lab(GRID, ("input", (4, 6))),
    "lab, an activation": lambda: lab(replace(GRID, pin=Pin("activation", 2, 0))),
    "lab, a photo": lambda: lab(COLOURS, ("convolution", (40, 70))),
    "step, products": lambda: step(GRID, ("convolution", 1, 2, "add"), pin_a=(0, 1), pin_b=(2, 0)),
    "step, a sum": lambda: step(GRID, ("convolution", 1, 1, "land"), detail="sum", pin_a=(0, 1)),
    "step, pooling": lambda: step(GRID, ("pooling", 1, 1, "land"), detail="sum"),
    "step, colours": lambda: step(
        DocumentState(Image(PHOTO.values[:7, :11]), replace(SOBEL, channels="sum")), ("convolution", 2, 3)
    ),
    "step, the size is guessed": lambda: step(GRID, (), predict=True),
    "step, a sum is guessed": lambda: step(GRID, ("convolution", 1, 1, "add"), predict=True),
    "step, overview": step_with_overview,
    "step, matrix": step_matrix,
    "network, the answer": lambda: network("why"),
    "network, a value": lambda: network("why", CHANGED, VALUE),
    "network, a pooled value": lambda: network("why", DRAWN, (3, (5, 1, 2))),
    "network, a photo": lambda: network("why", READ, (0, (5, 3, 4))),
    "network, nothing": lambda: network("why", NetworkState()),
    "network, filter": lambda: network("filter", CHANGED, VALUE),
    "network, shift": lambda: network("shift", MOVED),
    "network, shifted to the right": lambda: network("shift", RIGHT),
    "network, a mistake": lambda: opened(network("confusion"), with_a_mistake),
    "network, look": lambda: network("look"),
    "network, misread": lambda: network("confusion"),
    "network, training": lambda: network("history"),
    "network, a map": lambda: opened(network("why"), lambda page: page.enlarged.open(*VALUE)),
    "network, narrow": lambda: sized(940, 560, network("why", CHANGED, VALUE)),
    "network, wide": lambda: sized(2200, 1200, network("shift", MOVED)),
    "network, all networks": lambda: sized(1100, 700, network("look")),
    "lab, the library": lambda: opened(
        lab(COLOURS), lambda page: page.kernel_panel.header.kernels.showPopup()
    ),
    "lab, out of date": lambda: opened(lab(GRID), too_large),
    "lab, switched off": lambda: lab(
        replace(
            GRID, settings=replace(SETTINGS, activation="none", pool=PoolSettings(), operation="convolve")
        )
    ),
    "lab, one card": lambda: opened(lab(GRID), lambda page: page.stages.expand("convolution")),
    "lab, narrow": lambda: sized(900, 600, lab(COLOURS)),
    "lab, wide": lambda: sized(2200, 1200, lab(replace(GRID, pin=Pin("convolution", 1, 2)))),
    "step, turned": lambda: step(
        replace(GRID, settings=replace(SETTINGS, operation="convolve")), ("convolution", 1, 2, "multiply")
    ),
    "step, narrow": lambda: sized(900, 560, step(GRID, ("convolution", 1, 2, "add"), pin_a=(0, 1))),
    "step, one card": lambda: opened(
        step(GRID, ("convolution", 1, 2)), lambda page: page.cards.expand(page.cards.output)
    ),
    "around the pages": around_the_pages,
    "dialogs": dialogs,
    "many classes": many_classes,
}


SAID = ("numbers", "products", "value", "misread", "pages", "dialogs")
PLACED = (*SAID, "narrow", "wide", "date", "off", "filter", "shift", "look", "training", "network")
"""The last words of the cases where words and manners of all widgets are looked at, and their places."""


def looks(case: str) -> dict[str, Any]:
    """All that is looked at, by kind and widget."""
    with CASES[case]() as page:
        try:
            page.activateWindow()
            QApplication.processEvents()
            for widget in (page, *page.findChildren(QWidget)):  # wherever the tests before left the pointer
                widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
            words = {"said": said(page), "behaves": behaves(page)} if case.endswith(SAID) else {}
            places = {"placed": placed(page)} if case.endswith(PLACED) else {}
            return {**words, **places, "painted": painted(page)}
        finally:
            page.close()
            page.deleteLater()


def alike(tables: list[Any]) -> Any:
    """What is the same in all of them, at any depth."""
    if all(isinstance(one, dict) for one in tables):
        kept = {key: alike([one.get(key) for one in tables]) for key in tables[0]}
        return {key: one for key, one in kept.items() if one not in (None, {})}
    return tables[0] if all(one == tables[0] for one in tables) else None


def in_every_font(case: str, application: QApplication) -> Any:
    """What is the same in all `FONTS`."""
    before, tables = application.font(), []
    for family, size in FONTS:
        application.setFont(QFont(family, size))
        tables.append(looks(case))
    application.setFont(before)
    return alike(tables)


@pytest.fixture(scope="module")
def table(qapp: QApplication) -> Any:
    if os.environ.get("CONVVIZ_PAINTED") == "write":
        found = {"Qt": RELEASE, **{case: in_every_font(case, qapp) for case in CASES}}
        lines = json.dumps(found, separators=(",", ":"), ensure_ascii=False)
        TABLE.write_text(re.sub(r'([\]}"],)(?="[A-Z])', r"\1\n", lines) + "\n", encoding="utf-8")
    found = json.loads(TABLE.read_text(encoding="utf-8"))
    if found["Qt"] != RELEASE:
        pytest.skip(f"the table was written with Qt {found['Qt']}, not {RELEASE}")
    return found


@pytest.mark.parametrize("case", CASES)
def test_what_is_seen(qapp: QApplication, table: Any, case: str) -> None:
    found = looks(case)
    for kind, widgets in table[case].items():
        for widget, known in widgets.items():
            got = found[kind].get(widget)
            if isinstance(known, dict):
                got = {call: (got or {}).get(call) for call in known}
            assert got == known, f"{kind}: {widget}"
