"""Faults made on purpose: a full disk, a command that may write little, a window in a process of its own."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from convviz.core.base import files


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let the disk take only so many more bytes of what is written through `atomic_write`."""

    def fill(room: int = 100, number: int = errno.ENOSPC) -> None:
        left = [room]
        usual = files._File.write

        def write(self: files._File, data: bytes) -> int:
            left[0] -= memoryview(data).nbytes
            if left[0] < 0:
                raise OSError(number, os.strerror(number))
            return usual(self, data)

        monkeypatch.setattr(files._File, "write", write)

    return fill


@pytest.fixture
def command(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Run ``convviz`` in a folder of the test: status, and all that it said.

    ``largest`` is the size in bytes beyond which the system lets no file grow.
    """

    def run(*arguments: object, largest: int | None = None, **environment: str) -> tuple[int, str]:
        def limit() -> None:
            if largest is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

        # What measures which lines run writes files of its own, which may be larger than ``largest``.
        inherited = {key: one for key, one in os.environ.items() if not key.startswith("COVERAGE_")}
        done = subprocess.run(
            [sys.executable, "-B", "-m", "convviz", *map(str, arguments)],
            capture_output=True,
            text=True,
            timeout=300,
            cwd=tmp_path,
            env={**inherited, "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
            preexec_fn=limit,
        )
        return done.returncode, done.stdout + done.stderr

    return run
