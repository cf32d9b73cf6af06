"""The view of the Network page: worked out of a state and of what was computed, and set where it differs."""

from dataclasses import replace
from unittest.mock import MagicMock

import numpy as np
import pytest

from convviz.document.state.state import Movement, NetworkState, Paper
from convviz.network.compute.forward import activations
from convviz.network.edit.changes import Change, applied
from convviz.network.files.bundled import bundled
from convviz.network.model.terms import Cell
from convviz.pages.network.edits.figures import Figures
from convviz.pages.network.edits.shown import Shown
from convviz.pages.network.kept import Kept
from convviz.pages.network.page.apply import Widgets, apply
from convviz.pages.network.page.view import Looks, Results, resolve
from convviz.pages.network.why.trail import Stop, answer_trail

TRAINED = bundled("lenet")
DIGIT = np.zeros((28, 28), np.float32)
DIGIT[5:23, 13:16] = 1
KNOWN = Figures(0.99)


def computed(shown=None, **changes):
    shown = shown or Shown(TRAINED, TRAINED)
    acts = activations(shown.network, DIGIT)
    return replace(Results(shown, read=DIGIT, acts=acts, acts_of=DIGIT, figures=KNOWN), **changes)


def winner(results):
    return answer_trail(results.shown.network, results.acts.answer)


def test_a_blank_sheet():
    view = resolve(NetworkState(), Results(Shown(TRAINED, TRAINED), figures=KNOWN), Looks())
    assert (view.maps, view.answers, view.before, view.digit, view.steps) == (None, None, None, None, ())
    assert [one.layer for one in view.columns] == [0, 1, 2, 3, 5]
    assert [one.title for one in view.column_texts[:2]] == ["Conv 1", "Pool 1, max 2×2"]
    assert view.status == "<b>Drawing</b>&nbsp; nothing is drawn, so nothing is read"
    assert view.why.drill.sentence.startswith("Nothing is drawn")
    assert (view.info, view.off, view.lab, view.filter, view.hint) == ("", None, False, None, None)
    assert view.facts[-1] == "99.00 % read correctly"


def test_values_on_the_screen():
    results = computed(seconds=0.0021)
    view = resolve(NetworkState(paper=Paper(sample=1)), results, Looks(winner(results)))
    assert view.answers.winner == results.acts.answer
    assert [values.tolist() for values, _ in view.maps] == [
        results.acts.of(one.layer).tolist() for one in view.columns
    ]
    assert view.digit is DIGIT
    assert view.status.startswith("<b>Sample of a 1</b>&nbsp; read as ")
    assert view.info == "all layers 2.1 ms"
    assert len(view.why.drill.rows) == 10


def test_a_chosen_value_lights_what_it_reads():
    results = computed()
    view = resolve(NetworkState(), results, Looks((Stop(Cell(2, 3, 4, 5)),), False, filter=(2, 5)))
    assert view.highlights[2].chosen == (5, 3, 4)
    assert view.highlights[1].window == (1, 2, 5, 6)
    assert (view.off, view.lab) == (False, True)
    assert view.why.tail == "Pool 1"


def test_a_moved_digit_is_named_so():
    results = computed()
    view = resolve(NetworkState(movement=Movement(right=3)), results, Looks(winner(results)))
    assert view.input_header.lines[0] == ("moved by the sliders",)


def edited(kind="off"):
    change = Change(kind, 0, 3)
    return Shown(TRAINED, applied(TRAINED, TRAINED, change), (change,), frozenset({(0, 3)}))


@pytest.mark.parametrize(
    ("figures", "shortest"),
    [
        (Figures(), "changed"),
        (Figures(is_coming=True), "changed …"),
        (Figures(0.5), "changed: 50.00 % read correctly"),
    ],
)
def test_an_edited_network_has_no_figure_of_the_trained_one(figures, shortest):
    before = activations(TRAINED, DIGIT)
    results = computed(edited(), before=before, figures=figures)
    view = resolve(NetworkState(), results, Looks(winner(results)))
    assert view.facts[-1] == shortest
    assert not any("99." in one for one in view.facts)
    assert view.before is before.output
    assert view.highlights[0].off == {3}


def test_the_filters_tab_is_only_worked_out_in_front():
    looks = Looks((Stop(Cell(2, 3, 4, 5)),), False, filter=(0, 3))
    assert resolve(NetworkState(), computed(edited()), looks).filter is None
    view = resolve(NetworkState(), computed(edited()), replace(looks, tab="filter"))
    assert (view.filter.is_changed, view.filter.show.weights.shape) == (True, (5, 5, 1))
    assert view.why.drill is None
    assert view.off is True


def test_what_does_not_change_is_the_same_object():
    kept, results = Kept(), computed()
    state, looks = NetworkState(), Looks(winner(results))
    first = resolve(state, results, looks, kept)
    again = resolve(state, results, replace(looks, pointed=Cell(0, 1, 2, 3)), kept)
    parts = ("facts", "columns", "column_texts", "maps", "highlights", "answers", "steps", "why", "digit")
    assert all(getattr(first, part) is getattr(again, part) for part in parts)
    assert again.hint == (0, 0, 3, 4)


@pytest.fixture
def widgets():
    panel = MagicMock()
    panel.columns = [MagicMock() for _ in range(5)]
    return Widgets(MagicMock(), panel, MagicMock(), MagicMock())


def called(widgets):
    parents = (widgets.strip, widgets.panel, widgets.drill, widgets.filter, *widgets.panel.columns)
    return [name for parent in parents for name, _, _ in parent.mock_calls]


def test_nothing_is_set_where_nothing_differs(widgets):
    kept, results = Kept(), computed()
    looks = Looks(winner(results))
    first, same = (resolve(NetworkState(), results, looks, kept) for _ in range(2))
    apply(widgets, first, same)
    assert called(widgets) == []


def test_only_what_differs_is_set(widgets):
    kept, results = Kept(), computed()
    looks = Looks(winner(results))
    first = resolve(NetworkState(), results, looks, kept)
    pointed = resolve(NetworkState(), results, replace(looks, pointed=Cell(0, 1, 2, 3)), kept)
    apply(widgets, first, pointed)
    assert called(widgets) == ["input.digit.set_hint"]


def test_without_a_view_everything_is_set(widgets):
    results = computed()
    apply(widgets, None, resolve(NetworkState(), results, Looks(winner(results), tab="filter")))
    assert {
        "set_facts", "set_layers", "view.set_values", "view.set_highlights", "answers.view.set_answers",
        "answers.header.set_texts", "input.header.set_texts", "input.steps.set_steps", "set_filter",
    } <= set(called(widgets))  # fmt: skip
