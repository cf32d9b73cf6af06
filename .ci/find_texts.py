"""find_texts.py [folder]: the texts that lupdate does not find by itself, as Python that it reads.

Found are the templates of errors, each where it is raised, in the context "Reasons":
  TranslatableError("{name} is missing", name=...), ExperimentError(...)
  NetworkError("model", "{name} is missing", name=...), as far as a page shows it (see `IN_BRACKETS`)
  translatable("{name} is missing") for a template that stands elsewhere
and the texts of the pages that are translated and filled in one call:
  say("Network", "{name} is missing", name=...), with a number behind the text if it has plural forms
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

TEMPLATE_AT = {
    "TranslatableError": 0, "ExperimentError": 0, "translatable": 0, "NetworkError": 1, "NeedsKerasError": 1
}  # fmt: skip
IN_BRACKETS = set(
    "link members large ending missing type model shape input outputs shared nested channels_first "
    "checksum".split()
)
"""Kinds of network errors whose text stands in brackets behind a sentence of the page; others have one
that says all."""


def texts(source: str, place: object = "") -> Iterator[tuple[str, str, bool]]:
    """Context and text of each call in a file, and whether it has plural forms; ``place`` is its path."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", "")
        given = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
        if name == "say":
            if [type(one) for one in given[:2]] != [str, str]:
                raise ValueError(f"{place}, line {node.lineno}: say() needs two texts, as they are")
            yield given[0], given[1], len(given) > 2
        elif name in TEMPLATE_AT:
            text = given[TEMPLATE_AT[name]]
            shown = given[0] in IN_BRACKETS or TEMPLATE_AT[name] == 0
            if text is not None and shown and re.sub(r"{\w+}", "", text):
                yield "Reasons", text, False


def all_texts(folder: Path) -> list[tuple[str, str, bool]]:
    """What the files below ``folder`` have, each once."""
    found = (texts(path.read_text(encoding="utf-8"), path) for path in sorted(folder.rglob("*.py")))
    return list(dict.fromkeys(one for file in found for one in file))


if __name__ == "__main__":
    for context, text, plural in all_texts(Path(sys.argv[1] if len(sys.argv) > 1 else "convviz")):
        print(f"translate({context!r}, {text!r}{', None, 1' if plural else ''})")
