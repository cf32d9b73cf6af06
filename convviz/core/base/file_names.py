"""What files are called to begin with. Nothing is imported for it: the window starts with this."""

from __future__ import annotations

from pathlib import PurePath


def stage_file(title: str, stage: str, ending: str) -> str:
    """The name of a stage's file, after the experiment's ``title``.

    >>> stage_file("my photo.jpg", "input", "npy")
    'my photo input.npy'
    """
    name = f"{PurePath(title).stem or 'convviz'} {stage}"
    return "".join("-" if c in '/\\:*?"<>|' else c for c in name) + f".{ending}"
