"""How a process of ours begins that may hang, crash or take too much."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from multiprocessing import parent_process


def prepare_process(most_memory: int, most_seconds: int | None = None) -> None:
    """Run first in the new process: limits, silence, and an end when the window ends.

    ``most_memory`` is its address space in bytes, ``most_seconds`` what it may take of the processor.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (most_memory, most_memory))
        if most_seconds is not None:
            resource.setrlimit(resource.RLIMIT_CPU, (most_seconds, most_seconds))
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
