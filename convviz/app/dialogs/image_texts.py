"""Why a picture cannot be read, as sentences in the language of the moment."""

from __future__ import annotations

from convviz.views.base.texts import say


def image_texts() -> dict[str, str]:
    """The sentences by the cause of an `ImageError`, with gaps for its name and details."""
    return {**_no_file(), **_no_picture(), **_no_values()}


def _no_file() -> dict[str, str]:
    return {
        "missing": say("Errors", "{name} does not exist."),
        "directory": say("Errors", "{name} is a folder, not a picture."),
        "not_a_file": say("Errors", "{name} is no ordinary file."),
        "empty": say("Errors", "{name} is empty."),
        "unreadable": say("Errors", "{name} cannot be read ({reason})."),
        "memory": say("Errors", "{name} needs more memory than there is; a smaller picture needs less."),
    }


def _no_picture() -> dict[str, str]:
    return {
        "unknown": say("Errors", "{name} is not a picture of a kind that can be read ({readable})."),
        "svg": say(
            "Errors", "{name} is a drawing made of lines (SVG), not of pixels; export it as PNG first."
        ),
        "pdf": say("Errors", "{name} is a document (PDF), not a picture; save the page as PNG first."),
        "jxl": say(
            "Errors", "{name} is a JPEG XL picture, which cannot be read here; save it as PNG or JPEG first."
        ),
        "dicom": say(
            "Errors", "{name} is a medical picture (DICOM), which cannot be read here; export it as PNG "
            "or TIFF first."
        ),
        "raw": say(
            "Errors", "{name} is a camera's raw file: it holds what the sensor measured and a small preview, "
            "not the photo; save the photo as JPEG or TIFF first."
        ),
        "package": say(
            "Errors", "{name} cannot be read: {package}, which reads it, is not installed here."
        ),
        "depth": say(
            "Errors", "{name} has {depth} bits a channel; of PSD files only those with 8 can be read: save "
            "it as TIFF."
        ),
        "packed": say(
            "Errors", "{name} is a TIFF packed with {packing}, which cannot be read here; save it without "
            "compression first."
        ),
        "too_large": say("Errors", "{name} has {size}; up to {limit} can be opened."),
        "damaged": say("Errors", "{name} is a damaged or incomplete {kind} file ({reason})."),
    }  # fmt: skip


def _no_values() -> dict[str, str]:
    return {
        "shape": say(
            "Errors", "{name} has the shape {shape}; a picture is (rows, columns) or (rows, columns, 3)."
        ),
        "channels": say(
            "Errors", "{name} has {count} channels; one of them can be read as grey, or three as red, green "
            "and blue."
        ),
        "no_channel": say("Errors", "{name} has {count} channels; there is no number {number}."),
        "no_array": say("Errors", "{name} holds no array that could be a picture."),
        "no_such_array": say("Errors", "{name} holds no picture “{array}”, but {arrays}."),
        "no_frame": say("Errors", "{name} has {count} pictures in it; there is no number {number}."),
        "table": say("Errors", "{name} is no table of numbers ({reason})."),
        "type": say("Errors", "{name} holds {type} values, not real numbers."),
        "not_finite": say("Errors", "{name} has infinite values ({count} of them)."),
        "no_number": say("Errors", "{name} has no number at all: every value is not-a-number."),
        "too_far": say("Errors", "{name} has values up to {farthest}; the limit is {limit}."),
    }  # fmt: skip
