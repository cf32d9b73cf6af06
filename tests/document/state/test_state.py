"""What a new experiment looks like, and which values a pin and a colour range refuse."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from math import inf, nan

import pytest

from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.document.state.state import ColorRange, DocumentState, NetworkState, Pin


def test_a_new_experiment_finds_vertical_edges() -> None:
    sobel = Kernel([[1, 0, -1], [2, 0, -2], [1, 0, -1]], name="sobel_vertical")
    expected = Settings(sobel, padding="same", activation="relu", pool=PoolSettings("max", (2, 2), (2, 2)))
    assert DocumentState().settings == expected
    assert DocumentState().image is None


def test_a_page_is_untouched_until_something_on_it_differs() -> None:
    assert NetworkState().is_untouched
    assert not NetworkState(key="mlp").is_untouched


def test_states_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        DocumentState().title = "other"  # type: ignore[misc]


@pytest.mark.parametrize("cell", [("dense", 0, 0, 0), ("pooling", -1, 0, 0), ("pooling", 0, 0, -1)])
def test_a_pin_is_a_cell_of_a_stage(cell: tuple[str, int, int, int]) -> None:
    with pytest.raises(ValueError):
        Pin(*cell)  # type: ignore[arg-type]


@pytest.mark.parametrize(("low", "high"), [(1, 1), (2, -2), (0, inf), (nan, 1)])
def test_a_colour_range_goes_from_low_to_high(low: float, high: float) -> None:
    with pytest.raises(ValueError):
        ColorRange("fixed", low, high)
