"""The README keeps its promises: its Python runs, its commands exist, its output is what is printed."""

import re
import shlex
from pathlib import Path

import numpy as np
import pytest

from convviz.__main__ import main
from convviz.cli import main as cli

# A command that draws would make a lesser application, and no window could be opened after it.
pytestmark = pytest.mark.usefixtures("qapp")

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)


def test_the_python_example_runs_and_says_what_its_comments_say():
    (code,) = blocks("python")
    assert len(code.strip().splitlines()) <= 12
    names = {}
    exec(code, names)
    core, edge, kernel = names["core"], names["edge"], names["kernel"]
    assert core.cross_correlate(edge, kernel)[0].tolist() == [0, 30, 30, 0]
    assert core.convolve(edge, kernel)[0].tolist() == [0, -30, -30, 0]
    size = names["size"]
    assert (size.output, size.before, size.after) == (14, 1, 2)
    assert names["why"].value == 30
    assert np.sum(names["why"].products) == names["why"].running_sum[-1] == 30


def test_every_command_line_is_understood(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["sample", "five", "-o", "photo.jpg.png"]) == 0
    (tmp_path / "photo.jpg.png").rename(tmp_path / "photo.jpg")
    lines = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("convviz ")]
    commands = [shlex.split(line, comments=True)[1:] for line in lines]
    headless = [words for words in commands if words and words[0] in cli.COMMANDS]
    assert {words[0] for words in headless} >= {"render", "steps", "kernels", "sample"}
    for words in headless:
        assert main(words) == 0, capsys.readouterr().err


def test_the_printed_output_is_the_real_one(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    line = next(line for line in "".join(blocks("sh")).splitlines() if line.startswith("convviz render x"))
    assert main(shlex.split(line)[1:]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert blocks("text")[0].splitlines() == printed[:-1]


@pytest.mark.parametrize("target", re.findall(r"\]\((?!http)([^)]+)\)", README))
def test_every_link_leads_somewhere(target):
    assert (Path(__file__).parent.parent / target).exists(), target
