"""The range of values that the colours of the Lab's maps, or of its input, reach over."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from convviz.core.colours.ranges import ColorRange, fixed
from convviz.core.colours.scales import ColourScale
from convviz.core.colours.stages import shown_times
from convviz.core.sizes.settings import StageName
from convviz.document.document import Document
from convviz.views.base.texts import edit_name
from convviz.views.stages.range_dialog import ask_range


class Ranges(QObject):
    """Turns what is chosen in a card's menu, or dragged on its histogram, into edits of a document."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._window = document, parent

    def choose(self, stage: StageName, mode: str, shown: ColourScale | None) -> bool:
        """Take a range of the menu, asking for the ends of a fixed one; False where nothing was chosen.

        ``shown`` is the range on show, to begin with.
        """
        chosen = self._ask(stage, shown or ColourScale()) if mode == "fixed" else ColorRange(mode)  # type: ignore[arg-type]
        if chosen is not None:
            self._set(stage, chosen)
        return chosen is not None

    def drag(self, stage: StageName, low: float, high: float) -> None:
        """An end of the colours is dragged on the histogram; a drag is one step of undo."""
        self._set(stage, self._fixed(stage, low, high), f"range-{stage}")

    def _ask(self, stage: StageName, shown: ColourScale) -> ColorRange | None:
        """Ask how far a fixed range goes; None where nothing was chosen."""
        ends = ask_range(self._window, shown.low, shown.high, signed=shown.kind == "signed")
        return None if ends is None else self._fixed(stage, *ends)

    def _fixed(self, stage: StageName, low: float, high: float) -> ColorRange:
        """A fixed range as a person sees it; that of the input counts in the picture's own numbers."""
        image, times = self._document.state.image, 1.0
        if stage == "input" and image is not None:
            times = shown_times(image, self._document.settings)
        return fixed(low * times, high * times)

    def _set(self, stage: StageName, chosen: ColorRange, merge_key: str | None = None) -> None:
        field = "input_range" if stage == "input" else "color_range"
        self._document.edit(edit_name("colours"), merge_key, **{field: chosen})
