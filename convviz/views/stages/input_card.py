"""The input as a card: a picture that can be drawn on, with the tools for it, and the pages of its file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from convviz.core.base.limits import LIMITS
from convviz.views.base.icons import IconButton
from convviz.views.base.scale import px
from convviz.views.picture.viewport import Viewport
from convviz.views.pixels.bar import DrawingBar
from convviz.views.pixels.drawing import Canvas, DrawnPicture
from convviz.views.stages.stage_card import StageCard

CHANGES = ("draw", "crop", "resize")
"""What changes the picture: further actions of the card's menu."""

DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly
SLACK = 10
"""Pixels by which choices in the header may be narrower than they want to be."""

DRAW_KEY = QKeySequence("Ctrl+E")


class InputCard(StageCard):
    """Shows the input; ``action_chosen`` has one of `CHANGES`, too."""

    picture: DrawnPicture
    _canvas = Canvas()

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__("input", viewport, parent)
        key = QShortcut(DRAW_KEY, self)  # the button's own would answer a moment later
        key.activated.connect(self._on_draw)

    def set_canvas(self, canvas: Canvas) -> None:
        """Let the person draw on the picture, or say why it cannot be drawn on."""
        self._canvas, self._tools_shown = canvas, canvas.on
        self.picture.set_canvas(canvas)
        self.drawing.set_canvas(canvas)
        for part in (self.draw_button, self._actions["draw"]):
            part.setEnabled(canvas.possible)
            part.setChecked(canvas.on)
        self._name_drawing()
        self._arrange()

    def retranslate(self) -> None:
        super().retranslate()
        self._actions["draw"].setText(self.tr("Edit pixels"))
        self._actions["crop"].setText(self.tr("Crop…"))
        self._actions["resize"].setText(self.tr("Resize…"))
        self._name_drawing()

    def _new_picture(self, viewport: Viewport) -> DrawnPicture:
        return DrawnPicture(viewport, self)

    def _own_buttons(self) -> list[QWidget]:
        self.draw_button = IconButton("pen", self, size=18, side=24)
        self.draw_button.setCheckable(True)
        self.draw_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.draw_button.clicked.connect(self._on_draw)
        return [self.draw_button]

    def _bars(self) -> list[QWidget]:
        self.drawing = DrawingBar(self)
        return [self.drawing, *super()._bars()]

    def _add_own_actions(self, menu: QMenu) -> None:
        for key in CHANGES:
            self._add_action(menu, key)
        self._actions["draw"].setCheckable(True)
        menu.addSeparator()

    def _elide(self) -> None:
        """In a narrow card, the pencil leaves its room to the choices beside it; menu and key remain."""
        super()._elide()
        row, fixed = self.header_row, (self.shape, self.draw_button)
        shown = [one for one in self.header.findChildren(QWidget, options=DIRECTLY) if one not in fixed]
        wide = sum(one.sizeHint().width() + row.spacing() for one in shown if one.isVisibleTo(self))
        wide += self.draw_button.width() + row.spacing()
        margins = row.contentsMargins()
        self.draw_button.setVisible(wide + margins.left() + margins.right() <= self.width() + px(SLACK))

    def _name_drawing(self) -> None:
        if self._canvas.possible:
            keys = DRAW_KEY.toString(QKeySequence.SequenceFormat.NativeText)
            text = self.tr("Edit pixels ({keys})").format(keys=keys)
        else:
            text = self.tr("Pixels of pictures of up to {most} × {most} can be edited: crop this one first")
            text = text.format(most=LIMITS["picture side"].ends[1])
        self.draw_button.set_help(text)

    def _on_draw(self) -> None:
        if self._canvas.possible:
            self.action_chosen.emit(self.stage, "draw")
