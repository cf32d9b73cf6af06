"""Which explanations belong to which page or dialog, and which parts of a page get controls later."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from convviz.app.help.dialogs import about, figure, glossary, new_picture, preferences, shortcuts
from convviz.app.help.lab import lab
from convviz.app.help.lab_settings import settings
from convviz.app.help.menus import window_menus
from convviz.app.help.network import network
from convviz.app.help.page_dialogs import colour_range, crop, film, map_window, resize, training
from convviz.app.help.page_menus import lab_menus, network_menus, step_menus
from convviz.app.help.step import step
from convviz.app.help.symbols import SymbolRings
from convviz.app.help.window import window
from convviz.views.help.explainer import Attachment, Explainer, found
from convviz.views.help.told import Told

_PAGES = {
    "lab": (lab, settings, lab_menus),
    "step": (step, step_menus),
    "network": (network, network_menus),
    "window": (window, window_menus),
}
DIALOGS = {
    "PreferencesDialog": (preferences,),
    "FigureDialog": (figure,),
    "NewPictureDialog": (new_picture,),
    "GlossaryWindow": (glossary,),
    "ShortcutsSheet": (shortcuts,),
    "AboutDialog": (about,),
    "TrainingDialog": (training,),
    "ExportDialog": (film,),
    "CropDialog": (crop,),
    "ResizeDialog": (resize,),
    "RangeDialog": (colour_range,),
    "MapWindow": (map_window,),
}
"""The explanations of dialogs by the names of their classes."""

_GROWING = {
    "step": ("",),
    "lab": ("kernel_panel.favourites",),
    "network": ("panel.inside", "panel.input", "drill"),
    "window": ("rail", "strip", "body.samples"),
}
"""Parts whose controls come and go."""


def texts() -> Mapping[str, Told]:
    """Every explanation, as ``page:path``."""
    every = ((name, part()) for name, parts in {**_PAGES, **DIALOGS}.items() for part in parts)
    return {f"{name}:{path}": told for name, paths in every for path, told in paths.items()}


def attach(explainer: Explainer, page: QWidget, name: str) -> Attachment:
    """Let the controls of ``page`` be explained; ``name`` is that of a page or a dialog's class."""
    prefix = f"{name}:"
    keys = [key for key in texts() if key.startswith(prefix)]
    attachment = Attachment(explainer, page, prefix, keys)
    attachment.follow(*(widget for path in _GROWING.get(name, ()) for widget in found(page, path)))
    if name == "lab":
        SymbolRings(page)
    return attachment
