"""A window that is busy until it is killed: ``driver.py ACTIVITY SEED``. What changes it notes with the time.

HOME and TMPDIR are of the test. Every change of the document becomes a line of ``journal``.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from convviz.app import application
from convviz.app.dialogs.dialogs import SaveAnswer
from convviz.core.samples.pictures import x_image
from convviz.document.state.state import NetworkState, Paper, PenStroke
from convviz.pages.step.reel import edit_pixel


class Busy(QObject):
    """Edits the document all the time, and does what ``activity`` says beside it."""

    def __init__(self, window, activity, seed):
        super().__init__(window)
        self.window, self.document = window, window.document
        self.random = random.Random(seed)
        self.work = Path(os.environ["HOME"], "work")
        self.journal = os.open(Path(os.environ["HOME"], "journal"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self.step = getattr(self, activity)
        self.document.state_changed.connect(self.note)
        window.dialogs.save_changes = lambda *_: SaveAnswer.DISCARD
        window.preferences.folder = self.work
        window.preferences.go_on = seed % 2 == 0
        window.pages.all_built.connect(self.begin)

    def note(self, *_):
        line = json.dumps({"at": time.time(), "bias": self.document.settings.bias})
        os.write(self.journal, f"{line}\n".encode())

    def begin(self):
        if self.document.state.image is None:
            self.document.open(replace(self.document.state, image=x_image()))
        self.edits, self.others = QTimer(self, interval=120), QTimer(self, interval=70)
        self.edits.timeout.connect(self.edit)
        self.others.timeout.connect(self.step)
        self.edits.start()
        self.others.start()
        self.edit()

    def edit(self):
        self.document.edit_settings("Bias", bias=float(self.random.randrange(1_000_000)))

    # Activities

    def editing(self):
        if self.random.random() < 0.5 and self.document.state.image is not None:
            edit_pixel(self.document, (self.random.randrange(9), 0, 0), self.random.random(), "")
        else:
            stroke = PenStroke(0.1, ((self.random.random(), 0.5, 1.0), (0.5, 0.75, 0.5)))
            self.document.edit("Draw", network=NetworkState(paper=Paper((stroke,) * 50)))

    def saving(self):
        if not self.window.files.saver.busy:
            self.window.files._save_to(self.work / "saved.convviz")

    def settings(self):
        preferences = self.window.preferences
        preferences.theme = self.random.choice(["light", "dark"])
        preferences.add_recent(self.work / f"{self.random.randrange(20)}.convviz")
        preferences.flush()

    def opening(self):
        if not self.window.files.is_loading:
            self.window.open_path(self.work / self.random.choice(["photo.npy", "other.convviz"]))

    def exporting(self):
        page = self.window.page("step")
        if self.window._page_key != "step":
            self.window.show_page("step")
        elif page.files.dialog is None and page.view is not None:
            page.export_film()
        elif page.files.dialog is not None and not page.files._work.busy:
            kind = self.random.choice(["gif", "mp4"])
            request = replace(page.files.dialog.request(), kind=kind, path=self.work / f"film.{kind}")
            page.files.export(request)

    def training(self):
        training = self.window.page("network").training
        if not training.session.is_running and training.session.path is None:
            training._dialog().set_file(self.work / "digits.npz")
            training.begin()


def main():
    make = application.open_window

    def opened(app):
        window = make(app)
        window.busy = Busy(window, sys.argv[1], int(sys.argv[2]))
        return window

    application.open_window = opened
    return application.run_window()


if __name__ == "__main__":
    sys.exit(main())
