"""Names that their authors chose to look like something else, in the window with all of its pages."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from convviz.app.window.main_window import MainWindow
from convviz.core.images.image import read
from convviz.document.files.experiment import read_experiment, save_experiment
from convviz.document.state.state import DocumentState, NetworkState
from convviz.network.files.keras.file import read_network
from convviz.pages.lab.page import LabPage
from convviz.pages.network.page.page import NetworkPage
from convviz.pages.step.page import StepPage
from convviz.paths import resource

TAG = "<b>x</b><img src=/etc/passwd>"
NAMES = [TAG, "&amp;", "two\nlines", "photo\u202egnp", "M" * 300, "\x1b[2J", "a[*]b", "R&D <i>"]


@pytest.fixture
def window(qtbot, preferences, dialogs):
    shown = MainWindow(preferences, LabPage, dialogs=dialogs)
    shown.add_page("step", "Step", "step", StepPage(shown.document, shown, shown.page("lab").queue))
    shown.add_page("network", "", "network", NetworkPage(shown.document, shown), needs_picture=False)
    shown.retranslate()
    shown.resize(1366, 700)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.shut_down()
    shown.deleteLater()


def settle():
    for _ in range(3):
        QApplication.processEvents()


def experiment(folder, **changes):
    """An experiment with a picture beside it; ``changes`` are fields of its JSON."""
    path = folder / "one.convviz"
    picture = folder / "nine.png"
    PIL.Image.fromarray(np.arange(81, dtype=np.uint8).reshape(9, 9)).save(picture)

    save_experiment(path, DocumentState(image=read(picture)), embed=False)
    data = json.loads(path.read_text())
    for key, value in changes.items():
        data[key] = value
    path.write_text(json.dumps(data))
    return path


def shown_as_markup(window):
    """What of our nasty names any widget would draw as HTML."""
    for widget in [window, *window.findChildren(QWidget)]:
        texts = [widget.toolTip()]
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            texts.append(widget.text())
        for text in texts:
            if "<img" in text or "<i>" in text:
                yield type(widget).__name__, text


@pytest.mark.parametrize("name", NAMES)
def test_a_title_is_text_on_every_page(qtbot, window, tmp_path, name):
    path = experiment(tmp_path, title=name)
    with qtbot.waitSignal(window.files.opened):
        window.open_path(path)
    lab = window.page("lab")
    qtbot.waitUntil(lambda: not lab.queue.busy, timeout=20_000)
    for key in ("lab", "step", "network"):
        window.show_page(key)
        settle()
        assert list(shown_as_markup(window)) == []
        assert window.size().width() == 1366
    shown = name.encode("unicode_escape").decode() if not name.isprintable() else name
    assert window.bar.title() == shown
    assert window.windowTitle() == f"{shown.replace('[*]', '[*][*]')}[*] – ConvViz"


def renamed(folder, name):
    """A network in a file of this name, and a layer in it that has it, too."""
    path = folder / f"{name.replace('/', '|')[:200].replace(chr(10), '')}.keras"
    with (
        zipfile.ZipFile(resource("models", "convnet_tutorial.keras")) as old,
        zipfile.ZipFile(path, "w") as new,
    ):
        for member in old.namelist():
            data = old.read(member)
            if member == "config.json":
                config = json.loads(data)
                config["config"]["layers"][1]["config"]["name"] = name
                data = json.dumps(config).encode()
            new.writestr(member, data)
    return path


@pytest.mark.parametrize("name", [TAG, "&amp;", "M" * 300, "R&D <i>"])
def test_names_of_networks_layers_and_classes_are_text(qtbot, window, tmp_path, name):
    page = window.page("network")
    window.show_page("network")
    with qtbot.waitSignal(page.opened.opened, timeout=20_000):
        page.opened.open_path(renamed(tmp_path, name))
    page.opened.opener.set_names("\n".join([name, "=1", *"23456789"]))
    page.input.next_sample()
    settle()
    assert page.shown.now.trained.title == name.replace("/", "|")[:200]
    assert page.shown.now.trained.classes[0] == name
    assert list(shown_as_markup(window)) == []
    assert window.size().width() == 1366
    assert page.width() <= 1366


def test_a_layer_whose_name_steers_is_refused(tmp_path):

    with pytest.raises(ValueError, match=r"the layer 'a\\nb' has a name that cannot be shown"):
        read_network(renamed(tmp_path, "a\nb"))


def test_recent_files_are_named_as_they_are(window, tmp_path):
    names = [f"{one.replace('/', '|')[:200]}.png" for one in NAMES]
    paths = [tmp_path / one for one in names]
    for path in paths:
        path.touch()
        window.preferences.add_recent(path)
    settle()
    told = [action.text() for action in window.menus.recent.actions()][: len(paths)]
    assert told[0] == "R&&D <i>.png"
    assert "photo\\u202egnp.png" in told
    assert "two\\nlines.png" in told
    buttons = [one.text() for one in window.start_page.findChildren(QAbstractButton) if one.property("path")]
    assert any(text.startswith("R&&D <i>.png   ·") for text in buttons)
    assert not any("\x1b" in one or "\n" in one or "\u202e" in one for one in [*told, *buttons])
    assert list(shown_as_markup(window)) == []


def test_a_message_is_one_line(window):
    window.band.show_message("error", f"{TAG}\n\x1b[2J cannot be opened.")
    assert window.band.text() == f"{TAG}\\n\\x1b[2J cannot be opened."
    window.band.withdraw(f"{TAG}\n\x1b[2J cannot be opened.")
    assert window.band.text() == ""


def test_a_saved_experiment_keeps_what_was_shown(tmp_path):
    state = DocumentState(title="two\nlines", network=NetworkState(title="\x1b", classes=("\u202e",)))
    path = tmp_path / "one.convviz"
    save_experiment(path, state, embed=True)
    opened = read_experiment(path).state
    assert (opened.title, opened.network.title, opened.network.classes) == (
        "two\\nlines",
        "\\x1b",
        ("\\u202e",),
    )
    save_experiment(path, opened, embed=True)
    assert read_experiment(path).state == replace(opened)
