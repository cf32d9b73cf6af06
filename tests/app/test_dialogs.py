from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from convviz.app.dialogs.dialogs import Dialogs, PreferencesDialog, SaveAnswer
from convviz.app.dialogs.help import versions
from convviz.app.window.main_window import MainWindow


def press(button: QMessageBox.StandardButton) -> None:
    """Press a button of the box as soon as it is there."""
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        box.button(button).click()
    else:
        QTimer.singleShot(10, lambda: press(button))


def test_the_ending_comes_from_the_filter(qtbot, monkeypatch, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    answer = (str(tmp_path / "map"), "Numbers as TIFF (*.tif *.tiff)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    assert Dialogs().save_file(parent, "", tmp_path, "").name == "map.tif"


def test_an_existing_file_with_the_added_ending_is_not_lost(qtbot, monkeypatch, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    (tmp_path / "map.npy").touch()
    answer = (str(tmp_path / "map"), "NumPy (*.npy)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    QTimer.singleShot(0, lambda: press(QMessageBox.StandardButton.No))
    assert Dialogs().save_file(parent, "", tmp_path, "") is None


def test_giving_up_is_none(qtbot, monkeypatch, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert Dialogs().open_file(parent, "", tmp_path, "") is None


def test_save_discard_cancel(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    for button, answer in (
        (QMessageBox.StandardButton.Save, SaveAnswer.SAVE),
        (QMessageBox.StandardButton.Discard, SaveAnswer.DISCARD),
        (QMessageBox.StandardButton.Cancel, SaveAnswer.CANCEL),
    ):
        QTimer.singleShot(0, lambda chosen=button: press(chosen))
        assert Dialogs().save_changes(parent, "The X") is answer


def test_what_would_be_lost_is_asked_about(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    assert Dialogs().may_end(parent, "")
    for button, answer in (
        (QMessageBox.StandardButton.Close, True),
        (QMessageBox.StandardButton.Cancel, False),
    ):
        QTimer.singleShot(0, lambda chosen=button: press(chosen))
        assert Dialogs().may_end(parent, "A network is being trained.") is answer


def test_preferences_hold_at_once(qtbot, preferences):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PreferencesDialog(preferences, parent)
    dialog.theme.setCurrentIndex(2)
    dialog.theme.activated.emit(2)
    assert preferences.theme == "dark"
    dialog.embed.click()
    assert not preferences.embed_picture


def test_versions_can_be_copied(qtbot, window: MainWindow):
    window.show_about()
    dialog = QApplication.activeModalWidget()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == versions()
    assert "numpy" in versions()
    dialog.reject()


def test_the_sheet_of_keys_shows_the_windows_own(qtbot, window: MainWindow):
    window.actions_.shortcuts.trigger()
    sheet = QApplication.activeModalWidget()
    assert sheet.windowTitle() == "Keyboard shortcuts"
    sheet.reject()


def test_a_name_is_taken_as_it_was_typed_or_not_at_all(qtbot, monkeypatch, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    for typed, used, path in (
        ("map.csv", "NumPy (*.npy)", tmp_path / "map.csv"),
        ("map", "All files (*)", tmp_path / "map"),
    ):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, a=(str(tmp_path / typed), used): a)
        assert Dialogs().save_file(parent, "", tmp_path, "") == path
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert Dialogs().save_file(parent, "", tmp_path, "") is None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "a.png"), ""))
    assert Dialogs().open_file(parent, "", tmp_path, "") == tmp_path / "a.png"


def choose(place: int) -> None:
    """Press the button at ``place`` of the box as soon as it is there."""
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        box.buttons()[place].click()
    else:
        QTimer.singleShot(10, lambda: choose(place))


def test_embed_refer_or_cancel(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    answers = []
    for place in range(3):
        QTimer.singleShot(0, lambda at=place: choose(at))
        answers.append(Dialogs().embed_picture(parent, embed=False))
    assert sorted(answers, key=str) == [False, None, True]


def test_preferences_change_language_and_place(qtbot, preferences, window: MainWindow):
    window.show_preferences()
    dialog = QApplication.activeModalWidget() or window.findChild(PreferencesDialog)
    index = dialog.language.findText("简体中文")
    dialog.language.setCurrentIndex(index)
    dialog.language.activated.emit(index)
    assert preferences.language == "zh_Hans"
    dialog.remember.click()
    assert not preferences.remember_window
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.windowTitle() == "Preferences"
    dialog.reject()
