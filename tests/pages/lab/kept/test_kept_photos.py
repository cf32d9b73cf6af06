"""A kept result of a photo: what the screen shows first, whole maps after, all of it beside the window."""

import threading

import numpy as np
import pytest

from convviz.core.images.image import Image
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.kernel_library import library
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.core.stages import pipeline
from convviz.core.stages.on_demand import MapOnDemand
from convviz.document.document import Document
from convviz.document.state.state import DocumentState, KeptResult
from convviz.pages.lab import live as lab_live
from convviz.pages.lab.page import LabPage

SOBEL = Settings(library("sobel_vertical"), padding="same", activation="relu", pool=PoolSettings("max"))
KEPT = KeptResult(Settings(library("laplacian"), stride=(2, 2), activation="relu"))


def photo(seed=1):
    return Image(np.random.default_rng(seed).integers(0, 256, (300, 400), dtype=np.uint8))


@pytest.fixture
def page(qtbot, monkeypatch):
    """Takes every picture for a large one, and waits for a pause that never comes by itself."""
    monkeypatch.setattr(lab_live, "LARGE", 1000)
    monkeypatch.setattr(lab_live, "PAUSE", 3_600_000)
    page = LabPage(Document())
    qtbot.addWidget(page)
    page.resize(1400, 800)
    page.show()
    qtbot.waitExposed(page)
    page.document.open(DocumentState(image=photo(), settings=SOBEL, kept=KEPT))
    qtbot.waitUntil(lambda: page.kept.live.result is not None and page.live.result is not None)
    yield page
    page.shut_down()


def values(page):
    return page.stages.kept.picture.content().values


def test_the_values_of_the_screen_come_before_the_whole_map(page):
    assert isinstance(values(page), MapOnDemand)
    whole = pipeline.run(page.document.state.image, KEPT.settings).convolution
    np.testing.assert_array_equal(values(page)[::7, ::5], whole[::7, ::5])
    page.kept.complete()
    np.testing.assert_array_equal(values(page), whole)


def test_only_the_kept_stage_is_computed(page):
    page.kept.complete()
    result = page.kept.result
    assert result.pooling is None
    assert result.activation is result.convolution


def test_edits_of_the_present_settings_leave_the_kept_map_alone(page):
    page.kept.complete()
    before = page.kept.result
    page.document.edit_settings("Kernel", "drag", kernel=Kernel([[1, 2, 1]]))
    assert page.kept.result is before
    assert not page.kept.whole._work.busy


def test_it_is_computed_beside_the_window(page, monkeypatch):
    threads = []
    run = pipeline.run

    def watched(*args, **kwargs):
        threads.append(threading.current_thread())
        return run(*args, **kwargs)

    monkeypatch.setattr(pipeline, "run", watched)
    page.kept.complete()
    assert threads
    assert threading.main_thread() not in threads


def test_the_present_result_is_taken_where_it_is_the_kept_one(page):
    page.document.edit("Keep", kept=None)
    page.live.complete()
    page.stages.cards["convolution"].action_chosen.emit("convolution", "keep")
    assert page.kept.result is page.result
    assert not page.kept.live.active


def test_letting_it_go_frees_its_memory(page):
    page.kept.complete()
    page.document.edit("Forget", kept=None)
    assert page.kept.result is None
    assert page.kept.live._maker is None
    assert page.stages.kept.picture.content() is None
    assert page.stages.both.pane.content() is None


def test_another_picture_is_computed_anew(page, qtbot):
    page.kept.complete()
    page.document.edit("Open picture", image=photo(2))
    page.kept.complete()
    whole = pipeline.run(page.document.state.image, KEPT.settings).convolution
    np.testing.assert_array_equal(values(page), whole)
