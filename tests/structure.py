"""How ConvViz is built, and what one event costs in it: ``python tests/structure.py`` prints a table.

Structure (``--only structure``, a second):

- lines and files of ``convviz/``; the folder with most files, of ``convviz/`` and of ``tests/``;
- circles of imports. In every folder its files and sub-folders are taken as points, every import as an
  arrow, those under ``TYPE_CHECKING`` and inside functions too; a circle is a group of points that all
  reach each other;
- helpers that hold a page: classes of ``convviz/pages`` that keep a page object in an attribute.

Events (half a minute, in the real window, without a screen): see `structure_events`.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
PACKAGE = CHECKOUT / "convviz"


def sources(folder: Path | None = None) -> list[Path]:
    """All Python files below ``folder``, or of the whole program."""
    return sorted(path for path in (folder or PACKAGE).rglob("*.py") if "__pycache__" not in path.parts)


def lines(path: Path) -> int:
    """How many lines a file has."""
    return path.read_text(encoding="utf-8").count("\n")


def largest_folder(folder: Path) -> tuple[int, Path]:
    """The folder below ``folder`` with most Python files directly in it, and how many these are."""
    folders = {path.parent for path in sources(folder)}
    return max((len(list(one.glob("*.py"))), one) for one in folders)


def module_name(path: Path) -> str:
    """The name that a file is imported by.

    >>> module_name(PACKAGE / "core" / "__init__.py"), module_name(PACKAGE / "paths.py")
    ('convviz.core', 'convviz.paths')
    """
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports() -> dict[str, set[str]]:
    """What every module imports of ``convviz``, wherever in the file the import stands."""
    modules = {module_name(path): path for path in sources()}
    return {name: set(_imported(path, modules)) - {name} for name, path in modules.items()}


def _imported(path: Path, modules: dict[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module in modules:
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                yield name if name in modules else node.module


def circles() -> list[list[str]]:
    """The groups of files and folders of one folder that all import each other."""
    graph = imports()
    packages = {name for name in graph if any(other.startswith(name + ".") for other in graph)}
    return [circle for package in sorted(packages) for circle in _circles(_siblings(package, graph))]


def _siblings(package: str, graph: dict[str, set[str]]) -> dict[str, set[str]]:
    """The imports inside a package, between its files and sub-packages; its ``__init__`` is one of them."""

    def point(name: str) -> str:
        return package + "." + (name[len(package) + 1 :].partition(".")[0] or "__init__")

    inside = {name for name in graph if name == package or name.startswith(package + ".")}
    arrows: dict[str, set[str]] = {point(name): set() for name in inside}
    for name in inside:
        arrows[point(name)] |= {point(other) for other in graph[name] & inside} - {point(name)}
    return arrows


def _circles(arrows: dict[str, set[str]]) -> list[list[str]]:
    reached = {point: _reached(point, arrows) for point in arrows}
    groups = {
        frozenset(other for other in reached[point] if point in reached[other])
        for point in arrows
        if point in reached[point]
    }
    return sorted(map(sorted, groups))


def _reached(start: str, arrows: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(arrows[start])
    while waiting:
        point = waiting.pop()
        if point not in found:
            found.add(point)
            waiting += arrows[point]
    return found


def page_holders() -> list[str]:
    """The classes of ``convviz/pages``, other than pages, that keep a page: ``file: class``.

    A class keeps one where an attribute is called ``page`` or ``_page``, or takes a value or has a type
    that is annotated as a page.
    """
    found = []
    for path in sources(PACKAGE / "pages"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.endswith("Page") and _holds_page(node):
                found.append(f"{path.relative_to(CHECKOUT)}: {node.name}")
    return found


def _holds_page(holder: ast.ClassDef) -> bool:
    typed = {
        node.arg
        for node in ast.walk(holder)
        if isinstance(node, ast.arg) and node.annotation is not None and _names_page(node.annotation)
    }
    for node in ast.walk(holder):
        if _is_own(node, {"page", "_page"}):
            return True
        if isinstance(node, ast.AnnAssign) and _names_page(node.annotation):
            return True
        if isinstance(node, ast.Assign) and any(map(_is_own, node.targets)) and _keeps(node.value, typed):
            return True
    return False


def _keeps(value: ast.expr, names: set[str]) -> bool:
    """Whether one of the names is assigned as it is, alone or in a tuple."""
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    return any(isinstance(part, ast.Name) and part.id in names for part in parts)


def _is_own(node: ast.AST, names: set[str] | None = None) -> bool:
    """Whether this is ``self.name``, or a tuple that has one in it."""
    if isinstance(node, ast.Tuple):
        return any(_is_own(one, names) for one in node.elts)
    own = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"
    return own and (names is None or node.attr in names)  # type: ignore[attr-defined]


def _names_page(annotation: ast.expr) -> bool:
    return any(name.endswith("Page") for name in re.findall(r"\w+", ast.unparse(annotation)))


def print_structure() -> None:
    """Print the part of the table that needs no window."""
    files = sources()
    row("source lines", f"{sum(map(lines, files)):,}", "at most 46,000")
    row("source files", f"{len(files):,}", "at most 340")
    for folder in (PACKAGE, CHECKOUT / "tests"):
        count, where = largest_folder(folder)
        row(f"largest folder of {folder.name}", f"{count} ({where.relative_to(CHECKOUT)})", "13")
    found = circles()
    row("circles of imports", str(len(found)), "0")
    for circle in found:
        print("    " + " <-> ".join(circle))
    holders = page_holders()
    row("helpers that hold a page", str(len(holders)), "0")
    for holder in holders:
        print("    " + holder)


def row(title: str, value: str, goal: str) -> None:
    """Print a line of the table."""
    print(f"{title:42}{value:>44}   goal {goal}" if goal else f"{title:42}{value:>44}")


def main() -> None:
    """Print the table, or what of it was asked for."""
    parser = argparse.ArgumentParser(description="Print how ConvViz is built and what an event costs.")
    parser.add_argument("--only", choices=("structure", "events"), help="one half of the table")
    options = parser.parse_args()
    if options.only != "events":
        print_structure()
    if options.only != "structure":
        from structure_events import print_events

        print_events(row)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["LC_ALL"] = "C.UTF-8"
    sys.path.insert(0, str(CHECKOUT))
    main()
