"""Texts in the language of the moment: `say`, and what several pages call things and say of errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from html import escape

from PySide6.QtCore import QCoreApplication

from convviz.core.base.files import system_reason
from convviz.core.base.spacing import filled
from convviz.core.base.translatable import TranslatableError, missing_part
from convviz.core.base.visible import visible
from convviz.core.images.image import Image
from convviz.core.images.recipe import Crop, Step
from convviz.core.kernels.kernel_library import library
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.views.base.numbers import TIMES, shape_text

MOST_IN_BOLD = 64


def say(context: str, text: str, number: int = -1, /, **values: object) -> str:
    """Translate ``text`` and put ``values`` into its gaps.

    ``context`` is where the translators find it, usually the name of the class or page. With a number
    the text has plural forms, and its %n is the number. ``.ci/find_texts.py`` finds the call by its name,
    so both texts stand in it as they are: no variables, no f-strings. Without values, braces stay braces.
    Texts among the values are written as `visible` has them: they may be names from outside.

    >>> say("Network", "{name} is damaged or was cut off.", name="my.keras")
    'my.keras is damaged or was cut off.'
    """
    translated = QCoreApplication.translate(context, text, None, number)
    if not values:
        return translated
    text = filled(translated, **values)
    if text.isprintable():
        return text  # as nearly all are
    seen = {key: visible(v) if isinstance(v, str) else v for key, v in values.items()}
    return filled(translated, **seen)


def listed(parts: Iterable[str]) -> str:
    """Names or numbers one after the other, with the comma of the language.

    >>> listed(["9 × 9", "stride 2"])
    '9 × 9, stride 2'
    """
    return say("Texts", ", ").join(parts)


def clauses(parts: Iterable[str]) -> str:
    """Parts of a sentence that stand for themselves, with the semicolon of the language.

    >>> clauses(["1 + 2 = 3", "3 / 3 = 1"])
    '1 + 2 = 3; 3 / 3 = 1'
    """
    return say("Texts", "; ").join(parts)


def labelled(label: str, value: str) -> str:
    """What something is called, and what it is, with the colon of the language.

    >>> labelled("Sum", "9")
    'Sum: 9'
    """
    return say("Texts", "{label}: {value}", label=label, value=value)


def megapixels(millions: float) -> str:
    """How many pixels, as a language counts them: Chinese has a word for ten thousand and none for a million.

    >>> megapixels(12.5), megapixels(100), megapixels(100.001)
    ('12.5 megapixels', '100 megapixels', '100.001 megapixels')
    """
    return say(
        "Texts", "{millions} megapixels", millions=_short(millions), ten_thousands=_short(100 * millions)
    )


def _short(number: float) -> str:
    """Three figures behind the point at most: just above a limit "100" would contradict itself."""
    return f"{number:,.3f}".rstrip("0").rstrip(".") if number < 1000 else f"{number:,.0f}"


def edit_name(key: str) -> Callable[[], str]:
    """A function that says what an edit is called beside Undo, in the language of the moment.

    >>> edit_name("bias")()
    'Bias'
    """
    return partial(_edit_name, key)


def _edit_name(key: str) -> str:
    return {
        "open picture": say("WindowFiles", "Open picture"),
        "open kernel": say("LabFiles", "Open kernel"),
        "kernel": say("LabPage", "Kernel"),
        "bias": say("LabPage", "Bias"),
        "settings": say("LabPage", "Settings"),
        "channels": say("LabPage", "Channels"),
        "channel shown": say("LabShow", "Channel shown"),
        "range": say("LabShow", "Range of values"),
        "colours": say("LabShow", "Colour range"),
        "pin": say("LabSelection", "Pin"),
        "unpin": say("LabSelection", "Unpin"),
        "page": say("Lab", "Page of the file"),
        "keep picture": say("Lab", "Keep this picture"),
        "example": say("StepLessons", "Example"),
        "pixel": say("StepPixels", "Pixel"),
        "stroke": say("Lab", "Stroke"),
        "fill": say("Lab", "Fill"),
        "crop": say("Lab", "Crop"),
        "resize": say("Lab", "Resize"),
        "filter": say("Network", "Filter from the network"),
        "keep": say("Kept", "Keep this result"),
        "compare": say("Kept", "Kept result shown"),
        "restore kept": say("Kept", "Kept settings"),
        "forget kept": say("Kept", "Keep no longer"),
    }[key]


def sample_title(key: str) -> str:
    """What people call the sample ``key``."""
    titles = {
        "x": say("Samples", "The X"),
        "edge": say("Samples", "Edge"),
        "stripes": say("Samples", "Stripes"),
        "five": say("Samples", "A five"),
        "mug": say("Samples", "Mug"),
        "scene": say("Samples", "Fair"),
        "text": say("Samples", "Page"),
        "colour": say("Samples", "Fruit"),
        "panorama": say("Samples", "Lake, large"),
    }
    return titles.get(key) or key.replace("_", " ").capitalize()


def image_title(image: Image) -> str:
    """What the picture is called, bundled ones in every language, and how it was cropped and resized.

    >>> from dataclasses import replace
    >>> from convviz.core.images.image import from_array
    >>> image_title(replace(from_array([[1, 2]], name="a.png"), recipe=(Crop(1, 2, 3, 4),)))
    'a.png, cropped to rows 1 to 3 and columns 2 to 5'
    """
    return listed([_name(image), *map(step_words, image.recipe)])


def _name(image: Image) -> str:
    if image.sample:
        return sample_title(image.sample)
    if image.source is None and image.name == "Colour patch":
        return say("Samples", "Colour patch")
    return image.name


def step_words(step: Step) -> str:
    """What was done to a picture, as it stands behind its name."""
    if isinstance(step, Crop):
        row, column = step.last
        gaps = {"top": step.top, "bottom": row, "left": step.left, "right": column}
        return say("Picture", "cropped to rows {top} to {bottom} and columns {left} to {right}", **gaps)
    size, method = shape_text((step.rows, step.columns)), method_name(step.method)
    return say("Picture", "resized to {size} by {method}", size=size, method=method)


def method_name(method: str) -> str:
    """What a method of resizing is called."""
    return {
        "nearest": say("Picture", "nearest"),
        "box": say("Picture", "box (area)"),
        "bilinear": say("Picture", "bilinear"),
        "bicubic": say("Picture", "bicubic"),
        "lanczos": say("Picture", "Lanczos"),
    }[method]


def in_bold(name: str) -> str:
    """A name as the strip at the bottom begins with it, as HTML: of a long one its beginning and end.

    >>> in_bold("<i>"), in_bold("M" * 300) == f"<b>{'M' * 40}…{'M' * 20}</b>"
    ('<b>&lt;i&gt;</b>', True)
    """
    return f"<b>{escape(name if len(name) <= MOST_IN_BOLD else f'{name[:40]}…{name[-20:]}')}</b>"


def lesson_settings(key: str) -> Settings | None:
    """The settings with which the tutorials show the sample ``key``; None for those of no tutorial."""
    if key == "x":
        return Settings(library("diagonal"), padding="same", activation="relu", pool=PoolSettings("max"))
    return Settings(library("edge_vertical")) if key in ("edge", "stripes") else None


def stage_name(stage: str) -> str:
    """A stage's name as its card's title has it, the same in menus and explanations."""
    return {
        "input": say("Lab", "Input"),
        "convolution": say("Lab", "Convolution"),
        "activation": say("Lab", "Activation"),
        "pooling": say("Lab", "Pooling"),
    }[stage]


def kept_name(stage: str) -> str:
    """What the kept result of a stage is called, on its card and where it is exported.

    >>> kept_name("pooling")
    'Pooling, kept'
    """
    return say("Kept", "{stage}, kept", stage=stage_name(stage))


def activation_name(name: str) -> str:
    """An activation function's name."""
    return {
        "none": say("Lab", "none"),
        "relu": say("Lab", "ReLU"),
        "leaky_relu": say("Lab", "leaky ReLU"),
        "sigmoid": say("Lab", "sigmoid"),
        "tanh": say("Lab", "tanh"),
        "absolute": say("Lab", "absolute"),
    }.get(name, name)


def pool_name(settings: Settings) -> str:
    """Kind and window of the pooling, e.g. "max 2×2"."""
    size = TIMES.join(str(n) for n in settings.pool.size)
    if settings.pool.kind == "max":
        return say("Lab", "max {size}", size=size)
    return say("Lab", "average {size}", size=size)


def plain_text(error: Exception) -> str:
    """What an error says of itself; of the system's errors only the reason, in our words.

    >>> plain_text(PermissionError(13, "Permission denied", "/x/a.png"))
    'there is no permission for it'
    """
    if isinstance(error, ImportError):
        return reason_text(missing_part(error))
    if isinstance(error, MemoryError) and (type(error) is not MemoryError or not str(error)):  # or NumPy's
        return say("Errors", "there is not enough memory; a smaller picture needs less")
    text = reason_text(system_reason(error)) if isinstance(error, OSError) else str(error)
    return text or type(error).__name__


def reason_text(error: object, others: Callable[[Exception], str] = plain_text) -> str:
    """The error's sentence in the language of the moment; ``others`` tells errors of another kind.

    >>> reason_text(TranslatableError("row {row}, column {column}: {cause}", row=1, column=2, cause="empty"))
    'row 1, column 2: empty'
    """
    if not isinstance(error, TranslatableError):
        return others(error) if isinstance(error, Exception) else str(error)
    details = {key: _detail(value, others) for key, value in error.details.items()}
    text = QCoreApplication.translate("Reasons", error.template)
    return visible(filled(text, **details)) if details else text


def system_text(name: str, error: OSError) -> str:
    """Why the system refused the file ``name``, as a sentence.

    >>> system_text("a.png", PermissionError(13, "Permission denied"))
    'a.png: there is no permission for it.'
    """
    return say("Errors", "{name}: {reason}.", name=name, reason=reason_text(error))


def _detail(value: object, others: Callable[[Exception], str]) -> object:
    """What goes into a gap: a sentence in a sentence has no full stop, several names have commas."""
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return listed(value)
    return reason_text(value, others).rstrip(".。") if isinstance(value, Exception) else value
