"""The Network page as a person goes through it, in the real window, with real strokes and clicks."""

from dataclasses import replace

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt

from convviz.app.dialogs.dialogs import Dialogs, SaveAnswer
from convviz.app.preferences import Preferences
from convviz.app.window.main_window import MainWindow
from convviz.core.stages import pipeline
from convviz.document.files.experiment import save_experiment
from convviz.network.model.layers import INPUT
from convviz.pages.lab.page import LabPage
from convviz.pages.network.page.page import NetworkPage

pytestmark = pytest.mark.journey


class Answers(Dialogs):
    """Lets changes go, and saves to ``path``."""

    path = None

    def save_file(self, parent, title, start, filters, chosen=""):
        return self.path

    def save_changes(self, parent, title):
        return SaveAnswer.DISCARD


SEVEN = ((0.28, 0.26), (0.45, 0.25), (0.6, 0.24), (0.72, 0.23), (0.64, 0.42), (0.55, 0.6), (0.48, 0.78))


@pytest.fixture
def window(qtbot, tmp_path):
    preferences = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    shown = MainWindow(preferences, LabPage, dialogs=Answers())
    page = NetworkPage(shown.document, shown)
    shown.add_page("network", "Network", "network", page, needs_picture=False)
    page.lab_wanted.connect(lambda: shown.show_page("lab"))
    shown.resize(1440, 900)
    shown.show()
    qtbot.waitExposed(shown)
    qtbot.mouseClick(shown.rail.entry("network"), Qt.MouseButton.LeftButton)
    yield shown
    shown.shut_down()
    shown.close()
    shown.deleteLater()


def draw(qtbot, canvas, points):
    side = canvas.paper().width()
    places = [QPoint(round(x * side), round(y * side)) for x, y in points]
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(canvas, place)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[-1])


def click(qtbot, widget, place=None):
    qtbot.mouseClick(
        widget, Qt.MouseButton.LeftButton, pos=widget.rect().center() if place is None else place
    )


def test_a_seven_from_the_pen_to_the_pixels_and_into_the_lab(window, qtbot):
    page = window.page("network")
    assert window.current_page() is page
    answers = page.panel.answers.view
    assert answers.answers() is None

    draw(qtbot, page.panel.input.canvas, SEVEN)
    qtbot.waitUntil(lambda: answers.answers() is not None and answers.answers().winner == 7)
    assert "read as 7" in window.strip.facts()

    view = page.panel.column(4).view
    row, column, channel = (int(one) for one in np.unravel_index(view.values().argmax(), view.values().shape))
    click(qtbot, view, view.centre_of((channel, row, column)).toPoint())
    texts = page.drill.crumbs.texts()
    assert [texts[0][:7], texts[1][:5], texts[2][:7], texts[3][:6]] == [
        "Digit 7",
        "Logit",
        "Flatten",
        "Conv 3",
    ]

    share = float(answers.answers().shares[7])
    click(qtbot, page.drill.off)
    assert answers._before[7] == pytest.approx(share)
    click(qtbot, page.drill.off)

    blocks = page.drill.body.blocks
    while page.selection.cell().layer != INPUT:
        window_ = blocks.blocks()[0].window
        at = (int(one) for one in np.unravel_index(int(np.abs(window_).argmax()), window_.shape))
        click(qtbot, blocks, blocks.cell_rect((0, *at)).center().toPoint())
    assert "Pixel" in page.drill.crumbs.texts()[-1]

    before_last = len(page.selection.trail) - 2
    click(qtbot, page.drill.crumbs, dict(page.drill.crumbs.places())[before_last].center().toPoint())
    cell = page.selection.cell()
    assert cell.layer == 0
    value = float(page.acts.of(0)[cell.row, cell.column, cell.channel])
    click(qtbot, page.drill.lab)
    lab = window.page("lab")
    assert window.current_page() is lab
    assert lab.queue.wait_idle(30)
    result = pipeline.run(window.document.state.image, window.document.settings)
    assert result.activation[cell.row, cell.column] == pytest.approx(value, abs=1e-5)


def test_four_pixels_to_the_right(window, qtbot):
    page = window.page("network")
    draw(qtbot, page.panel.input.canvas, SEVEN)
    qtbot.waitUntil(lambda: page.acts is not None)
    click(qtbot, page.drill.tab_button("shift"))
    slider = page.shift_panel.sliders["right"]
    for _ in range(4):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert page.shift.wait_idle()
    comparison = {one.title: one for one in page.shift_panel.comparison.comparison()}
    assert comparison["Small ConvNet"].right
    curves = {title: one.by_shift[4] for title, one in comparison.items()}
    assert (
        curves["MLP (tutorial)"] < 0.5 < curves["Small ConvNet (tutorial)"] < 0.95 < curves["Small ConvNet"]
    )


def test_a_blank_sheet_again(window, qtbot):
    page = window.page("network")
    draw(qtbot, page.panel.input.canvas, SEVEN)
    qtbot.waitUntil(lambda: page.acts is not None)
    click(qtbot, page.panel.input.tools.clear)
    qtbot.waitUntil(lambda: page.acts is None)
    assert page.panel.answers.view.answers() is None
    assert "nothing is read" in window.strip.facts()


def test_saved_closed_and_opened_again(window, qtbot, tmp_path):
    page = window.page("network")
    assert not window.actions_.save.isEnabled()
    draw(qtbot, page.panel.input.canvas, SEVEN)
    qtbot.waitUntil(lambda: page.acts is not None)
    assert window.isWindowModified()  # a drawing is work like any other
    view = page.panel.column(4).view
    row, column, channel = (int(one) for one in np.unravel_index(view.values().argmax(), view.values().shape))
    click(qtbot, view, view.centre_of((channel, row, column)).toPoint())
    click(qtbot, page.drill.off)
    assert window.isWindowModified()
    shares, picture = page.acts.output, page.acts.picture

    window.dialogs.path = tmp_path / "seven.convviz"
    with qtbot.waitSignal(window.files.saver.loaded):
        qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not window.isWindowModified()
    click(qtbot, page.panel.input.tools.clear)
    click(qtbot, page.drill.tab_button("filter"))
    page.choose_network("mlp")
    assert window.isWindowModified()

    with qtbot.waitSignal(window.files.opened):
        window.open_path(tmp_path / "seven.convviz")
    assert window.current_page() is page
    assert page.network.key == "convnet"
    assert page.shown.now.off == {(4, channel)}
    np.testing.assert_array_equal(page.acts.picture, picture)
    np.testing.assert_array_equal(page.acts.output, shares)
    assert page.panel.answers.view._before is not None
    assert not window.isWindowModified()
    assert not window.actions_.undo.isEnabled()


def test_an_experiment_whose_network_is_gone(window, qtbot, tmp_path):
    page = window.page("network")
    draw(qtbot, page.panel.input.canvas, SEVEN)
    qtbot.waitUntil(lambda: page.acts is not None)
    state = window.document.state
    gone = replace(state.network, key="", path=str(tmp_path / "gone.keras"), title="gone")
    save_experiment(tmp_path / "seven.convviz", replace(state, network=gone), embed=False)
    click(qtbot, page.panel.input.tools.clear)
    window.open_path(tmp_path / "seven.convviz")
    qtbot.waitUntil(lambda: "gone.keras" in window.band.text())
    assert window.band.text().endswith("is not there any more; everything else of it is shown.")
    assert page.panel.answers.view.answers().winner == 7
    assert not window.isWindowModified()


def test_maps_are_exported_from_the_menu(window, qtbot, tmp_path):
    page, menu = window.page("network"), window.menus.export
    window.exporter.fill(menu)
    assert [action.text() for action in menu.actions()] == ["Nothing to export yet"]
    draw(qtbot, page.panel.input.canvas, SEVEN)
    qtbot.waitUntil(lambda: page.acts is not None)
    assert window.actions_.export.isEnabled()
    menu.aboutToShow.emit()
    entries = {action.data(): action for action in menu.actions()}
    assert entries["maps"].text() == "All maps of Conv 3…"
    window.dialogs.path = tmp_path / "maps.png"
    entries["maps"].trigger()
    assert window.band.text() == "Exported to maps.png."
    with PIL.Image.open(tmp_path / "maps.png") as picture:
        assert max(picture.size) >= 1000
    window.dialogs.path = tmp_path / "all.npz"
    entries["activations"].trigger()
    with np.load(tmp_path / "all.npz") as arrays:
        np.testing.assert_array_equal(arrays["output"], page.acts.output)


def test_undo_over_the_paper_takes_the_stroke_back_and_leaves_the_lab_alone(window, qtbot):
    page = window.page("network")
    window.document.edit_settings("Bias", bias=2.0)
    draw(qtbot, page.panel.input.canvas, SEVEN)
    qtbot.keyClick(page.panel.input.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.panel.input.canvas.is_blank()
    assert window.document.settings.bias == 2.0
