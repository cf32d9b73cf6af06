"""What goes wrong with networks, each in one plain sentence."""

from __future__ import annotations

from convviz.core.base.translatable import TranslatableError


class NetworkError(TranslatableError):
    """A network cannot be read or used; the text says why, with names and numbers.

    ``kind`` is a word by which a page finds its translated sentence, ``numbers`` what goes into the gaps
    of that sentence and of ``template``, which the text is made of. Files choose the names of layers, so
    they are never part of a template: they may have braces.

    >>> str(NetworkError("model", "two layers are called {name!r}", name="conv"))
    "two layers are called 'conv'"
    """

    def __init__(self, kind: str, template: str, **numbers: object) -> None:
        super().__init__(template, **numbers)
        self.kind = kind
        self.numbers = numbers

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (type(self), self.kind, self.template, self.numbers)


class NeedsKerasError(NetworkError):
    """A harmless network with a layer that only Keras can compute; the worker may open it."""


def _again(cls: type[NetworkError], kind: str, template: str, numbers: dict[str, object]) -> NetworkError:
    return cls(kind, template, **numbers)
