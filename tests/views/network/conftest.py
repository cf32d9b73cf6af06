import pytest
from PySide6.QtCore import QPoint, Qt


@pytest.fixture
def show(qtbot):
    """Show a widget at a size, as a person would see it."""

    def shown(widget, width, height):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return shown


@pytest.fixture
def stroke(qtbot):
    """Pull the mouse over a widget through points with the button down."""

    def pull(widget, *points, button=Qt.MouseButton.LeftButton):
        places = [QPoint(*point) for point in points]
        qtbot.mousePress(widget, button, pos=places[0])
        for place in places[1:]:
            qtbot.mouseMove(widget, place)
        qtbot.mouseRelease(widget, button, pos=places[-1])

    return pull
