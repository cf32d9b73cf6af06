import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPointingDevice, QTabletEvent

from convviz.views.network.paper.drawing_canvas import ERASER, PEN, DrawingCanvas
from convviz.views.network.paper.ink import SIDE, Ink, Stroke
from convviz.views.network.paper.input_column import CanvasTools


@pytest.fixture
def canvas(show):
    return show(DrawingCanvas(), SIDE, SIDE)


def test_a_stroke_leaves_ink_where_the_mouse_went(canvas, stroke):
    stroke(canvas, (40, 100), (200, 100))
    pixels = canvas.pixels()
    assert pixels[100, 120] == 255
    assert pixels[150, 120] == 0
    assert len(canvas.strokes()) == 1


def test_every_move_is_announced_and_setters_are_silent(canvas, stroke, qtbot):
    heard = []
    canvas.drawn.connect(lambda: heard.append(1))
    stroke(canvas, (40, 40), (60, 60), (80, 80))
    assert len(heard) == 3
    canvas.set_strokes([])
    assert len(heard) == 3


def test_a_click_is_a_dot_as_wide_as_the_pen(canvas, qtbot):
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    there = np.flatnonzero(canvas.pixels().max(axis=0) > 127)
    assert there[-1] - there[0] + 1 == pytest.approx(0.08 * SIDE, abs=2)


def test_the_right_button_rubs_out_and_undo_brings_it_back(canvas, stroke):
    stroke(canvas, (40, 100), (200, 100))
    stroke(canvas, (120, 60), (120, 140), button=Qt.MouseButton.RightButton)
    assert canvas.pixels()[100, 120] == 0
    assert canvas.pixels()[100, 50] == 255
    canvas.undo()
    assert canvas.pixels()[100, 120] == 255
    canvas.undo()
    assert canvas.is_blank()


def test_pulling_beyond_the_paper_stays_on_it(canvas, stroke):
    stroke(canvas, (200, 200), (600, 900))
    assert canvas.strokes()[0].places[-1][:2] == (1.0, 1.0)


def test_delete_takes_a_new_sheet(canvas, stroke, qtbot):
    stroke(canvas, (40, 100), (200, 100))
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert canvas.is_blank()


def test_the_tools_below_the_paper(canvas, stroke, qtbot):
    tools = CanvasTools(canvas)
    qtbot.addWidget(tools)
    stroke(canvas, (40, 100), (200, 100))
    qtbot.mouseClick(tools.eraser, Qt.MouseButton.LeftButton)
    assert canvas.tool() == ERASER
    assert not tools.pen.isChecked()
    qtbot.mouseClick(tools.undo, Qt.MouseButton.LeftButton)
    assert canvas.is_blank()
    qtbot.mouseClick(tools.pen, Qt.MouseButton.LeftButton)
    assert canvas.tool() == PEN
    tools.pen.menu().actions()[2].trigger()
    assert canvas.size_of(PEN) == 2
    qtbot.keyClicks(canvas, "[")
    assert canvas.size_of(PEN) == 1
    assert tools.pen.menu().actions()[1].isChecked()


def tablet(kind, x, y, pressure):
    device = QPointingDevice.primaryPointingDevice()
    place = QPointF(x, y)
    return QTabletEvent(
        kind, device, place, place, pressure, 0.0, 0.0, 0.0, 0.0, 0.0,
        Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
    )  # fmt: skip


def test_pressure_makes_the_line_broader(canvas):
    for y, pressure in ((60, 0.1), (180, 1.0)):
        canvas.tabletEvent(tablet(QTabletEvent.Type.TabletPress, 40, y, pressure))
        canvas.tabletEvent(tablet(QTabletEvent.Type.TabletMove, 200, y, pressure))
        canvas.tabletEvent(tablet(QTabletEvent.Type.TabletRelease, 200, y, 0.0))
    column = canvas.pixels()[:, 120] > 127
    assert column[120:].sum() > 2 * column[:120].sum() > 0


def test_extending_a_stroke_paints_what_painting_it_at_once_does(qapp):
    one, other = Ink(), Ink()
    places = [(0.2, 0.2, 1.0), (0.5, 0.6, 1.0), (0.8, 0.3, 1.0)]
    one.begin(Stroke(0.1, places=places[:1]))
    one.extend(places[1])
    one.extend(places[2])
    other.set_strokes([Stroke(0.1, places=places)])
    difference = np.abs(one.pixels().astype(int) - other.pixels().astype(int))
    assert difference.mean() < 0.5  # only joints differ, by their smooth edge


def test_ink_painted_piece_by_piece_looks_like_the_whole(canvas, qtbot):
    shown = canvas.window()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    for x, y in ((90, 200), (SIDE + 300, 60), (SIDE + 300, 150), (120, SIDE + 90), (30, 30)):
        qtbot.mouseMove(canvas, QPoint(x, y))
        QCoreApplication.processEvents()  # every move is painted by itself
    on_screen = shown.screen().grabWindow(shown.winId())
    inside = canvas.rect().adjusted(2, 2, -2, -2)
    kind = QImage.Format.Format_RGB32
    seen, whole = (
        picture.copy(inside).toImage().convertToFormat(kind) for picture in (on_screen, canvas.grab())
    )
    assert seen == whole
