"""The glossary in the window: opened, searched, walked through its links, in each language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtTest import QTest

from convviz.app.dialogs.glossary import GlossaryWindow


def titles(glossary):
    return [glossary.list.item(row).text() for row in range(glossary.list.count())]


@pytest.fixture
def glossary(qtbot, window):
    window.actions_.glossary.trigger()
    qtbot.waitExposed(window._glossary)
    return window._glossary


def test_typing_searches_and_enter_goes_to_the_list(glossary):
    assert len(titles(glossary)) > 30
    QTest.keyClicks(glossary.search, "dilat")
    assert titles(glossary)[0] == "Dilation"
    assert glossary.term() == "dilation"
    assert "k_eff" in glossary.text.toPlainText()
    glossary.search.clear()
    QTest.keyClicks(glossary.search, "qqq")
    assert titles(glossary) == []
    assert "Nothing" in glossary.text.toPlainText()


def test_links_lead_from_word_to_word_and_back(glossary):
    glossary.show_term("kernel")
    assert 'href="weight"' in glossary.text.toHtml()
    glossary.text.anchorClicked.emit(QUrl("weight"))
    assert glossary.term() == "weight"
    assert glossary.list.currentItem().text() == "Weight"
    QTest.mouseClick(glossary.back, Qt.MouseButton.LeftButton)
    assert glossary.term() == "kernel"


def test_words_with_a_space_are_links_too(glossary):
    glossary.show_term("weight")
    glossary.text.anchorClicked.emit(QUrl("dense layer"))
    assert glossary.term() == "dense layer"


@pytest.mark.parametrize(("locale", "title"), [("zh_CN", "步幅"), ("zh_TW", "感受野"), ("en_US", "Stride")])
def test_it_speaks_the_language_of_the_moment(qtbot, locale, title):
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        shown = GlossaryWindow(None)
        qtbot.addWidget(shown)
        assert title in titles(shown)
    finally:
        QLocale.setDefault(before)
