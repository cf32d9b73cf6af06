"""Why this number: the arithmetic of one value, as the panel tells it."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from convviz.core import Image, Kernel, PoolSettings, Settings, run, trace
from convviz.core.explain.trace import settled_trace
from convviz.views.explain.why.lines import LINE
from convviz.views.explain.why.panel import WhyPanel

DIAGONAL = Kernel([[1, -1, -1], [-1, 1, -1], [-1, -1, 1]])
X_SETTINGS = Settings(DIAGONAL, padding="same", activation="relu", pool=PoolSettings("max"))


def x_image():
    pixels = -np.ones((9, 9))
    for r in range(1, 8):
        pixels[r, r] = pixels[r, 8 - r] = 1
    return Image(pixels, -1, 1)


@pytest.fixture
def panel(qtbot):
    widget = WhyPanel()
    qtbot.addWidget(widget)
    widget.resize(660, 230)
    widget.show()
    return widget


def show(panel, image, settings, row, column, **more):
    result = run(image, settings)
    pooling = None
    if result.pooling is not None:
        pooling = trace(result, "pooling", row // settings.pool.stride[0], column // settings.pool.stride[1])
    panel.set_traces(
        trace(result, "activation", row, column), pooling, image_low=image.low, image_high=image.high, **more
    )


def lines(panel):
    return [(line.label, line.value) for line in panel.body.lines._lines]


def place(panel, index, cell):
    return panel.body.grids.cell_rect(index, cell).center().toPoint()


def test_the_x_at_0_6(panel):
    show(panel, x_image(), X_SETTINGS, 0, 6)
    assert panel.header.caption.text() == "Convolution (0, 6) = 4"
    window, kernel, products = panel.body.grids._grids
    assert window.values.tolist() == [[0, 0, 0], [-1, -1, -1], [-1, -1, 1]]
    assert window.padding.tolist() == [[True] * 3, [False] * 3, [False] * 3]
    assert window.scale.kind == "signed"
    assert products.values.tolist() == [[0, 0, 0], [1, -1, 1], [1, 1, 1]]
    assert lines(panel) == [
        ("Sum of 9 products", "4"),
        ("÷ 1, + bias 0", "4"),
        ("and from there", ""),
        ("ReLU", "4"),
        ("Max of 4, 0, 0, 3", "4"),
    ]
    assert panel.body.running.text() == "Running sum 0 → 0 → 0 → 1 → 0 → 1 → 2 → 3 → 4"


@pytest.mark.parametrize("bias", [0.0, -2.5])
@pytest.mark.parametrize("stage", ["input", "convolution", "activation", "pooling"])
def test_it_opens_on_the_stage_that_is_asked_about_and_its_number_is_the_bold_one(panel, stage, bias):
    settings = replace(X_SETTINGS, activation="leaky_relu", bias=bias)
    show(panel, x_image(), settings, 3, 4, place=(stage, (1, 2) if stage == "pooling" else (3, 4)))
    shown = "convolution" if stage == "input" else stage
    assert panel.stage() == shown
    (bold,) = [line.value for line in panel.body.lines._lines if line.strong]
    assert panel.header.caption.text().endswith(f" = {bold}")
    after = [line.label for line in panel.body.lines._lines if line.label == "and from there"]
    assert len(after) == (0 if shown == "pooling" else 1)


def test_the_stage_that_a_person_chose_stays_until_another_place_is_asked_about(panel):
    show(panel, x_image(), X_SETTINGS, 0, 6, place=("convolution", (0, 6)))
    panel.set_stage("pooling")
    show(panel, x_image(), X_SETTINGS, 0, 6, place=("convolution", (0, 6)))
    assert panel.stage() == "pooling"
    show(panel, x_image(), X_SETTINGS, 0, 5, place=("convolution", (0, 5)))
    assert panel.stage() == "convolution"


def test_pooling_rings_the_winner(panel, qtbot):
    show(panel, x_image(), X_SETTINGS, 0, 6)
    with qtbot.waitSignal(panel.stage_chosen) as heard:
        qtbot.mouseClick(panel.header.stages.button("pooling"), Qt.MouseButton.LeftButton)
    assert heard.args == ["pooling"]
    window, value = panel.body.grids._grids
    assert (window.values.tolist(), window.ring) == ([[4, 0], [0, 3]], (0, 0))
    assert value.values.tolist() == [[4]]
    assert panel.header.caption.text() == "Pooling (0, 3) = 4"
    assert panel.body.running.text() == "max(4, 0, 0, 3) = 4"


def test_activation_puts_the_number_into_the_formula(panel):
    show(panel, x_image(), X_SETTINGS, 3, 4, place=("activation", (3, 4)))
    assert panel.header.caption.text() == "Activation (3, 4) = 0"
    assert panel.body.running.text() == "ReLU max(0, −3) = 0"
    assert panel.body.plot.isVisible()


def test_three_channels_and_the_mean(panel):
    pixels = np.zeros((4, 4, 3))
    pixels[..., 0], pixels[..., 1], pixels[..., 2] = 10, 20, 33
    settings = Settings(
        Kernel([[1, 0], [0, 1]]), channels="sum", bias=1, activation="absolute", pool=PoolSettings("average")
    )
    show(panel, Image(pixels), settings, 0, 0, channel=1)
    assert lines(panel) == [
        ("Red", "20"),
        ("Green", "40"),
        ("Blue", "66"),
        ("Sum of channels, + bias 1", "127"),
        ("and from there", ""),
        ("Absolute value", "127"),
        ("Mean of 127, 127, 127, 127", "127"),
    ]
    assert [line.shown for line in panel.body.lines._lines] == [
        False,
        True,
        False,
        False,
        False,
        False,
        False,
    ]
    assert panel.body.running.text() == "Running sum, green 20 → 20 → 20 → 40"


def test_the_mean_is_taken_apart(panel):
    settings = Settings(Kernel([[1]]), pool=PoolSettings("average"))
    show(panel, Image(np.array([[1.0, 2], [3, 5]])), settings, 0, 0, place=("pooling", (0, 0)))
    assert lines(panel) == [("Sum of 4 values", "11"), ("÷ 4", "2.75")]
    assert panel.body.running.text() == "1 + 2 + 3 + 5 = 11"


def test_fractions_have_the_same_decimals_all_the_way(panel):
    settings = Settings(Kernel([[0.25, 0.5]]), bias=1)
    show(panel, Image(np.array([[1.0, 3]])), settings, 0, 0)
    assert lines(panel) == [("Sum of 2 products", "1.75"), ("÷ 1, + bias 1", "2.75")]
    assert panel.body.running.text() == "Running sum 0.25 → 1.75"
    assert panel.body.running.toolTip() == ""


def test_rounded_numbers_say_so(panel):
    settings = Settings(Kernel([[1 / 3, 1 / 3]]))
    show(panel, Image(np.array([[1.0, 1]])), settings, 0, 0)
    assert "Rounded to be shown" in panel.body.running.toolTip()


def test_true_convolution_shows_the_turned_kernel(panel):
    settings = Settings(Kernel([[1, 0, -1]]), operation="convolve")
    show(panel, Image(np.array([[10.0, 10, 0]])), settings, 0, 0)
    assert panel.body.grids._grids[1].values.tolist() == [[-1, 0, 1]]
    assert lines(panel)[-1] == ("÷ 1, + bias 0", "−10")


def test_stages_that_are_off_cannot_be_chosen(panel):
    show(panel, x_image(), Settings(DIAGONAL), 0, 0, place=("pooling", (0, 0)))
    assert panel.stage() == "convolution"
    assert not panel.header.stages.button("activation").isEnabled()
    assert not panel.header.stages.button("pooling").isEnabled()


def test_pointing_at_an_operand(panel, qtbot):
    show(panel, x_image(), X_SETTINGS, 0, 6)
    heard = []
    panel.operand_pointed.connect(heard.append)
    qtbot.mouseMove(panel.body.grids, place(panel, 1, (2, 0)))
    assert heard[-1] == (2, 0)
    assert panel.body.grids.cell() == (2, 0)
    qtbot.mouseMove(panel.body.grids, QPoint(1, 1))
    assert heard[-1] is None


def test_cells_of_a_pool_are_no_operands(panel, qtbot):
    show(panel, x_image(), X_SETTINGS, 0, 6, place=("pooling", (0, 6)))
    heard = []
    panel.operand_pointed.connect(heard.append)
    qtbot.mouseMove(panel.body.grids, place(panel, 0, (1, 1)))
    assert panel.body.grids.cell() == (1, 1)
    assert heard == []


def test_pointing_with_the_arrow_keys(panel, qtbot):
    show(panel, x_image(), X_SETTINGS, 0, 6)
    heard = []
    panel.operand_pointed.connect(heard.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(panel.body.grids, key)
    qtbot.keyClick(panel.body.grids, Qt.Key.Key_Escape)
    assert heard == [(0, 0), (0, 1), (1, 1), (0, 1), None]


def test_tooltip_of_a_cell(panel):
    show(panel, x_image(), X_SETTINGS, 0, 6)
    assert panel._tip("window", (1, 0)) == "−1 × −1 = 1\nrow 0, column 5"
    assert panel._tip("products", (0, 1)) == "0 × −1 = 0\nrow −1, column 6 (padding)"


def test_pin(panel, qtbot):
    show(panel, x_image(), X_SETTINGS, 0, 6)
    heard = []
    panel.pin_toggled.connect(heard.append)
    panel.set_pinned(True)
    assert heard == []
    qtbot.mouseClick(panel.header.pin, Qt.MouseButton.LeftButton)
    assert heard == [False]


def test_setters_do_not_announce(panel):
    heard = []
    panel.stage_chosen.connect(heard.append)
    panel.operand_pointed.connect(heard.append)
    show(panel, x_image(), X_SETTINGS, 0, 6, place=("pooling", (0, 6)))
    panel.set_operand((1, 1))
    assert heard == []


def test_empty_until_something_is_pointed_at(panel):
    assert "Point at a value" in panel.accessibleDescription()
    show(panel, x_image(), X_SETTINGS, 0, 6)
    assert panel.body.isVisible()
    panel.clear()
    assert not panel.body.isVisible()
    assert not panel.header.stages.isVisible()


@pytest.mark.parametrize("size", [(1, 31), (31, 1), (31, 31), (2, 5)])
def test_large_kernels_stay_inside_the_panel(panel, size):
    image = Image(np.arange(40 * 40, dtype=float).reshape(40, 40))
    show(panel, image, Settings(Kernel(np.ones(size))), 0, 0)
    panel.resize(590, 225)
    grids = panel.body.grids
    assert grids.areas()[-1].right() <= grids.width()
    assert grids.areas()[0].bottom() <= grids.height()
    assert panel.body.lines.geometry().right() <= panel.body.width()
    running = panel.body.running
    assert len(running.shown_lines()) * LINE <= running.height()
    assert running.geometry().top() >= grids.geometry().top() + grids.areas()[0].bottom()


def test_a_long_running_sum_is_all_there_to_be_scrolled(panel):
    image = Image(np.full((13, 13), 100.0))
    show(panel, image, Settings(Kernel(np.ones((13, 13)))), 0, 0)
    shown = [word for line in panel.body.running.shown_lines() for word in line]
    assert [word for word in shown if word[0].isdigit()] == [f"{100 * n:,}" for n in range(1, 170)]
    bar = panel.scroll_area.verticalScrollBar()
    assert bar.isVisible()
    bar.setValue(bar.maximum())
    end = panel.body.running.rect().bottomLeft() - QPoint(0, 6)
    assert panel.body.running.visibleRegion().contains(end)


def test_the_longest_running_sums_keep_their_end(panel):
    image = Image(np.full((31, 31), 100.0))
    show(panel, image, Settings(Kernel(np.ones((31, 31)))), 0, 0)
    shown = panel.body.running.shown_lines()
    assert shown[-1][-1] == "96,100"
    assert any("…" in line for line in shown)
    assert panel.body.running.toolTip().endswith("96,000 → 96,100")


def test_windows_and_products_to_7_by_7_show_their_numbers(panel):
    weights = np.round(np.random.default_rng(1).normal(0, 2, (7, 7)), 1)
    image = Image(np.where(np.eye(9) > 0, 1.0, -1.0), -1.0, 1.0)
    panel.resize(637, 216)
    show(panel, image, Settings(Kernel(weights)), 1, 1)
    assert panel.body.grids.shows_figures(panel.body.grids.width(), panel.body.grids.height())
    assert panel.body.grids.geometry().right() <= panel.scroll_area.viewport().width()
    assert panel.body.lines.geometry().top() >= panel.body.grids.geometry().bottom()


def test_a_value_that_is_nothing_but_rounding_says_what_was_left(panel):
    flat = Image(np.full((5, 6), 0.7, np.float32), 0.0, 1.0)
    settings = Settings(Kernel([[0.3, -0.2, -0.1]]), bias=0.0, activation="relu")
    result = run(flat, settings)
    told = settled_trace(trace(result, "activation", 1, 2), result.noise)
    panel.set_traces(told, None, left={"convolution": -3.814697265625e-06})
    assert [value for _, value in lines(panel)][-3:] == ["0 (rounding: \u22123.8e-6)", "", "0"]
    panel.set_traces(told, None, place=("activation", (1, 2)), left={"activation": 1.2e-7})
    assert lines(panel)[-1] == ("ReLU", "0 (rounding: 1.2e-7)")
    panel.set_traces(told, None, place=("convolution", (1, 2)))
    assert "rounding:" not in panel.text()


def test_its_title_and_the_stages_are_named_from_the_start(qtbot):
    panel = WhyPanel()
    qtbot.addWidget(panel)
    assert panel.header.title.text() == "Why this number?"
    names = [panel.header.stages.button(stage).text() for stage in ("convolution", "activation", "pooling")]
    assert names == ["Convolution", "Activation", "Pooling"]
