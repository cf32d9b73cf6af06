"""Why a file or a text could not be taken: the sentences of core and document in other languages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from convviz.core.base.translatable import TranslatableError

KERNEL_SENTENCES = (
    QT_TRANSLATE_NOOP("Reasons", "a kernel is (rows, columns) or (rows, columns, channels), not {shape}"),
    QT_TRANSLATE_NOOP("Reasons", "a kernel of {size} does not exist: 1 to {most} rows and columns"),
    QT_TRANSLATE_NOOP("Reasons", "a kernel of {size} is too large: 1 to {most} rows and columns"),
    QT_TRANSLATE_NOOP("Reasons", "a text of {count} characters is too long for a kernel"),
    QT_TRANSLATE_NOOP("Reasons", "channel {number} has {size} weights, channel 1 has {first}"),
    QT_TRANSLATE_NOOP("Reasons", "row {row} has {count} weights, row 1 has {first}"),
    QT_TRANSLATE_NOOP("Reasons", "row {row}, column {column}: {cause}"),
    QT_TRANSLATE_NOOP("Reasons", "the JSON has no list of weights"),
    QT_TRANSLATE_NOOP("Reasons", "the cell is empty"),
    QT_TRANSLATE_NOOP("Reasons", "the divisor is {divisor}; it must be a finite number other than 0"),
    QT_TRANSLATE_NOOP("Reasons", "the divisor {divisor!r} is not a number"),
    QT_TRANSLATE_NOOP("Reasons", "the rows of the kernel are not equally long"),
    QT_TRANSLATE_NOOP("Reasons", "the text has no weights"),
    QT_TRANSLATE_NOOP("Reasons", "the weight in row {row}, column {column} is not finite"),
    QT_TRANSLATE_NOOP("Reasons", "this is not a text file"),
    QT_TRANSLATE_NOOP("Reasons", "weights of type {type} are not real numbers"),
    QT_TRANSLATE_NOOP("Reasons", "{count} bytes are too many for a kernel"),
    QT_TRANSLATE_NOOP("Reasons", "{name}: a kernel file ends in {endings}"),
    QT_TRANSLATE_NOOP("Reasons", "{name}: {cause}"),
    QT_TRANSLATE_NOOP("Reasons", "{text!r} divides by zero"),
    QT_TRANSLATE_NOOP("Reasons", "{text!r} is not a number"),
    QT_TRANSLATE_NOOP("Reasons", "{text!r} is too large"),
)
"""What `convviz.core` says of text and files that hold no kernel."""

EXPERIMENT_SENTENCES = (
    QT_TRANSLATE_NOOP("Reasons", "it holds {name}, which is not a number"),
    QT_TRANSLATE_NOOP("Reasons", "it is larger than {most} MB"),
    QT_TRANSLATE_NOOP("Reasons", "it was saved by a newer ConvViz"),
    QT_TRANSLATE_NOOP("Reasons", "the embedded picture has more than {most} megapixels"),
    QT_TRANSLATE_NOOP("Reasons", "the embedded picture has no value range: {low:g} to {high:g}"),
    QT_TRANSLATE_NOOP("Reasons", "the embedded picture holds values that are no finite numbers"),
    QT_TRANSLATE_NOOP("Reasons", "the embedded picture is cut off, or too large"),
    QT_TRANSLATE_NOOP("Reasons", "the embedded picture is damaged ({cause})"),
    QT_TRANSLATE_NOOP("Reasons", "the embedded picture is no picture: {type} of shape {shape}"),
    QT_TRANSLATE_NOOP("Reasons", "the file is not an object: {value}"),
    QT_TRANSLATE_NOOP("Reasons", "the picture {path} cannot be read ({reason})"),
    QT_TRANSLATE_NOOP("Reasons", "the picture {path} is not there any more"),
    QT_TRANSLATE_NOOP("Reasons", "the picture {path} is on another computer"),
    QT_TRANSLATE_NOOP("Reasons", "there is no sample picture {key!r}"),
    QT_TRANSLATE_NOOP("Reasons", "this is no ConvViz experiment"),
    QT_TRANSLATE_NOOP("Reasons", "this is no ConvViz experiment, or it is damaged"),
    QT_TRANSLATE_NOOP("Reasons", "{name} cannot be opened: {cause}."),
    QT_TRANSLATE_NOOP("Reasons", "{name} would be larger than {most} MB"),
    QT_TRANSLATE_NOOP("Reasons", "{path} has rows of unequal length, or weights that are no finite numbers"),
    QT_TRANSLATE_NOOP("Reasons", "{path} has {count} channels"),
    QT_TRANSLATE_NOOP("Reasons", "{path} has no exact float64: {value}"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is 0"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is longer than {longest} characters: {value}"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is missing"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is neither true nor false: {value}"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is none of {allowed}"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is none of {allowed}: {value}"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is not a kernel of 1x1 to {most} weights"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is not a number: {value}"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is not a text: {value}"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is not a whole number from {low} to {high}: {value}"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is not an object: {value}"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is not below {other}: {low:g}, {high:g}"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is not two pairs of whole numbers from {low} to {high}: {value}"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is not two whole numbers from {low} to {high}: {value}"),
    QT_TRANSLATE_NOOP("Reasons", "the network {path} is on another computer"),
    QT_TRANSLATE_NOOP("Reasons", "{path} has more than {most} items"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is no prepared digit"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is no stroke of a pen"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is not a list of at most {most}: {value}"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is not a list of texts"),
    QT_TRANSLATE_NOOP("Reasons", "{path} is not a place"),
)
"""What `convviz.document` says of files that are no experiments."""

MNIST_SENTENCES = (
    QT_TRANSLATE_NOOP("Reasons", "{name}: digits of 28x28 bytes are needed, not {found}"),
    QT_TRANSLATE_NOOP("Reasons", "{name}: labels have to be whole numbers from 0 to 9"),
    QT_TRANSLATE_NOOP("Reasons", "{name}: there is no {key} in it; MNIST as Keras has it is needed"),
    QT_TRANSLATE_NOOP("Reasons", "{name}: this is not the MNIST file of Keras (mnist.npz)"),
    QT_TRANSLATE_NOOP("Reasons", "{name}: {digits} digits and {labels} labels do not go together"),
)
"""What `convviz.network` says of a file that is not MNIST's."""

SHAPE_SENTENCES = (
    QT_TRANSLATE_NOOP("Reasons", "fill {fill!r} is none of {fills}, or a number"),
    QT_TRANSLATE_NOOP("Reasons", "fill {number} is not a finite number"),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "kernel {kernel} (effective {reach}) does not fit {size} + padding {padding}: it needs "
        "{reach}; a kernel of at most {fits} or {missing} more padding would fit",
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "padding {padding!r} is neither one number, (rows, columns) nor ((top, bottom), (left, right))",
    ),
    QT_TRANSLATE_NOOP("Reasons", "padding {padding!r} is none of {rules}"),
    QT_TRANSLATE_NOOP("Reasons", "with its padding the picture has {size} values; the limit is {most:,}"),
    QT_TRANSLATE_NOOP("Reasons", "{name} {number} has no exact float64; the nearest is {nearest}"),
    QT_TRANSLATE_NOOP("Reasons", "{name} {number} is less than {least}"),
    QT_TRANSLATE_NOOP("Reasons", "{name} {number} is more than {most}"),
    QT_TRANSLATE_NOOP("Reasons", "{name} {value!r} is neither one number nor (rows, columns)"),
    QT_TRANSLATE_NOOP("Reasons", "{name} {value!r} is not a whole number"),
)
"""What `convviz.core` says of windows that do not fit, and of settings that are none."""

NETWORK_SENTENCES = (
    QT_TRANSLATE_NOOP("Reasons", "a layer reads output {number} of {name!r}, which does not exist"),
    QT_TRANSLATE_NOOP("Reasons", "a layer reads {name!r}, which does not exist"),
    QT_TRANSLATE_NOOP("Reasons", "a network of {count} layers is not opened"),
    QT_TRANSLATE_NOOP("Reasons", "the description is nested too deeply"),
    QT_TRANSLATE_NOOP("Reasons", "the file describes a {layer!r}, not a network of layers"),
    QT_TRANSLATE_NOOP("Reasons", "the file does not list the layers of its network"),
    QT_TRANSLATE_NOOP("Reasons", "the file does not say what size of picture the network reads"),
    QT_TRANSLATE_NOOP("Reasons", "the file does not say what the layer {name!r} reads"),
    QT_TRANSLATE_NOOP("Reasons", "the file has no weights {name!r}"),
    QT_TRANSLATE_NOOP("Reasons", "the file says nothing about a {layer} layer"),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r} does not normalise channels"),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "the layer {name!r} has channels first; (rows, columns, channels) is needed",
    ),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r} has numbers that are none"),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r} has {count:,} parameters; at most {most:,} are opened"),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r} is not described as a {layer} should be"),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r} is used more than {most} times"),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r} is used several times, and only Keras computes it"),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r} joins {first} and {last}"),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r} leaves nothing of {shape}"),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r} handles {shape} values; at most {most:,} are opened"),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r} makes {shape} of {given}, which is not supported"),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r} needs (rows, columns, channels) and gets {shape}"),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r} needs {needed} arrays of weights and has {found}"),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r} puts {first} and {last} together"),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r} reads itself in a circle"),
    QT_TRANSLATE_NOOP("Reasons", "the layer {name!r}: {cause}"),
    QT_TRANSLATE_NOOP("Reasons", "the model {name!r} does not say which of its layers are its inputs"),
    QT_TRANSLATE_NOOP("Reasons", "the model {name!r} has {count} inputs and reads {reads}"),
    QT_TRANSLATE_NOOP("Reasons", "the network answers with {shape}, not with one number a class"),
    QT_TRANSLATE_NOOP("Reasons", "the network computes more than {most:,} values a picture"),
    QT_TRANSLATE_NOOP("Reasons", "the network has more than {most:,} layers"),
    QT_TRANSLATE_NOOP("Reasons", "the network has more than {most:,} parameters"),
    QT_TRANSLATE_NOOP("Reasons", "the network has no layers"),
    QT_TRANSLATE_NOOP("Reasons", "the network has {count} inputs; one is needed"),
    QT_TRANSLATE_NOOP("Reasons", "the network has {count} outputs; one is needed"),
    QT_TRANSLATE_NOOP("Reasons", "the network reads {shape}, which is no grey or colour picture"),
    QT_TRANSLATE_NOOP("Reasons", "the weights {name!r} are a link to another place; refused"),
    QT_TRANSLATE_NOOP("Reasons", "the weights {name!r} are {type} and no numbers"),
    QT_TRANSLATE_NOOP("Reasons", "the weights {name!r} lie in another file; refused"),
    QT_TRANSLATE_NOOP("Reasons", "there are models in models to a depth of more than {most}"),
    QT_TRANSLATE_NOOP("Reasons", "two layers are called {name!r}"),
    QT_TRANSLATE_NOOP("Reasons", "weights of {wanted} are described, and {found} are in the file"),
    QT_TRANSLATE_NOOP("Reasons", "{name} ends in {ending} but is a zip archive"),
    QT_TRANSLATE_NOOP("Reasons", "{name} ends in {ending} but is an HDF5 file"),
    QT_TRANSLATE_NOOP("Reasons", "{name} ends in {ending} but is something else"),
    QT_TRANSLATE_NOOP("Reasons", "{name} is not the file that was trained"),
    QT_TRANSLATE_NOOP("Reasons", "{name}: this is an archive with {member!r}, which no network needs"),
    QT_TRANSLATE_NOOP("Reasons", "{name}: this is an archive without {member}"),
    QT_TRANSLATE_NOOP("Reasons", "{name}: {member} unpacks to {size:,} bytes; the limit is {most:,}"),
    QT_TRANSLATE_NOOP("Reasons", "{name}: {size:,} bytes; at most {most:,} are opened"),
    QT_TRANSLATE_NOOP("Reasons", "{value} is no size of a picture"),
)
"""What `convviz.network` says of files, to stand in brackets behind a sentence of the page."""


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
