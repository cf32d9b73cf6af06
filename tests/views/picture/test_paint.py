"""What stands on the screen: colours, figures, hatching, strokes and frames, read off its pixels."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF

from convviz.core import Kernel, PoolSettings
from convviz.core.explain.links import Cells
from convviz.views.base import theme
from convviz.views.base.colours import ColourScale, colour_of
from convviz.views.base.theme import DARK, LIGHT
from convviz.views.picture import paint_figures
from convviz.views.picture.paint_figures import decimals_of
from convviz.views.picture.scene import Highlight, Padding


def block(row, column, rows=1, columns=1):
    return Cells(range(row, row + rows), range(column, column + columns))


def test_the_x_in_its_colours(screen, lesson):
    screen.show_stage(lesson(), "input")
    assert screen.view.scale >= 20
    assert screen.corner(0, 0) == LIGHT.signed_cells[0]  # -1
    assert screen.corner(1, 1) == LIGHT.signed_cells[16]  # +1
    assert screen.corner(1, 7) == LIGHT.signed_cells[16]
    assert screen.corner(0, 1) == LIGHT.signed_cells[0]


def test_the_x_in_the_dark(dark_screen, lesson):
    dark_screen.show_stage(lesson(), "input")
    assert dark_screen.corner(0, 0) == DARK.signed_cells[0]
    dark_screen.show_stage(lesson(), "convolution")
    assert dark_screen.corner(2, 2) == DARK.signed_cells[16]  # 9
    assert dark_screen.corner(0, 1) == DARK.signed_cells[8]  # 0


def test_the_convolution_of_the_x(screen, lesson):
    screen.show_stage(lesson(), "convolution")
    assert screen.corner(2, 2) == LIGHT.signed_cells[16]  # 9
    assert screen.corner(0, 1) == LIGHT.signed_cells[8]  # 0
    assert QColor(screen.corner(3, 4)).blue() > QColor(screen.corner(3, 4)).red()  # -3


def test_rows_and_columns_are_not_swapped(screen, plain_content):
    values = np.zeros((2, 5))
    values[0, 4] = 9
    values[1, 0] = -9
    screen.show(plain_content(values, ColourScale.signed(9)))
    assert [screen.corner(0, c) for c in range(5)] == [LIGHT.signed_cells[8]] * 4 + [LIGHT.signed_cells[16]]
    assert screen.corner(1, 0) == LIGHT.signed_cells[0]


@pytest.mark.parametrize("average", [False, True])
@pytest.mark.parametrize("shape", [(400, 600), (400, 600, 3)])
def test_rows_and_columns_of_a_photo_are_not_swapped(screen, plain_content, shape, average):
    values = np.zeros(shape, np.uint8)
    values[:200, 300:] = 200
    screen.picture.set_average(average)
    screen.show(plain_content(values))
    assert screen.view.scale < 1
    bright, dark = "#C8C8C8", "#000000"
    assert [screen.corner(r, c) for r in (50, 300) for c in (100, 500)] == [dark, bright, dark, dark]


def test_a_photo_shows_single_values_or_averages_as_asked(screen, plain_content):
    values = np.zeros((900, 900), np.uint8)
    values[:, ::3] = 90
    screen.show(plain_content(values))
    screen.view.set_size(screen.picture.size().toSizeF())
    screen.view.set_content(QRectF(0, 0, 948, 948))
    assert screen.view.scale == pytest.approx(1 / 3)
    exact = set(screen.colours(300, 300, 30, 30))
    screen.picture.set_average(True)
    averaged = set(screen.colours(300, 300, 30, 30))
    assert exact <= {"#000000", "#5A5A5A"}
    assert averaged == {"#1E1E1E"}


def test_zoomed_in_a_photo_shows_its_own_pixels(screen, plain_content):
    values = np.arange(400 * 600, dtype=np.float32).reshape(400, 600) % 251
    screen.show(plain_content(values))
    screen.view.set_scale(12)
    seen = screen.view.visible()
    row, column = int(seen.center().y()), int(seen.center().x())
    for r, c in ((row, column), (row + 3, column - 5)):
        assert QColor(screen.corner(r, c)).red() == values[r, c]


def test_padding_is_hatched_and_the_rest_is_not(screen, plain_content):
    screen.show(plain_content(np.zeros((5, 5)), ColourScale.signed(1), padding=Padding(((1, 1), (1, 1)))))
    edge = (0.08, 0.08, 0.1, 0.84)  # of a cell: no figure reaches so far
    for row, column in ((-1, -1), (-1, 2), (5, 5), (2, -1)):
        stripes = screen.colours(row + edge[0], column + edge[1], *edge[2:])
        assert LIGHT.sunken in stripes
        assert min(QColor(c).lightness() for c in stripes) < QColor(LIGHT.sunken).lightness() - 20
    assert set(screen.colours(2 + edge[0], 2 + edge[1], *edge[2:])) == {LIGHT.signed_cells[8]}


def test_the_ring_of_the_x_is_hatched(screen, lesson):
    screen.show_stage(lesson(), "input")
    for row, column in ((-1, 4), (9, 4), (4, -1), (4, 9), (-1, -1)):
        assert LIGHT.sunken in screen.colours(row, column)
    assert LIGHT.sunken not in screen.colours(4, 4)


def test_uneven_padding_stands_at_the_bottom_and_right_only(screen, plain_content):
    screen.show(plain_content(np.zeros((6, 6)), ColourScale.signed(1), padding=Padding(((0, 1), (0, 1)))))
    assert LIGHT.sunken in screen.colours(6, 2)
    assert LIGHT.sunken in screen.colours(2, 6)
    assert LIGHT.sunken not in screen.colours(-1, 2)


def test_dropped_cells_are_pale_and_struck(screen, lesson):
    screen.show_stage(lesson(), "activation")
    assert screen.picture.content().kept == (8, 8)
    stroke = QColor(LIGHT.drop)
    for row, column, dropped in ((8, 3, True), (3, 8, True), (3, 3, False)):
        inner = screen.colours(row + 0.3, column + 0.62, 0.08, 0.08)
        near = min(abs(QColor(c).lightness() - stroke.lightness()) for c in inner)
        assert (near < 30) is dropped, (row, column)
    content = screen.picture.content()
    full = colour_of(content.values[8, 8], content.scale, LIGHT)
    ground, pale = QColor(LIGHT.panel), QColor(screen.corner(8, 8))
    assert pale.blue() == pytest.approx(0.38 * full.blue() + 0.62 * ground.blue(), abs=2)


def test_the_pooled_grid_shows_what_was_lost(screen, lesson):
    screen.show_stage(lesson(), "pooling")
    content = screen.picture.content()
    assert content.note == "row 8 and column 8 are dropped"
    assert content.made_from == QRectF(0, 0, 9, 9)
    outline = screen.colours(8.9, 2, 0.2, 4)
    assert LIGHT.drop in outline


def test_an_outline_that_would_strike_cells_out_is_left_away(screen, lesson):
    """The map of an even kernel with "same" padding lies half a cell beside its input."""
    screen.show_stage(lesson(Kernel([[1, 2, 1, 0], [0, 1, -1, 1]]), pool=PoolSettings()), "convolution")
    assert LIGHT.drop not in screen.colours(-1, -1, 12, 12)
    screen.show_stage(lesson(Kernel([[1, 2], [0, 1]]), padding="valid", pool=PoolSettings()), "convolution")
    assert LIGHT.drop in screen.colours(-1, -1, 12, 12)


def test_cells_are_parted_by_the_colour_of_the_card(screen, plain_content):
    screen.show(plain_content(np.zeros((3, 3)), ColourScale.signed(1)))
    edge = screen.point(1, 1)
    shot = screen.picture.grab().toImage()
    assert shot.pixelColor(edge.x() + 8, edge.y()).name().upper() == LIGHT.card
    assert shot.pixelColor(edge.x(), edge.y() + 8).name().upper() == LIGHT.card


@pytest.fixture
def written(monkeypatch):
    """The figures that are painted, as texts."""
    texts = []
    original = paint_figures.figure
    monkeypatch.setattr(paint_figures, "figure", lambda *a: texts.append(original(*a)) or texts[-1])
    return texts


def test_figures_use_a_minus_sign_that_can_be_seen(screen, lesson, written):
    screen.show_stage(lesson(), "input")
    screen.picture.grab()
    assert written.count("\u22121") == 81 - 14 + 1  # the crossing counts once
    assert not any("-" in text for text in written)


def test_all_figures_of_a_grid_have_the_same_decimals(screen, plain_content, written):
    screen.show(plain_content(np.array([[7 / 9, -1], [0, 5 / 9]]), ColourScale.signed(1)))
    screen.picture.grab()
    assert written == ["0.78", "\u22121.00", "0.00", "0.56"]


def test_figures_that_do_not_fit_are_left_out(screen, plain_content):
    screen.show(plain_content(np.full((9, 9), 123456.0), ColourScale.signed(123456)))
    assert set(screen.colours(4.1, 4.1, 0.8, 0.8)) == {LIGHT.signed_cells[16]}


def test_figures_are_there_when_they_fit(screen, plain_content):
    screen.show(plain_content(np.full((9, 9), 9.0), ColourScale.signed(9)))
    assert "#000000" in screen.colours(4.1, 4.1, 0.8, 0.8)


def test_every_cell_holds_its_own_figure(screen, plain_content):
    same_colour = ColourScale.signed(1)  # all of these values lie beyond it
    screen.show(plain_content(np.array([[8.0, 3.0], [8.0, 8.0]]), same_colour))
    cells = {(r, c): screen.colours(r + 0.1, c + 0.1, 0.8, 0.8) for r in (0, 1) for c in (0, 1)}
    assert cells[0, 0] == cells[1, 0] == cells[1, 1] != cells[0, 1]


def test_a_colour_cell_holds_three_figures(screen, plain_content, written):
    colours = np.array([[[255, 0, 7], [1, 2, 3]]], np.uint8)
    screen.show(plain_content(colours))
    assert screen.corner(0, 0) == "#FF0007"
    assert [t for t in written if t][-6:] == ["255", "0", "7", "1", "2", "3"]


@pytest.mark.parametrize(
    ("values", "places"), [([1, -4], 0), ([0.5, 1], 2), ([np.nan, np.inf], 0), ([1.0, np.nan], 0)]
)
def test_decimals(values, places):
    assert decimals_of(np.array(values, dtype=float)) == places


@pytest.mark.parametrize(
    ("kind", "token"), [("window", "win"), ("out", "out"), ("context", "win"), ("fed", "out")]
)
def test_a_frame_lies_on_the_edge_of_its_cells(screen, plain_content, kind, token):
    screen.show(plain_content(np.zeros((9, 9)), ColourScale.signed(1)))
    screen.picture.set_highlights([Highlight(kind, block(1, 4, 3, 2))])
    colour = getattr(LIGHT, token)
    found = screen.places(colour)
    start, end = screen.point(1, 4), screen.point(4, 6)
    assert found
    assert abs(min(x for x, _ in found) - start.x()) <= 2
    assert abs(max(x for x, _ in found) - end.x()) <= 2
    assert abs(min(y for _, y in found) - start.y()) <= 2
    assert abs(max(y for _, y in found) - end.y()) <= 2
    inside = QRectF(start, end).adjusted(4, 4, -4, -4)
    assert not any(inside.contains(x, y) for x, y in found)


def test_solid_and_dashed_frames_differ(screen, lesson, near):
    screen.show_stage(lesson(), "input")
    counts = {}
    for kind in ("window", "context"):
        screen.picture.set_highlights([Highlight(kind, block(1, 1, 6, 6))])
        line = screen.colours(1, 1, 0.02, 6)
        counts[kind] = sum(near(c, LIGHT.win) for c in line) / len(line)
    assert counts["window"] > 0.9
    assert 0.2 < counts["context"] < 0.8


def test_a_window_that_reaches_into_the_padding_is_framed_there(screen, lesson):
    screen.show_stage(lesson(), "input")
    screen.picture.set_highlights([Highlight("window", block(-1, 5, 3, 3))])
    assert LIGHT.win in screen.colours(-1, 6, 0.1, 1)


def test_a_dilated_window_frames_its_taps_one_by_one(screen, lesson):
    screen.show_stage(lesson(dilation=(2, 2)), "input")
    screen.picture.set_highlights([Highlight("window", Cells((1, 3, 5), (1, 3, 5)))])
    assert LIGHT.win in screen.colours(3.05, 3.05, 0.9, 0.9)
    assert LIGHT.win not in screen.colours(3.2, 2.2, 0.6, 0.6)


def test_the_winner_is_ringed(screen, lesson):
    screen.show_stage(lesson(), "activation")
    screen.picture.set_highlights([Highlight("winner", block(0, 6))])
    column = screen.colours(0.4, 6.1, 0.2, 0.3)
    assert any(QColor(c).lightness() < 60 for c in column)
    assert not any(QColor(c).lightness() < 60 for c in screen.colours(0.4, 7.1, 0.2, 0.2))


def test_a_pin_is_lettered(screen, lesson):
    screen.show_stage(lesson(), "input")
    screen.picture.set_highlights([Highlight("pin", block(4, 4))])
    assert LIGHT.pinA in screen.colours(3.9, 3.9, 0.4, 0.4)


def test_a_weight_marks_the_inputs_it_touches(screen, lesson):
    screen.show_stage(lesson(), "input")
    screen.picture.set_highlights([Highlight("taps", Cells((0, 2), (1,)))])
    touched = [
        (r, c) for r in range(4) for c in range(3) if LIGHT.win in screen.colours(r + 0.5, c + 0.5, 0.5, 0.5)
    ]
    assert touched == [(0, 1), (2, 1)]


def test_on_a_photo_a_reticle_marks_the_place(screen, plain_content):
    screen.show(plain_content(np.full((400, 600), 128, np.uint8)))
    screen.picture.set_highlights([Highlight("window", block(200, 300, 3, 3))])
    assert screen.has(LIGHT.win, 196, 296, 12, 12)
    assert not screen.has(LIGHT.win, 0, 0, 150, 600)


def test_an_empty_mark_paints_nothing(screen, lesson):
    screen.show_stage(lesson(), "input")
    before = screen.picture.grab().toImage()
    screen.picture.set_highlights([Highlight("out", Cells((), (1, 2))), Highlight("winner", Cells((), ()))])
    assert screen.picture.grab().toImage() == before


def test_a_stale_picture_is_paler_but_its_marks_are_not(screen, lesson):
    screen.show_stage(lesson(), "input")
    screen.picture.set_highlights([Highlight("window", block(1, 1, 3, 3))])
    screen.picture.set_greyed(True)
    assert QColor(screen.corner(6, 0)).saturation() < QColor(LIGHT.signed_cells[0]).saturation()
    assert LIGHT.win in screen.colours(1, 1, 0.02, 3)


def test_nothing_to_show_is_a_quiet_surface(screen):
    assert set(screen.colours(0, 0)) <= {LIGHT.sunken, LIGHT.panel}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_dense_screens_are_painted_at_their_own_resolution(screen, plain_content, ratio):
    from PySide6.QtGui import QImage, QPainter

    values = np.zeros((400, 600), np.uint8)
    values[:, 301:] = 255
    screen.show(plain_content(values))
    shot = QImage(screen.picture.size() * ratio, QImage.Format.Format_RGB32)
    shot.setDevicePixelRatio(ratio)
    painter = QPainter(shot)
    screen.picture.paint(painter, ())
    painter.end()
    edge = screen.view.to_screen(200, 301) * ratio
    row = [
        shot.pixelColor(x, round(edge.y())).red() for x in range(round(edge.x()) - 20, round(edge.x()) + 20)
    ]
    assert row[:18] == [0] * 18
    assert row[22:] == [255] * 18


def test_rulers_number_rows_at_the_left_and_columns_above(screen, plain_content, ruler):
    screen.show(plain_content(np.zeros((2, 4)), ColourScale.signed(1)))
    screen.picture.set_pointed((1, 3))
    screen.picture.grab()
    rows = [(number, area.center().y()) for number, area, _ in ruler[:2]]
    assert rows == [(0, screen.view.to_screen(0.5, 0).y()), (1, screen.view.to_screen(1.5, 0).y())]
    columns = [(number, area.center().x()) for number, area, _ in ruler[2:]]
    assert columns == [(c, screen.view.to_screen(0, c + 0.5).x()) for c in range(4)]
    assert [bold for _, _, bold in ruler] == [False, True, False, False, False, True]


def test_rulers_of_a_photo_lie_on_a_ground_and_are_not_cut(screen, plain_content, ruler):
    screen.show(plain_content(np.full((3000, 4000), 128, np.uint8)))
    screen.view.set_scale(20)
    shot = screen.picture.grab().toImage()
    assert {shot.pixelColor(x, 1).name().upper() for x in range(331)} == {LIGHT.panel}
    assert {shot.pixelColor(1, y).name().upper() for y in range(316)} == {LIGHT.panel}
    for number, area, _ in ruler:
        assert area.width() >= QFontMetricsF(theme.font("ruler-strong")).horizontalAdvance(str(number))
    columns = [number for number, area, _ in ruler if area.top() < 4]
    assert columns == list(range(columns[0], columns[-1] + 1, 2))
    ruler.clear()
    screen.picture.set_pointed((1500, columns[4] + 1))
    screen.picture.grab()
    pointed = [number for number, area, _ in ruler if area.top() < 4]
    assert pointed == [*columns[:4], columns[4] + 1, *columns[6:]]


@pytest.fixture
def ruler(monkeypatch):
    """The numbers of the rulers: which, where, and whether bold."""
    found = []
    monkeypatch.setattr(
        paint_figures,
        "_ruler_figure",
        lambda scene, area, number, font: found.append((number, area, font.weight() > 500)),
    )
    return found


def test_what_did_not_change_is_not_coloured_again(screen, plain_content, monkeypatch):
    content = plain_content(np.arange(36.0).reshape(6, 6))
    screen.show(content)
    screen.picture.grab()
    monkeypatch.setattr("convviz.views.picture.paint_cells.words", None)  # calling it would fail
    screen.picture.set_highlights([Highlight("out", Cells((1,), (2,)))])
    before = screen.picture.grab().toImage()
    monkeypatch.undo()
    screen.picture.set_content(plain_content(np.arange(36.0).reshape(6, 6)[::-1]))
    assert screen.picture.grab().toImage() != before
