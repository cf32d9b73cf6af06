"""What core and document say of files is told in the language of the window."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import convviz
from convviz.core.kernel_text import parse_weights
from convviz.document.files import read_experiment
from convviz.views.reasons import EXPERIMENT_SENTENCES, KERNEL_SENTENCES, MNIST_SENTENCES, reason_text

PACKAGE = Path(convviz.__file__).parent
RAISED = {"WordedError", "ExperimentError", "_error"}


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
        ("core", ["kernel_text", "kernel_files", "kernels"], KERNEL_SENTENCES),
        (
            "document",
            "json_fields files image_json state_json film_json network_json paper_json".split(),
            EXPERIMENT_SENTENCES,
        ),
        ("network", ["mnist"], MNIST_SENTENCES),
    ],
)
def test_every_sentence_can_be_translated(folder, names, listed):
    raised = set().union(*(templates(PACKAGE / folder / f"{name}.py") for name in names))
    assert raised == set(listed)


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
