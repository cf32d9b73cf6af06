"""What the painted widgets of every page draw, held against the table in ``painted.json``.

A change of the looks changes the table: with ``CONVVIZ_PAINTED=write`` in the environment this test writes
it anew, and its differences are to be looked at. Only what is the same in five fonts stands in it.
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
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

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
from tests.network.handwriting import PAPERS, photo
from tests.pages.painting import painted, placed, said

TABLE = Path(__file__).with_name("painted.json")
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
    yield page
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
    yield page
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
    yield page
    page.shut_down()


def shown(page: QWidget) -> None:
    page.resize(1384, 830)
    page.show()
    QApplication.processEvents()


CHANGED = replace(DRAWN, changes=(Change("off", 2, 3), Change("bias", 2, 5, 1.0)))
MOVED = replace(DRAWN, movement=Movement(right=3, turn=20))
READ = replace(DRAWN, paper=Paper(photo=Image(photo(5, PAPERS["squared"]))))
VALUE = (2, (5, 3, 4))

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
    "network, look": lambda: network("look"),
    "network, misread": lambda: network("confusion"),
    "network, training": lambda: network("history"),
}


SAID = ("lab, numbers", "step, products", "network, a value", "network, misread")
"""Where the words and places of all widgets are looked at as well."""


def looks(case: str) -> dict[str, Any]:
    """All that is looked at, by kind and widget."""
    with CASES[case]() as page:
        page.activateWindow()
        QApplication.processEvents()
        more = {"placed": placed(page), "said": said(page)} if case in SAID else {}
        found = {**more, "painted": painted(page)}
        page.close()
        page.deleteLater()
    return found


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
        found = {case: in_every_font(case, qapp) for case in CASES}
        lines = json.dumps(found, separators=(",", ":"), ensure_ascii=False)
        TABLE.write_text(re.sub(r'([\]}"],)(?="[A-Z])', r"\1\n", lines) + "\n", encoding="utf-8")
    return json.loads(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES)
def test_what_is_seen(qapp: QApplication, table: Any, case: str) -> None:
    found = looks(case)
    for kind, widgets in table[case].items():
        for widget, known in widgets.items():
            got = found[kind].get(widget)
            if isinstance(known, dict):
                got = {call: (got or {}).get(call) for call in known}
            assert got == known, f"{kind}: {widget}"
