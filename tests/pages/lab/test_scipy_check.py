"""SciPy's verdict in the Lab: when it comes, what it says, and the code that a click copies."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from convviz.core.images.image import Image, from_array
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import Settings
from convviz.core.stages.on_demand import MapOnDemand
from convviz.core.stages.pipeline import Cancelled, run
from convviz.document.document import Document
from convviz.document.state.state import DocumentState
from convviz.pages.lab import scipy_check
from convviz.pages.lab.page import LabPage
from convviz.pages.lab.scipy_check import ScipyCheck
from convviz.views.window.messages import VerdictNote

RNG = np.random.default_rng(4)
SOBEL = Kernel([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
FRACTIONS = Kernel(RNG.normal(size=(3, 3)), divisor=3)


@pytest.fixture
def page(lab_page):
    return lab_page


def show(qtbot, page, image, settings):
    page.document.open(DocumentState(image=image, settings=settings))
    judged(qtbot, page)


def judged(qtbot, page):
    """Wait for the verdict on what the document holds."""

    def there():
        result = page.result
        shown = result is not None and result.settings == page.document.settings
        return shown and result.image is page.document.state.image and page.scipy_check.report is not None

    qtbot.waitUntil(there, timeout=20_000)


def click(page):
    page.note.click()
    return QGuiApplication.clipboard().text(), page.note.card.text()


def small(channels=()):
    return Image(RNG.integers(0, 256, (20, 30, *channels), dtype=np.uint8), name="small.png")


def test_the_verdict_appears_when_edits_pause(page, qtbot):
    show(qtbot, page, small(), Settings(SOBEL, padding="same"))
    assert page.note.text() == "✓ equals SciPy exactly"
    assert page.note.property("verdict") == "ok"
    page.document.edit_settings("Kernel", kernel=FRACTIONS)
    assert page.note.text() == ""
    judged(qtbot, page)
    assert page.note.text().startswith("✓ equals SciPy to ")
    assert " × 10⁻" in page.note.text()


def test_other_colours_are_no_other_map(page, qtbot):
    show(qtbot, page, small((3,)), Settings(FRACTIONS, channels="each"))
    report = page.scipy_check.report
    page.document.edit("Channel", shown_channel=1)
    assert page.scipy_check.report is report
    assert page.scipy_check.at_rest
    assert page.note.text() != ""


def test_undo_to_a_result_that_is_still_there_is_judged(page, qtbot):
    show(qtbot, page, small(), Settings(SOBEL))
    page.document.edit_settings("Kernel", kernel=FRACTIONS)
    page.document.undo()
    judged(qtbot, page)
    assert page.note.text() == "✓ equals SciPy exactly"


def test_impossible_settings_have_no_verdict(page, qtbot):
    show(qtbot, page, small(), Settings(SOBEL))
    page.document.edit_settings("Kernel", kernel=Kernel(np.ones((31, 31))))
    assert page.note.text() == ""
    assert page.scipy_check.at_rest


def test_a_click_tells_all_of_it_and_copies_code_that_finds_the_same(page, qtbot, fresh_python):
    show(qtbot, page, small((3,)), Settings(FRACTIONS, padding="same", channels="sum", bias=2.5))
    report = page.scipy_check.report
    code, told = click(page)
    assert "Compared: all values of the map, 600." in told
    assert "scipy.ndimage.correlate" in told
    assert "27 products" in told
    assert "export Input and Convolution" in told
    assert "small input.npy" in code
    assert report.tolerance.value > 0


def test_code_of_few_numbers_runs_as_it_is(page, qtbot, fresh_python):
    values = RNG.normal(size=(9, 9)).astype(np.float32)
    values[4, 4] = np.nan
    show(qtbot, page, Image(values, -1.0, 1.0), Settings(FRACTIONS, operation="convolve", fill="wrap"))
    report = page.scipy_check.report
    code, told = click(page)
    assert "touch NaN or infinity: 9." in told
    assert "with all the numbers in it" in told
    said = f"{report.compared} values compared, 9 left out, largest difference {report.difference}"
    assert fresh_python(code).splitlines()[0] == said


def test_code_of_a_photo_runs_on_the_exported_files(page, qtbot, fresh_python, tmp_path):
    settings = Settings(FRACTIONS, padding="same", channels="each", stride=(2, 1), fill="mean")
    show(qtbot, page, small((3,)), settings)
    code, told = click(page)
    for stage in ("input", "convolution"):
        assert f"small {stage}.npy" in told
        page.export_stage(stage, str(tmp_path / f"small {stage}.npy"))
    done = fresh_python(f"import os; os.chdir({str(tmp_path)!r})\n{code}").splitlines()
    report = page.scipy_check.report
    assert done[0] == f"900 values compared, 0 left out, largest difference {report.difference}"
    assert done[1] == f"allowed: {report.tolerance.value}"


def test_a_large_photo(page, qtbot, fresh_python, tmp_path):
    image = Image(RNG.integers(0, 256, (1500, 2000), dtype=np.uint8), name="large.png")
    show(qtbot, page, image, Settings(FRACTIONS, padding="same"))
    assert [part.kind for part in page.scipy_check.report.parts] == ["whole"]  # the screen shows all of it
    page.stages.viewport.set_scale(1.0)
    assert page.scipy_check.at_rest  # everything has been compared
    page.document.edit_settings("Bias", bias=1.0)
    judged(qtbot, page)
    first = page.scipy_check.report
    page.stages.viewport.pan(QPointF(-200, -100))
    assert page.note.text() != ""  # what was said is still true
    qtbot.waitUntil(lambda: page.scipy_check.report is not first, timeout=20_000)
    code, told = click(page)
    rows, columns = page.visible_map()
    seen = (
        f"what the screen shows (rows {rows[0]:,} to {rows[-1]:,}, columns {columns[0]:,} to {columns[-1]:,})"
    )
    assert seen in told
    assert "all four borders, 64 patches of 16 × 16 cells placed at random" in told
    for stage in ("input", "convolution"):
        page.export_stage(stage, str(tmp_path / f"large {stage}.npy"))
    done = fresh_python(f"import os; os.chdir({str(tmp_path)!r})\n{code}").splitlines()
    report = page.scipy_check.report
    assert done[0] == f"{report.compared} values compared, 0 left out, largest difference {report.difference}"


def test_the_picture_alone_without_a_finite_window(page, qtbot):
    show(qtbot, page, Image(np.full((3, 3), np.nan, np.float32), 0.0, 1.0), Settings(SOBEL))
    assert page.note.text() == "not compared with SciPy"
    assert page.note.property("verdict") == "caption"
    assert "Nothing could be compared" in click(page)[1]


def test_the_page_can_close_while_scipy_is_computing(qtbot, monkeypatch):
    begun = []

    def endless(result, visible, *, cancelled):
        begun.append(result)
        while not cancelled():
            pass
        raise Cancelled

    monkeypatch.setattr(scipy_check, "check", endless)
    page = LabPage(Document())
    page.document.open(DocumentState(image=small(), settings=Settings(SOBEL)))
    qtbot.waitUntil(lambda: bool(begun), timeout=20_000)
    qtbot.waitUntil(lambda: page.note.text() == "comparing with SciPy…")
    page.shut_down()
    assert page.scipy_check.at_rest or page.note.text() == ""
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Bench:
    """A referee without a page, over a document whose results are handed over by the test."""

    def __init__(self, note):
        self.held = []
        self.document = Document()
        self.note = note
        self.scipy_check = ScipyCheck(self.document, note, lambda: None, dragging=lambda: bool(self.held))

    def open(self, settings=None, image=None):
        image = image or from_array(RNG.integers(0, 9, (8, 8)))
        self.document.open(DocumentState(image=image, settings=settings or Settings(SOBEL)))
        return run(image, self.document.settings)


@pytest.fixture
def bench(qtbot):
    note = VerdictNote()
    qtbot.addWidget(note)
    made = Bench(note)
    yield made
    made.scipy_check.close()


def test_a_wrong_value_is_told_with_its_place(bench, qtbot):
    right = bench.open(Settings(SOBEL, channels="grey"))
    values = np.array(right.convolution)
    values[2, 3] += 0.5
    bench.scipy_check.set_result(replace(right, convolution=values))
    qtbot.waitUntil(lambda: bench.scipy_check.report is not None)
    assert bench.note.text() == "≠ differs from SciPy by 0.5 at (2, 3)"
    assert bench.note.property("verdict") == "error"
    bench.note.click()
    assert "at row 2, column 3" in bench.note.card.text()
    assert "Values that differ by more: 1." in bench.note.card.text()


def test_nothing_begins_while_somebody_drags(bench, qtbot):
    bench.held.append("down")
    bench.scipy_check.set_result(bench.open())
    bench.scipy_check._rest.timeout.emit()
    assert not bench.scipy_check.busy
    assert bench.scipy_check._rest.isActive()
    bench.held.clear()
    qtbot.waitUntil(lambda: bench.scipy_check.report is not None)


def test_an_edit_ends_what_is_going_on(bench, qtbot, monkeypatch):
    asked = []

    def slow(result, visible, *, cancelled):
        asked.append(result)
        while len(asked) == 1 and not cancelled():
            pass
        return lab_referee_check(result, visible, cancelled=cancelled)

    lab_referee_check = scipy_check.check
    monkeypatch.setattr(scipy_check, "check", slow)
    bench.scipy_check.set_result(bench.open())
    qtbot.waitUntil(lambda: len(asked) == 1)
    second = bench.open(Settings(FRACTIONS))
    assert bench.note.text() == ""
    bench.scipy_check.set_result(second)
    qtbot.waitUntil(lambda: bench.scipy_check.report is not None)
    assert len(asked) == 2
    assert not bench.scipy_check.report.tolerance.exact


def test_results_of_other_settings_and_on_demand_are_not_compared(bench):
    result = bench.open()
    bench.scipy_check.set_result(replace(result, settings=Settings(FRACTIONS)))
    demand = MapOnDemand(lambda *_: result.convolution, result.convolution.shape, np.float32)
    bench.scipy_check.set_result(replace(result, convolution=demand))
    assert bench.scipy_check.at_rest


def test_why_there_is_no_verdict(bench, qtbot, monkeypatch):
    def missing(result, visible, *, cancelled):
        raise ImportError("No module named 'scipy'")

    monkeypatch.setattr(scipy_check, "check", missing)
    bench.scipy_check.set_result(bench.open())
    qtbot.waitUntil(lambda: bench.note.text() != "")
    assert bench.note.text() == "not compared with SciPy"
    assert "No module named 'scipy'" in bench.note.toolTip()
    bench.note.click()
    assert "No module named 'scipy'" in bench.note.card.text()


def test_moving_a_small_map_asks_nothing(bench, qtbot):
    bench.scipy_check.set_result(bench.open())
    qtbot.waitUntil(lambda: bench.scipy_check.report is not None)
    bench.scipy_check.look_again()
    assert bench.scipy_check.at_rest


def test_scipy_is_imported_by_the_comparison_alone(fresh_python):
    code = "import sys, convviz.pages.lab.scipy_check; print('scipy.ndimage' in sys.modules)"
    assert fresh_python(code).strip() == "False"
