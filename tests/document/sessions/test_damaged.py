"""Sessions in which something is another value, or cut off: each opens, or is refused in a sentence."""

import json
import random

import pytest

from convviz.core.samples.pictures import x_image
from convviz.document.document import Document
from convviz.document.files.read import ExperimentError
from convviz.document.sessions.content import FILE, Session, SessionWriter, read_session
from convviz.document.state.state import DocumentState, NetworkState, Paper, PenStroke
from convviz.pages.step.reel import edit_pixel

STROKE = PenStroke(0.1, ((0.1, 0.2, 1.0),))
VALUES = (None, True, -1, 0, 10**9, 1e308, 5e-324, "", "../x", "//server/x", [], {}, [[]], [1, 2, 3], 3.5)


@pytest.fixture
def whole(qapp, tmp_path):
    """All files of a session with edited pixels, a drawing over a photo, and steps in both directions."""
    document = Document(DocumentState(image=x_image()))
    for row in range(3):
        document.edit_settings("Bias", bias=row + 1.0)
        edit_pixel(document, (row, 0, 0), 0.5, "")
        document.seal()
    paper = Paper((STROKE,), photo=document.state.image)
    document.edit("Draw", network=NetworkState(paper=paper))
    document.edit_settings("Bias", bias=9.0)
    document.undo()
    SessionWriter(tmp_path).write(Session(document.state, past=document.past()))
    return {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def changed(data, chance):
    """The same JSON with another value somewhere."""
    if isinstance(data, dict | list) and data and chance.random() < 0.9:
        keys = list(data) if isinstance(data, dict) else range(len(data))
        key = chance.choice(keys)
        data[key] = changed(data[key], chance)
        return data
    return chance.choice(VALUES)


def damaged(whole, chance):
    files = dict(whole)
    name = chance.choice([FILE, FILE, FILE, *files])
    if name != FILE or chance.random() < 0.2:
        files[name] = files[name][: chance.randrange(len(files[name]))]
        return files
    lines = files[FILE].splitlines()
    at = chance.randrange(len(lines))
    lines[at] = json.dumps(changed(json.loads(lines[at]), chance)).encode()
    return files | {FILE: b"\n".join(lines)}


def test_a_damaged_session_opens_or_is_refused_in_a_sentence(whole, tmp_path):
    chance = random.Random(7)
    opened = 0
    for _ in range(150):
        for name, data in damaged(whole, chance).items():
            (tmp_path / name).write_bytes(data)
        try:
            session, _ = read_session(tmp_path)
        except ExperimentError:
            continue
        opened += 1
        document = Document()
        document.open(session.state, modified=True, past=session.past)
        while document.can_undo:
            document.undo()
    assert opened > 50
