"""The three ways of adding up, each as machine code where it is ready and by NumPy where it is not.

Both give the same bits: NumPy multiplies and adds whole arrays at a time, in the same order.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from convviz.core.sums.native import Function, compiler

Floats: TypeAlias = NDArray[Any]
Ints: TypeAlias = NDArray[np.int64]
Loops: TypeAlias = Mapping[str, Function]
At: TypeAlias = Callable[[int, int, int], Any]

RUN = 16
"""How many chosen cells machine code takes side by side."""

LINES = 1 << 19
"""Bytes of filters' weights that are kept close at hand while all windows use them."""

SOME = 64
"""Filters' weights that are used at a time, at the least."""

WORD = 4
"""Bytes that are read at a time where pixels are bytes of three channels."""


def lines(
    x: Floats, start: int, step: int, offsets: Ints, weights: Floats, out: Floats, loops: Loops | None = None
) -> None:
    """One filter over lines of outputs: ``out`` (lines, width), in the type of ``x`` and ``weights``.

    ``offsets`` and ``weights`` are (channels, rows, columns). Output ``c`` of line ``r`` multiplies
    ``x[start + r * step + c + offset]`` for every offset; ``x`` counts as one long line.
    """
    found = _found(loops, "lines_" + out.dtype.str[1:], out.size * weights.size)
    size = x.itemsize
    if found is not None:
        source, apart = _at(x) + start * size, out.strides[0] // size
        _call(found, len(out), source, step, offsets, weights, out, apart, *weights.shape, out.shape[1])
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


def cells(
    x: Floats, down: Ints, across: Ints, weights: Floats, scales: Floats, fills: Floats, out: Floats, *,
    loops: Loops | None = None,
) -> None:  # fmt: skip
    """One filter at the crossings of chosen rows and columns: ``out`` (maps, n, m) in the sums' type.

    ``x`` is a picture in the type it came in. ``down`` (kernel rows, n) says where in it each row
    begins, ``across`` (kernel columns, m) how far from there a pixel's first channel lies; -1 stands for
    ``fills`` (channels,). ``weights`` are (channels, kernel rows, kernel columns); row sums are multiplied
    by ``scales``. The maps are one of all channels together, or one a channel.
    """
    channels, high, wide = weights.shape
    name = f"places_{x.dtype.str[1:]}_{out.dtype.str[1:]}_{channels}"
    found = _found(loops, name, out[0].size * weights.size)
    if found is not None:
        together, apart = len(out) == 1, out.strides[0] // out.itemsize
        whole = _whole_runs(x, down, across)
        _call(found, down.shape[1], x, down, across, whole, weights, scales, fills, out, apart,
              high, wide, down.shape[1], across.shape[1], together)  # fmt: skip
        return
    flat = x.reshape(-1)

    def value(c: int, i: int, j: int) -> Floats:
        rows, columns = down[i][:, None], across[j]
        known: Floats = flat[np.maximum(rows, 0) + np.maximum(columns, 0) + c].astype(out.dtype)
        known[(rows < 0) | (columns < 0)] = fills[c]
        return known

    def one(channel: int) -> Floats:
        shape = (1, high, wide)
        return _in_order(
            shape, lambda c, *at: value(channel, *at), lambda c, *at: weights[channel][at], out[0], scales
        )

    if len(out) == channels > 1:
        for channel in range(channels):
            out[channel] = one(channel)
    else:
        out[0] = _in_order(weights.shape, value, lambda *tap: weights[tap], out[0], scales)


def _whole_runs(x: Floats, down: Ints, across: Ints) -> NDArray[np.bool_]:
    """For every run of cells: no padding in it, and a word's reading stays in the picture."""
    runs = across[:, : across.shape[1] // RUN * RUN].reshape(len(across), -1, RUN)
    last = x.size - WORD - int(down.max(initial=0))
    return np.ascontiguousarray(
        (runs.min(axis=(0, 2), initial=0) >= 0) & (runs.max(axis=(0, 2), initial=0) <= last)
    )


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

    def same(add: Callable[[Floats, Loops], None], shape: tuple[int, ...], kind: str) -> bool:
        ours, theirs = np.zeros(shape, kind), np.zeros(shape, kind)
        add(ours, made)
        add(theirs, {})
        return ours.tobytes() == theirs.tobytes()

    def tried(kind: str) -> bool:
        x = random.normal(size=4000).astype(kind)
        weights = random.normal(size=(2, 3, 5, 27)).astype(kind)
        offsets = random.integers(0, 900, (2, 3, 5))
        starts = random.integers(0, 900, 11)
        begins = np.arange(30, dtype=np.int64).reshape(2, 3, 5) * 27
        one = np.ascontiguousarray(weights[..., 0])
        return (
            same(lambda out, f: lines(x, 7, 130, offsets, one, out, f), (5, 121), kind)
            and same(
                lambda out, f: filters(x, starts, offsets, begins, weights, out, loops=f), (11, 27), kind
            )
            and same(
                lambda out, f: filters(x, starts, offsets, begins, weights, out, own=True, loops=f),
                (11, 27),
                kind,
            )
        )

    def multiplied(kind: str) -> bool:
        a, b = random.normal(size=(9, 150)).astype(kind), random.normal(size=(150, 43)).astype(kind)
        return same(lambda out, f: product(a, b, out, loops=f), (9, 43), kind)

    def looked(raw: str, kind: str, channels: int, maps: int) -> bool:
        x = (random.uniform(0, 250, 40 * 50 * channels)).astype(raw)
        down, across = random.integers(-1, 40, (3, 6)), random.integers(-1, 50, (5, 40))
        across[:, :RUN] = np.abs(across[:, :RUN])
        down, across = (
            np.where(one < 0, -1, one * step) for one, step in ((down, 50 * channels), (across, channels))
        )
        weights, scales = (
            random.normal(size=(channels, 3, 5)).astype(kind),
            random.normal(size=3).astype(kind),
        )
        fills = random.normal(size=channels).astype(kind)
        return same(
            lambda out, f: cells(x, down, across, weights, scales, fills, out, loops=f), (maps, 6, 40), kind
        )

    types = (("u1", "f4"), ("u2", "f4"), ("f4", "f4"), ("f8", "f8"))
    return all(tried(kind) and multiplied(kind) for kind in ("f4", "f8")) and all(
        looked(raw, kind, channels, maps)
        for raw, kind in types
        for channels, maps in ((1, 1), (3, 1), (3, 3))
    )
