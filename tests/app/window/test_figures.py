"""Figures out of the real window: the dialog and what it remembers, the files it writes, the clipboard."""

from __future__ import annotations

from dataclasses import replace

import PIL.Image
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from convviz.app.window.main_window import MainWindow
from convviz.core.samples.pictures import load_sample
from convviz.document.state.state import DocumentState
from convviz.pages.lab.page import LabPage
from convviz.pages.network.page.page import NetworkPage
from convviz.pages.step.page import StepPage
from convviz.views.base.texts import lesson_settings

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot, preferences, dialogs):
    """The real Lab with the X."""
    shown = MainWindow(preferences, LabPage, dialogs=dialogs)
    shown.resize(1280, 800)
    shown.document.open(DocumentState(image=load_sample("x"), settings=lesson_settings("x"), title="a <b>"))
    shown.show()
    qtbot.waitExposed(shown)
    assert shown.page("lab").queue.wait_idle()
    yield shown
    shown.shut_down()
    shown.deleteLater()


def ask(window):
    """Choose the first entry of the Export menu."""
    window.menus.export.aboutToShow.emit()
    action = window.menus.export.actions()[0]
    assert action.text() == "For slides and print…"
    action.trigger()
    return window.exporter.figures.dialog


def choose(box, key):
    """Choose by the keyboard."""
    box.setFocus()
    while box.key() != key:
        before = box.key()
        QTest.keyClick(box, Qt.Key.Key_Down)
        if box.key() == before:
            QTest.keyClick(box, Qt.Key.Key_Home)


def export(qtbot, window, dialogs, path):
    dialog, figures = window.exporter.figures.dialog, window.exporter.figures
    dialogs.path = path
    with qtbot.waitSignal(figures.message, timeout=30_000) as said:
        QTest.mouseClick(dialog.export_button, LEFT)
    return said.args


def test_the_whole_chain_is_offered_first_and_then_every_stage(window):
    dialog = ask(window)
    titles = [dialog.name.itemText(index) for index in range(dialog.name.count())]
    assert titles == ["The whole chain", "Input", "Convolution", "Activation", "Pooling"]
    assert dialog.scale.currentText() == "2×: 2,560 × 1,440 pixels"
    assert dialog.preview.grab().toImage().pixelColor(280, 165).isValid()
    dialog.reject()


def test_a_png_has_the_size_that_is_chosen_and_the_choice_is_kept(qtbot, window, dialogs, tmp_path):
    dialog = ask(window)
    choose(dialog.name, "convolution")
    choose(dialog.scale, "3")
    choose(dialog.background, "dark")
    size = dialog.preview._figure.size
    assert export(qtbot, window, dialogs, tmp_path / "map.png") == ["info", "Exported to map.png."]
    with PIL.Image.open(tmp_path / "map.png") as image:
        assert image.size == (3 * size.width(), 3 * size.height())
        assert max(image.convert("RGB").getpixel((1, image.height - 1))) < 64
    assert dialogs.start.name == "a -b- convolution.png"
    assert window.exporter.figures.dialog is None
    again = ask(window)
    kept = (again.name.key(), again.kind.key(), again.scale.key(), again.background.key())
    assert kept == ("convolution", "png", "3", "dark")
    again.reject()


def test_a_vector_file_needs_no_size(qtbot, window, dialogs, tmp_path):
    dialog = ask(window)
    choose(dialog.kind, "svg")
    assert not dialog.scale.isEnabled()
    export(qtbot, window, dialogs, tmp_path / "chain.svg")
    assert "<title>a &lt;b&gt;</title>" in (tmp_path / "chain.svg").read_text("utf-8")


def test_what_cannot_be_written_is_said_in_the_dialog(qtbot, window, dialogs, tmp_path):
    dialog = ask(window)
    dialogs.path = tmp_path / "no" / "a.png"
    QTest.mouseClick(dialog.export_button, LEFT)
    qtbot.waitUntil(lambda: "a.png: there is no such file or folder" in dialog.note.text(), timeout=30_000)
    assert dialog.export_button.isEnabled()
    dialog.reject()


def test_copy_takes_the_size_and_the_vector_along(window):
    dialog = ask(window)
    choose(dialog.scale, "1")
    QTest.mouseClick(dialog.copy_button, LEFT)
    assert QGuiApplication.clipboard().image().size().toTuple() == (1280, 720)
    choose(dialog.kind, "svg")
    QTest.mouseClick(dialog.copy_button, LEFT)
    assert b"<svg" in QGuiApplication.clipboard().mimeData().data("image/svg+xml").data()
    dialog.reject()


@pytest.mark.parametrize("scale", [1, 4])
def test_a_card_is_copied_in_the_same_sizes(window, scale):
    page = window.page("lab")
    page.stages.cards["pooling"]._actions[f"copy:{scale}"].trigger()
    size = page.figure("pooling", "light").size
    assert QGuiApplication.clipboard().image().size() == (size * scale).toSize()


def test_the_menu_of_a_card_leads_to_the_dialog_at_this_card(window):
    window.page("lab").stages.cards["activation"]._actions["figure"].trigger()
    dialog = window.exporter.figures.dialog
    assert dialog.name.key() == "activation"
    dialog.reject()


def test_zoomed_in_the_stretch_on_the_screen_is_what_is_exported(window):
    page = window.page("lab")
    page.stages.viewport.set_scale(90.0)
    part = page.figure("input", "light").material.part
    assert part is not None
    assert part.width() < 9
    page.stages.viewport.fit()
    assert page.figure("input", "light").material.part is None


def test_every_page_fills_the_export_menu(window):
    """The Network page has a part that is called ``figures``, too."""
    network, step = NetworkPage(window.document, window.stack), StepPage(window.document, window.stack)
    window.add_page("network", "Network", "network", network, needs_picture=False)
    window.add_page("step", "Step", "step", step)
    offered = {}
    for key in ("lab", "step", "network"):
        window.show_page(key)
        window.menus.export.aboutToShow.emit()
        offered[key] = window.menus.export.actions()[0].text()
    wanted = ("For slides and print…", "Film, or this moment…", "Nothing to export yet")
    assert offered == dict(zip(("lab", "step", "network"), wanted, strict=True))


def test_what_is_no_longer_on_show_is_said_and_nothing_is_written(window, dialogs, tmp_path):
    dialog, document = ask(window), window.document
    choice = replace(dialog.choice(), name="activation")
    document.edit_settings("Activation", activation="none")
    assert window.page("lab").queue.wait_idle()
    dialogs.path = tmp_path / "a.png"
    window.exporter.figures.export(choice)
    window.exporter.figures.copy(choice)
    assert dialog.note.text() == "What was chosen is no longer shown."
    assert not dialogs.path.exists()
    dialog.reject()
