"""The values of any stage at chosen cells, without computing the rest: work on demand.

A screen shows some hundred thousand values of a map that may have millions. `Preview` asks every
stage for the cells that are shown and no others: the pooled cells for the cells they gather, those
for their windows of the picture. What it says is what `pipeline.run` says at these cells, but for
the rounding of sums that are added up in another order (whole numbers are exact in both).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from convviz.core import activations
from convviz.core.convolution import for_channels
from convviz.core.images import Image
from convviz.core.padding import check_fill, constants
from convviz.core.pipeline import Chain, Map, Result, chain, input_key, weights_for
from convviz.core.pooling import window_counts
from convviz.core.preview_map import Indices, MapOnDemand
from convviz.core.preview_rest import MOST as REST_MOST
from convviz.core.preview_rest import Part, Rest, Tap, all_sums, moved_tap
from convviz.core.preview_sums import Pixels
from convviz.core.preview_taps import axis_taps
from convviz.core.preview_windows import Windows
from convviz.core.settings import Settings, StageName
from convviz.core.shapes import ShapeSize

REMEMBERED = 320 << 20
"""Bytes of planes that are remembered for the next kernel."""

SMALL = 1 << 16
"""Planes with fewer values are not worth remembering."""

ANSWERS = 24
"""How many answers one result remembers: averages of all cards take nine each."""

PER_GATHERED, PER_ADDED, PER_DRAGGED = 2.5e-9, 0.15e-9, 1.5e-9
"""Seconds (measured, rounded up) for bringing in one value, for one multiplication, and for all that
follows the sums of one cell."""


@dataclass(frozen=True, eq=False)
class Plan:
    """Everything that settings decide, worked out once for all requests.

    ``weights`` are (kh, kw, C). ``tap`` is the weight that is being dragged, if it is only one.
    """

    settings: Settings
    chain: Chain
    weights: NDArray[np.float64]
    each: bool
    fills: NDArray[np.float64]
    dtype: np.dtype[Any]
    tap: Tap | None = None

    @property
    def maps(self) -> int:
        """How many maps there are: one for each channel, or one of all."""
        return self.weights.shape[2] if self.each else 1

    def pooling(self, stage: StageName) -> ShapeSize | None:
        """The windows of the pooling, if ``stage`` has one."""
        return self.chain.pooling_size if stage == "pooling" else None


class Preview:
    """Answers for one picture as the kernel sees it; from any thread, one at a time.

    ``seen`` is what `pipeline.seen` makes of ``image`` under ``settings``.
    """

    def __init__(self, image: Image, settings: Settings, seen: Map) -> None:
        self.image = image
        self.pixels = Pixels(seen)
        self._seen = seen
        self._key = input_key(settings)
        self._means = constants(self.pixels.seen, "mean") if settings.fill == "mean" else None
        self._weights: NDArray[np.float64] | None = None
        self._tap: Tap | None = None
        self._windows: OrderedDict[Any, Windows] = OrderedDict()
        self._lock = threading.RLock()

    def suits(self, image: Image, settings: Settings) -> bool:
        """Whether it answers for these settings: the kernel sees the same numbers, their mean is known."""
        known = settings.fill != "mean" or self._means is not None
        return known and image is self.image and input_key(settings) == self._key

    def plan(self, settings: Settings) -> Plan:
        """Check settings and make every choice; ValueError, with the numbers, if they cannot be."""
        links = chain(self.image.shape, settings)
        weights = for_channels(weights_for(settings, self._seen.shape), self.pixels.seen.shape[2])
        each = settings.channels == "each" and self._seen.ndim == 3
        padded = any(sum(links.convolution_size.padding, ()))
        fills = self._constants(settings.fill) if padded else np.zeros(weights.shape[2])
        tap = self._dragged(weights)
        return Plan(settings, links, weights, each, fills, self.pixels.sum_dtype(weights, fills, each), tap)

    def _dragged(self, weights: NDArray[np.float64]) -> Tap | None:
        """The weight that the last edits changed, as long as it was always the same one."""
        before, self._weights = self._weights, weights
        if before is None or not np.array_equal(before, weights):
            self._tap = None if before is None else moved_tap(before, weights)
        return self._tap

    def _constants(self, fill: str | float) -> NDArray[np.float64]:
        if fill == "mean":
            assert self._means is not None, "this preview does not suit these settings"
            return self._means
        return constants(self.pixels.seen[:1, :1], fill)

    def values(
        self, plan: Plan, stage: StageName, rows: Indices, columns: Indices, channel: int | None = None
    ) -> Map:
        """The values at all crossings of ``rows`` and ``columns``: (rows, columns) or (rows, columns, C).

        ``stage`` is "convolution" or "pooling" (of the activation). ``channel`` asks for one map of
        several.
        """
        maps = slice(None) if channel is None else slice(channel, channel + 1)
        count = plan.maps if channel is None else 1
        if not (rows.size and columns.size):
            several = plan.chain.convolution[2:] if channel is None else ()
            return np.empty((rows.size, columns.size, *several), plan.dtype)
        windows = self.windows(plan, stage, rows, columns)
        pool = plan.pooling(stage)
        out = np.empty((count, rows.size, columns.size), plan.dtype)
        for first, last, sums in self._sums(plan, windows, maps):
            _finish(sums, plan.settings, activate=pool is not None)
            target = out[:, first:last]
            if pool is None:
                target[...] = sums[:, 0].reshape(target.shape)
            else:
                cells = sums.reshape(count, pool.rows.kernel, pool.columns.kernel, *target.shape[1:])
                _pool(cells, windows, first, last, plan.settings.pool.kind, target)
        if pool is not None and plan.settings.pool.kind == "average":
            padded = plan.settings.pool.count_padding
            down, across = (
                window_counts(axis, padded)[cells]
                for axis, cells in ((pool.rows, rows), (pool.columns, columns))
            )
            np.divide(out, np.multiply.outer(down, across).astype(out.dtype), out=out)
        return out.transpose(1, 2, 0) if plan.each and channel is None else out[0]

    def _sums(self, plan: Plan, windows: Windows, maps: slice) -> Iterator[Part]:
        """The sums of products; while one weight is dragged, those of the others are kept."""
        if plan.tap is None or not self._keeps_rest(plan, windows):
            return all_sums(
                windows, plan.weights, plan.dtype, each=plan.each, finite=self.pixels.finite, maps=maps
            )
        rest = windows.rest
        if rest is None or not rest.suits(plan.weights, plan.dtype, each=plan.each):
            rest = Rest.of(windows, plan.weights, plan.tap, plan.dtype, each=plan.each)
            windows.rest = rest
        return rest.sums(plan.weights, maps)

    def _keeps_rest(self, plan: Plan, windows: Windows) -> bool:
        values = windows.cells * windows.shape[0] * windows.shape[1] * plan.weights.shape[2]
        return self.pixels.finite and values * 4 >= SMALL and values <= REST_MOST

    def windows(self, plan: Plan, stage: StageName, rows: Indices, columns: Indices) -> Windows:
        """The planes of these cells: those of an earlier kernel where only the weights differ."""
        size, pool, fill = plan.chain.convolution_size, plan.pooling(stage), check_fill(plan.settings.fill)
        key = (size, pool, fill, rows.tobytes(), columns.tobytes())
        with self._lock:
            known = self._windows.get(key)
            if known is not None:
                self._windows.move_to_end(key)
                return known
            down = axis_taps(size.rows, pool.rows if pool else None, rows, fill)
            across = axis_taps(size.columns, pool.columns if pool else None, columns, fill)
            windows = Windows(self.pixels.seen, down, across, plan.fills)
            if windows.size >= SMALL:
                self._windows[key] = windows
                while sum(w.held for w in self._windows.values()) > REMEMBERED or len(self._windows) > 100:
                    self._windows.popitem(last=False)
        return windows

    def cost(self, plan: Plan, stage: StageName, rows: Indices, columns: Indices) -> float:
        """About how many seconds `values` will take."""
        if stage == "input":
            return 0.0
        windows = self.windows(plan, stage, rows, columns)
        if windows.rest is not None and windows.rest.suits(plan.weights, plan.dtype, each=plan.each):
            return windows.size / windows.taps * (1 + windows.cells) * PER_DRAGGED
        gathered: float = 0.0 if windows.made else windows.size * PER_GATHERED
        return gathered + windows.size * (2 + windows.cells) * PER_ADDED

    def prepare(self, plan: Plan, stage: StageName, rows: Indices, columns: Indices) -> None:
        """Bring in what `values` will need, so that it answers quickly, for any weights."""
        if stage != "input":
            self.windows(plan, stage, rows, columns).make()

    def result(self, plan: Plan) -> Result:
        """A result whose maps are worked out where somebody looks at them."""
        return result_on_demand(self, plan)

    @property
    def seen(self) -> Map:
        """What the kernel sees."""
        return self._seen


def _finish(sums: Map, settings: Settings, *, activate: bool) -> None:
    """All that follows the sum of products, as `pipeline` does it."""
    with np.errstate(all="ignore"):
        if settings.kernel.divisor != 1:
            np.divide(sums, settings.kernel.divisor, out=sums)
        if settings.bias != 0:
            np.add(sums, settings.bias, out=sums)
        if activate:
            activations.apply(settings.activation, sums, settings.slope, out=sums)


def _pool(cells: Map, windows: Windows, first: int, last: int, kind: str, out: Map) -> None:
    """Join cells (maps, pool rows, pool columns, rows, columns) to (maps, rows, columns)."""
    down, across = windows.down.there[:, first:last], windows.across.there
    nothing = -np.inf if kind == "max" else 0.0
    for tap in np.flatnonzero(~down.all(axis=1)):
        cells[:, tap, :, ~down[tap], :] = nothing
    for tap in np.flatnonzero(~across.all(axis=1)):
        cells[:, :, tap, :, ~across[tap]] = nothing
    with np.errstate(all="ignore"):
        step = np.maximum if kind == "max" else np.add
        cells = cells.reshape(cells.shape[0], -1, *cells.shape[3:])
        np.copyto(out, cells[:, 0])
        for cell in range(1, cells.shape[1]):
            step(out, cells[:, cell], out=out)


class _Reader:
    """Remembers what was asked of one stage: painters ask for the same cells again and again."""

    def __init__(self, preview: Preview, plan: Plan, stage: StageName) -> None:
        self._preview, self._plan, self._stage = preview, plan, stage
        self._answers: OrderedDict[Any, Map] = OrderedDict()

    def read(self, rows: Indices, columns: Indices, channel: int | None) -> Map:
        key = (rows.tobytes(), columns.tobytes())
        whole = self._answers.get((*key, None))
        if whole is not None:
            return whole if channel is None else whole[..., channel]
        found = self._answers.get((*key, channel))
        if found is None:
            found = self._preview.values(self._plan, self._stage, rows, columns, channel)
            found.setflags(write=False)
            self._answers[*key, channel] = found
            while len(self._answers) > ANSWERS:
                self._answers.popitem(last=False)
        return found


def result_on_demand(preview: Preview, plan: Plan) -> Result:
    settings, links = plan.settings, plan.chain
    reader = _Reader(preview, plan, "convolution")
    convolution = MapOnDemand(reader.read, links.convolution, plan.dtype)
    activation, pooling = convolution, None
    if settings.activation != "none":

        def activate(rows: Indices, columns: Indices, channel: int | None) -> Map:
            return activations.apply(settings.activation, reader.read(rows, columns, channel), settings.slope)

        activation = MapOnDemand(activate, links.activation, plan.dtype)
    if links.pooling is not None:
        pooling = MapOnDemand(_Reader(preview, plan, "pooling").read, links.pooling, plan.dtype)
    maps = [cast(Map, m) for m in (convolution, activation, pooling)]
    fills = tuple(plan.fills.tolist()) if any(sum(links.convolution_size.padding, ())) else ()
    return Result(preview.image, settings, links, preview.seen, maps[0], maps[1], maps[2], 0.0, fills)
