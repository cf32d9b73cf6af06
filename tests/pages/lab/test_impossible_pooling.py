"""A pooling that does not fit stops nothing before it: the stages stay live, and its card says why not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from convviz.core import Image, Kernel, PoolSettings, Settings, run
from convviz.document.document import Document
from convviz.document.state.state import DocumentState
from convviz.pages.lab.page import LabPage

PICTURE = Image(np.arange(15, dtype=np.uint8).reshape(3, 5))
GOOD = Settings(Kernel([[1, 0, -1]]), padding="same", pool=PoolSettings("max", (2, 2), (2, 2)))
TOO_LARGE = replace(GOOD, pool=PoolSettings("max", (4, 2), (2, 2)))


@pytest.fixture
def lab(qtbot):
    document = Document(DocumentState(image=PICTURE, settings=GOOD))
    page = LabPage(document)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    qtbot.waitUntil(lambda: page.result is not None and page.result.settings == GOOD)
    yield page
    page.shut_down()


def computed(qtbot, page):
    qtbot.waitUntil(lambda: not page.queue.busy)
    return page.result


def test_the_stages_before_it_follow_every_edit(qtbot, lab):
    lab.document.edit("Pooling", settings=TOO_LARGE)
    for weights in ([[1, 0, -1]], [[2, 0, 0]], [[0, 3], [1, 0]]):
        kernel = Kernel(weights)
        lab.document.edit_settings("Kernel", kernel=kernel)
        possible = replace(TOO_LARGE, kernel=kernel, pool=PoolSettings())
        qtbot.waitUntil(lambda s=possible: lab.result.settings == s)
        expected = run(PICTURE, possible)
        cards = lab.stages.cards
        for stage in ("convolution", "activation"):
            shown = cards[stage].picture.content()
            if shown is not None:
                assert np.array_equal(shown.values, expected.stage(stage))
        assert not lab.view.cards["convolution"].greyed
        assert lab.view.cards["convolution"].stale == ""
    assert [key for key, _ in lab.export_stages()] == ["input", "convolution", "activation"]


def test_its_card_says_why_and_the_sentence_stands_there_alone(qtbot, lab):
    lab.document.edit("Pooling", settings=TOO_LARGE)
    computed(qtbot, lab)
    card = lab.view.cards["pooling"]
    assert "4×2" in card.stale
    assert "3×5" in card.stale
    assert lab.stages.cards["pooling"].stale.isVisible()
    assert card.show is None
    assert lab.settings_panel.pooling.window_size.rows.property("invalid") is True
    assert lab.strip.error.text() == ""
    assert lab.settings_panel.pooling.kind_row.error.text() == ""
    assert lab.strip.convolution.text() == "3 × 5"


def test_a_pooling_that_fits_again_brings_everything_back(qtbot, lab):
    lab.document.edit("Pooling", settings=TOO_LARGE)
    computed(qtbot, lab)
    lab.document.undo()
    qtbot.waitUntil(lambda: lab.result.settings == GOOD)
    assert lab.view.cards["pooling"].stale == ""
    assert lab.stages.cards["pooling"].picture.content().values.shape == (1, 2)
    assert not lab.settings_panel.pooling.window_size.rows.property("invalid")


def test_a_picture_opened_with_it_shows_its_stages(qtbot, lab):
    lab.document.edit("Pooling", settings=TOO_LARGE)
    small = Image(np.full((2, 3), 7, np.uint8))
    lab.document.edit("Open picture", image=small)
    qtbot.waitUntil(lambda: lab.result.image is small)
    assert lab.stages.cards["convolution"].picture.content().values.shape == (2, 3)
    assert "4×2" in lab.view.cards["pooling"].stale


def test_the_sentence_lies_over_its_card_and_moves_no_picture(qtbot, lab):
    pictures = [card.picture for card in lab.stages.cards.values()]
    before = [picture.geometry() for picture in pictures]
    lab.document.edit("Pooling", settings=TOO_LARGE)
    computed(qtbot, lab)
    card = lab.stages.cards["pooling"]
    qtbot.waitUntil(card.stale.isVisible)
    assert [picture.geometry() for picture in pictures] == before
    assert card.stale.geometry().top() == card.picture.geometry().top()
    assert card.picture.geometry().contains(card.stale.geometry())
