"""Deciding the steps of a photo's preparation: a click on one of them opens its choices."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QCursor
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from convviz.pages.network.page.page import NetworkPage

THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)


class NetworkPhoto(QObject):
    """Takes the pictures that are opened while the page is on the screen, and asks about their steps."""

    def __init__(self, page: NetworkPage) -> None:
        super().__init__(page)
        self._page = page
        page.document.state_changed.connect(self._on_state)
        page.panel.input.steps.chosen.connect(self._on_step)
        page.panel.input.canvas.crop_chosen.connect(self._on_crop)
        page.panel.input.lab_wanted.connect(self._on_lab)
        page.panel.input.offer_lab(page.document.state.image is not None)

    def _on_state(self, old: Any, new: Any) -> None:
        """A picture that was opened, dropped or pasted here is meant to be read."""
        self._page.panel.input.offer_lab(new.image is not None)
        another = new.image is not None and new.image != old.image and new.network == old.network
        # After undo, and in an experiment that was opened, the state tells what lies on the paper.
        document = self._page.document
        told = document.can_redo or (document.path is not None and not document.can_undo)
        if another and not told and self._page.takes_pictures():
            self._page.memory.take_photo(new.image)

    def _on_lab(self) -> None:
        """Read the picture in the Lab, whatever lies on the paper."""
        image = self._page.document.state.image
        if image is not None:
            self._page.input.take_photo(image)

    def _on_crop(self, crop: tuple[int, int, int, int]) -> None:
        self._page.input.choose(crop=crop)

    def _on_step(self, key: str) -> None:
        menu = self.menu(key)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(QCursor.pos())

    def menu(self, key: str) -> QMenu | None:
        """The choices of a step; None where there are none."""
        source = self._page.input
        if source.photo is None or source.preparation is None:
            return None
        choices = source.choices
        menu = QMenu(self._page)
        if key == "light":
            texts = (self.tr("Find out"), self.tr("Dark writing"), self.tr("Bright writing"))
            entries: list[tuple[str, Any]] = list(zip(texts, (None, False, True), strict=True))
            self._fill(menu, "invert", entries, choices.invert if choices else None)
        elif key == "lines":
            lines = [(self.tr("Take the paper's lines off"), None), (self.tr("Keep the lines"), False)]
            self._fill(menu, "lines", lines, choices.lines if choices else None)
        elif key == "ink":
            automatic = self.tr("Find out (now {percent} %)").format(
                percent=round(100 * source.preparation.threshold)
            )
            marks = [
                (self.tr("Ink is {percent} % darker than paper").format(percent=round(100 * one)), one)
                for one in THRESHOLDS
            ]
            self._fill(menu, "threshold", [(automatic, None), *marks], choices.threshold if choices else None)
        elif key == "cropped":
            menu.addAction(self.tr("Mark the digit with the mouse"), self._mark)
            menu.addAction(self.tr("The whole photo"), partial(source.choose, crop=None))
        else:
            menu.deleteLater()
            return None
        return menu

    def _mark(self) -> None:
        self._page.panel.input.canvas.set_marking(True)

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
        self._page.input.choose(**{field: value})
