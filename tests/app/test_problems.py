from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialog

from convviz.app.application import Problems


@pytest.fixture
def problems(qapp):
    watcher = Problems()
    yield watcher
    watcher.close()


def test_an_unexpected_exception_is_told_and_logged(qtbot, problems, capsys):
    try:
        raise RuntimeError("cell (3, 4) is lost")
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: problems.box() is not None)
    box = problems.box()
    assert "Traceback" not in box.text()
    assert "cell (3, 4) is lost" in box.detailedText()
    assert "cell (3, 4) is lost" in capsys.readouterr().err
    box.close()
    assert problems.box() is None


def test_one_box_at_a_time(qtbot, problems, capsys):
    for number in range(3):
        sys.excepthook(ValueError, ValueError(number), None)
    qtbot.waitUntil(lambda: problems.box() is not None)
    assert "0" in problems.box().detailedText()
    problems.box().close()
    assert capsys.readouterr().err.count("ValueError") == 3


def test_a_box_that_went_with_its_dialog_does_not_keep_the_next_one_away(
    qtbot, problems, capsys, monkeypatch
):
    dialog = QDialog()  # which does not live as long as the test
    monkeypatch.setattr(QApplication, "activeWindow", lambda: dialog)
    sys.excepthook(ValueError, ValueError(0), None)
    qtbot.waitUntil(lambda: problems.box() is not None)
    dialog.deleteLater()
    qtbot.waitUntil(lambda: problems.box() is None)
    monkeypatch.undo()
    sys.excepthook(ValueError, ValueError(1), None)
    qtbot.waitUntil(lambda: problems.box() is not None)
    problems.box().close()


def test_a_threads_exception_is_told_too(qtbot, problems, capsys):
    def fail() -> None:
        raise OSError("the disk is gone")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: problems.box() is not None)
    assert "the disk is gone" in problems.box().detailedText()
    problems.box().close()


def test_an_interrupt_ends_the_program_without_a_box(problems, monkeypatch):
    ended = []
    monkeypatch.setattr(QCoreApplication, "exit", ended.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert (ended, problems.box()) == ([130], None)


def test_a_program_without_a_terminal_shows_the_box_alone(qtbot, problems, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    sys.excepthook(ValueError, ValueError("no terminal"), None)
    qtbot.waitUntil(lambda: problems.box() is not None)
    assert "no terminal" in problems.box().detailedText()
    problems.box().close()
