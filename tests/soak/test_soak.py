"""The soak as a test (`make soak`), and that it notices what it is there for."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.soak.facts import Held, number
from tests.soak.grammar import WEIGHTS, actions
from tests.soak.person import Person

CHECKOUT = Path(__file__).parents[2]
SECONDS = float(os.environ.get("SECONDS_OF_SOAK", "120"))


def soak(tmp_path, *arguments, code="-m tests.soak"):
    """Run it in a process of its own: status and what it printed, with its last actions where it died."""
    trace = tmp_path / "trace.txt"
    command = [sys.executable, *code.split(), "--trace", str(trace), *arguments]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True)
    last = trace.read_text().splitlines()[-10:] if trace.exists() else []
    return done.returncode, "\n".join([done.stdout, done.stderr, *last])


@pytest.mark.soak
@pytest.mark.timeout(0)
def test_nothing_goes_wrong(tmp_path):
    seed, number_of = os.environ.get("SEED", "1"), os.environ.get("ACTIONS", "20000")
    status, said = soak(tmp_path, "--seed", seed, "--actions", number_of, "--seconds", str(SECONDS))
    print(said)  # noqa: T201 - the figures, for `pytest -s`
    assert status == 0, said


@pytest.mark.slow
def test_a_fault_is_noticed_with_its_seed_and_its_last_actions(tmp_path):
    broken = tmp_path / "broken.py"
    broken.write_text(
        "from convviz.document.document import Document\n"
        "from tests.soak.__main__ import main\n"
        "def edit(self, *arguments, **changes): raise ZeroDivisionError('planted')\n"
        "Document.edit = edit\n"
        "if __name__ == '__main__':\n    raise SystemExit(main())\n"
    )
    environment = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = f"{CHECKOUT}{os.pathsep}{environment}"
    try:
        status, said = soak(tmp_path, "--seed", "5", "--actions", "300", code=str(broken))
    finally:
        os.environ["PYTHONPATH"] = environment
    assert status == 1, said
    assert "ZeroDivisionError: planted" in said
    assert "again: python -m tests.soak --seed 5" in said


def test_the_same_seed_gives_the_same_actions():
    first, again = (list(itertools.islice(actions(7), 50)) for _ in range(2))
    assert first == again
    assert first[20].random().random() == again[20].random().random()
    assert first != list(itertools.islice(actions(8), 50))


def test_every_kind_of_action_can_be_done():
    assert all(callable(getattr(Person, kind)) for kind in WEIGHTS)


def test_what_has_come_is_named():
    before = Held(100.0, Counter(), Counter(), Counter({"Lab/QLabel": 2, "Lab/QMenu": 1}))
    now = Held(120.0, Counter({"pipe:[N]": 1}), Counter(), Counter({"Lab/QLabel": 5}))
    assert now.more_than(before) == "handles: 1 pipe:[N]; widgets: 3 Lab/QLabel"
    assert str(now) == "120 MB, 1 handles, 0 threads, 5 widgets"


def test_numbers_are_read_as_they_are_written():
    assert number("\u22123.25") == (-3.25, 0.005)
    assert number("1,204") == (1204.0, 0.5)
