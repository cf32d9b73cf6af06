"""A result on its way moves from one place to the other, and is gone when it has landed."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from convviz.views.step.grid.grid_card import Flight


def test_it_flies_lands_and_is_gone(qtbot: QtBot) -> None:
    board = QWidget()
    qtbot.addWidget(board)
    board.resize(400, 300)
    board.show()
    flight = Flight(board)
    with qtbot.waitSignal(flight.landed):
        flight.fly("9", QColor("white"), QPointF(50, 60), QPointF(300, 200), 40)
        assert flight.flying
        assert flight.geometry().center().x() in (49, 50)
    assert not flight.isVisible()
    assert abs(flight.geometry().center().x() - 300) <= 1


def test_stopped_it_lands_nowhere(qtbot: QtBot) -> None:
    board = QWidget()
    qtbot.addWidget(board)
    board.show()
    flight = Flight(board)
    flight.fly("9", QColor("white"), QPointF(0, 0), QPointF(9, 9), 1000)
    with qtbot.assertNotEmitted(flight.landed):
        flight.stop()
    assert not flight.isVisible()
