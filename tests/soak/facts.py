"""What has to hold, whatever a person has done: after each action, whenever the window rests, in the end."""

from __future__ import annotations

import ctypes
import gc
import os
import re
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox, QWidget

from convviz.app.window.main_window import MainWindow
from convviz.core.images.image import Image
from convviz.core.sizes.settings import Settings
from convviz.core.stages import pipeline
from convviz.core.stages.pipeline import Result
from convviz.document.background.latest_wins import LatestWins, Worker
from convviz.document.state.history import LIMIT
from convviz.document.state.state import DocumentState
from convviz.network.compute.adapting import fitted
from convviz.network.compute.forward import activations
from convviz.pages.lab.scipy_check import ScipyCheck

QUIET = (
    "This plugin does not support",  # what the offscreen platform cannot do
    "Mouse event ",  # QTest's: a click has moved or closed the window that the one after it was meant for
    "Keyboard event not accepted",  # QTest's: a key has closed the menu that was to hear of its release
)
"""Beginnings of Qt's messages that say nothing about us."""

KNOWN: dict[str, str] = {}
"""Faults that others are mending: a piece of the traceback, and what it is. Empty: nothing is let pass."""


PATIENCE = 10
"""Seconds of the processor after which a film that is being written is given up."""

NUMBER = r"[\u2212\d][\d.,\u202f\u2009]*"


def number(text: str) -> tuple[float, float]:
    """A number as it is written on the screen, and how far it may be from what was rounded to it."""
    plain = text.replace("\u2212", "-").translate(dict.fromkeys(map(ord, ",\u202f\u2009"))).rstrip(".")
    return float(plain), 0.5 * 10.0 ** -len(plain.partition(".")[2])


class FaultError(AssertionError):
    """Something that has to hold does not."""


class Watch:
    """Collects what went wrong without anybody asking: exceptions everywhere, and Qt's warnings."""

    def __init__(self) -> None:
        self.news: list[str] = []
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self._on_exception(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        sys.unraisablehook = lambda args: self._on_exception(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        qInstallMessageHandler(self._on_message)

    def close(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(None)

    def _on_exception(self, kind, error, where) -> None:
        self.news.append("".join(traceback.format_exception(kind, error, where)))

    def _on_message(self, kind: QtMsgType, _, text: str) -> None:
        harmless = kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or text.startswith(QUIET)
        if not harmless:
            self.news.append(f"Qt says: {text}\n{''.join(traceback.format_stack(limit=12))}")

    def check(self) -> None:
        """FaultError, with all of it, if something went wrong since the last time."""
        news, self.news = self.news, []
        news = [one for one in news if not any(piece in one for piece in KNOWN)]
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QMessageBox) and box.isVisible() and box.detailedText():
                news.append(f"a box: {box.text()}\n{box.detailedText()}")
        if news:
            raise FaultError("\n".join(news))


KINDS = ("handles", "threads", "widgets")
"""What `Held` counts by name."""


WAITING = "convviz-worker"
"""The name of a thread that waits for work, once it has had some."""


def _told(widget: QWidget) -> str:
    """A widget's class, with that of what it lies in."""
    parent = widget.parent()
    return type(widget).__name__ if parent is None else f"{type(parent).__name__}/{type(widget).__name__}"


def _handles() -> Iterator[str]:
    for one in os.listdir("/proc/self/fd"):
        with suppress(OSError):  # the one that listed them
            yield re.sub(r"\d+", "N", os.readlink(f"/proc/self/fd/{one}"))


def _list(found: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in found.most_common(12))


@dataclass(frozen=True)
class Held:
    """What the process holds."""

    megabytes: float
    handles: Counter[str]
    threads: Counter[str]
    widgets: Counter[str]

    @staticmethod
    def now() -> Held:
        """Looked up after a tidying; handles, threads and widgets with what they are.

        The megabytes are what the process has written, without the files that are mapped: libraries, fonts.
        """
        gc.collect()
        with suppress(OSError, AttributeError):  # glibc keeps what was freed, unless asked
            ctypes.CDLL("libc.so.6").malloc_trim(0)
        with open("/proc/self/status") as file:
            held = next(line for line in file if line.startswith("RssAnon"))
        names = Counter(thread.name.rstrip("0123456789_-") for thread in threading.enumerate())
        names["not Python's"] = len(os.listdir("/proc/self/task")) - names.total()
        del names[WAITING]  # as many as have had work: see `Facts.count_workers`
        return Held(
            int(held.split()[1]) * 1024 / 1e6,
            Counter(_handles()),
            names,
            Counter(_told(widget) for widget in QApplication.allWidgets()),
        )

    def __str__(self) -> str:
        counts = (f"{getattr(self, kind).total()} {kind}" for kind in KINDS)
        return ", ".join([f"{self.megabytes:.0f} MB", *counts])

    def more_than(self, before: Held) -> str:
        """What there is now that was not there before, by name."""
        more = {kind: getattr(self, kind) - getattr(before, kind) for kind in KINDS}
        return "; ".join(f"{kind}: {_list(found)}" for kind, found in more.items() if found)


class Facts:
    """Looks whether the window tells the truth about its document."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.document = window, window.document
        self._first: DocumentState | None = self.document.state
        self.document.state_changed.connect(self._on_state)
        self._works: list[LatestWins] = []
        self._whole: tuple[Image, Settings, Result] | None = None

    def _on_state(self, old: DocumentState, new: DocumentState, why: str) -> None:
        """Remember the first state of the history, as long as it is in there."""
        if why == "open" or (why == "edit" and not self.document.can_undo):
            self._first = new
        elif len(self.document._history._entries) > LIMIT:
            self._first = None

    # Resting

    def rest(self, pump: Callable[[], None], seconds: float = 120) -> None:
        """Let events pass until nothing is computed, read or written any more.

        The seconds are the processor's: how long it takes depends on what else the computer does.
        """
        begin = time.process_time()
        while self._busy():
            pump()
            used = time.process_time() - begin
            if used > PATIENCE:
                self._give_up_a_film()
            if used > seconds:
                raise FaultError(f"after {seconds} s still at work: {self._busy()}")
        for _ in range(3):
            pump()

    def _give_up_a_film(self) -> None:
        """A film may take minutes; a person who has waited long enough presses Cancel."""
        step = self._page("player")
        if step is not None and step.files.dialog is not None:
            step.files.dialog.close_button.click()

    def _busy(self, known: bool = False) -> list[str]:
        """What is at work; of those that were ``known`` at the last rest, which is sooner looked up."""
        if not known:  # SciPy is left out: nothing waits for it
            works = self.window.findChildren(LatestWins)
            self._works = [work for work in works if not isinstance(work.parent(), ScipyCheck)]
        works = [work for work in self._works if work.busy]
        busy = [f"{type(work.parent()).__name__} {work.running.request!r:.60}" for work in works]
        lab = self._page("live")
        if lab is not None and not lab.live.at_rest:
            busy.append("large picture")
        return busy

    def _page(self, part: str):
        return next((page for page in self.window.pages.ready() if hasattr(page, part)), None)

    # What is held

    def build_all(self) -> None:
        """Have everything built that comes with its first use, so that counts can be compared."""
        network = self._page("training")
        if network is not None:
            network.training.show()
            network.training.dialog.plot.prepare()
            network.training.dialog.close()
            network.enlarged.open(0, (0, 0, 0))
            network.enlarged.close()
        self.window.show_glossary("")
        self.window.show_shortcuts()
        for top in QApplication.topLevelWidgets():
            if top.isVisible() and top is not self.window:
                top.close()
        for box in QApplication.allWidgets():
            if isinstance(box, QComboBox):
                box.view()

    def count_workers(self) -> None:
        """FaultError where more threads wait for work than the window has."""
        there = sum(thread.name == WAITING for thread in threading.enumerate())
        known = len(self.window.findChildren(Worker))
        if there > known:
            raise FaultError(f"{there} threads wait for work, of {known}")

    # At rest

    def check(self) -> None:
        """FaultError if what is shown is not what the document's state comes to."""
        state, lab, step, network = self.document.state, *map(self._page, ("live", "player", "training"))
        if lab is not None and lab.result is not None and state.describes(lab.result):
            self._same(lab.result, self._computed(), "the Lab's result")
            self._lab_shows(lab)
            self._lab_adds_up(lab)
            report = lab.scipy_check.report
            if report is not None and not report.equal:
                raise FaultError(f"SciPy has other values: {report}")
        elif lab is not None and state.image is not None:
            self._lab_says_why(lab, state)
        reel = step.reel if step is not None and step.isVisible() else None
        if reel is not None and state.describes(reel.result):
            self._same(reel.result, self._computed(), "Step's result")
            self._step_adds_up(step)
        if network is not None and network.isVisible() and network.results is not None:
            self._network_shows(network)

    def glance(self) -> None:
        """The same for the Lab's maps alone, after an action that nothing at work has come from."""
        lab = self._page("live")
        at_rest = lab is not None and lab.result is not None and self.document.state.describes(lab.result)
        if at_rest and not self._busy(known=True):
            self._same(lab.result, self._computed(), "the Lab's result")
            self._lab_shows(lab)
            self._lab_adds_up(lab)

    def _computed(self) -> Result:
        """What `core.run` makes of the document; kept, since most actions change neither of the two."""
        image, settings = self.document.state.image, self.document.state.settings
        if self._whole is None or self._whole[0] is not image or self._whole[1] != settings:
            self._whole = image, settings, pipeline.run(image, settings)
        return self._whole[2]

    @staticmethod
    def _same(shown, computed, what: str) -> None:
        for stage in ("convolution", "activation", "pooling"):
            one, other = shown.stage(stage), computed.stage(stage)
            if (one is None) != (other is None) or (
                one is not None and not np.array_equal(one, other, equal_nan=True)
            ):
                raise FaultError(f"{what} differs from core.run at {stage}")

    @staticmethod
    def _lab_shows(lab) -> None:
        """The pictures on the cards are those of the result, and their ranges hold the values."""
        pictures = lab.view.pictures
        if pictures is None or pictures.result is not lab.result:
            raise FaultError("the Lab shows another result than the one it has")
        for stage, show in pictures.shows.items():
            content = lab.stages.cards[stage].picture.content()
            if not lab.stages.cards[stage].is_folded() and content is not show.content:
                raise FaultError(f"the card of {stage} shows another picture than the view says")
            if not show.counts.size:
                continue  # no bar on which it could be said: something is presented
            values, (left, right) = np.asarray(show.content.values, float), show.ends
            low, high = np.nanmin(values, initial=np.inf), np.nanmax(values, initial=-np.inf)
            slack = 1e-6 * max(abs(left), abs(right))
            if low < left - slack and not show.beyond[0] or high > right + slack and not show.beyond[1]:
                raise FaultError(
                    f"{stage}: {low} .. {high} is outside of the bar from {left} to {right}, unsaid"
                )

    @staticmethod
    def _lab_adds_up(lab) -> None:
        """The running sum under "Why this number?" ends at the sum written above it."""
        traces, lines = lab.view.traces, lab.why.text().splitlines()
        if (
            traces is None
            or lab.result.convolution.ndim > 2
            or len(lines) < 3
            or "\u2192" not in lines[-1]
            or "(" in lines[1]
        ):
            return
        if traces.convolution.products.ndim == 2 and lab.why.stage() == "convolution":
            end, total = (
                re.split("\u2192", lines[-1])[-1].strip(),
                re.split("[:\uff1a]", lines[1])[-1].strip(),
            )
            if end != total:
                raise FaultError(f"the running sum does not end at its total:\n{lab.why.text()}")

    @staticmethod
    def _step_adds_up(step) -> None:
        """The products on the sum card come to the sum behind them, as far as their digits go."""
        terms, equals, rest = step.cards.sum.text().partition(" = ")
        pairs = re.findall(rf"\(({NUMBER})\)\(({NUMBER})\)", terms)
        total = re.match(NUMBER, rest)
        if not (equals and pairs and total) or len(pairs) != terms.count(")("):
            return
        parts = [(number(one), number(other)) for one, other in pairs]
        off = abs(sum(one * other for (one, _), (other, _) in parts) - number(total[0])[0])
        slack = sum(abs(one) * b + abs(other) * a for (one, a), (other, b) in parts) + number(total[0])[1]
        if off > slack * 1.01 + 1e-9 * abs(number(total[0])[0]):
            raise FaultError(f"the sum on Step does not close: {step.cards.sum.text()}")

    @staticmethod
    def _lab_says_why(lab, state: DocumentState) -> None:
        """No result of the present settings: they do not fit, or it was given up, and that is said."""
        view = lab.view
        impossible = view.sizes is not None and view.sizes.problem is not None
        if not (impossible or view.stale or any(card.stale or card.greyed for card in view.cards.values())):
            raise FaultError(f"the Lab shows old maps as if they were new: {state.settings}")

    @staticmethod
    def _network_shows(page) -> None:
        results = page.results
        if results.acts is None or results.is_coming or results.read is None:
            return
        network = results.shown.network
        if page.opened.slow.is_slow(network):
            return
        computed = activations(network, fitted(network, results.read))
        if not np.array_equal(results.acts.output, computed.output, equal_nan=True):
            raise FaultError("the Network page shows other answers than its network gives")

    # The history

    def walk_history(self, rest: Callable[[], None]) -> None:
        """Undo everything and redo everything: the first state, and the last one."""
        document, first = self.document, self._first
        last, steps = document.state, 0
        while document.can_undo:
            document.undo()
            steps += 1
        if first is not None and document.state != first:
            raise FaultError(f"{steps} steps back is not where it began")
        rest()
        self.check()
        while steps:
            document.redo()
            steps -= 1
        if document.state != last:
            raise FaultError("forwards again is not where it was")
        rest()
        self.check()
