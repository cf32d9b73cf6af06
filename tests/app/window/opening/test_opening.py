"""Where a file goes that may be several things, and that one which cannot be opened changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from convviz.app.application import _lab
from convviz.app.preferences import Preferences
from convviz.app.window.main_window import MainWindow
from convviz.core.images.image import Image
from convviz.document.state.state import DocumentState
from tests.app.conftest import FakeDialogs

NUMBERS = [[1, 2, 3], [4, 5, 6]]
GREY = Image(np.arange(77, dtype=np.uint8).reshape(7, 11))


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences, dialogs: FakeDialogs) -> Iterator[MainWindow]:
    """The window with its Lab, a picture, and another page."""
    shown = MainWindow(preferences, _lab, dialogs=dialogs)
    shown.document.open(DocumentState(GREY))
    shown.add_page("network", "Network", "network", QWidget(), needs_picture=False)
    shown.show_page("lab")
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.shut_down()
    shown.deleteLater()


@pytest.mark.parametrize("on_network", [True, False])
@pytest.mark.parametrize("labelled", [True, False])
def test_an_archive_is_pictures_or_data_for_the_network_page(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, labelled: bool, on_network: bool
) -> None:
    digits, labels = np.zeros((9, 28, 28), np.uint8), np.zeros(9, np.uint8)
    more = {"y_train": labels, "x_test": digits, "y_test": labels} if labelled else {}
    np.savez(tmp_path / "digits.npz", x_train=digits, **more)
    window.show_page("network" if on_network else "lab")
    page = window.current_page()
    as_data = labelled and on_network
    with qtbot.waitSignal(window.files.network_wanted if as_data else window.files.opened):
        window.open_path(tmp_path / "digits.npz")
    assert window.current_page() is page
    image = window.document.state.image
    assert image is not None
    assert image.frames == (1 if as_data else 9)


@pytest.mark.parametrize("on_network", [True, False])
def test_an_archive_that_cannot_be_read_leaves_page_and_content(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, on_network: bool
) -> None:
    (tmp_path / "bad.npz").write_bytes(b"PK\x03\x04 and nothing else")
    window.show_page("network" if on_network else "lab")
    before, page = window.document.state, window.current_page()
    with qtbot.waitSignal(window.files.message):
        window.open_path(tmp_path / "bad.npz")
    assert window.band.kind() == "error"
    assert window.document.state is before
    assert window.current_page() is page


def test_a_file_that_is_no_kernel_leaves_page_and_content(window: MainWindow, tmp_path: Path) -> None:
    window.show_page("network")
    (tmp_path / "bad.json").write_text("{}")
    before, page = window.document.state, window.current_page()
    window.open_path(tmp_path / "bad.json")
    assert window.band.kind() == "error"
    assert window.document.state is before
    assert window.current_page() is page


def test_a_network_that_cannot_be_opened_leads_back(window: MainWindow) -> None:
    lab, network = window.page("lab"), window.page("network")
    window.visit("network")
    window.go_back("a.keras", ValueError())
    assert window.current_page() is lab
    window.visit("network")
    window.stay()
    window.go_back()
    assert window.current_page() is network
    window.show_page("lab")
    window.visit("network")
    window.show_page("network")  # the person has gone on
    window.go_back()
    assert window.current_page() is network


def test_what_was_opened_before_is_a_picture_again(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    (tmp_path / "mine.csv").write_text("1,2,3\n4,5,6\n")
    with qtbot.waitSignal(window.files.opened):
        window.files.open_recent(tmp_path / "mine.csv")
    image = window.document.state.image
    assert image is not None
    assert image.values.tolist() == NUMBERS
    assert dialogs.asked == []


@pytest.mark.parametrize(
    ("text", "asked"), [("1\t2\t3\n4\t5\t6\n", ["table"]), ("words\tand\nmore", []), ("7", [])]
)
def test_cells_of_a_spreadsheet_are_numbers_although_a_picture_comes_along(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, text: str, asked: list[str]
) -> None:
    mime, drawn = QMimeData(), QImage(4, 5, QImage.Format.Format_RGB32)
    drawn.fill(0)
    mime.setText(text)
    mime.setImageData(drawn)
    QGuiApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(window.files.opened, raising=not asked, timeout=5000 if not asked else 300):
        assert window.files.paste()
    assert [one.split()[0] for one in dialogs.asked] == asked
