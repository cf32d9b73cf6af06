"""What is changed, of which lines, and which tests are asked."""

import importlib.util
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def changed(line, *more):
    """The texts that a line can become, one change each."""
    source = "\n".join([line, *more]).encode()
    return {one.apply(source).decode().splitlines()[0] for one in tool.changes(source)}


def loaded(name):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = loaded("changes")


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setattr(sys, "path", list(sys.path))
    yield loaded("run")
    del sys.modules["run"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a < b", {"a <= b", "a > b"}),
        ("a is not b", {"a is b"}),
        ("a and b or c", {"a or b or c", "a and b and c"}),
        ("f(not a)", {"pass", "f(a)"}),
        ("ä + b - 3", {"ä - b - 3", "ä + b + 3", "ä + b - 4"}),
        ("a if b else c", {"a if True else c", "a if False else c"}),
        ("[a for a in b if c]", {"[a for a in b if True]"}),
        ("a[0]", {"a[1]"}),
        ("a[b:-c]", {"a[:-c]", "a[b:]"}),
        ("self.a = b", {"pass"}),
        ("a.connect(b)", {"pass"}),
        ("a = True", set()),
        ("'a' + b", set()),
        ("'ü' f'{a[0]}'", {"'ü' f'{a[1]}'"}),
        ("a: Literal[3] = b", set()),
        ("if TYPE_CHECKING: f()", set()),
    ],
)
def test_a_line_is_changed_in_these_ways(line, expected):
    assert changed(line) - {line} == expected


def test_rows_and_columns_are_swapped_where_the_file_has_both():
    assert changed("f = size.rows", "size.columns") == {"f = size.columns", "f = size.rows"}
    assert changed("f = size.rows") == set()


def test_a_function_returns_at_once():
    source = b'def f(a) -> None:\n    "Why."\n    if a:\n        b\n'
    texts = [one.apply(source) for one in tool.changes(source) if one.kind == "returns at once"]
    assert texts == [b'def f(a) -> None:\n    "Why."\n    return\n    if a:\n        b\n']


def test_the_same_seed_takes_the_same_changes(run):
    mutants = run.candidates(["convviz/core/sizes"], "")
    assert run.sample(mutants, 9, 5) == run.sample(mutants, 9, 5) != run.sample(mutants, 9, 6)
    assert len({(one.path, one.change.line) for one in run.sample(mutants, 9, 5)}) == 9


def test_the_tests_of_a_line_come_first_quick_ones_before_slow_ones(run, tmp_path):
    (tmp_path / "a.py").write_text("new\nfirst\nsecond\n")
    record = {
        "tests": {"t.py::slow": 3.0, "t.py::quick": 1.0, "t.py::beside": 0.5, "u.py::far": 0.1},
        "files": {"a.py": {"source": "first\nsecond\n", "lines": {"1": [0, 1], "2": [2]}}},
    }

    def chosen(line, limit=99):
        change = tool.Change(line, "", 0, 0, b"")
        return run.chosen(run.Mutant("a.py", change), record, tmp_path, limit)

    assert chosen(2) == ["t.py::quick", "t.py::slow", "t.py::beside"]
    assert chosen(2, limit=2) == ["t.py::quick"]
    assert chosen(1) == ["t.py::beside", "t.py::quick", "t.py::slow"]  # not recorded: who runs the file
