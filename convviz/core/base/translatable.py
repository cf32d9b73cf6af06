"""Errors that can be translated: a sentence with gaps, and what goes into them."""

from __future__ import annotations

from convviz.core.base.visible import visible


class TranslatableError(ValueError):
    """A ValueError whose sentence is ``template`` with ``details`` in its gaps.

    A detail may be another error; its sentence goes in without the full stop. A tuple of names goes in as
    a list with commas. Templates are translated in the context "Reasons"; see `translatable`.

    >>> raise TranslatableError("row {row}: {cause}", row=2, cause=TranslatableError("the cell is empty"))
    Traceback (most recent call last):
        ...
    convviz.core.base.translatable.TranslatableError: row 2: the cell is empty
    """

    def __init__(self, template: str, **details: object) -> None:
        plain = {key: _plain(value) for key, value in details.items()}
        super().__init__(visible(template.format(**plain)) if plain else template)
        self.template = template
        self.details = details


def translatable(template: str) -> str:
    """The template itself; the mark by which ``.ci/find_texts.py`` finds it for the translators.

    A text that stands as the first argument of `TranslatableError` or ``ExperimentError`` is found
    without it; one that is put into a variable first, or given to another error or function, is not.

    >>> translatable("{path} is missing")
    '{path} is missing'
    """
    return template


def missing_part(error: ImportError) -> TranslatableError:
    """What cannot be imported, in words.

    >>> missing_part(ModuleNotFoundError(name="scipy.special")).details
    {'package': 'scipy'}
    """
    text = translatable(
        "{package} is needed for this and cannot be loaded here; `convviz doctor` says what is installed"
    )
    return TranslatableError(text, package=(error.name or str(error)).partition(".")[0])


def _plain(value: object) -> object:
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return str(value).rstrip(".") if isinstance(value, Exception) else value
