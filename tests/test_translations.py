"""The window speaks three languages: nothing untranslated, nothing stale, nothing lost on the way."""

from __future__ import annotations

import ast
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
OWN_COUNT = {"{millions}": "{ten_thousands}"}
"""Chinese counts pixels in ten thousands: its gap holds another number."""

MISLEADING = {
    "zh_Hans": (
        "正确率 精确率 行方向 列方向 最深 最浅 恢复训练 认错 斜边 非锐化 "
        "取反 已过时 由什么算 没有一种是 不会知道它 得到保持 一笔笔画 可给 对和 新的和 "
        "和的各项 逐项累加 随便猜 归档 批量 验证集 噪点 格线 匀光 相片 "
        "训练所得 膨胀 步长 输出大小 稠密 密集层 过滤器 持化 橡皮。 同上 "
        "竖着 均值模糊 "
    ),
    "zh_Hant": (
        "正確率 精確率 行方向 列方向 最深 最淺 恢復訓練 認錯 誤認 斜邊 "
        "非銳化 取反 已過時 由什麼算 沒有一種是 不會知道它 得到保持 一筆筆畫 可給 對和 "
        "新的和 和的各項 逐項累加 隨便猜 封存 批量 驗證集 噪點 格線 勻光 "
        "相片 訓練所得 膨脹 步長 輸出大小 稠密 密集層 過濾器 持化 逐一通道 "
        "直立輪廓 示範 畫素 摺積 捲積 激勵 同上 "
    ),
}
"""Words that say something else than is meant, or that the glossary leaves to others."""


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
            assert set(PLACEHOLDER.findall(text)) == {OWN_COUNT.get(one, one) for one in wanted}, (
                context,
                source,
            )
            assert ("\n" in source) == ("\n" in text), (context, source)


@pytest.mark.parametrize("language", CHINESE)
def test_chinese_has_chinese_punctuation(language):
    for context, _, texts in messages(language):
        for text in texts:
            assert not re.search(rf"{HAN}[,;:?!]|[,;:?!]\s*{HAN}", text), (context, text)
            assert not re.search(rf"{HAN}\.|\.\.\.|{HAN}\({HAN}|{HAN}\){HAN}", text), (context, text)


# Between two names that a sentence is filled with, `filled` sets or drops it.
@pytest.mark.parametrize("language", CHINESE)
def test_chinese_has_spaces_beside_latin_words_and_figures_only(language):
    for context, _, texts in messages(language):
        for text in texts:
            plain = PLACEHOLDER.sub("_", text)
            assert not re.search(rf"{HAN} +{HAN}|[，。；：？！（）、] | [，。；：？！）、]", plain), (
                context,
                text,
            )
            assert not re.search(rf"{HAN}[A-Za-z0-9]|[A-Za-z0-9%]{HAN}", text), (context, text)


@pytest.mark.parametrize("language", CHINESE)
def test_no_chinese_word_misleads(language):
    for context, _, texts in messages(language):
        for text in texts:
            found = [word for word in MISLEADING[language].split() if word in text]
            assert not found, (context, text)
            assert not re.search("不是[数數](?![值字组組])|最大 ?[{]|单击：|按一下：", text), (context, text)
            assert not re.search("[“”]" if language == "zh_Hant" else "[「」]", text), (context, text)


@pytest.mark.parametrize(
    ("language", "sizes"), [("zh_Hans", ("行数", "列数")), ("zh_Hant", ("列數", "行數"))]
)
def test_size_boxes_count_rows_and_columns(language, sizes):
    told = {(context, source): texts[0] for context, source, texts in messages(language)}
    assert (told["SizeForm", "Rows"], told["SizeForm", "Columns"]) == sizes


def separators(tree):
    """Every join, and every pair of gaps in an f-string, with English punctuation between."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "join":
            between = node.func.value
            if isinstance(between, ast.Constant) and between.value in (", ", "; ", ": "):
                yield node.lineno
        elif isinstance(node, ast.JoinedStr):
            for before, at, after in zip(node.values, node.values[1:], node.values[2:], strict=False):
                ends = isinstance(before, ast.FormattedValue) and isinstance(after, ast.FormattedValue)
                if ends and isinstance(at, ast.Constant) and at.value in (", ", "; ", ": "):
                    yield node.lineno


COORDINATES = re.compile(
    r"\({[\w. +1]+}, {[\w. +1]+}\)|\"{row \+ 1}, {column \+ 1}\"|rules\.append|font-family"
)
"""(3, 4) keeps its half-width brackets and comma."""


# `listed`, `clauses` and `labelled` of convviz/views/base/texts.py say them in every language.
@pytest.mark.parametrize("layer", ["views", "pages", "film", "app"])
def test_what_the_window_joins_has_the_punctuation_of_the_language(layer):
    found = []
    for path in sorted((ROOT / "convviz" / layer).rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        for line in separators(ast.parse(source)):
            if not COORDINATES.search(source.splitlines()[line - 1]):
                found.append(f"{path.relative_to(ROOT)}, line {line}")
    assert not found


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
