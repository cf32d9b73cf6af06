"""What is shown otherwise asks to be painted again."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from convviz.core.film.moments import Region
from convviz.views.base.colours import ColourScale
from convviz.views.base.painted import Painted
from convviz.views.network.answers.look_panel import AmountBar, HeatView
from convviz.views.network.answers.probability_view import Answers, ProbabilityView
from convviz.views.network.answers.shift_panel import ComparedNetwork, ComparisonView
from convviz.views.network.maps.maps_view import MapsView
from convviz.views.network.maps.paint_maps import Highlights
from convviz.views.network.maps.tiling import Tiling
from convviz.views.network.misread.confusion import ConfusionView
from convviz.views.network.misread.gallery_view import Exhibit, GalleryView
from convviz.views.network.paper.drawing_canvas import ERASER, DrawingCanvas
from convviz.views.network.paper.input_column import DigitView
from convviz.views.network.paper.steps_view import StepShow, StepsView
from convviz.views.network.why.blocks_view import BlocksView
from convviz.views.network.why.drill_content import Block
from convviz.views.network.why.drill_panel import Crumbs
from convviz.views.network.why.rows_view import RowsView
from convviz.views.picture.value_bar import ValueBar
from convviz.views.pixels.region_picker import RegionPicker
from convviz.views.stages.stage_card import Loupe, UprightTitle
from convviz.views.step.compare import CompareView
from convviz.views.step.operation.card import PartsBar
from convviz.views.step.sum.card import SumView

DIGIT = np.zeros((5, 7), np.float32)
ANSWERS = Answers(tuple("abc"), np.arange(3.0), np.array([0.1, 0.2, 0.7]))
COMPARED = ComparedNetwork("one", "5", 0.9, True)
EXHIBIT = Exhibit(3, "3", "5", DIGIT)

CASES = [
    (AmountBar, lambda view: view.set_ends("0", "1")),
    (HeatView, lambda view: view.set_digit(DIGIT)),
    (HeatView, lambda view: view.set_values(DIGIT, 1.0)),
    (HeatView, lambda view: view.set_stale(True)),
    (HeatView, lambda view: view.set_mark((1, 2))),
    (ProbabilityView, lambda view: view.set_answers(ANSWERS)),
    (ProbabilityView, lambda view: view.clear_answers("abc")),
    (ComparisonView, lambda view: view.set_comparison([COMPARED])),
    (MapsView, lambda view: view.set_values(np.ones((3, 2, 4), np.float32), 1.0)),
    (MapsView, lambda view: view.clear_values()),
    (MapsView, lambda view: view.set_tiling(Tiling(3, 2, 4, 5, 2))),
    (MapsView, lambda view: view.set_highlights(Highlights(chosen=(1, 0, 0)))),
    (ConfusionView, lambda view: view.set_counts(np.eye(10, dtype=int), "0123456789")),
    (ConfusionView, lambda view: view.set_pair((3, 5))),
    (ConfusionView, lambda view: view.step(1, 0)),
    (GalleryView, lambda view: view.set_exhibits([EXHIBIT])),
    (GalleryView, lambda view: view.set_current(3)),
    (DrawingCanvas, lambda view: view.set_tool(ERASER)),
    (DrawingCanvas, lambda view: view.set_picture(np.ones((28, 28), np.float32))),
    (DrawingCanvas, lambda view: view.set_crop((1, 2, 5, 7))),
    (DrawingCanvas, lambda view: view.set_source((1, 2, 5, 7))),
    (DrawingCanvas, lambda view: view.set_strokes([])),
    (DigitView, lambda view: view.set_digit(DIGIT)),
    (DigitView, lambda view: view.set_field((1, 2, 3, 4))),
    (DigitView, lambda view: view.set_hint((1, 2, 3, 4))),
    (DigitView, lambda view: view.set_pixel((1, 2))),
    (StepsView, lambda view: view.set_steps([StepShow("ink", "Ink", DIGIT, "how")])),
    (BlocksView, lambda view: view.set_blocks([Block(0, "one", DIGIT)])),
    (RowsView, lambda view: view.set_rows([])),
    (Crumbs, lambda view: view.set_steps(["one", "two"])),
    (ValueBar, lambda view: view.set_values(ColourScale.signed(3), np.arange(5), (False, True))),
    (Loupe, lambda view: view.show_place(None, QPointF(1, 2), 7.0, ())),
    (UprightTitle, lambda view: view.set_text("one", "two")),
    (CompareView, lambda view: view.set_pins(None, None)),
    (RegionPicker, lambda view: view.set_region(Region(1, 2, 3, 4))),
    (RegionPicker, lambda view: view.set_picture(DIGIT, ColourScale("grey", 0, 1))),
    (PartsBar, lambda view: view.set_part("add")),
    (SumView, lambda view: view.set_show(None)),
]


@pytest.mark.parametrize(
    ("kind", "change"), CASES, ids=[f"{at} {kind.__name__}" for at, (kind, _) in enumerate(CASES)]
)
def test_a_change_is_painted(qtbot, monkeypatch, kind, change):
    view = kind()
    qtbot.addWidget(view)
    asked = []
    monkeypatch.setattr(Painted, "update", lambda widget, *area: asked.append(widget), raising=False)
    change(view)
    assert view in asked
