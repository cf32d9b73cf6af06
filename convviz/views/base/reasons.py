"""Why a file or a text could not be taken: the sentences of core and document in other languages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from convviz.core.base.translatable import TranslatableError


def plain_text(error: Exception) -> str:
    """What an error says of itself; of the system's errors only the reason, not number and path.

    >>> plain_text(PermissionError(13, "Permission denied", "/x/a.png"))
    'Permission denied'
    """
    return str(getattr(error, "strerror", None) or error)


def reason_text(error: object, others: Callable[[Exception], str] = plain_text) -> str:
    """The error's sentence in the language of the moment; ``others`` tells errors of another kind.

    >>> reason_text(TranslatableError("row {row}, column {column}: {cause}", row=1, column=2, cause="empty"))
    'row 1, column 2: empty'
    """
    if not isinstance(error, TranslatableError):
        return others(error) if isinstance(error, Exception) else str(error)
    details = {key: _detail(value, others) for key, value in error.details.items()}
    text = QCoreApplication.translate("Reasons", error.template)
    return text.format(**details) if details else text


def _detail(value: object, others: Callable[[Exception], str]) -> object:
    """What goes into a gap: a sentence in a sentence has no full stop."""
    return reason_text(value, others).rstrip(".。") if isinstance(value, Exception) else value
