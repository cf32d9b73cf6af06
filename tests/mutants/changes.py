"""The small changes that a file of Python can be given, one at a time.

Each stands for a slip that people make: a comparison turned or one off, rows for columns, ``and`` for
``or``, a line forgotten. Names, texts and types are left alone: the first two are read by people, the
third by mypy.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

COMPARISONS: dict[type[ast.cmpop], tuple[str, tuple[str, ...]]] = {
    ast.Lt: ("<", ("<=", ">")),
    ast.LtE: ("<=", ("<", ">=")),
    ast.Gt: (">", (">=", "<")),
    ast.GtE: (">=", (">", "<=")),
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: (r"is\s+not", ("is",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: (r"not\s+in", ("in",)),
}
ARITHMETIC: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "+"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
}
PAIRS = "rows/columns row/column height/width top/bottom left/right before/after min/max minimum/maximum x/y"
PARTNERS = {
    one: other for a, b in (pair.split("/") for pair in PAIRS.split()) for one, other in ((a, b), (b, a))
}


@dataclass(frozen=True)
class Change:
    """One change: the bytes from ``start`` to ``end`` of the file become ``new``."""

    line: int
    kind: str
    start: int
    end: int
    new: bytes

    def apply(self, source: bytes) -> bytes:
        """The whole file with this change."""
        return source[: self.start] + self.new + source[self.end :]


def changes(source: bytes) -> list[Change]:
    """All changes of a file, in the order of its lines.

    >>> source = b"def area(rows, columns):\\n    return rows * columns\\n"
    >>> [one.apply(source).splitlines()[1].strip().decode() for one in changes(source)]
    ['return columns * columns', 'return rows + columns', 'return rows * rows']
    """
    finder = _Finder(source)
    return sorted(finder.found(), key=lambda one: (one.line, one.start, one.end))


class _Finder:
    def __init__(self, source: bytes) -> None:
        self._source = source
        self._starts = [0]
        for line in source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def found(self) -> Iterator[Change]:
        for node in _nodes(ast.parse(self._source)):
            if not isinstance(node, ast.expr) or self._stands_there(node):
                yield from self._of(node)

    def _stands_there(self, node: ast.expr) -> bool:
        """Before Python 3.12 the places of what stands in an f-string are wrong in places."""
        text = self._source[self._at(node) : self._end(node)].decode(errors="replace")
        try:
            return ast.unparse(ast.parse(f"({text})", mode="eval")) == ast.unparse(node)
        except SyntaxError:
            return isinstance(node, ast.Slice | ast.Starred)

    def _of(self, node: ast.AST) -> Iterator[Change]:
        match node:
            case ast.Compare():
                yield from self._comparison(node)
            case ast.BinOp(left, op, right) if type(op) in ARITHMETIC and not (_text(left) or _text(right)):
                old, new = ARITHMETIC[type(op)]
                yield from self._between(left, right, re.escape(old), new, "arithmetic")
            case ast.BoolOp(op, values):
                old, new = ("and", "or") if isinstance(op, ast.And) else ("or", "and")
                for left, right in zip(values, values[1:], strict=False):
                    yield from self._between(left, right, old, new, "and / or")
            case ast.UnaryOp(ast.Not(), operand):
                yield self._span(node, self._at(node), self._at(operand), "", "not removed")
            case ast.If(test) | ast.IfExp(test):
                yield self._whole(test, "True", "condition always true")
                yield self._whole(test, "False", "condition always false")
            case ast.While(test):
                yield self._whole(test, "False", "condition always false")
            case ast.comprehension(ifs=tests):
                for test in tests:
                    yield self._whole(test, "True", "condition always true")
            case ast.Name(id=name) | ast.Attribute(attr=name) if isinstance(node.ctx, ast.Load):
                yield from self._swapped(node, name)
            case ast.Subscript(slice=ast.Constant(value=0 | 1 as index)) if isinstance(index, int):
                yield self._whole(node.slice, str(1 - index), "[0] for [1]")
            case ast.Slice(lower, upper):
                for bound in filter(None, (lower, upper)):
                    yield self._whole(bound, "", "slice without its bound")
            case ast.Constant(value=bool() | complex()):
                return
            case ast.Constant(value=int() | float() as number):
                yield self._whole(node, repr(number + 1), "number + 1")
            case ast.stmt():
                yield from self._statement(node)

    def _comparison(self, node: ast.Compare) -> Iterator[Change]:
        values = [node.left, *node.comparators]
        for op, left, right in zip(node.ops, values, values[1:], strict=False):
            old, news = COMPARISONS[type(op)]
            for new in news:
                yield from self._between(left, right, old, new, "comparison")

    def _statement(self, node: ast.stmt) -> Iterator[Change]:
        match node:
            case ast.Expr(ast.Call(func)) if not ast.unparse(func).startswith("super()"):
                connects = isinstance(func, ast.Attribute) and func.attr == "connect"
                yield self._whole(node, "pass", "connect removed" if connects else "statement removed")
            case ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break():
                yield self._whole(node, "pass", "statement removed")
            case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
                yield self._whole(node, "pass", "statement removed")
            case ast.FunctionDef(body=body, returns=ast.Constant(value=None)):
                first = body[1] if len(body) > 1 and ast.get_docstring(node) is not None else body[0]
                if not isinstance(first, ast.Pass) and not _text(getattr(first, "value", None)):
                    new = "return\n" + " " * first.col_offset
                    yield self._span(first, self._at(first), self._at(first), new, "returns at once")

    def _swapped(self, node: ast.Name | ast.Attribute, name: str) -> Iterator[Change]:
        partner = PARTNERS.get(name)
        if partner and re.search(rb"\b%s\b" % partner.encode(), self._source):
            end = self._end(node)
            yield self._span(node, end - len(name), end, partner, f"{partner} for {name}")

    def _between(self, left: ast.expr, right: ast.expr, old: str, new: str, kind: str) -> Iterator[Change]:
        start = self._end(left)
        if found := re.search(old.encode(), self._source[start : self._at(right)]):
            yield self._span(left, start + found.start(), start + found.end(), new, kind)

    def _whole(self, node: ast.expr | ast.stmt, new: str, kind: str) -> Change:
        return self._span(node, self._at(node), self._end(node), new, kind)

    def _span(self, node: ast.expr | ast.stmt, start: int, end: int, new: str, kind: str) -> Change:
        return Change(node.lineno, kind, start, end, new.encode())

    def _at(self, node: ast.expr | ast.stmt) -> int:
        return self._starts[node.lineno - 1] + node.col_offset

    def _end(self, node: ast.expr | ast.stmt) -> int:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._starts[node.end_lineno - 1] + node.end_col_offset


def _nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Everything that runs: no annotation, decorator, assertion or import for types alone."""
    if isinstance(node, ast.Assert) or (
        isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
    ):
        return
    yield node
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        if isinstance(node, ast.Subscript) and field == "slice" and _zero_or_one(value):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _nodes(child)


def _text(node: ast.AST | None) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _zero_or_one(node: object) -> bool:
    return isinstance(node, ast.Constant) and node.value in (0, 1)
