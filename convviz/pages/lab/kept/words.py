"""What differs between kept and present settings, in one sentence; two values and their difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from convviz.core.base.spacing import filled
from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import PoolSettings, Settings, StageName
from convviz.core.stages.pipeline import Chain
from convviz.views.base.numbers import TIMES, decimals_for, figure, shape_text
from convviz.views.base.texts import labelled, listed, reason_text, say
from convviz.views.explain.formula.chain_strip import activation_name, padding_link, pair_text, pooling_link
from convviz.views.kernel.chooser.kernel_texts import kernel_text, own_kernel_name
from convviz.views.settings.complaints import complaint

Side = tuple[Settings, Chain | None]
"""Settings, and the sizes they come to; None where they do not fit."""


def sentence(kept: Side, now: Side, stage: StageName, *, colour: bool) -> str:
    """Which settings differ, e.g. "Kept: Sobel, vertical, stride 1. Now: Laplacian, stride 2."

    Only those that the stage depends on count; ``colour`` says whether the picture has channels.
    """
    pairs = list(_differences(kept, now, stage, colour=colour))
    if not pairs:
        return say("Kept", "Kept and now are the same: change the kernel or a setting to compare.")
    before, after = (listed(filter(None, side)) for side in zip(*pairs, strict=True))
    return say("Kept", "Kept: {kept}. Now: {now}.", kept=before, now=after)


def _differences(kept: Side, now: Side, stage: StageName, *, colour: bool) -> Iterator[tuple[str, str]]:
    """The words for each setting that differs, kept and now."""
    old, new = kept[0], now[0]
    if _weights(old.kernel) != _weights(new.kernel):
        yield _kernels(old.kernel, new.kernel)
    elif old.kernel.divisor != new.kernel.divisor:
        yield _divisor(old), _divisor(new)
    for field, words in _WORDS.items():
        if getattr(old, field) != getattr(new, field) and (colour or field != "channels"):
            yield words(old), words(new)
    if (old.padding, old.fill) != (new.padding, new.fill):
        sides = _padding(*kept), _padding(*now)
        if sides[0] != sides[1]:
            yield sides
    if stage in ("activation", "pooling"):
        yield from _activations(old, new)
    if stage == "pooling" and old.pool != new.pool:
        yield _pools(old.pool, new.pool)


def _activations(old: Settings, new: Settings) -> Iterator[tuple[str, str]]:
    if old.activation != new.activation:
        yield activation_name(old.activation), activation_name(new.activation)
    elif old.activation == "leaky_relu" and old.slope != new.slope:
        yield _slope(old), _slope(new)


def _weights(kernel: Kernel) -> tuple[object, ...]:
    return kernel.weights.shape, (kernel.weights + 0.0).tobytes()


def _kernels(old: Kernel, new: Kernel) -> tuple[str, str]:
    """Their names; two of a person's own with their sizes, or in words that the weights differ."""
    names = _kernel_name(old), _kernel_name(new)
    if names[0] != names[1]:
        return names
    return names[0], listed((names[1], say("Kept", "other weights")))


def _kernel_name(kernel: Kernel) -> str:
    if kernel.name:
        return kernel_text(kernel.name).name
    size = TIMES.join(str(n) for n in kernel.size)
    return say("Kept", "{name} {size}", name=own_kernel_name(), size=size)


def _pools(old: PoolSettings, new: PoolSettings) -> tuple[str, str]:
    names = pooling_link(old), pooling_link(new)
    if names[0] != names[1]:
        return names
    return listed((names[0], _rest(old))), listed((names[1], _rest(new)))


def _rest(pool: PoolSettings) -> str:
    """What becomes of incomplete windows, as the form has it."""
    if pool.padding == "same":
        rest = say("PoolingForm", "same")
    else:
        rest = say("PoolingForm", "keep the rest") if pool.ceil else say("PoolingForm", "drop the rest")
    counts = pool.count_padding and pool.kind == "average"
    return listed((rest, say("Kept", "the padding counted"))) if counts else rest


def _padding(settings: Settings, chain: Chain | None) -> str:
    return padding_link(settings, None if chain is None else chain.convolution_size)


def _divisor(settings: Settings) -> str:
    return say("Kept", "divisor {number}", number=figure(settings.kernel.divisor))


def _slope(settings: Settings) -> str:
    return say("Kept", "slope {number}", number=figure(settings.slope))


def _bias(settings: Settings) -> str:
    return say("Kept", "bias {number}", number=figure(settings.bias))


def _stride(settings: Settings) -> str:
    return say("Step", "stride {stride}", stride=pair_text(settings.stride))


def _dilation(settings: Settings) -> str:
    return say("Step", "dilation {dilation}", dilation=pair_text(settings.dilation))


def _operation(settings: Settings) -> str:
    if settings.operation == "convolve":
        return say("Step", "convolution")
    return say("Step", "correlation")


def _channels(settings: Settings) -> str:
    return {
        "grey": say("Kept", "grey"),
        "sum": say("Kept", "all channels"),
        "each": say("Kept", "each channel"),
    }[settings.channels]


def _unit(settings: Settings) -> str:
    if settings.unit_range:
        return say("Kept", "values from 0 to 1")
    return say("Kept", "values as in the file")


_WORDS: dict[str, Callable[[Settings], str]] = {
    "bias": _bias,
    "operation": _operation,
    "channels": _channels,
    "unit_range": _unit,
    "stride": _stride,
    "dilation": _dilation,
}


def misfit(image: Image, settings: Settings, error: Exception) -> str:
    """Why the kept settings cannot be computed on a picture, in one sentence."""
    size = TIMES.join(str(n) for n in settings.kernel.size)
    pool = TIMES.join(str(n) for n in settings.pool.size)
    shape, field = shape_text(image.shape[:2]), complaint(image, settings, error).field
    if field in ("kernel", "dilation"):
        text = say("Kept", "The kept {size} kernel does not fit this picture of {shape}.")
        return filled(text, size=size, shape=shape)
    if field == "pool":
        text = say("Kept", "The kept pooling window of {size} does not fit this picture of {shape}.")
        return filled(text, size=pool, shape=shape)
    reason = reason_text(error).rstrip(".\u3002")
    return say("Kept", "The kept settings do not fit this picture: {reason}.", reason=reason)


def values(kept: float | None, now: float | None, channel: int | None = None) -> str:
    """The values of one place, e.g. "Here: kept 12, now −30, difference −42"; None is no value there.

    Of several maps they are those of a ``channel``, 0 for red.

    >>> values(12.0, -30.0)
    'Here: kept 12, now −30, difference −42'
    >>> values(None, 4.0, 2)
    'Here, blue: now 4; the kept map has no value at this place'
    """
    if kept is not None and now is not None:
        before, after, apart = _closing(kept, now)
        text = say("Kept", "kept {kept}, now {now}, difference {difference}")
        text = filled(text, kept=before, now=after, difference=apart)
    elif now is not None:
        text = filled(say("Kept", "now {now}; the kept map has no value at this place"), now=figure(now))
    elif kept is not None:
        text = say("Kept", "kept {kept}; the present map has no value at this place")
        text = filled(text, kept=figure(kept))
    else:
        return ""
    return labelled(_here(channel), text)


def _here(channel: int | None) -> str:
    if channel is None:
        return say("Kept", "Here")
    names = (say("Kept", "Here, red"), say("Kept", "Here, green"), say("Kept", "Here, blue"))
    return names[min(channel, 2)]


def _closing(kept: float, now: float) -> tuple[str, str, str]:
    """Both values and now minus kept, with so many decimals that the line closes to its last digit.

    >>> _closing(1 / 3, 2 / 3)
    ('0.333', '0.667', '0.334')
    """
    if not np.isfinite([kept, now]).all():
        return figure(kept), figure(now), figure(now - kept)
    places = decimals_for(kept, now)
    rounded = round(kept, places), round(now, places)
    if any(value and not short for value, short in zip((kept, now), rounded, strict=True)):
        return figure(kept), figure(now), figure(now - kept)  # too small for decimals
    return figure(kept, places), figure(now, places), figure(rounded[1] - rounded[0], places)
