"""What the window shows before anything is open: a place to drop, samples, recent files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from convviz.core.base.visible import visible
from convviz.views.base import theme
from convviz.views.base.boxes import STRETCH, in_column, in_row
from convviz.views.base.icons import icon, pixmap
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import PlainLabel, no_mnemonic
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import restyle
from convviz.views.controls.pieces import role_label, write_button
from convviz.views.window.offer_line import OfferLine
from convviz.views.window.samples import COLUMNS, SIDE, SampleTile, ShowsSamples
from convviz.views.window.welcome import Welcome

RECENT_SHOWN = 4
WIDTH = 720


class DropZone(Adaptive, QFrame):
    """A dashed field that asks for a picture; ``open_wanted()`` and ``paste_wanted()`` are its buttons.

    Dropping itself is the window's business, since it works anywhere; `set_active` shows that
    something droppable is held over the window.
    """

    open_wanted, paste_wanted = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._active = False
        self._icon = PlainLabel(self)
        self._text = role_label("headline", self)
        self.open_button = QPushButton(self)
        self.open_button.setProperty("primary", True)
        self.paste_button = QPushButton(self)
        buttons = in_row(STRETCH, self.open_button, self.paste_button, STRETCH)
        labels = [(label, 0, Qt.AlignmentFlag.AlignHCenter) for label in (self._icon, self._text)]
        in_column(*labels, buttons, on=self, margins=(theme.GAP, 24, theme.GAP, 24), spacing=8)
        self.open_button.clicked.connect(self.open_wanted)
        self.paste_button.clicked.connect(self.paste_wanted)
        self.restyle()
        self.retranslate()

    def set_active(self, active: bool) -> None:
        """Show whether a picture is held over the window right now."""
        if active != self._active:
            self._active = active
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(tokens.color("accentsoft" if self._active else "panel"))
            pen = QPen(tokens.color("accent" if self._active else "linestrong"), 2 if self._active else 1)
            pen.setDashPattern([3, 2.5])
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def retranslate(self) -> None:
        self._text.setText(self.tr("Drop a picture here"))
        for button, text in ((self.open_button, self.tr("Open…")), (self.paste_button, self.tr("Paste"))):
            button.setText(f"\u2009{text}")  # a little air after the icon
            button.setAccessibleName(text)

    def restyle(self) -> None:
        tokens = theme.tokens(self)
        self._icon.setPixmap(pixmap("image", tokens.color("text2"), px(28), self.devicePixelRatioF()))
        self.open_button.setIcon(icon("open", tokens.color("onaccent"), px(16)))
        self.paste_button.setIcon(icon("paste", tokens.color("text1"), px(16)))
        restyle(self._text)


class StartPage(ShowsSamples, Adaptive, QScrollArea):
    """Asks for a picture. Every way to bring one is a request to the window.

    `offer` stands above while there is something to go on with.

    ``open_wanted()``, ``paste_wanted()``, ``new_wanted()``, ``sample_chosen(key)``, ``recent_chosen(path)``
    and ``clear_recent_wanted()``.
    """

    open_wanted, paste_wanted, new_wanted = Signal(), Signal(), Signal()
    sample_chosen, recent_chosen = Signal(str), Signal(str)
    clear_recent_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tiles: dict[str, SampleTile] = {}
        self._recent: list[QPushButton] = []
        self.welcome = Welcome(self)
        self.offer = OfferLine(self)
        self.drop_zone = DropZone(self)
        self._samples_title = role_label("heading", self)
        self.new_button = QPushButton(self)
        self.new_button.setFlat(True)
        self.new_button.clicked.connect(self.new_wanted)
        self._samples = QGridLayout()
        self._samples.setHorizontalSpacing(0)
        self._samples.setVerticalSpacing(px(8))
        for gap in range(1, 2 * COLUMNS - 1, 2):
            self._samples.setColumnStretch(gap, 1)  # the first tile at the left edge, the last at the right
        for place in range(COLUMNS):
            self._samples.setColumnMinimumWidth(2 * place, px(SIDE))
        self._recent_box = QWidget(self)
        self._recent_title = role_label("heading", self._recent_box)
        self._clear = QPushButton(self._recent_box)
        self._clear.setFlat(True)
        self._recent_list = in_column(spacing=0)
        self._build()
        self.drop_zone.open_wanted.connect(self.open_wanted)
        self.drop_zone.paste_wanted.connect(self.paste_wanted)
        self._clear.clicked.connect(self.clear_recent_wanted)
        self.set_recent([])
        self.restyle()
        self.retranslate()

    def _add_tile(self, tile: SampleTile, place: int) -> None:
        self._samples.addWidget(tile, place // COLUMNS, 2 * (place % COLUMNS))

    def set_recent(self, paths: Sequence[Path]) -> None:
        """Show the newest of these files; nothing at all when there are none."""
        for button in self._recent:
            self._recent_list.removeWidget(button)
            button.deleteLater()
        self._recent = [self._recent_button(path) for path in paths[:RECENT_SHOWN]]
        self._recent_box.setVisible(bool(self._recent))

    def set_drop_active(self, active: bool) -> None:
        """Show whether something droppable is held over the window."""
        self.drop_zone.set_active(active)

    def retranslate(self) -> None:
        self._samples_title.setText(self.tr("Or start from a sample"))
        self.new_button.setText(self.tr("New picture…"))
        self._recent_title.setText(self.tr("Recent files"))
        self._clear.setText(self.tr("Clear list"))

    def _build(self) -> None:
        card = QFrame(self)
        card.setProperty("card", True)
        card.setMaximumWidth(px(WIDTH))
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        parts = (
            self.welcome,
            self.offer,
            self.drop_zone,
            10,
            in_row((self._samples_title, 1), self.new_button, spacing=-1),
            self._samples,
            self._recent_box,
        )
        in_column(*parts, on=card, margins=(24, 22, 24, 16), spacing=8)
        title_row = in_row((self._recent_title, 1), self._clear, spacing=-1)
        in_column(title_row, self._recent_list, on=self._recent_box, spacing=2)
        page = QWidget(self)
        page.setProperty("transparent", True)
        row, gap = in_row(STRETCH, (card, 1000), STRETCH), theme.GAP
        in_column(STRETCH, row, STRETCH, on=page, margins=(gap, gap, gap, gap))
        self.setWidget(page)

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton(self._recent_box)
        button.setFlat(True)
        button.setProperty("align", "left")
        button.setProperty("path", str(path))
        place = visible(f"{path.name}   ·   {path.parent}")
        write_button(button, no_mnemonic(place), visible(str(path)))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setIcon(icon("clock", theme.tokens(self).color("text3"), px(16)))
        button.clicked.connect(self._on_recent)
        self._recent_list.addWidget(button)
        return button

    def restyle(self) -> None:
        self.new_button.setIcon(icon("new", theme.tokens(self).color("text2"), px(16)))
        for button in self._recent:
            button.setIcon(icon("clock", theme.tokens(self).color("text3"), px(16)))

    def _on_recent(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.recent_chosen.emit(str(button.property("path")))
