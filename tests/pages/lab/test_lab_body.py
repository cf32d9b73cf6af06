"""Putting a view on the widgets: what differs is set, once, and nothing else."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication

from convviz.core import Kernel, PoolSettings, Settings, run
from convviz.core.samples.pictures import edge_image
from convviz.document.document import Document
from convviz.document.state.state import DocumentState
from convviz.pages.lab import body as lab_body
from convviz.pages.lab.body import CARD_SETTERS, SETTERS, LabBody
from convviz.pages.lab.page import LabPage
from convviz.pages.lab.resolve import resolve
from convviz.pages.lab.view import BLANK, Screen

SETTINGS = Settings(Kernel([[1, 0, -1]] * 3), activation="relu", pool=PoolSettings("max"))
STATE = DocumentState(image=edge_image(), settings=SETTINGS)


def result_of(state):
    return run(state.image, state.settings)


class CountedBody(LabBody):
    """A body that keeps the names of the fields that were set, and what it said."""

    def __init__(self):
        super().__init__()
        self.set_fields = []
        self.said = []
        self.status_changed.connect(self.said.append)
        for _ in self.build_widgets():
            pass

    def fields_of(self, old, new):
        self.set_fields.clear()
        self.apply(old, new)
        return self.set_fields


@pytest.fixture
def body(qtbot, monkeypatch):
    made = CountedBody()
    qtbot.addWidget(made)
    for table in ("SETTERS", "CARD_SETTERS"):
        setters = getattr(lab_body, table)
        monkeypatch.setattr(
            lab_body, table, {name: counted(made, name, put) for name, put in setters.items()}
        )
    return made


def counted(body, name, put):
    def setter(widget, value):
        body.set_fields.append(name)
        put(widget, value)

    return setter


def test_nothing_is_set_when_nothing_differs(body):
    screen = Screen(place=("convolution", (1, 2)), tap=(0, 0))
    result = result_of(STATE)
    view = resolve(STATE, result, screen)
    assert body.fields_of(BLANK, view)
    assert body.fields_of(view, view) == []
    assert body.fields_of(view, resolve(STATE, result, screen, view)) == []
    assert len(body.said) == 1


def test_a_weight_sets_the_kernel_and_then_the_pictures(body):
    view = resolve(STATE, result_of(STATE))
    body.apply(BLANK, view)
    edited = replace(STATE, settings=replace(SETTINGS, kernel=Kernel([[9, 0, -1], [1, 0, -1], [1, 0, -1]])))
    pending = resolve(edited, view.pictures.result, before=view)
    assert body.fields_of(view, pending) == ["settings"]
    done = resolve(edited, result_of(edited), before=pending)
    assert body.fields_of(pending, done) == ["pictures", "traces", *["show", "bar", "loupe"] * 3]
    assert len(body.said) == 2


def test_a_pointed_cell_leaves_the_settings_and_the_pictures_alone(body):
    result = result_of(STATE)
    view = resolve(STATE, result)
    body.apply(BLANK, view)
    pointed = resolve(STATE, result, Screen(place=("input", (2, 2))), view)
    assert set(body.fields_of(view, pointed)) == {"traces", "highlights", "captions", "loupe", "tip"}
    assert body.stages.cards["input"].picture.pointed_cell() == (2, 2)


def test_every_field_of_a_view_has_a_setter():
    known = {
        "explanation",
        "at_rest",
        "strongest",
        "cards",
        "title",
        "status",
        "stale",
    }  # what cards and traces are made of
    assert set(vars(BLANK)) - known == set(SETTERS)
    assert set(vars(BLANK.cards["input"])) - {"pointed"} == set(CARD_SETTERS)


def test_the_code_to_copy_follows_a_weight(body):
    view = resolve(STATE, result_of(STATE))
    body.apply(BLANK, view)
    edited = replace(STATE, settings=replace(SETTINGS, kernel=Kernel([[77, 0, -1]] * 3)))
    body.apply(view, resolve(edited, view.pictures.result, before=view))
    body.formula.copy("scipy")
    assert "77" in QGuiApplication.clipboard().text()


def test_settings_that_a_person_edits_keep_the_newest_weights(body):
    view = resolve(STATE, result_of(STATE))
    body.apply(BLANK, view)
    kernel = Kernel([[77, 0, -1]] * 3)
    edited = replace(STATE, settings=replace(SETTINGS, kernel=kernel))
    body.apply(view, resolve(edited, view.pictures.result, before=view))
    said = []
    body.settings_panel.settings_edited.connect(lambda settings, key: said.append(settings))
    body.settings_panel.convolution.operation.button("convolve").click()
    assert said[0].kernel == kernel
    assert said[0].operation == "convolve"


def test_a_page_that_is_built_late_shows_the_result_that_is_there(qtbot):
    document = Document(STATE)
    result = result_of(STATE)
    document.results.keep(result)
    page = LabPage(document)
    qtbot.addWidget(page)
    assert page.result is result
    assert not page.queue.busy
    content = page.stages.cards["convolution"].picture.content()
    np.testing.assert_array_equal(content.values, result.convolution)
    page.shut_down()
