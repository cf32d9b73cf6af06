"""Closing the window while a page is at work: only a person ends that."""

import pytest


@pytest.fixture
def answers(window, monkeypatch):
    """Whether the window may be closed; what was asked stands beside it."""
    given = {"may": False, "asked": []}

    def may_end(parent, loss):
        given["asked"].append(loss)
        return not loss or given["may"]

    monkeypatch.setattr(window.dialogs, "may_end", may_end)
    return given


def test_a_page_at_work_keeps_the_window_open(window, answers):
    window.page("lab").work_to_lose = lambda: "A network is being trained."
    assert not window.close()
    assert answers["asked"] == ["A network is being trained."]
    answers["may"] = True
    assert window.close()


def test_pages_that_have_nothing_to_lose_are_not_asked_about(window, answers):
    window.page("lab").work_to_lose = lambda: ""
    assert window.close()
    assert answers["asked"] == [""]
