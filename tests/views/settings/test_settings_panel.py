from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.views.settings.panel import SettingsPanel

LEFT = Qt.MouseButton.LeftButton
START = Settings(Kernel([[1, 0, -1]] * 3), padding="same", activation="relu", pool=PoolSettings("max"))


@pytest.fixture
def panel(qtbot):
    panel = SettingsPanel()
    qtbot.addWidget(panel)
    panel.resize(331, 352)
    panel.show()
    panel.said = []
    panel.settings_edited.connect(lambda settings, key, said=panel.said: said.append((settings, key)))
    panel.set_settings(START)
    return panel


def choose(qtbot, combo, key):
    combo.setFocus()
    while combo.key() != key:
        before = combo.currentIndex()
        qtbot.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentIndex() > before, f"no {key}"


def retype(qtbot, box, text):
    box.selectAll()
    qtbot.keyClicks(box, text)


def test_showing_settings_announces_nothing(panel):
    assert panel.said == []
    assert panel.convolution.padding.rule.currentText() == "same"
    assert panel.convolution.padding.amount.value() == 1
    assert panel.pooling.rest.currentText() == "drop the rest"


def test_convolution_is_one_click_away(qtbot, panel):
    qtbot.mouseClick(panel.convolution.operation.button("convolve"), LEFT)
    assert panel.said == [(replace(START, operation="convolve"), "")]


def test_stride_is_typed_for_both_directions(qtbot, panel):
    retype(qtbot, panel.convolution.stride.rows, "2")
    assert panel.said == [(replace(START, stride=(2, 2)), "stride")]


def test_an_emptied_stride_changes_nothing(qtbot, panel):
    box = panel.convolution.stride.rows
    box.setFocus()
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    qtbot.keyClicks(box, "0")
    panel.activation.function.setFocus()
    assert (box.text(), panel.said) == ("1", [])


def test_the_chain_parts_rows_and_columns(qtbot, panel):
    form = panel.convolution
    assert not form.stride.columns.isVisible()
    qtbot.mouseClick(form.stride_row.apart, LEFT)
    assert form.dilation_row.isVisible()
    retype(qtbot, form.stride.columns, "3")
    assert panel.said[-1][0].stride == (1, 3)
    qtbot.mouseClick(form.stride_row.apart, LEFT)
    assert panel.said[-1][0].stride == (1, 1)
    assert not form.dilation_row.isVisible()


def test_unequal_strides_part_the_boxes_by_themselves(panel):
    panel.set_settings(replace(START, stride=(2, 1)))
    assert panel.convolution.stride.columns.isVisible()
    assert panel.convolution.dilation.columns.isVisible()


def test_an_amount_makes_the_padding_custom(qtbot, panel):
    retype(qtbot, panel.convolution.padding.amount, "2")
    assert panel.said == [(replace(START, padding=((2, 2), (2, 2))), "padding")]
    assert panel.convolution.padding.rule.key() == "custom"


def test_four_sides_of_custom_padding(qtbot, panel):
    rows = panel.convolution.padding
    panel.set_settings(replace(START, padding=((1, 1), (1, 1))))
    qtbot.mouseClick(rows.row.apart, LEFT)
    retype(qtbot, rows.left, "4")
    assert panel.said == [(replace(START, padding=((1, 1), (4, 1))), "padding sides")]


def test_same_padding_of_an_even_kernel_is_shown_as_uneven(panel):
    panel.set_settings(replace(START, kernel=Kernel([[1, 1], [1, 1]])))
    assert panel.convolution.padding.amount.text() == "0|1"
    assert "1 below" in panel.convolution.padding.amount.toolTip()
    panel.set_padding_amounts(((0, 0), (0, 0)))
    assert panel.convolution.padding.amount.text() == "0"


def test_custom_padding_is_never_more_than_can_be_asked_for(qtbot, panel):
    panel.set_settings(replace(START, padding="full"))
    panel.set_padding_amounts(((600, 600), (60, 60)))
    choose(qtbot, panel.convolution.padding.rule, "custom")
    assert panel.said[-1] == (replace(START, padding=((512, 512), (60, 60))), "")


def test_a_number_to_fill_with(qtbot, panel):
    choose(qtbot, panel.convolution.fill, "number")
    assert panel.said[-1] == (replace(START, fill=0.0), "")
    retype(qtbot, panel.convolution.fill_value, "-3")
    assert panel.said[-1] == (replace(START, fill=-3.0), "fill")


def test_the_slope_stands_beside_leaky_relu_only(qtbot, panel):
    assert not panel.activation.slope.isVisible()
    choose(qtbot, panel.activation.function, "leaky_relu")
    assert panel.activation.slope.isVisible()


def test_keeping_the_rest_of_average_pooling(qtbot, panel):
    choose(qtbot, panel.pooling.kind, "average")
    choose(qtbot, panel.pooling.rest, "ceil")
    assert panel.said[-1][0].pool == PoolSettings("average", ceil=True)
    assert not panel.pooling.count_padding.isVisible()
    choose(qtbot, panel.pooling.rest, "same")
    assert panel.said[-1][0].pool == PoolSettings("average", padding="same")
    panel.pooling.count_padding.click()
    assert panel.said[-1][0].pool == PoolSettings("average", padding="same", count_padding=True)


def test_without_pooling_its_boxes_are_off(panel):
    panel.set_settings(replace(START, pool=PoolSettings("none")))
    assert not panel.pooling.window_size.isEnabled()


def test_an_error_lies_under_its_control_and_moves_nothing(qtbot, panel):
    rows = [row for form in (panel.convolution, panel.activation, panel.pooling) for row in form.rows()]
    before = [row.mapTo(panel, row.rect().topLeft()) for row in rows]
    panel.set_error("stride", "Stride 3 skips pixels that no window covers.")
    row = panel.convolution.stride_row
    assert row.error.isVisible()
    assert panel.convolution.stride.rows.property("invalid") is True
    qtbot.waitUntil(lambda: not row.error.visibleRegion().isEmpty())
    place = row.error.mapTo(panel, row.error.rect().topLeft())
    assert place.y() >= row.mapTo(panel, row.rect().bottomLeft()).y()
    assert row.error.height() >= row.error.heightForWidth(row.error.width())
    assert [row.mapTo(panel, row.rect().topLeft()) for row in rows] == before
    panel.clear_errors()
    assert not row.error.isVisible()


def test_at_the_lower_end_an_error_lies_above_its_control(qtbot, panel):
    row = panel.pooling.rows()[-1]
    row.error.set_text("A sentence that is long enough to need more than a single line of this narrow form.")
    ground = row.error.parentWidget()
    assert ground.rect().contains(row.error.geometry())


@pytest.mark.parametrize("name", ["padding", "stride", "activation", "pooling", "kernel"])
def test_the_chain_leads_to_its_control(qtbot, panel, name):
    panel.activateWindow()
    panel.focus_field(name)
    assert panel.isAncestorOf(panel.window().focusWidget())


def test_everything_fits_the_smallest_window(qtbot, panel):
    panel.resize(291, 300)
    inner = panel.convolution.parentWidget()
    qtbot.waitUntil(lambda: inner.height() <= 298)
    assert inner.minimumSizeHint().width() <= 289
    assert panel.pooling.geometry().bottom() <= 298
