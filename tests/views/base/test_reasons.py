"""What core and document say of files is told in the language of the window."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

import convviz
from convviz.core.kernels.text import parse_weights
from convviz.core.sizes.shapes import AxisSize
from convviz.document.files.experiment import read_experiment
from convviz.network.model.errors import NetworkError
from convviz.pages.network.errors import open_error
from convviz.views.base.reasons import (
    EXPERIMENT_SENTENCES,
    KERNEL_SENTENCES,
    MNIST_SENTENCES,
    NETWORK_SENTENCES,
    SHAPE_SENTENCES,
    reason_text,
)

PACKAGE = Path(convviz.__file__).parent
RAISED = {"TranslatableError", "ExperimentError", "_error"}


def templates(path):
    """The texts in calls of the errors, and those put into a variable ``text`` before."""
    found = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in RAISED:
            found |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "text":
            parts = (
                [node.value.body, node.value.orelse] if isinstance(node.value, ast.IfExp) else [node.value]
            )
            found |= {part.value for part in parts if isinstance(part, ast.Constant)}
    return {text for text in found if isinstance(text, str) and text != "{reason}"}


@pytest.mark.parametrize(
    ("folder", "names", "listed"),
    [
        ("core/kernels", ["text", "files", "kernel"], KERNEL_SENTENCES),
        ("core", ["sizes/shapes", "sizes/numbers", "sizes/padding", "base/exact"], SHAPE_SENTENCES),
        (
            "document",
            "json/fields files/experiment json/image json/state json/film json/network json/paper".split(),
            EXPERIMENT_SENTENCES,
        ),
        ("network/digits", ["mnist"], MNIST_SENTENCES),
    ],
)
def test_every_sentence_can_be_translated(folder, names, listed):
    raised = set().union(*(templates(PACKAGE / folder / f"{name}.py") for name in names))
    assert raised == set(listed)


IN_BRACKETS = (
    "link members large ending missing type model shape input outputs shared nested channels_first".split()
)


def network_errors():
    """Every call of NetworkError: file and line, kind, and the texts that it may have."""
    for path in sorted((PACKAGE / "network").rglob("*.py")):
        for body in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(body, ast.FunctionDef):
                continue
            assigned = [
                (node.lineno, node.value)
                for node in ast.walk(body)
                if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "text"
            ]
            for node in ast.walk(body):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "NetworkError":
                    kind, text = node.args[0], node.args[1]
                    if isinstance(text, ast.Name):
                        before = [(line, value) for line, value in assigned if line < node.lineno]
                        text = max(before, key=lambda one: one[0])[1] if before else text
                    yield f"{path.name}:{node.lineno}", getattr(kind, "value", ""), text


def test_what_is_wrong_with_a_network_is_never_put_together_before_it_is_translated():
    found = list(network_errors())
    assert len(found) > 50
    assert [place for place, _, text in found if isinstance(text, ast.JoinedStr | ast.BinOp)] == []


def test_every_reason_in_brackets_can_be_translated():
    found = [(kind, text) for _, kind, text in network_errors() if isinstance(text, ast.Constant)]
    raised = {text.value for kind, text in found if kind in IN_BRACKETS}
    assert len(raised) > 30
    assert raised - set(NETWORK_SENTENCES) == set()


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
    assert reason_text(caught.value) == "第 2 行，第 3 列：'abc' 不是数"


def test_an_experiment_that_is_none_is_told_with_its_file(qapp, chinese, tmp_path):
    path = tmp_path / "notes.convviz"
    path.write_text("hello")
    with pytest.raises(ValueError) as caught:
        read_experiment(path)
    assert reason_text(caught.value) == "无法打开 notes.convviz：这不是 ConvViz 实验，或已损坏。"


@pytest.fixture
def chinese(qapp):
    from convviz.app.languages import Languages

    font = qapp.font()
    languages = Languages(qapp)
    languages.apply("zh_Hans")
    yield
    languages.apply("en")
    qapp.setFont(font)
