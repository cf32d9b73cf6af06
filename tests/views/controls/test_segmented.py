from PySide6.QtCore import Qt

from convviz.views.controls.choices import Segmented


def test_a_click_is_announced_and_showing_is_not(qtbot):
    segments = Segmented(("correlate", "convolve"))
    qtbot.addWidget(segments)
    segments.show()
    said = []
    segments.chosen.connect(said.append)
    segments.show_key("correlate")
    assert (segments.key(), said) == ("correlate", [])
    qtbot.mouseClick(segments.button("convolve"), Qt.MouseButton.LeftButton)
    assert (segments.key(), said) == ("convolve", ["convolve"])
