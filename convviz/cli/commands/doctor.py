"""``convviz doctor``: what is installed here, and whether everything works as fast as it can."""

from __future__ import annotations

import argparse
import platform
import time
from importlib.metadata import PackageNotFoundError, version

from convviz import __version__
from convviz.display_check import why_no_window

PACKAGES = ("numpy", "scipy", "pillow", "llvmlite", "PySide6", "pyqtgraph", "tensorflow", "keras", "h5py")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(options: argparse.Namespace) -> None:
    """Print versions, and how sums of products are computed on this machine."""
    print(f"ConvViz {__version__}, Python {platform.python_version()}, {platform.platform(terse=True)}")
    for name in PACKAGES:
        print(f"{name:<11}{_version(name)}")
    print(f"window     {why_no_window() or 'there is a display to open it on'}")
    print(f"sums       {sums()}")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def sums() -> str:
    """One sentence on how products are added up: by machine code, or NumPy and why."""
    from convviz.core.sums.adding import compiler

    begun = time.perf_counter()
    if compiler.wait():
        took = time.perf_counter() - begun
        return f"by machine code for {compiler.processor}, made in {took:.1f} s; the bits are those of NumPy"
    return (
        f"by NumPy, because no machine code could be made ({compiler.problem}); "
        "every result is the same, large pictures take longer"
    )
