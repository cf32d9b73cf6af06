"""Loading the arithmetic before it is asked for, so that the first picture comes as fast as the next."""

from __future__ import annotations

import threading

import numpy as np

from convviz.core import pipeline
from convviz.core.images import Image
from convviz.document.state import default_settings


def warm_up() -> threading.Thread:
    """Start a thread that computes two tiny pictures and ends; nobody needs to wait for it.

    Python itself does, at the very end: cutting it off inside an import of compiled code would abort.
    """
    thread = threading.Thread(target=_compute_a_little, name="warm-up")
    thread.start()
    return thread


def _compute_a_little() -> None:
    for side in (9, 72):  # up to 64 pixels, and beyond: two ways of computing, with imports of their own
        pipeline.run(Image(np.zeros((side, side), np.uint8)), default_settings())
