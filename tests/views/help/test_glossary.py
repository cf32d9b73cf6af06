"""The glossary: the same words in three languages, links that lead somewhere, a search that finds them."""

from __future__ import annotations

import re

import pytest

from convviz.views.help.glossary import LANGUAGES, search, terms

HAN = re.compile("[\u4e00-\u9fff]")
MUST = set(
    "kernel|filter|window|receptive field|feature map|stride|dilation|padding|cross-correlation|convolution|"
    "activation|pooling|softmax|logit|channel|weight|bias|dense layer|epoch|batch|accuracy".split("|")
)


def test_it_has_the_words_of_the_field():
    assert set(terms("en")) >= MUST


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words_and_links(language):
    assert list(terms(language)) == list(terms("en"))
    for key, term in terms(language).items():
        assert set(term.links()) <= set(terms("en")) - {key}, key
        assert set(term.links()) == set(terms("en")[key].links()), key
        assert bool(HAN.search(term.text)) == (language != "en")
        assert "[[" not in term.html("#000")


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_chinese_follows_the_rules_of_the_window(language):
    from tests.test_translations import MISLEADING

    for key, term in terms(language).items():
        text = re.sub(r"\[\[[^]|]*\|([^]]*)\]\]", r"\1", term.text)
        assert not [word for word in MISLEADING[language].split() if word in text], key
        assert not re.search(r"[\u4e00-\u9fff] [\u4e00-\u9fff]|[\u4e00-\u9fff][A-Za-z0-9(]", text), (
            key,
            text,
        )
        assert not re.search(r"[A-Za-z0-9)][\u4e00-\u9fff]|[\u4e00-\u9fff][,;:.?!]", text), (key, text)


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("stride", "en", "stride"),
        ("步长", "en", "stride"),
        ("步長", "zh_Hans", "stride"),
        ("Receptive", "zh_Hant", "receptive field"),
        ("感受野", "zh_Hans", "receptive field"),
        ("correlat", "en", "cross-correlation"),
    ],
)
def test_a_word_is_found_by_its_names_in_every_language(text, language, first):
    assert search(text, language)[0] == first


def test_what_only_speaks_of_a_word_comes_later_and_nothing_fits_nonsense():
    found = search("kernel", "en")
    assert found[0] == "kernel"
    assert "bias" in found
    assert search("", "en") == sorted(terms("en"), key=lambda key: terms("en")[key].title.casefold())
    assert search("qqq", "en") == []
