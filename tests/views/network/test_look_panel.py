import pytest
from PySide6.QtCore import Qt

from convviz.views.network.answers.look_panel import LookPanel


@pytest.fixture
def panel(show):
    shown = show(LookPanel(), 1300, 180)
    shown.set_classes(tuple("0123456789"), "7", -1)
    shown.set_layers([(0, "Conv 1"), (2, "Conv 2")], 2)
    return shown


def test_the_answer_comes_first_and_classes_follow(panel, qtbot):
    requests = []
    panel.class_chosen.connect(requests.append)
    assert panel.classes.currentText() == "the answer: 7"
    qtbot.keyClick(panel.classes, Qt.Key.Key_Down)
    assert requests == [0]
    qtbot.keyClick(panel.classes, Qt.Key.Key_Up)
    assert requests == [0, -1]


def test_a_layer_and_a_patch_are_wished_by_hand(panel, qtbot):
    requests = []
    panel.layer_chosen.connect(requests.append)
    panel.patch_chosen.connect(requests.append)
    qtbot.keyClick(panel.layers, Qt.Key.Key_Up)
    qtbot.mouseClick(panel.patches.button("7"), Qt.MouseButton.LeftButton)
    assert requests == [0, 7]


def test_one_button_starts_and_cancels(panel, qtbot):
    requests = []
    panel.start_wanted.connect(lambda: requests.append("start"))
    panel.cancel_wanted.connect(lambda: requests.append("cancel"))
    panel.set_progress(None)
    panel.offer_start(True)
    assert panel.start.text() == "Start"
    assert not panel.running()
    qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    panel.set_progress(0.5)
    assert panel.start.text() == "Cancel"
    assert panel.progress.value() == 500
    qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    assert requests == ["start", "cancel"]


def test_pointing_at_one_picture_marks_the_same_pixel_in_all(panel, qtbot):
    qtbot.mouseMove(panel.cam.heat, panel.cam.heat.rect().center())
    highlights = {block.heat._mark for block in panel.blocks}
    assert len(highlights) == 1
    assert None not in highlights


def test_without_layers_there_is_no_chooser(panel):
    panel.set_layers([], -1)
    assert panel.layers.isHidden()


def test_in_a_small_window_pictures_make_room_for_titles_and_controls(panel):
    panel.resize(880, 150)
    sides = {block.heat.area().width() for block in panel.blocks}
    assert len(sides) == 1
    for block in panel.blocks:
        assert block.beside.width() >= block.words_width()
