"""Soak the window: ``python -m tests.soak --seed 3 --actions 20000 --seconds 600``.

Ends at the first fault, with the last actions and the seed, or when the actions or the seconds are over.
What the clock and threads do is not in the seed, so a fault that depends on them may need a few tries.
"""

from __future__ import annotations

import argparse
import faulthandler
import itertools
import os
import signal
import sys
import tempfile
import threading
import time
from collections import deque
from pathlib import Path
from typing import TextIO

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QSettings, QStandardPaths, QThread, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog

from convviz.app.application import WarmUp, create_application, open_window
from convviz.document.state.state import DocumentState
from convviz.pages.lab import ranges
from tests.soak.facts import KINDS, WAITING, Facts, FaultError, Held, Watch
from tests.soak.files import write_all
from tests.soak.grammar import Action, actions
from tests.soak.person import Person

EVERY = 1000
"""Actions between two looks at what the process holds."""

STUCK = 600
"""Seconds after which an action that does not return ends the run, with where everything was."""

MEGABYTES = 50
"""What may be held more after every 1,000 actions."""

HANDLES, THREADS, WIDGETS = 8, 4, 60
"""What may be held more than after the first 1,000 actions, threads that wait for work not counted."""


class Soak:
    """Lets a person loose on the window, and looks on."""

    def __init__(self, wanted: list[Action], seconds: float, folder: Path, trace: TextIO) -> None:
        self.trace = trace
        self.app = create_application(["convviz"])
        self.app.setQuitOnLastWindowClosed(False)
        (folder / "written").mkdir()
        (folder / "files").mkdir()
        self.files, self.folder = write_all(folder / "files"), folder / "written"
        self.wanted, self.end = wanted, time.monotonic() + seconds
        self.last: deque[str] = deque(maxlen=40)
        self.fault, self.done = "", 0
        self.held: list[Held] = []
        self._busy = False
        self._open()
        self._answer_for_the_system()
        self.watch = Watch()
        self._clock, self._nurse = QTimer(), QTimer()
        self._clock.timeout.connect(self._next)
        self._nurse.timeout.connect(self._answer)

    def run(self) -> bool:
        """Do all actions; whether everything held."""
        self._clock.start(0)
        self._nurse.start(5)
        self.app.exec()
        faulthandler.cancel_dump_traceback_later()
        for timer in (self._clock, self._nurse):
            timer.stop()
        QApplication.clipboard().clear()  # Qt removes what Python made and lies there when Python is gone
        self.window.shut_down()
        self.window.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.watch.close()
        return not self.fault

    def _open(self) -> None:
        self.window = open_window(self.app)
        WarmUp(self.window)
        self.window.show()
        self.window.pages.build_ahead()
        self.facts = Facts(self.window)
        self.person = Person(self.window, self.files, self.folder)
        self.person.note = lambda told: self.trace.write(f"  {told}\n")

    def _answer_for_the_system(self) -> None:
        """The system's own dialogs are not ours to soak: they answer at random, "Cancel" too."""

        def ask(of, name: str, answer) -> None:
            setattr(of, name, staticmethod(lambda *args, **named: answer(args)))

        ask(QFileDialog, "getOpenFileName", lambda args: (self.person.file_to_open(), ""))
        ask(QFileDialog, "getSaveFileName", lambda args: (self.person.file_to_write(args[2]), ""))
        ask(QFileDialog, "getExistingDirectory", lambda args: self.person.file_to_write("frames"))
        ends = ((-0.5, 0.5), (-1.0, 1.0), (0.0, 300.0), None)
        ask(ranges, "ask_range", lambda args: self.person.random.choice(ends))
        ask(
            QInputDialog,
            "getMultiLineText",
            lambda args: ("\n".join("abcdefghij"), self.person.random.random() < 0.7),
        )

    def _next(self) -> None:
        """Do the next action, and look whether everything holds."""
        if self._busy:
            return
        if self.done == len(self.wanted) or time.monotonic() > self.end:
            self._finish()
            return
        action = self.wanted[self.done]
        self.done += 1
        self._busy = True
        try:
            self._act(action)
            self.app.processEvents()
            self.watch.check()
            if action.kind in ("settle", "walk_history"):
                self._rest()
                self.facts.check()
                if action.kind == "walk_history":
                    self.facts.walk_history(self._rest)
                self.watch.check()
            else:
                self.facts.glance()
            if not self.window.isVisible():
                self._open_again()
            if self.done % EVERY == 0:
                self._weigh()
        except Exception as error:
            self._fail(error)
        finally:
            self._busy = False

    def _act(self, action: Action) -> None:
        faulthandler.dump_traceback_later(STUCK, exit=True)
        self.last.append(str(action))
        self.trace.write(f"{action}\n")
        try:
            self.person.do(action)
        finally:
            self.last[-1] = f"{action} {self.person.told}"

    def _answer(self) -> None:
        """Somebody has to answer a question that something waits for, in a loop of its own.

        Not from this timer: the answer may lead to another question, for which it has to run again.
        """
        if self._is_asked():
            QTimer.singleShot(0, self._give_answer)

    def _give_answer(self) -> None:
        if self._is_asked():
            self.person.answer()

    def _is_asked(self) -> bool:
        waits = QThread.currentThread().loopLevel() > 1
        return waits and bool(QApplication.activeModalWidget() or QApplication.activePopupWidget())

    def _rest(self) -> None:
        self.facts.rest(self._pump)

    def _pump(self) -> None:
        self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.002)

    def _open_again(self) -> None:
        """The window was closed, with all its threads; a person starts the program again."""
        left = [thread for thread in threading.enumerate() if thread.name == WAITING]
        if left:
            raise FaultError(f"{len(left)} threads go on working for a window that was closed: {left}")
        self.window.deleteLater()
        self._open()

    def _weigh(self) -> None:
        """Come to rest with a fresh document, and see what the process holds."""
        for _ in range(2):  # a dialog that is at work stays where it is, once
            for top in QApplication.topLevelWidgets():
                if top.isVisible() and top is not self.window:
                    top.close()
            self._rest()
        self.facts.walk_history(self._rest)
        self.window.document.open(DocumentState())
        self.window.presenter.end()
        self.window.preferences.text_size = 100
        self.window.resize(1440, 900)
        for page in self.window.pages.names():
            self.window.show_page(page)
            self._rest()
        self.facts.build_all()
        self.window.document.open(DocumentState())
        self.window.preferences.language, self.window.preferences.theme = "en", "light"
        self._rest()
        self.facts.count_workers()
        self.held.append(Held.now())
        more = self.held[-1].more_than(self.held[-2]) if len(self.held) > 1 else ""
        print(f"{self.done:>6} actions: {self.held[-1]}", f"\n  more {more}" * bool(more), flush=True)
        self._compare()

    def _compare(self) -> None:
        """Whether it is what it was after the first look; named is what has come since."""
        if len(self.held) < 2:
            return
        first, now, thousands = self.held[0], self.held[-1], (self.done - 1) // EVERY
        grown = [now.megabytes - first.megabytes]
        grown += [getattr(now, kind).total() - getattr(first, kind).total() for kind in KINDS]
        limits = (MEGABYTES * thousands, HANDLES, THREADS, WIDGETS)
        if any(more > limit for more, limit in zip(grown, limits, strict=True)):
            told = f"grown by (MB, {', '.join(KINDS)}) {grown}; allowed are {limits}"
            raise FaultError(f"{told}. New are: {now.more_than(first)}")

    def _finish(self) -> None:
        try:
            self._busy = True
            self._rest()
            self.facts.check()
            self.facts.walk_history(self._rest)
            self.watch.check()
            if self.held:
                self._weigh()
                self.watch.check()
        except Exception as error:
            self._fail(error)
        self.app.exit()

    def _fail(self, error: Exception) -> None:
        import traceback

        self.fault = str(error) if isinstance(error, FaultError) else traceback.format_exc()
        self.app.exit()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 100_000)
    parser.add_argument("--actions", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--only", default="", help="numbers of the actions to do, such as 0-20,31")
    trace = argparse.FileType("w", bufsize=1)
    parser.add_argument(
        "--trace", type=trace, default=os.devnull, help="a file for every action, as it begins"
    )
    options = parser.parse_args()
    wanted = list(itertools.islice(actions(options.seed), options.actions))
    if options.only:
        wanted = [wanted[number] for number in _numbers(options.only)]
    print(f"seed {options.seed}, {len(wanted)} actions, {os.environ['QT_QPA_PLATFORM']}", flush=True)
    faulthandler.enable()
    faulthandler.register(signal.SIGUSR1)  # where it is now, for whoever wonders
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        os.environ["HOME"] = name  # where pictures are saved, and what is kept between two starts
        QStandardPaths.setTestModeEnabled(True)
        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, name)
        begin, soak = time.monotonic(), Soak(wanted, options.seconds, Path(name), options.trace)
        held = soak.run()
        print(f"{soak.done} actions in {time.monotonic() - begin:.0f} s")
        if not held:
            print("the last actions:", *soak.last, sep="\n  ")
            print(soak.fault)
            print(f"again: python -m tests.soak --seed {options.seed} --actions {soak.done}")
    return 0 if held else 1


def _numbers(text: str) -> list[int]:
    spans = ([int(end) for end in span.split("-")] for span in text.split(","))
    return [number for span in spans for number in range(span[0], span[-1] + 1)]


if __name__ == "__main__":
    sys.exit(main())
