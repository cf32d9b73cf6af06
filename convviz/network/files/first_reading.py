"""A first reading of a person's ``.h5`` file, in a process of its own that may hang or crash.

HDF5's library goes where a file sends it. A damaged one can send it round in circles, and meanwhile
nothing else of ConvViz runs, or end the whole process. So all that is read later is read once by a child,
whose end costs one sentence. Files inside a ``.keras`` archive have a checksum: damaged ones are refused
before the library sees them.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

from convviz.core.base.processes import prepare_process
from convviz.network.files.archive import MOST_PARAMETERS, opened, texts
from convviz.network.model.errors import NetworkError

ENDINGS = (".h5", ".hdf5")
MOST_MEMORY = 4 << 30
"""Address space of the child in bytes."""

SECONDS, BYTES_A_SECOND = 20, 20_000_000
"""Processor time that any file may take, and how much more a large one may."""

PATIENCE = 6
"""How many times as long it may take in all, on a busy computer or a slow disk."""

LOOK = 0.05
"""Seconds between two looks whether the answer is still wanted."""


def read_first(
    path: str | os.PathLike[str],
    *,
    cancelled: Callable[[], bool] = lambda: False,
    reader: Callable[[str], object] | None = None,
    seconds: int = SECONDS,
) -> None:
    """Let a child read all of a ``.h5`` file; `NetworkError` if that has no end, or ends the child.

    What else is wrong with the file says who reads it next. Other files are left alone. Waits: to be
    called in a thread, with ``cancelled`` to give up by InterruptedError.

    >>> read_first("any.keras")
    """
    path = Path(path)
    if path.suffix.lower() not in ENDINGS or not path.is_file():
        return
    seconds += path.stat().st_size // BYTES_A_SECOND
    context = multiprocessing.get_context("spawn")
    child = context.Process(target=_child, args=(reader or read_all, str(path), seconds), daemon=True)
    child.start()
    try:
        for _ in range(round(seconds * PATIENCE / LOOK)):
            if wait([child.sentinel], LOOK):
                break
            if cancelled():
                raise InterruptedError
        else:
            child.kill()
        child.join()
        if child.exitcode != 0:
            raise NetworkError("broken", "{name}: the file is damaged or was cut off", name=path.name)
    finally:
        child.kill()
        child.join()
        child.close()


def _child(reader: Callable[[str], object], path: str, seconds: int) -> None:
    """What the child does; only how it ends counts."""
    prepare_process(MOST_MEMORY, seconds)
    with suppress(Exception):
        reader(path)
    sys.stdout.flush()
    os._exit(0)


def read_all(path: str) -> None:
    """Read every text and every array of a file that is opened as a network."""
    with opened(path) as description:
        description.weights.visititems(_look)


def _look(_name: str, thing: Any) -> None:
    """Read a group's or a dataset's texts, and a dataset's numbers."""
    for name in thing.attrs:
        with suppress(KeyError, OSError):
            texts(thing, name)
    shape = getattr(thing, "shape", None)
    if shape is not None and math.prod(shape) <= MOST_PARAMETERS and not (thing.external or thing.is_virtual):
        with suppress(TypeError, ValueError, OSError):
            thing[()]
