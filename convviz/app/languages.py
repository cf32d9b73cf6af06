"""The languages of ConvViz: translations, Qt's own texts, and the fonts that write them well."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from convviz import paths
from convviz.app.preferences import LanguageChoice
from convviz.views.base import theme

OWN_NAMES: dict[LanguageChoice, str] = {"en": "English", "zh_Hans": "简体中文", "zh_Hant": "繁體中文"}
"""Each language in its own words: these are never translated."""

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


class Languages(QObject):
    """Switches the language of a running application; every widget gets a LanguageChange."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._families = app.font().families() or [app.font().family()]
        self._translators: list[QTranslator] = []
        self._current: LanguageChoice = "en"

    @property
    def current(self) -> LanguageChoice:
        """The language on the screen, never "system"."""
        return self._current

    def apply(self, choice: LanguageChoice) -> None:
        """Switch to ``choice``; "system" is resolved to one of the languages."""
        language = spoken(QLocale.system().uiLanguages()) if choice == "system" else choice
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._current = language
        QLocale.setDefault(QLocale(_LOCALES[language]))
        self._set_font(language)
        self._translators = self._load(language)
        for translator in self._translators:
            self._app.installTranslator(translator)

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
