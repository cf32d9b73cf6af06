"""Presenter mode: F5 shows a card or two over the whole screen, Esc leaves everything as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from convviz.app.window import presenter
from convviz.core.sizes.settings import STAGES
from convviz.document.state.state import KeptResult, Pin
from convviz.views.picture import paint_figures as figures

WIDE = (1920, 1080)


@pytest.fixture(autouse=True)
def on_a_projector(monkeypatch):
    """The screen of the tests is smaller than one."""
    monkeypatch.setattr(presenter, "text_size", lambda _width, of=presenter.text_size: of(WIDE[0]))


def press(qtbot, window, key):
    qtbot.keyClick(QApplication.focusWidget() or window, key)


def begin(qtbot, window, page="lab"):
    window.resize(*WIDE)
    window.show_page(page)
    window.setFocus()
    press(qtbot, window, Qt.Key.Key_F5)
    window.setWindowState(Qt.WindowState.WindowNoState)  # the screen of the tests is smaller than a projector
    window.resize(*WIDE)
    QApplication.processEvents()
    assert window.presenter.is_on


def shown(lab):
    return [stage for stage in STAGES if lab.stages.cards[stage].isVisible()]


def seen(window):
    """What a person sees of the window: its parts, its cards, sizes, and the document."""
    lab = window.page("lab")
    parts = (
        window.rail,
        window.bar,
        window.strip,
        lab.strip,
        lab.settings_panel,
        lab.kernel_panel,
        lab.below,
    )
    return (
        [part.isVisible() for part in parts],
        [part.geometry() for part in (window.rail, lab.splitter, lab.stages, lab.below)],
        shown(lab),
        lab.view.status,
        window.document.state,
        QApplication.font().pixelSize(),
        window.presenter.header.isVisible(),
    )


def test_f5_shows_input_and_convolution_with_kernel_and_why_and_figures_of_28(window, qtbot, monkeypatch):
    lab = window.page("lab")
    begin(qtbot, window)
    assert shown(lab) == ["input", "convolution"]
    assert lab.kernel_panel.isVisible()
    assert lab.why.isVisible()
    assert not any(part.isVisible() for part in (window.rail, window.bar, window.strip, lab.strip))
    assert window.presenter.header.facts.fontMetrics().height() >= 20
    assert window.presenter.footer.keys.font().pixelSize() >= 20
    written, choose_font = [], figures.choose_font

    def noted(scene, texts, cell):
        fits = choose_font(scene, texts, cell)
        written.append(scene.painter.font().pixelSize() if fits else 0)
        return fits

    monkeypatch.setattr(figures, "choose_font", noted)
    lab.grab()
    assert min(written) >= 28
    press(qtbot, window, Qt.Key.Key_Escape)


def test_esc_returns_to_exactly_what_was_before(window, qtbot):
    window.resize(*WIDE)
    QApplication.processEvents()
    lab = window.page("lab")
    lab.splitter.setSizes([500, 400])
    lab.splitter.moved = True
    window.document.edit("Pin", pin=Pin("convolution", 3, 3))
    QApplication.processEvents()
    before = seen(window)
    begin(qtbot, window)
    for _ in range(3):
        press(qtbot, window, Qt.Key.Key_PageDown)
    qtbot.mouseClick(window.presenter.footer.button("pooling"), Qt.MouseButton.LeftButton)
    assert seen(window) != before
    press(qtbot, window, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not window.presenter.is_on
    assert seen(window) == before


def test_pgdn_and_pgup_walk_through_the_cells_of_the_convolution(window, qtbot):
    begin(qtbot, window)
    lab = window.page("lab")
    places = []
    for key in [Qt.Key.Key_PageDown] * 10 + [Qt.Key.Key_PageUp]:
        press(qtbot, window, key)
        places.append(lab.view.explanation.focus.place)
    assert places[0] == ("convolution", (0, 0))
    assert places[-2:] == [("convolution", (1, 0)), ("convolution", (0, 8))]
    assert window.presenter.footer.keys.text().startswith("step 9 of 81")
    press(qtbot, window, Qt.Key.Key_Escape)


def test_another_card_takes_the_place_of_one_and_the_last_stays(window, qtbot):
    begin(qtbot, window)
    lab, footer = window.page("lab"), window.presenter.footer
    for key, now in [
        ("pooling", ["convolution", "pooling"]),
        ("convolution", ["pooling"]),
        ("pooling", ["pooling"]),
    ]:
        qtbot.mouseClick(footer.button(key), Qt.MouseButton.LeftButton)
        assert shown(lab) == now
    press(qtbot, window, Qt.Key.Key_Escape)


def test_b_is_black_until_any_key_and_pins_nothing_on_step(window, qtbot):
    begin(qtbot, window, "step")
    press(qtbot, window, Qt.Key.Key_B)
    assert window.presenter.black.isVisible()
    assert window.presenter.black.geometry() == window.rect()
    press(qtbot, window, Qt.Key.Key_PageDown)
    assert not window.presenter.black.isVisible()
    assert window.document.state.film.pin_b is None
    press(qtbot, window, Qt.Key.Key_Escape)


def test_step_has_its_three_cards_and_goes_on_by_pgdn(window, qtbot):
    begin(qtbot, window, "step")
    page = window.page("step")
    cards = page.cards
    assert [c.isVisible() for c in (cards.input, cards.operation, cards.output)] == [True] * 3
    assert not any(part.isVisible() for part in (cards.sum, cards.compare, cards.timeline, page.strip))
    press(qtbot, window, Qt.Key.Key_PageDown)
    assert page.player.position == 1
    press(qtbot, window, Qt.Key.Key_Escape)
    assert all(part.isVisible() for part in (cards.sum, cards.compare, cards.timeline, page.strip))


def test_the_network_goes_from_layer_to_layer(window, qtbot):
    begin(qtbot, window, "network")
    page = window.page("network")
    count = len(page.panel.columns)
    for _ in range(count + 1):
        press(qtbot, window, Qt.Key.Key_PageDown)
    assert window.presenter.footer.keys.text().startswith(f"step {count} of {count}")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert page.strip.isVisible()


def test_a_ring_follows_the_pointer(window, qtbot):
    begin(qtbot, window)
    picture, ring = window.page("lab").stages.cards["input"].picture, window.presenter.ring
    qtbot.mouseMove(picture, QPoint(150, 200))
    qtbot.mouseMove(picture, QPoint(160, 210))
    away = ring.geometry().center() - picture.mapTo(window, QPoint(160, 210))
    assert away.manhattanLength() <= 2
    assert ring.isVisible()
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not ring.isVisible()


def test_another_page_is_presented_when_it_is_chosen(window, qtbot):
    begin(qtbot, window)
    window.show_page("step")
    assert window.presenter.footer.shown() == ("input", "operation", "output")
    press(qtbot, window, Qt.Key.Key_Escape)
    window.show_page("lab")
    assert shown(window.page("lab")) == list(STAGES)


def test_the_start_page_has_nothing_to_present(window):
    window.document.open(type(window.document.state)())
    assert not window.actions_.present.isEnabled()


def test_a_result_that_is_kept_while_presenting_has_its_card(window, qtbot):
    lab = window.page("lab")
    begin(qtbot, window)
    lab.stages.cards["convolution"].picture.setFocus()
    press(qtbot, window, Qt.Key.Key_K)
    assert window.presenter.footer.shown() == ("kept", "convolution")
    assert lab.stages.kept.isVisible()
    qtbot.mouseClick(lab.compare.forget, Qt.MouseButton.LeftButton)
    assert window.presenter.footer.shown() == ("input", "convolution")
    assert shown(lab) == ["input", "convolution"]
    press(qtbot, window, Qt.Key.Key_Escape)
    assert len(shown(lab)) == 4


def test_a_kept_result_and_the_present_one_are_the_two_cards_of_a_comparison(window, qtbot):
    lab = window.page("lab")
    window.document.edit("Keep", kept=KeptResult(window.document.settings))
    window.document.edit_settings("Stride", stride=(2, 2))
    assert lab.queue.wait_idle()
    lab.kept.complete()
    begin(qtbot, window)
    assert window.presenter.footer.shown() == ("kept", "convolution")
    assert lab.stages.kept.isVisible()
    assert shown(lab) == ["convolution"]
    assert lab.compare.isVisible()
    press(qtbot, window, Qt.Key.Key_PageDown)
    assert lab.compare.here.text() == "Here: kept 2, now 2, difference 0"
    press(qtbot, window, Qt.Key.Key_Escape)
    assert shown(lab) == ["input", "convolution"]
    assert lab.stages.kept.isVisible()
