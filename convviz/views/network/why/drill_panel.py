"""The card under the network: why a number is what it is, and what can be tried with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QToolButton, QWidget

from convviz.views.base import theme
from convviz.views.base.boxes import in_column, in_row
from convviz.views.base.icons import icon
from convviz.views.base.painted import CENTRE, ENTER_KEYS, LEFT, Adaptive, PaintedParts
from convviz.views.base.plain import set_tip
from convviz.views.base.scale import px
from convviz.views.base.stylesheet import hairline
from convviz.views.controls.choices import Segmented
from convviz.views.controls.pieces import outlined_button, role_label, write_button
from convviz.views.network.why.drill_body import DrillBody

ORDERS = ("contribution", "channel")
ROOMY = 1560
"""From this width on the tools stand with their names."""

SIGN = "\u203a"
BETWEEN = 22.0
MORE = "\u2026"


class DrillPanel(Adaptive, QFrame):
    """Header with tabs, breadcrumb and buttons; below it the page of the chosen tab.

    ``tab_chosen(key)``, ``order_chosen(key)``, ``off_wanted()`` and ``lab_wanted()`` are requests.
    """

    tab_chosen, order_chosen = Signal(str), Signal(str)
    off_wanted, lab_wanted = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.title = role_label("title", self)
        self.crumbs = Crumbs(self)
        self.orders = Segmented(ORDERS, self, small=True, width=124)
        self.orders.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.orders.show_key("contribution")
        self.off, self.lab = self._button(), self._button()
        self.restyle()
        self.body = DrillBody(self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.body)
        self._compact = False
        self._tabs: Segmented | None = None
        self._tab_keys: list[str] = ["why"]
        self._tab_texts: dict[str, tuple[str, str]] = {}
        self.tools = QStackedWidget(self)
        self.tools.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.tools.addWidget(self._own_tools())
        header = QWidget(self)
        header.setFixedHeight(px(theme.CARD_HEADER))
        self._header = in_row(self.title, 6, (self.tools, 1), on=header, margins=(theme.GAP, 0, 8, 0))
        line = hairline(self)
        inner = in_row(self.pages, margins=(theme.GAP, 4, theme.GAP, 0))
        in_column(header, line, (inner, 1), on=self, margins=(1, 1, 1, 6), spacing=0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(px(200))
        self.orders.chosen.connect(self.order_chosen)
        self.off.clicked.connect(self.off_wanted)
        self.lab.clicked.connect(self.lab_wanted)
        self.retranslate()

    def _own_tools(self) -> QWidget:
        tools = QWidget(self)
        in_row((self.crumbs, 1), self.orders, self.off, self.lab, on=tools)
        return tools

    def _button(self) -> QToolButton:
        button = outlined_button(self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(px(16), px(16)))
        return button

    def sizeHint(self) -> QSize:
        return QSize(px(900), px(238))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_compact(self.width() < px(ROOMY))

    def _set_compact(self, compact: bool) -> None:
        """In a narrow window the tools shrink to their icons, so that the breadcrumb can be read."""
        if compact == self._compact:
            return
        self._compact = compact
        only_icon, both = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in (self.off, self.lab):
            button.setToolButtonStyle(only_icon if compact else both)
        self._name_orders()

    def _name_orders(self) -> None:
        texts = self.tr("By contribution"), self.tr("By channel")
        if self._compact:
            texts = self.tr("Largest"), self.tr("In order")
        tips = self.tr("The largest contributions first"), self.tr("In the maps' own order")
        self.orders.set_texts(texts, tips)
        bold = QFontMetrics(theme.font("caption-strong", self.font()))
        for key, text in zip(ORDERS, texts, strict=True):
            self.orders.button(key).setFixedWidth(bold.horizontalAdvance(text) + px(24))

    def set_tools(self, *, sortable: bool, off: bool | None, lab: bool) -> None:
        """Which tools make sense: ``off`` is None where there is no filter, else whether it is off."""
        self.orders.setVisible(sortable)
        self.off.setVisible(off is not None)
        self.off.setText(self.tr("Switch on") if off else self.tr("Switch off"))
        self.lab.setVisible(lab)

    def add_tab(self, key: str, page: QWidget, tools: QWidget | None = None) -> None:
        """Put a page beside the numbers'; ``tools`` stand in the header while it is shown."""
        self.pages.addWidget(page)
        self.tools.addWidget(tools or QWidget(self))
        self._tab_keys.append(key)
        old = self._tabs
        self._tabs = Segmented(self._tab_keys, self, small=True, width=100)
        self._tabs.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tabs.show_key("why")
        self._tabs.chosen.connect(self.show_tab)
        self._tabs.chosen.connect(self.tab_chosen)
        if old is not None:
            self._header.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._header.insertWidget(0, self._tabs)
        self.title.hide()
        self.name_tab("why", self.title.text())
        for name, (text, tip) in self._tab_texts.items():
            self.name_tab(name, text, tip)

    def name_tab(self, key: str, text: str, tip: str = "") -> None:
        """Write on a tab, and say in a sentence what lies behind it."""
        self._tab_texts[key] = (text, tip)
        if self._tabs is not None:
            button = self._tabs.button(key)
            write_button(button, text, tip)
            button.setFixedWidth(button.fontMetrics().horizontalAdvance(text) + px(28))

    def tab_button(self, key: str) -> QToolButton:
        """The button of a tab."""
        assert self._tabs is not None
        return self._tabs.button(key)

    def show_tab(self, key: str) -> None:
        """Show a tab's page, without announcing it."""
        self.pages.setCurrentIndex(self._tab_keys.index(key))
        self.tools.setCurrentIndex(self._tab_keys.index(key))
        if self._tabs is not None:
            self._tabs.show_key(key)

    def tab(self) -> str:
        """Which tab is shown."""
        return self._tab_keys[self.pages.currentIndex()]

    def restyle(self) -> None:
        for button, name in ((self.off, "eye-off"), (self.lab, "lab")):
            button.setIcon(icon(name, theme.tokens(self).color("text2"), px(16)))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Why this number?"))
        self.setAccessibleName(self.title.text())
        if self._tabs is not None:
            self.name_tab("why", self.title.text())
        self._name_orders()
        tip = self.tr("Switch this filter off and see what becomes of the probabilities")
        write_button(self.off, self.tr("Switch off"), tip)
        tip = self.tr("Take these weights to the Lab, as its kernel")
        write_button(self.lab, self.tr("Open in Lab"), tip)


class Crumbs(PaintedParts[int]):
    """Shows the steps, the last one bold, and in grey where it leads; ``chosen(index)`` goes back.

    Where there is no room the first steps give way to "…".
    """

    chosen = Signal(int)
    choosing_keys = ENTER_KEYS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: list[str] = []
        self._tail = ""
        self._focus = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def set_steps(self, texts: Sequence[str], tail: str = "") -> None:
        """Show these steps; ``tail`` is what the last one reads."""
        self._texts, self._tail = list(texts), tail
        self._focus = min(self._focus, len(texts) - 1)
        self.describe(f" {SIGN} ".join(texts))
        set_tip(self, self.accessibleDescription())
        self.update()

    def texts(self) -> list[str]:
        """The steps."""
        return list(self._texts)

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(24))

    def places(self) -> list[tuple[int, QRectF]]:
        """Where each step stands: (index, area); those that found no room are missing."""
        widths = [self._width(index) for index in range(len(self._texts))]
        first = 0
        last = len(widths) - 1
        while first < last and sum(widths[first:]) + px(BETWEEN) * (len(widths) - first) > self.width():
            first += 1
        x, areas = (px(BETWEEN) if first else 0.0), []
        for index in range(first, len(widths)):
            areas.append((index, QRectF(x, 0, widths[index], self.height())))
            x += widths[index] + px(BETWEEN)
        return areas

    def _width(self, index: int) -> float:
        role = "strong" if index == len(self._texts) - 1 else "body"
        return QFontMetricsF(theme.font(role, self.font())).horizontalAdvance(self._texts[index])

    def part_at(self, place: QPointF) -> int | None:
        """The step under a point; the last one leads nowhere."""
        found = next((index for index, area in self.places() if area.contains(place)), None)
        return None if found == len(self._texts) - 1 else found

    def tip_at(self, place: QPointF) -> None:
        return None

    def announce(self) -> None:
        over = self._part is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def choose(self, part: int) -> None:
        self.chosen.emit(part)

    def keyed_part(self) -> int | None:
        return self._focus if 0 <= self._focus < len(self._texts) - 1 else None

    def step(self, down: int, right: int) -> bool:
        if down or not self._texts:
            return False
        start = self._focus if self._focus >= 0 else len(self._texts) - 1
        self._focus = min(max(start + right, 0), len(self._texts) - 1)
        self.update()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and len(self._texts) > 1:
            self.chosen.emit(len(self._texts) - 2)
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter, scheme: theme.Tokens) -> None:
        places = self.places()
        if places and places[0][0] > 0:
            painter.setPen(scheme.color("text3"))
            painter.drawText(QRectF(0, 0, px(BETWEEN), self.height()), LEFT, MORE)
        for index, area in places:
            last = index == len(self._texts) - 1
            font = theme.font("strong" if last else "body", self.font())
            font.setUnderline(index == self._part or (self.hasFocus() and index == self._focus))
            painter.setFont(font)
            painter.setPen(scheme.color("text1" if last else "accent"))
            text, room = self._texts[index], int(self.width() - area.left())
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(area.adjusted(0, 0, 4, 0), LEFT, text)
            self.write_in(painter, "body", "text3")
            sign = QRectF(area.right(), 0, px(BETWEEN), self.height())
            tail = painter.fontMetrics().horizontalAdvance(self._tail)
            if last and (not self._tail or sign.right() + tail > self.width()):
                break  # what it leads to is a hint; it gives way whole
            painter.drawText(sign, CENTRE, SIGN)
            if last:
                painter.drawText(QRectF(sign.right(), 0, px(300), self.height()), LEFT, self._tail)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("The way from the answer to this number"))
