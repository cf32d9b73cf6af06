"""The plots of a training, on the report cards of the bundled networks."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QApplication

from convviz.network.files.bundled import report_card
from convviz.views.base import theme
from convviz.views.network.training.axes import History, from_card
from convviz.views.network.training.panel import HistoryPanel, HistoryPlot


@pytest.fixture
def card():
    return report_card("convnet")


@pytest.fixture
def plot(show, card):
    shown = HistoryPlot()
    shown.set_history(from_card(card))
    return show(shown, 900, 180)


def place_of(plot, number):
    """Where the epoch ``number`` is in the viewport of the plot of losses."""
    scene = plot.loss.item.getViewBox().mapViewToScene(QPointF(number, plot.loss.item.viewRange()[1][0]))
    return plot.loss.widget.mapFromScene(scene) - QPoint(0, 10)


def settle(plot):
    """Paint all of it now, several times, and let the events of each time pass."""
    for _ in range(5):
        for axes in plot.plots():
            axes.widget.viewport().repaint()
        QApplication.processEvents()


def test_the_lines_are_those_of_the_card(plot, card):
    assert set(plot.accuracy.lines) == set(plot.loss.lines) == {"train", "held_out", "test"}
    for key, line in plot.accuracy.lines.items():
        numbers, heights = line.getData()
        np.testing.assert_array_equal(numbers, [epoch["number"] for epoch in card["epochs"]])
        shares = [epoch[f"{key}_accuracy"] for epoch in card["epochs"]]
        np.testing.assert_allclose(heights, -np.log10(1 - np.array(shares)))
        losses = [epoch[f"{key}_loss"] for epoch in card["epochs"]]
        np.testing.assert_allclose(plot.loss.lines[key].getData()[1], np.log10(losses))
    assert plot.accuracy.kept.value() == plot.loss.kept.value() == card["best_epoch"]


def test_the_first_epoch_is_in_view_and_so_is_the_last(plot, card):
    for axes in plot.plots():
        (left, right), (low, high) = axes.item.viewRange()
        assert left < 1
        assert len(card["epochs"]) < right
        heights = np.concatenate([line.getData()[1] for line in axes.lines.values()])
        assert low < heights.min()
        assert heights.max() < high


def test_without_held_out_digits_there_are_two_lines(plot):
    plot.set_history(from_card(report_card("convnet_tutorial")))
    assert set(plot.accuracy.lines) == set(plot.loss.lines) == {"train", "test"}


def test_nothing_is_built_before_it_is_seen(qtbot, card):
    plot = HistoryPlot()
    qtbot.addWidget(plot)
    plot.set_history(from_card(card))
    assert plot.plots() == ()


def test_the_mouse_points_at_the_nearest_epoch(plot, qtbot):
    told = []
    plot.pointed.connect(told.append)
    viewport = plot.loss.widget.viewport()
    qtbot.mouseMove(viewport, place_of(plot, 7.2))
    assert told == [6]
    assert [axes.cursor.value() for axes in plot.plots()] == [7, 7]
    assert plot.accuracy.cursor.isVisible()
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert told == [6, None]
    assert not plot.accuracy.cursor.isVisible()


def test_arrow_keys_walk_from_the_kept_epoch(plot, qtbot, card):
    kept, last = card["best_epoch"] - 1, len(card["epochs"]) - 1
    places = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Escape):
        qtbot.keyClick(plot, key)
        places.append(plot.position())
    assert places == [kept - 1, last, last, 0, None]


def test_no_menu_and_no_opengl(plot, qtbot):
    for axes in plot.plots():
        assert not axes.item.menuEnabled()
        assert not isinstance(axes.widget.viewport(), QOpenGLWidget)
    qtbot.mouseClick(plot.loss.widget.viewport(), Qt.MouseButton.RightButton, pos=QPoint(200, 60))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(200, 60), QPoint(200, 60))
    QApplication.sendEvent(plot.loss.widget.viewport(), event)
    assert QApplication.activePopupWidget() is None


def test_a_double_click_shows_everything_again(plot, qtbot):
    everything = plot.loss.item.viewRange()[1]
    plot.loss.item.setYRange(-1.0, -0.5, padding=0)
    assert plot.loss.item.viewRange()[1] != everything
    qtbot.mouseDClick(plot.loss.widget.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 60))
    np.testing.assert_allclose(plot.loss.item.viewRange()[1], everything)


def test_the_plots_follow_the_theme(plot, qtbot):
    for scheme in (theme.DARK, theme.LIGHT):
        plot.setPalette(theme.palette(scheme))
        line = plot.accuracy.lines["train"]
        assert line.opts["pen"].color() == scheme.color("pinB")
        assert line.opts["pen"].widthF() == 2
        assert line.opts["antialias"]
        image = plot.grab().toImage()
        assert image.pixelColor(image.width() - 2, 2) == scheme.color("card")


def test_being_painted_asks_for_no_other_painting(plot):
    settle(plot)
    changes = []
    plot.loss.item.scene().changed.connect(changes.append)
    settle(plot)
    assert changes == []
    assert not any(timer.isActive() for timer in plot.findChildren(QTimer))
    plot.point(3)
    settle(plot)
    assert changes


def test_errors_still_go_to_our_own_hooks(fresh_python):
    code = (
        "import sys, threading\n"
        "before = sys.excepthook, threading.excepthook\n"
        "from convviz.views.network.training.axes import pyqtgraph\n"
        "assert 'pyqtgraph' not in sys.modules\n"
        "pyqtgraph()\n"
        "print((sys.excepthook, threading.excepthook) == before, 'pyqtgraph' in sys.modules)"
    )
    assert fresh_python(code).split() == ["True", "True"]


@pytest.fixture
def panel(show, card):
    shown = HistoryPanel()
    shown.set_history(from_card(card))
    return show(shown, 1340, 186)


def figures(panel, key):
    return tuple(label.text() for label in panel.readout.figures[key])


def test_the_numbers_are_the_kept_epochs_until_another_is_pointed_at(panel, card):
    kept = card["epochs"][card["best_epoch"] - 1]
    expected = (f"{100 * kept['test_accuracy']:.2f} %", f"{kept['test_loss']:.4f}")
    assert figures(panel, "test") == expected
    panel.plot.point(0)
    first = card["epochs"][0]
    assert figures(panel, "train") == (f"{100 * first['train_accuracy']:.2f} %", f"{first['train_loss']:.4f}")
    assert panel.readout.epoch.text() == "Epoch 1"
    panel.plot.point(None)
    assert figures(panel, "test") == expected


def test_a_perfect_epoch_has_a_place(show):
    history = History((1, 2), {"test": (0.9, 1.0)}, {"test": (0.5, 0.0)}, 2)
    panel = HistoryPanel()
    panel.set_history(history)
    show(panel, 900, 180)
    np.testing.assert_allclose(panel.plot.accuracy.lines["test"].getData()[1], [1, 5])
    assert figures(panel, "test") == ("100.00 %", "0.0000")


def test_one_epoch_is_enough(show):
    panel = HistoryPanel()
    panel.set_history(History((1,), {"test": (0.9,)}, {"test": (0.5,)}, 1))
    show(panel, 900, 180)
    assert panel.plot.position() is None
    low, high = panel.plot.accuracy.item.viewRange()[1]
    assert low < 1 < high


def test_without_a_history_only_the_sentence_stands(panel):
    panel.set_history(None)
    panel.set_sentences(["Nothing is known."])
    assert panel.plot.isHidden()
    assert panel.readout.isHidden()
    assert panel.words.width() == panel.width()


def test_the_library_comes_in_a_thread_and_leaves_no_object_there(fresh_python):
    code = (
        "import sys, threading, shiboken6\n"
        "from PySide6.QtCore import QObject, QThread\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from convviz.views.network.training.panel import HistoryPlot\n"
        "app = QApplication([])\n"
        "HistoryPlot().load()\n"
        "next(one for one in threading.enumerate() if one.name == 'convviz-plots').join()\n"
        "objects = [one for one in shiboken6.getAllValidWrappers() if isinstance(one, QObject)]\n"
        "print('pyqtgraph' in sys.modules, {one.thread() for one in objects} == {app.thread()})"
    )
    assert fresh_python(code).strip() == "True True"
