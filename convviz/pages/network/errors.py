"""Why a network was not opened: one plain sentence for each reason."""

from __future__ import annotations

from convviz.core.base.spacing import filled
from convviz.core.base.visible import visible
from convviz.network.model.errors import NetworkError
from convviz.views.base.texts import reason_text, say, system_text


def open_error(name: str, error: BaseException) -> str:
    """What was wrong with the file ``name``."""
    if isinstance(error, NetworkError):
        template = _sentences().get(error.kind)
        if template is not None:
            gaps = dict.fromkeys(("layer", "function", "count", "seconds", "version", "said"), "?")
            known = {"name": name, "reason": _plain(reason_text(error), name)}
            return visible(filled(template, **{**gaps, **error.numbers, **known}))
    if isinstance(error, OSError) and error.strerror:
        return system_text(name, error)
    if isinstance(error, MemoryError):
        return say("Network", "{name} needs more memory than there is.", name=name)
    reason = _plain(reason_text(error) or type(error).__name__, name)
    return say("Network", "{name} cannot be opened ({reason}).", name=name, reason=reason)


def _plain(reason: str, name: str) -> str:
    """A reason to stand in brackets behind the file's name."""
    return reason.removeprefix(name).lstrip(":\uff1a ").rstrip(".\u3002")


def _sentences() -> dict[str, str]:
    return {**_refused(), **_unreadable(), **_unfit(), **_worker()}


def _refused() -> dict[str, str]:
    return {
        "lambda": say(
            "Network", "{name} is refused: it holds program code (a {layer} layer), which is never run."
        ),
        "custom": say(
            "Network", "{name} is refused: it names {layer}, which is none of Keras\u2019 own parts."
        ),
        "link": say("Network", "{name} is refused: its weights point to another file ({reason})."),
        "members": say("Network", "{name} is not an archive as Keras writes it ({reason})."),
        "large": say("Network", "{name} is too large to be opened ({reason})."),
        "layer": say("Network", "{name} has a layer {layer}, which ConvViz does not know."),
        "function": say(
            "Network", "{name} has an activation function {function}, which ConvViz does not know."
        ),
    }


def _unreadable() -> dict[str, str]:
    return {
        "unknown": say("Network", "{name} is no network: networks are opened from .keras and .h5 files."),
        "folder": say("Network", "{name} is a folder; save the network as one .keras file instead."),
        "ending": say("Network", "{name} is not what its ending says ({reason})."),
        "broken": say("Network", "{name} is damaged or was cut off."),
        "weights_only": say(
            "Network", "{name} holds weights only, without a description of the layers they belong to."
        ),
        "missing": say("Network", "Weights are missing in {name} ({reason})."),
        "type": say("Network", "{name} has weights that are no numbers ({reason})."),
        "quantized": say(
            "Network", "{name} is quantized: its weights are whole numbers. Open the one from before that."
        ),
        "nan": say(
            "Network", "{count} weights in {name} are not numbers (NaN or infinite): its training failed."
        ),
        "model": say(
            "Network",
            "{name} does not describe a network as Keras does; its format may be older or newer ({reason}).",
        ),
        "newer": say("Network", "{name} was written by Keras {version}, a newer one than is known here."),
        "shape": say("Network", "The layers of {name} do not fit together ({reason})."),
    }


def _unfit() -> dict[str, str]:
    return {
        "input": say("Network", "{name} does not read pictures ({reason})."),
        "inputs": say("Network", "{name} has {count} inputs, and ConvViz has one picture to give."),
        "outputs": say("Network", "{name} does not answer with one number a class ({reason})."),
        "shared": say(
            "Network", "{name} uses a layer several times, which ConvViz does not show ({reason})."
        ),
        "nested": say(
            "Network", "{name} has a network as one of its layers that cannot be taken apart ({reason})."
        ),
        "channels_first": say(
            "Network", "{name} puts channels first; networks of rows, columns, channels are shown ({reason})."
        ),
    }


def _worker() -> dict[str, str]:
    return {
        "opaque": say(
            "Network", "{name} has a layer {layer}, which only TensorFlow computes, and that is not at hand."
        ),
        "worker_missing": say(
            "Network", "{name} has a layer that only TensorFlow computes, and TensorFlow does not run here."
        ),
        "worker_slow": say("Network", "TensorFlow had no answer about {name} within {seconds} seconds."),
        "worker_ended": say(
            "Network", "TensorFlow\u2019s process ended while it had {name} open; it will be started again."
        ),
        "worker_memory": say("Network", "{name} needs more memory than TensorFlow\u2019s process is given."),
        "worker_failed": say(
            "Network", "TensorFlow cannot open or compute {name}. It says \u201c{said}\u201d."
        ),
    }
