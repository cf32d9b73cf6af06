"""What the tests of the mathematics share."""

from __future__ import annotations

import pytest

from convviz.core.sums.adding import compiler


@pytest.fixture(params=["machine code", "NumPy"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of adding up; they must not be told apart."""
    assert compiler.wait(), compiler.problem
    if request.param == "NumPy":
        monkeypatch.setattr(compiler, "loops", {})
    return str(request.param)
