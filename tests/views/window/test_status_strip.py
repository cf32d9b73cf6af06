"""The strip at the bottom: a page's note is there while its page is."""

import pytest
from PySide6.QtWidgets import QWidget

from convviz.views.window.messages import StatusStrip, VerdictNote


@pytest.fixture
def strip(qtbot):
    widget = StatusStrip()
    qtbot.addWidget(widget)
    widget.resize(1200, 26)
    widget.show()
    return widget


def test_a_note_is_seen_while_its_page_is_and_it_has_something_to_say(strip):
    one, other = VerdictNote(), VerdictNote()
    for note in (one, other):
        strip.add_note(note)
    one.set_verdict("ok", "equal")
    assert not one.isVisible()
    strip.show_note(one)
    assert one.isVisible()
    assert not other.isVisible()
    strip.show_note(other)
    assert not one.isVisible()
    assert not other.isVisible()
    other.set_verdict("error", "wrong", "because")
    assert other.isVisible()
    strip.show_note(None)
    assert not other.isVisible()


def test_a_note_is_never_cut_for_long_facts(strip):
    note = VerdictNote()
    strip.add_note(note)
    strip.show_note(note)
    strip.set_info("Zoom 12 %")
    strip.set_facts("<b>a very long name</b>" * 30)
    note.set_verdict("ok", "equals SciPy to 2.4 × 10⁻⁵")
    strip.layout().activate()
    assert note.width() >= note.sizeHint().width()
    assert note.height() <= strip.height() - 2


def test_where_there_is_little_room_a_note_says_less(strip):
    note = VerdictNote()
    strip.add_note(note)
    note.set_verdict("ok", "equals SciPy exactly", "Click", short="= SciPy")
    assert (note.text(), note.toolTip()) == ("equals SciPy exactly", "Click")
    strip.resize(900, 26)
    assert (note.text(), note.toolTip()) == ("= SciPy", "equals SciPy exactly\nClick")
    assert note.accessibleName() == "equals SciPy exactly"


def test_the_card_says_all_of_it_and_closes_with_the_verdict(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    note = VerdictNote(parent)
    note.set_verdict("ok", "equal")
    parent.show()
    note.tell("Equal", ["All of it.", "To the last digit."])
    assert note.card.isVisible()
    assert note.card.text() == "Equal\n\nAll of it.\n\nTo the last digit."
    note.set_verdict("caption", "")
    assert not note.card.isVisible()
