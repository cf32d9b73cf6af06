"""How much of each layer the tests run: prints a table, and fails where a layer is below its floor.

After the tests have been run with `PYTEST_ADDOPTS="--cov --cov-append --cov-report="`:

    .venv/bin/python .ci/coverage_floors.py

A layer has two figures: the share of its statements and branches together that were run, and that of its
branches alone, in percent. What a layer gains is kept by lifting its floor.
"""

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

from coverage import Coverage

FLOORS = {
    "core": (97, 94),
    "network": (97, 94),
    "document": (96, 92),
    "film": (95, 90),
    "views": (96, 90),
    "pages": (96, 91),
    "app": (96, 91),
    "cli": (97, 95),
}
"""The least share of statements and branches together, and of branches alone; up to two percent below."""

PARTS = ("num_statements", "covered_lines", "num_branches", "covered_branches")


def counted() -> dict[str, Counter[str]]:
    """The sums of each layer: statements and branches, there and covered."""
    coverage = Coverage()
    coverage.load()
    coverage.combine()  # what processes noted that ended after the tests
    coverage.save()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "coverage.json"
        coverage.json_report(outfile=str(path))
        files = json.loads(path.read_text(encoding="utf-8"))["files"]
    layers: dict[str, Counter[str]] = {layer: Counter() for layer in FLOORS}
    for name, found in files.items():
        layer = Path(name).parts[1]
        if layer in layers:
            layers[layer].update({part: found["summary"][part] for part in PARTS})
    return layers


def percent(covered: int, there: int) -> float:
    """A share in percent; everything where there is nothing."""
    return 100 * covered / there if there else 100.0


def main() -> int:
    """Print the table; 1 where a layer is below its floor."""
    low = []
    print(f"{'layer':10}{'together':>10}{'floor':>8}{'branches':>12}{'floor':>8}")
    for layer, found in counted().items():
        there, covered = found["num_statements"], found["covered_lines"]
        ways, taken = found["num_branches"], found["covered_branches"]
        figures = percent(covered + taken, there + ways), percent(taken, ways)
        if not there or any(one < floor for one, floor in zip(figures, FLOORS[layer], strict=True)):
            low.append(layer)
        together, branches = figures
        least, fewest = FLOORS[layer]
        print(f"{layer:10}{together:9.1f}%{least:7}%{branches:11.1f}%{fewest:7}%")
    if low:
        print(f"Below the floor: {', '.join(low)}. `.venv/bin/coverage report -m` names the lines.")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
