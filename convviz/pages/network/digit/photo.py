"""Deciding the steps of a photo's preparation: a click on one of them opens its choices."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QCursor
from PySide6.QtWidgets import QMenu

from convviz.pages.network.digit.input import NetworkInput
from convviz.views.network.paper.input_column import InputColumn

THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)


class NetworkPhoto(QObject):
    """Asks about the steps of the photo on the paper of a column."""

    def __init__(self, column: InputColumn, source: NetworkInput, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._column, self._source = column, source
        column.steps.chosen.connect(self._on_step)
        column.canvas.crop_chosen.connect(self._on_crop)

    def _on_crop(self, crop: tuple[int, int, int, int]) -> None:
        self._source.choose(crop=crop)

    def _on_step(self, key: str) -> None:
        menu = self.menu(key)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(QCursor.pos())

    def menu(self, key: str) -> QMenu | None:
        """The choices of a step; None where there are none."""
        preparation, choices = self._source.preparation, self._source.paper.choices
        if self._source.paper.photo is None or preparation is None:
            return None
        menu = QMenu(self._column)
        if key == "light":
            texts = (self.tr("Find out"), self.tr("Dark writing"), self.tr("Bright writing"))
            self._fill(menu, "invert", list(zip(texts, (None, False, True), strict=True)), choices.invert)
        elif key == "lines":
            lines = [(self.tr("Take the paper's lines off"), None), (self.tr("Keep the lines"), False)]
            self._fill(menu, "lines", lines, choices.lines)
        elif key == "ink":
            automatic = self.tr("Find out (now {percent} %)")
            darker = self.tr("Ink is {percent} % darker than paper")
            entries: list[tuple[str, Any]] = [
                (automatic.format(percent=round(100 * preparation.threshold)), None)
            ]
            entries += [(darker.format(percent=round(100 * one)), one) for one in THRESHOLDS]
            self._fill(menu, "threshold", entries, choices.threshold)
        elif key == "cropped":
            menu.addAction(
                self.tr("Mark the digit with the mouse"), partial(self._column.canvas.set_marking, True)
            )
            menu.addAction(self.tr("The whole photo"), partial(self._source.choose, crop=None))
        else:
            menu.deleteLater()
            return None
        return menu

    def _fill(self, menu: QMenu, field: str, entries: list[tuple[str, Any]], now: Any) -> None:
        group = QActionGroup(menu)
        for text, value in entries:
            action = QAction(text, menu)
            action.setCheckable(True)
            action.setChecked(value == now)
            action.triggered.connect(partial(self._choose, field, value))
            group.addAction(action)
            menu.addAction(action)

    def _choose(self, field: str, value: Any, _checked: bool = False) -> None:
        self._source.choose(**{field: value})
