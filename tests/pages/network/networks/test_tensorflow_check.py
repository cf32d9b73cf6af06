"""TensorFlow's verdict on what is shown, from a worker that only pretends."""

from concurrent.futures import Future

import pytest

from convviz.network.compute.forward import activations
from convviz.network.files.bundled import bundled
from convviz.network.model.errors import NetworkError
from convviz.pages.network.networks.tensorflow_check import TensorflowCheck
from convviz.views.network.network_strip import NetworkStrip

NETWORK = bundled("mlp_tutorial")


class Pretender:
    """Answers when it is told to."""

    def __init__(self):
        self.asked = []

    def start(self):
        pass

    def close(self):
        pass

    def activations(self, network, picture):
        answer = Future()
        self.asked.append((picture, answer))
        return answer


@pytest.fixture
def values():
    import numpy as np

    from convviz.network.digits.prepare import prepare_drawing

    ink = np.zeros((64, 64), np.float32)
    ink[10:50, 30:36] = 1
    return activations(NETWORK, prepare_drawing(ink).digit)


@pytest.fixture
def worker():
    return Pretender()


@pytest.fixture
def strip(qtbot):
    shown = NetworkStrip()
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def pen():
    """Places of the pen: down while there is something in it."""
    return []


@pytest.fixture
def tensorflow_check(strip, worker, pen):
    made = TensorflowCheck(strip, worker, drawing=lambda: bool(pen))
    yield made
    made.close()


def answer_of(acts, off=0.0):
    return {layer.name: acts.of(at) + off for at, layer in enumerate(NETWORK.layers)}


def test_the_largest_difference_is_told(tensorflow_check, worker, strip, values, qtbot):
    tensorflow_check.set_values(NETWORK, values)
    qtbot.waitUntil(lambda: len(worker.asked) == 1)
    worker.asked[0][1].set_result(answer_of(values))
    qtbot.waitUntil(lambda: strip.tensorflow_check.text() != "")
    assert strip.tensorflow_check.text() == "✓ equals TensorFlow to 0"


def test_a_digit_that_was_overtaken_is_asked_again(tensorflow_check, worker, strip, values, qtbot):
    tensorflow_check.set_values(NETWORK, values)
    qtbot.waitUntil(lambda: len(worker.asked) == 1)
    other = activations(NETWORK, values.picture[::-1])
    tensorflow_check.set_values(NETWORK, other)
    worker.asked[0][1].set_result(answer_of(values))
    qtbot.waitUntil(lambda: len(worker.asked) == 2)
    assert strip.tensorflow_check.text() == ""
    worker.asked[1][1].set_result(answer_of(other))
    qtbot.waitUntil(lambda: strip.tensorflow_check.text() != "")


def test_why_there_is_no_verdict(tensorflow_check, worker, strip, values, qtbot):
    tensorflow_check.set_values(NETWORK, values)
    qtbot.waitUntil(lambda: len(worker.asked) == 1)
    worker.asked[0][1].set_exception(NetworkError("worker_missing", "TensorFlow is not installed"))
    qtbot.waitUntil(lambda: strip.tensorflow_check.text() != "")
    assert strip.tensorflow_check.toolTip() == "TensorFlow is not installed"
    assert strip.tensorflow_check.property("role") == "caption"
    tensorflow_check.set_values(NETWORK, values)
    assert strip.tensorflow_check.property("role") == "ok"


def test_a_process_that_ended_is_asked_once_more(tensorflow_check, worker, strip, values, qtbot):
    ended = NetworkError("worker_ended", "it ended; it will be started again")
    tensorflow_check.set_values(NETWORK, values)
    qtbot.waitUntil(lambda: len(worker.asked) == 1)
    worker.asked[0][1].set_exception(ended)
    qtbot.waitUntil(lambda: len(worker.asked) == 2)
    assert strip.tensorflow_check.toolTip() == str(ended)
    worker.asked[1][1].set_result(answer_of(values))
    qtbot.waitUntil(lambda: strip.tensorflow_check.property("role") == "ok")
    assert str(ended) not in strip.tensorflow_check.toolTip()
    tensorflow_check.set_values(NETWORK, values)
    for at in (2, 3):
        qtbot.waitUntil(lambda at=at: len(worker.asked) == at + 1)
        worker.asked[at][1].set_exception(ended)
    qtbot.waitUntil(lambda: tensorflow_check._asked is None)
    assert not tensorflow_check._soon.isActive()  # it ends whenever it is asked this


def test_a_blank_sheet_is_not_compared(tensorflow_check, worker, strip, values, qtbot):
    tensorflow_check.set_values(NETWORK, values)
    tensorflow_check.set_values(NETWORK, None)
    assert not tensorflow_check._soon.isActive()


def test_nothing_is_asked_while_the_drawing(tensorflow_check, worker, values, pen):
    pen.append("down")
    tensorflow_check.set_values(NETWORK, values)
    tensorflow_check._soon.timeout.emit()
    assert not worker.asked
    pen.clear()
    tensorflow_check._soon.timeout.emit()
    assert len(worker.asked) == 1
