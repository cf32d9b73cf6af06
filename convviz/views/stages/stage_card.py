"""One stage of the chain as a card: title and shape, picture, histogram with colour bar, loupe."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QWidget

from convviz.core.base.spacing import filled
from convviz.core.colours.ranges import RANGE_MODES
from convviz.core.sizes.settings import StageName
from convviz.views.base import theme
from convviz.views.base.boxes import Item, in_column, in_row
from convviz.views.base.colours import image, words
from convviz.views.base.icons import IconButton
from convviz.views.base.menus import add_action, add_menu
from convviz.views.base.numbers import TIMES
from convviz.views.base.painted import Adaptive, Painted
from convviz.views.base.plain import PlainLabel, set_tip
from convviz.views.base.scale import px
from convviz.views.base.texts import stage_name
from convviz.views.controls.pieces import ElidedLabel, role_label
from convviz.views.picture.offer_note import OfferNote
from convviz.views.picture.paint_cells import paint_padding
from convviz.views.picture.paint_highlights import paint_highlights
from convviz.views.picture.paint_missing import missing, paint_missing
from convviz.views.picture.range_bar import RangeBar
from convviz.views.picture.scene import Content, Highlight, Scene
from convviz.views.picture.stage_picture import StagePicture
from convviz.views.picture.state_bands import BusyLine, StaleBand
from convviz.views.picture.viewport import GRID_CELL, Viewport
from convviz.views.stages.frame_bar import STEPS, FrameBar
from convviz.views.stages.live_bar import LiveBar

SIDE = 114
FOLDED_WIDTH = 36
FOOTER_TALL, FOOTER_SHORT, FOOTER_LOW = 150, 46, 30
LOW = 360
"""Cards lower than this keep only the colour bar's own line."""
COPY_SCALES = (1, 2, 3, 4)
"""How many times its size a card can be copied."""

ROOM_FOR_LOUPE = 330
"""Cards lower than this keep the colour bar and give the loupe's room to the picture."""

WIDTH_FOR_LOUPE = 262
"""Cards narrower than this show no loupe beside the histogram."""


RANGES = tuple(f"range:{mode}" for mode in RANGE_MODES)


class Loupe(Painted):
    """Shows about seven by seven input pixels around ``centre``, with the same highlights.

    It uses a viewport of its own, so cells lie exactly as in the stage's picture.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: Content | None = None
        self._highlights: tuple[Highlight, ...] = ()
        self._centre: QPointF | None = None
        self._span = 7.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(px(SIDE), px(SIDE))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(px(SIDE), px(SIDE))

    def show_place(
        self, content: Content | None, centre: QPointF | None, span: float, highlights: Sequence[Highlight]
    ) -> None:
        """Show ``span`` input pixels around ``centre`` (x is the column); None shows nothing."""
        self._content, self._centre, self._span, self._highlights = content, centre, span, tuple(highlights)
        self.update()

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        painter.fillRect(self.rect(), scheme.color("sunken"))
        if self._content is not None and self._centre is not None:
            view = Viewport()
            view.set_size(QSizeF(self.size()))
            view.set_content(QRectF(self._centre.x() - 5e8, self._centre.y() - 5e8, 1e9, 1e9))
            view.set_scale(px(SIDE) / self._span)
            view.pan((view.to_ruler(QPointF(px(SIDE) / 2, px(SIDE) / 2)) - self._centre) * view.scale)
            self._paint_cells(Scene(painter, view, scheme, self._content))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(scheme.color("line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_cells(self, scene: Scene) -> None:
        content = scene.content
        rows, columns = scene.visible()
        if rows and columns:
            part = content.values[rows.start : rows.stop, columns.start : columns.stop]
            picture = image(words(content.to_colour(part), content.scale, scene.scheme))
            area = scene.rect(rows.start, columns.start, len(rows), len(columns))
            scene.painter.drawImage(area, picture)
            paint_missing(scene.painter, area, missing(part), scene.cell, scene.scheme)
        paint_padding(scene)
        paint_highlights(scene, self._highlights)


class StageCard(Adaptive, QFrame):
    """Shows one stage; announces pointing, clicks, and what was chosen in its header."""

    expand_requested, unfold_requested = Signal(str), Signal(str)
    action_chosen = Signal(str, str)
    """(stage, action): "keep", "export", "figure", "copy", "copy:2" ..., "fit", "actual", "average", "exact",
    "unit", or "range:auto" ..."""

    range_chosen = Signal(str, float, float)
    """(stage, low, high): the ends of the colours, as they are dragged."""

    range_settled = Signal()

    _tools_shown = False
    """Whether tools stand in the place of the colour bar, where there is no room for both."""
    can_keep = True
    """Whether its result can be kept to compare with; that of the input is only the picture."""

    def __init__(self, stage: StageName, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self.setProperty("card", True)
        self._viewport = viewport
        self._lost = 0
        self._shape_text, self._folded, self._expanded = "", False, False

        self.title = ElidedLabel("title", self)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.shape = role_label("caption", self)
        self.shape.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.shape.installEventFilter(self)  # its room changes with its neighbours in the header
        own = self._own_buttons()
        self.expand_button = IconButton("expand", self, size=18, side=24)
        self.more_button = IconButton("more", self, size=18, side=24)
        keeps = self.can_keep and stage != "input"
        self.keep_button = IconButton("keep", self, size=18, side=24) if keeps else None
        if self.keep_button is not None:
            self.keep_button.clicked.connect(self._on_keep)
        for button in self._buttons():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.expand_button.clicked.connect(self._on_expand)
        self.more_button.clicked.connect(self._on_more)

        self.header = QWidget(self)
        self.header.setFixedHeight(px(theme.CARD_HEADER))
        parts: tuple[Item, ...] = (self.title, (self.shape, 1), *own, *self._buttons())
        self.header_row = in_row(*parts, on=self.header, margins=(12, 0, 8, 0), spacing=6)

        self.busy = BusyLine(self)
        self.stale = StaleBand(self.busy, self)
        self.picture = self._new_picture(viewport)
        self.bar_caption, self.loupe_caption = PlainLabel(self), PlainLabel(self)
        for caption in (self.bar_caption, self.loupe_caption):
            caption.setProperty("role", "caption")
        self.bar = RangeBar(self)
        self.bar.chosen.connect(self._on_range)
        self.bar.settled.connect(self.range_settled)
        self.blind = OfferNote(self.picture)
        for automatic in (self.bar.automatic_wanted, self.blind.accepted):
            automatic.connect(self._on_automatic)
        self.loupe = Loupe(self)
        self.frames = FrameBar(self) if stage == "input" else None
        self.live = LiveBar(self) if stage == "input" else None
        self.footer = self._build_footer()
        self.upright = UprightTitle(self)
        self.upright.hide()

        above = (self.header, self.busy)
        self._below = self._bars()
        in_column(
            *above,
            (self.picture, 1),
            *self._below,
            self.footer,
            (self.upright, 1),
            on=self,
            margins=(1, 1, 1, 1),
            spacing=0,
        )
        viewport.changed.connect(self._arrange)
        self.menu = self._build_menu()
        self.retranslate()
        self._arrange()

    def _buttons(self) -> list[IconButton]:
        """Those in the header, from the left."""
        return [one for one in (self.keep_button, self.expand_button, self.more_button) if one is not None]

    def _build_footer(self) -> QWidget:
        footer = QWidget(self)
        left = in_column(self.bar_caption, (self.bar, 1), spacing=4)
        right = in_column(self.loupe_caption, (self.loupe, 1, Qt.AlignmentFlag.AlignTop), spacing=4)
        self.footer_row = in_row((left, 1), right, on=footer, margins=(12, 6, 12, 8), spacing=20)
        return footer

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        self._actions: dict[str, QAction] = {}
        self._add_own_actions(menu)
        if self.keep_button is not None:
            self._add_action(menu, "keep")
        for key in ("copy", "copies", "figure", "export", "", "fit", "actual", "", "exact", "average", ""):
            if key == "copies":
                self._copy_menu = add_menu(menu)
                for scale in COPY_SCALES:
                    self._add_action(self._copy_menu, f"copy:{scale}").setText(f"{scale}{TIMES}")
            elif key:
                self._add_action(menu, key)
            else:
                menu.addSeparator()
        sampling = QActionGroup(menu)
        for key in ("exact", "average"):
            sampling.addAction(self._actions[key])
            self._actions[key].setCheckable(True)
        if self.stage == "input":
            self._add_action(menu, "unit").setCheckable(True)
        self._range_menu = add_menu(menu)
        ranges = QActionGroup(menu)
        for key in RANGES:
            ranges.addAction(self._add_action(self._range_menu, key))
            self._actions[key].setCheckable(True)
        return menu

    def _new_picture(self, viewport: Viewport) -> StagePicture:
        return StagePicture(viewport, self)

    def _own_buttons(self) -> list[QWidget]:
        """What stands in the header before the buttons that every card has."""
        return []

    def _bars(self) -> list[QWidget]:
        """What stands between the picture and the colour bar."""
        return [bar for bar in (self.frames, self.live) if bar is not None]

    def _add_own_actions(self, menu: QMenu) -> None:
        """Begin the menu with what only this card has."""

    def _add_action(self, menu: QMenu, key: str) -> QAction:
        action = add_action(menu, "", self._on_action)
        action.setData(key)
        self._actions[key] = action
        return action

    def set_shape_text(self, text: str) -> None:
        """What stands behind the title: the shape and the rule, e.g. "4 x 4 - max 2x2"."""
        self._shape_text = text
        self._elide()

    def set_captions(self, bar: str, loupe: str) -> None:
        self.bar_caption.setText(bar)
        self.loupe_caption.setText(loupe)

    def set_blind(self, text: str) -> None:
        """Say that the colours tell nothing of these values, and offer the automatic ones; "" for nothing."""
        self.blind.set_texts(text, self.tr("Automatic"))

    def set_choices(self, *, average: bool, range_mode: str) -> None:
        """Tick the sampling and the colour range in the card's menu."""
        self._actions["average" if average else "exact"].setChecked(True)
        self._actions[f"range:{range_mode}"].setChecked(True)

    def set_unit(self, unit: bool, *, possible: bool) -> None:
        """Tick that byte values are shown as 0 to 1; ``possible`` for pictures of bytes only."""
        if "unit" in self._actions:
            self._actions["unit"].setChecked(unit)
            self._actions["unit"].setEnabled(possible)

    def set_folded(self, folded: bool) -> None:
        """Fold to a strip with the title upright: the stage is switched off."""
        self._folded = folded
        for part in (self.header, self.busy, self.picture, self.footer):
            part.setVisible(not folded)
        self.upright.setVisible(folded)
        if folded:
            self.setFixedWidth(px(FOLDED_WIDTH))
            self.busy.set_active(False)
            self.stale.hide()
        else:
            self.setMinimumWidth(px(120))
            self.setMaximumWidth(16777215)
            self._arrange()

    def is_folded(self) -> bool:
        return self._folded

    def set_expanded(self, expanded: bool) -> None:
        """Give the picture all the room: the card stands alone."""
        self._expanded = expanded
        self.expand_button.set_icon_name("collapse" if expanded else "expand")
        self._arrange()

    def snapshot(self) -> QPixmap:
        """The picture as shown, without highlights."""
        return self.picture.snapshot()

    def retranslate(self) -> None:
        title = stage_name(self.stage)
        self.title.set_texts(title)
        self.upright.set_text(title, self.tr("Switched off. Click to choose a function."))
        self.picture.setAccessibleName(filled(self.tr("{stage}, picture of the values"), stage=title))
        self.bar.setAccessibleName(filled(self.tr("{stage}, colour bar and histogram"), stage=title))
        self.setAccessibleName(title)
        if self.keep_button is not None:
            self.keep_button.set_help(self.tr("Keep this result, to compare others with it (K)"))
        self.expand_button.set_help(self.tr("Show this stage alone (Esc returns)"))
        self.more_button.set_help(self.tr("More about this stage"))
        for button in self._buttons():
            name = self.tr("{stage}: {help}", "what a button does, for screen readers")
            button.setAccessibleName(name.format(stage=title, help=button.toolTip()))
        self._range_menu.setTitle(self.tr("Colour range"))
        texts = {
            "keep": self.tr("Keep this result") + "\tK",
            "copy": self.tr("Copy picture"),
            "figure": self.tr("Export for slides and print…"),
            "export": self.tr("Export…"),
            "fit": self.tr("Fit to the card"),
            "actual": self.tr("One screen pixel per value"),
            "exact": self.tr("Zoomed out: exact values"),
            "average": self.tr("Zoomed out: averages"),
            "unit": self.tr("Values from 0 to 1"),
            "range:auto": self.tr("Automatic"),
            "range:data": self.tr("Smallest to largest value"),
            "range:percentiles": self.tr("1 % to 99 % of the values"),
            "range:full": self.tr("Every possible value"),
            "range:symmetric": self.tr("Symmetric, every value inside"),
            "range:fixed": self.tr("Fixed…"),
        }
        self._copy_menu.setTitle(self.tr("Copy picture, on white, in size"))
        for key, text in texts.items():
            if key in self._actions:
                self._actions[key].setText(text)
        self.set_blind(self.blind.text())
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._elide()
        return False

    def _arrange(self) -> None:
        """Number grids take the loupe's room; so do low cards and one that stands alone."""
        if self._folded:
            return
        low = self.height() < px(LOW)
        # as if the loupe were gone: whether it is there must not depend on what was shown before
        room = self.height() - 2 - self.header.height() - max(self.lost(), self._lost)
        grid = self._viewport.scale_at(room) >= GRID_CELL
        self.bar.set_cells(grid)
        tall = not grid and not self._expanded and self.height() >= px(ROOM_FOR_LOUPE)
        wide = self.width() >= px(WIDTH_FOR_LOUPE)
        self.loupe.setVisible(tall and wide)
        self.loupe_caption.setVisible(tall and wide)
        self.bar_caption.setVisible(tall)
        self.footer.setVisible(tall or not self._tools_shown)
        self.footer.setFixedHeight(px(FOOTER_TALL) if tall else self._short())
        self.footer_row.setContentsMargins(px(12), 6 if tall else 2 - low, px(12), 8 if tall else 2 - low)
        self._elide()

    def lost(self) -> int:
        """The height below the picture that it cannot have: of bars that are open, and of the colour bar."""
        bars = sum(bar.height() for bar in self._below if bar.isVisibleTo(self))
        return bars + (0 if self._tools_shown else self._short())

    def set_lost(self, height: int) -> None:
        """Say how much height the pictures of this row lose at most: all of them are equally high."""
        if height != self._lost:
            self._lost = height
            self._arrange()

    def _short(self) -> int:
        return px(FOOTER_LOW) if self.height() < px(LOW) else px(FOOTER_SHORT)

    def _elide(self) -> None:
        """Shapes give way before titles do: first the rule behind the shape, then the shape itself."""
        metrics = self.shape.fontMetrics()
        self._give_room(metrics.horizontalAdvance(self._shape_text))
        short = re.split(" · |, |，", self._shape_text)[0]  # "1,500" keeps its comma
        fitting = (t for t in (self._shape_text, short) if metrics.horizontalAdvance(t) <= self.shape.width())
        self.shape.setText(next(fitting, ""))
        set_tip(self.shape, self._shape_text)

    def _give_room(self, wanted: int) -> None:
        """Where the shape needs it, the result is kept from the menu, or with K."""
        button, row = self.keep_button, self.header_row
        if button is None:
            return
        shown, side = not button.isHidden(), button.width() + row.spacing()
        fits = self.shape.width() + (side if shown else 0) - side >= wanted
        if fits != shown:
            button.setVisible(fits)
            row.activate()  # the shape has its room at once

    def minimumSizeHint(self) -> QSize:
        return QSize(px(FOLDED_WIDTH) if self._folded else 120, px(160))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Down, comma and full stop go through the pages of the file; K keeps the result."""
        if self.keep_button is not None and event.key() == Qt.Key.Key_K and not event.modifiers():
            self._on_keep()
        elif self.frames is None or self.frames.isHidden() or Qt.Key(event.key()) not in STEPS:
            super().keyPressEvent(event)
        else:
            self.frames.keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._folded and event.button() == Qt.MouseButton.LeftButton:
            self.unfold_requested.emit(self.stage)

    def _on_keep(self) -> None:
        self.action_chosen.emit(self.stage, "keep")

    def _on_expand(self) -> None:
        self.expand_requested.emit(self.stage)

    def _on_more(self) -> None:
        self.menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _on_range(self, low: float, high: float) -> None:
        self.range_chosen.emit(self.stage, low, high)

    def _on_automatic(self) -> None:
        self.action_chosen.emit(self.stage, "range:auto")

    def _on_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.action_chosen.emit(self.stage, action.data())


class UprightTitle(Painted):
    """A stage's name written upwards, for the strip that a switched-off stage folds to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_text(self, text: str, tip: str) -> None:
        self._text = text
        set_tip(self, tip)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)
        self.update()

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        self.write_in(painter, "title", "text3")
        painter.translate(QPointF(self.width() / 2, self.height() / 2))
        painter.rotate(-90)
        half = self.height() / 2
        painter.drawText(QRectF(-half, -px(12), 2 * half, px(24)), Qt.AlignmentFlag.AlignCenter, self._text)
