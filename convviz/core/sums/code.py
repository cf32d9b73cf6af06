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
from contextlib import contextmanager
from typing import Any

from llvmlite import ir

INT, BYTE, POINTER = ir.IntType(64), ir.IntType(8), ir.PointerType()
FLOATS = {"f4": ir.FloatType(), "f8": ir.DoubleType()}
RAW = {"u1": BYTE, "u2": ir.IntType(16), **FLOATS}

LINES = "x line_step offsets weights out out_step channels rows columns width".split()
FILTERS = "x starts offsets lanes weights out out_step channels rows columns width".split()
PLACES = "x down across whole weights scales fills out map_step rows columns high width together".split()
CELLS = 16
"""How many chosen cells `places` takes side by side."""


class Loop:
    """Writes one function: numbers of its table, loops, vectors of ``kind`` ("f4" or "f8")."""

    def __init__(self, module: ir.Module, name: str, fields: Sequence[str], kind: str) -> None:
        self.kind, self.size = FLOATS[kind], int(kind[1])
        function = ir.Function(module, ir.FunctionType(ir.VoidType(), [POINTER, INT, INT]), name)
        table, self.first, self.last = function.args
        self.b = ir.IRBuilder(function.append_basic_block())
        for at, field in enumerate(fields):
            setattr(self, field, self.read(table, at, INT))

    def __getattr__(self, name: str) -> Any:  # the fields of the table
        raise AttributeError(name)

    def at(self, address: Any, index: Any, kind: Any) -> Any:
        """The address of an item of an array; arrays are addresses, as numbers or pointers."""
        if address.type == INT:
            address = self.b.inttoptr(address, POINTER)
        return self.b.gep(address, [INT(index) if isinstance(index, int) else index], source_etype=kind)

    def read(self, address: Any, index: Any, kind: Any, lanes: int = 1, align: int = 1) -> Any:
        """One item of an array, or as many as there are lanes."""
        wide = ir.VectorType(kind, lanes) if lanes > 1 else kind
        return self.b.load(self.at(address, index, kind), align=align, typ=wide)

    def number(self, address: Any, index: Any) -> Any:
        """A number of the sums' own type."""
        return self.read(address, index, self.kind, align=self.size)

    def write(self, value: Any, address: Any, index: Any) -> None:
        self.b.store(value, self.at(address, index, self.kind), align=self.size)

    def splat(self, value: Any, lanes: int) -> Any:
        """The same number in every lane."""
        if lanes == 1:
            return value
        wide = ir.VectorType(value.type, lanes)
        one = self.b.insert_element(wide(ir.Undefined), value, ir.IntType(32)(0))
        first = ir.VectorType(ir.IntType(32), lanes)([0] * lanes)
        return self.b.shuffle_vector(one, wide(ir.Undefined), first)

    def variable(self, value: Any) -> Any:
        """A place for a number or vector that changes; LLVM keeps it in a register."""
        with self.b.goto_entry_block():
            place = self.b.alloca(value.type)
        self.b.store(value, place)
        return place

    def zero(self, lanes: int) -> Any:
        """A sum of nothing, +0 in every lane."""
        return self.variable(self.splat(self.kind(0.0), lanes))

    def get(self, place: Any) -> Any:
        """What a variable holds."""
        return self.b.load(place, typ=place.allocated_type)

    def add(self, place: Any, value: Any) -> None:
        """Add a number or vector to a variable."""
        plus = self.b.add if value.type == INT else self.b.fadd
        self.b.store(plus(self.get(place), value), place)

    @contextmanager
    def each(self, start: Any, stop: Any, step: int = 1) -> Iterator[Any]:
        """Go through start, start + step, ... while a whole step fits below ``stop``; gives the number."""
        index = self.variable(INT(start) if isinstance(start, int) else start)
        with self.going_on(index, stop, step) as number:
            yield number

    @contextmanager
    def going_on(self, index: Any, stop: Any, step: int) -> Iterator[Any]:
        """The same from where the variable ``index`` stands."""
        check, body, after = (self.b.append_basic_block() for _ in range(3))
        self.b.branch(check)
        self.b.position_at_end(check)
        number = self.get(index)
        self.b.cbranch(self.b.icmp_signed("<=", self.b.add(number, INT(step)), stop), body, after)
        self.b.position_at_end(body)
        yield number
        self.add(index, INT(step))
        self.b.branch(check)
        self.b.position_at_end(after)

    def cover(self, width: Any, sizes: Sequence[int], body: Callable[[Any, int], None]) -> None:
        """Cover a width with runs of lanes, the largest first: ``body(start, lanes)`` for each."""
        index = self.variable(INT(0))
        for lanes in sizes:
            with self.going_on(index, width, lanes) as start:
                body(start, lanes)

    def end(self) -> None:
        self.b.ret_void()


def lines(module: ir.Module, kind: str, sizes: Sequence[int]) -> None:
    """One filter over the lines of a map: lanes are neighbouring outputs of a line.

    ``offsets`` (channels x rows x columns) say how far each weight's value lies from an output's own
    place in ``x``; ``line_step`` and ``out_step`` lead from one line to the next.
    """
    f = Loop(module, f"lines_{kind}", LINES, kind)
    with f.each(f.first, f.last) as line:
        source = f.at(f.x, f.b.mul(line, f.line_step), f.kind)
        target = f.at(f.out, f.b.mul(line, f.out_step), f.kind)

        def body(column: Any, lanes: int) -> None:
            here = f.at(source, column, f.kind)

            def value(tap: Any) -> list[Any]:
                return [f.read(here, f.read(f.offsets, tap, INT, align=8), f.kind, lanes, f.size)]

            def weight(tap: Any) -> Any:
                return f.splat(f.number(f.weights, tap), lanes)

            (total,) = _sums(f, lanes, 1, value, weight)
            f.write(total, target, column)

        f.cover(f.width, sizes, body)
    f.end()


def filters(module: ir.Module, kind: str, sizes: Sequence[int], *, own: bool) -> None:
    """Many filters at chosen windows: lanes are neighbouring filters.

    ``starts`` says where each window begins in ``x``, ``lanes`` (a number for each weight of one filter)
    where the line of all filters' weights begins. With ``own`` every filter has a channel of its own,
    and these lie side by side in ``x``.
    """
    f = Loop(module, f"{'own' if own else 'filters'}_{kind}", FILTERS, kind)

    def several(first: Any, lanes: int, windows: int, window: Any) -> None:
        begins = []
        for more in range(windows):
            start = f.read(f.starts, f.b.add(window, INT(more)), INT, align=8)
            begins.append(f.at(f.x, f.b.add(start, first) if own else start, f.kind))

        def values(tap: Any) -> list[Any]:
            offset = f.read(f.offsets, tap, INT, align=8)
            if own:
                return [f.read(begin, offset, f.kind, lanes, f.size) for begin in begins]
            return [f.splat(f.number(begin, offset), lanes) for begin in begins]

        def weight(tap: Any) -> Any:
            line = f.at(f.weights, f.read(f.lanes, tap, INT, align=8), f.kind)
            return f.read(line, first, f.kind, lanes, f.size)

        for more, total in enumerate(_sums(f, lanes, windows, values, weight)):
            line = f.at(f.out, f.b.mul(f.b.add(window, INT(more)), f.out_step), f.kind)
            f.write(total, line, first)

    def body(first: Any, lanes: int) -> None:
        window = f.variable(f.first)
        for windows in (4, 1):
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


def _wide(f: Loop, lanes: int) -> Any:
    return ir.VectorType(f.kind, lanes) if lanes > 1 else f.kind


def places(module: ir.Module, raw: str, kind: str, channels: int) -> None:
    """One filter at chosen rows and columns of a picture in the type it came in.

    ``down`` (rows x high) and ``across`` (columns x width) say where the values of each weight lie: how
    far from the picture's beginning a row, from a row's beginning a pixel; -1 stands for the padding's
    constant in ``fills``. ``whole`` tells of every run of `CELLS` columns whether no -1 is in it and
    whether reading a few bytes beyond its pixels is safe. Row sums are multiplied by ``scales``.
    ``together`` adds the channels up; otherwise each has a map of its own, ``map_step`` apart.
    """
    f = Loop(module, f"places_{raw}_{kind}_{channels}", PLACES, kind)
    taps = f.b.mul(f.rows, f.columns)

    def body(row: Any, column: Any, lanes: int) -> None:
        sums = [f.zero(lanes) for _ in range(channels)]
        with f.each(0, f.rows) as i:
            parts = [f.zero(lanes) for _ in range(channels)]
            begin = f.read(f.down, f.b.add(f.b.mul(i, f.high), row), INT, align=8)
            line = f.at(f.x, begin, RAW[raw])
            outside = f.b.icmp_signed("<", begin, INT(0))

            def step(j: Any, values: list[Any]) -> None:
                tap = f.b.add(f.b.mul(i, f.columns), j)
                for channel, value in enumerate(values):
                    factor = f.number(f.weights, f.b.add(f.b.mul(INT(channel), taps), tap))
                    f.add(parts[channel], f.b.fmul(f.splat(factor, lanes), value))

            fill = [f.splat(f.number(f.fills, c), lanes) for c in range(channels)]
            with f.b.if_else(outside) as (padding, inside):
                with padding, f.each(0, f.columns) as j:
                    step(j, fill)
                with inside, f.each(0, f.columns) as j:
                    table = f.at(f.across, f.b.add(f.b.mul(j, f.width), column), INT)
                    step(j, _pixels(f, line, table, raw, channels, lanes, fill))
            scale = f.splat(f.number(f.scales, i), lanes)
            for place, part in zip(sums, parts, strict=True):
                f.add(place, f.b.fmul(scale, f.get(part)))
        cell = f.b.add(f.b.mul(row, f.width), column)
        found = [f.get(place) for place in sums]
        with f.b.if_else(f.b.icmp_signed("!=", f.together, INT(0))) as (joined, single):
            with joined:
                total = f.splat(f.kind(0.0), lanes)
                for value in found:
                    total = f.b.fadd(total, value)
                f.write(total, f.out, cell)
            with single:
                for channel, value in enumerate(found):
                    f.write(value, f.out, f.b.add(f.b.mul(INT(channel), f.map_step), cell))

    with f.each(f.first, f.last) as row:
        column = f.variable(INT(0))
        with f.going_on(column, f.width, CELLS) as start:
            flag = f.read(f.whole, f.b.udiv(start, INT(CELLS)), BYTE)
            with f.b.if_else(f.b.icmp_signed("!=", flag, BYTE(0))) as (all_inside, some_outside):
                with all_inside:
                    body(row, start, CELLS)
                with some_outside, f.each(start, f.b.add(start, INT(CELLS))) as one:
                    body(row, one, 1)
        with f.going_on(column, f.width, 1) as one:
            body(row, one, 1)
    f.end()


def _pixels(
    f: Loop, line: Any, table: Any, raw: str, channels: int, lanes: int, fill: list[Any]
) -> list[Any]:
    """The values of chosen pixels of a line, for each channel, as numbers of the sums' type."""
    if lanes == 1:
        return _pixel(f, line, f.read(table, 0, INT, align=8), raw, channels, fill)
    if raw == "u1" and channels == 3:
        return _colours(f, line, table, lanes)
    found = [ir.VectorType(RAW[raw], lanes)(ir.Undefined) for _ in range(channels)]
    for lane in range(lanes):
        place = f.read(table, lane, INT, align=8)
        for channel in range(channels):
            one = f.read(line, f.b.add(place, INT(channel)), RAW[raw], align=f.size if raw[0] == "f" else 1)
            found[channel] = f.b.insert_element(found[channel], one, ir.IntType(32)(lane))
    return [_number(f, value, raw, lanes) for value in found]


def _pixel(f: Loop, line: Any, place: Any, raw: str, channels: int, fill: list[Any]) -> list[Any]:
    """One pixel's values, or the padding's."""
    outside = f.b.icmp_signed("<", place, INT(0))
    safe = f.b.select(outside, INT(0), place)
    found = []
    for channel in range(channels):
        value = _number(f, f.read(line, f.b.add(safe, INT(channel)), RAW[raw]), raw, 1)
        found.append(f.b.select(outside, fill[channel], value))
    return found


def _colours(f: Loop, line: Any, table: Any, lanes: int) -> list[Any]:
    """Red, green and blue bytes of chosen pixels: four bytes are read at once."""
    word = ir.IntType(32)
    wide = ir.VectorType(word, lanes)
    four = wide(ir.Undefined)
    for lane in range(lanes):
        one = f.b.load(f.at(line, f.read(table, lane, INT, align=8), BYTE), align=1, typ=word)
        four = f.b.insert_element(four, one, word(lane))
    low = f.splat(word(255), lanes)
    parts = [f.b.and_(f.b.lshr(four, f.splat(word(8 * channel), lanes)), low) for channel in range(3)]
    return [f.b.sitofp(part, _wide(f, lanes)) for part in parts]


def _number(f: Loop, value: Any, raw: str, lanes: int) -> Any:
    """A value of the picture as a number of the sums' type."""
    wide = _wide(f, lanes)
    if raw[0] == "u":
        return f.b.uitofp(value, wide)
    return value if RAW[raw] == f.kind else f.b.fpext(value, wide)


def modules(wide: bool) -> Iterator[ir.Module]:
    """All loops, a few at a time; ``wide`` for processors with vectors of 512 bits."""
    for kind, share in (("f4", 1), ("f8", 2)):
        made = ir.Module(f"sums_{kind}")
        most = (32 if wide else 16) // share
        lines(made, kind, (2 * most, 16 // share, 4, 1))
        for own in (False, True):
            filters(made, kind, tuple(n for n in (32, 16, 8, 4, 2, 1) if n <= most), own=own)
        yield made
    for raw, kind in (("u1", "f4"), ("u2", "f4"), ("f4", "f4"), ("f8", "f8")):
        made = ir.Module(f"places_{raw}")
        for channels in (1, 3):
            places(made, raw, kind, channels)
        yield made
