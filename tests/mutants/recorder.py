"""A plugin of pytest: which tests run which lines, how long each takes, and a choice among them.

``CONVVIZ_RECORD`` names the file to write; ``CONVVIZ_CHOSEN`` a file with the tests to run, in
this order, and those that are known: others are new, and run first.
It begins before any file of ConvViz is imported, so what runs at import time belongs to no test.
"""

import json
import os
import time
from pathlib import Path

import coverage
import pytest

CHECKOUT = Path.cwd()
RECORD, CHOSEN = os.environ.get("CONVVIZ_RECORD"), os.environ.get("CONVVIZ_CHOSEN")

measured = coverage.Coverage(data_file=None, config_file=False, source=[str(CHECKOUT / "convviz")])
seconds: dict[str, float] = {}
failed: set[str] = set()
if RECORD:
    measured.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    if RECORD:
        measured.switch_context(item.nodeid)
    start = time.perf_counter()
    result = yield
    seconds[item.nodeid] = time.perf_counter() - start
    return result


def pytest_runtest_logreport(report):
    if not report.passed:
        failed.add(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    if CHOSEN:
        chosen, known = json.loads(Path(CHOSEN).read_text())
        order = {name: place for place, name in enumerate(chosen)}
        kept = [one for one in items if one.nodeid in order or one.nodeid not in known]
        items[:] = sorted(kept, key=lambda one: order.get(one.nodeid, -1))


def pytest_sessionfinish():
    if not RECORD:
        return
    measured.stop()
    tests = [name for name in seconds if name not in failed]
    number = {name: place for place, name in enumerate(tests)}
    data, files = measured.get_data(), {}
    for path in data.measured_files():
        lines = {
            line: sorted(number[name] for name in names if name in number)
            for line, names in data.contexts_by_lineno(path).items()
        }
        files[Path(path).relative_to(CHECKOUT).as_posix()] = {
            "source": Path(path).read_text(),
            "lines": lines,
        }
    passed = {name: round(seconds[name], 4) for name in tests}
    record = {"tests": passed, "known": list(seconds), "files": files}
    Path(RECORD).write_text(json.dumps(record))
