"""The loops that add up products, written for LLVM, which makes machine code of them.

Three loops, all with the same order of addition (see `convviz.core.sums`): `lines` has one filter and
neighbouring outputs side by side in a vector, `filters` has neighbouring filters side by side, and
`places` has chosen cells. Vectors only put independent sums side by side; no sum is ever split or
reordered, and every product is rounded before it is added, so all processors give the same bits.

Every loop is a C function ``void (int64 *table, int64 first, int64 last)``: it works on the items
``first`` to ``last`` - 1 of what the table describes. Tables are lists of addresses and counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from llvmlite import ir

from convviz.core.sums.job import RUN
from convviz.core.sums.writer import BYTE, FLOATS, INT, POINTER, Loop, text_of

RAW = {"u1": BYTE, "u2": ir.IntType(16), **FLOATS}

LINES = "x line_step offsets weights out out_step channels rows columns width paired".split()
FILTERS = "x starts offsets lanes weights out out_step channels rows columns width".split()
PLACES = (
    "x down across starts whole room sums uses offsets weights scales fills out map_step cell_step down_step "
    "runs high wide deep broad columns taps width together channel"
).split()


def lines(module: ir.Module, kind: str, sizes: Sequence[int]) -> None:
    """One filter over the lines of a map: lanes are neighbouring outputs of a line.

    ``offsets`` (channels x rows x columns) say how far each weight's value lies from an output's own
    place in ``x``; ``line_step`` and ``out_step`` lead from one line to the next. Where that is also the
    step from one row of the kernel to the next (``paired``), two lines read their common rows once.
    """
    f = Loop(module, f"lines_{kind}", LINES, kind)

    def value(here: Any, tap: Any, lanes: int) -> Any:
        return f.number(here, f.index(f.offsets, tap), lanes)

    def weight(tap: Any, lanes: int) -> Any:
        return f.splat(f.number(f.weights, tap), lanes)

    def place(line: Any, column: Any) -> tuple[Any, Any]:
        source = f.at(f.x, f.place(line, f.line_step, column), f.kind)
        return source, f.at(f.out, f.place(line, f.out_step, column), f.kind)

    def one(line: Any, column: Any, lanes: int) -> None:
        source, target = place(line, column)
        (total,) = _sums(f, lanes, 1, lambda tap: [value(source, tap, lanes)], lambda tap: weight(tap, lanes))
        f.write(total, target, 0)

    def two(line: Any, column: Any, lanes: int) -> None:
        (upper, first), (lower, second) = (place(f.b.add(line, INT(n)), column) for n in (0, 1))
        totals = [f.zero(lanes), f.zero(lanes)]
        row_of = f.variable(INT(0))  # the number of a row's first weight

        def add_row(sums: list[Any], here: Any) -> None:
            """Add a row of the kernel to the upper line's sum, and the one before it to the lower's."""
            row, start = [f.zero(lanes) for _ in sums], f.get(row_of)
            with f.each(0, f.columns) as j:
                tap = f.b.add(start, j)
                read = value(here, tap, lanes)
                for n, part in enumerate(row):
                    before = f.b.sub(tap, f.b.mul(f.columns, INT(n)))
                    f.add(part, f.b.fmul(weight(before, lanes), read))
            _add_all(f, sums, row)
            f.add(row_of, f.columns)

        with f.each(0, f.channels):
            sums = [f.zero(lanes), f.zero(lanes)]
            add_row(sums[:1], upper)
            with f.each(1, f.rows):
                add_row(sums, upper)
            f.add(row_of, f.b.neg(f.columns))
            add_row(sums[1:], lower)
            _add_all(f, totals, sums)
        f.write(f.get(totals[0]), first, 0)
        f.write(f.get(totals[1]), second, 0)

    line = f.variable(f.first)
    paired = f.b.select(f.b.icmp_signed("!=", f.paired, INT(0)), f.last, f.first)
    for body, count, stop in ((two, 2, paired), (one, 1, f.last)):
        with f.going_on(line, stop, count) as number:
            f.cover(f.width, sizes, partial(body, number))
    f.end()


def filters(module: ir.Module, name: str, kind: str, sizes: Sequence[int]) -> None:
    """Many filters at chosen windows: lanes are neighbouring filters.

    ``starts`` says where each window begins in ``x``, ``lanes`` (a number for each weight of one filter)
    where the line of all filters' weights begins. In "own" every filter has a channel of its own,
    and these lie side by side in ``x``. In "flat" windows have one cell, and the sums are added to what
    stands in ``out``.
    """
    f = Loop(module, f"{name}_{kind}", FILTERS, kind)

    def several(first: Any, lanes: int, windows: int, window: Any) -> None:
        begins, lines = [], []
        for more in range(windows):
            number = f.b.add(window, INT(more))
            start = f.index(f.starts, number)
            begins.append(f.at(f.x, f.b.add(start, first) if name == "own" else start, f.kind))
            lines.append(f.at(f.out, f.b.mul(number, f.out_step), f.kind))

        def values(tap: Any) -> list[Any]:
            offset = f.index(f.offsets, tap)
            if name == "own":
                return [f.number(begin, offset, lanes) for begin in begins]
            return [f.splat(f.number(begin, offset), lanes) for begin in begins]

        def weight(tap: Any) -> Any:
            return f.number(f.at(f.weights, f.index(f.lanes, tap), f.kind), first, lanes)

        if name == "flat":
            totals = [f.variable(f.number(line, first, lanes)) for line in lines]
            with f.each(0, f.channels) as tap:
                factor = weight(tap)
                for total, value in zip(totals, values(tap), strict=True):
                    f.add(total, f.b.fmul(factor, value))
            found = [f.get(total) for total in totals]
        else:
            found = _sums(f, lanes, windows, values, weight)
        for line, total in zip(lines, found, strict=True):
            f.write(total, line, first)

    def body(first: Any, lanes: int) -> None:
        window = f.variable(f.first)
        for windows in (8, 4, 1) if lanes <= 16 else (4, 1):
            with f.going_on(window, f.last, windows) as number:
                several(first, lanes, windows, number)

    f.cover(f.width, sizes, body)
    f.end()


def _sums(
    f: Loop, lanes: int, count: int, values: Callable[[Any], list[Any]], weight: Callable[[Any], Any]
) -> list[Any]:
    """The order of addition: products of a row of weights, rows of a channel, channels."""
    totals = [f.zero(lanes) for _ in range(count)]
    tap = f.variable(INT(0))
    with f.each(0, f.channels):
        channel = [f.zero(lanes) for _ in range(count)]
        with f.each(0, f.rows):
            row = [f.zero(lanes) for _ in range(count)]
            with f.each(0, f.columns):
                number = f.get(tap)
                factor = weight(number)
                for place, value in zip(row, values(number), strict=True):
                    f.add(place, f.b.fmul(factor, value))
                f.add(tap, INT(1))
            _add_all(f, channel, row)
        _add_all(f, totals, channel)
    return [f.get(total) for total in totals]


def _add_all(f: Loop, places: list[Any], parts: list[Any]) -> None:
    for place, part in zip(places, parts, strict=True):
        f.add(place, f.get(part))


def places(module: ir.Module, raw: str, kind: str, channels: int, summed: int) -> None:
    """One filter at chosen windows of a picture in the type it came in; lanes are chosen columns.

    Windows are ``high`` x ``wide``: ``down`` (high, rows) says where in the picture each of their rows
    begins, ``across`` (wide, columns) how far from there a pixel lies; -1 stands for the padding's constant
    in ``fills``. In each window begin ``deep`` x ``broad`` sums. ``uses`` (high x deep) tells which row of
    the kernel a row of the window meets, or -1; ``offsets`` (broad x kernel columns) where in ``room``, to
    which a row's values are brought, those of each weight stand. Row sums are multiplied by ``scales`` and
    added up in ``sums``. ``starts`` are the columns that runs of lanes begin with, and ``whole`` tells
    whether a run's pixels lie side by side, with some more behind them. Of the ``channels`` of a pixel,
    ``summed`` are added up, from ``channel`` on.
    """
    f = Loop(module, f"places_{raw}_{kind}_{channels}_{summed}", PLACES, kind)
    lanes = RUN[kind, channels]
    hint = ir.FunctionType(ir.VoidType(), [POINTER, *[ir.IntType(32)] * 3])
    prefetch = module.declare_intrinsic("llvm.prefetch.p0", (), hint)
    fills = [f.splat(f.number(f.fills, c), lanes) for c in range(channels)]

    def put(pixel: Any, number: int, lane: Any, value: Any) -> None:
        f.write(value, f.room, f.place(pixel, channels * lanes, f.b.add(lane, INT(number * lanes))))

    def gather(begin: Any, start: Any, flag: Any) -> None:
        line = f.at(f.x, begin, RAW[raw])
        with f.b.if_else(f.b.icmp_signed("<", begin, INT(0))) as (outside, inside):
            with outside, f.each(0, f.wide) as j:
                for c in range(channels):
                    put(j, c, INT(0), fills[c])
            with inside, f.b.if_else(f.b.icmp_signed("!=", flag, BYTE(0))) as (whole, broken):
                with whole, f.each(0, INT(lanes), 16) as lane:
                    _square(f, line, f.b.add(start, lane), raw, channels, partial(put, lane=lane))
                with broken, f.each(0, f.wide) as j, f.each(0, INT(lanes)) as lane:
                    one_by_one(line, j, f.place(j, f.width, f.b.add(start, lane)), lane)

    def one_by_one(line: Any, pixel: Any, place: Any, lane: Any) -> None:
        source = f.index(f.across, place)
        outside = f.b.icmp_signed("<", source, INT(0))
        safe = f.b.select(outside, INT(0), source)
        for c in range(channels):
            value = _number(f, f.read(line, f.b.add(safe, INT(c)), RAW[raw]), raw)
            put(pixel, c, lane, f.b.select(outside, f.number(f.fills, c), value))

    def begin_of(d: Any, row: Any) -> Any:
        inside = f.b.select(f.b.icmp_signed("<", d, f.high), d, INT(0))
        return f.index(f.down, f.place(inside, f.down_step, row))

    def fetch(begin: Any, start: Any) -> None:
        """Prefetch the next row of the windows while this one is computed; a wrong address does no harm."""
        line = f.at(f.x, begin, RAW[raw])
        with f.each(0, INT(lanes)) as lane:
            pixel = f.at(line, f.index(f.across, f.b.add(start, lane)), RAW[raw])
            f.b.call(prefetch, [pixel, *(ir.IntType(32)(n) for n in (0, 3, 1))])  # to read, keep, data

    def add_row(i: Any, cell: Any, first: Any) -> None:
        parts = [f.zero(lanes) for _ in range(summed)]
        tap = f.b.mul(i, f.columns)
        with f.each(0, f.columns) as j:
            place = f.place(f.channel, lanes, f.index(f.offsets, f.b.add(first, j)))
            for c, part in enumerate(parts):
                value = f.number(f.room, f.b.add(place, INT(c * lanes)), lanes)
                weight = f.number(f.weights, f.place(f.taps, c, f.b.add(tap, j)))
                f.add(part, f.b.fmul(f.splat(weight, lanes), value))
        scale = f.splat(f.number(f.scales, i), lanes)
        for c, part in enumerate(parts):
            at = f.place(cell, summed * lanes, INT(c * lanes))
            before = f.number(f.sums, at, lanes)
            f.write(f.b.fadd(before, f.b.fmul(scale, f.get(part))), f.sums, at)

    def store(cell: Any, target: Any) -> None:
        places = [f.place(cell, summed * lanes, INT(c * lanes)) for c in range(summed)]
        found = [f.number(f.sums, place, lanes) for place in places]
        with f.b.if_else(f.b.icmp_signed("!=", f.together, INT(0))) as (joined, single):
            with joined:
                total = f.splat(f.kind(0.0), lanes)
                for value in found:
                    total = f.b.fadd(total, value)
                f.write(total, f.out, target)
            with single:
                for c, value in enumerate(found):
                    f.write(value, f.out, f.place(f.map_step, c, target))

    cells = f.b.mul(f.deep, f.broad)
    with f.each(f.first, f.last) as row, f.each(0, f.runs) as run:
        start, flag = f.index(f.starts, run), f.read(f.whole, run, BYTE)
        with f.each(0, f.b.mul(cells, INT(summed))) as number:
            f.write(f.splat(f.kind(0.0), lanes), f.sums, f.b.mul(number, INT(lanes)))
        with f.each(0, f.high) as d:
            fetch(begin_of(f.b.add(d, INT(1)), row), start)
            gather(begin_of(d, row), start, flag)
            with f.each(0, f.deep) as a:
                i = f.index(f.uses, f.place(d, f.deep, a))
                with f.b.if_then(f.b.icmp_signed(">=", i, INT(0))), f.each(0, f.broad) as b:
                    add_row(i, f.place(a, f.broad, b), f.b.mul(b, f.columns))
        line = f.place(row, f.width, start)
        with f.each(0, cells) as cell:
            store(cell, f.place(cell, f.cell_step, line))
    f.end()


def _square(f: Loop, line: Any, start: Any, raw: str, channels: int, put: Callable[..., None]) -> None:
    """Copy the windows of 16 columns that lie in a line to the buffer, 16 values of each at a time.

    The 16 x 16 values are transposed: ``put(pixel=, number=, value=)`` gets what stands side by side.
    """
    begins = [f.at(line, f.index(f.across, f.b.add(start, INT(n))), RAW[raw]) for n in range(16)]
    pixels, size = 16 // channels, int(raw[1])
    with f.each(0, f.b.add(f.wide, INT(pixels - 1)), pixels) as pixel:
        first = f.b.mul(pixel, INT(channels))
        turned = _turned(f, [f.read(begin, first, RAW[raw], 16, size) for begin in begins])
        for number in range(pixels * channels):
            put(pixel=pixel, number=number, value=_number(f, turned[number], raw))


def _turned(f: Loop, rows: list[Any]) -> list[Any]:
    """16 rows of 16 values transposed, by interleaving the two halves of the rows four times."""
    lanes = ir.VectorType(ir.IntType(32), 16)
    masks = [lanes([n // 2 + half + 16 * (n % 2) for n in range(16)]) for half in (0, 8)]
    for _ in range(4):
        pairs = zip(rows[:8], rows[8:], strict=True)
        rows = [f.b.shuffle_vector(*pair, mask) for pair in pairs for mask in masks]
    return rows


def _number(f: Loop, value: Any, raw: str) -> Any:
    """A value or vector of the picture as one of the sums' type."""
    kind = ir.VectorType(f.kind, value.type.count) if isinstance(value.type, ir.VectorType) else f.kind
    if raw[0] == "u":
        return f.b.uitofp(value, kind)
    return value if RAW[raw] == f.kind else f.b.fpext(value, kind)


def texts(wide: bool) -> Iterator[str]:
    """All loops in several modules, the most used first; ``wide`` for processors with vectors of 512 bits."""
    for make, *words in (
        (_adding, "f4", wide), (_looking, "u1", "f4"), (_looking, "f4", "f4"),
        (_adding, "f8", wide), (_looking, "u2", "f4"), (_looking, "f8", "f8"),
    ):  # fmt: skip
        yield text_of(partial(make, *words))


def _adding(kind: str, wide: bool) -> ir.Module:
    made, share = ir.Module(f"sums_{kind}"), int(kind[1]) // 4
    most = (32 if wide else 16) // share
    lines(made, kind, (2 * most, 16 // share, 4, 1))
    for name in ("filters", "own", "flat"):
        filters(made, name, kind, tuple(n for n in (32, 16, 8, 4, 2, 1) if n <= most))
    return made


def _looking(raw: str, kind: str) -> ir.Module:
    made = ir.Module(f"places_{raw}")
    for channels, summed in ((1, 1), (3, 1), (3, 3)):
        places(made, raw, kind, channels, summed)
    return made
