"""The slim rail at the left: one entry a page, and the window's own buttons at its foot."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import STRETCH, in_column
from convviz.views.base.icons import IconButton, pixmap
from convviz.views.base.painted import Adaptive
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px

ENTRY = 48
ICON = 20


class RailEntry(QToolButton):
    """A page's name under its icon; the chosen one has the accent and a bar at the window's edge."""

    def __init__(self, key: str, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self._icon_name = icon_name
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedSize(px(theme.RAIL) - 1, px(ENTRY))

    def set_title(self, title: str, keys: str = "") -> None:
        """Show the page's name below the icon; the tooltip says by which keys it is reached."""
        self.setText(title)
        set_tip(self, f"{title} ({keys})" if keys else title)
        self.setAccessibleName(title)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF((self.width() - px(ENTRY)) / 2, 0, px(ENTRY), px(ENTRY))
            self._paint_ground(painter, box)
            colour = theme.tokens(self).color("accent" if self.isChecked() else "text2")
            picture = pixmap(self._icon_name, colour, px(ICON), self.devicePixelRatioF())
            painter.drawPixmap(round(box.center().x() - px(ICON) / 2), px(7), picture)
            painter.setPen(colour)
            role = "ruler-strong" if self.isChecked() else "ruler"
            font = theme.font(role)
            while font.pixelSize() > px(8) and QFontMetricsF(font).horizontalAdvance(
                self.text()
            ) > self.width() - px(6):
                font.setPixelSize(font.pixelSize() - 1)
            painter.setFont(font)
            painter.drawText(
                QRectF(0, px(28), self.width(), px(16)), Qt.AlignmentFlag.AlignCenter, self.text()
            )

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        tokens = theme.tokens(self)
        radius = theme.RADIUS_CARD
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(tokens.color("accentsoft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, radius, radius)
        if self.isChecked():
            painter.setBrush(tokens.color("accent"))
            painter.drawRoundedRect(QRectF(-3, px(10), 6, px(28)), 3, 3)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)


class Rail(Adaptive, QFrame):
    """Chooses between the pages that exist.

    ``page_chosen(key)`` is a request; `set_current` shows which page is on. The buttons at the foot
    ask for another theme, the help and the settings.
    """

    page_chosen = Signal(str)
    theme_wanted, help_wanted = Signal(), Signal()
    settings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(px(theme.RAIL))
        self._entries: dict[str, RailEntry] = {}
        self._pages = in_column(spacing=4)
        self.theme_button = IconButton("contrast", self, side=40)
        self.help_button = IconButton("help", self, side=40)
        self.settings_button = IconButton("settings", self, side=40)
        buttons = (self.theme_button, self.help_button, self.settings_button)
        centred = [(button, 0, Qt.AlignmentFlag.AlignHCenter) for button in buttons]
        in_column(self._pages, STRETCH, *centred, on=self, margins=(0, 6, 1, 8), spacing=4)
        self.theme_button.clicked.connect(self.theme_wanted)
        self.help_button.clicked.connect(self.help_wanted)
        self.settings_button.clicked.connect(self.settings_wanted)
        self.retranslate()

    def add_page(self, key: str, title: str, icon_name: str) -> RailEntry:
        """Add an entry below the others."""
        entry = RailEntry(key, icon_name, self)
        entry.set_title(title)
        entry.clicked.connect(self._on_clicked)
        self._entries[key] = entry
        self._pages.addWidget(entry)
        stops = [*self._entries.values(), self.theme_button]
        for stop, next_ in pairwise(stops):
            self.setTabOrder(stop, next_)
        return entry

    def set_title(self, key: str, title: str, keys: str = "") -> None:
        """Name the entry ``key`` (the language changed)."""
        self._entries[key].set_title(title, keys)

    def set_current(self, key: str) -> None:
        """Show that the page ``key`` is on, where F6 lands; announces nothing."""
        self._entries[key].setChecked(True)
        self.setFocusProxy(self._entries[key])

    def current(self) -> str:
        """The key of the page that is on, or ""."""
        return next((key for key, entry in self._entries.items() if entry.isChecked()), "")

    def entry(self, key: str) -> RailEntry:
        """The entry of the page ``key``."""
        return self._entries[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        stops = [*self._entries.values(), self.theme_button, self.help_button, self.settings_button]
        if step is None or focused not in stops:
            super().keyPressEvent(event)
            return
        place = stops.index(focused) + step
        if 0 <= place < len(stops):
            stops[place].setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Pages"))
        self.theme_button.set_help(self.tr("Switch between light and dark"))
        self.help_button.set_help(self.tr("Keyboard shortcuts (F1)"))
        self.settings_button.set_help(self.tr("Preferences"))

    def _on_clicked(self) -> None:
        entry = self.sender()
        if isinstance(entry, RailEntry):
            self.page_chosen.emit(entry.key)
