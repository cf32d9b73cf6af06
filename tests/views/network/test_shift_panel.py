import pytest
from PySide6.QtCore import Qt

from convviz.views.network.answers.shift_panel import ComparedNetwork, ShiftPanel


@pytest.fixture
def panel(show):
    return show(ShiftPanel(), 1300, 190)


def test_the_sliders_tell_what_they_stand_for(panel, qtbot):
    assert panel.values() == panel.middle()
    assert panel.values() == {"right": 0.0, "down": 0.0, "turn": 0.0, "scale": 1.0, "noise": 0.0}
    slider = panel.sliders["right"]
    with qtbot.waitSignals([panel.changed] * 3):
        for _ in range(3):
            qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert panel.values()["right"] == 3.0
    qtbot.keyClick(panel.sliders["scale"], Qt.Key.Key_Left)
    assert panel.values()["scale"] == pytest.approx(0.95)
    qtbot.mouseClick(panel.reset, Qt.MouseButton.LeftButton)
    assert panel.values() == panel.middle()


def test_networks_side_by_side_can_be_read_aloud(panel):
    panel.set_comparison(
        [ComparedNetwork("MLP", "3", 0.6, False, (0.9, 0.5), 1), ComparedNetwork("ConvNet", "7", 0.9, True)],
        "so",
    )
    assert panel.comparison.accessibleDescription() == "MLP: 3, ConvNet: 7"
    assert not panel.grab().isNull()
