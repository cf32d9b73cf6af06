from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from convviz.app.preferences import Preferences


def reopened(tmp_path):
    return Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


def test_choices_are_remembered(preferences, tmp_path):
    preferences.theme = "dark"
    preferences.language = "zh_Hant"
    preferences.embed_picture = False
    preferences.flush()
    again = reopened(tmp_path)
    assert (again.theme, again.language, again.embed_picture) == ("dark", "zh_Hant", False)


def test_an_edited_file_cannot_bring_nonsense(preferences, tmp_path):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("appearance/theme", "purple")
    settings.setValue("files/recent", 7)
    settings.setValue("files/folder", "/no/such/folder")
    settings.sync()
    again = reopened(tmp_path)
    assert again.theme == "system"
    assert again.recent() == []
    assert again.folder.is_dir()


def test_setting_the_same_theme_again_is_silent(qtbot, preferences):
    with qtbot.assertNotEmitted(preferences.theme_changed):
        preferences.theme = "system"


def test_recent_files_newest_first_each_once(preferences, tmp_path):
    for name in ("a.png", "b.png", "a.png"):
        (tmp_path / name).touch()
        preferences.add_recent(tmp_path / name)
    assert [path.name for path in preferences.recent()] == ["a.png", "b.png"]


def test_the_window_is_forgotten_on_request(preferences):
    preferences.set_bytes("geometry", QByteArray(b"here"))
    assert preferences.bytes("geometry") == b"here"
    preferences.remember_window = False
    assert preferences.bytes("geometry").isEmpty()
    preferences.set_bytes("geometry", QByteArray(b"there"))
    assert preferences.bytes("geometry").isEmpty()


def test_the_same_language_again_is_silent_and_places_are_kept_where_wanted(qtbot, preferences):
    with qtbot.assertNotEmitted(preferences.language_changed):
        preferences.language = "system"
    preferences.set_bytes("geometry", QByteArray(b"place"))
    preferences.remember_window = True
    assert preferences.bytes("geometry") == QByteArray(b"place")
