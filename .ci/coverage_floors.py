"""How much of each layer the tests run: prints a table, and fails where a layer is below its floor.

After the tests have been run with `PYTEST_ADDOPTS="--cov --cov-append --cov-report="`:

    .venv/bin/python .ci/coverage_floors.py

A layer's figure is the share of its statements and branches that were run, in percent.
"""

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

from coverage import Coverage

FLOORS = {
    "core": 90,
    "network": 90,
    "document": 90,
    "film": 90,
    "views": 90,
    "pages": 90,
    "app": 90,
    "cli": 90,
}
PARTS = ("num_statements", "covered_lines", "num_branches", "covered_branches")


def counted() -> dict[str, Counter[str]]:
    """The sums of each layer: statements and branches, there and covered."""
    coverage = Coverage()
    coverage.load()
    coverage.combine()  # what processes noted that ended after the tests
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
    print(f"{'layer':10}{'lines':>9}{'branches':>11}{'together':>11}{'floor':>8}")
    for layer, found in counted().items():
        there, covered = found["num_statements"], found["covered_lines"]
        ways, taken = found["num_branches"], found["covered_branches"]
        together = percent(covered + taken, there + ways)
        if not there or together < FLOORS[layer]:
            low.append(layer)
        figures = f"{percent(covered, there):8.1f}%{percent(taken, ways):10.1f}%{together:10.1f}%"
        print(f"{layer:10}{figures}{FLOORS[layer]:7}%")
    if low:
        print(f"Below the floor: {', '.join(low)}. `.venv/bin/coverage report -m` names the lines.")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
