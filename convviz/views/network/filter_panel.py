"""One filter to look at and to try out: all its weights as pictures, one plane of them as numbers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QSlider, QWidget

from convviz.core.base.limits import LIMITS
from convviz.core.base.spacing import filled
from convviz.views.base.boxes import STRETCH, in_row
from convviz.views.base.menus import add_action
from convviz.views.base.scale import px
from convviz.views.controls.number_box import DecimalBox
from convviz.views.controls.pieces import ElidedLabel, Placed, role_label, scrolled, write_button
from convviz.views.kernel.grid.kernel_grid import KernelGrid
from convviz.views.network.maps.maps_view import MapsView
from convviz.views.network.maps.paint_maps import Highlights
from convviz.views.network.maps.tiling import Place, Tiling, across_for

LARGEST_PLANE = 7
LARGEST_CELL = 20
CAPTION, GRID, TOOLS = 22, 172, 330
STRENGTH = LIMITS["strength"]


@dataclass(frozen=True, eq=False)
class FilterShow:
    """A filter: what it is called, its weights (rows, columns, maps read), bias and strength.

    ``plane_names`` are the names of the maps that are read.
    """

    title: str
    weights: NDArray[Any]
    bias: float
    strength: float = 1.0
    plane_names: tuple[str, ...] = field(default=())


class FilterPanel(Placed, QWidget):
    """Shows a `FilterShow`; everything that a person does is a request.

    ``weight_wanted(row, column, plane, value)``, ``bias_wanted(value)``, ``strength_wanted(factor)``,
    ``shuffle_wanted()``, ``layer_shuffle_wanted(whole_filters)``, ``kernel_wanted(plane)``,
    ``undo_wanted()``, ``reset_wanted()``. ``lesson`` says what the last change shows; it stands elsewhere.
    """

    weight_wanted = Signal(int, int, int, float)
    bias_wanted, strength_wanted = Signal(float), Signal(float)
    shuffle_wanted = Signal()
    layer_shuffle_wanted = Signal(bool)
    kernel_wanted = Signal(int)
    undo_wanted, reset_wanted = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show: FilterShow | None = None
        self._plane = 0
        self.caption = ElidedLabel("caption", self)
        self.plane_caption = ElidedLabel("caption", self)
        self.lesson = ElidedLabel("caption")
        self.nothing = role_label("body", self)
        self.maps = MapsView()
        self.area = scrolled(self.maps, self)
        self.grid = KernelGrid(self)
        self.tools = self._build_tools()
        self.maps.chosen.connect(self._on_chosen)
        self.grid.weight_edited.connect(self._on_weight)
        self.retranslate()
        self.set_filter(None)

    def _build_tools(self) -> QWidget:
        tools = QWidget(self)
        self._names = {key: role_label("label", tools) for key in ("strength", "bias")}
        self.strength = QSlider(Qt.Orientation.Horizontal, tools)
        self.strength.setRange(round(100 * STRENGTH.low), round(100 * STRENGTH.high))
        self.strength.setPageStep(50)
        self.strength.setProperty("signed", True)
        self.strength_text = role_label("caption", tools)
        self.strength_text.setMinimumWidth(px(48))
        most = LIMITS["changed weight"].high
        self.bias = DecimalBox(-most, most, tools, width=110)
        self.bias.setSingleStep(0.05)
        self.shuffle, self.shuffle_layer, self.kernel = (QPushButton(tools) for _ in range(3))
        self.undo, self.reset = QPushButton(tools), QPushButton(tools)
        menu = QMenu(self.shuffle_layer)
        self.filters_action, self.weights_action = add_action(menu), add_action(menu)
        self.filters_action.setObjectName("filters")
        self.weights_action.setObjectName("weights")
        self.shuffle_layer.setMenu(menu)
        grid = QGridLayout(tools)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(px(8))
        grid.addWidget(self._names["strength"], 0, 0)
        grid.addWidget(self.strength, 0, 1)
        grid.addWidget(self.strength_text, 0, 2)
        grid.addWidget(self._names["bias"], 1, 0)
        grid.addWidget(self.bias, 1, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        lines = (self.shuffle, self.shuffle_layer, self.kernel), (self.undo, self.reset)
        for line, buttons in enumerate(lines):
            grid.addLayout(in_row(*buttons, STRETCH), 2 + line, 0, 1, 3)
        grid.setRowStretch(4, 1)
        self.strength.valueChanged.connect(self._on_strength)
        self.bias.edited.connect(self.bias_wanted)
        self.shuffle.clicked.connect(self.shuffle_wanted)
        self.filters_action.triggered.connect(self._on_shuffle_filters)
        self.weights_action.triggered.connect(self._on_shuffle_weights)
        self.kernel.clicked.connect(self._on_kernel)
        self.undo.clicked.connect(self.undo_wanted)
        self.reset.clicked.connect(self.reset_wanted)
        return tools

    def set_filter(self, show: FilterShow | None, *, changed: bool = False) -> None:
        """Show a filter, or say that none is chosen; ``changed`` is whether anything can be undone."""
        self._show = show
        for widget in (self.caption, self.plane_caption, self.area, self.tools):
            widget.setVisible(show is not None)
        self.nothing.setVisible(show is None)
        self.undo.setEnabled(changed)
        self.reset.setEnabled(changed)
        if show is None:
            self.grid.hide()
            return
        self._plane = min(self._plane, show.weights.shape[2] - 1)
        self.caption.set_texts(show.title)
        with QSignalBlocker(self.strength):
            self.strength.setValue(round(100 * show.strength))
        self.strength_text.setText(f"{round(100 * show.strength)} %".replace("-", "\u2212"))
        self.bias.show_value(show.bias)
        self.arrange()
        self.maps.set_values(show.weights, float(np.abs(show.weights).max()) or 1.0)
        self._show_plane()

    def show_plane(self, plane: int) -> None:
        """Show the weights for one of the maps that are read in numbers."""
        self._plane = plane
        self._show_plane()

    def _show_plane(self) -> None:
        show = self._show
        if show is None:
            return
        self._plane = min(self._plane, show.weights.shape[2] - 1)
        small = max(show.weights.shape[:2]) <= LARGEST_PLANE
        self.grid.setVisible(small)
        self.kernel.setEnabled(small)
        several = show.weights.shape[2] > 1
        self.maps.set_highlights(Highlights((self._plane, 0, 0) if several else None))
        name = show.plane_names[self._plane] if self._plane < len(show.plane_names) else ""
        self.plane_caption.set_texts(filled(self.tr("Weights for {map}"), map=name) if small else "")
        if small:
            plane, most = show.weights[..., self._plane], float(np.abs(show.weights).max())
            self.grid.set_weights(plane.astype(np.float64), most or 1.0)

    def _on_chosen(self, place: Place) -> None:
        self.show_plane(place[0])

    def _on_weight(self, row: int, column: int, value: float, _key: str) -> None:
        self.weight_wanted.emit(row, column, self._plane, value)

    def _on_strength(self, percent: int) -> None:
        self.strength_wanted.emit(percent / 100)

    def _on_shuffle_filters(self) -> None:
        self.layer_shuffle_wanted.emit(True)

    def _on_shuffle_weights(self) -> None:
        self.layer_shuffle_wanted.emit(False)

    def set_lesson(self, text: str, *shorter: str) -> None:
        """Say what the last change shows."""
        self.lesson.set_texts(text, *shorter)

    def _on_kernel(self) -> None:
        self.kernel_wanted.emit(self._plane)

    def arrange(self) -> None:
        width, height = self.width(), self.height()
        self.nothing.setGeometry(px(4), px(12), width - px(8), px(24))
        left = max(px(120), width - px(TOOLS) - px(GRID) - px(60))
        self.caption.setGeometry(4, 0, left, px(CAPTION))
        room = height - px(CAPTION) - 2
        self.area.setGeometry(2, px(CAPTION), left, room)
        self.plane_caption.setGeometry(left + px(20), 0, px(GRID) + px(30), px(CAPTION))
        self.grid.move(left + px(18), px(CAPTION))
        self.grid.set_room(QSize(px(GRID), room))
        self.tools.setGeometry(width - px(TOOLS), 4, px(TOOLS) - 4, height - 4)
        show = self._show
        if show is not None and room > 20:
            self.maps.set_tiling(_tiling(show.weights.shape, left, room))

    def retranslate(self) -> None:
        self.nothing.setText(
            self.tr(
                "Click a value in a convolution or dense layer: the filter that made it can be tried here."
            )
        )
        self._names["strength"].setText(self.tr("Strength"))
        self._names["bias"].setText(self.tr("Bias"))
        self.strength.setAccessibleName(self.tr("Strength"))
        self.bias.setAccessibleName(self.tr("Bias"))
        tip = self.tr("Put the filter's weights in another order: the pattern is gone")
        write_button(self.shuffle, self.tr("Shuffle"), tip)
        write_button(self.shuffle_layer, self.tr("Shuffle layer"), self.tr("Mix all filters of this layer"))
        self.filters_action.setText(self.tr("Its filters change places, each as it is"))
        self.weights_action.setText(self.tr("The weights in each filter change places"))
        tip = self.tr("Put the Lab's kernel in the place of these weights")
        write_button(self.kernel, self.tr("Lab's kernel"), tip)
        self.undo.setText(self.tr("Undo"))
        self.reset.setText(self.tr("As trained"))
        self._show_plane()


def _tiling(shape: tuple[int, ...], width: int, height: int) -> Tiling:
    """All kernels of a filter as large as they can be, with room between them to tell them apart."""
    rows, columns, count = shape
    for factor in range(px(LARGEST_CELL), 0, -1):
        across = across_for(rows, columns, count, factor, height)
        tiling = Tiling(rows, columns, count, factor, across, gap=3)
        while tiling.size[1] > height and tiling.across < count:
            tiling = replace(tiling, across=tiling.across + 1)
        if tiling.size[0] <= width and tiling.size[1] <= height:
            return tiling
    return Tiling(rows, columns, count, 1, max(1, width // (columns + 2)))
