"""The networks that can be chosen: each by a title of its own."""

from dataclasses import replace

import pytest

from convviz.network.files.bundled import bundled
from convviz.pages.network.networks.registry import Registry


def titles(*paths, title="unit"):
    registry = Registry()
    for path in paths:
        registry.put(replace(bundled("mlp"), key=registry.new_key(), path=path, title=title))
    return [name for _, name in registry.titles()][-len(paths) :]


def test_a_network_goes_by_the_name_of_its_file():
    assert titles("/a/unit.keras") == ["unit"]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (("/a/unit.keras", "/a/unit.h5"), ["unit.keras", "unit.h5"]),
        (("/a/unit.keras", "/b/unit.keras"), ["unit.keras (a)", "unit.keras (b)"]),
    ],
)
def test_networks_with_the_same_name_are_told_apart(paths, expected):
    assert titles(*paths) == expected


def test_a_file_called_as_one_of_our_own_is_told_apart():
    assert titles("/a/MLP.keras", title="MLP") == ["MLP.keras"]
