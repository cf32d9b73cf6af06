"""What a command line can get wrong."""

from __future__ import annotations


class UsageError(Exception):
    """The command line asks for something that cannot be; the text says what, in one line."""
