"""The controls of the window have the ends of the table; a file beyond them is refused by name."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from convviz.app.dialogs.new_picture import NewPictureDialog
from convviz.core.base.limits import LIMITS
from convviz.core.images.image import from_array, pixel_limit
from convviz.core.images.recipe import Crop, Resize
from convviz.core.images.reshaping import again
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.document.files.experiment import read_experiment, save_experiment
from convviz.document.files.read import ExperimentError
from convviz.document.state.state import ColorRange, DocumentState, Movement, NetworkState
from convviz.network.edit.changes import Change
from convviz.views.kernel.kernel_panel import KernelPanel
from convviz.views.network.answers.shift_panel import CONTROLS
from convviz.views.network.filter_panel import FilterPanel
from convviz.views.network.training.dialog import TrainingForm
from convviz.views.picture.viewport import LARGEST, SMALLEST
from convviz.views.pixels.resize_dialog import ResizeDialog
from convviz.views.settings.panel import SettingsPanel
from convviz.views.stages.range_dialog import RangeDialog

RECIPE = (Crop(1, 0, 2, 3), Resize(4, 6, "box"))
STATE = DocumentState(
    again(from_array(np.arange(20.0).reshape(4, 5) + 300, name="floats"), RECIPE),
    Settings(Kernel([[1, 2]], 2), fill=1.0, padding=((1, 1), (1, 1)), pool=PoolSettings("max")),
    color_range=ColorRange("fixed", -1, 1),
    network=NetworkState(movement=Movement(1), changes=(Change("weight", 0, 0, 1.0, (0, 0, 0, 0)),)),
)
WAYS = {
    "weight": "settings.kernel.weights.0.0", "divisor": "settings.kernel.divisor", "bias": "settings.bias",
    "padding": "settings.padding.0.0", "fill": "settings.fill", "stride": "settings.stride.0",
    "dilation": "settings.dilation.1", "slope": "settings.slope", "pool size": "settings.pool.size.0",
    "pool stride": "settings.pool.stride.1", "pixel": "image.low", "colour end": "color_range.high",
    "right": "network.movement.right", "down": "network.movement.down", "turn": "network.movement.turn",
    "scale": "network.movement.scale", "noise": "network.movement.noise",
    "changed weight": "network.changes.0.value", "resized side": "image.recipe.1.resize.0",
}  # fmt: skip
"""Where an experiment holds the numbers of the table."""


@pytest.fixture
def controls(qtbot):
    """Each control's ends, by the name of its limit."""
    kernel, settings, filters = KernelPanel(), SettingsPanel(), FilterPanel()
    training = TrainingForm()
    for one in (kernel, settings, filters, filters.lesson, training):
        qtbot.addWidget(one)
    convolution, pooling = settings.convolution, settings.pooling
    boxes = {
        "kernel side": kernel.form.rows, "divisor": kernel.form.divisor, "bias": kernel.form.bias,
        "padding": convolution.padding.amount, "fill": convolution.fill_value,
        "stride": convolution.stride.rows, "dilation": convolution.dilation.columns,
        "slope": settings.activation.slope, "pool size": pooling.window_size.columns,
        "pool stride": pooling.stride.rows, "changed weight": filters.bias,
        "epochs": training.epochs, "seed": training.seed,
    }  # fmt: skip
    ends = {name: (box.minimum(), box.maximum()) for name, box in boxes.items()}
    ends["strength"] = (filters.strength.minimum() / 100, filters.strength.maximum() / 100)
    ends |= {one.key: (one.low * one.step, one.high * one.step) for one in CONTROLS}
    pixels = pixel_limit(STATE.image)
    limit = kernel.grid.editor._limit
    return ends | {
        "weight": (limit.low, limit.high),
        "pixel": (pixels.low, pixels.high),
        "zoom": (SMALLEST, LARGEST),
    }


def test_every_control_ends_where_the_table_does(controls):
    # asked for in dialogs, see below, or by commands alone
    without = {"colour end", "colour width", "film width", "film pictures", "figure scale"}
    without |= {"picture side", "resized side"}
    assert controls.keys() == LIMITS.keys() - without
    for name, ends in controls.items():
        assert ends == pytest.approx((LIMITS[name].low, LIMITS[name].high)), name


def test_the_dialog_of_the_colours_ends_where_the_table_does(qtbot):
    dialog = RangeDialog(-1.0, 1.0, signed=True)
    qtbot.addWidget(dialog)
    for box in (dialog.low, dialog.high):
        assert (box.minimum(), box.maximum()) == (LIMITS["colour end"].low, LIMITS["colour end"].high)


def test_the_dialogs_of_sizes_end_where_the_table_does(qtbot):
    new, resize = NewPictureDialog(), ResizeDialog((5, 7))
    for dialog, limit in ((new, "picture side"), (resize, "resized side")):
        qtbot.addWidget(dialog)
        for box in (dialog.rows, dialog.columns):
            assert (box.minimum(), box.maximum()) == LIMITS[limit].ends


@pytest.mark.parametrize("name", WAYS)
def test_a_file_beyond_the_table_is_refused_in_a_sentence(name, tmp_path):
    path = tmp_path / "a.convviz"
    save_experiment(path, replace(STATE, title="within"), embed=True)
    assert read_experiment(path).state.title == "within"
    limit, way = LIMITS[name], WAYS[name].split(".")
    for beyond in (limit.low - max(1, abs(limit.low)), limit.high * 2 + 1, 1e308, -1e308, float("nan")):
        data = json.loads(path.read_text())
        inner = data
        for key in way[:-1]:
            inner = inner[int(key) if isinstance(inner, list) else key]
        inner[int(way[-1]) if isinstance(inner, list) else way[-1]] = beyond
        other = tmp_path / "b.convviz"
        other.write_text(json.dumps(data))
        with pytest.raises(ExperimentError) as said:
            read_experiment(other)
        text = str(said.value)
        assert text.startswith("b.convviz cannot be opened: ")
        if beyond == beyond:
            assert any(f"{end:.10g}" in text for end in (limit.low, limit.high)), text
