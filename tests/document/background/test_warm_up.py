import pytest
from PySide6.QtWidgets import QWidget

from convviz.core.sums.adding import agree
from convviz.core.sums.native import Compiler
from convviz.document.background import warm_up
from convviz.document.background.warm_up import WarmUp


@pytest.mark.slow
def test_machine_code_is_made_after_the_first_painting(qtbot, monkeypatch):
    compiler, window = Compiler(agree), QWidget()
    monkeypatch.setattr(warm_up, "compiler", compiler)
    qtbot.addWidget(window)
    WarmUp(window)
    qtbot.wait(0)
    assert not compiler.begun
    window.show()
    qtbot.waitUntil(lambda: compiler.begun)
    assert compiler.wait()


def test_nothing_of_it_is_imported_before(fresh_python):
    """Neither LLVM nor SciPy is on the way to the first painted window."""
    code = "import convviz.app.application, convviz.pages.lab.page, sys; "
    code += "print(sorted({'llvmlite', 'numba', 'scipy.signal', 'tensorflow'} & set(sys.modules)))"
    assert fresh_python(code).strip() == "[]"


def test_a_program_that_ends_meanwhile_ends_well(fresh_python):
    """Python waits for the thread: cutting it off inside LLVM would abort."""
    code = "from convviz.core.sums.adding import compiler; compiler.start(); print('done')"
    assert fresh_python(code).strip() == "done"
