"""How a start begins: the files of the command line, the start page, or the experiment of last time."""

from __future__ import annotations

import PIL.Image
import pytest
from PySide6.QtTest import QTest

from convviz.app.dialogs.dialogs import PreferencesDialog
from convviz.cli import main as cli


@pytest.fixture
def pictures(tmp_path):
    paths = [tmp_path / name for name in ("a.png", "b.png", "c\u202e.png", "d.png", "e.png", "f.png")]
    for number, path in enumerate(paths):
        PIL.Image.new("L", (5 + number, 5)).save(path)
    return paths


@pytest.fixture
def experiment(window, dialogs, pictures, tmp_path, qtbot):
    """A saved experiment, the one of last time; nothing is open any more."""
    window.open_path(pictures[1])
    qtbot.waitSignal(window.files.opened).wait()
    dialogs.path = tmp_path / "last.convviz"
    with qtbot.waitSignal(window.document.saved):
        window.files.save()
    window.preferences.add_recent(pictures[2])
    return dialogs.path


def begin(qtbot, window, paths):
    with qtbot.waitSignal(window.files.opened, timeout=10_000):
        window.begin_with(paths)


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (2, "One file is open at a time; not opened: b.png."),
        (3, "One file is open at a time; not opened: b.png, c\\u202e.png."),
        (6, "One file is open at a time; not opened: b.png, c\\u202e.png, d.png and 2 more."),
    ],
)
def test_of_several_files_the_first_opens_and_the_rest_are_named(qtbot, window, pictures, count, sentence):
    begin(qtbot, window, pictures[:count])
    assert window.document.state.image.width == 5
    assert window.band.text() == sentence


def test_of_one_file_nothing_is_said(qtbot, window, pictures):
    begin(qtbot, window, pictures[:1])
    assert window.band.text() == ""


def test_a_start_shows_the_start_page(window, experiment):
    assert window.preferences.last_experiment() is None


def test_a_start_opens_the_last_experiment_where_that_is_preferred(qtbot, window, experiment):
    dialog = PreferencesDialog(window.preferences, window)
    assert dialog.start.currentText() == "Show the start page"
    dialog.show()
    dialog.start.setFocus()
    QTest.keyClicks(dialog.start, "Open")
    dialog.start.activated.emit(dialog.start.currentIndex())
    assert window.preferences.last_experiment() == experiment
    begin(qtbot, window, [])
    assert window.document.path == experiment
    assert window.document.state.image.width == 6
    dialog.close()


def test_an_experiment_that_is_gone_leaves_the_start_page(window, experiment):
    window.preferences.start = "last"
    experiment.unlink()
    assert window.preferences.last_experiment() is None


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [([], []), (["--new"], ["new"]), (["a.png"], ["a.png"]), (["a.png", "b.png"], ["a.png", "b.png"])],
)
def test_the_command_line_hands_its_files_on(tmp_path, monkeypatch, pictures, arguments, opened):
    monkeypatch.chdir(tmp_path)
    asked = []
    assert cli.run(arguments, lambda paths, *, new=False: asked.extend([*paths, *["new"] * new]) or 0) == 0
    assert asked == opened


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["a.png", "no.png"], "there is no file 'no.png'\n"),
        (["no.png"], "there is no file 'no.png', and no such command"),
        (["--new", "a.png"], "--new begins with the start page, and opens no file\n"),
    ],
)
def test_what_cannot_be_opened_is_said(tmp_path, monkeypatch, capsys, pictures, arguments, reason):
    monkeypatch.chdir(tmp_path)
    assert cli.run(arguments, lambda paths, *, new=False: pytest.fail("opened")) == 2
    assert reason in capsys.readouterr().err
