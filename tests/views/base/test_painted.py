"""Painted widgets: repainted when the theme changes, parts to point at by mouse and keys, tooltips."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QToolTip

from convviz import views
from convviz.views.base import theme
from convviz.views.base.painted import (
    ENTER_KEYS,
    Adaptive,
    Painted,
    PaintedParts,
    cell_at,
    cell_rect,
    fill_rounded,
    nearest_cell,
)

AREA, SHAPE = QRectF(10, 20, 60, 40), (2, 3)


class Plain(Painted):
    def draw(self, painter, scheme):
        painter.fillRect(self.rect(), scheme.color("accent"))


class Cells(PaintedParts[tuple[int, int]]):
    choosing_keys = (*ENTER_KEYS, Qt.Key.Key_Space)

    def __init__(self):
        super().__init__()
        self.chosen = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.describe("six cells")

    def part_at(self, place):
        return cell_at(AREA, SHAPE, place)

    def tip(self, part):
        return f"row {part[0]}, column {part[1]}"

    def choose(self, part):
        self.chosen.append(part)

    def step(self, down, right):
        row, column = self._part or (0, 0)
        self.point(nearest_cell((row + down, column + right), SHAPE), by_keys=True)
        return True


class Named(Adaptive, QLabel):
    def __init__(self):
        super().__init__()
        self.calls = []

    def retranslate(self):
        self.calls.append("language")

    def restyle(self):
        self.calls.append("theme")


@pytest.fixture
def cells(qtbot):
    widget = Cells()
    qtbot.addWidget(widget)
    widget.resize(100, 80)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_the_colours_follow_the_theme_without_being_asked(qtbot):
    widget = Plain()
    qtbot.addWidget(widget)
    widget.resize(10, 10)
    for scheme in (theme.DARK, theme.LIGHT):
        widget.setPalette(theme.palette(scheme))
        assert widget.grab().toImage().pixelColor(5, 5) == scheme.color("accent")


@pytest.mark.parametrize(
    "kind",
    [QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange],
)
def test_qt_repaints_by_itself_what_looks_otherwise(qtbot, kind):
    painted = []

    class Counting(Plain):
        def draw(self, painter, scheme):
            painted.append(scheme)

    widget = Counting()
    qtbot.addWidget(widget)
    widget.resize(10, 10)
    widget.show()
    qtbot.waitUntil(lambda: bool(painted))
    painted.clear()
    QCoreApplication.sendEvent(widget, QEvent(kind))
    qtbot.waitUntil(lambda: bool(painted))


def test_any_widget_can_follow_language_and_theme(qtbot):
    widget = Named()
    qtbot.addWidget(widget)
    for kind in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange):
        QCoreApplication.sendEvent(widget, QEvent(kind))
    assert widget.calls == ["language", "theme"]


def test_a_cell_is_found_where_it_lies():
    for cell in ((0, 0), (1, 2)):
        assert cell_at(AREA, SHAPE, cell_rect(AREA, SHAPE, cell).center()) == cell
    assert cell_rect(AREA, SHAPE, (1, 2)) == QRectF(50, 40, 20, 20)
    assert cell_at(AREA, SHAPE, QPointF(70, 60)) == (1, 2)  # the very edge belongs to the last cell
    assert cell_at(AREA, SHAPE, QPointF(9, 30)) is None


def test_the_mouse_points_and_chooses(cells, qtbot):
    pointed = []
    cells.pointed.connect(pointed.append)
    for place in (QPoint(12, 22), QPoint(14, 24), QPoint(65, 55), QPoint(5, 5)):
        qtbot.mouseMove(cells, place)
    assert pointed == [(0, 0), (1, 2), None]
    assert cells.accessibleDescription() == "six cells"
    qtbot.mouseClick(cells, Qt.MouseButton.LeftButton, pos=QPoint(12, 22))
    qtbot.mouseClick(cells, Qt.MouseButton.RightButton, pos=QPoint(12, 22))
    qtbot.mouseClick(cells, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert cells.chosen == [(0, 0)]
    QCoreApplication.sendEvent(cells, QEvent(QEvent.Type.Leave))
    assert cells._part is None


def test_arrow_keys_move_and_screen_readers_hear_where_to(cells, qtbot):
    qtbot.keyClick(cells, Qt.Key.Key_Return)  # nothing is pointed at yet
    qtbot.keyClick(cells, Qt.Key.Key_Down)
    qtbot.keyClick(cells, Qt.Key.Key_Right)
    qtbot.keyClick(cells, Qt.Key.Key_Down)  # there are two rows only
    assert cells._part == (1, 1)
    assert cells.accessibleDescription() == "row 1, column 1"
    qtbot.keyClick(cells, Qt.Key.Key_Space)
    assert cells.chosen == [(1, 1)]
    cells.point(None)
    assert cells.accessibleDescription() == "six cells"


def test_a_widget_may_keep_a_focused_part_for_the_keys(cells, qtbot):
    cells.keyed_part = lambda: (1, 0)
    qtbot.mouseMove(cells, QPoint(12, 22))
    qtbot.keyClick(cells, Qt.Key.Key_Return)
    assert (cells._part, cells.chosen) == ((0, 0), [(1, 0)])
    cells.speak((1, 0))
    assert cells.accessibleDescription() == "row 1, column 0"
    QCoreApplication.sendEvent(cells, QFocusEvent(QEvent.Type.FocusOut))
    assert cells.accessibleDescription() == "six cells"
    del cells.keyed_part


def test_text_is_written_in_a_font_and_colour_of_the_theme(cells):
    picture = QPixmap(10, 10)
    painter = QPainter(picture)
    cells.write_in(painter, "title", "accent", pixels=20)
    scheme = theme.tokens(cells)
    assert painter.pen().color() == scheme.color("accent")
    assert (painter.font().pixelSize(), painter.font().weight()) == (20, theme.TYPE["title"][1])
    fill_rounded(painter, QRectF(0, 0, 10, 10), 2, scheme.color("win"))
    painter.end()
    assert picture.toImage().pixelColor(5, 5) == scheme.color("win")


def test_the_tooltip_is_that_of_the_part(cells):
    def ask(place):
        QCoreApplication.sendEvent(cells, QHelpEvent(QEvent.Type.ToolTip, place, cells.mapToGlobal(place)))
        return QToolTip.text() if QToolTip.isVisible() else ""

    assert ask(QPoint(65, 55)) == "row 1, column 2"
    cells.tip = lambda part: None
    cells.setToolTip("a whole")
    assert ask(QPoint(65, 55)) == "a whole"
    del cells.tip
    QToolTip.hideText()


class Broken(Painted):
    """Fails while it is painted, as long as it is told to."""

    fails = True

    def draw(self, painter, scheme):
        if self.fails:
            raise MemoryError


def test_a_painter_is_ended_also_where_painting_fails(qtbot):
    widget = Broken()
    qtbot.addWidget(widget)
    with pytest.raises(MemoryError) as kept:  # with all that was at hand
        widget.grab()
    assert kept.tb is not None
    assert not widget.paintingActive()
    widget.fails = False
    assert not widget.grab().isNull()


def test_every_painter_is_ended_by_a_with():
    """Else an error's traceback keeps it open, and the widget or picture below it is deleted first."""
    lines = [
        f"{path.name}: {line.strip()}"
        for path in (Path(views.__file__).parents[1]).rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if "= QPainter(" in line
    ]
    assert lines == ["ink.py: painter = QPainter(self._picture)"]  # handed to a `with` at once
