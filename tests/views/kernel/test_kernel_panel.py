import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from convviz.core.kernels.kernel import Kernel
from convviz.core.kernels.kernel_library import LIBRARY, library
from convviz.views.kernel.chooser.kernel_texts import all_texts

LEFT = Qt.MouseButton.LeftButton
RGB = Kernel(np.stack([np.full((2, 2), c) for c in (1, 2, 3)], axis=2))


def click(qtbot, button):
    qtbot.mouseClick(button, LEFT)


def test_showing_a_kernel_announces_nothing(panel):
    panel.set_kernel(library("box"))
    panel.set_bias(3)
    panel.set_channels(3)
    assert panel.said == []
    assert panel.form.divisor.text() == "9"
    assert panel.header.kernels.currentText() == "Box"


@pytest.mark.parametrize(
    ("tool", "weights"),
    [
        ("rotate", [[1, 2, 1], [0, 0, 0], [-1, -2, -1]]),
        ("mirror", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
        ("transpose", [[1, 2, 1], [0, 0, 0], [-1, -2, -1]]),
        ("negate", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
    ],
)
def test_tools_change_the_kernel_in_a_step_of_its_own(qtbot, panel, tool, weights):
    click(qtbot, panel.tools.button(tool))
    assert panel.said == [(weights, "")]


def test_normalise_divides_by_the_sum(qtbot, panel):
    panel.set_kernel(Kernel([[1, 2, 1]]))
    click(qtbot, panel.tools.button("normalise"))
    assert panel.form.divisor.value() == 4
    assert panel.kernel().divisor == 4


def test_what_changes_nothing_is_not_announced(qtbot, panel):
    click(qtbot, panel.tools.button("flip"))  # Sobel is the same upside down
    assert panel.said == []


def test_sizes_are_typed_and_keep_the_centre(qtbot, panel):
    panel.form.columns.selectAll()
    qtbot.keyClicks(panel.form.columns, "1")
    qtbot.keyClick(panel.form.columns, Qt.Key.Key_Return)
    assert panel.said == [([[0], [0], [0]], "kernel size")]
    panel.form.columns.selectAll()
    qtbot.keyClick(panel.form.columns, Qt.Key.Key_Backspace)
    assert len(panel.said) == 1


def test_bias_and_divisor_boxes(qtbot, panel):
    said = []
    panel.bias_edited.connect(lambda value, key: said.append((value, key)))
    panel.form.bias.selectAll()
    qtbot.keyClicks(panel.form.bias, "-5")
    assert said == [(-5.0, "bias")]
    qtbot.keyClick(panel.form.divisor, Qt.Key.Key_Up)
    assert (panel.kernel().divisor, panel.said[-1][1]) == (2, "divisor")


def test_copy_and_paste_are_spreadsheet_text(qtbot, panel):
    qtbot.keyClick(panel.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "1\t0\t-1\n2\t0\t-2\n1\t0\t-1"
    QApplication.clipboard().setText("1\t2\n3\t\u22124\n")
    qtbot.keyClick(panel.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert panel.said == [([[1, 2], [3, -4]], "")]


def test_a_single_pasted_number_goes_into_the_cell(qtbot, panel):
    QApplication.clipboard().setText("9")
    panel.grid.set_cell(1, 1)
    click(qtbot, panel.tools.button("paste"))
    assert panel.said[-1][0][1] == [2, 9, -2]


def test_text_that_is_no_kernel_is_refused_and_the_kernel_stays(qtbot, panel):
    QApplication.clipboard().setText("hello world")
    places = panel.form.geometry(), panel.area.geometry(), panel.tools.geometry()
    click(qtbot, panel.tools.button("paste"))
    assert panel.said == []
    assert "hello" in panel.notice.text()
    assert panel.notice.isVisible()
    assert (panel.form.geometry(), panel.area.geometry(), panel.tools.geometry()) == places
    click(qtbot, panel.tools.button("negate"))
    assert not panel.notice.isVisible()


def test_colour_pictures_show_r_g_b_and_one_kernel_for_all(qtbot, panel):
    assert not panel.header.channels.isVisible()
    panel.set_channels(3)
    assert panel.header.channels.isVisible()
    assert "same for R, G, B" in panel.facts.facts()
    panel.grid.set_cell(0, 0)
    qtbot.keyClick(panel.grid, Qt.Key.Key_Delete)
    assert panel.said[-1][0][0] == [0, 0, -1]


def test_channels_apart_and_together_again(qtbot, panel):
    panel.set_channels(3)
    click(qtbot, panel.header.apart)
    assert panel.kernel().weights.shape == (3, 3, 3)
    click(qtbot, panel.header.channels.button("1"))
    panel.grid.set_cell(1, 1)
    qtbot.keyClick(panel.grid, Qt.Key.Key_PageUp)
    assert panel.kernel().weights[1, 1].tolist() == [0, 1, 0]
    click(qtbot, panel.header.apart)
    assert panel.kernel().weights.tolist() == [[1, 0, -1], [2, 1, -2], [1, 0, -1]]


def test_choosing_a_channel_shows_its_plane(qtbot, panel):
    chosen = []
    panel.channel_chosen.connect(chosen.append)
    panel.set_channels(3)
    panel.set_kernel(RGB)
    click(qtbot, panel.header.channels.button("2"))
    assert (panel.grid.value((0, 0)), chosen) == (3, [2])


def test_what_is_copied_is_the_kernel_that_is_edited_not_the_turned_one(qtbot, panel):
    panel.set_turned(True)
    qtbot.keyClick(panel.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert Kernel.from_text(QGuiApplication.clipboard().text()).weights.tolist() == [
        [1, 0, -1],
        [2, 0, -2],
        [1, 0, -1],
    ]
    assert panel.facts.text() == "Sum 0  \u00b7  rank 1, separable  \u00b7  range \u00b11,020"


def test_facts_of_the_x(panel):
    panel.set_input_range(-1, 1)
    panel.set_kernel(library("diagonal"))
    assert panel.facts.facts() == ["Sum \u22123", "rank 3", "unchanged by a half turn", "range \u00b19"]


def test_favourites_follow_the_picture_and_frame_the_kernel_in_use(qtbot, panel):
    panel.set_preview_image(np.arange(100 * 150, dtype=np.uint8).reshape(100, 150), 0, 255)
    buttons = panel.favourites.buttons
    assert [b.text() for b in buttons] == ["Identity", "Box", "Sharpen", "Sobel", "Laplace"]
    assert [b.isChecked() for b in buttons] == [False, False, False, True, False]
    click(qtbot, buttons[1])
    assert panel.kernel() == library("box")
    panel.set_preview_image(np.zeros((9, 9)), -1, 1)
    assert [b.text() for b in buttons] == ["Diagonal", "Anti-diag.", "Small X", "Vertical", "Sobel"]


def test_thumbnails_are_drawn_one_by_one_after_everything_else(qtbot, panel):
    buttons = panel.favourites.buttons
    panel.set_preview_image(np.tile(np.arange(150, dtype=np.uint8), (100, 1)), 0, 255)

    def middle():
        return [button.grab().toImage().pixelColor(button.width() // 2, 24).name() for button in buttons]

    blank = middle()
    assert len(set(blank)) == 1
    qtbot.waitUntil(lambda: not any(button.draw() for button in buttons))
    assert len(set(middle()) - set(blank)) > 1


def test_a_sibling_takes_the_place_of_its_favourite(panel):
    panel.set_preview_image(np.zeros((100, 150, 3)), 0, 255)
    panel.set_kernel(library("sobel_horizontal"))
    assert [b.text() for b in panel.favourites.buttons if b.isChecked()] == ["Sobel \u2195"]


def test_favourites_give_way_first(panel):
    assert panel.favourites.isVisible()
    panel.resize(291, 300)
    assert not panel.favourites.isVisible()
    assert panel.tools.isVisible()
    assert panel.tools.geometry().bottom() <= 300
    assert panel.tools.button("folder").geometry().right() <= panel.tools.width()


def test_large_kernels_scroll_and_show_the_weight_in_focus_large(qtbot, panel):
    panel.set_kernel(Kernel(np.full((15, 15), 1 / 225)))
    assert panel.area.readout.isVisible()
    qtbot.keyClick(panel.grid, Qt.Key.Key_End)
    assert panel.grid.cell() == (0, 14)
    assert panel.grid.visibleRegion().contains(panel.grid.cell_rect(0, 14).center())


@pytest.mark.parametrize("side", [7, 9])
def test_kernels_to_9_by_9_show_every_weight(qtbot, panel, side):
    weights = np.round(np.random.default_rng(1).normal(0, 2, (side, side)), 1)
    panel.resize(331, 340)
    panel.set_kernel(Kernel(weights))
    assert panel.grid.shows_figures()
    assert not panel.area.readout.isVisible()
    # the boxes give the width away
    qtbot.waitUntil(lambda: panel.form.geometry().top() > panel.area.geometry().bottom())
    for cell in ((0, 0), (side - 1, side - 1)):
        panel.grid.set_cell(*cell)
        assert panel.grid.visibleRegion().contains(panel.grid.cell_rect(*cell).center())
    panel.set_kernel(Kernel(np.ones((3, 3))))
    qtbot.waitUntil(lambda: panel.form.geometry().left() > panel.area.geometry().right())


def test_an_error_frames_the_size_boxes_and_moves_nothing(panel):
    before = panel.tools.geometry()
    panel.set_error("Kernel 5\u00d75 does not fit 3\u00d73 + padding 0.")
    assert panel.error.isVisible()
    assert panel.form.rows.property("invalid") is True
    assert panel.tools.geometry() == before
    assert panel.error.geometry().top() >= panel.area.geometry().bottom()
    panel.set_error("")
    assert not panel.error.isVisible()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_library_filters_and_takes_with_enter(qtbot, panel):
    box = panel.header.kernels
    box.showPopup()
    popup = box.popup
    assert popup.isVisible()
    assert popup.list.keys() == list(LIBRARY)
    qtbot.keyClicks(popup.search, "sob")
    assert popup.list.keys() == ["sobel_vertical", "sobel_horizontal"]
    qtbot.keyClick(popup.search, Qt.Key.Key_Down)
    qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert panel.kernel() == library("sobel_horizontal")
    assert panel.said == [([[1, 2, 1], [0, 0, 0], [-1, -2, -1]], "")]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_library_opens_on_the_kernel_in_use_and_takes_a_click(qtbot, panel):
    panel.header.kernels.showPopup()
    rows = panel.header.kernels.popup.list
    assert rows.key() == "sobel_vertical"
    place = rows.visualItemRect(rows.item(list(LIBRARY).index("edge_horizontal"))).center()
    qtbot.mouseClick(rows.viewport(), LEFT, pos=place)
    assert panel.kernel().name == "edge_horizontal"


def test_every_kernel_of_the_library_has_a_name_and_a_sentence():
    assert set(all_texts()) == set(LIBRARY)
    names = [texts[0] for texts in all_texts().values()]
    assert len(set(names)) == len(names)


def test_facts_count_channels_only_where_they_add_up(panel):
    panel.set_channels(3, summed=True)
    panel.set_kernel(Kernel([[1, 0, -1], [2, 0, -2], [1, 0, -1]]))
    assert panel.facts.facts()[-1] == "range \u00b13,060"
    panel.set_channels(3, summed=False)
    assert panel.facts.facts()[-1] == "range \u00b11,020"


def test_where_each_channel_has_its_map_the_facts_are_of_the_plane_on_show(panel):
    planes = np.stack([np.full((2, 3), n) for n in (1.0, 2.0, -3.0)], axis=2)
    panel.set_channels(3, summed=False)
    panel.set_kernel(Kernel(planes, divisor=6))
    assert panel.facts.facts()[0] == "Sum 6 \u00f7 6 = 1"
    panel.set_channel(2)
    assert panel.facts.facts()[0] == "Sum \u221218 \u00f7 6 = \u22123"
    assert panel.facts.facts()[-1] == "range \u2212765 to 0"
    panel.set_channels(3, summed=True)
    assert panel.facts.facts()[-1] == "range \u00b1765"


def test_a_kernel_with_fewer_planes_than_the_picture_has_channels_shows_its_last(qtbot, panel):
    planes = np.arange(8.0).reshape(2, 2, 2)
    panel.set_channels(3, summed=False)
    panel.set_kernel(Kernel(planes))
    panel.set_channel(2)
    assert [panel.grid.value((r, c)) for r in (0, 1) for c in (0, 1)] == [1, 3, 5, 7]
    panel.said.clear()
    panel.grid.weight_edited.emit(0, 0, 9.0, "")
    ((weights, _),) = panel.said
    assert weights == [[[0, 9], [2, 3]], [[4, 5], [6, 7]]]
