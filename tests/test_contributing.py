"""CONTRIBUTING names files, folders and functions: all of them are there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FLOWS = TEXT.partition("## Five flows")[2].partition("## Decisions")[0]
PLACES = set(re.findall(r"`((?:convviz|tests|resources|\.ci)/[\w./]*)`", TEXT))
FUNCTIONS = re.findall(r"`([\w/]+\.py)`\s+`([\w.]+)`", FLOWS)


@pytest.mark.parametrize("place", sorted(PLACES))
def test_every_file_and_folder_is_there(place):
    assert (ROOT / place).exists()


@pytest.mark.parametrize(("path", "name"), FUNCTIONS, ids=[f"{path} {name}" for path, name in FUNCTIONS])
def test_every_function_of_the_flows_is_there(path, name):
    assert name in defined(ast.parse((ROOT / "convviz" / path).read_text(encoding="utf-8")))


def test_the_flows_name_functions():
    assert len(FUNCTIONS) >= 25


def test_every_target_is_one_of_the_makefile():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, re.M) for target in re.findall(r"^make (\w+)", TEXT, re.M))


def defined(tree, prefix=""):
    """The functions and methods of a file, as ``function`` and ``Class.method``."""
    names = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            names.add(prefix + node.name)
        elif isinstance(node, ast.ClassDef):
            names |= defined(node, f"{prefix}{node.name}.")
    return names
