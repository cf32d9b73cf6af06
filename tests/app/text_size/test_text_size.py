"""The text size: chosen by keys, in the menu and in the preferences; live, kept, and for everything."""

from __future__ import annotations

import gc

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QToolTip, QWidget

from convviz.app.application import open_window
from convviz.app.preferences import Preferences
from convviz.views.base import scale, theme

CTRL, PAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier
KEYS = [
    (Qt.Key.Key_Plus, CTRL),
    (Qt.Key.Key_Equal, CTRL),
    (Qt.Key.Key_Plus, CTRL | PAD),
]


def sizes(window):
    """What was set on every widget of the window: the smallest and largest size, margins, spacing."""
    for _ in range(3):
        QApplication.processEvents()  # until all is laid out
    found = {}
    for widget in window.findChildren(QWidget):
        layout = widget.layout()
        kept = (layout.contentsMargins().left(), layout.spacing()) if layout is not None else ()
        found[widget] = (widget.minimumSize().toTuple(), widget.maximumSize().toTuple(), kept)
    return found


@pytest.mark.parametrize(("key", "modifiers"), KEYS)
def test_keys_make_everything_larger_and_usual_again(window, qtbot, key, modifiers):
    lab = window.page("lab")
    before = lab.kernel_panel.header.height(), lab.kernel_panel.fontMetrics().height()
    for _ in range(3):
        qtbot.keyClick(window, key, modifiers)
    assert window.preferences.text_size == 150
    assert QApplication.font().pixelSize() == round(1.5 * 13)
    assert QToolTip.font().pixelSize() == round(1.5 * 13)
    assert lab.kernel_panel.header.height() == 1.5 * before[0]
    assert lab.kernel_panel.fontMetrics().height() > 1.4 * before[1]
    qtbot.keyClick(window, Qt.Key.Key_Minus, modifiers)
    assert window.preferences.text_size == 125
    qtbot.keyClick(window, Qt.Key.Key_0, modifiers)
    assert window.preferences.text_size == 100
    assert (lab.kernel_panel.header.height(), lab.kernel_panel.fontMetrics().height()) == before


def test_it_goes_from_100_to_200_and_no_further(window, qtbot):
    seen = []
    for key in [Qt.Key.Key_Plus] * 6 + [Qt.Key.Key_Minus] * 6:
        qtbot.keyClick(window, key, CTRL)
        seen.append(window.preferences.text_size)
    assert seen == [110, 125, 150, 175, 200, 200, 175, 150, 125, 110, 100, 100]


def test_every_widget_that_has_a_font_of_its_own_follows(window):
    for page in ("step", "network"):
        window.page(page)
    QApplication.processEvents()
    before = {one: one.fontMetrics().height() for one in window.findChildren(QWidget)}
    window.preferences.text_size = 200
    QApplication.processEvents()
    small = [one for one, height in before.items() if one.fontMetrics().height() < 1.5 * height]
    assert [(type(one).__name__, one.objectName()) for one in small] == []


def test_back_and_forth_leaves_every_size_as_it_was(window):
    for percent in (125, 100):
        window.preferences.text_size = percent
    before = sizes(window)
    for percent in (110, 150, 175, 100):
        window.preferences.text_size = percent
    after = sizes(window)
    own = [widget for widget in before if not widget.objectName().startswith("qt_")]
    changed = [(w.parent(), w.parent().parent(), before[w], after[w]) for w in own if after[w] != before[w]]
    assert not changed, "\n".join(map(str, changed))


def test_a_window_opened_later_is_as_large_and_each_size_as_if_it_had_grown(window, qapp):
    window.preferences.text_size = 150
    later = open_window(qapp)
    later.resize(window.size())
    later.show()
    assert later.preferences.text_size == 150
    assert later.rail.width() == window.rail.width() == 84
    assert later.bar.height() == window.bar.height() == 66
    later.shut_down()
    later.deleteLater()


STORED = [("abc", 100), ("", 100), ("-5", 100), ("9" * 20, 100), ("130", 125), ("900", 200)]


@pytest.mark.parametrize(("stored", "meant"), STORED)
def test_a_damaged_setting_is_the_nearest_size_or_100(tmp_path, qapp, stored, meant):
    settings = QSettings(str(tmp_path / "edited.ini"), QSettings.Format.IniFormat)
    settings.setValue("appearance/text_size", stored)
    assert Preferences(settings).text_size == meant


def test_the_preferences_choose_it_and_follow_the_keys(window, qtbot):
    window.show_preferences()
    dialog = QApplication.activeModalWidget()
    qtbot.keyClick(dialog.text_size, Qt.Key.Key_End)
    dialog.text_size.activated.emit(dialog.text_size.currentIndex())
    assert window.preferences.text_size == 200
    window.actions_.smaller_text.trigger()
    assert dialog.text_size.currentText() == "175 %"
    dialog.close()


def test_plus_alone_still_zooms_pictures(window):
    picture = window.page("lab").stages.cards["input"].picture
    before = window.page("lab").stages.viewport.scale
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Plus, Qt.KeyboardModifier.NoModifier, "+")
    picture.setFocus()
    QApplication.sendEvent(picture, event)
    assert window.page("lab").stages.viewport.scale > before
    assert window.preferences.text_size == 100


def test_what_is_painted_for_files_stays_as_it_is(window):
    window.preferences.text_size = 200
    with scale.unscaled():
        assert theme.font("title").pixelSize() == 13
        assert scale.px(10) == 10
    assert scale.px(10) == 20


def test_no_item_of_a_layout_is_held_that_qt_may_delete_unseen(window):
    window.preferences.text_size = 150
    items = [one for one in gc.get_objects() if isinstance(one, QLayoutItem) and not isinstance(one, QLayout)]
    assert [one for one in items if shiboken6.isValid(one)] == []
