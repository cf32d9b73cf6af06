"""The window speaks three languages: nothing untranslated, nothing stale, nothing lost on the way."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from convviz import paths

ROOT = Path(__file__).parents[1]
I18N = paths.resource("i18n")
CHINESE = ["zh_Hans", "zh_Hant"]
LANGUAGES = [*CHINESE, "en"]
FILES = [f"convviz_{language}.{ending}" for language in LANGUAGES for ending in ("ts", "qm")]
MESSAGES = 0x69
END, TRANSLATION, SOURCE, CONTEXT = 1, 3, 6, 7
"""Tags of a compiled file: the section with the texts, and what stands in it."""

PLACEHOLDER = re.compile(r"\{\w*(?:![rs])?(?::\w+)?\}|%n|%L?\d")
HAN = "[\u4e00-\u9fff]"


@pytest.fixture(scope="module")
def updated(tmp_path_factory):
    """A copy of the translations, brought up to the texts of the program as `make translations` does."""
    if not Path(sys.executable).with_name("pyside6-lupdate").exists():
        pytest.skip("the translation tools of PySide6 are not beside this Python")
    folder = tmp_path_factory.mktemp("i18n")
    for name in FILES:
        shutil.copy(I18N / name, folder)
    script = ROOT / ".ci" / "translations.sh"
    command = ["env", f"BIN={Path(sys.executable).parent}", str(script), str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    return folder, done


def messages(language, folder=I18N):
    """Context, source and translation (all forms of it) of every text, sorted."""
    found = []
    for context in ElementTree.parse(folder / f"convviz_{language}.ts").getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            forms = translation.findall("numerusform") or [translation]
            texts = [form.text or "" for form in forms]
            found.append((context.findtext("name"), message.findtext("source"), texts))
    return sorted(found)


def sections(data):
    """The parts of a compiled file by their tags: after 16 bytes, each is a tag, a length and its bytes."""
    found, at = {}, 16
    while at < len(data):
        tag, length = struct.unpack_from(">BI", data, at)
        found[tag] = data[at + 5 : at + 5 + length]
        at += 5 + length
    return found


def compiled(language):
    """What `messages` returns, from the file that the window loads."""
    data = sections((I18N / f"convviz_{language}.qm").read_bytes()).get(MESSAGES, b"")
    found, texts, names, at = [], [], {}, 0
    while at < len(data):
        tag = data[at]
        at += 1
        if tag == END:
            found.append((names[CONTEXT], names[SOURCE], texts))
            texts, names = [], {}
            continue
        (length,) = struct.unpack_from(">I", data, at)
        text, at = data[at + 4 : at + 4 + length], at + 4 + length
        if tag == TRANSLATION:
            texts.append(text.decode("utf-16-be"))
        else:
            names[tag] = text.decode()
    return sorted(found)


def test_every_text_of_the_program_is_translated(updated):
    _, done = updated
    assert done.returncode == 0, f"`make translations` finds new texts: {done.stdout}{done.stderr}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_translations_are_of_the_texts_of_the_program(updated, language):
    folder, _ = updated
    assert messages(language) == messages(language, folder), "`make translations` has to be run"


# Not by their bytes: those depend on the version of Qt's tools.
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_has_these_translations(language):
    assert compiled(language) == messages(language), "`make translations` has to be run"


@pytest.mark.parametrize("language", CHINESE)
def test_translations_keep_the_placeholders(language):
    for context, source, texts in messages(language):
        wanted = set(PLACEHOLDER.findall(source))
        for text in texts:
            assert set(PLACEHOLDER.findall(text)) == wanted, (context, source)
            assert ("\n" in source) == ("\n" in text), (context, source)


@pytest.mark.parametrize("language", CHINESE)
def test_chinese_has_chinese_punctuation(language):
    for context, _, texts in messages(language):
        for text in texts:
            assert not re.search(rf"{HAN}[,;:?!]|[,;:?!]\s*{HAN}", text), (context, text)


def other_word(english):
    return "row" if english == "column" else "column"


# What a row is in Beijing is a column in Taipei: a mix-up turns every coordinate around.
@pytest.mark.parametrize(("language", "row", "column"), [("zh_Hans", "行", "列"), ("zh_Hant", "列", "行")])
def test_rows_and_columns_are_not_mixed_up(language, row, column):
    told = {source: texts[0] for _, source, texts in messages(language)}
    assert told["row {row}, column {column}"] == f"第 {{row}} {row}，第 {{column}} {column}"
    for source, text in told.items():
        for english, chinese, other in [("row", row, column), ("column", column, row)]:
            numbered = re.search(rf"\b{english}s? (\{{\w+\}})", source, re.IGNORECASE)
            if numbered and f"第 {numbered[1]}" in text:
                after = text[text.index(numbered[1]) :]
                assert re.findall("[行列]", after)[0] == chinese, (source, text)
            if english in source.lower() and other_word(english) not in source.lower():
                assert other not in text, (source, text)


@pytest.mark.parametrize(
    ("language", "foreign"),
    [
        ("zh_Hans", ["檔", "視窗", "預設", "軟體", "程式", "記憶體", "機率", "網路"]),
        ("zh_Hant", ["文件", "默認", "屏幕", "程序", "內存", "軟件", "網絡", "概率", "保存", "導出", "粘貼"]),
    ],
)
def test_each_script_uses_its_own_words(language, foreign):
    for _, source, texts in messages(language):
        assert not [word for word in foreign if word in texts[0]], (source, texts)
