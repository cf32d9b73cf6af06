"""What core and document say of files is told in the language of the window."""

from __future__ import annotations

import ast
import xml.etree.ElementTree as ElementTree
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

import convviz
from convviz import paths
from convviz.core.base.translatable import TranslatableError
from convviz.core.kernels.text import parse_weights
from convviz.core.sizes.shapes import AxisSize
from convviz.document.files.experiment import read_experiment
from convviz.network.model.errors import NetworkError
from convviz.pages.network import errors
from convviz.pages.network.errors import open_error
from convviz.views.base.texts import reason_text, say

PACKAGE = Path(convviz.__file__).parent
ROOMS = ("core", "document", "network")
HANDED_ON = {"error": 0, "where": 1}
"""Functions of the document that are handed a template, and which argument it is."""


@pytest.fixture(scope="module")
def find_texts():
    spec = spec_from_file_location("find_texts", PACKAGE.parent / ".ci" / "find_texts.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["zh_Hans", "zh_Hant"])
def test_every_text_that_is_found_is_translated(find_texts, language):
    root = ElementTree.parse(paths.resource("i18n") / f"convviz_{language}.ts").getroot()
    known = {
        (context.findtext("name"), message.findtext("source"))
        for context in root.findall("context")
        for message in context.findall("message")
        if message.find("translation").get("type") is None
    }
    found = {(context, text) for context, text, _ in find_texts.all_texts(PACKAGE)}
    assert len(found) > 100
    assert found - known == set()


def test_say_is_found_with_its_values_and_plural_forms(find_texts):
    source = (
        """say("Lab", "max {size}", size=size)\nsay("Lab", "%n cells", len(cells))\nself.say("no text")"""
    )
    assert list(find_texts.texts(source)) == [("Lab", "max {size}", False), ("Lab", "%n cells", True)]


@pytest.mark.parametrize("call", ['say("Lab", name)', 'say("Lab", f"{size} cells")', 'say("Lab")'])
def test_say_without_a_text_of_its_own_is_refused(find_texts, call):
    with pytest.raises(ValueError, match="line 1"):
        list(find_texts.texts(call))


def test_say_translates_and_fills_in(qapp, chinese):
    assert say("Lab", "max {size}", size="2×2") == "最大池化 2×2"
    assert say("Lab", "Pooling") == "池化"
    assert say("Nowhere", "{braces} stay") == "{braces} stay"


def templates(find_texts):
    """The template of every error that is raised: where, whether it has to be marked, and its expression."""
    for path in sorted(path for room in ROOMS for path in (PACKAGE / room).rglob("*.py")):
        at = {**find_texts.TEMPLATE_AT, **(HANDED_ON if "document" in path.parts else {})}
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        plain = [node for node in tree.body if isinstance(node, ast.Assign)]
        for scope in [*functions, ast.Module(plain, [])]:
            for call in (node for node in ast.walk(scope) if isinstance(node, ast.Call)):
                name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                if name in at and len(call.args) > at[name]:
                    template = call.args[at[name]]
                    found = name in find_texts.TEMPLATE_AT and isinstance(template, ast.Constant)
                    kind = getattr(call.args[0], "value", "")
                    shown = find_texts.TEMPLATE_AT.get(name) != 1 or kind in find_texts.IN_BRACKETS
                    yield f"{path.name}:{call.lineno}", shown and not found, given(template, call, scope)


def given(expression, call, scope):
    """The expression; for a name the one that was assigned to it last, None for a parameter."""
    if not isinstance(expression, ast.Name):
        return expression
    assigned = [
        node
        for node in ast.walk(scope)
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == expression.id
    ]
    before = [node for node in assigned if node.lineno < call.lineno]
    return max(before, key=lambda node: node.lineno).value if before else None


def is_plain(expression):
    """Whether a text stands there without the mark `translatable`."""
    if isinstance(expression, ast.IfExp):
        return is_plain(expression.body) or is_plain(expression.orelse)
    return isinstance(expression, ast.Constant)


def test_every_template_is_found_for_the_translators(find_texts):
    """It stands in the error itself, or is marked where a variable gets it."""
    found = list(templates(find_texts))
    assert len(found) > 150
    assert [place for place, has_mark, text in found if has_mark and is_plain(text)] == []


def test_no_template_is_put_together_before_it_is_translated(find_texts):
    assert [
        place for place, _, text in templates(find_texts) if isinstance(text, ast.JoinedStr | ast.BinOp)
    ] == []


def test_what_a_page_puts_into_brackets_is_found_for_the_translators(find_texts):
    in_brackets = {kind for kind, text in errors._sentences().items() if "{reason}" in text}
    assert in_brackets | {"checksum"} == find_texts.IN_BRACKETS  # which has no sentence of its own


def test_a_network_is_refused_in_one_language(qapp):
    class Pseudo(QTranslator):
        def translate(self, context, text, disambiguation=None, n=-1):
            return f"«{text}»" if context in ("Network", "Reasons") else ""

    error = NetworkError("shape", "the layer {name!r}: {cause}", name="{odd}", cause=misfit())
    translator = Pseudo(qapp)
    qapp.installTranslator(translator)
    text = open_error("my.keras", error)
    qapp.removeTranslator(translator)
    assert text.startswith("«The layers of my.keras do not fit together («the layer '{odd}': «kernel 5")


def misfit():
    with pytest.raises(ValueError, match="kernel 5") as caught:
        AxisSize(3, 5)
    return caught.value


def test_a_sentence_in_a_sentence_is_translated_too(qapp, chinese):
    with pytest.raises(ValueError) as caught:
        parse_weights("1 0 -1\n1 0 abc")
    assert reason_text(caught.value) == "第 2 行，第 3 列：'abc' 不是数值"


def test_an_experiment_that_is_none_is_told_with_its_file(qapp, chinese, tmp_path):
    path = tmp_path / "notes.convviz"
    path.write_text("hello")
    with pytest.raises(ValueError) as caught:
        read_experiment(path)
    assert reason_text(caught.value) == "无法打开 notes.convviz：这不是 ConvViz 实验，或已损坏。"


@pytest.fixture
def chinese(qapp):
    from convviz.app.preferences import Languages

    font = qapp.font()
    languages = Languages(qapp)
    languages.apply("zh_Hans")
    yield
    languages.apply("en")
    qapp.setFont(font)


def test_names_in_a_sentence_are_visible_and_the_sentence_stays_as_it_is():
    assert say("Nowhere", "{name}\nis {size}\u00a0kB", name="a\n\u202eb\x1b", size=3) == (
        "a\\n\\u202eb\\x1b\nis 3\u00a0kB"
    )
    assert reason_text(
        TranslatableError("no file {name!r}: {cause}", name="a\n", cause=OSError("b\x1b"))
    ) == ("no file 'a\\n': b\\x1b")
