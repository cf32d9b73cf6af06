"""The glossary as data: every word of the field in three languages, searched in all of them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from convviz import paths

LANGUAGES = ("en", "zh_Hans", "zh_Hant")
_LINK = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]+))?\]\]")


@dataclass(frozen=True)
class Term:
    """A word: what it is called, which other names it has, and what it means (with ``[[links]]``)."""

    key: str
    title: str
    also: tuple[str, ...]
    text: str

    def html(self, colour: str) -> str:
        """The meaning as simple HTML, with links in ``colour`` whose addresses are keys of other terms.

        >>> Term("a", "A", (), "less than [[b|bees]] < 3").html("#000")
        'less than <a href="b" style="color: #000">bees</a> &lt; 3'
        """
        parts, at = [], 0
        for link in _LINK.finditer(self.text):
            parts.append(escape(self.text[at : link.start()], quote=False))
            shown = escape(link[2] or link[1], quote=False)
            parts.append(f'<a href="{escape(link[1])}" style="color: {colour}">{shown}</a>')
            at = link.end()
        return "".join([*parts, escape(self.text[at:], quote=False)])

    def links(self) -> list[str]:
        """The keys of the terms that its text leads to."""
        return [link[1] for link in _LINK.finditer(self.text)]


@lru_cache(len(LANGUAGES))
def terms(language: str) -> dict[str, Term]:
    """All terms in one of `LANGUAGES`, by their keys, which are the English words.

    >>> terms("zh_Hant")["stride"].title
    '步幅'
    """
    read = json.loads(paths.resource("help", f"terms_{language}.json").read_text(encoding="utf-8"))
    return {key: Term(key, one["title"], tuple(one["also"]), one["text"]) for key, one in read.items()}


def language_of(locale: str) -> str:
    """Which of `LANGUAGES` the name of a locale means.

    >>> language_of("zh_TW"), language_of("zh_CN"), language_of("de_DE")
    ('zh_Hant', 'zh_Hans', 'en')
    """
    if not locale.startswith("zh"):
        return "en"
    return "zh_Hant" if locale.endswith(("TW", "HK", "MO")) else "zh_Hans"


def search(text: str, language: str) -> list[str]:
    """The keys of the terms that fit ``text``, sorted by their titles: names in every language count.

    Those whose names have it come before those that only speak of it.

    >>> search("步长", "en"), search("strid", "zh_Hans")[0]
    (['stride'], 'stride')
    """
    wanted = text.strip().casefold()
    shown = terms(language)
    named = [key for key in shown if any(wanted in name for name in _names(key))]
    spoken = [key for key in shown if key not in named and wanted in shown[key].text.casefold()]
    title = {key: one.title.casefold() for key, one in shown.items()}
    return [*sorted(named, key=title.__getitem__), *sorted(spoken, key=title.__getitem__)]


def _names(key: str) -> list[str]:
    every = [terms(language)[key] for language in LANGUAGES]
    return [name.casefold() for one in every for name in (one.key, one.title, *one.also)]
