"""A filter taken to the Lab: its weights become the Lab's kernel, on what it reads or on the photo there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu

from convviz.core.images.image import from_array
from convviz.core.kernels.kernel import Kernel
from convviz.core.sizes.settings import PoolSettings, Settings
from convviz.document.document import Document
from convviz.document.state.state import Pin
from convviz.network.compute.forward import Activations
from convviz.network.explain.drilldown import explain
from convviz.network.model.layers import Convolution
from convviz.network.model.network import Network
from convviz.network.model.terms import Cell, ConvolutionTerms
from convviz.pages.network.why import words as network_words
from convviz.pages.network.why.selection import NetworkSelection
from convviz.views.base.texts import edit_name, say
from convviz.views.network.why.drill_panel import DrillPanel


class NetworkToLab(QObject):
    """Takes the filter behind the chosen number to the Lab. ``sent`` follows when it is there.

    ``sends`` is true while the picture that is opened is meant for the Lab.
    """

    sent = Signal()

    def __init__(
        self,
        drill: DrillPanel,
        document: Document,
        selection: NetworkSelection,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._drill, self._document, self._selection = drill, document, selection
        self.sends = False
        drill.lab_wanted.connect(self.ask)

    def ask(self) -> None:
        """Where a picture is open in the Lab, ask which of the two the filter is to run over."""
        if self._document.state.image is None:
            self.open()
            return
        menu, button = QMenu(self._drill), self._drill.lab
        here = say("NetworkPage", "On what the filter reads here")
        menu.addAction(here).triggered.connect(partial(self._on_chosen, False))
        there = say("NetworkPage", "On the picture in the Lab")
        menu.addAction(there).triggered.connect(partial(self._on_chosen, True))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_chosen(self, on_photo: bool, _checked: bool = False) -> None:
        self.open(on_photo)

    def open(self, on_photo: bool = False) -> None:
        """Take the filter to the Lab, and go there."""
        chosen = self._selection.value()
        if chosen is not None:
            self.sends = True
            try:
                open_in_lab(self._document, *chosen, on_photo)
            finally:
                self.sends = False
            self.sent.emit()


def open_in_lab(document: Document, network: Network, acts: Activations, cell: Cell, on_photo: bool) -> None:
    """Make the filter behind ``cell`` the Lab's kernel, as one step that can be undone there.

    Of a filter that reads several maps, the part for the map that contributes most is taken.
    """
    layer = network.layers[cell.layer]
    terms = explain(network, acts, cell)
    if not isinstance(layer, Convolution) or not isinstance(terms, ConvolutionTerms):
        return
    at = terms.ranked[0]
    read = terms.channels[at]
    alone = len(terms.channels) == 1
    name = network_words.filter_name(network, cell, terms.source, read)
    settings = Settings(
        Kernel(layer.weights[:, :, at, cell.channel].astype(np.float64), name=name),
        bias=float(layer.bias[cell.channel]) if alone else 0.0,
        padding=layer.size.padding,
        stride=layer.size.stride,
        dilation=layer.size.dilation,
        activation="relu" if alone and layer.activation == "relu" else "none",
        pool=PoolSettings(),
    )
    text = edit_name("filter")
    if on_photo and document.state.image is not None:
        settings = replace(settings, padding="same", stride=(1, 1), unit_range=True)
        document.edit(text, settings=settings, pin=None)
        return
    values = acts.of(terms.source)[..., read]
    high = max(1.0, float(values.max()))
    title = network_words.map_name(network, terms.source, read)
    image = from_array(values, 0.0 if values.min() >= 0 else float(values.min()), high, title)
    pin = Pin("convolution", cell.row, cell.column)
    document.edit(text, image=image, settings=settings, title=title, pin=pin)
