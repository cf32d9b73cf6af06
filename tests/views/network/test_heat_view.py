import numpy as np
from PySide6.QtCore import QPoint

from convviz.views.network.answers.look_panel import HeatView, outline


def test_the_outline_runs_around_the_ink():
    lines = {(line.x1(), line.y1(), line.x2(), line.y2()) for line in outline(np.array([[True, True]]))}
    assert lines == {(0, 0, 1, 0), (1, 0, 2, 0), (0, 1, 1, 1), (1, 1, 2, 1), (0, 0, 0, 1), (2, 0, 2, 1)}


def test_pixels_are_whole_and_pointing_names_one(show, qtbot):
    view = show(HeatView(), 150, 150)
    assert view.factor() == 5
    pointed = []
    view.pointed.connect(pointed.append)
    qtbot.mouseMove(view, QPoint(12, 7))
    qtbot.mouseMove(view, QPoint(145, 145))  # beyond the last pixel
    assert pointed == [(1, 2), None]


def test_a_picture_larger_than_the_room_is_scaled_down(show):
    view = show(HeatView(), 100, 100)
    view.set_digit(np.zeros((200, 200), np.float32))
    assert view.factor() == 0.5


def test_what_belongs_to_another_digit_is_pale(show):
    view = show(HeatView(), 140, 140)
    view.set_values(np.ones((28, 28), np.float32))
    fresh = view.grab().toImage().pixelColor(70, 70)
    view.set_stale(True)
    pale = view.grab().toImage().pixelColor(70, 70)
    assert fresh.lightness() != pale.lightness()
    view.set_values(np.ones((28, 28), np.float32))
    assert view.grab().toImage().pixelColor(70, 70) == fresh
