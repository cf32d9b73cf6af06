"""Why settings are impossible, in a sentence with the numbers that did not fit and what would."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from convviz.core.base.spacing import filled
from convviz.core.images.image import Image
from convviz.core.sizes.padding import resolve
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.core.stages.pipeline import chain
from convviz.views.base.numbers import TIMES
from convviz.views.base.texts import reason_text, say

ARROW = "\u2192"
BACK = "\u2190"


@dataclass(frozen=True)
class Complaint:
    """Why settings are impossible, and beside which control to say so."""

    field: str
    text: str


def complaint(image: Image, settings: Settings, error: Exception) -> Complaint:
    """Turn an impossible setting into a translated sentence with its numbers and what would fit."""
    kernel = settings.kernel.weights.shape[:2]
    shape = image.shape[:2]
    reach = tuple(d * (k - 1) + 1 for k, d in zip(kernel, settings.dilation, strict=True))
    try:
        amounts = resolve(settings.padding, shape, kernel, settings.stride, settings.dilation)  # type: ignore[arg-type]
    except ValueError:
        return Complaint("padding", reason_text(error))
    room = tuple(n + sum(p) for n, p in zip(shape, amounts, strict=True))
    if any(e > r for e, r in zip(reach, room, strict=True)):
        return _kernel_complaint(settings, shape, reach, room, amounts)
    return _other_complaint(image, settings, error)


def _kernel_complaint(settings: Settings, shape: Any, reach: Any, room: Any, amounts: Any) -> Complaint:
    kernel = settings.kernel.weights.shape[:2]
    missing = max(e - n for e, n in zip(reach, shape, strict=True))
    fits = [max(1, (r - 1) // d + 1) for r, d in zip(room, settings.dilation, strict=True)]
    padding = {n for pair in amounts for n in pair}
    values = {
        "kernel": _by(kernel),
        "image": _by(shape),
        "padding": str(padding.pop()) if len(padding) == 1 else _by(sum(p) for p in amounts),
        "needed": (missing + 1) // 2,
        "fits": _by(fits),
        "effective": _by(reach),
    }
    if settings.dilation == (1, 1):
        text = say(
            "Lab",
            "Kernel {kernel} does not fit {image} + padding {padding}. "
            "Use padding {needed}, or a kernel up to {fits}.",
        )
        return Complaint("kernel", filled(text, **values))
    text = say(
        "Lab",
        "Kernel {kernel} reaches over {effective} with this dilation "
        "and does not fit {image} + padding {padding}. "
        "Use padding {needed}, or a kernel up to {fits}.",
    )
    return Complaint("dilation", filled(text, **values))


def _other_complaint(image: Image, settings: Settings, error: Exception) -> Complaint:
    try:
        read = chain(image.shape, replace(settings, pool=PoolSettings())).activation
    except ValueError:  # not the pool's fault
        return Complaint("kernel", reason_text(error))
    if all(window <= cells for window, cells in zip(settings.pool.size, read[:2], strict=True)):
        return Complaint("pool", reason_text(error))
    text = say(
        "Lab", "The pooling window {size} is larger than the map of {map} it reads. Use a smaller window."
    )
    return Complaint("pool", filled(text, size=_by(settings.pool.size), map=_by(read[:2])))


def _by(values: Any) -> str:
    return TIMES.join(str(v) for v in values)
