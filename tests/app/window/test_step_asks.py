"""Step shows what is open, however it came to be open, and wherever it was computed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pictures
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from convviz.app.application import _lab, _step
from convviz.app.preferences import Preferences
from convviz.app.window.main_window import MainWindow
from convviz.core.film.moments import Moment, Region
from convviz.core.images.image import Image, read
from convviz.core.kernels.kernel import Kernel
from convviz.core.samples.lessons import example
from convviz.core.sizes.settings import Settings
from convviz.document.document import Document
from convviz.document.files.experiment import save_experiment
from convviz.document.state.state import DocumentState, FilmState
from convviz.pages.lab.page import LabPage
from convviz.pages.step.page import StepPage
from tests.app.conftest import FakePage

SOON = 20_000


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences) -> Iterator[MainWindow]:
    """The window as the program starts it: no page is built yet."""
    shown = MainWindow(preferences, _lab)
    shown.add_page_later("step", "Step", "step", partial(_step, shown))
    shown.resize(1280, 800)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.shut_down()
    shown.deleteLater()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo of 40 x 60 grey pixels."""
    values = np.random.default_rng(0).integers(0, 256, (40, 60), dtype=np.uint8)
    Pictures.fromarray(values).save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


@pytest.fixture
def experiment(tmp_path: Path, photo: Path) -> Path:
    """An experiment about that photo, left in the middle of a region."""
    region = Region(13, 20, 12, 12)
    film = FilmState(Moment("convolution", 15, 25, "land", 9, 9), "sum", region=region, pin_a=(12, 20))
    kernel = Kernel([[1, 0, -1]] * 3, name="edge_vertical")
    path = tmp_path / "photo-film.convviz"
    save_experiment(path, DocumentState(read(photo), Settings(kernel), film=film), embed=False)
    return path


def build_all(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.build_ahead()
    qtbot.waitUntil(lambda: not window.pages.is_building_ahead(), timeout=SOON)


def computed(qtbot: QtBot, window: MainWindow) -> LabPage:
    """The Lab, once it shows the result of what is open."""
    lab = window.page("lab")
    assert isinstance(lab, LabPage)
    qtbot.waitUntil(lambda: window.document.state.describes(lab.result), timeout=SOON)
    return lab


def step_shows(qtbot: QtBot, window: MainWindow) -> StepPage:
    """Go to Step, and wait until it shows the numbers of what is open."""
    window.show_page("step")
    page = window.page("step")
    assert isinstance(page, StepPage)
    wait_for_numbers(qtbot, window, page)
    return page


def wait_for_numbers(qtbot: QtBot, window: MainWindow, page: StepPage) -> None:
    qtbot.waitUntil(lambda: window.document.state.describes(page.result), timeout=SOON)
    content = page.cards.input.grid.content()
    assert content is not None
    assert len(page.film)
    assert page.cards.sum.text()


def test_a_photo_from_the_command_line(qtbot: QtBot, window: MainWindow, photo: Path) -> None:
    window.open_path(photo)
    build_all(qtbot, window)
    computed(qtbot, window)
    assert not step_shows(qtbot, window).player.playing


def test_the_labs_result_comes_before_step_is_built(qtbot: QtBot, window: MainWindow, photo: Path) -> None:
    window.open_path(photo)
    computed(qtbot, window)
    assert [type(page) for page in window.pages.ready()] == [LabPage]
    step_shows(qtbot, window)


def test_a_photo_experiment_goes_on_where_it_was_left(
    qtbot: QtBot, window: MainWindow, experiment: Path
) -> None:
    window.open_path(experiment)
    build_all(qtbot, window)
    computed(qtbot, window)
    page = step_shows(qtbot, window)
    assert page.film.moment(page.player.position) == Moment("convolution", 15, 25, "land", 9, 9)
    assert page.film_state.pin_a == (12, 20)
    assert page.cards.timeline.transport.detail.key() == "sum"


def test_step_before_the_lab_is_built(qtbot: QtBot, window: MainWindow, photo: Path) -> None:
    window.open_path(photo)
    qtbot.waitUntil(lambda: window.document.state.image is not None, timeout=SOON)
    step_shows(qtbot, window)


def test_a_photo_opened_while_step_is_on_the_screen(
    qtbot: QtBot, window: MainWindow, photo: Path, experiment: Path
) -> None:
    window.show_page("step")
    page = window.page("step")
    assert isinstance(page, StepPage)
    wait_for_numbers(qtbot, window, page)
    for path, name in ((photo, "photo.png"), (experiment, "photo.png")):
        with qtbot.waitSignal(window.files.opened, timeout=SOON):
            window.open_path(path)
        assert window.document.state.image is not None
        assert window.document.state.image.name == name
        wait_for_numbers(qtbot, window, page)


def test_the_whole_maps_of_a_large_photo_are_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    """The Lab answers with what its screen shows, and computes all only after a pause."""
    values = np.random.default_rng(0).integers(0, 256, (800, 1200), dtype=np.uint8)
    lab = window.page("lab")
    assert isinstance(lab, LabPage)
    window.document.open(DocumentState(Image(values, name="large.png"), Settings(Kernel([[1, 0, -1]] * 3))))
    qtbot.waitUntil(lambda: lab.live.result is not None, timeout=SOON)
    window.show_page("step")
    page = window.page("step")
    assert isinstance(page, StepPage)
    wait_for_numbers(qtbot, window, page)
    lab.queue.wait_idle()
    assert page.result is window.document.results.of(window.document.state)


def test_what_was_given_up_is_computed_for_step(qtbot: QtBot, window: MainWindow, photo: Path) -> None:
    """A person who stopped the Lab's computation still sees the film."""
    lab = window.page("lab")
    assert isinstance(lab, LabPage)
    window.document.open(DocumentState(read(photo)))
    lab.queue.cancel()
    assert lab.queue.wait_idle()
    assert window.document.results.of(window.document.state) is None
    step_shows(qtbot, window)


def test_undone_to_a_picture_whose_result_was_forgotten(
    qtbot: QtBot, window: MainWindow, photo: Path
) -> None:
    window.document.open(DocumentState(read(photo)))
    page = step_shows(qtbot, window)
    window.show_page("lab")
    lesson = example("stripes")
    window.document.edit("Open picture", image=lesson.image(), settings=lesson.settings)
    computed(qtbot, window)
    assert page.result is None  # a picture that is not looked at any more frees its memory
    window.show_page("step")
    wait_for_numbers(qtbot, window, page)
    window.document.undo()
    wait_for_numbers(qtbot, window, page)
    window.show_page("lab")
    window.document.redo()
    step_shows(qtbot, window)


def test_where_no_page_computes_step_does(qtbot: QtBot, tmp_path: Path, photo: Path) -> None:
    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    window = MainWindow(preferences, FakePage, document=Document(DocumentState(read(photo))))
    window.add_page_later("step", "Step", "step", partial(_step, window))
    window.show()
    page = step_shows(qtbot, window)
    assert window.document.results.of(window.document.state) is page.result
    window.shut_down()
    window.deleteLater()
