"""Benchmarks run only when they are asked for: `make bench`, or `python -m pytest tests/benchmarks`.

Both sides of a comparison are timed in one run, alternating, and the medians are compared. Every
row is recorded with its limit; `report.py` prints them. A row that does not hold fails no test.
"""

import statistics
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the tests share `window.py`

ROUNDS = 7


def pytest_ignore_collect(collection_path, config):
    """Leave this folder out unless it is named on the command line."""
    return None if any("benchmarks" in str(argument) for argument in config.invocation_params.args) else True


@dataclass(frozen=True)
class Row:
    """One measured row: ``value`` must be at most (or, ``more``, at least) ``limit``."""

    section: str
    name: str
    value: float
    limit: float
    unit: str = "x"
    more: bool = False
    note: str = ""

    @property
    def holds(self) -> bool:
        return self.value >= self.limit if self.more else self.value <= self.limit


@pytest.fixture
def record(benchmark):
    """Remember rows in the benchmark's own report, and time the thing itself once for it."""
    rows = []

    def add(*arguments, **more):
        rows.append(Row(*arguments, **more))
        benchmark.extra_info["rows"] = [asdict(row) | {"holds": bool(row.holds)} for row in rows]

    yield add
    if benchmark.stats is None:
        benchmark.pedantic(lambda: None, rounds=1)


def seconds(function):
    begun = time.perf_counter()
    function()
    return time.perf_counter() - begun


@pytest.fixture
def alternate():
    """Time functions in turn; the median of each, in seconds."""

    def measure(*functions, rounds=ROUNDS, warm=True):
        if warm:
            for function in functions:
                function()
        times = [[seconds(function) for function in functions] for _ in range(rounds)]
        return [statistics.median(column) for column in zip(*times, strict=True)]

    return measure


@pytest.fixture(scope="session")
def grey12():
    """12 megapixels of float32 that are not whole numbers."""
    return np.random.default_rng(0).uniform(0, 255, (3000, 4000)).astype(np.float32)


@pytest.fixture(scope="session")
def photo():
    """Makes colour photos of any size: areas with edges, and noise."""

    def make(height, width):
        random = np.random.default_rng(0)
        areas = random.integers(0, 226, (height // 100 + 1, width // 100 + 1, 3), dtype=np.uint8)
        values = areas.repeat(100, 0).repeat(100, 1)[:height, :width]
        noise = random.integers(0, 30, (500, 500, 3), dtype=np.uint8)
        tiles = (height // 500 + 1, width // 500 + 1, 1)
        return values + np.tile(noise, tiles)[:height, :width]

    return make
