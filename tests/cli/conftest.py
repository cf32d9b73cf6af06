"""Commands that paint make an application without widgets; tests that run after them need one with."""

import pytest


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """The application of all tests is there before a command makes one of its own."""
