"""What the window expects of a page, and the stand-in it uses where there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from convviz.app.window.pages import Building
from convviz.document.document import Document
from convviz.views.window.verdict_note import VerdictNote


class Page(Protocol):
    """One activity: a widget with three signals for the window, and lists of what it offers.

    ``status_changed(html)`` and ``info_changed(text)`` fill the strip at the bottom,
    ``message(kind, text)`` the band at the top. What a page does not offer it leaves out; the
    window asks with `getattr`.
    """

    status_changed: Signal
    info_changed: Signal
    message: Signal

    note: VerdictNote
    """Stands in the strip at the bottom while the page is on show."""

    def focus_regions(self) -> Sequence[QWidget]:
        """The widgets that F6 visits, in order."""
        ...

    def export_stages(self) -> Sequence[tuple[str, str]]:
        """Key and title of every stage that can be exported."""
        ...

    def export_formats(self, stage: str) -> Sequence[str]:
        """The endings a stage can be written with, without dots; PNG, TIFF, CSV and NPY where left out."""
        ...

    def export_stage(self, stage: str, path: str) -> None:
        """Write a stage to ``path``, in the format its ending names."""
        ...

    def work_to_lose(self) -> str:
        """What would be lost if the window were closed now, in one sentence; empty for nothing."""
        ...

    def open_kernel(self, path: str) -> None:
        """Read a kernel file."""
        ...


PageFactory: TypeAlias = Callable[[Document, QWidget], QWidget | Building]
"""Makes the page that works on the document, or begins to; the second argument is its parent."""
