"""Every control of every dialog says what it is for; so it does inside a dialog that blocks the window."""

from __future__ import annotations

import gc

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWhatsThisClickedEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMessageBox, QWhatsThis

from convviz.app.dialogs.dialogs import PreferencesDialog
from convviz.app.dialogs.figure import FigureChoice, FigureDialog
from convviz.app.dialogs.glossary import GlossaryWindow
from convviz.app.dialogs.help import AboutDialog, ShortcutsSheet
from convviz.app.dialogs.new_picture import NewPictureDialog
from convviz.app.help.attach import DIALOGS, texts
from convviz.core.colours.scales import ColourScale
from convviz.views.help.told import KEY
from convviz.views.network.maps.maps_view import MapWindow
from convviz.views.network.training.dialog import TrainingDialog
from convviz.views.pixels.crop_dialog import CropDialog
from convviz.views.pixels.resize_dialog import ResizeDialog
from convviz.views.stages.range_dialog import RangeDialog
from convviz.views.step.export_dialog import ExportDialog
from tests.app.controls.table import controls
from tests.app.help.test_explained import hover, shown_whats_this, unexplained
from tests.app.help.test_explained import window as window

MAKE = {
    "PreferencesDialog": lambda over: PreferencesDialog(over.preferences, over),
    "FigureDialog": lambda over: FigureDialog([("chain", "a"), ("pooling", "b")], FigureChoice(), over),
    "NewPictureDialog": NewPictureDialog,
    "GlossaryWindow": GlossaryWindow,
    "ShortcutsSheet": lambda over: ShortcutsSheet(over.actions_.all(), over),
    "AboutDialog": AboutDialog,
    "TrainingDialog": TrainingDialog,
    "ExportDialog": lambda over: ExportDialog(49, (640, 1280), (0.5, 1.0), over.page("step")),
    "CropDialog": lambda over: CropDialog(np.zeros((9, 9), np.uint8), ColourScale(), over),
    "ResizeDialog": lambda over: ResizeDialog((9, 9), over),
    "RangeDialog": lambda over: RangeDialog(-3.0, 3.0, signed=True, parent=over.page("lab")),
    "MapWindow": MapWindow,
}


def opened(qtbot, dialog):
    """The dialog, in the window's way and with the keyboard."""
    dialog.open()
    qtbot.waitUntil(lambda: dialog.property("explained dialog") is True)
    return dialog


def kinds(base=QDialog):
    """Every class of a dialog that this program has."""
    for kind in base.__subclasses__():
        if kind.__module__.startswith("convviz."):
            yield kind.__name__
        yield from kinds(kind)


def test_every_dialog_there_is_has_its_explanations(window):
    assert {*kinds()} == {*DIALOGS} == {*MAKE}


@pytest.mark.parametrize("kind", sorted(MAKE))
def test_every_control_and_every_choice_of_a_dialog_is_explained(qtbot, window, kind):
    dialog = opened(qtbot, MAKE[kind](window))
    wanted = {one for one in controls(dialog) if one.objectName() != "qt_spinbox_lineedit"}
    assert list(unexplained(window.explainer, wanted)) == []
    dialog.close()


@pytest.mark.parametrize("kind", sorted(MAKE))
def test_every_path_of_a_dialog_leads_to_something(qtbot, window, kind):
    dialog = opened(qtbot, MAKE[kind](window))
    keys = set()
    for widget in (*dialog.findChildren(QComboBox), *controls(dialog), *dialog.children()):
        key = widget.property(KEY)
        choices = range(widget.count()) if isinstance(widget, QComboBox) else ()
        keys |= {key, f"{key}/*", *(f"{key}/{widget.itemData(at)}" for at in choices)}
    assert {key for key in texts() if key.startswith(f"{kind}:")} - keys == set()
    dialog.close()


def test_inside_a_dialog_hovering_shows_sentence_drawing_and_the_present_choice(qtbot, window):
    dialog = opened(qtbot, ResizeDialog((300, 200), window))
    shown = hover(dialog.method)
    assert "How a new pixel’s value follows from the old ones." in shown
    assert "Every old pixel counts once: the usual choice for making a photo smaller." in shown
    assert shown.count("<img ") == 2
    dialog.close()


def test_inside_a_dialog_shift_f1_explains_the_focused_control(qtbot, window):
    dialog = opened(qtbot, NewPictureDialog(window))
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.columns.setFocus()
    QTest.keyClick(dialog.columns, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(shown_whats_this()) == 1)
    QWhatsThis.hideText()
    dialog.close()


def test_the_glossary_can_be_used_over_a_dialog_that_blocks_the_window(qtbot, window):
    dialog = opened(qtbot, TrainingDialog(window))
    QApplication.sendEvent(dialog.form.network, QWhatsThisClickedEvent("network"))
    glossary = dialog.findChild(GlossaryWindow)
    assert (glossary.term(), glossary.isVisible(), window._glossary) == ("network", True, None)
    qtbot.waitUntil(glossary.isActiveWindow)
    QTest.keyClicks(glossary.search, "stride")
    assert glossary.list.currentItem().text() == "Stride"
    glossary.close()
    dialog.close()


def test_what_a_dialog_was_given_ends_with_it(qtbot, window):
    dialog = opened(qtbot, PreferencesDialog(window.preferences, window))
    ended = []
    dialog.destroyed.connect(lambda: ended.append(1))
    dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert ended == [1]


def test_a_dialog_of_another_window_is_left_alone(qtbot, window):
    other = ResizeDialog((9, 9))
    qtbot.addWidget(other)
    window._dialog_help.explain(other)
    assert window.explainer.told(other.rows) is None
    box = QMessageBox(window)
    window._dialog_help.explain(box)
    assert box.property("explained dialog") is None
