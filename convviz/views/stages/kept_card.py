"""The card of a kept result, which stands before that of the present one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from convviz.core.base.spacing import filled
from convviz.core.sizes.settings import StageName
from convviz.views.base.texts import kept_name
from convviz.views.picture.viewport import Viewport
from convviz.views.stages.stage_card import StageCard


class KeptCard(StageCard):
    """A stage card whose stage may be another one with every result that is kept."""

    can_keep = False

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__("convolution", viewport, parent)
        self.hide()

    def set_stage(self, stage: StageName) -> None:
        """Be the card of this stage."""
        if stage != self.stage:
            self.stage = stage
            self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        title = kept_name(self.stage)
        self.title.set_texts(title)
        self.setAccessibleName(title)
        self.picture.setAccessibleName(filled(self.tr("{stage}, picture of the values"), stage=title))
        self.bar.setAccessibleName(filled(self.tr("{stage}, colour bar and histogram"), stage=title))
        for button in (self.expand_button, self.more_button):
            name = self.tr("{stage}: {help}", "what a button does, for screen readers")
            button.setAccessibleName(name.format(stage=title, help=button.toolTip()))
