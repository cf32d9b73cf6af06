"""Texts from outside on one line that is what it looks like: characters that steer are written out."""

from __future__ import annotations

import re

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, line ends, marks that turn the direction of what follows, halves of characters."""


def visible(text: str) -> str:
    r"""The same text with control characters, line ends and marks of direction as escapes.

    A file may be called whatever its author likes: such a name must neither move a terminal's cursor
    nor begin a line nor turn the rest of a sentence around. Texts of every language stay as they are.

    >>> visible("red\x1b[31m\n"), visible("照片 – é.png")
    ('red\\x1b[31m\\n', '照片 – é.png')
    >>> print(visible("photo\u202egnp.exe"))
    photo\u202egnp.exe
    """
    return _STEERING.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    if character < "\x20":
        return character.encode("unicode_escape").decode("ascii")
    return f"\\u{ord(character):04x}"
