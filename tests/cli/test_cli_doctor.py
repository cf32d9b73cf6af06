"""`convviz doctor` tells what is here, what is missing, and how sums are computed."""

from __future__ import annotations

import re
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest

from convviz import __version__, core
from convviz.cli import doctor
from convviz.cli.main import run
from convviz.core.sums import adding, native
from convviz.core.sums.native import Compiler


def no_window(path: str | None) -> int:
    raise AssertionError("no window was asked for")


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], qapp: object, monkeypatch: pytest.MonkeyPatch):
    """Run it, with few of the packages; what it prints, by its first words."""

    def ask(*packages: str) -> dict[str, str]:
        chosen = {name: module for name, module in doctor.PACKAGES.items() if name in packages}
        monkeypatch.setattr(doctor, "PACKAGES", chosen)
        assert run(["doctor"], no_window) == 0
        lines = capsys.readouterr().out.splitlines()
        first, rest = lines[0], [(line[:15].strip(), line[15:]) for line in lines[1:]]
        found, name = {"": first}, ""
        for title, text in rest:
            name = title or name
            found[name] = f"{found[name]}\n{text}" if name in found else text
        return found

    return ask


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose modules hide those that are installed, here and in other processes."""
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{Path(core.__file__).parents[2]}")
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_it_tells_versions_and_the_machine(told):
    found = told("numpy", "scipy", "llvmlite", "PySide6")
    assert found[""].startswith(f"ConvViz {__version__}, Python {sys.version.split()[0]}, ")
    for name in ("numpy", "scipy", "llvmlite", "PySide6"):
        assert found[name] == version(name)
    assert adding.compiler.processor in found["sums"]
    assert "by machine code for" in found["sums"]
    assert found["processor"]
    assert re.match(r"\d+ of \d+ processors may be used", found["threads"])
    assert re.match(r"\d+ families; ", found["fonts"])
    assert found["BLAS"]
    assert re.search(
        r"ConvViz's sum: [\d,]+ windows of 77 kinds, equal ones give equal bits", found["position"]
    )
    assert re.search(r"\d+ equal rows give (equal|other) bits", found["position"])
    assert "python -m pip" not in found["missing"]


@pytest.mark.slow
def test_every_package_is_told(told):
    found = told(*doctor.PACKAGES)
    assert found["tensorflow"] == version("tensorflow")
    assert found["keras"] == version("keras")


def test_a_package_that_is_broken_is_no_version(told, packages):
    (packages / "llvmlite").mkdir()
    (packages / "llvmlite" / "__init__.py").write_text("raise OSError('libLLVM.so: cannot\\x1b[2J open')\n")
    found = told("llvmlite")
    assert found["llvmlite"] == (
        f"{version('llvmlite')}, but it cannot be loaded (OSError: libLLVM.so: cannot\\x1b[2J open)"
    )
    assert "llvmlite cannot be loaded: python -m pip install --force-reinstall llvmlite" in found["missing"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_package_that_ends_its_process_ends_nothing_else(told, packages):
    (packages / "h5py.py").write_text("import os\nos.abort()\n")
    assert "but it cannot be loaded (its process ends with signal 6)" in told("h5py")["h5py"]


def test_a_package_that_is_not_there_is_named_with_what_it_is_for(told, monkeypatch):
    monkeypatch.setitem(doctor.PACKAGES, "imageio-ffmpeg", "no_such_module")
    found = told("imageio-ffmpeg")
    assert found["imageio-ffmpeg"] == "not installed"
    assert "python -m pip install imageio-ffmpeg (without it: films cannot" in found["missing"]


def test_a_frozen_program_looks_for_itself(told, packages, monkeypatch):
    monkeypatch.setattr(doctor, "FROZEN", True)
    (packages / "odd_module.py").write_text("raise ValueError('odd')\n")
    monkeypatch.setitem(doctor.PACKAGES, "keras", "odd_module")
    found = told("keras", "numpy")
    assert found["numpy"] == version("numpy")
    assert "cannot be loaded (ValueError: odd)" in found["keras"]
    monkeypatch.setitem(doctor.PACKAGES, "keras", "no_such_module")
    found = told("keras")
    assert found["keras"] == "left out"
    assert "keras, which is left out of this build of ConvViz (without it: " in found["missing"]


def test_no_display_is_among_what_is_missing(told, monkeypatch):
    monkeypatch.setattr(doctor, "why_no_window", lambda: "There is no display.")
    found = told()
    assert found["window"] == "There is no display."
    assert "There is no display." in found["missing"]


def test_a_chinese_font_that_is_missing_is_named_by_its_package(qapp, monkeypatch):
    from PySide6.QtGui import QFontDatabase

    every = QFontDatabase.families
    monkeypatch.setattr(QFontDatabase, "families", lambda *system: [] if system else every())
    text, problem = doctor.fonts()
    assert text.endswith("; none for Chinese")
    assert problem == "a font for Chinese (Debian package: fonts-wqy-microhei)"


def test_a_sum_that_depends_on_the_place_would_be_noticed(monkeypatch):
    assert "OTHER" not in doctor.equal_windows()
    right = core.cross_correlate

    def by_place(image, weights):
        found = np.array(right(image, weights))
        found[8, 3] = np.nextafter(found[8, 3], np.float32(np.inf))
        return found

    monkeypatch.setattr(core, "cross_correlate", by_place)
    assert "ConvViz's sum: 1 of 8,479 equal windows give OTHER bits" in doctor.equal_windows()


def test_it_says_why_numpy_adds_up(told, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> dict[str, native.Function]:
        raise OSError("memory may not be executed")

    broken = Compiler(adding.agree)
    monkeypatch.setattr(broken, "_compiled", refused)
    monkeypatch.setattr(adding, "compiler", broken)
    assert told()["sums"].startswith(
        "by NumPy, because no machine code could be made (OSError: memory may not be executed)"
    )


def test_a_processor_nobody_knows_ends_nothing(fresh_python) -> None:
    code = "import os; os.environ['NUMBA_CPU_NAME'] = 'nonsense'; "
    code += "from convviz.core.sums.adding import compiler; print(compiler.wait())"
    assert fresh_python(code).strip() == "True"


def test_every_row_of_numpys_products_is_counted() -> None:
    text = doctor.equal_rows()
    assert " 282 equal rows give " in text  # of 5, 13, 24 and 52 rows, three sizes each


def test_openblas_is_asked_for_its_processor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "numpy.libs").mkdir()
    (tmp_path / "numpy.libs" / "libscipy_openblas64_.so").touch()
    (tmp_path / "numpy.libs" / "libgfortran.so").touch()
    asked: list[str] = []

    def core_name() -> bytes:
        return b"Zen"

    class Library:
        openblas_get_corename = staticmethod(core_name)

        def __init__(self, path: str) -> None:
            asked.append(Path(path).name)

    monkeypatch.setattr(doctor.ctypes, "CDLL", Library)
    assert list(doctor._openblas_cores(tmp_path / "numpy")) == ["Zen"]
    assert set(asked) == {"libscipy_openblas64_.so"}
    assert list(doctor._openblas_cores(tmp_path / "elsewhere" / "numpy")) == []
