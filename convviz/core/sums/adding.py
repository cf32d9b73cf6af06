"""The three ways of adding up, each as machine code where it is ready and by NumPy where it is not.

Both give the same bits: NumPy multiplies and adds whole arrays at a time, in the same order.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from convviz.core.sums.job import RUN
from convviz.core.sums.native import Compiler, Function

Floats: TypeAlias = NDArray[Any]
Ints: TypeAlias = NDArray[np.int64]
Loops: TypeAlias = Mapping[str, Function]
At: TypeAlias = Callable[[int, int, int], Any]

LINES = 1 << 19
"""Bytes of filters' weights that stay in the cache while all windows use them."""

SOME = 64
"""Filters' weights that are used at a time, at the least."""


def lines(
    x: Floats, start: int, step: int, offsets: Ints, weights: Floats, out: Floats, *,
    paired: bool = False, loops: Loops | None = None,
) -> None:  # fmt: skip
    """One filter over lines of outputs: ``out`` (lines, width), in the type of ``x`` and ``weights``.

    ``offsets`` and ``weights`` are (channels, rows, columns). Output ``c`` of line ``r`` multiplies
    ``x[start + r * step + c + offset]`` for every offset; ``x`` counts as one long line. ``paired`` says
    that from one row of offsets to the next it is ``step`` too.
    """
    found = _found(loops, "lines_" + out.dtype.str[1:], out.size * weights.size)
    size = x.itemsize
    if found is not None:
        source, apart = _at(x) + start * size, out.strides[0] // size
        _call(
            found, len(out), source, step, offsets, weights, out, apart, *weights.shape, out.shape[1], paired
        )
        return
    flat = x.reshape(-1)

    def value(c: int, i: int, j: int) -> Floats:
        begin = flat[start + int(offsets[c, i, j]) :]
        return as_strided(begin, out.shape, (step * size, size), writeable=False)

    out[...] = _in_order(weights.shape, value, lambda *tap: weights[tap], out)


def filters(
    x: Floats, starts: Ints, offsets: Ints, begins: Ints, weights: Floats, out: Floats, *,
    own: bool = False, loops: Loops | None = None,
) -> None:  # fmt: skip
    """Many filters at chosen windows: ``out`` (windows, filters).

    Window ``p`` multiplies ``x[starts[p] + offset]`` with the line of ``weights`` (..., filters) that
    begins at ``begins``; offsets and begins are (channels, rows, columns). With ``own`` filter ``k``
    reads a channel of its own, at ``x[starts[p] + offset + k]``.
    """
    name = ("own_" if own else "filters_") + out.dtype.str[1:]
    found = _found(loops, name, out.size * offsets.size)
    count = out.shape[1]
    if found is not None:
        apart = out.strides[0] // out.itemsize
        _call(found, len(out), x, starts, offsets, begins, weights, out, apart, *offsets.shape, count)
        return
    flat, table = x.reshape(-1), weights.reshape(-1)
    lanes = np.arange(count if own else 1)

    def value(c: int, i: int, j: int) -> Floats:
        windows: Floats = flat[(starts + offsets[c, i, j])[:, None] + lanes]
        return windows

    def weight(c: int, i: int, j: int) -> Floats:
        return table[begins[c, i, j] :][:count]

    out[...] = _in_order(offsets.shape, value, weight, out)


def product(
    a: Floats, b: Floats, out: Floats, *, used: Ints | None = None, loops: Loops | None = None
) -> None:
    """A matrix product: each row of ``a`` (n, c) is a window of c channels, ``b`` (c, k) are k filters.

    A product is one more term of its sum, channel after channel; a few lines of ``b`` are used by all
    rows before the next. ``used`` are the channels to add up, where the others' terms are 0.
    """
    out[...] = 0
    found = _found(loops, "flat_" + out.dtype.str[1:], out.size * len(b))
    used = np.arange(len(b), dtype=np.int64) if used is None else used
    starts = np.arange(len(a), dtype=np.int64) * a.shape[1]
    step = max(SOME, LINES // max(1, b[0].nbytes))
    for first in range(0, len(used), step):
        some = used[first : first + step]
        if found is not None:
            _call(found, len(out), a, starts, some, some * b.shape[1], b, out, out.strides[0] // out.itemsize,
                  len(some), 1, 1, out.shape[1])  # fmt: skip
            continue
        with np.errstate(all="ignore"):
            for channel in some:
                out += a[:, channel, None] * b[channel]


@dataclass(frozen=True)
class Chosen:
    """Chosen windows of a picture, and the sums that begin in each of them.

    ``down`` (high, n) says where in the picture the rows of a window begin, ``across`` (wide, m) how
    far from there its pixels lie; -1 stands for padding. Of the sums, one for each of ``rows`` (a, kernel
    rows) and ``columns`` (b, kernel columns), these are the places of the values in the window.
    """

    down: Ints
    across: Ints
    rows: Ints
    columns: Ints


def cells(
    x: Floats, chosen: Chosen, weights: Floats, scales: Floats, fills: Floats, out: Floats, *,
    channel: int = 0, loops: Loops | None = None,
) -> None:  # fmt: skip
    """One filter at chosen windows: ``out`` (maps, a, b, n, m) in the sums' type, m at least `RUN`.

    ``x`` is a picture (H, W, C) in the type it came in. ``weights`` are (channels, kernel rows, kernel
    columns), for all channels of the picture or for the one that is ``channel``; row sums are multiplied
    by ``scales``; ``fills`` (C,) stand in the padding. The maps are one of all channels together, or one a
    channel.
    """
    (summed, kh, kw), depth = weights.shape, x.shape[2]
    name = f"places_{x.dtype.str[1:]}_{out.dtype.str[1:]}_{depth}_{summed}"
    found = _found(loops, name, out[0].size * weights.size)
    if found is None:
        _cells_by_numpy(x, chosen, weights, scales, fills, out, channel)
        return
    high, wide, width = len(chosen.down), len(chosen.across), out.shape[-1]
    run = RUN[out.dtype.str[1:], depth]
    starts = np.minimum(np.arange(0, width, run), width - run)
    runs = chosen.across[:, starts[:, None] + np.arange(run)]
    aside = runs[0] + np.arange(wide)[:, None, None] * depth
    room_behind = runs[0].max(axis=1) + (wide + 16) * depth <= x.shape[1] * depth
    whole = (runs[0].min(axis=1) >= 0) & (runs == aside).all(axis=(0, 2)) & room_behind
    uses = np.full((high, len(chosen.rows)), -1, np.int64)
    for a, rows in enumerate(chosen.rows):
        uses[rows, a] = np.arange(kh)
    room = _aligned((wide + 16) * depth * run, out)
    sums = _aligned(out[0, :, :, 0, 0].size * summed * run, out)
    steps = [step // out.itemsize for step in out.strides]
    _call(
        found, chosen.down.shape[1], x, np.ascontiguousarray(chosen.down), chosen.across, starts, whole, room,
        sums, uses, chosen.columns * (depth * run), weights, scales, fills, out, steps[0], steps[2],
        chosen.down.shape[1], len(starts), high, wide, len(chosen.rows), len(chosen.columns), kw, kh * kw,
        width, len(out) == 1, channel,
    )  # fmt: skip


def _aligned(size: int, like: Floats) -> Floats:
    """Memory for so many numbers, aligned to a line of the cache."""
    memory = np.empty(size * like.itemsize + 64, np.uint8)
    return memory[-_at(memory) % 64 :][: size * like.itemsize].view(like.dtype)


def _cells_by_numpy(
    x: Floats, chosen: Chosen, weights: Floats, scales: Floats, fills: Floats, out: Floats, channel: int
) -> None:
    flat = x.reshape(-1)

    def value(c: int, row: int, column: int) -> Floats:
        rows, columns = chosen.down[row][:, None], chosen.across[column]
        known: Floats = flat[np.maximum(rows, 0) + np.maximum(columns, 0) + c].astype(out.dtype)
        known[(rows < 0) | (columns < 0)] = fills[c]
        return known

    def add_up(a: int, b: int, first: int, count: int) -> Floats:
        rows, columns = chosen.rows[a].tolist(), chosen.columns[b].tolist()

        def at(c: int, i: int, j: int) -> Floats:
            return value(channel + first + c, rows[i], columns[j])

        taps = weights[first : first + count]
        return _in_order(taps.shape, at, lambda *tap: taps[tap], out[0, 0, 0], scales)

    for a, b in np.ndindex(len(chosen.rows), len(chosen.columns)):
        for at in range(len(out)):
            out[at, a, b] = add_up(a, b, at, len(weights) if len(out) == 1 else 1)


def _in_order(
    shape: tuple[int, ...], value: At, weight: At, like: Floats, scales: Floats | None = None
) -> Floats:
    """Add up products of a row of weights, rows of a channel, channels; all into one array."""
    channels, rows, columns = shape
    total = np.zeros_like(like)
    product = np.empty_like(like)
    with np.errstate(all="ignore"):  # infinity minus infinity is an answer here, not a mistake
        for c in range(channels):
            channel = np.zeros_like(like)
            for i in range(rows):
                row = np.zeros_like(like)
                for j in range(columns):
                    row += np.multiply(value(c, i, j), weight(c, i, j), out=product)
                channel += row if scales is None else np.multiply(row, scales[i], out=row)
            total += channel
    return total


def _found(loops: Loops | None, name: str, multiplications: int) -> Function | None:
    if loops is None:
        loops = compiler.loops
        if not loops:
            compiler.spend(multiplications)
    return loops.get(name)


def _call(function: Function, count: int, *fields: Any) -> None:
    """Run a compiled loop over all its items; arrays among the fields become addresses."""
    numbers = [_at(one) if isinstance(one, np.ndarray) else one for one in fields]
    function((ctypes.c_int64 * len(numbers))(*numbers), 0, count)


def _at(array: Floats) -> int:
    return int(array.__array_interface__["data"][0])


def agree(made: Loops) -> bool:
    """Whether machine code and NumPy give the same bits, tried on a few numbers."""
    random = np.random.default_rng(0)

    def same(add: Callable[..., None], shape: tuple[int, ...], *given: Any, **more: Any) -> bool:
        ours, theirs = np.zeros(shape, given[-1].dtype), np.zeros(shape, given[-1].dtype)
        add(*given, ours, loops=made, **more)
        add(*given, theirs, loops={}, **more)
        return ours.tobytes() == theirs.tobytes()

    def added(kind: str) -> bool:
        x, a, b, weights = (
            random.normal(size=size).astype(kind) for size in (4000, (9, 150), (150, 43), (2, 3, 5, 27))
        )
        one = np.ascontiguousarray(weights[..., 0])
        offsets, starts = random.integers(0, 900, (2, 3, 5)), random.integers(0, 900, 11)
        regular = np.arange(3)[:, None] * 130 + np.array([0, 2, 1, 5, 9]) + np.array([[[0]], [[40]]])
        chosen = x, starts, offsets, np.arange(30, dtype=np.int64).reshape(2, 3, 5) * 27, weights
        return (
            same(lines, (5, 121), x, 7, 130, offsets, one)
            and same(lines, (5, 121), x, 7, 130, regular, one, paired=True)
            and same(filters, (11, 27), *chosen)
            and same(filters, (11, 27), *chosen, own=True)
            and same(product, (9, 43), a, b)
        )

    def looked(raw: str, kind: str, channels: int, summed: int, maps: int) -> bool:
        x = random.uniform(0, 250, (40, 90, channels)).astype(raw)
        down = np.maximum(random.integers(-3, 40, (4, 6)) * (90 * channels), -1)
        across = (random.integers(0, 60, 70) + np.arange(7)[:, None]) * channels
        across[2, 20] = -1
        chosen = Chosen(down, across, np.array([[0, 1, 2], [1, 2, 3]]), np.array([[0, 2, 4], [1, 3, 6]]))
        numbers = (random.normal(size=size).astype(kind) for size in ((summed, 3, 3), 3, channels))
        return same(cells, (maps, 2, 2, 6, 70), x, chosen, *numbers, channel=channels - summed)

    types = (("u1", "f4"), ("u2", "f4"), ("f4", "f4"), ("f8", "f8"))
    sizes = ((1, 1, 1), (3, 3, 1), (3, 3, 3), (3, 1, 1))
    return all(map(added, ("f4", "f8"))) and all(looked(*kinds, *size) for kinds in types for size in sizes)


compiler = Compiler(agree)
"""The one of this process."""

if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=compiler.in_a_child)
