"""Where a value is nothing but rounding, the window reads 0 everywhere, and "Why?" says what was left."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint

from convviz.app.dialogs.dialogs import SaveAnswer
from convviz.app.window.main_window import MainWindow
from convviz.core import PoolSettings
from convviz.core.images.image import from_array
from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.kernel_library import library
from convviz.document.state.state import ColorRange
from convviz.pages.lab.page import LabPage
from convviz.views.base.colours import ColourScale
from convviz.views.base.numbers import powers_of_ten
from convviz.views.picture import paint_figures

FLAT_PGM = "P2\n9 9\n255\n" + "200 " * 80 + "200\n"
ZERO_SUM_CSV = "0.3,-0.2,-0.1\n"


@pytest.fixture
def window(qtbot, tmp_path, preferences, dialogs):
    """The window with the flat picture and the fractions, both opened from their files."""
    dialogs.answer = SaveAnswer.DISCARD
    shown = MainWindow(preferences, LabPage, dialogs=dialogs)
    shown.resize(1400, 900)
    shown.show()
    qtbot.waitExposed(shown)
    picture, kernel = tmp_path / "flat.pgm", tmp_path / "zero_sum_fractions.csv"
    picture.write_text(FLAT_PGM)
    kernel.write_text(ZERO_SUM_CSV)
    with qtbot.waitSignal(shown.files.opened, timeout=20000):
        shown.open_path(picture)
    page = shown.page("lab")
    page.open_kernel(str(kernel))
    page.document.edit_settings("Plain", padding="valid", activation="none", pool=PoolSettings())
    assert page.queue.wait_idle(30)
    yield shown
    shown.shut_down()
    shown.close()
    shown.deleteLater()


@pytest.fixture
def lab(window):
    return window.page("lab")


@pytest.fixture
def written(monkeypatch):
    """The figures that are painted into cells."""
    texts = []
    original = paint_figures.figure
    monkeypatch.setattr(paint_figures, "figure", lambda *a: texts.append(original(*a)) or texts[-1])
    return texts


def settle(lab, **changes):
    if changes:
        lab.document.edit_settings("Change", **changes)
    assert lab.queue.wait_idle(30)


def point(qtbot, lab, stage, row, column):
    """Move the mouse over a cell; returns its value as the map holds it."""
    picture = lab.stages.cards[stage].picture
    rect = picture.content().cell_rect(row, column)
    centre = lab.stages.viewport.to_screen(rect.center().y(), rect.center().x()).toPoint()
    qtbot.mouseMove(picture, centre + QPoint(1, 1))
    qtbot.mouseMove(picture, centre)
    assert lab.view.explanation.focus.stage == stage
    assert lab.view.explanation.focus.cell == (row, column)
    return float(lab.result.stage(stage)[row, column])


def of_stage(lab, stage):
    return lab.view.pictures.shows[stage]


def test_the_map_is_flat_and_its_cells_read_0(lab, written):
    assert np.abs(lab.result.convolution).max() > 0
    card = lab.stages.cards["convolution"]
    written.clear()
    shot = card.picture.snapshot()
    assert written.count("0") == 9 * 7
    assert set(written) == {"0"}
    assert card.bar._labels == ("\u22121", "0", "1")
    content = card.picture.content()
    place = lab.stages.viewport.to_screen(4.1, content.cell_rect(4, 2).left() + 0.1).toPoint()
    colour = shot.toImage().pixelColor(place)
    assert colour.red() == colour.green() == colour.blue()  # the colour of zero is no blue and no orange


def test_the_histogram_is_that_of_zeros(lab):
    show = of_stage(lab, "convolution")
    assert show.counts.tolist() == [0, 63, 0]
    assert show.beyond == (False, False)


def test_the_status_bar_and_the_tooltip_read_0(qtbot, window, lab):
    left = point(qtbot, lab, "convolution", 2, 3)
    assert left != 0
    assert "Convolution (2, 3) value 0 \u2190" in window.strip.facts()
    assert "Convolution (2, 3) = 0<" in lab.stages.cards["convolution"].picture.toolTip()
    point(qtbot, lab, "input", 4, 4)
    assert "value 200 \u2192 0" in window.strip.facts()


def test_why_says_what_rounding_left(qtbot, lab):
    left = point(qtbot, lab, "convolution", 2, 3)
    words = f"0 (rounding: {powers_of_ten(left)})"
    assert lab.why.header.caption.text() == f"Convolution (2, 3) = {words}"
    last = lab.why.body.lines._lines[-1]
    assert (last.value, last.strong) == (words, True)
    assert lab.why.accessibleDescription().count(words) == 2


def test_why_of_every_later_stage(qtbot, lab):
    settle(lab, activation="relu", pool=PoolSettings("max"))
    left = point(qtbot, lab, "pooling", 1, 1)
    assert left > 0
    words = f"0 (rounding: {powers_of_ten(left)})"
    for stage, cell in (("convolution", (2, 2)), ("activation", (2, 2)), ("pooling", (1, 1))):
        lab.why.set_stage(stage)
        name = stage.capitalize()
        assert lab.why.header.caption.text() == f"{name} ({cell[0]}, {cell[1]}) = {words}"
        values = [line.value for line in lab.why.body.lines._lines]
        assert values.count(words) == 1
        assert values[-1] in (words, "0")


def test_a_value_that_is_no_noise_says_nothing_of_rounding(qtbot, lab):
    settle(lab, kernel=Kernel([[0.3, -0.2, 0.1]]))
    assert point(qtbot, lab, "convolution", 2, 3) == pytest.approx(40)
    assert "rounding" not in lab.why.text()
    assert lab.why.header.caption.text().endswith(("= 40", "= 40.00"))


def test_all_values_of_noise_are_a_flat_map_too(lab):
    lab.document.edit("Colours", color_range=ColorRange("symmetric"))
    assert of_stage(lab, "convolution").content.scale == ColourScale.signed(1.0)


def test_a_sigmoid_of_noise_is_a_half_in_the_colours_of_its_own_range(lab, written):
    settle(lab, activation="sigmoid")
    assert of_stage(lab, "activation").content.scale == ColourScale.signed(1.0)
    written.clear()
    lab.stages.cards["activation"].picture.snapshot()
    assert {float(text) for text in written} == {0.5}


def test_a_faint_edge_in_a_picture_from_0_to_1_is_seen(lab):
    pixels = np.full((12, 12), 0.7)
    pixels[:, 6:] += 1e-3
    lab.document.edit("Open picture", image=from_array(pixels.astype(np.float32)))
    settle(lab, kernel=library("sobel_vertical"))
    scale = of_stage(lab, "convolution").content.scale
    assert scale.high == pytest.approx(4e-3, rel=1e-3)


def test_exported_numbers_are_the_raw_ones(lab, tmp_path):
    lab.export_stage("convolution", str(tmp_path / "map.npy"))
    np.testing.assert_array_equal(np.load(tmp_path / "map.npy"), lab.result.convolution)
    assert np.load(tmp_path / "map.npy").any()


def test_noise_that_would_have_a_tint_has_none(lab):
    """A few values not far above the noise must not bring the noise back."""
    content = of_stage(lab, "convolution").content
    noise = content.noise
    assert noise > 0
    faint = np.array([[noise / 2, -noise / 2, 3 * noise]], np.float32)
    assert content.to_colour(faint) is faint  # of a range up to 1 nobody sees it
    narrow = replace(content, scale=ColourScale.signed(3 * noise))
    np.testing.assert_array_equal(narrow.to_colour(faint), np.array([[0, 0, 3 * noise]], np.float32))
