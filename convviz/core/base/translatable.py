"""Errors that can be told in another language: a sentence with gaps, and what goes into them."""

from __future__ import annotations


class TranslatableError(ValueError):
    """A ValueError whose sentence is ``template`` with ``details`` in its gaps.

    A detail may be another error; its sentence goes in without the full stop.

    >>> raise TranslatableError("row {row}: {cause}", row=2, cause=TranslatableError("the cell is empty"))
    Traceback (most recent call last):
        ...
    convviz.core.base.translatable.TranslatableError: row 2: the cell is empty
    """

    def __init__(self, template: str, **details: object) -> None:
        plain = {key: _plain(value) for key, value in details.items()}
        super().__init__(template.format(**plain) if plain else template)
        self.template = template
        self.details = details


def _plain(value: object) -> object:
    return str(value).rstrip(".") if isinstance(value, Exception) else value
