"""What ConvViz remembers between two starts, and its languages: translations, and fonts that write them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, TypeAlias
from urllib.parse import quote, unquote_to_bytes

from PySide6.QtCore import (
    QByteArray,
    QLibraryInfo,
    QLocale,
    QObject,
    QSettings,
    QStandardPaths,
    QTranslator,
    Signal,
)
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from convviz import paths
from convviz.core.base.translatable import TranslatableError, translatable
from convviz.document.files.experiment import SUFFIX
from convviz.document.settings_file import is_writable, stamp, stored, usual_folder
from convviz.views.base import theme
from convviz.views.base.scale import nearest_step

ThemeChoice: TypeAlias = Literal["system", "light", "dark"]
LanguageChoice: TypeAlias = Literal["system", "en", "zh_Hans", "zh_Hant"]
StartChoice: TypeAlias = Literal["page", "last"]
STARTS: tuple[StartChoice, ...] = ("page", "last")
THEMES: tuple[ThemeChoice, ...] = ("system", "light", "dark")
LANGUAGES: tuple[LanguageChoice, ...] = ("system", "en", "zh_Hans", "zh_Hant")

MOST_RECENT = 10
"""How many files used last are remembered."""

_BYTES = "bytes:"
MOST_KNOWN = 200
"""How many files are remembered that experiments may open without a question."""


class Preferences(QObject):
    """Reads and writes the settings file; whatever an edited file holds instead counts as unset.

    ``theme_changed(str)``, ``language_changed(str)``, ``text_size_changed(int)`` and ``recent_changed()``
    follow a change; ``not_kept(error)`` says once that the file cannot be written.
    """

    theme_changed = Signal(str)
    language_changed = Signal(str)
    recent_changed = Signal()
    text_size_changed = Signal(int)
    not_kept = Signal(object)

    def __init__(self, settings: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings if settings is not None else QSettings()
        self._told = False

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or what the system says."""
        stored = self._text("appearance/theme")
        return next((choice for choice in THEMES if choice == stored), "system")

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        if choice != self.theme:
            self._write("appearance/theme", choice)
            self.theme_changed.emit(choice)

    @property
    def language(self) -> LanguageChoice:
        """One of the languages ConvViz speaks, or the system's."""
        stored = self._text("appearance/language")
        return next((choice for choice in LANGUAGES if choice == stored), "system")

    @language.setter
    def language(self, choice: LanguageChoice) -> None:
        if choice != self.language:
            self._write("appearance/language", choice)
            self.language_changed.emit(choice)

    @property
    def text_size(self) -> int:
        """How large everything is drawn, in percent; one of `scale.STEPS`."""
        stored = self._text("appearance/text_size")
        return nearest_step(int(stored)) if stored.isdecimal() and len(stored) < 9 else 100

    @text_size.setter
    def text_size(self, percent: int) -> None:
        if percent != self.text_size:
            self._write("appearance/text_size", str(percent))
            self.text_size_changed.emit(percent)

    @property
    def remember_window(self) -> bool:
        """Whether the window opens where it was closed."""
        return self._text("window/remember", "true") != "false"

    @remember_window.setter
    def remember_window(self, remember: bool) -> None:
        self._write("window/remember", "true" if remember else "false")
        if not remember:
            self._settings.remove("window/state")

    @property
    def embed_picture(self) -> bool:
        """Whether saved experiments hold their picture themselves."""
        return self._text("files/embed", "true") != "false"

    @embed_picture.setter
    def embed_picture(self, embed: bool) -> None:
        self._write("files/embed", "true" if embed else "false")

    @property
    def figure(self) -> str:
        """What was exported last for a slide or for print, as `FigureChoice` writes it."""
        return self._text("export/figure")

    @figure.setter
    def figure(self, choice: str) -> None:
        self._write("export/figure", choice)

    @property
    def is_new(self) -> bool:
        """Whether nothing was opened yet: the start page shows where to begin."""
        return self._text("start/new", "true") == "true" and not self.recent()

    @is_new.setter
    def is_new(self, new: bool) -> None:
        self._settings.setValue("start/new", "true" if new else "false")

    @property
    def go_on(self) -> bool:
        """Whether a start goes on by itself where a window that was ended from outside has been."""
        return self._text("session/go_on", "false") == "true"

    @go_on.setter
    def go_on(self, by_itself: bool) -> None:
        self._write("session/go_on", "true" if by_itself else "false")

    @property
    def start(self) -> StartChoice:
        """What a start without a file shows: the start page, or the experiment that was open last."""
        stored = self._text("window/start")
        return next((choice for choice in STARTS if choice == stored), "page")

    @start.setter
    def start(self, choice: StartChoice) -> None:
        self._write("window/start", choice)

    def last_experiment(self) -> Path | None:
        """The experiment to begin with; None where the person prefers the start page, or there is none."""
        experiments = [path for path in self.recent() if path.suffix.lower() == SUFFIX]
        return experiments[0] if self.start == "last" and experiments else None

    @property
    def sessions(self) -> Path:
        """Where windows keep what they have in hand: beside the settings."""
        file = Path(self._settings.fileName())
        if self._settings.format() == QSettings.Format.NativeFormat and not file.is_absolute():
            place = QStandardPaths.StandardLocation.AppConfigLocation  # settings are in Windows' registry
            return Path(QStandardPaths.writableLocation(place)) / "sessions"
        return usual_folder(self._settings) / "sessions"

    @property
    def folder(self) -> Path:
        """Where the last file was opened or saved; the person's pictures to begin with."""
        stored = _path(self._text("files/folder"))
        if stored.is_absolute() and os.path.isdir(stored):  # which is no error where one may not look
            return stored
        place = QStandardPaths.StandardLocation.PicturesLocation
        pictures = Path(QStandardPaths.writableLocation(place))
        return pictures if pictures.is_dir() else Path.home()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._write("files/folder", path_text(folder.absolute()))

    def recent(self) -> list[Path]:
        """The files used last that still exist, newest first."""
        return existing(paths_from(stored(self._settings, "files/recent")))

    def add_recent(self, path: Path) -> None:
        """Put ``path`` at the head of the recent files."""
        self._set_recent(with_recent(paths_from(stored(self._settings, "files/recent")), path))

    def clear_recent(self) -> None:
        """Forget all recent files."""
        self._set_recent([])

    def known(self) -> list[Path]:
        """Files that this person has opened, saved or allowed: an experiment may open them unasked."""
        return [*self.recent(), *paths_from(stored(self._settings, "files/known"), MOST_KNOWN)]

    def add_known(self, *paths: Path) -> None:
        """Remember that these files may be opened by experiments."""
        known = paths_from(stored(self._settings, "files/known"), MOST_KNOWN)
        for path in paths:
            known = with_recent(known, path, MOST_KNOWN)
        self._write("files/known", [path_text(path) for path in known])

    def bytes(self, name: str) -> QByteArray:
        """A remembered state of the window (geometry, splitters), empty if there is none."""
        found = stored(self._settings, f"window/state/{name}")
        return found if isinstance(found, QByteArray) else QByteArray()

    def set_bytes(self, name: str, value: QByteArray) -> None:
        """Remember a state of the window, if the person wants that."""
        if self.remember_window:
            self._write(f"window/state/{name}", value)

    def flush(self) -> None:
        """Write the file now (the program ends)."""
        self._settings.sync()

    def _set_recent(self, paths: Sequence[Path]) -> None:
        self._write("files/recent", [path_text(path) for path in paths])
        self.recent_changed.emit()

    def _write(self, key: str, value: object) -> None:
        """Keep a choice; where that cannot be, say so once."""
        fits = is_writable(self._settings)
        if fits:
            stamp(self._settings)
            self._settings.setValue(key, value)
        if (not fits or self._settings.status() == QSettings.Status.AccessError) and not self._told:
            self._told = True
            text = translatable("What you choose here cannot be kept in {path}.")
            self.not_kept.emit(TranslatableError(text, path=self._settings.fileName()))

    def _text(self, key: str, default: str = "") -> str:
        found = stored(self._settings, key)
        return found if isinstance(found, str) else default


def with_recent(recent: Sequence[Path], path: Path, limit: int = MOST_RECENT) -> list[Path]:
    """The list with ``path`` at its head; the oldest fall off its end.

    Paths are made absolute, so that a file reached in two ways stands in the list once.

    >>> [path.name for path in with_recent([Path("/a.png"), Path("/b.png")], Path("/b.png"))]
    ['b.png', 'a.png']
    """
    newest = path.absolute()
    return [newest, *(known for known in recent if known.absolute() != newest)][:limit]


def existing(recent: Iterable[Path]) -> list[Path]:
    """The files of the list that are still there.

    >>> existing([Path("/nowhere/at/all.png")])
    []
    """
    return [path for path in recent if _is_file(path)]


def paths_from(values: object, limit: int = MOST_RECENT) -> list[Path]:
    """The list as it was remembered: strings, or whatever an edited settings file holds instead.

    >>> [path.name for path in paths_from(["/a.png", 3, "", "/a.png"])]
    ['a.png']
    >>> len(paths_from("/a.png")), paths_from(None)
    (1, [])
    """
    texts = [values] if isinstance(values, str) else values if isinstance(values, list | tuple) else []
    paths = dict.fromkeys(_path(text).absolute() for text in texts if isinstance(text, str) and text)
    return list(paths)[:limit]


def path_text(path: Path) -> str:
    r"""A path as the settings hold it: names that are no text, only bytes, would be lost in them.

    >>> path_text(Path("/a.png")), path_text(Path("/caf\udce9.png"))
    ('/a.png', 'bytes:/caf%E9.png')
    """
    text = str(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _BYTES + quote(os.fsencode(path))
    return text


def _path(text: str) -> Path:
    return Path(os.fsdecode(unquote_to_bytes(text[len(_BYTES) :])) if text.startswith(_BYTES) else text)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name the system refuses, a drive that is not there
        return False


OWN_NAMES: dict[LanguageChoice, str] = {"en": "English", "zh_Hans": "简体中文", "zh_Hant": "繁體中文"}
"""Each language in its own words: these are never translated."""

_ENGLISH_NAMES: dict[LanguageChoice, str] = {
    "zh_Hans": "Simplified Chinese",
    "zh_Hant": "Traditional Chinese",
}

_QTBASE: dict[LanguageChoice, str] = {"zh_Hans": "qtbase_zh_CN", "zh_Hant": "qtbase_zh_TW"}
_LOCALES: dict[LanguageChoice, str] = {"en": "en_US", "zh_Hans": "zh_CN", "zh_Hant": "zh_TW"}

# Without these a Chinese text may be set in Japanese shapes, depending on the system's language.
_FONTS: dict[LanguageChoice, list[str]] = {
    "zh_Hans": ["Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC"],
    "zh_Hant": ["Noto Sans CJK TC", "Source Han Sans TC", "Microsoft JhengHei", "PingFang TC"],
}


def spoken(wanted: list[str]) -> LanguageChoice:
    """The first language of a system's list that ConvViz speaks; English if there is none.

    >>> spoken(["de-DE", "zh-Hant-HK", "en"])
    'zh_Hant'
    >>> spoken(["zh-CN"]), spoken(["fr"])
    ('zh_Hans', 'en')
    """
    for name in wanted:
        parts = name.replace("_", "-").split("-")
        if parts[0] == "en":
            return "en"
        if parts[0] == "yue" and "Hans" not in parts:
            return "zh_Hant"
        if parts[0] in ("zh", "yue"):
            traditional = "Hant" in parts or ("Hans" not in parts and {"TW", "HK", "MO"} & set(parts))
            return "zh_Hant" if traditional else "zh_Hans"
    return "en"


_WRITING: dict[LanguageChoice, QFontDatabase.WritingSystem] = {
    "zh_Hans": QFontDatabase.WritingSystem.SimplifiedChinese,
    "zh_Hant": QFontDatabase.WritingSystem.TraditionalChinese,
}


def can_write(language: LanguageChoice) -> bool:
    """Whether a font of this system has the characters of ``language``: without one they are squares.

    A font of the other Chinese script has nearly all of them.
    """
    return language not in _WRITING or any(map(QFontDatabase.families, _WRITING.values()))


def own_name(language: LanguageChoice) -> str:
    """What a language calls itself, where that can be written; else in English.

    >>> own_name("en")
    'English'
    """
    return OWN_NAMES[language] if can_write(language) else _ENGLISH_NAMES[language]


class Languages(QObject):
    """Switches the language of a running application; every widget gets a LanguageChange.

    ``cannot_write(language)`` follows where no font has the characters of the language that was wanted;
    then it is English.
    """

    cannot_write = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._families = app.font().families() or [app.font().family()]
        self._translators: list[QTranslator] = []
        self.current: LanguageChoice = "en"
        """The language on the screen, never "system"."""

    def apply(self, choice: LanguageChoice) -> None:
        """Switch to ``choice``; "system" is one of the languages. What no font can write becomes English."""
        wanted = spoken(QLocale.system().uiLanguages()) if choice == "system" else choice
        language: LanguageChoice = wanted if can_write(wanted) else "en"
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self.current = language
        QLocale.setDefault(QLocale(_LOCALES[language]))
        self._set_font(language)
        self._translators = self._load(language)
        for translator in self._translators:
            self._app.installTranslator(translator)
        if language != wanted:
            self.cannot_write.emit(wanted)

    def _load(self, language: LanguageChoice) -> list[QTranslator]:
        found = []
        own = QTranslator(self)
        if own.load(f"convviz_{language}", str(paths.resource("i18n"))):
            found.append(own)
        qt = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language in _QTBASE and qt.load(_QTBASE[language], folder):
            found.append(qt)
        return found

    def _set_font(self, language: LanguageChoice) -> None:
        font = QFont(self._app.font())
        font.setFamilies([*self._families, *_FONTS.get(language, [])])
        self._app.setFont(theme.font("body", font))
