"""The four stage cards on one ruler, or one of them alone; a stage as pixels for a file."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from convviz.core.colours.scales import ColourScale, picture
from convviz.core.sizes.settings import STAGES, StageName
from convviz.views.base import theme
from convviz.views.base.boxes import in_row
from convviz.views.base.scale import px
from convviz.views.picture.viewport import GRID_CELL, Viewport
from convviz.views.stages.input_card import InputCard
from convviz.views.stages.kept_card import KeptCard
from convviz.views.stages.slider import BeforeAfter
from convviz.views.stages.stage_card import StageCard


def export_pixels(card: StageCard, cell: float, scale: ColourScale | None = None) -> NDArray[np.uint8]:
    """What a stage's card shows, as bytes (H, W, 3).

    ``cell`` is how many points a cell measures on the screen. A grid of numbers is taken as it
    stands, rulers and theme included, but without highlights. A picture gets one pixel for every
    value, however small it is shown, and the colours of the light theme, whatever the screen's:
    those that `convviz render` writes too. ``scale`` stands in for that of the screen, which stays
    as it is while a large picture is edited.
    """
    content = card.picture.content()
    if content is None or cell >= GRID_CELL:
        return screen_pixels(card.snapshot())
    return picture(content.to_colour(content.values), scale or content.scale)


def screen_pixels(pixmap: QPixmap) -> NDArray[np.uint8]:
    """The pixels of a pixmap as bytes (H, W, 3)."""
    return image_pixels(pixmap.toImage())


def image_pixels(picture: QImage) -> NDArray[np.uint8]:
    """The pixels of an image as bytes (H, W, 3)."""
    image = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


LEAST_HEIGHT = 190


class StagesRow(QWidget):
    """Lays out the stage cards in equal columns and keeps their shared viewport's size.

    Stages that are off fold to a strip. ``expand(stage)`` shows one card alone, Esc returns. A kept result
    has a card of its own, ``kept``, which stands between the input and the stage that it is compared with,
    or it lies on that stage's picture (`compare`).
    """

    expanded_changed, unfold_requested = Signal(str), Signal(str)
    compared = Signal()
    """A kept result has its card now, or none any more, or is compared with another stage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport = Viewport(self)
        self.cards: dict[StageName, StageCard] = {}
        self._expanded: str | None = None
        self._only: tuple[str, ...] = ()
        self._off: set[StageName] = set()
        self._against: StageName | None = None
        self._look = ""
        self._bounds, self._kept_bounds = QRectF(), QRectF()
        row = in_row(on=self, spacing=theme.GAP)
        self.input = InputCard(self.viewport, self)
        for stage in STAGES:
            card = self.input if stage == "input" else StageCard(stage, self.viewport, self)
            card.expand_requested.connect(self._on_expand)
            card.unfold_requested.connect(self.unfold_requested)
            card.picture.installEventFilter(self)
            self.cards[stage] = card
            row.addWidget(card, 1)
            if stage == "input":
                self.kept = KeptCard(self.viewport, self)
                self.kept.expand_requested.connect(self._on_expand_kept)
                self.kept.picture.installEventFilter(self)
                row.addWidget(self.kept, 1)
        self.both = BeforeAfter(self.viewport, self.cards["convolution"].picture)

    @property
    def expanded(self) -> str | None:
        """The stage that is shown alone, or "kept"."""
        return self._expanded

    def compare(self, look: str, against: StageName | None) -> None:
        """Show the kept result "beside" the stage ``against``, or on it under a "slider"; None: nowhere."""
        if (look, against) == (self._look, self._against):
            return
        self._look, self._against = look, against
        if "kept" in self._only and (against is None or look != "beside"):
            self._only = tuple(key for key in self._only if key != "kept")
            if self._expanded == "kept":
                self._expanded = None
                self.expanded_changed.emit("")
        self._show_cards()
        self.compared.emit()

    def against(self) -> StageName:
        """The stage that a kept result is compared with."""
        return self._against or "convolution"

    def beside(self) -> bool:
        """Whether the kept result has its card."""
        return self._against is not None and self._look == "beside"

    def set_kept_bounds(self, bounds: QRectF) -> None:
        """The stretch of the ruler that the kept result covers; an empty one for none."""
        self._kept_bounds = bounds
        self.viewport.set_content(self._bounds.united(bounds))

    def set_off(self, off: AbstractSet[StageName]) -> None:
        """Fold the stages that are switched off; one that is shown alone gives way to all."""
        if off != self._off:
            self._off = set(off)
            if self._expanded in off:
                self.expand(None)
            else:
                self._show_cards()

    def expand(self, stage: str | None) -> None:
        """Show one stage alone, or "kept"; None shows all."""
        if stage != self._expanded:
            self._expanded = stage
            self._only = () if stage is None else (stage,)
            self._show_cards()
            self.expanded_changed.emit(stage or "")

    def show_alone(self, stages: Sequence[str]) -> None:
        """Show these stages, or "kept", and no others, without announcing it; none for all."""
        self._only = tuple(stage for stage in stages if stage != "kept" or self.beside())
        self._expanded = self._only[0] if len(self._only) == 1 else None
        self._show_cards()

    def card_of(self, stage: StageName) -> StageCard:
        """The card that shows ``stage``; what is switched off is shown by the convolution's."""
        card = self.cards[stage]
        return self.cards["convolution"] if card.is_folded() else card

    def set_content_bounds(self, bounds: QRectF) -> None:
        self._bounds = bounds
        self.viewport.set_content(bounds.united(self._kept_bounds))

    def _show_cards(self) -> None:
        for stage, card in self.cards.items():
            card.set_folded(stage in self._off)
            card.set_expanded(stage == self._expanded)
            card.setVisible(stage in self._only if self._only else self._is_wanted(stage))
        self.kept.set_expanded(self._expanded == "kept")
        self.kept.setVisible(self.beside() and (not self._only or "kept" in self._only))
        on = self._against if self._look == "slider" else None
        self.both.lie_on(None if on is None else self.cards[on].picture)
        self._follow_size()

    def _is_wanted(self, stage: StageName) -> bool:
        """Beside a kept result stand the input and what it is compared with: three wide cards."""
        return not self.beside() or stage in ("input", self._against)

    def _on_expand_kept(self) -> None:
        self.expand(None if self._expanded == "kept" else "kept")

    def _on_expand(self, stage: StageName) -> None:
        self.expand(None if self._expanded == stage else stage)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._follow_size()
        return False

    def _follow_size(self) -> None:
        """The viewport is as large as the smallest picture on the screen (they differ by a pixel)."""
        cards = (*self.cards.values(), self.kept)
        seen = [card for card in cards if card.isVisibleTo(self) and not card.is_folded()]
        for card in seen:
            card.set_lost(max(one.lost() for one in seen))
        sizes = [card.picture.size() for card in seen]
        if sizes:
            self.viewport.set_size(QSizeF(min(s.width() for s in sizes), min(s.height() for s in sizes)))

    def minimumSizeHint(self) -> QSize:
        """High enough for a header, some of the picture and the whole colour bar."""
        return QSize(0, px(LEAST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._expanded is not None:
            self.expand(None)
        else:
            super().keyPressEvent(event)
