"""The real window in a process of its own, for faults that would end the one of the tests.

    python window_child.py FOLDER BLOCKED CODE

Settings live in FOLDER. The packages of BLOCKED (names with commas between them) cannot be imported. CODE is
run in the window's event loop once all pages are built, with `window`, `problems`, `wait` and `say` at hand.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))


class Blocked:
    """A finder for which some packages are not installed."""

    def __init__(self, names: list[str]) -> None:
        self._names = names

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if any(name == one or name.startswith(one + ".") for one in self._names):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def main(folder: str, blocked: str, code: str) -> int:
    sys.meta_path.insert(0, Blocked([name for name in blocked.split(",") if name]))
    from PySide6.QtCore import QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, folder)

    from convviz.app import application

    def wait(until: Callable[[], object], seconds: float = 60) -> None:
        """Let events pass until something holds."""
        end = time.monotonic() + seconds
        QApplication.processEvents()
        while not until():
            QApplication.processEvents()
            assert time.monotonic() < end, "waited in vain"

    def say(*words: object) -> None:
        sys.stdout.write(" ".join(map(str, words)) + "\n")
        sys.stdout.flush()

    known: dict[str, object] = {"wait": wait, "say": say, "application": application}
    usual, usual_problems = application.open_window, application.Problems

    def open_window(app: QApplication) -> object:
        window = known["window"] = usual(app)
        QTimer.singleShot(0, start)
        return window

    def problems(app: QApplication) -> object:
        known["problems"] = usual_problems(app)
        return known["problems"]

    def start() -> None:
        wait(lambda: not known["window"].pages.is_building_ahead())  # type: ignore[attr-defined]
        exec(code, known)

    application.open_window = open_window  # type: ignore[assignment]
    application.Problems = problems  # type: ignore[assignment, misc]
    from convviz.__main__ import main as convviz

    return convviz([])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
