"""What can go wrong between a file and a picture."""

from __future__ import annotations


class ImageError(ValueError):
    """A picture could not be had; the text is one sentence with its name and the cause.

    ``name`` is the file's name, ``cause`` a short key to translate by (``"missing"``,
    ``"directory"``, ``"not_a_file"``, ``"unreadable"``, ``"empty"``, ``"unknown"``, ``"heic"``,
    ``"avif"``, ``"too_large"``, ``"damaged"``, ``"memory"``, ``"shape"``, ``"ragged"``, ``"type"``,
    ``"not_finite"``, ``"too_far"``), ``details`` the figures and words of that sentence.

    >>> raise ImageError("a.png", "empty", "is empty")
    Traceback (most recent call last):
        ...
    convviz.core.images.errors.ImageError: a.png is empty.
    """

    def __init__(self, name: str, cause: str, text: str, **details: object) -> None:
        super().__init__(f"{name} {text}.")
        self.name = name
        self.cause = cause
        self.details = details


class ReadCancelled(Exception):  # noqa: N818 - a wish, not an error
    """Reading was stopped half-way, on request."""
