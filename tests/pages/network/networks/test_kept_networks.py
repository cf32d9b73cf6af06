"""Networks that were opened come back with what was in hand, also where their files are gone."""

from __future__ import annotations

import json
import shutil

import numpy as np
import pytest

from convviz.document.document import Document
from convviz.pages.network.networks import kept_networks
from convviz.paths import resource

MLP = resource("models", "mlp_tutorial.keras")


@pytest.fixture
def room(tmp_path):
    path = tmp_path / "room"
    path.mkdir()
    return path


@pytest.fixture
def files(tmp_path, ours):
    second = tmp_path / "second.keras"
    shutil.copy(MLP, second)
    return [ours, second]


def keep(page, room, files):
    """Open these files; the room is then as a killed window leaves it."""
    page.keep_in(lambda: room)
    for path in files:
        page.opened.opener.open_path(path)
        assert page.opened.opener.loader.wait_idle()
    assert page.opened.kept.writing.wait_idle()
    return page.document.state


@pytest.fixture
def next_page(qtbot, network_page):
    """The page of the next start, with the same document."""
    pages = []

    def make(room, state):
        page = type(network_page)(Document(state))
        qtbot.addWidget(page)
        pages.append(page)
        page.said = []
        page.message.connect(lambda kind, text: page.said.append((kind, text)))
        page.keep_in(lambda: room)
        page.go_on(room)
        page.show()
        qtbot.waitExposed(page)
        assert page.opened.kept.loader.wait_idle()
        assert page.opened.opener.loader.wait_idle()
        return page

    yield make
    for page in pages:
        page.shut_down()


def titles(page):
    return [page.strip.networks.itemText(at) for at in range(page.strip.networks.count())]


def copies(room):
    return sorted(path.suffix for path in (room / kept_networks.FOLDER).iterdir())


@pytest.mark.parametrize("left", ["all", "gone", "another network"])
def test_all_opened_networks_come_back(network_page, next_page, room, files, left):
    state = keep(network_page, room, files)
    shown = network_page.network
    before = titles(network_page)
    assert copies(room) == [".json", ".keras", ".keras"]
    for path in files:
        if left != "all":
            path.unlink()
        if left == "another network":
            shutil.copy(resource("models", "mlp.keras"), path)
    page = next_page(room, state)
    assert titles(page) == before
    assert (page.network.title, page.network.checksum) == (shown.title, shown.checksum)
    assert page.network.path == str(files[1])
    np.testing.assert_array_equal(page.network.layers[-1].weights, shown.layers[-1].weights)
    assert page.document.state == state
    assert page.said == []
    page.choose_network(page.registry.key_of(str(files[0])))
    assert page.network.title == "mine"
    assert page.opened.kept.writing.wait_idle()
    assert copies(room) == [".json", ".keras", ".keras"]


def test_range_and_names_come_back_with_a_network_that_is_not_on_show(network_page, next_page, room, files):
    keep(network_page, room, files[:1])
    names = tuple("abcdefghij")
    network_page._on_adapted("bytes", names)
    state = keep(network_page, room, files[1:])
    page = next_page(room, state)
    page.choose_network(page.registry.key_of(str(files[0])))
    assert (page.network.scale, page.network.classes) == ("bytes", names)


def test_a_large_network_is_kept_by_its_name_only(network_page, next_page, room, files, monkeypatch):
    monkeypatch.setattr(kept_networks, "MOST_COPIED", 1000)
    state = keep(network_page, room, files)
    assert copies(room) == [".json"]
    files[0].unlink()
    files[1].unlink()
    page = next_page(room, state)
    assert "mine" not in titles(page)
    assert {kind for kind, _ in page.said} == {"error"}
    assert "mine.keras" in " ".join(text for _, text in page.said)
    assert page.shown.now.is_missing
    assert page.document.state == state  # nothing of it is lost, should the file come back


def test_all_together_are_not_larger_than_a_few_files(network_page, room, files, monkeypatch):
    monkeypatch.setattr(kept_networks, "MOST_TOGETHER", files[1].stat().st_size)
    keep(network_page, room, files)
    assert copies(room) == [".json", ".keras"]


def test_a_trained_network_that_stays_in_the_room_is_not_copied(network_page, next_page, room):
    (room / "trained" / "1").mkdir(parents=True)
    trained = room / "trained" / "1" / "mlp.keras"
    shutil.copy(MLP, trained)
    state = keep(network_page, room, [trained])
    assert copies(room) == [".json"]
    assert next_page(room, state).network.path == str(trained)


def test_those_that_were_open_before_are_kept_in_the_new_room(network_page, room, files, tmp_path):
    keep(network_page, room, files)
    other = tmp_path / "other"
    other.mkdir()
    network_page.keep_in(lambda: other)
    network_page.go_on(other)
    assert network_page.opened.kept.writing.wait_idle()
    assert copies(other) == [".json", ".keras", ".keras"]


@pytest.mark.parametrize("damage", ["", "[]", '{"networks": [3]}', '{"networks": [{"path": "/a"}]}', "path"])
def test_a_damaged_list_is_one_sentence(network_page, next_page, room, files, damage):
    state = keep(network_page, room, files)
    path = room / kept_networks.FOLDER / kept_networks.LIST
    if damage == "path":
        data = json.loads(path.read_text())
        data["networks"][0]["checksum"] = "../../secret"
        damage = json.dumps(data)
    path.write_text(damage)
    page = next_page(room, state)
    assert len(page.said) == 1
    assert page.said[0][1].startswith("The networks that were open the last time cannot be opened again (")
    assert page.network.title == "second"  # the document still names it
