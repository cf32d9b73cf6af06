"""The kernel of the operation goes round its middle when a correlation becomes a convolution."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from convviz.core import Image, Kernel, Settings, run, trace
from convviz.core.film.moments import Moment
from convviz.views.step.operation.card import OperationCard
from convviz.views.step.operation.view import TURN_TIME, turning

MOMENT = Moment("convolution", 0, 0, "land", 9, 9)


@pytest.fixture
def card(shown):
    return shown(OperationCard(), 488, 436)


def show(card, scales, operation, weights=((1, 0, -1),) * 3):
    image = Image(np.array([[10.0, 10, 0]] * 3))
    result = run(image, Settings(Kernel(weights), operation=operation))
    card.set_turned(operation == "convolve")
    card.set_moment(trace(result, "convolution", 0, 0), MOMENT, "sum", scales)


def test_it_turns_there_and_back_in_240_milliseconds(card, scales, qtbot):
    show(card, scales, "correlate")
    turn = card.view.half_turn
    assert not turn.running
    for operation in ("convolve", "correlate"):
        with qtbot.waitSignal(turn.finished):
            show(card, scales, operation)
            assert turn.running
            card.view.grab()
    assert turn.duration() == TURN_TIME == 240


def test_other_weights_and_a_symmetric_kernel_do_not_turn(card, scales):
    show(card, scales, "correlate")
    show(card, scales, "correlate", ((-1, 0, 1),) * 3)
    assert not card.view.half_turn.running
    show(card, scales, "correlate", ((1, 0, 1),) * 3)
    show(card, scales, "convolve", ((1, 0, 1),) * 3)
    assert not card.view.half_turn.running


def test_half_way_a_cell_is_a_quarter_turn_from_its_place():
    cell = turning(QRectF(0, 0, 30, 30), QRectF(0, 0, 10, 10), 0.5)
    assert cell.center().x() == pytest.approx(15 - 8.8)
    assert cell.center().y() == pytest.approx(15 + 8.8)
