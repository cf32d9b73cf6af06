"""What is installed here, what is missing with the package that brings it, and how sums are computed."""

from __future__ import annotations

import argparse
import ctypes
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from convviz import __version__
from convviz.core.base.visible import visible
from convviz.display_check import why_no_window

PACKAGES = {
    "numpy": "numpy",
    "scipy": "scipy.signal",
    "pillow": "PIL.Image",
    "pi-heif": "pi_heif",
    "tifffile": "tifffile",
    "llvmlite": "llvmlite.binding",
    "PySide6": "PySide6.QtWidgets",
    "pyqtgraph": "pyqtgraph",
    "h5py": "h5py",
    "tensorflow": "tensorflow",
    "keras": "keras",
    "imageio-ffmpeg": "imageio_ffmpeg",
}
"""What a package is called where it is installed from, and what is imported of it."""

WITHOUT = {
    "pi-heif": "HEIC pictures cannot be opened",
    "tifffile": "TIFF pictures can be neither opened nor written",
    "llvmlite": "sums take longer, with the same bits",
    "pyqtgraph": "the plots of a training are not drawn",
    "h5py": "networks cannot be opened",
    "tensorflow": "no training, no check by TensorFlow, and no layers that only Keras computes",
    "keras": "the same as without tensorflow",
    "imageio-ffmpeg": "films cannot be written as MP4",
}
"""What does not work where only this is missing; without the others ConvViz does not start."""

MOST_SECONDS = 120
FROZEN = getattr(sys, "frozen", False)
"""Whether this is one program with everything in it (`make bundle`): then it is no Python to ask."""

CHINESE = "fonts-wqy-microhei"


def add_doctor(parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run_doctor(options: argparse.Namespace) -> None:
    """Print versions, the machine, what is missing, and how sums of products are computed here."""
    told = f"ConvViz {__version__}, Python {platform.python_version()}, {platform.platform(terse=True)}"
    print(visible(told))
    _say("from", str(Path(__file__).parents[1]))
    reason, where = why_no_window(), display()
    missing = []
    loading = {name: Loading(module) for name, module in PACKAGES.items()}  # beside each other
    for name in PACKAGES:
        told, problem = package(name, loading[name])
        _say(name, told)
        if problem:
            missing.append(problem)
    _say("processor", processor())
    _say("threads", threads())
    _say("BLAS", blas())
    told, problem = fonts()
    _say("fonts", told)
    _say("window", reason or f"can be opened ({where})")
    _say("sums", sums())
    _say("position", equal_windows())
    _say("", equal_rows())
    missing += [one for one in (problem, reason) if one]
    for at, line in enumerate(missing or ["nothing"]):
        _say("" if at else "missing", line)


def _say(name: str, told: str) -> None:
    print(f"{name:<15}{visible(told)}", flush=True)


def package(name: str, loading: Loading) -> tuple[str, str]:
    """The version of a package, or why it cannot be used; and what to do about it, or ""."""
    without = f" (without it: {WITHOUT[name]})" if name in WITHOUT else ""
    try:
        found = version(name)
    except PackageNotFoundError:
        found = ""
    if not loading.is_there:
        if FROZEN:
            return "left out", f"{name}, which is left out of this build of ConvViz{without}"
        return "not installed", f"{name}: python -m pip install {name}{without}"
    reason = loading.why_not()
    if not reason:
        return found or "of an unknown version", ""
    repair = f"{name} cannot be loaded: python -m pip install --force-reinstall {name}{without}"
    return f"{found}, but it cannot be loaded ({reason})".lstrip(" ,"), repair


class Loading:
    """Whether a module can be imported: tried in a process of its own, which it may bring down.

    >>> Loading("json").why_not(), Loading("nonsense").is_there
    ('', False)
    """

    def __init__(self, module: str) -> None:
        self._module = module
        self.is_there = find_spec(module.partition(".")[0]) is not None
        self._process: subprocess.Popen[str] | None = None
        if self.is_there and not FROZEN:
            self._process = subprocess.Popen(
                [sys.executable, "-c", f"import {module}"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                errors="replace",
                env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},
            )

    def why_not(self) -> str:
        """What goes wrong; "" where nothing does."""
        if self._process is None:
            return self._tried_here()
        try:
            _, told = self._process.communicate(timeout=MOST_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return f"it is not loaded within {MOST_SECONDS} seconds"
        status = self._process.returncode
        if status < 0:
            return f"its process ends with signal {-status}"
        return (told.strip().splitlines() or ["no reason is given"])[-1] if status else ""

    def _tried_here(self) -> str:
        try:
            import_module(self._module)
        except Exception as error:  # whatever it is, it is told
            return f"{type(error).__name__}: {error}"
        return ""


def processor() -> str:
    """What the processor calls itself."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, "") or platform.processor() or platform.machine()


def threads() -> str:
    """How many threads may run at once, and what the environment says about it."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    limits = [
        f"{name}={value}" for name, value in sorted(os.environ.items()) if name.endswith("_NUM_THREADS")
    ]
    return ", ".join([f"{usable} of {os.cpu_count()} processors may be used", *limits])


def blas() -> str:
    """Which library computes NumPy's matrix products, and the processor that it computes them for."""
    import numpy as np

    facts = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    core = next(_openblas_cores(Path(np.__file__).parent), "")
    return f"{facts.get('name', 'unknown')} {facts.get('version', '')}".strip() + (core and f", for {core}")


def _openblas_cores(package: Path) -> Iterator[str]:
    """What the OpenBLAS that came with NumPy says of itself, if it is one."""
    folders = (package.parent / "numpy.libs", package / ".dylibs", package.parent)  # wheels', and a bundle's
    for path in (path for folder in folders for path in sorted(folder.glob("lib*openblas*"))):
        for name in ("scipy_openblas_get_corename64_", "openblas_get_corename64_", "openblas_get_corename"):
            ask = getattr(ctypes.CDLL(str(path)), name, None)
            if ask is not None:
                ask.restype = ctypes.c_char_p
                yield ask().decode("ascii", "replace")


def fonts() -> tuple[str, str]:
    """The font of texts, and the one of Chinese texts; and what to install where there is none, or ""."""
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a list of fonts needs no screen
    try:
        from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication
    except ImportError as error:
        return f"cannot be looked at without PySide6 ({error})", ""
    application = QGuiApplication.instance() or QGuiApplication(["convviz"])
    usual = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    every = len(QFontDatabase.families())
    del application
    if chinese:
        return f"{every} families; {usual}, and for Chinese {chinese[0]}", ""
    return f"{every} families; {usual}; none for Chinese", f"a font for Chinese (Debian package: {CHINESE})"


def display() -> str:
    """Where the window would open."""
    names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    return ", ".join(f"{name}={os.environ[name]}" for name in names if os.environ.get(name)) or sys.platform


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


def equal_windows() -> str:
    """Whether equal windows give equal bits wherever they lie, as the one sum promises."""
    import numpy as np

    from convviz.core import cross_correlate

    rng = np.random.default_rng(0)
    tile, repeats = rng.standard_normal((7, 11)).astype(np.float32), (9, 13)
    weights = rng.standard_normal((3, 5))
    found = np.asarray(cross_correlate(np.tile(tile, repeats), weights))
    rows, columns = found.shape
    first = np.tile(found[:7, :11], repeats)[:rows, :columns]
    other = int(np.count_nonzero(found != first))
    if other:
        return f"ConvViz's sum: {other:,} of {found.size:,} equal windows give OTHER bits: please report this"
    return (
        f"ConvViz's sum: {found.size:,} windows of {tile.size} kinds, equal ones give equal bits everywhere"
    )


def equal_rows() -> str:
    """The same of NumPy's matrix product, which ConvViz does not use for what it shows: a fact about BLAS."""
    import numpy as np

    rng = np.random.default_rng(0)
    different = total = 0
    for terms, maps in ((9, 32), (25, 32), (288, 64)):
        row = rng.standard_normal(terms).astype(np.float32)
        weights = rng.standard_normal((terms, maps)).astype(np.float32)
        for rows in (5, 13, 24, 52):
            product = np.broadcast_to(row, (rows, terms)).copy() @ weights
            different += int((product != product[0]).any(axis=1).sum())
            total += rows
    if different:
        return f"NumPy's matrix product, for comparison: {different} of {total} equal rows give other bits"
    return f"NumPy's matrix product, for comparison: {total} equal rows give equal bits"
