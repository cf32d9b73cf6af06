"""What goes out of the Step page: stages as on the Lab, and the film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from convviz.pages.step_page import StepPage


class StepFiles(QObject):
    """Exports the film. One for each `StepPage`."""

    def __init__(self, page: StepPage) -> None:
        super().__init__(page)
        self._page = page

    def stages(self) -> list[tuple[str, str]]:
        return []

    def export(self, stage: str, path: str) -> None:
        """Write one stage."""

    def ask(self) -> None:
        """Ask how the film is to be written."""

    def close(self) -> None:
        """End what is still running."""
