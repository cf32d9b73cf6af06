"""Writing one loop for LLVM: numbers of its table, loops, vectors; and the text of a module of loops."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from llvmlite import ir

INT, BYTE, POINTER = ir.IntType(64), ir.IntType(8), ir.PointerType()
FLOATS = {"f4": ir.FloatType(), "f8": ir.DoubleType()}


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

    def index(self, address: Any, at: Any) -> Any:
        """An item of an array of whole numbers."""
        return self.read(address, at, INT, align=8)

    def number(self, address: Any, index: Any, lanes: int = 1) -> Any:
        """A number of the sums' own type, or a vector of them."""
        return self.read(address, index, self.kind, lanes, self.size)

    def write(self, value: Any, address: Any, index: Any) -> None:
        self.b.store(value, self.at(address, index, self.kind), align=self.size)

    def place(self, index: Any, step: Any, offset: Any) -> Any:
        """index * step + offset, in whole numbers."""
        return self.b.add(self.b.mul(index, INT(step) if isinstance(step, int) else step), offset)

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


def text_of(make: Callable[[], ir.Module]) -> str:
    """The text of a module. The garbage collector never sees its thousands of parts in reference cycles.

    It would walk through them with the interpreter's lock held and stop the window for a tenth of a
    second; so it is off meanwhile, and the cycles are broken here.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        module = make()
        text = str(module)
        for function in module.functions:
            for block in function.blocks:
                for part in block.instructions:
                    part.__dict__.clear()
                block.__dict__.clear()
            function.__dict__.clear()
        module.__dict__.clear()
        return text
    finally:
        if collects:
            gc.enable()
