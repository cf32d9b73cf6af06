from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from convviz.app import application
from convviz.app.application import WarmUp
from convviz.core.sums.adding import agree
from convviz.core.sums.native import Compiler

START = """
import os, signal, sys
from PySide6.QtCore import QSettings, QTimer
for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
    QSettings.setPath(kind, QSettings.Scope.UserScope, sys.argv[1])
from convviz.app import application
make = application.open_window

def opened(app):
    window = make(app)
    {steps}
    return window

application.open_window = opened
print("status", application.run_window())
print("tensorflow" in sys.modules)
"""


@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_signals_end_the_program_in_order(name, status, fresh_python, tmp_path):
    steps = f"QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.{name}))"
    output = fresh_python(START.format(steps=steps), arguments=[str(tmp_path)])
    assert output.splitlines() == [f"status {status}", "False"]


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_signals_leave_the_work_to_go_on_with(name, fresh_python, tmp_path):
    steps = f"""
    from dataclasses import replace
    from convviz.core.samples.pictures import x_image
    window.document.open(replace(window.document.state, image=x_image()))
    window.document.edit_settings("Bias", bias=7.0)
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.{name}))
    """
    fresh_python(START.format(steps=steps.strip()), arguments=[str(tmp_path)])
    steps = """
    print(window.going_on.offer_texts()[1])
    window.going_on.page_wanted.connect(lambda page: QTimer.singleShot(0, seen))
    QTimer.singleShot(0, window.going_on.go_on)

    def seen():
        print(window.document.settings.bias, window.isWindowModified())
        window.document.undo()
        window.going_on.on_logout()
        window.close()
    """
    output = fresh_python(START.format(steps=steps.strip()), arguments=[str(tmp_path)])
    assert output.splitlines()[:2] == ["The X · Lab", "7.0 True"]


def test_languages_and_themes_can_be_switched_while_the_window_is_open(fresh_python, tmp_path):
    steps = """
    window.files.images.loaded.connect(lambda _: QTimer.singleShot(0, switch))
    window.files.open_sample("x")

    def switch():
        for language in ("zh_Hans", "zh_Hant", "en"):
            window.preferences.language = language
        for theme in ("dark", "light"):
            window.preferences.theme = theme
        print(window.rail.entry("lab").text(), window.bar.title(), window.stack.currentIndex())
        window.close()
    """
    output = fresh_python(START.format(steps=steps.strip()), arguments=[str(tmp_path)])
    assert output.splitlines() == ["Lab The X 1", "status 0", "False"]


def test_a_network_that_is_opened_anywhere_is_shown_on_the_network_page(fresh_python, tmp_path):
    steps = """
    from convviz.network.tensorflow.worker import Worker
    from convviz.paths import resource
    Worker.start = lambda self: None

    def shown(network):
        print(network.title, window.current_page() is window.page("network"))
        QTimer.singleShot(0, window.close)

    window.page("network").opened.opener.opened.connect(shown)
    window.files.open_path(resource("models", "mlp_tutorial.keras"))
    """
    output = fresh_python(START.format(steps=steps.strip()), arguments=[str(tmp_path)])
    assert output.splitlines() == ["mlp_tutorial True", "status 0", "False"]


def test_mnist_that_is_opened_on_the_network_page_is_its_data(fresh_python, tmp_path, few_digits):
    steps = f"""
    from convviz.network.tensorflow.worker import Worker
    Worker.start = lambda self: None

    def shown(data):
        page = window.page("network")
        print(len(data.test), window.current_page() is page, page.drill.tab(), window.band.text())
        QTimer.singleShot(0, window.close)

    window.files.open_sample("x")
    window.page("network").tabs.confusion.loader.loaded.connect(shown)
    window.show_page("network")
    window.files.open_path({str(few_digits)!r})
    """
    nowhere_else = {"CONVVIZ_MNIST": "", "KERAS_HOME": str(tmp_path)}
    output = fresh_python(
        START.format(steps=steps.strip()), arguments=[str(tmp_path)], environment=nowhere_else
    )
    assert output.splitlines() == ["60 True confusion ", "status 0", "False"]


@pytest.mark.slow
def test_machine_code_is_made_after_the_first_painting(qtbot, monkeypatch):
    compiler, window = Compiler(agree), QWidget()
    monkeypatch.setattr(application, "compiler", compiler)
    qtbot.addWidget(window)
    WarmUp(window)
    qtbot.wait(0)
    assert not compiler.begun
    window.show()
    qtbot.waitUntil(lambda: compiler.begun)
    assert compiler.wait()


def test_nothing_of_it_is_imported_before(fresh_python):
    """Neither LLVM nor SciPy nor a reader of files is on the way to the first painted window."""
    code = "import convviz.app.application, convviz.pages.lab.page, sys; "
    code += "names = {'llvmlite', 'numba', 'scipy.signal', 'tensorflow', 'tifffile', 'pi_heif'}; "
    code += "print(sorted(names & set(sys.modules)))"
    assert fresh_python(code).strip() == "[]"


def test_a_program_that_ends_meanwhile_ends_well(fresh_python):
    """Python waits for the thread: cutting it off inside LLVM would abort."""
    code = "from convviz.core.sums.adding import compiler; compiler.start(); print('done')"
    assert fresh_python(code).strip() == "done"
