"""Errors as translated sentences: core says what went wrong in figures, this says it to people."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from convviz.core.base.translatable import TranslatableError
from convviz.core.images.arrays import ImageError
from convviz.views.base.texts import reason_text


def error_sentence(error: BaseException) -> str:
    """One sentence for the message band; errors this module does not know speak for themselves."""
    if isinstance(error, ImageError):
        template = _image_texts().get(error.cause)
        if template is not None:
            details = {"reason": "", "kind": "", "megapixels": 0.0, "limit": 0, **error.details}
            return template.format(name=error.name, **{key: _shown(value) for key, value in details.items()})
    if isinstance(error, TranslatableError):
        return reason_text(error, error_sentence)
    if isinstance(error, OSError) and error.strerror:
        name = str(error.filename or "")
        text = QCoreApplication.translate("Errors", "{name}: the system says “{reason}”.")
        return text.format(name=name, reason=error.strerror)
    return str(error) or type(error).__name__


def _shown(value: object) -> str:
    """A detail of an error; just above the limit "100" would contradict itself."""
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".") if value < 1000 else f"{value:,.0f}"
    return str(value)


def _image_texts() -> dict[str, str]:
    return {
        "missing": QCoreApplication.translate("Errors", "{name} does not exist."),
        "directory": QCoreApplication.translate("Errors", "{name} is a folder, not a picture."),
        "not_a_file": QCoreApplication.translate("Errors", "{name} is no ordinary file."),
        "empty": QCoreApplication.translate("Errors", "{name} is empty."),
        "unreadable": QCoreApplication.translate("Errors", "{name} cannot be read ({reason})."),
        "unknown": QCoreApplication.translate(
            "Errors", "{name} is not a picture of a kind that can be read (PNG, JPEG, WebP, BMP, GIF, TIFF, "
            "PGM, PPM, NPY)."
        ),
        "heic": QCoreApplication.translate(
            "Errors", "{name} is a HEIC picture, which cannot be read here; save it as JPEG or PNG first."
        ),
        "avif": QCoreApplication.translate(
            "Errors", "{name} is an AVIF picture, which cannot be read here; save it as JPEG or PNG first."
        ),
        "too_large": QCoreApplication.translate(
            "Errors", "{name} has {megapixels} megapixels; up to {limit} can be opened."
        ),
        "damaged": QCoreApplication.translate(
            "Errors", "{name} is a damaged or incomplete {kind} file ({reason})."
        ),
        "shape": QCoreApplication.translate(
            "Errors", "{name} has the shape {shape}; a picture is (rows, columns) or (rows, columns, 3)."
        ),
        "type": QCoreApplication.translate("Errors", "{name} holds {type} values, not real numbers."),
        "not_finite": QCoreApplication.translate(
            "Errors", "{name} has values that are not finite numbers ({count} of them)."
        ),
        "too_far": QCoreApplication.translate(
            "Errors", "{name} has values up to {farthest}; the limit is {limit}."
        ),
        "memory": QCoreApplication.translate("Errors", "{name} needs more memory than there is."),
    }  # fmt: skip
