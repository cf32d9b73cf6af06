"""The Export menu: any stage of the page as a picture or as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from convviz.app.dialogs.dialogs import Dialogs
from convviz.app.preferences import Preferences
from convviz.app.window.figures import Figures
from convviz.core.base.files import stage_file
from convviz.core.base.spacing import filled
from convviz.views.base.menus import add_action
from convviz.views.base.plain import no_mnemonic

FORMATS = ("png", "tif", "csv", "npy")


class Exporter(QObject):
    """Fills the menu from what the page offers, asks for a file and lets the page write it.

    `page` is what is exported from; it says what came of it through its own ``message``. ``begins()``
    comes before something is written.
    """

    begins = Signal()

    def __init__(self, preferences: Preferences, dialogs: Dialogs, window: QWidget) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._dialogs = dialogs
        self._window = window
        self.figures = Figures(preferences, dialogs, window)
        self.figures.begins.connect(self.begins)
        self.page: QWidget | None = None
        self.title = ""  # what the experiment is called; files are named after it

    def fill(self, menu: QMenu) -> None:
        """Offer the stages there are at the moment; called whenever the menu opens."""
        menu.clear()
        if Figures.offered(self.page):
            action = add_action(menu, self.tr("For slides and print…"), self.export_figure)
            action.setData("figure")
            menu.addSeparator()
        stages = getattr(self.page, "export_stages", None)
        for key, title in stages() if stages is not None else ():
            text = filled(self.tr("{stage}…"), stage=no_mnemonic(title))
            action = add_action(menu, text, partial(self.export, key, title))
            action.setData(key)
        film = getattr(self.page, "export_film", None)
        if film is not None:
            add_action(menu, self.tr("Film, or this moment…"), film).setData("film")
        if menu.isEmpty():
            action = add_action(menu, self.tr("Nothing to export yet"))
            action.setData("nothing")
            action.setEnabled(False)

    def export_figure(self, name: str | bool = "") -> None:
        """Ask how a figure of the page is to be exported, at first the one called ``name``."""
        self.figures.title = self.title
        self.figures.ask(self.page, name if isinstance(name, str) else "")

    def export_stage(self, stage: str) -> None:
        """Export the stage ``stage`` of the page, if it has it."""
        stages = getattr(self.page, "export_stages", None)
        for key, title in stages() if stages is not None else ():
            if key == stage:
                self.export(key, title)

    def save_kernel(self) -> None:
        """Ask for a file and let the page write its kernel to it."""
        filters = ";;".join(
            (
                filled(self.tr("JSON ({patterns})"), patterns="*.json"),
                filled(self.tr("Text, for a spreadsheet ({patterns})"), patterns="*.txt"),
                filled(self.tr("Comma-separated ({patterns})"), patterns="*.csv"),
                filled(self.tr("NumPy array ({patterns})"), patterns="*.npy"),
            )
        )
        start = self._preferences.folder / "kernel.json"
        path = self._dialogs.save_file(self._window, self.tr("Save kernel"), start, filters)
        if path is not None and self.page is not None:
            self._preferences.folder = path.parent
            self.begins.emit()
            self.page.save_kernel(str(path))  # type: ignore[attr-defined]

    def export(self, stage: str, title: str, _checked: bool = False) -> bool:
        """Ask for a file and write the stage to it; whether one was chosen."""
        formats = self._formats(stage)
        filters = ";;".join(self._filter(one) for one in formats)
        heading = filled(self.tr("Export {stage}"), stage=title)
        start = self._preferences.folder / stage_file(self.title, stage, formats[0])
        path = self._dialogs.save_file(self._window, heading, start, filters)
        if path is None or self.page is None:
            return False
        self._preferences.folder = path.parent
        self.begins.emit()
        self.page.export_stage(stage, str(path))  # type: ignore[attr-defined]
        return True

    def _formats(self, stage: str) -> Sequence[str]:
        """The endings of a stage, where the page names them; else those of any picture of numbers."""
        named = getattr(self.page, "export_formats", None)
        formats: Sequence[str] = FORMATS if named is None else named(stage)
        return formats

    def _filter(self, ending: str) -> str:
        return {
            "png": filled(self.tr("Picture as shown ({patterns})"), patterns="*.png"),
            "tif": filled(self.tr("Numbers as TIFF ({patterns})"), patterns="*.tif *.tiff"),
            "csv": filled(self.tr("Numbers as text ({patterns})"), patterns="*.csv"),
            "npy": filled(self.tr("Numbers as NumPy array ({patterns})"), patterns="*.npy"),
            "npz": filled(self.tr("Numbers as NumPy arrays ({patterns})"), patterns="*.npz"),
        }[ending]
