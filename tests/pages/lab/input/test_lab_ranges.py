"""The colour ranges of the Lab's cards: dragged, undone, exported as shown, and meaningless ones."""

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from convviz.core.images.image import Image
from convviz.document.state.state import ColorRange, DocumentState
from convviz.film.contents import BINS
from tests.pages.lab.test_lab_asks import choose

LEFT = Qt.MouseButton.LeftButton
TWELVE = Image(np.linspace(900, 1137, 60 * 80, dtype=np.float32).reshape(60, 80).round(), 0, 65535)
BYTES = Image(np.arange(4800, dtype=np.uint16).reshape(60, 80).astype(np.uint8))


@pytest.fixture
def shown(lab_page):
    """The Lab with a picture of twelve bits in a file of sixteen."""
    page = lab_page
    page.document.open(DocumentState(TWELVE))
    assert page.queue.wait_idle()
    return page


def scale(page, stage="input"):
    found = page.view.cards[stage].show.content.scale
    return found.kind, found.low, found.high


def drag(page, stage, start, stop):
    bar = page.stages.cards[stage].bar
    places = [QPoint(round(share * bar.width()), 8) for share in (start, (start + stop) / 2, stop)]
    QTest.mousePress(bar, LEFT, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(bar, place)
    QTest.mouseRelease(bar, LEFT, pos=places[-1])


def test_twelve_bits_in_sixteen_are_seen(shown):
    assert scale(shown) == ("grey", 900, 1137)
    show = shown.view.cards["input"].show
    assert show.ends == (900, 1137)
    assert len(show.counts) == BINS
    assert not show.blind


def test_a_drag_on_the_histogram_is_one_step_of_undo(shown):
    before = shown.document.state
    drag(shown, "input", 0.01, 0.5)
    kind, low, high = scale(shown)
    assert (kind, high) == ("grey", 1137)
    assert low == pytest.approx(900 + 237 / 2, abs=2)
    assert shown.document.state.input_range == ColorRange("fixed", low, high)
    assert shown.document.state.color_range == ColorRange()
    assert shown.view.cards["input"].show.ends == (900, 1137)
    drag(shown, "input", 0.5, 0.25)
    shown.document.undo()
    assert scale(shown) == (kind, low, high)
    shown.document.undo()
    assert shown.document.state == before


def test_the_maps_share_a_range_of_their_own(shown):
    high = scale(shown, "convolution")[2]
    drag(shown, "pooling", 0.99, 0.75)
    chosen = scale(shown, "convolution")
    assert chosen[0] == "signed"
    assert chosen[2] == pytest.approx(high / 2, rel=0.1)
    assert scale(shown, "pooling") == chosen
    assert scale(shown) == ("grey", 900, 1137)


def test_values_from_0_to_1_keep_the_picture(shown):
    drag(shown, "input", 0.01, 0.5)
    low = scale(shown)[1]
    shown.document.edit_settings("Range", unit_range=True)
    assert shown.queue.wait_idle()
    assert scale(shown)[1] == pytest.approx(low / 65535)
    drag(shown, "input", 0.5, 0.25)
    assert 900 < shown.document.state.input_range.low < low


def test_every_choice_of_the_menu_is_kept_and_ticked(shown):
    for mode in ("data", "percentiles", "full", "symmetric", "auto"):
        choose(shown, "input", f"range:{mode}")
        choose(shown, "activation", f"range:{mode}")
        assert shown.document.state.input_range.mode == shown.document.state.color_range.mode == mode
        assert shown.view.input_choice == mode
    choose(shown, "input", "range:full")
    assert scale(shown) == ("grey", 0, 65535)


def test_what_is_exported_is_what_is_shown(shown, tmp_path):
    choose(shown, "input", "range:full")
    shown.export_stage("input", str(tmp_path / "dark.png"))
    assert np.asarray(Pillow.open(tmp_path / "dark.png").convert("L")).max() <= 4
    choose(shown, "input", "range:auto")
    shown.export_stage("input", str(tmp_path / "seen.png"))
    seen = np.asarray(Pillow.open(tmp_path / "seen.png").convert("L"))
    assert (seen.min(), seen.max()) == (0, 255)


def test_a_range_that_another_picture_made_meaningless_offers_the_automatic_one(shown, qtbot):
    shown.document.edit("Colours", input_range=ColorRange("fixed", 900, 1137))
    note = shown.stages.cards["input"].blind
    assert note.text() == ""
    shown.document.edit("Open picture", image=BYTES)
    assert shown.queue.wait_idle()
    assert note.text() == "The fixed range, 900 to 1,137, does not suit these values."
    picture = shown.stages.cards["input"].picture
    assert note.isVisible()
    assert picture.rect().contains(note.geometry())
    qtbot.mouseClick(note.button, LEFT)
    assert shown.document.state.input_range == ColorRange()
    assert note.text() == ""
    shown.document.undo()
    assert note.isVisible()


def test_a_fixed_range_of_the_maps_says_so_on_the_convolution_alone(shown):
    shown.document.edit("Colours", color_range=ColorRange("fixed", -1e9, 1e9))
    said = {stage: card.blind.text() for stage, card in shown.stages.cards.items()}
    assert [stage for stage, text in said.items() if text] == ["convolution"]
