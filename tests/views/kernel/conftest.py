import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from convviz.core.kernels.kernel import Kernel
from convviz.views.kernel.kernel_panel import KernelPanel

SOBEL = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]


@pytest.fixture
def panel(qtbot):
    panel = KernelPanel()
    qtbot.addWidget(panel)
    panel.resize(331, 352)
    panel.show()
    panel.set_kernel(Kernel(SOBEL, name="sobel_vertical"))
    panel.said = []
    panel.kernel_edited.connect(
        lambda kernel, key, said=panel.said: said.append((kernel.weights.tolist(), key))
    )
    panel.grid.setFocus()
    return panel


@pytest.fixture
def wheel():
    """Turn the wheel over a cell by so many notches."""

    def turn(grid, row, column, notches, modifiers=Qt.KeyboardModifier.NoModifier, delta=120):
        place = QPointF(grid.cell_rect(row, column).center())
        event = QWheelEvent(
            place,
            QPointF(grid.mapToGlobal(place)),
            QPoint(),
            QPoint(0, round(notches * delta)),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(grid, event)

    return turn
