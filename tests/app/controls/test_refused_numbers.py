"""Every box for a number, in the window: what does not fit can be typed, is answered, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from convviz.app.dialogs.new_picture import NewPictureDialog
from convviz.core.colours.scales import ColourScale
from convviz.core.kernels.kernel_library import library
from convviz.core.sizes.settings import PoolSettings
from convviz.document.state.state import DocumentState
from convviz.views.controls.number_box import DecimalBox, NumberBox
from convviz.views.controls.refusing import Refusing
from convviz.views.network.maps.maps_view import MapWindow
from convviz.views.network.training.dialog import TrainingDialog
from convviz.views.pixels.crop_dialog import CropDialog
from convviz.views.pixels.resize_dialog import ResizeDialog
from convviz.views.stages.range_dialog import RangeDialog
from convviz.views.step.export_dialog import ExportDialog
from tests.app.controls.table import found
from tests.app.controls.test_lab_controls import (
    BOX,
    EVEN,
    FORM,
    FRAMES,
    OBLONG,
    POOLING,
    SETTINGS,
    draws,
    linked,
    paged,
    unlinked,
)
from tests.app.controls.test_lab_controls import lab as lab
from tests.app.controls.test_lab_controls import shows as lab_shows
from tests.app.controls.test_network_controls import filter_of
from tests.app.controls.test_network_controls import page as page

Key = Qt.Key
WHOLE = ("1e13", "1.5", "1e400", "nan", "-1000", "5 5", "1" * 60)
DECIMALS = ("1e13", "-1e400", "nan", "1,5x", "1/0", "1.000.000")
LIBRARY = lab_shows(replace(OBLONG, settings=replace(SETTINGS, kernel=library("sobel_vertical"))))
"""Its name is lost with an edit: taken back, it has it again."""


def same(page: Any) -> None:
    """The amounts of padding follow from a rule, and differ."""
    lab_shows(replace(EVEN, settings=replace(SETTINGS, padding="same")))(page)


LAB = {
    f"{BOX}.rows": LIBRARY, f"{BOX}.columns": LIBRARY, f"{BOX}.divisor": LIBRARY, f"{BOX}.bias": LIBRARY,
    f"{FORM}.padding.amount": linked, f"{FORM}.padding.top": unlinked, f"{FORM}.padding.bottom": unlinked,
    f"{FORM}.padding.left": unlinked, f"{FORM}.padding.right": unlinked, f"{FORM}.fill_value": linked,
    f"{FORM}.stride.rows": unlinked, f"{FORM}.stride.columns": unlinked,
    f"{FORM}.dilation.rows": unlinked, f"{FORM}.dilation.columns": unlinked,
    "settings_panel.activation.slope": linked,
    f"{POOLING}.window_size.rows": unlinked, f"{POOLING}.window_size.columns": unlinked,
    f"{POOLING}.stride.rows": unlinked, f"{POOLING}.stride.columns": unlinked,
    f"{FRAMES}.box": paged, "stages.cards[input].drawing.value": draws(OBLONG),
}  # fmt: skip


def refuses(box: Refusing, text: str, state: Callable[[], object]) -> None:
    """Typed and entered, pasted and left."""
    before, number, shown = state(), box.value(), box.text()
    typed = (lambda: QTest.keyClicks(box, text), lambda: QTest.keyClick(box, Key.Key_Return))
    for put, leave in (typed, (lambda: paste(box, text), box.clearFocus)):
        box.setFocus()
        box.selectAll()
        put()
        assert box.text() == text
        leave()
        assert text[:40] in box.complaint(), (text, box.complaint())
        assert box.accessibleName() in box.complaint()
        assert (box.value(), box.text(), state()) == (number, shown, before), text
        QTest.keyClick(box, Key.Key_Escape)
        assert box.complaint() == ""


def paste(box: Refusing, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(box, Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def of(page: Any) -> Callable[[], object]:
    """What must not change: the document, what can be undone, and what Undo is called."""
    document = page.document
    return lambda: (document.state, document.can_undo, document.undo_text)


@pytest.mark.parametrize("path", LAB)
def test_the_boxes_of_the_lab(lab: Any, path: str) -> None:
    LAB[path](lab)
    box = found(lab, path)
    for text in WHOLE if box.WHOLE else DECIMALS:
        refuses(box, text, of(lab))


def test_a_number_that_stands_for_a_rule_and_for_sides_that_differ(lab: Any) -> None:
    same(lab)
    refuses(lab.settings_panel.convolution.padding.amount, "9999", of(lab))


def test_every_box_of_the_lab_is_in_the_table(lab: Any) -> None:
    assert {found(lab, path) for path in LAB} == set(boxes(lab))


def test_the_box_of_the_network(page: Any) -> None:
    filter_of()(page)
    (box,) = boxes(page)
    for text in DECIMALS:
        refuses(box, text, of(page))


def boxes(root: Any) -> list[Any]:
    return [*root.findChildren(NumberBox), *root.findChildren(DecimalBox)]


def export(parent: Any) -> Any:
    dialog = ExportDialog(49, (640,), (1.0,), parent)
    return dialog, dialog.export_button, dialog.export_requested


def training(parent: Any) -> Any:
    dialog = TrainingDialog(parent)
    dialog.buttons["start"].setEnabled(True)
    return dialog, dialog.buttons["start"], dialog.start_wanted


def colours(parent: Any) -> Any:
    dialog = RangeDialog(-3.0, 3.0, signed=True, parent=parent)
    return dialog, dialog.ok, dialog.accepted


def new(parent: Any) -> Any:
    dialog = NewPictureDialog(parent)
    return dialog, dialog.ok, dialog.accepted


def crop(parent: Any) -> Any:
    dialog = CropDialog(np.zeros((9, 9), np.uint8), ColourScale(), parent)
    dialog.top.setValue(3)
    dialog.top.edited.emit(3)
    return dialog, dialog.ok, dialog.accepted


def resize(parent: Any) -> Any:
    dialog = ResizeDialog((9, 9), parent)
    dialog.rows.setValue(12)
    dialog.rows.edited.emit(12)
    return dialog, dialog.ok, dialog.accepted


@pytest.mark.parametrize("make", [export, training, colours, new, crop, resize])
def test_no_dialog_begins_with_what_nobody_typed(lab: Any, qtbot: Any, tmp_path: Any, make: Any) -> None:
    dialog, button, begun = make(lab)
    if make is export:
        dialog.path.setText(str(tmp_path / "a.gif"))
    seen: list[object] = []
    begun.connect(lambda *_: seen.append(1))
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    found_boxes = boxes(dialog)
    for box in found_boxes:
        for text in WHOLE if box.WHOLE else DECIMALS:
            refuses(box, text, lambda: (seen, dialog.isVisible()))
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, "1e13")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert (seen, "1e13" in box.complaint()) == ([], True)
        QApplication.processEvents()
        QApplication.sendPostedEvents()
    qtbot.waitUntil(lambda: not any(box._just_now for box in found_boxes))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seen == [1]
    dialog.close()


def test_the_number_of_a_map(qtbot: Any) -> None:
    window = MapWindow()
    qtbot.addWidget(window)
    window.set_map("Conv", np.zeros((3, 4)), 1.0, 2, 8)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    seen: list[int] = []
    window.channel_wanted.connect(seen.append)
    refuses(window.number, "9", lambda: window.number.value())
    assert isinstance(window, QDialog)
    assert seen == []


def test_escape_takes_back_only_what_is_being_typed(lab: Any) -> None:
    lab_shows(DocumentState(OBLONG.image, replace(SETTINGS, pool=PoolSettings())))(lab)
    box, before = lab.kernel_panel.form.bias, of(lab)()
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "12")
    assert lab.document.settings.bias == 12
    QTest.keyClick(box, Key.Key_Escape)
    assert (of(lab)(), box.text()) == (before, "4")


def test_undo_takes_back_a_text_that_is_refused_and_no_edit(lab: Any) -> None:
    lab_shows(OBLONG)(lab)
    lab.document.edit_settings("bias", bias=7.0)
    box = lab.kernel_panel.form.bias
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "1e13")
    QTest.keyClick(box, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (box.text(), lab.document.settings.bias) == ("7", 7)


def test_a_window_may_end_while_a_sentence_stands_in_it(lab: Any) -> None:
    """Its widgets are taken apart in an order of Qt's own."""
    dialog, _button, _begun = training(lab)
    dialog.show()
    dialog.form.epochs.setFocus()
    QTest.keyClicks(dialog.form.epochs, "1e13")
    assert dialog.form.epochs.complaint()
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_sentence_goes_with_its_box(lab: Any, qtbot: Any) -> None:
    lab_shows(OBLONG)(lab)
    box = lab.kernel_panel.form.bias
    box.setFocus()
    QTest.keyClicks(box, "1e13")
    assert box.complaint()
    box.hide()
    qtbot.waitUntil(lambda: not box.complaint())
    box.show()
