"""Texts put together from parts, with the spaces that Chinese has and English lacks.

A name that goes into a gap of a sentence is Chinese ("卷积 1") or Latin ("ReLU"), which no translator can
know. Chinese has no space between two of its characters and around its own signs, and one between a
character and a Latin letter or figure; so the edges of every part are mended when it is put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from string import Formatter

_SIGNS = "\u3000-\u303f\uff00-\uffef"
_HAN = "\u3400-\u9fff"
_CHINESE = re.compile(f"[{_HAN}{_SIGNS}]")
_FORMATTER = Formatter()


def filled(template: str, **values: object) -> str:
    """``template`` with ``values`` in its gaps, as `str.format` does it, spaced as Chinese is.

    >>> filled("显示 {map} 的特征图", map="卷积 1"), filled("显示 {map} 的特征图", map="池化")
    ('显示卷积 1 的特征图', '显示池化的特征图')
    >>> filled("{layers}由 TensorFlow 计算", layers="LSTM"), filled("{a} of {b}", a="1", b="2")
    ('LSTM 由 TensorFlow 计算', '1 of 2')
    """
    text = template.format(**values)
    if text.isascii() or not _CHINESE.search(text):
        return text
    return spaced(_parts(template, values), "")


def spaced(parts: Iterable[str], between: str = " ") -> str:
    """The parts one after the other with ``between`` them: sentences, or pieces of one.

    >>> spaced(["It is grey.", "It is small."]), spaced(["它是灰度。", "它很小。"])
    ('It is grey. It is small.', '它是灰度。它很小。')
    >>> spaced(["1 列", "1 行"], "與"), spaced(["1 row", "1 column"], " and ")
    ('1 列與 1 行', '1 row and 1 column')
    """
    text = ""
    for part in parts:
        text = _beside(_beside(text, between) if text else "", part) if part else text
    return text


def _parts(template: str, values: dict[str, object]) -> Iterable[str]:
    for literal, name, form, conversion in _pieces(template):
        yield literal
        if name is not None:
            value = _FORMATTER.convert_field(_FORMATTER.get_field(name, (), values)[0], conversion)
            yield format(value, form)


@lru_cache(2000)
def _pieces(template: str) -> tuple[tuple[str, str | None, str, str | None], ...]:
    found = _FORMATTER.parse(template)
    return tuple((text, name, form or "", conversion) for text, name, form, conversion in found)


def _beside(before: str, after: str) -> str:
    """Two texts in a row: the space between two Chinese characters goes, one beside a Latin word comes."""
    left, right = before.rstrip(" "), after.lstrip(" ")
    if not left or not right:
        return before + after
    kinds = _kind(left[-1]), _kind(right[0])
    if "sign" in kinds or kinds == ("han", "han"):
        return left + right
    apart = len(left) + len(right) < len(before) + len(after)
    return f"{left} {right}" if set(kinds) == {"han", "latin"} and not apart else before + after


def _kind(character: str) -> str:
    if re.match(f"[{_SIGNS}]", character):
        return "sign"
    if re.match(f"[{_HAN}]", character):
        return "han"
    return "latin" if character.isascii() and character.isalnum() else ""
