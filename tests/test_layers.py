"""What is imported when: the mathematics and the commands are quick to start and need no screen."""

import pytest

HEAVY = {"PySide6", "shiboken6", "pyqtgraph", "tensorflow", "keras", "torch"}


def modules_after(fresh_python, code):
    output = fresh_python(f"import sys\n{code}\nprint('\\n@', *sys.modules, sep=' ')")
    names = output.rsplit("@", 1)[1].split()
    return {name.partition(".")[0] for name in names}


def test_the_core_knows_neither_qt_nor_tensorflow(fresh_python):
    everything = (
        "import importlib, pkgutil, convviz.core\n"
        "for module in pkgutil.walk_packages(convviz.core.__path__, 'convviz.core.'):\n"
        "    importlib.import_module(module.name)"
    )
    loaded = modules_after(fresh_python, everything)
    assert "numpy" in loaded
    assert not loaded & HEAVY


@pytest.mark.parametrize(
    "arguments",
    [
        ["kernels"],
        ["steps", "x", "--text"],
        ["render", "x", "--kernel", "diagonal", "--pool", "max:2", "-o", "{folder}/x.png"],
        ["sample", "edge", "-o", "{folder}/edge.npy"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_headless_commands_load_neither_qt_nor_tensorflow(fresh_python, tmp_path, arguments):
    given = [a.format(folder=tmp_path) for a in arguments]
    loaded = modules_after(fresh_python, f"from convviz.__main__ import main\nassert main({given!r}) == 0")
    assert "numpy" in loaded
    assert not loaded & HEAVY


def test_asking_for_the_version_loads_not_even_numpy(fresh_python):
    code = "from convviz.__main__ import main\ntry: main(['--version'])\nexcept SystemExit: pass"
    assert not modules_after(fresh_python, code) & (HEAVY | {"numpy", "scipy", "PIL"})


def test_importing_the_application_loads_neither_tensorflow_nor_pyqtgraph(fresh_python):
    loaded = modules_after(fresh_python, "import convviz.app.application")
    assert "PySide6" in loaded
    assert not loaded & {"pyqtgraph", "tensorflow", "keras", "torch"}
