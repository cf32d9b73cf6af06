"""`convviz doctor` tells how sums are computed, and says so where it is the slow way."""

from __future__ import annotations

import pytest

from convviz.cli.main import run
from convviz.core.sums import adding, native
from convviz.core.sums.native import Compiler


def no_window(path: str | None) -> int:
    raise AssertionError("no window was asked for")


def test_it_names_the_processor(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor"], no_window) == 0
    told = capsys.readouterr().out
    assert adding.compiler.processor in told
    assert "by machine code for" in told
    assert "llvmlite" in told


def test_it_says_why_numpy_adds_up(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> dict[str, native.Function]:
        raise OSError("memory may not be executed")

    broken = Compiler(adding.agree)
    monkeypatch.setattr(broken, "_compiled", refused)
    monkeypatch.setattr(adding, "compiler", broken)
    assert run(["doctor"], no_window) == 0
    assert "by NumPy, because no machine code could be made (OSError: memory may not be executed)" in (
        capsys.readouterr().out
    )


def test_a_processor_nobody_knows_ends_nothing(fresh_python) -> None:
    code = "import os; os.environ['NUMBA_CPU_NAME'] = 'nonsense'; "
    code += "from convviz.core.sums.adding import compiler; print(compiler.wait())"
    assert fresh_python(code).strip() == "True"
