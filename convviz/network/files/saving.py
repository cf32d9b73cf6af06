"""What a network computed of a picture, as files: all maps as arrays, the answer as a table."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from convviz.core.base.files import atomic_write
from convviz.network.compute.forward import Activations
from convviz.network.model.network import Network


def save_activations(
    path: str | os.PathLike[str], network: Network, acts: Activations, names: Sequence[str]
) -> None:
    """Save the values of the layers called ``names`` as a compressed ``.npz`` file, one array a layer.

    ``picture`` (what the network read), ``logits`` and ``output`` come along. The file is written whole
    or not at all. ValueError for another ending or a layer that is not there, OSError where writing fails.
    """
    _check(path, ".npz")
    arrays = {name: acts.values[network.index(name)] for name in names}
    extra = {"picture": acts.picture, "logits": acts.logits, "output": acts.output}
    taken = {key: value for key, value in extra.items() if key not in arrays}
    with atomic_write(path) as file:
        np.savez_compressed(file, allow_pickle=False, **arrays, **taken)


def save_probabilities(path: str | os.PathLike[str], network: Network, acts: Activations) -> None:
    """Save the answer as a ``.csv`` file: a line for each class with its probability and its logit.

    ValueError for another ending, OSError where writing fails.
    """
    _check(path, ".csv")
    lines = ["class,probability,logit"]
    for name, share, logit in zip(network.classes, acts.output, acts.logits, strict=True):
        lines.append(f"{_quoted(name)},{share!s},{logit!s}")
    with atomic_write(path) as file:
        file.write(("\n".join(lines) + "\n").encode("utf-8"))


def _check(path: str | os.PathLike[str], ending: str) -> None:
    name = Path(path).name
    if not name.lower().endswith(ending):
        raise ValueError(f"{name}: the ending must be {ending}")


def _quoted(text: str) -> str:
    """A name as a cell of a table; an apostrophe stands before what a spreadsheet takes for a formula.

    >>> _quoted("cat"), _quoted('a "big", cat'), _quoted("=1+2"), _quoted("-1")
    ('cat', '"a ""big"", cat"', "'=1+2", '-1')
    """
    if text.lstrip().startswith(_FORMULA) and not _is_number(text):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if set(text) & set('",\n') else text


_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""What a formula begins with, in the wide letters of East Asian keyboards, too."""


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False
