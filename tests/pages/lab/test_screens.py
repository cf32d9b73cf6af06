"""On the screens that people have, the X shows every number; the panels below give way, not the pictures."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from convviz.app.application import _lab
from convviz.app.preferences import Preferences
from convviz.app.window.main_window import SMALLEST_SIZE, MainWindow
from convviz.core.images.image import Image
from convviz.views.picture import paint_figures as figures
from convviz.views.picture.viewport import GRID_CELL

SCREENS = [
    (1280, 680),
    (1366, 700),
    (1093, 590),
    (1536, 760),
    (1920, 1050),
    (1280, 690),
    (960, 500),
    (1024, 700),
]
"""1366x768 at 125 %, 1920x1080 at 150 and 200 % among them, less what bars of the desktop take."""


@pytest.fixture
def shown(qtbot, tmp_path):
    """Opens the window in a size, with the Lab and the X."""
    windows = []

    def open_window(size, ini="settings.ini"):
        preferences = Preferences(QSettings(str(tmp_path / ini), QSettings.Format.IniFormat))
        window = MainWindow(preferences, _lab)
        windows.append(window)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        with qtbot.waitSignal(window.files.opened):
            window.files.open_sample("x")
        lab = window.page("lab")
        qtbot.waitUntil(lambda: lab.result is not None)
        assert (window.width(), window.height()) == size
        return window

    yield open_window
    for window in windows:
        window.shut_down()
        window.deleteLater()


@pytest.mark.parametrize("size", SCREENS)
def test_every_number_of_the_x_is_readable(shown, size, monkeypatch):
    written, choose_font = [], figures.choose_font

    def noted(scene, texts, cell):
        fits = choose_font(scene, texts, cell)
        written.append(scene.painter.font().pixelSize() if fits else 0)
        return fits

    lab = shown(size).page("lab")
    monkeypatch.setattr(figures, "choose_font", noted)
    lab.grab()
    assert len(written) >= 4
    assert min(written) >= 14
    view = lab.stages.viewport
    all_ = view.content
    corner, end = view.to_screen(all_.top(), all_.left()), view.to_screen(all_.bottom(), all_.right())
    for card in lab.stages.cards.values():
        assert card.picture.rect().contains(QRectF(corner, end).toAlignedRect())


@pytest.mark.parametrize("draws", [False, True])
def test_after_a_photo_the_x_shows_its_numbers_again(shown, qtbot, draws):
    window = shown((1366, 700))
    lab = window.page("lab")
    for key in ("mug", "x"):
        with qtbot.waitSignal(window.files.opened):
            window.files.open_sample(key)
        assert lab.queue.wait_idle()
        lab.draw(draws)
        QApplication.processEvents()
    assert lab.stages.viewport.scale >= GRID_CELL


def test_what_a_card_gives_its_numbers_depends_on_its_size_alone(shown, qtbot):
    """Loupe and histogram need the room that makes cells large enough for numbers, which need no loupe."""
    window = shown((1366, 700))
    cards = window.page("lab").stages.cards.values()
    before = [card.footer.height() for card in cards]
    for size in ((1366, 760), (1024, 640), (1366, 900), (1366, 700)):
        window.page("lab").stages.viewport.set_content(QRectF(0, 0, 600, 400))  # a photo, for a moment
        window.resize(*size)
        QApplication.processEvents()
        window.page("lab").stages.viewport.set_content(QRectF(-1, -1, 11, 11))
        QApplication.processEvents()
    qtbot.waitUntil(lambda: [card.footer.height() for card in cards] == before)


@pytest.mark.parametrize("size", [(940, 480), (1024, 700), (1366, 700), (1440, 900), (1920, 1050)])
def test_panels_keep_inside_their_room_and_scroll_where_it_is_small(shown, size):
    lab = shown(size).page("lab")
    assert lab.panels.height() >= lab.panels.minimumSizeHint().height()
    assert lab.below.verticalScrollBar().maximum() == max(0, lab.panels.height() - lab.below.height())
    panels = [p for p in (lab.kernel_panel, lab.settings_panel, lab.explanations) if p.isVisible()]
    for one, next_ in pairwise(panels):
        assert one.geometry().right() < next_.geometry().left()
    assert lab.panels.rect().contains(panels[-1].geometry()) or len(panels) == 1


def test_one_explanation_stands_behind_the_other_where_both_do_not_fit(shown, qtbot):
    explanations = shown((1366, 700)).page("lab").explanations
    formula, why = explanations.formula, explanations.why
    assert (formula.isVisible(), why.isVisible()) == (False, True)
    qtbot.mouseClick(why.header.title.switch.button("size"), Qt.MouseButton.LeftButton)
    assert (formula.isVisible(), why.isVisible()) == (True, False)
    assert formula.title.switch.key() == "size"
    qtbot.mouseClick(formula.title.switch.button("why"), Qt.MouseButton.LeftButton)
    assert (formula.isVisible(), why.isVisible()) == (False, True)
    explanations.window().resize(1440, 900)
    qtbot.waitUntil(lambda: formula.isVisible() and why.isVisible())
    assert not why.header.title.switch.isVisible()


def drag(splitter, down):
    handle = splitter.handle(1)
    place = QPointF(handle.rect().center())
    no, left, plain = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    kinds = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease
    for kind, to, button in zip(kinds, (0, down, down), (left, no, left), strict=True):
        away = QPointF(handle.mapToGlobal(place)) + QPointF(0, to)
        held = no if kind == QEvent.Type.MouseButtonRelease else left
        QApplication.sendEvent(handle, QMouseEvent(kind, place + QPointF(0, to), away, button, held, plain))


@pytest.mark.parametrize("down", [-60, 40])
def test_the_line_is_dragged_both_ways_and_kept_for_the_next_window(shown, down):
    window = shown((1440, 900))
    splitter = window.page("lab").splitter
    before = splitter.sizes()
    drag(splitter, down)
    moved = splitter.sizes()
    assert moved[0] - before[0] == down
    window.shut_down()
    assert shown((1440, 900)).page("lab").splitter.sizes() == moved


def test_a_visit_to_a_small_window_leaves_later_ones_as_they_were(shown):
    first = shown((1440, 900))
    before = first.page("lab").splitter.sizes()
    first.resize(SMALLEST_SIZE)
    first.shut_down()
    first.hide()
    assert shown((1440, 900)).page("lab").splitter.sizes() == before


def test_a_double_click_on_the_line_gives_the_pictures_their_own_height_again(shown, qtbot):
    splitter = shown((1440, 900)).page("lab").splitter
    before = splitter.sizes()
    drag(splitter, -80)
    qtbot.mouseDClick(splitter.handle(1), Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(splitter.handle(1), Qt.MouseButton.LeftButton)  # QTest ends with a press
    assert splitter.sizes() == before


def test_one_value_with_a_fraction_leaves_the_numbers_where_they_are(shown, monkeypatch):
    lab = shown((1366, 700)).page("lab")
    image = lab.document.state.image
    values = image.values.astype(float)
    values[1, 1] = 7.5
    written, choose_font = [], figures.choose_font

    def noted(scene, texts, cell):
        fits = choose_font(scene, texts, cell)
        written.append(texts if fits else None)
        return fits

    monkeypatch.setattr(figures, "choose_font", noted)
    lab.document.edit("Edit pixel", image=Image(values, image.low, 7.5))
    assert lab.queue.wait_idle()
    written.clear()
    lab.stages.cards["input"].grab()
    assert written[-1] == {"\u22121", "1", "7.5", "0"}
