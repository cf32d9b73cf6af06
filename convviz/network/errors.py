"""What goes wrong with networks, each in one plain sentence."""

from __future__ import annotations


class NetworkError(ValueError):
    """A network cannot be read or used; the text says why, with names and numbers.

    ``kind`` is a word by which a page finds its translated sentence, ``numbers`` what it fills in.
    """

    def __init__(self, kind: str, text: str, **numbers: object) -> None:
        super().__init__(text)
        self.kind = kind
        self.numbers = numbers

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (type(self), self.kind, str(self), self.numbers)


class NeedsKerasError(NetworkError):
    """A harmless network with a layer that only Keras can compute; the worker may open it."""


def _again(cls: type[NetworkError], kind: str, text: str, numbers: dict[str, object]) -> NetworkError:
    return cls(kind, text, **numbers)
