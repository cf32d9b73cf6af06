"""Undo, redo, merging, the limits and the modified mark."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from convviz.core.images.image import Image
from convviz.document.state.history import History
from convviz.document.state.state import DocumentState, FilmState


def titled(title: str) -> DocumentState:
    return DocumentState(title=title)


def history_of(*titles: str, limit: int = 200) -> History:
    history = History(titled(titles[0]), limit=limit)
    for title in titles[1:]:
        history.push(titled(title), f"to {title}")
    return history


def undo_all(history: History) -> list[str]:
    titles = [history.current.title]
    while history.can_undo:
        titles.append(history.undo().title)
    return titles


def test_undo_and_redo_walk_through_the_states() -> None:
    history = history_of("a", "b", "c")
    assert (history.undo_text, history.redo_text) == ("to c", "")
    assert history.undo().title == "b"
    assert (history.undo_text, history.redo_text) == ("to b", "to c")
    assert history.undo().title == "a"
    assert (history.can_undo, history.can_redo, history.undo_text) == (False, True, "")
    assert history.undo().title == "a"
    assert history.redo().title == "b"
    assert history.redo().title == "c"
    assert history.redo().title == "c"


def test_an_edit_drops_what_was_undone() -> None:
    history = history_of("a", "b", "c")
    history.undo()
    assert history.push(titled("d"), "to d")
    assert not history.can_redo
    assert undo_all(history) == ["d", "b", "a"]


def test_an_edit_equal_to_the_present_state_is_none() -> None:
    history = history_of("a", "b")
    history.undo()
    assert not history.push(titled("a"), "nothing")
    assert history.redo_text == "to b"


def test_edits_with_one_merge_key_are_one_step() -> None:
    history = history_of("a")
    for title in "bcd":
        history.push(titled(title), f"to {title}", merge_key="bias")
    assert history.undo_text == "to b"
    assert undo_all(history) == ["d", "a"]


def test_another_key_no_key_or_a_seal_begin_a_new_step() -> None:
    history = history_of("a")
    history.push(titled("b"), "", "bias")
    history.push(titled("c"), "", "stride")
    history.push(titled("d"), "")
    history.push(titled("e"), "", "bias")
    history.seal()
    history.push(titled("f"), "", "bias")
    assert undo_all(history) == ["f", "e", "d", "c", "b", "a"]


def test_after_undo_nothing_merges_into_older_steps() -> None:
    history = history_of("a", "b")
    history.push(titled("c"), "", "bias")
    history.undo()
    history.push(titled("d"), "", "bias")
    assert undo_all(history) == ["d", "b", "a"]


def test_a_drag_back_to_where_it_began_leaves_no_step() -> None:
    history = history_of("a", "b")
    history.push(titled("c"), "", "bias")
    assert history.push(titled("b"), "", "bias")
    assert history.current.title == "b"
    history.push(titled("d"), "", "bias")
    assert undo_all(history) == ["d", "b", "a"]


def test_the_oldest_steps_fall_off() -> None:
    assert undo_all(history_of(*"abcdef", limit=3)) == ["f", "e", "d", "c"]


def test_pictures_bound_the_history_each_counted_once() -> None:
    pictures = [Image(np.full((10, 10), value, np.uint8)) for value in range(4)]
    history = History(DocumentState(image=pictures[0]), image_bytes=200)
    for picture in pictures[1:]:
        history.push(DocumentState(image=picture), "open")
        history.push(replace(history.current, title=f"{picture.values[0, 0]}"), "rename")
    assert undo_all(history) == ["3", "", "2", ""]


def test_one_picture_over_the_bound_is_still_kept() -> None:
    history = History(DocumentState(), image_bytes=10)
    history.push(DocumentState(image=Image(np.zeros((10, 10)))), "open", "key")
    assert history.current.image is not None
    assert not history.can_undo
    history.push(replace(history.current, title="b"), "rename", "key")
    assert history.current.title == "b"


def test_the_modified_mark_follows_the_saved_state() -> None:
    history = history_of("a")
    assert not history.is_modified
    history.push(titled("b"), "", "bias")
    assert history.is_modified
    history.mark_saved()
    history.push(titled("c"), "", "bias")
    assert history.is_modified
    history.undo()
    assert (history.current.title, history.is_modified) == ("b", False)
    history.undo()
    assert history.is_modified
    history.push(titled("b"), "the same by hand")
    assert not history.is_modified


def test_the_film_goes_on_through_undo_and_is_no_edit() -> None:
    history = history_of("a", "b")
    history.mark_saved()
    history.keep_film(FilmState(speed=4))
    assert not history.is_modified
    assert history.undo().film.speed == 4
    history.keep_film(FilmState(speed=8))
    assert history.redo().film.speed == 8
    assert not history.push(replace(history.current, film=FilmState()), "Film")


def test_a_name_that_is_said_anew_follows_the_language():
    language = ["Kernel"]
    history = History(DocumentState())
    history.push(replace(history.current, title="b"), lambda: language[0])
    assert history.undo_text == "Kernel"
    language[0] = "卷积核"
    assert history.undo_text == "卷积核"
    history.undo()
    assert history.redo_text == "卷积核"
