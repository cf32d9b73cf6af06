"""What `.ci/older_processors.sh` calls an older processor is one for NumPy, without a warning."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / ".ci" / "older_processors.sh"
LOOK = """
import json, os
from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__
names = ["OPENBLAS_CORETYPE", "NUMBA_CPU_NAME"]
chosen = [name for name in __cpu_dispatch__ if __cpu_features__[name]]
print(json.dumps([*map(os.environ.get, names), chosen]))
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no bash here")


def run(code, **environment):
    command = [str(SCRIPT), sys.executable, "-W", "error", "-c", code]
    environment = {**os.environ, "PYTHON": sys.executable, **environment}
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120)


def machine(name, folder):
    """A folder with a ``uname`` that says ``name``."""
    program = folder / "uname"
    program.write_text(f"#!/bin/sh\necho {name}\n")
    program.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def test_the_last_setting_leaves_numpy_nothing_to_choose():
    done = run(LOOK)
    assert done.returncode == 0, done.stderr
    *_, last = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")]
    assert last[1:] == ["generic", []]


def test_on_another_kind_of_processor_intels_names_are_left_out(monkeypatch, tmp_path):
    monkeypatch.delenv("OPENBLAS_CORETYPE", raising=False)
    done = run(LOOK, PATH=machine("aarch64", tmp_path))
    assert done.returncode == 0, done.stderr
    assert "With AVX2: left out" in done.stdout
    [only] = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")]
    assert only == [None, "generic", []]


def test_it_fails_with_the_first_command_that_fails():
    done = run("import os; print('once'); raise SystemExit(3)")
    assert done.returncode == 3
    assert done.stdout.count("once\n") == 1
