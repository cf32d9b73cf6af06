from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget

from convviz.app.dialogs.dialogs import SaveAnswer
from convviz.app.window import body
from convviz.core.kernels.kernel_library import library
from convviz.core.samples.pictures import edge_image, x_image
from convviz.core.sizes.settings import PoolSettings
from convviz.document.state.state import NetworkState, Paper
from convviz.network.edit.changes import Change
from convviz.views.window.messages import VerdictNote


def write_picture(path):
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    assert image.save(str(path))
    return path


def open_x(window):
    window.document.open(replace(window.document.state, image=x_image()))


def edit_kernel(window):
    window.document.edit_settings("Kernel", kernel=library("box"))


def test_starts_with_the_start_page_and_nothing_to_save(window):
    assert window.current_page() is window.start_page
    assert window.windowTitle() == "ConvViz[*]"
    assert not window.actions_.save.isEnabled()


def test_a_picture_brings_the_page_its_name_and_its_title(window):
    open_x(window)
    assert window.current_page() is window.page("lab")
    assert window.bar.title() == "The X"
    assert window.windowTitle() == "The X[*] – ConvViz"


def test_open_button_opens_the_chosen_file(qtbot, window, dialogs, tmp_path):
    dialogs.path = write_picture(tmp_path / "white.png")
    with qtbot.waitSignal(window.files.opened):
        qtbot.mouseClick(window.start_page.drop_zone.open_button, Qt.MouseButton.LeftButton)
    assert window.document.state.image.shape[:2] == (2, 3)
    assert window.preferences.recent() == [dialogs.path]
    assert window.preferences.folder == tmp_path


def test_a_failed_load_is_told_and_the_picture_stays(qtbot, window, tmp_path):
    open_x(window)
    before = window.document.state
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    with qtbot.waitSignal(window.files.message):
        window.open_path(broken)
    assert window.band.kind() == "error"
    assert "broken.png" in window.band.text()
    assert window.document.state is before


def test_undo_and_redo_buttons_say_what_they_do(qtbot, window):
    open_x(window)
    edit_kernel(window)
    assert window.actions_.undo.toolTip().startswith("Undo: Kernel")
    undo = next(b for b in window.bar._buttons if b.defaultAction() is window.actions_.undo)
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not window.actions_.undo.isEnabled()
    assert window.actions_.redo.isEnabled()


def test_dropped_file_is_opened(qtbot, window, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(write_picture(tmp_path / "dropped.png")))])
    modifiers, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, buttons, modifiers)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(window.files.opened):
        drop = QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, buttons, modifiers)
        QApplication.sendEvent(window, drop)
    assert window.document.state.image.name == "dropped.png"


def test_pasted_picture_is_opened_and_text_is_not(qtbot, window):
    QGuiApplication.clipboard().setText("no picture")
    assert not window.files.paste()
    assert window.band.kind() == "info"
    image = QImage(4, 5, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(window.files.opened):
        qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.document.state.image.shape == (5, 4, 3)
    assert window.document.state.image.values[0, 0].tolist() == [255, 0, 0]
    assert window.band.kind() == ""


def test_pasting_from_an_empty_clipboard_says_so(window, monkeypatch):
    empty = SimpleNamespace(mimeData=lambda: None)  # as some systems have it before anything was copied
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: empty)
    assert not window.files.paste()
    assert window.band.text() == "The clipboard holds no picture and no file."


def test_closing_asks_only_about_edits(window, dialogs):
    open_x(window)
    assert window.files.may_lose_changes()
    edit_kernel(window)
    assert window.isWindowModified()
    assert not window.close()
    assert dialogs.asked == ["changes"]
    dialogs.answer = SaveAnswer.DISCARD
    assert window.close()


def test_save_then_nothing_is_asked_any_more(window, dialogs, tmp_path):
    open_x(window)
    edit_kernel(window)
    dialogs.path = tmp_path / "mine.convviz"
    window.actions_.save.trigger()
    assert window.files.saver.wait_idle()
    assert dialogs.path.is_file()
    assert dialogs.asked == ["save"]  # the X has no file it could refer to
    assert not window.files.has_edits()
    assert window.bar.title() == "mine"
    window.document.edit_settings("Stride", stride=(2, 2))
    window.actions_.save.trigger()
    assert dialogs.asked == ["save"]


def test_saved_experiment_opens_again(qtbot, window, dialogs, tmp_path):
    open_x(window)
    edit_kernel(window)
    dialogs.path = tmp_path / "mine.convviz"
    assert window.files.save()
    assert window.files.saver.wait_idle()
    window.document.edit_settings("Stride", stride=(3, 3))
    dialogs.answer = SaveAnswer.DISCARD
    with qtbot.waitSignal(window.files.opened):
        window.open_path(dialogs.path)
    assert window.document.settings.stride == (1, 1)
    assert window.document.settings.kernel == library("box")
    assert not window.document.can_undo


def test_a_kernel_file_goes_to_the_page(window, tmp_path):
    open_x(window)
    window.open_path(tmp_path / "mine.csv")
    assert window.page("lab").kernels == [str(tmp_path / "mine.csv")]


def test_a_digit_is_nothing_to_ask_about_but_other_weights_are(window, dialogs):
    seven = NetworkState(key="mlp", paper=Paper(sample=7))
    window.document.edit("Next sample", network=seven)
    assert window.actions_.save.isEnabled()
    assert not window.isWindowModified()
    assert window.files.may_lose_changes()
    window.document.edit("Off", network=replace(seven, changes=(Change("off", 0, 1),)))
    assert window.isWindowModified()
    assert not window.files.may_lose_changes()
    assert dialogs.asked == ["changes"]


def test_the_first_picture_leaves_what_was_done_before_it_to_be_undone(qtbot, window, dialogs, tmp_path):
    seven = NetworkState(key="mlp", paper=Paper(sample=7))
    window.document.edit("Next sample", network=seven)
    with qtbot.waitSignal(window.files.opened):
        window.open_path(write_picture(tmp_path / "white.png"))
    assert window.document.state.network == seven
    window.document.undo()
    assert window.document.state.image is None
    assert window.document.undo_text == "Next sample"


def test_a_page_may_name_the_formats_of_its_stages(window, dialogs, tmp_path):
    open_x(window)
    page, filters = window.page("lab"), []
    dialogs.path = tmp_path / "all.npz"
    dialogs.save_file = lambda parent, title, start, text: filters.append((start.name, text)) or dialogs.path
    page.export_formats = lambda stage: ("npz", "csv")
    window.exporter.export_stage("convolution")
    wanted = "Numbers as NumPy arrays (*.npz);;Numbers as text (*.csv)"
    assert filters == [("The X convolution.npz", wanted)]
    assert page.exported == [("convolution", str(dialogs.path))]


def test_export_menu_lists_the_stages_of_the_page(window, dialogs, tmp_path):
    open_x(window)
    menu = window.menus.export
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Convolution…"]
    dialogs.path = tmp_path / "map.npy"
    menu.actions()[0].trigger()
    assert window.page("lab").exported == [("convolution", str(dialogs.path))]
    assert dialogs.start.name == "The X convolution.png"


def test_f6_walks_through_rail_page_and_bar(qtbot, window):
    open_x(window)
    window.activateWindow()
    page = window.page("lab")
    page.first.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.second
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.bar.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.rail.isAncestorOf(QApplication.focusWidget())


def test_status_and_messages_of_the_page_are_shown(window):
    page = window.page("lab")
    open_x(window)
    page.status_changed.emit("<b>X</b> 9 × 9")
    page.info_changed.emit("7 ms")
    page.message.emit("error", "It does not fit.")
    assert window.strip.facts() == "<b>X</b> 9 × 9"
    assert window.strip.info() == "7 ms"
    assert window.band.text() == "It does not fit."


def test_the_note_of_a_page_is_there_while_the_page_is(window):
    page = QWidget()
    page.note = VerdictNote(page)
    window.add_page("more", "More", "network", page, needs_picture=False)
    page.note.set_verdict("ok", "equal")
    assert not page.note.isVisible()
    window.show_page("more")
    assert page.note.isVisible()
    assert window.strip.isAncestorOf(page.note)
    window.show_page("lab")
    assert not page.note.isVisible()


def test_a_tutorial_picture_brings_its_settings_unless_the_person_has_some(qtbot, window):
    with qtbot.waitSignal(window.files.opened):
        window.files.open_sample("x")
    assert window.document.settings.kernel == library("diagonal")
    edit_kernel(window)
    with qtbot.waitSignal(window.files.opened):
        window.files.open_sample("edge")
    assert window.document.state.image == edge_image()
    assert window.document.settings.kernel == library("box")


def test_theme_button_switches_the_theme(qtbot, window, preferences):
    with qtbot.waitSignal(preferences.theme_changed) as changed:
        qtbot.mouseClick(window.rail.theme_button, Qt.MouseButton.LeftButton)
    assert changed.args == ["dark"]


def test_f11_is_full_screen_and_back(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_recent_files_can_be_cleared(window, preferences, tmp_path):
    preferences.add_recent(write_picture(tmp_path / "a.png"))
    assert [button.toolTip() for button in window.start_page._recent] == [str(tmp_path / "a.png")]
    window.actions_.clear_recent.trigger()
    assert window.start_page._recent == []
    assert not window.menus.recent.isEnabled()


def test_a_page_that_needs_no_picture_is_shown_without_one(qtbot, window):
    page = QWidget()
    window.add_page("network", "Network", "network", page, needs_picture=False)
    qtbot.mouseClick(window.rail.entry("network"), Qt.MouseButton.LeftButton)
    assert window.current_page() is page
    qtbot.mouseClick(window.rail.entry("lab"), Qt.MouseButton.LeftButton)
    assert window.current_page() is window.start_page


def test_a_picture_too_small_to_pool_is_shown_without_pooling(qtbot, window, tmp_path):
    usual = window.document.settings
    row = tmp_path / "row.npy"
    np.save(row, np.arange(50, dtype=np.uint8)[None])
    with qtbot.waitSignal(window.files.opened):
        window.open_path(row)
    assert window.document.settings == replace(usual, pool=PoolSettings())
    assert not window.files.has_edits()
    with qtbot.waitSignal(window.files.opened):
        window.open_path(write_picture(tmp_path / "white.png"))
    assert window.document.settings == usual


def test_shift_f6_walks_the_other_way_and_starts_at_an_end(qtbot, window):
    open_x(window)
    window.activateWindow()
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.bar.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is window.page("lab").second


def test_nothing_is_focused_where_nothing_is_shown(qtbot):
    hidden, region = QWidget(), QWidget()
    qtbot.addWidget(hidden)
    qtbot.addWidget(region)
    body.focus_next([hidden])
    assert body.first_stop(region) is region


def test_the_menus_choose_theme_and_language(window, preferences):
    window.menus.theme_chosen.emit("dark")
    window.menus.language_chosen.emit("zh_Hans")
    assert (preferences.theme, preferences.language) == ("dark", "zh_Hans")


def test_a_page_of_a_name_of_its_own_keeps_it_in_every_language(window):
    window.add_page("more", "More", "network", QWidget(), needs_picture=False)
    window.retranslate()
    assert window.rail.entry("more").text() == "More"


def test_a_sample_that_cannot_be_read_leaves_its_tile_grey(window):
    window.sample_pictures._on_finished(None, OSError("the disk is gone"))
    window.sample_pictures.draw()
    assert window.band.kind() == ""
