"""Zoom and pan: which stretch of the input's pixels is on the screen, and where."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from convviz.views.picture.viewport import LARGEST, RULER, WHOLE_GRID_CELL, Viewport


def viewport(content, size):
    view = Viewport()
    view.set_size(QSizeF(*size))
    view.set_content(QRectF(*content))
    return view


def photo():
    """A photo of 600 columns and 400 rows in a view of 330 x 210: fitted by its height."""
    return viewport((0, 0, 600, 400), (330, 210))


def padded_x():
    """The X with its ring of padding, in a card of the Lab."""
    return viewport((-1, -1, 11, 11), (331, 316))


def test_a_photo_is_fitted_whole_and_centred():
    view = photo()
    assert view.scale == pytest.approx(210 / 400)
    assert view.to_screen(0, 0) == QPointF((330 - 600 * 0.525) / 2, 0)
    assert view.visible().contains(QRectF(0, 0, 600, 400).adjusted(0, 1e-6, 0, -1e-6))


def test_a_small_image_is_fitted_as_a_number_grid_with_room_for_the_rulers():
    view = padded_x()
    assert view.scale == 26  # (316 - 28) / 11, a whole number of pixels
    corner = view.to_screen(-1, -1)
    assert corner.y() == round((316 - 11 * 26 + RULER) / 2)
    assert corner.y() >= RULER
    assert corner == QPointF(int(corner.x()), int(corner.y()))


def test_cells_of_a_tiny_image_stop_growing():
    assert viewport((0, 0, 2, 2), (1800, 900)).scale == WHOLE_GRID_CELL


def test_rows_go_down_and_columns_to_the_right():
    view = padded_x()
    start = view.to_screen(0, 0)
    assert view.to_screen(2, 3) - start == QPointF(3 * 26, 2 * 26)
    assert view.to_ruler(view.to_screen(2, 3)) == QPointF(3, 2)  # x is the column


def test_zooming_keeps_the_point_under_the_pointer():
    view = photo()
    anchor = QPointF(200, 60)
    before = view.to_ruler(anchor)
    view.zoom(1.7, anchor)
    after = view.to_ruler(anchor)
    assert view.scale == pytest.approx(0.525 * 1.7)
    assert (after - before).manhattanLength() * view.scale < 0.01
    view.zoom(5, anchor)  # from one pixel a cell on, the origin lies on a whole pixel
    assert (view.to_ruler(anchor) - before).manhattanLength() * view.scale <= 1


def test_zoom_has_two_ends():
    view = photo()
    view.zoom(1e9)
    assert view.scale == LARGEST
    view.zoom(1e-9)
    assert view.scale == pytest.approx(210 / 400)
    assert view.fitted


def test_one_screen_pixel_per_value_is_possible_for_images_smaller_than_the_view():
    view = viewport((0, 0, 28, 28), (330, 210))
    assert view.scale > 1
    view.set_scale(1.0)
    assert view.scale == 1.0
    assert not view.fitted


def test_zooming_out_of_a_small_image_never_jumps_back():
    view = padded_x()
    scales = []
    for _ in range(30):
        view.zoom(1 / 1.25)
        scales.append(view.scale)
    assert scales == sorted(scales, reverse=True)
    assert scales[-1] == 1.0


def test_fit_follows_the_size_until_someone_zooms():
    view = photo()
    view.set_size(QSizeF(660, 420))
    assert view.scale == pytest.approx(1.05)
    view.set_scale(3)
    view.set_size(QSizeF(330, 210))
    assert view.scale == 3
    view.fit()
    assert view.scale == pytest.approx(0.525)


def test_panning_moves_the_picture_with_the_pointer_and_stops_near_its_edge():
    view = photo()
    view.set_scale(2)
    before = view.to_screen(100, 100)
    view.pan(QPointF(-30, 20))
    assert view.to_screen(100, 100) - before == QPointF(-30, 20)
    view.pan(QPointF(1e6, 1e6))
    assert view.to_screen(0, 0) == QPointF(2 * RULER, 2 * RULER)
    view.pan(QPointF(-1e6, -1e6))
    assert view.to_screen(400, 600) == QPointF(330 - 2 * RULER, 210 - 2 * RULER)


@pytest.mark.parametrize("make", [photo, padded_x])
def test_what_is_wholly_in_view_cannot_be_dragged_away(make, qtbot):
    view = make()
    corner = view.to_screen(0, 0)
    with qtbot.assertNotEmitted(view.changed):
        view.pan(QPointF(40, -25))
    assert view.to_screen(0, 0) == corner
    assert view.fitted


def test_the_axis_that_fits_stays_centred_while_the_other_one_pans():
    view = viewport((0, 0, 100, 300), (330, 210))
    view.set_scale(2)
    left = view.to_screen(0, 0).x()
    view.pan(QPointF(15, -15))
    assert view.to_screen(0, 0).x() == left == (330 - 200) / 2


def test_reveal_pans_no_further_than_needed():
    view = photo()
    view.set_scale(10)
    view.reveal(QRectF(310, 200, 1, 1))
    seen = view.visible()
    assert seen.right() >= 311
    area = QRectF(seen.right() + 4, seen.top() + 1, 1, 1)
    view.reveal(area)
    assert view.visible().right() == pytest.approx(area.right())
    assert view.visible().top() == pytest.approx(seen.top())


@pytest.mark.parametrize("make", [photo, padded_x])
def test_reveal_leaves_a_fitted_picture_fitted(make):
    view = make()
    for corner in (QRectF(0, 0, 1, 1), QRectF(view.content.right() - 1, view.content.bottom() - 1, 1, 1)):
        view.reveal(corner)
    assert view.fitted


def test_changed_is_emitted_only_for_changes(qtbot):
    view = photo()
    with qtbot.assertNotEmitted(view.changed):
        view.set_size(QSizeF(330, 210))
        view.set_content(QRectF(0, 0, 600, 400))
        view.set_size(QSizeF(0, 0))
    with qtbot.waitSignal(view.changed):
        view.set_content(QRectF(0, 0, 300, 200))
