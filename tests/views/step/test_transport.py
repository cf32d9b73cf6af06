"""Play, step, jump, speed, detail, loop: what each control announces."""

import pytest
from PySide6.QtCore import Qt

from convviz.views.step.timeline.card import Transport

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def transport(shown):
    return shown(Transport(), 220, 50)


@pytest.mark.parametrize(
    ("button", "signal", "argument"),
    [
        ("first_button", "jump", "first"),
        ("back_button", "step", -1),
        ("play_button", "play_toggled", True),
        ("forward_button", "step", 1),
        ("last_button", "jump", "last"),
    ],
)
def test_buttons(transport, qtbot, button, signal, argument):
    with qtbot.waitSignal(getattr(transport, signal)) as heard:
        qtbot.mouseClick(getattr(transport, button), LEFT)
    assert heard.args == [argument]


def test_options(transport, shown, qtbot):
    shown(transport.options, 330, 62)
    with qtbot.waitSignal(transport.detail_chosen) as heard:
        qtbot.mouseClick(transport.detail.button("product"), LEFT)
    assert heard.args == ["product"]
    with qtbot.waitSignal(transport.loop_toggled) as heard:
        qtbot.mouseClick(transport.loop_button, LEFT)
    assert heard.args == [True]
    with qtbot.waitSignal(transport.speed_chosen) as heard:
        qtbot.keyClick(transport.speed, Qt.Key.Key_Down)
    assert heard.args == [2.0]


def test_setters_announce_nothing(transport, shown, qtbot):
    shown(transport.options, 330, 62)
    heard = []
    for name in ("play_toggled", "speed_chosen", "detail_chosen", "loop_toggled"):
        getattr(transport, name).connect(heard.append)
    transport.set_playing(True)
    transport.set_speed(16)
    transport.set_detail("cell")
    transport.set_loop(True)
    assert heard == []
    assert transport.speed.currentText() == "16×"
    assert transport.play_button.toolTip() == "Pause (Space)"


def test_buttons_that_lead_nowhere_are_off(transport):
    transport.set_ends(at_first=True, at_last=False)
    assert [b.isEnabled() for b in (transport.first_button, transport.back_button)] == [False, False]
    assert [b.isEnabled() for b in (transport.forward_button, transport.last_button)] == [True, True]
