"""Do the tests notice? ``make mutants`` changes the code a little, many times, and counts.

``python tests/mutants/run.py [--base REF | layers, folders, files] [--count N] [--seed N]``: of the lines
that differ from ``--base``, or of all lines of the named folders, a random sample is taken, and of each
line one of its `changes`. Only the tests that run the line are asked, in a copy of the checkout that is
removed afterwards. Which tests these are is recorded once a layer (``build/mutants``, minutes; ``--record``
does it anew); a line that has moved since is found again, and new tests are run for all changes in a
file that their file has to do with.

Neither mutmut nor cosmic-ray does this here: mutmut rewrites every function and forks after importing,
which Qt does not survive, and cosmic-ray runs all 5,000 tests for each change.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
sys.path.insert(0, str(HERE))

from changes import Change, changes  # noqa: E402

KEPT = CHECKOUT / "build" / "mutants"
LAYERS = {
    "core": ["tests/core", "convviz/core"],
    "network": ["tests/network", "convviz/network"],
    "document": ["tests/document", "convviz/document"],
    "film": [
        *("tests/film", "tests/pages/step"),
        *("tests/pages/lab/test_lab_contents.py", "tests/cli/test_cli_film.py"),
        *("tests/app/window/test_figures.py", "tests/app/window/test_long_work.py"),
        "convviz/film",
    ],
    "cli": ["tests/cli", "convviz/cli"],
    "views": ["tests/views", "tests/app/window", "tests/pages/test_painted.py", "convviz/views"],
    "pages": ["tests/pages", "tests/app/window", "convviz/pages"],
    "app": ["tests/app", "convviz/app"],
}
"""The tests of a layer; its own folder is among them for the examples in its docstrings.

In the window the controls of the pages are used, each with all of its wires; on the pages views are painted.
"""

MEMORY = 12 << 30
TIMED_OUT = -1


@dataclass(frozen=True)
class Mutant:
    """One change of one file, and its layer."""

    path: str
    change: Change

    @property
    def layer(self) -> str:
        return self.path.split("/")[1].removesuffix(".py")


def main() -> None:
    """Sample, run, print; the exit status is 1 where a change was not noticed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("where", nargs="*", help="layers, folders or files; else what differs from --base")
    parser.add_argument("--base", default="origin/main", help="a commit (default: %(default)s)")
    parser.add_argument("--count", type=int, default=20, help="how many changes (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--seconds", type=float, default=60, help="of tests for each change, as recorded")
    parser.add_argument("--record", action="store_true", help="record anew which tests run which lines")
    parser.add_argument("--slow", action="store_true", help="record the tests marked slow as well")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    mutants = sample(candidates(asked.where, asked.base), asked.count, asked.seed)
    print(f"{len(mutants)} changes, --seed {asked.seed}", flush=True)
    with copied() as copy:
        records = {
            layer: recorded(layer, copy, anew=asked.record, slow=asked.slow)
            for layer in sorted({one.layer for one in mutants})
        }
        outcomes = [(one, tried(one, records[one.layer], copy, asked.seconds)) for one in mutants]
    print(summary(outcomes))
    sys.exit(not all(noticed for _, noticed in outcomes))


# --- which changes -----------------------------------------------------------------------------


def candidates(where: list[str], base: str) -> list[Mutant]:
    """All changes of the files below ``where``, or of the lines that differ from ``base``."""
    if where:
        folders = [f"convviz/{one}" if one in LAYERS else one for one in where]
        lines = dict.fromkeys(_python(CHECKOUT, folders))
    else:
        lines = changed_lines(_git("diff", "--unified=0", base, "--", "convviz"))
    return [
        Mutant(path, change)
        for path, wanted in sorted(lines.items())
        if path.split("/")[1] in LAYERS
        for change in changes((CHECKOUT / path).read_bytes())
        if wanted is None or change.line in wanted
    ]


def changed_lines(diff: str) -> dict[str, set[int]]:
    """The lines that a diff without context adds, a file.

    >>> changed_lines("+++ b/convviz/a.py\\n@@ -1 +2,2 @@\\n-x\\n+y\\n+z\\n@@ -9,2 +9,0 @@\\n-x\\n-y\\n")
    {'convviz/a.py': {2, 3}}
    """
    found: dict[str, set[int]] = {}
    path = ""
    for line in diff.splitlines():
        if line.startswith("+++ "):
            path = line[4:].removeprefix("b/")
        elif hunk := re.match(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@", line):
            first, count = int(hunk[1]), int(hunk[2] or 1)
            if path.endswith(".py") and count:
                found.setdefault(path, set()).update(range(first, first + count))
    return found


def sample(mutants: list[Mutant], count: int, seed: int) -> list[Mutant]:
    """A line by chance, then one of its changes by chance: long lines count no more than short ones."""
    chance = random.Random(seed)
    by_line: dict[tuple[str, int], list[Mutant]] = {}
    for one in mutants:
        by_line.setdefault((one.path, one.change.line), []).append(one)
    lines = chance.sample(sorted(by_line), min(count, len(by_line)))
    return [chance.choice(by_line[line]) for line in lines]


# --- which tests -------------------------------------------------------------------------------


def recorded(layer: str, copy: Path, *, anew: bool, slow: bool) -> dict:
    """The tests of a layer with their seconds, and which of them run which line of which file."""
    path = KEPT / f"{layer}.json"
    if anew or not path.is_file():
        print(f"recording which tests of {layer} run which lines ...", flush=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        texts = {one: (copy / one).read_text() for one in _python(copy, _existing(copy, layer))}
        marked = [] if slow else ["-m", "not journey and not slow"]
        pytest([*_existing(copy, layer), *marked], copy, 3600, CONVVIZ_RECORD=str(copy / "record.json"))
        record = {**json.loads((copy / "record.json").read_text()), "texts": texts}
        path.write_text(json.dumps(record))
    return json.loads(path.read_text())


def chosen(mutant: Mutant, record: dict, copy: Path, limit: float) -> list[str]:
    """The tests that run the line, those of its own room before others and quick ones before slow ones;
    then the others of the room and of their files, as fixtures, caches and threads hide who needs a line;
    of the whole layer where no test is known to run it.
    """
    seconds, tests = record["tests"], list(record["tests"])
    here = record["files"].get(mutant.path, {"source": "", "lines": {}})
    line = _line_then(mutant.change.line, here["source"], (copy / mutant.path).read_text())
    running = {tests[number] for number in here["lines"].get(str(line), ())}
    near = {name.partition("::")[0] for name in running} or {
        tests[number].partition("::")[0] for numbers in here["lines"].values() for number in numbers
    }
    room = mutant.path.replace("convviz", "tests", 1).rpartition("/")[0] + "/"
    others = {name for name in tests if name.partition("::")[0] in near or name.startswith(room)} - running

    def place(name: str) -> tuple[bool, bool, float]:
        return name not in running, not name.startswith(room), seconds[name]

    total, within = 0.0, []
    for name in sorted(running | others or tests, key=place):
        total += seconds[name]
        if total > limit and within:
            break
        within.append(name)
    return within


def _line_then(line: int, then: str, now: str) -> int | None:
    """Where a line of today's file stood when the tests were recorded; None for a new one.

    >>> _line_then(2, "a\\nb\\n", "new\\na\\nb\\n"), _line_then(1, "a\\nb\\n", "new\\na\\nb\\n")
    (1, None)
    """
    matcher = difflib.SequenceMatcher(None, then.splitlines(), now.splitlines(), autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.b < line <= block.b + block.size:
            return line - block.b + block.a
    return None


def _python(root: Path, names: list[str]) -> list[str]:
    """The Python files of these files and folders below ``root``, as their paths from there."""
    found = [path for one in names for path in [root / one, *(root / one).rglob("*.py")] if path.is_file()]
    return sorted(path.relative_to(root).as_posix() for path in found)


def _existing(copy: Path, layer: str) -> list[str]:
    return [one for one in LAYERS[layer] if (copy / one).exists()]


# --- trying ------------------------------------------------------------------------------------


def tried(mutant: Mutant, record: dict, copy: Path, limit: float) -> bool:
    """Whether a test fails, or does not end, with the change made in the copy."""
    path = copy / mutant.path
    before = path.read_bytes()
    names = chosen(mutant, record, copy, limit)
    new = _new(mutant, record, copy)
    expected = sum(record["tests"][name] for name in names)
    start = time.perf_counter()
    try:
        _write(path, mutant.change.apply(before))
        status = _asked(names, new, record, copy, 120 + 10 * expected)
    finally:
        _write(path, before)
    took = f"{len(names)} tests, {time.perf_counter() - start:.0f} s"
    print(f"{_verdict(status, copy)}  {mutant.path}:{mutant.change.line}  {mutant.change.kind}  ({took})")
    if not status:
        print(difference(before, mutant))
    sys.stdout.flush()
    return status != 0


def _new(mutant: Mutant, record: dict, copy: Path) -> list[str]:
    """Test files that were written or changed since the recording, unless they had nothing to do with it."""
    tests, lines = list(record["tests"]), record["files"].get(mutant.path, {"lines": {}})["lines"]
    near = {tests[number].partition("::")[0] for numbers in lines.values() for number in numbers}
    rooms = [one for one in _existing(copy, mutant.layer) if one.startswith("tests/")]
    return [
        one
        for one in _python(copy, rooms)
        if (one in near or one not in record["texts"])
        and record["texts"].get(one) != (copy / one).read_text()
    ]


def _verdict(status: int, copy: Path) -> str:
    if status in (0, TIMED_OUT):
        return "noticed (does not end)" if status else "NOT NOTICED"
    failed = re.search(r"^(?:FAILED|ERROR) \S+/(\S+)", (copy / "output.txt").read_text(), re.MULTILINE)
    return f"noticed by {failed[1]}" if failed else "noticed"


def _asked(names: list[str], new: list[str], record: dict, copy: Path, timeout: float) -> int:
    """pytest's status for the chosen tests, and before them for those that were not there when recorded."""
    (copy / "chosen.json").write_text(json.dumps([names, record["known"]]))
    files = [*new, *(one for one in {name.partition("::")[0]: None for name in names} if one not in new)]
    files = [one for one in files if (copy / one).is_file()]
    return pytest(files, copy, timeout, CONVVIZ_CHOSEN=str(copy / "chosen.json")) if files else 0


def pytest(arguments: list[str], copy: Path, timeout: float, **environment: str) -> int:
    """pytest's status in the copy, with nothing written outside of it."""
    scratch = copy / "scratch"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    paths = os.pathsep.join([str(copy), str(copy / "tests" / "mutants")])
    surroundings = {**os.environ, "PYTHONPATH": paths, "TMPDIR": str(scratch), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, *"-m pytest -q --tb=line -p recorder -p no:cacheprovider".split()]
    command += ["--hypothesis-seed=0", f"--timeout={min(120, timeout):.0f}", *arguments]
    if "CONVVIZ_RECORD" not in environment:
        command.append("-x")
    with open(copy / "output.txt", "w") as output:
        process = subprocess.Popen(
            command,
            cwd=copy,
            env=surroundings | environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=_limit_memory if os.name == "posix" else None,
        )
        try:
            status = process.wait(timeout)
        except subprocess.TimeoutExpired:
            status = TIMED_OUT
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    if status not in (0, 1, TIMED_OUT) or "CONVVIZ_RECORD" in environment:
        print((copy / "output.txt").read_text()[-600:], flush=True)
    return 0 if status == 5 else status


def _limit_memory() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


@contextlib.contextmanager
def copied() -> Iterator[Path]:
    """A copy of the checkout as it is now, without what git ignores; removed at the end."""
    with tempfile.TemporaryDirectory(prefix="convviz-mutants-") as folder:
        for name in _git("ls-files", "--cached", "--others", "--exclude-standard").splitlines():
            if (CHECKOUT / name).is_file():
                (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(CHECKOUT / name, Path(folder) / name)
        yield Path(folder)


def _write(path: Path, source: bytes) -> None:
    """Write, and forget what Python compiled of it: two versions may have one size and one second."""
    path.write_bytes(source)
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        compiled.unlink()


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout


# --- what is printed ---------------------------------------------------------------------------


def difference(before: bytes, mutant: Mutant) -> str:
    """The change as a diff of its lines."""
    old, new = before.decode().splitlines(), mutant.change.apply(before).decode().splitlines()
    diff = list(difflib.unified_diff(old, new, n=0, lineterm=""))[2:]
    return "\n".join(line for line in diff if not line.startswith("@@ "))


def summary(outcomes: list[tuple[Mutant, bool]]) -> str:
    """Noticed x of y for every layer and for all."""
    asked = Counter(one.layer for one, _ in outcomes)
    noticed = Counter(one.layer for one, seen in outcomes if seen)
    rows = [f"{layer:10} noticed {noticed[layer]} of {asked[layer]}" for layer in sorted(asked)]
    return "\n".join([*rows, f"{'all':10} noticed {noticed.total()} of {asked.total()}"])


if __name__ == "__main__":
    main()
