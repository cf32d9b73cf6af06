"""``convviz kernels``: the library, or one of its kernels as it can be pasted elsewhere."""

from __future__ import annotations

import argparse

from convviz.cli.options import kernel
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.library import LIBRARY

_MOST_ON_A_LINE = 25


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="NAME", help="show the weights of this one")


def run(options: argparse.Namespace) -> None:
    """Print a line for every kernel, or the weights of one."""
    if options.name is None:
        for key, entry in LIBRARY.items():
            print(_line(key, entry.kernel))
        return
    chosen = kernel(options.name)
    print(_aligned(chosen))
    if chosen.divisor != 1:
        print(f"# divisor {chosen.divisor:g}")


def _line(key: str, chosen: Kernel) -> str:
    weights = chosen.to_text(" ").replace("\n", "; ") if chosen.taps <= _MOST_ON_A_LINE else "..."
    divisor = f"/ {chosen.divisor:g}" if chosen.divisor != 1 else ""
    return f"{key:<20}{chosen.rows}x{chosen.columns}  {divisor:<7}{weights}"


def _aligned(chosen: Kernel) -> str:
    rows = [line.split("\t") for line in chosen.to_text().splitlines()]
    width = max(len(cell) for row in rows for cell in row)
    return "\n".join(" ".join(cell.rjust(width) for cell in row) for row in rows)
