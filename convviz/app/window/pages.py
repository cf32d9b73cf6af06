"""The pages of the window: built when they are first wanted, or bit by bit before that.

A page is a widget that offers some of these; the window asks for each with `getattr`:

- the signals ``status_changed(html)`` and ``info_changed(text)`` for the strip at the bottom, and
  ``message(kind, text)`` and ``message_over(text)`` for the band at the top; ``note``, a `VerdictNote` on
  that strip;
- ``focus_regions()``: the widgets that F6 visits, in order;
- ``export_stages()``: key and title of every stage that can be exported; ``export_formats(stage)``: its
  endings, without dots (PNG, TIFF, CSV and NPY where left out); ``export_stage(stage, path)`` writes it;
- ``export_figures()``: name and title of what goes onto slides and paper; ``figure(name, background)``:
  one of it;
- ``give_up()``: the person has cancelled what it does, as its ``message("busy", text)`` offers;
- ``work_to_lose()``: what closing the window would lose, in one sentence, or "";
- ``keep_in(room)``: what it has beside the document, such as a trained network, it keeps in a folder of
  ``room()``, where `go_on(folder)` finds it after a crash;
- ``draw(on)``: whether its picture is drawn on;
- ``open_kernel(path)`` and ``save_kernel(path)``; ``prepare()`` before it is shown; ``shut_down()``.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Generator
from importlib import import_module
from typing import TypeAlias

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from convviz.document.document import Document

Building: TypeAlias = Generator[None, None, QWidget]
"""Makes a page in bits, a few milliseconds each, and returns it in the end."""

STYLED_AT_ONCE = 32

Maker: TypeAlias = Callable[[], QWidget | Building]
"""Makes a page at once, or begins to."""


def imported(*packages: str) -> Generator[None]:
    """Import all modules of these packages and of the rooms inside them, one in every step.

    Together they take a tenth of a second.
    """
    for package in packages:
        for found in pkgutil.walk_packages(import_module(package).__path__, f"{package}."):
            import_module(found.name)
            yield


def styled(page: QWidget, size: QSize) -> Generator[None]:
    """Style and measure everything in a page that is not shown yet, a few widgets in every step.

    Qt would do it all at once on the first look. ``size`` is what the page will have. The page lives on
    between the steps: widgets that it has replaced meanwhile are passed over.
    """
    for at, widget in enumerate(page.findChildren(QWidget)):
        if isValid(widget):
            widget.ensurePolished()
        if at % STYLED_AT_ONCE == STYLED_AT_ONCE - 1:
            yield
    page.resize(size)
    layout = page.layout()
    if layout is not None:
        layout.activate()
    yield


class Pages(QObject):
    """Keeps the pages by their keys. ``built(key)`` follows the building of each, ``all_built`` the last.

    `build_ahead` builds the pages that are not shown yet, one after the other, a bit in every turn of the
    event loop, and its timer ends with the last of them. One that is wanted earlier is finished at once.
    """

    built = Signal(str)
    all_built = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._makers: dict[str, Maker] = {}
        self._begun: dict[str, Building] = {}
        self._pages: dict[str, QWidget] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._build_a_bit)

    def add(self, key: str, make: Maker) -> None:
        """Add a page; ``make`` builds it later."""
        self._makers[key] = make

    def names(self) -> list[str]:
        """All pages, in the order of their adding."""
        return list(self._makers)

    def get(self, key: str) -> QWidget:
        """The page ``key``, finished now if it is not yet."""
        while key not in self._pages:
            self._go_on(key)
        return self._pages[key]

    def ready(self) -> list[QWidget]:
        """The pages that are built."""
        return list(self._pages.values())

    def work_to_lose(self) -> str:
        """What a page would lose if the window were closed now, in one sentence; empty for nothing."""
        asked = (getattr(page, "work_to_lose", str)() for page in self.ready())
        return next((sentence for sentence in asked if sentence), "")

    def build_ahead(self) -> None:
        """Build what is missing between the events of the window, in the order of adding."""
        self._timer.start(0)

    def is_building_ahead(self) -> bool:
        """Whether some are still to come without being asked for."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Build nothing more ahead, and give up what is half built."""
        self._timer.stop()
        for building in self._begun.values():
            building.close()
        self._begun.clear()

    def _build_a_bit(self) -> None:
        key = next((key for key in self._makers if key not in self._pages), None)
        if key is None:
            self._timer.stop()
            self.all_built.emit()
            return
        try:
            self._go_on(key)
        except Exception:
            self._timer.stop()  # reported once; and again when the page is wanted
            raise

    def _go_on(self, key: str) -> None:
        """Run the next step of building ``key``."""
        building = self._begun.pop(key, None)
        if building is None:
            made = self._makers[key]()
            if isinstance(made, QWidget):
                self._done(key, made)
                return
            building = made
        try:
            next(building)
        except StopIteration as end:
            self._done(key, end.value)
        else:
            self._begun[key] = building

    def _done(self, key: str, page: QWidget) -> None:
        self._pages[key] = page
        self.built.emit(key)


PageFactory: TypeAlias = Callable[[Document, QWidget], QWidget | Building]
"""Makes the page that works on the document, or begins to; the second argument is its parent."""
